"""keras-activations diagnose: what is wrong with earlier runs."""

import argparse
from typing import Any

from keras_activations_cli.help import Help
from keras_activations_cli.logged_runs import (
    exit_status,
    read_logged,
    without_backend,
)
from keras_activations_cli.options import add_fail_on, add_log_dir
from keras_activations_cli.output import PROGRAM, WrongInputError, shown


def add_to(commands: Any) -> None:
    """Add the command to the parser."""
    diagnose = commands.add_parser(
        "diagnose",
        help="say what is wrong with earlier runs, and what to change",
        description="For each run that the monitor has logged: what is wrong, "
        "the figures that say so, and what to change.",
        epilog="Examples:\n\n"
        f"  {PROGRAM} diagnose logs\n"
        f"  {PROGRAM} diagnose logs/run1 --fail-on any",
        formatter_class=Help,
    )
    add_log_dir(diagnose)
    add_fail_on(diagnose)
    diagnose.set_defaults(run=_run)


@without_backend()
def _run(options: argparse.Namespace) -> int:
    _, logged = read_logged(options)
    known = [each for each in logged if each.diagnosis is not None]
    if not known:
        raise WrongInputError(
            f"{options.log_dir!r} holds no run of the monitor"
            + (" that can be read" if logged else "")
        )
    for number, each in enumerate(known):
        text = f"{each.name}\n{each.diagnosis}"
        print(f"{'' if number == 0 else chr(10)}{shown(text)}")
    return exit_status(options, logged)
