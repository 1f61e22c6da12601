"""The two ends of a step: what enters its weights, and what its losses get."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import keras

from keras_activations import compat
from keras_activations.instrumentation.lineage import (
    depends_on_weight,
    made_of,
)
from keras_activations.instrumentation.notes import Loss, Notes
from keras_activations.instrumentation.parameters import is_matrix
from keras_activations.models.anatomy import moves, named_layers

Tensor = Any
Layer = Any

# What only moves the entries of the tensor that a layer has made.
_MOVING = ("Reshape", "Squeeze", "ExpandDims", "Identity", "Cast")


@dataclass(frozen=True, eq=False)
class Output:
    """One output of the model, and a loss that is computed of it.

    Args:
        name: Its name; "" if the model has only one.
        activation: The name of the activation that made it; "" if unknown.
        layer: The path of the layer with that activation; "" if unknown.
        loss: The call of the loss.
    """

    name: str
    activation: str
    layer: str
    loss: Loss


@dataclass(frozen=True, eq=False)
class Ends:
    """What a step is given, and what it makes of it.

    Args:
        inputs: By the path of a layer, what enters it before any weight of
            the model has been applied.
        outputs: What its losses are given.
    """

    inputs: Mapping[str, Tensor]
    outputs: Sequence["Output"]


NO_ENDS = Ends({}, ())


def ends(model: Any, notes: Notes) -> Ends:
    """The ends of a step.

    Args:
        model: The model.
        notes: What its step has shown.
    """
    paths = {id(layer): path for path, layer in named_layers(model)}
    return Ends(
        dict(_inputs(notes, paths)), list(_outputs(model, notes, paths))
    )


def _inputs(
    notes: Notes, paths: Mapping[int, str]
) -> Iterator[tuple[str, Tensor]]:
    seen: set[int] = set()
    for layer, first in notes.entered:
        if (
            id(first) not in seen
            and _multiplies(layer)
            and not isinstance(layer, keras.layers.Embedding)
            and not depends_on_weight(notes, first)
        ):
            seen.add(id(first))
            yield paths.get(id(layer), layer.name), first


def _multiplies(layer: Layer) -> bool:
    """Whether a layer has a weight matrix of its own."""
    if isinstance(layer, keras.layers.RNN):
        return True
    return any(map(is_matrix, compat.own_variables(layer)))


def _outputs(
    model: Any, notes: Notes, paths: Mapping[int, str]
) -> Iterator[Output]:
    names = getattr(model, "output_names", None) or []
    given = [
        tensor
        for layer, tensors in notes.given
        if layer is model
        for tensor in tensors
    ]
    for loss in notes.losses:
        name = next(
            (
                name
                for name, tensor in zip(names, given, strict=False)
                if tensor is loss.y_pred and len(names) > 1
            ),
            "",
        )
        activation, layer = _made_by(notes, loss.y_pred)
        yield Output(name, activation, paths.get(id(layer), ""), loss)


def _made_by(notes: Notes, output: Tensor) -> tuple[str, Layer]:
    """The activation that made a tensor, and the layer that has it."""
    while True:
        for call in reversed(notes.calls):
            if call.a is output:
                return call.kind.name, call.invocation.layer
        for invocation, _, made in reversed(notes.layer_outputs):
            function = getattr(invocation.layer, "activation", None)
            if made is output and function is keras.activations.linear:
                return "linear", invocation.layer
        operation, inputs = made_of(output)
        if operation in _MOVING:
            output = inputs[0]
            continue
        output = next(
            (
                first
                for invocation, first, made in reversed(notes.layer_outputs)
                if made is output
                and first is not output
                and moves(invocation.layer)
            ),
            None,
        )
        if output is None:
            return "", None
