"""The checks of the shared table fail for layers that are wrong."""

import dataclasses

import keras
import pytest
import tensorflow as tf
from common.activations import ROWS
from layers import test_conformance as checks

PRELU = next(row for row in ROWS if row.name == "prelu")
RELU = next(row for row in ROWS if row.name == "relu")
ELU = next(row for row in ROWS if row.name == "elu_learned")


def eager(function):
    return function


def values(row):
    checks.test_value(row, "float32", eager, True)


def slopes(row):
    checks.test_slope(row, "float32", eager, True)


def alphas(row):
    checks.test_gradient_of_alpha_is_summed_in_float32(
        row, "mixed_bfloat16", eager
    )


def layer(row, function):
    """Return `row`, its layer computing `function(x, alpha)` instead."""

    class Mutant(keras.layers.Layer):
        def build(self, shape):
            self.inner = row.layer(dtype=self.dtype_policy)
            self.inner.build(shape)
            self.alpha = getattr(self.inner, "alpha", None)

        def call(self, x, training=None):
            return function(self.inner, x)

    return dataclasses.replace(row, layer=Mutant)


@tf.custom_gradient
def no_gradient(y):
    return tf.identity(y), tf.zeros_like


def double_alpha(inner, x):
    alpha = tf.convert_to_tensor(inner.alpha)

    @tf.custom_gradient
    def twice(a):
        return tf.identity(a), lambda upstream: 2 * upstream

    slope = tf.cast(twice(alpha), x.dtype)
    return tf.where(x > 0, x, slope * x)


MUTANTS = {
    "the original": (RELU, lambda inner, x: inner(x), None),
    "identity": (RELU, lambda inner, x: x, values),
    "identity slope": (RELU, lambda inner, x: x, slopes),
    "zero gradient": (PRELU, lambda inner, x: no_gradient(inner(x)), slopes),
    "no gradient of alpha": (
        ELU,
        lambda inner, x: no_gradient(inner(x)),
        alphas,
    ),
    "the other side": (PRELU, lambda inner, x: -inner(-x), values),
    "twice the gradient of alpha": (PRELU, double_alpha, alphas),
    "exp(x) - 1": (
        ELU,
        lambda inner, x: tf.where(
            x > 0, x, 0.7 * (tf.exp(tf.minimum(x, 0)) - 1)
        ),
        lambda row: checks.test_value(row, "bfloat16", eager, True),
    ),
}


@pytest.mark.parametrize("mutant", MUTANTS)
def test_a_mutant_fails(mutant):
    row, function, check = MUTANTS[mutant]
    mutated = layer(row, function)
    if check is None:
        values(mutated)
        slopes(mutated)
        return
    check(row)
    with pytest.raises((AssertionError, TypeError, ValueError)):
        check(mutated)
