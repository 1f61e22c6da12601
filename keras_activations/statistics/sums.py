"""One call of an activation, reduced to a few numbers per unit.

This runs on the device, inside the training step: whatever the size of the
batch, what remains of it is `len(ROWS)` numbers for each unit.
"""

import math
from typing import Any

import tensorflow as tf

from keras_activations.statistics.kinds import SATURATED, Kind

Tensor = Any

# The order of the rows of a reduced call, shape (len(ROWS), units).
ROWS = (
    "samples",  # observations, every position of a convolution counts
    "nonfinite",  # of these, NaN, Inf or beyond LIMIT; they are in no other row
    "fired",  # slope not zero
    "positive",  # input above zero (output, for kinds by output)
    "saturated",  # slope below SATURATED of the steepest
    "zero",  # output exactly zero
    "sum",  # of the outputs
    "square",  # sum of their squares
    "absolute",  # sum of their absolute values
)

# What is larger counts as infinite, so that no sum of squares overflows. They
# are summed up in the unit SCALE**-2: float32 then holds squares of 1e-13 as
# well as those of the limit.
LIMIT = 2.0**74
_SCALE = 2.0**-20

# With more positions than these, as a convolution has on images of more than
# 128 x 128, each sample is summed up by itself: in float32 a sum of ones stops
# at 2^24, which is 1024 times as many.
_MOST_POSITIONS = 2**14


def reduce_call(
    kind: Kind,
    z: Tensor,
    a: Tensor,
    mask: Tensor | None = None,
    unit_axis: int = -1,
    careful: bool = True,
    compiled: bool = True,
) -> Tensor:
    """Reduces one call of an activation to sums per unit.

    Args:
        kind: The kind of the activation.
        z: Its input, any floating dtype, shape `(batch, ..., units)`.
        a: Its output, same shape.
        mask: Boolean, shape `(batch, ...)`: which positions count.
        unit_axis: The axis of the units: -1, or 1 for channels first.
        careful: Whether to leave out entries that are NaN, Inf or beyond
            `LIMIT`. If not, they show in the sum of the squares, which is not
            finite then.
        compiled: Whether XLA compiles the step, which changes nothing but
            the time that it takes.

    Returns:
        float64 of shape `(len(ROWS), units)`, exact for counts up to 2^24
        observations per unit. If a sample has more than `_MOST_POSITIONS`
        positions, and their number does not change from step to step, it is
        exact up to 2^24 positions of a sample.
    """
    if not kind.reads_input:
        # Without another reader of z, TensorFlow fuses what computes it with
        # the activation, as it does in a step that is not watched. Other
        # kernels would round differently.
        z = a
    slope = a  # not looked at
    if kind.slope is not None and not kind.gate:
        slope = kind.slope(*(tf.cast(t, tf.float32) for t in (z, a)))
    positions = _positions(a.shape, unit_axis)
    parts = _divisor(positions, 8) if compiled else 1
    group = 1 if compiled else _divisor(positions, 255)
    many = positions > _MOST_POSITIONS
    columns = [
        units_last(tf.cast(tensor, tf.float32), unit_axis)
        for tensor in (z, a, slope)
    ]
    dtype = tf.float64 if many else tf.float32
    observations = tf.cast(tf.shape(columns[1])[0], dtype)
    if mask is not None:
        columns.append(spread_mask(mask, columns[1]))
    entries = [
        _entries(kind, *part, careful=careful, grouped=group > 1)
        for part in zip(*(_split(c, parts) for c in columns), strict=True)
    ]
    total = {
        row: _total(
            row,
            [part[row] for part in entries],
            group,
            positions // parts if many else 0,
        )
        for row in entries[0]
    }
    none = tf.zeros_like(total["sum"])
    nonfinite = total.get("nonfinite", none)
    samples = nonfinite + total["counted"] if mask is not None else observations
    finite = samples - nonfinite
    rows = {
        "fired": none + finite,
        **total,
        "nonfinite": nonfinite,
        "samples": none + samples,
    }
    if kind.gate:
        rows["positive"] = rows["fired"]
        rows["saturated"] = rows["zero"] = finite - rows["fired"]
        rows["absolute"] = rows["sum"]
    wide = {row: tf.cast(rows[row], tf.float64) for row in ROWS}
    if careful:
        wide["square"] *= _SCALE**-2
    return tf.stack([wide[row] for row in ROWS])


def units_last(tensor: Tensor, unit_axis: int) -> Tensor:
    """Brings a tensor to the shape `(observations, units)`."""
    if unit_axis == 1 and tensor.shape.rank > 2:
        order = [0, *range(2, tensor.shape.rank), 1]
        tensor = tf.transpose(tensor, order)
    return tf.reshape(tensor, [-1, tensor.shape[-1]])


