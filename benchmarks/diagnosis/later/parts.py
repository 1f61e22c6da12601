"""What the programs share: the label, the compilation and a few data sets."""

from collections.abc import Callable
from typing import Any

import keras
import numpy as np
from keras import layers

from benchmarks.diagnosis.data import Arrays
from benchmarks.diagnosis.program import Program, Training


def labelled(
    *causes: str, why: str
) -> Callable[[Callable[[int], Training]], Program]:
    """The program that a function makes; its name is that of the function."""

    def program(make: Callable[[int], Training]) -> Program:
        def seeded(seed: int) -> Training:
            keras.utils.set_random_seed(seed)
            return make(seed)

        return Program(make.__name__, frozenset(causes), why, seeded)

    return program


def training(
    model: keras.Model,
    x: Any,
    y: Any,
    optimizer: Any,
    loss: Any,
    *,
    loss_weights: Any = None,
    **options: Any,
) -> Training:
    model.compile(optimizer, loss, loss_weights=loss_weights, jit_compile=False)
    return Training(model, x, y, **options)


def halves(x: np.ndarray, y: np.ndarray, train: int) -> tuple[Arrays, Arrays]:
    """The first `train` samples, and the others."""
    return (x[:train], y[:train]), (x[train:], y[train:])


def mlp(
    features: int,
    widths: tuple[int, ...],
    activation: Any,
    *last: layers.Layer,
    **dense: Any,
) -> keras.Sequential:
    """Hidden layers that are alike, and the given last layers."""
    hidden = [layers.Dense(width, activation, **dense) for width in widths]
    return keras.Sequential([keras.Input((features,)), *hidden, *last])


def parity(seed: int, size: int, bits: int, others: int = 0) -> Arrays:
    """Whether an odd number of the first `bits` features are 1; in -1, 1."""
    x = np.random.default_rng(seed).integers(0, 2, (size, bits + others))
    y = x[:, :bits].sum(1) % 2
    return (2 * x - 1).astype("float32"), y


def ratings(seed: int, size: int, users: int = 40, items: int = 30) -> Arrays:
    """Pairs of a user and an item, and a rating from 1 to 5."""
    rng = np.random.default_rng(seed)
    pairs = np.stack(
        [rng.integers(0, users, size), rng.integers(0, items, size)], 1
    )
    mood, worth = rng.normal(size=users), rng.normal(size=items)
    y = 3 + 0.7 * mood[pairs[:, 0]] + 0.9 * worth[pairs[:, 1]]
    y = np.clip(y + 0.3 * rng.normal(size=size), 1, 5)
    return pairs, y.astype("float32")


def paths(seed: int, size: int, length: int = 20) -> Arrays:
    """Noisy oscillations, and their next value."""
    rng = np.random.default_rng(seed)
    speed = rng.uniform(0.3, 0.8, (size, 1))
    phase = rng.uniform(0, 2 * np.pi, (size, 1))
    wave = np.sin(speed * np.arange(length + 1) + phase)
    x = wave[:, :-1, None] + 0.05 * rng.normal(size=(size, length, 1))
    return x.astype("float32"), wave[:, -1].astype("float32")
