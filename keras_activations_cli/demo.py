"""keras-activations demo: train one small network with each activation."""

import argparse
from datetime import datetime
from typing import Any

from keras_activations_cli.help import Help
from keras_activations_cli.numbers import rate, seed
from keras_activations_cli.options import add_serve, add_training_options
from keras_activations_cli.output import PROGRAM
from keras_activations_cli.serving import check_port, serve
from keras_activations_cli.training import checked_log_dir, train


def add_to(commands: Any) -> None:
    """Add the command to the parser."""
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
        formatter_class=Help,
    )
    add_training_options(demo)
    demo.add_argument(
        "--rate",
        type=rate,
        default=0.1,
        help="the learning rate (default: %(default)s)",
    )
    demo.add_argument(
        "--seed",
        type=seed,
        default=0,
        help="decides the initial weights and the order of the mini-batches "
        "(default: %(default)s)",
    )
    add_serve(demo)
    demo.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    check_port(options)
    log_dir = checked_log_dir(options) / f"demo-{datetime.now():%Y%m%d-%H%M%S}"
    status = train(
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
        return serve(log_dir, options.port)
    return 0
