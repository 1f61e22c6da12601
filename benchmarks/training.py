"""What a step of training costs, beside Keras's own.

    python -m benchmarks.training [--rounds 9] [--json benchmarks/training.json]

All variants train in one process and take turns; a ratio is the median of
the ratios of the rounds, so that what else the machine does hits both sides.
"""

import argparse
import json
import os
import statistics
import time
from collections.abc import Callable

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "2")

import keras
import numpy as np
import tensorflow as tf

from keras_activations.training import (
    ExplicitSGD,
    MiniBatches,
    SGDSequential,
)

BATCH_SIZE = 32
STEPS = 56
PAIRS = 6


def model(cls, widths, optimizer, **compile_arguments):
    """A compiled network of Dense layers, ReLU between them."""
    layers = [keras.Input((widths[0],))]
    for width in widths[1:-1]:
        layers.append(keras.layers.Dense(width, activation="relu"))
    layers.append(keras.layers.Dense(widths[-1]))
    made = cls(layers)
    loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    made.compile(optimizer, loss=loss, **compile_arguments)
    return made


def data(widths):
    """As many samples as STEPS mini-batches take."""
    rng = np.random.default_rng(0)
    x = rng.normal(size=(STEPS * BATCH_SIZE, widths[0])).astype("float32")
    return x, rng.integers(0, widths[-1], size=len(x))


def interleaved(
    variants: dict[str, Callable[[], None]], rounds: int, steps: int
) -> dict[str, list[float]]:
    """Microseconds per step of each variant in each round."""
    for run in variants.values():
        run()
        run()
    times: dict[str, list[float]] = {name: [] for name in variants}
    for index in range(rounds):
        names = list(variants)
        # Another order each round: nobody is always the first.
        for name in names[index % len(names) :] + names[: index % len(names)]:
            start = time.perf_counter()
            variants[name]()
            times[name].append((time.perf_counter() - start) / steps * 1e6)
    return times


def ratio(times, name, to):
    """Median over the rounds of time(name) / time(to)."""
    pairs = zip(times[name], times[to], strict=True)
    return statistics.median(ours / theirs for ours, theirs in pairs)


def sampling(widths, jit_compile, rounds):
    """`fit` on arrays against `fit` on MiniBatches.

    Beside them the same steps on mini-batches that cost nothing, drawn once
    and kept: what no way of sampling can beat.
    """
    x, y = data(widths)
    epochs = 5

    def fit(steps_per_execution, *arguments, **keywords):
        net = model(
            keras.Sequential,
            widths,
            keras.optimizers.SGD(0.01),
            jit_compile=jit_compile,
            steps_per_execution=steps_per_execution,
        )
        return lambda: net.fit(*arguments, epochs=epochs, verbose=0, **keywords)

    batches = MiniBatches(x, y, batch_size=BATCH_SIZE, seed=0)
    kept = tf.data.Dataset.from_tensor_slices(
        (x.reshape(STEPS, BATCH_SIZE, -1), y.reshape(STEPS, BATCH_SIZE))
    )
    times = interleaved(
        {
            "arrays": fit(1, x, y, batch_size=BATCH_SIZE),
            f"arrays, {STEPS} steps per execution": fit(
                STEPS, x, y, batch_size=BATCH_SIZE
            ),
            "MiniBatches": fit(1, batches, shuffle=False),
            f"MiniBatches, {STEPS} steps per execution": fit(
                STEPS, batches, shuffle=False
            ),
            f"kept mini-batches, {STEPS} steps per execution": fit(
                STEPS, kept, shuffle=False
            ),
        },
        rounds,
        epochs * STEPS,
    )
    arrays, arrays_fused, _, ours, bound = times
    return times, {
        "to fit(x, y)": ratio(times, ours, arrays),
        "to fit(x, y), as many steps per execution": ratio(
            times, ours, arrays_fused
        ),
        "kept mini-batches to fit(x, y)": ratio(times, bound, arrays),
        "kept mini-batches to fit(x, y), as many steps per execution": ratio(
            times, bound, arrays_fused
        ),
    }


def step(widths, jit_compile, rounds):
    """Keras's train step against the explicit one, on the same data.

    Several models of each kind, since two of one kind may differ in speed as
    long as they live.
    """
    x, y = data(widths)
    epochs = 5

    def fit(cls, optimizer):
        net = model(
            cls,
            widths,
            optimizer,
            jit_compile=jit_compile,
            steps_per_execution=STEPS,
        )
        batches = MiniBatches(x, y, batch_size=BATCH_SIZE, seed=0)
        return lambda: net.fit(batches, epochs=epochs, verbose=0, shuffle=False)

    stock, explicit = "keras.Sequential, SGD", "SGDSequential, ExplicitSGD"
    variants = {}
    for index in range(PAIRS):
        sgd = keras.optimizers.SGD(0.01)
        variants[stock, index] = fit(keras.Sequential, sgd)
        variants[explicit, index] = fit(SGDSequential, ExplicitSGD(0.01))
    each = interleaved(variants, rounds, epochs * STEPS)
    times = {
        kind: [
            statistics.mean(each[kind, index][number] for index in range(PAIRS))
            for number in range(rounds)
        ]
        for kind in (stock, explicit)
    }
    return times, {"to the stock step": ratio(times, explicit, stock)}


def main():
    """Measure, print, write."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--json", metavar="FILE")
    arguments = parser.parse_args()

    results = []
    for widths in ((64, 32, 10), (784, 128, 64, 10)):
        for jit_compile in (True, False):
            for measure in (sampling, step):
                times, ratios = measure(widths, jit_compile, arguments.rounds)
                net = "-".join(map(str, widths))
                print(f"\n{net}, batch {BATCH_SIZE}, jit_compile={jit_compile}")
                medians = {
                    name: round(statistics.median(rounds))
                    for name, rounds in times.items()
                }
                ratios = {name: round(r, 3) for name, r in ratios.items()}
                for name, value in medians.items():
                    print(f"  {value:8} us per step  {name}")
                for name, value in ratios.items():
                    print(f"  {value:8.3f} x {name}", flush=True)
                results.append(
                    {
                        "measure": measure.__name__,
                        "net": net,
                        "jit_compile": jit_compile,
                        "microseconds_per_step": medians,
                        "ratios": ratios,
                    }
                )
    if arguments.json:
        with open(arguments.json, "w") as file:
            file.write(json.dumps(results, indent=1) + "\n")


if __name__ == "__main__":
    main()
