"""Which activation a function, layer or operation is."""

import inspect
from collections.abc import Callable, Mapping
from typing import Any

import keras

from keras_activations.statistics import kinds
from keras_activations.statistics.kinds import KINDS, Kind, kind_of

# Parameters that TensorFlow or Keras name differently from `KINDS`.
_OTHER_NAMES = {"leaky_relu": {"alpha": "negative_slope"}}
_BY_CLASS = {name.replace("_", ""): name for name in KINDS}
# They only hold a function as `activation`, whose calls are noted.
_HOLDERS = ("Activation",)


def kind_of_function(
    name: str, function: Callable[..., Any], args: Any, kwargs: Any
) -> tuple[Kind, Any]:
    """The kind of a call of a known function, and its input.

    Args:
        name: Its key in `KINDS`.
        function: The function.
        args: Its positional arguments.
        kwargs: Its keyword arguments.
    """
    try:
        bound = inspect.signature(function).bind(*args, **kwargs)
        bound.apply_defaults()
        parameters: Mapping[str, Any] = bound.arguments
    except (TypeError, ValueError):
        return kinds.other(name), args[0] if args else None
    z = next(iter(parameters.values()))
    names = _OTHER_NAMES.get(name, {})
    parameters = {
        names.get(key, key): value for key, value in parameters.items()
    }
    return kind_of(name, parameters), z


def kind_of_layer(layer: Any) -> Kind | None:
    """The kind of an activation layer or operation, of Keras or ours.

    `None` for any other. A subclass that computes something else is `OTHER`.
    """
    mro = type(layer).__mro__
    base: Any = next(
        (
            each
            for each in mro
            if each.__module__.startswith(("keras.", "keras_activations."))
        ),
        None,
    )
    if base is None or base.__name__ in _HOLDERS:
        return None
    name = _BY_CLASS.get(base.__name__.lower())
    if name is None:
        ours = base.__module__.startswith("keras_activations.layers.")
        # A layer of this package without a row in KINDS is not linear.
        return kinds.other(base.__name__) if ours else None
    if type(layer).call is not base.call:
        return kinds.other(kinds.OTHER)
    parameters = {**vars(layer)}
    if isinstance(layer, keras.layers.Layer):
        for parameter in inspect.signature(KINDS[name]).parameters:
            if hasattr(layer, parameter):
                parameters[parameter] = getattr(layer, parameter)
    return kind_of(name, parameters)
