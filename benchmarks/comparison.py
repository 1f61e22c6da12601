"""`compare_activations`: all runs of an activation at once, or one by one.

    python -m benchmarks.comparison [--activations relu tanh] [--epochs 20]
        [--json FILE]

Seven activations, three learning rates and three seeds on digits: on JAX,
where the runs of an activation are one step, and on TensorFlow, where they are
trained one after the other. Each backend has a process of its own. They take
turns, activation by activation, and never run at the same time; the one that
begins changes. Everything counts that a call does, tracing and compiling too,
but not the start of Python and of the backend. Compare the ratios, since the
seconds depend on the machine; those of the processor do not count what other
programs took.
"""

import argparse
import json
import os
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

ACTIVATIONS = (
    "relu",
    "leaky_relu",
    "prelu",
    "elu",
    "elu(learn_alpha=True)",
    "tanh",
    "sigmoid",
)
RATES = (0.03, 0.1, 0.3)
SEEDS = (0, 1, 2)
BACKENDS = ("tensorflow", "jax")


def work(epochs: int) -> None:
    """Compare the activation of each line of standard input."""
    answer = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)  # what anything else prints

    import keras

    import keras_activations as ka
    from keras_activations import datasets

    data = datasets.load("digits")
    # On every backend, the first seed makes Keras import TensorFlow too.
    keras.utils.set_random_seed(0)

    def build_model(activation: Any) -> keras.Model:
        return keras.Sequential(
            [
                keras.Input((8, 8)),
                keras.layers.Flatten(),
                *(
                    keras.layers.Dense(64, activation=activation())
                    for _ in range(3)
                ),
                keras.layers.Dense(10, activation="softmax"),
            ]
        )

    print(f"ready {keras.version()}", file=answer, flush=True)
    for line in sys.stdin:
        wall, processor = time.perf_counter(), time.process_time()
        found = ka.compare_activations(
            build_model,
            [line.strip()],
            data.x,
            data.y,
            validation_data=(data.x_val, data.y_val),
            epochs=epochs,
            seeds=SEEDS,
            learning_rates=RATES,
            verbose=0,
        )
        result = {
            "seconds": time.perf_counter() - wall,
            "processor": time.process_time() - processor,
            "val_accuracy": [run["val_accuracy"] for run in found.runs],
            "apart": sorted({run["apart"] for run in found.runs}),
        }
        print(json.dumps(result), file=answer, flush=True)


def start(backend: str, epochs: int) -> subprocess.Popen:
    """A process that compares on a backend."""
    worker = subprocess.Popen(
        [
            *(sys.executable, "-m", "benchmarks.comparison"),
            *("--work", "--epochs", str(epochs)),
        ],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={
            "TF_CPP_MIN_LOG_LEVEL": "2",
            **os.environ,
            "KERAS_BACKEND": backend,
        },
    )
    line = worker.stdout.readline()
    if not line:
        sys.exit(f"the process for {backend} could not begin")
    print(f"{backend}: Keras {line.split()[1]}")
    return worker


def ask(worker: subprocess.Popen, activation: str) -> dict[str, Any]:
    """What a process says of an activation."""
    print(activation, file=worker.stdin, flush=True)
    line = worker.stdout.readline()
    if not line:
        sys.exit(f"a process has ended at {activation!r}")
    return json.loads(line)


def measure(activations: list[str], epochs: int) -> dict[str, Any]:
    """The seconds of each activation on each backend."""
    workers = {backend: start(backend, epochs) for backend in BACKENDS}
    rows = []
    for number, activation in enumerate(activations):
        order = BACKENDS if number % 2 == 0 else BACKENDS[::-1]
        row = {each: ask(workers[each], activation) for each in order}
        rows.append({"activation": activation, **row})
        print(f"  {_line(activation, row)}")
        if any(reasons := row["jax"]["apart"]):
            print(f"  one after the other on JAX too: {reasons}")
    for worker in workers.values():
        worker.stdin.close()
        worker.wait()
    totals = {
        backend: {
            kind: sum(row[backend][kind] for row in rows)
            for kind in ("seconds", "processor")
        }
        for backend in BACKENDS
    }
    print(f"  {_line('all', totals)}")
    return {
        "epochs": epochs,
        "rates": RATES,
        "seeds": SEEDS,
        "cores": os.cpu_count(),
        "activations": rows,
        "totals": totals,
        "ratio": _ratio(totals, "seconds"),
        "ratio_processor": _ratio(totals, "processor"),
    }


def _ratio(row: Any, kind: str) -> float:
    return row["jax"][kind] / row["tensorflow"][kind]


def _line(name: str, row: Any) -> str:
    seconds, processor = (
        f"{row['jax'][kind]:6.1f} s / {row['tensorflow'][kind]:6.1f} s = "
        f"{_ratio(row, kind):.2f}"
        for kind in ("seconds", "processor")
    )
    return f"{name:22} {seconds}   of the processor {processor}"


def main() -> None:
    """Measure, print, write."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--activations", nargs="+", default=[*ACTIVATIONS])
    parser.add_argument("--epochs", type=int, default=20)
    parser.add_argument("--json", metavar="FILE", type=Path)
    parser.add_argument("--work", action="store_true", help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.work:
        work(arguments.epochs)
        return
    print("JAX, all runs at once / TensorFlow, one by one")
    result = measure(arguments.activations, arguments.epochs)
    if arguments.json:
        arguments.json.write_text(json.dumps(result, indent=1) + "\n")


if __name__ == "__main__":
    main()
