"""The mini-batches of one epoch, gathered inside of the training function."""

from collections.abc import Callable
from functools import cached_property
from typing import Any

import keras
import tensorflow as tf

# Not tf.data.Iterator, its public base: inside of a tf.function only this
# kind can be looped over.
from tensorflow.python.data.ops.iterator_ops import OwnedIterator


class EpochIterator(OwnedIterator):
    """What `iter(dataset)` gives, without a tf.data pipeline behind it.

    Making the iterator of a pipeline takes longer than training a small
    network for an epoch, and Keras makes two of them per epoch. This one
    consists only of tensors and the position in them: Keras's train function
    gets them as arguments and gathers a mini-batch in each step.

    It begins when it is first read. Keras reads one of the two (Keras 3.15),
    and an epoch that nobody reads must not count as one.

    Args:
        spec: Its type.
        begin: Returns the columns, and the numbers of the samples in the order
            of the epoch.
    """

    def __init__(
        self,
        spec: "EpochIteratorSpec",
        begin: Callable[[], tuple[Any, tf.Tensor]],
    ) -> None:
        self._spec = spec
        self._begin = begin

    @cached_property
    def components(self) -> tuple[Any, tf.Tensor, tf.Tensor]:
        """The columns, the order, and the handle of the position."""
        columns, order = self._begin()
        with tf.device("CPU:0"):
            self._position = tf.Variable(0, dtype=tf.int64, trainable=False)
        return columns, order, self._position.handle

    def check(self) -> None:
        """Raise an `OutOfRangeError` if the epoch is over."""
        _, order, position = self.components
        if _read(position) >= len(order):
            raise tf.errors.OutOfRangeError(None, None, "The epoch is over.")

    @property
    def element_spec(self) -> Any:
        """The shapes and dtypes of a mini-batch."""
        return self._spec.element_spec

    @property
    def _type_spec(self) -> "EpochIteratorSpec":
        return self._spec

    def __next__(self) -> Any:
        try:
            return self.get_next()
        except tf.errors.OutOfRangeError:
            raise StopIteration from None

    def get_next(self) -> Any:
        """The next mini-batch; `OutOfRangeError` if there is none."""
        return self._next(lambda batch: batch, _out_of_range)

    def get_next_as_optional(self) -> tf.experimental.Optional:
        """The next mini-batch, if there is one."""
        return self._next(
            tf.experimental.Optional.from_value, tf.experimental.Optional.empty
        )

    def _next(self, give: Callable, end: Callable) -> Any:
        columns, order, position = self.components
        # The data stay on the host, whatever the model runs on.
        with tf.device("CPU:0"):
            first = _read(position)
            size = tf.constant(self._spec.batch_size, tf.int64)
            tf.raw_ops.AssignAddVariableOp(resource=position, value=size)

            def batch() -> Any:
                indices = order[first : first + size]
                return keras.tree.map_structure(
                    lambda column, spec: tf.ensure_shape(
                        tf.gather(column, indices), spec.shape
                    ),
                    columns,
                    self.element_spec,
                )

            return tf.cond(
                first < tf.size(order, tf.int64),
                lambda: give(batch()),
                lambda: end(self.element_spec),
            )


class EpochIteratorSpec(tf.TypeSpec):
    """The type of an `EpochIterator`: of any epoch of such mini-batches.

    Args:
        columns: The shapes and dtypes of the columns, of any length.
        batch_size: Samples per mini-batch.
        all_full: Whether the last mini-batch is as large as the others.
    """

    value_type = EpochIterator

    def __init__(self, columns: Any, batch_size: int, all_full: bool) -> None:
        self.columns = columns
        self.batch_size = batch_size
        self.all_full = all_full

    @property
    def element_spec(self) -> Any:
        """The shapes and dtypes of a mini-batch."""
        size = self.batch_size if self.all_full else None
        return keras.tree.map_structure(
            lambda spec: tf.TensorSpec([size, *spec.shape[1:]], spec.dtype),
            self.columns,
        )

    def _serialize(self) -> tuple:
        return self.columns, self.batch_size, self.all_full

    @property
    def _component_specs(self) -> tuple:
        return (
            self.columns,
            tf.TensorSpec([None], tf.int64),
            tf.TensorSpec([], tf.resource),
        )

    def _to_components(self, value: EpochIterator) -> tuple:
        # TensorFlow calls this when a function is called with the iterator. An
        # error inside of the function would come too late: by then other parts
        # of the step may have advanced the optimizer's iterations.
        if tf.executing_eagerly():
            value.check()
        return value.components

    def _from_components(self, components: tuple) -> EpochIterator:
        iterator = EpochIterator(self, lambda: components)
        iterator.components = components
        return iterator


def _read(position: tf.Tensor) -> tf.Tensor:
    value = tf.raw_ops.ReadVariableOp(resource=position, dtype=tf.int64)
    return tf.ensure_shape(value, [])


def _out_of_range(element_spec: Any) -> Any:
    if tf.executing_eagerly():
        raise tf.errors.OutOfRangeError(None, None, "The epoch has ended.")

    # In a graph, TensorFlow turns a StopIteration into that error.
    def stop() -> None:
        raise StopIteration

    return keras.tree.map_structure(
        lambda spec: tf.ensure_shape(
            tf.numpy_function(stop, [], spec.dtype), spec.shape
        ),
        element_spec,
    )
