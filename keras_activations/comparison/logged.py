"""Comparisons that were logged, read back from their directories."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from keras_activations.comparison.record_files import (
    RECORD,
    SETUP,
    loaded_record,
)
from keras_activations.recording.storage import is_remote

if TYPE_CHECKING:
    from keras_activations.comparison.result import Comparison, Row

_ENDED = ("finished", "diverged", "failed")


@dataclass
class LoggedComparison:
    """A comparison in its directory.

    Attributes:
        name: The path of its directory below the log directory.
        comparison: What it found so far; `None` if that cannot be read.
        runs: The paths of its runs below the log directory.
        problem: What cannot be read; empty if nothing.
    """

    name: str
    comparison: "Comparison | None"
    runs: set[str]
    problem: str = ""


def logged_comparisons(log_dir: str) -> list[LoggedComparison]:
    """All comparisons below a directory of this machine.

    Args:
        log_dir: A path that was checked.
    """
    if is_remote(log_dir):
        return []
    root = Path(log_dir)
    return [_read(root, path.parent) for path in sorted(root.rglob(SETUP))]


def _read(root: Path, directory: Path) -> LoggedComparison:
    # It needs SciPy, which takes long to import: only where there is one.
    from keras_activations.comparison.result import Comparison

    name = directory.relative_to(root).as_posix()
    try:
        setup = loaded_record(directory / SETUP)
        digests = setup.pop("digests")
        rows: list[Row] = []
        runs = set()
        for path in sorted(directory.glob(f"*/*/*/{RECORD}")):
            row = loaded_record(path)
            if digests.get(row["activation"]) != row["digest"]:
                continue  # of another comparison
            runs.add(path.parent.relative_to(root).as_posix())
            if row["status"] in _ENDED:
                rows.append(row)
        comparison = Comparison(rows, setup)
        comparison.to_markdown()  # of all parts that it needs
    except Exception as error:
        # Whatever the files say, everything else is shown.
        told = " ".join(f"{type(error).__name__}: {error}".split())
        return LoggedComparison(name, None, set(), f"{told:.120}")
    return LoggedComparison(name, comparison, runs)
