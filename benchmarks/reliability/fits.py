"""Trainings that are interrupted, go on, or are refused."""

import random
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import keras
import numpy as np
import tensorflow as tf

from keras_activations.callbacks import ActivationMonitor
from keras_activations.recording import read_scalars

EPOCHS = 3
TAG = "health.mean/01_hidden"


@contextmanager
def _interrupted_after(seconds: float) -> Iterator[None]:
    """Ctrl-C at a moment that nobody has chosen."""

    def interrupt(*_: Any) -> None:
        raise KeyboardInterrupt

    signal.signal(signal.SIGALRM, interrupt)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        # The default for one that comes too late would end this process.
        signal.signal(signal.SIGALRM, signal.SIG_IGN)


class Fits:
    """One small model that is fitted again and again.

    Its step is traced once: each of a thousand fits takes milliseconds.
    """

    def __init__(self) -> None:
        keras.utils.set_random_seed(0)
        x = np.random.default_rng(0).normal(size=(32, 4))
        self._data = tf.data.Dataset.from_tensor_slices((x, x[:, 0])).batch(8)
        self._model = keras.Sequential(
            [
                keras.Input((4,)),
                keras.layers.Dense(8, "relu", name="hidden"),
                keras.layers.Dense(1),
            ]
        )
        self._model.compile("sgd", "mse", jit_compile=False)
        self._weights = self._model.get_weights()
        self._monitor = ActivationMonitor(alerts=False)
        self._fit(self._monitor, epochs=1)
        self._plain = self._expected()

    def _fit(self, monitor: ActivationMonitor | None, **options: Any) -> None:
        self._model.fit(
            self._data,
            verbose=0,
            callbacks=[] if monitor is None else [monitor],
            **options,
        )

    def _begin(self) -> None:
        self._model.set_weights(self._weights)
        self._model.optimizer.iterations.assign(0)

    def _expected(self) -> list[np.ndarray]:
        self._begin()
        self._fit(None, epochs=EPOCHS)
        return self._model.get_weights()

    def unwatched(self, rng: random.Random, log_dir: Path) -> None:
        """Fails unless a watched training gives the same weights."""
        self._begin()
        self._fit(self._monitor.restarted(log_dir), epochs=EPOCHS)
        for mine, plain in zip(
            self._model.get_weights(), self._plain, strict=True
        ):
            if mine.tobytes() != plain.tobytes():
                raise AssertionError("the weights are others")

    def _interrupted(
        self, rng: random.Random, monitor: ActivationMonitor | None
    ) -> None:
        self._begin()
        try:
            with _interrupted_after(0.001 + rng.random() * 0.05):
                self._fit(monitor, epochs=EPOCHS)
        except KeyboardInterrupt:
            pass

    def interrupt_alone(self, rng: random.Random, log_dir: Path) -> None:
        """Fails if Keras and TensorFlow alone cannot be interrupted."""
        self._interrupted(rng, None)
        self._fit(None, epochs=2)

    def interrupt(self, rng: random.Random, log_dir: Path) -> None:
        """Fails unless a run that was interrupted can be read and goes on."""
        monitor = self._monitor.restarted(log_dir)
        self._interrupted(rng, monitor)
        self._check(monitor, log_dir)
        # The same cell is run again; half of the time by a new monitor.
        if rng.random() < 0.5:
            done = len(monitor.history)
            self._model.optimizer.iterations.assign(max(1, 4 * done))
            monitor = self._monitor.restarted(log_dir)
        self._fit(monitor, epochs=2)
        self._check(monitor, log_dir)
        runs = read_scalars(log_dir)
        steps = [step for step, _ in runs["health"][TAG]]
        # An epoch that was interrupted while it was written may be missing.
        if len(steps) < max(steps) or sorted(set(steps)) != steps:
            raise AssertionError(f"the epochs are {steps}")

    def refused(self, rng: random.Random, log_dir: Path) -> None:
        """Fails unless the directory of a finished run is refused."""
        self._begin()
        self._fit(self._monitor.restarted(log_dir), epochs=1)
        before = read_scalars(log_dir)
        self._begin()
        try:
            self._fit(self._monitor.restarted(log_dir), epochs=1)
        except ValueError as error:
            if "holds another run" not in str(error):
                raise
        else:
            raise AssertionError("a second run was mixed with the first")
        if read_scalars(log_dir) != before:
            raise AssertionError("the first run has changed")

    def _check(self, monitor: ActivationMonitor, log_dir: Path) -> None:
        """All epochs of the history are in the files."""
        logged = read_scalars(log_dir).get("health", {})
        found = dict(logged.get(TAG, []))
        missing = 0
        for row in monitor.history:
            if row["epoch"] not in found:
                missing += 1
            elif np.float32(row["mean"]) != np.float32(found[row["epoch"]]):
                raise AssertionError(f"epoch {row['epoch']} has another value")
        # That which was interrupted between the history and the file.
        if missing > 1:
            raise AssertionError(f"{missing} epochs are missing")
