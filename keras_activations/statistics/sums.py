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
    "positive",  # input above zero (output, for kinds by output)
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
    careful: bool = True,
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
        careful: Whether to leave out entries that are NaN or Inf. If not,
            they show in the sum of the squares, which is not finite then.

    Returns:
        float32 of shape `(len(ROWS), units)`.
    """
    if kind.by_output:
        # Without another reader of z, TensorFlow fuses what computes it with
        # the activation, as it does in a step that is not watched. Other
        # kernels would round differently.
        z = a
    slope = _slope(kind, activation, z, a)
    z, a, slope = (
        units_last(tf.cast(tensor, tf.float32), unit_axis)
        for tensor in (z, a, slope)
    )
    weight = None
    if mask is not None:
        weight = tf.cast(spread_mask(mask, a), tf.float32) * tf.ones_like(a)
    if not careful:
        return _sums(kind, z, a, slope, weight)
    counted = tf.ones_like(a) if weight is None else weight
    finite = counted * tf.cast(tf.math.is_finite(a), tf.float32)
    rows = _sums(kind, z, a, slope, finite)
    samples = _total(counted)
    return tf.concat([[samples, samples - rows[0]], rows[2:]], 0)


def _slope(
    kind: Kind, activation: Callable[[Tensor], Tensor], z: Tensor, a: Tensor
) -> Tensor:
    if kind.gate:
        return a  # not looked at
    if kind.slope is not None:
        return kind.slope(z, a)
    with tf.GradientTape() as tape:
        tape.watch(z)
        output = activation(z)
    return tape.gradient(
        output, z, unconnected_gradients=tf.UnconnectedGradients.ZERO
    )


def units_last(tensor: Tensor, unit_axis: int) -> Tensor:
    """Brings a tensor to the shape `(observations, units)`."""
    if unit_axis == 1 and tensor.shape.rank > 2:
        order = [0, *range(2, tensor.shape.rank), 1]
        tensor = tf.transpose(tensor, order)
    return tf.reshape(tensor, [-1, tensor.shape[-1]])


def spread_mask(mask: Tensor, a: Tensor) -> Tensor:
    """A mask of the leading axes as a column for `(observations, units)`."""
    column = tf.reshape(mask, [-1, 1])
    repeats = tf.shape(a)[0] // tf.shape(column)[0]
    return tf.repeat(column, repeats, 0)


def _sums(
    kind: Kind, z: Tensor, a: Tensor, slope: Tensor, weight: Tensor | None
) -> Tensor:
    """All rows, over the entries whose weight is 1."""
    if weight is not None:
        a = tf.where(weight > 0, a, 0.0)

    def count(condition: Tensor) -> Tensor:
        counted = tf.cast(condition, tf.float32)
        return _total(counted if weight is None else counted * weight)

    if weight is None:
        observations = tf.cast(tf.shape(a)[0], tf.float32)
        samples = tf.fill([a.shape[1]], observations)
    else:
        samples = _total(weight)
    rows = {
        "samples": samples,
        "nonfinite": tf.zeros_like(samples),
        "sum": _total(a),
        "square": _total(tf.square(a)),
    }
    if kind.gate:
        fired = _total(tf.sign(a))
        rows["fired"] = rows["positive"] = fired
        rows["saturated"] = rows["zero"] = samples - fired
        rows["absolute"] = rows["sum"]
    else:
        steepest = kind.steepest if kind.steepest is not None else 0.0
        rows["fired"] = count(slope != 0) if kind.can_die else samples
        rows["positive"] = count(z > 0)
        rows["saturated"] = count(tf.abs(slope) < SATURATED * steepest)
        rows["zero"] = count(tf.equal(a, 0.0))
        rows["absolute"] = _total(tf.abs(a))
    return tf.stack([rows[row] for row in ROWS])


def _total(entries: Tensor) -> Tensor:
    """The sum of `(observations, units)` over the observations."""
    return tf.reduce_sum(entries, 0)
