"""One call of an activation, reduced to a few numbers per unit: TensorFlow."""

from collections.abc import Callable
from functools import cache
from typing import Any

import tensorflow as tf

from keras_activations.statistics.kinds import Kind
from keras_activations.statistics.sums import (
    MOST_POSITIONS,
    SCALE,
    column_of,
    divisor,
    entries_of,
    fused_rows,
    measured_rows,
    number_of_slices,
    positions_of,
    spread_mask,
    units_last,
)

Tensor = Any


def reduce_call(
    kind: Kind,
    z: Tensor,
    a: Tensor,
    mask: Tensor | None = None,
    *,
    unit_axis: int = -1,
    careful: bool = True,
    compiled: bool = True,
) -> Tensor:
    """Reduces one call of an activation to sums per unit.

    Args:
        kind: The kind of the activation.
        z: Its input, any floating dtype, shape `(batch, ..., units)`; the
            output instead, if the kind does not read the input.
        a: Its output, same shape; not read, if the kind has an `output` and
            XLA does not compile the step.
        mask: Boolean, shape `(batch, ...)`: which positions count.
        unit_axis: The axis of the units: -1, or 1 for channels first.
        careful: Whether to leave out entries that are NaN, Inf or beyond
            `LIMIT`. If not, they make the sum of the squares infinite or NaN,
            and there is no row "nonfinite".
        compiled: Whether XLA compiles the step, which changes nothing but
            the time that it takes.

    Returns:
        float64 of shape `(rows, units)`, the rows of `measured_rows`. Counts
        are exact up to 2^24 observations per unit. If a sample has more than
        `MOST_POSITIONS` positions, and their number is fixed, counts are
        exact up to 2^24 positions per sample.
    """
    positions = positions_of(a, unit_axis)
    units = a.shape[unit_axis]
    entries = units_last(a, unit_axis)
    columns = [entries if z is a else units_last(z, unit_axis), entries]
    columns.append(None if mask is None else spread_mask(mask, entries))
    many = positions > MOST_POSITIONS
    names = measured_rows(kind, mask is not None, careful)
    if compiled:
        slices = number_of_slices(positions, units)
        rows = fused_rows(kind, names, columns, slices, careful=careful)
        total = _sum(rows, positions // slices if many else None)
        total = tf.cast(total, tf.float64)
    else:
        group = divisor(positions, 255)
        reduce = _shared(
            kind,
            (z.dtype, a.dtype),
            careful,
            mask is not None,
            group > 1,
            units % 8 == 0,
            many,
        )
        inputs = [tensor for tensor in columns if tensor is not None]
        total = reduce(*inputs, tf.constant([group, positions, units]))
        total.set_shape([None, units])
    if not careful:
        return total
    unit = [SCALE**-2 if name == "square" else 1.0 for name in names]
    return total * tf.constant(unit, tf.float64)[:, None]


@cache
def _shared(
    kind: Kind,
    dtypes: tuple[tf.DType, tf.DType],
    careful: bool,
    masked: bool,
    grouped: bool,
    eights: bool,
    many: bool,
) -> Callable[..., Tensor]:
    """The function that reduces a call if XLA does not compile the step.

    All layers of a kind share it, whatever their shape: tracing it for each of
    the hundreds of activations of a large network took longer than the rest of
    the first step.
    """

    def reduce(*inputs: Tensor) -> Tensor:
        z, a, *mask, sizes = inputs
        columns = (z, kind.measured(z, a), *mask)
        group, positions, units = tf.unstack(sizes)
        rows = []
        entries = entries_of(
            kind, *columns, careful=careful, signs=not (careful or grouped)
        )
        for name, entry in entries.items():
            counts = entry.dtype == tf.bool
            if grouped and (name == "square" or (counts and eights)):
                summed = _groups(entry, group, units)
                each = positions // group
            else:
                summed, each = column_of(name, entry), positions
            rows.append(_sum(summed, each if many else None))
        return tf.cast(tf.stack(rows), tf.float64)

    entries = [tf.TensorSpec([None, None], dtype) for dtype in dtypes]
    mask = [tf.TensorSpec([None, 1], tf.bool)] * masked
    sizes = tf.TensorSpec([3], tf.int32)
    with tf.init_scope():
        function = tf.function(reduce, autograph=False)
        return function.get_concrete_function(*entries, *mask, sizes)


def _groups(entry: Tensor, group: Tensor, units: Tensor) -> Tensor:
    """The sums of squares, or the counts, over each `group` of positions.

    If XLA does not compile the step, every operation writes its result to
    memory, which takes most of the time. These operations write little.
    """
    if entry.dtype != tf.bool:
        entry = tf.reshape(entry, [-1, group, units])
        return tf.square(tf.math.reduce_euclidean_norm(entry, 1))
    # Eight counts of one byte are added as one integer; with at most 255
    # entries, none overflows into the next.
    ones = tf.reshape(tf.cast(entry, tf.uint8), [-1, group, units // 8, 8])
    counts = tf.reduce_sum(tf.bitcast(ones, tf.int64), 1)
    counts = tf.reshape(tf.bitcast(counts, tf.uint8), [-1, units])
    return tf.cast(counts, tf.float32)


def _sum(column: Tensor, positions: Tensor | int | None) -> Tensor:
    """The sum over the first axis.

    With `positions`, first over each sample, which has that many entries.
    """
    if positions is not None:
        shape = tf.shape(column)
        column = tf.reshape(column, tf.concat([[-1, positions], shape[1:]], 0))
        each = tf.cast(tf.reduce_sum(column, 1), tf.float64)
        return tf.reduce_sum(each, 0)
    if column.shape.rank == 2:
        # This operation is made for the gradient of a bias. On a CPU, where
        # XLA does not compile it, it is faster than `tf.reduce_sum`.
        return tf.raw_ops.BiasAddGrad(out_backprop=column)
    return tf.reduce_sum(column, 0)
