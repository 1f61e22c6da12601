"""Trace and compile a network once, and train it again from its beginning."""

import json
from collections.abc import Iterator
from typing import Any

import keras

from keras_activations.callbacks import ActivationMonitor

_OURS = ("keras", "keras_activations")


class TracedModel:
    """The model of the last run, kept for runs that would trace the same.

    Tracing and compiling take longer than many an epoch. Where two models are
    made of the same parts, a run differs from another in the initial weights,
    the state of random layers and the learning rate alone. All of these are
    variables, and are taken from a new model.

    That is known of what Keras and this package define. Code of the user may
    keep state elsewhere, so a model with any of it is traced for each run.
    """

    def __init__(self) -> None:
        self.forget()

    def forget(self) -> None:
        """Keep no model."""
        self._parts: str | None = None
        self._model: Any = None
        self._monitor: Any = None

    def start(
        self, new: Any, monitor: ActivationMonitor, sample: Any
    ) -> tuple[Any, ActivationMonitor]:
        """What to train in the place of a new model.

        Args:
            new: The model, compiled and not trained.
            monitor: Its monitor.
            sample: Samples that it can be built on.

        Returns:
            The kept model in the state of `new`, or else `new`; its monitor.
        """
        parts = _parts(new)
        if parts is None:
            self.forget()
            return new, monitor
        # Also where it is built: PReLU given to `activation=` is not yet.
        new(sample, training=False)
        new.optimizer.build(new.trainable_variables)
        if parts == self._parts:
            for old, value in zip(
                _state(self._model), _state(new), strict=True
            ):
                old.assign(value)
            return self._model, self._monitor.again(
                monitor.log_dir, monitor.hparams
            )
        self._parts, self._model, self._monitor = parts, new, monitor
        return new, monitor


def _state(model: Any) -> list[keras.Variable]:
    return [*model.variables, *model.optimizer.variables]


def _parts(model: Any) -> str | None:
    """All that a training step is traced from; None if it cannot be known."""
    try:
        # Of a compiled model this includes how it was compiled.
        parts = keras.saving.serialize_keras_object(model)
        optimizer = parts["compile_config"]["optimizer"]["config"]
        if isinstance(optimizer["learning_rate"], float):
            del optimizer["learning_rate"]  # a variable, unlike a schedule
        del optimizer["name"]
        text = json.dumps(parts)
    except (NotImplementedError, TypeError, ValueError):
        return None  # subclassed, without get_config
    return text if all(_is_known(part) for part in _objects(parts)) else None


def _objects(part: Any) -> Iterator[dict[str, Any]]:
    """All that was serialized as an object of some class."""
    if isinstance(part, dict) and "class_name" in part:
        yield part
    if isinstance(part, dict):
        part = list(part.values())
    if isinstance(part, list | tuple):
        for each in part:
            yield from _objects(each)


def _is_known(part: dict[str, Any]) -> bool:
    name = part["class_name"]
    if name.startswith("__"):  # "__slice__", "__keras_tensor__": plain values
        return name != "__lambda__"
    return str(part.get("module")).split(".")[0] in _OURS
