"""Refuse networks that cannot be compared, before any is trained."""

import json
from typing import Any

import keras
import numpy as np

from keras_activations import compat
from keras_activations.comparison.settings import Data, Training
from keras_activations.models.candidates import Candidate


def check_networks(
    activations: list[Candidate], training: Training, data: Data
) -> dict[str, str]:
    """Build each network once and look at it.

    Returns:
        For each label, what the network is made of.

    Raises:
        ValueError: A network, the optimizer, the loss or the metrics cannot
            be used.
    """
    compat.reset_uids()
    optimizer = training.optimizer(1.0)
    if not isinstance(optimizer, keras.optimizers.Optimizer):
        raise ValueError(
            "`optimizer` must return a Keras optimizer for a learning "
            f"rate. Received: {optimizer!r} for 1.0"
        )
    sample = data.sample()
    descriptions: dict[str, str] = {}
    owners: dict[int, tuple[str, Any]] = {}
    for activation in activations:
        label = activation.label
        model = training.new_model(activation, seed=0)
        _check_layers(model, activation)
        outputs = keras.tree.flatten(model(sample, training=False))
        for variable in model.variables:
            # The variable is kept so that no later one gets its id.
            owner, _ = owners.setdefault(id(variable), (label, variable))
            if owner != label:
                raise ValueError(
                    "`build_model` must build a new model at each call. "
                    f"Received: models for {owner!r} and {label!r} that "
                    f"share {variable.path!r}"
                )
        descriptions[label] = _description(model)
        if len(descriptions) == 1:
            _check_score(model, len(outputs), training, data)
    return descriptions


def _check_layers(model: keras.Model, activation: Candidate) -> None:
    """Refuse a model that lacks the layers it was given, or is compiled."""
    if model.compiled:
        raise ValueError(
            "`build_model` must leave compiling to the comparison. "
            f"Received: a compiled model for {activation.label!r}"
        )
    layers = {
        id(layer) for layer in compat.layers_of(model, include_self=False)
    }
    if not activation.made or any(
        id(layer) not in layers for layer in activation.made
    ):
        raise ValueError(
            "`build_model` must put each layer that its argument makes "
            "into the model, as in `Dense(64, activation="
            "activation())`, and not as late as in `build` or `call`. "
            f"Received: activation={activation.label!r}, which made "
            f"{len(activation.made)} layers, not all of them in the "
            "model"
        )


def _description(model: keras.Model) -> str:
    """What the network is made of, as far as Keras can tell."""
    try:
        return json.dumps(keras.saving.serialize_keras_object(model))
    except (NotImplementedError, TypeError):  # subclassed, without get_config
        return str([(each.path, each.shape) for each in model.variables])


def _check_score(
    model: Any, outputs: int, training: Training, data: Data
) -> None:
    """Refuse a loss or metrics that do not fit the data."""
    metrics = list(training.metrics)
    if outputs > 1 and metrics:
        raise ValueError(
            "`metrics` must be [] for a network of several outputs, which "
            f"is compared by its loss. Received: {outputs} outputs and "
            f"metrics={metrics!r}"
        )
    model.compile(
        loss=training.loss, metrics=training.new_metrics(), run_eagerly=True
    )
    x, y = keras.tree.map_structure(
        lambda array: np.asarray(array[:8]), data.validation
    )
    try:
        found = model.evaluate(x, y, verbose=0, return_dict=True)
    except Exception as error:  # whatever Keras or TensorFlow raise
        raise ValueError(
            "`loss` and `metrics` must fit the network and the data. "
            f"Received: loss={training.loss!r}, metrics={metrics!r}"
            f", which fail: {error}"
        ) from error
    shapes = {name: np.shape(value) for name, value in found.items()}
    if any(shapes.values()):
        raise ValueError(
            "`metrics` must give one number each. Received: "
            f"metrics={metrics!r}, of shapes {shapes}"
        )
    if training.score.removeprefix("val_") not in found:
        raise ValueError(
            "`metrics` must begin with one that is in the history under "
            f"its name. Received: {training.score!r}, where there are "
            f"{', '.join(f'val_{name}' for name in found)}"
        )
