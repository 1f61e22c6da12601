"""What the statistics need to know of an activation: its slope.

One rule covers every activation: a unit *fires* on a sample where the slope
of its activation is not zero, and is *saturated* there where the slope is
less than `SATURATED` of the steepest slope that the activation has. What
differs between activations is the slope, and whether it can be zero at all.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import tensorflow as tf

from keras_activations.statistics.expected import expected_bias_shift

Tensor = Any
Slope = Callable[[Tensor, Tensor], Tensor]

SATURATED = 0.06  # of the steepest slope; for tanh that is |a| > 0.97


@dataclass(frozen=True)
class Kind:
    """An activation function as the statistics see it.

    Args:
        name: What a row of the history calls it, such as `"relu"`.
        can_die: Whether the slope can be zero, so that a unit can be dead.
        slope: `slope(z, a)` gives the derivative at the input `z`, where the
            output is `a`, element by element. `None`: it is found by
            differentiating the activation itself.
        steepest: The largest absolute slope; `None`: unknown, then
            saturation is not measured.
        bias_shift: The bias shift |E a| / sqrt(E a^2) of a unit whose input
            is N(0, 1); `None`: not known.
        gate: Whether the slope is 1 where the output is positive and 0
            elsewhere, where the output is 0: counting the samples on which
            a unit fires then tells all other counts.
        by_output: Whether the output tells all, so that the input is not
            read: it is above zero where the output is.
    """

    name: str
    can_die: bool
    slope: Slope | None = None
    steepest: float | None = 1.0
    bias_shift: float | None = None
    gate: bool = False
    by_output: bool = False


def relu(max_value: float | None = None) -> Kind:
    """max(z, 0), cut off at `max_value`, also above a threshold."""

    def slope(z: Tensor, a: Tensor) -> Tensor:
        fires = a > 0 if max_value is None else (a > 0) & (a < max_value)
        return tf.cast(fires, a.dtype)

    if max_value is None:
        shift = 1.0 / math.sqrt(math.pi)
        return Kind("relu", True, slope, 1.0, shift, True, True)
    if max_value == 6:
        return Kind("relu6", True, slope, 1.0, 0.5641896, by_output=True)
    return Kind("relu", True, slope, by_output=True)


def leaky_relu(negative_slope: float) -> Kind:
    """`z` above zero, `negative_slope * z` below."""
    if negative_slope == 0:
        return relu()
    by_output = negative_slope > 0  # the output has the sign of the input

    def slope(z: Tensor, a: Tensor) -> Tensor:
        return tf.where((a if by_output else z) < 0, negative_slope, 1.0)

    return Kind(
        "leaky_relu",
        False,
        slope,
        max(1.0, abs(negative_slope)),
        expected_bias_shift("prelu", negative_slope),
        by_output=by_output,
    )


def _kink_slope(z: Tensor, a: Tensor) -> Tensor:
    # Below zero the slope is a / z, so that nothing has to be read from
    # the layer.
    return tf.where(z < 0, a / tf.where(z < 0, z, 1.0), 1.0)


def prelu() -> Kind:
    """`z` above zero, `alpha * z` below, with alpha learned.

    The steepest slope is taken to be 1, as for any alpha of at most 1.
    """
    return Kind("prelu", False, _kink_slope)


def elu(alpha: float | None = 1.0, scale: float = 1.0) -> Kind:
    """`scale * z` above zero, `scale * alpha * (exp(z) - 1)` below.

    `alpha=None`: learned, so that the bias shift is not known beforehand, nor
    the steepest slope: it is taken to be 1, as for any alpha of at most 1.
    """
    if alpha is None:

        def learned(z: Tensor, a: Tensor) -> Tensor:
            below = tf.where(z < 0, z, -1.0)
            slope = a * tf.exp(below) / tf.math.expm1(below)
            return tf.where(z < 0, slope, 1.0)

        return Kind("elu", False, learned)

    def slope(z: Tensor, a: Tensor) -> Tensor:
        return tf.where(a < 0, a + scale * alpha, scale)

    return Kind(
        "elu" if scale == 1.0 else "selu",
        False,
        slope,
        scale * max(1.0, abs(alpha)),
        expected_bias_shift("elu", alpha),
        by_output=True,
    )


def sigmoid() -> Kind:
    """`1 / (1 + exp(-z))`."""

    def slope(z: Tensor, a: Tensor) -> Tensor:
        return a * (1.0 - a)

    return Kind("sigmoid", True, slope, 0.25, 0.9231143, by_output=True)


def tanh() -> Kind:
    """The hyperbolic tangent."""

    def slope(z: Tensor, a: Tensor) -> Tensor:
        return 1.0 - a * a

    return Kind("tanh", True, slope, 1.0, 0.0, by_output=True)


def linear() -> Kind:
    """`z` itself: a layer that is watched though it has no activation."""
    return Kind("linear", False, lambda z, a: tf.ones_like(a), by_output=True)


# Of activations whose slope is found by differentiation: the largest slope,
# and the bias shift for N(0, 1), integrated numerically.
MEASURED = {
    "gelu": (1.1289, 0.4326010),
    "silu": (1.0998, 0.3464068),
    "mish": (1.0885, 0.3574439),
    "softplus": (1.0, 0.8398063),
    "softsign": (1.0, 0.0),
    "hard_sigmoid": (1.0 / 6.0, 0.9489202),
    "hard_tanh": (1.0, 0.0),
}


def measured(name: str) -> Kind:
    """One of `MEASURED`."""
    return Kind(name, True, None, *MEASURED[name])


def other(name: str) -> Kind:
    """Any other activation: its slope is found by differentiating it."""
    return Kind(name, True, None, None)
