"""ELU and XIELU: an exponential on the negative side."""

import numbers
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
def elu(x: Any, alpha: Any = 1.0, *, training: bool | None = None) -> Any:
    """Pull negative inputs towards `-alpha`, leave the others unchanged.

    Formula:

        f(x)      = x                      if x > 0
        f(x)      = alpha * (exp(x) - 1)   otherwise
        df/dx     = 1                      if x > 0, f(x) + alpha otherwise
        df/dalpha = 0                      if x > 0, f(x) / alpha otherwise

    At 0 the derivative with respect to `x` is `alpha`, and that with respect
    to `alpha` is 0.

    Args:
        x: Floating tensor of any shape.
        alpha: A positive finite number, or a tensor of such numbers that
            broadcasts to the shape of `x`. A tensor's gradient is summed in
            float32 at least and has the tensor's dtype.
        training: True emits the form that trains fastest instead of the one
            that converters recognise.

    Returns:
        A tensor of the shape and dtype of `x`.

    Raises:
        TypeError: if `x` or `alpha` is not floating.
        ValueError: if a number for `alpha` is not positive and finite, or a
            tensor does not broadcast to `x`.

    Example:

    >>> elu(keras.ops.array([-1.0, 0.0, 3.0])).numpy().tolist()
    [-0.6321205496788025, 0.0, 3.0]

    Reference:

    - [Clevert et al., 2015](https://arxiv.org/abs/1511.07289)
    """
    x = floating(x, owner="elu")
    is_number = isinstance(alpha, numbers.Number | str | None)
    alpha = finite_numbers(
        "alpha", alpha, owner="elu", dtype=dtype_of(x), positive=True
    )
    if is_number:
        # TensorFlow's ELU computes exp(x) - 1, which loses all digits of a
        # 16-bit number near 0. In compiled code, our form is faster.
        wide = dtype_of(x) in ("float32", "float64")
        compiled = gradients.in_training(training) and gradients.compilable(x)
        if wide and not compiled:
            y = keras.ops.elu(x)
            # Scaling the negative side of an ELU is a leaky ReLU of it: two
            # fused operations that converters know. A selection would take
            # four.
            return y if alpha == 1 else gradients.scale_negative(y, alpha)
    return gradients.elu(x, alpha, training=gradients.in_training(training))


@keras.saving.register_keras_serializable(package="keras_activations")
def xielu(
    x: Any,
    alpha_p: Any = 0.8,
    alpha_n: Any = 0.8,
    beta: float = 0.5,
    *,
    training: bool | None = None,
) -> Any:
    """Rise like a parabola above 0; below 0, dip first and then rise.

    Formula:

        f(x)        = alpha_p * x**2 + beta * x               if x > 0
        f(x)        = alpha_n * (exp(x) - 1 - x) + beta * x   otherwise
        df/dx       = 2 * alpha_p * x + beta                  if x > 0
        df/dx       = alpha_n * (exp(x) - 1) + beta           otherwise
        df/dalpha_p = x**2                     if x > 0, 0 otherwise
        df/dalpha_n = 0          if x > 0, exp(x) - 1 - x otherwise

    At 0 the first derivative with respect to `x` is `beta`, and the second is
    `alpha_n`.

    The code of the paper uses `exp(min(x, -1e-6))`. Its result differs by less
    than 1e-6, but between -1e-6 and 0 its slope is `beta - alpha_n` instead of
    about `beta`.

    Args:
        x: Floating tensor of any shape.
        alpha_p: A finite number >= 0, or a tensor that broadcasts to the
            shape of `x`. A tensor's gradient is summed in float32 at least and
            has the tensor's dtype.
        alpha_n: As `alpha_p`. If it is larger than `beta`, the slope is
            negative far below 0.
        beta: The slope at 0, a finite number >= 0.
        training: True emits the form that trains fastest instead of the one
            that converters recognise. The value is the same.

    Returns:
        A tensor of the shape and dtype of `x`.

    Raises:
        TypeError: if `x`, `alpha_p` or `alpha_n` is not floating or `beta` is
            not a number.
        ValueError: if a number is negative, infinite or NaN, or a tensor
            does not broadcast to `x`.

    Example:

    >>> y = xielu(keras.ops.array([-3.0, -1.0, 0.0, 2.0]))
    >>> [round(float(each), 4) for each in y]
    [0.1398, -0.2057, 0.0, 4.2]

    Reference:

    - [Huang, 2024](https://arxiv.org/abs/2411.13010)
    """
    x = floating(x, owner="xielu")
    checked: dict[str, Any] = {"owner": "xielu", "dtype": dtype_of(x)}
    alpha_p = finite_numbers("alpha_p", alpha_p, **checked)
    alpha_n = finite_numbers("alpha_n", alpha_n, **checked)
    beta = finite_number("beta", beta, **checked)
    return gradients.xielu(
        x, alpha_p, alpha_n, beta, training=gradients.in_training(training)
    )
