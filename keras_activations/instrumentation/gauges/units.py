"""The sums per unit: what all measures of a row come from."""

from collections.abc import Mapping
from typing import Any

import tensorflow as tf

from keras_activations.instrumentation.step import Step, across_replicas, alone
from keras_activations.instrumentation.totals import Totals
from keras_activations.statistics import window
from keras_activations.statistics.health import Sums
from keras_activations.statistics.sums import ROWS, reduce_call

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
        sums = _sums(step, careful=step.compiled)
        key = tuple((name, rows.shape[1]) for name, rows in sums.items())
        rows = tf.concat(list(sums.values()), 1)
        if not step.compiled:
            # To look at every entry, whether it is NaN or Inf, costs as much
            # as all the rest. It is done where the sums show that there is
            # one. XLA is given no such branch: what is read in it and outside
            # of it has other kernels made of the step itself.
            def careful() -> Tensor:
                return tf.concat(list(_sums(step, True).values()), 1)

            rows = tf.cond(
                tf.reduce_all(tf.math.is_finite(rows)), lambda: rows, careful
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


def _sums(step: Step, careful: bool) -> dict[str, Tensor]:
    sums: dict[str, Tensor] = {}
    for site, calls in step.sites:
        parts = [
            reduce_call(
                site.kind,
                call.z,
                call.a,
                call.mask,
                site.unit_axis,
                careful,
                step.compiled,
            )
            for call in calls
        ]
        sums[site.name] = parts[0] if len(parts) == 1 else tf.add_n(parts)
    return sums
