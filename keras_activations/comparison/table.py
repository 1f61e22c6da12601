"""The table of earlier runs, from their event files alone."""

from collections.abc import Callable
from pathlib import Path

from keras_activations.recording import read_scalars
from keras_activations.recording.tables import markdown_table

Series = dict[str, list[tuple[int, float]]]


def event_file_table(log_dir: str | Path, prefix: str = "health") -> str:
    """A Markdown table with a row for each training below `log_dir`.

    Args:
        log_dir: Where `ActivationMonitor`, and perhaps Keras's `TensorBoard`,
            wrote; or the directory of the monitor itself,
            `<log_dir>/<prefix>`.
        prefix: The prefix of the monitor.

    Returns:
        For each training, the last values of the loss and the metrics, the
        worst dead-unit ratio and the mean bias shift in the last epoch, and
        how many units were born dead, died and revived.

    Raises:
        ValueError: There are no event files of the monitor.
    """
    runs = read_scalars(log_dir)
    directory = Path(log_dir).resolve()
    if set(runs) == {"."} and directory.name == prefix:
        # The logs of Keras for this training are beside it.
        runs = {
            name: read_scalars(directory.parent / name).get(".", {})
            for name in (prefix, "train", "validation")
        }
    trainings = [
        run.removesuffix(prefix).rstrip("/")
        for run in runs
        if run == prefix or run.endswith(f"/{prefix}")
    ]
    if not trainings:
        raise ValueError(
            f"{str(log_dir)!r} holds no epoch that the monitor has written; "
            f"found runs: {', '.join(runs) or 'none'}"
        )
    rows = [
        _row(
            training,
            _below(runs, training, "train"),
            _below(runs, training, "validation"),
            _below(runs, training, prefix),
            prefix,
        )
        for training in trainings
    ]
    headings = list(dict.fromkeys(name for row in rows for name in row))
    return markdown_table(
        headings, [[row.get(name, "-") for name in headings] for row in rows]
    )


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
