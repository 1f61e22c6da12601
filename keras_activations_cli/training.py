"""What demo and compare do: train, print the table and the next command."""

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from keras_activations_cli.comparison_table import print_comparison
from keras_activations_cli.options import JIT_COMPILE, PORT
from keras_activations_cli.output import WrongInputError, one_line
from keras_activations_cli.quiet_tensorflow import quiet_tensorflow

if TYPE_CHECKING:
    # Imported where they are used: `--help` should not wait for the backend.
    import keras

    from keras_activations.datasets import Dataset
    from keras_activations.models.candidates import Candidate

# What the functions of the package call the options.
_OPTIONS = {
    "activations": "--activations",
    "learning_rates": "--rates",
    "seeds": "--seeds",
    "name": "--dataset",
    "path": "--data",
    "log_dir": "--log-dir",
}


def train(
    options: argparse.Namespace,
    log_dir: Path,
    rates: Sequence[float],
    seeds: Sequence[int],
    **logged: Any,
) -> int:
    """Train, print the table and the next command; return the exit status.

    Wrong input is found before anything is trained.
    """
    with quiet_tensorflow():
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
        raise WrongInputError(
            f"cannot write to {str(options.log_dir)!r}: {error.strerror}; "
            "choose another place with --log-dir"
        ) from error
    print()
    print_comparison(comparison)
    _print_way_on(log_dir, options)
    finished = any(run["status"] == "finished" for run in comparison.runs)
    return 0 if finished else 1


def checked_log_dir(options: argparse.Namespace) -> Path:
    """The value of --log-dir."""
    with quiet_tensorflow():
        from keras_activations.recording.storage import checked_location
    try:
        return Path(checked_location("--log-dir", options.log_dir, local=True))
    except ValueError as error:
        raise _wrong(error, "--log-dir") from error


def _wrong(error: Exception, option: str) -> WrongInputError:
    """What is wrong with an option, in its own words.

    Args:
        error: What a function of the package said of its arguments.
        option: The one that it was given, if the message names none.
    """
    text = one_line(error)
    for argument, name in _OPTIONS.items():
        text = text.replace(f"`{argument}`", name)
        text = text.replace(f"Received: {argument}=", "Received: ")
    named = any(name in text for name in _OPTIONS.values())
    return WrongInputError(text if named else f"{option}: {text}")


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
