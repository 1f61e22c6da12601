"""Healthy programs with odd steps, penalties, losses, or several outputs."""

import keras
import numpy as np
from keras import layers, losses
from keras.optimizers import SGD, Adam, RMSprop
from keras.optimizers.schedules import CosineDecay

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
    dense,
    stack,
    training,
)

add = Collection()


@add(
    "shapes_cnn_batch_norm_sgd_of_one",
    DESIGN,
    "",
    "Like rate_too_high: normalised convolutions bear SGD with a rate of 1.",
)
def _(seed: int) -> Training:
    model = stack(
        (12, 12, 1),
        layers.Conv2D(8, 3, use_bias=False),
        layers.BatchNormalization(momentum=0.8),
        layers.ReLU(),
        layers.Conv2D(8, 3, use_bias=False),
        layers.BatchNormalization(momentum=0.8),
        layers.ReLU(),
        layers.GlobalAveragePooling2D(),
        layers.Dense(3, "softmax"),
    )
    return training(model, base.shapes(seed, 600), SPARSE, SGD(1.0), epochs=8)


@add(
    "mnist_mlp_batch_norm_sgd_of_one",
    UNSEEN,
    "",
    "Like rate_too_high: normalised ELU layers and SGD with a rate of 1.",
)
def _(seed: int) -> Training:
    parts = []
    for _ in range(3):
        parts += [
            layers.Dense(48, use_bias=False),
            layers.BatchNormalization(momentum=0.8),
            layers.ELU(),
        ]
    model = stack((784,), *parts, layers.Dense(10, "softmax"))
    samples = base.bundled("mnist", seed, 700)
    return training(model, samples, SPARSE, SGD(1.0), epochs=6)


@add(
    "digits_mlp_sparse_activities",
    DESIGN,
    "",
    "Like dying_units: an L1 penalty keeps most activities at zero.",
)
def _(seed: int) -> Training:
    cost = keras.regularizers.L1(0.003)
    model = stack(
        (64,),
        layers.Dense(96, "relu", activity_regularizer=cost),
        layers.Dense(10, "softmax"),
    )
    samples = base.bundled("digits", seed, 600)
    return training(model, samples, SPARSE, Adam(0.005))


@add(
    "friedman_mlp_sparse_activities",
    UNSEEN,
    "",
    "Like dying_units: a sparse hidden layer in a regression.",
)
def _(seed: int) -> Training:
    cost = keras.regularizers.L1(0.003)
    model = stack(
        (10,),
        layers.Dense(64, "relu", activity_regularizer=cost),
        layers.Dense(16, "tanh"),
        layers.Dense(1),
    )
    samples = data.scaled_friedman(seed)
    return training(model, samples, "mse", RMSprop(0.005))


@add(
    "signals_cnn_l2_first_large",
    DESIGN,
    "",
    "Like over_regularised: at first the L2 penalty exceeds the loss.",
)
def _(seed: int) -> Training:
    cost = keras.regularizers.L2(0.01)
    model = stack(
        (64, 1),
        layers.Conv1D(24, 5, activation="relu", kernel_regularizer=cost),
        layers.MaxPooling1D(2),
        layers.Conv1D(24, 5, activation="relu", kernel_regularizer=cost),
        layers.GlobalMaxPooling1D(),
        layers.Dense(48, "relu", kernel_regularizer=cost),
        layers.Dense(3, "softmax", kernel_regularizer=cost),
    )
    return training(model, base.signals(seed, 600), SPARSE, Adam(0.005))


@add(
    "wine_mlp_l2_first_large",
    UNSEEN,
    "",
    "Like over_regularised: the penalty of wide layers is 3 at first.",
)
def _(seed: int) -> Training:
    hidden = dense([128, 64], "gelu", kernel_regularizer="l2")
    model = stack((13,), *hidden, layers.Dense(3, "softmax"))
    samples = base.bundled("wine", seed, 178)
    return training(model, samples, SPARSE, Adam(0.003), epochs=15, held_out=40)


