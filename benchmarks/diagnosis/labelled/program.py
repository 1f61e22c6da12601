"""What a labelled program is, and short ways to write one."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import keras
from keras import layers

from benchmarks.diagnosis import program
from benchmarks.diagnosis.program import Training

DESIGN, UNSEEN = "design", "unseen"
SPARSE = "sparse_categorical_crossentropy"
ONE_HOT = "categorical_crossentropy"
BINARY = "binary_crossentropy"


@dataclass(frozen=True)
class Program(program.Program):
    """A training program whose fault is known.

    Args:
        half: `"design"`, or `"unseen"` when rules and limits are made.
    """

    half: str


Make = Callable[[int], Training]


class Collection:
    """Takes programs, as a decorator of what makes their trainings."""

    def __init__(self) -> None:
        self.programs: list[Program] = []

    def __call__(
        self, name: str, half: str, causes: str, why: str
    ) -> Callable[[Make], Make]:
        """Adds a program; blanks separate the causes."""

        def add(make: Make) -> Make:
            def seeded(seed: int) -> Training:
                keras.utils.set_random_seed(seed)
                return make(seed)

            self.programs.append(
                Program(name, frozenset(causes.split()), why, seeded, half)
            )
            return make

        return add


def stack(shape: tuple[int, ...], *parts: Any, **options: Any) -> Any:
    """A sequential model; `options` are those of its input."""
    return keras.Sequential([keras.Input(shape, **options), *parts])


def dense(units: list[int], activation: Any, **options: Any) -> list[Any]:
    """Dense layers that are all alike but for their units."""
    return [layers.Dense(n, activation, **options) for n in units]


def normal(deviation: float, mean: float = 0.0) -> Any:
    """An initializer."""
    return keras.initializers.RandomNormal(mean, deviation)


def constant(value: float) -> Any:
    """An initializer."""
    return keras.initializers.Constant(value)


def _rows(values: Any, rows: slice) -> Any:
    if isinstance(values, list):
        return [_rows(value, rows) for value in values]
    return values[rows]


def training(
    model: keras.Model,
    samples: tuple[Any, Any],
    loss: Any,
    optimizer: Any,
    *,
    epochs: int = 10,
    batch_size: int = 32,
    held_out: int = 100,
    **fit_arguments: Any,
) -> Training:
    """Compiles, and keeps the first samples for the validation."""
    model.compile(optimizer, loss, jit_compile=False)
    x, y = samples
    train, test = slice(held_out, None), slice(held_out)
    return Training(
        model,
        _rows(x, train),
        _rows(y, train),
        (_rows(x, test), _rows(y, test)) if held_out else None,
        epochs,
        batch_size,
        fit_arguments,
    )
