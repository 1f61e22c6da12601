"""What a training that has failed leaves as it is."""

import sys
import warnings
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import Any

import keras

from keras_activations.replacing import replaced


class Failure:
    """Whether a `fit` has failed; then its backups stay as they are.

    Attributes:
        step: The number of the step that was undone, or `None`.
    """

    def __init__(self, stack: ExitStack, callbacks: Any) -> None:
        self._stack = stack
        found = getattr(callbacks, "callbacks", callbacks)
        self._backups = [
            callback
            for callback in keras.tree.flatten(found)
            if isinstance(callback, keras.callbacks.BackupAndRestore)
        ]
        self.step: int | None = None

    def note(self, step: int) -> None:
        """Lets no backup be replaced or deleted until the fit has ended."""
        self.step = step
        for backup in self._backups:
            # Keras ends a fit that is stopped like one that has succeeded.
            self._stack.enter_context(
                replaced(backup, save_freq=sys.maxsize, delete_checkpoint=False)
            )


@contextmanager
def failures(model: keras.Model, callbacks: Any) -> Iterator[Failure]:
    """Notes whether the training in a block fails.

    Args:
        model: The model, whose guard tells.
        callbacks: Those of its `fit`.
    """
    with ExitStack() as stack:
        failure = Failure(stack, callbacks)
        stack.enter_context(replaced(model, _failure=failure))
        yield failure


def stop(model: keras.Model, step: int, counted: str, place: str) -> None:
    """Stop the training, and say why.

    Args:
        model: The model.
        step: The number of the step that was undone.
        counted: How the steps are counted.
        place: Where the first value is that is not finite.
    """
    model.stop_training = True
    warnings.warn(
        f"Training stopped at step {step} ({counted}): not finite, first "
        f"in {place}. The weights are those from before this step.",
        RuntimeWarning,
        stacklevel=3,
    )
    failure = vars(model).get("_failure")
    if failure is not None:  # there is none outside of `fit`
        failure.note(step)
