"""Swish: the input times a sigmoid of itself."""

from typing import Any

import keras

from keras_activations.activations import gradients
from keras_activations.activations.validation import (
    dtype_of,
    finite_numbers,
    floating,
)


@keras.saving.register_keras_serializable(package="keras_activations")
def swish(x: Any, beta: Any = 1.0, *, training: bool | None = None) -> Any:
    """Multiply the input by a sigmoid of itself.

    Formula:

        f(x)     = x * s(x),  s(x) = 1 / (1 + exp(-beta * x))
        df/dx    = s(x) + beta * x * s(x) * (1 - s(x))
        df/dbeta = x**2 * s(x) * (1 - s(x))

    With `beta` 1 this is SiLU; with 0 it is x / 2, and the larger `beta` is,
    the closer it comes to ReLU. At -inf the result is 0, its limit.

    Args:
        x: Floating tensor of any shape.
        beta: A finite number >= 0, or a tensor that broadcasts to the shape
            of `x`. A tensor's gradient is summed in float32 at least and has
            the tensor's dtype.
        training: True emits the form that trains fastest instead of the one
            that converters recognise. The value is the same.

    Returns:
        A tensor of the shape and dtype of `x`.

    Raises:
        TypeError: if `x` or `beta` is not floating.
        ValueError: if a number for `beta` is negative, infinite or NaN, or a
            tensor does not broadcast to `x`.

    Example:

    >>> y = swish(keras.ops.array([-2.0, 0.0, 2.0]))
    >>> [round(float(each), 4) for each in y]
    [-0.2384, 0.0, 1.7616]

    Reference:

    - [Ramachandran et al., 2017](https://arxiv.org/abs/1710.05941)
    """
    x = floating(x, owner="swish")
    beta = finite_numbers("beta", beta, owner="swish", dtype=dtype_of(x))
    return gradients.swish(x, beta, training=gradients.in_training(training))
