"""Steps that are measured after they were made, as those of large networks."""

import keras
import numpy as np
import pytest
from keras import layers

from keras_activations.callbacks import ActivationMonitor
from keras_activations.instrumentation import afterwards
from keras_activations.instrumentation.afterwards import Afterwards


def model(kind=keras.Model):
    """With masks, a layer that is called twice, and kinds of all sorts."""
    tokens = keras.Input((6,))
    z = layers.Embedding(12, 8, mask_zero=True)(tokens)
    shared = layers.Dense(8, "tanh", name="shared")
    z = shared(layers.LayerNormalization()(shared(z)))
    z = layers.Dense(8, "silu", name="silu")(z)
    z = layers.Dense(8, "relu", name="relu")(z)
    z = layers.Dense(8, activation=lambda z: 2 * keras.ops.tanh(z))(z)
    z = layers.GlobalAveragePooling1D()(z)
    return kind(tokens, layers.Dense(1)(z))


def fit(monitor=None, kind=keras.Model, **compiled):
    rng = np.random.default_rng(0)
    x = rng.integers(0, 12, (16, 6))
    y = rng.normal(size=(16, 1))
    keras.utils.clear_session(free_memory=False)
    keras.utils.set_random_seed(0)
    made = model(kind)
    made.compile("sgd", "mse", **{"jit_compile": True, **compiled})
    logs = made.fit(
        x,
        y,
        batch_size=8,
        epochs=2,
        verbose=0,
        validation_data=(x, y),
        callbacks=[monitor] if monitor else [],
    )
    return logs.history


@pytest.fixture
def given(monkeypatch):
    """How many steps were traced that are measured afterwards."""
    monkeypatch.setattr(afterwards, "FEW", 0)
    traced = []
    give = Afterwards.give

    def counted(*args):
        traced.append(1)
        return give(*args)

    monkeypatch.setattr(Afterwards, "give", counted)
    return traced


def test_the_rows_are_those_of_a_step_that_is_measured_in_itself(
    given, monkeypatch
):
    arguments = {"gradients": True, "effective_rank": True}
    after = ActivationMonitor(**arguments)
    logs = fit(after)
    assert given
    monkeypatch.setattr(afterwards, "FEW", 100)
    inside = ActivationMonitor(**arguments)
    number = len(given)
    assert fit(inside) == logs
    assert len(given) == number
    assert len(after.history) == len(inside.history) == 8
    for row, other in zip(after.history, inside.history, strict=True):
        assert row.keys() == other.keys()
        for name, value in row.items():
            if isinstance(value, float):
                np.testing.assert_allclose(value, other[name], 1e-4, 1e-6)
            else:
                assert value == other[name], name


class Own(keras.Model):
    def make_train_function(self, force=False):
        return super().make_train_function(force)

    def make_test_function(self, force=False):
        return super().make_test_function(force)


@pytest.mark.parametrize(
    "arguments",
    [{"kind": Own}, {"steps_per_execution": 2}, {"jit_compile": False}],
    ids=str,
)
def test_what_is_given_must_come_through(given, arguments):
    """No function but Keras's own is given more than it asked for."""
    monitor = ActivationMonitor()
    # Logs in the last bits: some of these steps compute validation otherwise.
    without = fit(**arguments)
    for name, values in fit(monitor, **arguments).items():
        np.testing.assert_allclose(values, without[name], rtol=1e-6)
    assert not given
    assert [row["samples"] for row in monitor.history if row["layer"] == "relu"]


def test_large_networks_are_measured_afterwards(monkeypatch):
    found = []
    split = Afterwards.split

    def noted(self, step):
        inside, after = split(self, step)
        found.append((len(inside.sites), len(after.sites)))
        return inside, after

    monkeypatch.setattr(Afterwards, "split", noted)
    for shape, number in ((4,), 16), ((4,), 17), ((32, 32, 257), 1):
        made = keras.Sequential(
            [
                keras.Input(shape),
                *[layers.ReLU() for _ in range(number)],
                layers.Flatten(),
                layers.Dense(1),
            ]
        )
        made.compile("sgd", "mse", jit_compile=True)
        x = np.ones((2, *shape), "float32")
        monitor = ActivationMonitor()
        made.fit(x, np.ones((2, 1)), verbose=0, callbacks=[monitor])
        assert len(monitor.history) == number
    assert found == [(16, 0), (0, 17), (0, 1)]


def test_some_activations_stay_in_the_step(given):
    """Those with channels first, and those that are transposed."""
    inputs = keras.Input((3, 4, 4))
    z = layers.Conv2D(5, 1, data_format="channels_first")(inputs)
    z = layers.ReLU(name="first")(z)
    z = layers.Reshape((5, 16))(z)
    z = layers.ReLU(name="last")(layers.Dense(7)(z))
    made = keras.Model(inputs, layers.Dense(1)(layers.Flatten()(z)))
    made.compile("sgd", "mse", jit_compile=True)
    monitor = ActivationMonitor()
    made.fit(
        np.ones((8, 3, 4, 4)), np.ones((8, 1)), verbose=0, callbacks=[monitor]
    )
    assert given
    rows = [(row["layer"], row["samples"]) for row in monitor.history]
    assert rows == [("first", 8 * 16), ("last", 8 * 5)]


# Of each of these, XLA made another step when the activations left it as they
# are.
DIFFICULT = {
    "reshaped": lambda: [
        layers.Conv2D(4, 3, padding="same"),
        layers.BatchNormalization(),
        layers.Activation("selu"),
        layers.Flatten(),
    ],
    "normalized": lambda: [
        layers.DepthwiseConv2D(3, padding="same"),
        layers.GroupNormalization(1),
        layers.Activation("relu6"),
        layers.Conv2D(4, 1, activation="selu"),
        layers.Flatten(),
    ],
    "transposed": lambda: [
        layers.Conv2D(5, 1, activation="tanh"),
        layers.Reshape((64, 5)),
        layers.Permute((2, 1)),
        layers.Dense(4, "tanh"),
        layers.Flatten(),
    ],
}


@pytest.mark.parametrize("name", DIFFICULT)
def test_the_weights_are_those_without_the_monitor(given, name):
    x = np.random.default_rng(0).normal(size=(16, 8, 8, 3)).astype("float32")
    weights = []
    for callbacks in [], [ActivationMonitor()]:
        keras.utils.set_random_seed(0)
        made = keras.Sequential(
            [keras.Input((8, 8, 3)), *DIFFICULT[name](), layers.Dense(1)]
        )
        made.compile("adam", "mse", jit_compile=True)
        made.fit(
            x, x[:, 0, 0, :1], batch_size=8, verbose=0, callbacks=callbacks
        )
        weights.append(made.get_weights())
    assert given
    for own, watched in zip(*weights, strict=True):
        np.testing.assert_array_equal(own, watched)


def test_a_fault_afterwards_does_not_end_the_training(given, monkeypatch):
    from keras_activations.instrumentation.gauges.units import UnitSums

    def broken(self, step):
        if step.sites:
            raise RuntimeError("a fault")

    without = fit()
    monkeypatch.setattr(UnitSums, "add", broken)
    monitor = ActivationMonitor()
    with pytest.warns(UserWarning, match="stops measuring: RuntimeError: a fa"):
        assert fit(monitor) == without
    assert given and monitor.history == []
