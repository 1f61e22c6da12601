"""What the monitor keeps hangs on the units, not on the steps."""

import keras
import numpy as np
import pytest
import tensorflow as tf

from keras_activations.callbacks import ActivationMonitor
from keras_activations.instrumentation.first_steps import FirstSteps
from keras_activations.instrumentation.gauges import samples
from keras_activations.instrumentation.gauges.first_gradients import (
    FirstGradients,
)
from keras_activations.instrumentation.gauges.samples import Samples
from keras_activations.instrumentation.totals import Totals
from keras_activations.statistics import kinds
from keras_activations.statistics.bins import BINS
from keras_activations.statistics.gradients import ENTRIES
from keras_activations.statistics.sums import measured_rows

# What these keep of the first steps has an upper limit of its own.
LIMITED = (Samples, FirstGradients, FirstSteps)


def parts(thing):
    """What an object of the monitor is made of; of others, nothing."""
    if isinstance(thing, LIMITED):
        return []
    if isinstance(thing, dict):
        return [*thing.keys(), *thing.values()]
    if isinstance(thing, list | tuple | set):
        return list(thing)
    if type(thing).__module__.startswith("keras_activations"):
        return [getattr(thing, name) for name in vars(thing)]
    return []


def kept(monitor):
    """How many objects a monitor keeps, and the bytes of their numbers."""
    seen, todo = {}, [monitor]
    count = size = 0
    while todo:
        thing = todo.pop()
        count += 1
        if id(thing) in seen:
            continue
        seen[id(thing)] = thing
        if isinstance(thing, np.ndarray):
            size += thing.nbytes
        elif isinstance(thing, tf.Variable):
            size += thing.shape.num_elements() * thing.dtype.size
        todo += parts(thing)
    return count, size


def fit(units, tmp_path, steps=50, run_eagerly=False, histogram_freq=0):
    """What is kept after each step of an epoch, by the monitor."""
    model = keras.Sequential(
        [
            keras.Input((6,)),
            keras.layers.Dense(units, "relu"),
            keras.layers.Dense(units),
            keras.layers.PReLU(),
            keras.layers.Dense(1),
        ]
    )
    model.compile("sgd", "mse", jit_compile=False, run_eagerly=run_eagerly)
    monitor = ActivationMonitor(
        tmp_path,
        update_freq="batch",
        histogram_freq=histogram_freq,
        gradients=True,
    )
    found = []
    count = keras.callbacks.LambdaCallback(
        on_train_batch_end=lambda batch, logs: found.append(kept(monitor))
    )
    x = np.random.default_rng(0).normal(size=(4 * steps, 6))
    model.fit(x, x[:, 0], batch_size=4, verbose=0, callbacks=[monitor, count])
    return found, monitor


@pytest.mark.parametrize("run_eagerly", [False, True])
def test_fifty_steps_keep_what_one_step_keeps(tmp_path, run_eagerly):
    found, _ = fit(5, tmp_path, run_eagerly=run_eagerly)
    assert len(found) == 50
    assert len(set(found)) == 1


@pytest.mark.parametrize("jit_compile", [False, True])
def test_samples_have_a_limit(monkeypatch, jit_compile):
    monkeypatch.setattr(samples, "_MOST_ROWS", 16)
    model = keras.Sequential([keras.Input((6,)), keras.layers.Dense(1)])
    model.compile("sgd", "mse", jit_compile=jit_compile)
    monitor = ActivationMonitor(layers=model.layers[-1])
    x = np.random.default_rng(0).normal(size=(100, 6))
    model.fit(x, x[:, 0], batch_size=8, verbose=0, callbacks=[monitor])
    kept = list(monitor._watching.samples.read())
    assert {each.role for each in kept} == {"input", "target", "output"}
    assert all(len(each.values) <= 16 for each in kept)
    (target,) = (each for each in kept if each.role == "target")
    assert len(target.values) == 16


def variables(monitor):
    """All that the gauges of the training step add up."""
    training = monitor._watching.training
    totals = [training._batches]
    for gauge in training.gauges.values():
        if isinstance(gauge, LIMITED):
            continue
        totals += [t for t in vars(gauge).values() if isinstance(t, Totals)]
    return [v for total in totals for v in total._variables.values()]


def test_the_variables_are_a_few_numbers_per_unit(tmp_path):
    sizes = {}
    for units in 5, 500:
        log_dir = tmp_path / str(units)
        _, monitor = fit(units, log_dir, steps=2, histogram_freq=1)
        sizes[units] = sum(
            variable.shape.num_elements() * variable.dtype.size
            for variable in variables(monitor)
        )
    # Of each unit: the rows that its kind needs, in how many mini-batches it
    # was observed and fired, and when.
    two_units = 8 * sum(
        len(measured_rows(kind, masked=False, careful=True)) + 2 + 2
        for kind in (kinds.relu(), kinds.prelu())
    )
    assert sizes[500] - sizes[5] == two_units * (500 - 5)
    fixed = sizes[5] - two_units * 5
    # Two histograms, three matrices, the observations of two layers, and how
    # many steps.
    assert fixed <= 8 * (2 * BINS + 3 * len(ENTRIES) + 2 + 2)
