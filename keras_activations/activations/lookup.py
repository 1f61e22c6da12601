"""Find an activation function by its entry in a configuration."""

from collections.abc import Callable
from typing import Any

import keras

from keras_activations import activations


def get(identifier: Any) -> Callable[..., Any]:
    """Return the activation function that `identifier` stands for.

    Args:
        identifier: A name (our functions come before Keras's; a registered
            function is found by its full name, "package>name"), a configuration
            from `keras.activations.serialize`, a callable, or None for the
            identity.

    Raises:
        ValueError: if nothing has that name, or if it names a class.

    Example:

    >>> get("elu").__module__
    'keras_activations.activations.exponential'
    >>> get("gelu") is keras.activations.gelu
    True
    """
    ours = _ours()
    found = None
    if isinstance(identifier, str):
        registered = keras.saving.get_registered_object(identifier)
        found = ours.get(identifier, registered)
    if found is None:
        try:
            found = keras.activations.get(identifier)
        except (TypeError, ValueError) as error:
            raise ValueError(
                "`identifier` names no activation. Received: "
                f"identifier={identifier!r}. Known are {', '.join(ours)}, "
                "the names of keras.activations, and registered "
                "'package>name'."
            ) from error
    if isinstance(found, type):
        raise ValueError(
            "`identifier` must stand for a function or a layer, not for a "
            f"class: {found.__name__}(). Received: identifier={identifier!r}"
        )
    return found


def _ours() -> dict[str, Callable[..., Any]]:
    """The public functions of this package that are activations.

    These are registered with Keras. Helpers, such as `get` itself, are not.
    """
    public = {name: getattr(activations, name) for name in activations.__all__}
    return {
        name: member
        for name, member in public.items()
        if keras.saving.get_registered_name(member) != name
    }