def spread_mask(mask: Tensor, a: Tensor) -> Tensor:
    """A mask of the leading axes as a column for `(observations, units)`."""
    column = tf.reshape(tf.cast(mask, tf.bool), [-1, 1])
    # A replica may get no sample at all.
    repeats = tf.shape(a)[0] // tf.maximum(tf.shape(column)[0], 1)
    return tf.repeat(column, repeats, 0)


def _positions(shape: tf.TensorShape, unit_axis: int) -> int:
    """How many positions a sample has; 1 if that may change."""
    positions = shape.as_list()
    del positions[unit_axis], positions[0]
    return 1 if None in positions else math.prod(positions)


def _divisor(number: int, most: int) -> int:
    """The largest divisor of a number, up to `most`."""
    return max(n for n in range(1, most + 1) if number % n == 0)


def _total(row: str, parts: list[Tensor], group: int, positions: int) -> Tensor:
    """What the entries of a row add up to, for each unit.

    If `positions` is not 0, each sample, of that many rows, by itself first.

    Where XLA does not compile the step, every operation writes its result to
    memory, and that takes most of the time: `group` positions are reduced by
    operations that write little.
    """
    units = parts[0].shape[-1]
    if group > 1 and row == "square":
        grouped = tf.reshape(parts[0], [-1, group, units])
        squares = tf.square(tf.math.reduce_euclidean_norm(grouped, 1))
        return _sum(squares, positions // group)
    if group > 1 and parts[0].dtype == tf.bool and units % 8 == 0:
        # Eight counts of one byte are added as one integer; of at most 255
        # entries none runs over into the next.
        ones = tf.cast(parts[0], tf.uint8)
        ones = tf.reshape(ones, [-1, group, units // 8, 8])
        counts = tf.reduce_sum(tf.bitcast(ones, tf.int64), 1)
        counts = tf.reshape(tf.bitcast(counts, tf.uint8), [-1, units])
        return _sum(tf.cast(counts, tf.float32), positions // group)
    if row == "square":
        parts = [tf.square(part) for part in parts]
    # XLA on a CPU gives a sum to a library that reads its input from memory,
    # so that the square of every entry is written and read again, but fuses
    # an addition of slices with what computes them. The entries are sliced
    # before they are squared: the other way round, 16 slices are not fused.
    column = tf.add_n([tf.cast(part, tf.float32) for part in parts])
    return _sum(column, positions)


def _sum(column: Tensor, positions: int) -> Tensor:
    """The sum over the observations."""
    if positions:
        column = tf.reshape(column, [-1, positions, column.shape[-1]])
        each = tf.cast(tf.reduce_sum(column, 1), tf.float64)
        return tf.reduce_sum(each, 0)
    # This operation is made for the gradient of a bias. On a CPU, where XLA
    # does not compile it, it is faster than `tf.reduce_sum`.
    return tf.raw_ops.BiasAddGrad(out_backprop=column)


def _split(column: Tensor, parts: int) -> list[Tensor]:
    if parts == 1:
        return [column]
    return tf.unstack(tf.reshape(column, [-1, parts, column.shape[-1]]), axis=1)


def _entries(
    kind: Kind,
    z: Tensor,
    a: Tensor,
    slope: Tensor,
    counted: Tensor | None = None,
    *,
    careful: bool,
    grouped: bool,
) -> dict[str, Tensor]:
    """What each entry adds to the rows, those not `counted` nothing.

    Of `square` the entry itself, which is squared when it is added.
    """
    rows = {}
    masked = counted is not None
    if careful:
        finite = tf.abs(a) < LIMIT
        rows["nonfinite"] = ~finite & counted if masked else ~finite
        counted = finite & counted if masked else finite
    if masked:
        rows["counted"] = counted
    if counted is not None:
        a = tf.where(counted, a, 0.0)

    def count(condition: Tensor) -> Tensor:
        return condition if counted is None else condition & counted

    rows |= {"sum": a, "square": a * _SCALE if careful else a}
    if kind.gate:
        # Where it is not counted in bytes, a sign is faster than a condition.
        return rows | {"fired": a > 0 if grouped else tf.sign(a)}
    steepest = kind.steepest if kind.steepest is not None else 0.0
    if kind.can_die:
        rows["fired"] = count(slope != 0)
    return rows | {
        "positive": count(z > 0),
        "saturated": count(tf.abs(slope) < SATURATED * steepest),
        "zero": count(tf.equal(a, 0.0)),
        "absolute": tf.abs(a),
    }
