"""Programs that are sick before the first step, or by what they are fed."""

import keras
from keras import layers
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
    "digits_autoencoder_elu_constant_kernels",
    DESIGN,
    "symmetric_units",
    "Constant kernels: the code of eight units is worth a single one.",
)
def _(seed: int) -> Training:
    x, _ = base.bundled("digits", seed, 600)
    model = stack(
        (64,),
        layers.Dense(32, "elu", kernel_initializer=constant(0.05)),
        layers.Dense(8, "elu", kernel_initializer=constant(0.05)),
        layers.Dense(64, kernel_initializer=constant(0.05)),
    )
    return training(model, (x, x), "mse", Adam(0.003), epochs=15)


@add(
    "digits_gru_constant_kernels",
    DESIGN,
    "symmetric_units",
    "All units of the GRU are one, since its kernels are constant.",
)
def _(seed: int) -> Training:
    x, y = base.bundled("digits", seed, 600)
    model = stack(
        (8, 8),
        layers.GRU(
            16,
            kernel_initializer=constant(0.1),
            recurrent_initializer=constant(0.02),
        ),
        layers.Dense(10, "softmax", kernel_initializer=constant(0.1)),
    )
    return training(model, (x.reshape(-1, 8, 8), y), SPARSE, Adam(0.01))


@add(
    "spirals_mlp_leaky_constant_kernels",
    UNSEEN,
    "symmetric_units",
    "Constant kernels: each layer of 32 leaky units is one unit.",
)
def _(seed: int) -> Training:
    model = stack(
        (2,),
        *dense([32, 32], "leaky_relu", kernel_initializer=constant(0.1)),
        layers.Dense(1, "sigmoid"),
    )
    samples = base.spirals(seed, 700)
    return training(model, samples, BINARY, Adam(0.01), epochs=15)


@add(
    "mnist_mlp_gelu_zero_hidden",
    UNSEEN,
    "symmetric_units",
    "The kernels of both hidden layers are zero, and so is their gradient.",
)
def _(seed: int) -> Training:
    model = stack(
        (784,),
        *dense([48, 32], "gelu", kernel_initializer="zeros"),
        layers.Dense(10, "softmax"),
    )
    samples = base.bundled("mnist", seed, 600)
    return training(model, samples, SPARSE, SGD(0.1, momentum=0.9))


@add(
    "wine_mlp_tanh_raw_inputs",
    DESIGN,
    "input_scale",
    "Raw features: proline of about 750 saturates every tanh.",
)
def _(seed: int) -> Training:
    model = stack((13,), *dense([16, 16], "tanh"), layers.Dense(3, "softmax"))
    samples = base.bundled("wine", seed, 178, raw=True)
    return training(model, samples, SPARSE, SGD(0.05), epochs=15, held_out=40)


@add(
    "mnist_cnn_raw_pixels_momentum",
    DESIGN,
    "input_scale rate_too_high diverged",
    "Pixels up to 255 at a rate that pixels up to 1 would bear.",
)
def _(seed: int) -> Training:
    model = stack(
        (28, 28, 1),
        layers.Conv2D(8, 5, strides=3, activation="relu"),
        layers.Conv2D(16, 3, activation="relu"),
        layers.Flatten(),
        layers.Dense(10, "softmax"),
    )
    samples = data.images("mnist", seed, 600, raw=True)
    return training(model, samples, SPARSE, SGD(0.05, momentum=0.9), epochs=5)


@add(
    "friedman_mlp_sigmoid_inputs_in_thousands",
    UNSEEN,
    "input_scale",
    "Features given in another unit, around 3,000, saturate sigmoids.",
)
def _(seed: int) -> Training:
    x, y = data.scaled_friedman(seed)
    model = stack((10,), *dense([32, 16], "sigmoid"), layers.Dense(1))
    return training(model, (3000 + 200 * x, y), "mse", SGD(0.05))


