"""What the held-out programs share."""

from collections.abc import Callable
from functools import wraps
from typing import Any

import keras
from keras import ops

from benchmarks.diagnosis.program import Program, Training

Make = Callable[[int], Training]


def adder(programs: list[Program]) -> Callable[..., Callable[[Make], Make]]:
    """A decorator factory that adds a function to the programs."""

    def program(why: str, *causes: str) -> Callable[[Make], Make]:
        def add(make: Make) -> Make:
            @wraps(make)
            def seeded(seed: int) -> Training:
                keras.utils.set_random_seed(seed)
                return make(seed)

            name = make.__name__
            programs.append(Program(name, frozenset(causes), why, seeded))
            return seeded

        return add

    return program


def chain(shape: tuple[int, ...], *layers: Any, **more: Any) -> keras.Model:
    """The layers one after another; `more`: of the input."""
    return keras.Sequential([keras.Input(shape, **more), *layers])


def _part(values: Any, part: slice) -> Any:
    if isinstance(values, list):
        return [array[part] for array in values]
    return values[part]


def train(
    model: keras.Model,
    optimizer: Any,
    loss: Any,
    data: tuple[Any, Any],
    epochs: int = 10,
    batch_size: int = 32,
    loss_weights: list[float] | None = None,
    **fit: Any,
) -> Training:
    """Compiles; the last fifth of the data is for the validation."""
    model.compile(optimizer, loss, loss_weights, jit_compile=False)
    x, y = data
    size = len(y[0] if isinstance(y, list) else y)
    first, last = slice(0, size * 4 // 5), slice(size * 4 // 5, None)
    return Training(
        model,
        _part(x, first),
        _part(y, first),
        (_part(x, last), _part(y, last)),
        epochs,
        batch_size,
        fit,
    )


class Code(keras.layers.Layer):
    """A random code, and the penalty of a variational autoencoder."""

    def __init__(self, weight: float) -> None:
        super().__init__()
        self.weight = weight
        self.seeds = keras.random.SeedGenerator()

    def call(self, inputs: Any) -> Any:
        mean, logarithm = ops.split(inputs, 2, -1)
        penalty = ops.exp(logarithm) + mean**2 - 1 - logarithm
        self.add_loss(self.weight * ops.mean(ops.sum(penalty, -1)) / 2)
        noise = keras.random.normal(ops.shape(mean), seed=self.seeds)
        return mean + ops.exp(logarithm / 2) * noise
