"""The history as a Markdown table, worst layer first."""

from collections.abc import Mapping, Sequence

from keras_activations.recording.rows import Row, unhealthy, worst
from keras_activations.recording.tables import markdown_table

_COLUMNS = (
    "layer",
    "activation",
    "units",
    "samples",
    "dead",
    "worst",
    "born dead",
    "died",
    "revived",
    "one-sided",
    "mean",
    "bias shift",
    "expected",
    "saturated",
)


def markdown_report(
    history: Sequence[Row], expected_bias_shift: Mapping[str, float | None]
) -> str:
    """The last epoch of every layer, with what happened before.

    Args:
        history: The rows of all epochs.
        expected_bias_shift: By layer, the bias shift for N(0, 1) inputs.
    """
    if not history:
        return "No epoch has been watched yet.\n"
    last = {row["layer"]: row for row in history}
    rows = sorted(last.values(), key=worst, reverse=True)
    sick = [row["layer"] for row in rows if unhealthy(row)]
    if sick:
        verdict = (
            f"{len(sick)} of {len(rows)} layers "
            f"{'needs' if len(sick) == 1 else 'need'} a look: "
            f"{', '.join(sick)}."
        )
    else:
        verdict = f"None of the {len(rows)} layers needs a look."
    table = []
    for row in rows:
        name = row["layer"]
        past = [other for other in history if other["layer"] == name]
        died = sum(other.get("died", 0) for other in past)
        revived = sum(other.get("revived", 0) for other in past)
        mortal = "dead_ratio" in row
        cells = (
            name,
            row["activation"],
            str(row["units"]),
            str(row["samples"]),
            _percent(row.get("dead_ratio")),
            _percent(
                max(other["dead_ratio"] for other in past) if mortal else None
            ),
            str(row["born_dead"]) if mortal else "",
            str(died) if mortal else "",
            str(revived) if mortal else "",
            _percent(row.get("one_sided_ratio")),
            f"{row['mean']:.3f}",
            f"{row['bias_shift']:.3f}",
            _number(expected_bias_shift.get(name)),
            _percent(row.get("saturation")),
        )
        table.append(cells)
    return f"{verdict}\n\n{markdown_table(_COLUMNS, table)}\n"


def _percent(share: float | None) -> str:
    return "" if share is None else f"{share:.1%}"


def _number(number: float | None) -> str:
    return "" if number is None else f"{number:.3f}"
