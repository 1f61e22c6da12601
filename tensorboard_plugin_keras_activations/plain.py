"""Plain values: JSON from anywhere, numbers for JSON, text for a terminal."""

import functools
import json
import math
from typing import Any

# Up to this, JavaScript's numbers hold integers exactly.
_MOST = 2**53


def loaded(text: str | bytes) -> Any:
    """The value of a JSON text that any program may have written.

    Integers that are too large for a page become floating-point numbers, and
    `None` where even these are too small.

    Args:
        text: The text.

    Raises:
        ValueError: If it is no JSON, or nested too deeply.
    """
    try:
        return json.loads(text, parse_int=_integer)
    except (TypeError, RecursionError) as error:
        raise ValueError(f"it is no JSON: {error}") from error


def _integer(digits: str) -> int | float | None:
    # First as a float: `int` takes the square of the digits of time.
    value = float(digits)
    if abs(value) <= _MOST:
        return int(digits)
    return value if math.isfinite(value) else None


def is_count(value: Any) -> bool:
    """Whether it is an integer of at least 1."""
    return isinstance(value, int) and not isinstance(value, bool) and value > 0


def printable(text: str) -> str:
    r"""A text from a file for one line of a terminal or of a Markdown page.

    Characters that would move the cursor, change its colours or reorder the
    line are shown by their codes.

    Example:
        >>> print(printable("red: \x1b[31m, line: \n, half: \ud800"))
        red: \x1b[31m, line: \n, half: \ud800
    """
    if text.isprintable():
        return text
    return "".join(
        # A space is not "printable" unless it is the ordinary one.
        letter
        if letter.isprintable() or letter in _SPACES
        else letter.encode("unicode_escape").decode("ascii")
        for letter in text
    )


_SPACES = "\u00a0\u202f\u3000"


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
    try:
        return str(value)
    except RecursionError:
        return "..."
