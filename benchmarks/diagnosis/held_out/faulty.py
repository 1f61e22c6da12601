"""Programs that fail to learn, each for another reason."""

from typing import Any

import keras
import numpy as np
from keras import initializers, layers, ops, optimizers

from benchmarks.diagnosis.data import (
    bundled,
    friedman,
    moons,
    shapes,
    signals,
    spirals,
    standard,
)
from benchmarks.diagnosis.held_out.data import (
    beats,
    blobs,
    circles,
    counts,
    houses,
    openings,
    passengers,
    ratings,
    reviews,
    walks,
    weather,
)
from benchmarks.diagnosis.held_out.parts import Code, adder, chain, train
from benchmarks.diagnosis.program import Program, Training

PROGRAMS: list[Program] = []
program = adder(PROGRAMS)


def _parameters(model: keras.Model) -> list[np.ndarray]:
    return [np.array(weights) for weights in model.get_weights()]


@program("All kernels are of ones.", "symmetric_units")
def circles_mlp_relu_ones(seed: int) -> Training:
    start = {"kernel_initializer": "ones"}
    model = chain(
        (2,),
        layers.Dense(16, "relu", **start),
        layers.Dense(1, "sigmoid", **start),
    )
    rate = optimizers.Adam(1e-2)
    return train(model, rate, "binary_crossentropy", circles(seed, 800))


@program("One neuron is copied to all of its layer.", "symmetric_units")
def spirals_mlp_relu_copied_neuron(seed: int) -> Training:
    model = chain(
        (2,),
        layers.Dense(32, "relu"),
        layers.Dense(32, "relu"),
        layers.Dense(2, "softmax"),
    )
    first, bias, second, bias2, last, bias3 = _parameters(model)
    first = np.repeat(first[:, :1], 32, 1)
    second = np.repeat(second[:, :1], 32, 1)
    last = np.repeat(last[:1], 32, 0)
    model.set_weights([first, bias, second, bias2, last, bias3])
    loss, rate = "sparse_categorical_crossentropy", optimizers.Adam(1e-2)
    return train(model, rate, loss, spirals(seed, 900), 20)


@program("Celsius, hPa and percent go into a LSTM.",
         "input_scale", "saturated_at_birth")  # fmt: skip
def weather_lstm_raw_columns(seed: int) -> Training:
    x, y = weather(seed, 900)
    model = chain((24, 3), layers.LSTM(16), layers.Dense(1))
    return train(model, optimizers.Adam(3e-3), "mse", (x, standard(y)))


@program("Incomes and loans in dollars beside numbers of rooms.", "input_scale")
def houses_mlp_raw_columns(seed: int) -> Training:
    x, y = houses(seed, 900)
    model = chain(
        (7,),
        layers.Dense(32, "relu"),
        layers.Dense(32, "relu"),
        layers.Dense(1),
    )
    return train(model, optimizers.Adam(1e-3), "mse", (x, standard(y)))


@program("Microvolts are given in volts.", "input_scale")
def beats_cnn_in_volts(seed: int) -> Training:
    x, y = beats(seed, 800)
    model = chain(
        (80, 1),
        layers.Conv1D(8, 7, activation="relu"),
        layers.MaxPooling1D(4),
        layers.Conv1D(16, 5, activation="relu"),
        layers.Flatten(),
        layers.Dense(1, "sigmoid"),
    )
    return train(model, "adam", "binary_crossentropy", (x * 1e-6, y))


@program("Prices in dollars.", "target_scale")
def houses_mlp_prices_in_dollars(seed: int) -> Training:
    x, y = houses(seed, 1000)
    model = chain(
        (7,),
        layers.Dense(64, "relu"),
        layers.Dense(32, "relu"),
        layers.Dense(1),
    )
    return train(model, "adam", "mse", (standard(x), y), 15)


@program("Passengers of a month, about 300 of them.", "target_scale")
def passengers_lstm_raw_counts(seed: int) -> Training:
    x, y = passengers(seed)
    model = chain((12, 1), layers.LSTM(16), layers.Dense(1))
    data = ((x - 280) / 120, y)
    return train(model, optimizers.Adam(1e-2), "mse", data, 20, 8)


@program("Before the ReLUs a BatchNormalization has beta -6.", "born_dead")
def digits_cnn_norm_beta_of_minus_six(seed: int) -> Training:
    x, y = bundled("digits", seed, 900)
    model = chain(
        (64,),
        layers.Reshape((8, 8, 1)),
        layers.Conv2D(16, 3, activation="relu"),
        layers.Conv2D(16, 3),
        layers.BatchNormalization(
            momentum=0.9, beta_initializer=initializers.Constant(-6)
        ),
        layers.ReLU(),
        layers.Flatten(),
        layers.Dense(10, "softmax"),
    )
    return train(model, "adam", "sparse_categorical_crossentropy", (x, y))


