"""Give any Keras model the explicit training step."""

from typing import Any

import keras

from keras_activations import compat
from keras_activations.training.mini_batch_sgd import MiniBatchSGD
from keras_activations.training.models import (
    Functional,
    SGDModel,
    SGDSequential,
)

# What `fit`, `evaluate` and `predict` do, as `keras.Model` has it.
_TRAINING = (
    "train_step",
    "test_step",
    "predict_step",
    "compute_loss",
    "compute_metrics",
    "compile",
    "fit",
    "evaluate",
    "predict",
    "train_on_batch",
    "test_on_batch",
    "predict_on_batch",
    "make_train_function",
    "make_test_function",
    "make_predict_function",
    "metrics",
    "reset_metrics",
    "get_metrics_result",
)


@keras.saving.register_keras_serializable("keras_activations")
class SGDWrapper(SGDModel):
    """A wrapper with the explicit training step for a subclassed model."""

    def __init__(self, model: keras.Model, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.model = model
        # Keras leaves out those of a model inside a model.
        self.own_metrics = compat.metrics_held_by(model)
        if hasattr(model, "output_names"):
            # The losses of several outputs may be given by name.
            self.output_names = model.output_names

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
    Names, dtypes and kinds of inputs stay, and so do the names of outputs,
    metrics that the model has as attributes, and what is frozen.

    Args:
        model: Sequential, functional or subclassed.

    Returns:
        An `SGDSequential` or `SGDModel`. For a class of your own, it is an
        `SGDModel` whose attribute `model` is the given one.

    Raises:
        TypeError: If `model` is not a Keras model.
        ValueError: If it overrides how it is compiled, trains, tests, predicts
            or lists its metrics: the new model would silently lose that. The
            message names the methods.

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
    own = [name for name in _TRAINING if _is_overridden(model, name)]
    if own:
        raise ValueError(
            f"`model` has a `{'`, `'.join(own)}` of its own, which would be "
            "lost. Let its class inherit the training step instead: "
            f"`class {type(model).__name__}(MiniBatchSGD, keras.Model)`"
        )
    if type(model) is keras.Sequential:
        # With the input layer, which `model.layers` leaves out.
        new = SGDSequential(list(compat.layer_list(model)), name=model.name)
    elif type(model) is Functional:
        new = SGDModel(model.input, model.output, name=model.name)
    else:
        new = SGDWrapper(model, name=model.name)
    metrics = compat.metrics_held_by(model)
    if not isinstance(new, SGDWrapper) and metrics:
        new.own_metrics = metrics
    # `compile` looks at it: in mixed_float16, the loss is scaled.
    new.dtype_policy = model.dtype_policy
    # The public attribute would also change the layers, which are shared.
    compat.set_trainable_alone(new, model.trainable)
    return new


def _is_overridden(model: keras.Model, name: str) -> bool:
    """Whether a class, or a user for one model, has changed a method."""
    own = getattr(type(model), name) is not getattr(keras.Model, name)
    return own or name in vars(model)
