"""The activation functions on TensorFlow, with hand-written gradients.

Four decisions apply to all of them:

- *Two forms of the same value.* In training it is one selection, which XLA
  fuses best. Otherwise it is written with two `relu`: the LiteRT converter
  turns only this form into its PRELU operation.
- *Clusters.* In training, `jit_scope` asks TensorFlow to compile what is
  inside, even in a step that is not compiled as a whole. Unlike a nested
  `tf.function(jit_compile=True)` it compiles for a shape only when it sees that
  shape again, runs the plain operations until then, and leaves plain operations
  in an exported graph. docs/layers.md has the measurements.
- *Ragged tensors.* A function is applied to their values, without a cluster:
  the number of values, and so the shape, is another one in each batch.
- *Wide arithmetic.* float16 and bfloat16 are computed in float32 and rounded
  once at the end. The gradient of a parameter is summed in float32 at least,
  since a sum over a batch of images overflows float16.
"""

import contextlib
import functools
import numbers
from collections.abc import Callable, Sequence
from typing import Any

import keras
import tensorflow as tf

Gradient = Callable[[tf.Tensor], tuple[tf.Tensor, ...]]


def _also_ragged(function: Callable[..., Any]) -> Callable[..., Any]:
    """Let `function(x, *parameters, training)` take a ragged `x`, too."""

    @functools.wraps(function)
    def apply(x: Any, *parameters: Any, training: bool) -> Any:
        if not isinstance(x, tf.RaggedTensor):
            return function(x, *parameters, training=training)
        fitted = [_for_values(each, x) for each in parameters]
        values = function(x.flat_values, *fitted, training=False)
        return x.with_flat_values(values)

    return apply


def tanh(x: tf.Tensor) -> tf.Tensor:
    """The hyperbolic tangent."""
    return keras.activations.tanh(x)


def scale_negative(x: tf.Tensor, slope: float) -> tf.Tensor:
    """Scale the non-positive entries by a constant in one fused operation."""
    if x.dtype == tf.float64:
        # TensorFlow's operation keeps the slope as a float32.
        return keras.ops.where(x > 0, x, slope * x)
    return keras.ops.leaky_relu(x, slope)


@_also_ragged
def prelu(x: tf.Tensor, alpha: Any, training: bool) -> tf.Tensor:
    """`x` where it is positive, `alpha * x` elsewhere."""

    @tf.custom_gradient
    def prelu(x: tf.Tensor, alpha: tf.Tensor) -> tuple[tf.Tensor, Gradient]:
        slope = tf.cast(alpha, _wide(x).dtype)
        if training:
            with _cluster(training):
                y = tf.where(x > 0, _wide(x), slope * _wide(x))
                y = tf.cast(y, x.dtype)
        else:
            y = tf.cast(_two_relu(_wide(x), slope), x.dtype)

        def gradient(upstream: tf.Tensor) -> tuple[tf.Tensor, tf.Tensor]:
            with _cluster(training):
                dy = _wide(upstream)
                by_x = tf.where(x > 0, dy, slope * dy)
                # dy * minimum(x, 0) gives the same and is twice as slow.
                by_alpha = tf.where(x > 0, tf.zeros_like(dy), _wide(x) * dy)
                by_alpha = _sum_to(by_alpha, slope, training)
                return tf.cast(by_x, x.dtype), tf.cast(by_alpha, alpha.dtype)

        return y, gradient

    return prelu(x, _parameter("alpha", alpha, x, owner="prelu"))


@_also_ragged
def elu(x: tf.Tensor, alpha: Any, training: bool) -> tf.Tensor:
    """`x` where it is positive, `alpha * (exp(x) - 1)` elsewhere."""

    @tf.custom_gradient
    def elu(x: tf.Tensor, alpha: tf.Tensor) -> tuple[tf.Tensor, Gradient]:
        scale = tf.cast(alpha, _wide(x).dtype)

        def exact() -> tf.Tensor:
            wide = _wide(x)
            return tf.where(x > 0, wide, scale * _expm1(tf.minimum(wide, 0)))

        if training or _wide(x) is not x:
            with _cluster(training):
                y = tf.cast(exact(), x.dtype)
        else:
            y = _two_relu(tf.nn.elu(x), scale)

        def gradient(upstream: tf.Tensor) -> tuple[tf.Tensor, tf.Tensor]:
            with _cluster(training):
                dy = _wide(upstream)
                # The slope follows from the output, which the next layer keeps
                # anyway. An output rounded to 16 bits is too inexact near
                # -alpha.
                value = y if y.dtype == dy.dtype else exact()
                zero = tf.zeros_like(dy)
                negative = tf.where(value >= 0, zero, value)
                by_x = tf.where(value > 0, dy, (negative + scale) * dy)
                # A NaN for an alpha of 0 could spread to the others.
                by_alpha = tf.math.divide_no_nan(
                    _sum_to(negative * dy, scale, training), scale
                )
                return tf.cast(by_x, x.dtype), tf.cast(by_alpha, alpha.dtype)

        return y, gradient

    return elu(x, _parameter("alpha", alpha, x, owner="elu"))


