"""How large activations are at the end of deep networks, before training.

    python -m benchmarks.initial_scale [--depths 30 60] [--width 256]
        [--seeds 3] [--json benchmarks/initial_scale.json]

The rms of the activations of the last layer over that of the first one, the
geometric mean over the seeds: with Keras's default initializer, with He's,
with weights of deviation gain / sqrt(fan_in), and after `initial_scale`. Then,
after `initial_scale`, how large the deviation over the samples is in the same
way.
"""

import argparse
import json
import math
import os
from pathlib import Path
from typing import Any

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "2")

import keras
import numpy as np

import keras_activations as ka

NAMES = (
    "relu",
    "leaky_relu",
    "elu",
    "selu",
    "gelu",
    "silu",
    "mish",
    "softplus",
    "tanh",
    "softsign",
    "sigmoid",
)
SAMPLES, FEATURES = 256, 64


def outputs(model: Any, x: np.ndarray) -> list[np.ndarray]:
    """The outputs of all layers."""
    inner = keras.Model(model.inputs[0], [each.output for each in model.layers])
    return [np.asarray(each, "float64") for each in inner(x)]


def ratios(model: Any, x: np.ndarray) -> tuple[float, float]:
    """Of the last layer over the first: rms, and deviation over samples."""
    first, *_, last = outputs(model, x)
    rms = [np.sqrt(np.mean(each**2)) for each in (first, last)]
    std = [np.sqrt(each.var(0).mean()) for each in (first, last)]
    return rms[1] / rms[0], std[1] / std[0]


def network(
    name: str, depth: int, width: int, seed: int, deviation: float | None
) -> Any:
    """Dense layers of one activation; `deviation` times 1 / sqrt(fan_in)."""
    keras.utils.set_random_seed(seed)
    sizes = [FEATURES] + [width] * (depth - 1)
    return keras.Sequential(
        [
            keras.Input((FEATURES,)),
            *(
                keras.layers.Dense(
                    width,
                    name,
                    kernel_initializer="glorot_uniform"
                    if deviation is None
                    else keras.initializers.RandomNormal(
                        stddev=deviation / math.sqrt(size), seed=number
                    ),
                )
                for number, size in enumerate(sizes, 1000 * seed)
            ),
        ]
    )


def measure(name: str, depth: int, width: int, seeds: int) -> dict[str, Any]:
    """The ratios of one activation."""
    starts = {
        "default": None,
        "he": math.sqrt(2),
        "gain": ka.activations.gain(name),
    }
    found: dict[str, list[float]] = {}
    for seed in range(seeds):
        x = np.random.default_rng(seed).normal(size=(SAMPLES, FEATURES))
        for start, deviation in starts.items():
            model = network(name, depth, width, seed, deviation)
            found.setdefault(start, []).append(ratios(model, x)[0])
        model = network(name, depth, width, seed, None)
        ka.models.initial_scale(model, x)
        rms, std = ratios(model, x)
        found.setdefault("initial_scale", []).append(rms)
        found.setdefault("deviation", []).append(std)
    return {
        "activation": name,
        "depth": depth,
        **{
            start: float(np.exp(np.mean(np.log(np.maximum(each, 1e-300)))))
            for start, each in found.items()
        },
    }


def main() -> None:
    """Measures what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--depths", nargs="+", type=int, default=[30, 60])
    parser.add_argument("--width", type=int, default=256)
    parser.add_argument("--seeds", type=int, default=3)
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    columns = ("default", "he", "gain", "initial_scale", "deviation")
    print("| layers | activation | " + " | ".join(columns) + " |")
    print("|---|---|" + "---|" * len(columns))
    rows = []
    for depth in options.depths:
        for name in NAMES:
            row = measure(name, depth, options.width, options.seeds)
            rows.append(row)
            cells = " | ".join(f"{row[column]:.2g}" for column in columns)
            print(f"| {depth} | {name} | {cells} |", flush=True)
    if options.json:
        options.json.write_text(json.dumps(rows, indent=1) + "\n")


if __name__ == "__main__":
    main()
