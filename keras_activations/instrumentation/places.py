"""The places where the calls of layers and activation functions pass through.

Only this module knows Keras's backend: its functions end up in the module
`backend.nn`, whatever public name they were called by.
"""

import functools
import types
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack
from typing import Any

import keras
import tensorflow as tf

from keras_activations import activations as ours
from keras_activations import compat
from keras_activations.replacing import replaced
from keras_activations.statistics.kinds import KINDS

# It has an `apply` of its own, in which it unscales the gradients.
_LossScale = keras.optimizers.LossScaleOptimizer
# By the name of a function, the name of the activation that it computes.
_NAMES = {**{name: name for name in KINDS}, "swish": "silu"}


def _places() -> Iterator[tuple[Any, str, str]]:
    """Owner, attribute, and the name of the activation."""
    functions = map(compat.module_name, ("backend.nn", "backend.numpy"))
    for owner in (*functions, tf, tf.nn, tf.math, ours):
        for attribute, name in _NAMES.items():
            if callable(getattr(owner, attribute, None)):
                yield owner, attribute, name
    # Two functions of Keras that are composed of others.
    for name in ("ReLU", "Mish"):
        composed = compat.module_name(f"activations.activations.{name}")
        yield composed, "static_call", name.lower()


def _known_functions() -> dict[int, str]:
    """By id, since a user's function may have the same name.

    These are the functions before anything is put in their place.
    """
    found = {}
    modules = (keras.activations, keras.ops, tf.nn, tf.math, tf, ours)
    for module in modules:
        for attribute, name in _NAMES.items():
            function = getattr(module, attribute, None)
            if callable(function) and not isinstance(function, type):
                found[id(function)] = name
    found[id(keras.activations.linear)] = "linear"
    return found


_KNOWN_FUNCTIONS = _known_functions()


def known_function(function: Any) -> str | None:
    """The name of an activation of Keras, TensorFlow or this package."""
    while isinstance(function, functools.partial):
        function = function.func
    return _KNOWN_FUNCTIONS.get(id(function))


def intercepted(
    layer_call: Callable[..., Any],
    function_call: Callable[..., Any],
    backward: Callable[..., Any],
    vectorized: Callable[..., Any],
    update: Callable[..., Any],
    loss: Callable[..., Any],
) -> ExitStack:
    """Routes all calls through the given functions until it is closed."""
    stack = ExitStack()
    try:
        own = keras.layers.Layer.__call__
        operation = keras.Operation.__call__
        gradient = tf.GradientTape.gradient
        mapped = tf.vectorized_map
        measured = keras.losses.Loss.__call__

        @functools.wraps(own)
        def call(self: Any, *args: Any, **kwargs: Any) -> Any:
            return layer_call(own, self, args, kwargs)

        @functools.wraps(operation)
        def call_operation(self: Any, *args: Any, **kwargs: Any) -> Any:
            if isinstance(self, keras.layers.Layer):
                return operation(self, *args, **kwargs)
            return layer_call(operation, self, args, kwargs)

        @functools.wraps(gradient)
        def call_gradient(*args: Any, **kwargs: Any) -> Any:
            return backward(gradient, args, kwargs)

        @functools.wraps(mapped)
        def call_mapped(*args: Any, **kwargs: Any) -> Any:
            return vectorized(mapped, args, kwargs)

        @functools.wraps(measured)
        def call_loss(self: Any, *args: Any, **kwargs: Any) -> Any:
            return loss(measured, self, args, kwargs)

        stack.enter_context(_put(tf, "vectorized_map", call_mapped))
        stack.enter_context(_put(keras.losses.Loss, "__call__", call_loss))
        stack.enter_context(_put(keras.layers.Layer, "__call__", call))
        stack.enter_context(_put(keras.Operation, "__call__", call_operation))
        stack.enter_context(_put(tf.GradientTape, "gradient", call_gradient))
        for kind in keras.optimizers.Optimizer, _LossScale:
            apply = _through_update(update, kind.apply)
            stack.enter_context(_put(kind, "apply", apply))
        for owner, attribute, name in _places():
            function = _through(function_call, getattr(owner, attribute), name)
            if isinstance(owner, type):
                function = staticmethod(function)
            stack.enter_context(_put(owner, attribute, function))
    except BaseException:
        stack.close()
        raise
    return stack


def _through_update(
    update: Callable[..., Any], own: Callable[..., Any]
) -> Callable[..., Any]:
    @functools.wraps(own)
    def apply(self: Any, *args: Any, **kwargs: Any) -> Any:
        return update(own, self, args, kwargs)

    return apply


def _through(
    function_call: Callable[..., Any], own: Callable[..., Any], name: str
) -> Callable[..., Any]:
    @functools.wraps(own)
    def call(*args: Any, **kwargs: Any) -> Any:
        return function_call(own, name, args, kwargs)

    return call


def _put(
    owner: Any, attribute: str, value: Any
) -> AbstractContextManager[None]:
    if isinstance(owner, types.ModuleType) and attribute not in vars(owner):
        getattr(owner, attribute)  # loads a lazy module
    return replaced(owner, **{attribute: value})
