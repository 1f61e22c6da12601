"""What a watched step has shown, as the gauges read it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from keras_activations.instrumentation.ends import NO_ENDS, Ends
from keras_activations.instrumentation.notes import Call, Update
from keras_activations.instrumentation.sites import Site

Tensor = Any


@dataclass(frozen=True, eq=False)
class Step:
    """A step of training or testing.

    Args:
        sites: The rows, with their calls.
        updates: What the optimizers were given.
        batch: The number of the mini-batch in the window, from 1.
        compiled: Whether XLA compiles it.
        ends: What it is given, and what it makes of it.
        inputs: What the model is given, of any structure.
    """

    sites: Sequence[tuple[Site, Sequence[Call]]]
    updates: Sequence[Update]
    batch: Tensor
    compiled: bool
    ends: Ends = NO_ENDS
    inputs: Any = ()

    def with_calls(self, change: Callable[[Call], Call]) -> "Step":
        """The same step, with each of its calls changed."""
        sites = [(site, [*map(change, calls)]) for site, calls in self.sites]
        return replace(self, sites=sites)
