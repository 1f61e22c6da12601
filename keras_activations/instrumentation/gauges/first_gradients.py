"""The gradients of the first steps, which tell how a training begins."""

from typing import Any

import numpy as np

from keras_activations.backends import module_of
from keras_activations.instrumentation.gauges.occasions import Occasion
from keras_activations.instrumentation.gauges.weight_updates import (
    Matrix,
    matrix_keys,
    matrix_updates,
)
from keras_activations.instrumentation.step import Step
from keras_activations.instrumentation.totals import Totals

ops = module_of("keras_activations.statistics.operations")

FIRST_STEPS = 10


class FirstGradients:
    """Adds up the gradient norms of each matrix, in the first steps alone."""

    def __init__(self, model: Any) -> None:
        self._model = model
        self._norms = Totals(model)
        self._steps = Totals(model)
        # What Python has added up of steps that XLA does not compile.
        self._sums: dict[tuple[Matrix, ...], np.ndarray] = {}

    def add(self, step: Step) -> None:
        """Adds a step that XLA compiles."""
        updates = matrix_updates(self._model, step)
        if not updates:
            return
        key = tuple(matrix_keys(self._model, updates))
        total = self._norms.of(key, [len(key) + 1])

        def norms() -> Any:
            # Keras divides the loss of each replica by their number.
            found = _norms(*(update.gradient for update in updates))
            found *= ops.number_of_replicas()
            return ops.concat([found, ops.ones([1], found.dtype)], 0)

        early = total[-1] < FIRST_STEPS
        nothing = ops.zeros([len(key) + 1], "float64")
        total.assign_add(ops.cond(early, norms, lambda: nothing))

    def occasion(self, step: Step) -> Occasion | None:
        """The same of a step that XLA does not compile."""
        updates = matrix_updates(self._model, step)
        if not updates:
            return None
        key = tuple(matrix_keys(self._model, updates))
        steps = self._steps.of(key, [], "int64")
        early = steps.read_value() < FIRST_STEPS
        steps.assign_add(1)
        replicas = ops.number_of_replicas()

        def keep(*gradients: Any) -> None:
            found = np.append(_norms(*gradients) * replicas, 1.0)
            self._sums[key] = self._sums.get(key, 0) + found

        return Occasion(early, [update.gradient for update in updates], keep)

    def read(self) -> dict[Matrix, float]:
        """The mean norm, by layer, name and shape of the matrix."""
        found: dict[Matrix, float] = {}
        for matrices, total in (*self._norms.read(), *self._sums.items()):
            *norms, steps = total
            if steps:
                means = np.asarray(norms) / steps
                found |= dict(zip(matrices, means.tolist(), strict=True))
        return found

    def clear(self) -> None:
        """Forgets everything."""
        self._sums.clear()
        for totals in self._norms, self._steps:
            totals.clear()


def _norms(*gradients: Any) -> Any:
    squares = [ops.squared_norm(ops.cast(g, "float32")) for g in gradients]
    return ops.sqrt(ops.cast(ops.stack(squares), "float64"))
