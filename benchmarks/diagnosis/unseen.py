"""Labelled programs that the diagnosis has never seen: its test set.

Nothing is tuned on them. Half are healthy, many of which look like a fault;
each name says what the program is, and its docstring why it is labelled so.
The labels were checked by training every program with three seeds.
"""

from collections.abc import Callable
from typing import Any

import keras
import numpy as np
from keras import layers, regularizers
from keras.initializers import Constant, RandomNormal, RandomUniform
from keras.initializers import VarianceScaling as Scaled
from keras.optimizers import SGD, Adam, AdamW, RMSprop

from benchmarks.diagnosis import data
from benchmarks.diagnosis.program import Program, Training

_programs: list[Program] = []
Make = Callable[[int], Training]


def _program(*causes: str) -> Callable[[Make], Make]:
    """Adds the decorated function to the programs."""

    def add(make: Make) -> Make:
        why = " ".join((make.__doc__ or "").split())
        _programs.append(Program(make.__name__, frozenset(causes), why, make))
        return make

    return add


def _split(x: Any, y: Any, held: int) -> dict[str, Any]:
    """The first `held` samples for validation, the others for training."""
    tree = keras.tree
    return {
        "x": tree.map_structure(lambda part: part[held:], x),
        "y": tree.map_structure(lambda part: part[held:], y),
        "validation": (
            tree.map_structure(lambda part: part[:held], x),
            tree.map_structure(lambda part: part[:held], y),
        ),
    }


def _one_hot(y: np.ndarray, classes: int) -> np.ndarray:
    return np.eye(classes, dtype="float32")[y]


def _column(y: np.ndarray) -> np.ndarray:
    return y.astype("float32")[:, None]


class _Weighted(layers.Layer):
    """Multiplies by one number that is learnt, and is zero at first."""

    def build(self, input_shape: Any) -> None:
        self.weight = self.add_weight(shape=(), initializer="zeros")

    def call(self, inputs: Any) -> Any:
        return self.weight * inputs


# Faulty programs.


@_program("symmetric_units")
def iris_mlp_tanh_zero_kernels(seed: int) -> Training:
    """All kernels start at zero: only the last bias can move."""
    keras.utils.set_random_seed(seed)
    x, y = data.bundled("iris", seed, 150)
    model = keras.Sequential(
        [
            keras.Input((4,)),
            layers.Dense(16, "tanh", kernel_initializer="zeros"),
            layers.Dense(16, "tanh", kernel_initializer="zeros"),
            layers.Dense(3, "softmax", kernel_initializer="zeros"),
        ]
    )
    model.compile(
        Adam(0.01),
        "categorical_crossentropy",
        metrics=["accuracy"],
        jit_compile=False,
    )
    return Training(
        model, **_split(x, _one_hot(y, 3), 30), epochs=15, batch_size=16
    )


@_program("symmetric_units")
def digits_mlp_elu_constant_kernels(seed: int) -> Training:
    """Every kernel is one constant: a layer of copies of one unit."""
    keras.utils.set_random_seed(seed)
    x, y = data.bundled("digits", seed, 800)
    same = {"kernel_initializer": Constant(0.05)}
    model = keras.Sequential(
        [
            keras.Input((64,)),
            layers.Dense(48, "elu", **same),
            layers.Dense(24, "elu", **same),
            layers.Dense(10, "softmax", **same),
        ]
    )
    model.compile(
        SGD(0.05, momentum=0.9),
        "sparse_categorical_crossentropy",
        metrics=["accuracy"],
        jit_compile=False,
    )
    return Training(model, **_split(x, y, 200), epochs=8)


@_program("input_scale")
def wine_mlp_relu_raw_inputs(seed: int) -> Training:
    """Raw inputs: proline is near 750, other features are below 1."""
    keras.utils.set_random_seed(seed)
    x, y = data.bundled("wine", seed, 178, raw=True)
    model = keras.Sequential(
        [
            keras.Input((13,)),
            layers.Dense(32, "relu"),
            layers.Dense(16, "relu"),
            layers.Dense(3, "softmax"),
        ]
    )
    model.compile(
        Adam(0.001),
        "sparse_categorical_crossentropy",
        metrics=["accuracy"],
        jit_compile=False,
    )
    return Training(model, **_split(x, y, 38), epochs=15, batch_size=16)


@_program("input_scale")
def signals_conv1d_gelu_offset(seed: int) -> Training:
    """A sensor that reads 300 give or take one; the 300 is not removed."""
    keras.utils.set_random_seed(seed)
    x, y = data.signals(seed, 700)
    model = keras.Sequential(
        [
            keras.Input((64, 1)),
            layers.Conv1D(16, 7, strides=2, activation="gelu"),
            layers.Conv1D(32, 5, strides=2, activation="gelu"),
            layers.Flatten(),
            layers.Dense(3, "softmax"),
        ]
    )
    model.compile(
        Adam(0.002),
        "sparse_categorical_crossentropy",
        metrics=["accuracy"],
        jit_compile=False,
    )
    return Training(model, **_split(x + 300, y, 150), epochs=8)


@_program("target_scale")
def linnerud_three_outputs_raw_targets(seed: int) -> Training:
    """Weights near 180, waists near 35, pulses near 56, all as they are."""
    keras.utils.set_random_seed(seed)
    x, y = data.bundled("linnerud", seed, 20)
    inputs = keras.Input((3,))
    hidden = layers.Dense(16, "silu")(inputs)
    hidden = layers.Dense(16, "silu")(hidden)
    names = ("weight", "waist", "pulse")
    model = keras.Model(
        inputs, {name: layers.Dense(1, name=name)(hidden) for name in names}
    )
    model.compile(
        Adam(0.005), {name: "mse" for name in names}, jit_compile=False
    )
    targets = {name: _column(y[:, i]) for i, name in enumerate(names)}
    return Training(model, x, targets, epochs=15, batch_size=4)


