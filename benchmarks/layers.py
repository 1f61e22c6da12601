"""The layers against Keras's and against TensorFlow's fused operations.

    python -m benchmarks.layers [--runs 30] [--json benchmarks/layers.json]
    python -m benchmarks.layers --layers Swish XIELU --json /tmp/two.json

Four tables: forward and backward of a layer, the first calls and a changing
batch size, the bytes per element that are kept for the backward pass, and the
peak memory of one training step of a deep convolutional network.

Times are medians of interleaved runs in one process; compare the ratios, since
the milliseconds depend on the machine.
"""

import argparse
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

# An array of the large shape is just above the size from which glibc allocates
# fresh pages for each array and frees them, which would cost more than the
# activation. TensorFlow reads its log level at import.
_MALLOC = {
    "MALLOC_MMAP_THRESHOLD_": str(2**32),
    "MALLOC_TRIM_THRESHOLD_": str(2**34),
    "MALLOC_TOP_PAD_": str(2**28),
}
os.environ["KERAS_BACKEND"] = "tensorflow"
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")

import keras  # noqa: E402
import numpy as np  # noqa: E402
import tensorflow as tf  # noqa: E402

from keras_activations import layers  # noqa: E402

LARGE = (128, 32, 32, 64)
SMALL = (128, 512)
ALPHA = keras.initializers.Constant(0.25)

Step = Callable[[tf.Tensor, tf.Tensor], Any]


class PlainELU(keras.layers.Layer):
    """A learned ELU, written in the obvious way."""

    def build(self, input_shape: Any) -> None:
        shape = (1,) * (len(input_shape) - 2) + (input_shape[-1],)
        self.alpha = self.add_weight(shape=shape, initializer="ones")

    def call(self, x: Any) -> Any:
        return tf.where(x > 0, x, self.alpha * tf.math.expm1(x))


class PlainSwish(keras.layers.Layer):
    """A learned Swish, written in the obvious way."""

    def build(self, input_shape: Any) -> None:
        shape = (1,) * (len(input_shape) - 2) + (input_shape[-1],)
        self.beta = self.add_weight(shape=shape, initializer="ones")

    def call(self, x: Any) -> Any:
        return x * tf.sigmoid(self.beta * x)


class PlainXIELU(keras.layers.Layer):
    """XIELU as in the code of the paper."""

    def build(self, input_shape: Any) -> None:
        shape = (1,) * (len(input_shape) - 1)
        self.alpha_p, self.alpha_n = (
            self.add_weight(shape=shape, initializer="zeros") for _ in "pn"
        )

    def call(self, x: Any) -> Any:
        right = tf.nn.softplus(self.alpha_p)
        left = 0.5 + tf.nn.softplus(self.alpha_n)
        bent = tf.math.expm1(tf.minimum(x, -1e-6)) - x
        return tf.where(x > 0, right * x * x + 0.5 * x, left * bent + 0.5 * x)


class PlainDynamicTanh(keras.layers.Layer):
    """A dynamic tanh, written in the obvious way."""

    def build(self, input_shape: Any) -> None:
        shape = (1,) * (len(input_shape) - 2) + (input_shape[-1],)
        self.alpha = self.add_weight(shape=(1,), initializer=ALPHA)
        self.gamma = self.add_weight(shape=shape, initializer="ones")
        self.beta = self.add_weight(shape=shape, initializer="zeros")

    def call(self, x: Any) -> Any:
        return self.gamma * tf.tanh(self.alpha * x) + self.beta


def contestants(shape: tuple[int, ...]) -> dict[str, Any]:
    """Return every layer and operation that is measured on this shape."""
    spatial = list(range(1, len(shape) - 1)) or None
    made = {
        "PReLU": layers.PReLU(),
        "PReLU, alpha fixed": layers.PReLU(trainable=False),
        "keras.layers.PReLU": keras.layers.PReLU(ALPHA, shared_axes=spatial),
        "ELU(0.5)": layers.ELU(0.5),
        "keras.layers.ELU(0.5)": keras.layers.ELU(0.5),
        "ELU(learn_alpha)": layers.ELU(learn_alpha=True),
        "where/expm1": PlainELU(),
        "ELU": layers.ELU(),
        "ReLU": layers.ReLU(),
        "LeakyReLU": layers.LeakyReLU(),
        "Sigmoid": layers.Sigmoid(),
        "Tanh": layers.Tanh(),
        "Swish": layers.Swish(),
        "Swish(learn_beta)": layers.Swish(learn_beta=True),
        "x * sigmoid(beta * x)": PlainSwish(),
        "XIELU": layers.XIELU(),
        "XIELU, plain": PlainXIELU(),
        "DynamicTanh": layers.DynamicTanh(),
        "gamma * tanh(alpha * x) + beta": PlainDynamicTanh(),
    }
    for layer in made.values():
        layer.build(shape)
    return made | {
        "tf.nn.relu": tf.nn.relu,
        "tf.nn.leaky_relu": lambda x: tf.nn.leaky_relu(x, 0.01),
        "tf.nn.elu": tf.nn.elu,
        "tf.nn.sigmoid": tf.nn.sigmoid,
        "tf.nn.tanh": tf.nn.tanh,
        "keras.activations.silu": keras.activations.silu,
    }


