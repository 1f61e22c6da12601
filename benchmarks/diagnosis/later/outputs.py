"""Faults of the output: its activation and its loss do not fit the targets."""

import keras
import numpy as np
from keras import layers

from benchmarks.diagnosis.data import bundled, friedman, shapes, tokens
from benchmarks.diagnosis.later.parts import (
    halves,
    labelled,
    mlp,
    ratings,
    training,
)
from benchmarks.diagnosis.program import Training


@labelled("output_loss_mismatch", why="The softmax of one unit is always 1.")
def later_breast_cancer_softmax_of_one(seed: int) -> Training:
    x, y = bundled("breast_cancer", seed, 560)
    train, validation = halves(x, y, 450)
    model = mlp(
        30,
        (24, 12),
        "relu",
        layers.Dropout(0.1),
        layers.Dense(1, "softmax"),
    )
    return training(
        model,
        *train,
        "adam",
        "binary_crossentropy",
        validation=validation,
        epochs=12,
    )


@labelled(
    "output_loss_mismatch",
    why="The last layer has no softmax, and the loss wants probabilities.",
)
def later_shapes_no_softmax(seed: int) -> Training:
    x, y = shapes(seed, 600)
    model = keras.Sequential(
        [
            keras.Input((12, 12, 1)),
            layers.Conv2D(8, 3, activation="relu"),
            layers.Conv2D(8, 3, strides=2, activation="relu"),
            layers.Flatten(),
            layers.Dense(24, "relu"),
            layers.Dense(3),
        ]
    )
    loss = "sparse_categorical_crossentropy"
    return training(model, x, y, "adam", loss, epochs=12)


@labelled(
    "output_loss_mismatch", why="All targets are negative, the output never."
)
def later_energies_relu_output(seed: int) -> Training:
    x, y = friedman(seed, 600)
    y = -y / 10
    model = mlp(10, (48, 24), "elu", layers.Dense(1, "relu"))
    return training(model, x, y, "adam", "mse", epochs=15)


@labelled(
    "output_loss_mismatch",
    why="The categorical cross-entropy of a single unit is always 0.",
)
def later_tokens_categorical_of_one(seed: int) -> Training:
    x, y = tokens(seed, 900)
    model = keras.Sequential(
        [
            keras.Input((16,), dtype="int32"),
            layers.Embedding(200, 16),
            layers.GlobalAveragePooling1D(),
            layers.Dense(16, "relu"),
            layers.Dense(1, "sigmoid"),
        ]
    )
    optimizer = keras.optimizers.RMSprop(0.01)
    loss = "categorical_crossentropy"
    return training(model, x, y, optimizer, loss, epochs=12)


class Matching(layers.Layer):
    """The product of the vectors of a user and of an item, and their biases."""

    def __init__(self, users: int, items: int, size: int) -> None:
        super().__init__()
        self.users = layers.Embedding(users, size + 1)
        self.items = layers.Embedding(items, size + 1)

    def call(self, pairs: object) -> object:
        user, item = self.users(pairs[:, 0]), self.items(pairs[:, 1])
        product = keras.ops.sum(user[:, 1:] * item[:, 1:], -1, keepdims=True)
        return product + user[:, :1] + item[:, :1]


@labelled(
    "output_loss_mismatch", why="Ratings from 1 to 5, and a sigmoid output."
)
def later_ratings_sigmoid(seed: int) -> Training:
    pairs, y = ratings(seed, 2000)
    inputs = keras.Input((2,), dtype="int32")
    hidden = Matching(40, 30, 6)(inputs)
    model = keras.Model(inputs, layers.Dense(1, "sigmoid")(hidden))
    return training(
        model,
        pairs.astype("int32"),
        y.astype(np.float32),
        keras.optimizers.Adam(0.01),
        "mse",
        epochs=10,
    )


PROGRAMS = [
    later_breast_cancer_softmax_of_one,
    later_shapes_no_softmax,
    later_energies_relu_output,
    later_tokens_categorical_of_one,
    later_ratings_sigmoid,
]
