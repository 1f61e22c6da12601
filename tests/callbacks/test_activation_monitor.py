"""The monitor against values that are known beforehand."""

import keras
import numpy as np
import pytest

from keras_activations.callbacks import ActivationMonitor


def network(jit_compile):
    model = keras.Sequential(
        [
            keras.Input((6,)),
            keras.layers.Dense(10, "relu", name="hidden"),
            keras.layers.Dense(7, "tanh", name="second"),
            keras.layers.Dense(3, name="logits"),
        ]
    )
    model.compile(
        keras.optimizers.SGD(0.0),
        keras.losses.SparseCategoricalCrossentropy(from_logits=True),
        jit_compile=jit_compile,
    )
    return model


def data(samples=64):
    rng = np.random.default_rng(0)
    x = rng.normal(size=(samples, 6)).astype("float32")
    return x, rng.integers(0, 3, samples)


# Per epoch, how many of the ten units are dead.
DEAD = (0, 3, 10)


class Kill(keras.callbacks.Callback):
    """Makes exactly the first units of a ReLU layer dead."""

    def on_epoch_begin(self, epoch, logs=None):
        layer = self.model.layers[0]
        kernel, bias = layer.get_weights()
        bias[:] = 20.0
        kernel[:, : DEAD[epoch]] = 0.0
        bias[: DEAD[epoch]] = -1.0
        layer.set_weights([kernel, bias])


@pytest.mark.parametrize("jit_compile", [True, False])
def test_exactly_k_dead_of_n(jit_compile):
    monitor = ActivationMonitor()
    x, y = data()
    network(jit_compile).fit(
        x, y, batch_size=16, epochs=3, verbose=0, callbacks=[Kill(), monitor]
    )
    rows = [row for row in monitor.history if row["layer"] == "hidden"]
    assert [row["epoch"] for row in rows] == [0, 1, 2]
    for row, dead, before in zip(rows, DEAD, (0, *DEAD), strict=False):
        assert row["dead_ratio"] == dead / 10
        assert row["dead_ratio_batch"] == dead / 10
        assert row["died"] == dead - before
        assert row["born_dead"] == row["revived"] == 0
        assert row["samples"] == 64


@pytest.mark.parametrize("jit_compile", [True, False])
def test_mean_and_bias_shift_are_those_of_the_outputs(jit_compile):
    model = network(jit_compile)
    x, y = data()
    monitor = ActivationMonitor()
    model.fit(x, y, batch_size=16, verbose=0, callbacks=[monitor])
    outputs = keras.Model(
        model.inputs, [layer.output for layer in model.layers[:2]]
    )([x])
    for row, a in zip(monitor.history, outputs, strict=True):
        a = np.asarray(a, "float64")
        lives = (a != 0).any(0)
        shift = (np.abs(a.mean(0)) / np.sqrt((a**2).mean(0)))[lives]
        np.testing.assert_allclose(row["mean"], a.mean(), atol=1e-6)
        np.testing.assert_allclose(row["bias_shift"], shift.mean(), rtol=1e-5)
