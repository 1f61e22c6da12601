"""Put other activations into a model, and train their parameters as asked."""

from collections.abc import Callable
from typing import Any

import keras
import tensorflow as tf

from keras_activations.layers.elu import ELU
from keras_activations.layers.leaky_relu import LeakyReLU
from keras_activations.layers.prelu import PReLU
from keras_activations.layers.relu import ReLU
from keras_activations.layers.sigmoid import Sigmoid
from keras_activations.layers.tanh import Tanh

_LAYERS: dict[str, type[keras.layers.Layer]] = {
    "elu": ELU,
    "leaky_relu": LeakyReLU,
    "prelu": PReLU,
    "relu": ReLU,
    "sigmoid": Sigmoid,
    "tanh": Tanh,
}
_REPLACED = (
    *_LAYERS.values(),
    keras.layers.Activation,
    keras.layers.ELU,
    keras.layers.LeakyReLU,
    keras.layers.PReLU,
    keras.layers.ReLU,
)
# Not what lies between layers, but what a model's answer means.
_KEPT = (keras.activations.linear, keras.activations.softmax)


def swap_activations(
    model: keras.Model, to: Any, *, keep_last: bool = True, **arguments: Any
) -> keras.Model:
    """Return the same model with other activations, its weights kept.

    Activation layers (Keras's and ours, `keras.layers.Activation`) and the
    `activation` argument of other layers are replaced, in nested models too.
    Linear and softmax activations stay. Only the arguments called
    `activation` are touched: the gates of a recurrent layer, for example,
    are not.

    Args:
        model: A built functional or sequential model. It is not changed.
        to: "elu", "leaky_relu", "prelu", "relu", "sigmoid" or "tanh", or a
            registered class of activation layers.
        keep_last: Whether the activation that gives the model's output stays
            as it is.
        **arguments: For each new layer, as in `PReLU(**arguments)`.

    Returns:
        A new model, compiled as `model` is, with a new optimizer. Its weights
        are copies; a new activation's own weights are at their start, except
        that a PReLU that is replaced by a PReLU with as many slopes keeps
        them.

    Raises:
        ValueError: if `to` is no activation, or if `model` is neither
            functional nor sequential or is not built.

    Example:

    >>> model = keras.Sequential(
    ...     [
    ...         keras.Input((8,)),
    ...         keras.layers.Dense(4, activation="relu"),
    ...         keras.layers.Dense(1, activation="sigmoid"),
    ...     ]
    ... )
    >>> swapped = ka.layers.swap_activations(model, to="prelu")
    >>> [type(layer.activation).__name__ for layer in swapped.layers]
    ['PReLU', 'function']
    """
    make = _maker(to, arguments)
    if not isinstance(model, keras.Model) or not getattr(
        model, "outputs", None
    ):
        raise ValueError(
            "`model` must be a built functional or sequential model. "
            f"Received: model={model!r}"
        )
    kept = _output_layers(model) if keep_last else set()

    def clone(layer: keras.layers.Layer) -> keras.layers.Layer:
        if id(layer) in kept:
            return type(layer).from_config(layer.get_config())
        if _is_replaced(layer):
            return make(name=layer.name, dtype=layer.dtype_policy)
        config = inner = layer.get_config()
        unwrapped = layer
        while isinstance(unwrapped, keras.layers.Wrapper):
            unwrapped, inner = unwrapped.layer, inner["layer"]["config"]
        if _has_activation(unwrapped):
            new = make(dtype=unwrapped.dtype_policy)
            inner["activation"] = keras.activations.serialize(new)
        return type(layer).from_config(config)

    swapped = keras.models.clone_model(
        model, clone_function=clone, recursive=True
    )
    if isinstance(model, keras.Sequential) and type(model) is not type(swapped):
        # Keras makes a plain Sequential of what trains by a step of its own.
        swapped = type(model).from_config(swapped.get_config())
    # An activation inside a layer is built when that layer is first run, and
    # is needed now. Tracing runs it on unknown sizes, too.
    is_sequential = isinstance(swapped, keras.Sequential)
    specs = keras.tree.map_structure(
        lambda tensor: tf.TensorSpec(tensor.shape, tensor.dtype),
        swapped.inputs[0] if is_sequential else swapped.input,
    )
    tf.function(swapped).get_concrete_function(specs)
    _copy_weights(model, swapped)
    if model.compiled:
        # The clone's optimizer was built before the new weights were.
        swapped.compile_from_config(model.get_compile_config())
    return swapped


