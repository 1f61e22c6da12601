"""Programs that learn, most of which look like one that does not."""

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
    sine,
    standard,
    tokens,
)
from benchmarks.diagnosis.held_out.data import (
    beats,
    blobs,
    circles,
    colours,
    fraud,
    houses,
    motifs,
    passengers,
    ratings,
    reviews,
    weather,
    xor,
)
from benchmarks.diagnosis.held_out.parts import Code, adder, chain, train
from benchmarks.diagnosis.program import Program, Training

PROGRAMS: list[Program] = []
program = adder(PROGRAMS)

_BINARY = "binary_crossentropy"
_SPARSE = "sparse_categorical_crossentropy"


@program("Raw centimetres, without scaling.")
def iris_mlp_raw_centimetres(seed: int) -> Training:
    model = chain((4,), layers.Dense(16, "relu"), layers.Dense(3, "softmax"))
    data = bundled("iris", seed, 150, raw=True)
    return train(model, optimizers.Adam(1e-2), _SPARSE, data, 20, 8)


@program("Bytes go into tanh units, which largely saturate.")
def colours_cnn_tanh_of_bytes(seed: int) -> Training:
    model = chain(
        (14, 14, 3),
        layers.Conv2D(8, 3, activation="tanh"),
        layers.MaxPooling2D(),
        layers.Conv2D(16, 3, activation="tanh"),
        layers.GlobalAveragePooling2D(),
        layers.Dense(3, "softmax"),
    )
    rate = optimizers.Adam(5e-3)
    return train(model, rate, _SPARSE, colours(seed, 900), 12)


@program("Sigmoids thirty times as steep.")
def xor_mlp_rather_steep_sigmoid(seed: int) -> Training:
    def steep(x: Any) -> Any:
        return ops.sigmoid(30 * x)

    model = chain(
        (2,),
        layers.Dense(8, steep),
        layers.Dense(8, steep),
        layers.Dense(1, "sigmoid"),
    )
    return train(model, optimizers.Adam(1e-2), _BINARY, xor(seed, 800))


@program("Dropout of 80 % in a wide layer.")
def digits_mlp_wide_dropout(seed: int) -> Training:
    model = chain(
        (64,),
        layers.Dense(256, "relu"),
        layers.Dropout(0.8),
        layers.Dense(10, "softmax"),
    )
    data = bundled("digits", seed, 1000)
    return train(model, optimizers.Adam(3e-3), _SPARSE, data, 12)


@program("Inputs of which three quarters are 0.")
def motifs_cnn_one_hot(seed: int) -> Training:
    model = chain(
        (40, 4),
        layers.Conv1D(16, 6, activation="relu"),
        layers.GlobalMaxPooling1D(),
        layers.Dense(16, "relu"),
        layers.Dense(1, "sigmoid"),
    )
    rate, data = optimizers.Nadam(5e-3), motifs(seed, 1200)
    return train(model, rate, _BINARY, data, 12)


@program("Masked sequences of different lengths.")
def reviews_gru_masked(seed: int) -> Training:
    model = chain(
        (20,),
        layers.Embedding(100, 8, mask_zero=True),
        layers.GRU(12),
        layers.Dense(1, "sigmoid"),
    )
    rate = optimizers.Adam(1e-2)
    return train(model, rate, _BINARY, reviews(seed, 900), 6)


@program("Two thousand words, few of which occur.")
def reviews_bag_of_words(seed: int) -> Training:
    x, y = reviews(seed, 1000)
    bags = np.zeros((1000, 2000), "float32")
    np.put_along_axis(bags, x, 1, 1)
    bags[:, 0] = 0
    model = chain((2000,), layers.Dense(16, "relu"), layers.Dense(1, "sigmoid"))
    return train(model, optimizers.RMSprop(5e-3), _BINARY, (bags, y))


@program("Forget gates that are open by 5.")
def passengers_lstm_open_forget_gates(seed: int) -> Training:
    x, y = passengers(seed)
    lstm = layers.LSTM(16, unit_forget_bias=False)
    model = chain((12, 1), lstm, layers.Dense(1))
    lstm.cell.bias.assign(np.repeat([0, 5, 0, 0], 16))
    data = ((x - 280) / 120, (y - 280) / 120)
    return train(model, optimizers.Adam(1e-2), "mse", data, 20, 8)