@_also_ragged
def swish(x: tf.Tensor, beta: Any, training: bool) -> tf.Tensor:
    """`x * sigmoid(beta * x)`."""

    @tf.custom_gradient
    def swish(x: tf.Tensor, beta: tf.Tensor) -> tuple[tf.Tensor, Gradient]:
        scale = tf.cast(beta, _wide(x).dtype)

        # Without a limit, -inf would give -inf * 0, which is NaN.
        if training:
            with _cluster(training):
                inner = scale * _wide(x)
                outer = tf.where(inner > -1000, _wide(x), 0)
                y = tf.cast(outer * tf.sigmoid(inner), x.dtype)
        else:
            outer = tf.maximum(_wide(x), _wide(x).dtype.min)
            y = tf.cast(outer * tf.sigmoid(scale * _wide(x)), x.dtype)

        def gradient(upstream: tf.Tensor) -> tuple[tf.Tensor, tf.Tensor]:
            with _cluster(training):
                dy = _wide(upstream)
                near = _finite(_wide(x))
                gate = tf.sigmoid(scale * near)
                # A second sigmoid instead of 1 - gate would be exact where the
                # difference is almost 0, but takes 50 % longer.
                rise = near * gate * (1 - gate)
                by_x = (gate + scale * rise) * dy
                by_beta = _sum_to(rise * near * dy, scale, training)
                return tf.cast(by_x, x.dtype), tf.cast(by_beta, beta.dtype)

        return y, gradient

    return swish(x, _parameter("beta", beta, x, owner="swish"))


@_also_ragged
def xielu(
    x: tf.Tensor, alpha_p: Any, alpha_n: Any, beta: float, training: bool
) -> tf.Tensor:
    """A parabola where `x` is positive, a rising exponential elsewhere."""

    @tf.custom_gradient
    def xielu(
        x: tf.Tensor, alpha_p: tf.Tensor, alpha_n: tf.Tensor
    ) -> tuple[tf.Tensor, Gradient]:
        # The two sides are added; the side of the other sign is 0. With a
        # selection, an infinite x would give NaN in second derivatives.
        right, left = (
            tf.cast(each, _wide(x).dtype) for each in (alpha_p, alpha_n)
        )

        with _cluster(training):
            positive, negative = _sides(_wide(x))
            y = (right * positive + beta) * positive
            # Separate terms for left and beta would be inf - inf at -inf.
            y += left * _expm1(negative) + (beta - left) * negative
            y = tf.cast(y, x.dtype)

        def gradient(upstream: tf.Tensor) -> tuple[tf.Tensor, ...]:
            with _cluster(training):
                dy = _wide(upstream)
                positive, negative = _sides(_wide(x))
                bent = _expm1(negative)
                by_x = (2 * right * positive + left * bent + beta) * dy
                by_right = _sum_to(positive * positive * dy, right, training)
                by_left = _sum_to((bent - negative) * dy, left, training)
                return (
                    tf.cast(by_x, x.dtype),
                    tf.cast(by_right, alpha_p.dtype),
                    tf.cast(by_left, alpha_n.dtype),
                )

        return y, gradient

    return xielu(
        x,
        _parameter("alpha_p", alpha_p, x, owner="xielu"),
        _parameter("alpha_n", alpha_n, x, owner="xielu"),
    )


@_also_ragged
def dynamic_tanh(
    x: tf.Tensor, alpha: Any, gamma: Any, beta: Any, training: bool
) -> tf.Tensor:
    """`gamma * tanh(alpha * x) + beta`."""

    @tf.custom_gradient
    def dynamic_tanh(
        x: tf.Tensor, *parameters: tf.Tensor
    ) -> tuple[tf.Tensor, Gradient]:
        scale, gain, offset = (
            tf.cast(each, _wide(x).dtype) for each in parameters
        )

        with _cluster(training):
            y = gain * tf.tanh(scale * _wide(x)) + offset
            y = tf.cast(y, x.dtype)

        def gradient(upstream: tf.Tensor) -> tuple[tf.Tensor, ...]:
            with _cluster(training):
                dy = _wide(upstream)
                near = _finite(_wide(x))
                # Recomputing it is as fast as keeping it, and saves 4 bytes
                # per element.
                bent = tf.tanh(scale * near)
                inner = gain * (1 - bent) * (1 + bent) * dy
                by_parameters = (
                    _sum_to(near * inner, scale, training),
                    _sum_to(bent * dy, gain, training),
                    _sum_to(dy, offset, training),
                )
                return tf.cast(scale * inner, x.dtype), *(
                    tf.cast(total, each.dtype)
                    for total, each in zip(
                        by_parameters, parameters, strict=True
                    )
                )

        return y, gradient

    return dynamic_tanh(
        x,
        *(
            _parameter(name, value, x, owner="dynamic_tanh")
            for name, value in (
                ("alpha", alpha),
                ("gamma", gamma),
                ("beta", beta),
            )
        ),
    )


