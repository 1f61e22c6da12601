"""How the weight matrices are pushed: gradients and updates."""

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np

from keras_activations import compat
from keras_activations.backends import module_of
from keras_activations.instrumentation.notes import Update
from keras_activations.instrumentation.parameters import (
    is_matrix,
    learned_parameters,
    matrix_names,
)
from keras_activations.instrumentation.step import Step
from keras_activations.instrumentation.totals import Totals
from keras_activations.statistics.gradients import ENTRIES, reduce_gradient

ops = module_of("keras_activations.statistics.operations")

# Layer, name and shape of a weight matrix, see `matrix_names`.
Matrix = tuple[str, str, tuple[int, ...]]


def matrix_updates(model: Any, step: Step) -> list[Update]:
    """The updates of the matrices in a step.

    Learned parameters have one value per channel or element: no incoming
    weights.
    """
    learned = {
        id(alpha) for alpha in learned_parameters(compat.layers_of(model))
    }
    return [
        each
        for each in step.updates
        if is_matrix(each.variable) and id(each.variable) not in learned
    ]


def matrix_keys(model: Any, updates: Sequence[Update]) -> Iterator[Matrix]:
    """What identifies the matrix of each update."""
    names = matrix_names(model)
    for update in updates:
        path = update.variable.path
        unknown = path.rpartition("/")[0], path
        known = names.get(id(update.variable), unknown)
        yield (*known, tuple(update.variable.shape))


class WeightUpdates:
    """Adds up `ENTRIES` for each weight matrix."""

    def __init__(self, model: Any) -> None:
        self._model = model
        self._entries = Totals(model)

    def add(self, step: Step) -> None:
        """Adds a step."""
        updates = matrix_updates(self._model, step)
        if not updates:
            return
        layers = compat.layers_of(self._model)
        # The kernel of a transposed convolution has its output axis before its
        # input axis.
        turned = {
            id(compat.kernel(layer))
            for layer in layers
            if "Transpose" in type(layer).__name__
            and compat.kernel(layer) is not None
        }
        # A step may update a variable several times: the value after one
        # update is that before the next.
        after: dict[int, Any] = {}
        entries = []
        for update in reversed(updates):
            variable = update.variable
            now = after.get(id(variable))
            if now is None:
                now = update.after
            if now is None:
                now = ops.value_of(variable)
            entries.append(
                reduce_gradient(
                    ops.across_replicas(update.gradient),
                    update.before,
                    now,
                    -2 if id(variable) in turned else -1,
                )
            )
            after[id(variable)] = update.before
        entries.reverse()
        key = tuple(matrix_keys(self._model, updates))
        flat = ops.cast(ops.concat(entries, 0), "float64")
        self._entries.of(key, flat.shape).assign_add(flat)

    def take(self) -> dict[Matrix, np.ndarray]:
        """The sums of `ENTRIES` since the last time, by matrix."""
        found: dict[Any, Any] = {}
        for matrices, total in self._entries.take():
            rows = total.reshape(len(matrices), len(ENTRIES))
            for matrix, row in zip(matrices, rows, strict=True):
                found[matrix] = found.get(matrix, 0) + row
        return found
