"""Watches the activations of a model while it trains."""

import numbers
import sys
import warnings
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import keras
import numpy as np

from keras_activations.checks import checked_integer
from keras_activations.diagnosis import (
    Diagnosis,
    Finding,
    Record,
    diagnose_record,
)
from keras_activations.diagnosis.depth import plot_depth
from keras_activations.frames import data_frame
from keras_activations.instrumentation.course import Course
from keras_activations.instrumentation.fits import Fit
from keras_activations.instrumentation.numbering import Numbering
from keras_activations.instrumentation.parameters import (
    alpha_variables,
    hyperparameters,
    iterations,
    matrix_names,
)
from keras_activations.instrumentation.reading import is_first_process
from keras_activations.instrumentation.sites import Selection
from keras_activations.instrumentation.watch import Watch
from keras_activations.instrumentation.watching import Watching
from keras_activations.recording.curve_plot import plot_curves
from keras_activations.recording.health_run import (
    HealthRun,
    checked_hparams,
    manifest,
)
from keras_activations.recording.launch import (
    alert,
    announcement,
    watched_line,
)
from keras_activations.recording.live import LiveDisplay
from keras_activations.recording.markdown_report import markdown_report
from keras_activations.recording.notebook_report import notebook_report
from keras_activations.recording.record_log import Parts
from keras_activations.recording.rows import for_logs
from keras_activations.recording.run_directory import IF_EXISTS, RunDirectory
from keras_activations.recording.storage import checked_location
from keras_activations.recording.unit_table import UnitTable
from keras_activations.statistics.bins import as_histogram
from keras_activations.statistics.diary import (
    Diary,
    Row,
    weight_rows,
)
from keras_activations.statistics.health import THRESHOLDS, firing_shades
from keras_activations.statistics.window import Window