# What is compared with what, and the largest ratio that issue and design allow
# on the large shape: compiled, not compiled. 1.15 stands for "equal within
# noise".
RATIOS = [
    ("PReLU", "keras.layers.PReLU", 0.35, 0.45),
    ("PReLU", "tf.nn.leaky_relu", 1.6, 1.9),
    # PReLU must read and write what LeakyReLU does: it cannot be faster.
    ("tf.nn.leaky_relu", "keras.layers.PReLU", None, None),
    ("PReLU, alpha fixed", "keras.layers.PReLU", None, None),
    # The cost of alpha's gradient if nothing else is computed, which is the
    # least that a PReLU takes if this gradient needs a loop of its own.
    ("alpha's gradient alone", "keras.layers.PReLU", None, None),
    ("ELU(0.5)", "keras.layers.ELU(0.5)", 1.0, 0.5),
    ("ELU(learn_alpha)", "where/expm1", 0.35, 0.35),
    ("ELU", "where/expm1", None, None),
    ("ELU", "tf.nn.elu", 1.15, 1.15),
    ("ReLU", "tf.nn.relu", 1.15, 1.15),
    ("LeakyReLU", "tf.nn.leaky_relu", 1.15, 1.15),
    ("Sigmoid", "tf.nn.sigmoid", 1.15, 1.15),
    ("Tanh", "tf.nn.tanh", 1.15, 1.15),
    ("Swish", "keras.activations.silu", 1.15, 1.15),
    ("Swish(learn_beta)", "x * sigmoid(beta * x)", 1.0, 1.0),
    ("XIELU", "XIELU, plain", 1.0, 1.0),
    ("DynamicTanh", "gamma * tanh(alpha * x) + beta", 1.0, 1.0),
]


def gradient_step(layer: Any, jit: bool, dynamic: bool = False) -> Step:
    """Return a traced forward and backward pass of `layer`."""
    weights = [v.value for v in getattr(layer, "trainable_variables", [])]

    def step(x: tf.Tensor, upstream: tf.Tensor) -> Any:
        with tf.GradientTape() as tape:
            tape.watch(x)
            is_layer = isinstance(layer, keras.layers.Layer)
            y = layer(x, training=True) if is_layer else layer(x)
        return y, tape.gradient(y, [x, *weights], upstream)

    spec = tf.TensorSpec((None, *LARGE[1:]), tf.float32)
    return tf.function(
        step,
        jit_compile=jit or None,
        input_signature=[spec, spec] if dynamic else None,
    )


def slope_step(step: Step, jit: bool) -> Step:
    """Return a step of which only alpha's gradient is computed."""
    return tf.function(
        lambda x, upstream: step(x, upstream)[1][1], jit_compile=jit or None
    )


def inputs(shape: tuple[int, ...]) -> tuple[tf.Tensor, tf.Tensor]:
    """Return x and the upstream gradient, both signs in equal parts."""
    rng = np.random.default_rng(0)
    return tuple(
        tf.constant(rng.normal(size=shape), tf.float32) for _ in range(2)
    )


def milliseconds(step: Step, *args: tf.Tensor) -> float:
    """Return how long one call takes."""
    start = time.perf_counter()
    step(*args)
    return (time.perf_counter() - start) * 1e3


def speed(runs: int, wanted: Sequence[str] = ()) -> list[dict[str, Any]]:
    """Measure the ratios, compiled and not, on both shapes.

    Args:
        runs: How often each is run.
        wanted: Beginnings of the names of our layers; if empty, all layers.
    """
    ratios = [row for row in RATIOS if row[0].startswith(tuple(wanted) or "")]
    measured = {name for row in ratios for name in row[:2]}
    rows = []
    for shape in (LARGE, SMALL):
        args = inputs(shape)
        for jit in (True, False):
            steps = {
                name: gradient_step(layer, jit)
                for name, layer in contestants(shape).items()
            }
            steps["alpha's gradient alone"] = slope_step(steps["PReLU"], jit)
            steps = {name: steps[name] for name in steps if name in measured}
            times: dict[str, list[float]] = {name: [] for name in steps}
            for step in steps.values():
                for _ in range(3):
                    step(*args)
            for _ in range(runs):
                for name, step in steps.items():
                    times[name].append(milliseconds(step, *args))
            medians = {k: statistics.median(v) for k, v in times.items()}
            for ours, other, *limits in ratios:
                limit = limits[0 if jit else 1] if shape == LARGE else None
                rows.append(
                    {
                        "shape": "x".join(map(str, shape)),
                        "jit_compile": jit,
                        "ours": ours,
                        "ms": round(medians[ours], 2),
                        "other": other,
                        "other ms": round(medians[other], 2),
                        "ratio": round(medians[ours] / medians[other], 2),
                        "at most": limit,
                    }
                )
    return rows


