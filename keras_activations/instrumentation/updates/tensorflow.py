"""What optimizers are given in a step: TensorFlow."""

import inspect
from collections.abc import Callable
from typing import Any

import tensorflow as tf

from keras_activations import compat
from keras_activations.instrumentation.notes import Notes, Update


def with_update(
    notes: Notes,
    own: Callable[..., Any],
    optimizer: Any,
    args: Any,
    kwargs: Any,
) -> Any:
    """Lets an optimizer apply its gradients, and notes what it was given."""
    given = inspect.signature(own).bind(optimizer, *args, **kwargs).arguments
    gradients = list(given["grads"])
    variables = given.get("trainable_variables")
    if variables is None:
        variables = compat.own_variables(optimizer)
    variables = list(variables)
    scale = getattr(optimizer, "dynamic_scale", None)
    for gradient, variable in zip(gradients, variables, strict=True):
        # The gradient of an embedding is a list of slices. It does not tell
        # how the incoming weights of a unit are pushed.
        if len(variable.shape) < 2 or not isinstance(gradient, tf.Tensor):
            continue
        if notes.reach.obstacle() is not None:
            notes.unseen_updates.append(variable.path)
            continue
        # The scale itself may change in this very update.
        value = None if scale is None else tf.identity(scale.value)
        before = tf.identity(variable.value) if notes.keeps_before else None
        notes.updates.append(Update(variable, gradient, before, value))
    notes.inside_update += 1
    try:
        return own(optimizer, gradients, variables)
    finally:
        notes.inside_update -= 1