def in_training(training: Any) -> bool:
    """Whether to take the form that is fast in training."""
    return bool(training)


def compilable(x: Any) -> bool:
    """Whether XLA may compile the operations that are made of `x` now."""
    return not (tf.executing_eagerly() or isinstance(x, tf.RaggedTensor))


def _parameter(name: str, value: Any, x: tf.Tensor, owner: str) -> tf.Tensor:
    """Return a parameter as a tensor, or refuse what does not fit `x`."""
    # A number must not lose digits to float32 where `x` is float64.
    value = tf.convert_to_tensor(value, dtype_hint=_wide(x).dtype)
    if not value.dtype.is_floating:
        raise TypeError(
            f"`{name}` of {owner} must be floating. "
            f"Received: {name} of dtype {value.dtype.name}"
        )
    if x.shape.rank is None:
        if value.shape.rank == 0:
            return value
        raise ValueError(
            f"`x` of {owner} must have a known rank. Received: x={x!r}"
        )
    padded = [1] * (len(x.shape) - len(value.shape)) + list(value.shape)
    fits = len(padded) == len(x.shape) and all(
        None in (own, size) or own in (1, size)
        for own, size in zip(padded, x.shape, strict=True)
    )
    if not fits:
        raise ValueError(
            f"`{name}` of {owner} must broadcast to the shape of `x`. "
            f"Received: {name} of shape {tuple(value.shape)}, "
            f"x of shape {tuple(x.shape)}"
        )
    return value


def _for_values(parameter: Any, x: tf.RaggedTensor) -> Any:
    """Return a parameter of `x` as one that broadcasts to its flat values."""
    if isinstance(parameter, numbers.Number):
        return parameter
    values = x.flat_values
    parameter = tf.convert_to_tensor(parameter, dtype_hint=_wide(values).dtype)
    # The axes before the last ones are one axis of the flat values.
    merged = max(0, parameter.shape.rank + 1 - values.shape.rank)
    if all(size == 1 for size in parameter.shape[:merged]):
        return tf.reshape(parameter, tf.shape(parameter)[merged:])
    return (tf.zeros_like(x, parameter.dtype) + parameter).flat_values


def _two_relu(x: tf.Tensor, slope: tf.Tensor) -> tf.Tensor:
    """PReLU in the form that the LiteRT converter recognises."""
    return tf.nn.relu(x) + (-slope) * tf.nn.relu(-x)


def _expm1(x: tf.Tensor) -> tf.Tensor:
    """`exp(x) - 1` for x <= 0, with a relative error of 4e-7 in float32.

    The plain form loses digits near 0, and XLA's own expm1 takes twice as long.
    """
    half = tf.tanh(x / 2)
    return 2 * half / (1 - half)


def _sides(x: tf.Tensor) -> tuple[tf.Tensor, tf.Tensor]:
    """Return the positive part of `x` and the rest, with 0 elsewhere."""
    # At 0 the derivative of the first is 0, and that of the second is 1.
    return tf.nn.relu(x), tf.minimum(x, 0)


def _wide(x: tf.Tensor) -> tf.Tensor:
    return x if x.dtype.size >= 4 else tf.cast(x, tf.float32)


def _finite(x: tf.Tensor) -> tf.Tensor:
    """Replace infinity by a number whose square is finite.

    Multiplied by a slope of 0, it gives 0; infinity would give NaN.
    """
    return tf.clip_by_value(x, -1e15, 1e15)


def _cluster(training: bool) -> contextlib.AbstractContextManager[None]:
    if training and not tf.executing_eagerly():
        return tf.xla.experimental.jit_scope()
    return contextlib.nullcontext()


def _sum_to(
    per_element: tf.Tensor, parameter: tf.Tensor, training: bool
) -> tf.Tensor:
    """Sum over the axes that `parameter` was broadcast along."""
    if per_element.shape.rank is None:  # The parameter is one number.
        return tf.reduce_sum(per_element)
    own = parameter.shape.as_list()
    own = [1] * (per_element.shape.rank - len(own)) + own
    axes = [axis for axis, size in enumerate(own) if size == 1]
    if training:  # Without a compiler, it would take longer.
        per_element = _fold(per_element, axes)
    total = tf.reduce_sum(per_element, axes)
    return tf.reshape(total, tf.shape(parameter))


def _fold(per_element: tf.Tensor, axes: Sequence[int]) -> tf.Tensor:
    """Add a few slices of a position axis before the rest is summed.

    On a CPU, XLA hands a sum to a library that reads its input from memory. An
    addition of slices is fused with the operations that compute them, so that
    only an eighth of the data is written and read again. More slices are
    slower: the processor can no longer prefetch them all.
    """
    if tf.executing_eagerly():
        return per_element
    for axis in axes:
        size = per_element.shape[axis]
        if axis == 0 or not size:
            continue
        for parts in range(8, 1, -1):
            if size % parts == 0:
                return tf.add_n(tf.split(per_element, parts, axis))
    return per_element
