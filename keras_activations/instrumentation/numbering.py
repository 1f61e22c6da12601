"""The numbers of epochs and steps, over several fits."""

import numpy as np


class Numbering:
    """Counts epochs and steps so that no axis ever goes back.

    A step is a mini-batch, counted from 1 on.

    Args:
        every: Each `every`-th step of an epoch is watched.

    Attributes:
        epoch: The number of the current epoch.
        finished: The number of the last finished epoch; -1: none.
        step: The number of the current step, or of the last one.
        epoch_start: The number of steps before the epoch.
        written: The step up to which measures of steps were written.
        first_epoch: Whether the fit has had no epoch yet.
    """

    def __init__(self, every: int) -> None:
        self._every = every
        self._offset = 0
        self.epoch = -1
        self.finished = -1
        self.step = 0
        self.epoch_start = 0
        self.written = 0
        self.first_epoch = True

    def begin_fit(self) -> None:
        """Begins a fit."""
        self.first_epoch = True

    def resume(self, iterations: int) -> None:
        """Continues from the number of updates of an optimizer.

        A part of resumed training is already over.
        """
        if not self.step:
            self.step = iterations

    def begin_epoch(self, epoch: int) -> None:
        """Begins an epoch, by the number that Keras gives it."""
        if self.first_epoch:
            self.first_epoch = False
            # Keras counts from 0 again in a second fit, and an interrupted one
            # may continue where it was.
            self._offset = max(self.finished + 1 - epoch, 0)
        self.epoch = epoch + self._offset
        self.epoch_start = self.step

    def is_turn(self, batch: int, steps: int) -> bool:
        """Whether the next execution, of `steps` steps, is watched."""
        return -batch % self._every < steps

    def count(self, batches: int) -> None:
        """Sets how many steps of the epoch were really made."""
        self.step = self.epoch_start + batches

    def step_of(self, batch: np.ndarray, steps: int) -> np.ndarray:
        """The step of a watched mini-batch of the epoch; both count from 1."""
        execution, within = np.divmod(batch - 1, steps)
        # Only executions that contain a step whose turn it is were watched.
        execution = max(self._every, steps) * execution // steps
        return self.epoch_start + steps * execution + within + 1
