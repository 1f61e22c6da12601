"""The last epoch of every layer as cells of a table, worst layer first."""

from collections.abc import Sequence

from keras_activations.recording.rows import Row, badness

# Few and short columns: TensorBoard's Text page breaks words in a wide table.
_COLUMNS = (
    "layer",
    "activation",
    "units",
    "samples",
    "dead (worst)",
    "born dead",
    "died / revived",
    "one-sided",
    "mean",
    "bias shift (expected)",
    "saturated",
)


def last_rows(history: Sequence[Row]) -> list[Row]:
    """The last row of every layer, the worst first, by `badness`."""
    last = {row["layer"]: row for row in history}
    return sorted(last.values(), key=badness, reverse=True)


def layer_table(
    history: Sequence[Row],
) -> tuple[Sequence[str], Sequence[Sequence[str]]]:
    """The headings and the cells of the table, with what happened before.

    A column that is empty for all layers is left out.

    Args:
        history: The rows of all epochs, one at least.
    """
    by_layer: dict[str, list[Row]] = {}
    for row in history:
        by_layer.setdefault(row["layer"], []).append(row)
    table = [_cells(row, by_layer[row["layer"]]) for row in last_rows(history)]
    columns = [
        column
        for column in zip(_COLUMNS, *table, strict=True)
        if any(column[1:])
    ]
    headings, *lines = zip(*columns, strict=True)
    return headings, lines


def _cells(row: Row, past: Sequence[Row]) -> tuple[str, ...]:
    """The cells of a layer, from its last row and all of its rows."""
    died = sum(other.get("died", 0) for other in past)
    revived = sum(other.get("revived", 0) for other in past)
    mortal = "dead_ratio" in row
    worst_epoch = max(other.get("dead_ratio", 0.0) for other in past)
    return (
        row["layer"],
        row["activation"],
        str(row["units"]),
        str(row["samples"]),
        f"{row['dead_ratio']:.1%} ({worst_epoch:.1%})" if mortal else "",
        str(row["born_dead"]) if mortal else "",
        f"{died} / {revived}" if mortal else "",
        _percent(row.get("one_sided_ratio")),
        f"{row['mean']:.3f}",
        _bias_shift(row),
        _percent(row.get("saturation")),
    )


def _bias_shift(row: Row) -> str:
    if row.get("dead_ratio") == 1:
        return "–"  # a layer that is always 0 has none
    expected = row.get("bias_shift_expected")
    known = "" if expected is None else f" ({expected:.3f})"
    return f"{row['bias_shift']:.3f}{known}"


def _percent(share: float | None) -> str:
    return "" if share is None else f"{share:.1%}"