@_program("born_dead")
def digits_cnn_negative_kernels(seed: int) -> Training:
    """Kernels drawn from -0.1 to 0 over pixels that are never negative."""
    keras.utils.set_random_seed(seed)
    x, y = data.bundled("digits", seed, 800)
    drawn = {"kernel_initializer": RandomUniform(-0.1, 0.0)}
    model = keras.Sequential(
        [
            keras.Input((64,)),
            layers.Reshape((8, 8, 1)),
            layers.Conv2D(16, 3, activation="relu", **drawn),
            layers.Conv2D(16, 3, activation="relu", **drawn),
            layers.Flatten(),
            layers.Dense(10),
        ]
    )
    model.compile(
        Adam(0.002),
        keras.losses.SparseCategoricalCrossentropy(from_logits=True),
        metrics=["accuracy"],
        jit_compile=False,
    )
    return Training(model, **_split(x, y, 200), epochs=6)


@_program("born_dead")
def friedman_mlp_relu_bias_minus_ten(seed: int) -> Training:
    """The biases of the second layer start at -10, far below its inputs."""
    keras.utils.set_random_seed(seed)
    x, y = data.friedman(seed, 600)
    y = data.standard(y[:, None])
    model = keras.Sequential(
        [
            keras.Input((10,)),
            layers.Dense(64, "relu"),
            layers.Dense(32, "relu", bias_initializer=Constant(-10.0)),
            layers.Dense(1),
        ]
    )
    model.compile(RMSprop(0.001), "mse", jit_compile=False)
    return Training(model, **_split(x, y, 150), epochs=10)


@_program("saturated_at_birth")
def friedman_mlp_tanh_huge_kernels(seed: int) -> Training:
    """Six tanh layers whose kernels have a deviation of 4."""
    keras.utils.set_random_seed(seed)
    x, y = data.friedman(seed, 600)
    y = data.standard(y[:, None])
    large = {"kernel_initializer": RandomNormal(stddev=4.0)}
    model = keras.Sequential([keras.Input((10,))])
    for _ in range(6):
        model.add(layers.Dense(32, "tanh", **large))
    model.add(layers.Dense(1))
    model.compile(SGD(0.02), "mse", jit_compile=False)
    return Training(model, **_split(x, y, 150), epochs=12)


@_program("saturated_at_birth")
def adding_gru_huge_kernels(seed: int) -> Training:
    """A GRU whose gates and candidates start at their ends."""
    keras.utils.set_random_seed(seed)
    x, y = data.adding(seed, 600)
    model = keras.Sequential(
        [
            keras.Input((12, 2)),
            layers.GRU(
                16,
                kernel_initializer=RandomNormal(stddev=10.0),
                recurrent_initializer=RandomNormal(stddev=10.0),
            ),
            layers.Dense(1),
        ]
    )
    model.compile(Adam(0.005), "mse", jit_compile=False)
    return Training(model, **_split(x, _column(y), 120), epochs=8)


@_program("exploding_at_birth")
def breast_cancer_mlp_relu_unit_normal_kernels(seed: int) -> Training:
    """Six layers of 64 with kernels of deviation 1: logits of 100000."""
    keras.utils.set_random_seed(seed)
    x, y = data.bundled("breast_cancer", seed, 569)
    normal = {"kernel_initializer": RandomNormal(stddev=1.0)}
    model = keras.Sequential([keras.Input((30,))])
    for _ in range(6):
        model.add(layers.Dense(64, "relu", **normal))
    model.add(layers.Dense(1, **normal))
    model.compile(
        Adam(0.001),
        keras.losses.BinaryCrossentropy(from_logits=True),
        metrics=[keras.metrics.BinaryAccuracy(threshold=0.0)],
        jit_compile=False,
    )
    return Training(model, **_split(x, _column(y), 119), epochs=8)


@_program("exploding_at_birth")
def diabetes_residual_elu_large_kernels(seed: int) -> Training:
    """Each of eight branches multiplies the signal; nothing normalises."""
    keras.utils.set_random_seed(seed)
    x, y = data.bundled("diabetes", seed, 442)
    y = data.standard(y[:, None])
    large = {"kernel_initializer": Scaled(8.0, "fan_in")}
    inputs = keras.Input((10,))
    hidden = layers.Dense(32)(inputs)
    for _ in range(8):
        branch = layers.Dense(32, "elu", **large)(hidden)
        hidden = layers.Add()([hidden, branch])
    model = keras.Model(inputs, layers.Dense(1)(hidden))
    model.compile(Adam(0.001), "mse", jit_compile=False)
    return Training(model, **_split(x, y, 92), epochs=10)


@_program("vanishing_signal")
def digits_mlp_sigmoid_ten_layers(seed: int) -> Training:
    """Ten sigmoid layers: almost no gradient reaches the first ones."""
    keras.utils.set_random_seed(seed)
    x, y = data.bundled("digits", seed, 700)
    model = keras.Sequential([keras.Input((64,))])
    for _ in range(10):
        model.add(layers.Dense(32, "sigmoid"))
    model.add(layers.Dense(10, "softmax"))
    model.compile(
        SGD(0.05, momentum=0.9),
        "sparse_categorical_crossentropy",
        metrics=["accuracy"],
        jit_compile=False,
    )
    return Training(model, **_split(x, y, 150), epochs=8)


