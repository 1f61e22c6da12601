"""ReLU and its variants: two straight lines that meet at 0."""

from typing import Any

import keras

from keras_activations.activations import gradients
from keras_activations.activations.validation import (
    dtype_of,
    finite_number,
    finite_numbers,
    floating,
)


@keras.saving.register_keras_serializable(package="keras_activations")
def relu(
    x: Any,
    negative_slope: float = 0.0,
    max_value: float | None = None,
    threshold: float = 0.0,
) -> Any:
    """Keep the positive side, cut off the negative one.

    Formula:

        f(x) = min(x, max_value)                 if x > threshold
        f(x) = negative_slope * (x - threshold)  otherwise

    At 0 the derivative of the plain form is 0.

    Args:
        x: Floating tensor of any shape.
        negative_slope: Slope below the threshold, finite and >= 0.
        max_value: The largest value returned, finite and >= 0. None means
            unlimited.
        threshold: Where the identity begins, finite and >= 0.

    Returns:
        A tensor of the shape and dtype of `x`.

    Raises:
        TypeError: if `x` is not floating or a parameter is not a number.
        ValueError: if a parameter is negative, infinite or NaN.

    Example:

    >>> relu(keras.ops.array([-2.0, 0.0, 3.0])).numpy().tolist()
    [0.0, 0.0, 3.0]
    """
    x = floating(x, owner="relu")
    limits: dict[str, Any] = {"owner": "relu", "dtype": dtype_of(x)}
    slope = finite_number("negative_slope", negative_slope, **limits)
    threshold = finite_number("threshold", threshold, **limits)
    if max_value is not None:
        max_value = finite_number("max_value", max_value, **limits)
    # TensorFlow's operations keep these numbers as float32, and Keras's
    # threshold turns NaN into 0.
    if not threshold and (dtype_of(x) != "float64" or not (slope or max_value)):
        return keras.activations.relu(x, slope, max_value)
    below = slope * (x - threshold) if slope else keras.ops.zeros_like(x)
    y = keras.ops.where(x <= threshold, below, x)
    if max_value is None:
        return y
    return keras.ops.where(y >= max_value, max_value, y)


@keras.saving.register_keras_serializable(package="keras_activations")
def leaky_relu(x: Any, negative_slope: float = 0.01) -> Any:
    """Let a fixed, small share of the negative side through.

    Formula:

        f(x) = x                   if x > 0
        f(x) = negative_slope * x  otherwise

    At 0 the derivative is `negative_slope`.

    Args:
        x: Floating tensor of any shape.
        negative_slope: Slope of the negative side, finite and >= 0.

    Returns:
        A tensor of the shape and dtype of `x`.

    Raises:
        TypeError: if `x` is not floating or `negative_slope` is not a number.
        ValueError: if `negative_slope` is negative, infinite or NaN.

    Example:

    >>> leaky_relu(keras.ops.array([-2.0, 0.0, 3.0]), 0.5).numpy().tolist()
    [-1.0, 0.0, 3.0]
    """
    x = floating(x, owner="leaky_relu")
    slope = finite_number(
        "negative_slope",
        negative_slope,
        owner="leaky_relu",
        dtype=dtype_of(x),
    )
    return gradients.scale_negative(x, slope)


@keras.saving.register_keras_serializable(package="keras_activations")
def prelu(x: Any, alpha: Any, *, training: bool | None = None) -> Any:
    """Scale the negative side by a slope that is learned.

    Formula:

        f(x)      = x               if x > 0
        f(x)      = alpha * x       otherwise
        df/dx     = 1               if x > 0, alpha otherwise
        df/dalpha = 0               if x > 0, x otherwise

    At 0 the derivative with respect to `x` is `alpha`, and that with respect
    to `alpha` is 0.

    Args:
        x: Floating tensor of any shape.
        alpha: A finite number >= 0, or a tensor that broadcasts to the shape
            of `x`. A tensor's gradient is summed in float32 at least and has
            the tensor's dtype.
        training: True emits the form that trains fastest instead of the one
            that converters recognise. The value is the same.

    Returns:
        A tensor of the shape and dtype of `x`.

    Raises:
        TypeError: if `x` or `alpha` is not floating.
        ValueError: if a number for `alpha` is negative, infinite or NaN, or a
            tensor does not broadcast to `x`.

    Example:

    >>> prelu(keras.ops.array([-2.0, 0.0, 3.0]), 0.5).numpy().tolist()
    [-1.0, 0.0, 3.0]

    Reference:

    - [He et al., 2015](https://arxiv.org/abs/1502.01852)
    """
    x = floating(x, owner="prelu")
    alpha = finite_numbers("alpha", alpha, owner="prelu", dtype=dtype_of(x))
    return gradients.prelu(x, alpha, training=gradients.in_training(training))
