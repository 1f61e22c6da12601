"""What `fit` does around the explicit training step, on every backend."""

import inspect
from functools import wraps
from typing import TYPE_CHECKING, Any

import keras

from keras_activations.training.nonfinite_guard.failures import failures
from keras_activations.training.sampling.datasets import Ordered

# It uses what every Keras model has, but must not be a model itself: Keras
# decides by the base classes what kind of model a subclass is.
if TYPE_CHECKING:
    from keras import Model
else:
    Model = object


class Fitting(Model):
    """The part of `MiniBatchSGD` that is no step of training."""

    @property
    def stop_on_nonfinite(self) -> bool:
        """Whether training stops at a loss or weight that is not finite."""
        return getattr(self, "_stop_on_nonfinite", False)

    @stop_on_nonfinite.setter
    def stop_on_nonfinite(self, value: bool) -> None:
        self._stop_on_nonfinite = bool(value)
        self.train_function: Any = None

    @wraps(keras.Model.fit)
    def fit(self, *args: Any, **kwargs: Any) -> Any:
        """Train, like every Keras model."""
        # Keras itself would fail later, with a less clear message.
        self._check_devices()
        fit = super().fit
        given = inspect.signature(fit).bind_partial(*args, **kwargs).arguments
        if "shuffle" not in given and isinstance(given.get("x"), Ordered):
            # By default Keras tries to shuffle, and warns that it does not
            # shuffle a dataset. Only a user who asks for shuffling should get
            # the warning.
            kwargs["shuffle"] = False
        with failures(self, given.get("callbacks")) as failure:
            history = fit(*args, **kwargs)
        if failure.step is not None:
            history.history["stopped_on_nonfinite"] = [failure.step]
        return history

    def _check_devices(self) -> None:
        """Raise if it does not train on the devices that are in use."""
