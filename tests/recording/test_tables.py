import io
import json
import math
import re

import pandas
import pytest

from keras_activations.recording import tables
from keras_activations.recording.tables import markdown_table, write_table

HEADINGS = ["run", "worst dead ratio", "against relu"]
ROWS = [
    ["first/lr=0.1", "0.125", "-"],
    ["second/lr=0.1", "0.250", "-0.7792 [-0.8321, -0.7262]"],
]
RECORDS = [
    {"run": "a", "loss": 0.5},
    {"run": "b,c", "died": 3, "std": math.nan},
]


class Terminal(io.StringIO):
    def isatty(self):
        return True


def on_a_terminal(width, monkeypatch):
    monkeypatch.setenv("COLUMNS", str(width))
    monkeypatch.setenv("TERM", "xterm")
    file = Terminal()
    write_table(HEADINGS, ROWS, file)
    return re.sub(r"\x1b\[[\d;]*m", "", file.getvalue())


def test_table_is_aligned_markdown():
    table = markdown_table(["name", "n"], [["relu", "1"], ["a|b", "20"]])
    assert table.splitlines() == [
        "| name |  n |",
        "|:-----|---:|",
        "| relu |  1 |",
        r"| a\|b | 20 |",
    ]


def test_what_is_no_terminal_gets_markdown():
    file = io.StringIO()
    write_table(HEADINGS, ROWS, file)
    assert file.getvalue() == f"{markdown_table(HEADINGS, ROWS)}\n"


@pytest.mark.parametrize("width", [30, 40, 55, 80])
def test_a_table_for_a_terminal_breaks_no_word(width, monkeypatch):
    shown = on_a_terminal(width, monkeypatch)
    assert max(map(len, shown.splitlines())) <= width
    words = " ".join([*HEADINGS, *(cell for row in ROWS for cell in row)])
    assert set(words.split()) <= set(shown.split())
    # What does not fit beside the rest is a table of its own, with the names.
    assert shown.count("first/lr=0.1") == (2 if width < 40 else 1)


def test_a_cell_cannot_move_the_cursor_of_a_terminal():
    file = Terminal()
    write_table(["a\x1b[2J"], [["[bold]b\x1b]8;;"]], file)
    assert "\x1b[2J" not in file.getvalue()
    assert "\x1b]8" not in file.getvalue()
    assert "[bold]b" in file.getvalue()


def test_csv_has_a_column_for_every_name():
    file = io.StringIO()
    tables.write_csv(RECORDS, file)
    assert file.getvalue() == ('run,loss,died,std\na,0.5,,\n"b,c",,3,nan\n')


def test_json_is_json():
    file = io.StringIO()
    tables.write_json(RECORDS, file)
    assert json.loads(file.getvalue()) == [
        {"run": "a", "loss": 0.5},
        {"run": "b,c", "died": 3, "std": None},
    ]


def test_parquet_says_what_it_needs(tmp_path, monkeypatch):
    def to_parquet(*args, **options):
        raise ImportError("no engine")

    monkeypatch.setattr(pandas.DataFrame, "to_parquet", to_parquet)
    with pytest.raises(ModuleNotFoundError, match="pip install pyarrow"):
        tables.write_parquet(RECORDS, str(tmp_path / "t.parquet"))
