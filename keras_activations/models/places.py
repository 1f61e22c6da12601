"""Where a model has activations, and which of them are not to be replaced."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import chain, count
from typing import Any, NamedTuple

import keras

from keras_activations import compat
from keras_activations.layers.by_name import LAYERS
from keras_activations.models.anatomy import (
    calls,
    graphs,
    has_graph,
    named_layers,
    operation_name,
    output_calls,
)
from keras_activations.models.candidates import function_name, title_of
from keras_activations.models.gates import gates

OUTPUT = "the output"

_ACTIVATION_LAYERS = (
    *LAYERS.values(),
    keras.layers.Activation,
    keras.layers.ELU,
    keras.layers.LeakyReLU,
    keras.layers.PReLU,
    keras.layers.ReLU,
    keras.layers.Softmax,
)
# These do not work entry by entry.
_ALONG_AN_AXIS = ("glu", "log_softmax", "softmax", "sparsemax")
_RECURRENT = (keras.layers.RNN, keras.layers.Bidirectional)


@dataclass(frozen=True)
class Place:
    """One activation of a model.

    Attributes:
        where: The path of the layer, such as "block/dense".
        layer: The layer or operation that is the activation, or that has it
            as its `activation`.
        call: Which call of it, for one that is replaced call by call; `None`
            means all calls.
        activation: The function, layer or operation.
        stays: Why it stays unless it is asked for, or `None`.
        fixed: Why it cannot be replaced, or `None`.
        inside: The path of the layer of the user's own that it is inside of.
    """

    where: str
    layer: Any
    call: int | None
    activation: Any
    stays: str | None
    fixed: str | None
    inside: str | None = None

    @property
    def function(self) -> str:
        """The name of the activation, such as "leaky_relu"."""
        name = operation_name(self.activation) or function_name(self.activation)
        limited = getattr(self.activation, "max_value", None) == 6
        return "relu6" if name == "relu" and limited else name

    @property
    def is_entry_by_entry(self) -> bool:
        """Whether it computes each entry from one entry of its input."""
        return self.function not in _ALONG_AN_AXIS

    @property
    def title(self) -> str:
        """The activation in a table: a function or a layer and arguments."""
        name = operation_name(self.activation)
        return name or title_of(self.activation)


def places(model: keras.Model, keep_last: bool) -> list[Place]:
    """All activations of a model with a graph, except linear ones.

    Args:
        model: A functional or sequential model.
        keep_last: Whether what gives the output of the model stays.
    """
    called: dict[int, list[int]] = {}
    for call in chain(*map(calls, graphs(model))):
        called.setdefault(id(call.operation), []).append(call.number)
    reasons: dict[int, dict[int, str]] = {}
    for (layer, index), reason in gates(model).items():
        reasons.setdefault(layer, {})[index] = reason
    for call in output_calls(model) if keep_last else ():
        layer, index = call.key
        reasons.setdefault(layer, {})[index] = OUTPUT
    layers = list(_layers(model, set(called)))
    taken = {where for where, *_ in layers}
    return [
        place
        for where, layer, barrier in layers
        for place in _places_of(
            where,
            layer,
            barrier,
            sorted(called.get(id(layer), ())),
            reasons.get(id(layer), {}),
            taken,
        )
    ]


class _Barrier(NamedTuple):
    """Why a layer and what is inside it cannot be changed."""

    fixed: str | None = None
    inside: str | None = None


def _layers(
    model: keras.Model, called: set[int]
) -> Iterator[tuple[str, Any, _Barrier]]:
    """Every layer, its path, and whether it can be changed."""
    known: dict[str, tuple[Any, _Barrier]] = {"": (model, _Barrier())}
    for where, layer in named_layers(model):
        path = where.rpartition("/")[0]
        if path not in known:  # inside a recurrent layer
            continue
        parent, barrier = known[path]
        if isinstance(parent, _RECURRENT) or _is_given_by(parent, layer):
            continue
        if barrier.fixed is None:
            if has_graph(parent):
                if id(layer) not in called:
                    barrier = _Barrier("not called in the graph")
            elif not isinstance(parent, keras.layers.Wrapper):
                barrier = _Barrier(f"inside {path}", path)
        if barrier.fixed is None and isinstance(layer, keras.layers.RNN):
            barrier = _Barrier("the step of a recurrent layer")
        known[where] = layer, barrier
        if barrier.inside and _can_be_set(layer, parent):
            yield where, layer, _Barrier(None, barrier.inside)
        else:
            yield where, layer, barrier


def _is_given_by(parent: Any, layer: Any) -> bool:
    """Whether it computes what its parent was given as `activation`."""
    activation = _activation_of(layer)
    given = getattr(parent, "activation", None)
    return activation is not None and given is activation


def _can_be_set(layer: Any, parent: Any) -> bool:
    """Whether the activation inside another layer is an attribute that is read.

    Keras's layers call their `activation`; a user's layer may do anything.
    """
    if _is_from_keras(parent):
        return False
    if _activation_of(layer) is layer:
        return any(value is layer for value in held(compat.attributes(parent)))
    return _is_from_keras(layer) and not isinstance(layer, _RECURRENT)


def held(attribute: Any) -> list[Any]:
    """What an attribute holds: itself, or what is in its lists and dicts."""
    if isinstance(attribute, dict):
        attribute = list(attribute.values())
    if isinstance(attribute, list | tuple):
        return [value for each in attribute for value in held(each)]
    return [attribute]


def _is_from_keras(layer: Any) -> bool:
    return type(layer).__module__.partition(".")[0] == "keras"


def _places_of(
    where: str,
    layer: Any,
    barrier: _Barrier,
    indices: list[int],
    reasons: dict[int, str],
    taken: set[str],
) -> Iterator[Place]:
    activation = _activation_of(layer)
    if activation is None:
        return
    weights = getattr(layer, "weights", None)
    if activation is layer and not weights and len(indices) > 1:
        # One ReLU for a whole model stands at several places.
        # A name of its own for each: the old one only if no call keeps it.
        numbered = (f"{where}_{use}" for use in count(1 if reasons else 2))
        free = (name for name in numbered if name not in taken)
        names = free if reasons else chain([where], free)
        for name, index in zip(names, indices, strict=False):
            stays = reasons.get(index)
            yield Place(name, layer, index, activation, stays, *barrier)
        return
    stays = next(iter(reasons.values()), None)
    if OUTPUT in reasons.values():
        stays = OUTPUT
    if _is_block(layer):
        stays = None  # It computes something with it, and then gives more.
    if barrier.inside and barrier.fixed is None:
        stays = f"inside {barrier.inside}"
    place = Place(where, layer, None, activation, stays, *barrier)
    if stays != OUTPUT and not place.is_entry_by_entry:
        place = replace(place, stays="works along an axis")
    yield place


def _is_block(layer: Any) -> bool:
    """Whether it is made of layers, besides its activation."""
    return isinstance(layer, keras.layers.Layer) and any(
        part is not getattr(layer, "activation", None)
        for part in compat.layers_of(layer, include_self=False, recursive=False)
    )


def _activation_of(layer: Any) -> Any:
    """The layer itself or its `activation`, or None if that is linear."""
    if not isinstance(layer, keras.layers.Layer):
        return layer if operation_name(layer) else None
    activation = getattr(layer, "activation", None)
    if activation is keras.activations.linear:
        return None
    if isinstance(layer, _ACTIVATION_LAYERS):
        return layer
    return activation if callable(activation) else None
