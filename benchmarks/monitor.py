"""What the monitor costs: time per training step with and without it.

    python -m benchmarks.monitor [--nets mlp cnn] [--jit yes no] [--rounds 2]
        [--json benchmarks/monitor.json]

A round is one step of each kind, in a random order, of one model, so that
weights, data and the load of the machine are the same for all. Two
compilations of one step may always differ in speed by 1 or 2 %, so the rounds
use several models, each compiled separately, and the step without a monitor is
compiled twice. A round gives the ratio of each kind to the mean of these two.
The median over the rounds and its 95 % confidence interval are printed. The
difference of these two from 1 is noise.
"""

import argparse
import json
import os
import statistics
import time
from pathlib import Path

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "2")

import keras
import numpy as np
import tensorflow as tf

from benchmarks.monitored import BATCH, NETS, interval
from keras_activations.callbacks import ActivationMonitor


class SecondModel(keras.callbacks.Callback):
    """The usual way: a second model that outputs all activations."""

    def __init__(self, x):
        super().__init__()
        self.x = x

    def on_train_begin(self, logs=None):
        hidden = [
            layer.output
            for layer in self.model.layers[:-1]
            if hasattr(layer, "activation")
        ]
        self.second = keras.Model(self.model.inputs, hidden)

    def on_train_batch_end(self, batch, logs=None):
        for activation in self.second.predict_on_batch(self.x):
            flat = activation.reshape(-1, activation.shape[-1])
            (flat > 0).sum(0), flat.mean(0), flat.std(0)


class Steps:
    """A model and its training loop, like that of `fit`, step by step."""

    def __init__(self, net, jit_compile, x, y):
        keras.utils.set_random_seed(0)
        self.model = net()
        self.model.compile(
            keras.optimizers.SGD(0.01),
            keras.losses.SparseCategoricalCrossentropy(from_logits=True),
            jit_compile=jit_compile,
        )
        dataset = tf.data.Dataset.from_tensor_slices((x, y))
        dataset = dataset.batch(BATCH, drop_remainder=True).cache()
        self.iterator = iter(dataset.repeat().prefetch(2))
        monitor = ActivationMonitor(every=10)
        kinds = {
            "without": [],
            "without again": [],
            "watched": [monitor],
            "not watched": [monitor],  # as nine of ten steps are
            "effective rank": [ActivationMonitor(effective_rank=True)],
            "second model": [SecondModel(x[:BATCH])],
        }
        self.callbacks = {
            kind: keras.callbacks.CallbackList(callbacks, model=self.model)
            for kind, callbacks in kinds.items()
        }
        self.functions = {}
        # A function that runs more often than the others is 1 % faster, so
        # "without" must not also run for the kinds that need such a step.
        for kind in "other", "without again", "without":
            self.model.make_train_function(force=True)
            self.functions[kind] = self.model.train_function
        for kind, callbacks in self.callbacks.items():
            if kind != "not watched":  # the same monitor
                callbacks.on_train_begin()
                callbacks.on_epoch_begin(0)
            for _ in range(12):  # compile, and warm up
                self.seconds(kind)

    def seconds(self, kind):
        """The seconds that one step takes."""
        self.model.train_function = self.functions.get(
            kind, self.functions["other"]
        )
        callbacks = self.callbacks[kind]
        batch = int(kind == "not watched")
        start = time.perf_counter()
        callbacks.on_train_batch_begin(batch)
        logs = self.model.train_function(self.iterator)
        callbacks.on_train_batch_end(batch, logs)
        return time.perf_counter() - start


MODELS = 4
BLOCK = 5  # rounds with one model before the next


def measure(name, jit_compile, factor):
    rng = np.random.default_rng(0)
    net, shape, rounds = NETS[name]
    x = rng.normal(size=(4 * BATCH, *shape)).astype("float32")
    y = rng.integers(0, 10, len(x))
    models = [Steps(net, jit_compile, x, y) for _ in range(MODELS)]
    ms, ratios = {}, {}
    for number in range(round(factor * rounds)):
        model = models[number // BLOCK % MODELS]
        order = rng.permutation(list(model.callbacks)).tolist()
        taken = {kind: model.seconds(kind) for kind in order}
        without = (taken["without"] + taken["without again"]) / 2
        for every in 1, 10, 100:
            others = (every - 1) * taken["not watched"]
            taken[f"every {every}"] = (taken["watched"] + others) / every
        for kind, seconds in taken.items():
            ms.setdefault(kind, []).append(1e3 * seconds)
            ratios.setdefault(kind, []).append(seconds / without)
    return {
        kind: [statistics.median(ms[kind]), *interval(ratios[kind])]
        for kind in KINDS
    }


KINDS = (
    "without",
    "without again",
    "every 1",
    "every 10",
    "every 100",
    "effective rank",
    "second model",
)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--nets", nargs="+", default=list(NETS), choices=NETS)
    parser.add_argument(
        "--rounds", type=float, default=1.0, help="times as many rounds"
    )
    parser.add_argument(
        "--jit", nargs="+", default=["yes", "no"], choices=["yes", "no"]
    )
    parser.add_argument(
        "--json", type=Path, help="where to write; what else is there is kept"
    )
    arguments = parser.parse_args()
    results = []
    for name in arguments.nets:
        for jit_compile in (choice == "yes" for choice in arguments.jit):
            grid = measure(name, jit_compile, arguments.rounds)
            for kind, (ms, ratio, low, high) in grid.items():
                results.append(
                    {
                        "net": name,
                        "jit_compile": jit_compile,
                        "configuration": kind,
                        "ms_per_step": round(ms, 2),
                        "ratio": round(ratio, 3),
                        "interval": [round(low, 3), round(high, 3)],
                    }
                )
                print(
                    f"{name:4} jit={jit_compile!s:5} {kind:14}"
                    f"{ms:9.2f} ms/step {ratio:7.3f} "
                    f"({low:.3f} to {high:.3f})",
                    flush=True,
                )
    if arguments.json:
        measured = {(row["net"], row["jit_compile"]) for row in results}
        if arguments.json.exists():
            results += [
                row
                for row in json.loads(arguments.json.read_text())
                if (row["net"], row["jit_compile"]) not in measured
            ]
        results.sort(key=lambda row: (row["net"] != "mlp", -row["jit_compile"]))
        arguments.json.write_text(json.dumps(results, indent=1) + "\n")


if __name__ == "__main__":
    main()
