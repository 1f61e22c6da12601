"""The command line: keras-activations demo, compare, report and diagnose.

This is a module beside the package, not in it: importing the package starts
the backend of Keras, which takes seconds, and TensorFlow prints lines that no
setting silences. Here `--help` and a wrong option are answered at once, those
lines are hidden, and logs are read without any backend.
"""

import argparse
import contextlib
import io
import math
import os
import shlex
import socket
import subprocess
import sys
import tempfile
import textwrap
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any, NoReturn

if TYPE_CHECKING:
    # Imported where they are used: `--help` should not wait for the backend.
    import keras

    from keras_activations.comparison.result import Comparison
    from keras_activations.datasets import Dataset
    from keras_activations.models.candidates import Candidate
    from keras_activations.recording.event_files import LoggedRun
    from keras_activations.recording.logged_rows import Training
    from keras_activations.recording.record_log import Logged

PROGRAM = "keras-activations"
ACTIVATIONS = [
    "relu",
    "leaky_relu",
    "prelu",
    "elu(learn_alpha=True)",
    "tanh",
    "sigmoid",
]
DATASETS = ["digits", "mnist", "fashion_mnist", "mnist5k"]
FORMATS = ["table", "csv", "json", "parquet"]
PER = ["run", "layer", "epoch"]
PORT = 6006

# What the functions of the package call the options.
_OPTIONS = {
    "activations": "--activations",
    "learning_rates": "--rates",
    "seeds": "--seeds",
    "name": "--dataset",
    "path": "--data",
    "log_dir": "--log-dir",
}

JIT_COMPILE: dict[str, bool | str] = {"auto": "auto", "yes": True, "no": False}


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
    options = _parser().parse_args(arguments)
    try:
        status = options.run(options)
        sys.stdout.flush()
        return status
    except _WrongInputError as error:
        _tell(str(error))
        return 2
    except BrokenPipeError:
        # What is still in the buffer would fail again when Python exits.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 141
    except KeyboardInterrupt:
        _tell("interrupted")
        return 130


class _WrongInputError(Exception):
    """The user's input cannot be used; the message says why."""


def _tell(text: str) -> None:
    """A line on standard error."""
    print(f"{PROGRAM}: {_shown(text)}", file=sys.stderr)


def _shown(text: str) -> str:
    """A text that may come from a file, without what commands a terminal."""
    from tensorboard_plugin_keras_activations.plain import printable

    return "\n".join(map(printable, text.split("\n")))


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        """One line; argparse would print its usage as well."""
        self.exit(2, f"{PROGRAM}: {message} (see {self.prog} --help)\n")


class _Help(argparse.HelpFormatter):
    def _fill_text(self, text: str, width: int, indent: str) -> str:
        """Examples stay as they are."""
        return "\n\n".join(
            part
            if part.startswith("  ")
            else textwrap.fill(" ".join(part.split()), width)
            for part in text.split("\n\n")
        )


