"""What is read from a model and its watched layers on the host."""

import math
from collections.abc import Iterable
from typing import Any

import keras

from keras_activations import compat
from keras_activations.instrumentation.known import kind_of_layer
from keras_activations.instrumentation.reading import number
from keras_activations.instrumentation.sites import Site
from keras_activations.models.anatomy import named_layers


def alpha_variables(sites: Iterable[Site]) -> dict[str, keras.Variable]:
    """By row, the learned parameter of each PReLU and ELU that has one."""
    found = {}
    for site in sites:
        alpha = getattr(site.activation, "alpha", None)
        known = site.kind.name in ("prelu", "elu")
        if known and isinstance(alpha, keras.Variable):
            found[site.name] = alpha
    return found


def learned_parameters(layers: Iterable[Any]) -> list[keras.Variable]:
    """The weights of activation layers, also of those given to other layers.

    And what any other layer calls `alpha`.
    """
    found = []
    for layer in layers:
        for owner in layer, vars(layer).get("activation"):
            if isinstance(owner, keras.layers.Layer) and kind_of_layer(owner):
                found += owner.weights
            else:
                found.append(getattr(owner, "alpha", None))
    return [weight for weight in found if isinstance(weight, keras.Variable)]


def hyperparameters(model: Any, sites: Iterable[Site]) -> dict[str, Any]:
    """What distinguishes one run from another on the HParams page."""
    names = [site.kind.name for site in sites]
    found = {
        "activation": ",".join(dict.fromkeys(names)),
        "layers_watched": len(names),
        # `count_params` refuses a subclassed model without a `build`.
        "parameters": sum(math.prod(each.shape) for each in model.weights),
    }
    if model.optimizer is not None:
        found["optimizer"] = type(model.optimizer).__name__
        found["learning_rate"] = learning_rate(model)
    return found


def learning_rate(model: Any) -> float | None:
    """The learning rate of the next step; `None` without an optimizer."""
    optimizer = getattr(model, "optimizer", None)
    if optimizer is None:
        return None
    return number(optimizer.learning_rate)


def iterations(model: Any) -> int:
    """How many updates its optimizer has made; 0 if it has none."""
    if model.optimizer is None:
        return 0
    return int(number(model.optimizer.iterations))


def is_matrix(weight: Any) -> bool:
    """Whether a weight is a matrix of incoming weights.

    The bias of a GRU or of an attention layer has two axes as well.
    """
    name = weight.path.rpartition("/")[2]
    return len(weight.shape) >= 2 and "bias" not in name


def matrix_names(model: Any) -> dict[int, tuple[str, str]]:
    """By the id of a weight matrix, its layer and a unique name.

    The paths of Keras's variables are not unique: two layers of a subclassed
    model may have the same name.
    """
    found: dict[int, tuple[str, str]] = {}
    names: set[str] = set()
    for layer_name, layer in (*named_layers(model), (model.name, model)):
        for weight in compat.own_variables(layer):
            if is_matrix(weight) and id(weight) not in found:
                path = f"{layer_name}/{weight.path.rpartition('/')[2]}"
                name, number = path, 1
                while name in names:
                    number += 1
                    name = f"{path}:{number}"
                names.add(name)
                found[id(weight)] = layer_name, name
    return found
