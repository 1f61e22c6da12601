"""The callback that logs the curves of one run."""

from pathlib import Path
from typing import Any

import keras

from keras_activations.recording.curves import Curves


def progress_of(optimizer: keras.optimizers.Optimizer) -> tuple[float, int]:
    """Its learning rate, and how many updates it has made."""
    return (
        float(keras.ops.convert_to_numpy(optimizer.learning_rate)),
        int(keras.ops.convert_to_numpy(optimizer.iterations)),
    )


class CurveLog(keras.callbacks.Callback):
    """Logs loss and metrics epoch by epoch.

    Args:
        log_dir: The log directory of the run.
    """

    def __init__(self, log_dir: Path) -> None:
        super().__init__()
        self._curves = Curves(log_dir)

    def on_epoch_end(self, epoch: int, logs: Any = None) -> None:
        """Adds an epoch."""
        self._curves.epoch(
            epoch,
            {name: float(value) for name, value in (logs or {}).items()},
            *progress_of(self.model.optimizer),
        )

    def on_train_end(self, logs: Any = None) -> None:
        """Closes the files."""
        self._curves.close()
