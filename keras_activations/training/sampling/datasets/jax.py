"""What `fit` reads mini-batches from, on JAX."""

from collections.abc import Iterator
from functools import partial
from typing import Any

import jax
import keras
import numpy as np
from jax.experimental import multihost_utils

from keras_activations.training.sampling.stream import Stream

EPOCHS_MAY_BE_EMPTY = False
CHUNK_BYTES = 2**20
_CHUNK_STEPS = 32


class Ordered(keras.utils.PyDataset):
    """Mini-batches whose order Keras does not change.

    Keras asks a `PyDataset` for mini-batches by their numbers, which it may
    have shuffled. But a stream has an order of its own, and an epoch may begin
    in its middle. So the numbers are ignored, and each epoch of Keras reads an
    iteration over the stream.
    """

    def __init__(self, stream: Stream) -> None:
        super().__init__()
        self._stream = stream
        self._forget()

    def _forget(self) -> None:
        self._reading: Iterator[Any] | None = None
        self._began = self._ended = 0  # epochs, as Keras announces them
        self._within = False
        self._start: int | None = None  # the position before the iteration

    def _iteration(self) -> Iterator[Any]:
        raise NotImplementedError

    def _is_over(self) -> bool:
        """Whether the iteration that Keras reads has come to its end."""
        raise NotImplementedError

    @property
    def workers(self) -> int:
        """One: Keras itself. It asks when `fit` or the like begins."""
        self._forget()
        return 1

    def on_epoch_begin(self) -> None:
        """Begin again, if all that Keras has read was to build the model."""
        self._began += 1
        self._within = True
        # An epoch that ends before the first one begins is none.
        if (self._began, self._ended) == (2, 1):
            self._reading = None
            if self._start is not None:
                self._stream.seek(self._start)
        self._start = None

    def on_epoch_end(self) -> None:
        """Count the epochs."""
        self._ended += 1
        self._within = False

    def __getitem__(self, number: int) -> Any:
        """The next mini-batch, whatever its number is."""
        if self._reading is None or self._is_over():
            if self._began == 1:
                self._start = self._stream.position
            self._reading = self._iteration()
        batch = next(self._reading)
        # Keras needs a tuple to tell a mini-batch from a list of them.
        return batch if isinstance(batch, tuple | dict) else (batch,)


class Dataset(Stream, Ordered):
    """A stream of mini-batches as a `keras.utils.PyDataset`.

    Each iteration is an epoch, or the rest of one.
    """

    def __init__(self) -> None:
        Ordered.__init__(self, self)
        leaves = keras.tree.flatten(self._data)
        self._in_one_place = all(leaf.on_device for leaf in leaves)
        batch_bytes = self.batch_size * sum(
            leaf.bytes_per_sample for leaf in leaves
        )
        at_once = CHUNK_BYTES // max(1, batch_bytes)
        self._chunk = max(1, min(at_once, _CHUNK_STEPS, self.steps_per_epoch))
        self._left = 0
        self._agreed = False

    def __len__(self) -> int:
        """The mini-batches of an epoch."""
        return self.steps_per_epoch

    @property
    def num_batches(self) -> int:
        """The mini-batches of an epoch; to its iterator, those of its rest."""
        if self._within and (self._reading is None or self._is_over()):
            return self._rest()
        return self.steps_per_epoch

    def seek(self, step: int) -> None:
        """Let the next iteration begin with a step.

        Within an epoch, that iteration is the rest of the epoch.

        Args:
            step: The step, counted from the beginning of training.
        """
        super().seek(step)
        self._start = None  # who seeks knows better where to begin

    def repeat(self) -> keras.utils.PyDataset:
        """The endless stream, for any `steps_per_epoch`."""
        return _Endless(self)

    def __iter__(self) -> Iterator[Any]:
        """The rest of the epoch that `position` is in."""
        order = self._begin_epoch()
        distributed = keras.distribution.distribution() is not None
        if distributed or not self._in_one_place:
            self._agree()
            for first in range(0, len(order), self.batch_size):
                yield self._take(order[first : first + self.batch_size])
            return
        columns = keras.tree.map_structure(lambda leaf: leaf.tensor, self._data)
        order = order.astype(np.int32)
        # A call takes longer than the step of a small model. So several
        # mini-batches are gathered in one.
        size = self.batch_size
        chunked = len(order) // (size * self._chunk) * size * self._chunk
        for first in range(0, chunked, size * self._chunk):
            indices = order[first : first + size * self._chunk]
            yield from _gather(columns, indices, self._chunk)
        for first in range(chunked, len(order), size):
            yield from _gather(columns, order[first : first + size], 1)

    def _iteration(self) -> Iterator[Any]:
        self._left = self._rest()
        for batch in self:
            self._left -= 1
            yield batch

    def _is_over(self) -> bool:
        return self._left == 0

    def _rest(self) -> int:
        """How many mini-batches the next iteration has."""
        return self.steps_per_epoch - self.position % self.steps_per_epoch

    def _take(self, indices: np.ndarray) -> Any:
        return super()._take(indices[_own_part(len(indices))])

    def _agree(self) -> None:
        """Raise if the processes of a cluster do not read one stream."""
        if self._agreed or jax.process_count() == 1:
            return
        position = self.position
        multihost_utils.assert_equal(
            {
                name: value
                for name, value in self.identity.items()
                if name != "sampling"  # not a number; the order depends on it
            }
            | {"position": position},
            "All processes must make the same MiniBatches: of the same arrays "
            "and with the same seed, and continue at the same position. "
            f"Process {jax.process_index()} has {self.identity}, and is at "
            f"step {position}",
        )
        self._agreed = True


class _Endless(Ordered):
    """One iteration over a stream after the other."""

    num_batches = None

    def __init__(self, dataset: Dataset) -> None:
        super().__init__(dataset)
        self._dataset = dataset

    def _iteration(self) -> Iterator[Any]:
        while True:
            yield from self._dataset

    def _is_over(self) -> bool:
        return False


@partial(jax.jit, static_argnums=2)
def _gather(columns: Any, indices: jax.Array, parts: int) -> list[Any]:
    leaves, structure = jax.tree.flatten(columns)
    # One gather per column, then slices: less than as many gathers.
    split = [
        column.at[indices].get(mode="promise_in_bounds") for column in leaves
    ]
    size = len(indices) // parts
    return [
        jax.tree.unflatten(
            structure, [rows[first : first + size] for rows in split]
        )
        for first in range(0, len(indices), size)
    ]


def _own_part(size: int) -> np.ndarray | slice:
    """The rows of a mini-batch that the devices of this process hold."""
    distribution = keras.distribution.distribution()
    if distribution is None:
        return slice(None)
    layout = distribution.get_data_layout((size,)).backend_layout
    shards = layout.mesh.shape[distribution.batch_dim_name]
    if size % shards:
        raise ValueError(
            f"A mini-batch of {size} samples cannot be divided among {shards} "
            "devices. Give MiniBatches a `batch_size` that is a multiple of "
            f"{shards}, and `drop_remainder=True`. Received: {distribution}"
        )
    parts = {
        rows.indices(size)
        for (rows,) in layout.addressable_devices_indices_map((size,)).values()
    }
    return np.concatenate([np.arange(*rows) for rows in sorted(parts)])