@_program("vanishing_signal")
def signals_conv1d_leaky_relu_tiny_kernels(seed: int) -> Training:
    """Five convolutions whose kernels have a deviation of 0.01."""
    keras.utils.set_random_seed(seed)
    x, y = data.signals(seed, 600)
    tiny = {"kernel_initializer": RandomNormal(stddev=0.01)}
    model = keras.Sequential([keras.Input((64, 1))])
    for filters in (8, 8, 16, 16, 32):
        model.add(
            layers.Conv1D(
                filters, 5, padding="same", activation="leaky_relu", **tiny
            )
        )
    model.add(layers.MaxPooling1D(4))
    model.add(layers.Flatten())
    model.add(layers.Dense(3, "softmax", **tiny))
    model.compile(
        SGD(0.05, momentum=0.9),
        "sparse_categorical_crossentropy",
        metrics=["accuracy"],
        jit_compile=False,
    )
    return Training(model, **_split(x, y, 120), epochs=6)


@_program("rate_too_high")
def mnist_mlp_relu_adam_half(seed: int) -> Training:
    """Adam at 0.5: the first steps kill most ReLU units."""
    keras.utils.set_random_seed(seed)
    x, y = data.bundled("mnist", seed, 700)
    model = keras.Sequential(
        [
            keras.Input((784,)),
            layers.Dense(64, "relu"),
            layers.Dense(32, "relu"),
            layers.Dense(10, "softmax"),
        ]
    )
    model.compile(
        Adam(0.5),
        "sparse_categorical_crossentropy",
        metrics=["accuracy"],
        jit_compile=False,
    )
    return Training(model, **_split(x, y, 150), epochs=8)


@_program("rate_too_high")
def tokens_lstm_rmsprop_one(seed: int) -> Training:
    """RMSprop at 1: the gates jump from one end to the other."""
    keras.utils.set_random_seed(seed)
    x, y = data.tokens(seed, 600)
    model = keras.Sequential(
        [
            keras.Input((16,), dtype="int32"),
            layers.Embedding(200, 8),
            layers.LSTM(16),
            layers.Dense(1, "sigmoid"),
        ]
    )
    model.compile(
        RMSprop(1.0),
        "binary_crossentropy",
        metrics=["accuracy"],
        jit_compile=False,
    )
    return Training(model, **_split(x, _column(y), 120), epochs=6)


@_program("rate_too_low")
def shapes_residual_cnn_sgd_tiny_rate(seed: int) -> Training:
    """SGD at 0.000001 from random weights."""
    keras.utils.set_random_seed(seed)
    x, y = data.shapes(seed, 600)
    inputs = keras.Input((12, 12, 1))
    hidden = layers.Conv2D(16, 3, padding="same", activation="relu")(inputs)
    for _ in range(2):
        branch = layers.Conv2D(16, 3, padding="same")(hidden)
        branch = layers.BatchNormalization(momentum=0.9)(branch)
        hidden = layers.ReLU()(layers.Add()([hidden, branch]))
    hidden = layers.GlobalMaxPooling2D()(hidden)
    model = keras.Model(inputs, layers.Dense(3, "softmax")(hidden))
    model.compile(
        SGD(1e-6),
        "categorical_crossentropy",
        metrics=["accuracy"],
        jit_compile=False,
    )
    return Training(model, **_split(x, _one_hot(y, 3), 120), epochs=5)


@_program("rate_too_low")
def moons_mlp_adam_tiny_rate(seed: int) -> Training:
    """Adam at 0.000002: no weight goes anywhere in ten epochs."""
    keras.utils.set_random_seed(seed)
    x, y = data.moons(seed, 600)
    model = keras.Sequential(
        [
            keras.Input((2,)),
            layers.Dense(32, "silu"),
            layers.Dense(32, "silu"),
            layers.Dense(1, "sigmoid"),
        ]
    )
    model.compile(
        Adam(2e-6),
        "binary_crossentropy",
        metrics=["accuracy"],
        jit_compile=False,
    )
    return Training(model, **_split(x, _column(y), 150), epochs=10)


@_program("diverged", "rate_too_high", "target_scale")
def diabetes_mlp_elu_raw_targets_sgd(seed: int) -> Training:
    """SGD at 0.05 for raw targets near 150: soon nothing but NaN."""
    keras.utils.set_random_seed(seed)
    x, y = data.bundled("diabetes", seed, 442)
    model = keras.Sequential(
        [
            keras.Input((10,)),
            layers.Dense(32, "elu"),
            layers.Dense(16, "elu"),
            layers.Dense(1),
        ]
    )
    model.compile(SGD(0.05), "mse", metrics=["mae"], jit_compile=False)
    return Training(model, **_split(x, _column(y), 92), epochs=6)


@_program("diverged", "output_loss_mismatch")
def counts_mlp_linear_output_poisson(seed: int) -> Training:
    """The Poisson loss takes the logarithm of an output that is negative."""
    keras.utils.set_random_seed(seed)
    x, y = data.friedman(seed, 500)
    counts = np.random.default_rng(seed).poisson(np.maximum(y, 1) / 4)
    model = keras.Sequential(
        [
            keras.Input((10,)),
            layers.Dense(32, "leaky_relu"),
            layers.Dense(32, "leaky_relu"),
            layers.Dense(1),
        ]
    )
    model.compile(Adam(0.001), "poisson", jit_compile=False)
    return Training(model, **_split(x, _column(counts), 100), epochs=6)


@_program("over_regularised")
def shapes_cnn_l2_of_one(seed: int) -> Training:
    """An L2 penalty of 1 on every kernel takes all weights to zero."""
    keras.utils.set_random_seed(seed)
    x, y = data.shapes(seed, 600)
    penalty = {"kernel_regularizer": regularizers.L2(1.0)}
    model = keras.Sequential(
        [
            keras.Input((12, 12, 1)),
            layers.Conv2D(16, 3, activation="tanh", **penalty),
            layers.MaxPooling2D(),
            layers.Conv2D(32, 3, activation="tanh", **penalty),
            layers.Flatten(),
            layers.Dense(3, "softmax", **penalty),
        ]
    )
    model.compile(
        Adam(0.003),
        "sparse_categorical_crossentropy",
        metrics=["accuracy"],
        jit_compile=False,
    )
    return Training(model, **_split(x, y, 120), epochs=8)


