"""Make README.md from what the notebooks found, or check that it is current.

    python examples/claims.py            write README.md
    python examples/claims.py --check    fail where it is not current

A notebook states a claim in a quoted paragraph, `> **Claim 3.** ...`, and
prints what it found as `Claim 3, refined: ...`, wrapped to some width. Both are
read here, from the committed notebooks.
"""

import argparse
import re
import sys
from dataclasses import dataclass
from pathlib import Path

import nbformat

HERE = Path(__file__).resolve().parent
README = HERE / "README.md"
CLAIMS = range(1, 18)
VERDICTS = ("confirmed", "refined", "refuted")

INTRODUCTION = """\
# Examples

Seven notebooks measure common claims about activation functions and about the
way networks are trained with them. The eighth finds out what is wrong with five
sick networks, and the ninth recycles dead units. Each is a script (in the
percent format of jupytext, so it also runs by itself) and the executed notebook
made from it. You can read them in any order. They need no downloads, each takes
less than a minute of processor time, and a notebook fails if one of its
findings no longer holds.

```
pip install '.[examples,mnist]'       # in the directory above
python examples/build.py             # execute the scripts into notebooks
python examples/build.py --check     # do notebooks and scripts match?
python examples/claims.py            # make this page from the notebooks
```
"""


@dataclass(frozen=True)
class Finding:
    """A claim, and what a notebook says to it."""

    number: int
    notebook: str
    claim: str
    verdict: str
    found: str


def findings(path: Path) -> list[Finding]:
    """The findings of one executed notebook."""
    claims: dict[int, str] = {}
    verdicts: dict[int, tuple[str, str]] = {}
    for cell in nbformat.read(path, as_version=4).cells:
        if cell.cell_type == "markdown":
            quotes = re.findall(
                r"^> \*\*Claim (\d+)\.\*\* (.+(?:\n> .+)*)", cell.source, re.M
            )
            for number, text in quotes:
                claims[int(number)] = text.replace("\n> ", " ")
        for output in cell.get("outputs", []):
            printed = re.findall(
                rf"^Claim (\d+), ({'|'.join(VERDICTS)}):\s"
                r"(.+(?:\n(?!Claim \d).+)*)",
                output.get("text", ""),
                re.M,
            )
            for number, verdict, found in printed:
                verdicts[int(number)] = verdict, unwrapped(found)
    if set(claims) != set(verdicts):
        raise ValueError(
            f"{path.name} states the claims {sorted(claims)} and gives "
            f"verdicts on {sorted(verdicts)}"
        )
    return [
        Finding(number, path.stem, claims[number], *verdicts[number])
        for number in claims
    ]


def unwrapped(text: str) -> str:
    """On one line again; `textwrap.fill` also breaks after a hyphen."""
    return re.sub(r"(?<=\w-)\n", "", text).replace("\n", " ")


def all_findings() -> list[Finding]:
    """Those of all notebooks, in the order of the claims."""
    found = [
        finding
        for path in sorted(HERE.glob("[0-9][0-9]_*.ipynb"))
        for finding in findings(path)
    ]
    numbers = sorted(finding.number for finding in found)
    if numbers != list(CLAIMS):
        raise ValueError(
            f"the notebooks should measure each of {CLAIMS.start} to "
            f"{CLAIMS.stop - 1} once, they measure {numbers}"
        )
    return sorted(found, key=lambda finding: finding.number)


def title(notebook: Path) -> str:
    """The first heading."""
    cells = nbformat.read(notebook, as_version=4).cells
    return str(cells[0].source.splitlines()[0].removeprefix("# "))


def page() -> str:
    """The text of README.md."""
    lines = [INTRODUCTION, "| notebook | subject |", "|---|---|"]
    for path in sorted(HERE.glob("[0-9][0-9]_*.ipynb")):
        lines.append(f"| [{path.stem}]({path.name}) | {title(path)} |")
    found = all_findings()
    counts = ", ".join(
        f"{sum(finding.verdict == verdict for finding in found)} {verdict}"
        for verdict in VERDICTS
    )
    lines += [
        "",
        "## The claims",
        "",
        f"{len(found)} claims: {counts}. The figures are those of the run that "
        "the notebooks show.",
        "",
        "| | claim | verdict | what was measured | where |",
        "|---|---|---|---|---|",
    ]
    for finding in found:
        cells = [
            str(finding.number),
            finding.claim,
            f"**{finding.verdict}**",
            finding.found,
            f"[{finding.notebook[:2]}]({finding.notebook}.ipynb)",
        ]
        lines.append(
            "| " + " | ".join(c.replace("|", "\\|") for c in cells) + " |"
        )
    return "\n".join(lines) + "\n"


def main() -> int:
    """Run the command."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--check", action="store_true")
    options = parser.parse_args()
    if not options.check:
        README.write_text(page(), encoding="utf-8")
        return 0
    if README.is_file() and README.read_text(encoding="utf-8") == page():
        return 0
    print(
        "README.md is not current: python examples/claims.py", file=sys.stderr
    )
    return 1


if __name__ == "__main__":
    sys.exit(main())
