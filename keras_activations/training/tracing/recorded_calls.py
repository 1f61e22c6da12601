"""See what every layer of a model computes during one call of the model."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from functools import wraps
from typing import Any

import keras
import tensorflow as tf

from keras_activations.replacing import replaced


def leaf_layers(model: keras.Model) -> list[keras.Layer]:
    """The layers of a model that are not models themselves, each once."""
    leaves: dict[int, keras.Layer] = {}
    for layer in model.layers:
        nested = isinstance(layer, keras.Model)
        inner = leaf_layers(layer) if nested else [layer]
        leaves.update((id(leaf), leaf) for leaf in inner)
    return list(leaves.values())


@contextmanager
def recorded_calls(
    model: keras.Model,
) -> Iterator[list[tuple[keras.Layer, Any]]]:
    """Collect `(layer, outputs)` of each call of each leaf layer.

    The tensors are those that the model continues with, so a gradient tape can
    differentiate with respect to them. Calls in a loop or function with a
    graph of its own are left out: what they compute cannot be used outside.
    The model is unchanged afterwards.
    """
    calls: list[tuple[keras.Layer, Any]] = []
    graph = _graph()

    def recording(layer: keras.Layer, call: Callable) -> Callable:
        @wraps(call)
        def record(*args: Any, **kwargs: Any) -> Any:
            outputs = call(*args, **kwargs)
            if _graph() is graph:
                calls.append((layer, outputs))
            return outputs

        return record

    with ExitStack() as stack:
        for layer in leaf_layers(model):
            call = recording(layer, layer.call)
            stack.enter_context(replaced(layer, call=call))
        yield calls


def _graph() -> tf.Graph | None:
    eager = tf.executing_eagerly()
    return None if eager else tf.compat.v1.get_default_graph()
