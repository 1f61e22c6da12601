"""Which samples an epoch takes, and in which order.

A sampler is a function of the epoch alone: it makes a new random generator
with `[seed, epoch]` and returns the sample numbers of the whole epoch, to be
cut into mini-batches. So the order of any step can be computed at any time.
"""

from collections.abc import Callable

import numpy as np

Sampler = Callable[[int], np.ndarray]


def each_once(samples: int, size: int, seed: int) -> Sampler:
    """Every sample once; `size` cuts off the end of the permutation."""

    def order(epoch: int) -> np.ndarray:
        return np.random.default_rng([seed, epoch]).permutation(samples)[:size]

    return order


def with_replacement(samples: int, size: int, seed: int) -> Sampler:
    """Each draw is any sample with the same probability."""

    def order(epoch: int) -> np.ndarray:
        return np.random.default_rng([seed, epoch]).integers(samples, size=size)

    return order


def weighted(probabilities: np.ndarray, size: int, seed: int) -> Sampler:
    """Each draw is sample `i` with probability `probabilities[i]`."""

    def order(epoch: int) -> np.ndarray:
        return np.random.default_rng([seed, epoch]).choice(
            len(probabilities), size=size, p=probabilities
        )

    return order


def balanced(labels: np.ndarray, size: int, seed: int) -> Sampler:
    """Each class equally often: once in every `number of classes` draws.

    Within a class its samples take turns, in a new order each turn.
    """
    classes = [np.flatnonzero(labels == label) for label in np.unique(labels)]
    rounds = -(-size // len(classes))

    def order(epoch: int) -> np.ndarray:
        rng = np.random.default_rng([seed, epoch])
        turns = np.stack(  # (rounds, classes)
            [
                np.concatenate(
                    [
                        rng.permutation(members)
                        for _ in range(-(-rounds // len(members)))
                    ]
                )[:rounds]
                for members in classes
            ],
            axis=1,
        )
        return rng.permuted(turns, axis=1).reshape(-1)[:size]

    return order
