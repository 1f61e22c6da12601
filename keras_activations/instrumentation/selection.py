"""Which layers of a model have an activation to watch, under which name."""

import inspect
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import partial
from typing import Any

import keras
import tensorflow as tf

from keras_activations.statistics import kinds
from keras_activations.statistics.kinds import Kind

Layer = Any  # keras.layers.Layer, of which mypy knows nothing
Selection = str | Layer | Callable[[Layer], bool]

# What is known of the activations by these names.
_KNOWN: dict[str, Callable[[], Kind]] = {
    "relu": kinds.relu,
    "relu6": lambda: kinds.relu(6.0),
    "leaky_relu": partial(kinds.leaky_relu, 0.2),
    "elu": kinds.elu,
    "selu": lambda: kinds.elu(1.6732632423543772, 1.0507009873554805),
    "sigmoid": kinds.sigmoid,
    "tanh": kinds.tanh,
    "linear": kinds.linear,
    **{name: partial(kinds.measured, name) for name in kinds.MEASURED},
}
# By id, the functions of Keras and TensorFlow. One of a user may have the same
# name and compute something else.
_FUNCTIONS = {
    id(function): kind
    for name, kind in (*_KNOWN.items(), ("swish", _KNOWN["silu"]))
    for module in (keras.activations, keras.ops, tf.nn, tf.math)
    for function in [getattr(module, name, None)]
    if function is not None
}
_OURS = "keras_activations.activations."
# Not element by element: a unit has no slope of its own.
_JOINT = ("softmax", "log_softmax", "sparsemax", "glu")
# The operations that a functional model holds where keras.activations.relu
# or keras.ops.relu was called on one of its tensors.
_OPERATIONS = {
    "relu": "relu",
    "relu6": "relu6",
    "leakyrelu": "leaky_relu",
    "elu": "elu",
    "selu": "selu",
    "sigmoid": "sigmoid",
    "tanh": "tanh",
    "gelu": "gelu",
    "silu": "silu",
    "softplus": "softplus",
    "softsign": "softsign",
    "hardsigmoid": "hard_sigmoid",
    "hardtanh": "hard_tanh",
}


@dataclass(frozen=True, eq=False)
class Probe:
    """One activation to watch.

    Args:
        layer: The layer that it belongs to.
        name: The path of the layer inside the model.
        kind: What the statistics know of it.
        attribute: Whose calls are watched: the layer's `"activation"` or
            its `"call"`.
        unit_axis: The axis of the units in its output.
        spread: A TimeDistributed that calls the layer once per time step.
    """

    layer: Layer
    name: str
    kind: Kind
    attribute: str
    unit_axis: int = -1
    spread: Layer | None = None


def find_probes(
    model: Layer, layers: Sequence[Selection] | None = None
) -> list[Probe]:
    """Finds the activations to watch, in the order of the model's layers.

    Args:
        model: The model.
        layers: `None` for every layer whose output is an activation, the
            model's output layer and softmax left out; or names, patterns
            such as `"block_*/dense"`, layers and predicates. A layer that
            is given itself, or by its name, may be any layer.

    Raises:
        ValueError: If there is nothing to watch, or a selection matches
            nothing.
    """
    everything = list(_probes(model))
    active = [
        probe
        for probe in everything
        if probe.kind.name != "linear" and probe.kind.name not in _JOINT
    ]
    if layers is None:
        outputs = _output_layers(model)
        found = [probe for probe in active if probe.layer not in outputs]
        if not found:
            raise ValueError(
                f"The model {model.name!r} has no activation to watch: its "
                "output layer, softmax and linear layers are left out. Name "
                "those you want to watch all the same with `layers`."
            )
        return found
    if not layers:
        raise ValueError(
            "`layers` must name at least one layer, or be `None` for all "
            f"activations. Received: layers={layers!r}"
        )
    chosen: list[Probe] = []
    for selection in layers:
        matches = [
            probe for probe in everything if _selects(selection, probe, active)
        ]
        if not matches:
            raise ValueError(
                "`layers` must match layers of the model. Received: "
                f"{selection!r}, which matches none. There are: "
                f"{', '.join(probe.name for probe in active) or 'none'}."
            )
        chosen += matches
    return [probe for probe in everything if probe in chosen]


def _selects(
    selection: Selection, probe: Probe, active: Sequence[Probe]
) -> bool:
    if isinstance(selection, str):
        if selection == probe.name:
            return True
        return probe in active and fnmatchcase(probe.name, selection)
    if isinstance(selection, keras.layers.Layer):
        return probe.layer is selection
    if callable(selection):
        return bool(selection(probe.layer))
    raise TypeError(
        "`layers` must hold names, patterns, layers or predicates. "
        f"Received: {selection!r}"
    )