@_program("over_regularised")
def digits_mlp_dropout_everywhere(seed: int) -> Training:
    """Dropout of 0.9 after each of three narrow layers."""
    keras.utils.set_random_seed(seed)
    x, y = data.bundled("digits", seed, 700)
    model = keras.Sequential([keras.Input((64,))])
    for _ in range(3):
        model.add(layers.Dense(16, "gelu"))
        model.add(layers.Dropout(0.9))
    model.add(layers.Dense(10, "softmax"))
    model.compile(
        Adam(0.001),
        "sparse_categorical_crossentropy",
        metrics=["accuracy"],
        jit_compile=False,
    )
    return Training(model, **_split(x, y, 150), epochs=10)


@_program("over_regularised", "dying_units")
def mnist_mlp_relu_activity_penalty(seed: int) -> Training:
    """An L1 penalty on the outputs of the ReLU layers drives them to zero."""
    keras.utils.set_random_seed(seed)
    x, y = data.bundled("mnist", seed, 700)
    penalty = {"activity_regularizer": regularizers.L1(1.0)}
    model = keras.Sequential(
        [
            keras.Input((784,)),
            layers.Dense(64, "relu", **penalty),
            layers.Dense(64, "relu", **penalty),
            layers.Dense(10, "softmax"),
        ]
    )
    model.compile(
        Adam(0.001),
        "sparse_categorical_crossentropy",
        metrics=["accuracy"],
        jit_compile=False,
    )
    return Training(model, **_split(x, y, 150), epochs=8)


@_program("output_loss_mismatch")
def moons_mlp_softmax_of_one(seed: int) -> Training:
    """The softmax of a single unit is always 1."""
    keras.utils.set_random_seed(seed)
    x, y = data.moons(seed, 600)
    model = keras.Sequential(
        [
            keras.Input((2,)),
            layers.Dense(32, "relu"),
            layers.Dense(16, "relu"),
            layers.Dense(1, "softmax"),
        ]
    )
    model.compile(
        Adam(0.005),
        "binary_crossentropy",
        metrics=["accuracy"],
        jit_compile=False,
    )
    return Training(model, **_split(x, _column(y), 150), epochs=10)


@_program("output_loss_mismatch")
def friedman_mlp_sigmoid_output(seed: int) -> Training:
    """A sigmoid cannot give targets of which half are negative."""
    keras.utils.set_random_seed(seed)
    x, y = data.friedman(seed, 600)
    y = data.standard(y[:, None])
    model = keras.Sequential(
        [
            keras.Input((10,)),
            layers.Dense(32, "elu"),
            layers.Dense(32, "elu"),
            layers.Dense(1, "sigmoid"),
        ]
    )
    model.compile(Adam(0.003), "mse", metrics=["mae"], jit_compile=False)
    return Training(model, **_split(x, y, 150), epochs=12)


@_program("train_validation_gap")
def mnist_cnn_slow_moving_averages(seed: int) -> Training:
    """Moving averages of momentum 0.9999 are still at their start."""
    keras.utils.set_random_seed(seed)
    x, y = data.bundled("mnist", seed, 600)
    model = keras.Sequential([keras.Input((784,))])
    model.add(layers.Reshape((28, 28, 1)))
    for filters in (8, 16, 32):
        model.add(layers.Conv2D(filters, 3, strides=2, use_bias=False))
        model.add(layers.BatchNormalization(momentum=0.9999))
        model.add(layers.Activation("relu"))
    model.add(layers.Flatten())
    model.add(layers.Dense(10, "softmax"))
    model.compile(
        Adam(0.01),
        "sparse_categorical_crossentropy",
        metrics=["accuracy"],
        jit_compile=False,
    )
    return Training(model, **_split(x, y, 120), epochs=8)


@_program("train_validation_gap")
def breast_cancer_batch_norm_few_steps(seed: int) -> Training:
    """Raw inputs into BatchNormalization, whose averages see 20 batches."""
    keras.utils.set_random_seed(seed)
    x, y = data.bundled("breast_cancer", seed, 569, raw=True)
    model = keras.Sequential(
        [
            keras.Input((30,)),
            layers.BatchNormalization(),
            layers.Dense(32, "relu"),
            layers.BatchNormalization(),
            layers.Dense(1, "sigmoid"),
        ]
    )
    model.compile(
        Adam(0.01),
        "binary_crossentropy",
        metrics=["accuracy"],
        jit_compile=False,
    )
    return Training(
        model, **_split(x, _column(y), 119), epochs=5, batch_size=128
    )


@_program("constant_units")
def sine_layer_norm_of_one_feature(seed: int) -> Training:
    """LayerNormalization over a single feature gives 0 for every sample."""
    keras.utils.set_random_seed(seed)
    x, y = data.sine(seed, 500)
    model = keras.Sequential(
        [
            keras.Input((1,)),
            layers.LayerNormalization(),
            layers.Dense(32, "tanh"),
            layers.Dense(32, "tanh"),
            layers.Dense(1),
        ]
    )
    model.compile(Adam(0.005), "mse", jit_compile=False)
    return Training(model, **_split(x, _column(y), 100), epochs=12)


