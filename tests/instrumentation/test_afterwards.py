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
    x = rng.integers(0, 12, (20, 6))
    y = rng.normal(size=(20, 1))
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
    monkeypatch.setattr(afterwards, "MOST_ACTIVATIONS", 0)
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
    monkeypatch.setattr(afterwards, "MOST_ACTIVATIONS", 100)
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
    asked = []
    suits = Afterwards.suits

    def noted(self, step):
        asked.append(suits(self, step))
        return asked[-1]

    monkeypatch.setattr(Afterwards, "suits", noted)
    shapes = {(4,): 16, (32, 32, 65): 1}
    for shape, most in shapes.items():
        for number in most, most + 1:
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
            made.fit(
                x, np.ones((2, 1)), verbose=0, callbacks=[ActivationMonitor()]
            )
    assert asked == [False, True, True, True]


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
