"""Programs whose steps, penalties or limits are at fault."""

from typing import Any

import keras
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
    dense,
    stack,
    training,
)

add = Collection()


@add(
    "digits_mlp_relu_sgd_of_five",
    DESIGN,
    "rate_too_high",
    "SGD with a rate of 5 kills the ReLU units.",
)
def _(seed: int) -> Training:
    model = stack(
        (64,), *dense([48, 32, 32], "relu"), layers.Dense(10, "softmax")
    )
    return training(model, base.bundled("digits", seed, 600), SPARSE, SGD(5.0))


@add(
    "tokens_lstm_adam_of_two",
    DESIGN,
    "rate_too_high",
    "Adam with a rate of 2 throws an LSTM to and fro.",
)
def _(seed: int) -> Training:
    model = stack(
        (12,),
        layers.Embedding(100, 8),
        layers.LSTM(12),
        layers.Dense(1, "sigmoid"),
        dtype="int32",
    )
    samples = base.tokens(seed, 500, 12, 100)
    return training(model, samples, BINARY, Adam(2.0), epochs=6)


@add(
    "mnist_cnn_adam_of_three_tenths",
    UNSEEN,
    "rate_too_high",
    "Adam with a rate of 0.3.",
)
def _(seed: int) -> Training:
    model = stack(
        (28, 28, 1),
        layers.Conv2D(8, 5, strides=2, activation="relu"),
        layers.Conv2D(8, 3, strides=2, activation="relu"),
        layers.Flatten(),
        layers.Dense(24, "relu"),
        layers.Dense(10, "softmax"),
    )
    samples = data.images("mnist", seed, 600)
    return training(model, samples, SPARSE, Adam(0.3), epochs=6)


@add(
    "sine_mlp_tanh_momentum_of_two",
    UNSEEN,
    "rate_too_high",
    "SGD with momentum 0.9 and a rate of 2 saturates every tanh.",
)
def _(seed: int) -> Training:
    model = stack((1,), *dense([24, 24], "tanh"), layers.Dense(1, "tanh"))
    samples = base.sine(seed, 600)
    return training(model, samples, "mse", SGD(2.0, momentum=0.9))


@add(
    "signals_attention_rmsprop_of_one",
    UNSEEN,
    "rate_too_high",
    "RMSprop with a rate of 1 on an attention layer.",
)
def _(seed: int) -> Training:
    x, y = base.signals(seed, 500, 32)
    inputs = keras.Input((32, 1))
    h = layers.Conv1D(12, 4, strides=4, activation="gelu")(inputs)
    h = layers.Add()([h, layers.MultiHeadAttention(2, 6)(h, h)])
    h = layers.GlobalAveragePooling1D()(h)
    model = keras.Model(inputs, layers.Dense(3, "softmax")(h))
    return training(model, (x, y), SPARSE, RMSprop(1.0))


@add(
    "breast_cancer_mlp_gelu_slow",
    DESIGN,
    "rate_too_low",
    "SGD with a rate of 1e-6.",
)
def _(seed: int) -> Training:
    model = stack((30,), *dense([24, 16], "gelu"), layers.Dense(1, "sigmoid"))
    samples = base.bundled("breast_cancer", seed, 560)
    return training(model, samples, BINARY, SGD(1e-6))


@add(
    "pulses_cnn_slow",
    DESIGN,
    "rate_too_low",
    "RMSprop with a rate of 1e-7.",
)
def _(seed: int) -> Training:
    x, y = data.pulses(seed, 500)
    model = stack(
        (48, 1),
        layers.Conv1D(12, 5, strides=2, activation="silu"),
        layers.Conv1D(12, 5, strides=2, activation="silu"),
        layers.Flatten(),
        layers.Dense(2),
    )
    samples = x, base.standard(y)
    return training(model, samples, "mse", RMSprop(1e-7), epochs=6)


@add(
    "friedman_gru_slow",
    UNSEEN,
    "rate_too_low",
    "Adam with a rate of 2e-7, the features read as a sequence.",
)
def _(seed: int) -> Training:
    x, y = data.scaled_friedman(seed, 500)
    model = stack((10, 1), layers.GRU(12), layers.Dense(1))
    return training(model, (x[..., None], y), "mse", Adam(2e-7), epochs=8)


