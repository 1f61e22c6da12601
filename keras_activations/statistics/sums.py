"""One call of an activation, reduced to a few numbers per unit.

This runs on the device, inside the training step: whatever the size of the
batch, what remains of it is `len(ROWS)` numbers for each unit.
"""

from collections.abc import Callable
from typing import Any

import tensorflow as tf

from keras_activations.statistics.kinds import SATURATED, Kind

Tensor = Any

# The order of the rows of a reduced call, shape (len(ROWS), units).
ROWS = (
    "samples",  # observations, every position of a convolution counts
    "nonfinite",  # of these, NaN or Inf; they are in no other row
    "fired",  # slope not zero
    "negative",  # input below zero
    "saturated",  # slope below SATURATED of the steepest
    "zero",  # output exactly zero
    "sum",  # of the outputs
    "square",  # sum of their squares
    "absolute",  # sum of their absolute values
)


def reduce_call(
    kind: Kind,
    activation: Callable[[Tensor], Tensor],
    z: Tensor,
    a: Tensor,
    mask: Tensor | None = None,
    unit_axis: int = -1,
) -> Tensor:
    """Reduces one call of an activation to sums per unit.

    Args:
        kind: The kind of the activation.
        activation: The activation as a function of `z`, differentiated
            where `kind.slope` is `None`.
        z: Its input, any floating dtype, shape `(batch, ..., units)`.
        a: Its output, same shape.
        mask: Boolean, shape `(batch, ...)`: which positions count.
        unit_axis: The axis of the units: -1, or 1 for channels first.

    Returns:
        float32 of shape `(len(ROWS), units)`.
    """
    slope = _slope(kind, activation, z, a)
    z, a, slope = (tf.cast(tensor, tf.float32) for tensor in (z, a, slope))
    counts = tf.ones_like(a)
    if mask is not None:
        counts *= _spread(tf.cast(mask, tf.float32), a, unit_axis)
    finite = tf.math.is_finite(a) & tf.math.is_finite(z)
    valid = counts * tf.cast(finite, tf.float32)
    a = tf.where(valid > 0, a, 0.0)

    def count(condition: Tensor) -> Tensor:
        return valid * tf.cast(condition, tf.float32)

    steepest = kind.steepest if kind.steepest is not None else 0.0
    entries = {
        "samples": counts,
        "nonfinite": counts - valid,
        "fired": count(slope != 0),
        "negative": count(z < 0),
        "saturated": count(tf.abs(slope) < SATURATED * steepest),
        "zero": count(a == 0),
        "sum": a,
        "square": a * a,
        "absolute": tf.abs(a),
    }
    unit_axis %= a.shape.rank
    others = [axis for axis in range(a.shape.rank) if axis != unit_axis]
    return tf.stack([tf.reduce_sum(entries[row], others) for row in ROWS])


def _slope(
    kind: Kind, activation: Callable[[Tensor], Tensor], z: Tensor, a: Tensor
) -> Tensor:
    if kind.slope is not None:
        return kind.slope(z, a)
    with tf.GradientTape() as tape:
        tape.watch(z)
        output = activation(z)
    return tape.gradient(
        output, z, unconnected_gradients=tf.UnconnectedGradients.ZERO
    )


def _spread(mask: Tensor, a: Tensor, unit_axis: int) -> Tensor:
    """Brings a mask of the leading axes to a form that multiplies `a`."""
    if unit_axis == 1:
        mask = mask[:, tf.newaxis]
    while mask.shape.rank < a.shape.rank:
        mask = mask[..., tf.newaxis]
    return mask
