"""Healthy programs that look odd at birth, or in what they are fed."""

from typing import Any

import keras
import numpy as np
from keras import layers, ops
from keras.optimizers import SGD, Adam, RMSprop

from benchmarks.diagnosis import data as base
from benchmarks.diagnosis.labelled import data
from benchmarks.diagnosis.labelled.program import (
    BINARY,
    DESIGN,
    SPARSE,
    UNSEEN,
    Collection,
    Training,
    constant,
    dense,
    normal,
    stack,
    training,
)

add = Collection()


@add(
    "tokens_embedding_zero_head",
    DESIGN,
    "",
    "Like symmetric_units: the kernel of the head starts at zero.",
)
def _(seed: int) -> Training:
    model = stack(
        (12,),
        layers.Embedding(100, 12),
        layers.GlobalAveragePooling1D(),
        layers.Dense(16, "elu"),
        layers.Dense(1, "sigmoid", kernel_initializer="zeros"),
        dtype="int32",
    )
    samples = base.tokens(seed, 700, 12, 100)
    return training(model, samples, BINARY, Adam(0.01))


@add(
    "friedman_mlp_leaky_zero_head",
    UNSEEN,
    "",
    "Like symmetric_units: a regression that starts at exactly zero.",
)
def _(seed: int) -> Training:
    model = stack(
        (10,),
        *dense([32, 32], "leaky_relu"),
        layers.Dense(1, kernel_initializer="zeros"),
    )
    samples = data.scaled_friedman(seed)
    return training(model, samples, "mse", SGD(0.02, momentum=0.9))


class _Gate(layers.Layer):
    """Multiplies by one number, which starts at zero."""

    def build(self, shape: Any) -> None:
        self.gate = self.add_weight(shape=(), initializer="zeros")

    def call(self, inputs: Any) -> Any:
        return self.gate * inputs


@add(
    "digits_residual_rezero",
    DESIGN,
    "",
    "Like vanishing_signal: each of six branches starts with a factor of 0.",
)
def _(seed: int) -> Training:
    inputs = keras.Input((64,))
    h = layers.Dense(32)(inputs)
    for _ in range(6):
        branch = _Gate()(layers.Dense(32, "relu")(h))
        h = layers.Add()([h, branch])
    model = keras.Model(inputs, layers.Dense(10, "softmax")(h))
    samples = base.bundled("digits", seed, 600)
    return training(model, samples, SPARSE, Adam(0.003))


@add(
    "signals_residual_zero_gamma",
    UNSEEN,
    "",
    "Like vanishing_signal: the last norm of each block starts at zero.",
)
def _(seed: int) -> Training:
    inputs = keras.Input((64, 1))
    h = layers.Conv1D(12, 5, strides=2, activation="relu")(inputs)
    for _ in range(2):
        branch = layers.Conv1D(12, 3, padding="same")(h)
        branch = layers.BatchNormalization(momentum=0.9)(branch)
        branch = layers.Conv1D(12, 3, padding="same")(layers.ReLU()(branch))
        branch = layers.BatchNormalization(
            momentum=0.9, gamma_initializer="zeros"
        )(branch)
        h = layers.ReLU()(layers.Add()([h, branch]))
    h = layers.GlobalMaxPooling1D()(h)
    model = keras.Model(inputs, layers.Dense(3, "softmax")(h))
    return training(model, base.signals(seed, 600), SPARSE, Adam(0.005))


@add(
    "sine_mlp_relu_one_feature",
    DESIGN,
    "",
    "Like symmetric_units: units of one feature are collinear.",
)
def _(seed: int) -> Training:
    model = stack((1,), *dense([48, 32], "relu"), layers.Dense(1))
    samples = base.sine(seed, 600)
    return training(model, samples, "mse", Adam(0.01), epochs=15)