class _Version(argparse.Action):
    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> NoReturn:
        """Asks the package only now: its import takes seconds."""
        from importlib.metadata import version

        print(f"{PROGRAM} {version('keras-activations')}")
        parser.exit()


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog=PROGRAM,
        description="Which activation, is it alive, and what does it cost?",
        epilog="Examples:\n\n"
        f"  {PROGRAM} demo --serve\n"
        f"  {PROGRAM} compare --data mine.npz --seeds 0 1 2\n"
        f"  {PROGRAM} report logs\n"
        f"  {PROGRAM} diagnose logs\n\n"
        f"{PROGRAM} COMMAND --help explains each.",
        formatter_class=_Help,
    )
    parser.add_argument(
        "--version",
        action=_Version,
        nargs=0,
        help="print the version of the package",
    )
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    demo = commands.add_parser(
        "demo",
        help="train one small network with each activation, then look at it",
        description="Train the same small network on real data once with each "
        "activation, by explicit mini-batch SGD with the monitor attached, "
        "and write what TensorBoard shows.",
        epilog="Examples:\n\n"
        f"  {PROGRAM} demo\n"
        f"  {PROGRAM} demo --serve --port 6007\n"
        f"  {PROGRAM} demo --data mine.npz --activations relu prelu",
        formatter_class=_Help,
    )
    _add_training_options(demo)
    demo.add_argument(
        "--rate",
        type=_rate,
        default=0.1,
        help="the learning rate (default: %(default)s)",
    )
    demo.add_argument(
        "--seed",
        type=_seed,
        default=0,
        help="decides the initial weights and the order of the mini-batches "
        "(default: %(default)s)",
    )
    _add_serve(demo)
    demo.set_defaults(run=_demo)

    compare = commands.add_parser(
        "compare",
        help="compare activations over learning rates and seeds",
        description="Compare activations, each at its best learning rate, "
        "with the spread over seeds. Started again with the same options it "
        "goes on where it stopped.",
        epilog="Examples:\n\n"
        f"  {PROGRAM} compare\n"
        f"  {PROGRAM} compare --rates 0.01 0.1 1 --seeds 0 1 2 3 4 5\n"
        f"  {PROGRAM} compare --data mine.npz "
        '--activations relu "elu(alpha=0.5)"',
        formatter_class=_Help,
    )
    _add_training_options(compare)
    compare.add_argument(
        "--rates",
        type=_rate,
        nargs="+",
        default=[0.03, 0.1, 0.3],
        metavar="RATE",
        help="the learning rates to try (default: 0.03 0.1 0.3)",
    )
    compare.add_argument(
        "--seeds",
        type=_seed,
        nargs="+",
        default=[0, 1, 2],
        metavar="SEED",
        help="a run for each; the spread over them is the noise "
        "(default: 0 1 2)",
    )
    compare.set_defaults(run=_compare)

    report = commands.add_parser(
        "report",
        help="print the table of earlier runs from their files",
        description="What was found in earlier runs, the tables of their "
        "comparisons, and a table of all others. The tables are Markdown where "
        "the output is no terminal.",
        epilog="Examples:\n\n"
        f"  {PROGRAM} report logs\n"
        f"  {PROGRAM} report logs --per layer\n"
        f"  {PROGRAM} report logs --html report.html\n"
        f"  {PROGRAM} report logs --format csv --per epoch > epochs.csv",
        formatter_class=_Help,
    )
    _add_log_dir(report)
    report.add_argument(
        "--per",
        choices=PER,
        default="run",
        help="a row for each run, for each layer in its last epoch, or for "
        "each layer and epoch (default: %(default)s)",
    )
    report.add_argument(
        "--format",
        choices=FORMATS,
        default="table",
        help="a table to read, or nothing but the rows for other programs, "
        "with all that is known of a run or layer (default: %(default)s)",
    )
    report.add_argument(
        "--output",
        metavar="FILE",
        type=Path,
        help="where csv, json or parquet is written, instead of the terminal",
    )
    report.add_argument(
        "--html",
        metavar="FILE",
        type=Path,
        help="write the Activations page as one file that opens from disk",
    )
    _add_fail_on(report)
    _add_serve(report)
    report.set_defaults(run=_report)

    diagnose = commands.add_parser(
        "diagnose",
        help="say what is wrong with earlier runs, and what to change",
        description="For each run that the monitor has logged: what is wrong, "
        "the figures that say so, and what to change.",
        epilog="Examples:\n\n"
        f"  {PROGRAM} diagnose logs\n"
        f"  {PROGRAM} diagnose logs/run1 --fail-on any",
        formatter_class=_Help,
    )
    _add_log_dir(diagnose)
    _add_fail_on(diagnose)
    diagnose.set_defaults(run=_diagnose)
    return parser


def _add_log_dir(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "log_dir",
        metavar="LOGDIR",
        help="a directory with runs of ActivationMonitor in it, or below it",
    )


def _add_fail_on(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--fail-on",
        nargs="+",
        default=[],
        metavar="CAUSE",
        help='exit with 1 if one of these causes is found, or "any"',
    )


def _add_serve(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--serve", action="store_true", help="start TensorBoard at the end"
    )
    parser.add_argument(
        "--port",
        type=_port,
        default=PORT,
        help="the port of TensorBoard; 0: any that is free "
        "(default: %(default)s)",
    )


def _add_training_options(parser: argparse.ArgumentParser) -> None:
    data = parser.add_mutually_exclusive_group()
    data.add_argument(
        "--dataset",
        choices=DATASETS,
        default=DATASETS[0],
        help="real images to train on; digits and mnist5k need no download "
        "(default: %(default)s)",
    )
    data.add_argument(
        "--data",
        metavar="FILE.npz",
        type=Path,
        help="your own arrays x and y; y holds integer class labels",
    )
    parser.add_argument(
        "--activations",
        nargs="+",
        default=ACTIVATIONS,
        metavar="NAME",
        help=f"names, also with arguments (default: {' '.join(ACTIVATIONS)})",
    )
    parser.add_argument(
        "--epochs",
        type=_count,
        default=20,
        help="how often each run sees the data (default: %(default)s)",
    )
    parser.add_argument(
        "--batch-size",
        type=_count,
        default=32,
        metavar="SAMPLES",
        help="samples of a mini-batch (default: %(default)s)",
    )
    parser.add_argument(
        "--jit-compile",
        choices=list(JIT_COMPILE),
        default="auto",
        help="compile with XLA; auto: where Keras expects it to be faster "
        "(default: %(default)s)",
    )
    parser.add_argument(
        "--log-dir",
        default="logs",
        metavar="DIR",
        help="where the runs are written (default: %(default)s)",
    )


