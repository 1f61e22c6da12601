"""Make one object of Keras again, as it was given to Keras."""

import inspect
import types
import warnings
from collections.abc import Callable, Iterable, Mapping
from typing import Any

import keras

from keras_activations import compat

# A layer has these as objects, and its configuration describes them.
_DESCRIBED = (
    keras.constraints.Constraint,
    keras.initializers.Initializer,
    keras.regularizers.Regularizer,
    types.FunctionType,
)

# What the constructor and the methods of a user's class may raise.
_FAILURES = (AttributeError, NotImplementedError, TypeError, ValueError)


def layer_again(
    layer: keras.layers.Layer,
    copy: Callable[[Any], Any],
    changes: Mapping[str, Any],
) -> keras.layers.Layer:
    """A new layer with the same configuration, without its weights.

    Args:
        layer: A layer that is neither a functional model nor a wrapper.
        copy: Gives the copies of layers that it was given.
        changes: Other entries of the configuration.

    Raises:
        ValueError: Its class does not say how to make it again.
    """
    kind = type(layer)
    try:
        if isinstance(layer, keras.layers.Lambda):
            # Its configuration holds code, which Keras refuses to run.
            base = keras.layers.Layer.get_config(layer)
            return kind(
                layer.function,
                output_shape=compat.given_output_shape(layer),
                mask=layer.mask,
                arguments=layer.arguments,
                **base,
            )
        config = _configuration(layer)
        if hasattr(layer, "get_vocabulary"):
            config |= _vocabulary(layer)
        given = config | _given(layer, copy) | dict(changes)
        try:
            return kind.from_config(given)
        except _FAILURES:
            known = given.keys() & _parameters(kind)
            if _is_made_by_arguments(kind) and known < given.keys():
                # Some classes also describe what they compute themselves.
                return kind.from_config({key: given[key] for key in known})
            # The class asks for descriptions of what it is given.
            for key, changed in changes.items():
                config[key] = keras.saving.serialize_keras_object(changed)
            parts = [*compat.layers_of(layer), *changes.values()]
            with keras.saving.CustomObjectScope(_names_of(_held(parts))):
                return kind.from_config(config)
    except _FAILURES as error:
        raise ValueError(_not_copied("layer", layer, error)) from error


def wrapper_again(
    wrapper: keras.layers.Wrapper, inside: keras.layers.Layer
) -> keras.layers.Wrapper:
    """A new wrapper with the same configuration around another layer.

    Raises:
        ValueError: Its class does not say how to make it again.
    """
    try:
        config = wrapper.get_config()
        del config["layer"]
        return type(wrapper)(inside, **config)
    except _FAILURES as error:
        raise ValueError(_not_copied("layer", wrapper, error)) from error


def _is_made_by_arguments(kind: Any) -> bool:
    """Whether its `from_config` only calls it."""
    default = keras.layers.Layer.from_config.__func__
    return kind.from_config.__func__ is default


def _parameters(kind: Any) -> set[str]:
    """The arguments that a class and its base classes take by name."""
    return {
        name
        for base in kind.__mro__
        if "__init__" in vars(base)
        for name in inspect.signature(base.__init__).parameters
    }


def _configuration(layer: keras.layers.Layer) -> dict[str, Any]:
    with warnings.catch_warnings():
        # No file is written, in which a lambda would be a danger.
        warnings.filterwarnings("ignore", ".*includes a `lambda`")
        return layer.get_config()


def _given(
    layer: keras.layers.Layer, copy: Callable[[Any], Any]
) -> dict[str, Any]:
    """What a layer was given as an object, such as a regularizer.

    A description of it would do only if Keras could find the class of it, or
    the function, which may be a lambda.
    """
    given = {}
    for key in _configuration(layer):
        value = getattr(layer, key, None)
        if isinstance(value, _DESCRIBED):
            given[key] = value
        elif isinstance(value, keras.layers.Layer) and (
            key == "activation" or _is_made_by_arguments(type(layer))
        ):
            given[key] = copy(value)
    return given