@program("`threshold`, meant as a ceiling of 6, is a floor.", "born_dead")
def signals_cnn_relu_threshold_of_six(seed: int) -> Training:
    model = chain(
        (64, 1),
        layers.Conv1D(16, 5),
        layers.ReLU(threshold=6),
        layers.MaxPooling1D(4),
        layers.Conv1D(16, 5),
        layers.ReLU(threshold=6),
        layers.Flatten(),
        layers.Dense(3, "softmax"),
    )
    loss = "sparse_categorical_crossentropy"
    return train(model, "adam", loss, signals(seed, 800))


@program("Kernels of `rand`, all above 0.", "saturated_at_birth")
def mnist_mlp_sigmoid_rand_weights(seed: int) -> Training:
    start = {"kernel_initializer": initializers.RandomUniform(0, 1)}
    model = chain(
        (784,),
        layers.Dense(64, "sigmoid", **start),
        layers.Dense(64, "sigmoid", **start),
        layers.Dense(10, "softmax"),
    )
    loss = "sparse_categorical_crossentropy"
    return train(model, "adam", loss, bundled("mnist", seed, 800))


@program("Gates start at -20: nothing passes.", "saturated_at_birth")
def wine_highway_closed_gates(seed: int) -> Training:
    inputs = keras.Input((13,))
    values = inputs
    for _ in range(2):
        gate = layers.Dense(
            32, "sigmoid", bias_initializer=initializers.Constant(-20)
        )(values)
        values = gate * layers.Dense(32, "tanh")(values)
    outputs = layers.Dense(3, "softmax")(values)
    model = keras.Model(inputs, outputs)
    loss = "sparse_categorical_crossentropy"
    data = bundled("wine", seed, 178)
    return train(model, optimizers.Adam(1e-2), loss, data, 20)


@program("The weights are those of `randn`.", "exploding_at_birth")
def friedman_mlp_weights_of_randn(seed: int) -> Training:
    x, y = friedman(seed, 900)
    hidden = [layers.Dense(100, "relu") for _ in range(5)]
    model = chain((10,), *hidden, layers.Dense(1))
    rng = np.random.default_rng(seed)
    model.set_weights(
        [rng.normal(size=array.shape) for array in _parameters(model)]
    )
    return train(model, "adam", "mse", (x, standard(y)))


@program("The state doubles at each of forty steps.", "exploding_at_birth")
def openings_rnn_doubling_state(seed: int) -> Training:
    model = chain(
        (40, 1),
        layers.SimpleRNN(
            16, "relu", recurrent_initializer=initializers.Orthogonal(1.8)
        ),
        layers.Dense(1),
    )
    x, y = openings(seed, 800, 40)
    data = (x, x.sum((1, 2)))
    return train(model, "adam", "mse", data)


@program("Eight sigmoid layers.", "vanishing_signal")
def digits_autoencoder_sigmoid_deep(seed: int) -> Training:
    x, _ = bundled("digits", seed, 900)
    hidden = [
        layers.Dense(units, "sigmoid") for units in (48, 32, 24, 16, 24, 32, 48)
    ]
    model = chain((64,), *hidden, layers.Dense(64, "sigmoid"))
    return train(model, optimizers.Adam(3e-3), "mse", (x, x))


@program("The class is told 100 steps before the end.", "vanishing_signal")
def openings_rnn_hundred_steps(seed: int) -> Training:
    model = chain((100, 1), layers.SimpleRNN(16), layers.Dense(1, "sigmoid"))
    data = openings(seed, 600, 100)
    return train(model, "adam", "binary_crossentropy", data, 15)


@program("The deviation of kernels is one by the width.", "vanishing_signal")
def iris_mlp_relu_deviation_of_one_by_width(seed: int) -> Training:
    start = {"kernel_initializer": initializers.RandomNormal(stddev=1 / 64)}
    hidden = [layers.Dense(64, "relu", **start) for _ in range(8)]
    model = chain((4,), *hidden, layers.Dense(3, "softmax"))
    loss, rate = "sparse_categorical_crossentropy", optimizers.SGD(0.05)
    return train(model, rate, loss, bundled("iris", seed, 150), 20, 8)


