"""Replace the activations of a model."""

import sys
import warnings
from collections.abc import Callable, Sequence
from typing import Any

import keras

from keras_activations import compat
from keras_activations.layers import PReLU
from keras_activations.layers.by_name import LAYERS
from keras_activations.models.anatomy import has_graph, is_own
from keras_activations.models.building import build_activations
from keras_activations.models.candidates import (
    UnknownActivation,
    candidate,
    function_name,
    title_of,
)
from keras_activations.models.copying import Copies
from keras_activations.models.following import symbolic_inputs
from keras_activations.models.functions import as_attribute
from keras_activations.models.keeping import (
    keep_attributes,
    keep_compiled,
    keep_state,
)
from keras_activations.models.places import (
    IN_CALL,
    OUTPUT,
    Place,
    places,
)
from keras_activations.models.selection import asked_for
from keras_activations.models.swap_table import Swap, SwapTable


def swap_activations(
    model: keras.Model,
    to: Any,
    *,
    only: Any = None,
    keep_last: bool = True,
    dry_run: bool = False,
    verbose: int = 1,
    **arguments: Any,
) -> Any:
    """Return the same model with other activations and the same weights.

    This replaces activation layers (Keras's and ours,
    `keras.layers.Activation`), the `activation` argument of other layers, and
    functions of `keras.activations` and `keras.ops` called in a functional
    model, also inside nested models and wrappers.

    These stay unless `only` asks for them: gates, which are sigmoids and the
    like whose output multiplies something, such as squeeze-and-excite and
    `x * sigmoid(x)`; attention scores; softmax and other functions that do not
    work entry by entry; and what is inside layers of your own, where only their
    code says what is a gate. The step of a recurrent layer always stays, and so
    does a function that the code of a `call` names itself.

    In a subclassed model, what the attributes hold is replaced, also those of
    layers inside. If its `call` does not take symbolic inputs, so that gates
    and the output are not known, `only` must ask for each activation.

    A layer without weights that is called several times, such as one ReLU for
    a whole model, is replaced by a new layer for each call.

    Args:
        model: A built model: functional, sequential or subclassed. It is not
            changed.
        to: The new activation: a name, such as "prelu" or "gelu", also with
            arguments, as in "elu(learn_alpha=True)"; an activation layer, which
            is copied for each place; a class of such layers; or a function. To
            load the new model from a file, classes and functions of your own
            must be registered with Keras.
        only: Which activations to replace: a name of an activation, such as
            "swish"; a name of a layer or of a nested model; a layer; an
            activation function; a class of layers; a function that takes a
            layer and returns whether to replace its activation; or a list of
            these. `None` means all.
        keep_last: Whether the activation that gives the model's output stays
            as it is.
        dry_run: Whether to change nothing and return the table of what would
            be swapped for what.
        verbose: 1 prints what was swapped in one line, 0 prints nothing.
        **arguments: For each new layer, as in `PReLU(**arguments)`.

    Returns:
        A new model of the same class. Its weights are copies. The layers and
        the model have the same settings, also the attributes that were set on
        them, and the model is compiled as `model` is, with a new optimizer. The
        weights of new activations have their initial values, except that a
        PReLU that replaces a PReLU takes over slopes of the same shape.

        With `dry_run=True`, a tuple of rows with the fields `where`, `old`,
        `new` and `why`, which `print` shows as a table.

    Raises:
        TypeError: if `keep_last` or `dry_run` is not a boolean, or `only` is
            none of the above.
        ValueError: if `to` is not an activation or cannot be made from
            `arguments`, if `model` is not a model, is not built or is
            quantized, if `only` or a part of it matches nothing, if there is
            nothing to replace, or if something of the model cannot be copied.
            The message names it, and what would make it possible.

    Warns:
        UserWarning: if activations inside a layer of your own stay, since
            `only` does not ask for them, or asks for one that is not an
            attribute of that layer or of a layer of Keras.

    Example:

    >>> model = keras.Sequential(
    ...     [
    ...         keras.Input((8,)),
    ...         keras.layers.Dense(4, activation="relu", name="hidden"),
    ...         keras.layers.Dense(1, activation="sigmoid", name="head"),
    ...     ]
    ... )
    >>> ka.models.swap_activations(model, to="prelu", dry_run=True)
    where   from     to
    hidden  relu     PReLU
    head    sigmoid  stays: the output
    >>> swapped = ka.models.swap_activations(model, to="prelu")
    Swapped 1 of 2 activations for PReLU; stay: head (sigmoid, the output).
    >>> [type(layer.activation).__name__ for layer in swapped.layers]
    ['PReLU', 'function']
    """
    _check(model, keep_last=keep_last, dry_run=dry_run, verbose=verbose)
    new_layer, title = _new_activation(to, arguments)
    found = places(model, keep_last)
    asked = found if only is None else asked_for(found, only, model)
    chosen = [
        place
        for place in asked
        if place.fixed is None
        and place.stays != OUTPUT
        and (place.stays is None or only is not None)
    ]
    table = _table(found, chosen, title)
    if dry_run:
        return table
    inside = dict.fromkeys(
        place.inside
        for place in asked
        if has_graph(model)
        and place.inside
        and place not in chosen
        and place.fixed != IN_CALL
        and place.is_entry_by_entry
    )
    left = (
        "swap_activations does not see into layers of your own: the "
        f"activations inside {', '.join(map(str, inside))} stay as they are. "
        "Ask for them with `only`, or call `layer.call(x)` in place of "
        "`layer(x)`, so that the model is made of what is inside the layer."
    )
    if not chosen:
        raise ValueError(
            "`model` has no activation to replace. "
            f"{left if inside else ''} "
            f"Received: model={model!r}, only={only!r}, keep_last={keep_last}. "
            f"Its activations are\n{table}{_way(model, asked, only)}"
        )
    swapped = _swapped(model, Copies(chosen, new_layer))
    if inside:
        warnings.warn(left, stacklevel=2)
    if verbose:
        sys.stdout.write(f"{table.line}\n")
    return swapped


