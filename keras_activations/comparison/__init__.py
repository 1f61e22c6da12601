"""Compare activations: the same training with each of them."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from keras_activations.comparison.compare import compare_activations
    from keras_activations.comparison.result import Comparison

__all__ = ["Comparison", "compare_activations"]

# Training needs Keras and a backend; to read what it has logged needs neither.
_MODULES = {"Comparison": "result", "compare_activations": "compare"}


def __getattr__(name: str) -> Any:
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_MODULES[name]}"), name)
