"""The rows that one call of an activation is reduced to.

`reduction` does so on the device, in the training step or right after it:
whatever the size of the batch, at most `len(ROWS)` numbers per unit remain.
"""

import math
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from keras_activations.backends import module_of
from keras_activations.statistics.kinds import SATURATED, Kind

ops = module_of("keras_activations.statistics.operations")

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
SCALE = 2.0**-20

# With more positions than this, such as in a convolution on images larger than
# 128 x 128, each sample is summed separately: in float32 a sum of ones stops
# growing at 2^24, which is 1024 times this number.
MOST_POSITIONS = 2**14


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
    rank = len(tensor.shape)
    if unit_axis == 1 and rank > 2:
        tensor = ops.transpose(tensor, [0, *range(2, rank), 1])
    return ops.reshape(tensor, [-1, tensor.shape[-1]])


def spread_mask(mask: Tensor, a: Tensor) -> Tensor:
    """A mask of the leading axes as a column for `(observations, units)`."""
    column = ops.reshape(ops.cast(mask, "bool"), [-1, 1])
    return ops.repeat_rows(column, ops.length(a))


def positions_of(a: Tensor, unit_axis: int) -> int:
    """How many positions a sample has; 1 if the number may vary."""
    positions = ops.sizes(a)
    del positions[unit_axis], positions[0]
    return 1 if None in positions else math.prod(positions)


def divisor(number: int, most: int) -> int:
    """The largest divisor of a number, up to `most`."""
    return max(n for n in range(1, most + 1) if number % n == 0)


def number_of_slices(observations: int, units: int) -> int:
    """In how many slices so many observations are added up first.

    Small tensors are not sliced, for the sake of the compile time.
    """
    return divisor(observations, 8 if observations * units >= 2**14 else 1)


def fused_rows(
    kind: Kind,
    names: Sequence[str],
    columns: Sequence[Tensor | None],
    slices: int,
    *,
    careful: bool,
) -> Tensor:
    """What is to be summed over the first axis, for a step that XLA compiles.

    On a CPU, XLA hands a sum to a library that reads its input from memory, so
    that the square of every entry is written and read again. But it fuses an
    addition of slices with the operations that compute them. All rows share
    one sum: in a network with many layers, the compile time matters more.

    Args:
        kind: The kind of the activation.
        names: The rows, see `measured_rows`.
        columns: Input, output and mask, of shape `(observations, units)`.
        slices: See `number_of_slices`.
        careful: See `measured_rows`.

    Returns:
        float32 of shape `(observations / slices, rows, units)`.
    """
    parts = zip(*(_split(each, slices) for each in columns), strict=True)
    parts_of = [entries_of(kind, *part, careful=careful) for part in parts]
    rows = [
        ops.add_up([column_of(name, part[name]) for part in parts_of])
        for name in names
    ]
    return ops.stack(rows, 1)


def _split(column: Tensor | None, parts: int) -> list[Tensor]:
    if column is None or parts == 1:
        return [column] * parts
    return ops.unstack(ops.reshape(column, [-1, parts, column.shape[-1]]), 1)


def column_of(name: str, entry: Tensor) -> Tensor:
    """What an entry adds to a row, float32."""
    return ops.square(entry) if name == "square" else ops.cast(entry, "float32")


def entries_of(
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
    z, a = ops.cast(z, "float32"), ops.cast(a, "float32")
    if kind.slope is not None and kind.fires is None:
        slope = kind.slope(z, a)
    every = counted
    flat = SATURATED * (kind.steepest or 0.0)
    if careful:
        finite = ops.absolute(a) < LIMIT
        counted = finite if every is None else finite & every
    if counted is not None:
        a = ops.where(counted, a, 0.0)

    def count(condition: Tensor) -> Tensor:
        return condition if counted is None else condition & counted

    found = {
        "samples": lambda: every | ops.zeros_like(a, "bool"),
        "nonfinite": lambda: ~finite if every is None else ~finite & every,
        "fired": lambda: count(kind.fires(a) if kind.fires else slope != 0),
        "positive": lambda: count(z > 0),
        "saturated": lambda: count(ops.absolute(slope) < flat),
        "zero": lambda: count(ops.equal(a, 0.0)),
        "absolute": lambda: ops.absolute(a),
        "sum": lambda: a,
        "square": lambda: a * SCALE if careful else a,
    }
    if signs and counted is None:
        found["positive"] = lambda: ops.sign(ops.relu(z))
        if kind.gate:
            found["fired"] = lambda: ops.sign(a)
    names = measured_rows(kind, every is not None, careful)
    return {name: found[name]() for name in names}
