"""How a training begins, from the record of a run: it may be broken."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import numpy as np

from tensorboard_plugin_keras_activations.manifest import parsed
from tensorboard_plugin_keras_activations.plain import number_or_none

# The step of all that is known of the time before the first update.
STEP = -1

# Which part of the record holds a measure.
PARTS = {
    "std": "birth",
    "gradient_norm": "first_steps",
    "update_ratio": "first_steps",
}

_Row = dict[str, Any]


def columns(
    texts: list[tuple[int, np.ndarray]],
    tags: Mapping[str, str],
    measures: Iterable[str],
) -> dict[str, Any]:
    """The measures of the first mini-batch and of the first steps.

    Args:
        texts: The record of a run, epoch by epoch.
        tags: By name of a watched layer, its tag.
        measures: Some of `PARTS`; others are left out.

    Returns:
        By measure, as `reader.series` has it; empty where the first mini-batch
        was not measured.
    """
    parts = _parts(texts)
    if not parts.get("birth"):
        return {}
    found = {}
    for measure in measures:
        rows = parts.get(PARTS.get(measure, ""), [])
        layers = {
            tag: value
            for tag, row in _placed(rows, tags)
            if (value := number_or_none(row.get(measure))) is not None
        }
        if layers:
            found[measure] = {
                "steps": [STEP],
                "layers": {tag: [layers[tag]] for tag in sorted(layers)},
            }
    return found


def _parts(texts: list[tuple[int, np.ndarray]]) -> dict[str, list[_Row]]:
    """The rows of each part; training that is resumed writes empty ones."""
    found = {}
    for text in texts:
        record = parsed([text])
        for part in set(PARTS.values()):
            rows = record.get(part)
            if isinstance(rows, list) and rows:
                found[part] = [
                    row
                    for row in rows
                    if isinstance(row, dict)
                    and isinstance(row.get("layer"), str)
                ]
    return found


def _placed(
    rows: Iterable[_Row], tags: Mapping[str, str]
) -> Iterator[tuple[str, _Row]]:
    """The rows by the tag that the monitor gives to those of an epoch.

    That of the layer, if it is watched and has one weight matrix; else the
    name of the matrix.
    """
    count = Counter(row["layer"] for row in rows)
    for row in rows:
        tag = tags.get(row["layer"])
        if tag is not None and count[row["layer"]] == 1:
            yield tag, row
        elif isinstance(row.get("weight"), str):
            yield row["weight"], row
