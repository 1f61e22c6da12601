"""Step 1 of training: the mini-batches, in a seeded order."""

import random
import zlib
from typing import Any

import keras
import numpy as np
import tensorflow as tf

from keras_activations.checks import checked_integer
from keras_activations.training.sampling import orders
from keras_activations.training.sampling.checks import (
    class_labels,
    count_samples,
    draw_probabilities,
)
from keras_activations.training.sampling.columns import InMemory, column
from keras_activations.training.sampling.epoch_iterator import (
    EpochIterator,
    EpochIteratorSpec,
)

CHUNK_BYTES = 2**20
SAMPLINGS = ("epoch", "replacement", "balanced", "weighted")


class MiniBatches(tf.data.Dataset):
    """Sample mini-batches from arrays; pass it directly to `fit`.

    With `sampling="epoch"`, an epoch is a new random permutation of the
    samples, cut into consecutive mini-batches:

        x[order(seed, epoch)[k * batch_size : (k + 1) * batch_size]]

    The order is a pure function of the seed and of the step: two runs with
    one seed see the same mini-batches, and a run that starts at `start_step`
    sees those that an uninterrupted run sees from there on.

    It is a `tf.data.Dataset`, so any Keras model trains on it, and each
    iteration over it is an epoch of `len(batches)` steps. For another
    `steps_per_epoch`, pass `batches.repeat()`, the endless stream. Keras's own
    models warn that they do not shuffle a dataset, unless `fit` gets
    `shuffle=False`.

    It is made for training. `evaluate(batches)` uses up an epoch of the
    stream, and `predict(batches)` gives the predictions in the order in which
    the samples are drawn: pass the arrays to those two.

    Args:
        x: NumPy array, tensor, pandas column or table, or a dict or tuple of
            them, each of shape `(samples, ...)`. Floats become
            `keras.config.floatx()`, as in `fit`. A memory-mapped array is
            read by mini-batch and may be larger than the memory.
        y: Targets, of the same kinds. Optional.
        sample_weight: Weights, of the same kinds. Optional.
        batch_size: Samples per mini-batch.
        sampling: How an epoch draws its samples.
            `"epoch"`: each once. The last mini-batch is smaller if
            `batch_size` does not divide the number of samples. The other
            kinds always give full mini-batches.
            `"replacement"`: each draw takes any sample.
            `"balanced"`: each class of `y` equally often; within a class
            the samples take turns. `y` holds class numbers from 0 or one-hot
            rows.
            `"weighted"`: a sample is drawn in proportion to its
            `sample_weight`. The weight is then not delivered: it would count
            twice.
        seed: A non-negative integer. `None` draws one from Python's
            `random`, which `keras.utils.set_random_seed` seeds; the attribute
            `seed` holds it.
        drop_remainder: Leave out the last mini-batch of an epoch if it would
            be smaller.
        start_step: The step to begin with, counted in mini-batches from the
            beginning of training.
        importance_weights: With `"weighted"`, deliver `1 / (samples *
            probability)` as sample weights. The expected loss is then that
            of drawing uniformly.

    Raises:
        ValueError: If the arrays differ in length or are empty, the weights
            or labels cannot be used for sampling, or an argument is out of
            its range.
        TypeError: If an argument has the wrong type.

    Example:

    >>> x = np.arange(10.0).reshape(5, 2)
    >>> batches = MiniBatches(x, batch_size=2, seed=1)
    >>> len(batches)
    3
    >>> [int(batch.shape[0]) for batch in batches]
    [2, 2, 1]
    """

    def __init__(
        self,
        x: Any,
        y: Any = None,
        sample_weight: Any = None,
        *,
        batch_size: int = 32,
        sampling: str = "epoch",
        seed: int | None = None,
        drop_remainder: bool = False,
        start_step: int = 0,
        importance_weights: bool = False,
    ) -> None:
        batch_size = checked_integer("batch_size", batch_size, minimum=1)
        start_step = checked_integer("start_step", start_step, minimum=0)
        if sampling not in SAMPLINGS:
            raise ValueError(
                f"`sampling` must be one of {SAMPLINGS}. "
                f"Received: sampling={sampling!r}"
            )
        if importance_weights and sampling != "weighted":
            raise ValueError(
                '`importance_weights` needs `sampling="weighted"`. '
                f"Received: sampling={sampling!r}"
            )
        if seed is None:
            seed = random.getrandbits(31)
        seed = checked_integer("seed", seed, minimum=0)

        probabilities = None
        if sampling == "weighted":
            probabilities = draw_probabilities(sample_weight)
            sample_weight = None
            if importance_weights:
                # A sample that is never drawn needs no weight.
                sample_weight = np.divide(
                    1.0,
                    len(probabilities) * probabilities,
                    out=np.zeros_like(probabilities),
                    where=probabilities > 0,
                )
        if y is None and sample_weight is not None:
            raise ValueError(
                "`sample_weight` needs targets to weigh. Received: y=None"
            )
        if not keras.tree.flatten(x):
            raise ValueError(f"`x` must have an array in it. Received: x={x!r}")
        self._data = keras.tree.map_structure(
            column,
            # tf.data would stack a list into one tensor.
            keras.tree.lists_to_tuples(
                keras.utils.pack_x_y_sample_weight(x, y, sample_weight)
            ),
        )
        self.samples = count_samples(self._data, probabilities)
        if drop_remainder and batch_size > self.samples:
            raise ValueError(
                "`batch_size` must not be larger than the data with "
                "`drop_remainder=True`: no mini-batch would be left. "
                f"Received: batch_size={batch_size} for {self.samples} samples"
            )
        self.batch_size = batch_size
        self.sampling = sampling
        self.seed = seed
        self.drop_remainder = drop_remainder
        self.steps_per_epoch = self.samples // batch_size
        if not drop_remainder and self.samples % batch_size:
            self.steps_per_epoch += 1

        size = self.steps_per_epoch * batch_size
        if probabilities is not None:
            self._order = orders.weighted(probabilities, size, seed)
        elif sampling == "epoch":
            self._order = orders.each_once(self.samples, size, seed)
        elif sampling == "replacement":
            self._order = orders.with_replacement(self.samples, size, seed)
        else:
            self._order = orders.balanced(class_labels(y), size, seed)

        self._position = start_step
        self._cut_short = False
        self._all_full = sampling != "epoch" or size <= self.samples
        leaves = keras.tree.flatten(self._data)
        self._bytes_per_sample = sum(leaf.bytes_per_sample for leaf in leaves)
        self._in_memory = all(isinstance(leaf, InMemory) for leaf in leaves)
        self._dataset = self._stream()
        super().__init__(tf.data.experimental.to_variant(self._dataset))

    @property
    def position(self) -> int:
        """The step that the next iteration begins with."""
        return self._position

    def seek(self, step: int) -> None:
        """Let the next iteration begin with a step.

        Within an epoch, that iteration is the rest of the epoch.

        Args:
            step: The step, counted from the beginning of training.
        """
        self._position = checked_integer("step", step, minimum=0)

    def at(self, step: int) -> Any:
        """The mini-batch of one step; it does not affect iterations.

        Args:
            step: The step, counted from the beginning of training.

        Returns:
            `x`, `(x, y)` or `(x, y, sample_weight)`, as an iteration gives
            it.
        """
        step = checked_integer("step", step, minimum=0)
        epoch, k = divmod(step, self.steps_per_epoch)
        first = k * self.batch_size
        return self._take(
            tf.constant(self._order(epoch)[first : first + self.batch_size])
        )

    @property
    def identity(self) -> dict[str, Any]:
        """What determines the stream, to compare it with another one."""
        few = np.unique(np.linspace(0, self.samples - 1, 16, dtype=np.int64))
        values = [
            leaf.take(tf.constant(few)).numpy().tolist()
            for leaf in keras.tree.flatten(self._data)
        ]
        return {
            "samples": self.samples,
            "batch_size": self.batch_size,
            "sampling": self.sampling,
            "seed": self.seed,
            "drop_remainder": self.drop_remainder,
            "first_order": zlib.crc32(self._order(0).tobytes()),
            "values": zlib.crc32(repr(values).encode()),
        }

    def _stream(self) -> tf.data.Dataset:
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
                tf.numpy_function(self._begin_epoch, [], tf.int64), [None]
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

    def _begin_epoch(self) -> np.ndarray:
        if self._cut_short:
            return np.zeros(0, np.int64)
        epoch, k = divmod(self._position, self.steps_per_epoch)
        self._position = (epoch + 1) * self.steps_per_epoch
        return self._order(epoch)[k * self.batch_size :]

    def _end_early(self) -> np.bool_:
        # Only an iteration that began within an epoch comes here: a whole one
        # has been cut to its length before. `repeat` would now begin the next
        # epoch, but ends because that one is empty.
        self._cut_short = not self._cut_short
        return np.bool_(False)

    def _take(self, indices: tf.Tensor) -> Any:
        return keras.tree.map_structure(
            lambda leaf: leaf.take(indices), self._data
        )

    @property
    def element_spec(self) -> Any:
        """The shapes and dtypes of one mini-batch."""
        return self._dataset.element_spec

    def _inputs(self) -> list[tf.data.Dataset]:
        return [self._dataset]
