"""From sums per unit to the numbers that a row of the history shows."""

from dataclasses import dataclass

import numpy as np

from keras_activations.statistics.kinds import SATURATED, Kind
from keras_activations.statistics.sums import ROWS

# The share of the observations below which a unit fires rarely.
RARE = 0.01
# The tau of a dormant unit.
DORMANT = 0.025
# From this share of the observations on, a unit is saturated.
SATURATED_SHARE = 0.99

THRESHOLDS = {
    "rare_ratio": RARE,
    "dormant_ratio": DORMANT,
    "saturated_slope": SATURATED,
    "saturated_share": SATURATED_SHARE,
}


@dataclass(frozen=True)
class Sums:
    """What was observed of the units of one layer in one window.

    Args:
        rows: float64 of shape `(len(ROWS), units)`, see `sums.ROWS`.
        batches: How many mini-batches were watched.
        observed_batches: Per unit, in how many of these it was observed,
            float64 of shape `(units,)`.
        dead_batches: In how many of those it did not fire once.
        first_fired: Per unit, the number of the watched mini-batch, counted
            from 1, in which it first fired; 0: it did not fire.
        last_fired: The same for the last mini-batch in which it fired.
    """

    rows: np.ndarray
    batches: float
    observed_batches: np.ndarray
    dead_batches: np.ndarray
    first_fired: np.ndarray
    last_fired: np.ndarray

    def __getitem__(self, row: str) -> np.ndarray:
        return self.rows[ROWS.index(row)]

    @property
    def observed(self) -> np.ndarray:
        """Finite observations per unit."""
        return self["samples"] - self["nonfinite"]


def ratio(numerator: np.ndarray, denominator: np.ndarray) -> np.ndarray:
    """The quotient; NaN where nothing was observed."""
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
    """Per unit, the standard deviation of its outputs.

    The variance is E a^2 - (E a)^2, and a step's sums are in float32: with n
    observations per unit and step, the deviation of a unit has a relative
    error of up to about sqrt(n) 2^-23 (1 + (mean / std)^2). With 128
    observations, that is 3e-6 if the mean is one deviation, and 1 % if it is a
    hundred; for a nearly constant unit, no digit is right. Squares around each
    unit's mean would be exact, but cost another pass over all outputs wherever
    XLA does not compile the step.
    """
    with np.errstate(invalid="ignore"):
        variance = ratio(sums["square"], sums.observed) - unit_mean(sums) ** 2
        return np.sqrt(np.maximum(variance, 0.0))


def unit_size(sums: Sums) -> np.ndarray:
    """Per unit, the mean of the absolute values of its outputs."""
    return ratio(sums["absolute"], sums.observed)


def bias_shift(sums: Sums) -> np.ndarray:
    """Per unit |E a| / sqrt(E a^2), in [0, 1]; 0 if it is always 0."""
    root = np.sqrt(ratio(sums["square"], sums.observed))
    mean = np.abs(unit_mean(sums))
    with np.errstate(invalid="ignore"):  # NaN as in unit_std
        return np.where(root > 0, np.minimum(ratio(mean, root), 1.0), root)


def mean_over(values: np.ndarray) -> float:
    """The mean over the units that were observed; NaN if none was."""
    observed = values[~np.isnan(values)]
    # If training diverges, units at +inf and at -inf have no common mean.
    with np.errstate(invalid="ignore"):
        return float(observed.mean()) if observed.size else float("nan")


def summarize(kind: Kind, sums: Sums) -> dict[str, float]:
    """The measures of one layer over one window, by the names of the tags."""
    observed = sums.observed
    row: dict[str, float] = {}
    if kind.slope is None:
        pass  # whether a unit fires is not known
    elif kind.can_die:
        row["dead_ratio_batch"] = mean_over(
            ratio(sums.dead_batches, sums.observed_batches)
        )
        row["dead_ratio"] = share(sums["fired"] == 0, observed)
        row["rare_ratio"] = share(firing_rate(sums) < RARE, observed)
    else:
        row["one_sided_ratio"] = share(sums["positive"] == 0, observed)
    row["dormant_ratio"] = share(dormant(sums), observed)
    row["mean"] = mean_over(unit_mean(sums))
    row["std"] = mean_over(unit_std(sums))
    # Units that are always 0 are left out: with them, a layer would look
    # better centred the more dead units it has.
    nonzero = sums["square"] != 0
    row["bias_shift"] = mean_over(
        bias_shift(sums)[nonzero if nonzero.any() else ...]
    )
    row["zero_fraction"] = _quotient(sums["zero"].sum(), observed.sum())
    if kind.steepest is not None and kind.slope is not None:
        saturated = sums["saturated"] >= SATURATED_SHARE * observed
        row["saturation"] = share(saturated, observed)
    row["nonfinite"] = int(sums["nonfinite"].sum())
    return row


def saturated_fraction(sums: Sums) -> float:
    """The share of all entries whose slope is near 0, see `kinds`."""
    return _quotient(sums["saturated"].sum(), sums.observed.sum())


def dormant(sums: Sums) -> np.ndarray:
    """Per unit, whether E|a| is at most `DORMANT` of the layer's mean of it.

    Sokar et al., 2023, https://arxiv.org/abs/2302.12902
    """
    size = unit_size(sums)
    return size <= DORMANT * mean_over(size)


def share(units: np.ndarray, observed: np.ndarray) -> float:
    """The share of the observed units for which a condition holds."""
    return _quotient(units[observed > 0].sum(), (observed > 0).sum())


def _quotient(part: float, whole: float) -> float:
    return float(part / whole) if whole else float("nan")


def firing_shades(kind: Kind, sums: Sums) -> np.ndarray:
    """Per unit 0 if it never fired, else its firing rate as 1 to 255.

    All units of a kind that cannot die fire on every sample. For them, the
    samples with an input above 0 are counted instead; 0 then means one-sided.
    """
    count = sums["fired" if kind.can_die else "positive"]
    rate = np.nan_to_num(ratio(count, sums.observed))
    shades = np.maximum(np.round(255 * rate), 1)
    return np.where(count > 0, shades, 0).astype(np.uint8)
