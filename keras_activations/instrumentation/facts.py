"""What a diagnosis needs to know about a model besides what is measured."""

from typing import Any

import keras
import numpy as np

from keras_activations import compat
from keras_activations.instrumentation.parameters import learning_rate
from keras_activations.models.anatomy import named_layers

# Of an optimizer, the settings that a remedy may name.
_SETTINGS = ("momentum", "weight_decay", "clipnorm", "global_clipnorm")
_DROPPING = (
    keras.layers.AlphaDropout,
    keras.layers.Dropout,
    keras.layers.GaussianDropout,
    keras.layers.GRU,
    keras.layers.LSTM,
    keras.layers.SimpleRNN,
)


def model_facts(model: Any) -> dict[str, Any]:
    """The facts of a model, as plain numbers and strings.

    Returns:
        `name`; `optimizer`, `learning_rate` at the moment, whether a
        `schedule` sets it; by the path of a layer, `layers`: its `class`, and
        where it has them `initializer`, `penalties` (names of the attributes
        of its regularizers), dropout's `rate`, the deviation of added
        `noise`, and the `momentum` of moving averages.
    """
    facts: dict[str, Any] = {"name": model.name, "layers": {}}
    optimizer = getattr(model, "optimizer", None)
    if optimizer is not None:
        inner = getattr(optimizer, "inner_optimizer", optimizer)
        facts["optimizer"] = type(inner).__name__
        facts["learning_rate"] = learning_rate(model)
        facts["schedule"] = isinstance(
            compat.given_learning_rate(inner),
            keras.optimizers.schedules.LearningRateSchedule,
        )
        for name in _SETTINGS:
            value = getattr(inner, name, None)
            if isinstance(value, int | float) and not isinstance(value, bool):
                facts[name] = float(value)
    for path, layer in named_layers(model):
        facts["layers"][path] = _layer_facts(layer)
    return facts


def _layer_facts(layer: Any) -> dict[str, Any]:
    found: dict[str, Any] = {"class": type(layer).__name__}
    initializer = getattr(layer, "kernel_initializer", None)
    if isinstance(initializer, keras.initializers.Initializer):
        found["initializer"] = type(initializer).__name__
    penalties = [
        name
        for name, value in vars(layer).items()
        if isinstance(value, keras.regularizers.Regularizer)
    ]
    if penalties:
        found["penalties"] = penalties
    rates = [
        getattr(layer, name, None)
        for name in ("rate", "dropout", "recurrent_dropout")
        if isinstance(layer, _DROPPING)
    ]
    dropped = [float(np.max(rate)) for rate in rates if rate is not None]
    if dropped and max(dropped) > 0:
        found["rate"] = max(dropped)
    if isinstance(layer, keras.layers.GaussianNoise):
        found["noise"] = float(layer.stddev)
    if isinstance(layer, keras.layers.BatchNormalization):
        found["momentum"] = float(layer.momentum)
    return found
