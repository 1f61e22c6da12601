"""Train one run."""

from typing import Any

import keras

from keras_activations.callbacks import ActivationMonitor
from keras_activations.comparison.curve_log import CurveLog
from keras_activations.comparison.monitors import hparams_of, new_monitor
from keras_activations.comparison.outcome import begun, ended, failed
from keras_activations.comparison.progress import EpochWatch
from keras_activations.comparison.records import Records
from keras_activations.comparison.result import Row
from keras_activations.comparison.settings import (
    Data,
    Run,
    Training,
    as_keras_takes_it,
)
from keras_activations.comparison.traced import TracedModel
from keras_activations.comparison.validation import fit_arguments
from keras_activations.training import MiniBatches


class Trainer:
    """Trains one run after the other, and records the results."""

    def __init__(self, training: Training, data: Data, records: Records):
        self._training = training
        self._data = data
        self._records = records
        self._validation = fit_arguments(
            as_keras_takes_it(data.validation), training.batch_size
        )
        self._traced = TracedModel()

    def train(self, run: Run, watch: EpochWatch, apart: str) -> Row:
        """The row of one run, even if it fails.

        Args:
            run: The run.
            watch: What shows its progress.
            apart: Why it is not trained together with others.
        """
        row = begun(run, apart)
        directory = self._records.begin(run, row)
        callbacks: list[keras.callbacks.Callback] = []
        if directory is not None:
            callbacks.append(CurveLog(directory))
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
                **self._validation,
                shuffle=False,  # MiniBatches does it; Keras would warn
                verbose=0,
                callbacks=[*callbacks, monitor, watch],
            ).history
            row |= ended(curves, watch.seconds, monitor)
        except Exception as error:  # one failed run must not end the others
            self._traced.forget()
            row |= failed(error)
        self._records.write(run, row)
        return row

    def _start(self, run: Run, log_dir: Any) -> tuple[Any, ActivationMonitor]:
        """A compiled model in the initial state of the run, and its monitor."""
        training = self._training
        beginning = run.activation.label, run.seed
        optimizer = training.optimizer(run.learning_rate)
        hparams = hparams_of(run)
        started = self._traced.again(beginning, optimizer, log_dir, hparams)
        if started is not None:
            return started
        model = training.new_model(run.activation, run.seed)
        monitor = new_monitor(model, run, training, log_dir)
        training.compile(model, optimizer)
        return self._traced.start(
            model, monitor, self._data.sample(), beginning
        )
