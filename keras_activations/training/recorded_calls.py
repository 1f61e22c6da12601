"""See what every layer of a model computes during one call of the model."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from typing import Any

import keras


def leaf_layers(model: keras.Layer) -> list[keras.Layer]:
    """The layers of a model that are not models themselves, each once."""
    leaves: dict[int, keras.Layer] = {}
    for layer in model.layers:
        inner = leaf_layers(layer) if hasattr(layer, "layers") else [layer]
        leaves.update((id(leaf), leaf) for leaf in inner)
    return list(leaves.values())


@contextmanager
def recorded_calls(
    model: keras.Model,
) -> Iterator[list[tuple[keras.Layer, Any, Any]]]:
    """Collect `(layer, inputs, outputs)` of each call of each leaf layer.

    The tensors are those that the model goes on with, so a gradient tape can
    differentiate with respect to them. Nothing of the model is changed
    afterwards.
    """
    calls: list[tuple[keras.Layer, Any, Any]] = []

    def recording(layer: keras.Layer, call: Callable) -> Callable:
        @wraps(call)
        def record(*args: Any, **kwargs: Any) -> Any:
            outputs = call(*args, **kwargs)
            inputs = args[0] if args else next(iter(kwargs.values()), None)
            calls.append((layer, inputs, outputs))
            return outputs

        return record

    # Straight into the instance's dictionary: Keras would track an attribute
    # that is set, and a layer that is built refuses new ones.
    layers = leaf_layers(model)
    for layer in layers:
        layer.__dict__["call"] = recording(layer, layer.call)
    try:
        yield calls
    finally:
        for layer in layers:
            del layer.__dict__["call"]
