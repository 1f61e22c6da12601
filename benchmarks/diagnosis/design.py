"""The programs on which the diagnosis is designed: 26 healthy, 30 faulty."""

from collections.abc import Callable
from typing import Any

import keras
import numpy as np
from keras import layers

from benchmarks.diagnosis import data
from benchmarks.diagnosis.program import Program, Training

_Make = Callable[[int], Training]

_programs: list[Program] = []


def _program(name: str, causes: str, why: str) -> Callable[[_Make], _Make]:
    """Adds a function that takes a seed; `causes` are separated by blanks."""

    def add(make: _Make) -> _Make:
        def seeded(seed: int) -> Training:
            keras.utils.set_random_seed(seed)
            return make(seed)

        _programs.append(Program(name, frozenset(causes.split()), why, seeded))
        return make

    return add


def _mlp(
    features: int,
    units: list[int],
    outputs: int,
    activation: Any = "relu",
    output: Any = None,
    **options: Any,
) -> keras.Sequential:
    """Dense layers; `options` are those of the hidden ones."""
    hidden = [layers.Dense(n, activation, **options) for n in units]
    return keras.Sequential(
        [
            keras.Input((features,)),
            *hidden,
            layers.Dense(outputs, output),
        ]
    )


def _part(values: Any, rows: slice) -> Any:
    if isinstance(values, (list, tuple)):
        return [_part(value, rows) for value in values]
    if isinstance(values, dict):
        return {key: _part(value, rows) for key, value in values.items()}
    return values[rows]


def _training(
    model: keras.Model,
    samples: tuple[Any, Any],
    loss: Any,
    optimizer: Any,
    *,
    epochs: int = 10,
    batch_size: int = 32,
    held_out: int = 150,
    **fit: Any,
) -> Training:
    """Compiles, and keeps the first samples for the validation."""
    model.compile(optimizer, loss, jit_compile=False, run_eagerly=False)
    x, y = samples
    train, validation = slice(held_out, None), slice(held_out)
    return Training(
        model,
        _part(x, train),
        _part(y, train),
        (_part(x, validation), _part(y, validation)) if held_out else None,
        epochs,
        batch_size,
        fit,
    )


def _standard_friedman(seed: int, noise: float = 1.0) -> data.Arrays:
    x, y = data.friedman(seed, 600, noise)
    return x, data.standard(y)


_SPARSE = "sparse_categorical_crossentropy"
_BINARY = "binary_crossentropy"


# Faulty ones.


@_program(
    "digits_mlp_tanh_all_zero",
    "symmetric_units",
    "Every kernel starts at zero, so only the biases of the output move.",
)
def _(seed: int) -> Training:
    model = keras.Sequential(
        [
            keras.Input((64,)),
            layers.Dense(32, "tanh", kernel_initializer="zeros"),
            layers.Dense(32, "tanh", kernel_initializer="zeros"),
            layers.Dense(10, "softmax", kernel_initializer="zeros"),
        ]
    )
    samples = data.bundled("digits", seed, 600)
    return _training(model, samples, _SPARSE, keras.optimizers.Adam(0.003))


@_program(
    "shapes_cnn_constant_kernels",
    "symmetric_units",
    "All kernels are constant: every filter of a layer is the same.",
)
def _(seed: int) -> Training:
    same = keras.initializers.Constant(0.05)
    model = keras.Sequential(
        [
            keras.Input((12, 12, 1)),
            layers.Conv2D(8, 3, activation="relu", kernel_initializer=same),
            layers.Conv2D(8, 3, activation="relu", kernel_initializer=same),
            layers.GlobalAveragePooling2D(),
            layers.Dense(16, "relu", kernel_initializer=same),
            layers.Dense(3, "softmax", kernel_initializer=same),
        ]
    )
    samples = data.shapes(seed, 600)
    return _training(model, samples, _SPARSE, keras.optimizers.Adam(0.003))


@_program(
    "breast_cancer_mlp_sigmoid_raw_inputs",
    "input_scale",
    "Features of up to 4,000 drive every sigmoid to one of its ends.",
)
def _(seed: int) -> Training:
    model = _mlp(30, [16, 16], 1, "sigmoid", "sigmoid")
    samples = data.bundled("breast_cancer", seed, 560, raw=True)
    return _training(model, samples, _BINARY, keras.optimizers.SGD(0.5))


