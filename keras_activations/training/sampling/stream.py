"""The numbered mini-batches of a training, from its beginning on."""

import zlib
from typing import Any

import keras
import numpy as np

from keras_activations.checks import checked_integer
from keras_activations.training.sampling.orders import Sampler


class Stream:
    """Mini-batches that are numbered by the steps of the training.

    What reads them differs between the backends, and is a subclass.
    """

    samples: int
    batch_size: int
    sampling: str
    seed: int
    drop_remainder: bool
    steps_per_epoch: int
    _data: Any
    _order: Sampler
    _position: int

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
        return self._take(self._order(epoch)[first : first + self.batch_size])

    @property
    def identity(self) -> dict[str, Any]:
        """What determines the stream, to compare it with another one."""
        few = np.unique(np.linspace(0, self.samples - 1, 16, dtype=np.int64))
        values = [
            np.asarray(leaf.take(few)).tolist()
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

    def _begin_epoch(self) -> np.ndarray:
        """The numbers of the samples in the rest of the epoch, in order."""
        epoch, k = divmod(self._position, self.steps_per_epoch)
        self._position = (epoch + 1) * self.steps_per_epoch
        return self._order(epoch)[k * self.batch_size :]

    def _take(self, indices: Any) -> Any:
        return keras.tree.map_structure(
            lambda leaf: leaf.take(indices), self._data
        )
