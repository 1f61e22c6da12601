"""Run one command, and say what went wrong."""

import io
import os
import sys
from collections.abc import Sequence

from keras_activations_cli.output import WrongInputError, tell
from keras_activations_cli.parser import make_parser


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command.

    Args:
        arguments: The command-line arguments, without the program's name.
            Default: those of the process.

    Returns:
        The exit status: 0, 1 if no run of a comparison finished or if a cause
        of `--fail-on` was found, 2 after wrong input (one line on standard
        error says what was given and what is possible), if no run can be
        read, or with `--fail-on` if one of them cannot; 130 after Ctrl-C;
        141 if nobody reads the output to its end, as in `report | head -1`.
    """
    for stream in sys.stdout, sys.stderr:
        # Names from files may hold what this terminal has no letters for.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    options = make_parser().parse_args(arguments)
    try:
        status = options.run(options)
        sys.stdout.flush()
        return status
    except WrongInputError as error:
        tell(str(error))
        return 2
    except BrokenPipeError:
        # What is still in the buffer would fail again when Python exits.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 141
    except KeyboardInterrupt:
        tell("interrupted")
        return 130
