"""Checks that refuse a bad argument where it is given."""

import math
import numbers
from typing import Any

import keras
import numpy as np


def finite_number(
    name: str,
    value: Any,
    *,
    owner: str,
    dtype: str = "float64",
    positive: bool = False,
    signed: bool = False,
) -> float:
    """Return `value` as a float, or refuse it with its name.

    Args:
        name: The argument's name, for the message.
        value: The value that was given.
        owner: The layer or function it was given to, for the message.
        dtype: The floating dtype that it is converted to. A number that
            overflows in it is infinite, and one that underflows is not
            positive.
        positive: Whether 0 is refused too.
        signed: Whether negative numbers are taken.

    Raises:
        TypeError: if `value` is not a real number.
        ValueError: if `value` is None, NaN or infinite, negative (unless
            `signed`), or 0 (if `positive`).
    """
    expected = "positive " if positive else "non-negative "
    if signed:
        expected = ""
    message = (
        f"`{name}` of {owner} must be a finite {expected}number. "
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
    refused = number < 0 and not signed or number == 0 and positive
    if refused or not math.isfinite(number):
        raise ValueError(message)
    # bfloat16 has the range of float32, and NumPy does not know it.
    limits = np.finfo("float32" if dtype == "bfloat16" else dtype)
    smallest = float(limits.smallest_normal) if positive else 0.0
    if not smallest <= abs(number) <= float(limits.max):
        rounded = "infinite" if abs(number) > 1 else "zero"
        raise ValueError(f"{message}, which is {rounded} in {dtype}")
    return number


def finite_numbers(
    name: str,
    value: Any,
    *,
    owner: str,
    dtype: str,
    positive: bool = False,
    signed: bool = False,
) -> Any:
    """Return `value`, or refuse it for a bad number; tensors pass unchecked.

    Raises:
        TypeError: if it is, or holds, something other than a real number.
        ValueError: if `finite_number` refuses one of its numbers.
    """
    checked: dict[str, Any] = {
        "owner": owner,
        "dtype": dtype,
        "positive": positive,
        "signed": signed,
    }
    if isinstance(value, numbers.Number | str | None):
        return finite_number(name, value, **checked)
    if isinstance(value, list | tuple | np.ndarray):
        for number in np.ravel(value).tolist():
            finite_number(name, number, **checked)
    return value


def dtype_of(x: Any) -> str:
    """Return the name of the dtype of a tensor."""
    return keras.backend.standardize_dtype(x.dtype)


def check_floating(name: str, x: Any, *, owner: str) -> None:
    """Refuse a tensor of integers, booleans or the like.

    Raises:
        TypeError: if the dtype of `x` is not floating.
    """
    dtype = dtype_of(x)
    if not keras.backend.is_float_dtype(dtype):
        raise TypeError(
            f"`{name}` of {owner} must be a floating-point tensor. "
            f"Received: {name} of dtype {dtype} and shape {x.shape}"
        )


def floating(x: Any, *, owner: str, sparse: bool = False) -> Any:
    """Return `x` as a floating tensor, or refuse it.

    Args:
        x: A tensor, or anything that Keras converts to one.
        owner: The function it was given to, for the message.
        sparse: Whether it takes sparse tensors.

    Raises:
        TypeError: if `x` has an integer, boolean or other dtype, is sparse
            where it must be dense, or cannot be converted to a tensor.
    """
    if keras.utils.is_keras_tensor(x):
        raise TypeError(
            f"{owner} takes tensors. In a functional model use the layer of "
            f"keras_activations.layers. Received: x={x!r}"
        )
    if isinstance(x, keras.Variable):
        x = x.value
    try:
        x = keras.ops.convert_to_tensor(x)
    except (TypeError, ValueError) as error:
        raise TypeError(
            f"`x` of {owner} must be a floating-point tensor. Received: x={x!r}"
        ) from error
    check_floating("x", x, owner=owner)
    if not sparse and getattr(x, "dense_shape", None) is not None:
        raise TypeError(f"`x` of {owner} must be dense. Received: x={x!r}")
    return x
