"""The activation functions on JAX.

Three decisions apply to all of them:

- *No hand-written gradient where JAX finds one that is as good.* XLA compiles
  the step as a whole and fuses what is written here with its neighbours. Where
  infinity times a slope of 0 would give NaN, the side that is not chosen is
  computed from 0.
- *Derivatives of both modes.* `custom_jvp`, not `custom_vjp`: forward mode,
  reverse mode and second derivatives follow from the one formula.
- *Wide arithmetic.* float16 and bfloat16 are computed in float32 and rounded
  once at the end, and so are the sums that give the gradient of a parameter.
"""

import functools
from typing import Any

import jax
import jax.numpy as jnp
from jax.custom_derivatives import SymbolicZero

Array = Any


def tanh(x: Array) -> Array:
    """The hyperbolic tangent."""
    # Keras's function computes float64 in float32.
    return jnp.tanh(x)


def scale_negative(x: Array, slope: float) -> Array:
    """Scale the non-positive entries by a constant."""
    # At 0, the slope of JAX's own function is 1 and not that below.
    return jnp.where(x > 0, x, slope * x)


def prelu(x: Array, alpha: Any, training: bool) -> Array:
    """`x` where it is positive, `alpha * x` elsewhere."""
    alpha = _parameter("alpha", alpha, x, owner="prelu")
    return _prelu(_wide(x), alpha).astype(x.dtype)


@jax.custom_jvp
def _prelu(x: Array, alpha: Array) -> Array:
    return jnp.where(x > 0, x, alpha * x)


@functools.partial(_prelu.defjvp, symbolic_zeros=True)
def _prelu_jvp(primals: Any, tangents: Any) -> tuple[Array, Array]:
    (x, alpha), (dx, dalpha) = primals, tangents
    y = _prelu(x, alpha)
    change = jnp.zeros_like(y)
    # A change of 0 times an infinite x is NaN, unless it is left out.
    if not isinstance(dx, SymbolicZero):
        change = jnp.where(x > 0, dx, alpha * dx)
    if not isinstance(dalpha, SymbolicZero):
        change += _below(x) * dalpha
    return y, change


def elu(x: Array, alpha: Any, training: bool) -> Array:
    """`x` where it is positive, `alpha * (exp(x) - 1)` elsewhere."""
    wide = _wide(x)
    alpha = _parameter("alpha", alpha, x, owner="elu")
    y = jnp.where(wide > 0, wide, alpha * jnp.expm1(_below(wide)))
    return y.astype(x.dtype)


def swish(x: Array, beta: Any, training: bool) -> Array:
    """`x * sigmoid(beta * x)`."""
    beta = _parameter("beta", beta, x, owner="swish")
    return _swish(_wide(x), beta).astype(x.dtype)


@jax.custom_jvp
def _swish(x: Array, beta: Array) -> Array:
    inner = beta * x
    # Without a limit, -inf would give -inf * 0, which is NaN.
    return jnp.where(inner > -1000, x, 0) * jax.nn.sigmoid(inner)


@_swish.defjvp
def _swish_jvp(primals: Any, tangents: Any) -> tuple[Array, Array]:
    (x, beta), (dx, dbeta) = primals, tangents
    near = _finite(x)
    gate = jax.nn.sigmoid(beta * near)
    bent = near * gate * (1 - gate)
    change = (gate + beta * bent) * dx + near * bent * dbeta
    return _swish(x, beta), change


def xielu(
    x: Array, alpha_p: Any, alpha_n: Any, beta: float, training: bool
) -> Array:
    """A parabola where `x` is positive, a rising exponential elsewhere."""
    wide = _wide(x)
    right = _parameter("alpha_p", alpha_p, x, owner="xielu")
    left = _parameter("alpha_n", alpha_n, x, owner="xielu")
    # The two sides are added; the side of the other sign is 0.
    positive, negative = jnp.where(wide <= 0, 0, wide), _below(wide)
    y = (right * positive + beta) * positive
    # Separate terms for left and beta would be inf - inf at -inf.
    y += left * jnp.expm1(negative) + (beta - left) * negative
    return y.astype(x.dtype)


def dynamic_tanh(
    x: Array, alpha: Any, gamma: Any, beta: Any, training: bool
) -> Array:
    """`gamma * tanh(alpha * x) + beta`."""
    alpha, gamma, beta = (
        _parameter(name, value, x, owner="dynamic_tanh")
        for name, value in (("alpha", alpha), ("gamma", gamma), ("beta", beta))
    )
    y = gamma * jnp.tanh(alpha * _finite(_wide(x))) + beta
    return y.astype(x.dtype)


def in_training(training: Any) -> bool:
    """Whether to take the form of training: there is one for all."""
    # It may be an array that is traced, which is neither true nor false.
    return False


def compilable(x: Array) -> bool:
    """Whether XLA may compile the operations that are made of `x` now."""
    return True


def _parameter(name: str, value: Any, x: Array, owner: str) -> Array:
    """Return a parameter in wide arithmetic, or refuse what does not fit."""
    value = jnp.asarray(getattr(value, "value", value))
    if not jnp.issubdtype(value.dtype, jnp.floating):
        raise TypeError(
            f"`{name}` of {owner} must be floating. "
            f"Received: {name} of dtype {value.dtype.name}"
        )
    try:
        fits = jnp.broadcast_shapes(value.shape, x.shape) == x.shape
    except ValueError:
        fits = False
    if not fits:
        raise ValueError(
            f"`{name}` of {owner} must broadcast to the shape of `x`. "
            f"Received: {name} of shape {tuple(value.shape)}, "
            f"x of shape {tuple(x.shape)}"
        )
    return value.astype(_wide(x).dtype)


def _wide(x: Array) -> Array:
    return x if x.dtype.itemsize >= 4 else x.astype("float32")


def _below(x: Array) -> Array:
    """`x` where it is not positive, else 0."""
    return jnp.where(x > 0, 0, x)


def _finite(x: Array) -> Array:
    """Replace infinity by a number whose square is finite.

    Multiplied by a slope of 0, it gives 0; infinity would give NaN.
    """
    return jnp.clip(x, -1e15, 1e15)
