"""Keras callbacks: watch the activations, recycle units, resume sampling."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from keras_activations.backends import require_tensorflow
from keras_activations.callbacks.activation_monitor import ActivationMonitor
from keras_activations.callbacks.resume_sampling import ResumeSampling

if TYPE_CHECKING:
    from keras_activations.callbacks.recycle_units import RecycleUnits

__all__ = ["ActivationMonitor", "RecycleUnits", "ResumeSampling"]

# By name, the module of those that do not run on every backend.
_ON_TENSORFLOW = {"RecycleUnits": "recycle_units"}


def __getattr__(name: str) -> Any:
    if name not in _ON_TENSORFLOW:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    require_tensorflow(name)
    module = import_module(f"{__name__}.{_ON_TENSORFLOW[name]}")
    return getattr(module, name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
