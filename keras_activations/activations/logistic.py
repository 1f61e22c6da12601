"""Sigmoid and tanh: activations that saturate on both sides."""

from typing import Any

import keras

from keras_activations.activations.validation import floating


@keras.saving.register_keras_serializable(package="keras_activations")
def sigmoid(x: Any) -> Any:
    """Squash to (0, 1).

    Formula:

        f(x)  = 1 / (1 + exp(-x))
        f'(x) = f(x) * (1 - f(x))

    The result remembers its logits, so that Keras computes a cross-entropy
    from them and a wrong, saturated prediction still learns.

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
        x: Floating tensor of any shape.

    Returns:
        A tensor of the shape and dtype of `x`.

    Raises:
        TypeError: if `x` is not floating.

    Example:

    >>> tanh(keras.ops.array([-1.0, 0.0, 1.0])).numpy().tolist()
    [-0.7615941762924194, 0.0, 0.7615941762924194]
    """
    return keras.activations.tanh(floating(x, owner="tanh"))
