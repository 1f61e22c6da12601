"""How many directions the outputs of a layer use."""

from typing import Any

from keras_activations.backends import module_of
from keras_activations.instrumentation.step import Step
from keras_activations.instrumentation.totals import Totals
from keras_activations.statistics.rank import effective_rank
from keras_activations.statistics.sums import spread_mask, units_last

ops = module_of("keras_activations.statistics.operations")

# The products of all pairs of units are kept: 8 MiB of float64 for this many.
MOST_UNITS = 1024


class EffectiveRank:
    """Adds up the products of the outputs of each pair of units of a row."""

    def __init__(self, model: Any) -> None:
        self._products = Totals(model)

    def add(self, step: Step) -> None:
        """Adds a step."""
        for site, calls in step.sites:
            if site.units > MOST_UNITS:
                continue
            products = []
            for call in calls:
                a = ops.cast(call.measured, "float32")
                a = units_last(a, site.unit_axis)
                counted = ops.is_finite(a)
                if call.mask is not None:
                    counted &= spread_mask(call.mask, a)
                a = ops.where(counted, a, 0.0)
                products.append(ops.matmul(a, a, transpose_a=True))
            total = ops.across_replicas(ops.add_up(products))
            total = ops.cast(total, "float64")
            self._products.of((site.name,), total.shape).assign_add(total)

    def take(self) -> dict[str, dict[str, float]]:
        """`effective_rank` since the last time, by name of the row."""
        return {
            name: {"effective_rank": effective_rank(products)}
            for (name,), products in self._products.take()
            if products.any()
        }
