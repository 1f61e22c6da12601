"""Train all runs, those of one activation at the same time where possible."""

import warnings
from collections.abc import Callable, Iterable, Sequence
from itertools import groupby
from typing import Any

from keras_activations.comparison.alone import Trainer
from keras_activations.comparison.group import ApartError, Group
from keras_activations.comparison.progress import EpochWatch, RunProgress
from keras_activations.comparison.records import Records
from keras_activations.comparison.result import Row
from keras_activations.comparison.settings import Data, Run, Training


def train_all(
    runs: Sequence[Run],
    training: Training,
    data: Data,
    records: Records,
    show: bool,
) -> list[Row]:
    """A row for each run; only runs without a record are trained.

    Raises:
        ValueError: Runs must be trained together and cannot be.
    """
    rows = records.finished(runs)
    to_do = [run for run in runs if run.key not in rows]
    by_label = groupby(to_do, key=lambda run: run.activation.label)
    groups: Iterable[Any] = (
        _grouped([*same], training, data) for _, same in by_label
    )
    if training.together is True:
        groups = [*groups]  # what is refused is refused before all training
    with RunProgress(len(to_do), training.epochs, show=show) as progress:
        trainer = Trainer(training, data, records)
        start = _starter(runs, progress)
        for same, group, apart in groups:
            watches = [start(run) for run in same] if group else []
            found: list[Row] = []
            if group:
                try:
                    found = group.train(records, watches)
                except Exception as error:  # alone, some of them may not fail
                    apart = f"{type(error).__name__}: {error}"
                    warnings.warn(
                        f"The runs of {same[0].activation.label!r} could not "
                        f"be trained together ({apart}). They are trained one "
                        "after the other.",
                        stacklevel=3,
                    )
                    for watch in watches:
                        progress.drop(watch)
            for place, run in enumerate(same):
                watch = watches[place] if found else start(run)
                row = (
                    found[place] if found else trainer.train(run, watch, apart)
                )
                rows[run.key] = row
                progress.finish(watch, row["status"], row["error"])
    return [rows[run.key] for run in runs]


def _grouped(
    runs: list[Run], training: Training, data: Data
) -> tuple[list[Run], Group | None, str]:
    """The runs of an activation, as a group or with the reason why not."""
    try:
        return runs, Group(runs, training, data), ""
    except ApartError as error:
        if training.together is True:
            raise ValueError(
                "`together=True` must be possible for all runs. Received: "
                f"runs of {runs[0].activation.label!r}, for which it is not: "
                f"{error}"
            ) from None
        return runs, None, str(error)
    except Exception as error:  # one of them may be a network that fails
        return runs, None, f"{type(error).__name__}: {error}"


def _starter(
    runs: Sequence[Run], progress: RunProgress
) -> Callable[[Run], EpochWatch]:
    """What starts the bar of a run, under a title of its own."""
    several_rates = len({run.learning_rate for run in runs}) > 1
    several_seeds = len({run.seed for run in runs}) > 1

    def start(run: Run) -> EpochWatch:
        # Only what differs between the runs: a terminal is narrow.
        title = run.activation.label
        if several_rates:
            title += f" lr={run.learning_rate:g}"
        if several_seeds:
            title += f" seed={run.seed}"
        return progress.start(title)

    return start
