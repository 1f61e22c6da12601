"""What is read from a model and its watched layers on the host."""

import math
from collections.abc import Sequence
from typing import Any

import keras
import tensorflow as tf

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
        found["optimizer"] = type(model.optimizer).__name__
        # Not keras.ops, which cannot read a variable with replicas.
        rate = tf.convert_to_tensor(model.optimizer.learning_rate)
        found["learning_rate"] = float(rate)
    return found


def iterations(model: Any) -> int:
    """How many updates its optimizer has made; 0 if it has none."""
    if model.optimizer is None:
        return 0
    return int(tf.convert_to_tensor(model.optimizer.iterations))


def matrix_names(model: Any) -> dict[int, tuple[str, str]]:
    """By the id of a weight matrix, its layer and a name of its own.

    The paths of Keras's variables are not unique: two layers of a subclassed
    model may have the same name.
    """
    found: dict[int, tuple[str, str]] = {}
    names: set[str] = set()
    for layer_name, layer in (*named_layers(model), (model.name, model)):
        for weight in getattr(layer, "_trainable_variables", []):
            if len(weight.shape) >= 2 and id(weight) not in found:
                name = f"{layer_name}/{weight.path.rpartition('/')[2]}"
                while name in names:
                    name += "_again"
                names.add(name)
                found[id(weight)] = layer_name, name
    return found
