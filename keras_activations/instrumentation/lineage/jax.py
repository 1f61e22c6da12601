"""Of what a tensor was made: JAX, which does not tell."""

from collections.abc import Sequence
from typing import Any

from keras_activations import compat

Tensor = Any


def made_of(tensor: Tensor) -> tuple[str, Sequence[Tensor]]:
    """The operation that made a tensor, and its inputs; here unknown."""
    return "", ()


def depends_on_weight(notes: Any, tensor: Tensor) -> bool:
    """Whether a tensor depends on a weight of the model.

    What depends on a variable that is trained is known. What comes out of
    layers with frozen weights is followed from layer to layer.
    """
    if id(tensor) in notes.differentiated:
        return True
    made = {id(output): place for place, _, output in notes.layer_outputs}
    taken = {id(output): first for _, first, output in notes.layer_outputs}
    seen: set[int] = set()
    while id(tensor) in made and id(tensor) not in seen:
        seen.add(id(tensor))
        layer = made[id(tensor)].layer
        if any("float" in each.dtype for each in compat.own_variables(layer)):
            return True
        tensor = taken[id(tensor)]
    return False
