"""Call a model once on JAX."""

from typing import Any

import keras


def make_weights(model: keras.Model, *inputs: Any, **named: Any) -> None:
    """Run a model on zeros: JAX has no trace for unknown sizes.

    Args:
        model: The model.
        *inputs: Its symbolic inputs, of any structure.
        **named: Those that `call` takes by name.
    """
    args, kwargs = keras.tree.map_structure(
        lambda tensor: keras.ops.zeros(
            [1 if size is None else size for size in tensor.shape],
            tensor.dtype,
        ),
        (inputs, named),
    )
    model(*args, **kwargs)
