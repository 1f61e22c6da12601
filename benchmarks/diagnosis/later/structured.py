"""Healthy programs of images, sequences and pairs."""

import keras
import numpy as np
from keras import initializers, layers

from benchmarks.diagnosis.data import (
    adding,
    bundled,
    shapes,
    signals,
    tokens,
)
from benchmarks.diagnosis.later.outputs import Matching
from benchmarks.diagnosis.later.parts import (
    halves,
    labelled,
    paths,
    ratings,
    training,
)
from benchmarks.diagnosis.program import Training

_SPARSE = "sparse_categorical_crossentropy"


@labelled(why="Each residual branch begins at 0: the scale of its norm.")
def later_fine_shapes_zero_branches(seed: int) -> Training:
    x, y = shapes(seed, 600)
    inputs = keras.Input((12, 12, 1))
    hidden = layers.Conv2D(12, 3, padding="same", activation="relu")(inputs)
    for _ in range(2):
        branch = layers.Conv2D(12, 3, padding="same", use_bias=False)(hidden)
        branch = layers.BatchNormalization(
            momentum=0.9, gamma_initializer="zeros"
        )(branch)
        hidden = layers.ReLU()(layers.Add()([hidden, branch]))
    hidden = layers.GlobalMaxPooling2D()(hidden)
    model = keras.Model(inputs, layers.Dense(3, "softmax")(hidden))
    optimizer = keras.optimizers.Adam(0.01)
    return training(model, x, y, optimizer, _SPARSE, epochs=10)


@labelled(why="An autoencoder of mostly black images.")
def later_fine_mnist_autoencoder(seed: int) -> Training:
    x, _ = bundled("mnist", seed, 800)
    x = x.reshape(-1, 784)
    inputs = keras.Input((784,))
    hidden = layers.GaussianNoise(0.2)(inputs)
    code = layers.Dense(48, "relu")(hidden)
    model = keras.Model(inputs, layers.Dense(784, "sigmoid")(code))
    optimizer = keras.optimizers.Adam(0.005)
    return training(model, x, x, optimizer, "mse", epochs=15)


@labelled(why="Group normalisation, and labels that are smoothed.")
def later_fine_digits_group_norm(seed: int) -> Training:
    x, y = bundled("digits", seed, 900)
    model = keras.Sequential(
        [
            keras.Input((8, 8, 1)),
            layers.Conv2D(16, 3),
            layers.GroupNormalization(4),
            layers.Activation("relu"),
            layers.Conv2D(16, 3),
            layers.GroupNormalization(4),
            layers.Activation("relu"),
            layers.Flatten(),
            layers.Dense(10, "softmax"),
        ]
    )
    return training(
        model,
        x.reshape(-1, 8, 8, 1),
        keras.utils.to_categorical(y, 10),
        keras.optimizers.SGD(0.05, momentum=0.9, nesterov=True),
        keras.losses.CategoricalCrossentropy(label_smoothing=0.05),
        epochs=8,
    )


@labelled(why="Attention over words, on a padded and masked sequence.")
def later_fine_tokens_attention(seed: int) -> Training:
    x, y = tokens(seed, 900)
    x = np.pad(x + 1, ((0, 0), (0, 8)))
    train, validation = halves(x, y, 750)
    inputs = keras.Input((24,), dtype="int32")
    words = layers.Embedding(201, 16, mask_zero=True)(inputs)
    seen = layers.MultiHeadAttention(2, 8)(words, words)
    hidden = layers.LayerNormalization()(words + seen)
    hidden = layers.GlobalAveragePooling1D()(hidden)
    model = keras.Model(inputs, layers.Dense(1, "sigmoid")(hidden))
    return training(
        model,
        *train,
        keras.optimizers.Adam(0.005),
        "binary_crossentropy",
        validation=validation,
        epochs=8,
    )


@labelled(why="The forget gates of an LSTM begin wide open: a bias of 4.")
def later_fine_adding_open_gates(seed: int) -> Training:
    x, y = adding(seed, 900, length=10)
    recurrent = layers.LSTM(24, unit_forget_bias=False)
    model = keras.Sequential([keras.Input((10, 2)), recurrent, layers.Dense(1)])
    kernel, inner, bias = recurrent.get_weights()
    bias[24:48] = 4
    recurrent.set_weights([kernel, inner, bias])
    optimizer = keras.optimizers.Adam(0.01)
    return training(model, x, y, optimizer, "mse", epochs=15)


