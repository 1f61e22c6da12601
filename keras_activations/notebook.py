"""The look of results in a notebook: HTML that fits light and dark pages.

Whatever shows the notebook chooses the colours of text and page; everything
here is drawn with these, or with a colour that can be seen on both.
"""

from collections.abc import Mapping, Sequence
from html import escape

from tensorboard_plugin_keras_activations.plain import printable

# Doubled class names: JupyterLab has rules of its own for tables and code.
_STYLE = """
.ka-out{font:13px/1.5 system-ui,"Segoe UI",Roboto,"DejaVu Sans",sans-serif;
color:inherit;overflow-x:auto;max-width:72em;text-align:left}
.ka-out.ka-out p{margin:4px 0;max-width:56em}
.ka-out.ka-out h4{font-size:14px;font-weight:600;margin:10px 0 4px}
.ka-out.ka-out table{border-collapse:collapse;border:none;margin:8px 0;
table-layout:auto;font-size:12px;font-variant-numeric:tabular-nums}
.ka-out.ka-out tr.ka-row{background:none}
.ka-out.ka-out :is(th,td){padding:3px 8px;text-align:right;border:none;
vertical-align:top;color:inherit;white-space:nowrap;
border-bottom:1px solid color-mix(in srgb,currentColor 20%,transparent)}
.ka-out.ka-out th{font-weight:600;vertical-align:bottom;white-space:normal}
.ka-out.ka-out :is(th,td):first-child{text-align:left}
.ka-out.ka-out td.ka-long{white-space:normal;max-width:30em}
.ka-out.ka-out td.ka-bar{background:linear-gradient(to right,
rgb(213 94 0/38%) var(--share),transparent 0)}
.ka-out.ka-out pre{color:inherit;font-size:12px;line-height:1.45;margin:4px 0;
padding:6px 10px;border-radius:5px;overflow-x:auto;
background:color-mix(in srgb,currentColor 8%,transparent)}
.ka-out.ka-out ul{margin:4px 0;padding-left:1.4em}
.ka-out.ka-out .ka-block{border-left:3px solid #d55e00;margin:10px 0;
padding:1px 0 1px 12px}
.ka-out.ka-out details{margin:6px 0}
.ka-out.ka-out summary{cursor:pointer}
"""

# Cells with more letters may have several lines.
_ON_ONE_LINE = 32


def page(*parts: str) -> str:
    """The parts, which are HTML, with the look that they share."""
    style = " ".join(_STYLE.split("\n")).strip()
    return f'<div class="ka-out"><style>{style}</style>{"".join(parts)}</div>'


def text(words: str) -> str:
    """Words, which may come from a file or a user, as HTML."""
    return escape(printable(words))


def heading(words: str) -> str:
    """A heading."""
    return f"<h4>{text(words)}</h4>"


def paragraph(words: str) -> str:
    """A paragraph."""
    return f"<p>{text(words)}</p>"


def bullets(items: Sequence[str]) -> str:
    """A list."""
    return f"<ul>{''.join(f'<li>{text(item)}</li>' for item in items)}</ul>"


def code(lines: str) -> str:
    """Lines to type."""
    shown = "\n".join(map(text, lines.splitlines()))
    return f"<pre>{shown}</pre>"


def block(*parts: str) -> str:
    """Parts that belong together, marked as something to look at."""
    return f'<div class="ka-block">{"".join(parts)}</div>'


def folded(title: str, *parts: str) -> str:
    """Parts that are shown after a click on their title."""
    shown = "".join(parts)
    return f"<details><summary>{text(title)}</summary>{shown}</details>"


def table(
    headings: Sequence[str],
    rows: Sequence[Sequence[str]],
    bars: Mapping[str, Sequence[float | None]] | None = None,
) -> str:
    """A table; the first column is aligned left, the others right.

    Args:
        headings: The names of the columns.
        rows: The cells of each row.
        bars: By heading, for each row a share from 0 to 1 that is drawn behind
            the cell; `None` draws nothing.
    """
    bars = bars or {}

    def cell(number: int, column: str, words: str) -> str:
        share = bars[column][number] if column in bars else None
        look = ""
        if share is not None and share > 0:
            look = f' class="ka-bar" style="--share:{min(share, 1):.1%}"'
        elif len(words) > _ON_ONE_LINE:
            look = ' class="ka-long"'
        return f"<td{look}>{text(words)}</td>"

    head = "".join(f"<th>{text(each)}</th>" for each in headings)
    body = "".join(
        '<tr class="ka-row">'
        + "".join(
            cell(number, column, words)
            for column, words in zip(headings, row, strict=True)
        )
        + "</tr>"
        for number, row in enumerate(rows)
    )
    return (
        f'<table><thead><tr class="ka-row">{head}</tr></thead>'
        f"<tbody>{body}</tbody></table>"
    )
