"""The committed notebooks: made from their scripts, clean, and complete.

That they execute and that their findings hold is for
`python examples/build.py --run`.
"""

import importlib.util
import re
import sys
from pathlib import Path

import nbformat
import pytest

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
SCRIPTS = sorted(EXAMPLES.glob("[0-9][0-9]_*.py"))


def load(name):
    """A module of examples/, which is no package."""
    spec = importlib.util.spec_from_file_location(name, EXAMPLES / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module  # where dataclasses look for it
    spec.loader.exec_module(module)
    return module


build = load("build")
claims = load("claims")


def outputs(path):
    for cell in nbformat.read(path, as_version=4).cells:
        yield from cell.get("outputs", [])


def text_of(output):
    """All that a reader of the output can read."""
    data = output.get("data", {})
    texts = [output.get("text", ""), *output.get("traceback", [])]
    return "\n".join(
        [*texts, *(v for k, v in data.items() if k.startswith("text/"))]
    )


def test_there_are_nine():
    numbers = [script.name[:2] for script in SCRIPTS]
    assert numbers == [f"{number:02}" for number in range(1, 10)]


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.stem)
class TestNotebook:
    def test_is_made_from_its_script(self, script):
        assert build.same_input(script)

    def test_shows_what_its_cells_announce(self, script):
        path = script.with_suffix(".ipynb")
        assert not build.not_shown(nbformat.read(path, as_version=4))

    def test_was_executed_whole_and_in_order(self, script):
        cells = nbformat.read(script.with_suffix(".ipynb"), as_version=4).cells
        counts = [
            cell.execution_count for cell in cells if cell.cell_type == "code"
        ]
        assert counts == list(range(1, len(counts) + 1))

    def test_outputs_hold_no_error_and_no_log(self, script):
        for output in outputs(script.with_suffix(".ipynb")):
            assert output.output_type != "error"
            assert output.get("name") != "stderr"
            text = text_of(output)
            assert not re.search(r"WARNING|absl|[IWE]0000 |Traceback", text)
            assert "\x1b" not in text and "\r" not in text

    def test_outputs_hold_no_absolute_path(self, script):
        for output in outputs(script.with_suffix(".ipynb")):
            found = re.search(r"(?<![\w.)])/(\w[\w.-]*/)+", text_of(output))
            assert not found, found

    def test_shows_tables_as_tables_and_prints_short_lines(self, script):
        for output in outputs(script.with_suffix(".ipynb")):
            printed = output.get("text", "")
            assert max(map(len, printed.splitlines()), default=0) <= 90
            assert "|---" not in printed
            assert "text/markdown" not in output.get("data", {})

    def test_is_small_and_has_a_picture(self, script):
        notebook = script.with_suffix(".ipynb")
        assert notebook.stat().st_size < 400_000
        assert any("image/png" in o.get("data", {}) for o in outputs(notebook))

    def test_ends_with_assertions(self, script):
        cells = nbformat.read(script.with_suffix(".ipynb"), as_version=4).cells
        assert cells[-1].source.count("assert ") >= 3


def test_every_claim_is_measured_once():
    assert [found.number for found in claims.all_findings()] == [*range(1, 18)]


def test_the_readme_is_current():
    assert claims.README.read_text(encoding="utf-8") == claims.page()


def notebook_with(tmp_path, *, says, found):
    cells = [
        nbformat.v4.new_markdown_cell(f"> **Claim 3.** {says}"),
        nbformat.v4.new_code_cell(
            "",
            outputs=[
                nbformat.v4.new_output("stream", name="stdout", text=found)
            ],
        ),
    ]
    path = tmp_path / "01_some.ipynb"
    nbformat.write(nbformat.v4.new_notebook(cells=cells), path)
    return path


def test_a_claim_may_span_lines(tmp_path):
    path = notebook_with(
        tmp_path,
        says="It is\n> so.\n\nText",
        found="Claim 3, refuted: not so\n",
    )
    assert claims.findings(path) == [
        claims.Finding(3, "01_some", "It is so.", "refuted", "not so")
    ]


def test_a_verdict_may_be_wrapped(tmp_path):
    path = notebook_with(
        tmp_path,
        says="It is so.",
        found="Claim 3, refined: in a mini-\nbatch it is\nso\n",
    )
    (found,) = claims.findings(path)
    assert found.found == "in a mini-batch it is so"


def executed(source, *outputs):
    """A notebook with one cell between the first and the last."""
    cells = [nbformat.v4.new_code_cell("import math") for _ in range(3)]
    cells[1].update(source=source, outputs=list(outputs))
    return nbformat.v4.new_notebook(cells=cells)


def text(content):
    return nbformat.v4.new_output("stream", name="stdout", text=content)


def result(content):
    return nbformat.v4.new_output("execute_result", {"text/plain": content})


def page(content):
    return nbformat.v4.new_output("display_data", {"text/html": content})


EMPTY, FULL = (
    f"<table><thead><tr><th>a</th></tr></thead><tbody>{rows}</tbody></table>"
    for rows in ("", "<tr><td>1</td></tr>")
)


@pytest.mark.parametrize(
    ("source", "outputs", "problem"),
    [
        ("fit()", [], "shows nothing"),
        ("for tag in tags:\n    print(tag)", [], "calls print"),
        ("print(x)\nplt.show()", [text("1")], "shows no picture"),
        ("display(table)", [text("<table>")], "shows no table"),
        ("print('')", [text("\n")], "an empty output"),
        ("display(table)", [page(EMPTY)], "an empty output"),
        ("figure", [result("<Figure with 3 Axes>")], "an empty output"),
    ],
)
def test_a_cell_that_does_not_show_its_output_is_refused(
    source, outputs, problem
):
    assert problem in "\n".join(build.not_shown(executed(source, *outputs)))


@pytest.mark.parametrize(
    ("source", "outputs"),
    [
        ("print(x)", [text("1")]),
        ("display(table)", [page(FULL)]),
        ("N = 3\n\ndef show_all():\n    print(1)", []),
    ],
)
def test_a_cell_that_shows_its_output_is_not(source, outputs):
    assert not build.not_shown(executed(source, *outputs))


def test_a_claim_without_verdict_is_refused(tmp_path):
    path = notebook_with(tmp_path, says="It is.", found="Claim 4, refined: x\n")
    with pytest.raises(ValueError, match=r"\[3\] and gives verdicts on \[4\]"):
        claims.findings(path)


def test_a_changed_script_is_noticed(tmp_path, capsys):
    script = tmp_path / "01_some.py"
    script.write_text("# %%\nx = 1\n")
    nbformat.write(build.read(script), script.with_suffix(".ipynb"))
    assert build.same_input(script)
    script.write_text("# %%\nx = 2\n")
    assert not build.same_input(script)
    assert "build.py 01_some.py" in capsys.readouterr().err
