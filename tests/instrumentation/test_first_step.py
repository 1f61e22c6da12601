"""What the first step needs: one trace, and the same counts in any form."""

import keras
import numpy as np
import pytest
from keras import layers

from keras_activations.callbacks import ActivationMonitor


def test_a_watched_step_is_traced_as_often_as_one_that_is_not():
    traces = []

    class Model(keras.Sequential):
        def train_step(self, data):
            traces.append(1)
            return super().train_step(data)

    counts = []
    for callbacks in [], [ActivationMonitor()]:
        hidden = layers.Dense(3, "relu")
        model = Model([keras.Input((4,)), hidden, layers.Dense(3)])
        model.compile("sgd", "mse", jit_compile=False)
        traces.clear()
        model.fit(
            np.ones((8, 4)), np.ones((8, 3)), verbose=0, callbacks=callbacks
        )
        counts.append(len(traces))
    assert counts[0] == counts[1]


@pytest.mark.parametrize("jit_compile", [False, True])
@pytest.mark.parametrize("depth", [2, 20])
def test_entries_that_are_not_finite_are_counted_and_left_out(
    depth, jit_compile
):
    # With many activations the statistics are a function of their own.
    x = np.ones((16, 4), "float32")
    x[3, 1] = np.nan
    x[9, 2] = np.inf
    model = keras.Sequential(
        [
            keras.Input((4,)),
            layers.ReLU(),
            *[layers.Activation("tanh") for _ in range(depth)],
            layers.Dense(1),
        ]
    )
    model.compile(keras.optimizers.SGD(0.0), "mse", jit_compile=jit_compile)
    monitor = ActivationMonitor()
    model.fit(
        x,
        np.zeros((16, 1)),
        batch_size=8,
        shuffle=False,
        verbose=0,
        callbacks=[monitor],
    )
    first, second, *_ = monitor.history
    assert (first["samples"], first["nonfinite"]) == (16, 2)
    assert first["mean"] == 1.0
    assert (second["samples"], second["nonfinite"]) == (16, 1)
    tanh = np.tanh(1.0)
    mean = (tanh * 3 + (15 * tanh + 1) / 16) / 4  # tanh(inf) is 1
    np.testing.assert_allclose(second["mean"], mean, rtol=1e-6)
