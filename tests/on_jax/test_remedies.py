"""What the diagnosis says can be done, on JAX."""

import keras
import numpy as np
import pytest

import keras_activations as ka
from keras_activations.callbacks import ActivationMonitor, RecycleUnits

X = np.random.default_rng(0).normal(size=(64, 4)).astype("float32")


def network(bias, scale):
    keras.utils.set_random_seed(0)
    model = keras.Sequential(
        [
            keras.Input((4,)),
            keras.layers.Dense(8, "relu" if bias else "tanh", name="hidden"),
            keras.layers.Dense(1),
        ]
    )
    hidden = model.layers[0]
    hidden.kernel.assign(scale * hidden.kernel)
    hidden.bias.assign([bias] * 8)
    return model


def watched(model, **more):
    model.compile("adam", "mse")
    monitor = ActivationMonitor(alerts=False)
    model.fit(X, X[:, :1], epochs=2, verbose=0, callbacks=[monitor])
    return monitor


@pytest.mark.parametrize(
    ("cause", "bias", "scale", "names"),
    [
        ("born_dead", -50.0, 1.0, "reinitialize swap_activations RecycleUnits"),
        ("saturated_at_birth", 0.0, 100.0, "initial_scale reinitialize"),
    ],
)
def test_remedies(cause, bias, scale, names):
    finding = watched(network(bias, scale)).diagnose()[0]
    assert finding.cause == cause
    codes = [remedy.code for remedy in finding.remedies]
    for code, name in zip(codes, names.split(), strict=True):
        assert name in code
        parts = {
            "ka": ka,
            "model": network(bias, scale),
            "x": X,
            "y": X[:, :1],
            "ActivationMonitor": ActivationMonitor,
            "RecycleUnits": RecycleUnits,
        }
        parts["model"].compile("adam", "mse")
        exec(code, parts)
        causes = {each.cause for each in watched(parts["model"]).diagnose()}
        assert cause not in causes, code
