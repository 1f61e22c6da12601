"""Tables that read well in a terminal and as Markdown."""

from collections.abc import Sequence

from tensorboard_plugin_keras_activations.plain import printable


def markdown_table(
    headings: Sequence[str], rows: Sequence[Sequence[str]]
) -> str:
    """A Markdown table; the first column is aligned left, the others right.

    Names come from files: no cell can leave its line, or colour the terminal.
    """
    lines = [
        [printable(cell).replace("|", "\\|") for cell in cells]
        for cells in (headings, *rows)
    ]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    first, *rest = ["-" * (width + 1) for width in widths]
    rule = "|" + "|".join([":" + first, *(each + ":" for each in rest)]) + "|"

    def line(cells: Sequence[str]) -> str:
        first = cells[0].ljust(widths[0])
        rest = map(str.rjust, cells[1:], widths[1:])
        return "| " + " | ".join([first, *rest]) + " |"

    head, *body = map(line, lines)
    return "\n".join([head, rule, *body])
