"""What is read from a model and its watched layers on the host."""

import math
from collections.abc import Sequence
from typing import Any

import keras

from keras_activations.instrumentation.selection import Probe, named_layers


def alpha_variables(probes: Sequence[Probe]) -> dict[str, keras.Variable]:
    """By layer, the learned parameter of each PReLU and ELU that has one."""
    found = {}
    for probe in probes:
        owner = probe.layer
        if probe.attribute == "activation":
            owner = vars(owner)["activation"]
        alpha = getattr(owner, "alpha", None)
        if isinstance(alpha, keras.Variable):
            found[probe.name] = alpha
    return found


def hyperparameters(model: Any, probes: Sequence[Probe]) -> dict[str, Any]:
    """What tells one run from another on the HParams page."""
    found = {
        "activation": ",".join(dict.fromkeys(p.kind.name for p in probes)),
        "layers_watched": len(probes),
        # `count_params` refuses a subclassed model without a `build`.
        "parameters": sum(math.prod(each.shape) for each in model.weights),
    }
    if model.optimizer is not None:
        rate = keras.ops.convert_to_tensor(model.optimizer.learning_rate)
        found["optimizer"] = type(model.optimizer).__name__
        found["learning_rate"] = float(rate)
    return found


def matrix_owners(model: Any) -> dict[str, str]:
    """By the path of a weight matrix, the layer that it belongs to."""
    return {
        weight.path: name
        for name, layer in named_layers(model)
        for weight in getattr(layer, "_trainable_variables", [])
        if len(weight.shape) >= 2
    }
