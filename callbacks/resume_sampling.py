"""ResumeSampling: continue interrupted training within its epoch."""

import json
import os
import warnings
from pathlib import Path
from typing import Any

import keras

from keras_activations import compat
from keras_activations.training import MiniBatches
from keras_activations.training.sampling.datasets import EPOCHS_MAY_BE_EMPTY


class ResumeSampling(keras.callbacks.Callback):
    """Give the right batches to training that `BackupAndRestore` resumes.

    `keras.callbacks.BackupAndRestore` restores the weights and the epoch, but
    starts that epoch again: the mini-batches before the interruption are seen
    twice. With this callback after it, the stream continues where the backup
    was made, and the final weights are those of uninterrupted training. This
    includes dropout: Keras does not back up the state of the random layers;
    this callback does.

    The position is kept in the metadata file of the backup. The metrics of the
    resumed epoch cover only the rest of it. If all of its steps were done, on
    JAX its end is left out, and a warning says so.

    Args:
        batches: The `MiniBatches` given to `fit`.
        backup_dir: The directory of `BackupAndRestore`.

    Raises:
        TypeError: If `batches` is not a `MiniBatches`.
        ValueError: When training begins, if the backup was made without this
            callback, or with other data, if this callback is not after
            `BackupAndRestore`, or if `steps_per_epoch` is not
            `len(batches)`.

    Example:

    ```python
    model.fit(
        batches,
        epochs=10,
        callbacks=[
            keras.callbacks.BackupAndRestore("backup", save_freq=100),
            ResumeSampling(batches, "backup"),
        ],
    )
    ```
    """

    def __init__(
        self, batches: MiniBatches, backup_dir: str | os.PathLike[str]
    ) -> None:
        super().__init__()
        if not isinstance(batches, MiniBatches):
            raise TypeError(
                "`batches` must be the MiniBatches that `fit` trains on. "
                f"Received: {batches!r} of type {type(batches).__name__}"
            )
        self.batches = batches
        self.metadata_path = Path(backup_dir) / "training_metadata.json"
        # Under a tf.distribute strategy `fit` takes a mini-batch to build
        # the model, so the position is read before that.
        self._epoch_start = batches.position
        self._done_before = 0  # steps of this epoch before the interruption
        self._done = 0  # steps of this epoch
        self._saved_size = -1
        self._warning_filters: warnings.catch_warnings | None = None

    def on_train_begin(self, logs: dict | None = None) -> None:
        """Continue the stream where the backup was made."""
        if self.params["steps"] != len(self.batches):
            # Keras could not end a resumed epoch before its steps are done.
            raise ValueError(
                "ResumeSampling needs the MiniBatches itself in `fit`, and "
                f"epochs of all its {len(self.batches)} steps. Received: "
                f"steps_per_epoch={self.params['steps']}"
            )
        self._done_before = 0
        if self.metadata_path.exists():
            metadata = json.loads(self.metadata_path.read_text())
            self._check(metadata)
            self._epoch_start = metadata["sampling"]["epoch_start"]
            self._done_before = metadata["sampling"]["done"]
            for variable, state in zip(
                self._seeds(), metadata["sampling"]["seeds"], strict=True
            ):
                variable.assign(state)
            if not EPOCHS_MAY_BE_EMPTY:
                self._skip_an_empty_epoch(metadata["epoch"])
        self.batches.seek(self._epoch_start + self._done_before)

    def on_epoch_begin(self, epoch: int, logs: dict | None = None) -> None:
        """Start the count at the steps before the interruption."""
        self._done = self._done_before

    def on_train_batch_begin(
        self, batch: int, logs: dict | None = None
    ) -> None:
        """End a resumed epoch after its remaining steps."""
        # `fit` ends the epoch, as if the data had run out. It must not reach
        # the end of the data itself: a step that fails for lack of data has
        # already advanced `iterations` and the seeds (Keras 3.15).
        if self._done_before and self._done >= self.params["steps"]:
            # Keras must not warn that the epoch is short.
            self._warning_filters = warnings.catch_warnings()
            self._warning_filters.__enter__()
            warnings.filterwarnings("ignore", "Your input ran out of data")
            raise StopIteration

    def on_test_begin(self, logs: dict | None = None) -> None:
        """Restore the warning filters: the epoch is over."""
        self._warn_again()

    def on_train_batch_end(self, batch: int, logs: dict | None = None) -> None:
        """Count, and add the position to a backup that was just made."""
        # The end of the epoch may shorten an execution of several steps.
        self._done = min(self._done_before + batch + 1, self.params["steps"])
        self._save()

    def on_epoch_end(self, epoch: int, logs: dict | None = None) -> None:
        """The next epoch begins where this one ended."""
        self._warn_again()
        self._epoch_start += self._done
        self._done = self._done_before = 0
        self._save()

    def _skip_an_empty_epoch(self, epoch: int) -> None:
        if self._done_before < self.params["steps"]:
            return
        warnings.warn(
            f"Before the interruption, epoch {epoch + 1} had all its "
            f"{self.params['steps']} steps. On JAX, Keras cannot end an epoch "
            "without a step: its end is left out, with its validation and "
            "what other callbacks do then.",
            stacklevel=2,
        )
        compat.skip_epoch(self.model)
        self._epoch_start += self._done_before
        self._done_before = 0

    def _warn_again(self) -> None:
        if self._warning_filters is not None:
            self._warning_filters.__exit__(None, None, None)
            self._warning_filters = None

    def _save(self) -> None:
        # BackupAndRestore rewrites the file without the position.
        if (
            not self.metadata_path.exists()
            or self.metadata_path.stat().st_size == self._saved_size
        ):
            return
        metadata = json.loads(self.metadata_path.read_text())
        if "sampling" not in metadata:
            metadata["sampling"] = {
                "epoch_start": self._epoch_start,
                "done": self._done,
                "iterations": self._iterations(),
                "seeds": [
                    _numpy(variable).tolist() for variable in self._seeds()
                ],
                "batches": self.batches.identity,
            }
            # Atomic: a killed process leaves the old file or the new one.
            temporary = self.metadata_path.with_suffix(".tmp")
            temporary.write_text(json.dumps(metadata))
            os.replace(temporary, self.metadata_path)
        self._saved_size = self.metadata_path.stat().st_size

    def _seeds(self) -> list[keras.Variable]:
        # `save_weights`, and so the backup, leaves out the state of dropout
        # and all other random layers (Keras 3.15).
        return [
            variable
            for variable in self.model.non_trainable_variables
            if variable.name == "seed_generator_state"
        ]

    def _iterations(self) -> int:
        return int(_numpy(self.model.optimizer.iterations))

    def _check(self, metadata: dict[str, Any]) -> None:
        if "sampling" not in metadata:
            raise ValueError(
                f"The backup {str(self.metadata_path)!r} was made without "
                "ResumeSampling: the position in the data is not known. "
                "Delete it, or train on without ResumeSampling."
            )
        kept = metadata["sampling"]["batches"]
        given = self.batches.identity
        other = [name for name in given if given[name] != kept.get(name)]
        if other:
            raise ValueError(
                f"The backup {str(self.metadata_path)!r} is of other "
                "mini-batches. Received, and in the backup: "
                + ", ".join(
                    f"{name}={given[name]!r} and {kept.get(name)!r}"
                    for name in other
                )
            )
        iterations = self._iterations()
        if iterations != metadata["sampling"]["iterations"]:
            raise ValueError(
                "ResumeSampling must come after BackupAndRestore in "
                "`callbacks`, with the same directory. The optimizer has made "
                f"{iterations} updates, the backup "
                f"{metadata['sampling']['iterations']}."
            )


def _numpy(variable: keras.Variable) -> Any:
    # On TensorFlow, a variable with several replicas cannot be read directly.
    value = keras.ops.convert_to_tensor(variable.value)
    return keras.ops.convert_to_numpy(value)