@add(
    "mnist_mlp_dropout",
    DESIGN,
    "",
    "Like over_regularised: dropout of a half in two layers.",
)
def _(seed: int) -> Training:
    model = stack(
        (784,),
        layers.Dense(128, "relu"),
        layers.Dropout(0.5),
        layers.Dense(64, "relu"),
        layers.Dropout(0.5),
        layers.Dense(10, "softmax"),
    )
    samples = base.bundled("mnist", seed, 700)
    return training(model, samples, SPARSE, Adam(0.002), epochs=8)


@add(
    "tokens_attention_dropout",
    UNSEEN,
    "",
    "Like over_regularised: dropout of a half around an attention layer.",
)
def _(seed: int) -> Training:
    inputs = keras.Input((12,), dtype="int32")
    h = layers.Dropout(0.5)(layers.Embedding(100, 16)(inputs))
    h = layers.Add()([h, layers.MultiHeadAttention(2, 8)(h, h)])
    h = layers.LayerNormalization()(h)
    h = layers.Dropout(0.5)(layers.GlobalAveragePooling1D()(h))
    model = keras.Model(inputs, layers.Dense(1, "sigmoid")(h))
    samples = base.tokens(seed, 800, 12, 100)
    return training(model, samples, BINARY, Adam(0.01), epochs=8)


@add(
    "breast_cancer_mlp_class_weights",
    DESIGN,
    "",
    "Like output_loss_mismatch: two softmax units and weighted classes.",
)
def _(seed: int) -> Training:
    model = stack((30,), *dense([24], "silu"), layers.Dense(2, "softmax"))
    samples = base.bundled("breast_cancer", seed, 560)
    return training(
        model, samples, SPARSE, SGD(0.1), class_weight={0: 3.0, 1: 1.0}
    )


@add(
    "friedman_mlp_sample_weights",
    UNSEEN,
    "",
    "Like target_scale: weights make the loss large, not the targets.",
)
def _(seed: int) -> Training:
    x, y = data.scaled_friedman(seed)
    weights = np.random.default_rng(seed).uniform(0, 10, len(x) - 100)
    model = stack((10,), *dense([32, 16], "relu"), layers.Dense(1))
    return training(model, (x, y), "mse", Adam(0.003), sample_weight=weights)


@add(
    "signals_cnn_softmax_of_two",
    UNSEEN,
    "",
    "Like output_loss_mismatch: two classes as two softmax units.",
)
def _(seed: int) -> Training:
    x, y = base.signals(seed, 900)
    rows = y < 2
    model = stack(
        (64, 1),
        layers.Conv1D(12, 7, strides=2, activation="tanh"),
        layers.Conv1D(12, 5, strides=2, activation="tanh"),
        layers.GlobalMaxPooling1D(),
        layers.Dense(2, "softmax"),
    )
    return training(model, (x[rows], y[rows]), SPARSE, Adam(0.01))


@add(
    "iris_mlp_logits",
    DESIGN,
    "",
    "Like output_loss_mismatch: linear outputs, and a loss that knows it.",
)
def _(seed: int) -> Training:
    model = stack((4,), *dense([16], "tanh"), layers.Dense(3))
    loss = losses.SparseCategoricalCrossentropy(from_logits=True)
    samples = base.bundled("iris", seed, 150)
    return training(model, samples, loss, SGD(0.1), batch_size=8, held_out=30)


@add(
    "rings_mlp_logits",
    UNSEEN,
    "",
    "Like output_loss_mismatch: one linear output for two classes.",
)
def _(seed: int) -> Training:
    model = stack((2,), *dense([32, 16], "gelu"), layers.Dense(1))
    loss = losses.BinaryCrossentropy(from_logits=True)
    return training(model, data.rings(seed, 600), loss, Adam(0.01))


