"""Build the activations that layers were given as an argument."""

import keras
import tensorflow as tf

from keras_activations.models.anatomy import has_graph


def build_activations(model: keras.Model) -> keras.Model:
    """Build activations given to layers, as in `Dense(8, activation=PReLU())`.

    Keras builds such an activation when its layer first computes something,
    not when the model is built. Until then the model lacks its weights:
    `summary`, `load_weights`, `BackupAndRestore`, which loads before the first
    step, and an optimizer that is built by hand do not know of them.

    Args:
        model: A built functional or sequential model. Call any other model on
            data instead.

    Returns:
        The same model.

    Raises:
        ValueError: if `model` is neither functional nor sequential, or is not
            built.

    Example:

    >>> model = keras.Sequential(
    ...     [
    ...         keras.Input((8,)),
    ...         keras.layers.Dense(4, activation=ka.layers.PReLU()),
    ...     ]
    ... )
    >>> model.count_params()
    36
    >>> ka.models.build_activations(model).count_params()
    40
    """
    if not has_graph(model):
        raise ValueError(
            "`model` must be a built functional or sequential model. "
            f"Received: model={model!r}"
        )
    # Tracing runs the layers, even for unknown sizes.
    specs = keras.tree.map_structure(
        _spec,
        model.inputs[0] if isinstance(model, keras.Sequential) else model.input,
    )
    tf.function(model).get_concrete_function(specs)
    return model


def _spec(tensor: keras.KerasTensor) -> tf.TypeSpec:
    kind = tf.TensorSpec
    if tensor.sparse:
        kind = tf.SparseTensorSpec
    if getattr(tensor, "ragged", False):  # not in every Keras
        kind = tf.RaggedTensorSpec
    return kind(tensor.shape, tensor.dtype)
