"""The parts of a model: its layers, their names, and the output layers.

Besides layers, a functional model holds operations: a function of
`keras.activations` or `keras.ops` that is called on one of its tensors becomes
one.
"""

from collections.abc import Iterator
from typing import Any, NamedTuple

import keras

from keras_activations import compat

Layer = Any  # keras.layers.Layer, which mypy does not know
Operation = Any  # a layer or a keras.Operation

# Class of the operation, in lower case, and the activation that it computes.
OPERATIONS: dict[str, str] = {
    "celu": "celu",
    "elu": "elu",
    "gelu": "gelu",
    "hardshrink": "hard_shrink",
    "hardsigmoid": "hard_sigmoid",
    "hardsilu": "hard_silu",
    "hardtanh": "hard_tanh",
    "leakyrelu": "leaky_relu",
    "logsigmoid": "log_sigmoid",
    "mish": "mish",
    "relu": "relu",
    "relu6": "relu6",
    "selu": "selu",
    "sigmoid": "sigmoid",
    "silu": "silu",
    "softplus": "softplus",
    "softshrink": "soft_shrink",
    "softsign": "softsign",
    "sparseplus": "sparse_plus",
    "sparsesigmoid": "sparse_sigmoid",
    "squareplus": "squareplus",
    "tanh": "tanh",
    "tanhshrink": "tanh_shrink",
    "threshold": "threshold",
}
_MOVING_LAYERS = (
    keras.layers.Flatten,
    keras.layers.Identity,
    keras.layers.Permute,
    keras.layers.Reshape,
)
_MOVING_OPERATIONS = (
    "expanddims",
    "flip",
    "moveaxis",
    "ravel",
    "reshape",
    "squeeze",
    "swapaxes",
    "transpose",
)


class Call(NamedTuple):
    """One call of a layer or operation in a graph."""

    operation: Operation
    number: int  # among all calls of this operation

    @property
    def key(self) -> tuple[int, int]:
        """The layer, inside wrappers, and the call of it."""
        return id(unwrapped(self.operation)), self.number

    @property
    def given(self) -> list[Any]:
        """The tensors that it is called with."""
        return list(compat.given(self.operation, self.number))


def made_by(tensor: Any) -> Call:
    """The call that a tensor of a graph comes from."""
    return Call(*compat.maker(tensor))


def has_graph(model: object) -> bool:
    """Whether `model` is functional, or sequential and built."""
    if not isinstance(model, keras.Model):
        return False
    # A user's model may keep something else under that name.
    outputs = keras.tree.flatten(getattr(model, "outputs", None))
    return bool(outputs) and all(map(keras.utils.is_keras_tensor, outputs))


def is_own(layer: Any) -> bool:
    """Whether it is a layer of the user's own, with a `call` of its own."""
    package = type(layer).__module__.partition(".")[0]
    return (
        isinstance(layer, keras.layers.Layer)
        and package not in ("keras", "keras_activations")
        and not has_graph(layer)
    )


def operation_name(operation: Operation) -> str | None:
    """The name of the activation that an operation computes, or None.

    A layer is not an operation in this sense.
    """
    return OPERATIONS.get(class_of_operation(operation))


def moves(layer: Operation) -> bool:
    """Whether it only moves the entries of its input."""
    return (
        isinstance(layer, _MOVING_LAYERS)
        or class_of_operation(layer) in _MOVING_OPERATIONS
    )


def graphs(model: Layer) -> Iterator[keras.Model]:
    """The functional and sequential models in `model`, itself included."""
    yield from filter(has_graph, [model, *(e for _, e in named_layers(model))])


def calls(model: keras.Model) -> Iterator[Call]:
    """The calls behind the outputs of a model with a graph, the last first."""
    inputs = {id(tensor) for tensor in keras.tree.flatten(model.inputs)}
    waiting = list(keras.tree.flatten(model.outputs))
    seen: set[tuple[int, int]] = set()
    while waiting:
        tensor = waiting.pop()
        call = made_by(tensor)
        key = id(call.operation), call.number
        if id(tensor) in inputs or key in seen:
            continue
        seen.add(key)
        yield call
        waiting += call.given


