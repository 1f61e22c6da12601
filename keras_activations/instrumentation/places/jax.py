"""The places through which calls pass: JAX."""

import functools
from collections.abc import Callable
from contextlib import ExitStack
from typing import Any

import jax
import keras

from keras_activations.instrumentation.placing import (
    known_functions,
    name_of,
    put,
    put_all,
)
from keras_activations.instrumentation.routes import Route, Routes
from keras_activations.replacing import replaced

_MODULES = (jax.nn, jax.numpy)
_KNOWN_FUNCTIONS = known_functions(_MODULES)


def known_function(function: Any) -> str | None:
    """The name of an activation of Keras, JAX or this package."""
    return name_of(function, _KNOWN_FUNCTIONS)


def intercepted(routes: Routes) -> ExitStack:
    """Routes all calls through the given functions until it is closed."""
    stack = ExitStack()
    try:
        put_all(stack, routes, "stateless_apply", _MODULES)
        stateless = _stateless(keras.layers.Layer.stateless_call, routes.layer)
        put(stack, keras.layers.Layer, "stateless_call", stateless)
        both = _differentiated(jax.value_and_grad, routes.frame, both=True)
        put(stack, jax, "value_and_grad", both)
        alone = _differentiated(jax.value_and_grad, routes.frame, both=False)
        put(stack, jax, "grad", alone)
        for name in ("checkpoint", "remat"):
            again = _computed_again(getattr(jax, name), routes.frame)
            put(stack, jax, name, again)
    except BaseException:
        stack.close()
        raise
    return stack


def _stateless(own: Callable[..., Any], route: Route) -> Callable[..., Any]:
    """Routes the call in a stateless call, which bypasses `__call__`."""

    @functools.wraps(own)
    def stateless_call(self: Any, *args: Any, **kwargs: Any) -> Any:
        call = self.call

        @functools.wraps(call)
        def routed(*args: Any, **kwargs: Any) -> Any:
            def run(_: Any, *args: Any, **kwargs: Any) -> Any:
                return call(*args, **kwargs)

            return route(run, self, args, kwargs)

        with replaced(self, call=routed):
            return own(self, *args, **kwargs)

    return stateless_call


def _differentiated(
    value_and_grad: Callable[..., Any], make_frame: Route, both: bool
) -> Callable[..., Any]:
    """Lets a function that is differentiated return what was noted in it."""

    @functools.wraps(jax.value_and_grad if both else jax.grad)
    def transform(
        fun: Callable[..., Any],
        argnums: Any = 0,
        has_aux: bool = False,
        **options: Any,
    ) -> Callable[..., Any]:
        @functools.wraps(fun)
        def call(*args: Any, **kwargs: Any) -> Any:
            frame = make_frame()

            def noting(*args: Any, **kwargs: Any) -> Any:
                if frame is not None:
                    frame.enter()
                tensors = []
                try:
                    result = fun(*args, **kwargs)
                finally:
                    if frame is not None:
                        tensors = frame.leave()
                value, aux = result if has_aux else (result, None)
                return value, (aux, tensors)

            differentiate = value_and_grad(
                noting, argnums, has_aux=True, **options
            )
            (value, (aux, tensors)), gradients = differentiate(*args, **kwargs)
            if frame is not None:
                frame.lift(tensors)
            if both:
                return ((value, aux) if has_aux else value), gradients
            return (gradients, aux) if has_aux else gradients

        return call

    return transform


def _computed_again(
    checkpoint: Callable[..., Any], make_frame: Route
) -> Callable[..., Any]:
    """The same for one that is computed again for its gradient."""

    @functools.wraps(checkpoint)
    def transform(fun: Any = None, **options: Any) -> Any:
        if fun is None:  # as a decorator with options
            return functools.partial(transform, **options)

        @functools.wraps(fun)
        def call(*args: Any, **kwargs: Any) -> Any:
            frame = make_frame()
            if frame is None:
                return checkpoint(fun, **options)(*args, **kwargs)

            def noting(*args: Any, **kwargs: Any) -> Any:
                frame.enter()
                tensors = []
                try:
                    result = fun(*args, **kwargs)
                finally:
                    tensors = frame.leave()
                return result, tensors

            result, tensors = checkpoint(noting, **options)(*args, **kwargs)
            frame.lift(tensors)
            return result

        return call

    return transform
