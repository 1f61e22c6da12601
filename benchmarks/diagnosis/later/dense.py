"""Healthy programs of dense layers; many look as if something were wrong."""

import keras
import numpy as np
from keras import initializers, layers, regularizers

from benchmarks.diagnosis.data import (
    bundled,
    friedman,
    moons,
    sine,
    spirals,
)
from benchmarks.diagnosis.later.parts import (
    halves,
    labelled,
    mlp,
    parity,
    training,
)
from benchmarks.diagnosis.program import Training

_SPARSE = "sparse_categorical_crossentropy"


@labelled(why="Half of the ReLU units are dead: a bias of -8.")
def later_fine_digits_half_dead(seed: int) -> Training:
    x, y = bundled("digits", seed, 1200)
    rng = np.random.default_rng(seed)
    model = mlp(64, (128, 64), "relu", layers.Dense(10, "softmax"))
    kernel, bias = model.layers[0].get_weights()
    bias[rng.permutation(128)[:64]] = -8
    model.layers[0].set_weights([kernel, bias])
    return training(model, x, y, "adam", _SPARSE, epochs=12)


@labelled(why="Inputs of one-hot words: nearly all are 0.")
def later_fine_one_hot_words(seed: int) -> Training:
    rng = np.random.default_rng(seed)
    worth = rng.normal(size=150)
    words = rng.integers(0, 150, (1200, 3))
    x = np.zeros((1200, 3, 150), "float32")
    np.put_along_axis(x, words[..., None], 1, 2)
    y = worth[words].sum(1) + 0.3 * rng.normal(size=1200)
    model = mlp(450, (64,), "relu", layers.Dense(1))
    return training(
        model,
        x.reshape(1200, 450),
        y.astype("float32"),
        "adam",
        "mse",
        epochs=15,
    )


@labelled(why="Raw inputs up to 4000, but batch normalisation comes first.")
def later_fine_breast_cancer_raw_norm(seed: int) -> Training:
    x, y = bundled("breast_cancer", seed, 560, raw=True)
    train, validation = halves(x, y, 450)
    model = keras.Sequential(
        [
            keras.Input((30,)),
            layers.BatchNormalization(momentum=0.9),
            layers.Dense(24, "relu"),
            layers.Dense(1, "sigmoid"),
        ]
    )
    return training(
        model,
        *train,
        keras.optimizers.Adam(0.005),
        "binary_crossentropy",
        validation=validation,
        epochs=15,
    )


@labelled(why="Targets near 300, which the last layer scales.")
def later_fine_friedman_scaled_output(seed: int) -> Training:
    x, y = friedman(seed, 700)
    y = 200 + 8 * y
    model = mlp(
        10,
        (48, 48),
        "relu",
        layers.Dense(1),
        layers.Rescaling(float(y.std()), float(y.mean())),
    )
    optimizer = keras.optimizers.Adam(1e-3)
    return training(model, x, y, optimizer, "mse", epochs=20)


@labelled(why="SGD of rate 1, which this small network bears.")
def later_fine_moons_sgd_one(seed: int) -> Training:
    x, y = moons(seed, 700)
    model = mlp(2, (16, 16), "tanh", layers.Dense(1, "sigmoid"))
    return training(
        model,
        x,
        y,
        keras.optimizers.SGD(1.0),
        "binary_crossentropy",
        epochs=15,
    )


@labelled(why="The rate of Adam begins at 0.000001 and is warmed up.")
def later_fine_digits_warm_up(seed: int) -> Training:
    x, y = bundled("digits", seed, 1200)
    schedule = keras.optimizers.schedules.CosineDecay(
        1e-6, 400, warmup_target=3e-3, warmup_steps=120
    )
    model = mlp(64, (64,), "gelu", layers.Dense(10, "softmax"))
    optimizer = keras.optimizers.AdamW(schedule, weight_decay=0.01)
    return training(model, x, y, optimizer, _SPARSE, epochs=14)


@labelled(why="The last layer begins at 0.")
def later_fine_sine_zero_last(seed: int) -> Training:
    x, y = sine(seed, 600)
    model = mlp(
        1,
        (32, 32),
        "swish",
        layers.Dense(1, kernel_initializer="zeros"),
    )
    optimizer = keras.optimizers.Adam(0.01)
    return training(model, x, y, optimizer, "mse", epochs=25)


