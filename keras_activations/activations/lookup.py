"""Find an activation function by what a configuration says of it."""

from collections.abc import Callable
from typing import Any

import keras

from keras_activations.activations.exponential import elu, xielu
from keras_activations.activations.gated import swish
from keras_activations.activations.logistic import dynamic_tanh, sigmoid, tanh
from keras_activations.activations.rectified import leaky_relu, prelu, relu

_OURS = {
    function.__name__: function
    for function in (
        sigmoid,
        tanh,
        relu,
        leaky_relu,
        prelu,
        elu,
        swish,
        xielu,
        dynamic_tanh,
    )
}


def get(identifier: Any) -> Callable[..., Any]:
    """Return the activation function that `identifier` stands for.

    Args:
        identifier: A name (ours come before Keras's; a registered function
            goes by its full name, "package>name"), a configuration as
            `keras.activations.serialize` makes it, a callable, or None for
            the identity.

    Raises:
        ValueError: if nothing goes by that name, or a class does.

    Example:

    >>> get("elu").__module__
    'keras_activations.activations.exponential'
    >>> get("gelu") is keras.activations.gelu
    True
    """
    found = None
    if isinstance(identifier, str):
        registered = keras.saving.get_registered_object(identifier)
        found = _OURS.get(identifier, registered)
    if found is None:
        try:
            found = keras.activations.get(identifier)
        except (TypeError, ValueError) as error:
            raise ValueError(
                "`identifier` names no activation. Received: "
                f"identifier={identifier!r}. Known are {', '.join(_OURS)}, "
                "the names of keras.activations, and registered "
                "'package>name'."
            ) from error
    if isinstance(found, type):
        raise ValueError(
            "`identifier` must stand for a function or a layer, not for a "
            f"class: {found.__name__}(). Received: identifier={identifier!r}"
        )
    return found
