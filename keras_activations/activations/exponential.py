"""ELU: the identity on one side, a bounded exponential on the other."""

import numbers
from typing import Any

import keras

from keras_activations.activations import gradients
from keras_activations.activations.rectified import scale_negative
from keras_activations.activations.validation import (
    dtype_of,
    finite_numbers,
    floating,
)


@keras.saving.register_keras_serializable(package="keras_activations")
def elu(x: Any, alpha: Any = 1.0, *, training: bool | None = None) -> Any:
    """Pull negative inputs towards `-alpha`, leave the others alone.

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
            float32 at least and has its own dtype.
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
        # TensorFlow's ELU computes exp(x) - 1, which leaves nothing of a
        # 16-bit number near 0, and what is compiled is faster in our form.
        wide = dtype_of(x) in ("float32", "float64")
        if wide and not (training and gradients.compilable()):
            y = keras.ops.elu(x)
            # Scaling the negative side of an ELU is a leaky ReLU of it: two
            # fused operations that converters know, where a selection is
            # four.
            return y if alpha == 1 else scale_negative(y, alpha)
    return gradients.elu(x, alpha, bool(training))
