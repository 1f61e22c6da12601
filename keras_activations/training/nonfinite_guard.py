"""Stop before a loss that is not finite spoils the weights."""

import warnings
from typing import Any

import keras
import tensorflow as tf

from keras_activations.replacing import replaced
from keras_activations.training.tracing.recorded_calls import recorded_calls
from keras_activations.training.training_state import training_state


class NonfiniteGuard:
    """Runs the train step of a model, and undoes a bad one.

    The state of the model is restored in the graph itself, by a selection that
    the compiler merges into the update, so this works in the middle of
    `steps_per_execution` and needs no copy to the host.
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
        self.model = model
        self.train_step = model.train_step
        self.places: list[str] = []
        self.harmless: dict[int, tf.Variable] = {}
        # The index of the place of the first bad value; -1: none.
        self.place = tf.Variable(-1, dtype=tf.int64)

    def step(self, data: Any) -> Any:
        """The train step; it has no effect if something is not finite."""
        model = self.model
        state = training_state(model)
        before = [tf.identity(variable.value) for variable in state]
        tracked: dict[str, Any] = {"x": None, "loss": None}
        track = model._track

        def track_loss(loss: tf.Tensor, x: Any) -> None:
            tracked.update(x=x, loss=loss)
            track(loss, x)

        with (
            replaced(model, _track=track_loss),
            recorded_calls(model) as calls,
        ):
            logs = self.train_step(data)

        forward = {"the mini-batch": tracked["x"]}
        for number, (layer, outputs) in enumerate(calls):
            # The number distinguishes the calls of a shared layer.
            forward[f"the output of layer {layer.name!r} (call {number})"] = (
                outputs
            )
        forward["the loss"] = tracked["loss"]
        updates = {
            f"the update of {weight.path!r}": weight.value
            for weight in model.weights
        }
        self.places = [*forward, *updates]
        finite = tf.stack(
            [_all_finite(values) for values in (forward | updates).values()]
        )
        # Only the loss and the weights decide. A layer may output an infinity
        # that does no harm, such as a mask before a softmax, and is not blamed
        # if it did so in a good step.
        forward_finite = finite[: len(forward)]
        updates_finite = finite[len(forward) :]
        loss_finite = forward_finite[-1]
        running = self.place < 0
        good = running & loss_finite & tf.reduce_all(updates_finite)
        harmless = self._harmless(len(forward))
        innocent = forward_finite | loss_finite | harmless
        first = tf.argmin(
            tf.cast(tf.concat([innocent, updates_finite], 0), tf.int32)
        )
        harmless.assign(harmless | (good & ~forward_finite))
        self.place.assign(tf.where(good | ~running, self.place, first))
        # The metrics include the bad step: otherwise the mean loss of an epoch
        # without a good step would be 0, the best possible value.
        metrics = {id(variable) for variable in model.metrics_variables}
        for variable, old in zip(state, before, strict=True):
            stays = running if id(variable) in metrics else good
            variable.assign(tf.where(stays, variable.value, old))
        return logs

    def _harmless(self, places: int) -> tf.Variable:
        """Which places were not finite in some good step."""
        if places not in self.harmless:
            with tf.init_scope():
                self.harmless[places] = tf.Variable(tf.zeros(places, tf.bool))
        return self.harmless[places]

    def check(self) -> None:
        """Stop the training, and say why, if a step was undone."""
        place = int(self.place)
        if place >= 0:
            self.model.stop_training = True
            warnings.warn(
                "Training stopped at step "
                f"{int(self.model.optimizer.iterations)} (that is "
                "`optimizer.iterations`): not finite, first in "
                f"{self.places[place]}. The weights are those from before "
                "this step.",
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