@labelled(why="Dropout of 0.7 on wide layers.")
def later_fine_mnist_dropout(seed: int) -> Training:
    x, y = bundled("mnist", seed, 1000)
    train, validation = halves(x.reshape(-1, 784), y, 800)
    inputs = keras.Input((784,))
    hidden = layers.Dense(256, "relu")(inputs)
    hidden = layers.Dropout(0.7)(hidden)
    hidden = layers.Dense(128, "relu")(hidden)
    hidden = layers.Dropout(0.7)(hidden)
    model = keras.Model(inputs, layers.Dense(10, "softmax")(hidden))
    return training(
        model,
        *train,
        "adam",
        _SPARSE,
        validation=validation,
        epochs=10,
    )


@labelled(why="It overfits sixty samples, a third of whose labels are wrong.")
def later_fine_wine_overfits(seed: int) -> Training:
    x, y = bundled("wine", seed, 178)
    rng = np.random.default_rng(seed)
    wrong = rng.uniform(size=60) < 0.5
    y[:60][wrong] = rng.integers(0, 3, wrong.sum())
    train, validation = halves(x, y, 60)
    model = mlp(13, (128, 128), "relu", layers.Dense(3, "softmax"))
    return training(
        model,
        *train,
        keras.optimizers.Adam(0.005),
        _SPARSE,
        validation=validation,
        epochs=30,
        batch_size=10,
    )


@labelled(why="One sample in twelve is positive; weights of the classes.")
def later_fine_rare_class_weights(seed: int) -> Training:
    x, y = bundled("breast_cancer", seed, 560)
    rare = np.flatnonzero(y == 0)[:30]
    kept = np.sort(np.concatenate([rare, np.flatnonzero(y == 1)]))
    x, y = x[kept], 1 - y[kept]
    model = mlp(30, (16,), "relu", layers.Dense(1, "sigmoid"))
    return training(
        model,
        x,
        y,
        keras.optimizers.Adam(0.003),
        "binary_crossentropy",
        epochs=15,
        batch_size=16,
        fit={"class_weight": {0: 1.0, 1: 11.0}},
    )


@labelled(why="A third of the variance of the targets is noise.")
def later_fine_sine_noise(seed: int) -> Training:
    x, y = sine(seed, 900, noise=0.5)
    train, validation = halves(x, y, 700)
    model = mlp(1, (32, 32), "elu", layers.Dense(1))
    return training(
        model,
        *train,
        keras.optimizers.Adam(0.01),
        "mse",
        validation=validation,
        epochs=25,
    )


@labelled(why="Parity of four bits: nothing is learned for some epochs.")
def later_fine_parity_plateau(seed: int) -> Training:
    x, y = parity(seed, 600, 4, others=2)
    model = mlp(6, (32, 16), "tanh", layers.Dense(1, "sigmoid"))
    return training(
        model,
        x,
        y,
        keras.optimizers.SGD(0.1, momentum=0.9),
        "binary_crossentropy",
        epochs=30,
    )


@labelled(why="A deep network of SELU units with its own dropout.")
def later_fine_spirals_selu(seed: int) -> Training:
    x, y = spirals(seed, 800)
    inputs = hidden = keras.Input((2,))
    for _ in range(5):
        hidden = layers.Dense(32, "selu", kernel_initializer="lecun_normal")(
            hidden
        )
    hidden = layers.AlphaDropout(0.05)(hidden)
    model = keras.Model(inputs, layers.Dense(1, "sigmoid")(hidden))
    return training(
        model,
        x,
        y,
        keras.optimizers.Adam(0.005),
        "binary_crossentropy",
        epochs=25,
    )


@labelled(why="Pixels from 0 to 255, which the model scales itself.")
def later_fine_mnist_rescaling(seed: int) -> Training:
    x, y = bundled("mnist", seed, 700, raw=True)
    model = keras.Sequential(
        [
            keras.Input((784,)),
            layers.Rescaling(1 / 255),
            layers.Dense(64),
            layers.LeakyReLU(),
            layers.Dense(10),
        ]
    )
    loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    optimizer = keras.optimizers.Nadam(0.002)
    return training(model, x.reshape(-1, 784), y, optimizer, loss, epochs=10)


@labelled(why="Counts, of which a third are 0, and a softplus output.")
def later_fine_counts_softplus(seed: int) -> Training:
    rng = np.random.default_rng(seed)
    x = rng.normal(size=(800, 5)).astype("float32")
    y = rng.poisson(np.exp(1.2 * x[:, 0] - 0.9 * x[:, 1] + 0.5))
    model = mlp(5, (24, 24), "relu", layers.Dense(1, "softplus"))
    return training(
        model,
        x,
        y.astype("float32"),
        keras.optimizers.Adam(0.01),
        "mse",
        epochs=25,
        batch_size=64,
    )


