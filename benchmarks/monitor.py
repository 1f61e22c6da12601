"""What the monitor costs: time per training step with and without it.

    python -m benchmarks.monitor [--nets mlp cnn] [--json FILE]

Every configuration has a model of its own with the same weights and data.
They take turns, a block of steps each, in one process; a step is exactly what
`fit` does in one. The ratio of two configurations is the median over the
blocks of the ratio of the neighbouring block times.
"""

import argparse
import json
import os
import statistics
import time

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "2")

import keras
import numpy as np
import tensorflow as tf

from keras_activations.callbacks import ActivationMonitor

BATCH = 128


def mlp():
    return keras.Sequential(
        [keras.Input((784,))]
        + [keras.layers.Dense(256, "relu") for _ in range(3)]
        + [keras.layers.Dense(10)]
    )


def cnn():
    return keras.Sequential(
        [
            keras.Input((32, 32, 3)),
            keras.layers.Conv2D(32, 3, padding="same", activation="relu"),
            keras.layers.Conv2D(32, 3, padding="same", activation="relu"),
            keras.layers.MaxPooling2D(),
            keras.layers.Conv2D(64, 3, padding="same", activation="relu"),
            keras.layers.Conv2D(64, 3, padding="same", activation="relu"),
            keras.layers.MaxPooling2D(),
            keras.layers.Flatten(),
            keras.layers.Dense(128, "relu"),
            keras.layers.Dense(10),
        ]
    )


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


class Loop:
    """The training loop of `fit`, a block of steps at a time."""

    def __init__(self, net, jit_compile, callbacks, x, y):
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
        self.callbacks = keras.callbacks.CallbackList(
            callbacks, model=self.model, epochs=1, steps=None
        )
        self.model.make_train_function()
        self.callbacks.on_train_begin()
        self.epoch = 0

    def block(self, steps):
        start = time.perf_counter()
        self.callbacks.on_epoch_begin(self.epoch)
        for step in range(steps):
            self.callbacks.on_train_batch_begin(step)
            logs = self.model.train_function(self.iterator)
            self.callbacks.on_train_batch_end(step, logs)
        self.callbacks.on_epoch_end(self.epoch)
        self.epoch += 1
        return (time.perf_counter() - start) / steps


# Of each network: builder, shape of a sample, steps per block.
NETS = {"mlp": (mlp, (784,), 100), "cnn": (cnn, (32, 32, 3), 10)}


def measure(name, jit_compile, blocks):
    rng = np.random.default_rng(0)
    net, shape, steps = NETS[name]
    x = rng.normal(size=(4 * BATCH, *shape)).astype("float32")
    y = rng.integers(0, 10, len(x))
    configurations = {
        "without": [],
        "without again": [],
        "every 1": [ActivationMonitor(every=1)],
        "every 10": [ActivationMonitor(every=10)],
        "every 100": [ActivationMonitor(every=100)],
        "second model": [SecondModel(x[:BATCH])],
    }
    loops = {
        name: Loop(net, jit_compile, callbacks, x, y)
        for name, callbacks in configurations.items()
    }
    for loop in loops.values():
        loop.block(11)
    times = {name: [] for name in loops}
    for _ in range(blocks):
        for name, loop in loops.items():
            times[name].append(loop.block(steps))
    without = times["without"]
    return {
        name: {
            "ms_per_step": round(1e3 * statistics.median(taken), 2),
            "ratio": round(
                statistics.median(
                    a / b for a, b in zip(taken, without, strict=True)
                ),
                3,
            ),
        }
        for name, taken in times.items()
    }


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--nets", nargs="+", default=list(NETS), choices=NETS)
    parser.add_argument("--blocks", type=int, default=9)
    parser.add_argument("--json", help="where to write the figures")
    arguments = parser.parse_args()
    results = []
    for name in arguments.nets:
        for jit_compile in (True, False):
            grid = measure(name, jit_compile, arguments.blocks)
            for configuration, figures in grid.items():
                results.append(
                    {
                        "net": name,
                        "jit_compile": jit_compile,
                        "configuration": configuration,
                        **figures,
                    }
                )
                print(
                    f"{name:4} jit={jit_compile!s:5} {configuration:14}"
                    f"{figures['ms_per_step']:9.2f} ms/step"
                    f"{figures['ratio']:8.3f}",
                    flush=True,
                )
    if arguments.json:
        with open(arguments.json, "w") as file:
            file.write(json.dumps(results, indent=1) + "\n")


if __name__ == "__main__":
    main()