@add(
    "mnist_residual_norm_slow",
    UNSEEN,
    "rate_too_low",
    "SGD with momentum 0.9 and a rate of 1e-6.",
)
def _(seed: int) -> Training:
    inputs = keras.Input((784,))
    h = layers.Dense(32)(inputs)
    for _ in range(2):
        branch = layers.LayerNormalization()(h)
        h = layers.Add()([h, layers.Dense(32, "elu")(branch)])
    model = keras.Model(inputs, layers.Dense(10, "softmax")(h))
    samples = base.bundled("mnist", seed, 600)
    return training(model, samples, SPARSE, SGD(1e-6, momentum=0.9), epochs=5)


@add(
    "plane_mlp_leaky_overflows",
    DESIGN,
    "diverged rate_too_high",
    "SGD with momentum and a rate of 2 on squared errors overflows.",
)
def _(seed: int) -> Training:
    model = stack((8,), *dense([32, 32], "leaky_relu"), layers.Dense(3))
    samples = data.plane(seed, 600)
    return training(model, samples, "mse", SGD(2.0, momentum=0.9), epochs=8)


def _likelihood(y: Any, p: Any) -> Any:
    """A cross-entropy that somebody wrote without a smallest probability."""
    y = ops.cast(y, p.dtype)
    return -ops.mean(y * ops.log(p) + (1 - y) * ops.log(1 - p))


@add(
    "rings_mlp_log_of_zero",
    DESIGN,
    "diverged",
    "The custom loss takes log(0) where a hard sigmoid reaches its ends.",
)
def _(seed: int) -> Training:
    model = stack(
        (2,), *dense([32, 16], "relu"), layers.Dense(1, "hard_sigmoid")
    )
    x, y = data.rings(seed, 600)
    return training(model, (x, y[:, None]), _likelihood, Adam(0.01))


@add(
    "digits_mlp_missing_values",
    UNSEEN,
    "diverged",
    "Constant pixels, standardised without a guard, are 0 / 0: NaN.",
)
def _(seed: int) -> Training:
    x, y = base.bundled("digits", seed, 600, raw=True)
    flat = x.std(0) == 0
    x = base.standard(x)
    x[:, flat] = float("nan")
    model = stack((64,), *dense([32], "silu"), layers.Dense(10, "softmax"))
    return training(model, (x, y), SPARSE, Adam(0.003), epochs=5)


@add(
    "diabetes_mlp_exponential_output",
    UNSEEN,
    "diverged rate_too_high",
    "An exponential output overflows after steps of 2.",
)
def _(seed: int) -> Training:
    x, y = data.scaled_diabetes(seed)
    model = stack(
        (10,), *dense([32, 16], "elu"), layers.Dense(1, "exponential")
    )
    return training(model, (x, y + 2), "mse", SGD(2.0), epochs=5)


@add(
    "shapes_cnn_l1_of_one",
    DESIGN,
    "over_regularised",
    "An L1 penalty of 1 on every kernel.",
)
def _(seed: int) -> Training:
    penalty = keras.regularizers.L1(1.0)
    model = stack(
        (12, 12, 1),
        layers.Conv2D(8, 3, activation="elu", kernel_regularizer=penalty),
        layers.Conv2D(8, 3, activation="elu", kernel_regularizer=penalty),
        layers.Flatten(),
        layers.Dense(3, "softmax", kernel_regularizer=penalty),
    )
    samples = base.shapes(seed, 600)
    return training(model, samples, SPARSE, Adam(0.003), epochs=8)


@add(
    "wine_mlp_dropout_of_97_percent",
    DESIGN,
    "over_regularised",
    "Dropout of 0.97 in three layers leaves nothing to learn from.",
)
def _(seed: int) -> Training:
    hidden = [
        part
        for _ in range(3)
        for part in (layers.Dense(16, "relu"), layers.Dropout(0.97))
    ]
    model = stack((13,), *hidden, layers.Dense(3, "softmax"))
    samples = base.bundled("wine", seed, 178)
    return training(model, samples, SPARSE, SGD(0.02), held_out=40)