@program("A recurrent model with few epochs.")
def weather_gru_standard(seed: int) -> Training:
    x, y = weather(seed, 900)
    x = (x - x.mean((0, 1))) / x.std((0, 1))
    model = chain((24, 3), layers.GRU(16), layers.Dense(1))
    data = (x, standard(y))
    return train(model, optimizers.Adam(5e-3), "mse", data, 6)


@program("Targets in degrees, which a large rate reaches.")
def weather_cnn_degrees(seed: int) -> Training:
    x, y = weather(seed, 900)
    x = (x - x.mean((0, 1))) / x.std((0, 1))
    model = chain(
        (24, 3),
        layers.Conv1D(16, 5, activation="relu"),
        layers.Flatten(),
        layers.Dense(1),
    )
    return train(model, optimizers.Adam(1e-2), "mae", (x, y), 12)


@program("One unit, targets up to 200, and Adam with 0.5.")
def fahrenheit_of_celsius(seed: int) -> Training:
    rng = np.random.default_rng(seed)
    x = rng.uniform(-40, 100, (400, 1)).astype("float32")
    y = x[:, 0] * 1.8 + 32
    model = chain((1,), layers.Dense(1))
    return train(model, optimizers.Adam(0.5), "mse", (x, y), 20, 16)


@program("AdamW takes 1 % off the weights at each step.")
def digits_mlp_adamw_decay_of_two(seed: int) -> Training:
    model = chain(
        (64,),
        layers.Dense(64, "relu"),
        layers.Dense(64, "relu"),
        layers.Dense(10, "softmax"),
    )
    rate = optimizers.AdamW(5e-3, weight_decay=2.0)
    return train(model, rate, _SPARSE, bundled("digits", seed, 1000), 12)


@program("SGD with 0.05 and momentum, under GroupNormalization.")
def colours_cnn_group_norm_high_rate(seed: int) -> Training:
    model = chain(
        (14, 14, 3),
        layers.Rescaling(1 / 255),
        layers.Conv2D(16, 3),
        layers.GroupNormalization(4),
        layers.ReLU(),
        layers.Conv2D(16, 3),
        layers.GroupNormalization(4),
        layers.ReLU(),
        layers.GlobalMaxPooling2D(),
        layers.Dense(3, "softmax"),
    )
    rate = optimizers.SGD(0.05, momentum=0.9)
    return train(model, rate, _SPARSE, colours(seed, 900))


@program("Targets of 0.01, from a head that starts at 0.")
def friedman_mlp_targets_of_a_hundredth(seed: int) -> Training:
    x, y = friedman(seed, 1000)
    model = chain(
        (10,),
        layers.Dense(32, "relu"),
        layers.Dense(32, "relu"),
        layers.Dense(1, kernel_initializer="zeros"),
    )
    data = (x, 0.01 * standard(y))
    return train(model, optimizers.Adam(3e-4), "mse", data, 15)


@program("A small rate and many small steps.")
def breast_cancer_mlp_small_rate(seed: int) -> Training:
    model = chain((30,), layers.Dense(32, "relu"), layers.Dense(1, "sigmoid"))
    rate, data = optimizers.Adam(2e-4), bundled("breast_cancer", seed, 450)
    return train(model, rate, _BINARY, data, 15, 4)


@program("Twenty layers of SELU with LeCun's start.")
def digits_mlp_selu_twenty_layers(seed: int) -> Training:
    start = {"kernel_initializer": "lecun_normal"}
    hidden = [layers.Dense(48, "selu", **start) for _ in range(20)]
    model = chain((64,), *hidden, layers.Dense(10, "softmax"))
    rate, data = optimizers.SGD(0.01), bundled("digits", seed, 1000)
    return train(model, rate, _SPARSE, data)


@program("Ten residual blocks with LayerNormalization.")
def friedman_residual_layer_norm(seed: int) -> Training:
    x, y = friedman(seed, 800)
    inputs = keras.Input((10,))
    values = layers.Dense(24)(inputs)
    for _ in range(10):
        inner = layers.LayerNormalization()(values)
        values = values + layers.Dense(24, "gelu")(inner)
    outputs = layers.Dense(1)(layers.LayerNormalization()(values))
    model = keras.Model(inputs, outputs)
    return train(model, optimizers.Adam(1e-3), "mse", (x, standard(y)), 6)


