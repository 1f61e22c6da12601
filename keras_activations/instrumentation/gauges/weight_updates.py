"""How the weight matrices are pushed: gradients and updates."""

from typing import Any

import numpy as np
import tensorflow as tf

from keras_activations.instrumentation.parameters import matrix_names
from keras_activations.instrumentation.step import Step, across_replicas
from keras_activations.instrumentation.totals import Totals
from keras_activations.statistics.gradients import ENTRIES, reduce_gradient


class WeightUpdates:
    """Adds up `ENTRIES` for each weight matrix."""

    def __init__(self, model: Any) -> None:
        self._model = model
        self._entries = Totals(model)

    def add(self, step: Step) -> None:
        """Adds a step."""
        if not step.updates:
            return
        # A step may update a variable several times: the value after one
        # update is that before the next.
        after: dict[int, Any] = {}
        entries = []
        for update in reversed(step.updates):
            variable = update.variable
            now = after.get(id(variable))
            if now is None:
                now = tf.convert_to_tensor(variable.value)
            entries.append(
                reduce_gradient(
                    across_replicas(update.gradient),
                    update.before,
                    now,
                    update.unit_axis,
                )
            )
            after[id(variable)] = update.before
        entries.reverse()
        names = matrix_names(self._model)
        key = []
        for update in step.updates:
            path = update.variable.path
            unknown = path.rpartition("/")[0], path
            known = names.get(id(update.variable), unknown)
            key.append((*known, tuple(update.variable.shape)))
        flat = tf.cast(tf.concat(entries, 0), tf.float64)
        self._entries.of(tuple(key), flat.shape).assign_add(flat)

    def take(self) -> dict[tuple[str, str, tuple[int, ...]], np.ndarray]:
        """The sums of `ENTRIES` since the last time.

        By layer, name and shape of the matrix, see `matrix_names`.
        """
        found: dict[Any, Any] = {}
        for matrices, total in self._entries.take():
            rows = total.reshape(len(matrices), len(ENTRIES))
            for matrix, row in zip(matrices, rows, strict=True):
                found[matrix] = found.get(matrix, 0) + row
        return found