class ActivationMonitor(keras.callbacks.Callback):
    """Logs which units are dead and how far activations are from mean zero.

    The statistics are computed inside the training step itself: there is no
    second forward pass, no activation leaves the device, and the weights
    after training are bit for bit those of training without the monitor.
    Other callbacks see the model unchanged, except for one moment: from the
    monitor's `on_train_batch_begin` (`on_test_batch_begin`) to the step,
    `train_function` (`test_function`) is a replacement that puts the model's
    own function back and runs the watched step.

    Attributes:
        history: One row per epoch and layer, a list of dictionaries. A
            row has `epoch`, `layer`, `activation`, `units` and `samples`
            (observations per unit; every position of a convolution counts)
            and the measures, under the same names as the tags:

            - `dead_ratio`: share of units that never fired in the epoch; a
              unit fires where the slope of its activation is not 0;
            - `dead_ratio_batch`: mean over the watched mini-batches of the
              share of units that did not fire on any of its samples;
            - `one_sided_ratio`: for activations that cannot die, share of
              units whose input was never above 0;
            - `born_dead`, `died`, `revived`: the numbers of units that have
              not fired once since training began, of units that stopped
              firing, and of dead units that fired;
            - `rare_ratio`: share of units that fire on under 1 % of samples;
            - `dormant_ratio`: share of units whose E|a| is at most 0.025 times
              its mean over the layer;
            - `mean`, `std`: mean over the units of their mean and standard
              deviation;
            - `bias_shift`: mean of |E a| / sqrt(E a^2) over the units that
              are not always 0; 0 if all are;
            - `bias_shift_expected`: its value for inputs from N(0, 1), for a
              learned alpha with the values at the end of the epoch; missing
              where it is not known;
            - `zero_fraction`: share of entries that are exactly 0;
            - `saturation`: share of units whose slope is below 0.06 of the
              steepest on at least 99 % of samples;
            - `alpha`, `alpha_min`, `alpha_max`: for PReLU and learned ELU;
            - `nonfinite`: entries that are NaN or Inf, which are left out
              of all other measures;
            - with `gradients=True`, for layers with one weight matrix:
              `gradient_norm`, `update_ratio` (|dw| / |w|), `sign_agreement`
              (|sum g| / sum |g| over a unit's incoming weights) and
              `sign_agreement_random`, its value for random signs;
            - for the validation data, the same with the prefix `val_`.
        weight_history: With `gradients=True`, one row per epoch and weight
            matrix of the model.

    Args:
        log_dir: Where TensorBoard finds the run; of several processes, the
            first one writes it. The event files go to
            `<log_dir>/<prefix>`. A path, `file://`, or another address that
            TensorFlow can write. `None`: `history` only. The directory of
            another run is refused when training begins; resumed training
            (with `initial_epoch`, or a model whose optimizer has made
            updates) continues its own run. While a training runs, no other
            one may write there.
        layers: `None` for every layer whose output is an activation, except
            the model's output layer and softmax; or names (the path of a
            nested layer), patterns such as `"block_*"`, layers, or predicates
            that take a layer; one or a list.
        every: Statistics are computed at every `every`-th step of an epoch.
            With `steps_per_execution`, either all or none of the steps of one
            execution are watched.
        update_freq: `"epoch"`, `"batch"`, or a number of steps: how often
            measures of the steps since the last time are written, with
            `.batch` in the tag and the step as their axis.
        histogram_freq: Every `histogram_freq` epochs, a histogram of one
            mini-batch is written for each layer, without exact zeros; 0:
            never. With `update_freq="batch"` or a number, one of a mini-batch
            is written as often as the measures of mini-batches are, too.
        pre_activations: Whether the histograms of epochs are written for
            what each activation is given too: they show why a unit is dead.
        gradients: Whether to measure gradients and updates too.
        prefix: The first part of the tags, and the name of the directory.
        hparams: More values for the HParams page, besides activation,
            optimizer and learning rate.
        effective_rank: Whether to measure how many directions the outputs of
            a layer use, for layers of up to 1024 units.
        alerts: Whether to print a line when something is found to be wrong,
            once for each finding.
        on_finding: Called with each new `keras_activations.diagnosis.Finding`
            while the model trains, for example to stop it:
            `lambda finding: setattr(model, "stop_training", True)`.
        if_exists: What to do if `log_dir` holds another run: `"error"`, or
            `"new"` to take the first of `<log_dir>-2`, `<log_dir>-3`, ... that
            is free. `monitor.log_dir` says which it is.
        log_to_history: Whether to add a few measures of the whole run to the
            `logs` of each epoch, where `History`, `CSVLogger`, `EarlyStopping`
            and the callbacks of other trackers find them, wherever they stand
            in `callbacks`: `health/dead_ratio`, `health/dead_ratio_worst`,
            `health/bias_shift`, `health/layers_unhealthy`, and
            `health/findings`, the number of findings; with another `prefix`,
            that instead of `health`.
        display: Whether a notebook shows the findings and the worst layers
            while the model trains, instead of `alerts`; `"auto"`: if it is a
            notebook, and `fit` is not told to be silent by `verbose=0`.

    Raises:
        TypeError: A number is not an integer, but must be one.
        ValueError: An argument is out of its range, or cannot be written.

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
        effective_rank: bool = False,
        alerts: bool = True,
        on_finding: Callable[[Finding], None] | None = None,
        if_exists: str = "error",
        log_to_history: bool = False,
        display: bool | str = "auto",
        pre_activations: bool = False,
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
            or not prefix.isprintable()
            or set(prefix) & set("/\\")
            or prefix in ("", ".", "..")
        ):
            raise ValueError(
                "`prefix` must be a name without slashes and control "
                f"characters. Received: prefix={prefix!r}"
            )
        if log_dir is not None:
            log_dir = checked_location("log_dir", log_dir)
        if not isinstance(gradients, bool):
            raise ValueError(
                "`gradients` must be `True` or `False`. "
                f"Received: gradients={gradients!r}"
            )
        self.layers = layers
        self.every = every
        self.update_freq = update_freq
        self.histogram_freq = histogram_freq
        self.gradients = gradients
        self.prefix = prefix
        self.hparams = checked_hparams(hparams)
        if not isinstance(effective_rank, bool):
            raise ValueError(
                "`effective_rank` must be `True` or `False`. "
                f"Received: effective_rank={effective_rank!r}"
            )
        self.effective_rank = effective_rank
        if not isinstance(alerts, bool):
            raise ValueError(
                "`alerts` must be `True` or `False`. "
                f"Received: alerts={alerts!r}"
            )
        if on_finding is not None and not callable(on_finding):
            raise ValueError(
                "`on_finding` must be a function of a finding, or `None`. "
                f"Received: on_finding={on_finding!r}"
            )
        if if_exists not in IF_EXISTS:
            raise ValueError(
                '`if_exists` must be "error" or "new". '
                f"Received: if_exists={if_exists!r}"
            )
        if not isinstance(log_to_history, bool):
            raise ValueError(
                "`log_to_history` must be `True` or `False`. "
                f"Received: log_to_history={log_to_history!r}"
            )
        if display not in (True, False, "auto"):
            raise ValueError(
                '`display` must be `True`, `False` or "auto". '
                f"Received: display={display!r}"
            )
        if not isinstance(pre_activations, bool):
            raise ValueError(
                "`pre_activations` must be `True` or `False`. "
                f"Received: pre_activations={pre_activations!r}"
            )
        if pre_activations and not histogram_freq:
            raise ValueError(
                "`pre_activations` needs histograms: set `histogram_freq` to "
                "at least 1. Received: histogram_freq=0"
            )
        self.pre_activations = pre_activations
        self._histograms: dict[str, dict[str, np.ndarray]] = {}
        self._counted: list[str] = []
        self._begins_epoch = False
        self.alerts = alerts
        self.on_finding = on_finding
        self.if_exists = if_exists
        self.log_to_history = log_to_history
        self.display = display
        self._broken_diagnosis = False
        self._told: set[tuple[str, tuple[str, ...]]] = set()
        self._parts = Parts()
        self._watching: Watching | None = None
        self._course: Course | None = None
        self._diary = Diary()
        self._fit = Fit(self)
        self._steps = Numbering(every)
        self._run: HealthRun | None = None
        self._directory = (
            None
            if log_dir is None
            else RunDirectory(
                log_dir,
                prefix,
                if_exists,
                self._fit.is_running,
                self._lose_run,
            )
        )
        self._live = LiveDisplay(display)
        self._described: list[str] = []
        self._announced = False
        self._pending = Window()
        self._epoch_window = Window()

    def restarted(
        self,
        log_dir: str | Path | None = None,
        hparams: Mapping[str, Any] | None = None,
    ) -> "ActivationMonitor":
        """A monitor for training the same model again from the start.

        A second `fit` with the same monitor continues its history. The new
        monitor begins its own history, with the settings of the first. It
        reuses the functions that were traced for the first.
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
            self.effective_rank,
            self.alerts,
            self.on_finding,
            self.if_exists,
            self.log_to_history,
            self.display,
            self.pre_activations,
        )
        if self._watching is not None:
            other._watching = self._watching
            other._course = Course(self._watching)
        return other

    @property
    def log_dir(self) -> str | None:
        """Where the run is written, see `if_exists`."""
        return None if self._directory is None else self._directory.log_dir

    @property
    def history(self) -> list[Row]:
        """One row per epoch and layer."""
        return self._diary.history

    @property
    def birth(self) -> list[Row]:
        """One row per layer for the first mini-batch, before any update.

        As in `history`, with `epoch` -1 and `phase` `"birth"`. Empty if the
        training is resumed, or if several steps run at once.
        """
        return [] if self._course is None else list(self._course.birth)

    @property
    def weight_history(self) -> list[Row]:
        """With `gradients=True`, one row per epoch and weight matrix."""
        return self._diary.weight_history

    def units(self, layer: str) -> UnitTable:
        """What is known about every unit of a layer, after its last epoch.

        Args:
            layer: The name of the layer, as in `history`.

        Returns:
            A dictionary of arrays of shape `(units,)`; `print` shows it as a
            table, and `pandas.DataFrame` makes one of it. -1 stands for never.

            - `firing_rate`, `mean`, `std`, `size` (the mean of the absolute
              values): over the last epoch;
            - `state`: `"alive"`, `"dead"`, `"born_dead"`, or `"unseen"` if
              every sample was masked; `born_dead`: whether the state is
              `"born_dead"`;
            - `died_at`, `revived_at`: the last epoch in which it died (it did
              not fire once) or was revived; `revivals`: how often it was
              revived;
            - `died_step`: the first step at which it no longer fired;
              `revived_step`: the step at which it fired again; `last_fired`:
              the last step at which it fired. Steps are mini-batches, numbered
              as on the axis of the measures of mini-batches: from 1 since the
              first `fit`, or continuing the optimizer's `iterations` if that
              was not 0 at that time. Nothing is known about steps that are not
              watched. With `steps_per_execution` below `every`, an epoch
              counts as whole executions;
            - `recycled_at`: the last epoch after which `RecycleUnits` gave it
              new weights; `recyclings`: how often it did.

        Raises:
            ValueError: If the layer is not watched, or has not been watched
                yet.
        """
        return UnitTable(layer, self._diary.units(layer))

    def to_dataframe(self) -> Any:
        """The history as a `pandas.DataFrame`, a row per epoch and layer.

        Raises:
            ModuleNotFoundError: pandas is not installed; the message says how
                to get it.
        """
        return data_frame(self.history)

    def plot(self, layers: str | Sequence[str] | None = None) -> Any:
        """The curves of some layers, or of all, over the epochs.

        Plots of the dead units, of the bias shift, of saturation, and of what
        else was measured of these layers.

        Args:
            layers: Names, as in `history`; `None`: all.

        Returns:
            A `matplotlib` figure.

        Raises:
            ValueError: If no epoch has been watched, or not that layer.
            ModuleNotFoundError: matplotlib is not installed; the message says
                how to get it.
        """
        return plot_curves(self.history, layers)

    @property
    def position(self) -> tuple[int, int]:
        """The numbers of the current epoch, and of the step that was made."""
        return self._steps.epoch, self._steps.step

    def takes_part(self, params: Any) -> bool:
        """Whether the monitor has begun to watch a fit.

        Args:
            params: What Keras has given to the callbacks of that fit.
        """
        return self._fit.takes_part(params)

    def measuring(self) -> tuple[Callable[..., Any], Callable[..., Any]]:
        """What measures training and validation steps that are made elsewhere.

        For a loop that makes the steps itself: after `on_train_begin`, it
        calls these in its steps, and `note_steps` between them.
        """
        if self._watching is None:
            raise ValueError("The monitor has not begun to watch a model.")
        return self._watching.measuring()

    def note_steps(self, count: int) -> None:
        """Goes on after steps that were made elsewhere; see `measuring`.

        Args:
            count: How many; 0 before the first one.
        """
        if count:
            self._steps.step += count
            self._after_step()
        if self._course is not None:
            self._course.look_at_weights(self._steps.step)

    def keep_probe(self) -> None:
        """Keeps samples of what the model is given from now on, for others."""
        if self._watching is not None:
            self._watching.keep_probe()

    def probe(self) -> Any:
        """The samples that are kept, in the structure of the model's inputs.

        Raises:
            ValueError: There are none.
        """
        if self._watching is None:
            raise ValueError("The monitor has not watched a step.")
        return self._watching.probe()

    def note_recycled(self, layer: str, units: np.ndarray) -> None:
        """Notes that units of a layer were given new weights.

        Args:
            layer: The name of the row.
            units: Which of them, boolean, shape `(units,)`.
        """
        epoch = self._steps.epoch
        recycled = self._diary.recycle(layer, units, epoch)
        if self._run is not None:
            self._run.recycled(epoch, layer, recycled)

    @property
    def not_watched(self) -> dict[str, str]:
        """The activations that run but are not watched: name to reason."""
        if self._watching is None:
            return {}
        return dict(self._watching.sites.not_watched)

    def record(self) -> Record:
        """All that a diagnosis looks at, so far."""
        if self._watching is None or self._course is None:
            return Record()
        sites = self._watching.sites
        return Record(
            history=self.history,
            weights=self.weight_history,
            layers={site.name: site.kind.name for site in sites},
            not_watched=self.not_watched,
            **self._course.parts(),
        )

    def diagnose(self) -> Diagnosis:
        """What is wrong with the training, and what to change.

        Returns:
            A list of `keras_activations.diagnosis.Finding`, the most
            important first. `print` shows it as text. Its `verdict` says what
            was looked at, its `not_checked` which causes could not be
            checked, and why.
        """
        return diagnose_record(self.record())

    def plot_depth(self, epochs: Sequence[int] | None = None) -> Any:
        """How the signal and its gradient change from layer to layer.

        Three plots on logarithmic axes: the standard deviation of the
        activations along the watched layers, and along the weight matrices the
        norm of the gradient and |change| / |weights|. In a network that
        learns, none of them grows or shrinks by powers of ten on the way.

        Args:
            epochs: Which epochs are drawn; -1 is the time before the first
                update, for which gradients and changes are those of the first
                ten steps. `None`: the first of these and the last one. The
                gradients of epochs are measured with `gradients=True`.

        Returns:
            A `matplotlib` figure.

        Raises:
            ValueError: If an epoch was not measured.
            ModuleNotFoundError: matplotlib is not installed; the message says
                how to get it.
        """
        return plot_depth(self.record(), epochs)

    def report(self) -> str:
        """The last epoch of every layer as Markdown, worst layer first."""
        return markdown_report(self.history, self.not_watched, self.diagnose())

    def _repr_html_(self) -> str:
        """What a notebook shows."""
        return notebook_report(self.history, self.not_watched, self.diagnose())

    def on_train_begin(self, logs: Any = None) -> None:
        """Prepares for the model; raises if it cannot be watched."""
        self._fit.begin()
        if self._watching is None:
            self._watching = Watching(
                self.model,
                self.layers,
                gradients=self.gradients,
                effective_rank=self.effective_rank,
            )
            self._course = Course(self._watching)
        elif self._watching.model is not self.model:
            raise ValueError(
                "This ActivationMonitor has watched the model "
                f"{self._watching.model.name!r}. Use a new one for the model "
                f"{self.model.name!r}."
            )
        if not is_first_process():
            self._directory = None  # one of them writes for all
        if self._directory is not None:
            self._directory.take()
        if self.log_to_history:
            self._fit.come_first()
        self._live.begin((self.params or {}).get("verbose"))
        Watch.clear(self.model)
        # Left over from an interrupted fit.
        self._watching.discard()
        self._histograms = {}
        self._pending, self._epoch_window = Window(), Window()
        self._steps.begin_fit()
        self._described = []

    def on_epoch_begin(self, epoch: int, logs: Any = None) -> None:
        """Looks for an earlier part of the run at the first epoch of a fit."""
        self._fit.own()
        if self._steps.first_epoch:
            updates = iterations(self.model)
            self._steps.resume(updates)
            if self._course is not None:
                self._course.begin(updates)
            if self._directory is not None:
                self._find_run(self._directory, epoch)
        self._steps.begin_epoch(epoch)

    def _lose_run(self) -> None:
        """Leaves the run directory to another monitor of this process."""
        if self._fit.by_hand:
            warnings.warn(
                f"ActivationMonitor stops writing to {self.log_dir}: another "
                "one does. `history` is kept.",
                stacklevel=2,
            )
        if self._run is not None:
            self._run.close()
        self._run = None
        if self._directory is not None:
            self._directory.lose()

    def _find_run(self, directory: RunDirectory, epoch: int) -> None:
        # Resumed training continues in the directory of its first part.
        if not directory.owned:
            resumed = epoch > 0 or self._steps.step > 0
            last = directory.find(resumed, self._fit.is_backed_up())
            if epoch == 0 and resumed:
                self._steps.finished = last
            if self._watching is not None:
                self._watching.on_found = directory.check_layers
        if self._run is not None:
            self._run.close()
            self._run = None

    def on_train_batch_begin(self, batch: int, logs: Any = None) -> None:
        """Watches the next step if it is that step's turn."""
        self._fit.own()
        if self._watching is None:
            return
        if self._course is not None:
            self._course.look_at_weights(self._steps.step)
        # Not `self.model`: on JAX, that gives all variables their values.
        steps = self._watching.model.steps_per_execution
        self._steps.step += steps
        if self._steps.is_turn(batch, steps):
            self._counted = self._histograms_at(batch)
            self._watching.arm(
                self._fit.goes_on, self._counted, self._after_step
            )

    def _histograms_at(self, batch: int) -> list[str]:
        """Which histograms are counted in the next step."""
        frequency = self.histogram_freq
        if not frequency:
            return []
        self._begins_epoch = batch == 0 and self._steps.epoch % frequency == 0
        if self._begins_epoch:
            inputs = ["pre_activations"] if self.pre_activations else []
            return ["histograms", *inputs]
        return ["histograms"] if self._is_due() else []

    @property
    def _frequency(self) -> Any:
        """In steps; 0: not before the end of the epoch."""
        return {"epoch": 0, "batch": 1}.get(
            str(self.update_freq), self.update_freq
        )

    def _is_due(self) -> bool:
        """Whether measures of mini-batches are written after this step."""
        since = self._steps.step - self._steps.written
        return bool(self._frequency) and since >= self._frequency

    def _take_histograms(self) -> dict[str, np.ndarray]:
        """Those of the step that was made; those of an epoch are kept."""
        if self._watching is None or not self._counted:
            return {}
        taken = {
            name: self._watching.training.take(name) for name in self._counted
        }
        if self._begins_epoch:
            self._histograms = taken
        return taken["histograms"]

    def on_test_begin(self, logs: Any = None) -> None:
        """Finds out whether this is the validation of a fit."""
        self._fit.begin_test()

    def on_test_batch_begin(self, batch: int, logs: Any = None) -> None:
        """Watches the next validation step if it is that step's turn."""
        if self._watching is None or not self._fit.validates:
            return
        steps = self._watching.model.steps_per_execution
        if self._steps.is_turn(batch, steps):
            self._watching.arm_test(self._fit.goes_on)

    def on_test_end(self, logs: Any = None) -> None:
        """Returns from an evaluation to the fit around it."""
        self._fit.end_test()

    def _after_step(self) -> None:
        """Announces what is watched, and writes what is due."""
        if self._watching is None or self._course is None:
            return
        sites = self._watching.sites
        histograms = self._take_histograms()
        steps_at_once = self._watching.model.steps_per_execution
        if self._course.awaits_birth(steps_at_once):
            self._collect()
            sums = self._epoch_window.sums
            self._course.add_birth(self._diary.birth_rows(sums, sites.kinds))
            self._look_for_causes()
        if not self._announced and (self.params or {}).get("verbose"):
            sys.stdout.write(watched_line(len(sites), sites.not_watched))
        directory = self._directory
        if directory is None or not directory.held:
            self._announced = True
            return
        if self._run is None:
            # Which rows there are is only known after a step.
            directory.owned = True
            self._run = HealthRun(directory.log_dir, self.prefix, [])
            if (self.params or {}).get("verbose"):
                sys.stdout.write(announcement(directory.log_dir, self.prefix))
        self._announced = True
        frequency = self._frequency
        steps = self._steps
        known = [*sites.kinds, *sites.not_watched]
        if self._described != known:
            if not self._described:
                steps.written = steps.step - frequency
            self._described = known
            self._collect()
            self._describe(self._run)
        if self._is_due():
            steps.written = steps.step
            self._collect()
            rows = self._diary.rows(
                steps.epoch, self._pending.sums, sites.kinds
            )
            self._run.batch(
                steps.step,
                rows,
                {
                    name: as_histogram(counts, coarse=True)
                    for name, counts in histograms.items()
                },
            )
            self._pending = Window()

    def _describe(self, run: HealthRun) -> None:
        """Writes what is watched, at the first step and when it changes."""
        if self._watching is None:
            return
        sites = self._watching.sites
        run.name_layers(list(sites.kinds))
        run.start(
            self._steps.epoch,
            manifest(
                self.prefix,
                self._diary.rows(
                    self._steps.epoch, self._epoch_window.sums, sites.kinds
                ),
                {
                    site.name: {
                        "can_die": bool(site.kind.can_die),
                        "unit_axis": site.unit_axis,
                        "slope": site.kind.how,
                    }
                    for site in sites
                },
                THRESHOLDS,
                {**hyperparameters(self.model, sites), **self.hparams},
                [name for _, name in matrix_names(self.model).values()],
                sites.not_watched,
            ),
        )

    def _collect(self) -> None:
        """Fetches what the device has summed up since the last time."""
        if self._watching is None:
            return
        sums, batches = self._watching.training.take_units()
        for window in self._pending, self._epoch_window:
            window.add(sums, batches)
        if batches and self.every <= self._watching.model.steps_per_execution:
            # Every step was watched, so the device's count is exact, even if
            # the last execution of the epoch was shorter.
            self._steps.count(int(self._epoch_window.batches))

    def on_epoch_end(self, epoch: int, logs: Any = None) -> None:
        """Adds the rows of the epoch and writes them."""
        self._fit.own()
        if self._watching is None or self._course is None:
            return
        # Another callback may have ended the epoch before a step.
        Watch.clear(self.model)
        self._collect()
        self._watching.check_ran(self._steps.step > self._steps.epoch_start)
        sites, training = self._watching.sites, self._watching.training
        totals = self._epoch_window.sums
        self._pending, self._epoch_window = Window(), Window()
        number = self._steps.finished = self._steps.epoch
        kinds = sites.kinds
        totals = {name: each for name, each in totals.items() if name in kinds}
        alphas = {
            name: alpha.numpy().astype("float64")
            for name, alpha in alpha_variables(sites).items()
        }
        weights = weight_rows(number, training.take("updates"))
        validation, _ = self._watching.testing.take_units()
        rows = self._diary.add_epoch(
            number,
            kinds,
            totals,
            validation,
            alphas,
            weights,
            lambda batch: self._steps.step_of(
                batch, self.model.steps_per_execution
            ),
            {
                site.name: {
                    "unit_axis": site.unit_axis,
                    "slope": site.kind.how,
                }
                for site in sites
            },
            training.take("effective_rank"),
        )
        self._course.look_at_weights(self._steps.step)
        self._course.end_epoch(number, _numbers(logs), self._steps.step)
        histograms, self._histograms = self._histograms, {}
        if self._run is not None and rows:
            told = {row["layer"] for row in rows if "gradient_norm" in row}
            self._run.epoch(
                number,
                rows,
                _numbers(logs),
                {
                    site.name: firing_shades(site.kind, totals[site.name])
                    for site in sites
                    if site.name in totals and site.kind.can_die is not None
                },
                alphas,
                {
                    gauge: {
                        name: as_histogram(counts)
                        for name, counts in each.items()
                    }
                    for gauge, each in histograms.items()
                },
                [row for row in weights if row["layer"] not in told],
                self._diary.deaths(number),
            )
        diagnosis = self._look_for_causes()
        if self.log_to_history and logs is not None:
            logs.update(for_logs(self.prefix, rows, diagnosis))

    def _look_for_causes(self, running: bool = True) -> Diagnosis | None:
        """Diagnoses, tells what is new, and writes it."""
        if self._broken_diagnosis:
            return None
        try:
            record = self.record()
            diagnosis = diagnose_record(record, running)
        except Exception as error:
            # Training goes on, whatever is wrong with the diagnosis.
            self._broken_diagnosis = True
            warnings.warn(
                "ActivationMonitor stops diagnosing: "
                f"{type(error).__name__}: {error}. Training goes on.",
                stacklevel=2,
            )
            return None
        if self._live.is_on:
            self._live.show(
                notebook_report(
                    self.history, self.not_watched, diagnosis, most=8
                ),
                diagnosis.verdict,
            )
        for finding in diagnosis:
            key = finding.cause, finding.layers
            if key in self._told:
                continue
            self._told.add(key)
            if self.alerts and not self._live.is_on:
                sys.stdout.write(alert(finding))
            if self.on_finding is not None:
                self.on_finding(finding)
        if self._run is not None:
            step = max(self._steps.epoch, 0)
            self._run.record(step, self._parts.new(record))
            self._run.findings(step, diagnosis)
        return diagnosis

    def on_train_end(self, logs: Any = None) -> None:
        """Diagnoses, writes the report and closes the event file."""
        self._fit.end()
        self._look_for_causes(running=False)
        if self._run is not None:
            self._run.finish(self._steps.epoch, self.report())
            self._run = None
        if self._directory is not None:
            self._directory.release()


def _numbers(logs: Any) -> dict[str, float]:
    """The logs that are a single number; a metric may have many values."""
    return {
        name: float(value)
        for name, value in (logs or {}).items()
        if isinstance(value, numbers.Real) or _is_one_number(value)
    }


def _is_one_number(value: Any) -> bool:
    return np.ndim(value) == 0 and np.issubdtype(
        np.asarray(value).dtype, np.number
    )