@add(
    "adding_lstm_inputs_in_thousands",
    UNSEEN,
    "input_scale",
    "The numbers of the sequence are up to 5,000 and saturate the gates.",
)
def _(seed: int) -> Training:
    x, y = base.adding(seed, 600, 8)
    x = x * [5000, 1]
    model = stack((8, 2), layers.LSTM(16), layers.Dense(1))
    return training(model, (x, base.standard(y)), "mse", Adam(0.005))


@add(
    "sine_mlp_tanh_targets_of_3000",
    DESIGN,
    "target_scale",
    "Targets of rms 2,000, which the steps of Adam cannot reach.",
)
def _(seed: int) -> Training:
    x, y = base.sine(seed, 600)
    model = stack((1,), *dense([32, 32], "tanh"), layers.Dense(1))
    return training(model, (x, 3000 * y), "mse", Adam(0.002))


@add(
    "linnerud_mlp_raw_targets",
    DESIGN,
    "target_scale",
    "Weights, waists and pulses of 20 people, 35 to 250, as they are.",
)
def _(seed: int) -> Training:
    model = stack((3,), *dense([16, 16], "silu"), layers.Dense(3))
    x, y = base.bundled("linnerud", seed, 20)
    return training(
        model,
        (x, y.astype("float32")),
        "mse",
        Adam(0.001),
        epochs=30,
        batch_size=4,
        held_out=0,
    )


@add(
    "friedman_batch_norm_targets_of_4000",
    UNSEEN,
    "target_scale rate_too_high diverged",
    "Targets of rms 4,000 at a rate that is right for those of rms 1.",
)
def _(seed: int) -> Training:
    x, y = base.friedman(seed, 600)
    model = stack(
        (10,),
        layers.Dense(32, "relu"),
        layers.BatchNormalization(momentum=0.9),
        layers.Dense(32, "relu"),
        layers.Dense(1),
    )
    return training(model, (x, 300 * y), "mse", SGD(0.05))


@add(
    "pulses_cnn_targets_in_microseconds",
    UNSEEN,
    "target_scale",
    "Two targets of rms up to 2,600 for a convolution with RMSprop.",
)
def _(seed: int) -> Training:
    x, y = data.pulses(seed, 500)
    model = stack(
        (48, 1),
        layers.Conv1D(16, 5, strides=2, activation="elu"),
        layers.Conv1D(16, 5, strides=2, activation="elu"),
        layers.Flatten(),
        layers.Dense(2),
    )
    return training(model, (x, 100 * y), "mse", RMSprop(0.001), epochs=6)


@add(
    "breast_cancer_mlp_relu_biases_of_minus_twelve",
    DESIGN,
    "born_dead",
    "Biases of -12 under sums of deviation 1.",
)
def _(seed: int) -> Training:
    model = stack(
        (30,),
        layers.Dense(32, "relu", bias_initializer=constant(-12.0)),
        layers.Dense(16, "relu"),
        layers.Dense(1, "sigmoid"),
    )
    samples = base.bundled("breast_cancer", seed, 560)
    return training(model, samples, BINARY, Adam(0.003))


@add(
    "shapes_cnn_second_layer_below_zero",
    DESIGN,
    "born_dead",
    "Random biases around -9 in the second convolution.",
)
def _(seed: int) -> Training:
    model = stack(
        (12, 12, 1),
        layers.Conv2D(8, 3, activation="relu"),
        layers.Conv2D(8, 3, activation="relu", bias_initializer=normal(1, -9)),
        layers.Flatten(),
        layers.Dense(3, "softmax"),
    )
    samples = base.shapes(seed, 600)
    return training(model, samples, SPARSE, RMSprop(0.002), epochs=6)