@_program("not_learning")
def digits_cnn_shuffled_labels(seed: int) -> Training:
    """The labels were shuffled apart from the images."""
    keras.utils.set_random_seed(seed)
    x, y = data.bundled("digits", seed, 800)
    y = np.random.default_rng(seed).permutation(y)
    model = keras.Sequential(
        [
            keras.Input((64,)),
            layers.Reshape((8, 8, 1)),
            layers.Conv2D(8, 3, activation="relu"),
            layers.MaxPooling2D(),
            layers.Flatten(),
            layers.Dense(16, "relu"),
            layers.Dense(10, "softmax"),
        ]
    )
    model.compile(
        Adam(0.001),
        "sparse_categorical_crossentropy",
        metrics=["accuracy"],
        jit_compile=False,
    )
    return Training(model, **_split(x, y, 200), epochs=8)


# Healthy programs.


@_program()
def iris_mlp_plain(seed: int) -> Training:
    """Nothing special."""
    keras.utils.set_random_seed(seed)
    x, y = data.bundled("iris", seed, 150)
    model = keras.Sequential(
        [
            keras.Input((4,)),
            layers.Dense(16, "relu"),
            layers.Dense(3, "softmax"),
        ]
    )
    model.compile(
        Adam(0.01),
        "categorical_crossentropy",
        metrics=["accuracy"],
        jit_compile=False,
    )
    return Training(
        model, **_split(x, _one_hot(y, 3), 30), epochs=12, batch_size=16
    )


@_program()
def digits_cnn_plain_short(seed: int) -> Training:
    """A plain CNN that is stopped after two epochs."""
    keras.utils.set_random_seed(seed)
    x, y = data.bundled("digits", seed, 800)
    model = keras.Sequential(
        [
            keras.Input((64,)),
            layers.Reshape((8, 8, 1)),
            layers.Conv2D(16, 3, activation="relu"),
            layers.Conv2D(32, 3, activation="relu"),
            layers.Flatten(),
            layers.Dense(10, "softmax"),
        ]
    )
    model.compile(
        Adam(0.001),
        "sparse_categorical_crossentropy",
        metrics=["accuracy"],
        jit_compile=False,
    )
    return Training(model, **_split(x, y, 200), epochs=2)


@_program()
def shapes_cnn_batch_norm_sgd_one(seed: int) -> Training:
    """SGD at 1 suits kernels that BatchNormalization follows."""
    keras.utils.set_random_seed(seed)
    x, y = data.shapes(seed, 700)
    model = keras.Sequential([keras.Input((12, 12, 1))])
    for filters in (16, 16, 32):
        model.add(layers.Conv2D(filters, 3, use_bias=False))
        model.add(layers.BatchNormalization(momentum=0.8))
        model.add(layers.Activation("relu"))
    model.add(layers.GlobalAveragePooling2D())
    model.add(layers.Dense(3, "softmax"))
    model.compile(
        SGD(1.0),
        "sparse_categorical_crossentropy",
        metrics=["accuracy"],
        jit_compile=False,
    )
    return Training(model, **_split(x, y, 150), epochs=8)


@_program()
def friedman_mlp_zero_head(seed: int) -> Training:
    """The kernel of the last layer starts at zero, which is common."""
    keras.utils.set_random_seed(seed)
    x, y = data.friedman(seed, 700)
    y = data.standard(y[:, None])
    model = keras.Sequential(
        [
            keras.Input((10,)),
            layers.Dense(64, "relu"),
            layers.Dense(32, "relu"),
            layers.Dense(1, kernel_initializer="zeros"),
        ]
    )
    model.compile(SGD(0.02, momentum=0.9), "mse", jit_compile=False)
    return Training(model, **_split(x, y, 150), epochs=10)


@_program()
def digits_mlp_rezero(seed: int) -> Training:
    """ReZero: every branch of a residual net starts multiplied by zero."""
    keras.utils.set_random_seed(seed)
    x, y = data.bundled("digits", seed, 700)
    inputs = keras.Input((64,))
    hidden = layers.Dense(32)(inputs)
    for _ in range(6):
        branch = layers.Dense(32, "relu")(hidden)
        hidden = layers.Add()([hidden, _Weighted()(branch)])
    model = keras.Model(inputs, layers.Dense(10, "softmax")(hidden))
    model.compile(
        Adam(0.003),
        "sparse_categorical_crossentropy",
        metrics=["accuracy"],
        jit_compile=False,
    )
    return Training(model, **_split(x, y, 150), epochs=8)


@_program()
def mnist_mlp_fine_tuned_tiny_rate(seed: int) -> Training:
    """A net that is trained already goes on at a tiny rate."""
    keras.utils.set_random_seed(seed)
    x, y = data.bundled("mnist", seed, 800)
    model = keras.Sequential(
        [
            keras.Input((784,)),
            layers.Dense(64, "relu"),
            layers.Dense(32, "relu"),
            layers.Dense(10, "softmax"),
        ]
    )
    model.compile(
        Adam(0.002), "sparse_categorical_crossentropy", jit_compile=False
    )
    model.fit(x[400:], y[400:], epochs=8, verbose=0)
    model.compile(
        SGD(1e-3),
        "sparse_categorical_crossentropy",
        metrics=["accuracy"],
        jit_compile=False,
    )
    return Training(model, **_split(x, y, 150), epochs=4)


@_program()
def moons_mlp_imbalanced_class_weight(seed: int) -> Training:
    """One sample in twelve is positive, and weighs six times as much."""
    keras.utils.set_random_seed(seed)
    x, y = data.moons(seed, 1200)
    kept = (y == 0) | (np.cumsum(y) % 11 == 0)
    x, y = x[kept][:640], y[kept][:640]
    model = keras.Sequential(
        [
            keras.Input((2,)),
            layers.Dense(32, "relu"),
            layers.Dense(32, "relu"),
            layers.Dense(1, "sigmoid"),
        ]
    )
    model.compile(
        Adam(0.005),
        "binary_crossentropy",
        metrics=["accuracy", keras.metrics.AUC(name="auc")],
        jit_compile=False,
    )
    return Training(
        model,
        **_split(x, _column(y), 160),
        epochs=12,
        fit={"class_weight": {0: 1.0, 1: 6.0}},
    )


