"""What is put in the places on any backend."""

import functools
import types
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from typing import Any

import keras

from keras_activations import activations as ours
from keras_activations import compat
from keras_activations.instrumentation.routes import Route, Routes
from keras_activations.replacing import replaced
from keras_activations.statistics.kinds import KINDS

# It has methods of its own, in which it unscales the gradients.
_LossScale = keras.optimizers.LossScaleOptimizer
# By the name of a function, the name of the activation that it computes.
NAMES = {**{name: name for name in KINDS}, "swish": "silu"}


def _places(modules: Sequence[Any]) -> Iterator[tuple[Any, str, str]]:
    """Owner, attribute, and the name of the activation."""
    functions = map(compat.module_name, ("backend.nn", "backend.numpy"))
    for owner in (*functions, *modules, ours):
        for attribute, name in NAMES.items():
            if callable(getattr(owner, attribute, None)):
                yield owner, attribute, name
    # Two functions of Keras that are composed of others.
    for name in ("ReLU", "Mish"):
        composed = compat.module_name(f"activations.activations.{name}")
        yield composed, "static_call", name.lower()


def known_functions(modules: Sequence[Any]) -> dict[int, str]:
    """By id, since a user's function may have the same name.

    These are the functions before anything is put in their place.
    """
    found = {}
    for module in (keras.activations, keras.ops, *modules, ours):
        for attribute, name in NAMES.items():
            function = getattr(module, attribute, None)
            if callable(function) and not isinstance(function, type):
                found[id(function)] = name
    found[id(keras.activations.linear)] = "linear"
    return found


def name_of(function: Any, known: dict[int, str]) -> str | None:
    """The name of the activation that a function computes, if it is known."""
    while isinstance(function, functools.partial):
        function = function.func
    return known.get(id(function))


def put_all(
    stack: ExitStack, routes: Routes, update: str, modules: Sequence[Any]
) -> None:
    """Routes the calls that are the same on all backends.

    Args:
        stack: Puts everything back when it is closed.
        routes: Where to.
        update: The method of optimizers that is given the gradients.
        modules: Those of the backend that have activation functions.
    """
    operation = keras.Operation.__call__

    @functools.wraps(operation)
    def call_operation(self: Any, *args: Any, **kwargs: Any) -> Any:
        if isinstance(self, keras.layers.Layer):
            return operation(self, *args, **kwargs)
        return routes.layer(operation, self, args, kwargs)

    put(stack, keras.Operation, "__call__", call_operation)
    put_method(stack, keras.layers.Layer, "__call__", routes.layer)
    put_method(stack, keras.losses.Loss, "__call__", routes.loss)
    for kind in keras.optimizers.Optimizer, _LossScale:
        put_method(stack, kind, update, routes.update)
    for owner, attribute, name in _places(modules):
        function = _through(routes.function, getattr(owner, attribute), name)
        if isinstance(owner, type):
            function = staticmethod(function)
        put(stack, owner, attribute, function)


def put_method(
    stack: ExitStack, owner: type, attribute: str, route: Route
) -> None:
    """Routes the calls of a method."""
    own = getattr(owner, attribute)

    @functools.wraps(own)
    def call(self: Any, *args: Any, **kwargs: Any) -> Any:
        return route(own, self, args, kwargs)

    put(stack, owner, attribute, call)


def put_function(
    stack: ExitStack, owner: Any, attribute: str, route: Route
) -> None:
    """Routes the calls of a function."""
    own = getattr(owner, attribute)

    @functools.wraps(own)
    def call(*args: Any, **kwargs: Any) -> Any:
        return route(own, args, kwargs)

    put(stack, owner, attribute, call)


def _through(
    function_call: Callable[..., Any], own: Callable[..., Any], name: str
) -> Callable[..., Any]:
    @functools.wraps(own)
    def call(*args: Any, **kwargs: Any) -> Any:
        return function_call(own, name, args, kwargs)

    return call


def put(stack: ExitStack, owner: Any, attribute: str, value: Any) -> None:
    """Puts a value in the place of an attribute."""
    if isinstance(owner, types.ModuleType) and attribute not in vars(owner):
        getattr(owner, attribute)  # loads a lazy module
    stack.enter_context(replaced(owner, **{attribute: value}))
