"""Stop before a loss that is not finite spoils the weights, on TensorFlow."""

from typing import Any

import keras
import tensorflow as tf

from keras_activations.training.nonfinite_guard.failures import stop
from keras_activations.training.parts import place_of_call, unpacked
from keras_activations.training.recorded_step import own_step, recorded_step
from keras_activations.training.written_state import WrittenState


class NonfiniteGuard:
    """Runs the train step of a model, and undoes a bad one.

    The state of the model is restored in the graph itself, by a selection that
    the compiler merges into the update, so this works in the middle of
    `steps_per_execution` and needs no copy to the host.
    """

    def __init__(self, model: keras.Model) -> None:
        if model.distribute_strategy.num_replicas_in_sync > 1:
            raise NotImplementedError(
                "`stop_on_nonfinite` works on one device. "
                f"Received: {model.distribute_strategy}"
            )
        self.model = model
        self.train_step = own_step(model)
        self.places: list[str] = []
        self.harmless: dict[int, tf.Variable] = {}
        # The index of the place of the first bad value; -1: none.
        self.place = tf.Variable(-1, dtype=tf.int64)
        self.steps = tf.Variable(0, dtype=tf.int64)
        self.state: WrittenState | None = None

    def step(self, data: Any) -> Any:
        """The train step; it has no effect if something is not finite."""
        model = self.model
        # Each trace has a state of its own. Without a trace, the first step
        # tells.
        if self.state is None or not tf.executing_eagerly():
            self.state = WrittenState(model, self.train_step, data)
        before = self.state.read()
        with recorded_step(model) as recorded:
            logs = self.train_step(data)

        x, y, sample_weight = unpacked(data)
        forward = {
            "the mini-batch": x,
            "the targets": y,
            "the sample weights": sample_weight,
        }
        for number, (layer, outputs) in enumerate(recorded.calls):
            forward[place_of_call(layer, number)] = outputs
        forward["the loss"] = [each.loss for each in recorded.passes]
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
        self.steps.assign_add(tf.cast(good, tf.int64))
        # The metrics include the bad step: otherwise the mean loss of an epoch
        # without a good step would be 0, the best possible value.
        metrics = {id(metric.value) for metric in model.metrics_variables}
        after = self.state.read()
        self.state.write(
            [
                tf.where(running if id(variable) in metrics else good, new, old)
                for variable, new, old in zip(
                    self.state.variables, after, before, strict=True
                )
            ]
        )
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
        if place < 0:
            return
        self.place.assign(-1)
        step, counted = int(self.steps), "counted since training was compiled"
        optimizer = self.model.optimizer
        written = {id(each) for each in getattr(self.state, "variables", ())}
        # A step of the user's own may use other optimizers.
        if optimizer is not None and id(optimizer.iterations.value) in written:
            step = int(optimizer.iterations)
            counted = "that is `optimizer.iterations`"
        stop(self.model, step, counted, self.places[place])


def _all_finite(structure: Any) -> tf.Tensor:
    flags = [
        tf.reduce_all(tf.math.is_finite(values))
        for values in map(_dense, keras.tree.flatten(structure))
        # A layer may return something else beside tensors.
        if tf.is_tensor(values) and values.dtype.is_floating
    ]
    return tf.reduce_all(tf.stack(flags)) if flags else tf.constant(True)


def _dense(leaf: Any) -> Any:
    if isinstance(leaf, tf.SparseTensor):
        return leaf.values
    return leaf.flat_values if isinstance(leaf, tf.RaggedTensor) else leaf