def output_calls(model: Layer) -> list[Call]:
    """The calls that compute a functional model's outputs.

    The search looks behind layers that only move entries, into wrappers and
    into nested models. For a model without a graph, the result is empty.
    """
    found: list[Call] = []
    for tensor in model.outputs if has_graph(model) else ():
        call = made_by(tensor)
        while moves(unwrapped(call.operation)):
            call = made_by(call.given[0])
        layer = unwrapped(call.operation)
        inside = output_calls(layer) if has_graph(layer) else [call]
        found += [each for each in inside if each not in found]
    return found


def output_layers(model: Layer) -> list[Operation]:
    """The layers and operations that compute a functional model's outputs."""
    found = [unwrapped(call.operation) for call in output_calls(model)]
    return list({id(layer): layer for layer in found}.values())


def all_layers(model: Layer) -> list[Layer]:
    """Every layer of a model, at every depth, to look at or to change.

    `model.layers` has only the uppermost ones.

    Args:
        model: A model or layer of any kind: functional, sequential, nested or
            subclassed. What a layer makes when it is built is found afterwards.

    Returns:
        The model itself, then each layer once, also those inside models,
        wrappers and layers, and those that are the `activation` of another.

    Example:

    >>> block = keras.Sequential([keras.Input((4,)), keras.layers.Dropout(0.5)])
    >>> model = keras.Sequential([block, keras.layers.Dense(1)])
    >>> for layer in ka.models.all_layers(model):
    ...     if isinstance(layer, keras.layers.Dropout):
    ...         layer.rate = 0.1
    >>> block.layers[-1].rate
    0.1
    """
    return list(
        {id(layer): layer for layer in compat.layers_of(model)}.values()
    )


def named_layers(model: Layer) -> Iterator[tuple[str, Operation]]:
    """Every layer at every depth, once, by its path, such as "block/dense".

    They are in the order in which a functional or sequential model computes,
    including the operations that are activations. If several layers have the
    same path, ":2", ":3" and so on is appended. Input layers are left out, and
    so are layers that are the `activation` of another layer, which stands for
    them.
    """
    yield from _walk(model, "", {id(model)}, set())


def _walk(
    parent: Layer, prefix: str, seen: set[int], names: set[str]
) -> Iterator[tuple[str, Operation]]:
    for layer in _children(parent):
        if (
            id(layer) in seen
            or isinstance(layer, keras.layers.InputLayer)
            or layer is vars(parent).get("activation")
        ):
            continue
        seen.add(id(layer))
        name = path = prefix + layer.name
        uses = 1
        while name in names:
            uses += 1
            name = f"{path}:{uses}"
        names.add(name)
        yield name, layer
        if isinstance(layer, keras.layers.Layer):
            yield from _walk(layer, name + "/", seen, names)


def _children(parent: Layer) -> list[Operation]:
    """The layers and activations directly below a layer."""
    layers = compat.layers_of(parent, include_self=False, recursive=False)
    if not has_graph(parent) or isinstance(parent, keras.Sequential):
        return layers
    called = [
        operation
        for operation in parent.operations
        if isinstance(operation, keras.layers.Layer)
        or operation_name(operation)
    ]
    # A subclass may have layers that it does not call in its graph.
    known = {id(operation) for operation in called}
    return called + [layer for layer in layers if id(layer) not in known]


def class_of_operation(operation: Operation) -> str:
    """The class of an operation of Keras, in lower case; "" if it is none."""
    kind = type(operation)
    if isinstance(operation, keras.layers.Layer) or (
        # A user's class may have the same name and compute something else.
        kind.__module__.partition(".")[0] != "keras"
    ):
        return ""
    return kind.__name__.lower()


def unwrapped(layer: Operation) -> Operation:
    """The layer inside wrappers such as `TimeDistributed`."""
    while isinstance(layer, keras.layers.Wrapper):
        layer = layer.layer
    return layer
