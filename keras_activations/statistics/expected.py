"""The expected bias shift of an activation with an alpha."""

import math

import numpy as np


def expected_bias_shift(
    name: str, alpha: np.ndarray | float | None, units: int | None = None
) -> float | None:
    """The bias shift of a layer whose inputs are from N(0, 1).

    It is the mean over the units of |E a| / sqrt(E a^2), as it is measured.

    Args:
        name: `"prelu"` (alpha z below zero), `"elu"`
            (alpha (exp(z) - 1) below zero), or any other.
        alpha: One alpha for all units, one for each, or one for each unit at
            each position, units last.
        units: The number of units; `None`: the last axis of `alpha`.

    Returns:
        The bias shift; `None` for any other name, or if the alphas cannot be
        assigned to the units or give no finite number.

    Example:
        >>> round(expected_bias_shift("prelu", 0.25), 3)
        0.411
    """
    if name not in _BELOW or alpha is None:
        return None
    alpha = np.asarray(alpha, "float64")
    if units is None or alpha.size == 1:
        units = alpha.shape[-1] if alpha.ndim else 1
    # One alpha per unit may lie along any axis; the other sizes are 1.
    if not alpha.size or units not in (alpha.size, *alpha.shape[-1:]):
        return None
    by_unit = alpha.reshape(-1, units)
    first, second = _BELOW[name]
    with np.errstate(all="ignore"):  # an alpha that diverges
        mean = np.mean(_ABOVE + first * by_unit, axis=0)
        square = np.mean(0.5 + second * by_unit**2, axis=0)
        shift = float(np.mean(np.abs(mean) / np.sqrt(square)))
    return shift if math.isfinite(shift) else None


def _tail(x: float) -> float:
    """P(Z < -x) for a standard normal Z."""
    return math.erfc(x / math.sqrt(2.0)) / 2.0


# E Z over Z > 0; E Z^2 over Z > 0 is 1/2.
_ABOVE = 1.0 / math.sqrt(2.0 * math.pi)

# For the part below zero with an alpha of 1: E a and E a^2 over Z < 0. There,
# E exp(Z) is exp(1/2) P(Z < -1), and so on.
_EXP = math.exp(0.5) * _tail(1.0)
_BELOW = {
    "prelu": (-_ABOVE, 0.5),
    "elu": (_EXP - 0.5, math.exp(2.0) * _tail(2.0) - 2.0 * _EXP + 0.5),
}
