"""What the monitor costs in the first step of real networks, and whether it
changes them.

    python -m benchmarks.applications [--nets MobileNetV2 ...]
        [--jit yes no] [--rounds 2] [--json benchmarks/applications.json]

Each network of `keras.applications`, with random weights and small images,
is trained for three steps, each time in a process of its own, in turn without
and with `ActivationMonitor`. It prints the CPU seconds until the end of the
first step and the peak memory of the process, each the minimum over the
rounds, and whether the weights after the third step are the same to the last
bit. For this check, TensorFlow's operations are made deterministic where XLA
does not compile them: without that, some networks differ between two equal
runs. (With it, Keras would not use XLA.)
"""

import argparse
import json
import os
import subprocess
import sys
from pathlib import Path

# Side of the images, by network; 64 for the others.
SIDES = {"NASNetMobile": 75, "Xception": 75, "InceptionV3": 75}
NETS = (
    "MobileNetV2",
    "MobileNetV3Small",
    "EfficientNetB0",
    "EfficientNetV2B0",
    "DenseNet121",
    "VGG16",
    "ResNet50",
    "ResNet50V2",
    "NASNetMobile",
    "Xception",
)
BATCH = 8
STEPS = 3


def train(name, jit_compile, watched):
    """Trains in this process; prints one line of JSON."""
    import hashlib
    import resource
    import time

    os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
    import keras
    import numpy as np
    import tensorflow as tf

    from keras_activations.callbacks import ActivationMonitor

    if not jit_compile:
        tf.config.experimental.enable_op_determinism()
    keras.utils.set_random_seed(0)
    side = SIDES.get(name, 64)
    model = getattr(keras.applications, name)(
        weights=None, input_shape=(side, side, 3), classes=10
    )
    model.compile(
        keras.optimizers.SGD(0.01),
        "sparse_categorical_crossentropy",
        jit_compile=jit_compile,
    )
    rng = np.random.default_rng(0)
    x = rng.normal(size=(STEPS * BATCH, side, side, 3)).astype("float32")
    y = rng.integers(0, 10, len(x))

    class FirstStep(keras.callbacks.Callback):
        seconds = None

        def on_train_batch_end(self, batch, logs=None):
            if batch == 0:
                self.seconds = time.process_time() - start

    first = FirstStep()
    monitors = [ActivationMonitor()] if watched else []
    start = time.process_time()
    # Other output goes to stderr: only the result is printed.
    sys.stdout, printed = sys.stderr, sys.stdout
    model.fit(x, y, batch_size=BATCH, verbose=0, callbacks=[*monitors, first])
    digest = hashlib.sha256()
    for weight in model.get_weights():
        digest.update(weight.tobytes())
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    rows = len(monitors[0].history) if watched else 0
    result = [first.seconds, peak / 1024, digest.hexdigest(), rows]
    print(json.dumps(result), file=printed)


def measure(name, jit_compile, rounds):
    """The row of one network."""
    found = {"no": [], "yes": []}
    for _ in range(rounds):
        for watched, results in found.items():
            line = subprocess.run(
                [
                    sys.executable,
                    "-m",
                    "benchmarks.applications",
                    "--train",
                    name,
                    "yes" if jit_compile else "no",
                    watched,
                ],
                check=True,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                text=True,
            ).stdout
            results.append(json.loads(line.splitlines()[-1]))
    (seconds, peak, digests, _), (seconds_with, peak_with, same, rows) = (
        zip(*results, strict=True) for results in found.values()
    )
    return {
        "net": name,
        "jit_compile": jit_compile,
        "rows": rows[0],
        "seconds": round(min(seconds), 1),
        "seconds_watched": round(min(seconds_with), 1),
        "seconds_ratio": round(min(seconds_with) / min(seconds), 2),
        "megabytes": round(min(peak)),
        "megabytes_watched": round(min(peak_with)),
        "megabytes_ratio": round(min(peak_with) / min(peak), 2),
        "same_weights": len({*digests, *same}) == 1,
    }


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("--nets", nargs="+", default=NETS)
    parser.add_argument(
        "--jit", nargs="+", default=["yes", "no"], choices=["yes", "no"]
    )
    parser.add_argument("--rounds", type=int, default=2)
    parser.add_argument(
        "--json", type=Path, help="where to write; what else is there is kept"
    )
    parser.add_argument("--train", nargs=3, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.train:
        name, *flags = arguments.train
        train(name, *(flag == "yes" for flag in flags))
        return
    kept = {}
    if arguments.json and arguments.json.exists():
        for row in json.loads(arguments.json.read_text()):
            kept[row["net"], row["jit_compile"]] = row
    for jit_compile in (choice == "yes" for choice in arguments.jit):
        for name in arguments.nets:
            row = measure(name, jit_compile, arguments.rounds)
            print(
                f"{name:17} jit={jit_compile!s:5} {row['rows']:4} rows"
                f"{row['seconds']:7.1f} ->{row['seconds_watched']:6.1f} s"
                f" {row['seconds_ratio']:5.2f}"
                f"{row['megabytes']:7} ->{row['megabytes_watched']:6} MB"
                f" {row['megabytes_ratio']:5.2f}  "
                f"{'same' if row['same_weights'] else 'other'} weights",
                flush=True,
            )
            kept[name, jit_compile] = row
            if arguments.json:
                rows = sorted(
                    kept.values(),
                    key=lambda row: (
                        row["jit_compile"],
                        NETS.index(row["net"]),
                    ),
                )
                arguments.json.write_text(json.dumps(rows, indent=1) + "\n")


if __name__ == "__main__":
    main()
