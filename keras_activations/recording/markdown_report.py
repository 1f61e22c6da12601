"""The history as a Markdown table, worst layer first."""

from collections.abc import Iterable, Mapping, Sequence

from keras_activations.diagnosis import Diagnosis
from keras_activations.recording.rows import Row, badness, unhealthy
from keras_activations.recording.tables import markdown_table
from tensorboard_plugin_keras_activations.plain import printable

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

# Told once below the table where they are the same in all layers.
_ALIKE = ("activation", "units", "samples")


def markdown_report(
    history: Sequence[Row],
    not_watched: Mapping[str, str] | Iterable[tuple[str, str]] = (),
    diagnosis: Diagnosis | None = None,
) -> str:
    """The last epoch of every layer, with what happened before.

    The worst layer comes first, by `badness`. A column that is empty for all
    layers is left out; activation, units and samples that are the same in all
    are told below the table.

    Args:
        history: The rows of all epochs.
        not_watched: For activations that are not watched: name to reason.
        diagnosis: What was found, the first lines.
    """
    gaps = _gaps(dict(not_watched))
    if not history:
        found = "" if diagnosis is None else f"{_findings(diagnosis)}\n"
        return f"{found}No epoch has been watched yet.\n{gaps}"
    by_layer: dict[str, list[Row]] = {}
    for row in history:
        by_layer.setdefault(row["layer"], []).append(row)
    rows = sorted(
        (past[-1] for past in by_layer.values()), key=badness, reverse=True
    )
    verdict = _by_limits(rows) if diagnosis is None else _findings(diagnosis)
    table = []
    for row in rows:
        name = row["layer"]
        past = by_layer[name]
        died = sum(other.get("died", 0) for other in past)
        revived = sum(other.get("revived", 0) for other in past)
        mortal = "dead_ratio" in row
        worst_epoch = max(other.get("dead_ratio", 0.0) for other in past)
        cells = (
            name,
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
        table.append(cells)
    columns = [
        column
        for column in zip(_COLUMNS, *table, strict=True)
        if any(column[1:])
    ]
    alike = [
        column
        for column in columns
        if column[0] in _ALIKE and len(rows) > 1 and len(set(column[1:])) == 1
    ]
    headings, *lines = zip(
        *(column for column in columns if column not in alike), strict=True
    )
    same = ", ".join(f"{name} {value}" for name, value, *_ in alike)
    below = f"\nThe same in all layers: {same}.\n" if same else ""
    return f"{verdict}\n{gaps}\n{markdown_table(headings, lines)}\n{below}"


def _by_limits(rows: Sequence[Row]) -> str:
    """Which layers are beyond the limits of single measures."""
    sick = [row["layer"] for row in rows if unhealthy(row)]
    if sick:
        which = (
            "The layer"
            if len(rows) == 1
            else f"{len(sick)} of {len(rows)} layers"
        )
        return (
            f"{which} {'needs' if len(sick) == 1 else 'need'} a look: "
            f"{printable(', '.join(sick))}."
        )
    if len(rows) == 1:
        return "The watched layer needs no look."
    return f"None of the {len(rows)} watched layers needs a look."


def _bias_shift(row: Row) -> str:
    if row.get("dead_ratio") == 1:
        return "–"  # a layer that is always 0 has none
    expected = row.get("bias_shift_expected")
    known = "" if expected is None else f" ({expected:.3f})"
    return f"{row['bias_shift']:.3f}{known}"


def _findings(diagnosis: Diagnosis) -> str:
    """The verdict, and each finding as an item with its first remedy."""
    lines = [diagnosis.verdict, ""]
    for finding in diagnosis:
        lines.append(f"- **{finding.cause}**: {printable(finding.sentence)}")
        lines += [
            f"  {printable(remedy.text)}." for remedy in finding.remedies[:1]
        ]
    return "\n".join(lines).rstrip()


def _gaps(not_watched: Mapping[str, str]) -> str:
    """What the verdict does not cover, as a separate paragraph."""
    if not not_watched:
        return ""
    named = (f"{name} ({reason})" for name, reason in not_watched.items())
    return f"\nNot watched: {printable(', '.join(named))}.\n"


def _percent(share: float | None) -> str:
    return "" if share is None else f"{share:.1%}"