@add(
    "wine_mlp_one_hot_smoothed",
    DESIGN,
    "",
    "Like not_learning: smoothed labels keep the loss from falling to 0.",
)
def _(seed: int) -> Training:
    x, y = base.bundled("wine", seed, 178)
    model = stack((13,), *dense([24], "leaky_relu"), layers.Dense(3, "softmax"))
    loss = losses.CategoricalCrossentropy(label_smoothing=0.2)
    return training(
        model,
        (x, np.eye(3, dtype="float32")[y]),
        loss,
        SGD(0.1),
        epochs=15,
        held_out=40,
    )


@add(
    "shapes_cnn_one_hot_smoothed",
    UNSEEN,
    "",
    "Like not_learning: labels smoothed by 0.3.",
)
def _(seed: int) -> Training:
    x, y = base.shapes(seed, 600)
    model = stack(
        (12, 12, 1),
        layers.Conv2D(12, 3, activation="gelu"),
        layers.Conv2D(12, 3, activation="gelu"),
        layers.GlobalMaxPooling2D(),
        layers.Dense(3, "softmax"),
    )
    loss = losses.CategoricalCrossentropy(label_smoothing=0.3)
    return training(model, (x, np.eye(3, dtype="float32")[y]), loss, Adam(0.01))


@add(
    "plane_mlp_absolute_errors",
    DESIGN,
    "",
    "Like rate_too_high: the steps of absolute errors do not shrink.",
)
def _(seed: int) -> Training:
    model = stack((8,), *dense([32], "relu"), layers.Dense(3))
    return training(model, data.plane(seed, 600), "mae", Adam(0.01))


@add(
    "diabetes_mlp_huber",
    UNSEEN,
    "",
    "Like not_learning: noisy targets and Huber's loss.",
)
def _(seed: int) -> Training:
    model = stack((10,), *dense([16], "elu"), layers.Dense(1))
    samples = data.scaled_diabetes(seed)
    return training(model, samples, "huber", SGD(0.05), epochs=12)


@add(
    "parity_mlp_tanh_plateau",
    DESIGN,
    "",
    "Like not_learning: a plateau of some epochs before parity is found.",
)
def _(seed: int) -> Training:
    model = stack((3,), *dense([32, 32], "tanh"), layers.Dense(1, "sigmoid"))
    samples = data.parity(seed, 1200)
    return training(model, samples, BINARY, SGD(0.2, momentum=0.9), epochs=15)


@add(
    "rings_mlp_sigmoid_plateau",
    UNSEEN,
    "",
    "Like vanishing_signal: two sigmoid layers rest before they learn.",
)
def _(seed: int) -> Training:
    model = stack((2,), *dense([24, 24], "sigmoid"), layers.Dense(1, "sigmoid"))
    samples = data.rings(seed, 800)
    return training(model, samples, BINARY, Adam(0.02), epochs=12)


@add(
    "digits_attention_warm_up",
    DESIGN,
    "",
    "Like rate_too_low: the first steps of the warm-up are tiny.",
)
def _(seed: int) -> Training:
    x, y = base.bundled("digits", seed, 600)
    inputs = keras.Input((8, 8))
    h = layers.Dense(16)(inputs)
    branch = layers.LayerNormalization()(h)
    h = layers.Add()([h, layers.MultiHeadAttention(2, 8)(branch, branch)])
    branch = layers.Dense(32, "gelu")(layers.LayerNormalization()(h))
    h = layers.Add()([h, layers.Dense(16)(branch)])
    h = layers.Flatten()(layers.LayerNormalization()(h))
    model = keras.Model(inputs, layers.Dense(10, "softmax")(h))
    rate = CosineDecay(
        1e-6, 130, warmup_target=0.01, warmup_steps=30, alpha=0.01
    )
    return training(model, (x.reshape(-1, 8, 8), y), SPARSE, Adam(rate))


@add(
    "friedman_mlp_warm_up",
    UNSEEN,
    "",
    "Like rate_too_low: two of ten epochs warm up from zero.",
)
def _(seed: int) -> Training:
    model = stack((10,), *dense([32, 32], "silu"), layers.Dense(1))
    rate = CosineDecay(0.0, 128, warmup_target=0.1, warmup_steps=32)
    samples = data.scaled_friedman(seed)
    return training(model, samples, "mse", SGD(rate, momentum=0.9))


