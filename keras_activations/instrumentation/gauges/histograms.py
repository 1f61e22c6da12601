"""Histograms of the outputs, in bins that are fixed."""

from typing import Any

import numpy as np

from keras_activations.backends import module_of
from keras_activations.instrumentation.step import Step
from keras_activations.instrumentation.totals import Totals
from keras_activations.statistics.bins import BINS, count_bins

ops = module_of("keras_activations.statistics.operations")


class Histograms:
    """Counts the outputs of each row that are not zero."""

    def __init__(self, model: Any) -> None:
        self._counts = Totals(model)

    def add(self, step: Step) -> None:
        """Adds a step."""
        if not step.sites:
            return
        counts = [
            sum(
                count_bins(call.measured, call.mask, site.unit_axis)
                for call in calls
            )
            for site, calls in step.sites
        ]
        key = tuple(site.name for site, _ in step.sites)
        stacked = ops.across_replicas(ops.concat(counts, 0))
        stacked = ops.cast(stacked, "float64")
        self._counts.of(key, stacked.shape).assign_add(stacked)

    def take(self) -> dict[str, np.ndarray]:
        """The counts of the bins since the last time, by name of the row."""
        found: dict[str, Any] = {}
        for names, total in self._counts.take():
            for name, row in zip(
                names, total.reshape(len(names), BINS), strict=True
            ):
                found[name] = found.get(name, 0) + row
        return {name: row for name, row in found.items() if row.any()}
