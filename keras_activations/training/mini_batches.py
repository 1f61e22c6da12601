"""Step 1 of training: the mini-batches, in a seeded order."""

import random
from typing import Any

import keras
import numpy as np
import tensorflow as tf


class MiniBatches(tf.data.Dataset):
    """Sample mini-batches of arrays; given directly to `fit`.

    Every iteration over it is one epoch. With `sampling="epoch"` an epoch is
    a new random permutation of the samples, cut into consecutive
    mini-batches of

        x[order(seed, epoch)[k * batch_size : (k + 1) * batch_size]]

    The order is a pure function of the seed and of the step: two runs with
    one seed see the same mini-batches, and a run that starts at `start_step`
    sees the ones that an uninterrupted run sees from there on.

    It is a `tf.data.Dataset`: any Keras model trains on it, and
    `batches.repeat()` is the endless stream for a `steps_per_epoch` of your
    choice. Pass `shuffle=False` to `fit`, or ignore its warning that it does
    not shuffle a dataset.

    Args:
        x: NumPy array, tensor, pandas object, or a dict or tuple of them,
            each of shape `(samples, ...)`. Floats become
            `keras.config.floatx()`, as in `fit`.
        y: Targets, of the same kinds. Optional.
        sample_weight: Weights, of the same kinds. Optional.
        batch_size: Samples per mini-batch. The last one of an epoch is
            smaller if the number of samples is not a multiple.
        sampling: `"epoch"`: each sample once per epoch.
        seed: An integer from 0 to 2**64 - 1. `None` draws one from Python's
            `random`, which `keras.utils.set_random_seed` seeds; the
            attribute `seed` tells which.
        drop_remainder: Leave out the smaller last mini-batch.
        start_step: The step to begin with, counted in mini-batches from the
            beginning of training.

    Raises:
        ValueError: For arrays of different length, no data, or an argument
            out of its range.
        TypeError: For an argument of the wrong type.

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
    ) -> None:
        _check_integer("batch_size", batch_size, minimum=1)
        _check_integer("start_step", start_step, minimum=0)
        if sampling != "epoch":
            raise ValueError(
                f'`sampling` must be "epoch". Received: sampling={sampling!r}'
            )
        if seed is None:
            seed = random.getrandbits(31)
        _check_integer("seed", seed, minimum=0, maximum=2**64 - 1)

        data = keras.tree.map_structure(
            _to_tensor, keras.utils.pack_x_y_sample_weight(x, y, sample_weight)
        )
        self.samples = _count_samples(data)
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
        self.steps_per_epoch = (
            self.samples // batch_size
            if drop_remainder
            else -(-self.samples // batch_size)
        )
        self._next_step = start_step
        self._cut_short = False
        self._dataset = self._steps().map(
            lambda step: keras.tree.map_structure(
                lambda array: tf.gather(array, self._indices(step)), data
            ),
            num_parallel_calls=tf.data.AUTOTUNE,
            deterministic=True,
        )
        self._dataset = self._dataset.prefetch(tf.data.AUTOTUNE)
        super().__init__(tf.data.experimental.to_variant(self._dataset))

    def _steps(self) -> tf.data.Dataset:
        """The numbers of the steps that one iteration takes."""
        # An iteration must know the epoch it is: Python counts them. One call
        # per epoch costs nothing, and unlike a tf.Variable an integer is the
        # same inside and outside of a tf.distribute scope.
        begin = tf.data.Dataset.range(1).flat_map(
            lambda _: tf.data.Dataset.range(
                *tf.numpy_function(
                    self._begin_epoch, [], [tf.int64, tf.int64], stateful=True
                )
            )
        )
        end = tf.data.Dataset.range(1).filter(
            lambda _: tf.ensure_shape(
                tf.numpy_function(self._end_early, [], tf.bool), []
            )
        )
        # Keras plans an epoch by the cardinality of the dataset. Endless,
        # then cut to one epoch, it is known to be `steps_per_epoch`, although
        # an iteration that starts amid an epoch ends before.
        return begin.concatenate(end).repeat().take(self.steps_per_epoch)

    def _begin_epoch(self) -> tuple[np.int64, np.int64]:
        if self._cut_short:
            return np.int64(0), np.int64(0)
        start = self._next_step
        self._next_step += self.steps_per_epoch - start % self.steps_per_epoch
        return np.int64(start), np.int64(self._next_step)

    def _end_early(self) -> np.bool_:
        # Reached only by an epoch that started in its middle: a whole one
        # has been cut to its length by then. The `repeat` above would start
        # the next epoch now, but ends if that one is empty.
        self._cut_short = not self._cut_short
        return np.bool_(False)

    def _indices(self, step: tf.Tensor) -> tf.Tensor:
        """The samples of one step: a pure function of the step."""
        epoch = step // self.steps_per_epoch
        first = step % self.steps_per_epoch * self.batch_size
        last = tf.minimum(first + self.batch_size, self.samples)
        positions = tf.range(first, last)
        key = tf.stack(
            [
                tf.constant(self.seed & 0xFFFFFFFF, tf.uint32),
                tf.constant(self.seed >> 32, tf.uint32),
                tf.cast(epoch, tf.uint32),
            ]
        )
        # The public wrapper, tf.random.experimental.index_shuffle, pads seeds
        # of several rows wrongly (TensorFlow 2.21); this is the operation.
        indices = tf.raw_ops.RandomIndexShuffle(
            index=positions,
            seed=tf.tile(key[None], [tf.size(positions), 1]),
            max_index=tf.constant(self.samples - 1, tf.int64),
        )
        if self.samples % self.batch_size == 0 or self.drop_remainder:
            indices = tf.ensure_shape(indices, [self.batch_size])
        return indices

    @property
    def element_spec(self) -> Any:
        """The shapes and dtypes of one mini-batch."""
        return self._dataset.element_spec

    def _inputs(self) -> list[tf.data.Dataset]:
        return [self._dataset]


def _to_tensor(array: Any) -> tf.Tensor:
    if not tf.is_tensor(array):
        array = np.asarray(array)
    if array.dtype in ("float16", "float32", "float64"):
        array = tf.cast(array, keras.config.floatx())
    with tf.device("CPU:0"):
        return tf.convert_to_tensor(array)


def _count_samples(data: Any) -> int:
    shapes = [array.shape for array in keras.tree.flatten(data)]
    if any(shape.rank == 0 for shape in shapes):
        raise ValueError(
            "`x`, `y` and `sample_weight` must be arrays of shape "
            f"(samples, ...). Received a scalar among: {shapes}"
        )
    lengths = {int(shape[0]) for shape in shapes}
    if len(lengths) != 1:
        raise ValueError(
            "`x`, `y` and `sample_weight` must have the same number of "
            f"samples. Received shapes: {[tuple(shape) for shape in shapes]}"
        )
    (samples,) = lengths
    if samples == 0:
        raise ValueError(
            f"`x` must have at least one sample. Received shapes: {shapes}"
        )
    return samples


def _check_integer(
    name: str, value: Any, minimum: int, maximum: int | None = None
) -> None:
    if isinstance(value, bool) or not isinstance(value, int | np.integer):
        raise TypeError(
            f"`{name}` must be an integer. Received: {name}={value!r} "
            f"of type {type(value).__name__}"
        )
    if value < minimum or (maximum is not None and value > maximum):
        limit = f"at least {minimum}"
        if maximum is not None:
            limit = f"from {minimum} to {maximum}"
        raise ValueError(
            f"`{name}` must be {limit}. Received: {name}={value!r}"
        )