def _probes(model: Layer) -> Iterator[Probe]:
    """A probe for every layer that could be watched."""
    data_format = (keras.config.image_data_format(), 4)
    for name, layer, spread in _named(model):
        if hasattr(layer, "data_format"):
            rank = getattr(layer.input_spec, "ndim", None)
            rank = rank or getattr(layer.input_spec, "min_ndim", None) or 4
            data_format = (layer.data_format, rank)
        if _is_container(layer):
            continue
        kind, attribute = _activation_of(layer)
        # A Dense layer's units are its last axis whatever the format.
        follows = hasattr(layer, "data_format") or attribute == "call"
        first = follows and data_format[0] == "channels_first"
        yield Probe(layer, name, kind, attribute, 1 if first else -1, spread)


def named_layers(model: Layer) -> Iterator[tuple[str, Layer]]:
    """Every layer of a model at every depth, with a name of its own."""
    for name, layer, _ in _named(model):
        yield name, layer


def _named(model: Layer) -> Iterator[tuple[str, Layer, Layer | None]]:
    """Each layer once, by its path, which two layers may have in common."""
    seen: set[int] = set()
    names: set[str] = set()
    for name, layer, spread in _paths(model):
        if id(layer) in seen:
            continue
        seen.add(id(layer))
        while name in names:
            name += "_again"
        names.add(name)
        yield name, layer, spread


def _paths(
    parent: Layer, prefix: str = "", spread: Layer | None = None
) -> Iterator[tuple[str, Layer, Layer | None]]:
    children = parent._flatten_layers(include_self=False, recursive=False)
    # A functional model also holds operations that are no layers.
    operations = getattr(parent, "operations", None) or []
    known = {id(child) for child in children}
    extra = [
        operation
        for operation in operations
        if id(operation) not in known
        and type(operation).__name__.lower() in _OPERATIONS
    ]
    for layer in (*children, *extra):
        if layer is vars(parent).get("activation"):
            continue  # watched under the name of the layer that calls it
        if isinstance(layer, keras.layers.InputLayer):
            continue
        path = prefix + layer.name
        yield path, layer, spread
        if isinstance(layer, keras.layers.Layer):
            inside = (
                layer
                if isinstance(layer, keras.layers.TimeDistributed)
                else None
            )
            yield from _paths(layer, path + "/", inside)


def _is_container(layer: Layer) -> bool:
    """Whether it only passes on what its layers give, or is recurrent.

    The activations of a recurrent cell are parts of its formula; its output
    is none of them.
    """
    return (
        isinstance(layer, keras.Model | keras.layers.Wrapper)
        or hasattr(layer, "state_size")
        or isinstance(layer, keras.layers.RNN)
    )


def _output_layers(model: Layer) -> list[Layer]:
    found: list[Layer] = []
    for tensor in keras.tree.flatten(getattr(model, "outputs", None) or []):
        layer = tensor._keras_history.operation
        if isinstance(layer, keras.layers.TimeDistributed):
            layer = layer.layer
        nested = isinstance(layer, keras.Model)
        found += _output_layers(layer) if nested else [layer]
    return found


def _activation_of(layer: Layer) -> tuple[Kind, str]:
    """The kind of a layer's activation and the attribute that computes it."""
    function = vars(layer).get("activation")
    if not callable(function):
        return _kind_of_layer(layer), "call"
    if isinstance(function, keras.layers.Layer):
        return _kind_of_layer(function), "activation"
    known = _FUNCTIONS.get(id(function))
    name = getattr(function, "__name__", type(function).__name__)
    if str(getattr(function, "__module__", "")).startswith(_OURS):
        known = _KNOWN.get(name)
        if name == "leaky_relu":
            slope = inspect.signature(function).parameters["negative_slope"]
            known = partial(kinds.leaky_relu, float(slope.default))
    if known is not None:
        return known(), "activation"
    return kinds.other(name), "activation"


def _kind_of_layer(layer: Layer) -> Kind:
    """The kind of an activation layer, of Keras or ours; else linear."""
    base: Any = next(
        base
        for base in type(layer).__mro__
        if base.__module__.startswith(("keras.", "keras_activations."))
    )
    own = type(layer).call is not base.call
    match base.__name__:
        case "Activation":
            return _activation_of(layer)[0]
        case name if own and name.lower() in (*_KNOWN, *_OPERATIONS, "prelu"):
            # A subclass that computes something else.
            return kinds.other(type(layer).__name__)
        case "ReLU" if not layer.negative_slope:
            maximum = layer.max_value
            return kinds.relu(None if maximum is None else float(maximum))
        case "ReLU" if layer.max_value is None and not layer.threshold:
            return kinds.leaky_relu(float(layer.negative_slope))
        case "ReLU":
            return kinds.other("relu")
        case "LeakyReLU" | "LeakyRelu":
            return kinds.leaky_relu(float(layer.negative_slope))
        case "PReLU":
            return kinds.prelu()
        case "ELU" | "Elu":
            learned = getattr(layer, "learn_alpha", False)
            return kinds.elu(None if learned else float(layer.alpha))
        case "Softmax":
            return kinds.other("softmax")
        case name if name.lower() in _KNOWN:
            return _KNOWN[name.lower()]()
        case name if name.lower() in _OPERATIONS:
            return _KNOWN[_OPERATIONS[name.lower()]]()
    return kinds.linear()
