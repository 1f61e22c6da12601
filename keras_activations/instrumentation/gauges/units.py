"""The sums per unit: what all measures of a row come from."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import tensorflow as tf

from keras_activations.instrumentation.apart import apart
from keras_activations.instrumentation.capture import Call
from keras_activations.instrumentation.sites import Site
from keras_activations.instrumentation.step import Step, across_replicas, alone
from keras_activations.instrumentation.totals import Totals
from keras_activations.statistics import window
from keras_activations.statistics.health import Sums
from keras_activations.statistics.kinds import Kind
from keras_activations.statistics.sums import (
    ROWS,
    all_rows,
    measured_rows,
    reduce_call,
)

Tensor = Any


class UnitSums:
    """Adds up `ROWS` for each unit."""

    def __init__(self, model: Any) -> None:
        self._sums = Totals(model)
        self._fired = Totals(model)

    def add(self, step: Step) -> None:
        """Adds a step."""
        if not step.sites:
            return
        groups, inputs = _alike(step.sites)
        if step.compiled:
            rows = _rows(groups, inputs, careful=True, compiled=True)
        else:
            rows = apart(lambda: _rows_or_careful(groups, inputs))
        key = tuple(
            (site.name, call[0][1].shape[site.unit_axis])
            for group, calls in zip(groups, inputs, strict=True)
            for site, call in zip(group.sites, calls, strict=True)
        )
        # A unit is dead in a mini-batch if it is in every part of it.
        if not alone():
            rows = across_replicas(rows)
        counted = rows[ROWS.index("samples")] - rows[ROWS.index("nonfinite")]
        unseen = tf.cast(counted <= 0, rows.dtype)
        vector = window.step_vector(rows, unseen)
        self._sums.of(key, vector.shape).assign_add(vector)
        fired = self._fired.of(key, [2, rows.shape[1]], tf.float32)
        fired.assign(window.fired_in(fired, rows, step.batch))

    def take(self, batches: float) -> Mapping[str, Sums]:
        """The sums since the last time, by name of the row."""
        found: dict[str, Sums] = {}
        both = zip(self._sums.take(), self._fired.take(), strict=True)
        for (key, total), (_, fired) in both:
            if not total[-1]:
                continue
            for name, sums in window.read(key, total, fired, batches).items():
                known = found.get(name)
                found[name] = (
                    sums if known is None else window.join(known, sums)
                )
        return found


@dataclass(frozen=True)
class _Group:
    """Sites of one kind. What follows from their sums is computed once.

    For each site, that would take long to trace and to compile.
    """

    kind: Kind
    masked: bool
    sites: list[Site]


# What is read of each call of each site of each group: the input, the output
# and, if they are masked, the mask.
_Inputs = list[list[list[tuple[Tensor, ...]]]]


def _alike(
    sites: Sequence[tuple[Site, Sequence[Call]]],
) -> tuple[list[_Group], _Inputs]:
    groups: dict[tuple[Kind, bool], _Group] = {}
    inputs: dict[tuple[Kind, bool], list[list[tuple[Tensor, ...]]]] = {}
    for site, calls in sites:
        masked = any(call.mask is not None for call in calls)
        key = site.kind, masked
        groups.setdefault(key, _Group(*key, [])).sites.append(site)
        read = [_read(site.kind, call, masked) for call in calls]
        inputs.setdefault(key, []).append(read)
    return list(groups.values()), list(inputs.values())


def _read(kind: Kind, call: Call, masked: bool) -> tuple[Tensor, ...]:
    # Without another reader of z, TensorFlow fuses what computes it with the
    # activation, as it does in a step that is not watched. Other kernels
    # would round differently.
    z = call.z if kind.reads_input else call.a
    if not masked:
        return z, call.a
    if call.mask is None:  # every sample counts
        return z, call.a, tf.ones(tf.shape(call.a)[:1], tf.bool)
    return z, call.a, call.mask


def _rows_or_careful(groups: list[_Group], inputs: _Inputs) -> Tensor:
    """`ROWS` of all units in a step that XLA does not compile.

    To look at every entry, whether it is NaN or Inf, costs as much as all the
    rest. It is done where the sums show that there is one. XLA is given no
    such branch: what is read in it and outside of it has other kernels made
    of the step itself.
    """
    rows = _rows(groups, inputs, careful=False, compiled=False)

    def careful() -> Tensor:
        # Run by Python if it comes to that: to have it in the graph would
        # make the first step of a large network a tenth longer.
        def run(*values: Tensor) -> Tensor:
            found = tf.nest.pack_sequence_as(inputs, values)
            return _rows(groups, found, careful=True, compiled=False)

        flat = tf.nest.flatten(inputs)
        return tf.ensure_shape(
            tf.py_function(run, flat, tf.float64), rows.shape
        )

    return tf.cond(
        tf.reduce_all(tf.math.is_finite(rows)), lambda: rows, careful
    )


def _rows(
    groups: list[_Group], inputs: _Inputs, *, careful: bool, compiled: bool
) -> Tensor:
    """`ROWS` of all units, in the order of the groups."""
    found = []
    for group, sites in zip(groups, inputs, strict=True):
        kind = group.kind
        measured = []
        observations = []
        for site, calls in zip(group.sites, sites, strict=True):
            parts = [
                reduce_call(
                    kind,
                    *call,
                    unit_axis=site.unit_axis,
                    careful=careful,
                    compiled=compiled,
                )
                for call in calls
            ]
            measured.append(tf.add_n(parts) if len(parts) > 1 else parts[0])
            units = parts[0].shape[1]
            size = sum(tf.size(call[1]) for call in calls)
            observations.append(tf.fill([units], size // units))
        names = measured_rows(kind, careful, group.masked)
        each = tf.cast(tf.concat(observations, 0), tf.float64)
        found.append(all_rows(kind, names, tf.concat(measured, 1), each))
    return tf.concat(found, 1)
