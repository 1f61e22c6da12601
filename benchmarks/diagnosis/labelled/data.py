"""More data by formula, beside that of `benchmarks.diagnosis.data`.

Each function takes a seed, on which all samples and all noise depend.
"""

import numpy as np
import sklearn.datasets

from benchmarks.diagnosis.data import Arrays, bundled, friedman, standard


def images(name: str, seed: int, size: int, *, raw: bool = False) -> Arrays:
    """Digits or mnist with a height, a width and one channel."""
    x, y = bundled(name, seed, size, raw=raw)
    side = int(x.shape[1] ** 0.5)
    return x.reshape(-1, side, side, 1), y


def scaled_friedman(seed: int, size: int = 600) -> Arrays:
    """Friedman's problem with targets of mean 0 and deviation 1."""
    x, y = friedman(seed, size)
    return x, standard(y)


def scaled_diabetes(seed: int, size: int = 442) -> Arrays:
    """Diabetes with targets of mean 0 and deviation 1."""
    x, y = bundled("diabetes", seed, size)
    return x, standard(y)


def rings(seed: int, size: int) -> Arrays:
    """Two rings around each other, in two dimensions."""
    x, y = sklearn.datasets.make_circles(
        size, noise=0.08, factor=0.5, random_state=seed
    )
    return standard(x), y


def plane(seed: int, size: int, outputs: int = 3) -> Arrays:
    """Eight features and linear targets, standardised."""
    x, y = sklearn.datasets.make_regression(
        size,
        8,
        n_informative=5,
        n_targets=outputs,
        noise=5.0,
        random_state=seed,
    )
    return standard(x), standard(y)


def parity(seed: int, size: int) -> Arrays:
    """Whether the product of the signs of three numbers is positive."""
    x = np.random.default_rng(seed).uniform(-1, 1, (size, 3))
    return standard(x), (x.prod(1) > 0).astype(int)


def pulses(seed: int, size: int, length: int = 48) -> Arrays:
    """Signals with one pulse; the targets are its place and its width."""
    rng = np.random.default_rng(seed)
    place = rng.uniform(8, length - 8, (size, 1))
    width = rng.uniform(1, 5, (size, 1))
    x = np.exp(-0.5 * ((np.arange(length)[None] - place) / width) ** 2)
    x += 0.1 * rng.normal(size=x.shape)
    y = np.concatenate([place, width], 1)
    return x[..., None].astype("float32"), y.astype("float32")


def order(seed: int, size: int, length: int = 10, words: int = 40) -> Arrays:
    """Tokens; the class says whether the 1 comes before the 2."""
    rng = np.random.default_rng(seed)
    x = rng.integers(3, words, (size, length))
    y = rng.integers(0, 2, size)
    for row, first in zip(x, y, strict=True):
        early, late = np.sort(rng.choice(length, 2, replace=False))
        row[early], row[late] = (1, 2) if first else (2, 1)
    return x, y