@program("The rate grows by 60 % every 20 steps.", "rate_too_high")
def digits_cnn_growing_rate(seed: int) -> Training:
    x, y = bundled("digits", seed, 900)
    rate = optimizers.schedules.ExponentialDecay(1e-3, 20, 1.6)
    model = chain(
        (64,),
        layers.Reshape((8, 8, 1)),
        layers.Conv2D(16, 3, activation="relu"),
        layers.Conv2D(16, 3, activation="relu"),
        layers.Flatten(),
        layers.Dense(10, "softmax"),
    )
    loss = "sparse_categorical_crossentropy"
    return train(model, optimizers.Adam(rate), loss, (x, y), 12)


@program("Adam with 1.", "rate_too_high")
def beats_autoencoder_adam_of_one(seed: int) -> Training:
    x, _ = beats(seed, 800)
    model = chain(
        (80,),
        layers.Dense(32, "elu"),
        layers.Dense(8, "elu"),
        layers.Dense(32, "elu"),
        layers.Dense(80),
    )
    return train(model, optimizers.Adam(1.0), "mse", (x[..., 0], x[..., 0]), 12)


@program("Adadelta with 0.001, which is Keras's default.", "rate_too_low")
def moons_mlp_adadelta_default(seed: int) -> Training:
    model = chain(
        (2,),
        layers.Dense(32, "relu"),
        layers.Dense(32, "relu"),
        layers.Dense(1, "sigmoid"),
    )
    data = moons(seed, 800)
    return train(model, optimizers.Adadelta(), "binary_crossentropy", data)


@program("The cosine ends after ten steps, at 0.", "rate_too_low")
def signals_gru_cosine_of_ten_steps(seed: int) -> Training:
    rate = optimizers.schedules.CosineDecay(1e-2, 10)
    model = chain((64, 1), layers.GRU(12), layers.Dense(3, "softmax"))
    loss = "sparse_categorical_crossentropy"
    return train(model, optimizers.Adam(rate), loss, signals(seed, 600), 8)


@program("The root of 0, between equal codes, has no slope.", "diverged")
def digits_siamese_root_of_zero(seed: int) -> Training:
    x, y = bundled("digits", seed, 900)
    rng = np.random.default_rng(seed)
    other = np.array([rng.choice(np.flatnonzero(y == label)) for label in y])
    other = np.where(rng.uniform(size=900) < 0.5, other, rng.permutation(900))
    other[::20] = np.arange(900)[::20]
    code = chain((64,), layers.Dense(64, "relu"), layers.Dense(8))
    left, right = keras.Input((64,)), keras.Input((64,))
    gap = ops.sum((code(left) - code(right)) ** 2, -1, keepdims=True)
    model = keras.Model(
        [left, right], layers.Dense(1, "sigmoid")(ops.sqrt(gap))
    )
    data = ([x, x[other]], (y == y[other]).astype("float32"))
    return train(model, optimizers.Adam(5e-3), "binary_crossentropy", data, 15)


@program("Pixels that never change are divided by 0.", "diverged")
def digits_mlp_zero_deviation(seed: int) -> Training:
    x, y = bundled("digits", seed, 900)
    with np.errstate(invalid="ignore"):
        x = (x - x.mean(0)) / x.std(0)
    model = chain((64,), layers.Dense(32, "tanh"), layers.Dense(10, "softmax"))
    return train(model, "adam", "sparse_categorical_crossentropy", (x, y))


@program("Poisson's loss takes logarithms of negative outputs.",
         "diverged", "output_loss_mismatch")  # fmt: skip
def counts_mlp_poisson_linear_output(seed: int) -> Training:
    model = chain((4,), layers.Dense(32, "relu"), layers.Dense(1))
    return train(model, "adam", "poisson", counts(seed, 900))


@program("SpatialDropout of 95 %, twice.", "over_regularised")
def shapes_cnn_spatial_dropout(seed: int) -> Training:
    model = chain(
        (12, 12, 1),
        layers.Conv2D(16, 3, activation="relu"),
        layers.SpatialDropout2D(0.95),
        layers.Conv2D(16, 3, activation="relu"),
        layers.SpatialDropout2D(0.95),
        layers.GlobalMaxPooling2D(),
        layers.Dense(3, "softmax"),
    )
    loss = "sparse_categorical_crossentropy"
    return train(model, "adam", loss, shapes(seed, 800), 12)


@program("AdamW takes 30 % off the weights at each step.", "over_regularised")
def friedman_mlp_adamw_decay_of_thirty(seed: int) -> Training:
    x, y = friedman(seed, 900)
    model = chain(
        (10,),
        layers.Dense(32, "relu"),
        layers.Dense(32, "relu"),
        layers.Dense(1),
    )
    rate = optimizers.AdamW(1e-2, weight_decay=30)
    return train(model, rate, "mse", (x, standard(y)))


