"""Trace and compile a network once, and train it again from the start."""

from typing import Any

import keras
import numpy as np

from keras_activations.callbacks import ActivationMonitor
from keras_activations.comparison.parts import optimizer_parts, parts_of


class TracedModel:
    """The model of the last run, kept for runs that have the same trace.

    Tracing and compiling take longer than many epochs. If two models are made
    of the same parts, their runs differ only in the initial weights, the state
    of random layers and the learning rate. All of these are variables, and are
    taken from a new model. What a layer has adapted to data is a constant of
    the trace: a model with a layer that can adapt is traced for each run.

    If only the learning rate differs, not even a new model is built.

    This holds for everything that Keras and this package define. User code may
    keep state elsewhere, so a model with user code is traced for each run.
    """

    def __init__(self) -> None:
        self.forget()

    def forget(self) -> None:
        """Keep no model."""
        self._parts: str | None = None
        self._model: Any = None
        self._monitor: Any = None
        self._beginning: Any = None
        self._values: list[np.ndarray] = []

    def start(
        self, new: Any, monitor: ActivationMonitor, sample: Any, beginning: Any
    ) -> tuple[Any, ActivationMonitor]:
        """What to train instead of a new model.

        Args:
            new: The model, compiled and not trained.
            monitor: Its monitor.
            sample: Samples that it can be built on.
            beginning: Identifies the state of `new`, for `again`.

        Returns:
            The kept model in the state of `new`, or else `new`; its monitor.
        """
        parts = parts_of(new)
        if parts is None:
            self.forget()
            return new, monitor
        # Even if the model is built: PReLU given to `activation=` is not.
        new(sample, training=False)
        new.optimizer.build(new.trainable_variables)
        self._beginning = beginning
        self._values = [
            keras.ops.convert_to_numpy(value) for value in _state(new)
        ]
        if parts == self._parts:
            return self._reset(monitor.log_dir, monitor.hparams)
        self._parts, self._model, self._monitor = parts, new, monitor
        return new, monitor

    def again(
        self, beginning: Any, optimizer: Any, log_dir: Any, hparams: Any
    ) -> tuple[Any, ActivationMonitor] | None:
        """What to train from the initial state of an earlier model.

        Args:
            beginning: What `start` was given for that state.
            optimizer: A new one. Only its learning rate may differ from that
                of the kept model.
            log_dir: For the monitor.
            hparams: For the monitor.

        Returns:
            The kept model and its monitor; None if a new model is needed.
        """
        if beginning != self._beginning or (
            optimizer_parts(optimizer) != optimizer_parts(self._model.optimizer)
        ):
            return None
        started = self._reset(log_dir, hparams)
        rate = optimizer.get_config().get("learning_rate")
        if isinstance(rate, float):
            self._model.optimizer.learning_rate = rate
        return started

    def _reset(
        self, log_dir: Any, hparams: Any
    ) -> tuple[Any, ActivationMonitor]:
        for variable, value in zip(
            _state(self._model), self._values, strict=True
        ):
            variable.assign(value)
        return self._model, self._monitor.restarted(log_dir, hparams)


def _state(model: Any) -> list[keras.Variable]:
    return [*model.variables, *model.optimizer.variables]
