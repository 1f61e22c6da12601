"""Checks that refuse a bad argument where it is given."""

import math
import numbers
from typing import Any

import keras


def finite_number(
    name: str, value: Any, *, owner: str, positive: bool = False
) -> float:
    """Return `value` as a float, or refuse it by name.

    Args:
        name: The argument's name, for the message.
        value: What was given for it.
        owner: The layer or function it was given to, for the message.
        positive: Whether 0 is refused too.

    Raises:
        TypeError: if `value` is no real number.
        ValueError: if `value` is None, NaN, infinite or negative (or 0, if
            `positive`).
    """
    expected = "positive" if positive else "non-negative"
    message = (
        f"`{name}` of {owner} must be a finite {expected} number. "
        f"Received: {name}={value!r}"
    )
    if value is None:  # A ValueError in Keras, too.
        raise ValueError(message)
    if isinstance(value, bool) or not isinstance(value, numbers.Real):
        raise TypeError(message)
    try:
        number = float(value)
    except OverflowError:  # An integer beyond the largest float.
        number = math.inf
    if not math.isfinite(number) or number < 0 or (positive and number == 0):
        raise ValueError(message)
    return number


def floating(x: Any, *, owner: str) -> Any:
    """Return `x` as a floating tensor, or refuse it.

    Args:
        x: A tensor, or anything that Keras makes one of.
        owner: The function it was given to, for the message.

    Raises:
        TypeError: if `x` has an integer, boolean or other dtype, or cannot be
            made a tensor.
    """
    if keras.utils.is_keras_tensor(x):
        raise TypeError(
            f"{owner} takes tensors. In a functional model use the layer of "
            f"keras_activations.layers. Received: x={x!r}"
        )
    try:
        x = keras.ops.convert_to_tensor(x)
    except (TypeError, ValueError) as error:
        raise TypeError(
            f"`x` of {owner} must be a floating-point tensor. Received: x={x!r}"
        ) from error
    dtype = keras.backend.standardize_dtype(x.dtype)
    if not keras.backend.is_float_dtype(dtype):
        raise TypeError(
            f"`x` of {owner} must be a floating-point tensor. "
            f"Received: x of dtype {dtype} and shape {tuple(x.shape)}"
        )
    return x