@add(
    "digits_residual_negative_kernels",
    UNSEEN,
    "born_dead",
    "Pixels are not negative and all weights of the stem are.",
)
def _(seed: int) -> Training:
    inputs = keras.Input((64,))
    negative = keras.initializers.RandomUniform(-0.3, -0.02)
    h = layers.Dense(32, "relu", kernel_initializer=negative)(inputs)
    for _ in range(3):
        h = layers.Add()([h, layers.Dense(32, "relu")(h)])
    model = keras.Model(inputs, layers.Dense(10, "softmax")(h))
    samples = base.bundled("digits", seed, 600)
    return training(model, samples, SPARSE, SGD(0.1))


@add(
    "mnist_mlp_inverted_pixels",
    UNSEEN,
    "born_dead",
    "Positive weights suit pixels of 0 to 1, but these are of 0 to -1.",
)
def _(seed: int) -> Training:
    x, y = base.bundled("mnist", seed, 600)
    positive = keras.initializers.RandomUniform(0.0, 0.1)
    model = stack(
        (784,),
        layers.Dense(48, "relu", kernel_initializer=positive),
        layers.Dense(24, "relu"),
        layers.Dense(10, "softmax"),
    )
    return training(model, (-x, y), SPARSE, Adam(0.002), epochs=6)


@add(
    "wine_mlp_tanh_large_weights",
    DESIGN,
    "saturated_at_birth",
    "Four layers of tanh with weights of deviation 6: the head alone learns, "
    "and by heart.",
)
def _(seed: int) -> Training:
    model = stack(
        (13,),
        *dense([24] * 4, "tanh", kernel_initializer=normal(6.0)),
        layers.Dense(3, "softmax"),
    )
    samples = base.bundled("wine", seed, 178)
    return training(model, samples, SPARSE, SGD(0.01), held_out=40)


@add(
    "tokens_embedding_of_fifty",
    DESIGN,
    "saturated_at_birth",
    "An embedding of deviation 50 puts every tanh behind it at its ends.",
)
def _(seed: int) -> Training:
    model = stack(
        (16,),
        layers.Embedding(200, 16, embeddings_initializer=normal(50.0)),
        layers.Dense(16, "tanh"),
        layers.Flatten(),
        layers.Dense(16, "tanh", kernel_initializer=normal(3.0)),
        layers.Dense(1, "sigmoid"),
        dtype="int32",
    )
    return training(model, base.tokens(seed, 600), BINARY, SGD(0.05))


@add(
    "rings_mlp_sigmoid_large_weights",
    UNSEEN,
    "saturated_at_birth",
    "Sigmoids with weights of deviation 40 are steps without a slope; with "
    "the usual weights nearly all samples are told apart.",
)
def _(seed: int) -> Training:
    model = stack(
        (2,),
        *dense([24] * 3, "sigmoid", kernel_initializer=normal(40.0)),
        layers.Dense(1, "sigmoid"),
    )
    return training(model, data.rings(seed, 700), BINARY, Adam(0.02))


@add(
    "adding_lstm_large_kernels",
    UNSEEN,
    "saturated_at_birth",
    "Kernels of deviation 30 shut or open all gates for good.",
)
def _(seed: int) -> Training:
    x, y = base.adding(seed, 600, 8)
    model = stack(
        (8, 2),
        layers.LSTM(
            16,
            kernel_initializer=normal(30.0),
            recurrent_initializer=normal(30.0),
        ),
        layers.Dense(1),
    )
    return training(model, (x, base.standard(y)), "mse", Adam(0.003))


@add(
    "digits_cnn_leaky_exploding",
    DESIGN,
    "exploding_at_birth",
    "Weights of deviation 1 in five convolutions of 16 channels.",
)
def _(seed: int) -> Training:
    model = stack(
        (8, 8, 1),
        *[
            layers.Conv2D(
                16,
                3,
                padding="same",
                activation="leaky_relu",
                kernel_initializer=normal(1.0),
            )
            for _ in range(5)
        ],
        layers.GlobalAveragePooling2D(),
        layers.Dense(10, "softmax"),
    )
    samples = data.images("digits", seed, 500)
    return training(model, samples, SPARSE, Adam(0.001), epochs=6)


