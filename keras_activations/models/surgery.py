"""Replace the activations of a model."""

import inspect
import warnings
from collections.abc import Callable
from typing import Any

import keras

from keras_activations.layers import PReLU
from keras_activations.layers.by_name import LAYERS
from keras_activations.models.anatomy import (
    has_graph,
    operation_name,
    output_layers,
)
from keras_activations.models.building import build_activations

_REPLACED = (
    *LAYERS.values(),
    keras.layers.Activation,
    keras.layers.ELU,
    keras.layers.LeakyReLU,
    keras.layers.PReLU,
    keras.layers.ReLU,
)
# These belong to the output of a model, not between its layers, or do not work
# entry by entry.
_KEPT = (
    keras.activations.linear,
    keras.activations.softmax,
    keras.activations.log_softmax,
    keras.activations.sparsemax,
    keras.activations.glu,
)


def swap_activations(
    model: keras.Model, to: Any, *, keep_last: bool = True, **arguments: Any
) -> keras.Model:
    """Return the same model with other activations and the same weights.

    This replaces activation layers (Keras's and ours,
    `keras.layers.Activation`), the `activation` argument of other layers, and
    functions of `keras.activations` and `keras.ops` called in a functional
    model, also inside nested models and wrappers. Linear and softmax
    activations stay, and so do the gates and the step of a recurrent layer.

    A layer without weights that is called several times, such as one ReLU for
    a whole model, is replaced by a new layer for each call.

    Args:
        model: A built functional or sequential model. It is not changed.
        to: The name of a layer of this package, such as "prelu" or
            "leaky_relu"; an activation layer, such as
            `keras.layers.Activation("gelu")`, which is copied for each place;
            or a class of such layers. To load the new model from a file, the
            class must be registered with Keras.
        keep_last: Whether the activation that gives the model's output stays
            as it is.
        **arguments: For each new layer, as in `PReLU(**arguments)`.

    Returns:
        A new model, compiled as `model` is, with a new optimizer. Its weights
        are copies. The weights of new activations have their initial values,
        except that a PReLU that replaces a PReLU takes over slopes of the same
        shape.

    Raises:
        TypeError: if `keep_last` is not a boolean.
        ValueError: if `to` is not an activation or cannot be made from
            `arguments`, if `model` is neither functional nor sequential, is
            not built or is quantized, is compiled with something that Keras
            cannot recreate (such as a lambda), or if it has nothing to
            replace.

    Warns:
        UserWarning: if a layer of your own contains activations. They stay:
            only the layer's own code can say what they are.

    Example:

    >>> model = keras.Sequential(
    ...     [
    ...         keras.Input((8,)),
    ...         keras.layers.Dense(4, activation="relu"),
    ...         keras.layers.Dense(1, activation="sigmoid"),
    ...     ]
    ... )
    >>> swapped = ka.models.swap_activations(model, to="prelu")
    >>> [type(layer.activation).__name__ for layer in swapped.layers]
    ['PReLU', 'function']
    """
    _check(model, keep_last)
    make = _maker(to, arguments)
    surgery = _Surgery(make, output_layers(model) if keep_last else [])
    with keras.saving.CustomObjectScope(_compiled_with(model)):
        swapped = _swap(surgery, model)
    left = (
        "swap_activations does not see into layers of your own: the "
        f"activations inside {', '.join(surgery.left)} stay as they are."
    )
    if not surgery.replaced:
        raise ValueError(
            "`model` has no activation to replace. "
            f"Received: model={model!r}, keep_last={keep_last}. "
            f"{left if surgery.left else ''}"
        )
    if surgery.left:
        warnings.warn(left, stacklevel=2)
    return swapped


def _swap(surgery: "_Surgery", model: keras.Model) -> keras.Model:
    swapped = surgery.clone_model(model)
    if isinstance(model, keras.Sequential) and type(model) is not type(swapped):
        # Keras turns a Sequential with its own train step into a plain one.
        plain, swapped = swapped, type(model)(name=model.name)
        for part in (*plain.inputs, *plain.layers):
            swapped.add(part)
    build_activations(swapped)
    surgery.copy_weights()
    if model.compiled:
        # The clone's optimizer was built before the new weights existed.
        swapped.compile_from_config(model.get_compile_config())
    return swapped


