"""The parser: its help, its errors, and the commands."""

import argparse
from typing import NoReturn

from keras_activations_cli import compare, demo, diagnose, report
from keras_activations_cli.help import Help
from keras_activations_cli.output import PROGRAM


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        """One line; argparse would print its usage as well."""
        self.exit(2, f"{PROGRAM}: {message} (see {self.prog} --help)\n")


class _Version(argparse.Action):
    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> NoReturn:
        """Asks the package only now: its import takes seconds."""
        from importlib.metadata import version

        print(f"{PROGRAM} {version('keras-activations')}")
        parser.exit()


def make_parser() -> argparse.ArgumentParser:
    """The parser of the program, with all commands."""
    parser = _Parser(
        prog=PROGRAM,
        description="Which activation, is it alive, and what does it cost?",
        epilog="Examples:\n\n"
        f"  {PROGRAM} demo --serve\n"
        f"  {PROGRAM} compare --data mine.npz --seeds 0 1 2\n"
        f"  {PROGRAM} report logs\n"
        f"  {PROGRAM} diagnose logs\n\n"
        f"{PROGRAM} COMMAND --help explains each.",
        formatter_class=Help,
    )
    parser.add_argument(
        "--version",
        action=_Version,
        nargs=0,
        help="print the version of the package",
    )
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    for command in demo, compare, report, diagnose:
        command.add_to(commands)
    return parser
