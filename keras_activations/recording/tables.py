"""Tables for people and for other programs."""

import csv
import json
import math
from collections.abc import Mapping, Sequence
from typing import IO, Any

from keras_activations.frames import data_frame
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


def write_table(
    headings: Sequence[str], rows: Sequence[Sequence[str]], file: IO[str]
) -> None:
    """A table in the width of a terminal; elsewhere it is Markdown."""
    if not file.isatty():
        file.write(f"{markdown_table(headings, rows)}\n")
        return
    from rich.console import Console

    console = Console(file=file, highlight=False)
    cells = [
        [printable(cell) for cell in column]
        for column in zip(headings, *rows, strict=True)
    ]
    tables = _fitting(list(map(_least, cells)), console.width)
    for place, columns in enumerate(tables):
        if place:
            console.print()
        console.print(_rich_table([cells[n] for n in columns], console.width))


# The space between two columns.
_GAP = 2
# A path may be broken to have no more than this.
_MOST_LETTERS = 32


def _least(column: Sequence[str]) -> int:
    """The width of a column that breaks no word."""
    words = [word for cell in column for word in cell.split()]
    return min(max(map(len, words), default=1), _MOST_LETTERS)


def _fitting(least: Sequence[int], width: int) -> list[list[int]]:
    """The columns of each table, if one for all of them would break words.

    All of them begin with the first column, which says what a row is.
    """
    tables = [[0]]
    for number in range(1, len(least)):
        columns = [*tables[-1], number]
        if sum(least[each] + _GAP for each in columns) <= width:
            tables[-1] = columns
        elif len(tables[-1]) == 1:
            tables[-1] = columns  # one column that is too wide
        else:
            tables.append([0, number])
    return tables


def _rich_table(columns: Sequence[Sequence[str]], width: int) -> Any:
    from rich import box
    from rich.table import Table
    from rich.text import Text

    widths = list(map(_least, columns))
    wanted = [max(map(len, column)) for column in columns]
    left = width - sum(each + _GAP for each in widths)
    # Those first that need the least to have their cells on one line.
    for number in sorted(range(len(columns)), key=lambda n: wanted[n]):
        more = min(max(left, 0), wanted[number] - widths[number])
        widths[number] += more
        left -= more
    table = Table(box=box.SIMPLE_HEAD, show_edge=False, padding=(0, 1, 0, 0))
    for number, (heading, *_) in enumerate(columns):
        table.add_column(
            Text(heading),
            justify="right" if number else "left",
            overflow="fold",
            width=widths[number],
        )
    _, *rows = zip(*columns, strict=True)
    for row in rows:
        table.add_row(*map(Text, row))
    return table


def write_csv(rows: Sequence[Mapping[str, Any]], file: IO[str]) -> None:
    """Rows for a spreadsheet; a column for every name that a row has."""
    writer = csv.DictWriter(file, _names(rows), lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)


def write_json(rows: Sequence[Mapping[str, Any]], file: IO[str]) -> None:
    """Rows as a list of objects; what is not finite is null."""
    plain = [{name: _finite(row[name]) for name in row} for row in rows]
    json.dump(plain, file, indent=1, allow_nan=False)
    file.write("\n")


def write_parquet(rows: Sequence[Mapping[str, Any]], path: str) -> None:
    """Rows as a Parquet file.

    Raises:
        ModuleNotFoundError: pandas or pyarrow is not installed; the message
            says how to get it.
    """
    frame = data_frame([{n: row.get(n) for n in _names(rows)} for row in rows])
    try:
        frame.to_parquet(path, index=False)
    except ImportError as error:
        raise ModuleNotFoundError(
            "Parquet files need pyarrow: pip install pyarrow"
        ) from error


def _names(rows: Sequence[Mapping[str, Any]]) -> list[str]:
    return list(dict.fromkeys(name for row in rows for name in row))


def _finite(value: Any) -> Any:
    unknown = isinstance(value, float) and not math.isfinite(value)
    return None if unknown else value
