"""Train all runs, those of one activation at the same time where possible."""

import warnings
from collections.abc import Callable, Sequence
from itertools import groupby

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
) -> tuple[list[Row], dict[str, str]]:
    """Train the runs without a record.

    Returns:
        A row for each run; and by activation, why its runs were trained one
        after the other, for those of which they were.

    Raises:
        ValueError: Runs must be trained together and cannot be.
    """
    rows = records.finished(runs)
    to_do = [run for run in runs if run.key not in rows]
    by_label = groupby(to_do, key=lambda run: run.activation.label)
    apart: dict[str, str] = {}
    groups: list[tuple[list[Run], Group | None]] = []
    for label, same in by_label:
        group = [*same]
        try:
            groups.append((group, Group(group, training, data)))
        except ApartError as error:
            if training.together is True:
                raise ValueError(
                    "`together=True` must be possible for all runs. Received: "
                    f"runs of {label!r}, for which it is not: {error}"
                ) from None
            apart[label] = str(error)
            groups.append((group, None))
    with RunProgress(len(to_do), training.epochs, show=show) as progress:
        trainer = Trainer(training, data, records)
        start = _starter(runs, progress)
        for group, together in groups:
            watches = [start(run) for run in group] if together else []
            found = []
            if together:
                try:
                    found = together.train(records, watches)
                except Exception as error:  # one by one, it may be some of them
                    label = group[0].activation.label
                    apart[label] = f"{type(error).__name__}: {error}"
                    warnings.warn(
                        f"The runs of {label!r} could not be trained at the "
                        f"same time ({apart[label]}). They are trained one "
                        "after the other.",
                        stacklevel=3,
                    )
                    for watch in watches:
                        progress.drop(watch)
            for place, run in enumerate(group):
                watch = watches[place] if found else start(run)
                row = found[place] if found else trainer.train(run, watch)
                rows[run.key] = row
                progress.finish(watch, row["error"] or row["status"])
    return [rows[run.key] for run in runs], apart


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