def _count(text: str) -> int:
    return _number(text, int, lambda value: value > 0, "a positive integer")


def _seed(text: str) -> int:
    return _number(
        text,
        int,
        lambda value: 0 <= value < 2**32,
        "an integer from 0 to 2**32 - 1",
    )


def _port(text: str) -> int:
    return _number(
        text,
        int,
        lambda value: 0 <= value < 2**16,
        "an integer from 0 to 65535; 0 takes any that is free",
    )


def _rate(text: str) -> float:
    return _number(
        text,
        float,
        lambda value: 0 < value < math.inf,
        "a positive number",
    )


def _number(
    text: str,
    kind: Callable[[str], Any],
    fits: Callable[[Any], bool],
    expected: str,
) -> Any:
    """The number that an option was given."""
    with contextlib.suppress(ValueError):
        if fits(value := kind(text)):
            return value
    raise argparse.ArgumentTypeError(f"must be {expected}. Received: {text!r}")


def _demo(options: argparse.Namespace) -> int:
    _check_port(options)
    log_dir = _log_dir(options) / f"demo-{datetime.now():%Y%m%d-%H%M%S}"
    status = _train(
        options,
        log_dir,
        [options.rate],
        [options.seed],
        # What the views of the tab show.
        gradients=True,
        histogram_freq=1,
    )
    if status:
        return status
    if options.serve:
        return _serve(log_dir, options.port)
    return 0


def _compare(options: argparse.Namespace) -> int:
    # The name says which options must be the same for runs to be comparable.
    # Other activations, rates and seeds are added to the earlier ones; other
    # data in a file of the same name is refused.
    data = options.data.stem if options.data else options.dataset
    log_dir = _log_dir(options) / (
        f"compare-{data}-epochs{options.epochs}-batch{options.batch_size}"
        f"-jit-{options.jit_compile}"
    )
    return _train(options, log_dir, options.rates, options.seeds)


def _log_dir(options: argparse.Namespace) -> Path:
    """Where to log."""
    with _quiet_tensorflow():
        from keras_activations.recording.storage import checked_location
    try:
        return Path(checked_location("--log-dir", options.log_dir, local=True))
    except ValueError as error:
        raise _wrong(error, "--log-dir") from error


def _wrong(error: Exception, option: str) -> _WrongInputError:
    """What is wrong with an option, in its own words.

    Args:
        error: What a function of the package said of its arguments.
        option: The one that it was given, if the message names none.
    """
    text = _one_line(error)
    for argument, name in _OPTIONS.items():
        text = text.replace(f"`{argument}`", name)
        text = text.replace(f"Received: {argument}=", "Received: ")
    named = any(name in text for name in _OPTIONS.values())
    return _WrongInputError(text if named else f"{option}: {text}")


def _train(
    options: argparse.Namespace,
    log_dir: Path,
    rates: Sequence[float],
    seeds: Sequence[int],
    **logged: Any,
) -> int:
    """Train, print the table and the next command; return the exit status.

    Wrong input is found before anything is trained.
    """
    with _quiet_tensorflow():
        import keras_activations as ka
        from keras_activations import datasets

    try:
        data = (
            datasets.load_file(options.data)
            if options.data
            else datasets.load(options.dataset)
        )
    except (ValueError, TypeError) as error:
        source = "--data" if options.data else "--dataset"
        raise _wrong(error, source) from error
    try:
        comparison = ka.compare_activations(
            _network_for(data),
            options.activations,
            data.x,
            data.y,
            validation_data=(data.x_val, data.y_val),
            epochs=options.epochs,
            batch_size=options.batch_size,
            seeds=seeds,
            learning_rates=rates,
            jit_compile=JIT_COMPILE[options.jit_compile],
            log_dir=log_dir,
            **logged,
        )
    except KeyboardInterrupt:
        print("\nInterrupted. What was logged is kept.", file=sys.stderr)
        _print_way_on(log_dir, options)
        return 130
    except (ValueError, TypeError) as error:
        raise _wrong(error, "--activations") from error
    except BrokenPipeError:
        raise
    except OSError as error:
        raise _WrongInputError(
            f"cannot write to {str(options.log_dir)!r}: {error.strerror}; "
            "choose another place with --log-dir"
        ) from error
    print()
    _print_comparison(comparison)
    _print_way_on(log_dir, options)
    finished = any(run["status"] == "finished" for run in comparison.runs)
    return 0 if finished else 1


