"""Each check of the shared table fails for a layer that is wrong.

A mutant is a row whose layer computes something else. It must fail the check
that is named, by an assertion of that check, while the original passes it.
"""

import dataclasses

import keras
import numpy as np
import pytest
import tensorflow as tf
from common.activations import ROWS
from layers import test_conformance as checks
from layers import test_export as exports
from layers import test_saving as saving

from keras_activations import activations, layers

# As in tests/layers/test_export.py.
pytestmark = exports.pytestmark

BY_NAME = {row.name: row for row in ROWS}


def eager(function):
    return function


def value(row, dtype="float32"):
    checks.test_value(row, dtype, eager, True)


def slope(row):
    checks.test_slope(row, "float32", eager, True)


def slope_by_alpha(row):
    checks.test_slope_by_parameters(row, "float32", eager, True)


def sum_in_float32(row):
    checks.test_gradients_of_parameters_are_summed_in_float32(
        row, "mixed_float16", -1, eager
    )


def second_by_alpha(row):
    checks.test_second_derivatives_with_parameters(row, eager, True)


def learns(row):
    checks.test_it_learns_in_a_model_of_unknown_image_size(row, False)


def layer(row, function):
    """Return `row`, its layer computing `function(layer, x)` instead."""

    class Mutant(keras.layers.Layer):
        # The tests give the layer another one for a while.
        @property
        def alpha(self):
            return self.inner.alpha

        @alpha.setter
        def alpha(self, value):
            self.inner.alpha = value

        def __init__(self, **kwargs):
            super().__init__(**kwargs)
            self.inner = row.layer(**kwargs)

        def build(self, shape):
            self.inner.build(shape)

        def call(self, x, training=None):
            return function(self.inner, x)

        def compute_output_shape(self, shape):
            return shape

    return dataclasses.replace(row, layer=Mutant)


@tf.custom_gradient
def no_gradient(y):
    return tf.identity(y), tf.zeros_like


def of_alpha(gradient):
    """PReLU with another gradient of alpha, of the upstream one."""

    def mutant(inner, x):
        @tf.custom_gradient
        def other(a):
            return tf.identity(a), gradient

        a = tf.cast(other(tf.convert_to_tensor(inner.alpha)), x.dtype)
        return tf.where(x > 0, x, a * x)

    return mutant


def no_curve(inner, x):
    """The right value and slopes, which have no derivatives themselves."""

    @tf.custom_gradient
    def once(x, alpha):
        with tf.GradientTape() as tape:
            tape.watch([x, alpha])
            y = tf.where(x > 0, x, alpha * tf.math.expm1(tf.minimum(x, 0)))

        def gradient(upstream):
            slopes = tape.gradient(y, [x, alpha], upstream)
            return [tf.stop_gradient(slope) for slope in slopes]

        return y, gradient

    return once(x, tf.convert_to_tensor(inner.alpha))


def cancelled(inner, x):
    negative = tf.exp(tf.minimum(x, 0)) - 1
    return tf.where(x > 0, x, tf.cast(inner.alpha, x.dtype) * negative)


def float32_in_between(inner, x):
    return tf.cast(inner(x), tf.float32)


def another_in_a_graph(inner, x):
    return inner(x) if tf.executing_eagerly() else 1.001 * inner(x)


def of_one_shape(inner, x):
    return tf.reshape(inner(x), (2, 4, 5, 3))


def minus_the_mean_of_the_batch(inner, x):
    y = inner(x)
    return y - tf.reduce_mean(y, 0, keepdims=True)


def near_zero(row):
    checks.test_near_zero_in_float32_under_xla(row)


