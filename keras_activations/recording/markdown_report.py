"""The history as a Markdown table, worst layer first."""

from collections.abc import Iterable, Mapping, Sequence

from keras_activations.diagnosis import Diagnosis
from keras_activations.recording.layer_table import last_rows, layer_table
from keras_activations.recording.rows import Row, unhealthy
from keras_activations.recording.tables import markdown_table
from tensorboard_plugin_keras_activations.plain import printable

# Told once below the table where they are the same in all layers: in a wide
# table, TensorBoard's Text page breaks words.
_ALIKE = ("activation", "units", "samples")


def markdown_report(
    history: Sequence[Row],
    not_watched: Mapping[str, str] | Iterable[tuple[str, str]] = (),
    diagnosis: Diagnosis | None = None,
) -> str:
    """The last epoch of every layer, with what happened before.

    The worst layer comes first, by `badness`. Activation, units and samples
    that are the same in all layers are told below the table.

    Args:
        history: The rows of all epochs.
        not_watched: For activations that are not watched: name to reason.
        diagnosis: What was found, the first lines.
    """
    gaps = _paragraph(dict(not_watched))
    if not history:
        found = "" if diagnosis is None else f"{_findings(diagnosis)}\n"
        return f"{found}No epoch has been watched yet.\n{gaps}"
    rows = last_rows(history)
    verdict = _by_limits(rows) if diagnosis is None else _findings(diagnosis)
    headings, lines = layer_table(history)
    columns = [*zip(headings, *lines, strict=True)]
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


def _findings(diagnosis: Diagnosis) -> str:
    """The verdict, and each finding as an item with its first remedy."""
    lines = [diagnosis.verdict, ""]
    for finding in diagnosis:
        lines.append(f"- **{finding.cause}**: {printable(finding.sentence)}")
        lines += [
            f"  {printable(remedy.text)}." for remedy in finding.remedies[:1]
        ]
    return "\n".join(lines).rstrip()


def _paragraph(not_watched: Mapping[str, str]) -> str:
    """What the verdict does not cover, as a separate paragraph."""
    return f"\n{gaps_line(not_watched)}\n" if not_watched else ""


def gaps_line(not_watched: Mapping[str, str]) -> str:
    """What the verdict does not cover."""
    named = (f"{name} ({reason})" for name, reason in not_watched.items())
    return f"Not watched: {printable(', '.join(named))}."
