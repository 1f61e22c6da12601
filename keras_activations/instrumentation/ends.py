"""The two ends of a step: what enters its weights, and what its losses get."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import keras
import tensorflow as tf

from keras_activations.instrumentation.capture import Loss, Notes
from keras_activations.models.anatomy import named_layers

Tensor = Any
Layer = Any

# What only moves the entries of the tensor that a layer has made.
_MOVING = ("Reshape", "Squeeze", "ExpandDims", "Identity", "Cast")


@dataclass(frozen=True, eq=False)
class Ends:
    """What a step is given, and what it makes of it.

    Args:
        inputs: By the path of a layer, what enters it before any weight of
            the model has been applied.
        outputs: The losses that the step computes, by name of their output,
            with the name of the activation that made it; "" if that is
            unknown.
    """

    inputs: Mapping[str, Tensor]
    outputs: Sequence[tuple[str, str, Loss]]


NO_ENDS = Ends({}, ())


def ends(model: Any, notes: Notes) -> Ends:
    """The ends of a step.

    Args:
        model: The model.
        notes: What its step has shown.
    """
    return Ends(dict(_inputs(model, notes)), list(_outputs(model, notes)))


def _inputs(model: Any, notes: Notes) -> Iterator[tuple[str, Tensor]]:
    paths = {id(layer): path for path, layer in named_layers(model)}
    seen: set[int] = set()
    for layer, first in notes.entered:
        if (
            id(first) not in seen
            and _multiplies(layer)
            and not isinstance(layer, keras.layers.Embedding)
            and not _depends(first)
        ):
            seen.add(id(first))
            yield paths.get(id(layer), layer.name), first


def _multiplies(layer: Layer) -> bool:
    """Whether a layer has a weight matrix of its own."""
    if isinstance(layer, keras.layers.RNN):
        return True
    own = getattr(layer, "_trainable_variables", [])
    return any(len(variable.shape) >= 2 for variable in own)


def _depends(tensor: Tensor) -> bool:
    """Whether a tensor depends on a weight of the model.

    A weight is a variable of floating point numbers: those of layers that
    prepare data, such as the state of a random generator, are integers.
    """
    if not hasattr(tensor, "op"):
        return True  # in an eager step, nobody can tell
    waiting, seen = [tensor.op], {id(tensor.op)}
    while waiting:
        operation = waiting.pop()
        if _reads_weight(operation):
            return True
        # The last input comes first: weights are last, so that the search
        # ends after a few operations.
        for before in operation.inputs:
            if id(before.op) not in seen:
                seen.add(id(before.op))
                waiting.append(before.op)
    return False


def _reads_weight(operation: tf.Operation) -> bool:
    return any(
        tensor.dtype == tf.resource for tensor in operation.inputs
    ) and any(tensor.dtype.is_floating for tensor in operation.outputs)


def _outputs(model: Any, notes: Notes) -> Iterator[tuple[str, str, Loss]]:
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
        yield name, _activation(notes, loss.y_pred), loss


def _activation(notes: Notes, output: Tensor) -> str:
    """The name of the activation that made a tensor; "" if unknown."""
    while True:
        for call in reversed(notes.calls):
            if call.a is output:
                return call.kind.name
        for invocation, _, made in reversed(notes.layer_outputs):
            function = getattr(invocation.layer, "activation", None)
            if made is output and function is keras.activations.linear:
                return "linear"
        operation = None if tf.executing_eagerly() else output.op
        if operation is None or operation.type not in _MOVING:
            return ""
        output = operation.inputs[0]
