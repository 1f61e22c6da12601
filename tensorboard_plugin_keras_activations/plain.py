"""Numbers for JSON, which knows neither NaN nor infinity."""

import functools
import math
from typing import Any


# Counts and shares of a few units take few different values: they are cached.
@functools.lru_cache(1 << 16)
def number(value: Any) -> float | str:
    """A number for JSON, with the digits that a float32 has.

    For NaN and infinity, the page gets their names.
    """
    value = float(value)
    if not math.isfinite(value):
        return {math.inf: "Infinity", -math.inf: "-Infinity"}.get(value, "NaN")
    # Seven digits determine most float32 numbers exactly, nine all of them.
    short = float(f"{value:.7g}")
    exact = abs(short - value) <= 3e-8 * abs(value)
    return short if exact else float(f"{value:.9g}")


def number_or_none(value: Any) -> float | str | None:
    """A number for JSON; None for anything else."""
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return None
    try:
        return number(value)
    except OverflowError:  # an integer with hundreds of digits
        return None


def plain(value: Any) -> int | float | str:
    """A hyperparameter for JSON."""
    if isinstance(value, int):
        return value
    if isinstance(value, float):
        return value if math.isfinite(value) else number(value)
    return str(value)
