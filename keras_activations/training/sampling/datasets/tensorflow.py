"""What `fit` reads mini-batches from, on TensorFlow."""

from typing import Any

import keras
import numpy as np
import tensorflow as tf

from keras_activations.training.sampling.columns import InMemory
from keras_activations.training.sampling.datasets.epoch_iterator import (
    EpochIterator,
    EpochIteratorSpec,
)
from keras_activations.training.sampling.stream import Stream

EPOCHS_MAY_BE_EMPTY = True
CHUNK_BYTES = 2**20

Ordered = tf.data.Dataset


class Dataset(Stream, tf.data.Dataset):
    """A stream of mini-batches as a `tf.data.Dataset`.

    Each iteration is an epoch, or the rest of one.
    """

    _all_full: bool

    def __init__(self) -> None:
        self._cut_short = False
        leaves = keras.tree.flatten(self._data)
        self._bytes_per_sample = sum(leaf.bytes_per_sample for leaf in leaves)
        self._in_memory = all(isinstance(leaf, InMemory) for leaf in leaves)
        self._dataset = self._pipeline()
        super().__init__(tf.data.experimental.to_variant(self._dataset))

    def _pipeline(self) -> tf.data.Dataset:
        """What one iteration gives: the rest of the epoch it begins in."""
        # Small mini-batches are gathered several at a time: a call into a
        # tf.data function costs more than the step of a small model.
        # The size of strings is not known: it counts as 0.
        batch_bytes = max(1, self.batch_size * self._bytes_per_sample)
        at_once = CHUNK_BYTES // batch_bytes
        chunk = self.batch_size * max(1, min(at_once, self.steps_per_epoch))

        def epoch(_: tf.Tensor) -> tf.data.Dataset:
            # Python counts the epochs: an iteration must know its epoch. One
            # call per epoch costs nothing, and unlike a tf.Variable an integer
            # is the same inside and outside of tf.distribute.
            order = tf.ensure_shape(
                tf.numpy_function(self._begin_in_pipeline, [], tf.int64), [None]
            )
            return tf.data.Dataset.range(
                0, tf.size(order, tf.int64), chunk
            ).map(
                lambda first: self._take(order[first : first + chunk]),
                num_parallel_calls=tf.data.AUTOTUNE,
                deterministic=True,
            )

        def nothing(_: tf.Tensor) -> tf.Tensor:
            return tf.ensure_shape(
                tf.numpy_function(self._end_early, [], tf.bool), []
            )

        # It has no element, but the element spec that `concatenate` needs.
        size = self.batch_size if self._all_full else 0
        end = (
            tf.data.Dataset.range(1)
            .filter(nothing)
            .map(lambda _: self._take(tf.zeros(size, tf.int64)))
        )
        return (
            tf.data.Dataset.range(1)
            .flat_map(epoch)
            .rebatch(self.batch_size, drop_remainder=self._all_full)
            .concatenate(end)
            # Keras plans an epoch by the cardinality of the dataset. With
            # `repeat` and `take`, it is known to be `steps_per_epoch`, even if
            # an iteration begins within an epoch and is shorter.
            .repeat()
            .take(self.steps_per_epoch)
            .prefetch(tf.data.AUTOTUNE)
        )

    def __iter__(self) -> tf.data.Iterator:
        """The rest of the epoch that `position` is in."""
        if not tf.executing_eagerly():
            return super().__iter__()
        if not self._in_memory:
            return super().__iter__()
        spec = EpochIteratorSpec(
            keras.tree.map_structure(
                lambda leaf: tf.TensorSpec(
                    [None, *leaf.shape[1:]], leaf.tensor.dtype
                ),
                self._data,
            ),
            self.batch_size,
            self._all_full,
        )
        return EpochIterator(spec, self._epoch)

    def _epoch(self) -> tuple[Any, tf.Tensor]:
        columns = keras.tree.map_structure(lambda leaf: leaf.tensor, self._data)
        with tf.device("CPU:0"):
            return columns, tf.constant(self._begin_epoch())

    def _begin_in_pipeline(self) -> np.ndarray:
        if self._cut_short:
            return np.zeros(0, np.int64)
        return self._begin_epoch()

    def _end_early(self) -> np.bool_:
        # Only an iteration that began within an epoch comes here: a whole one
        # has been cut to its length before. `repeat` would now begin the next
        # epoch, but ends because that one is empty.
        self._cut_short = not self._cut_short
        return np.bool_(False)

    @property
    def element_spec(self) -> Any:
        """The shapes and dtypes of one mini-batch."""
        return self._dataset.element_spec

    def _inputs(self) -> list[tf.data.Dataset]:
        return [self._dataset]
