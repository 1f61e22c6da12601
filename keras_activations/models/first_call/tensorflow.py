"""Call a model once on TensorFlow."""

from typing import Any

import keras
import tensorflow as tf


def make_weights(model: keras.Model, *inputs: Any, **named: Any) -> None:
    """Trace a model, which runs its layers, even for unknown sizes.

    Args:
        model: The model.
        *inputs: Its symbolic inputs, of any structure.
        **named: Those that `call` takes by name.
    """
    args, kwargs = keras.tree.map_structure(_spec, (inputs, named))
    tf.function(model).get_concrete_function(*args, **kwargs)


def _spec(tensor: keras.KerasTensor) -> tf.TypeSpec:
    kind = tf.TensorSpec
    if tensor.sparse:
        kind = tf.SparseTensorSpec
    if getattr(tensor, "ragged", False):  # not in every Keras
        kind = tf.RaggedTensorSpec
    return kind(tensor.shape, tensor.dtype)