class _Surgery:
    """Clones of a model's layers, and what must be copied to them."""

    def __init__(
        self, make: Callable[..., keras.layers.Layer], kept: list[Any]
    ) -> None:
        self.make = make
        self.kept = {id(layer) for layer in kept}
        self.replaced: list[tuple[Any, keras.layers.Layer]] = []
        # Old, new, and the attribute that is copied separately or not at all.
        self.cloned: list[tuple[Any, Any, str | None]] = []
        self.left: list[str] = []
        self._models: dict[int, keras.Model] = {}
        self._uses: dict[int, int] = {}

    def clone_model(self, model: keras.Model) -> keras.Model:
        """Return a clone of a functional or sequential model."""
        if id(model) not in self._models:
            # In a sequential model, no layer is called twice.
            sequential = isinstance(model, keras.Sequential)
            self._models[id(model)] = keras.models.clone_model(
                model,
                clone_function=self._clone,
                call_function=None if sequential else self._call,
            )
        return self._models[id(model)]

    def copy_weights(self) -> None:
        """Copy the weights to all clones, which are built by now."""
        for old, new, without in self.cloned:
            sources, targets = (
                _weights(layer, without) for layer in (old, new)
            )
            for target, source in zip(targets, sources, strict=True):
                target.assign(source)
        prelus = (PReLU, keras.layers.PReLU)
        for old, new in self.replaced:
            if (
                isinstance(old, prelus)
                and isinstance(new, prelus)
                and old.alpha.shape == new.alpha.shape
            ):
                new.alpha.assign(old.alpha)

    def _clone(self, layer: Any) -> Any:
        if has_graph(layer):
            return self.clone_model(layer)
        if isinstance(layer, keras.layers.Wrapper):
            config = layer.get_config()
            del config["layer"]
            new = type(layer)(self._clone(layer.layer), **config)
            self.cloned.append((layer, new, "layer"))
            return new
        keep = id(layer) in self.kept
        if not keep and _is_activation(layer):
            return self._replace(layer, layer.name)
        config = layer.get_config()
        if not keep and _has_activation(layer) and "activation" in config:
            made = self.make(
                dtype=layer.dtype_policy.name, trainable=layer.trainable
            )
            config["activation"] = keras.activations.serialize(made)
            # It need not be registered to be used here.
            known = {type(made).__name__: type(made)}
            with keras.saving.CustomObjectScope(known):
                new = type(layer).from_config(config)
            self.replaced.append((layer.activation, new.activation))
            self.cloned.append((layer, new, "activation"))
            return new
        new = type(layer).from_config(config)
        if isinstance(layer, keras.layers.Layer):
            self.cloned.append((layer, new, None))
            if not keep and _contains_activations(layer):
                self.left.append(layer.name)
        return new

    def _replace(self, old: Any, name: str) -> keras.layers.Layer:
        if isinstance(old, keras.layers.Layer):
            dtype, trainable = old.dtype_policy.name, old.trainable
        else:
            dtype, trainable = old.output.dtype, True
            if dtype in ("float16", "bfloat16"):
                dtype = f"mixed_{dtype}"
        new = self.make(name=name, dtype=dtype, trainable=trainable)
        self.replaced.append((old, new))
        self._uses[id(new)] = 0
        return new

    def _call(self, new: Any, *args: Any, **kwargs: Any) -> Any:
        """Call a clone, or a new one if it was called before."""
        if id(new) in self._uses:
            self._uses[id(new)] += 1
            uses = self._uses[id(new)]
            (old,) = (old for old, clone in self.replaced if clone is new)
            if uses > 1 and not getattr(old, "weights", None):
                new = self._replace(old, f"{old.name}_{uses}")
        return new(*args, **kwargs)


