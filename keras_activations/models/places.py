"""Where a model has activations, and which of them are not to be replaced."""

from collections import defaultdict
from collections.abc import Iterator
from contextlib import ExitStack
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
    is_own,
    named_layers,
    operation_name,
    output_calls,
)
from keras_activations.models.candidates import function_name, title_of
from keras_activations.models.following import followed
from keras_activations.models.functions import called_by, is_activation
from keras_activations.models.gates import gates
from keras_activations.models.own_names import own_names

OUTPUT = "the output"
AXIS = "works along an axis"
IN_CALL = "a function in `call`"

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
        attribute: The attribute of `layer` that holds the activation, where it
            is a function in an attribute of any name; in `call`, how that names
            it; else "".
    """

    where: str
    layer: Any
    call: int | None
    activation: Any
    stays: str | None
    fixed: str | None
    inside: str | None = None
    attribute: str = ""

    @property
    def key(self) -> tuple[Any, ...]:
        """What tells it from other places."""
        if self.attribute:
            return id(self.layer), self.attribute, id(self.activation)
        return id(self.layer), self.call

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
    """All activations of a model, except linear ones.

    Args:
        model: A functional or sequential model, or a subclassed one.
        keep_last: Whether what gives the output of the model stays.
    """
    called: dict[int, list[int]] = {}
    for call in chain(*map(calls, graphs(model))):
        called.setdefault(id(call.operation), []).append(call.number)
    inside = "inside {}"
    with ExitStack() as stack:
        graph = model
        if not has_graph(model):
            inside = ""
            try:
                graph = stack.enter_context(followed(model))
            except Exception:  # from the user's code; it may be any
                inside = "perhaps a gate or the output"
        reasons, functions = _reasons(graph, keep_last)
    layers = list(_layers(model, set(called)))
    taken = {where for where, *_ in layers}
    found: list[Place] = []
    top = [("", model, _Barrier(None, model.name))] if is_own(model) else []
    for where, layer, barrier in top + layers:
        indices = sorted(called.get(id(layer), ()))
        path = where or "activation"
        why = reasons[id(layer)]
        found += _places_of(path, layer, barrier, indices, why, taken)
        if is_own(layer):
            own = barrier._replace(inside=barrier.inside or where)
            found += _functions_of(where, layer, own, functions)
    return [
        replace(place, stays=inside.format(place.inside))
        if inside and place.inside and not place.fixed and place.stays != AXIS
        else place
        for place in found
    ]


def _reasons(
    graph: keras.Model, keep_last: bool
) -> tuple[dict[int, dict[int, str]], dict[str, str]]:
    """Why calls must stay what they are, and functions, by their names."""
    reasons: dict[int, dict[int, str]] = defaultdict(dict)
    for (layer, index), reason in gates(graph).items():
        reasons[layer][index] = reason
    for call in output_calls(graph) if keep_last else ():
        layer, index = call.key
        reasons[layer][index] = OUTPUT
    functions = {
        name: reasons[id(call.operation)][call.number]
        for call in chain(*map(calls, graphs(graph)))
        if (name := operation_name(call.operation))
        and call.number in reasons[id(call.operation)]
    }
    return reasons, functions


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
        inside = barrier.inside or path or model.name
        if barrier.fixed is None:
            if has_graph(parent):
                if id(layer) not in called:
                    barrier = _Barrier("not called in the graph")
            elif is_own(parent):
                barrier = _Barrier(None, inside)
            elif not isinstance(parent, keras.layers.Wrapper):
                barrier = _Barrier(f"inside {path}", inside)
        if barrier.fixed is None and isinstance(layer, _RECURRENT):
            barrier = barrier._replace(fixed="the step of a recurrent layer")
        known[where] = layer, barrier
        if not barrier.fixed and is_own(parent) and _is_hidden(layer, parent):
            barrier = barrier._replace(fixed=f"inside {inside}")
        yield where, layer, barrier


def _is_given_by(parent: Any, layer: Any) -> bool:
    """Whether it computes what its parent was given as `activation`."""
    activation = _activation_of(layer)
    given = getattr(parent, "activation", None)
    return activation is not None and given is activation


def _is_hidden(layer: Any, parent: Any) -> bool:
    """Whether no attribute of a user's layer holds an activation in it."""
    return _activation_of(layer) is layer and not any(
        value is layer for value in held(compat.attributes(parent))
    )


def _functions_of(
    where: str, layer: Any, barrier: _Barrier, reasons: dict[str, str]
) -> Iterator[Place]:
    """The functions that a user's layer has as attributes or in `call`."""
    known = set()
    for name, attribute in compat.attributes(layer).items():
        if name in own_names():
            continue
        functions = filter(is_activation, held(attribute))
        for value in {id(each): each for each in functions}.values():
            known.add(function_name(value))
            if name != "activation":  # which is a place by itself
                yield _function(where, layer, barrier, value, name, reasons)
    for name, value in called_by(layer).items():
        if function_name(value) not in known:
            fixed = barrier._replace(fixed=IN_CALL)
            yield _function(where, layer, fixed, value, name, reasons)


def _function(
    where: str,
    layer: Any,
    barrier: _Barrier,
    function: Any,
    name: str,
    reasons: dict[str, str],
) -> Place:
    stays = reasons.get(function_name(function))
    path = f"{where}/{name}".strip("/")
    place = Place(path, layer, None, function, stays, *barrier, name)
    return place if place.is_entry_by_entry else replace(place, stays=AXIS)


def held(attribute: Any) -> list[Any]:
    """What an attribute holds: itself, or what is in its lists and dicts."""
    if isinstance(attribute, dict):
        attribute = list(attribute.values())
    if isinstance(attribute, list | tuple):
        return [value for each in attribute for value in held(each)]
    return [attribute]


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
    place = Place(where, layer, None, activation, stays, *barrier)
    if stays != OUTPUT and not place.is_entry_by_entry:
        place = replace(place, stays=AXIS)
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