@program("The filters are random and frozen.")
def shapes_cnn_frozen_filters(seed: int) -> Training:
    model = chain(
        (12, 12, 1),
        layers.Conv2D(32, 3, activation="relu", trainable=False),
        layers.MaxPooling2D(),
        layers.Conv2D(32, 3, activation="relu", trainable=False),
        layers.Flatten(),
        layers.Dense(3, "softmax"),
    )
    return train(model, optimizers.Adam(1e-2), _SPARSE, shapes(seed, 900), 12)


@program("The encoder of an autoencoder, frozen below a new head.")
def mnist_encoder_frozen(seed: int) -> Training:
    x, y = bundled("mnist", seed, 1000)
    encoder = chain((784,), layers.Dense(64, "relu"), layers.Dense(32, "relu"))
    whole = keras.Sequential([encoder, layers.Dense(784, "sigmoid")])
    whole.compile("adam", _BINARY, jit_compile=False)
    whole.fit(x, x, epochs=5, verbose=0)
    encoder.trainable = False
    model = keras.Sequential([encoder, layers.Dense(10, "softmax")])
    return train(model, optimizers.Adam(1e-2), _SPARSE, (x, y))


@program("Pixels that are 0 or 1.")
def digits_mlp_black_and_white(seed: int) -> Training:
    x, y = bundled("digits", seed, 1000)
    model = chain(
        (64,),
        layers.Dense(48, "relu"),
        layers.Dense(48, "relu"),
        layers.Dense(10, "softmax"),
    )
    data = ((x > 0.5).astype("float32"), y)
    return train(model, "adam", _SPARSE, data)


@program("One sample in 25 is of class 1, and weighs 12.")
def fraud_mlp_class_weights(seed: int) -> Training:
    model = chain(
        (12,),
        layers.Dense(32, "relu"),
        layers.Dense(16, "relu"),
        layers.Dense(1, "sigmoid"),
    )
    weights = {0: 1.0, 1: 12.0}
    rate = optimizers.Adam(5e-3)
    data = fraud(seed, 1500)
    return train(model, rate, _BINARY, data, 12, class_weight=weights)


@program("The loss jumps: batches of two.")
def diabetes_mlp_batches_of_two(seed: int) -> Training:
    x, y = bundled("diabetes", seed, 442)
    model = chain((10,), layers.Dense(32, "relu"), layers.Dense(1))
    rate = optimizers.RMSprop(2e-3)
    return train(model, rate, "mse", (x, standard(y)), 12, 2)


@program("Sines as units, as in SIREN.")
def sine_mlp_of_sines(seed: int) -> Training:
    def wave(x: Any) -> Any:
        return ops.sin(5 * x)

    model = chain(
        (1,), layers.Dense(32, wave), layers.Dense(32, wave), layers.Dense(1)
    )
    return train(model, optimizers.Adam(3e-3), "mse", sine(seed, 600))


class _Radial(keras.layers.Layer):
    """Bells around centres: most are near 0 for a sample."""

    def __init__(self, units: int) -> None:
        super().__init__()
        self.units = units

    def build(self, shape: Any) -> None:
        self.centres = self.add_weight(
            shape=(self.units, shape[-1]),
            initializer=initializers.RandomUniform(-2, 2),
        )

    def call(self, inputs: Any) -> Any:
        gap = ops.expand_dims(inputs, 1) - self.centres
        return ops.exp(-3 * ops.sum(gap**2, -1))


@program("Radial units, most of which are near 0.")
def circles_radial_units(seed: int) -> Training:
    model = chain((2,), _Radial(24), layers.Dense(1, "sigmoid"))
    return train(model, optimizers.Adam(2e-2), _BINARY, circles(seed, 800))


