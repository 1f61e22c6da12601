"""New values of variables, of which all are assigned, or none."""

from typing import Any

import numpy as np

from keras_activations.instrumentation.reading import value

Variable = Any


class Changes:
    """Collects new values, and assigns them all at once."""

    def __init__(self) -> None:
        self._found: dict[int, tuple[Variable, np.ndarray, np.ndarray]] = {}

    def of(self, variable: Variable) -> np.ndarray:
        """The flat new value of a variable, to be changed in place."""
        if id(variable) not in self._found:
            before = value(variable)
            self._found[id(variable)] = (
                variable,
                before,
                before.reshape(-1).copy(),
            )
        return self._found[id(variable)][2]

    def assign(self) -> None:
        """Assigns all of them.

        Raises:
            Exception: Whatever an assignment raises. Then all variables are
                as they were.
        """
        try:
            for variable, before, flat in self._found.values():
                variable.assign(flat.reshape(before.shape))
        except BaseException:
            self.undo()
            raise

    def undo(self) -> None:
        """Gives all variables the values back that they had."""
        for variable, before, _ in self._found.values():
            variable.assign(before)
