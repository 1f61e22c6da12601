"""Jobs with a backup that are killed again and again, and go on."""

import json
import random
import tempfile
import traceback
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import keras
import numpy as np

from benchmarks.reliability.fits import TAG
from benchmarks.reliability.worker import PROCESSES, be_quiet
from keras_activations.callbacks import ActivationMonitor
from keras_activations.recording import read_scalars

EPOCHS = 6


class _Tell(keras.callbacks.Callback):
    def __init__(self, told: Connection) -> None:
        super().__init__()
        self._told = told

    def on_train_batch_end(self, batch: int, logs: Any = None) -> None:
        self._told.send("step")


def _train(folder: Path, told: Connection) -> None:
    be_quiet()
    try:
        keras.utils.set_random_seed(0)
        x = np.random.default_rng(0).normal(size=(64, 4))
        model = keras.Sequential(
            [
                keras.Input((4,)),
                keras.layers.Dense(8, "relu", name="hidden"),
                keras.layers.Dense(1),
            ]
        )
        model.compile("sgd", "mse", jit_compile=False)
        model.fit(
            x,
            x[:, 0],
            batch_size=8,
            epochs=EPOCHS,
            shuffle=False,
            verbose=0,
            callbacks=[
                ActivationMonitor(folder / "logs", alerts=False),
                keras.callbacks.BackupAndRestore(folder / "backup"),
                _Tell(told),
            ],
        )
        np.savez(folder / "weights.npz", *model.get_weights())
    except Exception:
        told.send(traceback.format_exc())


class Jobs:
    """One job, which has a result if nobody kills it."""

    def __init__(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            self._run(Path(folder))
            self._expected = self._result(Path(folder))

    def _run(self, folder: Path, steps: int | None = None) -> None:
        """Runs the job; after so many steps, it is killed."""
        told, tells = PROCESSES.Pipe(duplex=False)
        process = PROCESSES.Process(target=_train, args=(folder, tells))
        process.start()
        tells.close()
        done = 0
        while steps is None or done < steps:
            try:
                message = told.recv()
            except EOFError:
                break
            if message != "step":
                raise AssertionError(message.splitlines()[-1])
            done += 1
        if steps is not None:
            process.kill()
        process.join()
        told.close()

    def _result(self, folder: Path) -> tuple[list[bytes], Any]:
        with np.load(folder / "weights.npz") as file:
            weights = [file[name].tobytes() for name in file.files]
        return weights, read_scalars(folder / "logs")["health"][TAG]

    def kill(self, rng: random.Random, folder: Path, kills: int) -> None:
        """Fails unless the result is that of a job that nobody killed."""
        for number in range(kills):
            # The first one before there is a backup.
            self._run(folder, rng.randrange(1, 8 if number == 0 else 20))
            # Readable at any time.
            json.dumps(read_scalars(folder / "logs"))
        self._run(folder)
        if self._result(folder) != self._expected:
            raise AssertionError("weights or values are others")
