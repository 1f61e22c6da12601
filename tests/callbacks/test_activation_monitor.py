"""The monitor against values that are known beforehand."""

import keras
import numpy as np
import pytest

from keras_activations.callbacks import ActivationMonitor
from keras_activations.recording import read_scalars


def network(jit_compile=True, **kwargs):
    keras.utils.set_random_seed(1)
    model = keras.Sequential(
        [
            keras.Input((6,)),
            keras.layers.Dense(10, "relu", name="hidden"),
            keras.layers.Dense(7, "tanh", name="second"),
            keras.layers.Dense(3, name="logits"),
        ]
    )
    model.compile(
        keras.optimizers.SGD(0.05, momentum=0.9),
        keras.losses.SparseCategoricalCrossentropy(from_logits=True),
        jit_compile=jit_compile,
        **kwargs,
    )
    return model


def data(samples=64):
    rng = np.random.default_rng(0)
    x = rng.normal(size=(samples, 6)).astype("float32")
    return x, rng.integers(0, 3, samples)


def kill(layer, count):
    """Makes exactly the first `count` units of a ReLU layer dead."""
    kernel, bias = layer.get_weights()
    kernel[:, :count] = 0.0
    bias[:count] = -1.0
    layer.set_weights([kernel, bias])


@pytest.mark.parametrize("jit_compile", [True, False])
@pytest.mark.parametrize("dead", [0, 3, 10])
def test_exactly_k_dead_of_n(jit_compile, dead):
    model = network(jit_compile)
    kernel, bias = model.layers[0].get_weights()
    bias[:] = 20.0
    model.layers[0].set_weights([kernel, bias])
    kill(model.layers[0], dead)
    monitor = ActivationMonitor()
    x, y = data()
    model.fit(x, y, batch_size=16, epochs=2, verbose=0, callbacks=[monitor])
    rows = [row for row in monitor.history if row["layer"] == "hidden"]
    assert [row["epoch"] for row in rows] == [0, 1]
    for row in rows:
        assert row["dead_ratio"] == dead / 10
        assert row["dead_ratio_batch"] == dead / 10
        assert row["born_dead"] == dead
        assert row["died"] == row["revived"] == 0
        assert row["samples"] == 64


@pytest.mark.parametrize("jit_compile", [True, False])
def test_weights_are_those_of_training_without(jit_compile):
    x, y = data()
    weights = []
    for callbacks in [], [ActivationMonitor()]:
        model = network(jit_compile)
        model.fit(x, y, batch_size=16, epochs=3, verbose=0, callbacks=callbacks)
        weights.append(model.get_weights())
    for without, watched in zip(*weights, strict=True):
        np.testing.assert_array_equal(without, watched)


def test_mean_and_bias_shift_are_those_of_the_outputs():
    model = network()
    model.optimizer.learning_rate = 0.0
    x, y = data()
    monitor = ActivationMonitor()
    model.fit(x, y, batch_size=16, verbose=0, callbacks=[monitor])
    outputs = keras.Model(
        model.inputs, [layer.output for layer in model.layers[:2]]
    ).predict(x, verbose=0)
    for row, a in zip(monitor.history, outputs, strict=True):
        a = a.astype("float64")
        lives = (a != 0).any(0)
        shift = (np.abs(a.mean(0)) / np.sqrt((a**2).mean(0)))[lives]
        np.testing.assert_allclose(row["mean"], a.mean(), atol=1e-6)
        np.testing.assert_allclose(row["bias_shift"], shift.mean(), rtol=1e-5)


def test_event_file_holds_what_the_history_holds(tmp_path):
    model = network()
    x, y = data()
    monitor = ActivationMonitor(tmp_path)
    model.fit(x, y, batch_size=16, epochs=3, verbose=0, callbacks=[monitor])
    tags = read_scalars(tmp_path)["health"]
    for index, layer in enumerate(("hidden", "second"), 1):
        rows = [row for row in monitor.history if row["layer"] == layer]
        for measure in ("dead_ratio", "dead_ratio_batch", "mean", "bias_shift"):
            read = tags[f"health.{measure}/{index:02d}_{layer}"]
            assert [step for step, _ in read] == [0, 1, 2]
            np.testing.assert_allclose(
                [value for _, value in read],
                [row[measure] for row in rows],
                rtol=1e-6,
            )


def test_the_model_is_as_before():
    model = network()
    x, y = data()
    attributes = {id(layer): dict(vars(layer)) for layer in model.layers}
    model.fit(x, y, verbose=0, callbacks=[ActivationMonitor()])
    own = model.train_function
    model.fit(x, y, verbose=0, callbacks=[ActivationMonitor()])
    assert model.train_function is own
    assert "train_step" not in vars(model)
    for layer in model.layers:
        assert vars(layer).keys() == attributes[id(layer)].keys()
        assert layer.activation is attributes[id(layer)]["activation"]
