"""Train one run after the other."""

import statistics
from collections.abc import Callable, Sequence
from typing import Any

import keras
import numpy as np

from keras_activations import compat
from keras_activations.callbacks import ActivationMonitor
from keras_activations.comparison.progress import EpochWatch, RunProgress
from keras_activations.comparison.records import Records
from keras_activations.comparison.result import Row
from keras_activations.comparison.settings import Data, Run, Training
from keras_activations.comparison.traced import TracedModel
from keras_activations.training import MiniBatches


def train_all(
    runs: Sequence[Run],
    training: Training,
    data: Data,
    records: Records,
    show: bool,
) -> list[Row]:
    """A row for each run; only runs without a record are trained."""
    rows = records.finished(runs)
    to_do = [run for run in runs if run.key not in rows]
    several_rates = len({run.learning_rate for run in runs}) > 1
    several_seeds = len({run.seed for run in runs}) > 1
    with RunProgress(len(to_do), training.epochs, show=show) as progress:
        trainer = Trainer(training, data, records)
        for run in to_do:
            # Only what differs between the runs: a terminal is narrow.
            title = run.activation.label
            if several_rates:
                title += f" lr={run.learning_rate:g}"
            if several_seeds:
                title += f" seed={run.seed}"
            watch = progress.start(title)
            row = rows[run.key] = trainer.train(run, watch)
            progress.finish(watch, row["status"], row["error"])
    return [rows[run.key] for run in runs]


class Trainer:
    """Trains each run as if it were alone, and records the result."""

    def __init__(self, training: Training, data: Data, records: Records):
        self._training = training
        self._data = data
        self._records = records
        self._validation = data.validation_batches(training.batch_size)
        self._traced = TracedModel()

    def train(self, run: Run, watch: EpochWatch) -> Row:
        """The row of one run, even if it fails."""
        row: Row = {
            "activation": run.activation.label,
            "learning_rate": run.learning_rate,
            "seed": run.seed,
            "digest": run.digest,
            "status": "running",
            "error": None,
        }
        directory = self._records.begin(run, row)
        callbacks: list[keras.callbacks.Callback] = []
        if directory is not None:
            callbacks.append(
                keras.callbacks.TensorBoard(directory, write_graph=False)
            )
        try:
            model, monitor = self._start(run, directory)
            curves = model.fit(
                MiniBatches(
                    self._data.x,
                    self._data.y,
                    batch_size=self._training.batch_size,
                    seed=run.seed,
                ),
                epochs=self._training.epochs,
                validation_data=self._validation,
                shuffle=False,  # MiniBatches does it; Keras would warn
                verbose=0,
                callbacks=[*callbacks, monitor, watch],
            ).history
            row["seconds_per_epoch"] = statistics.median(watch.seconds)
            row["seconds"] = row["seconds_per_epoch"] * len(watch.seconds)
            row.update(_outcome(curves, monitor.history))
            row["findings"] = [
                {
                    "cause": finding.cause,
                    "sentence": finding.sentence,
                    "remedy": next(
                        (remedy.text for remedy in finding.remedies), ""
                    ),
                }
                for finding in monitor.diagnose()
            ]
        except Exception as error:  # one failed run must not end the others
            self._traced.forget()
            row["status"] = "failed"
            row["error"] = f"{type(error).__name__}: {error}"
        self._records.write(run, row)
        return row

    def _start(self, run: Run, log_dir: Any) -> tuple[Any, ActivationMonitor]:
        """A compiled model in the initial state of the run, and its monitor."""
        training = self._training
        beginning = run.activation.label, run.seed
        optimizer = training.optimizer(run.learning_rate)
        # The label, since learned and fixed ELU have the same class.
        hparams = {"activation": run.activation.label, "seed": run.seed}
        started = self._traced.again(beginning, optimizer, log_dir, hparams)
        if started is not None:
            return started
        model = training.new_model(run.activation, run.seed)
        # A layer given to `activation=` is watched in the layer that uses it.
        users = {
            id(layer.activation): layer
            for layer in compat.layers_of(model, include_self=False)
            if isinstance(getattr(layer, "activation", None), keras.Layer)
        }
        monitor = ActivationMonitor(
            log_dir,
            layers=[users.get(id(each), each) for each in run.activation.made],
            hparams=hparams,
            alerts=False,  # the notes under the table tell them
        )
        model.compile(
            optimizer=optimizer,
            loss=training.loss,
            metrics=training.new_metrics(),
            jit_compile=training.jit_compile,
            steps_per_execution=training.steps_per_execution,
        )
        return self._traced.start(
            model, monitor, self._data.sample(), beginning
        )


def _outcome(curves: dict[str, list[float]], health: list[Row]) -> Row:
    """The last values, the curves and the activation health of one run."""
    last = {name: float(values[-1]) for name, values in curves.items()}
    epochs = sorted({row["epoch"] for row in health})
    by_epoch = [
        [row for row in health if row["epoch"] == epoch] for epoch in epochs
    ]
    dead = [_over(max, rows, "dead_ratio") for rows in by_epoch]
    shift = [_over(statistics.fmean, rows, "bias_shift") for rows in by_epoch]
    return {
        "status": (
            "finished" if np.isfinite(list(last.values())).all() else "diverged"
        ),
        **last,
        "dead_ratio_worst": dead[-1],
        "bias_shift": shift[-1],
        "born_dead": _over(sum, by_epoch[-1], "born_dead"),
        "died": _over(sum, health, "died"),
        "revived": _over(sum, health, "revived"),
        "curves": {
            **{name: [float(v) for v in each] for name, each in curves.items()},
            "dead_ratio_worst": dead,
            "bias_shift": shift,
        },
    }


def _over(
    reduce: Callable[[list[float]], float], rows: list[Row], key: str
) -> float | None:
    """`reduce` over the rows; None where no layer has such a number."""
    values = [row[key] for row in rows if row.get(key) is not None]
    return float(reduce(values)) if values else None
