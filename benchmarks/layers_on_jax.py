"""The layers on JAX against Keras's and against the obvious code.

    python -m benchmarks.layers_on_jax [--runs 50] [--repeats 10]
        [--shape 128 32 32 64] [--dtype float32] [--json FILE]

The time of one forward and backward pass, compiled as a whole: the gradients
by the input and by each parameter. Medians of interleaved runs in one process,
each of several passes; compare the ratios, since the milliseconds depend on
the machine. It runs on the default device of JAX, whose name it prints.
TensorFlow is not needed.
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

from keras_activations import layers

ALPHA = keras.initializers.Constant(0.25)


class Plain(keras.layers.Layer):
    """A function with parameters, as one would write it."""

    def __init__(self, function: Any, parameters: int) -> None:
        super().__init__()
        self.function = function
        self.parameters = parameters

    def build(self, input_shape: Any) -> None:
        shape = (1,) * (len(input_shape) - 2) + (input_shape[-1],)
        self.learned = [
            self.add_weight(shape=shape, initializer=ALPHA, name=f"p{number}")
            for number in range(self.parameters)
        ]

    def call(self, x: Any) -> Any:
        return self.function(x, *(each.value for each in self.learned))


def _xielu(x: Any, alpha_p: Any, alpha_n: Any) -> Any:
    right = jax.nn.softplus(alpha_p)
    left = 0.5 + jax.nn.softplus(alpha_n)
    bent = jnp.expm1(jnp.minimum(x, -1e-6)) - x
    return jnp.where(x > 0, right * x * x + 0.5 * x, left * bent + 0.5 * x)


def pairs(shape: tuple[int, ...]) -> list[tuple[str, Any, str, Any]]:
    """Ours and the others, by name."""
    spatial = list(range(1, len(shape) - 1)) or None
    return [
        (
            "PReLU",
            layers.PReLU(),
            "keras.layers.PReLU",
            keras.layers.PReLU(ALPHA, shared_axes=spatial),
        ),
        (
            "PReLU",
            layers.PReLU(),
            "where(x > 0, x, alpha * x)",
            Plain(lambda x, a: jnp.where(x > 0, x, a * x), 1),
        ),
        (
            "ELU(0.5)",
            layers.ELU(0.5),
            "keras.layers.ELU(0.5)",
            keras.layers.ELU(0.5),
        ),
        (
            "ELU(learn_alpha)",
            layers.ELU(learn_alpha=True),
            "where/expm1",
            Plain(lambda x, a: jnp.where(x > 0, x, a * jnp.expm1(x)), 1),
        ),
        ("ReLU", layers.ReLU(), "keras.layers.ReLU", keras.layers.ReLU()),
        (
            "LeakyReLU",
            layers.LeakyReLU(),
            "keras.layers.LeakyReLU",
            keras.layers.LeakyReLU(0.01),
        ),
        (
            "Sigmoid",
            layers.Sigmoid(),
            "keras.activations.sigmoid",
            keras.layers.Activation("sigmoid"),
        ),
        (
            "Tanh",
            layers.Tanh(),
            "keras.activations.tanh",
            keras.layers.Activation("tanh"),
        ),
        (
            "Swish",
            layers.Swish(),
            "keras.activations.silu",
            keras.layers.Activation("silu"),
        ),
        (
            "Swish(learn_beta)",
            layers.Swish(learn_beta=True),
            "x * sigmoid(beta * x)",
            Plain(lambda x, b: x * jax.nn.sigmoid(b * x), 1),
        ),
        ("XIELU", layers.XIELU(), "XIELU, plain", Plain(_xielu, 2)),
        (
            "DynamicTanh",
            layers.DynamicTanh(),
            "gamma * tanh(alpha * x) + beta",
            Plain(lambda x, a, g, b: g * jnp.tanh(a * x) + b, 3),
        ),
    ]


def step(layer: Any, shape: tuple[int, ...], dtype: str) -> Any:
    """A compiled forward and backward pass."""
    layer.build(shape)
    state = [v.value for v in layer.non_trainable_variables]

    def passes(weights: Any, x: Any, upstream: Any) -> Any:
        def call(weights: Any, x: Any) -> Any:
            y, _ = layer.stateless_call(weights, state, x)
            return y

        y, back = jax.vjp(call, weights, x)
        return y, back(upstream)

    compiled = jax.jit(passes)
    weights = [v.value.astype(dtype) for v in layer.trainable_variables]
    return lambda x, upstream: compiled(weights, x, upstream)


def measure(
    shape: tuple[int, ...], dtype: str, runs: int, repeats: int
) -> list[dict[str, Any]]:
    keras.config.set_dtype_policy(dtype)
    rng = np.random.default_rng(0)
    x, upstream = (
        jnp.asarray(rng.normal(size=shape), dtype=dtype) for _ in range(2)
    )
    rows = []
    for ours, our_layer, other, other_layer in pairs(shape):
        steps = [
            step(layer, shape, dtype) for layer in (our_layer, other_layer)
        ]
        times: list[list[float]] = [[], []]
        for each in steps:
            for _ in range(3):
                jax.block_until_ready(each(x, upstream))
        for _ in range(runs):
            for each, taken in zip(steps, times, strict=True):
                start = time.perf_counter()
                for _ in range(repeats):
                    result = each(x, upstream)
                jax.block_until_ready(result)
                taken.append((time.perf_counter() - start) / repeats * 1e3)
        ratios = [a / b for a, b in zip(*times, strict=True)]
        first, second = (statistics.median(taken) for taken in times)
        rows.append(
            {
                "device": jax.devices()[0].device_kind,
                "shape": "x".join(map(str, shape)),
                "dtype": dtype,
                "ours": ours,
                "ms": round(first, 4),
                "other": other,
                "other ms": round(second, 4),
                "ratio": round(statistics.median(ratios), 2),
            }
        )
        print(
            f"{dtype:9}{ours:18}{first:9.4f} ms  {other:31}{second:9.4f} ms"
            f"{rows[-1]['ratio']:6.2f}",
            flush=True,
        )
    return rows


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=50)
    parser.add_argument("--repeats", type=int, default=10)
    parser.add_argument(
        "--shape", type=int, nargs="+", default=[128, 32, 32, 64]
    )
    parser.add_argument(
        "--dtype",
        nargs="+",
        default=["float32"],
        choices=["float32", "bfloat16", "float16"],
    )
    parser.add_argument(
        "--json", type=Path, help="what other devices gave is kept"
    )
    options = parser.parse_args()
    shape = tuple(options.shape)
    print(
        f"{jax.devices()[0].device_kind}, JAX {jax.__version__}, shape {shape}"
    )
    rows = []
    for dtype in options.dtype:
        rows += measure(shape, dtype, options.runs, options.repeats)
    if options.json:
        new = {(row["device"], row["shape"], row["dtype"]) for row in rows}
        if options.json.exists():
            rows += [
                row
                for row in json.loads(options.json.read_text())
                if (row["device"], row["shape"], row["dtype"]) not in new
            ]
        options.json.write_text(json.dumps(rows, indent=1) + "\n")


if __name__ == "__main__":
    main()
