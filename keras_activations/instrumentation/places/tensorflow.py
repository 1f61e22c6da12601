"""The places through which calls pass: TensorFlow."""

from contextlib import ExitStack
from typing import Any

import tensorflow as tf

from keras_activations.instrumentation.placing import (
    known_functions,
    name_of,
    put_all,
    put_function,
)
from keras_activations.instrumentation.routes import Routes

_MODULES = (tf.nn, tf.math, tf)
_KNOWN_FUNCTIONS = known_functions(_MODULES)


def known_function(function: Any) -> str | None:
    """The name of an activation of Keras, TensorFlow or this package."""
    return name_of(function, _KNOWN_FUNCTIONS)


def intercepted(routes: Routes) -> ExitStack:
    """Routes all calls through the given functions until it is closed."""
    stack = ExitStack()
    try:
        put_all(stack, routes, "apply", _MODULES)
        put_function(stack, tf, "vectorized_map", routes.vectorized)
        put_function(stack, tf.GradientTape, "gradient", routes.backward)
    except BaseException:
        stack.close()
        raise
    return stack