def nested_prelu() -> Any:
    """Return a PReLU whose two passes are each a nested XLA function."""
    alpha = tf.Variable(tf.fill(LARGE[3:], 0.25))
    forward = tf.function(
        lambda x, a: tf.where(x > 0, x, a * x), jit_compile=True
    )

    @tf.function(jit_compile=True)
    def backward(x: tf.Tensor, a: tf.Tensor, dy: tf.Tensor) -> Any:
        by_alpha = tf.where(x > 0, 0.0, x * dy)
        return tf.where(x > 0, dy, a * dy), tf.reduce_sum(by_alpha, (0, 1, 2))

    @tf.custom_gradient
    def prelu(x: tf.Tensor, a: tf.Tensor) -> Any:
        return forward(x, a), lambda dy: backward(x, a, dy)

    return lambda x: prelu(x, tf.convert_to_tensor(alpha))


def first_calls() -> list[dict[str, Any]]:
    """Time a step that is not compiled, on sizes it has not seen before."""
    x, upstream = inputs(LARGE)
    made = contestants(LARGE)
    rows = []
    for name, layer in {
        "PReLU": made["PReLU"],
        "with nested XLA functions": nested_prelu(),
        "keras.layers.PReLU": made["keras.layers.PReLU"],
        "tf.nn.leaky_relu": made["tf.nn.leaky_relu"],
        "ELU": made["ELU"],
        "tf.nn.elu": made["tf.nn.elu"],
    }.items():
        step = gradient_step(layer, jit=False, dynamic=True)
        row: dict[str, Any] = {"layer": name}
        for call in ("first", "second", "third"):
            row[f"{call} call ms"] = round(milliseconds(step, x, upstream), 1)
        new = [
            milliseconds(step, x[:size], upstream[:size])
            for size in range(64, 84)
        ]
        row["new batch size, median ms"] = round(statistics.median(new), 1)
        rows.append(row)
    return rows


def kept() -> list[dict[str, Any]]:
    """Count the results of the forward pass that the backward pass reads.

    The layer's own output is not counted: the next layer keeps it anyway.
    """
    return [
        {"layer": name, "bytes per element": _kept_bytes(layer)}
        for name, layer in contestants(LARGE).items()
    ]


def _kept_bytes(layer: Any) -> int:
    forward: set[tf.Operation] = set()
    outputs: list[tf.Tensor] = []
    weights = [v.value for v in getattr(layer, "variables", [])]

    @tf.function
    def step(x: tf.Tensor) -> Any:
        with tf.GradientTape() as tape:
            tape.watch(x)
            is_layer = isinstance(layer, keras.layers.Layer)
            y = layer(x, training=True) if is_layer else layer(x)
        forward.update(x.graph.get_operations())
        outputs.append(y)
        return tape.gradient(y, [x, *weights], tf.ones_like(x))

    graph = step.get_concrete_function(tf.TensorSpec(LARGE)).graph
    read = {
        _source(tensor).ref()
        for operation in graph.get_operations()
        if operation not in forward
        # These read only a shape.
        and operation.type not in ("Shape", "ZerosLike", "OnesLike")
        for tensor in operation.inputs
    }
    read.discard(_source(outputs[0]).ref())
    tensors = [ref.deref() for ref in read]
    return sum(
        tensor.dtype.size
        for tensor in tensors
        if tensor.op in forward and tensor.shape == LARGE
    )


def _source(tensor: tf.Tensor) -> tf.Tensor:
    while tensor.op.type in ("Identity", "IdentityN"):
        tensor = tensor.op.inputs[tensor.value_index]
    return tensor


DEEP = {
    "keras.layers.ReLU": keras.layers.ReLU,
    "PReLU": layers.PReLU,
    "keras.layers.PReLU": lambda: keras.layers.PReLU(ALPHA, shared_axes=[1, 2]),
    "ELU(learn_alpha)": lambda: layers.ELU(learn_alpha=True),
    "where/expm1": PlainELU,
}