@add(
    "adding_gru_clipped",
    DESIGN,
    "",
    "Like rate_too_high: a rate of 0.5, but the norm of steps is clipped.",
)
def _(seed: int) -> Training:
    x, y = base.adding(seed, 800, 6)
    model = stack((6, 2), layers.GRU(16), layers.Dense(1))
    optimizer = SGD(0.3, momentum=0.8, clipnorm=0.2)
    return training(model, (x, base.standard(y)), "mse", optimizer)


@add(
    "signals_lstm_both_ways",
    UNSEEN,
    "",
    "Like saturated_at_birth: the gates of an LSTM are near their ends.",
)
def _(seed: int) -> Training:
    x, y = base.signals(seed, 600, 32)
    model = stack(
        (8, 4),
        layers.Bidirectional(layers.LSTM(12)),
        layers.Dense(3, "softmax"),
    )
    samples = x.reshape(-1, 8, 4), y
    return training(model, samples, SPARSE, Adam(0.01), epochs=12)


@add(
    "mnist_cnn_two_epochs",
    DESIGN,
    "",
    "Like rate_too_low: 2 epochs have only begun to learn.",
)
def _(seed: int) -> Training:
    model = stack(
        (28, 28, 1),
        layers.Conv2D(8, 5, strides=2, activation="relu"),
        layers.MaxPooling2D(),
        layers.Flatten(),
        layers.Dense(10, "softmax"),
    )
    samples = data.images("mnist", seed, 900)
    return training(model, samples, SPARSE, Adam(0.002), epochs=2)


@add(
    "tokens_embedding_three_epochs",
    UNSEEN,
    "",
    "Like rate_too_low: 3 epochs, the last of which begins to learn.",
)
def _(seed: int) -> Training:
    model = stack(
        (16,),
        layers.Embedding(60, 16),
        layers.Conv1D(16, 3, activation="relu"),
        layers.GlobalAveragePooling1D(),
        layers.Dense(1, "sigmoid"),
        dtype="int32",
    )
    samples = base.tokens(seed, 900, 16, 60)
    return training(model, samples, BINARY, Adam(0.005), epochs=3)


@add(
    "iris_mlp_full_batch",
    DESIGN,
    "",
    "Like rate_too_low: one step per epoch.",
)
def _(seed: int) -> Training:
    model = stack((4,), *dense([16, 8], "relu"), layers.Dense(3, "softmax"))
    samples = base.bundled("iris", seed, 150)
    return training(
        model,
        samples,
        SPARSE,
        RMSprop(0.01),
        epochs=40,
        batch_size=150,
        held_out=30,
    )


@add(
    "moons_mlp_full_batch",
    UNSEEN,
    "",
    "Like rate_too_low: 40 large steps with momentum.",
)
def _(seed: int) -> Training:
    model = stack((2,), *dense([32, 16], "tanh"), layers.Dense(1, "sigmoid"))
    samples = base.moons(seed, 600)
    return training(
        model,
        samples,
        BINARY,
        SGD(0.3, momentum=0.9),
        epochs=40,
        batch_size=500,
    )


@add(
    "digits_two_inputs",
    DESIGN,
    "",
    "Like constant_units: one of two inputs says little.",
)
def _(seed: int) -> Training:
    x, y = base.bundled("digits", seed, 600)
    upper, lower = keras.Input((56,)), keras.Input((8,))
    h = layers.Concatenate()(
        [layers.Dense(32, "relu")(upper), layers.Dense(8, "elu")(lower)]
    )
    model = keras.Model([upper, lower], layers.Dense(10, "softmax")(h))
    parts = [x[:, :56], x[:, 56:]]
    return training(model, (parts, y), SPARSE, Adam(0.005))


