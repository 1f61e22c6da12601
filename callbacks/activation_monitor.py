"""Watches the activations of a model while it trains."""

import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import keras
import numpy as np

from keras_activations.checks import checked_integer
from keras_activations.instrumentation.fits import running
from keras_activations.instrumentation.parameters import (
    alpha_variables,
    hyperparameters,
    iterations,
    matrix_names,
)
from keras_activations.instrumentation.selection import (
    Probe,
    Selection,
    find_probes,
)
from keras_activations.instrumentation.watch import Watch
from keras_activations.recording.health_run import (
    HealthRun,
    check_directory,
    last_epoch,
    manifest,
)
from keras_activations.recording.launch import announcement
from keras_activations.recording.report import markdown_report
from keras_activations.statistics.bins import as_histogram
from keras_activations.statistics.diary import (
    Diary,
    Row,
    weight_rows,
)
from keras_activations.statistics.health import THRESHOLDS, Sums, firing_shades


class ActivationMonitor(keras.callbacks.Callback):
    """Logs which units are dead and how far activations are from mean zero.

    The statistics are taken inside the training step itself: no second
    forward pass is made, no activation leaves the device, and the weights
    after training are bit for bit those of training without the monitor.
    The model is as it was whenever another callback looks at it, but for one
    moment: from `on_train_batch_begin` (`on_test_batch_begin`) of the monitor
    to the step, `train_function` (`test_function`) is one that puts the
    model's own back and runs the watched step.

    Attributes:
        history: One row per epoch and layer, a list of dictionaries. A
            row has `epoch`, `layer`, `activation`, `units` and `samples`
            (observations per unit; every position of a convolution counts)
            and the measures, by the same names as the tags:

            - `dead_ratio`: share of units that never fired in the epoch; a
              unit fires where the slope of its activation is not 0;
            - `dead_ratio_batch`: mean over the watched mini-batches of the
              share of units that did not fire on any of its samples;
            - `one_sided_ratio`: for activations that cannot die, share of
              units whose input was never above 0;
            - `born_dead`, `died`, `revived`: units that have not fired once
              since training began, that fired before but no more, that were
              dead and fired;
            - `rare_ratio`: share of units that fire on under 1 % of samples;
            - `dormant_ratio`: share of units with E|a| of at most 0.025
              times the mean of it over the layer;
            - `mean`, `std`: mean over the units of mean and deviation;
            - `bias_shift`: mean of |E a| / sqrt(E a^2) over the units that
              are not always 0; 0 if all are;
            - `zero_fraction`: share of entries that are exactly 0;
            - `saturation`: share of units whose slope is below 0.06 of the
              steepest on at least 99 % of samples;
            - `alpha`, `alpha_min`, `alpha_max`: of PReLU and learned ELU;
            - `nonfinite`: entries that are NaN or Inf, which are left out
              of all other measures;
            - with `gradients=True`, for layers with one weight matrix:
              `gradient_norm`, `update_ratio` (|dw| / |w|), `sign_agreement`
              (|sum g| / sum |g| over a unit's incoming weights) and
              `sign_agreement_random`, its value for random signs;
            - of the validation data, the same with `val_` in front.
        weight_history: With `gradients=True`, one row per epoch and weight
            matrix of the model.

    Args:
        log_dir: Where TensorBoard finds the run; the event files go to
            `<log_dir>/<prefix>`. `None`: `history` only. That of another run
            is refused; training that is resumed (with `initial_epoch`, or a
            model whose optimizer has made updates) goes on in its own.
        layers: `None` for every layer whose output is an activation, the
            model's output layer and softmax left out; or names (of a nested
            layer the path), patterns such as `"block_*"`, layers, or
            predicates that take a layer; one or a list.
        every: Statistics are taken at each `every`-th step of an epoch.
            With `steps_per_execution` the steps of one execution are
            watched all or none.
        update_freq: `"epoch"`, `"batch"`, or a number of steps: how often
            measures of the steps since the last time are written, with
            `.batch` in the tag and the step as their axis.
        histogram_freq: Every so many epochs a histogram of one mini-batch
            is written for each layer, exact zeros left out; 0: never.
        gradients: Whether to measure gradients and updates too.
        prefix: What the tags start with, and the name of the directory.
        hparams: What to show of the run on the HParams page, beside
            activation, optimizer and learning rate.

    Raises:
        TypeError: For a number that is no integer where one is asked for.
        ValueError: For an argument out of its range.

    Example:

    >>> model = keras.Sequential(
    ...     [keras.layers.Dense(8, "relu"), keras.layers.Dense(1)]
    ... )
    >>> model.compile("sgd", "mse")
    >>> monitor = ActivationMonitor()
    >>> x, y = np.ones((4, 2)), np.ones(4)
    >>> history = model.fit(x, y, verbose=0, callbacks=[monitor])
    >>> [(row["activation"], row["units"]) for row in monitor.history]
    [('relu', 8)]
    """

    def __init__(
        self,
        log_dir: str | Path | None = None,
        layers: Sequence[Selection] | Selection | None = None,
        every: int = 1,
        update_freq: str | int = "epoch",
        histogram_freq: int = 0,
        gradients: bool = False,
        prefix: str = "health",
        hparams: Mapping[str, Any] | None = None,
    ) -> None:
        super().__init__()
        every = checked_integer("every", every, minimum=1)
        histogram_freq = checked_integer(
            "histogram_freq", histogram_freq, minimum=0
        )
        if update_freq not in ("epoch", "batch"):
            if isinstance(update_freq, str):
                raise ValueError(
                    '`update_freq` must be "epoch", "batch" or a number of '
                    f"steps. Received: update_freq={update_freq!r}"
                )
            update_freq = checked_integer("update_freq", update_freq, minimum=1)
        if (
            not isinstance(prefix, str)
            or "/" in prefix
            or prefix in ("", ".", "..")
        ):
            raise ValueError(
                "`prefix` must be a name without slashes. "
                f"Received: prefix={prefix!r}"
            )
        if log_dir is not None and (
            not isinstance(log_dir, str | os.PathLike) or not str(log_dir)
        ):
            raise ValueError(
                "`log_dir` must be the path of a directory, or `None` for "
                f"the history only. Received: log_dir={log_dir!r}"
            )
        if not isinstance(gradients, bool):
            raise ValueError(
                "`gradients` must be `True` or `False`. "
                f"Received: gradients={gradients!r}"
            )
        hparams = {} if hparams is None else hparams
        if isinstance(hparams, Mapping):
            hparams = {
                name: value.item() if isinstance(value, np.generic) else value
                for name, value in hparams.items()
            }
        if not isinstance(hparams, Mapping) or not all(
            isinstance(name, str) and isinstance(value, str | int | float)
            for name, value in hparams.items()
        ):
            raise ValueError(
                "`hparams` must hold numbers, strings and booleans by their "
                f"names. Received: hparams={hparams!r}"
            )
        self.log_dir = log_dir
        self.layers = layers
        self.every = every
        self.update_freq = update_freq
        self.histogram_freq = histogram_freq
        self.gradients = gradients
        self.prefix = prefix
        self.hparams = dict(hparams)
        self._probes: list[Probe] = []
        self._diary = Diary({})
        self._watched: Any = None
        self._active = False  # between the begin and the end of training
        self._by_hand = False  # by whoever calls the callbacks without `fit`
        self._validating = False
        self._run: HealthRun | None = None
        self._owns_run = False
        self._first = False
        self._described = False
        self._offset = 0
        self._epoch = -1
        self._finished = -1
        self._step = 0
        self._epoch_start = 0
        self._written = 0
        self._pending: dict[str, Sums] = {}
        self._totals: dict[str, Sums] = {}

    def _again(
        self, log_dir: str | Path | None, hparams: Mapping[str, Any] | None
    ) -> "ActivationMonitor":
        """A monitor for another training of the same model from new.

        Beside a second `fit` with the same monitor, which goes on with its
        history, this one begins an own, with the settings of the first. What
        was traced for the first is used again.
        """
        other = ActivationMonitor(
            log_dir,
            self.layers,
            self.every,
            self.update_freq,
            self.histogram_freq,
            self.gradients,
            self.prefix,
            hparams,
        )
        if self._watched is not None:
            other._probes = self._probes
            other._training, other._testing = self._training, self._testing
            other._diary = Diary({p.name: p.kind for p in self._probes})
            other._watched = self._watched
        return other

    @property
    def history(self) -> list[Row]:
        """One row per epoch and layer."""
        return self._diary.history

    @property
    def weight_history(self) -> list[Row]:
        """With `gradients=True`, one row per epoch and weight matrix."""
        return self._diary.weight_history

    def units(self, layer: str) -> dict[str, np.ndarray]:
        """What is known of every unit of a layer, after its last epoch.

        Args:
            layer: The name of the layer, as in `history`.

        Returns:
            Arrays of shape `(units,)`; `pandas.DataFrame` makes a table of
            them. -1 stands for never.

            - `firing_rate`, `mean`, `std`: over the last epoch;
            - `state`: `"alive"`, `"dead"`, `"born_dead"`, or `"unseen"` if
              every sample was masked; `born_dead`: whether it is that;
            - `died_at`, `revived_at`: the last epoch in which it died, as it
              did not fire once, or was revived; `revivals`: how often that
              was;
            - `died_step`: the first step at which it did not fire any more;
              `revived_step`: the one at which it fired again; `last_fired`:
              the last one at which it fired. Steps are mini-batches, counted
              from 1 on since the first `fit`, or on from the optimizer's
              `iterations` if these were not 0 then, as on the axis of the
              measures of mini-batches. Of steps that are not watched nothing
              is known; with `steps_per_execution` below `every`, an epoch
              counts as whole executions.

        Raises:
            ValueError: If the layer is not watched, or not yet.
        """
        return self._diary.units(layer)

    def report(self) -> str:
        """The last epoch of every layer as Markdown, worst layer first."""
        expected = {p.name: p.kind.bias_shift for p in self._probes}
        return markdown_report(self.history, expected)

    def on_train_begin(self, logs: Any = None) -> None:
        """Finds the activations of the model; refuses what cannot work."""
        fits = running(self, everywhere=True)
        if len(fits) > 1:
            raise RuntimeError(
                "This ActivationMonitor watches another fit at the moment. "
                "Use one monitor for each fit."
            )
        if fits and any(
            isinstance(other, ActivationMonitor) and other is not self
            for other in fits[0].callbacks
        ):
            raise RuntimeError(
                "Only one ActivationMonitor can watch a model in one fit. "
                "Received several in `callbacks`."
            )
        if self._watched not in (None, self.model):
            raise ValueError(
                "This ActivationMonitor has watched the model "
                f"{self._watched.name!r}. Use a new one for the model "
                f"{self.model.name!r}."
            )
        self._watch_model()
        if self.log_dir is not None:
            check_directory(self.log_dir, self.prefix)
        Watch.clear(self.model)
        self._active, self._by_hand = True, not fits
        self._first = True
        self._described = False
        # What a fit that was cut short has left.
        for watch in self._training, self._testing:
            watch.discard()
        self._pending, self._totals = {}, {}

    def _watch_model(self) -> None:
        chosen: Any = self.layers
        if chosen is not None and not isinstance(chosen, list | tuple | set):
            chosen = [chosen]
        probes = find_probes(self.model, chosen)
        if self._watched is not None:
            before, now = (
                [(probe.name, probe.kind.name) for probe in each]
                for each in (self._probes, probes)
            )
            if before != now:
                raise ValueError(
                    "The activations of the model have changed since this "
                    "ActivationMonitor watched it. Use a new one. Received: "
                    f"{now}, not {before} as before."
                )
            return
        self._probes = probes
        self._diary = Diary({p.name: p.kind for p in self._probes})
        automatic = chosen is None
        self._training = Watch(
            self.model, self._probes, "train", self.gradients, automatic
        )
        self._testing = Watch(
            self.model, self._probes, "test", False, automatic
        )
        self._watched = self.model

    def on_epoch_begin(self, epoch: int, logs: Any = None) -> None:
        """Opens the event file at the first epoch of a fit."""
        if self._first:
            self._first = False
            if not self._step:
                # Of training that is resumed, a part is over.
                self._step = iterations(self.model)
            if self.log_dir is not None:
                self._open(self.log_dir, epoch)
            # A second fit counts from 0 again, and one that was cut short may
            # go on where it was; the axis of epochs never goes back.
            self._offset = max(self._finished + 1 - epoch, 0)
        self._epoch = epoch + self._offset
        self._epoch_start = self._step

    def _open(self, log_dir: str | Path, epoch: int) -> None:
        # Training that is resumed goes on in the directory of its first part.
        if not self._owns_run:
            layers = [(probe.name, probe.kind.name) for probe in self._probes]
            resumed = epoch > 0 or self._step > 0
            last = last_epoch(log_dir, self.prefix, layers, resumed)
            if epoch == 0:
                self._finished = last
        self._owns_run = True
        if self._run is not None:
            self._run.close()
        names = [probe.name for probe in self._probes]
        self._run = HealthRun(log_dir, self.prefix, names)
        if (self.params or {}).get("verbose"):
            sys.stdout.write(announcement(log_dir, self.prefix))

    def on_train_batch_begin(self, batch: int, logs: Any = None) -> None:
        """Has the next step watched if it is its turn."""
        steps = self.model.steps_per_execution
        self._step += steps
        if -batch % self.every < steps:
            frequency = self.histogram_freq
            histograms = (
                batch == 0 and frequency > 0 and self._epoch % frequency == 0
            )
            self._training.arm(self._fitting, histograms, self._after_step)

    def _fitting(self) -> bool:
        """Whether this thread is within a fit of the monitor."""
        return self._active and (self._by_hand or bool(running(self)))

    def on_test_begin(self, logs: Any = None) -> None:
        """Finds out whether this is the validation of a fit.

        That has the same list of callbacks as the fit.
        """
        same = running(self, "evaluate")[:1] == running(self)[:1]
        self._validating = self._fitting() and (self._by_hand or same)

    def on_test_batch_begin(self, batch: int, logs: Any = None) -> None:
        """Has the next validation step watched if it is its turn."""
        turn = -batch % self.every < self.model.steps_per_execution
        if self._validating and turn:
            self._testing.arm(self._fitting)

    def _after_step(self) -> None:
        """Writes what is due after a watched step."""
        if self._run is None:
            return
        # In steps; 0: not before the end of the epoch.
        frequency: Any = {"epoch": 0, "batch": 1}.get(
            str(self.update_freq), self.update_freq
        )
        if not self._described:
            # Only now the number of units of each layer is known.
            self._described = True
            self._collect()
            self._run.start(
                self._epoch,
                manifest(
                    self.prefix,
                    self._diary.rows(self._epoch, self._totals),
                    {
                        probe.name: {
                            "can_die": probe.kind.can_die,
                            "expected_bias_shift": probe.kind.bias_shift,
                        }
                        for probe in self._probes
                    },
                    THRESHOLDS,
                    {
                        **hyperparameters(self.model, self._probes),
                        **self.hparams,
                    },
                    [name for _, name in matrix_names(self.model).values()],
                ),
            )
            self._written = self._step - frequency
        if frequency and self._step - self._written >= frequency:
            self._written = self._step
            self._collect()
            rows = self._diary.rows(self._epoch, self._pending)
            self._run.batch(self._step, rows)
            self._pending = {}

    def _collect(self) -> None:
        """Fetches what the device has summed up since the last time."""
        for name, sums in self._training.take_sums().items():
            for window in self._pending, self._totals:
                known = window.get(name)
                window[name] = sums if known is None else known + sums
        if self._totals and self.every <= self.model.steps_per_execution:
            # Every step was watched, and counted where it took place: the
            # last execution of an epoch may be shorter.
            counted = max(sums.batches for sums in self._totals.values())
            self._step = self._epoch_start + int(counted)

    def on_epoch_end(self, epoch: int, logs: Any = None) -> None:
        """Adds the rows of the epoch and writes them."""
        # Another callback may have ended the epoch before a step.
        Watch.clear(self.model)
        self._collect()
        totals, self._totals, self._pending = self._totals, {}, {}
        self._finished = self._epoch
        alphas = {
            name: alpha.numpy().astype("float64")
            for name, alpha in alpha_variables(self._probes).items()
        }
        weights = weight_rows(self._epoch, self._training.take_updates())
        rows = self._diary.add_epoch(
            self._epoch,
            totals,
            self._testing.take_sums(),
            alphas,
            weights,
            self._step_of,
        )
        if self._run is not None and rows:
            told = {row["layer"] for row in rows if "gradient_norm" in row}
            self._run.epoch(
                self._epoch,
                rows,
                {
                    name: float(value)
                    for name, value in (logs or {}).items()
                    # Some metrics have a value for each class.
                    if np.ndim(value) == 0
                },
                {
                    probe.name: firing_shades(probe.kind, totals[probe.name])
                    for probe in self._probes
                    if probe.name in totals
                },
                alphas,
                {
                    name: as_histogram(counts)
                    for name, counts in self._training.take_bins().items()
                },
                [row for row in weights if row["layer"] not in told],
            )

    def _step_of(self, batch: np.ndarray) -> np.ndarray:
        """The step of a watched mini-batch of the epoch, both from 1 on."""
        steps = self.model.steps_per_execution
        execution, within = np.divmod(batch - 1, steps)
        # Of these, each that has a step whose turn it is was watched.
        execution = max(self.every, steps) * execution // steps
        return self._epoch_start + steps * execution + within + 1

    def on_train_end(self, logs: Any = None) -> None:
        """Writes the report and closes the event file."""
        self._active = False
        if self._run is not None:
            self._run.finish(self._epoch, self.report())
            self._run = None
