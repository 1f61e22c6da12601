"""Runs a model's own training or test step, watched."""

import warnings
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import tensorflow as tf

from keras_activations.instrumentation.collecting import (
    Call,
    Collector,
    Notes,
    Update,
    is_here,
    reachable,
)
from keras_activations.instrumentation.parameters import matrix_names
from keras_activations.instrumentation.selection import Probe
from keras_activations.statistics.bins import BINS, count_bins
from keras_activations.statistics.gradients import ENTRIES, reduce_gradient
from keras_activations.statistics.health import Sums
from keras_activations.statistics.sums import ROWS, reduce_call

Tensor = Any


class Watch:
    """Watches one kind of step of a model.

    Before a step that is to be watched, `arm` puts a function in the place
    of the model's own train function. When Keras calls it, it first puts the
    model's own back, so that nothing is left whatever happens in the step,
    then runs the same step with the statistics in it: the model's own
    `train_step`, traced while the activations are being noted, followed by
    their reduction to a few numbers per unit, which are added to variables.

    Args:
        model: The model.
        probes: The activations to watch.
        phase: `"train"` or `"test"`.
        gradients: Whether to measure gradients and updates.
        drop_outputs: Whether to leave out activations that turn out to be
            the model's output.
    """

    def __init__(
        self,
        model: Any,
        probes: Sequence[Probe],
        phase: str = "train",
        gradients: bool = False,
        drop_outputs: bool = False,
    ) -> None:
        self._model = model
        self._phase = phase
        self._attribute = f"{phase}_function"
        self._step = f"{phase}_step"
        self._drop_outputs = drop_outputs
        self._collector = Collector(model, probes, gradients)
        self._made_from: Any = None
        self._functions: dict[bool, Callable[[Any], Any]] = {}
        self._totals: dict[tuple[Any, ...], tf.Variable] = {}

    @staticmethod
    def clear(model: Any) -> None:
        """Puts back what a step that did not run has left."""
        for attribute in ("train_function", "test_function"):
            function = vars(model).get(attribute)
            if hasattr(function, "own"):
                vars(model)[attribute] = function.own

    def arm(
        self,
        going_on: Callable[[], bool],
        histograms: bool = False,
        after: Callable[[], None] | None = None,
    ) -> None:
        """Has the next step watched.

        Args:
            going_on: Whether the fit goes on. Another callback may cut it
                short before the step; a later fit must not be watched then.
            histograms: Whether to count histograms too.
            after: Called when the step is done.
        """
        attributes = vars(self._model)
        own = attributes[self._attribute]
        if hasattr(own, "own"):
            raise RuntimeError(
                "Only one ActivationMonitor can watch a model in one fit. "
                f"The model {self._model.name!r} is watched by another."
            )
        if self._made_from is not own:
            self._functions.clear()
            self._made_from = own
        if histograms not in self._functions:
            self._functions[histograms] = self._make_function(histograms)
        function = self._functions[histograms]

        def watched_step(iterator: Any) -> Any:
            attributes[self._attribute] = own
            if not going_on():
                return own(iterator)
            logs = function(iterator)
            if after is not None:
                after()
            return logs

        watched_step.own = own  # type: ignore[attr-defined]
        attributes[self._attribute] = watched_step

    def _make_function(self, histograms: bool) -> Callable[[Any], Any]:
        """The model's own train function, made of a watched step."""
        attributes = vars(self._model)
        own = attributes[self._attribute]
        before = attributes.get(self._step)
        step = getattr(self._model, self._step)
        attributes[self._step] = self._watched(step, histograms)
        try:
            getattr(self._model, f"make_{self._attribute}")(force=True)
            return attributes[self._attribute]
        finally:
            attributes[self._attribute] = own
            del attributes[self._step]
            if before is not None:
                attributes[self._step] = before

    def _watched(
        self, step: Callable[[Any], Any], histograms: bool
    ) -> Callable[[Any], Any]:
        def watched(data: Any) -> Any:
            with self._collector.collecting() as notes:
                logs = step(data)
                calls, updates = self._wanted(notes)
            # After the step, not between its operations: the graph up to
            # here is the one of the step alone, down to the numbering from
            # which TensorFlow derives the seeds of its random operations.
            self._add(calls, updates, histograms)
            return logs

        return watched

    def _wanted(self, notes: Notes) -> tuple[list[Call], list[Update]]:
        calls, lost = reachable(notes.calls or [])
        updates = []
        for update in notes.updates:
            if is_here(update.gradient) and is_here(update.before):
                updates.append(update)
            else:
                lost.add(update.variable.path)
        if lost:
            warnings.warn(
                "ActivationMonitor cannot see inside loops, branches and "
                "functions that a layer or step builds itself. Not watched: "
                f"{sorted(lost)}",
                stacklevel=2,
            )
        if self._drop_outputs:
            outputs = {id(output) for output in notes.outputs}
            calls = [call for call in calls if id(call.a) not in outputs]
        # A test step may well be another one, without any activation.
        if not calls and self._phase == "train":
            raise ValueError(
                f"No activation was called in {self._step} of the model "
                f"{self._model.name!r}, apart from its output."
            )
        return calls, updates

    def _add(
        self,
        calls: Sequence[Call],
        updates: Sequence[Update],
        histograms: bool,
    ) -> None:
        """Adds what one step has shown to the variables."""
        replica = tf.distribute.get_replica_context()
        alone = replica is None or replica.num_replicas_in_sync == 1

        def across_replicas(tensor: Tensor) -> Tensor:
            if alone:
                return tensor
            return replica.all_reduce(tf.distribute.ReduceOp.SUM, tensor)

        if not calls:
            return
        # To look at every entry, whether it is NaN or Inf, costs as much as
        # all the rest. It is done where the sums show that there is one.
        compiled = bool(self._model.jit_compile)
        sums = _sums(calls, careful=False, compiled=compiled)
        units = {name: rows.shape[1] for name, rows in sums.items()}
        plain = tf.concat(list(sums.values()), 1)

        def careful() -> tuple[Tensor, Tensor]:
            sums = _sums(calls, careful=True, compiled=compiled)
            rows = tf.concat(list(sums.values()), 1)
            return rows, _unseen(rows)

        step, unseen = tf.cond(
            tf.reduce_all(tf.math.is_finite(plain)),
            lambda: (plain, tf.zeros(plain.shape[1:], plain.dtype)),
            careful,
        )
        if not alone or any(call.mask is not None for call in calls):
            # A unit is dead in a mini-batch if it is in every part of it.
            step = across_replicas(step)
            unseen = _unseen(step)
        self._add_units(tuple(units.items()), step, unseen)
        if histograms:
            bins: dict[str, Tensor] = {}
            for call in calls:
                name = call.probe.name
                counts = count_bins(call.a, call.mask, call.probe.unit_axis)
                bins[name] = bins[name] + counts if name in bins else counts
            stacked = tf.concat(list(bins.values()), 0)
            stacked = tf.cast(across_replicas(stacked), tf.float64)
            self._total(("bins", *bins), stacked.shape).assign_add(stacked)
        if updates:
            # A step may update a variable several times: the value after one
            # update is that before the next.
            after: dict[int, Tensor] = {}
            entries = []
            for update in reversed(updates):
                variable = update.variable
                entries.append(
                    reduce_gradient(
                        across_replicas(update.gradient),
                        update.before,
                        after.get(
                            id(variable), tf.convert_to_tensor(variable.value)
                        ),
                        update.unit_axis,
                    )
                )
                after[id(variable)] = update.before
            entries.reverse()
            names = matrix_names(self._model)
            matrices = []
            for update in updates:
                path = update.variable.path
                unknown = path.rpartition("/")[0], path
                known = names.get(id(update.variable), unknown)
                matrices.append((*known, tuple(update.variable.shape)))
            key = ("updates", *matrices)
            flat = tf.cast(tf.concat(entries, 0), tf.float64)
            self._total(key, flat.shape).assign_add(flat)

    def _add_units(
        self, layers: tuple[Any, ...], step: Tensor, unseen: Tensor
    ) -> None:
        """Adds one mini-batch's rows of all units.

        Below the rows are three more: in how many mini-batches a unit was not
        observed, in how many it was silent, and, with a minus sign, in how
        many it was before it first fired, observed or not. The last number
        counts the mini-batches.
        """
        silent = tf.cast(step[ROWS.index("fired")] == 0, tf.float32)
        # For how many mini-batches each unit has been silent, and whether it
        # has fired: 0 or 1.
        silence = self._total(
            ("silence", *layers), [2, step.shape[1]], tf.float32
        )
        longer = (silence + [[1.0], [-1.0]]) * silent
        silence.assign(longer + [[0.0], [1.0]])
        rows = tf.reshape(step, [-1])
        below = [
            tf.cast(row, rows.dtype)
            for row in (unseen, silent, longer[1], tf.ones([1]))
        ]
        flat = tf.concat([rows, *below], 0)
        self._total(("units", *layers), flat.shape).assign_add(
            tf.cast(flat, tf.float64)
        )

    def _total(
        self, key: tuple[Any, ...], shape: Any, dtype: Any = tf.float64
    ) -> tf.Variable:
        """The variable of this layout, which the first trace makes.

        Sums are in float64: over many steps, counts of a convolution pass
        2^24, where float32 stops to count.
        """
        if key not in self._totals:

            def create(_: Any = None) -> None:
                with tf.init_scope():
                    self._totals[key] = tf.Variable(
                        tf.zeros(shape, dtype),
                        trainable=False,
                        synchronization=tf.VariableSynchronization.ON_READ,
                        aggregation=(tf.VariableAggregation.ONLY_FIRST_REPLICA),
                    )

            replica = tf.distribute.get_replica_context()
            if replica is None or replica.num_replicas_in_sync == 1:
                create()
            else:
                replica.merge_call(create)
        return self._totals[key]

    def _take(self, what: str) -> list[tuple[tuple[Any, ...], np.ndarray]]:
        """The totals of one sort since the last time, which start again."""
        taken = []
        for key, variable in self._totals.items():
            if key[0] != what:
                continue
            components = (
                self._model.distribute_strategy.experimental_local_results(
                    variable
                )
            )
            total = components[0].numpy()
            for component in components:
                component.assign(np.zeros_like(total))
            taken.append((key[1:], total))
        return taken

    def discard(self) -> None:
        """Forgets what has been summed up."""
        for what in "units", "silence", "bins", "updates":
            self._take(what)

    def take_sums(self) -> dict[str, Sums]:
        """The sums per unit since the last time, by name of the layer."""
        found: dict[str, Sums] = {}
        taken = zip(self._take("units"), self._take("silence"), strict=True)
        for (layers, total), (_, (trailing, fired)) in taken:
            batches = total[-1]
            if not batches:
                continue
            *rows, unseen, silent, minus_leading = total[:-1].reshape(
                len(ROWS) + 3, -1
            )
            units = np.stack(
                [
                    *rows,
                    batches - unseen,
                    silent - unseen,
                    np.where(fired, 1 - minus_leading, 0),
                    np.where(fired, batches - trailing, 0),
                ]
            )
            start = 0
            for name, size in layers:
                part = units[:, start : start + size]
                sums = Sums(part[: len(ROWS)], batches, *part[len(ROWS) :])
                found[name] = found[name] + sums if name in found else sums
                start += size
        return found

    def take_bins(self) -> dict[str, np.ndarray]:
        """The counts of the bins since the last time, by name."""
        found: dict[str, np.ndarray] = {}
        for names, total in self._take("bins"):
            counts = total.reshape(len(names), BINS)
            for name, row in zip(names, counts, strict=True):
                found[name] = found.get(name, 0) + row
        return {name: row for name, row in found.items() if row.any()}

    def take_updates(
        self,
    ) -> dict[tuple[str, str, tuple[int, ...]], np.ndarray]:
        """The sums of `ENTRIES` since the last time.

        By layer, name and shape of the matrix, see `matrix_names`.
        """
        found: dict[Any, np.ndarray] = {}
        for matrices, total in self._take("updates"):
            rows = total.reshape(len(matrices), len(ENTRIES))
            for matrix, row in zip(matrices, rows, strict=True):
                found[matrix] = found.get(matrix, 0) + row
        return found


def _unseen(step: Tensor) -> Tensor:
    """Which units had no finite output: 0 or 1."""
    none = step[ROWS.index("samples")] <= step[ROWS.index("nonfinite")]
    return tf.cast(none, step.dtype)


def _sums(
    calls: Sequence[Call], careful: bool, compiled: bool
) -> dict[str, Tensor]:
    """By layer, the sums of its calls."""
    sums: dict[str, Tensor] = {}
    for call in calls:
        name = call.probe.name
        rows = reduce_call(
            call.probe.kind,
            call.activation,
            call.z,
            call.a,
            call.mask,
            call.probe.unit_axis,
            careful,
            compiled,
        )
        sums[name] = sums[name] + rows if name in sums else rows
    if len({rows.dtype for rows in sums.values()}) > 1:
        sums = {name: tf.cast(r, tf.float64) for name, r in sums.items()}
    return sums
