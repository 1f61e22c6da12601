"""The progress display while runs are trained."""

import math
import time
from typing import Any, Self

import keras
from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    TextColumn,
    TimeElapsedColumn,
    TimeRemainingColumn,
)
from rich.table import Column

# With more runs than this, the bars of finished runs are removed.
_BARS = 12


class RunProgress:
    """A bar for each run, and one with the time left for all of them.

    Args:
        runs: Number of runs to come.
        epochs: Number of epochs of each.
        show: False shows nothing.
    """

    def __init__(self, runs: int, epochs: int, show: bool = True):
        self._progress = Progress(
            TextColumn("{task.description}"),
            BarColumn(bar_width=16),
            MofNCompleteColumn(),
            TimeElapsedColumn(),
            TimeRemainingColumn(),
            # Shortened in a narrow terminal, unlike the time left.
            TextColumn(
                "{task.fields[now]}",
                table_column=Column(ratio=1, no_wrap=True, overflow="ellipsis"),
            ),
            console=Console(),
            expand=True,
            disable=not show,
        )
        self._epochs = epochs
        self._keep_bars = runs <= _BARS
        self._all = self._progress.add_task(
            "all runs", total=runs * epochs, now="", visible=runs > 1
        )
        self._finished_runs = 0

    def __enter__(self) -> Self:
        self._progress.start()
        return self

    def __exit__(self, *error: object) -> None:
        self._progress.stop()

    def start(self, label: str) -> "EpochWatch":
        """The callback that moves a new bar for the run `label`."""
        task = self._progress.add_task(label, total=self._epochs, now="")
        return EpochWatch(self._progress, task, self._all)

    def drop(self, watch: "EpochWatch") -> None:
        """Remove the bar of a run that begins again."""
        self._progress.remove_task(watch.task)
        self._progress.update(
            self._all, completed=self._finished_runs * self._epochs
        )

    def finish(
        self, watch: "EpochWatch", status: str, error: str | None
    ) -> None:
        """Close the bar of a run, however many epochs it had."""
        # Of a run that has finished, its last values stay.
        if status != "finished":
            self._progress.update(watch.task, now=error or status)
        self._finished_runs += 1
        self._progress.update(
            self._all, completed=self._finished_runs * self._epochs
        )
        if not self._keep_bars:
            self._progress.remove_task(watch.task)


class EpochWatch(keras.callbacks.Callback):
    """Advances a bar each epoch, measures time, and stops diverging runs.

    Attributes:
        seconds: Duration of each epoch, validation included.
    """

    def __init__(self, progress: Progress, task: Any, total: Any):
        super().__init__()
        self.task = task
        self.seconds: list[float] = []
        self._progress = progress
        self._total = total
        self._began = 0.0

    def on_epoch_begin(self, epoch: int, logs: Any = None) -> None:
        """Start the clock."""
        self._began = time.perf_counter()

    def on_train_batch_end(self, batch: int, logs: Any = None) -> None:
        """End a run whose loss is not finite, without Keras's message."""
        if not math.isfinite((logs or {}).get("loss", 0.0)):
            self.model.stop_training = True

    def on_epoch_end(self, epoch: int, logs: Any = None) -> None:
        """Stop the clock and show the last values."""
        self.advance(time.perf_counter() - self._began, logs)

    def advance(self, seconds: float, logs: Any) -> None:
        """Show the values of an epoch that took so long."""
        self.seconds.append(seconds)
        values = "  ".join(
            f"{name} {value:.4f}"
            for name, value in (logs or {}).items()
            if name in ("loss", "val_loss", "val_accuracy")
        )
        self._progress.update(self.task, advance=1, now=values)
        self._progress.advance(self._total)
