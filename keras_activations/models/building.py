"""Build the activations that layers were given as an argument."""

import keras

from keras_activations.models.anatomy import has_graph
from keras_activations.models.first_call import make_weights
from keras_activations.models.following import symbolic_inputs


def build_activations(model: keras.Model) -> keras.Model:
    """Build activations given to layers, as in `Dense(8, activation=PReLU())`.

    Keras builds such an activation when its layer first computes something,
    not when the model is built. Until then the model lacks its weights:
    `summary`, `load_weights`, `BackupAndRestore`, which loads before the first
    step, and an optimizer that is built by hand do not know of them.

    Args:
        model: A built model.

    Returns:
        The same model.

    Raises:
        ValueError: if `model` is not a built model of Keras.

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
    if has_graph(model):
        sequential = isinstance(model, keras.Sequential)
        make_weights(model, model.inputs[0] if sequential else model.input)
        return model
    if not isinstance(model, keras.Model) or not model.built:
        raise ValueError(
            f"`model` must be a built model of Keras. Received: model={model!r}"
        )
    args, kwargs = symbolic_inputs(model)
    make_weights(model, *args, **kwargs)
    return model
