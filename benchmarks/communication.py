"""What devices send each other in a training step on JAX, and how much.

    python -m benchmarks.communication [--devices 2 4] [--units 64 256 1024]

A network of two hidden layers trains on virtual devices of one processor, under
`keras.distribution.DataParallel`, with an ActivationMonitor and without one.
The figures are read from the program that XLA has compiled for the step: how
many collective operations there are, and the bytes of what they return to one
device. Those in a branch run in the steps 1, 2, 4, 8, ... of an epoch, in which
the monitor keeps samples of what the model is given.
"""

import argparse
import math
import os
import re
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

BATCH = 64
_BYTES = {"pred": 1, "s8": 1, "u8": 1, "bf16": 2, "f16": 2, "f64": 8, "s64": 8}
_COLLECTIVE = re.compile(
    r"= (.+?) (all-reduce|all-gather|all-to-all|reduce-scatter|"
    r"collective-permute)(?:-start)?\("
)
_TENSOR = re.compile(r"([a-z]+\d*)\[([\d,]*)\]")


def sent(program):
    """The collectives in a text: their number and bytes, by kind."""
    numbers, sizes = Counter(), Counter()
    for shapes, kind in _COLLECTIVE.findall(program):
        numbers[kind] += 1
        for dtype, axes in _TENSOR.findall(shapes):
            count = math.prod(int(size) for size in axes.split(",") if size)
            sizes[kind] += count * _BYTES.get(dtype, 4)
    return {kind: (numbers[kind], sizes[kind]) for kind in sorted(numbers)}


def in_words(text):
    kinds = sent(text)
    numbers = [f"{number} {kind}" for kind, (number, _) in kinds.items()]
    size = sum(size for _, size in kinds.values())
    return ", ".join([*numbers, str(size)])


def train(units, watched):
    """Makes a training step."""
    import keras
    import numpy as np

    from keras_activations.callbacks import ActivationMonitor

    keras.distribution.set_distribution(keras.distribution.DataParallel())
    model = keras.Sequential(
        [
            keras.Input((32,)),
            keras.layers.Dense(units, "relu"),
            keras.layers.Dense(units, "relu"),
            keras.layers.Dense(1),
        ]
    )
    model.compile(keras.optimizers.SGD(0.01), "mse")
    x = np.random.default_rng(0).normal(size=(BATCH, 32)).astype("float32")
    callbacks = [ActivationMonitor(alerts=False)] if watched else []
    model.fit(x, x[:, :1], BATCH, verbose=0, callbacks=callbacks)


def program_of_step(devices, units, watched):
    """The program of the step, as XLA writes it down, in a new process."""
    with tempfile.TemporaryDirectory() as folder:
        flags = (
            f"--xla_force_host_platform_device_count={devices} "
            f"--xla_dump_to={folder} --xla_dump_hlo_as_text"
        )
        arguments = "--train", str(units), *["--watched"] * watched
        subprocess.run(
            [sys.executable, "-m", "benchmarks.communication", *arguments],
            env={**os.environ, "KERAS_BACKEND": "jax", "XLA_FLAGS": flags},
            check=True,
        )
        programs = [
            path.read_text()
            for path in Path(folder).glob("*after_optimizations.txt")
        ]
    # All others are of single operations.
    return max(programs, key=len)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--devices", nargs="+", type=int, default=[2, 4])
    parser.add_argument("--units", nargs="+", type=int, default=[64, 256, 1024])
    parser.add_argument("--train", type=int, help=argparse.SUPPRESS)
    parser.add_argument(
        "--watched", action="store_true", help=argparse.SUPPRESS
    )
    arguments = parser.parse_args()
    if arguments.train:
        train(arguments.train, arguments.watched)
        return
    head = "each step: operations, bytes", "in a branch"
    print(f"devices  units  monitor {head[0]:30}{head[1]}")
    for devices in arguments.devices:
        for units in arguments.units:
            for watched in False, True:
                program = program_of_step(devices, units, watched)
                branches, _, always = program.partition("\nENTRY ")
                name = "with" if watched else "without"
                print(
                    f"{devices:7}{units:7}  {name:8}"
                    f"{in_words(always):30}{in_words(branches)}",
                    flush=True,
                )


if __name__ == "__main__":
    main()
