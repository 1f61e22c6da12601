"""Arguments that must be whole numbers."""

from numbers import Integral
from typing import Any


def checked_integer(name: str, value: Any, minimum: int) -> int:
    """The value as an `int`, also if it is one of NumPy's.

    Raises:
        TypeError: If it is no integer.
        ValueError: If it is smaller than `minimum`.
    """
    if isinstance(value, bool) or not isinstance(value, Integral):
        raise TypeError(
            f"`{name}` must be an integer. Received: {name}={value!r} "
            f"of type {type(value).__name__}"
        )
    if value < minimum:
        raise ValueError(
            f"`{name}` must be at least {minimum}. Received: {name}={value!r}"
        )
    return int(value)
