"""Faults of the optimizer, of penalties and of normalisation."""

import keras
from keras import layers, regularizers

from benchmarks.diagnosis.data import (
    adding,
    bundled,
    friedman,
    moons,
    signals,
    standard,
)
from benchmarks.diagnosis.later.parts import halves, labelled, mlp, training
from benchmarks.diagnosis.program import Training

_SPARSE = "sparse_categorical_crossentropy"


@labelled("rate_too_high", why="Adam with a rate of 0.5.")
def later_digits_adam_half(seed: int) -> Training:
    x, y = bundled("digits", seed, 1500)
    train, validation = halves(x, y, 1200)
    model = mlp(64, (96, 48), "relu", layers.Dense(10, "softmax"))
    return training(
        model,
        *train,
        keras.optimizers.Adam(0.5),
        _SPARSE,
        validation=validation,
        epochs=10,
    )


@labelled(
    "rate_too_high",
    "dying_units",
    why="The first steps of SGD are so large that the ReLU units die.",
)
def later_signals_momentum(seed: int) -> Training:
    x, y = signals(seed, 600)
    model = keras.Sequential(
        [
            keras.Input((64, 1)),
            layers.Conv1D(16, 5, activation="relu"),
            layers.MaxPooling1D(),
            layers.Conv1D(24, 5, activation="relu"),
            layers.Flatten(),
            layers.Dense(32, "relu"),
            layers.Dense(3, "softmax"),
        ]
    )
    optimizer = keras.optimizers.SGD(0.3, momentum=0.9)
    return training(model, x, y, optimizer, _SPARSE, epochs=10)


@labelled("rate_too_high", why="SGD of rate 1 on a mean squared error.")
def later_friedman_sgd_one(seed: int) -> Training:
    x, y = friedman(seed, 500)
    y = standard(y[:, None])[:, 0]
    inputs = keras.Input((10,))
    hidden = layers.Dense(32, "tanh")(inputs)
    for _ in range(2):
        hidden = hidden + layers.Dense(32, "tanh")(hidden)
    model = keras.Model(inputs, layers.Dense(1)(hidden))
    return training(model, x, y, keras.optimizers.SGD(1.0), "mse", epochs=12)


@labelled("rate_too_high", why="RMSprop with a rate of 1.")
def later_adding_lstm_rmsprop(seed: int) -> Training:
    x, y = adding(seed, 800, length=8)
    model = keras.Sequential(
        [keras.Input((8, 2)), layers.LSTM(20), layers.Dense(1)]
    )
    optimizer = keras.optimizers.RMSprop(1.0)
    return training(model, x, y, optimizer, "mse", epochs=15)


@labelled("rate_too_low", why="SGD with a rate of 0.0001.")
def later_mnist_cnn_sgd_small(seed: int) -> Training:
    x, y = bundled("mnist", seed, 600)
    model = keras.Sequential(
        [
            keras.Input((28, 28, 1)),
            layers.Conv2D(8, 5, strides=2, activation="relu"),
            layers.Conv2D(16, 3, strides=2, activation="relu"),
            layers.Flatten(),
            layers.Dense(10, "softmax"),
        ]
    )
    return training(
        model,
        x.reshape(-1, 28, 28, 1),
        keras.utils.to_categorical(y, 10),
        keras.optimizers.SGD(1e-4),
        "categorical_crossentropy",
        epochs=8,
    )


@labelled("rate_too_low", why="The rate halves with each step, not each epoch.")
def later_wine_decay_per_step(seed: int) -> Training:
    x, y = bundled("wine", seed, 170)
    schedule = keras.optimizers.schedules.ExponentialDecay(0.001, 1, 0.5)
    model = mlp(13, (24, 24), "relu", layers.Dense(3, "softmax"))
    optimizer = keras.optimizers.Adam(schedule)
    return training(model, x, y, optimizer, _SPARSE, epochs=25, batch_size=16)


@labelled("over_regularised", why="An L2 penalty of 1 on every weight.")
def later_digits_l2_one(seed: int) -> Training:
    x, y = bundled("digits", seed, 1000)
    penalty = regularizers.L2(1.0)
    inputs = keras.Input((8, 8, 1))
    hidden = inputs
    for width in (12, 24):
        hidden = layers.Conv2D(
            width, 3, activation="relu", kernel_regularizer=penalty
        )(hidden)
    hidden = layers.GlobalAveragePooling2D()(hidden)
    model = keras.Model(
        inputs,
        layers.Dense(10, "softmax", kernel_regularizer=penalty)(hidden),
    )
    return training(
        model,
        x.reshape(-1, 8, 8, 1),
        y,
        keras.optimizers.Adam(0.01),
        _SPARSE,
        epochs=12,
    )


@labelled("over_regularised", why="Dropout of 0.9 after three small layers.")
def later_moons_dropout(seed: int) -> Training:
    x, y = moons(seed, 800)
    train, validation = halves(x, y, 600)
    inputs = hidden = keras.Input((2,))
    for _ in range(3):
        hidden = layers.Dense(16, "relu")(hidden)
        hidden = layers.Dropout(0.9)(hidden)
    model = keras.Model(inputs, layers.Dense(1, "sigmoid")(hidden))
    return training(
        model,
        *train,
        keras.optimizers.Adam(0.005),
        "binary_crossentropy",
        validation=validation,
        epochs=15,
    )


@labelled(
    "train_validation_gap",
    why="Moving averages of momentum 0.999 are far behind after 60 steps.",
)
def later_digits_slow_batch_norm(seed: int) -> Training:
    x, y = bundled("digits", seed, 1500, raw=True)
    train, validation = halves(16 * x.reshape(-1, 8, 8, 1), y, 1200)
    model = keras.Sequential(
        [
            keras.Input((8, 8, 1)),
            layers.Conv2D(16, 3, use_bias=False),
            layers.BatchNormalization(momentum=0.999),
            layers.ReLU(),
            layers.Conv2D(32, 3, strides=2, use_bias=False),
            layers.BatchNormalization(momentum=0.999),
            layers.ReLU(),
            layers.Flatten(),
            layers.Dense(10, "softmax"),
        ]
    )
    return training(
        model,
        *train,
        keras.optimizers.Adam(0.003),
        _SPARSE,
        validation=validation,
        epochs=5,
        batch_size=100,
    )


PROGRAMS = [
    later_digits_adam_half,
    later_signals_momentum,
    later_friedman_sgd_one,
    later_adding_lstm_rmsprop,
    later_mnist_cnn_sgd_small,
    later_wine_decay_per_step,
    later_digits_l2_one,
    later_moons_dropout,
    later_digits_slow_batch_norm,
]