@add(
    "rings_mlp_elu_two_features",
    UNSEEN,
    "",
    "Like symmetric_units: 48 units share two features.",
)
def _(seed: int) -> Training:
    model = stack((2,), *dense([48], "elu"), layers.Dense(1, "sigmoid"))
    samples = data.rings(seed, 600)
    return training(model, samples, BINARY, Adam(0.02))


@add(
    "digits_cnn_rescaled_pixels",
    DESIGN,
    "",
    "Like input_scale: pixels up to 16, divided in the first layer.",
)
def _(seed: int) -> Training:
    model = stack(
        (8, 8, 1),
        layers.Rescaling(1 / 16),
        layers.Conv2D(16, 3),
        layers.PReLU(shared_axes=[1, 2]),
        layers.Flatten(),
        layers.Dense(32),
        layers.PReLU(),
        layers.Dense(10, "softmax"),
    )
    samples = data.images("digits", seed, 600, raw=True)
    return training(model, samples, SPARSE, Adam(0.005), epochs=8)


@add(
    "wine_mlp_raw_batch_norm_first",
    DESIGN,
    "",
    "Like input_scale: raw features into a normalisation.",
)
def _(seed: int) -> Training:
    model = stack(
        (13,),
        layers.BatchNormalization(momentum=0.8),
        layers.Dense(16, "relu"),
        layers.Dense(3, "softmax"),
    )
    samples = base.bundled("wine", seed, 178, raw=True)
    return training(model, samples, SPARSE, Adam(0.01), epochs=15, held_out=40)


@add(
    "mnist_cnn_raw_batch_norm_first",
    UNSEEN,
    "",
    "Like input_scale: pixels of 0 to 255, normalised first.",
)
def _(seed: int) -> Training:
    model = stack(
        (28, 28, 1),
        layers.BatchNormalization(momentum=0.8),
        layers.Conv2D(8, 5, strides=3, activation="relu"),
        layers.Flatten(),
        layers.Dense(10, "softmax"),
    )
    samples = data.images("mnist", seed, 600, raw=True)
    return training(model, samples, SPARSE, Adam(0.005), epochs=6)


@add(
    "breast_cancer_mlp_raw_normalization",
    UNSEEN,
    "",
    "Like input_scale: features up to 4,000, adapted to.",
)
def _(seed: int) -> Training:
    samples = base.bundled("breast_cancer", seed, 560, raw=True)
    first = layers.Normalization()
    first.adapt(samples[0])
    model = stack(
        (30,), first, *dense([16], "tanh"), layers.Dense(1, "sigmoid")
    )
    return training(model, samples, BINARY, SGD(0.1))


@add(
    "tokens_gru_ids_up_to_500",
    DESIGN,
    "",
    "Like input_scale: the inputs are integers up to 500, for an embedding.",
)
def _(seed: int) -> Training:
    model = stack(
        (10,),
        layers.Embedding(500, 12),
        layers.GRU(12),
        layers.Dense(1, "sigmoid"),
        dtype="int32",
    )
    samples = base.tokens(seed, 1200, 10, 500)
    return training(model, samples, BINARY, Adam(0.01), epochs=6)


@add(
    "order_attention_ids_up_to_300",
    UNSEEN,
    "",
    "Like input_scale: integers up to 300, for two embeddings.",
)
def _(seed: int) -> Training:
    inputs = keras.Input((6,), dtype="int32")
    places = layers.Embedding(6, 16)(ops.arange(6)[None])
    h = layers.Embedding(300, 16)(inputs) + places
    h = layers.Add()([h, layers.MultiHeadAttention(2, 8)(h, h)])
    h = layers.LayerNormalization()(h)
    h = layers.Flatten()(h)
    h = layers.Dense(32, "relu")(h)
    model = keras.Model(inputs, layers.Dense(1, "sigmoid")(h))
    samples = data.order(seed, 1200, 6, 300)
    return training(model, samples, BINARY, Adam(0.005), epochs=8)