@_program()
def breast_cancer_imbalanced_l2(seed: int) -> Training:
    """A seventh is malignant; the L2 penalty is mild."""
    keras.utils.set_random_seed(seed)
    x, y = data.bundled("breast_cancer", seed, 569)
    kept = (y == 1) | (np.cumsum(y == 0) % 4 == 0)
    x, y = x[kept], y[kept]
    penalty = {"kernel_regularizer": regularizers.L2(0.001)}
    model = keras.Sequential(
        [
            keras.Input((30,)),
            layers.Dense(24, "elu", **penalty),
            layers.Dense(12, "elu", **penalty),
            layers.Dense(1, "sigmoid"),
        ]
    )
    model.compile(
        Adam(0.003),
        "binary_crossentropy",
        metrics=["accuracy"],
        jit_compile=False,
    )
    return Training(
        model, **_split(x, _column(y), 90), epochs=10, batch_size=16
    )


@_program()
def mnist_mlp_sparse_relu(seed: int) -> Training:
    """Biases of -0.4 keep most units silent for most samples, none dead."""
    keras.utils.set_random_seed(seed)
    x, y = data.bundled("mnist", seed, 700)
    model = keras.Sequential(
        [
            keras.Input((784,)),
            layers.Dense(
                128,
                "relu",
                kernel_initializer="he_normal",
                bias_initializer=Constant(-0.4),
            ),
            layers.Dense(10, "softmax"),
        ]
    )
    model.compile(
        Adam(0.001),
        "sparse_categorical_crossentropy",
        metrics=["accuracy"],
        jit_compile=False,
    )
    return Training(model, **_split(x, y, 150), epochs=6)


@_program()
def sine_mlp_noisy_targets(seed: int) -> Training:
    """One feature, and noise that is half of what the targets vary."""
    keras.utils.set_random_seed(seed)
    x, y = data.sine(seed, 700, noise=0.6)
    model = keras.Sequential(
        [
            keras.Input((1,)),
            layers.Dense(32, "tanh"),
            layers.Dense(32, "tanh"),
            layers.Dense(1),
        ]
    )
    model.compile(Adam(0.01), "mse", metrics=["mae"], jit_compile=False)
    return Training(
        model, **_split(x, _column(y), 150), epochs=12, batch_size=16
    )


@_program()
def mnist_cnn_raw_pixels_rescaled(seed: int) -> Training:
    """Pixels from 0 to 255, which the first layer divides by 255."""
    keras.utils.set_random_seed(seed)
    x, y = data.bundled("mnist", seed, 500, raw=True)
    model = keras.Sequential(
        [
            keras.Input((784,)),
            layers.Reshape((28, 28, 1)),
            layers.Rescaling(1 / 255),
            layers.Conv2D(8, 3, strides=2, activation="relu"),
            layers.Conv2D(16, 3, strides=2, activation="relu"),
            layers.Flatten(),
            layers.Dense(32, "relu"),
            layers.Dense(10),
        ]
    )
    model.compile(
        Adam(0.003),
        keras.losses.SparseCategoricalCrossentropy(from_logits=True),
        metrics=["accuracy"],
        jit_compile=False,
    )
    return Training(model, **_split(x, y, 100), epochs=6)


@_program()
def wine_mlp_raw_inputs_normalization(seed: int) -> Training:
    """Raw inputs behind a Normalization that has seen the training data."""
    keras.utils.set_random_seed(seed)
    x, y = data.bundled("wine", seed, 178, raw=True)
    scale = layers.Normalization()
    scale.adapt(x[38:])
    model = keras.Sequential(
        [
            keras.Input((13,)),
            scale,
            layers.Dense(24, "silu"),
            layers.Dense(3, "softmax"),
        ]
    )
    model.compile(
        RMSprop(0.005),
        "sparse_categorical_crossentropy",
        metrics=["accuracy"],
        jit_compile=False,
    )
    return Training(model, **_split(x, y, 38), epochs=10, batch_size=16)


@_program()
def breast_cancer_raw_inputs_batch_norm(seed: int) -> Training:
    """Raw inputs into BatchNormalization, whose averages keep up."""
    keras.utils.set_random_seed(seed)
    x, y = data.bundled("breast_cancer", seed, 569, raw=True)
    model = keras.Sequential(
        [
            keras.Input((30,)),
            layers.BatchNormalization(momentum=0.8),
            layers.Dense(32, "leaky_relu"),
            layers.Dense(1, "sigmoid"),
        ]
    )
    model.compile(
        SGD(0.05, momentum=0.9),
        "binary_crossentropy",
        metrics=["accuracy"],
        jit_compile=False,
    )
    return Training(
        model, **_split(x, _column(y), 119), epochs=8, batch_size=16
    )


@_program()
def tokens_embedding_large_ids(seed: int) -> Training:
    """Token ids of several thousand are indices, not large inputs."""
    keras.utils.set_random_seed(seed)
    x, y = data.tokens(seed, 800, length=20, words=100)
    model = keras.Sequential(
        [
            keras.Input((20,), dtype="int32"),
            layers.Embedding(8000, 16),
            layers.GlobalAveragePooling1D(),
            layers.Dense(16, "relu"),
            layers.Dense(1, "sigmoid"),
        ]
    )
    model.compile(
        Adam(0.01),
        "binary_crossentropy",
        metrics=["accuracy"],
        jit_compile=False,
    )
    return Training(model, **_split(x * 70 + 900, _column(y), 200), epochs=8)


