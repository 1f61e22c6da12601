"""What a diagnosis needs to know about a model besides what is measured."""

from typing import Any

import keras
import numpy as np
import tensorflow as tf

from keras_activations.models.anatomy import named_layers

# Of an optimizer, the settings that a remedy may name.
_SETTINGS = ("momentum", "weight_decay", "clipnorm", "global_clipnorm")


def model_facts(model: Any) -> dict[str, Any]:
    """The facts of a model, as plain numbers and strings.

    Returns:
        `name`; `optimizer`, `learning_rate` at the moment, whether a
        `schedule` sets it; by the path of a layer, `layers`: its `class`, and
        where it has them `initializer`, `penalties` (names of the attributes
        of its regularizers), dropout's `rate` and the `momentum` of moving
        averages.
    """
    facts: dict[str, Any] = {"name": model.name, "layers": {}}
    optimizer = getattr(model, "optimizer", None)
    if optimizer is not None:
        inner = getattr(optimizer, "inner_optimizer", optimizer)
        facts["optimizer"] = type(inner).__name__
        rate = tf.convert_to_tensor(optimizer.learning_rate)
        facts["learning_rate"] = float(rate)
        facts["schedule"] = isinstance(
            getattr(inner, "_learning_rate", None),
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
    if isinstance(layer, keras.layers.Dropout):
        found["rate"] = float(np.max(layer.rate))
    if isinstance(layer, keras.layers.BatchNormalization):
        found["momentum"] = float(layer.momentum)
    return found