def _check(model: Any, *, keep_last: Any, dry_run: Any, verbose: Any) -> None:
    """Refuse arguments that cannot be used."""
    for name, value in (("keep_last", keep_last), ("dry_run", dry_run)):
        if not isinstance(value, bool):
            raise TypeError(
                f"`{name}` must be True or False. Received: {name}={value!r}"
            )
    if verbose not in (0, 1):
        raise ValueError(
            f"`verbose` must be 0 or 1. Received: verbose={verbose!r}"
        )
    if not isinstance(model, keras.Model):
        raise ValueError(
            f"`model` must be a Keras model. Received: model={model!r}"
        )
    if not has_graph(model) and (not model.built or not is_own(model)):
        raise ValueError(
            "`model` must be built: call it on data first, as `model(x)`. "
            f"Received: model={model!r}"
        )
    for layer in compat.layers_of(model):
        mode = getattr(layer.dtype_policy, "quantization_mode", None)
        if mode is not None:
            raise ValueError(
                "`model` must not be quantized: swap first, then quantize. "
                f"Received: model={model!r}, whose layer {layer.name} is {mode}"
            )


def _new_activation(
    to: Any, arguments: dict[str, Any]
) -> tuple[Callable[..., Any], str]:
    """What makes the new layers, tested once, and their name in a table."""
    received = f"Received: to={to!r}, arguments={arguments!r}"
    try:
        made = candidate(to, **arguments)
        layer = made.new_layer()
    except UnknownActivation as error:
        raise ValueError(
            f"`to` must be one of {', '.join(LAYERS)}, the name of another "
            "activation of Keras, a layer, a class of layers or a function. "
            f"{received}"
        ) from error
    except TypeError as error:
        raise ValueError(
            f"`to` cannot be made of the arguments given: {error}. {received}"
        ) from error
    if type(layer) not in LAYERS.values():
        shape = (1, 1021)  # no layer has this width by chance
        try:
            given = layer(keras.KerasTensor(shape)).shape
        except ValueError:  # It may ask for another rank.
            given = shape
        if given != shape:
            raise ValueError(
                "`to` must be an activation: its output must keep the shape of "
                f"its input. {received}"
            )

    def new_layer(**base: Any) -> Any:
        # What a user says comes before what the layer had.
        own = {key: base[key] for key in base.keys() - arguments.keys()}
        return made.new_layer(**own)

    return new_layer, title_of(layer)


def _way(model: keras.Model, asked: Sequence[Place], only: Any) -> str:
    """What would let an activation be replaced."""
    for place in asked:
        if place.fixed == IN_CALL and place.is_entry_by_entry:
            kind = type(place.layer).__name__
            name = function_name(place.activation)
            return f"\n{as_attribute(kind, place.attribute, name)}"
    if is_own(model):
        try:
            symbolic_inputs(model)
        except ValueError as error:
            return f"\n{error}"
    for place in asked:
        if place.fixed is None and place.stays != OUTPUT and only is None:
            return f"\nTo replace one: `only={place.where!r}`."
    return ""


def _table(
    found: Sequence[Place], chosen: Sequence[Place], title: str
) -> SwapTable:
    swapped = {id(place) for place in chosen}
    return SwapTable(
        Swap(place.where, place.title, title)
        if id(place) in swapped
        else Swap(
            place.where,
            place.title,
            None,
            place.fixed or place.stays or "not asked for",
        )
        for place in found
    )


def _swapped(model: keras.Model, copies: Copies) -> keras.Model:
    swapped = copies.layer(model)
    keep_attributes(copies)
    copies.replace_inside()
    if not all(getattr(new, "built", True) for _, new in copies.activations):
        try:
            build_activations(swapped)
        except Exception as error:  # of the user's code; it may be any
            if has_graph(model):
                raise
            raise ValueError(
                f"{type(model).__name__} does not run with the new activation. "
                "One that several layers share has the same weights for all: "
                "where their shapes differ, give each layer its own, or choose "
                f"one without weights. {error}"
            ) from error
    keep_state(copies)
    prelus = (PReLU, keras.layers.PReLU)
    for place, new in copies.activations:
        old = place.activation
        if (
            isinstance(old, prelus)
            and isinstance(new, prelus)
            and old.alpha.shape == new.alpha.shape
        ):
            new.alpha.assign(old.alpha)
    keep_compiled(copies)
    return swapped
