"""The arrays that mini-batches are read from, on TensorFlow."""

import math
from typing import Any

import keras
import numpy as np
import tensorflow as tf


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

    def take(self, indices: Any) -> tf.Tensor:
        """Gather the samples, also inside of a tf.data pipeline."""
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

    def take(self, indices: Any) -> tf.Tensor:
        """Read the samples, also inside of a tf.data pipeline."""
        rows = tf.numpy_function(self._read, [indices], self.dtype)
        rows.set_shape([indices.shape[0], *self.shape[1:]])
        return rows

    def _read(self, indices: np.ndarray) -> np.ndarray:
        return np.asarray(self.array[indices], dtype=self.dtype)


def is_tensor(array: Any) -> bool:
    """Whether it is a tensor of TensorFlow."""
    return tf.is_tensor(array)


def is_sparse(array: Any) -> bool:
    """Whether it is a tensor that is not dense."""
    return isinstance(array, tf.RaggedTensor | tf.SparseTensor)
