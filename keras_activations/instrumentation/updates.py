"""Notes what the optimizers of a model are given in a step."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from typing import Any

import keras
import tensorflow as tf

from keras_activations.instrumentation.capture import Notes
from keras_activations.instrumentation.parameters import learned_parameters

Tensor = Any


@dataclass(frozen=True, eq=False)
class Update:
    """One weight matrix, its gradient, and its value before the update."""

    variable: Any
    gradient: Tensor
    before: Tensor
    unit_axis: int


@contextmanager
def noting_updates(model: Any, notes: Notes) -> Iterator[None]:
    """Notes the updates of the weight matrices of a model."""
    with ExitStack() as stack:
        for value in list(vars(model).values()):
            if isinstance(value, keras.optimizers.Optimizer):
                apply = _noting(model, value, value.apply, notes)
                stack.enter_context(_put(value, "apply", apply))
        yield


@contextmanager
def _put(owner: Any, name: str, value: Any) -> Iterator[None]:
    attributes = vars(owner)
    attributes[name] = value
    try:
        yield
    finally:
        del attributes[name]


def _noting(
    model: Any, optimizer: Any, apply: Callable[..., Any], notes: Notes
) -> Callable[..., Any]:
    layers = list(model._flatten_layers())
    # A transposed convolution has its outputs before its inputs.
    turned = {
        id(layer._kernel)
        for layer in layers
        if "Transpose" in type(layer).__name__
        and getattr(layer, "_kernel", None) is not None
    }
    # One per channel or element: no unit has incoming weights in it.
    alphas = {id(alpha) for alpha in learned_parameters(layers)}

    def watched(grads: Any, trainable_variables: Any = None) -> Any:
        grads = list(grads)
        variables = trainable_variables
        if variables is None:
            variables = optimizer._trainable_variables
        scale = getattr(optimizer, "dynamic_scale", None)
        variables = list(variables)
        for gradient, variable in zip(grads, variables, strict=True):
            # An embedding's gradient is a list of slices, of which one
            # cannot say how a unit's incoming weights are pushed.
            if (
                len(variable.shape) < 2
                or id(variable) in alphas
                or not isinstance(gradient, tf.Tensor)
                or notes.reach.obstacle() is not None
            ):
                continue
            if scale is not None:
                gradient = gradient / tf.cast(scale.value, gradient.dtype)
            before = tf.identity(variable.value)
            axis = -2 if id(variable) in turned else -1
            notes.updates.append(Update(variable, gradient, before, axis))
        return apply(grads, variables)

    return watched