@_program(
    "signals_cnn_offset_inputs",
    "input_scale",
    "The signal is an offset of 500 and a little on top of it.",
)
def _(seed: int) -> Training:
    x, y = data.signals(seed, 600)
    model = keras.Sequential(
        [
            keras.Input((64, 1)),
            layers.Conv1D(16, 5, activation="relu"),
            layers.MaxPooling1D(2),
            layers.Conv1D(16, 5, activation="relu"),
            layers.GlobalAveragePooling1D(),
            layers.Dense(3, "softmax"),
        ]
    )
    return _training(model, (x + 500, y), _SPARSE, keras.optimizers.Adam(0.003))


@_program(
    "diabetes_mlp_relu_raw_targets",
    "target_scale",
    "Targets of rms 170: Adam's steps are too small to get there.",
)
def _(seed: int) -> Training:
    model = _mlp(10, [32, 16], 1)
    samples = data.bundled("diabetes", seed, 440)
    return _training(model, samples, "mse", keras.optimizers.Adam(0.001))


@_program(
    "adding_gru_targets_in_thousands",
    "target_scale",
    "Targets of rms 3,000, which the head of a GRU cannot reach.",
)
def _(seed: int) -> Training:
    x, y = data.adding(seed, 600)
    model = keras.Sequential(
        [keras.Input((12, 2)), layers.GRU(16), layers.Dense(1)]
    )
    return _training(
        model, (x, 3000 * y), "mse", keras.optimizers.Adam(0.01), epochs=8
    )


@_program(
    "mnist_mlp_relu_negative_biases",
    "born_dead",
    "Biases of -6 keep every unit of the first layer below zero.",
)
def _(seed: int) -> Training:
    model = _mlp(
        784,
        [64, 32],
        10,
        "relu",
        "softmax",
        bias_initializer=keras.initializers.Constant(-6.0),
    )
    samples = data.bundled("mnist", seed, 600)
    return _training(model, samples, _SPARSE, keras.optimizers.Adam(0.001))


@_program(
    "friedman_mlp_relu_negative_kernels",
    "born_dead",
    "The second layer's kernel is negative and its inputs are not.",
)
def _(seed: int) -> Training:
    negative = keras.initializers.RandomUniform(-0.5, -0.05)
    model = keras.Sequential(
        [
            keras.Input((10,)),
            layers.Dense(32, "relu"),
            layers.Dense(32, "relu", kernel_initializer=negative),
            layers.Dense(1),
        ]
    )
    return _training(
        model, _standard_friedman(seed), "mse", keras.optimizers.SGD(0.05)
    )


@_program(
    "digits_mlp_tanh_large_weights",
    "saturated_at_birth",
    "Weights of deviation 5: each tanh is at -1 or 1 from the start.",
)
def _(seed: int) -> Training:
    model = _mlp(
        64,
        [32, 32, 32],
        10,
        "tanh",
        "softmax",
        kernel_initializer=keras.initializers.RandomNormal(stddev=5.0),
    )
    samples = data.bundled("digits", seed, 600)
    return _training(model, samples, _SPARSE, keras.optimizers.SGD(0.1))


@_program(
    "friedman_mlp_sigmoid_large_weights",
    "saturated_at_birth",
    "Weights of deviation 10 leave sigmoids without a slope.",
)
def _(seed: int) -> Training:
    model = _mlp(
        10,
        [32, 32, 32],
        1,
        "sigmoid",
        kernel_initializer=keras.initializers.RandomNormal(stddev=10.0),
    )
    return _training(
        model, _standard_friedman(seed), "mse", keras.optimizers.Adam(0.003)
    )


@_program(
    "mnist_mlp_relu_exploding",
    "exploding_at_birth",
    "Weights of deviation 1 multiply the signal in each of eight layers.",
)
def _(seed: int) -> Training:
    model = _mlp(
        784,
        [48] * 8,
        10,
        "relu",
        "softmax",
        kernel_initializer=keras.initializers.RandomNormal(stddev=1.0),
    )
    samples = data.bundled("mnist", seed, 500)
    return _training(model, samples, _SPARSE, keras.optimizers.Adam(0.001))