def _print_comparison(comparison: "Comparison") -> None:
    from keras_activations.recording.tables import write_table

    write_table(*comparison.table(), sys.stdout)
    print(_shown("\n".join(["", *comparison.notes()])))


def _network_for(data: "Dataset") -> "Callable[[Candidate], keras.Model]":
    """Three hidden layers of 64 units, for any kind of sample."""
    import keras

    from keras_activations.training import SGDSequential

    def build_model(activation: "Candidate") -> keras.Model:
        return SGDSequential(
            [
                keras.Input(data.x.shape[1:]),
                keras.layers.Flatten(),
                *(
                    keras.layers.Dense(
                        64, activation=activation(), name=f"hidden_{number}"
                    )
                    for number in (1, 2, 3)
                ),
                keras.layers.Dense(
                    data.classes, activation="softmax", name="output"
                ),
            ]
        )

    return build_model


def _print_way_on(log_dir: Path, options: argparse.Namespace) -> None:
    """The next command to type, and the pages that it serves."""
    from keras_activations.recording import way_on

    port = getattr(options, "port", PORT)
    print(f"\nEvent files are in {log_dir}. To look at them:")
    print(way_on(log_dir, port=port, view="compare"), end="")


def _check_port(options: argparse.Namespace) -> None:
    """Refuses a port that is in use, before anything is trained or read."""
    if not options.serve:
        return
    with socket.socket() as found:
        if os.name == "posix":  # as TensorBoard's server does
            found.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            found.bind(("localhost", options.port))
        except OSError as error:
            raise _WrongInputError(
                f"--port {options.port} cannot be used: {error.strerror}; "
                "choose another one, or 0 for any that is free"
            ) from error


def _serve(log_dir: Path | str, port: int) -> int:
    """Run TensorBoard until Ctrl-C."""
    print("\nTensorBoard is starting; stop it with Ctrl-C.", flush=True)
    command = [sys.executable, "-m", "tensorboard.main"]
    try:
        return subprocess.run(
            [*command, "--logdir", str(log_dir), "--port", str(port)],
            check=False,
        ).returncode
    except KeyboardInterrupt:
        return 0


@contextmanager
def _without_backend() -> Iterator[None]:
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


@_without_backend()
def _report(options: argparse.Namespace) -> int:
    for_people = options.format == "table"
    if for_people and options.output:
        raise _WrongInputError("--output needs --format csv, json or parquet")
    if options.format == "parquet" and not options.output:
        raise _WrongInputError("--format parquet needs --output FILE")
    _check_port(options)
    from keras_activations.recording import html_report
    from keras_activations.recording.logged_rows import trainings

    runs, logged = _logged(options)
    try:
        found = trainings(options.log_dir, runs)
    except ValueError as error:
        raise _WrongInputError(_one_line(error)) from error
    if for_people:
        _print_report(options, found, logged)
    else:
        _write_rows(options, found)
    if options.html:
        try:
            html_report.write(options.log_dir, options.html, runs)
        except ValueError as error:
            raise _WrongInputError(_one_line(error)) from error
        except OSError as error:
            raise _unwritable("--html", options.html, error) from error
        if for_people:
            print(f"\nThe page is in {options.html}; open it in a browser.")
    status = _status(options, logged)
    if options.serve:
        return _serve(options.log_dir, options.port) or status
    return status


def _unwritable(option: str, path: Path, error: OSError) -> _WrongInputError:
    return _WrongInputError(
        f"{option}: cannot write {str(path)!r}: {error.strerror}"
    )


def _print_report(
    options: argparse.Namespace,
    found: "Sequence[Training]",
    logged: "Sequence[Logged]",
) -> None:
    """What was found, then the tables."""
    from keras_activations.recording.logged_rows import logged_rows
    from keras_activations.recording.run_table import cells
    from keras_activations.recording.tables import write_table

    for each in logged:
        if each.diagnosis is None:
            continue
        print(_shown(f"{each.name}: {each.diagnosis.verdict}"))
        for finding in each.diagnosis:
            print(_shown(f"- {finding.cause}: {finding.sentence}"))
            if finding.remedies:
                print(_shown(f"  {finding.remedies[0].text}."))
    if any(each.diagnosis for each in logged):
        where = shlex.quote(options.log_dir)
        print(_shown(f"The figures: {PROGRAM} diagnose {where}"))
    if any(each.diagnosis is not None for each in logged):
        print()
    if options.per == "run":
        compared = _print_comparisons(options.log_dir)
        found = [each for each in found if each.name not in compared]
    if found:
        rows = logged_rows(found, options.per)
        write_table(*cells(rows), sys.stdout)


