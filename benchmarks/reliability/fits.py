"""Trainings that are interrupted, go on, or are killed and begin again."""

import json
import os
import random
import signal
import subprocess
import sys
import tempfile
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

    def interrupt(self, rng: random.Random, log_dir: Path) -> None:
        """Fails unless a run that was interrupted can be read and goes on."""
        self._begin()
        monitor = self._monitor.restarted(log_dir)
        try:
            with _interrupted_after(0.001 + rng.random() * 0.05):
                self._fit(monitor, epochs=EPOCHS)
        except KeyboardInterrupt:
            pass
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


JOB = """
import os, sys
os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
import keras, numpy as np
from keras_activations.callbacks import ActivationMonitor
folder, epochs = sys.argv[1], int(sys.argv[2])
keras.utils.set_random_seed(0)
x = np.random.default_rng(0).normal(size=(64, 4))
model = keras.Sequential([keras.Input((4,)),
    keras.layers.Dense(8, "relu", name="hidden"), keras.layers.Dense(1)])
model.compile("sgd", "mse", jit_compile=False)
class Tell(keras.callbacks.Callback):
    def on_train_batch_end(self, batch, logs=None):
        print("step", flush=True)
    def on_epoch_end(self, epoch, logs=None):
        print("epoch", epoch, flush=True)
model.fit(x, x[:, 0], batch_size=8, epochs=epochs, shuffle=False, verbose=0,
    callbacks=[ActivationMonitor(folder + "/logs", alerts=False),
               keras.callbacks.BackupAndRestore(folder + "/backup"), Tell()])
np.savez(folder + "/weights.npz", *model.get_weights())
"""
JOB_EPOCHS = 12


def _job(folder: Path) -> subprocess.Popen:
    return subprocess.Popen(
        [sys.executable, "-c", JOB, str(folder), str(JOB_EPOCHS)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": os.getcwd()},
    )


class Jobs:
    """A job with a backup that is killed again and again, and goes on."""

    def __init__(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            self._finish(Path(folder))
            self._expected = self._result(Path(folder))

    def _finish(self, folder: Path) -> None:
        process = _job(folder)
        _, err = process.communicate()
        if process.returncode:
            raise AssertionError(err.splitlines()[-1])

    def _result(self, folder: Path) -> tuple[list[bytes], Any]:
        with np.load(folder / "weights.npz") as file:
            weights = [file[name].tobytes() for name in file.files]
        return weights, read_scalars(folder / "logs")["health"][TAG]

    def kill(self, rng: random.Random, folder: Path, kills: int) -> None:
        """Fails unless the result is that of a job that nobody killed."""
        for number in range(kills):
            process = _job(folder)
            # The first one before there is a backup.
            steps = rng.randrange(1, 8 if number == 0 else 30)
            for line in process.stdout or ():
                steps -= line == "step\n"
                if steps <= 0:
                    break
            process.kill()
            _, err = process.communicate()
            if "Error" in err:
                raise AssertionError(err.splitlines()[-1])
            # Readable at any time.
            json.dumps(read_scalars(folder / "logs"))
        self._finish(folder)
        if self._result(folder) != self._expected:
            raise AssertionError("weights or values are others")