@_program(
    "friedman_mlp_elu_exploding",
    "exploding_at_birth",
    "Variance scaling with a scale of 30 instead of 2, six layers deep.",
)
def _(seed: int) -> Training:
    model = _mlp(
        10,
        [32] * 6,
        1,
        "elu",
        kernel_initializer=keras.initializers.VarianceScaling(30.0),
    )
    return _training(
        model, _standard_friedman(seed), "mse", keras.optimizers.Adam(0.001)
    )


@_program(
    "digits_mlp_relu_tiny_weights",
    "vanishing_signal",
    "Ten layers with weights of deviation 0.02: nothing reaches the end.",
)
def _(seed: int) -> Training:
    model = _mlp(
        64,
        [32] * 10,
        10,
        "relu",
        "softmax",
        kernel_initializer=keras.initializers.RandomNormal(stddev=0.02),
    )
    samples = data.bundled("digits", seed, 600)
    return _training(model, samples, _SPARSE, keras.optimizers.Adam(0.001))


@_program(
    "moons_mlp_sigmoid_deep",
    "vanishing_signal",
    "Eight sigmoid layers, each of which passes on a small part.",
)
def _(seed: int) -> Training:
    model = _mlp(2, [16] * 8, 1, "sigmoid", "sigmoid")
    return _training(
        model, data.moons(seed, 600), _BINARY, keras.optimizers.SGD(0.1)
    )


@_program(
    "digits_mlp_relu_adam_rate",
    "rate_too_high",
    "Adam with a rate of 0.3: its first steps kill the ReLU units.",
)
def _(seed: int) -> Training:
    model = _mlp(64, [48, 32, 32], 10, "relu", "softmax")
    samples = data.bundled("digits", seed, 600)
    return _training(model, samples, _SPARSE, keras.optimizers.Adam(0.3))


@_program(
    "shapes_cnn_momentum_rate",
    "rate_too_high",
    "SGD with momentum 0.9 and a rate of 1.",
)
def _(seed: int) -> Training:
    model = keras.Sequential(
        [
            keras.Input((12, 12, 1)),
            layers.Conv2D(8, 3, activation="relu"),
            layers.Conv2D(16, 3, activation="relu"),
            layers.Flatten(),
            layers.Dense(32, "relu"),
            layers.Dense(3, "softmax"),
        ]
    )
    return _training(
        model,
        data.shapes(seed, 600),
        _SPARSE,
        keras.optimizers.SGD(1.0, momentum=0.9),
        epochs=6,
    )


@_program(
    "digits_mlp_tanh_slow",
    "rate_too_low",
    "SGD with a rate of 1e-5 does not move the weights.",
)
def _(seed: int) -> Training:
    model = _mlp(64, [32, 32], 10, "tanh", "softmax")
    samples = data.bundled("digits", seed, 600)
    return _training(model, samples, _SPARSE, keras.optimizers.SGD(1e-5))


@_program(
    "tokens_embedding_slow",
    "rate_too_low",
    "Adam with a rate of 1e-6.",
)
def _(seed: int) -> Training:
    model = keras.Sequential(
        [
            keras.Input((16,), dtype="int32"),
            layers.Embedding(200, 16),
            layers.GlobalAveragePooling1D(),
            layers.Dense(16, "relu"),
            layers.Dense(1, "sigmoid"),
        ]
    )
    return _training(
        model, data.tokens(seed, 700), _BINARY, keras.optimizers.Adam(1e-6)
    )


@_program(
    "diabetes_mlp_elu_diverges",
    "diverged rate_too_high target_scale",
    "SGD on squared errors of raw targets overflows.",
)
def _(seed: int) -> Training:
    model = _mlp(10, [32, 32], 1, "elu")
    samples = data.bundled("diabetes", seed, 440)
    return _training(model, samples, "mse", keras.optimizers.SGD(0.1))


