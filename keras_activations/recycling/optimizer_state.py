"""What an optimizer remembers of each weight, and what it is for a new unit.

The momentum of a unit that is replaced belongs to the old one. Its second
moment cannot start at 0 as in a new training: Adam divides by its root, and its
correction for the first steps counts the steps of all weights together, so the
first steps of the new unit would be (1 - beta_1) / sqrt(1 - beta_2), or 3.2,
times too long, and it would die again.
"""

from collections.abc import Iterator
from typing import Any

import keras
import numpy as np

from keras_activations import compat
from keras_activations.instrumentation import reading

Variable = Any

# What the lists of Keras's optimizers hold, by their attribute.
_ROLES = {
    "momentums": "mean",
    "_momentums": "mean",
    "_m": "mean",
    "_average_gradients": "mean",
    "_accumulated_gradients": "mean",
    "_velocities": "square",
    "adam_velocities": "square",
    "_velocity_hats": "square",
    "_u": "square",
    "_v": "square",
    "_accumulators": "square",
    "_accumulated_grads": "square",
    "_accumulated_delta_vars": "square",
    "_model_variables_moving_average": "average",
    "_linears": "linear",
}

MOMENTS = ("median", "zero", "keep")


class State:
    """One variable of an optimizer, that belongs to one weight.

    Args:
        variable: The variable, which has the shape of the weight.
        role: `"mean"`: of gradients; `"square"`: of their squares, or another
            measure of their size; `"average"`: of the weight itself;
            `"linear"`: the sum from which Ftrl computes the weight.
        optimizer: The optimizer that has it.
    """

    def __init__(self, variable: Variable, role: str, optimizer: Any) -> None:
        self.variable = variable
        self.role = role
        self._optimizer = optimizer

    @property
    def fresh(self) -> float:
        """Its value before the first step."""
        if self.role != "square":
            return 0.0
        # Of Adagrad and Ftrl.
        return float(getattr(self._optimizer, "initial_accumulator_value", 0.0))

    def linear(self, weight: np.ndarray, square: np.ndarray) -> np.ndarray:
        """The sum for which Ftrl keeps a weight as it is.

        Each step computes the weight anew from this sum and that of the
        squares, and would forget another one (McMahan et al., 2013, "Ad click
        prediction: a view from the trenches", algorithm 1).
        """
        own = self._optimizer
        rate = reading.number(own.learning_rate)
        quadratic = square ** (-own.learning_rate_power) / rate
        quadratic += 2 * own.l2_regularization_strength + own.beta / rate
        sign = np.sign(weight) * own.l1_regularization_strength
        return -weight * quadratic - sign


def states(optimizer: Any, weight: Variable) -> Iterator[State]:
    """The variables of an optimizer that belong to a weight.

    Args:
        optimizer: An optimizer of Keras, or `None`.
        weight: The weight.
    """
    for own in _parts(optimizer):
        try:
            index = compat.variable_index(own, weight)
        except (AttributeError, KeyError):
            continue  # not built, or the weight is another's
        roles = _ROLES
        if isinstance(own, _SCHEDULE_FREE):
            # There, the momentum is the weight without averaging.
            roles = {**_ROLES, "_momentums": "average"}
        for attribute, role in roles.items():
            found = getattr(own, attribute, None)
            if not isinstance(found, list) or index >= len(found):
                continue
            variable = found[index]
            if getattr(variable, "shape", None) == weight.shape:
                yield State(variable, role, own)


_SCHEDULE_FREE = tuple(
    getattr(keras.optimizers, name)
    for name in ("ScheduleFreeAdamW",)
    if hasattr(keras.optimizers, name)
)


def _parts(optimizer: Any) -> Iterator[Any]:
    """An optimizer, and those inside it."""
    if optimizer is None:
        return
    yield optimizer
    inner = getattr(optimizer, "inner_optimizer", None)
    for each in [inner, *getattr(optimizer, "optimizers", ())]:
        if isinstance(each, keras.optimizers.Optimizer):
            yield from _parts(each)
