"""Faults of the data: their scale, what is missing, what is not in them."""

import keras
import numpy as np
from keras import layers, ops

from benchmarks.diagnosis.data import bundled, friedman, signals, tokens
from benchmarks.diagnosis.later.parts import halves, labelled, mlp, training
from benchmarks.diagnosis.program import Training


@labelled("input_scale", why="Raw features, one of which is near 1000.")
def later_wine_raw(seed: int) -> Training:
    x, y = bundled("wine", seed, 178, raw=True)
    train, validation = halves(x, y, 140)
    model = mlp(13, (32, 16), "relu", layers.Dense(3, "softmax"))
    return training(
        model,
        *train,
        keras.optimizers.SGD(0.01),
        "sparse_categorical_crossentropy",
        validation=validation,
        epochs=25,
        batch_size=16,
    )


@labelled("input_scale", why="The input is a time in seconds since 1970.")
def later_timestamps(seed: int) -> Training:
    rng = np.random.default_rng(seed)
    day = rng.uniform(0, 7, 700)
    x = (1.7e9 + 86400 * day)[:, None].astype("float32")
    y = np.sin(2 * np.pi * day / 7) + 0.1 * rng.normal(size=700)
    model = mlp(1, (32, 32), "relu", layers.Dense(1))
    optimizer = keras.optimizers.Adam(0.005)
    return training(model, x, y.astype("float32"), optimizer, "mse", epochs=20)


@labelled(
    "input_scale",
    why="A recurrent layer gets the counts of a converter, near 2000.",
)
def later_gru_converter_counts(seed: int) -> Training:
    x, y = signals(seed, 500, length=32)
    x = np.round(2000 + 60 * x).astype("float32")
    model = keras.Sequential(
        [
            keras.Input((32, 1)),
            layers.GRU(24),
            layers.Dense(3, "softmax"),
        ]
    )
    loss = "sparse_categorical_crossentropy"
    return training(model, x, y, keras.optimizers.Adam(0.01), loss, epochs=14)


@labelled("target_scale", why="Prices of some 300000 as the targets.")
def later_prices(seed: int) -> Training:
    x, y = friedman(seed, 700)
    y = 2e4 * y
    train, validation = halves(x, y, 560)
    model = mlp(10, (64, 32), "relu", layers.Dense(1))
    return training(
        model,
        *train,
        keras.optimizers.Adam(0.003),
        "mse",
        validation=validation,
        epochs=20,
    )


@labelled(
    "target_scale", why="Targets in grams, of some 5000, overflow under SGD."
)
def later_weights_in_grams(seed: int) -> Training:
    rng = np.random.default_rng(seed)
    x = rng.normal(size=(500, 6)).astype("float32")
    y = 5000 + 1200 * np.tanh(x[:, 0]) + 800 * x[:, 1] + 300 * x[:, 2] ** 2
    inputs = keras.Input((6,))
    hidden = layers.Dense(40, "elu")(inputs)
    hidden = hidden + layers.Dense(40, "elu")(hidden)
    model = keras.Model(inputs, layers.Dense(1)(hidden))
    return training(
        model,
        x,
        y.astype("float32"),
        keras.optimizers.SGD(0.01),
        "mse",
        epochs=15,
    )


@labelled("diverged", why="Some measured values are missing: NaN.")
def later_breast_cancer_missing(seed: int) -> Training:
    x, y = bundled("breast_cancer", seed, 500)
    rng = np.random.default_rng(seed)
    x[rng.uniform(size=x.shape) < 0.002] = np.nan
    model = mlp(30, (32, 16), "tanh", layers.Dense(1, "sigmoid"))
    return training(model, x, y, "adam", "binary_crossentropy", epochs=10)


def log_error(y: object, predicted: object) -> object:
    difference = ops.log(predicted) - ops.log(y)
    return ops.mean(ops.square(difference), axis=-1)


@labelled(
    "diverged",
    why="A loss of its own takes the logarithm of negative predictions.",
)
def later_durations_log_error(seed: int) -> Training:
    rng = np.random.default_rng(seed)
    x = rng.normal(size=(600, 5)).astype("float32")
    y = np.exp(0.8 * x[:, 0] - 0.6 * x[:, 1] + 0.2 * rng.normal(size=600))
    model = mlp(5, (32, 32), "swish", layers.Dense(1))
    return training(
        model,
        x,
        y[:, None].astype("float32"),
        keras.optimizers.Adam(0.01),
        log_error,
        epochs=12,
    )


@labelled("not_learning", why="The labels were shuffled without the texts.")
def later_tokens_shuffled_labels(seed: int) -> Training:
    x, y = tokens(seed, 1200)
    y = np.random.default_rng(seed + 1).permutation(y)
    train, validation = halves(x, y, 1000)
    inputs = keras.Input((16,), dtype="int32")
    words = layers.Embedding(200, 4)(inputs)
    seen = layers.MultiHeadAttention(2, 4)(words, words)
    hidden = layers.GlobalAveragePooling1D()(
        layers.LayerNormalization()(words + seen)
    )
    hidden = layers.Dense(8, "relu")(hidden)
    model = keras.Model(inputs, layers.Dense(1, "sigmoid")(hidden))
    return training(
        model,
        *train,
        "adam",
        "binary_crossentropy",
        validation=validation,
        epochs=6,
    )


PROGRAMS = [
    later_wine_raw,
    later_timestamps,
    later_gru_converter_counts,
    later_prices,
    later_weights_in_grams,
    later_breast_cancer_missing,
    later_durations_log_error,
    later_tokens_shuffled_labels,
]