@_program(
    "wine_mlp_log_of_zero",
    "diverged",
    "A hidden layer takes the logarithm of what may be zero.",
)
def _(seed: int) -> Training:
    model = keras.Sequential(
        [
            keras.Input((13,)),
            layers.Dense(16, "relu"),
            layers.Lambda(keras.ops.log),
            layers.Dense(3, "softmax"),
        ]
    )
    samples = data.bundled("wine", seed, 178)
    return _training(
        model, samples, _SPARSE, keras.optimizers.Adam(0.003), held_out=40
    )


@_program(
    "mnist_mlp_relu_l2_of_one",
    "over_regularised",
    "An L2 penalty of 1 on each kernel.",
)
def _(seed: int) -> Training:
    model = _mlp(
        784,
        [64, 32],
        10,
        "relu",
        "softmax",
        kernel_regularizer=keras.regularizers.L2(1.0),
    )
    samples = data.bundled("mnist", seed, 600)
    return _training(model, samples, _SPARSE, keras.optimizers.Adam(0.003))


@_program(
    "sine_mlp_tanh_weight_decay",
    "over_regularised",
    "AdamW with a weight decay of 20.",
)
def _(seed: int) -> Training:
    model = _mlp(1, [32, 32], 1, "tanh")
    optimizer = keras.optimizers.AdamW(0.01, weight_decay=20.0)
    return _training(model, data.sine(seed, 700), "mse", optimizer)


@_program(
    "breast_cancer_softmax_of_one",
    "output_loss_mismatch",
    "The softmax of a single unit is always 1.",
)
def _(seed: int) -> Training:
    model = _mlp(30, [16, 8], 1, "relu", "softmax")
    samples = data.bundled("breast_cancer", seed, 560)
    return _training(model, samples, _BINARY, keras.optimizers.Adam(0.003))


@_program(
    "friedman_relu_output_below_zero",
    "output_loss_mismatch",
    "A ReLU as the output cannot give the negative targets.",
)
def _(seed: int) -> Training:
    x, y = _standard_friedman(seed)
    model = _mlp(10, [32, 16], 1, "tanh", "relu")
    return _training(model, (x, y - 2), "mse", keras.optimizers.Adam(0.003))


@_program(
    "signals_linear_output_of_probabilities",
    "output_loss_mismatch",
    "The loss wants probabilities and gets what a linear layer gives.",
)
def _(seed: int) -> Training:
    model = keras.Sequential(
        [
            keras.Input((64, 1)),
            layers.Conv1D(16, 5, activation="relu"),
            layers.GlobalMaxPooling1D(),
            layers.Dense(16, "relu"),
            layers.Dense(3),
        ]
    )
    return _training(
        model, data.signals(seed, 600), _SPARSE, keras.optimizers.Adam(0.003)
    )


@_program(
    "digits_cnn_slow_moving_averages",
    "train_validation_gap",
    "Batch normalisation with momentum 0.9995 and 100 steps in all.",
)
def _(seed: int) -> Training:
    x, y = data.bundled("digits", seed, 550)
    parts = [
        [
            layers.Conv2D(16, 3, padding="same", use_bias=False),
            layers.BatchNormalization(momentum=0.9995),
            layers.ReLU(),
        ]
        for _ in range(3)
    ]
    model = keras.Sequential(
        [
            keras.Input((8, 8, 1)),
            *(layer for part in parts for layer in part),
            layers.GlobalAveragePooling2D(),
            layers.Dense(10, "softmax"),
        ]
    )
    return _training(
        model,
        (x.reshape(-1, 8, 8, 1), y),
        _SPARSE,
        keras.optimizers.Adam(0.02),
        epochs=8,
    )


@_program(
    "friedman_mlp_slow_moving_averages",
    "train_validation_gap",
    "Inputs far from 0 and a momentum of 0.9995.",
)
def _(seed: int) -> Training:
    x, y = _standard_friedman(seed)
    model = keras.Sequential(
        [
            keras.Input((10,)),
            layers.BatchNormalization(momentum=0.9995),
            layers.Dense(32, "tanh"),
            layers.BatchNormalization(momentum=0.9995),
            layers.Dense(16, "tanh"),
            layers.Dense(1),
        ]
    )
    return _training(
        model, (3 * x + 6, y), "mse", keras.optimizers.Adam(0.005), epochs=12
    )