# Name, row, what is computed, the check that must fail.
FUNCTIONS = [
    ("identity", "relu", lambda inner, x: x, value),
    ("identity", "relu", lambda inner, x: x, slope),
    ("the other side", "prelu", lambda inner, x: -inner(-x), value),
    ("the other side", "prelu", lambda inner, x: -inner(-x), slope),
    (
        "zero gradient",
        "prelu",
        lambda inner, x: no_gradient(inner(x)),
        slope,
    ),
    (
        "zero gradient",
        "elu_learned",
        lambda inner, x: no_gradient(inner(x)),
        slope_by_alpha,
    ),
    (
        "alpha's gradient is of the other sign",
        "prelu",
        of_alpha(lambda upstream: -upstream),
        slope_by_alpha,
    ),
    ("twice alpha's", "prelu", of_alpha(lambda u: 2 * u), slope_by_alpha),
    ("twice alpha's", "prelu", of_alpha(lambda u: 2 * u), sum_in_float32),
    ("summed in float16", "prelu", of_alpha(lambda u: u), sum_in_float32),
    ("alpha stays", "prelu", of_alpha(tf.zeros_like), learns),
    (
        "no curve",
        "elu_learned",
        no_curve,
        lambda row: checks.test_curve(row, eager, True),
    ),
    ("no curve", "elu_learned", no_curve, second_by_alpha),
    (
        "exp(x) - 1",
        "elu_learned",
        cancelled,
        lambda row: value(row, "bfloat16"),
    ),
    ("2 % off", "elu", lambda inner, x: 1.02 * inner(x), near_zero),
    (
        "another dtype",
        "tanh",
        float32_in_between,
        lambda row: value(row, "float16"),
    ),
    (
        "another mode",
        "tanh",
        another_in_a_graph,
        lambda row: checks.test_modes_agree(row, True),
    ),
    (
        "one shape",
        "relu",
        of_one_shape,
        checks.test_dynamic_shapes_under_jit,
    ),
    (
        "a derivative that is not this function's",
        "sigmoid",
        lambda inner, x: inner(x) ** 2,
        checks.test_finite_differences,
    ),
]
CHECKED = pytest.mark.parametrize(
    "row, function, check",
    [(BY_NAME[row], *rest) for _, row, *rest in FUNCTIONS],
    ids=[f"{name}-{row}" for name, row, *_ in FUNCTIONS],
)


@CHECKED
def test_a_mutant_fails(row, function, check):
    check(layer(row, lambda inner, x: inner(x)))
    with pytest.raises((AssertionError, tf.errors.InvalidArgumentError)):
        check(layer(row, function))


def test_value_and_slopes_do_not_see_the_curve():
    """That mutant is right in all that the other checks look at."""
    mutant = layer(BY_NAME["elu_learned"], no_curve)
    for check in (value, slope, slope_by_alpha):
        check(mutant)


def test_what_depends_on_the_batch():
    """Not beside its original, whose two trainings are a test already."""
    row = layer(BY_NAME["tanh"], minus_the_mean_of_the_batch)
    with pytest.raises(AssertionError):
        checks.test_under_a_distribution_strategy(row)


class Swallowing(layers.ReLU):
    def compute_mask(self, inputs, previous_mask):
        return None


def test_a_layer_that_swallows_masks():
    row = dataclasses.replace(BY_NAME["relu"], layer=Swallowing)
    with pytest.raises(AssertionError):
        checks.test_masks_pass_through(row)


class Forgetful(layers.ELU):
    def get_config(self):
        return {**super().get_config(), "alpha": 1.0}


def test_a_config_that_forgets():
    row = dataclasses.replace(
        BY_NAME["elu_half"], layer=lambda **kwargs: Forgetful(0.5, **kwargs)
    )
    with pytest.raises(AssertionError):
        saving.test_a_config_makes_the_same_layer(row)


class AlwaysTraining(layers.PReLU):
    """The right values by operations that converters do not know."""

    def call(self, inputs, training=None):
        return activations.prelu(inputs, self.alpha, training=True)


def test_exports_of_another_form(tmp_path):
    row = dataclasses.replace(BY_NAME["prelu"], layer=AlwaysTraining)
    value(row)
    with pytest.raises(AssertionError, match="PRELU"):
        exports.test_litert(row, tmp_path)
    with pytest.raises(AssertionError, match="_XlaCompile"):
        exports.test_saved_model(row, tmp_path)


@pytest.mark.parametrize(
    "check", [exports.test_saved_model, exports.test_litert, exports.test_onnx]
)
def test_exports_of_other_values(check, tmp_path):
    row = layer(BY_NAME["prelu"], another_in_a_graph)
    np.testing.assert_allclose(row.layer()(-np.ones((1, 2))), -0.25)
    with pytest.raises(AssertionError):
        check(row, tmp_path)