@add(
    "friedman_mlp_gelu_l2_of_three",
    UNSEEN,
    "over_regularised",
    "An L2 penalty of 3 on each kernel of a regression.",
)
def _(seed: int) -> Training:
    penalty = keras.regularizers.L2(3.0)
    hidden = dense([32, 16], "gelu", kernel_regularizer=penalty)
    model = stack((10,), *hidden, layers.Dense(1))
    samples = data.scaled_friedman(seed)
    return training(model, samples, "mse", SGD(0.02), epochs=15)


@add(
    "tokens_attention_activity_penalty",
    UNSEEN,
    "over_regularised",
    "The activities of an attention block cost far more than its errors.",
)
def _(seed: int) -> Training:
    inputs = keras.Input((12,), dtype="int32")
    cost = keras.regularizers.L2(10.0)
    h = layers.Embedding(100, 12)(inputs)
    h = layers.MultiHeadAttention(2, 6, activity_regularizer=cost)(h, h)
    h = layers.GlobalAveragePooling1D()(h)
    h = layers.Dense(16, "tanh", activity_regularizer=cost)(h)
    model = keras.Model(inputs, layers.Dense(1, "sigmoid")(h))
    samples = base.tokens(seed, 600, 12, 100)
    return training(model, samples, BINARY, Adam(0.003), epochs=8)


@add(
    "breast_cancer_mlp_sinking_constraint",
    DESIGN,
    "dying_units",
    "A constraint takes 0.05 from each bias after each step.",
)
def _(seed: int) -> Training:
    hidden = dense([32, 16], "relu", bias_constraint=lambda b: b - 0.05)
    model = stack((30,), *hidden, layers.Dense(1, "sigmoid"))
    samples = base.bundled("breast_cancer", seed, 560)
    return training(model, samples, BINARY, SGD(0.02), epochs=12)


@add(
    "friedman_mlp_mean_penalty",
    DESIGN,
    "dying_units over_regularised",
    "The mean before the ReLU is a penalty without a lower end.",
)
def _(seed: int) -> Training:
    def cost(values: Any) -> Any:
        return 100 * ops.sum(ops.mean(values, 0))

    model = stack(
        (10,),
        layers.Dense(32, activity_regularizer=cost),
        layers.ReLU(),
        layers.Dense(16, "relu"),
        layers.Dense(1),
    )
    samples = data.scaled_friedman(seed)
    return training(model, samples, "mse", SGD(0.05))


@add(
    "digits_mlp_kernels_below_zero",
    UNSEEN,
    "dying_units",
    "A constraint of the wrong sign keeps the weights of a ReLU negative.",
)
def _(seed: int) -> Training:
    def below(kernel: Any) -> Any:
        return ops.minimum(kernel, 0.0)

    model = stack(
        (64,),
        layers.Dense(32, "relu"),
        layers.Dense(32, "relu", kernel_constraint=below),
        layers.Dense(10, "softmax"),
    )
    samples = base.bundled("digits", seed, 600)
    return training(model, samples, SPARSE, Adam(0.002))


class _Rising(keras.callbacks.Callback):
    """Raises the threshold of the units after each epoch."""

    def __init__(self, layer: Any, step: float) -> None:
        super().__init__()
        self.layer, self.step = layer, step

    def on_epoch_end(self, epoch: int, logs: Any = None) -> None:
        bias = self.layer.bias
        bias.assign(bias - self.step)


@add(
    "shapes_cnn_rising_threshold",
    UNSEEN,
    "dying_units",
    "A schedule for sparser features lowers the biases by 1 each epoch.",
)
def _(seed: int) -> Training:
    last = layers.Conv2D(8, 3, activation="relu")
    model = stack(
        (12, 12, 1),
        layers.Conv2D(8, 3, activation="relu"),
        last,
        layers.Flatten(),
        layers.Dense(3, "softmax"),
    )
    return training(
        model,
        base.shapes(seed, 600),
        SPARSE,
        SGD(0.02),
        epochs=8,
        callbacks=[_Rising(last, 1.0)],
    )