@add(
    "tokens_and_signals_two_inputs",
    UNSEEN,
    "",
    "Like not_learning: only the tokens know the class.",
)
def _(seed: int) -> Training:
    x, y = base.tokens(seed, 700, 12, 60)
    noise, _ = base.signals(seed, 700, 32)
    words, signal = keras.Input((12,), dtype="int32"), keras.Input((32, 1))
    h = layers.Concatenate()(
        [
            layers.Flatten()(layers.Embedding(60, 8)(words)),
            layers.GlobalMaxPooling1D()(layers.Conv1D(8, 5)(signal)),
        ]
    )
    h = layers.Dense(16, "leaky_relu")(h)
    model = keras.Model([words, signal], layers.Dense(1, "sigmoid")(h))
    return training(model, ([x, noise], y), BINARY, Adam(0.005), epochs=8)


@add(
    "mnist_two_outputs",
    DESIGN,
    "",
    "Like output_loss_mismatch: a softmax and a sigmoid, each with its loss.",
)
def _(seed: int) -> Training:
    x, y = base.bundled("mnist", seed, 700)
    inputs = keras.Input((784,))
    h = layers.Dense(48, "relu")(inputs)
    outputs = [
        layers.Dense(10, "softmax")(h),
        layers.Dense(1, "sigmoid")(h),
    ]
    model = keras.Model(inputs, outputs)
    targets = [y, y % 2]
    return training(
        model, (x, targets), [SPARSE, BINARY], Adam(0.003), epochs=6
    )


@add(
    "plane_two_outputs",
    UNSEEN,
    "",
    "Like target_scale: one of two outputs has ten times the other's loss.",
)
def _(seed: int) -> Training:
    x, y = data.plane(seed, 600, 2)
    inputs = keras.Input((8,))
    h = layers.Dense(32, "elu")(inputs)
    model = keras.Model(inputs, [layers.Dense(1)(h), layers.Dense(1)(h)])
    targets = [3 * y[:, :1], y[:, 1:]]
    return training(model, (x, targets), ["mse", "mse"], Adam(0.01))


@add(
    "digits_residual_one_hot",
    DESIGN,
    "",
    "Like exploding_at_birth: eight blocks let the signal grow a little.",
)
def _(seed: int) -> Training:
    x, y = base.bundled("digits", seed, 600)
    inputs = keras.Input((64,))
    h = layers.Dense(24)(inputs)
    for _ in range(8):
        h = layers.Add()([h, layers.Dense(24, "relu")(h)])
    model = keras.Model(inputs, layers.Dense(10, "softmax")(h))
    targets = np.eye(10, dtype="float32")[y]
    return training(model, (x, targets), ONE_HOT, Adam(0.001), epochs=8)


@add(
    "mnist_autoencoder",
    DESIGN,
    "",
    "Like target_scale: 784 targets, most of them 0.",
)
def _(seed: int) -> Training:
    x, _ = base.bundled("mnist", seed, 700)
    model = stack(
        (784,),
        layers.Dense(64),
        layers.PReLU(),
        layers.Dense(16),
        layers.PReLU(),
        *dense([64], "relu"),
        layers.Dense(784, "sigmoid"),
    )
    return training(model, (x, x), "mse", Adam(0.005), epochs=10)


@add(
    "wine_autoencoder_tanh",
    UNSEEN,
    "",
    "Like output_loss_mismatch: features beyond 1 and a linear output.",
)
def _(seed: int) -> Training:
    x, _ = base.bundled("wine", seed, 178)
    model = stack((13,), *dense([16, 6, 16], "tanh"), layers.Dense(13))
    return training(model, (x, x), "mse", Adam(0.01), epochs=15, held_out=40)


@add(
    "linnerud_mlp_standard",
    UNSEEN,
    "",
    "Like not_learning: twenty people, three related targets.",
)
def _(seed: int) -> Training:
    x, y = base.bundled("linnerud", seed, 20)
    model = stack((3,), *dense([24, 24], "leaky_relu"), layers.Dense(3))
    return training(
        model,
        (x, base.standard(y)),
        "mse",
        Adam(0.01),
        epochs=30,
        batch_size=5,
        held_out=0,
    )
