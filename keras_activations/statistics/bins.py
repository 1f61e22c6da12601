"""Histograms with fixed bins, so that they can be added up."""

from typing import Any

import numpy as np
import tensorflow as tf

from keras_activations.statistics.sums import spread_mask, units_last

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
    a = units_last(tf.cast(a, tf.float32), unit_axis)
    counted = tf.math.is_finite(a) & tf.not_equal(a, 0.0)
    if mask is not None:
        counted &= spread_mask(mask, a)
    size = tf.abs(tf.where(counted, a, 1.0))
    octave = tf.math.log(size) / np.float32(np.log(2.0)) - _LOWEST
    index = tf.cast(tf.floor(octave * _PER_OCTAVE), tf.int32)
    index = tf.clip_by_value(index, 0, _SIDE - 1)
    index = tf.where(a > 0, _SIDE + index, _SIDE - 1 - index)
    # Entries that do not count go to an extra bin, which is dropped.
    index = tf.where(counted, index, BINS)
    # tf.math.bincount would do this, but XLA cannot compile it for every
    # shape.
    index = tf.reshape(index, [-1])
    ones = tf.ones_like(index)
    return tf.math.unsorted_segment_sum(ones, index, BINS + 1)[:BINS]


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