@_program()
def digits_mlp_wide_relu_dropout(seed: int) -> Training:
    """Layers of 512 ReLU units with dropout of one half."""
    keras.utils.set_random_seed(seed)
    x, y = data.bundled("digits", seed, 800)
    model = keras.Sequential(
        [
            keras.Input((64,)),
            layers.Dense(512, "relu"),
            layers.Dropout(0.5),
            layers.Dense(512, "relu"),
            layers.Dropout(0.5),
            layers.Dense(10, "softmax"),
        ]
    )
    model.compile(
        Adam(0.001),
        "sparse_categorical_crossentropy",
        metrics=["accuracy"],
        jit_compile=False,
    )
    return Training(model, **_split(x, y, 200), epochs=6)


@_program()
def friedman_residual_deep_layer_norm(seed: int) -> Training:
    """Five residual blocks, each with LayerNormalization first."""
    keras.utils.set_random_seed(seed)
    x, y = data.friedman(seed, 600)
    y = data.standard(y[:, None])
    inputs = keras.Input((10,))
    hidden = layers.Dense(24)(inputs)
    for _ in range(5):
        branch = layers.LayerNormalization()(hidden)
        branch = layers.Dense(24, "gelu")(branch)
        hidden = layers.Add()([hidden, layers.Dense(24)(branch)])
    hidden = layers.LayerNormalization()(hidden)
    model = keras.Model(inputs, layers.Dense(1)(hidden))
    model.compile(Adam(0.002), "mse", jit_compile=False)
    return Training(model, **_split(x, y, 120), epochs=6)


@_program()
def friedman_mlp_targets_of_five(seed: int) -> Training:
    """Centred targets, of deviation 5: not 1, and no trouble."""
    keras.utils.set_random_seed(seed)
    x, y = data.friedman(seed, 700)
    model = keras.Sequential(
        [
            keras.Input((10,)),
            layers.Dense(32, "relu"),
            layers.Dense(32, "relu"),
            layers.Dense(1),
        ]
    )
    model.compile(Adam(0.01), "mse", metrics=["mae"], jit_compile=False)
    return Training(model, **_split(x, _column(y - y.mean()), 150), epochs=10)


@_program()
def digits_cnn_label_smoothing_l2(seed: int) -> Training:
    """Label smoothing and weight decay keep the loss well above zero."""
    keras.utils.set_random_seed(seed)
    x, y = data.bundled("digits", seed, 700)
    model = keras.Sequential(
        [
            keras.Input((64,)),
            layers.Reshape((8, 8, 1)),
            layers.Conv2D(16, 3, padding="same", activation="elu"),
            layers.MaxPooling2D(),
            layers.Conv2D(32, 3, padding="same", activation="elu"),
            layers.Flatten(),
            layers.Dense(10),
        ]
    )
    model.compile(
        AdamW(0.003, weight_decay=0.01),
        keras.losses.CategoricalCrossentropy(
            from_logits=True, label_smoothing=0.1
        ),
        metrics=["accuracy"],
        jit_compile=False,
    )
    return Training(model, **_split(x, _one_hot(y, 10), 150), epochs=6)


@_program()
def friedman_mlp_huber_outliers(seed: int) -> Training:
    """One target in fifty is wild; the Huber loss bears it."""
    keras.utils.set_random_seed(seed)
    x, y = data.friedman(seed, 700)
    y = data.standard(y[:, None])
    rng = np.random.default_rng(seed)
    wild = rng.uniform(size=y.shape) < 0.02
    y = np.where(wild, 8 * rng.normal(size=y.shape), y).astype("float32")
    model = keras.Sequential(
        [
            keras.Input((10,)),
            layers.Dense(48, "gelu"),
            layers.Dense(24, "gelu"),
            layers.Dense(1),
        ]
    )
    model.compile(Adam(0.005), keras.losses.Huber(), jit_compile=False)
    return Training(model, **_split(x, y, 150), epochs=10)


@_program()
def tokens_attention_warm_up(seed: int) -> Training:
    """Attention whose rate rises from zero, then falls."""
    keras.utils.set_random_seed(seed)
    x, y = data.tokens(seed, 700, words=60)
    inputs = keras.Input((16,), dtype="int32")
    hidden = layers.Embedding(60, 16)(inputs)
    branch = layers.LayerNormalization()(hidden)
    branch = layers.MultiHeadAttention(2, 8)(branch, branch)
    hidden = layers.Add()([hidden, branch])
    branch = layers.LayerNormalization()(hidden)
    branch = layers.Dense(16)(layers.Dense(32, "gelu")(branch))
    hidden = layers.Add()([hidden, branch])
    hidden = layers.GlobalAveragePooling1D()(hidden)
    model = keras.Model(inputs, layers.Dense(2, "softmax")(hidden))
    rate = keras.optimizers.schedules.CosineDecay(
        0.0, 140, warmup_target=0.01, warmup_steps=40
    )
    model.compile(
        Adam(rate),
        "sparse_categorical_crossentropy",
        metrics=["accuracy"],
        jit_compile=False,
    )
    return Training(model, **_split(x, y, 140), epochs=8)


@_program()
def adding_lstm_clipnorm(seed: int) -> Training:
    """A rate that is high for an LSTM, held by clipped gradients."""
    keras.utils.set_random_seed(seed)
    x, y = data.adding(seed, 800, length=8)
    model = keras.Sequential(
        [
            keras.Input((8, 2)),
            layers.LSTM(24),
            layers.Dense(1),
        ]
    )
    model.compile(Adam(0.02, clipnorm=0.5), "mse", jit_compile=False)
    return Training(model, **_split(x, _column(y), 160), epochs=12)


