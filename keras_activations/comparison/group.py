"""Train all runs of one activation at the same time."""

import math
import time
from collections.abc import Sequence
from itertools import groupby
from typing import Any

import keras

from keras_activations.callbacks import ActivationMonitor
from keras_activations.comparison import together
from keras_activations.comparison.monitors import hparams_of, new_monitor
from keras_activations.comparison.outcome import begun, ended
from keras_activations.comparison.parts import optimizer_parts, parts_of
from keras_activations.comparison.progress import EpochWatch
from keras_activations.comparison.records import Records
from keras_activations.comparison.result import Row
from keras_activations.comparison.settings import Data, Run, Training
from keras_activations.recording.curves import Curves


class ApartError(Exception):
    """Runs that cannot be trained at the same time; the message says why."""


class Group:
    """The runs of one activation, whose states are stacked.

    Their networks are made of the same parts, so that they differ only in the
    values of variables.

    Args:
        runs: The runs, ordered by their seeds.
        training: How they are trained.
        data: What they are trained on.

    Raises:
        ApartError: The runs cannot be trained at the same time.
    """

    def __init__(
        self, runs: Sequence[Run], training: Training, data: Data
    ) -> None:
        self._runs = runs
        self._training = training
        self._data = data
        self._model: Any = None
        self._monitor: Any = None
        self._states: list[list[Any]] = []
        if not training.together:
            raise ApartError("`together=False`")
        if training.gradients or training.histogram_freq:
            raise ApartError("gradients and histograms are measured run by run")
        if reason := together.cannot(training.jit_compile):
            raise ApartError(reason)
        kept_parts = None
        for seed, same in groupby(runs, key=lambda run: run.seed):
            parts = self._add([*same], seed)
            if kept_parts not in (None, parts):
                raise ApartError("the networks of different seeds differ")
            kept_parts = parts
        if reason := together.too_much(self._model, self._states, data):
            raise ApartError(reason)

    def _add(self, runs: Sequence[Run], seed: int) -> str:
        """Add the initial states of the runs of a seed."""
        training = self._training
        optimizers = [training.optimizer(run.learning_rate) for run in runs]
        new = training.new_model(runs[0].activation, seed)
        training.compile(new, optimizers[0])
        parts = parts_of(new)
        if parts is None:
            raise ApartError(
                "a part of the network is not of Keras or this package"
            )
        # Even if the model is built: PReLU given to `activation=` is not.
        new(self._data.sample(), training=False)
        for optimizer in optimizers:
            if optimizer_parts(optimizer) != optimizer_parts(new.optimizer):
                raise ApartError(
                    "the optimizers differ in more than their rates"
                )
            optimizer.build(new.trainable_variables)
            self._states.append(
                [
                    [keras.ops.convert_to_numpy(each) for each in variables]
                    for variables in (
                        new.trainable_variables,
                        new.non_trainable_variables,
                        optimizer.variables,
                    )
                ]
            )
        if self._model is None:
            self._model = new
            self._monitor = new_monitor(new, runs[0], training, None)
        return parts

    def train(
        self, records: Records, watches: Sequence[EpochWatch]
    ) -> list[Row]:
        """The rows of the runs, which have ended.

        Args:
            records: Where they are kept.
            watches: For each run, what shows its progress.
        """
        rows = [begun(run) for run in self._runs]
        directories = [
            records.begin(run, row)
            for run, row in zip(self._runs, rows, strict=True)
        ]
        monitors: list[ActivationMonitor] = []
        for directory, run in zip(directories, self._runs, strict=True):
            # What the first one has traced, the others use.
            first = monitors[0] if monitors else self._monitor
            monitor = first.restarted(directory, hparams_of(run))
            # To each a dictionary of its own, as if in a fit of its own.
            monitor.set_params({"verbose": 0})
            monitor.set_model(self._model)
            monitor.on_train_begin()
            monitors.append(monitor)
        curves = [
            None if directory is None else Curves(directory)
            for directory in directories
        ]
        try:
            histories = self._histories(monitors, curves, watches)
        finally:
            for each in curves:
                if each is not None:
                    each.close()
            for monitor in monitors:
                monitor.on_train_end()
        for run, row, history, watch, monitor in zip(
            self._runs, rows, histories, watches, monitors, strict=True
        ):
            row |= ended(history, watch.seconds, monitor)
            records.write(run, row)
        return rows

    def _histories(
        self,
        monitors: Sequence[ActivationMonitor],
        curves: Sequence[Curves | None],
        watches: Sequence[EpochWatch],
    ) -> list[dict[str, list[float]]]:
        """For each run, what `fit` would have logged."""
        stacked = together.stacked(
            self._model,
            self._states,
            [run.seed for run in self._runs],
            monitors,
            self._data,
            self._training.batch_size,
        )
        histories: list[dict[str, list[float]]] = [{} for _ in self._runs]
        going_on = [*range(len(self._runs))]
        for epoch in range(self._training.epochs):
            began = time.perf_counter()
            logs = stacked.epoch(epoch, going_on)
            seconds = (time.perf_counter() - began) / len(going_on)
            for place in going_on:
                for name, value in logs[place].items():
                    histories[place].setdefault(name, []).append(value)
                watches[place].advance(seconds, logs[place])
                curve = curves[place]
                if curve is not None:
                    rate, updates = stacked.optimizers[place]
                    curve.epoch(epoch, logs[place], rate, updates)
            going_on = [
                each for each in going_on if math.isfinite(logs[each]["loss"])
            ]
            if not going_on:
                break
        return histories
