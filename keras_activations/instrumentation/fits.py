"""Which calls of `fit` go on, and with which callbacks.

Keras does not tell, and a fit that is cut short takes no leave of its
callbacks. But as long as `fit` or `evaluate` runs, its list of callbacks is a
variable of it.
"""

import inspect
import sys

import keras


def running(
    callback: keras.callbacks.Callback,
    method: str = "fit",
    everywhere: bool = False,
) -> list[keras.callbacks.CallbackList]:
    """The lists of callbacks of the calls that a callback takes part in.

    Args:
        callback: The callback.
        method: `"fit"` or `"evaluate"`.
        everywhere: Whether to look into all threads, not this one alone.

    Returns:
        One list for each call that goes on; of calls one within the other,
        that of the innermost first.
    """
    found = []
    here = inspect.currentframe()
    for frame in sys._current_frames().values() if everywhere else [here]:
        while frame is not None:
            if frame.f_code.co_name == method:
                callbacks = frame.f_locals.get("callbacks")
                if isinstance(callbacks, keras.callbacks.CallbackList) and any(
                    other is callback for other in callbacks.callbacks
                ):
                    found.append(callbacks)
            frame = frame.f_back
    return found
