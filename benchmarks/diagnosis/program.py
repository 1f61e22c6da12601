"""What a labelled program is: a small training, and what is wrong with it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import keras


@dataclass
class Training:
    """A training that is ready to run.

    Args:
        model: Built and compiled, with `jit_compile=False`.
        x: The inputs: an array, or a list or dictionary of arrays.
        y: The targets.
        validation: `(x, y)`, or `None`.
        epochs: How long it runs.
        batch_size: The size of a mini-batch.
        fit: More arguments of `fit`.
    """

    model: keras.Model
    x: Any
    y: Any
    validation: tuple[Any, Any] | None = None
    epochs: int = 10
    batch_size: int = 32
    fit: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Program:
    """A training program whose fault is known.

    Args:
        name: Unique, such as `"digits_mlp_relu_rate_too_high"`.
        causes: The right answers: what an expert who reads the program would
            accept as the thing to mend; empty: it is healthy.
        why: The fault, or which fault a healthy program resembles.
        make: From a seed to the training. Everything random in it, its data
            included, depends on the seed alone.
    """

    name: str
    causes: frozenset[str]
    why: str
    make: Callable[[int], Training]