@add(
    "digits_mlp_half_born_dead",
    DESIGN,
    "",
    "Like born_dead: about half of 300 units never fire; the others suffice.",
)
def _(seed: int) -> Training:
    spread = keras.initializers.RandomUniform(-10.0, 4.0)
    model = stack(
        (64,),
        layers.Dense(300, "relu", bias_initializer=spread),
        layers.Dense(10, "softmax"),
    )
    samples = base.bundled("digits", seed, 600)
    return training(model, samples, SPARSE, Adam(0.002))


@add(
    "moons_mlp_wide_half_dead",
    UNSEEN,
    "",
    "Like born_dead: many of 256 units lie outside the data.",
)
def _(seed: int) -> Training:
    spread = keras.initializers.RandomUniform(-2.0, 1.0)
    model = stack(
        (2,),
        layers.Dense(256, "relu", bias_initializer=spread),
        layers.Dense(1, "sigmoid"),
    )
    samples = base.moons(seed, 600)
    return training(model, samples, BINARY, Adam(0.01))


@add(
    "wine_residual_14_layers",
    DESIGN,
    "",
    "Like vanishing_signal: 14 layers, normalised and added in pairs.",
)
def _(seed: int) -> Training:
    inputs = keras.Input((13,))
    h = layers.Dense(16)(inputs)
    for _ in range(6):
        branch = layers.LayerNormalization()(h)
        branch = layers.Dense(16, "elu")(branch)
        h = layers.Add()([h, layers.Dense(16)(branch)])
    h = layers.LayerNormalization()(h)
    model = keras.Model(inputs, layers.Dense(3, "softmax")(h))
    samples = base.bundled("wine", seed, 178)
    return training(model, samples, SPARSE, Adam(0.001), epochs=8, held_out=40)


@add(
    "mnist_mlp_relu_30_layers_he",
    UNSEEN,
    "",
    "Like vanishing_signal: 30 plain layers, but with the right weights.",
)
def _(seed: int) -> Training:
    model = stack(
        (784,),
        *dense([64] * 30, "relu", kernel_initializer="he_normal"),
        layers.Dense(10, "softmax"),
    )
    samples = base.bundled("mnist", seed, 800)
    return training(model, samples, SPARSE, Adam(0.0005), epochs=10)


@add(
    "friedman_mlp_targets_of_15_with_bias",
    DESIGN,
    "",
    "Like target_scale: targets of rms 15, where the last bias starts.",
)
def _(seed: int) -> Training:
    x, y = base.friedman(seed, 600)
    model = stack(
        (10,),
        *dense([48, 24], "elu"),
        layers.Dense(1, bias_initializer=constant(float(y.mean()))),
    )
    return training(model, (x, y), "mse", Adam(0.003))


@add(
    "pulses_cnn_targets_of_25_with_bias",
    UNSEEN,
    "",
    "Like target_scale: a place of about 24, where the last bias starts.",
)
def _(seed: int) -> Training:
    x, y = data.pulses(seed, 600)
    model = stack(
        (48, 1),
        layers.Conv1D(16, 5, strides=2, activation="relu"),
        layers.Conv1D(16, 5, strides=2, activation="relu"),
        layers.Flatten(),
        layers.Dense(2, bias_initializer=constant(14.0)),
    )
    return training(model, (x, y), "mse", Adam(0.005), epochs=12)


@add(
    "digits_mlp_tanh_half_saturated",
    DESIGN,
    "",
    "Like saturated_at_birth: large weights, yet many entries have a slope.",
)
def _(seed: int) -> Training:
    model = stack(
        (64,),
        *dense([48], "tanh", kernel_initializer=normal(0.6)),
        layers.Dense(10, "softmax"),
    )
    samples = base.bundled("digits", seed, 600)
    return training(model, samples, SPARSE, Adam(0.005))


