"""What a step of training costs, compared with Keras's own.

    python -m benchmarks.training [--measure sampling] [--measure step]
        [--rounds 9] [--json benchmarks/training.json]

All variants train in one process and take turns; a ratio is the median of
the ratios of the rounds, so that other load on the machine affects both sides.
It is printed with its 95 % interval, by the bootstrap.
"""

import argparse
import json
import os
import pathlib
import statistics
import time
from collections.abc import Callable

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "2")

import keras
import numpy as np

from keras_activations.training import (
    ExplicitSGD,
    MiniBatches,
    SGDSequential,
)

BATCH_SIZE = 32
STEPS = 56
PAIRS = 10


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
        # Another order each round, so that no variant is always the first.
        for name in names[index % len(names) :] + names[: index % len(names)]:
            start = time.perf_counter()
            variants[name]()
            times[name].append((time.perf_counter() - start) / steps * 1e6)
    return times


def median_with_interval(ratios):
    """The median, and its 95 % interval by the bootstrap."""
    ratios = np.asarray(ratios)
    drawn = np.random.default_rng(0).integers(
        len(ratios), size=(9999, len(ratios))
    )
    low, high = np.percentile(np.median(ratios[drawn], axis=1), [2.5, 97.5])
    return [round(float(r), 3) for r in (np.median(ratios), low, high)]


def ratio(times, name, to):
    """The median over the rounds of time(name) / time(to), with interval."""
    return median_with_interval(np.divide(times[name], times[to]))


def sampling(widths, jit_compile, rounds):
    """`fit` on arrays against `fit` on MiniBatches."""
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
        },
        rounds,
        epochs * STEPS,
    )
    arrays, arrays_fused, ours, ours_fused = times
    return times, {
        "MiniBatches to fit(x, y), 1 step per execution": ratio(
            times, ours, arrays
        ),
        "to fit(x, y)": ratio(times, ours_fused, arrays),
        "to fit(x, y), as many steps per execution": ratio(
            times, ours_fused, arrays_fused
        ),
    }


def step(widths, jit_compile, rounds):
    """Keras's train step against the explicit one, on the same data.

    Two models of one kind may always differ in speed. So there are several
    pairs: each has the median ratio of its rounds, and the result is the
    median of the pairs.
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
        pair = {
            (stock, index): fit(keras.Sequential, keras.optimizers.SGD(0.01)),
            (explicit, index): fit(SGDSequential, ExplicitSGD(0.01)),
        }
        # In every other pair the explicit step comes first.
        variants.update(reversed(pair.items()) if index % 2 else pair)
    each = interleaved(variants, rounds, epochs * STEPS)
    pairs = [
        np.median(np.divide(each[explicit, index], each[stock, index]))
        for index in range(PAIRS)
    ]
    times = {
        kind: [time for index in range(PAIRS) for time in each[kind, index]]
        for kind in (stock, explicit)
    }
    return times, {"to the stock step": median_with_interval(pairs)}


def main():
    """Measure, print, write."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--measure", action="append", choices=MEASURES)
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--json", metavar="FILE")
    arguments = parser.parse_args()

    results = []
    for name in arguments.measure or MEASURES:
        for widths in ((64, 32, 10), (784, 128, 64, 10)):
            for jit_compile in (True, False):
                net = "-".join(map(str, widths))
                print(f"\n{net}, batch {BATCH_SIZE}, jit_compile={jit_compile}")
                times, ratios = MEASURES[name](
                    widths, jit_compile, arguments.rounds
                )
                medians = {
                    variant: round(statistics.median(rounds))
                    for variant, rounds in times.items()
                }
                for variant, value in medians.items():
                    print(f"  {value:8} us per step  {variant}")
                for what, (value, low, high) in ratios.items():
                    print(f"  {value:8.3f} ({low:.3f} to {high:.3f}) x {what}")
                results.append(
                    {
                        "measure": name,
                        "net": net,
                        "jit_compile": jit_compile,
                        "microseconds_per_step": medians,
                        "ratios": ratios,
                    }
                )
    if arguments.json:
        file = pathlib.Path(arguments.json)
        kept = json.loads(file.read_text()) if file.exists() else []
        measured = {result["measure"] for result in results}
        results += [r for r in kept if r["measure"] not in measured]
        results.sort(key=lambda result: result["measure"])
        file.write_text(json.dumps(results, indent=1) + "\n")


MEASURES = {"sampling": sampling, "step": step}

if __name__ == "__main__":
    main()