@_program(
    "digits_mlp_relu_sinking_biases",
    "dying_units over_regularised",
    "A penalty, meant to make units sparse, draws the biases to -5.",
)
def _(seed: int) -> Training:
    def sink(bias: Any) -> Any:
        return 0.05 * keras.ops.sum(keras.ops.square(bias + 5))

    model = _mlp(64, [32, 32], 10, "relu", "softmax", bias_regularizer=sink)
    samples = data.bundled("digits", seed, 600)
    return _training(model, samples, _SPARSE, keras.optimizers.SGD(0.1))


@_program(
    "signals_cnn_norm_of_one_channel",
    "constant_units",
    "Layer normalisation over the only channel gives 0 for any input.",
)
def _(seed: int) -> Training:
    model = keras.Sequential(
        [
            keras.Input((64, 1)),
            layers.LayerNormalization(),
            layers.Conv1D(16, 5, activation="tanh"),
            layers.GlobalMaxPooling1D(),
            layers.Dense(16, "tanh"),
            layers.Dense(3, "softmax"),
        ]
    )
    return _training(
        model, data.signals(seed, 600), _SPARSE, keras.optimizers.Adam(0.003)
    )


@_program(
    "digits_mlp_relu_shuffled_labels",
    "not_learning",
    "The labels belong to other images; the network is sound.",
)
def _(seed: int) -> Training:
    x, y = data.bundled("digits", seed, 750)
    y = np.random.default_rng(seed).permutation(y)
    model = _mlp(64, [16], 10, "relu", "softmax")
    return _training(
        model, (x, y), _SPARSE, keras.optimizers.Adam(0.002), epochs=6
    )


# Healthy ones.


@_program(
    "digits_mlp_batch_norm_sgd_1",
    "",
    "Like rate_too_high: SGD with a rate of 1, borne by normalisation.",
)
def _(seed: int) -> Training:
    model = keras.Sequential(
        [
            keras.Input((64,)),
            layers.Dense(64, use_bias=False),
            layers.BatchNormalization(momentum=0.9),
            layers.ReLU(),
            layers.Dense(64, use_bias=False),
            layers.BatchNormalization(momentum=0.9),
            layers.ReLU(),
            layers.Dense(10, "softmax"),
        ]
    )
    samples = data.bundled("digits", seed, 600)
    return _training(model, samples, _SPARSE, keras.optimizers.SGD(1.0))


@_program(
    "mnist_mlp_zero_head",
    "",
    "Like symmetric_units: the kernel of the last layer starts at zero.",
)
def _(seed: int) -> Training:
    model = keras.Sequential(
        [
            keras.Input((784,)),
            layers.Dense(64, "relu"),
            layers.Dense(32, "relu"),
            layers.Dense(10, "softmax", kernel_initializer="zeros"),
        ]
    )
    samples = data.bundled("mnist", seed, 600)
    return _training(model, samples, _SPARSE, keras.optimizers.Adam(0.002))


@_program(
    "friedman_residual_zero_last",
    "",
    "Like vanishing_signal: each of 12 residual branches starts at zero.",
)
def _(seed: int) -> Training:
    inputs = keras.Input((10,))
    h = layers.Dense(32)(inputs)
    for _ in range(12):
        branch = layers.Dense(32, "relu")(h)
        branch = layers.Dense(32, kernel_initializer="zeros")(branch)
        h = layers.Add()([h, branch])
    model = keras.Model(inputs, layers.Dense(1)(h))
    return _training(
        model,
        _standard_friedman(seed),
        "mse",
        keras.optimizers.SGD(0.01, momentum=0.9),
        epochs=6,
    )


@_program(
    "digits_mlp_fine_tuning",
    "",
    "Like rate_too_low: a trained network goes on with a rate of 1e-5.",
)
def _(seed: int) -> Training:
    x, y = data.bundled("digits", seed, 700)
    model = _mlp(64, [32, 32], 10, "relu", "softmax")
    model.compile(keras.optimizers.Adam(0.005), _SPARSE, jit_compile=False)
    model.fit(x[150:450], y[150:450], epochs=10, verbose=0)
    rows = np.r_[:150, 450:700]
    return _training(
        model, (x[rows], y[rows]), _SPARSE, keras.optimizers.Adam(1e-5)
    )