@program("The penalty of the code outweighs all else.", "over_regularised")
def digits_vae_heavy_penalty(seed: int) -> Training:
    x, _ = bundled("digits", seed, 900)
    model = chain(
        (64,),
        layers.Dense(48, "relu"),
        layers.Dense(16),
        Code(1.0),
        layers.Dense(48, "relu"),
        layers.Dense(64, "sigmoid"),
    )
    return train(model, optimizers.Adam(3e-3), "mse", (x, x), 15)


@program("Logarithms of probabilities as probabilities.",
         "output_loss_mismatch")  # fmt: skip
def digits_mlp_log_softmax_output(seed: int) -> Training:
    model = chain(
        (64,), layers.Dense(32, "relu"), layers.Dense(10, "log_softmax")
    )
    loss = keras.losses.SparseCategoricalCrossentropy()
    return train(model, "adam", loss, bundled("digits", seed, 900))


@program("A tanh gives degrees.", "output_loss_mismatch", "target_scale")
def weather_cnn_tanh_output(seed: int) -> Training:
    x, y = weather(seed, 900)
    model = chain(
        (24, 3),
        layers.Conv1D(16, 5, activation="relu"),
        layers.Flatten(),
        layers.Dense(1, "tanh"),
    )
    x = (x - x.mean((0, 1))) / x.std((0, 1))
    return train(model, "adam", "mse", (x, y))


@program("The softmax of one unit is 1, for any price.", "output_loss_mismatch")
def houses_mlp_softmax_of_one(seed: int) -> Training:
    x, y = houses(seed, 900)
    model = chain(
        (7,),
        layers.Dense(32, "relu"),
        layers.Dense(32, "relu"),
        layers.Dense(1, "softmax"),
    )
    rate, data = optimizers.Adam(3e-3), (standard(x), standard(y))
    return train(model, rate, "mae", data)


@program("Batches of one beat, each normalised by its own amplitude.",
         "train_validation_gap")  # fmt: skip
def beats_cnn_norm_batches_of_one(seed: int) -> Training:
    x, y = beats(seed, 500)
    gain = np.random.default_rng(seed).lognormal(0, 2.5, (500, 1, 1))
    model = chain(
        (80, 1),
        layers.Conv1D(8, 7, use_bias=False),
        layers.BatchNormalization(),
        layers.ReLU(),
        layers.MaxPooling1D(4),
        layers.Conv1D(16, 5),
        layers.BatchNormalization(),
        layers.ReLU(),
        layers.Flatten(),
        layers.Dense(1, "sigmoid"),
    )
    data, loss = (x * gain, y), "binary_crossentropy"
    return train(model, optimizers.Adam(3e-3), loss, data, 5, 1)


class _OldDropout(keras.layers.Layer):
    """Keeps one unit in ten, and all for predictions, at the same scale."""

    def build(self, shape: Any) -> None:
        self.seeds = keras.random.SeedGenerator()

    def call(self, inputs: Any, training: bool = False) -> Any:
        if not training:
            return inputs
        kept = keras.random.uniform(ops.shape(inputs), seed=self.seeds) < 0.1
        return inputs * ops.cast(kept, inputs.dtype)


@program("A dropout whose scale differs in inference.", "train_validation_gap")
def friedman_mlp_unscaled_dropout(seed: int) -> Training:
    x, y = friedman(seed, 1200)
    model = chain(
        (10,),
        layers.Dense(128, "relu"),
        layers.Dense(128, "relu"),
        _OldDropout(),
        layers.Dense(1),
    )
    return train(model, optimizers.Adam(2e-3), "mse", (x, standard(y)), 15)


class _TurnedDropout(keras.layers.Layer):
    """Its condition is the wrong way round."""

    def build(self, shape: Any) -> None:
        self.seeds = keras.random.SeedGenerator()

    def call(self, inputs: Any, training: bool = False) -> Any:
        if training:
            return inputs
        return keras.random.dropout(inputs, 0.8, seed=self.seeds)


@program("A dropout in inference only.", "train_validation_gap")
def blobs_mlp_dropout_in_inference(seed: int) -> Training:
    model = chain(
        (8,),
        layers.Dense(32, "relu"),
        _TurnedDropout(),
        layers.Dense(32, "relu"),
        _TurnedDropout(),
        layers.Dense(6, "softmax"),
    )
    loss, rate = "sparse_categorical_crossentropy", optimizers.Adam(5e-3)
    return train(model, rate, loss, blobs(seed, 1000), 12)


