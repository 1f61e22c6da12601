"""Give any Keras model the explicit training step."""

from typing import Any

import keras

from keras_activations.training.mini_batch_sgd import MiniBatchSGD
from keras_activations.training.models import (
    Functional,
    SGDModel,
    SGDSequential,
)


@keras.saving.register_keras_serializable("keras_activations")
class SGDWrapper(SGDModel):
    """A wrapper with the explicit training step for a subclassed model."""

    def __init__(self, model: keras.Model, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.model = model

    def call(self, inputs: Any, training: bool | None = None) -> Any:
        """Call the model."""
        return self.model(inputs, training=training)

    def get_config(self) -> dict[str, Any]:
        """What `from_config` needs."""
        model = keras.saving.serialize_keras_object(self.model)
        return {**super().get_config(), "model": model}

    @classmethod
    def from_config(
        cls, config: dict[str, Any], custom_objects: Any = None
    ) -> "SGDWrapper":
        """Make the wrapper of the model in `config`."""
        model = keras.saving.deserialize_keras_object(
            config["model"], custom_objects=custom_objects
        )
        return cls(**{**config, "model": model})


def from_model(model: keras.Model) -> keras.Model:
    """A model with the explicit training step that shares a model's layers.

    Training one trains the other: the weights are the same. The new model
    must be compiled; the given one keeps its own optimizer and training step.

    Args:
        model: Sequential, functional or subclassed.

    Returns:
        An `SGDSequential` or `SGDModel`.

    Raises:
        TypeError: If `model` is not a Keras model.
        ValueError: If its class overrides how it trains, tests or predicts:
            the new model would silently lose that.

    Example:

    >>> model = keras.Sequential([keras.Input((3,)), keras.layers.Dense(1)])
    >>> explicit = from_model(model)
    >>> explicit.layers[0] is model.layers[0]
    True
    """
    if not isinstance(model, keras.Model):
        raise TypeError(
            "`model` must be a keras.Model. "
            f"Received: {model!r} of type {type(model).__name__}"
        )
    if isinstance(model, MiniBatchSGD):
        return model
    for method in (
        "train_step",
        "test_step",
        "predict_step",
        "compute_loss",
        "compute_metrics",
    ):
        if getattr(type(model), method) is not getattr(keras.Model, method):
            raise ValueError(
                f"`model` has a `{method}` of its own, which would be lost. "
                "Let its class inherit the training step instead: "
                f"`class {type(model).__name__}(MiniBatchSGD, keras.Model)`"
            )
    if type(model) is keras.Sequential:
        layers = list(model.layers)
        if model.built:
            first = model.inputs[0]
            layers.insert(
                0, keras.Input(batch_shape=first.shape, dtype=first.dtype)
            )
        return SGDSequential(layers, name=model.name)
    if type(model) is Functional:
        return SGDModel(model.input, model.output, name=model.name)
    return SGDWrapper(model, name=model.name)
