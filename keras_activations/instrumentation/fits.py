"""Which fit a callback takes part in, and whether it is still running."""

import inspect
import sys
from typing import Any

import keras

# The attribute that a monitor sets on the model during a fit.
_MARK = "_activation_monitor"


class Fit:
    """The fit that a callback takes part in.

    Keras gives the same dictionary `params` to all callbacks of one fit, and
    another one to those of a second fit or evaluation. This distinguishes
    them.

    Args:
        callback: The callback.
    """

    def __init__(self, callback: keras.callbacks.Callback) -> None:
        self._callback = callback
        self._params: Any = None
        self._active = False
        self._by_hand = False  # somebody calls the callbacks without `fit`
        self.validates = False

    def begin(self) -> None:
        """Takes part in a fit from now on.

        Raises:
            RuntimeError: If another callback takes part in the same fit, or
                this one in another fit that is running.
        """
        callback = self._callback
        if self._active and len(_running(callback, everywhere=True)) > 1:
            raise RuntimeError(
                "This ActivationMonitor watches another fit at the moment. "
                "Use one monitor for each fit."
            )
        attributes = vars(callback.model)
        other, params = attributes.get(_MARK, (None, None))
        same = params is not None and params is callback.params
        if other not in (None, callback) and same:
            del attributes[_MARK]
            raise RuntimeError(
                "Only one ActivationMonitor can watch a model in one fit. "
                "Received several in `callbacks`."
            )
        attributes[_MARK] = callback, callback.params
        self._params = callback.params
        self._active = True
        self._by_hand = not _running(callback)

    def end(self) -> None:
        """Takes part no longer."""
        self._active = False
        vars(self._callback.model).pop(_MARK, None)

    def takes_part(self, params: Any) -> bool:
        """Whether it takes part in the fit with these parameters."""
        return self._active and self._params is params

    def own(self) -> None:
        """Goes back to the fit from an evaluation that was interrupted."""
        if self._active:
            self._callback.params = self._params
            self.validates = False

    def goes_on(self) -> bool:
        """Whether this thread is within the fit.

        An interrupted fit does not tell its callbacks, so this looks for the
        running call of `fit`.
        """
        return self._active and (
            self._by_hand or bool(_running(self._callback))
        )

    def is_running(self) -> bool:
        """Whether any thread is within the fit, as far as can be told.

        A loop that calls the callbacks by hand cannot be seen.
        """
        return self._active and bool(_running(self._callback, everywhere=True))

    @property
    def by_hand(self) -> bool:
        """Whether a loop calls the callbacks, and has not ended."""
        return self._active and self._by_hand

    def come_first(self) -> None:
        """Lets the other callbacks of the fit come after this one.

        Each of them then finds in `logs` what this one adds. A loop that calls
        the callbacks by hand keeps its order.
        """
        for callbacks in _running(self._callback):
            # The list may be in a `for` loop at the moment: nothing behind
            # this callback moves.
            callbacks.callbacks.remove(self._callback)
            callbacks.callbacks.insert(0, self._callback)

    def is_backed_up(self) -> bool:
        """Whether the program goes on with the training if it is killed."""
        return any(
            isinstance(callback, keras.callbacks.BackupAndRestore)
            for callbacks in _running(self._callback)
            for callback in callbacks.callbacks
        )

    def begin_test(self) -> None:
        """Finds out whether an evaluation is the validation of the fit."""
        self.validates = (
            self.goes_on() and self._callback.params is self._params
        )

    def end_test(self) -> None:
        """Goes back from an evaluation to the fit."""
        self.own()


def _running(
    callback: keras.callbacks.Callback, everywhere: bool = False
) -> list[Any]:
    """The running calls of `fit` that a callback takes part in.

    Keras does not tell. But while `fit` runs, its list of callbacks is one of
    its local variables.

    Args:
        callback: The callback.
        everywhere: Whether to look into all threads, not only this one.
    """
    found = []
    here = inspect.currentframe()
    for frame in sys._current_frames().values() if everywhere else [here]:
        while frame is not None:
            if frame.f_code.co_name == "fit":
                callbacks = frame.f_locals.get("callbacks")
                if isinstance(callbacks, keras.callbacks.CallbackList) and any(
                    other is callback for other in callbacks.callbacks
                ):
                    found.append(callbacks)
            frame = frame.f_back
    return found
