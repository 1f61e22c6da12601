"""Loss and metrics of a training, where Keras's `TensorBoard` writes them."""

from collections.abc import Mapping
from pathlib import Path

from keras_activations.recording.events import EventFile, summary_of


class Curves:
    """Writes the logs of `fit` to `<log_dir>/train` and `/validation`.

    The tags are those of `keras.callbacks.TensorBoard`, which needs TensorFlow
    on every backend.

    Args:
        log_dir: The log directory of one run.
    """

    def __init__(self, log_dir: Path) -> None:
        self._train = EventFile(log_dir / "train")
        self._validation = EventFile(log_dir / "validation")

    def epoch(
        self,
        number: int,
        logs: Mapping[str, float],
        learning_rate: float,
        updates: int,
    ) -> None:
        """Adds an epoch.

        Args:
            number: Its number, from 0.
            logs: What `fit` logs; what belongs to the validation data begins
                with `val_`.
            learning_rate: The learning rate at its end.
            updates: How many updates the optimizer has made.
        """
        training = {
            name: value
            for name, value in logs.items()
            if not name.startswith("val_")
        }
        training["learning_rate"] = learning_rate
        validation = {
            name.removeprefix("val_"): value
            for name, value in logs.items()
            if name.startswith("val_")
        }
        self._train.write(number, summary_of(_tagged("epoch_{}", training)))
        self._validation.write(
            updates,
            summary_of(_tagged("evaluation_{}_vs_iterations", validation)),
        )
        self._validation.write(
            number, summary_of(_tagged("epoch_{}", validation))
        )
        for file in self._train, self._validation:
            file.flush()

    def close(self) -> None:
        """Closes the files."""
        self._train.close()
        self._validation.close()


def _tagged(tag: str, values: Mapping[str, float]) -> dict[str, float]:
    return {tag.format(name): value for name, value in values.items()}
