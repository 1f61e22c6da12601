"""Samples of what a model is given, in the shapes that it is given."""

import math
from typing import Any

import keras
import numpy as np

from keras_activations.backends import module_of
from keras_activations.instrumentation.gauges.occasions import Occasion
from keras_activations.instrumentation.step import Step
from keras_activations.instrumentation.totals import Totals, when

ops = module_of("keras_activations.statistics.operations")

# So many samples at most, and so many numbers of each input.
_MOST = 256
_MOST_NUMBERS = 2**22


class Probe:
    """Keeps the latest samples of the mini-batches 1, 2, 4, 8, ... of a window.

    Only of those: to copy each mini-batch would take too long.
    """

    def __init__(self, model: Any) -> None:
        self._kept = Totals(model)
        # What Python has kept of steps that XLA does not compile.
        self._arrays: list[np.ndarray] = []
        self._structure: Any = None

    def add(self, step: Step) -> None:
        """Adds a step that XLA compiles.

        Raises:
            ValueError: If the model is given something that cannot be kept:
                no tensor of a known shape.
        """
        inputs, rows = self._inputs(step)
        variables = [
            self._kept.of(("input", n), [rows, *x.shape[1:]], x.dtype)
            for n, x in enumerate(inputs)
        ]
        count = self._kept.of("count", [], "int64")

        def keep() -> None:
            for variable, tensor in zip(variables, inputs, strict=True):
                both = ops.concat([variable.read_value(), tensor], 0)
                variable.assign(both[-rows:])
            count.assign_add(ops.cast(ops.length(inputs[0]), "int64"))

        due = ops.is_power_of_two(step.batch)
        when(due, keep, [*variables, count])

    def occasion(self, step: Step) -> Occasion:
        """The same of a step that XLA does not compile.

        Raises:
            ValueError: As `add` does.
        """
        inputs, rows = self._inputs(step)

        def keep(*values: Any) -> None:
            found = [value.numpy()[-rows:] for value in values]
            before = self._arrays or [each[:0] for each in found]
            both = zip(before, found, strict=True)
            self._arrays = [np.concatenate(each)[-rows:] for each in both]

        return Occasion(ops.is_power_of_two(step.batch), inputs, keep)

    def _inputs(self, step: Step) -> tuple[list[Any], int]:
        """What the model is given, and how many samples of it are kept."""
        inputs = keras.tree.flatten(step.inputs)
        if not inputs:
            raise ValueError("the model was not called by its train step")
        for tensor in inputs:
            if (
                not ops.is_dense(tensor)
                or None in ops.sizes(tensor)[1:]
                or not ops.is_number(tensor)
            ):
                raise ValueError(f"the model is given {tensor!r}")
        self._structure = keras.tree.map_structure(lambda _: None, step.inputs)
        sizes = [math.prod(tensor.shape[1:]) for tensor in inputs]
        return inputs, max(min(_MOST, _MOST_NUMBERS // max(*sizes, 1)), 1)

    def read(self) -> Any:
        """The samples, in the structure of the inputs; `None` without any."""
        found = dict(self._kept.read())
        count = int(found.pop("count", 0))
        parts = self._arrays
        if count:
            parts = [found["input", n][-count:] for n in range(len(found))]
        if not parts:
            return None
        return keras.tree.pack_sequence_as(self._structure, parts)

    def take(self) -> dict[Any, Any]:
        """Nothing: the samples stay until there are later ones."""
        return {}
