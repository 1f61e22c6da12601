"""Measures of a weight matrix: gradient, update, agreement of signs."""

import math
from typing import Any

from keras_activations.backends import module_of

ops = module_of("keras_activations.statistics.operations")

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
    gradient = ops.cast(gradient, "float32")
    before = ops.cast(before, "float32")
    change = ops.cast(after, "float32") - before
    axes = range(len(gradient.shape))
    incoming = tuple(axis for axis in axes if axis != unit_axis % len(axes))
    total = ops.absolute(ops.reduce_sum(gradient, incoming))
    size = ops.reduce_sum(ops.absolute(gradient), incoming)
    pushed = ops.cast(size > 0, "float32")
    agreement = ops.divide_no_nan(
        ops.reduce_sum(ops.divide_no_nan(total, size)),
        ops.reduce_sum(pushed),
    )
    norm = ops.norm(gradient)
    finite = ops.is_finite(norm)
    entries = ops.stack(
        [
            norm,
            ops.divide_no_nan(ops.norm(change), ops.norm(before)),
            agreement,
            1.0,
            ops.cast(ops.reduce_any(pushed > 0), "float32"),
        ]
    )
    return ops.where(finite, entries, 0.0)


def random_sign_agreement(fan_in: int) -> float:
    """The expected agreement of `fan_in` weights with random signs.

    sqrt(2 / (pi n)), for gradients of the same size.
    """
    return math.sqrt(2.0 / (math.pi * fan_in))
