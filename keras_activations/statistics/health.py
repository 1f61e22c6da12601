"""From sums per unit to the numbers that a row of the history shows."""

from dataclasses import dataclass

import numpy as np

from keras_activations.statistics.kinds import Kind
from keras_activations.statistics.sums import ROWS


@dataclass(frozen=True)
class Sums:
    """What was observed of the units of one layer in one window.

    Args:
        rows: float64 of shape `(len(ROWS), units)`, see `sums.ROWS`.
        batches: How many mini-batches were watched.
        dead_batches: Per unit, in how many of these it did not fire once,
            float64 of shape `(units,)`.
    """

    rows: np.ndarray
    batches: float
    dead_batches: np.ndarray

    def __getitem__(self, row: str) -> np.ndarray:
        return self.rows[ROWS.index(row)]

    def __add__(self, other: "Sums") -> "Sums":
        return Sums(
            self.rows + other.rows,
            self.batches + other.batches,
            self.dead_batches + other.dead_batches,
        )

    @property
    def observed(self) -> np.ndarray:
        """Finite observations per unit."""
        return self["samples"] - self["nonfinite"]


def ratio(numerator: np.ndarray, denominator: np.ndarray) -> np.ndarray:
    """Their quotient; NaN where nothing was observed."""
    return np.divide(
        numerator,
        denominator,
        out=np.full(np.shape(numerator), np.nan),
        where=denominator > 0,
    )


def firing_rate(sums: Sums) -> np.ndarray:
    """Per unit, the share of the observations on which it fired."""
    return ratio(sums["fired"], sums.observed)


def unit_mean(sums: Sums) -> np.ndarray:
    """Per unit, the mean of its outputs."""
    return ratio(sums["sum"], sums.observed)


def unit_std(sums: Sums) -> np.ndarray:
    """Per unit, the standard deviation of its outputs."""
    variance = ratio(sums["square"], sums.observed) - unit_mean(sums) ** 2
    return np.sqrt(np.maximum(variance, 0.0))


def bias_shift(sums: Sums) -> np.ndarray:
    """Per unit |E a| / sqrt(E a^2), in [0, 1]; 0 for a unit that is 0."""
    root = np.sqrt(ratio(sums["square"], sums.observed))
    mean = np.abs(unit_mean(sums))
    return np.where(root > 0, np.minimum(ratio(mean, root), 1.0), root)


def mean_over(values: np.ndarray) -> float:
    """The mean over the units that were observed; NaN if none was."""
    observed = values[~np.isnan(values)]
    return float(observed.mean()) if observed.size else float("nan")


def summarize(kind: Kind, sums: Sums) -> dict[str, float]:
    """The measures of one layer over one window."""
    row = {
        "mean": mean_over(unit_mean(sums)),
        "bias_shift": mean_over(bias_shift(sums)),
    }
    if kind.can_die:
        dead = np.where(sums.observed > 0, sums["fired"] == 0, np.nan)
        row["dead_ratio"] = mean_over(dead)
        row["dead_ratio_batch"] = mean_over(
            ratio(sums.dead_batches, np.full_like(dead, sums.batches))
        )
    return row
