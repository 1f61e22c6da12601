"""What a network is made of, as far as it determines the trace of a step."""

import json
from collections.abc import Iterator
from typing import Any

import keras

from keras_activations import compat

_OURS = ("keras", "keras_activations")


def parts_of(model: Any) -> str | None:
    """All that determines the trace of a step; None if it is not known."""
    if any(hasattr(layer, "adapt") for layer in compat.layers_of(model)):
        return None
    try:
        # For a compiled model, this includes how it was compiled.
        parts = keras.saving.serialize_keras_object(model)
        parts["compile_config"]["optimizer"] = optimizer_parts(model.optimizer)
        text = json.dumps(parts)
    except (NotImplementedError, TypeError, ValueError):
        return None  # subclassed, without get_config
    return text if all(_is_known(part) for part in _objects(parts)) else None


def optimizer_parts(optimizer: Any) -> dict[str, Any]:
    """The same of an optimizer. A rate that is a number is a variable."""
    parts = keras.saving.serialize_keras_object(optimizer)
    config = parts["config"]
    if isinstance(config.get("learning_rate"), float):
        del config["learning_rate"]  # a variable, unlike a schedule
    del config["name"]
    return parts


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
