"""What the statistics compute with, on JAX."""

import math
from collections.abc import Callable, Sequence
from functools import reduce
from operator import add
from typing import Any

import jax
import jax.numpy as jnp
import keras
import numpy as np
from jax.scipy.special import erfc as erfc

Tensor = Any

# The dtype in which mini-batches are counted.
COUNTER = "int32"
# JAX has no 64 bits unless a program asks for them.
_DTYPES = {"float64": "float32", "int64": "int32"}

absolute = jnp.abs
clip = jnp.clip
cond = jax.lax.cond
equal = jnp.equal
exp = jnp.exp
expm1 = jnp.expm1
floor = jnp.floor
gather = jnp.take
is_finite = jnp.isfinite
log = jnp.log
log1p = jnp.log1p
maximum = jnp.maximum
minimum = jnp.minimum
not_equal = jnp.not_equal
ones_like = jnp.ones_like
reduce_all = jnp.all
reduce_any = jnp.any
reduce_mean = jnp.mean
reduce_sum = jnp.sum
relu = jax.nn.relu
reshape = jnp.reshape
sign = jnp.sign
sqrt = jnp.sqrt
square = jnp.square
stack = jnp.stack
tanh = jnp.tanh
transpose = jnp.transpose
where = jnp.where
zeros_like = jnp.zeros_like


def _dtype(dtype: Any) -> str:
    """The dtype that stands for a dtype of 64 bits."""
    name = keras.backend.standardize_dtype(dtype)
    return _DTYPES.get(name, name)


def cast(x: Tensor, dtype: Any) -> Tensor:
    """The same in another dtype."""
    return jnp.asarray(x).astype(_dtype(dtype))


def ones(shape: Sequence[int], dtype: Any = "float32") -> Tensor:
    """A tensor of ones."""
    return jnp.ones(shape, _dtype(dtype))


def zeros(shape: Sequence[int], dtype: Any = "float32") -> Tensor:
    """A tensor of zeros."""
    return jnp.zeros(shape, _dtype(dtype))


def concat(tensors: Sequence[Tensor], axis: int) -> Tensor:
    """The tensors, one after the other along an axis."""
    return jnp.concatenate(tensors, axis)


def divide_no_nan(x: Tensor, y: Tensor) -> Tensor:
    """x / y, and 0 where y is 0."""
    zero = y == 0
    return jnp.where(zero, 0.0, x / jnp.where(zero, 1.0, y))


def norm(x: Tensor) -> Tensor:
    """The square root of the sum of the squares."""
    return jnp.sqrt(jnp.sum(jnp.square(x)))


def matmul(x: Tensor, y: Tensor, transpose_a: bool = False) -> Tensor:
    """The product of two matrices."""
    return jnp.matmul(x.T if transpose_a else x, y)


def is_tensor(x: Any) -> bool:
    """Whether it is a tensor, which may be sparse."""
    return (
        isinstance(x, jax.Array)
        or keras.utils.is_keras_tensor(x)
        or (hasattr(x, "todense"))
    )


def is_dense(x: Any) -> bool:
    """Whether it is a tensor, neither sparse nor ragged.

    A step that is not compiled is given the arrays of NumPy themselves.
    """
    return isinstance(x, jax.Array | np.ndarray)


def rank(x: Tensor) -> int | None:
    """The number of axes."""
    return len(x.shape)


def sizes(x: Tensor) -> list[int | None]:
    """The sizes of the axes."""
    return list(x.shape)


def is_floating(x: Tensor) -> bool:
    """Whether its entries are floating point numbers."""
    return bool(jnp.issubdtype(x.dtype, jnp.floating))


def is_number(x: Tensor) -> bool:
    """Whether its entries are floating point numbers or integers."""
    return is_floating(x) or bool(jnp.issubdtype(x.dtype, jnp.integer))


def dtype_name(x: Tensor) -> str:
    """The name of its dtype."""
    return str(x.dtype)


def length(x: Tensor) -> Tensor:
    """The size of the first axis."""
    return x.shape[0]


def size(x: Tensor) -> Tensor:
    """The number of entries."""
    return math.prod(x.shape)


def repeat_rows(column: Tensor, number: Tensor) -> Tensor:
    """Each row as often as makes them so many."""
    return jnp.repeat(column, number // max(column.shape[0], 1), 0)


def unstack(x: Tensor, axis: int) -> list[Tensor]:
    """The parts of a tensor along an axis."""
    return list(jnp.unstack(x, axis=axis))


def add_up(tensors: Sequence[Tensor]) -> Tensor:
    """The sum of one or more tensors of the same shape."""
    return reduce(add, tensors)


def count_indices(index: Tensor, most: int) -> Tensor:
    """How often each integer below `most` is there, int32."""
    return jnp.bincount(jnp.reshape(index, [-1]), length=most)


def counts(sizes: Sequence[Tensor]) -> Tensor:
    """Several results of `size` as one array."""
    return np.asarray(sizes)


def spread(values: Tensor, number: Tensor) -> Tensor:
    """So many numbers from a vector, each as often as the others."""
    return values[np.arange(number) * values.size // number]


def squared_norm(x: Tensor) -> Tensor:
    """The sum of the squares."""
    return jnp.sum(jnp.square(x))


def is_power_of_two(number: Tensor) -> Tensor:
    """Whether it is 1, 2, 4, 8, ..."""
    return (number & (number - 1)) == 0


def value_of(variable: Any) -> Tensor:
    """The value of a variable of Keras in a step."""
    return variable.value


def by_python(
    compute: Callable[..., Tensor], given: Sequence[Tensor], like: Tensor
) -> Tensor:
    """The same as operations of the step, which XLA compiles as a whole.

    Args:
        compute: Is given the tensors.
        given: The tensors.
        like: A tensor of the same shape and dtype as the result.
    """
    return compute(*given)


def across_replicas(tensor: Tensor) -> Tensor:
    """The same: a step sees the mini-batch of all devices."""
    return tensor


def number_of_replicas() -> int:
    """One, since a step sees the mini-batch of all devices."""
    return 1