@add(
    "friedman_residual_exploding",
    DESIGN,
    "exploding_at_birth",
    "Each of 15 unnormalised blocks doubles the signal.",
)
def _(seed: int) -> Training:
    inputs = keras.Input((10,))
    wide = keras.initializers.VarianceScaling(8.0)
    h = layers.Dense(24)(inputs)
    for _ in range(15):
        branch = layers.Dense(24, "silu", kernel_initializer=wide)(h)
        h = layers.Add()([h, branch])
    model = keras.Model(inputs, layers.Dense(1)(h))
    samples = data.scaled_friedman(seed)
    return training(model, samples, "mse", Adam(0.001), epochs=8)


@add(
    "breast_cancer_mlp_gelu_exploding",
    UNSEEN,
    "exploding_at_birth",
    "Ten layers with weights of deviation 2.",
)
def _(seed: int) -> Training:
    model = stack(
        (30,),
        *dense([24] * 10, "gelu", kernel_initializer=normal(2.0)),
        layers.Dense(1, "sigmoid"),
    )
    samples = base.bundled("breast_cancer", seed, 500)
    return training(model, samples, BINARY, RMSprop(0.001))


@add(
    "signals_cnn_relu_exploding",
    UNSEEN,
    "exploding_at_birth",
    "Variance scaling with a scale of 40 in six convolutions.",
)
def _(seed: int) -> Training:
    wide = keras.initializers.VarianceScaling(40.0)
    parts = [
        layers.Conv1D(12, 5, activation="relu", kernel_initializer=wide)
        for _ in range(6)
    ]
    model = stack(
        (64, 1), *parts, layers.GlobalMaxPooling1D(), layers.Dense(3, "softmax")
    )
    samples = base.signals(seed, 500)
    return training(model, samples, SPARSE, Adam(0.001), epochs=6)


@add(
    "wine_mlp_tanh_tiny_weights",
    DESIGN,
    "vanishing_signal",
    "Ten layers with weights of deviation 0.03.",
)
def _(seed: int) -> Training:
    model = stack(
        (13,),
        *dense([24] * 10, "tanh", kernel_initializer=normal(0.03)),
        layers.Dense(3, "softmax"),
    )
    samples = base.bundled("wine", seed, 178)
    return training(
        model, samples, SPARSE, SGD(0.05, momentum=0.9), held_out=40
    )


@add(
    "digits_cnn_relu_tiny_kernels",
    DESIGN,
    "vanishing_signal",
    "Seven convolutions with weights of deviation 0.01.",
)
def _(seed: int) -> Training:
    model = stack(
        (8, 8, 1),
        *[
            layers.Conv2D(
                12,
                3,
                padding="same",
                activation="relu",
                kernel_initializer=normal(0.01),
            )
            for _ in range(7)
        ],
        layers.Flatten(),
        layers.Dense(10, "softmax"),
    )
    samples = data.images("digits", seed, 500)
    return training(model, samples, SPARSE, SGD(0.1), epochs=6)


@add(
    "friedman_mlp_sigmoid_ten_layers",
    UNSEEN,
    "vanishing_signal",
    "Each of ten sigmoid layers divides the gradient by four or more.",
)
def _(seed: int) -> Training:
    model = stack((10,), *dense([24] * 10, "sigmoid"), layers.Dense(1))
    samples = data.scaled_friedman(seed)
    return training(model, samples, "mse", SGD(0.1))


@add(
    "spirals_mlp_silu_twenty_layers",
    UNSEEN,
    "vanishing_signal",
    "SiLU with Glorot's weights halves the signal in each of 20 layers.",
)
def _(seed: int) -> Training:
    model = stack((2,), *dense([24] * 20, "silu"), layers.Dense(1, "sigmoid"))
    samples = base.spirals(seed, 600)
    return training(model, samples, BINARY, SGD(0.1, momentum=0.9), epochs=8)
