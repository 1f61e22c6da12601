"""Checks of arguments that several parts of the package need."""

from numbers import Integral, Real
from typing import Any

import keras
import numpy as np


def checked_integer(name: str, value: Any, minimum: int) -> int:
    """The value as an `int`, even if it is a NumPy integer.

    Raises:
        TypeError: If it is not an integer.
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


def checked_share(name: str, value: Any) -> float:
    """The value as a `float` from 0 to 1.

    Raises:
        TypeError: If it is not a number.
        ValueError: If it is not from 0 to 1.
    """
    if isinstance(value, bool) or not isinstance(value, Real):
        raise TypeError(
            f"`{name}` must be a number. Received: {name}={value!r} of type "
            f"{type(value).__name__}"
        )
    if not 0 <= float(value) <= 1:
        raise ValueError(
            f"`{name}` must be from 0 to 1. Received: {name}={value!r}"
        )
    return float(value)


def check_samples(x: Any, y: Any, which: str = "") -> None:
    """Refuse samples and targets that are not finite or differ in number.

    Args:
        x: Samples, an array of shape `(n, ...)` or several in a structure.
        y: Targets, likewise.
        which: Put before `x` and `y` in the message, such as `"validation "`.

    Raises:
        ValueError: The lengths differ, there are no samples, or a value is not
            a finite number.
    """
    arrays = [
        (f"{which}`{letter}`", np.asarray(leaf))
        for letter, structure in (("x", x), ("y", y))
        for leaf in keras.tree.flatten(structure)
    ]
    for name, array in arrays:
        if array.ndim == 0 or array.size == 0:
            raise ValueError(
                f"{name} must hold samples. Received: shape {array.shape}"
            )
        if array.dtype.kind not in "buif":
            raise ValueError(
                f"{name} must be numeric. Received: dtype {array.dtype}"
            )
        bad = np.count_nonzero(~np.isfinite(array))
        if bad:
            raise ValueError(
                f"{name} must be finite. Received: {bad} values of "
                f"{array.size} that are NaN or infinite"
            )
    if len({len(array) for _, array in arrays}) > 1:
        shapes = " and ".join(str(array.shape) for _, array in arrays)
        raise ValueError(
            f"{which}`x` and `y` must have as many samples. "
            f"Received: shapes {shapes}"
        )


def check_labels(y: Any, which: str = "") -> None:
    """Refuse targets that are not one class label per sample.

    Args:
        y: Integers from 0 of shape `(n,)` or `(n, 1)`.
        which: See `check_samples`.

    Raises:
        ValueError: `y` is something else.
    """
    y = np.asarray(y)
    if y.dtype.kind not in "iu" or y.size != len(y):
        raise ValueError(
            f"{which}`y` must hold one integer class label a sample. "
            f"Received: {y.dtype} of shape {y.shape}"
        )
    if y.min() < 0:
        raise ValueError(
            f"{which}`y` must hold class labels from 0. Received: {y.min()}"
        )
