"""One call of an activation, reduced to a few numbers per unit.

This runs on the device, in the training step or right after it: whatever the
size of the batch, at most `len(ROWS)` numbers per unit remain of it.
"""

import math
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

import numpy as np
import tensorflow as tf

from keras_activations.statistics.kinds import SATURATED, Kind

Tensor = Any

# The rows that an activation is reduced to, in this order.
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

# A larger value counts as infinite, so that no sum of squares overflows.
# Squares are summed in the unit SCALE**-2: float32 can then hold the square of
# 1e-13 as well as that of the limit.
LIMIT = 2.0**74
_SCALE = 2.0**-20

# With more positions than this, such as in a convolution on images larger than
# 128 x 128, each sample is summed separately: in float32 a sum of ones stops
# growing at 2^24, which is 1024 times this number.
_MOST_POSITIONS = 2**14


def measured_rows(kind: Kind, masked: bool, careful: bool) -> tuple[str, ...]:
    """The rows that have to be measured; the others follow from them."""
    rows = ["sum", "square"]
    if kind.can_die:
        rows.append("fired")
    if not kind.gate:
        rows.append("positive")
    known = kind.slope is not None and kind.steepest is not None
    if known and kind.fires is None:
        rows.append("saturated")
    if not kind.nonnegative:
        rows += ["zero", "absolute"]
    return (*rows, *["samples"] * masked, *["nonfinite"] * careful)


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
        `_MOST_POSITIONS` positions, and their number is fixed, counts are
        exact up to 2^24 positions per sample.
    """
    positions = _positions(a.shape, unit_axis)
    units = a.shape[unit_axis]
    entries = units_last(a, unit_axis)
    columns = [entries if z is a else units_last(z, unit_axis), entries]
    columns.append(None if mask is None else spread_mask(mask, entries))
    many = positions > _MOST_POSITIONS
    names = measured_rows(kind, mask is not None, careful)
    if compiled:
        # On a CPU, XLA hands a sum to a library that reads its input from
        # memory, so that the square of every entry is written and read again.
        # But it fuses an addition of slices with the operations that compute
        # them. Small tensors are not sliced, and all rows share one sum: in a
        # network with many layers, the compile time matters more.
        parts = _divisor(positions, 8 if positions * units >= 2**14 else 1)
        slices = zip(*(_split(c, parts) for c in columns), strict=True)
        parts_of = [_entries(kind, *part, careful=careful) for part in slices]
        rows = [
            tf.add_n([_column(name, part[name]) for part in parts_of])
            for name in names
        ]
        total = _sum(tf.stack(rows, 1), positions // parts if many else None)
        total = tf.cast(total, tf.float64)
    else:
        group = _divisor(positions, 255)
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
    unit = [_SCALE**-2 if name == "square" else 1.0 for name in names]
    return total * tf.constant(unit, tf.float64)[:, None]


def all_rows(
    kind: Kind, measured: Mapping[str, np.ndarray], observations: float
) -> np.ndarray:
    """The rows that were measured, and those that follow from them.

    Args:
        kind: The kind of the activation.
        measured: By name, those of `measured_rows`, of shape `(units,)`.
        observations: How many entries a unit has, if "samples" is not among
            them.

    Returns:
        float64 of shape `(len(ROWS), units)`.
    """
    rows = dict(measured)
    none = np.zeros_like(rows["sum"])
    samples = rows.setdefault("samples", none + observations)
    finite = samples - rows["nonfinite"]
    fired = rows.setdefault("fired", finite)
    positive = rows.setdefault("positive", fired)
    rows.setdefault("saturated", finite - fired if kind.fires else none)
    rows.setdefault("zero", finite - positive)
    rows.setdefault("absolute", rows["sum"])
    return np.stack([rows[name] for name in ROWS])


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
    """How many positions a sample has; 1 if the number may vary."""
    positions = shape.as_list()
    del positions[unit_axis], positions[0]
    return 1 if None in positions else math.prod(positions)


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
        entries = _entries(
            kind, *columns, careful=careful, signs=not (careful or grouped)
        )
        for name, entry in entries.items():
            counts = entry.dtype == tf.bool
            if grouped and (name == "square" or (counts and eights)):
                column = _groups(entry, group, units)
                each = positions // group
            else:
                column, each = _column(name, entry), positions
            rows.append(_sum(column, each if many else None))
        return tf.cast(tf.stack(rows), tf.float64)

    entries = [tf.TensorSpec([None, None], dtype) for dtype in dtypes]
    mask = [tf.TensorSpec([None, 1], tf.bool)] * masked
    sizes = tf.TensorSpec([3], tf.int32)
    with tf.init_scope():
        function = tf.function(reduce, autograph=False)
        return function.get_concrete_function(*entries, *mask, sizes)


def _divisor(number: int, most: int) -> int:
    """The largest divisor of a number, up to `most`."""
    return max(n for n in range(1, most + 1) if number % n == 0)


def _split(column: Tensor | None, parts: int) -> list[Tensor]:
    if column is None or parts == 1:
        return [column] * parts
    return tf.unstack(tf.reshape(column, [-1, parts, column.shape[-1]]), axis=1)


def _column(name: str, entry: Tensor) -> Tensor:
    return tf.square(entry) if name == "square" else tf.cast(entry, tf.float32)


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


def _entries(
    kind: Kind,
    z: Tensor,
    a: Tensor,
    counted: Tensor | None = None,
    *,
    careful: bool,
    signs: bool = False,
) -> dict[str, Tensor]:
    """What each entry adds to the measured rows; 0 if it is not `counted`.

    For `square`, it is the entry itself, which is squared when it is added.

    With `signs`, what is above zero is found by its sign: TensorFlow splits a
    comparison between its threads, even of a small tensor, and then waits for
    those that still compute something else. A sign is not split.
    """
    z, a = tf.cast(z, tf.float32), tf.cast(a, tf.float32)
    if kind.slope is not None and kind.fires is None:
        slope = kind.slope(z, a)
    every = counted
    flat = SATURATED * (kind.steepest or 0.0)
    if careful:
        finite = tf.abs(a) < LIMIT
        counted = finite if every is None else finite & every
    if counted is not None:
        a = tf.where(counted, a, 0.0)

    def count(condition: Tensor) -> Tensor:
        return condition if counted is None else condition & counted

    entries = {
        "samples": lambda: every | tf.zeros_like(a, tf.bool),
        "nonfinite": lambda: ~finite if every is None else ~finite & every,
        "fired": lambda: count(kind.fires(a) if kind.fires else slope != 0),
        "positive": lambda: count(z > 0),
        "saturated": lambda: count(tf.abs(slope) < flat),
        "zero": lambda: count(tf.equal(a, 0.0)),
        "absolute": lambda: tf.abs(a),
        "sum": lambda: a,
        "square": lambda: a * _SCALE if careful else a,
    }
    if signs and counted is None:
        entries["positive"] = lambda: tf.sign(tf.nn.relu(z))
        if kind.gate:
            entries["fired"] = lambda: tf.sign(a)
    names = measured_rows(kind, every is not None, careful)
    return {name: entries[name]() for name in names}
