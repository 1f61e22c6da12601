"""The command line: keras-activations demo, compare, report and diagnose.

This is a module beside the package, not in it: importing the package starts
TensorFlow, which takes seconds and prints lines that no setting silences. Here
`--help` and a wrong option are answered at once, and those lines are hidden.
"""

import argparse
import io
import os
import shlex
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

if TYPE_CHECKING:
    # Imported where they are used: `--help` should not wait for TensorFlow.
    import keras

    from keras_activations.datasets import Dataset
    from keras_activations.models.candidates import Candidate
    from keras_activations.recording.event_files import LoggedRun
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
        read, or with `--fail-on` if one of them cannot; 130 after Ctrl-C.
    """
    for stream in sys.stdout, sys.stderr:
        # Names from files may hold what this terminal has no letters for.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    options = _parser().parse_args(arguments)
    try:
        return options.run(options)
    except _WrongInputError as error:
        _tell(str(error))
        return 2
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


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog=PROGRAM,
        description="Which activation, is it alive, and what does it cost?",
    )
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    demo = commands.add_parser(
        "demo",
        help="train one small network with each activation, then look at it",
        description="Train the same small network on real data once with each "
        "activation, by explicit mini-batch SGD with the monitor attached, "
        "and write what TensorBoard shows.",
    )
    _add_training_options(demo, epochs=20)
    demo.add_argument("--rate", type=float, default=0.1, help="learning rate")
    demo.add_argument("--seed", type=int, default=0)
    demo.add_argument(
        "--serve", action="store_true", help="start TensorBoard at the end"
    )
    demo.add_argument(
        "--port", type=int, default=6006, help="TensorBoard's port"
    )
    demo.set_defaults(run=_demo)

    compare = commands.add_parser(
        "compare",
        help="compare activations over learning rates and seeds",
        description="Compare activations, each at its best learning rate, "
        "with the spread over seeds. Started again with the same options it "
        "goes on where it stopped.",
    )
    _add_training_options(compare, epochs=20)
    compare.add_argument(
        "--rates", type=float, nargs="+", default=[0.03, 0.1, 0.3]
    )
    compare.add_argument("--seeds", type=int, nargs="+", default=[0, 1, 2])
    compare.set_defaults(run=_compare)

    report = commands.add_parser(
        "report",
        help="print the table of an earlier run from its event files",
    )
    report.add_argument("log_dir", metavar="LOGDIR")
    report.add_argument(
        "--html",
        metavar="FILE",
        type=Path,
        help="write the Activations page as one file that opens from disk",
    )
    _add_fail_on(report)
    report.set_defaults(run=_report)

    diagnose = commands.add_parser(
        "diagnose",
        help="say what is wrong with earlier runs, and what to change",
        description="For each run that the monitor has logged: what is wrong, "
        "the figures that say so, and what to change.",
    )
    diagnose.add_argument("log_dir", metavar="LOGDIR")
    _add_fail_on(diagnose)
    diagnose.set_defaults(run=_diagnose)
    return parser


def _add_fail_on(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--fail-on",
        nargs="+",
        default=[],
        metavar="CAUSE",
        help='exit with 1 if one of these causes is found, or "any"',
    )


def _add_training_options(parser: argparse.ArgumentParser, epochs: int) -> None:
    data = parser.add_mutually_exclusive_group()
    data.add_argument(
        "--dataset", default="digits", help=f"one of {', '.join(DATASETS)}"
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
        help=f"default: {' '.join(ACTIVATIONS)}",
    )
    parser.add_argument("--epochs", type=int, default=epochs)
    parser.add_argument("--batch-size", type=int, default=32)
    parser.add_argument(
        "--jit-compile",
        choices=list(JIT_COMPILE),
        default="auto",
        help="compile with XLA; auto: where Keras expects it to be faster",
    )
    parser.add_argument("--log-dir", default="logs")


def _demo(options: argparse.Namespace) -> int:
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
        raise _WrongInputError(_one_line(error)) from error


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
        raise _WrongInputError(_one_line(error)) from error
    except OSError as error:
        raise _WrongInputError(
            f"cannot write to {str(options.log_dir)!r}: {error.strerror}; "
            "choose another place with --log-dir"
        ) from error
    print()
    print(comparison.to_markdown())
    _print_way_on(log_dir, options)
    finished = any(run["status"] == "finished" for run in comparison.runs)
    return 0 if finished else 1


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

    port = getattr(options, "port", 6006)
    print(f"\nEvent files are in {log_dir}. To look at them:")
    print(way_on(log_dir, port=port, view="compare"), end="")


def _serve(log_dir: Path, port: int) -> int:
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


def _report(options: argparse.Namespace) -> int:
    with _quiet_tensorflow():
        from keras_activations.comparison.table import event_file_table
        from keras_activations.recording import html_report

    runs, logged = _logged(options)
    try:
        table = event_file_table(options.log_dir, runs)
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
        known = any(each.diagnosis is not None for each in logged)
        print(f"\n{table}" if known else table)
        if options.html:
            html_report.write(options.log_dir, options.html, runs)
            print(f"\nThe page is in {options.html}; open it in a browser.")
    except ValueError as error:
        raise _WrongInputError(_one_line(error)) from error
    except OSError as error:
        raise _WrongInputError(
            f"cannot write {str(options.html)!r}: {error.strerror}"
            if options.html
            else f"cannot write the report: {error.strerror}"
        ) from error
    return _status(options, logged)


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
    with _quiet_tensorflow():
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
            import tensorflow as tf

            # The first compilation starts XLA, which prints lines as well.
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
