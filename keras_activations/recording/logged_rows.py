"""What earlier runs logged, as plain rows, from their event files alone."""

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from keras_activations.recording.event_files import LoggedRun, read_run
from keras_activations.recording.record_log import logged
from keras_activations.recording.rows import COUNTS, Row
from keras_activations.recording.scalars import Series, scalars_of
from keras_activations.recording.storage import checked_location, is_remote
from tensorboard_plugin_keras_activations.manifest import cleaned, parsed
from tensorboard_plugin_keras_activations.plain import number
from tensorboard_plugin_keras_activations.schema import MANIFEST, PREFIX

# What there can be a row for.
PER = ("run", "layer", "epoch")

COUNTED = ("epoch", "units", "samples", "val_samples", "nonfinite", *COUNTS)

# Every run of the monitor has one of these.
_OURS = ("dead_ratio", "one_sided_ratio", "bias_shift")


@dataclass
class Training:
    """The files of one training: the monitor's, and those of Keras beside it.

    Attributes:
        name: Its path below the log directory; "." for that itself.
        run: What the monitor wrote.
        prefix: The first part of the monitor's tags.
        train, validation: The scalars that Keras's `TensorBoard` wrote.
    """

    name: str
    run: LoggedRun
    prefix: str
    train: Series
    validation: Series


def trainings(log_dir: str | Path, runs: Sequence[LoggedRun]) -> list[Training]:
    """The trainings that the monitor watched.

    Args:
        log_dir: Where `ActivationMonitor`, and perhaps Keras's `TensorBoard`,
            wrote; or the directory of the monitor itself,
            `<log_dir>/<prefix>`.
        runs: The runs below `log_dir`.

    Raises:
        ValueError: There are no event files of the monitor.
    """
    directory = checked_location("log_dir", log_dir)
    if not is_remote(directory):
        directory = Path(directory).absolute().as_posix()
    series = {run.name: each for run in runs if (each := scalars_of(run))}
    prefixes = {
        run.name: prefix
        for run in runs
        if run.name in series
        and (prefix := _prefix(directory, run, series[run.name]))
    }
    by_name = {run.name: run for run in runs}
    above, _, name = directory.rpartition("/")
    if [*series] == ["."] and prefixes.get(".") == name:
        # The logs of Keras for this training are beside it.
        prefixes, by_name = {name: name}, {name: by_name["."]}
        for beside in "train", "validation":
            series[beside] = scalars_of(read_run(f"{above}/{beside}"))
    if not prefixes:
        raise ValueError(
            f"{str(log_dir)!r} holds no epoch that the monitor has written; "
            f"found runs: {', '.join(series) or 'none'}"
        )
    found = []
    for run_name, prefix in prefixes.items():
        if _ends_with(run_name, prefix):
            training = run_name.removesuffix(prefix).rstrip("/")
        else:
            training = run_name
        train, validation = (
            series.get(f"{training}/{part}".lstrip("/"), {})
            for part in ("train", "validation")
        )
        found.append(
            Training(
                training or ".", by_name[run_name], prefix, train, validation
            )
        )
    return found


def logged_rows(found: Sequence[Training], per: str = "run") -> list[Row]:
    """Rows with plain numbers, for tables and for other programs.

    Args:
        found: The trainings.
        per: `"run"`: a row for each of them, with the last value of the loss
            and the metrics, and the health of the whole model; `"layer"`: a
            row for each layer, with the measures of its last epoch; `"epoch"`:
            one for each layer and epoch.
    """
    if per == "run":
        rows = [_row(training) for training in found]
    else:
        rows = [row for each in found for row in _layers(each, per == "epoch")]
    return [_short(row) for row in rows]


def with_settings(found: Sequence[Training]) -> list[Row]:
    """The rows of the trainings, with their settings and findings.

    The settings are those of the HParams page, and `findings` holds the causes
    that were found; it is missing where that cannot be told.
    """
    rows = []
    for training in found:
        row = _row(training)
        told = _manifest(training.run, training.run.of("scalars"))
        for name, value in told["hparams"].items():
            row.setdefault(name, value)
        diagnosis = logged(training.run).diagnosis
        if diagnosis is not None:
            row["findings"] = ", ".join(each.cause for each in diagnosis)
        rows.append(_short(row))
    return rows


def _prefix(directory: str, run: LoggedRun, series: Series) -> str | None:
    """The prefix of the monitor that wrote a run; None for other runs."""
    ours = any(f".{name}/" in tag for tag in series for name in _OURS)
    if ours and MANIFEST in run.tags:
        return str(_manifest(run, series)["prefix"])
    path = directory if run.name == "." else run.name
    return PREFIX if _ends_with(path, PREFIX) else None


def _manifest(run: LoggedRun, tags: Any) -> dict[str, Any]:
    texts = run.values.get(MANIFEST, [])
    told = parsed([(each.step, each.value) for each in texts])
    return cleaned(told, tags)


def _ends_with(path: str, prefix: str) -> bool:
    return path == prefix or path.endswith(f"/{prefix}")


def _row(training: Training) -> Row:
    row: Row = {"run": training.name}
    for name, series in (("", training.train), ("val_", training.validation)):
        for tag, values in series.items():
            if tag.startswith("epoch_") and tag != "epoch_learning_rate":
                row[name + tag.removeprefix("epoch_")] = values[-1][1]
    layers = {
        measure: [
            [value for _, value in values]
            for tag, values in scalars_of(training.run).items()
            if tag.startswith(f"{training.prefix}.{measure}/")
        ]
        for measure in ("dead_ratio", "bias_shift", *_COUNTS)
    }
    if layers["dead_ratio"]:
        row["dead_ratio_worst"] = max(map(_last, layers["dead_ratio"]))
    if layers["bias_shift"]:
        row["bias_shift"] = _mean([*map(_last, layers["bias_shift"])])
    for measure, over_epochs in _COUNTS.items():
        if layers[measure]:
            row[measure] = sum(map(over_epochs, layers[measure]))
    return row


def _layers(training: Training, all_epochs: bool) -> Iterator[Row]:
    record = logged(training.run).record
    rows = [] if record is None else [*record.history]
    if not all_epochs:
        rows = [*{row["layer"]: row for row in rows}.values()]
    for row in rows:
        yield {"run": training.name, **row}


def _short(row: Row) -> Row:
    """The row with integers for counts, and the digits of a float32."""
    return {
        name: value
        if not isinstance(value, float) or not math.isfinite(value)
        else int(value)
        if name in COUNTED
        else number(value)
        for name, value in row.items()
    }


def _last(values: list[float]) -> float:
    return values[-1]


def _mean(values: list[float]) -> float:
    return sum(values) / len(values)


# How to get the count of a training from the counts of its epochs: a unit that
# is born dead is counted again in each epoch in which it has not yet fired.
_COUNTS: dict[str, Callable[[list[float]], float]] = {
    "born_dead": _last,
    "died": sum,
    "revived": sum,
}
