"""Programs whose outputs, losses, labels or statistics are at fault."""

from typing import Any

import keras
import numpy as np
from keras import layers
from keras.losses import SparseCategoricalCrossentropy
from keras.optimizers import SGD, Adam, RMSprop

from benchmarks.diagnosis import data as base
from benchmarks.diagnosis.labelled import data
from benchmarks.diagnosis.labelled.program import (
    BINARY,
    DESIGN,
    ONE_HOT,
    SPARSE,
    UNSEEN,
    Collection,
    Training,
    constant,
    dense,
    stack,
    training,
)

add = Collection()


@add(
    "tokens_lstm_softmax_of_one",
    DESIGN,
    "output_loss_mismatch",
    "A softmax of one unit: Keras trains its logit, but predicts only 1.",
)
def _(seed: int) -> Training:
    model = stack(
        (12,),
        layers.Embedding(100, 8),
        layers.LSTM(12),
        layers.Dense(1, "softmax"),
        dtype="int32",
    )
    samples = base.tokens(seed, 600, 12, 100)
    return training(model, samples, BINARY, Adam(0.005), epochs=6)


@add(
    "plane_mlp_sigmoid_output",
    DESIGN,
    "output_loss_mismatch",
    "Targets of mean 0 and deviation 1, and outputs in 0 to 1.",
)
def _(seed: int) -> Training:
    model = stack((8,), *dense([32], "elu"), layers.Dense(3, "sigmoid"))
    x, y = data.plane(seed, 600)
    return training(model, (x, y - 1), "mse", Adam(0.003))


@add(
    "digits_two_heads_probabilities_as_logits",
    DESIGN,
    "output_loss_mismatch",
    "The mean of two softmax heads goes to a loss that expects logits, "
    "which then cannot fall below 1.46.",
)
def _(seed: int) -> Training:
    inputs = keras.Input((64,))
    h = layers.Dense(32, "tanh")(inputs)
    heads = [layers.Dense(10, "softmax")(h) for _ in range(2)]
    model = keras.Model(inputs, layers.Average()(heads))
    loss = SparseCategoricalCrossentropy(from_logits=True)
    samples = base.bundled("digits", seed, 600)
    return training(model, samples, loss, SGD(0.1))


@add(
    "digits_cnn_linear_output_of_probabilities",
    UNSEEN,
    "output_loss_mismatch",
    "Linear outputs below 0 are clipped by the loss and get no gradient.",
)
def _(seed: int) -> Training:
    x, y = data.images("digits", seed, 600)
    model = stack(
        (8, 8, 1),
        layers.Conv2D(12, 3, activation="gelu"),
        layers.Flatten(),
        layers.Dense(10),
    )
    targets = np.eye(10, dtype="float32")[y]
    return training(model, (x, targets), ONE_HOT, RMSprop(0.003), epochs=8)


@add(
    "mnist_mlp_relu_output_of_probabilities",
    UNSEEN,
    "output_loss_mismatch",
    "ReLU instead of softmax in front of a cross-entropy.",
)
def _(seed: int) -> Training:
    model = stack((784,), *dense([48], "relu"), layers.Dense(10, "relu"))
    samples = base.bundled("mnist", seed, 600)
    return training(model, samples, SPARSE, Adam(0.002))


@add(
    "wine_mlp_tanh_output_of_probabilities",
    UNSEEN,
    "output_loss_mismatch",
    "tanh instead of softmax in front of a cross-entropy: some classes are "
    "never predicted.",
)
def _(seed: int) -> Training:
    model = stack((13,), *dense([16], "silu"), layers.Dense(3, "tanh"))
    samples = base.bundled("wine", seed, 178)
    return training(model, samples, SPARSE, SGD(0.1), held_out=40)


@add(
    "sine_mlp_relu_output",
    UNSEEN,
    "output_loss_mismatch",
    "Targets around -1, and a ReLU that gives nothing below 0.",
)
def _(seed: int) -> Training:
    x, y = base.sine(seed, 600)
    model = stack((1,), *dense([32, 32], "gelu"), layers.Dense(1, "relu"))
    return training(model, (x, y - 1), "mse", RMSprop(0.003))


@add(
    "mnist_cnn_moving_averages_9999",
    DESIGN,
    "train_validation_gap",
    "Momentum 0.9999: after 100 steps the moving averages are at 1 %.",
)
def _(seed: int) -> Training:
    model = stack(
        (28, 28, 1),
        layers.Conv2D(8, 5, strides=3, activation="relu"),
        layers.BatchNormalization(momentum=0.9999),
        layers.Conv2D(16, 3, activation="relu"),
        layers.BatchNormalization(momentum=0.9999),
        layers.Flatten(),
        layers.Dense(10, "softmax"),
    )
    samples = data.images("mnist", seed, 700)
    return training(model, samples, SPARSE, Adam(0.005), epochs=6)


@add(
    "wine_mlp_raw_few_steps",
    DESIGN,
    "train_validation_gap",
    "Raw features into a normalisation that has only 75 steps at 0.995.",
)
def _(seed: int) -> Training:
    model = stack(
        (13,),
        layers.BatchNormalization(momentum=0.995),
        layers.Dense(16, "tanh"),
        layers.Dense(3, "softmax"),
    )
    samples = base.bundled("wine", seed, 178, raw=True)
    return training(model, samples, SPARSE, Adam(0.01), epochs=15, held_out=40)


