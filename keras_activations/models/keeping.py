"""Give the copy of a model what no configuration holds.

These are the values of weights, what is frozen, the attributes that a user or a
subclass has set, and how the model is compiled.
"""

import inspect
from typing import Any

import keras

from keras_activations import compat
from keras_activations.models.anatomy import has_graph, is_own
from keras_activations.models.copying import Copies, named
from keras_activations.models.files import refuse_wrong_files
from keras_activations.models.own_names import own_names

_PLAIN = (bool, int, float, complex, str, bytes, type(None))
# Of every layer, but in no configuration, or not for layers inside others.
_OF_LAYERS = (
    "autocast",
    "name",
    "supports_jit",
    "supports_masking",
)


def keep_attributes(copies: Copies) -> None:
    """Copy what subclasses and users have set on models.

    Raises:
        ValueError: An attribute cannot be copied.
    """
    # An attribute may be another model, which is then appended.
    for old, new in copies.made:
        if has_graph(old):
            _set_attributes(copies, old, new)
            if not isinstance(old, keras.Sequential):
                _order_layers(copies, old, new)
            if not _is_described(new):
                refuse_wrong_files(new)


def _set_attributes(copies: Copies, old: keras.Model, new: keras.Model) -> None:
    for name, value in list(vars(old).items()):
        if name not in own_names() and not name.startswith("_self_"):
            whose = f"the attribute `{name}` of {old.name}"
            setattr(new, name, copies.value(value, whose))


def _order_layers(copies: Copies, old: keras.Model, new: keras.Model) -> None:
    """Order the layers, and so the weights, as the class has made them."""
    layers = compat.layer_list(old)
    place = {id(layer): index for index, layer in enumerate(layers)}
    pairs = [(layer, copy) for layer, copy in copies.made]
    pairs += [(where.layer, copy) for where, copy in copies.activations]
    order = {
        id(copy): place[id(layer)]
        for layer, copy in pairs
        if id(layer) in place
    }
    compat.layer_list(new).sort(
        key=lambda layer: order.get(id(layer), len(place))
    )


def keep_state(copies: Copies) -> None:
    """Copy the weights, what is frozen, and the settings of layers.

    Raises:
        ValueError: A layer was not made again as it was, or weights that
            layers share would be shared no longer.
    """
    for old, new in copies.made:
        _build(old, new)  # what no graph has called
    # What is inside comes after what it is in, which sets all that is inside.
    tops = [
        pair
        for pair in reversed(copies.made)
        if isinstance(pair[0], keras.layers.Layer)
    ]
    parts = [(top[0], *pair) for top in tops for pair in copies.parts(*top)]
    for _, old, new in parts:
        new.trainable = old.trainable
    for place, new in copies.activations:
        if isinstance(new, keras.layers.Layer):
            new.trainable = getattr(place.layer, "trainable", True)
    # In the order of the calls: what is wrong may follow from an earlier layer.
    for top, old, new in reversed(parts):
        _keep_weights(copies, top, old, new)
        _keep_settings(copies, old, new)


def keep_compiled(copies: Copies) -> None:
    """Compile the copies of compiled models in the same way.

    Raises:
        ValueError: A model is compiled with something that cannot be copied.
    """
    for old, new in copies.made:
        if isinstance(old, keras.Model) and old.compiled:
            _compile(copies, old, new)


def _compile(copies: Copies, old: keras.Model, new: keras.Model) -> None:
    given = copies.value(
        dict(compat.compile_arguments(old)), f"what {old.name} is compiled with"
    )
    # These can be changed afterwards.
    for name in ("run_eagerly", "jit_compile", "steps_per_execution"):
        given[name] = getattr(old, name)
    # Keras does not keep this.
    given["auto_scale_loss"] = isinstance(
        old.optimizer, keras.optimizers.LossScaleOptimizer
    )
    _exclude_from_decay(copies, old, given["optimizer"])
    try:
        inspect.signature(new.compile).bind(**given)
    except TypeError as error:
        raise ValueError(
            "`model` is compiled by a `compile` of the class "
            f"{type(old).__name__}, whose arguments are not known: swap "
            f"first, then compile. Received: model={old!r}"
        ) from error
    new.compile(**given)
    if type(old).compile is not keras.Model.compile:
        # It may have set attributes, here to its defaults.
        _set_attributes(copies, old, new)
    if old.optimizer is not None and old.optimizer.built:
        new.optimizer.build(new.trainable_variables)