def _print_comparisons(log_dir: str) -> set[str]:
    """The tables of the comparisons; returns the names of their runs."""
    from keras_activations.comparison.logged import logged_comparisons

    compared: set[str] = set()
    for each in logged_comparisons(log_dir):
        if each.comparison is None:
            _tell(
                f"the comparison in {each.name} cannot be read: {each.problem}"
            )
            continue
        if each.name != ".":
            print(_shown(f"{each.name}:\n"))
        _print_comparison(each.comparison)
        print()
        compared |= each.runs
    return compared


def _write_rows(
    options: argparse.Namespace, found: "Sequence[Training]"
) -> None:
    """The rows for other programs, and nothing else."""
    from keras_activations.recording import tables
    from keras_activations.recording.logged_rows import (
        logged_rows,
        with_settings,
    )

    rows = (
        with_settings(found)
        if options.per == "run"
        else logged_rows(found, options.per)
    )
    write = {"csv": tables.write_csv, "json": tables.write_json}
    try:
        if options.format == "parquet":
            tables.write_parquet(rows, str(options.output))
        elif options.output:
            with options.output.open("w", encoding="utf-8", newline="") as file:
                write[options.format](rows, file)
        else:
            write[options.format](rows, sys.stdout)
    except ModuleNotFoundError as error:
        raise _WrongInputError(f"--format: {error}") from error
    except OSError as error:
        if options.output is None:
            raise
        raise _unwritable("--output", options.output, error) from error


@_without_backend()
def _diagnose(options: argparse.Namespace) -> int:
    _, logged = _logged(options)
    known = [each for each in logged if each.diagnosis is not None]
    if not known:
        raise _WrongInputError(
            f"{options.log_dir!r} holds no run of the monitor"
            + (" that can be read" if logged else "")
        )
    for number, each in enumerate(known):
        text = f"{each.name}\n{each.diagnosis}"
        print(f"{'' if number == 0 else chr(10)}{_shown(text)}")
    return _status(options, logged)


def _logged(
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
            raise _WrongInputError(
                f"--fail-on knows no cause {cause!r}; there are: any, "
                f"{', '.join(CAUSES)}"
            )
    try:
        options.log_dir = checked_location("LOGDIR", options.log_dir)
    except ValueError as error:
        raise _WrongInputError(_one_line(error)) from error
    path = options.log_dir
    if not is_remote(path) and not os.path.isdir(path):
        wrong = "not a" if os.path.exists(path) else "no such"
        raise _WrongInputError(f"{wrong} directory: {path!r}")
    try:
        runs = read_runs(path)
    except Exception as error:  # OSError, or one of TensorFlow's own
        raise _WrongInputError(
            f"cannot read {path!r}: {_one_line(error)}"
        ) from error
    found = [
        each
        for each in map(logged, runs)
        if each.record is not None or each.problem
    ]
    for each in found:
        if each.problem:
            whole = "" if each.diagnosis is None else " as a whole"
            reason = _one_line(each.problem)
            _tell(f"{each.name} cannot be read{whole}: {reason}")
    return runs, found


def _status(options: argparse.Namespace, logged: "list[Logged]") -> int:
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


def _one_line(error: object) -> str:
    return " ".join(str(error).split())


@contextmanager
def _quiet_tensorflow() -> Iterator[None]:
    """Hide what TensorFlow's libraries print when they start.

    They write to the file descriptor, before they read any of their settings
    (TF_CPP_MIN_LOG_LEVEL does not silence "All log messages before
    absl::InitializeLog()"). If the start fails, everything is shown.
    """
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "2")
    sys.stderr.flush()
    kept = os.dup(2)
    with tempfile.TemporaryFile() as said:
        os.dup2(said.fileno(), 2)
        try:
            import keras_activations  # noqa: F401

            # The first compilation starts XLA, which prints lines as well.
            if tf := sys.modules.get("tensorflow"):
                tf.function(tf.negative, jit_compile=True)(tf.ones(1))
            yield
        except BaseException:
            said.seek(0)
            os.write(kept, said.read())
            raise
        finally:
            sys.stderr.flush()
            os.dup2(kept, 2)
            os.close(kept)
