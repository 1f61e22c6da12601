"""The table of earlier runs, from their event files alone."""

from collections.abc import Callable, Iterable
from pathlib import Path

from keras_activations.recording.event_files import (
    LoggedRun,
    read_run,
    read_runs,
)
from keras_activations.recording.scalars import Series, scalars_of
from keras_activations.recording.storage import checked_location, is_remote
from keras_activations.recording.tables import markdown_table
from tensorboard_plugin_keras_activations.manifest import cleaned, parsed
from tensorboard_plugin_keras_activations.schema import MANIFEST, PREFIX


def event_file_table(
    log_dir: str | Path, logged: Iterable[LoggedRun] | None = None
) -> str:
    """A Markdown table with a row for each training below `log_dir`.

    What cannot be read is left out.

    Args:
        log_dir: Where `ActivationMonitor`, and perhaps Keras's `TensorBoard`,
            wrote; or the directory of the monitor itself,
            `<log_dir>/<prefix>`.
        logged: The runs below `log_dir`, if they have been read.

    Returns:
        For each training, the last values of the loss and the metrics, the
        worst dead-unit ratio and the mean bias shift in the last epoch, and
        how many units were born dead, died and revived.

    Raises:
        ValueError: There are no event files of the monitor.
    """
    directory = checked_location("log_dir", log_dir)
    if not is_remote(directory):
        directory = Path(directory).absolute().as_posix()
    runs: dict[str, Series] = {}
    prefixes: dict[str, str] = {}
    for run in read_runs(log_dir) if logged is None else logged:
        if series := scalars_of(run):
            runs[run.name] = series
            if prefix := _prefix(directory, run, series):
                prefixes[run.name] = prefix
    above, _, name = directory.rpartition("/")
    if [*runs] == ["."] and prefixes.get(".") == name:
        # The logs of Keras for this training are beside it.
        prefixes, runs = {name: name}, {name: runs["."]}
        for beside in "train", "validation":
            runs[beside] = scalars_of(read_run(f"{above}/{beside}"))
    if not prefixes:
        raise ValueError(
            f"{str(log_dir)!r} holds no epoch that the monitor has written; "
            f"found runs: {', '.join(runs) or 'none'}"
        )
    rows = []
    for run_name, prefix in prefixes.items():
        training = (
            run_name.removesuffix(prefix)
            if _ends_with(run_name, prefix)
            else run_name
        ).rstrip("/")
        rows.append(
            _row(
                training,
                _below(runs, training, "train"),
                _below(runs, training, "validation"),
                runs[run_name],
                prefix,
            )
        )
    headings = list(dict.fromkeys(name for row in rows for name in row))
    return markdown_table(
        headings, [[row.get(name, "-") for name in headings] for row in rows]
    )


def _prefix(directory: str, run: LoggedRun, series: Series) -> str | None:
    """The prefix of the monitor that wrote a run; None for other runs."""
    ours = any(f".{name}/" in tag for tag in series for name in _OURS)
    if ours and MANIFEST in run.tags:
        texts = run.values.get(MANIFEST, [])
        told = parsed([(each.step, each.value) for each in texts])
        return str(cleaned(told, series)["prefix"])
    path = directory if run.name == "." else run.name
    return PREFIX if _ends_with(path, PREFIX) else None


def _ends_with(path: str, prefix: str) -> bool:
    return path == prefix or path.endswith(f"/{prefix}")


def _below(runs: dict[str, Series], training: str, name: str) -> Series:
    return runs.get(f"{training}/{name}".lstrip("/"), {})


def _row(
    training: str,
    train: Series,
    validation: Series,
    health: Series,
    prefix: str,
) -> dict[str, str]:
    row = {"run": training or "."}
    for name, series in (("", train), ("val_", validation)):
        for tag, values in series.items():
            if tag.startswith("epoch_") and tag != "epoch_learning_rate":
                row[name + tag.removeprefix("epoch_")] = f"{values[-1][1]:.4f}"
    layers = {
        measure: [
            [value for _, value in values]
            for tag, values in health.items()
            if tag.startswith(f"{prefix}.{measure}/")
        ]
        for measure in ("dead_ratio", "bias_shift", *_COUNTS)
    }
    row["worst dead ratio"] = _number(
        max, [values[-1] for values in layers["dead_ratio"]], "{:.3f}"
    )
    row["mean bias shift"] = _number(
        _mean, [values[-1] for values in layers["bias_shift"]], "{:.3f}"
    )
    for measure, over_epochs in _COUNTS.items():
        row[measure.replace("_", " ")] = _number(
            sum, [over_epochs(values) for values in layers[measure]], "{:g}"
        )
    return row


def _last(values: list[float]) -> float:
    return values[-1]


def _mean(values: list[float]) -> float:
    return sum(values) / len(values)


# Every run of the monitor has one of these.
_OURS = ("dead_ratio", "one_sided_ratio", "bias_shift")

# How to get the count of a training from the counts of its epochs: a unit that
# is born dead is counted again in each epoch in which it has not yet fired.
_COUNTS: dict[str, Callable[[list[float]], float]] = {
    "born_dead": _last,
    "died": sum,
    "revived": sum,
}


def _number(
    reduce: Callable[[list[float]], float], values: list[float], form: str
) -> str:
    return form.format(reduce(values)) if values else "-"
