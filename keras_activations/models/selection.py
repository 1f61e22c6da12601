"""Which activations of a model a user asks for."""

import inspect
from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any

import keras
import numpy as np

from keras_activations.models.anatomy import named_layers
from keras_activations.models.candidates import function_name
from keras_activations.models.places import Place

# Two names for one function.
_SYNONYMS = {"hard_swish": "hard_silu", "swish": "silu"}
_SHOWN = 20


def asked_for(found: Sequence[Place], only: Any, model: Any) -> list[Place]:
    """The places that `only` asks for.

    Args:
        found: The activations of the model.
        only: A name of an activation or of a layer, a layer, an activation
            function, a class, a predicate of layers, or a list of these.
        model: The model.

    Raises:
        TypeError: `only` is none of these.
        ValueError: One of these matches nothing.
    """
    wishes = only if isinstance(only, list | tuple | set) else [only]
    matched: dict[int, Place] = {}
    for wish in wishes:
        matches = _matcher(wish, found, model)
        new = {id(place): place for place in found if matches(place)}
        if not new:
            raise ValueError(
                "`only` must match activations of the model. "
                f"{_there_is(found)} Received: only={only!r}, in which "
                f"{wish!r} matches none"
            )
        matched |= new
    return [place for place in found if id(place) in matched]


def _matcher(
    wish: Any, found: Sequence[Place], model: Any
) -> Callable[[Place], bool]:
    if isinstance(wish, str):
        return lambda place: (
            _synonym(wish) == _synonym(place.function)
            or wish in (type(place.activation).__name__, place.layer.name)
            or f"{place.where}/".startswith(f"{wish}/")
        )
    if inspect.isclass(wish):
        return lambda place: (
            isinstance(place.activation, wish) or isinstance(place.layer, wish)
        )
    if isinstance(wish, keras.Operation):
        # Or what is inside it, if it is a model or a wrapper.
        paths = [path for path, layer in named_layers(model) if layer is wish]
        return lambda place: (
            wish in (place.layer, place.activation)
            or any(place.where.startswith(f"{path}/") for path in paths)
        )
    if not callable(wish):
        raise TypeError(
            "`only` must be a name, a layer, an activation function, a class, "
            "a predicate such as `lambda layer: layer.name != 'head'`, or a "
            f"list of these. Received: only={wish!r}"
        )
    if _is_activation(wish, found):
        return lambda place: (
            wish in (place.activation, getattr(place.layer, "activation", None))
            or _synonym(function_name(wish)) == _synonym(place.function)
        )
    return lambda place: _predicted(wish, place)


def _is_activation(
    function: Callable[..., Any], found: Sequence[Place]
) -> bool:
    """Whether a function is an activation and not a predicate."""
    package = (getattr(function, "__module__", None) or "").partition(".")[0]
    return package in ("keras", "keras_activations", "tensorflow") or any(
        function in (place.activation, getattr(place.layer, "activation", None))
        for place in found
    )


def _predicted(predicate: Callable[[Any], Any], place: Place) -> bool:
    answer = predicate(place.layer)
    if not isinstance(answer, bool | np.bool_):
        raise TypeError(
            "`only` must be a predicate that gives True or False, where it is "
            "a function that is no activation of the model. Received: "
            f"only={predicate!r}, which gives {answer!r} for {place.where}"
        )
    return bool(answer)


def _synonym(name: str) -> str:
    return _SYNONYMS.get(name.lower(), name.lower())


def _there_is(found: Sequence[Place]) -> str:
    """What can be asked for, in a sentence."""
    if not found:
        return "It has none."
    counts = Counter(place.function for place in found)
    functions = ", ".join(f"{name} ({n})" for name, n in counts.items())
    where = [place.where for place in found]
    more = f" and {len(where) - _SHOWN} more" if len(where) > _SHOWN else ""
    return f"It has {functions}, at {', '.join(where[:_SHOWN])}{more}."