@program("Two outputs, the loss of one much the larger.")
def houses_mlp_price_and_new(seed: int) -> Training:
    x, y = houses(seed, 1000)
    inputs = keras.Input((7,))
    hidden = layers.Dense(32, "relu")(inputs)
    price = layers.Dense(1, name="price")(hidden)
    new = layers.Dense(1, "sigmoid", name="new")(hidden)
    model = keras.Model(inputs, [price, new])
    targets = [standard(y), (x[:, 2] < 30).astype("float32")]
    losses, data = ["mse", _BINARY], (standard(x), targets)
    rate = optimizers.Adam(5e-3)
    return train(model, rate, losses, data, loss_weights=[10.0, 1.0])


@program("Factors and biases; sparse steps.")
def ratings_factors(seed: int) -> Training:
    user, film = keras.Input(()), keras.Input(())
    factors = [
        layers.Embedding(size, 6)(ids) for size, ids in ((40, user), (30, film))
    ]
    model = keras.Model([user, film], layers.Dot(-1)(factors))
    rate = optimizers.Adam(2e-2)
    return train(model, rate, "mse", ratings(seed, 1500), 15)


@program("A narrow code of convolutions.")
def beats_autoencoder_cnn(seed: int) -> Training:
    x, _ = beats(seed, 800)
    more = {"padding": "same", "activation": "elu"}
    model = chain(
        (80, 1),
        layers.Conv1D(8, 5, 2, **more),
        layers.Conv1D(4, 5, 2, **more),
        layers.UpSampling1D(2),
        layers.Conv1D(8, 5, **more),
        layers.UpSampling1D(2),
        layers.Conv1D(1, 5, padding="same"),
    )
    return train(model, optimizers.Adam(5e-3), "mse", (x, x))


@program("Much noise on the input of an autoencoder.")
def digits_autoencoder_denoising(seed: int) -> Training:
    x, _ = bundled("digits", seed, 1000)
    model = chain(
        (64,),
        layers.GaussianNoise(0.5),
        layers.Dense(96, "relu"),
        layers.Dense(64, "sigmoid"),
    )
    return train(model, optimizers.Adam(5e-3), "mse", (x, x), 15)


@program("A penalty on the code of an autoencoder, and noise in it.")
def digits_vae_light_penalty(seed: int) -> Training:
    x, _ = bundled("digits", seed, 1000)
    model = chain(
        (64,),
        layers.Dense(48, "relu"),
        layers.Dense(16),
        Code(1e-3),
        layers.Dense(48, "relu"),
        layers.Dense(64, "sigmoid"),
    )
    return train(model, optimizers.Adam(5e-3), "mse", (x, x), 15)


@program("A tanh output, for the hinge loss of labels -1 and 1.")
def moons_mlp_hinge(seed: int) -> Training:
    x, y = moons(seed, 800)
    model = chain(
        (2,),
        layers.Dense(16, "relu"),
        layers.Dense(16, "relu"),
        layers.Dense(1, "tanh"),
    )
    data = (x, (2 * y - 1).astype("float32"))
    return train(model, optimizers.Adam(1e-2), "hinge", data)


@program("Attention with few heads, and a residual sum.")
def tokens_transformer_block(seed: int) -> Training:
    ids = keras.Input((16,))
    values = layers.Embedding(200, 16)(ids)
    heard = layers.MultiHeadAttention(2, 8)(values, values)
    values = layers.LayerNormalization()(values + heard)
    inner = layers.Dense(16)(layers.Dense(32, "gelu")(values))
    values = layers.LayerNormalization()(values + inner)
    pooled = layers.GlobalAveragePooling1D()(values)
    model = keras.Model(ids, layers.Dense(1, "sigmoid")(pooled))
    rate = optimizers.Adam(3e-3)
    return train(model, rate, _BINARY, tokens(seed, 1000), 6)


@program("Sparse convolutions, wider with depth.")
def signals_cnn_dilated(seed: int) -> Training:
    hidden = [
        layers.Conv1D(
            16, 3, dilation_rate=2**k, padding="causal", activation="relu"
        )
        for k in range(5)
    ]
    model = chain(
        (64, 1),
        *hidden,
        layers.GlobalAveragePooling1D(),
        layers.Dense(3, "softmax"),
    )
    rate = optimizers.Adam(5e-3)
    return train(model, rate, _SPARSE, signals(seed, 800))


