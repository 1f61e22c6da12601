"""Call a model once on TensorFlow."""

from typing import Any

import keras
import tensorflow as tf


def make_weights(model: keras.Model, inputs: Any) -> None:
    """Trace a model, which runs its layers, even for unknown sizes.

    Args:
        model: The model.
        inputs: Its symbolic inputs, of any structure.
    """
    specs = keras.tree.map_structure(
        lambda tensor: tf.TensorSpec(tensor.shape, tensor.dtype), inputs
    )
    tf.function(model).get_concrete_function(specs)