def _check(model: Any, keep_last: Any) -> None:
    """Refuse arguments that cannot be used."""
    if not isinstance(keep_last, bool):
        raise TypeError(
            "`keep_last` must be True or False. "
            f"Received: keep_last={keep_last!r}"
        )
    if not has_graph(model):
        raise ValueError(
            "`model` must be a built functional or sequential model. "
            f"Received: model={model!r}"
        )
    for layer in model._flatten_layers():
        mode = getattr(layer.dtype_policy, "quantization_mode", None)
        if mode is not None:
            raise ValueError(
                "`model` must not be quantized: swap first, then quantize. "
                f"Received: model={model!r}, whose layer {layer.name} is {mode}"
            )


def _compiled_with(model: keras.Model) -> dict[str, Any]:
    """Return the functions and classes of losses and metrics by name.

    They need not be registered with Keras to be used here.
    """
    if not model.compiled:
        return {}
    found = {}
    for given in keras.tree.flatten(model._compile_config.config):
        one = given if inspect.isroutine(given) else type(given)
        found[one.__name__] = one
    try:
        with keras.saving.CustomObjectScope(found):
            keras.saving.deserialize_keras_object(model.get_compile_config())
    except (TypeError, ValueError) as error:
        raise ValueError(
            "`model` is compiled with something that Keras cannot make again, "
            f"as a lambda: swap first, then compile. Received: model={model!r}"
        ) from error
    return found


def _maker(
    to: Any, arguments: dict[str, Any]
) -> Callable[..., keras.layers.Layer]:
    """Return a function that makes the new layers, after testing it once."""
    kind = LAYERS.get(to) if isinstance(to, str) else to
    if isinstance(to, keras.layers.Layer):
        kind, arguments = type(to), {**to.get_config(), **arguments}
        for own in ("name", "dtype", "trainable"):
            arguments.pop(own)
    if not (isinstance(kind, type) and issubclass(kind, keras.layers.Layer)):
        raise ValueError(
            f"`to` must be one of {', '.join(LAYERS)}, or a layer or a class "
            f"of layers. Received: to={to!r}"
        )
    received = f"Received: to={to!r}, arguments={arguments!r}"
    try:
        layer = kind(**arguments)
    except TypeError as error:
        raise ValueError(
            f"`to` cannot be made of the arguments given: {error}. {received}"
        ) from error
    if kind not in LAYERS.values():
        shape = (1, 1021)  # no layer has this width by chance
        try:
            made = layer(keras.KerasTensor(shape)).shape
        except ValueError:  # It may ask for another rank.
            made = shape
        if made != shape:
            raise ValueError(
                "`to` must be a class of activation layers, which keep the "
                f"shape of their input. {received}"
            )
    return lambda **base: kind(**{**base, **arguments})


def _is_activation(layer: Any) -> bool:
    if isinstance(layer, keras.layers.Activation):
        return layer.activation not in _KEPT
    if isinstance(layer, keras.layers.Layer):
        return isinstance(layer, _REPLACED)
    return operation_name(layer) is not None


def _has_activation(layer: Any) -> bool:
    """Whether `layer` was given an `activation` that can be replaced."""
    return (
        # The step of a recurrent layer cannot create weights.
        not isinstance(layer, keras.layers.RNN)
        and not isinstance(layer, keras.layers.Activation)
        and callable(getattr(layer, "activation", None))
        and layer.activation not in _KEPT
    )


def _contains_activations(layer: keras.layers.Layer) -> bool:
    if isinstance(layer, (keras.layers.RNN, keras.layers.Bidirectional)):
        return False
    return any(
        _is_activation(part) or _has_activation(part)
        for part in layer._flatten_layers()
    )


def _weights(
    layer: keras.layers.Layer, without: str | None
) -> list[keras.Variable]:
    """Return the weights of `layer`, except those of its part `without`."""
    part = getattr(layer, without) if without else None
    others = {id(v) for v in getattr(part, "weights", [])}
    return [v for v in layer.weights if id(v) not in others]
