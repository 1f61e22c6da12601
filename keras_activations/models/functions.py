"""Activations that a user's class holds or calls as plain functions."""

import ast
import inspect
import textwrap
from collections.abc import Callable, Iterator
from typing import Any

import keras

from keras_activations.models.anatomy import OPERATIONS
from keras_activations.models.candidates import function_name

_NAMES = {*OPERATIONS.values(), "glu", "log_softmax", "softmax", "swish"}
_PACKAGES = ("jax", "keras", "keras_activations", "tensorflow")


def is_activation(value: Any) -> bool:
    """Whether it is a function of a known package that is an activation."""
    package = (getattr(value, "__module__", None) or "").partition(".")[0]
    return (
        callable(value)
        and not isinstance(value, type | keras.Operation)
        and package in _PACKAGES
        and function_name(value) in _NAMES
    )


def called_by(layer: Any) -> dict[str, Callable[..., Any]]:
    """The activations that `call` of a layer's class computes by functions.

    Returns:
        Each function by the expression that `call` has for it, such as
        "keras.ops.relu". Empty if there is no source to read.
    """
    function = inspect.unwrap(type(layer).call)
    try:
        tree = ast.parse(textwrap.dedent(inspect.getsource(function)))
    except (OSError, SyntaxError, TypeError):
        return {}
    names = inspect.getclosurevars(function)
    known = {**names.globals, **names.nonlocals}
    found: dict[str, Callable[..., Any]] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            for value in _value_of(node.func, known):
                if is_activation(value):
                    found[ast.unparse(node.func)] = value
    return found


def _value_of(node: ast.expr, known: dict[str, Any]) -> Iterator[Any]:
    """What `a` or `a.b.c` stands for, if that can be known."""
    if isinstance(node, ast.Name) and node.id in known:
        yield known[node.id]
    elif isinstance(node, ast.Attribute):
        for owner in _value_of(node.value, known):
            if hasattr(owner, node.attr):
                yield getattr(owner, node.attr)


def as_attribute(kind: str, expression: str, name: str) -> str:
    """The two lines that let a function in `call` be replaced."""
    return (
        f"`call` of {kind} computes {expression} itself, which nothing outside "
        "can replace. Two lines make it an attribute, which can be:\n"
        "    # in __init__\n"
        f'    self.activation = keras.layers.Activation("{name}")\n'
        f"    # in call, instead of {expression}(x)\n"
        "    x = self.activation(x)"
    )
