"""The bias shift to expect of an activation that learns its alpha."""

import math

import numpy as np


def bias_shift(
    activation: str, alphas: np.ndarray, units: int
) -> np.ndarray | None:
    """Return the bias shift of a layer for inputs from N(0, 1).

    It is the mean over units of |E a| / sqrt(E a^2), as the monitor measures
    it, with the alphas that were logged.

    Args:
        activation: `"prelu"` (alpha z below zero) or `"elu"`
            (alpha (exp(z) - 1) below zero).
        alphas: Of shape (alphas, steps): one alpha for all units, one for
            each, or one for each unit at each position, units last.
        units: The number of units.

    Returns:
        One value per step, or None where `activation` is another one or the
        alphas cannot be assigned to the units.

    Example:
        >>> bias_shift("prelu", np.array([[0.0, 0.25, 1.0]]), 8).round(3)
        array([0.564, 0.411, 0.   ])
    """
    if len(alphas) == 1:
        units = 1
    if activation not in _BELOW or not units or len(alphas) % units:
        return None
    first, second = _BELOW[activation]
    by_unit = alphas.astype(float).reshape(-1, units, alphas.shape[1])
    mean = np.mean(_ABOVE + first * by_unit, axis=0)
    square = np.mean(0.5 + second * by_unit**2, axis=0)
    return np.mean(np.abs(mean) / np.sqrt(square), axis=0)


def _tail(x: float) -> float:
    """P(Z < -x) for a standard normal Z."""
    return math.erfc(x / math.sqrt(2)) / 2


# E Z over Z > 0; E Z^2 over Z > 0 is 1/2.
_ABOVE = 1 / math.sqrt(2 * math.pi)

# Of the part below zero with an alpha of 1: E a and E a^2 over Z < 0, where
# E exp(Z) over Z < 0 is exp(1/2) P(Z < -1), and so on.
_EXP = math.exp(0.5) * _tail(1)
_BELOW = {
    "prelu": (-_ABOVE, 0.5),
    "elu": (_EXP - 0.5, math.exp(2) * _tail(2) - 2 * _EXP + 0.5),
}
