"""Steps 2 to 4 give the weights that Keras's own step gives."""

import warnings
from collections import Counter

import keras
import numpy as np
import pytest
import tensorflow as tf

from keras_activations.training import (
    ExplicitSGD,
    MiniBatches,
    SGDModel,
    SGDSequential,
)

# Keras 3.12 does not say that it ignores `shuffle=True`.
KERAS_WARNS = not keras.__version__.startswith("3.12.")


def data():
    rng = np.random.default_rng(0)
    return rng.normal(size=(50, 6)), rng.integers(0, 3, size=50)


def trained_weights(model_class, optimizer):
    keras.utils.set_random_seed(1)
    model = model_class(
        [
            keras.Input((6,)),
            keras.layers.Dense(8, activation="relu"),
            keras.layers.Dense(3),
        ]
    )
    loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    model.compile(optimizer, loss=loss)
    before = model.get_weights()
    batches = MiniBatches(*data(), batch_size=16, seed=4)
    model.fit(batches, epochs=3, shuffle=False, verbose=0)
    return before, model.get_weights()


def assert_trains_like_keras(model_class, optimizer):
    before, expected = trained_weights(
        keras.Sequential, keras.optimizers.SGD(0.1)
    )
    _, actual = trained_weights(model_class, optimizer)
    for start, ours, theirs in zip(before, actual, expected, strict=True):
        assert np.abs(theirs - start).max() > 1e-3
        np.testing.assert_array_equal(ours, theirs)


def test_the_four_steps_give_the_weights_of_keras_sgd():
    assert_trains_like_keras(SGDSequential, ExplicitSGD(0.1))


def test_the_step_is_the_same_graph_as_the_stock_step():
    """So it costs the same: the operations and their numbers are equal."""
    graphs = []
    for model_class, optimizer in (
        (keras.Sequential, keras.optimizers.SGD(0.1)),
        (SGDSequential, ExplicitSGD(0.1)),
    ):
        model = model_class([keras.Input((6,)), keras.layers.Dense(3)])
        loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
        model.compile(optimizer, loss=loss, jit_compile=False)
        x, y = (tf.constant(part[:8]) for part in data())
        model.train_on_batch(x, y)  # makes the optimizer's variables
        graph = (
            tf.function(model.train_step).get_concrete_function((x, y)).graph
        )
        graphs.append(Counter(op.type for op in graph.get_operations()))
    assert graphs[0] == graphs[1]
    assert graphs[0]["MatMul"] == 2


def test_a_step_that_skips_its_update_is_noticed():
    class SkipsUpdate(SGDSequential):
        def update(self, gradients):
            pass

    with pytest.raises(AssertionError):
        assert_trains_like_keras(SkipsUpdate, ExplicitSGD(0.1))


def test_a_rule_with_the_wrong_sign_is_noticed():
    class Ascent(ExplicitSGD):
        def update_step(self, gradient, variable, learning_rate):
            super().update_step(-gradient, variable, learning_rate)

    with pytest.raises(AssertionError):
        assert_trains_like_keras(SGDSequential, Ascent(0.1))


def in_and_out():
    inputs = keras.Input((6,))
    return inputs, keras.layers.Dense(3)(inputs)


@pytest.mark.parametrize(
    "make",
    [
        lambda: SGDSequential([keras.Input((6,)), keras.layers.Dense(3)]),
        lambda: SGDModel(*in_and_out()),
    ],
    ids=["SGDSequential", "SGDModel"],
)
def test_fit_is_silent_in_its_short_form(make):
    model = make()
    loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    model.compile(ExplicitSGD(0.1), loss=loss)
    batches = MiniBatches(*data(), batch_size=16, seed=4)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        model.fit(batches, epochs=2, verbose=0)
        assert batches.position == 2 * len(batches)
        model.fit(x=batches.repeat(), steps_per_epoch=3, verbose=0)
    if not KERAS_WARNS:
        return
    # Who asks for it hears that it is not done.
    with pytest.warns(UserWarning, match="`shuffle=True` was passed"):
        model.fit(batches, shuffle=True, verbose=0)


def test_arrays_are_shuffled_as_by_keras():
    x = np.arange(64.0)[:, None]
    seen = []

    class Seeing(SGDSequential):
        def sample(self, data):
            seen.extend(data[0][:, 0].numpy())
            return super().sample(data)

    model = Seeing([keras.Input((1,)), keras.layers.Dense(1)])
    model.compile(ExplicitSGD(0.0), loss="mse", run_eagerly=True)
    model.fit(x, x, verbose=0)
    assert seen != sorted(seen) and sorted(seen) == list(range(64))


def test_a_model_of_keras_trains_the_same_and_only_warns():
    loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    weights = []
    for said in ({}, {"shuffle": False}):
        keras.utils.set_random_seed(1)
        model = keras.Sequential([keras.Input((6,)), keras.layers.Dense(3)])
        model.compile("sgd", loss=loss)
        batches = MiniBatches(*data(), batch_size=16, seed=4)
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            model.fit(batches, epochs=2, verbose=0, **said)
        messages = [str(warning.message) for warning in caught]
        # Keras's own adapter warns: nothing of the data can tell it not to.
        assert all("`shuffle=True` was passed" in text for text in messages)
        assert len(messages) == (0 if said else KERAS_WARNS)
        weights.append(model.get_weights())
    for short, long in zip(*weights, strict=True):
        np.testing.assert_array_equal(short, long)
