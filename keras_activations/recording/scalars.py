"""Reads back what the monitor wrote."""

import warnings
from pathlib import Path

from keras_activations.recording.event_files import LoggedRun, read_runs

Series = dict[str, list[tuple[int, float]]]


def read_scalars(log_dir: str | Path) -> dict[str, Series]:
    """Reads the scalars of every run below a log directory.

    What cannot be read is left out, with a warning for each run that says
    why.

    Args:
        log_dir: A directory, which is searched with all its subdirectories.

    Returns:
        Run (path relative to `log_dir`) to tag to `(step, value)` pairs, in
        the order of the steps.

    Raises:
        ValueError: If `log_dir` is no path, or one that cannot be read here.
    """
    found = {}
    for run in read_runs(log_dir):
        if run.problem:
            warnings.warn(
                f"{run.name!r} below {str(log_dir)!r} cannot be read as a "
                f"whole: {run.problem}",
                stacklevel=2,
            )
        if series := scalars_of(run):
            found[run.name] = series
    return found


def scalars_of(run: LoggedRun) -> Series:
    """By tag, the steps and values of a run."""
    return {
        tag: [(step, value) for step, _, value in values]
        for tag, values in run.of("scalars").items()
    }
