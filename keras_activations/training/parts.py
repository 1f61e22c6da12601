"""What a training step is made of, on every backend."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import Any

import keras

from keras_activations import compat


def unpacked(data: Any) -> tuple[Any, Any, Any]:
    """x, y and the weights of the samples.

    A step of the user's own may take more parts, which are all x here.
    """
    if isinstance(data, tuple | list) and len(data) > 3:
        return data, None, None
    return keras.utils.unpack_x_y_sample_weight(data)


def leaf_layers(model: keras.Model) -> list[keras.Layer]:
    """The layers of a model that are not models themselves, each once."""
    leaves: dict[int, keras.Layer] = {}
    # Not `layers`: a model may use that name for something else.
    for layer in compat.layers_of(model, include_self=False, recursive=False):
        nested = isinstance(layer, keras.Model)
        inner = leaf_layers(layer) if nested else [layer]
        leaves.update((id(leaf), leaf) for leaf in inner)
    return list(leaves.values())


@contextmanager
def without_remat(model: keras.Model) -> Iterator[None]:
    """Keep layers from recomputing their outputs for the gradient.

    The numbers are the same, but an output that is discarded has no gradient
    that could be told.
    """
    with ExitStack() as stack:
        for layer in compat.layers_of(model):
            stack.enter_context(compat.without_remat(layer))
        yield


def kind(layer: keras.Layer) -> str:
    """The name of the class of a layer, with its activation if it has one."""
    name = type(layer).__name__
    activation = getattr(layer, "activation", None)
    if activation in (None, keras.activations.linear):
        return name
    inner = getattr(activation, "__name__", type(activation).__name__)
    return inner if name == "Activation" else f"{name} {inner}"


def place_of_call(layer: keras.Layer, number: int) -> str:
    """The name of an output of a layer in messages.

    The number distinguishes the calls of a shared layer.
    """
    return f"the output of layer {layer.name!r} (call {number})"


def is_floating(leaf: Any) -> bool:
    """Whether it is a tensor of floating-point numbers."""
    dtype = getattr(leaf, "dtype", None)
    if dtype is None:
        return False
    return keras.backend.is_float_dtype(keras.backend.standardize_dtype(dtype))