class _Prior(keras.regularizers.Regularizer):
    """Pulls the biases to -4."""

    def __call__(self, values: Any) -> Any:
        return ops.sum((values + 4) ** 2)


@program("A penalty pulls the biases to -4.",
         "dying_units", "over_regularised")  # fmt: skip
def digits_mlp_bias_prior(seed: int) -> Training:
    x, y = bundled("digits", seed, 900)
    model = chain(
        (64,),
        layers.Dense(32, "relu", bias_regularizer=_Prior()),
        layers.Dense(32, "relu", bias_regularizer=_Prior()),
        layers.Dense(10, "softmax"),
    )
    rate = optimizers.SGD(0.05)
    return train(model, rate, "sparse_categorical_crossentropy", (x, y))


@program("The mean of 32 ReLUs is to be below 0.",
         "dying_units", "output_loss_mismatch")  # fmt: skip
def friedman_mlp_mean_of_relus(seed: int) -> Training:
    x, y = friedman(seed, 900)
    inputs = keras.Input((10,))
    hidden = layers.Dense(32, "relu")(inputs)
    experts = layers.Dense(32, "relu")(hidden)
    model = keras.Model(inputs, ops.mean(experts, -1, keepdims=True))
    rate = optimizers.SGD(0.5)
    return train(model, rate, "mse", (x, standard(y) - 3), 15)


@program("All factors of users and films are 0.",
         "constant_units", "symmetric_units")  # fmt: skip
def ratings_factors_of_zero(seed: int) -> Training:
    user, film = keras.Input(()), keras.Input(())
    factors = [
        layers.Embedding(size, 8, embeddings_initializer="zeros")(ids)
        for size, ids in ((40, user), (30, film))
    ]
    model = keras.Model([user, film], layers.Dot(-1)(factors))
    rate = optimizers.Adam(2e-2)
    return train(model, rate, "mse", ratings(seed, 1500), 12)


@program("Words scaled to [0, 1] are all word 0 of the embedding.",
         "constant_units", "input_scale", "not_learning")  # fmt: skip
def reviews_embedding_scaled_words(seed: int) -> Training:
    x, y = reviews(seed, 900)
    model = chain(
        (20,),
        layers.Embedding(100, 16),
        layers.GlobalAveragePooling1D(),
        layers.Dense(16, "relu"),
        layers.Dense(1, "sigmoid"),
    )
    return train(model, "adam", "binary_crossentropy", (x / 100, y), 12)


@program("The weights of attention are summed, not applied.", "constant_units")
def signals_attention_sum_of_weights(seed: int) -> Training:
    inputs = keras.Input((64, 1))
    values = layers.Conv1D(16, 7, activation="tanh")(inputs)
    weights = layers.Softmax(1)(layers.Dense(16)(values))
    pooled = ops.sum(weights, 1)
    hidden = layers.Dense(16, "relu")(pooled)
    model = keras.Model(inputs, layers.Dense(3, "softmax")(hidden))
    loss, rate = "sparse_categorical_crossentropy", optimizers.Adam(1e-2)
    return train(model, rate, loss, signals(seed, 800), 12)


@program("Only features on which nothing depends.", "not_learning")
def friedman_mlp_irrelevant_features(seed: int) -> Training:
    x, y = friedman(seed, 1200)
    model = chain((5,), layers.Dense(16, "relu"), layers.Dense(1))
    return train(model, "adam", "mse", (x[:, 5:], standard(y)))


@program("The next return of a random walk.", "not_learning")
def walks_lstm_next_return(seed: int) -> Training:
    model = chain((20, 1), layers.LSTM(8), layers.Dense(1, "sigmoid"))
    return train(model, "adam", "binary_crossentropy", walks(seed, 1200), 8)


@program("Reshaped, not transposed: each row mixes signals.", "not_learning")
def beats_cnn_mixed_by_reshape(seed: int) -> Training:
    x, y = beats(seed, 1000)
    stored = np.ascontiguousarray(x[..., 0].T)
    model = chain(
        (80, 1),
        layers.Conv1D(8, 7, activation="relu"),
        layers.MaxPooling1D(4),
        layers.Conv1D(8, 5, activation="relu"),
        layers.Flatten(),
        layers.Dense(1, "sigmoid"),
    )
    data = (stored.reshape(1000, 80, 1), y)
    return train(model, "adam", "binary_crossentropy", data)
