"""How the weight matrices change in the first steps of a training.

The matrices are read between the steps, so that nothing is added to the steps
and it does not matter what an optimizer does. Of each matrix, only a part is
read: the incoming weights of all units from some of the inputs.
"""

import math
from typing import Any

import numpy as np

from keras_activations import compat
from keras_activations.instrumentation.gauges.first_gradients import (
    FIRST_STEPS,
)
from keras_activations.instrumentation.gauges.weight_updates import Matrix
from keras_activations.instrumentation.parameters import (
    learned_parameters,
    matrix_names,
)
from keras_activations.instrumentation.reading import (
    part_of_matrix,
    up_to_date,
)
from keras_activations.statistics.symmetry import equal_units

# Numbers that are read of a matrix.
_MOST = 2**16


class FirstSteps:
    """The changes of the weight matrices in the first steps.

    Args:
        model: The model.
    """

    def __init__(self, model: Any) -> None:
        self._model = model
        self._born: dict[Matrix, np.ndarray] = {}
        self._gains: dict[Matrix, float] = {}
        self._latest: dict[Matrix, np.ndarray] = {}
        self._ratios: dict[Matrix, list[float]] = {}
        self._looks = 0
        self._step = -1
        self._constrained: set[Matrix] = set()
        self._rows: dict[Matrix, dict[str, Any]] | None = None

    def look(self, step: int) -> None:
        """Reads the matrices: before the first step, and between steps.

        Args:
            step: How many steps have been made.
        """
        if self._looks > FIRST_STEPS or step == self._step:
            return
        self._step = step
        self._rows = None
        now = dict(self._matrices())
        for key, before in self._latest.items():
            size = _norm(before)
            if key in now and size:
                with np.errstate(invalid="ignore"):  # Inf - Inf
                    ratio = _norm(now[key] - before) / size
                # Once a weight is NaN, all that follows is.
                if math.isfinite(ratio):
                    self._ratios.setdefault(key, []).append(ratio)
        if not self._looks:
            self._born = now
            self._gains = {
                key: _gain(matrix, key[-1]) for key, matrix in now.items()
            }
        self._latest = now
        self._looks += 1

    def rows(self) -> dict[Matrix, dict[str, Any]]:
        """What the first steps have shown.

        Returns:
            By matrix, `update_ratio`, the mean over the steps of |dw| / |w|,
            see `statistics.gradients` (a matrix of zeros has none);
            `equal_units`; whether it `changed`; whether it is `constrained`;
            and its `gain` before the first step: by how much it multiplies the
            deviation of independent inputs, the square root of their number
            times the rms of the weights.
        """
        if self._rows is not None:
            return self._rows
        found: dict[Matrix, dict[str, Any]] = {}
        for key, born in self._born.items():
            row = found[key] = {
                "gain": self._gains[key],
                "constrained": key in self._constrained,
            }
            if self._ratios.get(key):
                row["update_ratio"] = float(np.mean(self._ratios[key]))
            if self._looks > 1 and key in self._latest:
                row["changed"] = bool((self._latest[key] != born).any())
                share = equal_units(born, self._latest[key])
                if share is not None:
                    row["equal_units"] = share
        self._rows = found
        return found

    def _matrices(self) -> Any:
        learned = {
            id(alpha)
            for alpha in learned_parameters(compat.layers_of(self._model))
        }
        names = matrix_names(self._model)
        for variable in up_to_date(self._model).trainable_variables:
            name = names.get(id(variable))
            if name is None or id(variable) in learned:
                continue
            *incoming, units = variable.shape
            inputs = int(np.prod(incoming))
            apart = -(-inputs * units // _MOST)
            part = part_of_matrix(variable, inputs, apart)
            key = (*name, tuple(variable.shape))
            if getattr(variable, "constraint", None) is not None:
                self._constrained.add(key)
            yield key, part


def _norm(matrix: np.ndarray) -> float:
    flat = matrix.ravel()
    with np.errstate(over="ignore", invalid="ignore"):
        square = float(np.dot(flat, flat))
    # The squares of very large and very small weights do not fit into float32.
    # For all others, float64 would take five times as long.
    if not 1e-20 < square < 1e30:
        return float(np.linalg.norm(flat.astype("float64")))
    return math.sqrt(square)


def _gain(matrix: np.ndarray, shape: tuple[int, ...]) -> float:
    rms = _norm(matrix) / math.sqrt(matrix.size)
    return math.sqrt(math.prod(shape[:-1])) * rms
