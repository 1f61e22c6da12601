"""The sums per unit, from which all measures of a row are computed."""

from collections.abc import Mapping, Sequence
from typing import Any

import keras

from keras_activations.backends import module_of
from keras_activations.instrumentation.apart import apart
from keras_activations.instrumentation.notes import Call
from keras_activations.instrumentation.sites import Site
from keras_activations.instrumentation.step import Step
from keras_activations.instrumentation.totals import Totals
from keras_activations.statistics.health import Sums
from keras_activations.statistics.kinds import Kind
from keras_activations.statistics.reduction import reduce_call
from keras_activations.statistics.window import Group, Layout, join

ops = module_of("keras_activations.statistics.operations")

Tensor = Any

# The tensors that are read: by group, by site, by call.
_Read = list[list[list[tuple[Tensor, ...]]]]


class UnitSums:
    """Adds up, for each unit, the rows that its kind needs."""

    def __init__(self, model: Any) -> None:
        self._sums = Totals(model)
        self._fired = Totals(model)

    def add(self, step: Step) -> None:
        """Adds a step."""
        if not step.sites:
            return
        sites = _alike(step.sites)
        layout = Layout(
            tuple(
                Group(kind, masked, tuple((s.name, s.units) for s, _ in same))
                for (kind, masked), same in sites.items()
            )
        )
        calls = [
            [[_read(call, masked) for call in calls] for _, calls in same]
            for (_, masked), same in sites.items()
        ]
        axes = [[site.unit_axis for site, _ in same] for same in sites.values()]
        if step.compiled:
            vector = _vector(layout, axes, calls, careful=True, compiled=True)
        else:
            vector = apart(
                lambda: _vector_or_careful(layout, axes, calls),
                len(step.sites),
            )
        # A unit is dead in a mini-batch if it is dead in every part of it.
        vector = ops.across_replicas(vector)
        window = self._sums.of(layout, [layout.length])
        fired = self._fired.of(layout, [2, layout.units], ops.COUNTER)
        layout.add(window, fired, vector, step.batch)

    def take(self, batches: float) -> Mapping[str, Sums]:
        """The sums since the last time, by name of the row."""
        found: dict[str, Sums] = {}
        both = zip(self._sums.take(), self._fired.take(), strict=True)
        for (layout, window), (_, fired) in both:
            if not window[-1]:
                continue
            for name, sums in layout.read(window, fired, batches):
                known = found.get(name)
                found[name] = sums if known is None else join(known, sums)
        return found


def _alike(
    sites: Sequence[tuple[Site, Sequence[Call]]],
) -> dict[tuple[Kind, bool], list[tuple[Site, Sequence[Call]]]]:
    """The sites by their kind and whether they have masks."""
    groups: dict[tuple[Kind, bool], list[tuple[Site, Sequence[Call]]]] = {}
    for site, calls in sites:
        masked = any(call.mask is not None for call in calls)
        groups.setdefault((site.kind, masked), []).append((site, calls))
    return groups


def _read(call: Call, masked: bool) -> tuple[Tensor, ...]:
    if not masked:
        return call.z, call.a
    mask = call.mask
    if mask is None:  # every sample counts
        mask = ops.ones([ops.length(call.a)], "bool")
    return call.z, call.a, mask


def _vector_or_careful(
    layout: Layout, axes: list[list[int]], calls: _Read
) -> Tensor:
    """The vector of a step that XLA does not compile.

    To check every entry for NaN and Inf costs as much as all the rest. It is
    done only if the sums show that there is one. XLA does not get such a
    branch: tensors that are read both inside and outside of it would change
    the kernels of the step itself.
    """
    vector = _vector(layout, axes, calls, careful=False, compiled=False)

    def careful() -> Tensor:
        # Run by Python if it is needed at all. In the graph it would make the
        # first step of a large network a tenth longer.
        def run(*values: Tensor) -> Tensor:
            found = keras.tree.pack_sequence_as(calls, values)
            return _vector(layout, axes, found, careful=True, compiled=False)

        flat = keras.tree.flatten(calls)
        return ops.by_python(run, flat, vector)

    finite = ops.reduce_all(ops.is_finite(vector))
    return ops.cond(finite, lambda: vector, careful)


def _vector(
    layout: Layout,
    axes: list[list[int]],
    calls: _Read,
    *,
    careful: bool,
    compiled: bool,
) -> Tensor:
    measured = []
    observations = []
    # As much as possible is done for all sites of a group at once, since
    # operations for each of them would take long to trace and to compile.
    for group, axis_of, sites in zip(layout.groups, axes, calls, strict=True):
        rows = []
        sizes = []
        for unit_axis, of_site in zip(axis_of, sites, strict=True):
            parts = [
                reduce_call(
                    group.kind,
                    *call,
                    unit_axis=unit_axis,
                    careful=careful,
                    compiled=compiled,
                )
                for call in of_site
            ]
            rows.append(ops.add_up(parts))
            sizes.append(ops.add_up([ops.size(a) for _, a, *_ in of_site]))
        measured.append(ops.concat(rows, 1))
        units = [units for _, units in group.sites]
        observations.append(ops.counts(sizes) // units)
    return layout.step(measured, observations)
