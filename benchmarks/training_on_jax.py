"""What it costs to feed a training on JAX with mini-batches from memory.

    python -m benchmarks.training_on_jax [--rounds 25] [--json FILE]

The same models train with Keras's `fit`, and take turns in one process. They
differ in where the mini-batches come from:

- `MiniBatches`;
- mini-batches that are ready: gathered on the device before, and the same in
  every epoch. Nothing that samples can be faster;
- one gather on the device in each step;
- one gather with NumPy in each step, and a copy to the device;
- `fit(x, y)`: the arrays themselves.

Times are those of the processor, in all threads: other load on the machine
matters less to them. A ratio is the median of the ratios of the rounds, with
its 95 % interval by the bootstrap. It runs on the default device of JAX, whose
name it prints. TensorFlow is not needed.
"""

import argparse
import json
import os
import statistics
import time
from pathlib import Path
from typing import Any

os.environ["KERAS_BACKEND"] = "jax"

import jax
import jax.numpy as jnp
import keras
import numpy as np

from keras_activations.training import MiniBatches

BATCH_SIZE = 32
STEPS = 128
EPOCHS = 2
OURS = "MiniBatches"


class Feed(keras.utils.PyDataset):
    """An epoch of mini-batches in a new order, each by one function."""

    def __init__(self, samples: int, give: Any) -> None:
        super().__init__()
        self.samples, self.give = samples, give
        self.rng = np.random.default_rng(0)

    def __len__(self) -> int:
        return STEPS

    def on_epoch_begin(self) -> None:
        order = self.rng.permutation(self.samples).astype("int32")
        self.order = order.reshape(STEPS, BATCH_SIZE)

    def __getitem__(self, step: int) -> Any:
        return self.give(step, self.order[step])


def feeds(widths: list[int]) -> dict[str, tuple[Any, ...]]:
    """What `fit` is given."""
    rng = np.random.default_rng(0)
    samples = STEPS * BATCH_SIZE
    x = rng.normal(size=(samples, widths[0])).astype("float32")
    y = rng.integers(0, widths[-1], size=samples).astype("int32")
    on_device = jnp.asarray(x), jnp.asarray(y)
    gather = jax.jit(lambda arrays, indices: [each[indices] for each in arrays])
    ready = [
        (on_device[0][first : first + BATCH_SIZE],)
        + (on_device[1][first : first + BATCH_SIZE],)
        for first in range(0, samples, BATCH_SIZE)
    ]
    return {
        OURS: (MiniBatches(x, y, batch_size=BATCH_SIZE, seed=0),),
        "ready": (Feed(samples, lambda step, _: ready[step]),),
        "a gather in each step": (
            Feed(samples, lambda _, indices: tuple(gather(on_device, indices))),
        ),
        "NumPy": (Feed(samples, lambda _, indices: (x[indices], y[indices])),),
        "fit(x, y)": (x, y),
    }


def network(widths: list[int]) -> Any:
    hidden = [keras.layers.Dense(width, "relu") for width in widths[1:-1]]
    model = keras.Sequential(
        [keras.Input((widths[0],)), *hidden, keras.layers.Dense(widths[-1])]
    )
    loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    model.compile(keras.optimizers.SGD(0.01), loss=loss)
    return model


def measure(widths: list[int], rounds: int) -> dict[str, list[float]]:
    """Microseconds per step of each feed, in each round."""
    variants = {name: (network(widths), f) for name, f in feeds(widths).items()}
    times: dict[str, list[float]] = {name: [] for name in variants}
    for number in range(rounds + 1):
        names = list(variants)
        # Another order each round, so that no variant is always the first.
        for name in names[number % len(names) :] + names[: number % len(names)]:
            model, given = variants[name]
            start = time.process_time()
            model.fit(
                *given,
                batch_size=BATCH_SIZE if len(given) > 1 else None,
                epochs=EPOCHS,
                shuffle=len(given) > 1,
                verbose=0,
            )
            taken = time.process_time() - start
            if number:  # the first one compiles
                times[name].append(taken / (EPOCHS * STEPS) * 1e6)
    return times


def ratio(times: dict[str, list[float]], to: str) -> list[float]:
    """The median of time(MiniBatches) / time(to), and its interval."""
    ratios = np.divide(times[OURS], times[to])
    drawn = np.random.default_rng(0).integers(
        len(ratios), size=(9999, len(ratios))
    )
    low, high = np.percentile(np.median(ratios[drawn], axis=1), [2.5, 97.5])
    return [round(float(each), 3) for each in (np.median(ratios), low, high)]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=25)
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    device = jax.devices()[0].device_kind
    print(f"{device}, JAX {jax.__version__}, batch {BATCH_SIZE}")
    rows = []
    for widths in ([64, 32, 10], [784, 128, 64, 10]):
        times = measure(widths, options.rounds)
        net = "-".join(map(str, widths))
        print(net)
        row: dict[str, Any] = {"device": device, "net": net}
        for name, taken in times.items():
            row[name] = {"us per step": round(statistics.median(taken))}
            line = f"  {name:22}{row[name]['us per step']:6} us per step"
            if name != OURS:
                row[name]["ratio"] = ratio(times, name)
                line += "  MiniBatches takes {} ({} to {})".format(
                    *row[name]["ratio"]
                )
            print(line, flush=True)
        rows.append(row)
    if options.json:
        options.json.write_text(json.dumps(rows, indent=1) + "\n")


if __name__ == "__main__":
    main()