def peak_memory() -> list[dict[str, Any]]:
    """Measure a training step of a deep network, each in a new process.

    Compiled: what XLA plans for the step. Not compiled: how much three steps
    add to the resident memory of a process that has run a step of one sample;
    the smaller of two processes, since the order of the operations differs
    from run to run.
    """
    rows = []
    for name in DEEP:
        with tempfile.TemporaryDirectory() as dump:
            flags = f"--xla_dump_to={dump} --xla_dump_hlo_as_text"
            _deep_process(name, jit=True, XLA_FLAGS=flags)
            planned = max(
                int(line.split()[3])
                for report in Path(dump).glob("*memory-usage-report.txt")
                for line in report.read_text().splitlines()
                if line.startswith("Total bytes used:")
            )
        rows.append(
            {
                "activation": name,
                "compiled, MB": round(planned / 2**20),
                "not compiled, MB": min(
                    _deep_process(name, jit=False) for _ in range(2)
                ),
            }
        )
    return rows


def _deep_process(name: str, jit: bool, **variables: str) -> int:
    env = {k: v for k, v in os.environ.items() if k not in _MALLOC}
    command = [sys.executable, "-m", "benchmarks.layers", "--deep", name]
    done = subprocess.run(
        [*command, "--jit", str(int(jit))],
        env=env | variables,
        check=True,
        stdout=subprocess.PIPE,
        text=True,
    )
    return int(done.stdout.split()[-1])


def deep_step(name: str, jit: bool) -> int:
    """Train a deep network for a few steps.

    Returns:
        What they add to the resident memory, in MB; 0 if compiled.
    """
    model = keras.Sequential([keras.Input((32, 32, 3))])
    for _ in range(12):
        model.add(keras.layers.Conv2D(32, 3, padding="same"))
        model.add(DEEP[name]())
    model.add(keras.layers.GlobalAveragePooling2D())
    model.add(keras.layers.Dense(10))
    weights = [v.value for v in model.trainable_variables]
    images = tf.TensorSpec((None, 32, 32, 3))

    @tf.function(
        jit_compile=jit or None,
        input_signature=[images, tf.TensorSpec((None, 10))],
    )
    def step(x: tf.Tensor, y: tf.Tensor) -> None:
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean((model(x, training=True) - y) ** 2)
        gradients = tape.gradient(loss, weights)
        for weight, gradient in zip(weights, gradients, strict=True):
            weight.assign_sub(0.001 * gradient)

    x, y = tf.random.normal((64, 32, 32, 3)), tf.zeros((64, 10))
    if jit:
        step(x, y)
        return 0
    step(x[:1], y[:1])
    status = Path("/proc/self/status").read_text().split()
    before = int(status[status.index("VmRSS:") + 1])
    for _ in range(3):
        step(x, y)
    after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return (after - before) // 1024


def show(title: str, rows: list[dict[str, Any]]) -> None:
    """Print `rows` as a Markdown table."""
    print(f"\n{title}\n")
    print("| " + " | ".join(rows[0]) + " |")
    print("|" + "---|" * len(rows[0]))
    for row in rows:
        print("| " + " | ".join(map(_cell, row.values())) + " |")


def _cell(value: Any) -> str:
    return "" if value is None else str(value)


def main(arguments: Iterable[str] | None = None) -> None:
    """Measure, print the tables and write the JSON."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=30)
    default = Path(__file__).with_suffix(".json")
    parser.add_argument("--json", type=Path, default=default)
    parser.add_argument("--only", help="one of the tables")
    parser.add_argument(
        "--layers",
        nargs="+",
        default=[],
        help="forward and backward of these alone",
    )
    parser.add_argument("--deep", help=argparse.SUPPRESS)
    parser.add_argument("--jit", type=int, help=argparse.SUPPRESS)
    args = parser.parse_args(arguments)
    if args.deep:
        print(deep_step(args.deep, bool(args.jit)))
        return
    if not _MALLOC.items() <= os.environ.items():
        command = [sys.executable, "-m", "benchmarks.layers", *sys.argv[1:]]
        os.execve(sys.executable, command, os.environ | _MALLOC)
    measured = {}
    for title, measure in {
        "Forward and backward": lambda: speed(args.runs, args.layers),
        "First calls, not compiled": first_calls,
        "Kept for the backward pass": kept,
        "Peak memory of a training step": peak_memory,
    }.items():
        only = "Forward and backward" if args.layers else args.only
        if only in (None, title):
            measured[title] = measure()
            show(title, measured[title])
    args.json.write_text(json.dumps(measured, indent=1) + "\n")


if __name__ == "__main__":
    main()
