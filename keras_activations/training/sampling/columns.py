"""The arrays that mini-batches are read from."""

import math
from typing import Any, Protocol

import keras
import numpy as np
import tensorflow as tf


class Column(Protocol):
    """One array of samples."""

    shape: tuple[int, ...]
    bytes_per_sample: int

    def take(self, indices: tf.Tensor) -> tf.Tensor:
        """The samples with these numbers, inside of a tf.data pipeline."""


class InMemory:
    """A column that is kept as a tensor."""

    def __init__(self, array: Any) -> None:
        # On a machine with an accelerator the data must not be placed on it:
        # the pipeline runs on the host.
        with tf.device("CPU:0"):
            self.tensor = tf.convert_to_tensor(array)
            if self.tensor.dtype.is_floating:
                self.tensor = tf.cast(self.tensor, keras.config.floatx())
        self.shape = tuple(self.tensor.shape)
        self.bytes_per_sample = self.tensor.dtype.size * math.prod(
            self.shape[1:]
        )

    def take(self, indices: tf.Tensor) -> tf.Tensor:
        """Gather the samples."""
        return tf.gather(self.tensor, indices)


class OnDisk:
    """A column that stays in its memory-mapped file, read by mini-batch."""

    def __init__(self, array: np.ndarray) -> None:
        self.array = array
        self.shape = array.shape
        self.dtype = array.dtype.newbyteorder("=")
        if np.issubdtype(self.dtype, np.floating):
            self.dtype = np.dtype(keras.config.floatx())
        self.bytes_per_sample = self.dtype.itemsize * math.prod(self.shape[1:])

    def take(self, indices: tf.Tensor) -> tf.Tensor:
        """Read the samples."""
        rows = tf.numpy_function(self._read, [indices], self.dtype)
        rows.set_shape([indices.shape[0], *self.shape[1:]])
        return rows

    def _read(self, indices: np.ndarray) -> np.ndarray:
        return np.asarray(self.array[indices], dtype=self.dtype)


def column(array: Any) -> Column:
    """A column from anything that `fit` takes as an array.

    Raises:
        TypeError: If it is not a dense array of numbers or strings.
        ValueError: If it is a scalar.
    """
    if isinstance(array, tf.RaggedTensor | tf.SparseTensor):
        raise TypeError(
            "`x`, `y` and `sample_weight` must be dense. "
            f"Received: {type(array).__name__} of shape {array.shape}"
        )
    if tf.is_tensor(array):
        made: Column = InMemory(array)
    elif _is_memory_mapped(array):
        made = OnDisk(array)
    else:
        values = np.asarray(array)
        strings = values.dtype == object and all(
            isinstance(value, str | bytes) for value in values.flat
        )
        if values.dtype.kind not in "biufcSU" and not strings:
            hint = ""
            if hasattr(array, "columns"):
                hint = ". Give the columns of a table as a dict: `dict(table)`"
            raise TypeError(
                "`x`, `y` and `sample_weight` must be arrays of numbers or "
                "strings, or dicts or tuples of them. Received: "
                f"{type(array).__name__} {array!r:.200} "
                f"of dtype {values.dtype}{hint}"
            )
        made = InMemory(values)
    if not made.shape:
        raise ValueError(
            "`x`, `y` and `sample_weight` must be arrays of shape "
            f"(samples, ...). Received the scalar {array!r}. "
            "Make an array of a list of numbers: a list is one of arrays"
        )
    return made


def _is_memory_mapped(array: Any) -> bool:
    while isinstance(array, np.ndarray):
        if isinstance(array, np.memmap):
            return True
        array = array.base  # a view of a mapped array is mapped too
    return False
