"""Faults of the initial weights and of the signal through the layers."""

import keras
import numpy as np
from keras import initializers, layers

from benchmarks.diagnosis.data import (
    bundled,
    friedman,
    shapes,
    sine,
    standard,
)
from benchmarks.diagnosis.later.parts import labelled, mlp, training
from benchmarks.diagnosis.program import Training


@labelled("symmetric_units", why="All weights begin at the same constant.")
def later_digits_constant_weights(seed: int) -> Training:
    x, y = bundled("digits", seed, 1200)
    start = initializers.Constant(0.02)
    model = mlp(
        64,
        (48, 24),
        "tanh",
        layers.Dense(10, "softmax", kernel_initializer=start),
        kernel_initializer=start,
    )
    loss = "sparse_categorical_crossentropy"
    return training(model, x, y, "adam", loss, epochs=12)


@labelled("born_dead", why="A bias of -4 before the ReLU of a convolution.")
def later_shapes_conv_bias(seed: int) -> Training:
    x, y = shapes(seed, 500)
    model = keras.Sequential(
        [
            keras.Input((12, 12, 1)),
            layers.Conv2D(
                12,
                3,
                activation="relu",
                bias_initializer=initializers.Constant(-4.0),
            ),
            layers.MaxPooling2D(),
            layers.Conv2D(16, 3, activation="relu"),
            layers.GlobalAveragePooling2D(),
            layers.Dense(3, "softmax"),
        ]
    )
    loss = "sparse_categorical_crossentropy"
    return training(model, x, y, keras.optimizers.Adam(0.01), loss, epochs=15)


@labelled(
    "saturated_at_birth",
    why="Weights of deviation 4 hold all tanh units at the ends.",
)
def later_mnist_tanh_wide_weights(seed: int) -> Training:
    x, y = bundled("mnist", seed, 700)
    model = mlp(
        784,
        (64, 64, 64, 64, 32),
        "tanh",
        layers.Dense(10, "softmax"),
        kernel_initializer=initializers.RandomNormal(stddev=4.0),
    )
    loss = "sparse_categorical_crossentropy"
    optimizer = keras.optimizers.SGD(0.01, momentum=0.9)
    return training(model, x.reshape(-1, 784), y, optimizer, loss, epochs=10)


@labelled(
    "exploding_at_birth",
    why="Weights of deviation 0.7 in eight layers of 64 ReLU units.",
)
def later_friedman_deep_wide_weights(seed: int) -> Training:
    x, y = friedman(seed, 600)
    y = standard(y[:, None])[:, 0]
    start = initializers.RandomNormal(stddev=0.7)
    model = mlp(
        10,
        (64,) * 8,
        "relu",
        layers.Dense(1, kernel_initializer=start),
        kernel_initializer=start,
    )
    return training(model, x, y, "adam", "mse", epochs=15)


@labelled("vanishing_signal", why="Seven layers of sigmoid units, and SGD.")
def later_digits_deep_sigmoid(seed: int) -> Training:
    x, y = bundled("digits", seed, 1200)
    model = mlp(64, (32,) * 7, "sigmoid", layers.Dense(10, "softmax"))
    loss = "sparse_categorical_crossentropy"
    optimizer = keras.optimizers.SGD(0.02, momentum=0.9)
    return training(model, x, y, optimizer, loss, epochs=15)


@labelled(
    "vanishing_signal",
    why="Weights of deviation 0.01 in each layer of a deep autoencoder.",
)
def later_digits_autoencoder_small_weights(seed: int) -> Training:
    x, _ = bundled("digits", seed, 1000)
    start = initializers.RandomNormal(stddev=0.01)
    model = mlp(
        64,
        (48, 32, 24, 32, 48),
        "tanh",
        layers.Dense(64, "sigmoid", kernel_initializer=start),
        kernel_initializer=start,
    )
    optimizer = keras.optimizers.SGD(1.0, momentum=0.9)
    return training(model, x, x, optimizer, "mse", epochs=20)


@labelled(
    "constant_units",
    why="A layer normalisation of a single feature gives 0 for all samples.",
)
def later_sine_layer_norm_of_one(seed: int) -> Training:
    x, y = sine(seed, 600)
    inputs = keras.Input((1,))
    hidden = layers.LayerNormalization()(inputs)
    for _ in range(2):
        hidden = layers.Dense(48, "gelu")(hidden)
    model = keras.Model(inputs, layers.Dense(1)(hidden))
    train, validation = (x[:500], y[:500]), (x[500:], y[500:])
    return training(
        model,
        *train,
        keras.optimizers.Adam(0.01),
        "mse",
        validation=validation,
        epochs=20,
    )


@labelled(
    "dying_units",
    "output_loss_mismatch",
    why="Nearly all targets are 0, and the ReLU of the output dies.",
)
def later_rain_relu_output(seed: int) -> Training:
    rng = np.random.default_rng(seed)
    x = rng.normal(size=(800, 8)).astype("float32")
    amount = np.maximum(x[:, 0] + x[:, 1] - 2.5, 0)
    model = mlp(8, (128, 128, 64), "relu", layers.Dense(1, "relu"))
    return training(
        model,
        x,
        amount.astype("float32"),
        keras.optimizers.Adam(0.003),
        "mse",
        epochs=20,
    )


PROGRAMS = [
    later_digits_constant_weights,
    later_shapes_conv_bias,
    later_mnist_tanh_wide_weights,
    later_friedman_deep_wide_weights,
    later_digits_deep_sigmoid,
    later_digits_autoencoder_small_weights,
    later_sine_layer_norm_of_one,
    later_rain_relu_output,
]
