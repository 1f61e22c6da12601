"""Rows of the history, and what they say of the whole run."""

from collections.abc import Sequence
from typing import Any

Row = dict[str, Any]

# What describes a row; everything else in it is a measure.
DESCRIPTION = ("epoch", "layer", "activation", "units")
COUNTS = ("born_dead", "died", "revived")

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


def worst(row: Row) -> float:
    """The share of the units of a layer that are of no use."""
    ratios = ("dead_ratio", "one_sided_ratio", "saturation")
    return max((row[name] for name in ratios if name in row), default=0.0)


def unhealthy(row: Row) -> bool:
    """Whether a layer needs a look."""
    return any(row.get(name, 0) >= limit for name, limit in UNHEALTHY.items())


def run_level(rows: Sequence[Row]) -> dict[str, float]:
    """What the rows of one epoch say of the whole model."""
    values: dict[str, float] = {}
    mortal = [row for row in rows if "dead_ratio" in row]
    if mortal:
        units = sum(row["units"] for row in mortal)
        dead = sum(row["units"] * row["dead_ratio"] for row in mortal)
        values["dead_ratio"] = dead / units
        values["dead_ratio_worst"] = max(row["dead_ratio"] for row in mortal)
        for count in COUNTS:
            values[count] = sum(row[count] for row in mortal)
    values["bias_shift"] = sum(row["bias_shift"] for row in rows) / len(rows)
    values["layers_unhealthy"] = sum(unhealthy(row) for row in rows)
    return values
