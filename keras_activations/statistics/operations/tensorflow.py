"""What the statistics compute with, on TensorFlow."""

from collections.abc import Callable, Sequence
from typing import Any

import tensorflow as tf

Tensor = Any

# The dtype in which mini-batches are counted.
COUNTER = "float64"

absolute = tf.abs
cast = tf.cast
clip = tf.clip_by_value
concat = tf.concat
cond = tf.cond
divide_no_nan = tf.math.divide_no_nan
equal = tf.equal
erfc = tf.math.erfc
exp = tf.exp
expm1 = tf.math.expm1
floor = tf.floor
gather = tf.gather
is_finite = tf.math.is_finite
log = tf.math.log
log1p = tf.math.log1p
matmul = tf.linalg.matmul
maximum = tf.maximum
minimum = tf.minimum
norm = tf.norm
not_equal = tf.not_equal
ones = tf.ones
ones_like = tf.ones_like
reduce_all = tf.reduce_all
reduce_any = tf.reduce_any
reduce_mean = tf.reduce_mean
reduce_sum = tf.reduce_sum
relu = tf.nn.relu
reshape = tf.reshape
sign = tf.sign
sqrt = tf.sqrt
square = tf.square
stack = tf.stack
tanh = tf.tanh
transpose = tf.transpose
where = tf.where
zeros = tf.zeros
zeros_like = tf.zeros_like


def is_tensor(x: Any) -> bool:
    """Whether it is a tensor, which may be sparse or ragged."""
    return bool(tf.is_tensor(x))


def is_dense(x: Any) -> bool:
    """Whether it is a tensor, neither sparse nor ragged."""
    return isinstance(x, tf.Tensor)


def rank(x: Tensor) -> int | None:
    """The number of axes, if it is known."""
    found: int | None = x.shape.rank
    return found


def sizes(x: Tensor) -> list[int | None]:
    """The sizes of the axes, `None` for one that may vary."""
    found: list[int | None] = x.shape.as_list()
    return found


def is_floating(x: Tensor) -> bool:
    """Whether its entries are floating point numbers."""
    return bool(x.dtype.is_floating)


def is_number(x: Tensor) -> bool:
    """Whether its entries are floating point numbers or integers."""
    return bool(x.dtype.is_floating or x.dtype.is_integer)


def dtype_name(x: Tensor) -> str:
    """The name of its dtype."""
    return str(x.dtype.name)


def length(x: Tensor) -> Tensor:
    """The size of the first axis, as the step knows it."""
    return tf.shape(x)[0]


def size(x: Tensor) -> Tensor:
    """The number of entries, as the step knows it."""
    return tf.size(x, tf.int64)


def repeat_rows(column: Tensor, number: Tensor) -> Tensor:
    """Each row as often as makes them so many."""
    # A replica may get no sample at all.
    repeats = number // tf.maximum(tf.shape(column)[0], 1)
    return tf.repeat(column, repeats, 0)


def unstack(x: Tensor, axis: int) -> list[Tensor]:
    """The parts of a tensor along an axis of a known size."""
    parts: list[Tensor] = tf.unstack(x, axis=axis)
    return parts


def add_up(tensors: Sequence[Tensor]) -> Tensor:
    """The sum of one or more tensors of the same shape."""
    # Not `sum`, which starts with 0: one more operation per activation.
    return tf.add_n(tensors) if len(tensors) > 1 else tensors[0]


def count_indices(index: Tensor, most: int) -> Tensor:
    """How often each integer below `most` is there, int32."""
    # tf.math.bincount would do this, but XLA cannot compile it for every
    # shape.
    index = tf.reshape(index, [-1])
    ones = tf.ones_like(index)
    return tf.math.unsorted_segment_sum(ones, index, most)


def counts(sizes: Sequence[Tensor]) -> Tensor:
    """Several results of `size` as one tensor."""
    return tf.stack(sizes)


def spread(values: Tensor, number: Tensor) -> Tensor:
    """So many numbers from a vector, each as often as the others."""
    return tf.gather(values, tf.range(number) * tf.size(values) // number)


def squared_norm(x: Tensor) -> Tensor:
    """The sum of the squares."""
    return 2.0 * tf.nn.l2_loss(x)


def is_power_of_two(number: Tensor) -> Tensor:
    """Whether it is 1, 2, 4, 8, ..."""
    number = tf.cast(number, tf.int64)
    return tf.equal(tf.bitwise.bitwise_and(number, number - 1), 0)


def value_of(variable: Any) -> Tensor:
    """The value of a variable of Keras in a step."""
    return tf.convert_to_tensor(variable.value)


def by_python(
    compute: Callable[..., Tensor], given: Sequence[Tensor], like: Tensor
) -> Tensor:
    """What Python computes while the step runs, not operations of its graph.

    Args:
        compute: Is given the tensors.
        given: The tensors.
        like: A tensor of the same shape and dtype as the result.
    """
    found = tf.py_function(compute, given, like.dtype)
    return tf.ensure_shape(found, like.shape)


def across_replicas(tensor: Tensor) -> Tensor:
    """The sum over all replicas."""
    replica = tf.distribute.get_replica_context()
    if replica is None or replica.num_replicas_in_sync == 1:
        return tensor
    return replica.all_reduce(tf.distribute.ReduceOp.SUM, tensor)


def number_of_replicas() -> int:
    """By how much Keras divides the loss of each replica."""
    return int(tf.distribute.get_strategy().num_replicas_in_sync)