def operation_again(operation: Any) -> Any:
    """A new operation, which has not been called. It holds no weights."""
    new = object.__new__(type(operation))
    vars(new).update(vars(operation))
    compat.forget_calls(new)
    return new


def metric_again(metric: keras.metrics.Metric) -> keras.metrics.Metric:
    """A new metric with the same configuration and state."""
    kind = type(metric)
    try:
        if kind is keras.metrics.MeanMetricWrapper:
            # It may wrap a function that Keras cannot find, as a lambda.
            new = kind(
                metric._fn, metric.name, metric.dtype, **metric._fn_kwargs
            )
        else:
            with keras.saving.CustomObjectScope(_names_of(_held([metric]))):
                new = kind.from_config(metric.get_config())
    except _FAILURES as error:
        raise ValueError(_not_copied("metric", metric, error)) from error
    if len(new.variables) == len(metric.variables):
        for target, source in zip(new.variables, metric.variables, strict=True):
            target.assign(source)
    return new


def optimizer_again(
    optimizer: keras.optimizers.Optimizer,
) -> keras.optimizers.Optimizer:
    """A new optimizer with the same settings, which has not begun."""
    kind = type(optimizer)
    try:
        with keras.saving.CustomObjectScope(_names_of(_held([optimizer]))):
            return kind.from_config(optimizer.get_config())
    except _FAILURES as error:
        raise ValueError(_not_copied("optimizer", optimizer, error)) from error


def seed_generator_again(
    generator: keras.random.SeedGenerator,
) -> keras.random.SeedGenerator:
    """A new generator of seeds, which goes on where this one is."""
    new = keras.random.SeedGenerator.from_config(generator.get_config())
    new.state.assign(generator.state)
    return new


def variable_again(variable: keras.Variable) -> keras.Variable:
    """A new variable with the same value and settings."""
    new = keras.Variable(
        # Its value is the variable of TensorFlow, which would be shared.
        keras.ops.convert_to_numpy(variable),
        dtype=variable.dtype,
        trainable=variable.trainable,
        autocast=compat.is_autocast(variable),
        aggregation=variable.aggregation,
        name=variable.name,
    )
    new.regularizer = variable.regularizer
    new.constraint = variable.constraint
    return new


def _not_copied(what: str, value: Any, error: Exception) -> str:
    return (
        f"the {what} {value.name} of class {type(value).__name__} cannot be "
        f"copied: {str(error).strip()} Give the class a `get_config` from "
        "which it can be made again."
    )


def _names_of(objects: Iterable[Any]) -> dict[str, Any]:
    """The functions and the classes of objects, by name, but for Keras's.

    They need not be registered with Keras to be used here.
    """
    found = [
        each if inspect.isroutine(each) else type(each) for each in objects
    ]
    return {
        each.__name__: each
        for each in found
        if (getattr(each, "__module__", None) or "").split(".")[0]
        not in ("builtins", "keras", "keras_activations")
    }


def _held(owners: Iterable[Any]) -> list[Any]:
    """Objects and what their attributes hold."""
    return [
        each
        for owner in owners
        for each in (owner, *getattr(owner, "__dict__", {}).values())
    ]


def _vocabulary(layer: keras.layers.Layer) -> dict[str, Any]:
    """What `StringLookup` and the like have learned by `adapt`."""
    lookup = getattr(layer, "_lookup_layer", layer)
    words = layer.get_vocabulary(include_special_tokens=False)
    if lookup.input_vocabulary is not None or not len(words):
        return {}
    learned: dict[str, Any] = {"vocabulary": words}
    if lookup.output_mode == "tf_idf":
        weights = lookup.idf_weights_const.numpy()
        learned["idf_weights"] = weights[lookup._token_start_index() :]
    return learned
