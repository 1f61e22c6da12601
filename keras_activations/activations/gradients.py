"""The activations with a learned parameter, their gradients by hand.

Only this module of the package's activations needs TensorFlow. Gradients of
parameters are summed in at least float32, whatever the dtype of `x`: a sum
over a batch of images overflows float16 at once.
"""

from collections.abc import Callable
from typing import Any

import tensorflow as tf

Gradient = Callable[[tf.Tensor], tuple[tf.Tensor, tf.Tensor]]


def prelu(x: tf.Tensor, alpha: Any) -> tf.Tensor:
    """`x` where it is positive, `alpha * x` elsewhere."""

    @tf.custom_gradient
    def prelu(x: tf.Tensor, alpha: tf.Tensor) -> tuple[tf.Tensor, Gradient]:
        slope = tf.cast(alpha, x.dtype)

        def gradient(upstream: tf.Tensor) -> tuple[tf.Tensor, tf.Tensor]:
            grad_x = tf.where(x > 0, upstream, slope * upstream)
            per_element = tf.where(x > 0, tf.zeros_like(x), x)
            return grad_x, _sum_to(_wide(per_element) * _wide(upstream), alpha)

        # Written with two relu because the LiteRT converter recognises
        # exactly this as its PRELU operation.
        return tf.nn.relu(x) + (-slope) * tf.nn.relu(-x), gradient

    return prelu(x, tf.convert_to_tensor(alpha))


def elu(x: tf.Tensor, alpha: Any) -> tf.Tensor:
    """`x` where it is positive, `alpha * (exp(x) - 1)` elsewhere."""

    @tf.custom_gradient
    def elu(x: tf.Tensor, alpha: tf.Tensor) -> tuple[tf.Tensor, Gradient]:
        scale = tf.cast(alpha, x.dtype)
        y = tf.where(x > 0, x, scale * tf.math.expm1(tf.minimum(x, 0)))

        def gradient(upstream: tf.Tensor) -> tuple[tf.Tensor, tf.Tensor]:
            grad_x = tf.where(y > 0, upstream, (y + scale) * upstream)
            per_element = tf.where(y > 0, tf.zeros_like(y), y)
            return grad_x, _sum_to(
                _wide(per_element) * _wide(upstream), alpha
            ) / alpha

        return y, gradient

    return elu(x, tf.convert_to_tensor(alpha))


def _wide(x: tf.Tensor) -> tf.Tensor:
    return x if x.dtype == tf.float64 else tf.cast(x, tf.float32)


def _sum_to(x: tf.Tensor, parameter: tf.Tensor) -> tf.Tensor:
    """Sum `x` over the axes that `parameter` was broadcast along."""
    _, axes = tf.raw_ops.BroadcastGradientArgs(
        s0=tf.shape(x), s1=tf.shape(parameter)
    )
    total = tf.reshape(tf.reduce_sum(x, axes), tf.shape(parameter))
    return tf.cast(total, parameter.dtype)
