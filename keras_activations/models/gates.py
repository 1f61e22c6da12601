"""Which activations of a graph are gates or attention scores.

A gate multiplies something: squeeze-and-excite, highway networks, gated linear
units, `x * sigmoid(x)`. Another function in its place, such as ReLU, does not
only bend the signal in another way: the weights that were learned for values
from 0 to 1 are worth nothing with it.
"""

from collections.abc import Iterator
from itertools import chain
from typing import Any

import keras

from keras_activations import compat
from keras_activations.models.anatomy import (
    Call,
    calls,
    class_of_operation,
    graphs,
    has_graph,
    made_by,
    moves,
    operation_name,
    unwrapped,
)
from keras_activations.models.candidates import function_name

GATE = "a gate"
SCORES = "attention scores"

_FROM_0_TO_1 = ("hard_sigmoid", "relu6", "sigmoid", "sparse_sigmoid")
_REPEATING_LAYERS = (
    keras.layers.Cropping1D,
    keras.layers.Cropping2D,
    keras.layers.Cropping3D,
    keras.layers.Dropout,
    # What it does is not known. It is often a reshape.
    keras.layers.Lambda,
    keras.layers.RepeatVector,
    keras.layers.UpSampling1D,
    keras.layers.UpSampling2D,
    keras.layers.UpSampling3D,
)
_REPEATING_OPERATIONS = (
    "broadcastto",
    "cast",
    "clip",
    "getitem",
    "repeat",
    "split",
    "tile",
)
# With a constant, these scale or shift, as in relu6(x + 3) / 6 and 1 - gate.
_ARITHMETIC = (
    "add",
    "divide",
    "multiply",
    "negative",
    "subtract",
    "truedivide",
)
_PRODUCTS = ("dot", "einsum", "matmul", "tensordot", "vdot")


def gates(model: keras.Model) -> dict[tuple[int, int], str]:
    """Why the output of a call must stay what it is, by `Call.key`.

    The search looks from every product back through what moves, repeats, scales
    or shifts entries, and into nested models.
    """
    found: dict[tuple[int, int], str] = {}
    for call in chain(*map(calls, graphs(model))):
        if len({id(tensor) for tensor in call.given}) < 2:
            continue
        multiplies = _is_multiplication(call.operation)
        if not multiplies and not _is_product(call.operation):
            continue
        for maker in chain(*map(_makers, call.given)):
            if _from_0_to_1(unwrapped(maker.operation)):
                found[maker.key] = GATE if multiplies else SCORES
            elif not multiplies and _compares(maker):
                found[maker.key] = SCORES
    return found


def _makers(tensor: Any) -> Iterator[Call]:
    """The calls that a tensor comes from, behind what keeps its values."""
    call = made_by(tensor)
    layer = unwrapped(call.operation)
    if has_graph(layer):
        yield from _makers(layer.outputs[compat.output_number(tensor)])
    elif _keeps_values(call):
        yield from chain(*map(_makers, call.given))
    else:
        yield call


def _keeps_values(call: Call) -> bool:
    if len(call.given) != 1:
        return False
    layer = unwrapped(call.operation)
    return (
        moves(layer)
        or isinstance(layer, _REPEATING_LAYERS)
        or class_of_operation(layer) in _REPEATING_OPERATIONS + _ARITHMETIC
    )


def _is_multiplication(operation: Any) -> bool:
    return (
        isinstance(operation, keras.layers.Multiply)
        or class_of_operation(operation) == "multiply"
    )


def _is_product(operation: Any) -> bool:
    return (
        isinstance(operation, keras.layers.Dot)
        or class_of_operation(operation) in _PRODUCTS
    )


def _compares(call: Call) -> bool:
    """Whether its input is a product of two tensors, as queries and keys."""
    return any(
        _is_product(maker.operation)
        and len({id(given) for given in maker.given}) > 1
        for maker in chain(*map(_makers, call.given))
    )


def _from_0_to_1(layer: Any) -> bool:
    """Whether its activation has values between two bounds, as a gate has."""
    name = operation_name(layer)
    if name is None:
        activation = getattr(layer, "activation", None) or layer
        if getattr(activation, "max_value", None) is not None:
            return True  # ReLU(6)(x + 3) / 6 is a hard sigmoid
        name = function_name(activation)
    return name in _FROM_0_TO_1