@_program()
def mnist_mlp_sgd_begun(seed: int) -> Training:
    """Three epochs of slow SGD: far from done, and on its way."""
    keras.utils.set_random_seed(seed)
    x, y = data.bundled("mnist", seed, 800)
    model = keras.Sequential(
        [
            keras.Input((784,)),
            layers.Dense(64, "relu"),
            layers.Dense(10, "softmax"),
        ]
    )
    model.compile(
        SGD(0.02),
        "sparse_categorical_crossentropy",
        metrics=["accuracy"],
        jit_compile=False,
    )
    return Training(model, **_split(x, y, 150), epochs=3)


@_program()
def diabetes_mlp_full_batch(seed: int) -> Training:
    """One step in an epoch, with all samples in it; no validation."""
    keras.utils.set_random_seed(seed)
    x, y = data.bundled("diabetes", seed, 442)
    model = keras.Sequential(
        [
            keras.Input((10,)),
            layers.Dense(32, "tanh"),
            layers.Dense(1),
        ]
    )
    model.compile(SGD(0.1, momentum=0.9), "mse", jit_compile=False)
    return Training(
        model, x, data.standard(y[:, None]), epochs=15, batch_size=442
    )


@_program()
def tokens_and_shapes_two_inputs(seed: int) -> Training:
    """Two inputs of different kinds and two outputs."""
    keras.utils.set_random_seed(seed)
    words, mood = data.tokens(seed, 700, words=60)
    images, kind = data.shapes(seed + 1000, 700)
    text = keras.Input((16,), dtype="int32", name="text")
    image = keras.Input((12, 12, 1), name="image")
    read = layers.Embedding(60, 8)(text)
    read = layers.GRU(12)(read)
    seen = layers.Conv2D(16, 3, activation="relu")(image)
    seen = layers.GlobalMaxPooling2D()(
        layers.Conv2D(16, 3, activation="relu")(seen)
    )
    both = layers.Concatenate()([read, seen])
    both = layers.Dense(24, "relu")(both)
    model = keras.Model(
        {"text": text, "image": image},
        {
            "mood": layers.Dense(1, "sigmoid", name="mood")(both),
            "kind": layers.Dense(3, "softmax", name="kind")(both),
        },
    )
    model.compile(
        Adam(0.005),
        {
            "mood": "binary_crossentropy",
            "kind": "sparse_categorical_crossentropy",
        },
        metrics={"mood": "accuracy", "kind": "accuracy"},
        jit_compile=False,
    )
    x = {"text": words, "image": images}
    return Training(
        model, **_split(x, {"mood": _column(mood), "kind": kind}, 140), epochs=7
    )


@_program()
def digits_autoencoder_sigmoid(seed: int) -> Training:
    """Pixels from 0 to 1 through eight units and back, by crossentropy."""
    keras.utils.set_random_seed(seed)
    x, _ = data.bundled("digits", seed, 800)
    model = keras.Sequential(
        [
            keras.Input((64,)),
            layers.Dense(32, "relu"),
            layers.Dense(8),
            layers.Dense(32, "relu"),
            layers.Dense(64, "sigmoid"),
        ]
    )
    model.compile(
        Adam(0.005), "binary_crossentropy", metrics=["mse"], jit_compile=False
    )
    return Training(model, **_split(x, x, 200), epochs=12)


@_program()
def spirals_mlp_tanh_wide_kernels(seed: int) -> Training:
    """Kernels of deviation 2 for two features: some tanh units saturate."""
    keras.utils.set_random_seed(seed)
    x, y = data.spirals(seed, 800)
    model = keras.Sequential(
        [
            keras.Input((2,)),
            layers.Dense(
                64,
                "tanh",
                kernel_initializer=RandomNormal(stddev=2.0),
                bias_initializer=RandomNormal(stddev=1.0),
            ),
            layers.Dense(32, "tanh"),
            layers.Dense(1, "sigmoid"),
        ]
    )
    model.compile(
        Adam(0.01),
        "binary_crossentropy",
        metrics=["accuracy"],
        jit_compile=False,
    )
    return Training(
        model, **_split(x, _column(y), 160), epochs=12, batch_size=16
    )


@_program()
def signals_conv1d_batch_norm_silu(seed: int) -> Training:
    """Convolutions without biases, BatchNormalization that keeps up, SiLU."""
    keras.utils.set_random_seed(seed)
    x, y = data.signals(seed, 700)
    model = keras.Sequential([keras.Input((64, 1))])
    for filters in (16, 32):
        model.add(layers.Conv1D(filters, 7, strides=2, use_bias=False))
        model.add(layers.BatchNormalization(momentum=0.9))
        model.add(layers.Activation("silu"))
    model.add(layers.Flatten())
    model.add(layers.Dense(3, "softmax"))
    model.compile(
        Adam(0.003),
        "sparse_categorical_crossentropy",
        metrics=["accuracy"],
        jit_compile=False,
    )
    return Training(model, **_split(x, y, 150), epochs=8)


@_program()
def wine_mlp_sigmoid_rmsprop(seed: int) -> Training:
    """One sigmoid layer, with a learning rate that is cut on a plateau."""
    keras.utils.set_random_seed(seed)
    x, y = data.bundled("wine", seed, 178)
    model = keras.Sequential(
        [
            keras.Input((13,)),
            layers.Dense(16, "sigmoid"),
            layers.Dense(3, "softmax"),
        ]
    )
    model.compile(
        RMSprop(0.02),
        "categorical_crossentropy",
        metrics=["accuracy"],
        jit_compile=False,
    )
    return Training(
        model,
        **_split(x, _one_hot(y, 3), 38),
        epochs=10,
        batch_size=16,
        fit={"callbacks": [keras.callbacks.ReduceLROnPlateau(patience=2)]},
    )


PROGRAMS: tuple[Program, ...] = tuple(_programs)