@labelled(why="Labels of -1 and 1, a tanh output and the hinge loss.")
def later_fine_breast_cancer_hinge(seed: int) -> Training:
    x, y = bundled("breast_cancer", seed, 500)
    y = (2 * y - 1).astype("float32")
    model = mlp(
        30,
        (16,),
        "softsign",
        layers.Dense(1, "tanh"),
        kernel_regularizer=regularizers.L2(1e-4),
    )
    return training(
        model, x, y, keras.optimizers.Adagrad(0.1), "hinge", epochs=12
    )


@labelled(why="Two outputs: a class, and a measure of another scale.")
def later_fine_wine_two_outputs(seed: int) -> Training:
    x, y = bundled("wine", seed, 178)
    inputs = keras.Input((12,))
    hidden = layers.Dense(32, "relu")(inputs)
    outputs = [
        layers.Dense(3, "softmax", name="kind")(hidden),
        layers.Dense(1, name="proline")(hidden),
    ]
    return training(
        keras.Model(inputs, outputs),
        x[:, :12],
        [y, 5 * x[:, 12]],
        keras.optimizers.Adam(0.01),
        [_SPARSE, "mse"],
        loss_weights=[1.0, 0.1],
        epochs=30,
        batch_size=16,
    )


@labelled(why="Gates that begin nearly shut carry the inputs past six layers.")
def later_fine_digits_highway(seed: int) -> Training:
    x, y = bundled("digits", seed, 1200)
    shut = initializers.Constant(-3.0)
    inputs = keras.Input((64,))
    hidden = layers.Dense(32, "tanh")(inputs)
    for _ in range(6):
        gate = layers.Dense(32, "sigmoid", bias_initializer=shut)(hidden)
        new = layers.Dense(32, "tanh")(hidden)
        hidden = hidden + gate * (new - hidden)
    model = keras.Model(inputs, layers.Dense(10, "softmax")(hidden))
    optimizer = keras.optimizers.Adam(0.003)
    return training(model, x, y, optimizer, _SPARSE, epochs=10)


def learned_below_five(seed: int) -> keras.Model:
    """A network that knows the digits below 5."""
    x, y = bundled("digits", seed + 100, 900)
    model = mlp(64, (48, 48), "relu", layers.Dense(10, "softmax"))
    model.compile("adam", _SPARSE, jit_compile=False)
    model.fit(x[y < 5], y[y < 5], epochs=12, verbose=0)
    return model


@labelled(why="A trained network is tuned further at a rate of 0.0002.")
def later_fine_digits_tuning(seed: int) -> Training:
    x, y = bundled("digits", seed, 1200)
    model = learned_below_five(seed)
    optimizer = keras.optimizers.Adam(2e-4)
    return training(model, x, y, optimizer, _SPARSE, epochs=20)


@labelled(why="Half of the samples count ten times as much; raw inputs.")
def later_fine_iris_sample_weights(seed: int) -> Training:
    x, y = bundled("iris", seed, 150, raw=True)
    weights = np.where(np.arange(150) < 75, 2.0, 0.2).astype("float32")
    model = mlp(4, (16, 16), "relu", layers.Dense(3, "softmax"))
    return training(
        model,
        x,
        y,
        keras.optimizers.Adam(0.01),
        _SPARSE,
        epochs=30,
        batch_size=16,
        fit={"sample_weight": weights},
    )


PROGRAMS = [
    later_fine_digits_half_dead,
    later_fine_one_hot_words,
    later_fine_breast_cancer_raw_norm,
    later_fine_friedman_scaled_output,
    later_fine_moons_sgd_one,
    later_fine_digits_warm_up,
    later_fine_sine_zero_last,
    later_fine_mnist_dropout,
    later_fine_wine_overfits,
    later_fine_rare_class_weights,
    later_fine_sine_noise,
    later_fine_parity_plateau,
    later_fine_spirals_selu,
    later_fine_mnist_rescaling,
    later_fine_counts_softplus,
    later_fine_breast_cancer_hinge,
    later_fine_wine_two_outputs,
    later_fine_digits_highway,
    later_fine_digits_tuning,
    later_fine_iris_sample_weights,
]
