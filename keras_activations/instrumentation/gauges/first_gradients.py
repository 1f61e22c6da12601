"""The gradients of the first steps, which tell how a training begins."""

from typing import Any

import numpy as np
import tensorflow as tf

from keras_activations.instrumentation.gauges.weight_updates import (
    Matrix,
    matrix_keys,
    matrix_updates,
)
from keras_activations.instrumentation.step import Step
from keras_activations.instrumentation.totals import Totals

FIRST_STEPS = 10


class FirstGradients:
    """Adds up the gradient norms of each matrix, in the first steps alone."""

    def __init__(self, model: Any) -> None:
        self._model = model
        self._norms = Totals(model)

    def add(self, step: Step) -> None:
        """Adds a step."""
        updates = matrix_updates(self._model, step)
        if not updates:
            return
        key = tuple(matrix_keys(self._model, updates))
        total = self._norms.of(key, [len(key) + 1])

        def norms() -> Any:
            gradients = [update.gradient for update in updates]
            if step.compiled:
                found = _norms(*gradients)
            else:
                # An operation for each of them would make the first step of a
                # large network longer.
                found = tf.py_function(_norms, gradients, tf.float64)
            # Keras divides the loss of each replica by their number.
            found *= tf.distribute.get_strategy().num_replicas_in_sync
            return tf.concat(
                [tf.reshape(found, [len(key)]), tf.ones([1], tf.float64)], 0
            )

        early = total[-1] < FIRST_STEPS
        total.assign_add(tf.cond(early, norms, lambda: tf.zeros_like(total)))

    def read(self) -> dict[Matrix, float]:
        """The mean norm, by layer, name and shape of the matrix."""
        found: dict[Matrix, float] = {}
        for matrices, total in self._norms.read():
            *norms, steps = total
            if steps:
                means = np.asarray(norms) / steps
                found |= dict(zip(matrices, means.tolist(), strict=True))
        return found

    def clear(self) -> None:
        """Forgets everything."""
        self._norms.clear()


def _norms(*gradients: Any) -> Any:
    halves = [tf.nn.l2_loss(tf.cast(each, tf.float32)) for each in gradients]
    return tf.sqrt(2.0 * tf.cast(tf.stack(halves), tf.float64))
