"""keras-activations compare: over learning rates and seeds."""

import argparse
from typing import Any

from keras_activations_cli.help import Help
from keras_activations_cli.numbers import rate, seed
from keras_activations_cli.options import add_training_options
from keras_activations_cli.output import PROGRAM
from keras_activations_cli.training import checked_log_dir, train


def add_to(commands: Any) -> None:
    """Add the command to the parser."""
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
        formatter_class=Help,
    )
    add_training_options(compare)
    compare.add_argument(
        "--rates",
        type=rate,
        nargs="+",
        default=[0.03, 0.1, 0.3],
        metavar="RATE",
        help="the learning rates to try (default: 0.03 0.1 0.3)",
    )
    compare.add_argument(
        "--seeds",
        type=seed,
        nargs="+",
        default=[0, 1, 2],
        metavar="SEED",
        help="a run for each; the spread over them is the noise "
        "(default: 0 1 2)",
    )
    compare.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    # The name says which options must be the same for runs to be comparable.
    # Other activations, rates and seeds are added to the earlier ones; other
    # data in a file of the same name is refused.
    data = options.data.stem if options.data else options.dataset
    log_dir = checked_log_dir(options) / (
        f"compare-{data}-epochs{options.epochs}-batch{options.batch_size}"
        f"-jit-{options.jit_compile}"
    )
    return train(options, log_dir, options.rates, options.seeds)