def _exclude_from_decay(copies: Copies, old: keras.Model, new: Any) -> None:
    """Exclude from weight decay what was; no configuration holds it."""
    given = old.optimizer
    while isinstance(given, keras.optimizers.LossScaleOptimizer):
        given = given.inner_optimizer
    while isinstance(new, keras.optimizers.LossScaleOptimizer):
        new = new.inner_optimizer
    keys = getattr(given, "_exclude_from_weight_decay", ())
    pattern = getattr(given, "_exclude_from_weight_decay_pattern", None)
    if keys or pattern:
        new.exclude_from_weight_decay(
            var_list=[
                copies.value(weight, weight.path)
                for weight in old.weights
                if given._var_key(weight) in keys
            ],
            var_names=[pattern.pattern] if pattern else [],
        )


def _build(old: Any, new: Any) -> None:
    if not getattr(old, "built", False) or new.built:
        return
    if is_own(old) and compat.has_no_build(old):
        compat.mark_built(old, new)
    else:
        new.build_from_config(old.get_build_config())


def _own_weights(layer: Any) -> list[Any]:
    return [
        *compat.own_variables(layer),
        *compat.own_state(layer),
    ]


def _keep_weights(copies: Copies, top: Any, old: Any, new: Any) -> None:
    _build(old, new)
    sources, targets = _own_weights(old), _own_weights(new)
    kinds, others = (
        [(weight.shape, weight.dtype) for weight in weights]
        for weights in (sources, targets)
    )
    if kinds != others:
        raise ValueError(
            f"{named(top)} cannot be copied: its configuration does not give "
            f"the weights of {old.name}. Received: "
            f"{[(v.name, tuple(v.shape)) for v in sources]}, "
            f"copied: {[(v.name, tuple(v.shape)) for v in targets]}"
        )
    for source, target in zip(sources, targets, strict=True):
        if copies.pair(source, target) is not target:
            raise ValueError(
                f"{named(top)} cannot be copied: its weight {source.path} is "
                "also in another layer, and its configuration does not say so."
            )
        target.assign(source)
        target.trainable = source.trainable
        target.regularizer = source.regularizer
        target.constraint = source.constraint
        compat.set_path(target, source.path)
    if isinstance(new, keras.layers.Normalization) and new.built:
        # It computes by constants that are made from its weights.
        new.finalize_state()


def _keep_settings(copies: Copies, old: Any, new: Any) -> None:
    """Set the attributes that the copy has not got from the configuration."""
    settings = {name: getattr(old, name) for name in _OF_LAYERS}
    for name, value in (settings | compat.kept_apart(old)).items():
        setattr(new, name, value)
    if new.dtype_policy != old.dtype_policy:
        new.dtype_policy = old.dtype_policy
    known = vars(new)
    for name, value in list(vars(old).items()):
        if name in own_names() or name == "activation" or has_graph(old):
            continue
        if _is_plain(value):
            if name not in known or known[name] != value:
                setattr(new, name, value)
        elif name not in known and not name.startswith("_"):
            whose = f"the attribute `{name}` of {old.name}"
            setattr(new, name, copies.value(value, whose))


def _is_plain(value: Any) -> bool:
    return all(isinstance(leaf, _PLAIN) for leaf in keras.tree.flatten(value))


def _is_described(model: keras.Model) -> bool:
    """Whether its configuration holds its layers, or it has none."""
    if type(model) in (compat.functional_class(), keras.Sequential):
        return True
    try:
        return "layers" in model.get_config()
    except Exception:  # It cannot be saved anyway.
        return True
