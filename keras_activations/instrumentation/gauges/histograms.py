"""Histograms of the outputs or the inputs, in bins that are fixed."""

from typing import Any

import numpy as np

from keras_activations.backends import module_of
from keras_activations.instrumentation.apart import anew
from keras_activations.instrumentation.notes import Call
from keras_activations.instrumentation.step import Step
from keras_activations.instrumentation.totals import Totals
from keras_activations.statistics.bins import BINS, count_bins

ops = module_of("keras_activations.statistics.operations")


class Histograms:
    """Counts the outputs of each row that are not zero.

    Args:
        model: The model.
        inputs: Whether to count the inputs of the activations instead, where
            they are tensors of the same shape.
    """

    def __init__(self, model: Any, inputs: bool = False) -> None:
        self._counts = Totals(model)
        self._inputs = inputs

    def add(self, step: Step) -> None:
        """Adds a step."""
        sites = [
            (site, calls)
            for site, calls in step.sites
            if not self._inputs or all(map(_has_input, calls))
        ]
        if not sites:
            return
        counts = [
            sum(
                count_bins(
                    self._counted(call, step.compiled),
                    call.mask,
                    site.unit_axis,
                )
                for call in calls
            )
            for site, calls in sites
        ]
        key = tuple(site.name for site, _ in sites)
        stacked = ops.across_replicas(ops.concat(counts, 0))
        stacked = ops.cast(stacked, "float64")
        self._counts.of(key, stacked.shape).assign_add(stacked)

    def _counted(self, call: Call, compiled: bool) -> Any:
        if not self._inputs:
            return call.measured
        return call.given if compiled else anew(call.given)

    def take(self) -> dict[str, np.ndarray]:
        """The counts of the bins since the last time, by name of the row."""
        found: dict[str, Any] = {}
        for names, total in self._counts.take():
            for name, row in zip(
                names, total.reshape(len(names), BINS), strict=True
            ):
                found[name] = found.get(name, 0) + row
        return {name: row for name, row in found.items() if row.any()}


def _has_input(call: Call) -> bool:
    given = call.given
    return given is not None and given.shape == call.a.shape
