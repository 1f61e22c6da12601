"""Histograms with fixed bins, so that they can be added up."""

from typing import Any

import numpy as np

from keras_activations.backends import module_of
from keras_activations.statistics.sums import spread_mask, units_last

ops = module_of("keras_activations.statistics.operations")

Tensor = Any

# Geometric bins on both sides of zero, from 2^-20 to 2^16, with eight bins for
# each factor of two: a bin is 9 % wide. Smaller or larger values fall into the
# first or the last bin.
_PER_OCTAVE = 8
_LOWEST, _HIGHEST = -20, 16
_SIDE = _PER_OCTAVE * (_HIGHEST - _LOWEST)
BINS = 2 * _SIDE

_POSITIVE = 2.0 ** (np.arange(_SIDE + 1) / _PER_OCTAVE + _LOWEST)
EDGES = np.concatenate([-_POSITIVE[::-1], _POSITIVE])


def count_bins(a: Tensor, mask: Tensor | None, unit_axis: int) -> Tensor:
    """Counts the entries that are finite and not zero.

    Args:
        a: Outputs, shape `(batch, ..., units)`.
        mask: Boolean, shape `(batch, ...)`, or `None`.
        unit_axis: The axis of the units: -1, or 1 for channels first.

    Returns:
        int32 of shape `(BINS,)`.
    """
    a = units_last(ops.cast(a, "float32"), unit_axis)
    counted = ops.is_finite(a) & ops.not_equal(a, 0.0)
    if mask is not None:
        counted &= spread_mask(mask, a)
    size = ops.absolute(ops.where(counted, a, 1.0))
    octave = ops.log(size) / np.float32(np.log(2.0)) - _LOWEST
    index = ops.cast(ops.floor(octave * _PER_OCTAVE), "int32")
    index = ops.clip(index, 0, _SIDE - 1)
    index = ops.where(a > 0, _SIDE + index, _SIDE - 1 - index)
    # Entries that do not count go to an extra bin, which is dropped.
    index = ops.where(counted, index, BINS)
    return ops.count_indices(index, BINS + 1)[:BINS]


def as_histogram(counts: np.ndarray, coarse: bool = False) -> np.ndarray:
    """Counts as TensorBoard expects them: rows `(left, right, count)`.

    They cover only the range from the first to the last bin that is not empty;
    the two innermost bins meet at zero.

    Args:
        counts: The counts of the bins.
        coarse: Whether four bins become one, for many histograms.
    """
    if coarse:
        rows = as_histogram(np.repeat(counts.reshape(-1, 4).sum(1) / 4, 4))
        return np.stack(
            [rows[::4, 0], rows[3::4, 1], rows[:, 2].reshape(-1, 4).sum(1)], 1
        )
    filled = np.flatnonzero(counts)
    if not filled.size:
        return np.zeros((0, 3))
    edges = np.delete(EDGES, [_SIDE, _SIDE + 1])
    edges = np.insert(edges, _SIDE, 0.0)
    first, last = filled[0], filled[-1] + 1
    return np.stack(
        [edges[first:last], edges[first + 1 : last + 1], counts[first:last]], 1
    )