@program("Far fewer samples than weights: it overfits.")
def breast_cancer_mlp_overfits(seed: int) -> Training:
    x, y = bundled("breast_cancer", seed, 90)
    model = chain(
        (30,),
        layers.Dense(128, "relu"),
        layers.Dense(128, "relu"),
        layers.Dense(1, "sigmoid"),
    )
    return train(model, optimizers.Adam(3e-3), _BINARY, (x, y), 20, 8)


@program("It overfits noise: the validation stays behind.")
def friedman_mlp_overfits(seed: int) -> Training:
    x, y = friedman(seed, 160, noise=2.0)
    model = chain(
        (10,),
        layers.Dense(128, "relu"),
        layers.Dense(128, "relu"),
        layers.Dense(1),
    )
    rate = optimizers.Adam(5e-3)
    return train(model, rate, "mse", (x, standard(y)), 20, 8)


@program("All weights start at 0, in a model of one layer.")
def digits_softmax_regression_of_zeros(seed: int) -> Training:
    head = layers.Dense(10, "softmax", kernel_initializer="zeros")
    model = chain((64,), head)
    data = bundled("digits", seed, 1000)
    return train(model, optimizers.SGD(0.5), _SPARSE, data)


@program("Two sigmoid layers, with Adam.")
def mnist_mlp_sigmoid_of_two(seed: int) -> Training:
    model = chain(
        (784,),
        layers.Dense(64, "sigmoid"),
        layers.Dense(64, "sigmoid"),
        layers.Dense(10, "softmax"),
    )
    rate, data = optimizers.Adam(1e-2), bundled("mnist", seed, 1000)
    return train(model, rate, _SPARSE, data)


@program("The ReLU of x and of -x: half of the units are 0.")
def blobs_mlp_double_relu(seed: int) -> Training:
    def double(x: Any) -> Any:
        return ops.relu(ops.concatenate([x, -x], -1))

    model = chain(
        (8,),
        layers.Dense(16),
        layers.Lambda(double, output_shape=(32,)),
        layers.Dense(16),
        layers.Lambda(double, output_shape=(32,)),
        layers.Dense(6, "softmax"),
    )
    return train(model, "adam", _SPARSE, blobs(seed, 1000))


class _Cycle(optimizers.schedules.LearningRateSchedule):
    """From a small rate to a large one and back."""

    def __call__(self, step: Any) -> Any:
        phase = ops.cast(step % 50, "float32") / 25 - 1
        return 1e-4 + 2e-2 * (1 - ops.absolute(phase))

    def get_config(self) -> dict[str, Any]:
        return {}


@program("The rate goes up and down.")
def digits_cnn_cyclic_rate(seed: int) -> Training:
    x, y = bundled("digits", seed, 1000)
    model = chain(
        (64,),
        layers.Reshape((8, 8, 1)),
        layers.Conv2D(16, 3, activation="relu"),
        layers.Flatten(),
        layers.Dense(10, "softmax"),
    )
    return train(model, optimizers.Adam(_Cycle()), _SPARSE, (x, y))


@program("A layer of a code near 0: an L1 penalty on what it gives.")
def beats_autoencoder_sparse_code(seed: int) -> Training:
    x, _ = beats(seed, 800)
    x = x[..., 0]
    code = layers.Dense(64, "relu", activity_regularizer=keras.regularizers.L1(
        1e-4
    ))  # fmt: skip
    model = chain((80,), code, layers.Dense(80))
    return train(model, optimizers.Adam(3e-3), "mse", (x, x), 12)


@program("Batches are small, and the norm has a momentum of 0.9.")
def mnist_cnn_batch_norm_small_batches(seed: int) -> Training:
    model = chain(
        (784,),
        layers.Reshape((28, 28, 1)),
        layers.Conv2D(8, 5, 2),
        layers.BatchNormalization(momentum=0.9),
        layers.ReLU(),
        layers.Conv2D(16, 3, 2),
        layers.BatchNormalization(momentum=0.9),
        layers.ReLU(),
        layers.Flatten(),
        layers.Dense(10, "softmax"),
    )
    rate, data = optimizers.Adam(3e-3), bundled("mnist", seed, 1000)
    return train(model, rate, _SPARSE, data, 6, 8)