@add(
    "spirals_mlp_tanh_large_weights",
    UNSEEN,
    "",
    "Like saturated_at_birth: steep units help with two features.",
)
def _(seed: int) -> Training:
    model = stack(
        (2,),
        layers.Dense(
            64,
            "tanh",
            kernel_initializer=normal(2.0),
            bias_initializer=normal(1.0),
        ),
        layers.Dense(32, "tanh"),
        layers.Dense(1, "sigmoid"),
    )
    samples = base.spirals(seed, 700)
    return training(model, samples, BINARY, Adam(0.01), epochs=15)


@add(
    "diabetes_mlp_noisy",
    DESIGN,
    "",
    "Like not_learning: half of the variance is beyond the features.",
)
def _(seed: int) -> Training:
    model = stack((10,), *dense([16], "silu"), layers.Dense(1))
    samples = data.scaled_diabetes(seed)
    return training(model, samples, "mse", RMSprop(0.003), epochs=12)


@add(
    "sine_mlp_tanh_noisy",
    UNSEEN,
    "",
    "Like not_learning: the noise has more than the sine's variance.",
)
def _(seed: int) -> Training:
    samples = base.sine(seed, 900, noise=0.9)
    model = stack((1,), *dense([24, 24], "tanh"), layers.Dense(1))
    return training(model, samples, "mse", Adam(0.01), epochs=15)


@add(
    "moons_mlp_rare_class",
    DESIGN,
    "",
    "Like not_learning: 95 % of the samples are of one class.",
)
def _(seed: int) -> Training:
    x, y = base.moons(seed, 1600)
    rows = np.concatenate(
        [np.flatnonzero(y == 0)[:760], np.flatnonzero(y)[:40]]
    )
    rows = np.random.default_rng(seed).permutation(rows)
    model = stack((2,), *dense([24], "relu"), layers.Dense(1, "sigmoid"))
    return training(model, (x[rows], y[rows]), BINARY, Adam(0.02))


@add(
    "signals_cnn_rare_class",
    UNSEEN,
    "",
    "Like not_learning: 95 % of the signals are sines.",
)
def _(seed: int) -> Training:
    x, y = base.signals(seed, 2700)
    rows = np.concatenate(
        [np.flatnonzero(y == 0)[:760], np.flatnonzero(y == 1)[:40]]
    )
    rows = np.random.default_rng(seed).permutation(rows)
    model = stack(
        (64, 1),
        layers.Conv1D(12, 7, strides=2, activation="silu"),
        layers.Conv1D(12, 5, strides=2, activation="silu"),
        layers.GlobalMaxPooling1D(),
        layers.Dense(1, "sigmoid"),
    )
    return training(model, (x[rows], y[rows]), BINARY, Adam(0.01), epochs=12)


@add(
    "breast_cancer_mlp_fine_tuning",
    DESIGN,
    "",
    "Like rate_too_low: a trained network goes on at 1e-4 with SGD.",
)
def _(seed: int) -> Training:
    x, y = base.bundled("breast_cancer", seed, 560)
    model = stack((30,), *dense([16], "relu"), layers.Dense(1, "sigmoid"))
    model.compile(Adam(0.005), BINARY, jit_compile=False)
    model.fit(x[300:], y[300:], epochs=8, verbose=0)
    return training(model, (x, y), BINARY, SGD(1e-4), epochs=5)


@add(
    "mnist_cnn_fine_tuning",
    UNSEEN,
    "",
    "Like rate_too_low: a trained convolution goes on at 1e-5 with Adam.",
)
def _(seed: int) -> Training:
    x, y = data.images("mnist", seed, 900)
    model = stack(
        (28, 28, 1),
        layers.Conv2D(8, 5, strides=3, activation="elu"),
        layers.Flatten(),
        layers.Dense(24, "elu"),
        layers.Dense(10, "softmax"),
    )
    model.compile(Adam(0.005), SPARSE, jit_compile=False)
    model.fit(x[400:], y[400:], epochs=5, verbose=0)
    return training(model, (x, y), SPARSE, Adam(1e-5), epochs=4)
