"""Rows of the history, and what they say about the whole run."""

import math
from collections.abc import Sequence
from typing import Any

from tensorboard_plugin_keras_activations.schema import run_tag

Row = dict[str, Any]

# What describes a row; everything else in it is a measure.
DESCRIPTION = ("epoch", "layer", "activation", "units", "unit_axis", "slope")
COUNTS = ("born_dead", "died", "revived")

# The measures of the whole model that other callbacks are told.
_LOGGED = ("dead_ratio", "dead_ratio_worst", "bias_shift", "layers_unhealthy")

# From these values on, a layer needs a look.
UNHEALTHY = {
    "dead_ratio": 0.25,
    "one_sided_ratio": 0.5,
    "saturation": 0.5,
    "nonfinite": 1,
}


def measures(row: Row) -> dict[str, float]:
    """The measures of a row."""
    return {
        name: value for name, value in row.items() if name not in DESCRIPTION
    }


def badness(row: Row) -> float:
    """How unhealthy a layer is, for sorting, as in the Activations tab.

    The largest of its shares of dead, one-sided and saturated units; a layer
    with NaN or infinite values is worse than any other.
    """
    ratios = [
        value
        for name in ("dead_ratio", "one_sided_ratio", "saturation")
        if not math.isnan(value := _counted(row, name))
    ]
    return max(ratios, default=0.0) + (2.0 if row.get("nonfinite") else 0.0)


def unhealthy(row: Row) -> bool:
    """Whether a layer needs a look."""
    return any(
        _counted(row, name) >= limit for name, limit in UNHEALTHY.items()
    )


def _counted(row: Row, name: str) -> float:
    """A measure; of saturation, what is not death already."""
    value = float(row.get(name, math.nan))
    if name == "saturation":
        # A unit that is flat on every sample is both saturated and dead.
        value -= float(row.get("dead_ratio", 0.0))
    return value


def run_level(rows: Sequence[Row]) -> dict[str, float]:
    """What the rows of one epoch say about the whole model.

    A layer without a finite output has measures of NaN, which are left out.
    """
    values: dict[str, float] = {}
    mortal = [row for row in rows if "dead_ratio" in row]
    known = [row for row in mortal if not math.isnan(row["dead_ratio"])]
    if known:
        units = sum(row["units"] for row in known)
        dead = sum(row["units"] * row["dead_ratio"] for row in known)
        values["dead_ratio"] = dead / units
        values["dead_ratio_worst"] = max(row["dead_ratio"] for row in known)
    if mortal:
        for count in COUNTS:
            values[count] = sum(row[count] for row in mortal)
    shifts = [row["bias_shift"] for row in rows]
    shifts = [shift for shift in shifts if not math.isnan(shift)]
    if shifts:
        values["bias_shift"] = sum(shifts) / len(shifts)
    values["layers_unhealthy"] = sum(unhealthy(row) for row in rows)
    return values


def for_logs(
    prefix: str, rows: Sequence[Row], findings: Sequence[Any] | None
) -> dict[str, float]:
    """What Keras's `logs` are told of an epoch.

    Args:
        prefix: The first part of the names.
        rows: The rows of the epoch.
        findings: What was found; `None`: that is not known.
    """
    values = run_level(rows) if rows else {}
    told = {name: values[name] for name in _LOGGED if name in values}
    if findings is not None:
        told["findings"] = len(findings)
    return {run_tag(prefix, name): float(value) for name, value in told.items()}
