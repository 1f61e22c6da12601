"""Trainings of two processes, for test_several_devices.py.

python interrupted.py BACKUP PORT PROCESS [--die]

One that is not interrupted, and one that keeps backups, of which the second
process dies, or that goes on from a backup.
"""

import json
import os
import shutil
import signal
import sys
from pathlib import Path

os.environ["KERAS_BACKEND"] = "jax"

import jax
import keras
import numpy as np

import keras_activations as ka
from keras_activations.callbacks import ActivationMonitor, ResumeSampling

jax.config.update("jax_cpu_collectives_implementation", "gloo")
backup, port, process, *die = sys.argv[1:]
process = int(process)
keras.distribution.initialize(f"127.0.0.1:{port}", 2, process)

EPOCHS = 3
X = np.linspace(-1, 1, 32, dtype="float32").reshape(16, 2)


class Die(keras.callbacks.Callback):
    """Ends the second process in the last epoch, as a fault would."""

    def on_train_batch_begin(self, batch, logs=None):
        if process == 1 and (self.epoch, batch) == (EPOCHS - 1, 1):
            os.kill(os.getpid(), signal.SIGKILL)

    def on_epoch_begin(self, epoch, logs=None):
        self.epoch = epoch


def trained(*callbacks, batches):
    keras.utils.set_random_seed(0)
    model = ka.training.SGDSequential(
        [
            keras.Input((2,)),
            keras.layers.Dense(4, "tanh"),
            keras.layers.Dropout(0.5),
            keras.layers.Dense(1),
        ]
    )
    model.compile(ka.training.ExplicitSGD(0.1), "mse")
    monitor = ActivationMonitor(alerts=False)
    steps = []
    count = keras.callbacks.LambdaCallback(
        on_train_batch_end=lambda batch, logs: steps.append(batch)
    )
    model.fit(
        batches,
        epochs=EPOCHS,
        verbose=0,
        callbacks=[*callbacks, monitor, count],
    )
    weights = [weight.tolist() for weight in model.get_weights()]
    return {"steps": len(steps), "weights": weights}


def batches():
    return ka.training.MiniBatches(X, X[:, :1], batch_size=8, seed=3)


distribution = keras.distribution.DataParallel(auto_shard_dataset=False)
keras.distribution.set_distribution(distribution)
found = {"whole": trained(batches=batches())}
# All of them go on from what the first one has kept.
backups = Path(backup)
folder = backups / str(process)
if process and (backups / "0").is_dir():
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(backups / "0", folder)
own = batches()
callbacks = [
    keras.callbacks.BackupAndRestore(
        # A process may end while it writes one.
        folder,
        save_freq=1,
        delete_checkpoint=False,
        double_checkpoint=True,
    ),
    ResumeSampling(own, folder),
    *([Die()] if die else []),
]
try:
    found["resumed"] = trained(*callbacks, batches=own)
except Exception as error:
    # Not the end of the process, which would wait for the one that died.
    print(json.dumps({**found, "error": str(error)}), flush=True)
    os._exit(1)
print(json.dumps(found))
