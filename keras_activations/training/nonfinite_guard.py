"""Stop before a loss that is not finite spoils the weights."""

import warnings
from typing import Any

import keras
import tensorflow as tf

from keras_activations.training.recorded_calls import recorded_calls


class NonfiniteGuard:
    """Runs the train step of a model, and takes a bad one back.

    The state of the model is put back in the graph itself, by a choice that
    the compiler merges into the update, so it works in the middle of
    `steps_per_execution` and costs no copy to the host.
    """

    def __init__(self, model: keras.Model) -> None:
        if not model.built:
            raise ValueError(
                "`stop_on_nonfinite` needs a model that is built. Begin it "
                "with `keras.Input`, or call it once before `fit`. "
                f"Received: {model}"
            )
        if model.distribute_strategy.num_replicas_in_sync > 1:
            raise NotImplementedError(
                "`stop_on_nonfinite` works on one device. "
                f"Received: {model.distribute_strategy}"
            )
        if not model.optimizer.built:
            model.optimizer.build(model.trainable_variables)
        self.model = model
        self.train_step = model.train_step
        self.places: list[str] = []
        # The number of good steps, then the place of the first bad value.
        self.steps = tf.Variable(0, dtype=tf.int64)
        self.place = tf.Variable(-1, dtype=tf.int64)

    def step(self, data: Any) -> Any:
        """The train step; without effect if something is not finite."""
        model = self.model
        state = {
            id(variable): variable
            for variable in (
                *model.variables,
                *model.metrics_variables,
                *model.optimizer.variables,
            )
        }.values()
        before = [tf.identity(variable.value) for variable in state]
        losses = []
        track = model._track

        def track_loss(loss: tf.Tensor, x: Any) -> None:
            losses.append(loss)
            track(loss, x)

        model.__dict__["_track"] = track_loss
        try:
            with recorded_calls(model) as calls:
                logs = self.train_step(data)
        finally:
            del model.__dict__["_track"]

        x, _, _ = keras.utils.unpack_x_y_sample_weight(data)
        found = {"the mini-batch": x}
        for number, (layer, _, outputs) in enumerate(calls):
            # The number keeps the calls of a shared layer apart.
            found[f"the output of layer {layer.name!r} (call {number})"] = (
                outputs
            )
        found["the loss"] = losses
        for weight in model.weights:
            found[f"the update of {weight.path!r}"] = weight.value
        self.places = list(found)
        finite = tf.stack([_all_finite(values) for values in found.values()])
        good = tf.reduce_all(finite) & (self.place < 0)
        first = tf.argmin(tf.cast(finite, tf.int32))
        self.place.assign(tf.where(good | (self.place >= 0), self.place, first))
        self.steps.assign_add(tf.cast(good, tf.int64))
        for variable, old in zip(state, before, strict=True):
            variable.assign(tf.where(good, variable.value, old))
        return logs

    def check(self) -> None:
        """Stop the training, and say why, if a step was taken back."""
        place = int(self.place)
        if place >= 0:
            self.model.stop_training = True
            warnings.warn(
                f"Training stopped at step {int(self.steps)} (from 0): not "
                f"finite, first in {self.places[place]}. The weights are "
                "those from before this step.",
                RuntimeWarning,
                stacklevel=2,
            )
            self.place.assign(-1)


def _all_finite(values: Any) -> tf.Tensor:
    flags = [
        tf.reduce_all(tf.math.is_finite(value))
        for value in keras.tree.flatten(values)
        if value is not None and tf.as_dtype(value.dtype).is_floating
    ]
    return tf.reduce_all(tf.stack(flags)) if flags else tf.constant(True)
