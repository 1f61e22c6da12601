"""Read what earlier runs have logged, without Keras and its backend."""

import argparse
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from types import ModuleType
from typing import TYPE_CHECKING

from keras_activations_cli.output import WrongInputError, one_line, tell

if TYPE_CHECKING:
    # Imported where they are used: `--help` should not wait for the backend.
    from keras_activations.recording.event_files import LoggedRun
    from keras_activations.recording.record_log import Logged


@contextmanager
def without_backend() -> Iterator[None]:
    """Let the parts that read logs be imported without Keras.

    The package imports Keras, and with it a backend. Where nothing has
    imported the package yet, an empty one stands for it in the meantime.
    """
    name = "keras_activations"
    spec = None if name in sys.modules else find_spec(name)
    if spec is None:
        yield
        return
    package = sys.modules[name] = ModuleType(name)
    package.__path__ = spec.submodule_search_locations or []
    try:
        yield
    finally:
        del sys.modules[name]


def read_logged(
    options: argparse.Namespace,
) -> "tuple[list[LoggedRun], list[Logged]]":
    """All runs below the directory, and what those of the monitor say.

    What cannot be read is told, one line for each run.
    """
    from keras_activations.diagnosis import CAUSES
    from keras_activations.recording.event_files import read_runs
    from keras_activations.recording.record_log import logged
    from keras_activations.recording.storage import (
        checked_location,
        is_remote,
    )

    for cause in options.fail_on:
        if cause not in (*CAUSES, "any"):
            raise WrongInputError(
                f"--fail-on knows no cause {cause!r}; there are: any, "
                f"{', '.join(CAUSES)}"
            )
    try:
        options.log_dir = checked_location("LOGDIR", options.log_dir)
    except ValueError as error:
        raise WrongInputError(one_line(error)) from error
    path = options.log_dir
    if not is_remote(path) and not os.path.isdir(path):
        wrong = "not a" if os.path.exists(path) else "no such"
        raise WrongInputError(f"{wrong} directory: {path!r}")
    try:
        runs = read_runs(path)
    except Exception as error:  # OSError, or one of TensorFlow's own
        raise WrongInputError(
            f"cannot read {path!r}: {one_line(error)}"
        ) from error
    found = [
        each
        for each in map(logged, runs)
        if each.record is not None or each.problem
    ]
    for each in found:
        if each.problem:
            whole = "" if each.diagnosis is None else " as a whole"
            reason = one_line(each.problem)
            tell(f"{each.name} cannot be read{whole}: {reason}")
    return runs, found


def exit_status(options: argparse.Namespace, logged: "list[Logged]") -> int:
    """1 if something is found that the user does not want.

    And 2 if that cannot be said of a run.
    """
    if not options.fail_on:
        return 0
    unwanted = set(options.fail_on)
    found = {cause.cause for each in logged for cause in each.diagnosis or ()}
    if found & unwanted or ("any" in unwanted and found):
        return 1
    return 2 if any(each.diagnosis is None for each in logged) else 0
