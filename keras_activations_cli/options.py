"""Options that several commands have."""

import argparse
from pathlib import Path

from keras_activations_cli.numbers import count, port

ACTIVATIONS = [
    "relu",
    "leaky_relu",
    "prelu",
    "elu(learn_alpha=True)",
    "tanh",
    "sigmoid",
]
DATASETS = ["digits", "mnist", "fashion_mnist", "mnist5k"]
PORT = 6006
JIT_COMPILE: dict[str, bool | str] = {"auto": "auto", "yes": True, "no": False}


def add_log_dir(parser: argparse.ArgumentParser) -> None:
    """LOGDIR: the runs that are read."""
    parser.add_argument(
        "log_dir",
        metavar="LOGDIR",
        help="a directory with runs of ActivationMonitor in it, or below it",
    )


def add_fail_on(parser: argparse.ArgumentParser) -> None:
    """--fail-on: findings that decide the exit status."""
    parser.add_argument(
        "--fail-on",
        nargs="+",
        default=[],
        metavar="CAUSE",
        help='exit with 1 if one of these causes is found, or "any"',
    )


def add_serve(parser: argparse.ArgumentParser) -> None:
    """--serve and --port."""
    parser.add_argument(
        "--serve", action="store_true", help="start TensorBoard at the end"
    )
    parser.add_argument(
        "--port",
        type=port,
        default=PORT,
        help="the port of TensorBoard; 0: any that is free "
        "(default: %(default)s)",
    )


def add_training_options(parser: argparse.ArgumentParser) -> None:
    """What is trained, and where it is logged."""
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
        type=count,
        default=20,
        help="how often each run sees the data (default: %(default)s)",
    )
    parser.add_argument(
        "--batch-size",
        type=count,
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
