"""The findings and the layers of a monitor, as a notebook shows them."""

from collections.abc import Mapping, Sequence

from keras_activations import notebook
from keras_activations.diagnosis import Diagnosis
from keras_activations.recording.layer_table import last_rows, layer_table
from keras_activations.recording.markdown_report import gaps_line
from keras_activations.recording.rows import Row

# Of these columns, the share is drawn behind the cell.
_SHARES = {
    "dead (worst)": "dead_ratio",
    "one-sided": "one_sided_ratio",
    "saturated": "saturation",
}


def notebook_report(
    history: Sequence[Row],
    not_watched: Mapping[str, str],
    diagnosis: Diagnosis,
    most: int | None = None,
) -> str:
    """A page with what was found, and the layers, the worst first.

    Args:
        history: The rows of all epochs.
        not_watched: For activations that are not watched: name to reason.
        diagnosis: What was found.
        most: How many layers are shown; the number of the others is told.
            `None`: all.
    """
    return notebook.page(
        notebook.paragraph(diagnosis.verdict),
        *(
            notebook.block(
                notebook.heading(finding.cause),
                notebook.paragraph(finding.sentence),
                *(
                    notebook.paragraph(f"{remedy.text}.")
                    for remedy in finding.remedies[:1]
                ),
            )
            for finding in diagnosis
        ),
        _layers(history, most),
        notebook.paragraph(gaps_line(not_watched)) if not_watched else "",
    )


def _layers(history: Sequence[Row], most: int | None) -> str:
    if not history:
        return notebook.paragraph("No epoch has been watched yet.")
    headings, cells = layer_table(history)
    rows = last_rows(history)
    shown = len(rows) if most is None else min(most, len(rows))
    bars = {
        heading: [row.get(measure) for row in rows]
        for heading, measure in _SHARES.items()
    }
    epoch = max(row["epoch"] for row in rows)
    which = (
        "the worst layer first"
        if shown == len(rows)
        else f"the worst {shown} of {len(rows)} layers"
    )
    return notebook.paragraph(
        f"After epoch {epoch}, {which}:"
    ) + notebook.table(headings, cells[:shown], bars)
