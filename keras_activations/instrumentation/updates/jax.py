"""What optimizers are given in a step: JAX."""

import inspect
from collections.abc import Callable
from typing import Any

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
    notes.inside_update += 1
    try:
        updated = own(optimizer, *args, **kwargs)
    finally:
        notes.inside_update -= 1
    given = inspect.signature(own).bind(optimizer, *args, **kwargs).arguments
    scaled = getattr(optimizer, "dynamic_scale", None)
    scale = next(
        (
            value
            for variable, value in zip(
                optimizer.variables, given["optimizer_variables"], strict=True
            )
            if variable is scaled
        ),
        None,
    )
    for variable, gradient, before, after in zip(
        compat.own_variables(getattr(optimizer, "inner_optimizer", optimizer)),
        given["grads"],
        given["trainable_variables"],
        updated[0],
        strict=True,
    ):
        # The gradient of an embedding does not tell how the incoming weights
        # of a unit are pushed.
        if (
            len(variable.shape) < 2
            or gradient is None
            or variable.name == "embeddings"
        ):
            continue
        if notes.reach.obstacle() is not None:
            notes.unseen_updates.append(variable.path)
            continue
        notes.updates.append(Update(variable, gradient, before, scale, after))
    return updated
