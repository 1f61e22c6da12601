"""Sigmoid, tanh, dynamic tanh: activations that saturate on both sides."""

from typing import Any

import keras

from keras_activations.activations import gradients
from keras_activations.activations.validation import (
    dtype_of,
    finite_numbers,
    floating,
)


@keras.saving.register_keras_serializable(package="keras_activations")
def sigmoid(x: Any) -> Any:
    """Squash to (0, 1).

    Formula:

        f(x)  = 1 / (1 + exp(-x))
        f'(x) = f(x) * (1 - f(x))

    The result keeps its logits. Keras computes a cross-entropy from them, so
    that a wrong, saturated prediction still has a gradient.

    Args:
        x: Floating tensor of any shape.

    Returns:
        A tensor of the shape and dtype of `x`.

    Raises:
        TypeError: if `x` is not floating.

    Example:

    >>> sigmoid(keras.ops.array([-2.0, 0.0, 2.0])).numpy().round(4).tolist()
    [0.11919999867677689, 0.5, 0.8808000087738037]
    """
    return keras.activations.sigmoid(floating(x, owner="sigmoid"))


@keras.saving.register_keras_serializable(package="keras_activations")
def tanh(x: Any) -> Any:
    """Squash to (-1, 1), zero-centred.

    Formula:

        f(x)  = (exp(x) - exp(-x)) / (exp(x) + exp(-x))
        f'(x) = 1 - f(x)**2

    Args:
        x: Floating tensor of any shape, which may be sparse.

    Returns:
        A tensor of the shape and dtype of `x`, sparse if `x` is.

    Raises:
        TypeError: if `x` is not floating.

    Example:

    >>> tanh(keras.ops.array([-1.0, 0.0, 1.0])).numpy().tolist()
    [-0.7615941762924194, 0.0, 0.7615941762924194]
    """
    return gradients.tanh(floating(x, owner="tanh", sparse=True))


@keras.saving.register_keras_serializable(package="keras_activations")
def dynamic_tanh(
    x: Any,
    alpha: Any = 0.5,
    gamma: Any = 1.0,
    beta: Any = 0.0,
    *,
    training: bool | None = None,
) -> Any:
    """Squash like a normalization, but without computing statistics.

    Formula:

        f(x)      = gamma * t(x) + beta,  t(x) = tanh(alpha * x)
        df/dx     = gamma * alpha * (1 - t(x)**2)
        df/dalpha = gamma * x * (1 - t(x)**2)
        df/dgamma = t(x)
        df/dbeta  = 1

    Args:
        x: Floating tensor of any shape.
        alpha: A finite number >= 0, or a tensor that broadcasts to the shape
            of `x`. A tensor's gradient is summed in float32 at least and has
            the tensor's dtype.
        gamma: As `alpha`; a number may be negative.
        beta: As `gamma`.
        training: True emits the form that trains fastest instead of the one
            that converters recognise. The value is the same.

    Returns:
        A tensor of the shape and dtype of `x`.

    Raises:
        TypeError: if `x`, `alpha`, `gamma` or `beta` is not floating.
        ValueError: if a number is infinite or NaN, the number for `alpha` is
            negative, or a tensor does not broadcast to `x`.

    Example:

    >>> y = dynamic_tanh(keras.ops.array([-4.0, 0.0, 2.0]))
    >>> [round(float(each), 4) for each in y]
    [-0.964, 0.0, 0.7616]

    Reference:

    - [Zhu et al., 2025](https://arxiv.org/abs/2503.10622)
    """
    x = floating(x, owner="dynamic_tanh")
    checked: dict[str, Any] = {"owner": "dynamic_tanh", "dtype": dtype_of(x)}
    alpha = finite_numbers("alpha", alpha, **checked)
    gamma = finite_numbers("gamma", gamma, **checked, signed=True)
    beta = finite_numbers("beta", beta, **checked, signed=True)
    return gradients.dynamic_tanh(
        x, alpha, gamma, beta, training=gradients.in_training(training)
    )