@add(
    "signals_cnn_moving_averages_9995",
    UNSEEN,
    "train_validation_gap",
    "Momentum 0.9995 in three layers of a network for short signals.",
)
def _(seed: int) -> Training:
    parts: list[Any] = []
    for _ in range(3):
        parts += [
            layers.Conv1D(12, 5, strides=2, use_bias=False),
            layers.BatchNormalization(momentum=0.9995),
            layers.Activation("silu"),
        ]
    model = stack((64, 1), *parts, layers.Flatten(), layers.Dense(3, "softmax"))
    samples = base.signals(seed, 600)
    return training(model, samples, SPARSE, RMSprop(0.003), epochs=6)


@add(
    "breast_cancer_residual_raw_moving_averages",
    UNSEEN,
    "train_validation_gap",
    "Raw sizes into a normalisation with momentum 0.9995: its moving "
    "averages are still close to 0 and 1.",
)
def _(seed: int) -> Training:
    inputs = keras.Input((30,))
    h = layers.BatchNormalization(momentum=0.9995)(inputs)
    h = layers.Dense(24, "gelu")(h)
    for _ in range(2):
        h = layers.Add()([h, layers.Dense(24, "gelu")(h)])
    model = keras.Model(inputs, layers.Dense(1, "sigmoid")(h))
    samples = base.bundled("breast_cancer", seed, 560, raw=True)
    return training(model, samples, BINARY, Adam(0.003), epochs=8)


@add(
    "digits_mlp_sigmoid_biases_of_twelve",
    DESIGN,
    "constant_units saturated_at_birth",
    "Biases of 12 hold every sigmoid at 1, whatever it is shown.",
)
def _(seed: int) -> Training:
    model = stack(
        (64,),
        *dense([32, 32], "sigmoid", bias_initializer=constant(12.0)),
        layers.Dense(10, "softmax"),
    )
    samples = base.bundled("digits", seed, 600)
    return training(model, samples, SPARSE, SGD(0.1))


@add(
    "signals_cnn_norm_then_mean_over_time",
    DESIGN,
    "constant_units",
    "The mean over time of what is normalised over time is the bias.",
)
def _(seed: int) -> Training:
    model = stack(
        (64, 1),
        layers.Conv1D(16, 5, activation="elu"),
        layers.LayerNormalization(axis=1, center=False, scale=False),
        layers.GlobalAveragePooling1D(),
        layers.Dense(16, "elu"),
        layers.Dense(3, "softmax"),
    )
    samples = base.signals(seed, 600)
    return training(model, samples, SPARSE, Adam(0.003))


@add(
    "wine_mlp_gate_of_one",
    UNSEEN,
    "constant_units",
    "A hidden layer is eight softmaxes of one unit each, so always 1.",
)
def _(seed: int) -> Training:
    model = stack(
        (13,),
        layers.Dense(16, "gelu"),
        layers.Dense(8),
        layers.Reshape((8, 1)),
        layers.Softmax(),
        layers.Flatten(),
        layers.Dense(16, "gelu"),
        layers.Dense(3, "softmax"),
    )
    samples = base.bundled("wine", seed, 178)
    return training(model, samples, SPARSE, Adam(0.005), held_out=40)


@add(
    "breast_cancer_mlp_clipped_features",
    UNSEEN,
    "constant_units",
    "Clipping raw sizes to 0..1 makes each of the six features 1.",
)
def _(seed: int) -> Training:
    x, y = base.bundled("breast_cancer", seed, 560, raw=True)
    x = x[:, [0, 1, 2, 3, 20, 21]].clip(0, 1)
    model = stack((6,), *dense([16, 16], "tanh"), layers.Dense(1, "sigmoid"))
    return training(model, (x, y), BINARY, SGD(0.05, momentum=0.9))


@add(
    "mnist_cnn_shuffled_labels",
    DESIGN,
    "not_learning",
    "The labels belong to other images.",
)
def _(seed: int) -> Training:
    x, y = data.images("mnist", seed, 900)
    y = np.random.default_rng(seed).permutation(y)
    model = stack(
        (28, 28, 1),
        layers.Conv2D(8, 5, strides=3, activation="elu"),
        layers.MaxPooling2D(),
        layers.Flatten(),
        layers.Dense(10, "softmax"),
    )
    return training(model, (x, y), SPARSE, Adam(0.001), epochs=4)


@add(
    "breast_cancer_mlp_labels_by_chance",
    DESIGN,
    "not_learning",
    "The labels are the toss of a coin.",
)
def _(seed: int) -> Training:
    x, y = base.bundled("breast_cancer", seed, 560)
    y = np.random.default_rng(seed).integers(0, 2, len(y))
    model = stack((30,), *dense([12], "tanh"), layers.Dense(1, "sigmoid"))
    return training(model, (x, y), BINARY, SGD(0.02), epochs=8)


@add(
    "signals_gru_noise_targets",
    UNSEEN,
    "not_learning",
    "The targets of the signals are pure noise.",
)
def _(seed: int) -> Training:
    x, _ = base.signals(seed, 700, 16)
    y = np.random.default_rng(seed).normal(size=len(x)).astype("float32")
    model = stack((16, 1), layers.GRU(12), layers.Dense(1))
    return training(model, (x, y), "mse", Adam(0.002), epochs=5)


@add(
    "tokens_embedding_other_labels",
    UNSEEN,
    "not_learning",
    "The labels do not depend on the tokens.",
)
def _(seed: int) -> Training:
    x, _ = base.tokens(seed, 900, 16, 20)
    y = np.random.default_rng(seed).integers(0, 2, len(x))
    model = stack(
        (16,),
        layers.Embedding(20, 8),
        layers.GlobalAveragePooling1D(),
        layers.Dense(12, "relu"),
        layers.Dense(1, "sigmoid"),
        dtype="int32",
    )
    return training(model, (x, y), BINARY, Adam(0.003), epochs=6)
