"""Which layers of a model have an activation to watch, under which name."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import Any

import keras

from keras_activations.statistics import kinds
from keras_activations.statistics.kinds import Kind

Layer = Any  # keras.layers.Layer, of which mypy knows nothing
Selection = str | Layer | Callable[[Layer], bool]

# Functions of keras.activations, and ours of the same names, whose slope is
# known in closed form.
_FUNCTIONS: dict[str, Callable[[], Kind]] = {
    "relu": kinds.relu,
    "relu6": lambda: kinds.relu(6.0),
    "elu": kinds.elu,
    "selu": lambda: kinds.elu(1.6732632423543772, 1.0507009873554805),
    "leaky_relu": lambda: kinds.leaky_relu(0.2),
    "sigmoid": kinds.sigmoid,
    "tanh": kinds.tanh,
}
_NO_ACTIVATION = ("linear", "softmax", "log_softmax", "sparsemax", "glu")


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
    """

    layer: Layer
    name: str
    kind: Kind
    attribute: str
    unit_axis: int = -1


def find_probes(
    model: Layer, layers: Sequence[Selection] | None = None
) -> list[Probe]:
    """Finds the activations to watch, in the order of the model's layers.

    Args:
        model: The model.
        layers: `None` for every layer whose output is an activation, the
            model's output layer and softmax left out; or names, patterns
            such as `"block_*/dense"`, layers and predicates.

    Raises:
        ValueError: If there is nothing to watch.
    """
    probes = []
    for name, layer in _paths(model):
        found = _activation_of(layer)
        if found is not None:
            probes.append(Probe(layer, name, *found))
    if layers is None:
        outputs = _output_layers(model)
        probes = [probe for probe in probes if probe.layer not in outputs]
        if not probes:
            raise ValueError(
                f"The model {model.name!r} has no activation to watch: "
                "softmax, linear and output layers are left out."
            )
        return probes
    chosen: list[Probe] = []
    for selection in layers:
        matches = [probe for probe in probes if _selects(selection, probe)]
        if not matches:
            raise ValueError(
                f"`layers` matches no layer with an activation. Received: "
                f"{selection!r}. There are: "
                f"{', '.join(probe.name for probe in probes) or 'none'}."
            )
        chosen += matches
    return [probe for probe in probes if probe in chosen]


def _paths(parent: Layer, prefix: str = "") -> Iterator[tuple[str, Layer]]:
    for layer in parent._flatten_layers(include_self=False, recursive=False):
        path = prefix + layer.name
        yield path, layer
        yield from _paths(layer, path + "/")


def _selects(selection: Selection, probe: Probe) -> bool:
    if isinstance(selection, str):
        return fnmatchcase(probe.name, selection)
    if isinstance(selection, keras.layers.Layer):
        return probe.layer is selection
    return bool(selection(probe.layer))


def _output_layers(model: Layer) -> list[Layer]:
    found: list[Layer] = []
    for tensor in keras.tree.flatten(getattr(model, "outputs", None) or []):
        layer = tensor._keras_history.operation
        nested = isinstance(layer, keras.Model)
        found += _output_layers(layer) if nested else [layer]
    return found


def _activation_of(layer: Layer) -> tuple[Kind, str] | None:
    """The kind of a layer's activation and the attribute that computes it."""
    function = vars(layer).get("activation")
    if callable(function):
        if isinstance(function, keras.layers.Layer):
            kind = _kind_of_layer(function)
        else:
            kind = _kind_of_function(function)
        return None if kind is None else (kind, "activation")
    kind = _kind_of_layer(layer)
    return None if kind is None else (kind, "call")


def _kind_of_function(function: Callable[..., Any]) -> Kind | None:
    name = getattr(function, "__name__", type(function).__name__)
    if name in _NO_ACTIVATION:
        return None
    known = _FUNCTIONS.get(name)
    return known() if known else kinds.other(name)


def _kind_of_layer(layer: Layer) -> Kind | None:
    """The kind of an activation layer of Keras or ours."""
    for base in type(layer).__mro__:
        if base.__module__.startswith(("keras.", "keras_activations.")):
            break
    match base.__name__:
        case "ReLU" if not layer.negative_slope:
            maximum = layer.max_value
            return kinds.relu(None if maximum is None else float(maximum))
        case "ReLU" if layer.max_value is None and not layer.threshold:
            return kinds.leaky_relu(float(layer.negative_slope))
        case "ReLU":
            return kinds.other("relu")
        case "LeakyReLU":
            return kinds.leaky_relu(float(layer.negative_slope))
        case "PReLU":
            return kinds.prelu()
        case "ELU":
            fixed = isinstance(layer.alpha, int | float)
            return kinds.elu(float(layer.alpha) if fixed else None)
        case "Sigmoid":
            return kinds.sigmoid()
        case "Tanh":
            return kinds.tanh()
    return None
