"""Runs a model's own training or test step, watched."""

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import tensorflow as tf

from keras_activations.instrumentation.collecting import Call, Collector
from keras_activations.instrumentation.selection import Probe
from keras_activations.statistics.health import Sums
from keras_activations.statistics.sums import ROWS, reduce_call

Tensor = Any


class Watch:
    """Watches one kind of step of a model for the length of a fit.

    Before a step that is to be watched, `arm` puts a function in the place
    of the model's own train function. When Keras calls it, it first puts the
    model's own back, so that nothing is left whatever happens in the step,
    then runs the same step with the statistics in it: the model's own
    `train_step`, traced while the activations are being noted, followed by
    their reduction to sums per unit, which are added to one variable.

    Args:
        model: The model.
        probes: The activations to watch.
        phase: `"train"` or `"test"`.
    """

    def __init__(
        self, model: Any, probes: Sequence[Probe], phase: str = "train"
    ) -> None:
        self._model = model
        self._probes = list(probes)
        self._phase = phase
        self._collector = Collector(probes)
        self._function: Callable[[Any], Any] | None = None
        self._units: dict[str, int] | None = None
        self._totals: tf.Variable | None = None

    def arm(self, after: Callable[[], None] | None = None) -> None:
        """Has the next step watched; `after` is called when it is done."""
        attribute = f"{self._phase}_function"
        own = vars(self._model)[attribute]
        if self._function is None:
            self._function = self._make_function()
        function = self._function

        def watched_step(iterator: Any) -> Any:
            vars(self._model)[attribute] = own
            logs = function(iterator)
            if after is not None:
                after()
            return logs

        vars(self._model)[attribute] = watched_step

    def _make_function(self) -> Callable[[Any], Any]:
        """The model's own train function, made of a watched step."""
        attributes = vars(self._model)
        step_name = f"{self._phase}_step"
        function_name = f"{self._phase}_function"
        own_function = attributes[function_name]
        step_before = attributes.get(step_name)
        attributes[step_name] = self._watched(getattr(self._model, step_name))
        try:
            getattr(self._model, f"make_{function_name}")(force=True)
            return attributes[function_name]
        finally:
            attributes[function_name] = own_function
            if step_before is None:
                del attributes[step_name]
            else:
                attributes[step_name] = step_before

    def _watched(self, step: Callable[[Any], Any]) -> Callable[[Any], Any]:
        def watched(data: Any) -> Any:
            with self._collector.collecting() as calls:
                logs = step(data)
            # After the step, not between its operations: the graph up to
            # here is the one of the step alone, down to the numbering from
            # which TensorFlow derives the seeds of its random operations.
            self._add(calls)
            return logs

        return watched

    def _add(self, calls: list[Call]) -> None:
        sums: dict[str, Tensor] = {}
        for call in calls:
            reduced = reduce_call(
                call.probe.kind,
                call.activation,
                call.z,
                call.a,
                call.mask,
                call.probe.unit_axis,
            )
            name = call.probe.name
            sums[name] = sums[name] + reduced if name in sums else reduced
        if self._units is None:
            self._units = {name: s.shape[1] for name, s in sums.items()}
        step = tf.concat([tf.reshape(s, [-1]) for s in sums.values()], 0)
        replica = tf.distribute.get_replica_context()
        if replica is not None and replica.num_replicas_in_sync > 1:
            # A unit is dead in a mini-batch if it is dead in all its parts.
            step = replica.all_reduce(tf.distribute.ReduceOp.SUM, step)
        parts = [tf.cast(step, tf.float64), tf.ones([1], tf.float64)]
        offset = 0
        for units in self._units.values():
            fired = step[offset + ROWS.index("fired") * units :][:units]
            parts.append(tf.cast(fired == 0, tf.float64))
            offset += len(ROWS) * units
        total = tf.concat(parts, 0)
        self._variable(total.shape).assign_add(total)

    def _variable(self, shape: Any) -> tf.Variable:
        if self._totals is not None:
            return self._totals

        def create(_: Any = None) -> None:
            with tf.init_scope():
                self._totals = tf.Variable(
                    tf.zeros(shape, tf.float64),
                    trainable=False,
                    synchronization=tf.VariableSynchronization.ON_READ,
                    aggregation=tf.VariableAggregation.ONLY_FIRST_REPLICA,
                )

        replica = tf.distribute.get_replica_context()
        if replica is not None and replica.num_replicas_in_sync > 1:
            replica.merge_call(create)
        else:
            create()
        return self._totals

    def take(self) -> dict[str, Sums]:
        """The sums since the last time, by name of the layer."""
        if self._totals is None or self._units is None:
            return {}
        local = tf.distribute.get_strategy().experimental_local_results
        components = local(self._totals)
        flat = components[0].numpy()
        for component in components:
            component.assign(np.zeros_like(flat))
        rows = len(ROWS)
        size = sum(self._units.values())
        batches = flat[rows * size]
        found = {}
        offset = 0
        for name, units in self._units.items():
            dead = flat[rows * size + 1 + offset :][:units]
            block = flat[rows * offset :][: rows * units]
            found[name] = Sums(block.reshape(rows, units), batches, dead)
            offset += units
        return found if batches else {}
