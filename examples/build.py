"""Make the notebooks from their scripts, or check that they belong together.

    python examples/build.py             execute all scripts into notebooks
    python examples/build.py 01_quickstart.py ...   some of them
    python examples/build.py --check     compare inputs, execute nothing
    python examples/build.py --run       execute all, leave the notebooks alone

In each case a cell that does not show what it should is an error: every code
cell shows something, except the first (imports), the last (assertions) and
those that only define something; and what it prints, displays and plots is
there and is not empty.

The scripts, in jupytext's percent format, are the source; each also runs as it
is with `python`. Needs the extra [examples].
"""

import argparse
import ast
import os
import re
import sys
import time
from pathlib import Path

# The kernel inherits them: no word of TensorFlow's start in the outputs.
os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
os.environ["KERAS_BACKEND"] = "tensorflow"

import jupytext
import nbclient
import nbformat

HERE = Path(__file__).resolve().parent
SECONDS = 300  # after which a cell is given up, on however slow a machine


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("scripts", nargs="*", type=Path)
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--check", action="store_true")
    what.add_argument("--run", action="store_true")
    options = parser.parse_args()
    scripts = options.scripts or sorted(HERE.glob("[0-9][0-9]_*.py"))
    wrong = 0
    for script in scripts:
        if options.check:
            wrong += not same_input(script)
            continue
        began = time.perf_counter()
        notebook = execute(script)
        print(f"{script.name}: {time.perf_counter() - began:.0f} s")
        if not options.run:
            nbformat.write(notebook, script.with_suffix(".ipynb"))
    return min(wrong, 1)


def read(script: Path) -> nbformat.NotebookNode:
    """The notebook without outputs, the same for the same script."""
    notebook = jupytext.read(script, fmt="py:percent")
    notebook.metadata = nbformat.from_dict(
        {
            "kernelspec": {
                "display_name": "Python 3",
                "language": "python",
                "name": "python3",
            },
            "language_info": {"name": "python"},
        }
    )
    for number, cell in enumerate(notebook.cells):
        cell["id"] = f"cell-{number}"
    return notebook


def execute(script: Path) -> nbformat.NotebookNode:
    notebook = read(script)
    client = nbclient.NotebookClient(
        notebook,
        timeout=SECONDS,
        resources={"metadata": {"path": str(script.resolve().parent)}},
        record_timing=False,
        # What TensorFlow's C++ logs at its start, whatever the log level, is
        # no output of the notebook; warnings of Python still are.
        extra_arguments=["--IPKernelApp.capture_fd_output=False"],
    )
    client.execute()
    for cell in notebook.cells:
        outputs = cell.get("outputs", [])
        noise = [output for output in outputs if output.get("name") == "stderr"]
        if noise:
            text = "".join(output["text"] for output in noise)
            raise RuntimeError(f"{script.name} writes to stderr:\n{text}")
    if missing := not_shown(notebook):
        raise RuntimeError(f"{script.name}: " + "\n".join(missing))
    return notebook


def not_shown(notebook: nbformat.NotebookNode) -> list[str]:
    """What the cells of an executed notebook should show and do not."""
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    missing = []
    for number, cell in enumerate(code):
        tree = ast.parse(cell.source)
        shown = [what_is_shown(output) for output in cell.outputs]
        calls = calls_outside_functions(tree)
        expected = {kind: name for name, kind in SHOWS.items() if name in calls}
        aside = number in (0, len(code) - 1) or only_defines(tree)
        if not cell.outputs and not aside:
            missing.append(f"a cell shows nothing:\n{cell.source}")
        for kind, name in expected.items():
            if kind not in shown:
                missing.append(
                    f"a cell calls {name} and shows no {kind}:\n{cell.source}"
                )
        if "nothing" in shown:
            missing.append(f"a cell shows an empty output:\n{cell.source}")
    return missing


def only_defines(tree: ast.Module) -> bool:
    """Whether a cell has functions, classes and constants, and no more."""
    constants = [x for x in tree.body if isinstance(x, ast.Assign)]
    functions = (ast.FunctionDef, ast.ClassDef)
    return all(
        isinstance(x, functions) or x in constants for x in tree.body
    ) and not any(calls_outside_functions(x) for x in constants)


# What a call of these leaves in a notebook.
SHOWS = {"print": "text", "display": "table", "show": "picture"}


def calls_outside_functions(node: ast.AST) -> set[str]:
    """The names of the functions and methods that a cell calls by itself."""
    if isinstance(node, (ast.FunctionDef, ast.ClassDef, ast.Lambda)):
        return set()
    names = set()
    if isinstance(node, ast.Call):
        names.add(getattr(node.func, "id", getattr(node.func, "attr", "")))
    for child in ast.iter_child_nodes(node):
        names |= calls_outside_functions(child)
    return names


def what_is_shown(output: nbformat.NotebookNode) -> str:
    """The kind of an output: text, table, picture, or nothing if empty."""
    if output.output_type == "stream":
        return "text" if output.text.strip() else "nothing"
    data = output.get("data", {})
    if "image/png" in data:
        return "picture"
    page = data.get("text/html", data.get("text/markdown", ""))
    # A table has at least one row below its heading.
    rows = re.findall(r"<td|^\|[-:| ]+\|\n\|", page, re.M)
    if "<table" in page or page.startswith("|"):
        return "table" if rows else "nothing"
    if page.strip():
        return "table"
    # The bare name of an object, as of a figure that no one draws.
    return "nothing" if data.get("text/plain", "").startswith("<") else "text"


def same_input(script: Path) -> bool:
    path = script.with_suffix(".ipynb")
    if not path.is_file():
        print(f"{path.name} is missing", file=sys.stderr)
        return False
    committed = nbformat.read(path, as_version=4)
    expected = read(script)

    def cells(notebook: nbformat.NotebookNode) -> list[tuple[str, str]]:
        return [(cell.cell_type, cell.source) for cell in notebook.cells]

    if cells(committed) != cells(expected):
        print(
            f"{path.name} is not that of {script.name}: "
            f"python examples/build.py {script.name}",
            file=sys.stderr,
        )
        return False
    if missing := not_shown(committed):
        print(f"{path.name}: " + "\n".join(missing), file=sys.stderr)
        return False
    return True


if __name__ == "__main__":
    sys.exit(main())
