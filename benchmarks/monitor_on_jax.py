"""What the monitor costs on JAX: time per training step with and without it.

    python -m benchmarks.monitor_on_jax [--nets mlp cnn] [--rounds 1]
        [--json benchmarks/monitor_on_jax.json]

As `benchmarks.monitor` does on TensorFlow: a round is one step of each kind,
in a random order, of one model, and several models are used. A round gives the
ratio of each kind to the mean of the two steps without a monitor. The time of
the processor that a step takes, on all of its cores, is compared as well.
TensorFlow is not needed.
"""

import argparse
import itertools
import json
import os
import statistics
import time
from pathlib import Path

os.environ["KERAS_BACKEND"] = "jax"

import jax
import jax.numpy as jnp
import keras
import numpy as np

from benchmarks.monitored import BATCH, NETS, interval
from keras_activations.callbacks import ActivationMonitor

KINDS = ("without", "without again", "watched", "not watched")
MODELS = 3
BLOCK = 5  # rounds with one model before the next


class Steps:
    """A model and its training loop, like that of `fit`, step by step."""

    def __init__(self, net, x, y):
        keras.utils.set_random_seed(0)
        model = self.model = net()
        model.compile(
            keras.optimizers.SGD(0.01),
            keras.losses.SparseCategoricalCrossentropy(from_logits=True),
        )
        model.optimizer.build(model.trainable_variables)
        model.train_on_batch(x[:BATCH], y[:BATCH])  # makes the metrics
        # Copies, since a step takes them over.
        self.state = tuple(
            [jnp.array(variable.value) for variable in variables]
            for variables in (
                model.trainable_variables,
                model.non_trainable_variables,
                model.optimizer.variables,
                model.metrics_variables,
            )
        )
        parts = np.split(np.arange(len(x)), len(x) // BATCH)
        self.iterator = itertools.cycle([(x[part], y[part]) for part in parts])
        watched = [ActivationMonitor(every=10)]
        self.callbacks = {
            kind: keras.callbacks.CallbackList(callbacks, model=model)
            for kind, callbacks in zip(KINDS, ([], [], watched), strict=False)
        }
        self.callbacks["not watched"] = self.callbacks["watched"]
        self.functions = {}
        for kind in "other", "without again", "without":
            model.make_train_function(force=True)
            self.functions[kind] = model.train_function
        for kind, callbacks in self.callbacks.items():
            if kind != "not watched":  # the same monitor
                callbacks.on_train_begin()
                callbacks.on_epoch_begin(0)
            for _ in range(12):  # compile, and warm up
                self.seconds(kind)

    def seconds(self, kind):
        """The seconds that one step takes, by the clock and the processor."""
        self.model.train_function = self.functions.get(
            kind, self.functions["other"]
        )
        callbacks = self.callbacks[kind]
        batch = int(kind == "not watched")
        start, processor = time.perf_counter(), time.process_time()
        callbacks.on_train_batch_begin(batch)
        logs, self.state = self.model.train_function(self.state, self.iterator)
        callbacks.on_train_batch_end(batch, logs)
        jax.block_until_ready(self.state)
        return time.perf_counter() - start, time.process_time() - processor


def measure(name, factor):
    rng = np.random.default_rng(0)
    net, shape, rounds = NETS[name]
    x = rng.normal(size=(4 * BATCH, *shape)).astype("float32")
    y = rng.integers(0, 10, len(x))
    models = [Steps(net, x, y) for _ in range(MODELS)]
    ms, ratios, processor = {}, {}, {}
    for number in range(round(factor * rounds)):
        model = models[number // BLOCK % MODELS]
        order = rng.permutation(KINDS).tolist()
        taken = {kind: np.array(model.seconds(kind)) for kind in order}
        without = (taken["without"] + taken["without again"]) / 2
        for every in 1, 10:
            others = (every - 1) * taken["not watched"]
            taken[f"every {every}"] = (taken["watched"] + others) / every
        for kind, seconds in taken.items():
            ms.setdefault(kind, []).append(1e3 * seconds[0])
            ratios.setdefault(kind, []).append(seconds[0] / without[0])
            processor.setdefault(kind, []).append(seconds[1] / without[1])
    return [
        {
            "net": name,
            "device": jax.devices()[0].device_kind,
            "configuration": kind,
            "ms_per_step": round(statistics.median(ms[kind]), 2),
            "ratio": round(interval(ratios[kind])[0], 3),
            "interval": [round(x, 3) for x in interval(ratios[kind])[1:]],
            "processor": round(statistics.median(processor[kind]), 3),
        }
        for kind in ("without", "without again", "every 1", "every 10")
    ]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--nets", nargs="+", default=list(NETS), choices=NETS)
    parser.add_argument(
        "--rounds", type=float, default=1.0, help="times as many rounds"
    )
    parser.add_argument("--json", type=Path)
    arguments = parser.parse_args()
    results = []
    for name in arguments.nets:
        results += measure(name, arguments.rounds)
        for row in results[-4:]:
            low, high = row["interval"]
            print(
                f"{name:4} {row['configuration']:14}"
                f"{row['ms_per_step']:9.2f} ms/step {row['ratio']:7.3f} "
                f"({low:.3f} to {high:.3f}), processor {row['processor']:.3f}",
                flush=True,
            )
    if arguments.json:
        arguments.json.write_text(json.dumps(results, indent=1) + "\n")


if __name__ == "__main__":
    main()
