"""The numbers of epochs and steps, over several fits."""

import numpy as np


class Numbering:
    """Counts epochs and steps so that no axis ever goes back.

    A step is a mini-batch, counted from 1 on.

    Args:
        every: Each `every`-th step of an epoch is watched.

    Attributes:
        epoch: The number of the epoch that goes on.
        finished: That of the last one that is finished; -1: none.
        step: The number of the step that goes on, or the last one.
        epoch_start: How many steps there were before the epoch.
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
        """Counts on from the updates of an optimizer.

        Of training that is resumed, a part is over.
        """
        if not self.step:
            self.step = iterations

    def begin_epoch(self, epoch: int) -> None:
        """Begins an epoch, by the number that Keras gives it."""
        if self.first_epoch:
            self.first_epoch = False
            # A second fit counts from 0 again, and an interrupted one may
            # go on where it was.
            self._offset = max(self.finished + 1 - epoch, 0)
        self.epoch = epoch + self._offset
        self.epoch_start = self.step

    def is_turn(self, batch: int, steps: int) -> bool:
        """Whether the next execution, of so many steps, is watched."""
        return -batch % self._every < steps

    def count(self, batches: int) -> None:
        """Takes over how many steps of the epoch were really made."""
        self.step = self.epoch_start + batches

    def step_of(self, batch: np.ndarray, steps: int) -> np.ndarray:
        """The step of a watched mini-batch of the epoch, both from 1 on."""
        execution, within = np.divmod(batch - 1, steps)
        # Of these, each that has a step whose turn it is was watched.
        execution = max(self._every, steps) * execution // steps
        return self.epoch_start + steps * execution + within + 1
