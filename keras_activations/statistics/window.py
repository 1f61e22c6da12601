"""The layout of what a window of steps adds up to, per unit.

A window is a vector of float64: `ROWS` for each unit, below them in how many
mini-batches a unit was not observed and in how many it was silent, and as the
last number how many mini-batches there were. Beside it stand the first and
the last mini-batch in which each unit fired, counted from 1 on; 0: none.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import numpy as np
import tensorflow as tf

from keras_activations.statistics.health import Sums
from keras_activations.statistics.sums import ROWS

Tensor = Any

_BELOW = 2


def step_vector(step: Tensor, unseen: Tensor) -> Tensor:
    """One mini-batch as it is added to a window.

    Args:
        step: Shape `(len(ROWS), units)`, see `reduce_call`.
        unseen: Shape `(units,)`, 1 where a unit was not observed.
    """
    silent = tf.cast(step[ROWS.index("fired")] == 0, step.dtype)
    below = [unseen, silent, tf.ones([1], step.dtype)]
    flat = tf.concat([tf.reshape(step, [-1]), *below], 0)
    return tf.cast(flat, tf.float64)


def fired_in(before: Tensor, step: Tensor, batch: Tensor) -> Tensor:
    """The first and the last mini-batch in which a unit fired.

    Args:
        before: The same before this mini-batch, float32 of `(2, units)`.
        step: Shape `(len(ROWS), units)`.
        batch: The number of this mini-batch, float32.
    """
    fires = tf.cast(step[ROWS.index("fired")] > 0, tf.float32)
    now = fires * batch
    first = tf.where(before[0] > 0, before[0], now)
    return tf.stack([first, tf.maximum(before[1], now)])


def length(units: int) -> int:
    """How many numbers a window of so many units has."""
    return (len(ROWS) + _BELOW) * units + 1


def read(
    sites: Sequence[tuple[str, int]],
    total: np.ndarray,
    fired: np.ndarray,
    batches: float,
) -> dict[str, Sums]:
    """The sums of each row of a window.

    Args:
        sites: Name and number of units, in the order of the window.
        total: The window.
        fired: The first and last mini-batches.
        batches: How many mini-batches were watched, with those in which
            nothing of this window ran.
    """
    units = total[:-1].reshape(len(ROWS) + _BELOW, -1)
    found = {}
    start = 0
    for name, size in sites:
        part = units[:, start : start + size]
        unseen, silent = part[len(ROWS) :]
        first, last = fired[:, start : start + size]
        observed = total[-1] - unseen
        found[name] = Sums(
            part[: len(ROWS)],
            batches,
            observed,
            silent - unseen,
            np.asarray(first, "float64"),
            np.asarray(last, "float64"),
        )
        start += size
    return found


def join(one: Sums, other: Sums) -> Sums:
    """Two windows of the same mini-batches, as a step traced twice has."""
    first = np.where(
        (one.first_fired > 0) & (other.first_fired > 0),
        np.minimum(one.first_fired, other.first_fired),
        np.maximum(one.first_fired, other.first_fired),
    )
    return Sums(
        one.rows + other.rows,
        max(one.batches, other.batches),
        one.observed_batches + other.observed_batches,
        one.dead_batches + other.dead_batches,
        first,
        np.maximum(one.last_fired, other.last_fired),
    )


class Window:
    """The sums of several windows, one after the other.

    Attributes:
        batches: How many mini-batches they have together.
        sums: By name of the row, its sums.
    """

    def __init__(self) -> None:
        self.batches = 0.0
        self.sums: dict[str, Sums] = {}

    def add(self, later: Mapping[str, Sums], batches: float) -> None:
        """Adds the next window, of so many mini-batches."""
        for name, sums in later.items():
            shifted = replace(
                sums,
                batches=self.batches + batches,
                first_fired=_shift(sums.first_fired, self.batches),
                last_fired=_shift(sums.last_fired, self.batches),
            )
            known = self.sums.get(name)
            self.sums[name] = shifted if known is None else join(known, shifted)
        self.batches += batches


def _shift(batch: np.ndarray, by: float) -> np.ndarray:
    return np.where(batch > 0, batch + by, 0.0)