@_program(
    "digits_mlp_rare_class",
    "",
    "Like not_learning: 95 % of the samples belong to one class.",
)
def _(seed: int) -> Training:
    x, y = data.bundled("digits", seed, 1700)
    rare = np.flatnonzero(y == 6)[:40]
    rows = np.r_[np.flatnonzero(y != 6)[:760], rare]
    rows = np.random.default_rng(seed).permutation(rows)
    model = _mlp(64, [32], 1, "relu", "sigmoid")
    return _training(
        model,
        (x[rows], (y[rows] == 6).astype(int)),
        _BINARY,
        keras.optimizers.Adam(0.003),
    )


@_program(
    "mnist_mlp_sparse_relu",
    "",
    "Like dying_units: a small L1 penalty keeps most activations at zero.",
)
def _(seed: int) -> Training:
    model = _mlp(
        784,
        [128, 64],
        10,
        "relu",
        "softmax",
        activity_regularizer=keras.regularizers.L1(0.02),
    )
    samples = data.bundled("mnist", seed, 600)
    return _training(model, samples, _SPARSE, keras.optimizers.Adam(0.002))


@_program(
    "friedman_mlp_noisy_targets",
    "",
    "Like not_learning: noise is two thirds of the targets' variance.",
)
def _(seed: int) -> Training:
    model = _mlp(10, [32], 1, "tanh")
    return _training(
        model,
        _standard_friedman(seed, 7.0),
        "mse",
        keras.optimizers.Adam(0.005),
    )


@_program(
    "sine_mlp_tanh_one_feature",
    "",
    "Like symmetric_units: with one feature, units are much alike.",
)
def _(seed: int) -> Training:
    model = _mlp(1, [32, 32], 1, "tanh")
    return _training(
        model,
        data.sine(seed, 700),
        "mse",
        keras.optimizers.Adam(0.01),
        epochs=12,
        batch_size=16,
    )


@_program(
    "spirals_mlp_relu_wide",
    "",
    "Like symmetric_units: two features and 512 units, many alike.",
)
def _(seed: int) -> Training:
    model = _mlp(2, [512, 64], 1, "relu", "sigmoid")
    return _training(
        model,
        data.spirals(seed, 750),
        _BINARY,
        keras.optimizers.Adam(0.005),
        epochs=15,
    )


@_program(
    "mnist_cnn_rescaling",
    "",
    "Like input_scale: pixels of 0 to 255, but rescaled in the model.",
)
def _(seed: int) -> Training:
    x, y = data.bundled("mnist", seed, 500, raw=True)
    model = keras.Sequential(
        [
            keras.Input((28, 28, 1)),
            layers.Rescaling(1 / 255),
            layers.Conv2D(8, 3, strides=2, activation="relu"),
            layers.Conv2D(16, 3, strides=2, activation="relu"),
            layers.Flatten(),
            layers.Dense(10, "softmax"),
        ]
    )
    return _training(
        model,
        (x.reshape(-1, 28, 28, 1), y),
        _SPARSE,
        keras.optimizers.Adam(0.003),
        epochs=6,
    )


@_program(
    "wine_mlp_normalization",
    "",
    "Like input_scale: raw features, but an adapted Normalization.",
)
def _(seed: int) -> Training:
    x, y = data.bundled("wine", seed, 178, raw=True)
    normalization = layers.Normalization()
    normalization.adapt(x[40:])
    model = keras.Sequential(
        [
            keras.Input((13,)),
            normalization,
            layers.Dense(16, "silu"),
            layers.Dense(3, "softmax"),
        ]
    )
    return _training(
        model,
        (x, y),
        _SPARSE,
        keras.optimizers.Adam(0.01),
        batch_size=16,
        held_out=40,
    )


@_program(
    "breast_cancer_mlp_batch_norm_first",
    "",
    "Like input_scale: raw features, but batch normalisation first.",
)
def _(seed: int) -> Training:
    model = keras.Sequential(
        [
            keras.Input((30,)),
            layers.BatchNormalization(momentum=0.9),
            layers.Dense(16, "sigmoid"),
            layers.Dense(1, "sigmoid"),
        ]
    )
    samples = data.bundled("breast_cancer", seed, 560, raw=True)
    return _training(model, samples, _BINARY, keras.optimizers.Adam(0.01))


