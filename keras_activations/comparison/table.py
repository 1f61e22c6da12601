"""The table of earlier runs, from their event files alone."""

import json
from collections.abc import Callable
from pathlib import Path

from tensorboard.backend.event_processing.event_file_loader import (
    EventFileLoader,
)

from keras_activations.recording import read_scalars
from keras_activations.recording.tables import markdown_table
from tensorboard_plugin_keras_activations.schema import MANIFEST, PREFIX

Series = dict[str, list[tuple[int, float]]]


def event_file_table(log_dir: str | Path) -> str:
    """A Markdown table with a row for each training below `log_dir`.

    Args:
        log_dir: Where `ActivationMonitor`, and perhaps Keras's `TensorBoard`,
            wrote; or the directory of the monitor itself,
            `<log_dir>/<prefix>`.

    Returns:
        For each training, the last values of the loss and the metrics, the
        worst dead-unit ratio and the mean bias shift in the last epoch, and
        how many units were born dead, died and revived.

    Raises:
        ValueError: There are no event files of the monitor.
    """
    runs = read_scalars(log_dir)
    directory = Path(log_dir).resolve()
    if set(runs) == {"."}:
        prefix = _prefix(directory, directory.name, runs["."])
        if prefix == directory.name:
            # The logs of Keras for this training are beside it.
            directory = directory.parent
            runs = {
                name: read_scalars(directory / name).get(".", {})
                for name in (prefix, "train", "validation")
            }
    prefixes = {
        run: prefix
        for run, series in runs.items()
        if (prefix := _prefix(directory / run, run, series))
    }
    if not prefixes:
        raise ValueError(
            f"{str(log_dir)!r} holds no epoch that the monitor has written; "
            f"found runs: {', '.join(runs) or 'none'}"
        )
    rows = []
    for run, prefix in prefixes.items():
        training = run.removesuffix(prefix) if _ends_with(run, prefix) else run
        training = training.rstrip("/")
        rows.append(
            _row(
                training,
                _below(runs, training, "train"),
                _below(runs, training, "validation"),
                runs[run],
                prefix,
            )
        )
    headings = list(dict.fromkeys(name for row in rows for name in row))
    return markdown_table(
        headings, [[row.get(name, "-") for name in headings] for row in rows]
    )


def _prefix(directory: Path, run: str, series: Series) -> str | None:
    """The prefix of the monitor that wrote a run; None for other runs."""
    # Only a run with a measure of ours is searched for its manifest.
    if any(f".{name}/" in tag for tag in series for name in _OURS):
        for file in sorted(directory.glob("*tfevents*")):
            for event in EventFileLoader(str(file)).Load():
                for value in event.summary.value:
                    if value.tag == MANIFEST:
                        return _told(value.tensor.string_val[0]) or PREFIX
    return PREFIX if _ends_with(run, PREFIX) else None


def _told(manifest: bytes) -> str:
    """The prefix in a manifest; empty if it cannot be read."""
    try:
        prefix = json.loads(manifest)["prefix"]
    except (ValueError, TypeError, KeyError):
        return ""
    return prefix if isinstance(prefix, str) else ""


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
