"""Which of Keras's backends is in use, and which modules are written for it.

What knows a backend stands in modules that are called after it, side by side
in one package, with the same names in them. They are chosen here.
"""

from importlib import import_module
from types import ModuleType

import keras

BACKEND = keras.backend.backend()
_SUPPORTED = ("tensorflow", "jax")


def module_of(package: str) -> ModuleType:
    """Return the module of a package that is written for the backend in use.

    Args:
        package: Its full name.

    Raises:
        ImportError: if there is none for this backend.
    """
    if BACKEND not in _SUPPORTED:
        raise ImportError(
            "keras_activations runs on TensorFlow and on JAX. "
            f"Received: KERAS_BACKEND={BACKEND}"
        )
    return import_module(f"{package}.{BACKEND}")