@_program(
    "tokens_attention_warm_up",
    "",
    "Integers of up to 200 as inputs, and a rate that starts at 0.",
)
def _(seed: int) -> Training:
    inputs = keras.Input((16,), dtype="int32")
    h = layers.Embedding(200, 16)(inputs)
    h = layers.LayerNormalization()(h + layers.MultiHeadAttention(2, 8)(h, h))
    h = layers.GlobalAveragePooling1D()(h)
    model = keras.Model(inputs, layers.Dense(1, "sigmoid")(h))
    rate = keras.optimizers.schedules.CosineDecay(
        0.0, 150, warmup_target=0.01, warmup_steps=30
    )
    return _training(
        model, data.tokens(seed, 750), _BINARY, keras.optimizers.Adam(rate)
    )


@_program(
    "digits_mlp_deep_he",
    "",
    "Like vanishing_signal: 20 ReLU layers, initialised for them.",
)
def _(seed: int) -> Training:
    model = _mlp(
        64, [48] * 20, 10, "relu", "softmax", kernel_initializer="he_normal"
    )
    samples = data.bundled("digits", seed, 750)
    return _training(
        model, samples, _SPARSE, keras.optimizers.Adam(0.001), epochs=10
    )


@_program(
    "friedman_mlp_targets_of_five",
    "",
    "Like target_scale: targets of rms 5.",
)
def _(seed: int) -> Training:
    x, y = data.friedman(seed, 600)
    model = _mlp(10, [32, 32], 1, "gelu")
    return _training(model, (x, y / 3), "mae", keras.optimizers.Adam(0.003))


@_program(
    "iris_mlp_full_batch",
    "",
    "One step in each epoch.",
)
def _(seed: int) -> Training:
    model = _mlp(4, [32], 3, "elu", "softmax")
    return _training(
        model,
        data.bundled("iris", seed, 150),
        _SPARSE,
        keras.optimizers.Adam(0.02),
        epochs=15,
        batch_size=120,
        held_out=30,
    )


@_program(
    "digits_mlp_class_weights_dropout",
    "",
    "Half of the units dropped, and a rare class that counts more.",
)
def _(seed: int) -> Training:
    x, y = data.bundled("digits", seed, 1700)
    rows = np.r_[np.flatnonzero(y != 3)[:700], np.flatnonzero(y == 3)[:30]]
    rows = np.random.default_rng(seed).permutation(rows)
    model = keras.Sequential(
        [
            keras.Input((64,)),
            layers.Dense(64, "relu"),
            layers.Dropout(0.5),
            layers.Dense(64, "relu"),
            layers.Dropout(0.5),
            layers.Dense(10, "softmax"),
        ]
    )
    weights = {label: 2.5 if label == 3 else 1.0 for label in range(10)}
    return _training(
        model,
        (x[rows], y[rows]),
        _SPARSE,
        keras.optimizers.Adam(0.003),
        class_weight=weights,
    )


@_program(
    "mnist_mlp_l2_at_first_large",
    "",
    "Like over_regularised: at first, the penalty is most of the loss.",
)
def _(seed: int) -> Training:
    model = _mlp(
        784,
        [128, 64],
        10,
        "relu",
        "softmax",
        kernel_regularizer=keras.regularizers.L2(0.02),
    )
    samples = data.bundled("mnist", seed, 600)
    return _training(model, samples, _SPARSE, keras.optimizers.Adam(0.001))


@_program(
    "moons_mlp_softmax_of_two",
    "",
    "Like output_loss_mismatch: two classes, two units, softmax.",
)
def _(seed: int) -> Training:
    model = _mlp(2, [16, 16], 2, "relu", "softmax")
    return _training(
        model,
        data.moons(seed, 600),
        _SPARSE,
        keras.optimizers.SGD(0.1, momentum=0.9),
    )


