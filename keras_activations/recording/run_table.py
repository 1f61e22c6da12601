"""The rows of earlier runs as cells of a table."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from keras_activations.recording.event_files import LoggedRun, read_runs
from keras_activations.recording.logged_rows import (
    COUNTED,
    logged_rows,
    trainings,
)
from keras_activations.recording.rows import Row
from keras_activations.recording.tables import markdown_table

# The columns of a table of runs, after their losses and metrics.
_OF_A_RUN = {
    "dead_ratio_worst": "worst dead ratio",
    "bias_shift": "mean bias shift",
    "born_dead": "born dead",
    "died": "died",
    "revived": "revived",
}

# Of the measures of a layer, those that fit on a page.
_OF_A_LAYER = {
    "run": "run",
    "layer": "layer",
    "epoch": "epoch",
    "activation": "activation",
    "units": "units",
    "dead_ratio": "dead ratio",
    "one_sided_ratio": "one-sided",
    "born_dead": "born dead",
    "died": "died",
    "revived": "revived",
    "mean": "mean",
    "std": "std",
    "bias_shift": "bias shift",
    "saturation": "saturated",
}


def event_file_table(
    log_dir: str | Path, logged: Sequence[LoggedRun] | None = None
) -> str:
    """A Markdown table with a row for each training below `log_dir`.

    What cannot be read is left out.

    Args:
        log_dir: See `trainings`.
        logged: The runs below `log_dir`, if they have been read.

    Returns:
        For each training, the last values of the loss and the metrics, the
        worst dead-unit ratio and the mean bias shift in the last epoch, and
        how many units were born dead, died and revived.

    Raises:
        ValueError: There are no event files of the monitor.
    """
    runs = read_runs(log_dir) if logged is None else logged
    return markdown_table(*cells(logged_rows(trainings(log_dir, runs))))


def cells(rows: Sequence[Row]) -> tuple[list[str], list[list[str]]]:
    """Headings and cells for rows of runs, or of layers."""
    known = list(dict.fromkeys(name for row in rows for name in row))
    if "layer" in known:
        columns = {
            name: heading
            for name, heading in _OF_A_LAYER.items()
            if name in known
        }
    else:
        own = {name: name for name in known if name not in _OF_A_RUN}
        columns = {**own, **_OF_A_RUN}
    return list(columns.values()), [
        [_cell(name, row.get(name)) for name in columns] for row in rows
    ]


def _cell(name: str, value: Any) -> str:
    if value is None:
        return "-"
    if isinstance(value, str):
        return value
    if name in COUNTED:
        return f"{value:g}"
    known = name in _OF_A_RUN or name in _OF_A_LAYER
    return f"{value:.3f}" if known else f"{value:.4f}"