def exclude_activation_parameters(
    optimizer: keras.optimizers.Optimizer,
) -> keras.optimizers.Optimizer:
    """Keep the learned parameters of activations out of weight decay.

    Decay pulls a slope towards 0, and so a PReLU towards a ReLU; the paper
    asks for none. What is meant are the weights called `alpha`, those of
    `keras.layers.PReLU` among them. What was excluded before stays excluded.

    Args:
        optimizer: An optimizer that has not been built yet.

    Returns:
        The same optimizer.

    Raises:
        TypeError: if `optimizer` is no Keras optimizer.
        ValueError: if `optimizer` is built already.

    Example:

    >>> optimizer = keras.optimizers.AdamW(weight_decay=0.01)
    >>> optimizer = ka.layers.exclude_activation_parameters(optimizer)

    Reference:

    - [He et al., 2015](https://arxiv.org/abs/1502.01852)
    """
    if not isinstance(optimizer, keras.optimizers.Optimizer):
        raise TypeError(
            "`optimizer` must be a Keras optimizer. "
            f"Received: optimizer={optimizer!r}"
        )
    # The one that decays, where a loss scale is wrapped around it.
    decaying = getattr(optimizer, "inner_optimizer", optimizer)
    if decaying.built:
        raise ValueError(
            "`optimizer` must not be built yet: what decays is settled then. "
            f"Received: optimizer={optimizer!r}"
        )
    variables: set[Any] = getattr(decaying, "_exclude_from_weight_decay", set())
    pattern = getattr(decaying, "_exclude_from_weight_decay_pattern", None)
    # Keras gives the name as "alpha", TensorFlow as "p_re_lu/alpha:0".
    names = [r"(^|/)alpha(:\d+)?$"] + ([pattern.pattern] if pattern else [])
    # Keras forgets what was excluded before.
    decaying.exclude_from_weight_decay(var_names=names)
    decaying._exclude_from_weight_decay |= variables
    return optimizer


def _maker(
    to: Any, arguments: dict[str, Any]
) -> Callable[..., keras.layers.Layer]:
    """Return a function that makes the new layers, tried once."""
    kind = _LAYERS.get(to) if isinstance(to, str) else to
    if not (isinstance(kind, type) and issubclass(kind, keras.layers.Layer)):
        raise ValueError(
            f"`to` must be one of {', '.join(_LAYERS)}, or a class of layers. "
            f"Received: to={to!r}"
        )
    kind(**arguments)
    return lambda **base: kind(**{**base, **arguments})


def _is_replaced(layer: keras.layers.Layer) -> bool:
    if isinstance(layer, keras.layers.Activation):
        return layer.activation not in _KEPT
    return isinstance(layer, _REPLACED)


def _has_activation(layer: keras.layers.Layer) -> bool:
    """Whether `layer` was given an `activation` that can be another one."""
    return (
        # The step of a recurrent layer cannot make weights.
        not isinstance(layer, keras.layers.RNN)
        and not isinstance(layer, keras.layers.Activation)
        and callable(getattr(layer, "activation", None))
        and layer.activation not in _KEPT
    )


def _output_layers(model: keras.Model) -> set[int]:
    found: set[int] = set()
    for tensor in model.outputs:
        layer = tensor._keras_history.operation
        is_model = isinstance(layer, keras.Model)
        found |= _output_layers(layer) if is_model else {id(layer)}
    return found


def _copy_weights(old: keras.layers.Layer, new: keras.layers.Layer) -> None:
    if isinstance(old, keras.Model):
        for pair in zip(old.layers, new.layers, strict=True):
            _copy_weights(*pair)
    elif isinstance(new, type(old)) and not _has_activation(old):
        new.set_weights(old.get_weights())
    elif _has_activation(old):
        for target, source in zip(_own(new), _own(old), strict=True):
            target.assign(source)
        _copy_slopes(old.activation, new.activation)
    else:
        _copy_slopes(old, new)


def _own(layer: keras.layers.Layer) -> list[keras.Variable]:
    """Return the variables of `layer` without those of its activation."""
    others = {id(v) for v in getattr(layer.activation, "variables", [])}
    return [v for v in layer.variables if id(v) not in others]


def _copy_slopes(old: Any, new: Any) -> None:
    """Keep the slopes of a PReLU that becomes a PReLU with as many."""
    prelus = (PReLU, keras.layers.PReLU)
    if isinstance(old, prelus) and isinstance(new, prelus):
        if old.alpha.shape == new.alpha.shape:
            new.alpha.assign(old.alpha)
