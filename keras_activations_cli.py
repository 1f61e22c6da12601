"""The command line: keras-activations demo, compare, report and diagnose.

This is a module beside the package, not in it: importing the package starts
TensorFlow, which takes seconds and prints lines that no setting silences. Here
`--help` and a wrong option are answered at once, and those lines are hidden.
"""

import argparse
import os
import shlex
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    # Imported where they are used: `--help` should not wait for TensorFlow.
    import keras

    from keras_activations.datasets import Dataset
    from keras_activations.diagnosis import Diagnosis
    from keras_activations.models.candidates import Candidate

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
        error says what was given and what is possible) or 130 after Ctrl-C.
    """
    options = _parser().parse_args(arguments)
    try:
        return options.run(options)
    except _WrongInputError as error:
        print(f"{PROGRAM}: {error}", file=sys.stderr)
        return 2


class _WrongInputError(Exception):
    """The user's input cannot be used; the message says why."""


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
    report.add_argument("log_dir", metavar="LOGDIR", type=Path)
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
    diagnose.add_argument("log_dir", metavar="LOGDIR", type=Path)
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
    parser.add_argument("--log-dir", type=Path, default=Path("logs"))


def _demo(options: argparse.Namespace) -> int:
    log_dir = options.log_dir / f"demo-{datetime.now():%Y%m%d-%H%M%S}"
    status = _train(options, log_dir, [options.rate], [options.seed])
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
    log_dir = options.log_dir / (
        f"compare-{data}-epochs{options.epochs}-batch{options.batch_size}"
        f"-jit-{options.jit_compile}"
    )
    return _train(options, log_dir, options.rates, options.seeds)


def _train(
    options: argparse.Namespace,
    log_dir: Path,
    rates: Sequence[float],
    seeds: Sequence[int],
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

    try:
        diagnoses = _diagnoses(options)
        table = event_file_table(options.log_dir)
        for run, diagnosis in diagnoses.items():
            print(f"{run}: {diagnosis.verdict}")
            for finding in diagnosis:
                print(f"- {finding.cause}: {finding.sentence}")
                if finding.remedies:
                    print(f"  {finding.remedies[0].text}.")
        if any(diagnoses.values()):
            where = shlex.quote(str(options.log_dir))
            print(f"The figures: {PROGRAM} diagnose {where}")
        print(f"\n{table}" if diagnoses else table)
        if options.html:
            html_report.write(options.log_dir, options.html)
            print(f"\nThe page is in {options.html}; open it in a browser.")
    except ValueError as error:
        raise _WrongInputError(_one_line(error)) from error
    except OSError as error:
        raise _WrongInputError(
            f"cannot write {str(options.html)!r}: {error.strerror}"
        ) from error
    return _status(options, diagnoses)


def _diagnose(options: argparse.Namespace) -> int:
    diagnoses = _diagnoses(options)
    if not diagnoses:
        raise _WrongInputError(
            f"{str(options.log_dir)!r} holds no run of the monitor"
        )
    for number, (run, diagnosis) in enumerate(diagnoses.items()):
        print(f"{'' if number == 0 else chr(10)}{run}\n{diagnosis}")
    return _status(options, diagnoses)


def _diagnoses(options: argparse.Namespace) -> "dict[str, Diagnosis]":
    """The diagnosis of each run below the directory."""
    if not options.log_dir.is_dir():
        wrong = "not a" if options.log_dir.exists() else "no such"
        raise _WrongInputError(f"{wrong} directory: {str(options.log_dir)!r}")
    with _quiet_tensorflow():
        from keras_activations.diagnosis import CAUSES, diagnose_record
        from keras_activations.recording.record_log import read_records
    for cause in options.fail_on:
        if cause not in (*CAUSES, "any"):
            raise _WrongInputError(
                f"--fail-on knows no cause {cause!r}; there are: any, "
                f"{', '.join(CAUSES)}"
            )
    return {
        run: diagnose_record(record)
        for run, record in read_records(options.log_dir).items()
    }


def _status(
    options: argparse.Namespace, diagnoses: "dict[str, Diagnosis]"
) -> int:
    """1 if something is found that the user does not want."""
    found = {each.cause for one in diagnoses.values() for each in one}
    unwanted = set(options.fail_on)
    return int(bool(found & unwanted or ("any" in unwanted and found)))


def _one_line(error: Exception) -> str:
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
