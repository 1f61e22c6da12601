"""Measures of a weight matrix: gradient, update, agreement of signs."""

import math
from typing import Any

import tensorflow as tf

Tensor = Any

# The order of the numbers of one matrix and step. The last two count steps:
# those summed in the first two numbers, and those summed in the third.
ENTRIES = (
    "gradient_norm",
    "update_ratio",
    "sign_agreement",
    "steps",
    "agreement_steps",
)


def reduce_gradient(
    gradient: Tensor, before: Tensor, after: Tensor, unit_axis: int = -1
) -> Tensor:
    """Reduces one update of a matrix to `ENTRIES`.

    - `gradient_norm`: the Euclidean norm of the gradient,
    - `update_ratio`: |after - before| / |before|,
    - `sign_agreement`: the mean over the units of |sum g| / sum |g|, both
      over the unit's incoming weights; a unit without a gradient is left
      out. 1: all weights of each unit are pushed the same way.

    A step whose gradient is not finite does not count.
    """
    gradient = tf.cast(gradient, tf.float32)
    before = tf.cast(before, tf.float32)
    change = tf.cast(after, tf.float32) - before
    unit_axis %= gradient.shape.rank
    incoming = [
        axis for axis in range(gradient.shape.rank) if axis != unit_axis
    ]
    total = tf.abs(tf.reduce_sum(gradient, incoming))
    size = tf.reduce_sum(tf.abs(gradient), incoming)
    pushed = tf.cast(size > 0, tf.float32)
    agreement = tf.math.divide_no_nan(
        tf.reduce_sum(tf.math.divide_no_nan(total, size)),
        tf.reduce_sum(pushed),
    )
    norm = tf.norm(gradient)
    finite = tf.math.is_finite(norm)
    entries = tf.stack(
        [
            norm,
            tf.math.divide_no_nan(tf.norm(change), tf.norm(before)),
            agreement,
            1.0,
            tf.cast(tf.reduce_any(pushed > 0), tf.float32),
        ]
    )
    return tf.where(finite, entries, 0.0)


def random_sign_agreement(fan_in: int) -> float:
    """The expected agreement of `fan_in` weights with random signs.

    sqrt(2 / (pi n)), for gradients of the same size.
    """
    return math.sqrt(2.0 / (math.pi * fan_in))
