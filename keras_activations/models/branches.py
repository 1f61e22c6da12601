"""Where the branches of a functional model are added or normalized."""

import itertools
import math
from typing import Any

import keras

from keras_activations import compat
from keras_activations.models.anatomy import calls, graphs, moves

Operation = Any  # a layer or a keras.Operation

NORMALIZING = (
    keras.layers.BatchNormalization,
    keras.layers.GroupNormalization,
    keras.layers.LayerNormalization,
    keras.layers.RMSNormalization,
)


def target_deviations(model: keras.Model) -> dict[int, float | None]:
    """What the outputs of layers should have as their deviation at first.

    Args:
        model: A model. Only graphs of functional models are looked at, also
            nested ones.

    Returns:
        By the id of a layer, 1 / sqrt(n) if it ends a branch that is added to
        another one, where n such additions follow each other in the model, so
        that their sum does not grow with depth; `None` if a normalization
        follows, which makes the deviation of its own. For layers that are not
        here it is 1.
    """
    found: dict[int, float | None] = {}
    ends: list[list[Operation]] = []
    for call in itertools.chain(*map(calls, graphs(model))):
        if isinstance(call.operation, NORMALIZING):
            found |= {id(_made_by(tensor)): None for tensor in call.given}
        elif type(call.operation).__name__ == "Add":
            ends.append([_made_by(tensor) for tensor in call.given])
    # A shortcut with weights of its own begins a new sum.
    branches = [
        layer
        for added in ends
        for layer in added
        if _has_kernel(layer) and not all(map(_has_kernel, added))
    ]
    for layer in branches:
        found.setdefault(id(layer), 1 / math.sqrt(len(branches)))
    for added in ends:
        if all(map(_has_kernel, added)):
            for layer in added:
                found.setdefault(id(layer), 1 / math.sqrt(len(added)))
    return found


def origin(tensor: Any) -> Any:
    """The tensor behind the operations that keep the size of its entries."""
    operation, call = compat.maker(tensor)
    while moves(operation) or isinstance(operation, keras.layers.Dropout):
        tensor = compat.given(operation, call)[0]
        operation, call = compat.maker(tensor)
    return tensor


def _made_by(tensor: Any) -> Operation:
    operation, _ = compat.maker(origin(tensor))
    return operation


def _has_kernel(operation: Operation) -> bool:
    return hasattr(operation, "kernel") or hasattr(
        operation, "pointwise_kernel"
    )
