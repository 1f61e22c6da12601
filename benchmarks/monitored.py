"""The networks that are watched, and what is told of many ratios."""

import statistics

import keras
import scipy.stats

BATCH = 128


def mlp():
    return keras.Sequential(
        [keras.Input((784,))]
        + [keras.layers.Dense(256, "relu") for _ in range(3)]
        + [keras.layers.Dense(10)]
    )


def cnn():
    return keras.Sequential(
        [
            keras.Input((32, 32, 3)),
            keras.layers.Conv2D(32, 3, padding="same", activation="relu"),
            keras.layers.Conv2D(32, 3, padding="same", activation="relu"),
            keras.layers.MaxPooling2D(),
            keras.layers.Conv2D(64, 3, padding="same", activation="relu"),
            keras.layers.Conv2D(64, 3, padding="same", activation="relu"),
            keras.layers.MaxPooling2D(),
            keras.layers.Flatten(),
            keras.layers.Dense(128, "relu"),
            keras.layers.Dense(10),
        ]
    )


# For each network: builder, shape of a sample, rounds.
NETS = {"mlp": (mlp, (784,), 1500), "cnn": (cnn, (32, 32, 3), 60)}


def interval(values):
    """The median of the values, and its 95 % confidence interval.

    The limits are two of the sorted values; a binomial distribution says how
    far they are from either end.
    """
    values = sorted(values)
    rank = int(scipy.stats.binom.ppf(0.025, len(values), 0.5))
    low = max(rank - 1, 0)
    return statistics.median(values), values[low], values[-1 - low]
