"""The monitor, the guard and the trace with steps that people write."""

import warnings

import keras
import numpy as np
import pytest
import tensorflow as tf
from common.steps import STEPS

import keras_activations as ka
from keras_activations.callbacks import ActivationMonitor
from keras_activations.training import MiniBatchSGD, trace_step


class Explicit(MiniBatchSGD, keras.Model):
    pass


def state(model, metrics=True):
    """Everything that a step may change, also what Keras does not list."""
    found = [*model.variables, *(model.metrics_variables if metrics else ())]
    optimizers = [
        getattr(model, name, None)
        for name in ("optimizer", "critic_optimizer", "generator_optimizer")
    ]
    optimizers += getattr(model, "by_name", {}).values()
    for optimizer in optimizers:
        found += getattr(optimizer, "variables", [])
    found += [*getattr(model, "sums", ()), getattr(model, "count", None)]
    unique = {id(each): each for each in found if each is not None}
    return [np.array(tf.convert_to_tensor(v)) for v in unique.values()]


def assert_equal(ours, theirs):
    assert len(ours) == len(theirs)
    for a, b in zip(ours, theirs, strict=True):
        np.testing.assert_array_equal(a, b)


def made(name, base):
    keras.utils.set_random_seed(3)
    keras.utils.clear_session(free_memory=False)
    model, data = STEPS[name](base)
    # `fit` takes three arrays as x, y and the weights of the samples.
    return model, data


def fit(model, data, callbacks=()):
    dataset = tf.data.Dataset.from_tensor_slices(
        data if len(data) > 1 else data[0]
    )
    return model.fit(
        dataset.batch(8), shuffle=False, verbose=0, callbacks=list(callbacks)
    )


@pytest.fixture(scope="module")
def plain():
    """The state after one epoch without any of ours."""
    found = {}

    def of(name):
        if name not in found:
            model, data = made(name, keras.Model)
            fit(model, data)
            found[name] = state(model)
        return found[name]

    return of


@pytest.mark.parametrize("name", STEPS)
def test_the_monitor_sees_them_and_changes_nothing(name, plain):
    model, data = made(name, keras.Model)
    monitor = ActivationMonitor(alerts=False)
    with warnings.catch_warnings():
        if name == "decorated":
            warnings.filterwarnings("ignore", ".*does not watch network")
        fit(model, data, [monitor])
    assert_equal(state(model), plain(name))
    watched = {row["layer"] for row in monitor.history}
    activations = {
        layer.name
        for layer in model._flatten_layers()
        if isinstance(layer, ka.layers.PReLU)
    }
    if name == "decorated":
        # In a function of its own, and said so.
        assert not watched and "network/network_act" in monitor.not_watched
    else:
        assert {layer.rpartition("/")[2] for layer in watched} >= activations
    assert all(np.isfinite(row["mean"]) for row in monitor.history)


@pytest.mark.parametrize("name", STEPS)
def test_the_guard_changes_nothing_until_it_undoes_a_step(name, plain):
    model, data = made(name, Explicit)
    model.stop_on_nonfinite = True
    fit(model, data)
    assert_equal(state(model), plain(name))

    # The metrics will have seen the loss of the step.
    before = state(model, metrics=False)
    first = np.full_like(data[0], np.nan)
    with pytest.warns(RuntimeWarning, match="first in the mini-batch"):
        history = fit(model, (first, *data[1:]))
    assert len(history.history["stopped_on_nonfinite"]) == 1
    assert_equal(state(model, metrics=False), before)


@pytest.mark.parametrize("name", STEPS)
def test_the_trace_is_the_step_and_changes_nothing(name):
    model, data = made(name, keras.Model)
    fit(model, data)
    before = state(model)
    batch = tuple(each[:8] for each in data)
    trace = trace_step(model, *batch)
    assert_equal(state(model), before)

    fit(model, batch)
    for parameter, weight in zip(
        trace.parameters, model.trainable_weights, strict=True
    ):
        np.testing.assert_allclose(
            parameter.after, weight.numpy(), rtol=1e-5, atol=1e-7
        )
        assert parameter.gradient is not None
    losses = {"gan": 2, "wgan_gp": 3}.get(name, 1)
    assert len(trace.losses) == losses and np.isfinite(trace.losses).all()
    assert len(trace.layers) >= 3 and not trace.hidden