@_program(
    "digits_cnn_logits_smoothed",
    "",
    "Like output_loss_mismatch: a linear output, and a loss of logits.",
)
def _(seed: int) -> Training:
    x, y = data.bundled("digits", seed, 600)
    model = keras.Sequential(
        [
            keras.Input((8, 8, 1)),
            layers.Conv2D(16, 3, activation="relu"),
            layers.Conv2D(16, 3, activation="relu"),
            layers.Flatten(),
            layers.Dense(10),
        ]
    )
    loss = keras.losses.CategoricalCrossentropy(
        from_logits=True, label_smoothing=0.1
    )
    return _training(
        model,
        (x.reshape(-1, 8, 8, 1), np.eye(10, dtype="float32")[y]),
        loss,
        keras.optimizers.Adam(0.003),
    )


@_program(
    "adding_gru_huber_clipped",
    "",
    "A recurrent network with clipped gradients.",
)
def _(seed: int) -> Training:
    model = keras.Sequential(
        [keras.Input((12, 2)), layers.GRU(24), layers.Dense(1)]
    )
    optimizer = keras.optimizers.Adam(0.02, clipnorm=1.0)
    return _training(
        model, data.adding(seed, 700), "huber", optimizer, epochs=12
    )


@_program(
    "tokens_lstm_short",
    "",
    "Three epochs in which it begins to learn.",
)
def _(seed: int) -> Training:
    model = keras.Sequential(
        [
            keras.Input((16,), dtype="int32"),
            layers.Embedding(200, 16),
            layers.LSTM(16),
            layers.Dense(1, "sigmoid"),
        ]
    )
    return _training(
        model,
        data.tokens(seed, 800),
        _BINARY,
        keras.optimizers.Adam(0.005),
        epochs=3,
    )


@_program(
    "wine_two_inputs",
    "",
    "Two groups of features, each with a layer of its own; weights.",
)
def _(seed: int) -> Training:
    x, y = data.bundled("wine", seed, 178)
    first, second = keras.Input((6,)), keras.Input((7,))
    h = layers.Concatenate()(
        [layers.Dense(16, "tanh")(first), layers.Dense(16, "tanh")(second)]
    )
    model = keras.Model([first, second], layers.Dense(3, "softmax")(h))
    weights = np.where(y[40:] == 0, 0.5, 1.5).astype("float32")
    return _training(
        model,
        ([x[:, :6], x[:, 6:]], y),
        _SPARSE,
        keras.optimizers.Adam(0.01),
        held_out=40,
        sample_weight=weights,
    )


@_program(
    "digits_two_outputs",
    "",
    "The digit, and whether it is odd.",
)
def _(seed: int) -> Training:
    x, y = data.bundled("digits", seed, 600)
    inputs = keras.Input((64,))
    h = layers.Dense(48, "relu")(inputs)
    outputs = [
        layers.Dense(10, "softmax", name="digit")(h),
        layers.Dense(1, "sigmoid", name="odd")(h),
    ]
    return _training(
        keras.Model(inputs, outputs),
        (x, [y, y % 2]),
        [_SPARSE, _BINARY],
        keras.optimizers.Adam(0.003),
    )


@_program(
    "digits_autoencoder",
    "",
    "A narrow layer in the middle, and pixels of which many are always 0.",
)
def _(seed: int) -> Training:
    x, _ = data.bundled("digits", seed, 750)
    model = _mlp(64, [32, 12, 32], 64, "relu", "sigmoid")
    return _training(
        model,
        (x, x),
        "mse",
        keras.optimizers.Adam(0.005),
        epochs=15,
        batch_size=16,
    )


@_program(
    "signals_cnn_silu_decay",
    "",
    "A rate that falls exponentially.",
)
def _(seed: int) -> Training:
    model = keras.Sequential(
        [
            keras.Input((64, 1)),
            layers.Conv1D(16, 5, activation="silu"),
            layers.MaxPooling1D(2),
            layers.Conv1D(32, 5, activation="silu"),
            layers.GlobalMaxPooling1D(),
            layers.Dense(3, "softmax"),
        ]
    )
    rate = keras.optimizers.schedules.ExponentialDecay(0.01, 50, 0.7)
    return _training(
        model, data.signals(seed, 700), _SPARSE, keras.optimizers.Adam(rate)
    )


PROGRAMS: tuple[Program, ...] = tuple(_programs)
