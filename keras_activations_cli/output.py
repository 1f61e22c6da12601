"""What the program says, and to whom."""

import sys
from pathlib import Path

PROGRAM = "keras-activations"


class WrongInputError(Exception):
    """The user's input cannot be used; the message says why."""


def unwritable(option: str, path: Path, error: OSError) -> WrongInputError:
    """The error for a file that cannot be written."""
    return WrongInputError(
        f"{option}: cannot write {str(path)!r}: {error.strerror}"
    )


def tell(text: str) -> None:
    """A line on standard error."""
    print(f"{PROGRAM}: {shown(text)}", file=sys.stderr)


def shown(text: str) -> str:
    """A text that may come from a file, without what commands a terminal."""
    from tensorboard_plugin_keras_activations.plain import printable

    return "\n".join(map(printable, text.split("\n")))


def one_line(error: object) -> str:
    """A message without its line breaks."""
    return " ".join(str(error).split())