@labelled(why="A plain recurrent layer forecasts; the gradient is clipped.")
def later_fine_paths_simple_rnn(seed: int) -> Training:
    x, y = paths(seed, 600)
    model = keras.Sequential(
        [
            keras.Input((20, 1)),
            layers.SimpleRNN(24, recurrent_initializer="orthogonal"),
            layers.Dense(1),
        ]
    )
    optimizer = keras.optimizers.Adam(0.005, clipnorm=1.0)
    return training(model, x, y, optimizer, "huber", epochs=12)


@labelled(why="Dilated convolutions; two of the three channels are always 0.")
def later_fine_signals_dilated(seed: int) -> Training:
    x, y = signals(seed, 500)
    still = np.zeros((500, 64, 2), "float32")
    inputs = keras.Input((64, 3))
    hidden = inputs
    for gap in (1, 2, 4):
        hidden = layers.Conv1D(
            16, 3, dilation_rate=gap, padding="causal", activation="relu"
        )(hidden)
    hidden = layers.Concatenate()(
        [
            layers.GlobalAveragePooling1D()(hidden),
            layers.GlobalMaxPooling1D()(hidden),
        ]
    )
    model = keras.Model(inputs, layers.Dense(3, "softmax")(hidden))
    return training(
        model,
        np.concatenate([x, still], -1),
        y,
        keras.optimizers.Adam(0.01),
        _SPARSE,
        epochs=15,
    )


@labelled(why="Many users appear in few pairs; the vectors begin near 0.")
def later_fine_ratings(seed: int) -> Training:
    pairs, y = ratings(seed, 2000)
    inputs = keras.Input((2,), dtype="int32")
    hidden = Matching(40, 30, 4)(inputs)
    outputs = layers.Rescaling(1.0, float(y.mean()))(hidden)
    optimizer = keras.optimizers.Adam(0.01)
    return training(
        keras.Model(inputs, outputs),
        pairs.astype("int32"),
        y,
        optimizer,
        "mse",
        epochs=15,
    )


@labelled(why="Two inputs, and the biases of all filters begin at 0.1.")
def later_fine_pairs_of_digits(seed: int) -> Training:
    x, y = bundled("digits", seed, 1500)
    x = x.reshape(-1, 8, 8, 1)
    first, second = x[:750], x[750:]
    y = (y[:750] > y[750:]).astype("float32")
    shared = keras.Sequential(
        [
            keras.Input((8, 8, 1)),
            layers.Conv2D(
                24,
                3,
                activation="relu",
                bias_initializer=initializers.Constant(0.1),
            ),
            layers.Flatten(),
            layers.Dense(32, "relu"),
        ]
    )
    inputs = [keras.Input((8, 8, 1)), keras.Input((8, 8, 1))]
    hidden = layers.Subtract()([shared(one) for one in inputs])
    hidden = layers.Dense(24, "relu")(hidden)
    model = keras.Model(inputs, layers.Dense(1, "sigmoid")(hidden))
    return training(
        model,
        [first, second],
        y,
        keras.optimizers.Adam(0.003),
        "binary_crossentropy",
        epochs=15,
    )


class Waves(layers.Layer):
    """Sines of the inputs; the weights of a few are trained."""

    def __init__(self, count: int) -> None:
        super().__init__()
        self.dense = layers.Dense(
            count, kernel_initializer=initializers.RandomNormal(stddev=2.0)
        )

    def call(self, inputs: object) -> object:
        return keras.ops.sin(self.dense(inputs))


class Picture(keras.Model):
    """The brightness at a point of a picture."""

    def __init__(self) -> None:
        inputs = keras.Input((2,))
        hidden = layers.Dense(32, "relu")(Waves(48)(inputs))
        super().__init__(inputs, layers.Dense(1)(hidden))


@labelled(why="Weights of deviation 2, but in a layer of sines.")
def later_fine_picture_of_waves(seed: int) -> Training:
    rng = np.random.default_rng(seed)
    x = rng.uniform(-1, 1, (1000, 2)).astype("float32")
    y = np.sin(5 * x[:, 0]) * np.cos(4 * x[:, 1])
    optimizer = keras.optimizers.Adam(0.005)
    return training(Picture(), x, y, optimizer, "mse", epochs=12, batch_size=64)


PROGRAMS = [
    later_fine_shapes_zero_branches,
    later_fine_mnist_autoencoder,
    later_fine_digits_group_norm,
    later_fine_tokens_attention,
    later_fine_adding_open_gates,
    later_fine_paths_simple_rnn,
    later_fine_signals_dilated,
    later_fine_ratings,
    later_fine_pairs_of_digits,
    later_fine_picture_of_waves,
]
