# ---
# jupyter:
#   jupytext:
#     text_representation:
#       extension: .py
#       format_name: percent
#   kernelspec:
#     display_name: Python 3
#     language: python
#     name: python3
# ---

# %% [markdown]
# # Six activation functions
#
# A layer of a network computes `z = W x + b` and passes each element of `z`
# through an activation function `a = f(z)`. This notebook draws the six that
# this package has as layers, and measures what is usually said of them:
# their slope, their range, their mean and their cost.

# %%
import functools
import time
from textwrap import fill

import keras
import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
import tensorflow as tf
from IPython.display import display

import keras_activations as ka
from keras_activations import datasets

keras.utils.set_random_seed(0)
FUNCTIONS = {
    "sigmoid": ka.activations.sigmoid,
    "tanh": ka.activations.tanh,
    "relu": ka.activations.relu,
    "leaky_relu": lambda z: ka.activations.leaky_relu(z, 0.01),
    "prelu": lambda z: ka.activations.prelu(z, tf.constant([0.25])),
    "elu": lambda z: ka.activations.elu(z, 1.0),
}
# Colours that stay apart for colour-blind readers (Okabe and Ito).
BLUE, ORANGE, GREEN = "#0072B2", "#D55E00", "#009E73"
plt.rcParams.update({"figure.dpi": 80, "axes.grid": True, "grid.alpha": 0.3})

# %% [markdown]
# ## Shape and slope
#
# | | f(z) | slope f'(z) | range |
# |---|---|---|---|
# | sigmoid | 1 / (1 + exp(-z)) | f (1 - f) | (0, 1) |
# | tanh | (exp(z) - exp(-z)) / (exp(z) + exp(-z)) | 1 - f² | (-1, 1) |
# | ReLU | z if z > 0, else 0 | 1 if z > 0, else 0 | from 0 |
# | LeakyReLU | z if z > 0, else 0.01 z | 1 if z > 0, else 0.01 | all numbers |
# | PReLU | z if z > 0, else alpha z | 1 if z > 0, else alpha | all numbers |
# | ELU | z if z > 0, else alpha (e^z - 1) | 1, else f + alpha | > -alpha |
#
# The slope is what a gradient is multiplied by on its way back through the
# unit. The picture shows what TensorFlow computes, with the functions that
# training uses; the last cell compares it with the table. PReLU learns its
# alpha, which starts at 0.25. The alpha of ELU is 1 here.


# %%
def value_and_slope(function, z):
    z = tf.convert_to_tensor(z)
    with tf.GradientTape() as tape:
        tape.watch(z)
        a = function(z)
    return a.numpy(), tape.gradient(a, z).numpy()


z = np.linspace(-6, 6, 601, dtype="float32")
figure, panels = plt.subplots(2, 3, figsize=(11, 6), layout="constrained")
for axes, (name, function) in zip(panels.flat, FUNCTIONS.items(), strict=True):
    value, slope = value_and_slope(function, z)
    axes.plot(z, value, color=BLUE, label="f(z)")
    axes.plot(z, slope, "--", color=ORANGE, label="slope f'(z)")
    axes.set(title=name, xlabel="input z", ylabel="f, f'", ylim=(-1.3, 2.2))
panels[0, 0].legend(loc="upper left")
plt.show()

# %% [markdown]
# ## Range and mean
#
# The last three columns say what comes out when `z` follows the normal
# distribution N(0, 1), which is about true in a well initialised network: the
# mean, the standard deviation, and the bias shift `|E a| / sqrt(E a^2)`. The
# bias shift is 0 for a mean of zero and 1 for a constant, whatever the scale.

# %%
wide = np.linspace(-30, 30, 60001, dtype="float32")
normal = np.linspace(-9, 9, 180001)
weight = np.exp(-(normal**2) / 2)
weight /= weight.sum()

rows = {}
for name, function in FUNCTIONS.items():
    value, _ = value_and_slope(function, wide)
    a, _ = value_and_slope(function, normal.astype("float32"))
    mean, square = (weight * a).sum(), (weight * a.astype(float) ** 2).sum()
    mean = round(mean, 12) + 0.0  # that of tanh is 0, but for rounding
    (low, middle, high) = value_and_slope(
        function, np.array([-10.0, 0.0, 10.0], "float32")
    )[1]
    rows[name] = {
        "least on [-30, 30]": value.min(),
        "greatest on [-30, 30]": value.max(),
        "slope at -10": low,
        "slope at 0": middle,
        "slope at 10": high,
        "mean": mean,
        "std": np.sqrt(square - mean**2),
        "bias shift": abs(mean) / np.sqrt(square),
    }
table = pd.DataFrame(rows).T
display(table.map("{:.4g}".format))

# %% [markdown]
# ## Sigmoid as a firing rate
#
# > **Claim 2.** Sigmoid squashes any number into (0, 1), which can be read as
# > the firing rate of a neuron.
#
# In exact arithmetic the ends of the interval are never reached. In float32,
# which networks compute in, they are: close to 1 the numbers lie 6e-8 apart,
# and what is nearer to 1 than half of that is rounded to it. There the slope
# `a (1 - a)` is 0 and not merely small.

# %%
fine = np.linspace(0, 120, 120001, dtype="float32")
up, slope_up = value_and_slope(ka.activations.sigmoid, fine)
down, slope_down = value_and_slope(ka.activations.sigmoid, -fine)
reaches_one = fine[up == 1.0].min()
reaches_zero = -fine[down == 0.0].min()
slope, steepest = slope_up[fine == 10][0], slope_up.max()
assert np.all(np.diff(up) >= 0) and 0 <= down.min() and up.max() <= 1

figure, (curve, ends) = plt.subplots(
    1, 2, figsize=(11, 3.5), layout="constrained"
)
value, value_slope = value_and_slope(ka.activations.sigmoid, z)
curve.plot(z, value, color=BLUE, label="sigmoid, read as firing rate")
curve.plot(z, value_slope, "--", color=ORANGE, label="slope, at most 1/4")
curve.set(xlabel="input z", ylabel="output, slope", title="Squashed to (0, 1)")
curve.legend()
ends.semilogy(fine, down, color=BLUE, label="sigmoid(-z)")
shown = up < 1
ends.semilogy(
    fine[shown],
    1 - up[shown],
    color=ORANGE,
    linewidth=4,
    alpha=0.6,
    label="1 - sigmoid(z)",
)
ends.axvline(reaches_one, color="black", linestyle=":")
ends.annotate(
    f"sigmoid(z) is 1.0\nfrom z = {reaches_one:.1f} on",
    (reaches_one + 2, 1e-38),  # below the line, not across it
)
ends.set(
    xlabel="z",
    ylabel="distance from the end",
    title="The ends of the interval, in float32",
    ylim=(1e-45, 3),
)
ends.legend()
plt.show()

print(
    fill(
        "Claim 2, refined: outputs lie in (0, 1) and rise with the input, so "
        "that they can be read as a rate; but float32 rounds them to exactly 1 "
        f"from z = {reaches_one:.1f} on, and the steepest slope is "
        f"{steepest:.2f}"
    )
)

# %% [markdown]
# ## The vanishing slope
#
# > **Claim 3.** A strongly activated sigmoid passes next to no gradient: from
# > z = 10 a move to 8 or 15 hardly changes the output, and nothing upstream of
# > it learns. (Often added: "the slope there is about 0.001".)

# %%
eight, ten, fifteen = value_and_slope(
    ka.activations.sigmoid, np.array([8.0, 10.0, 15.0], "float32")
)[0]
share = slope / steepest
display(
    pd.DataFrame(
        {
            "sigmoid(10)": f"{ten:.7f}",
            "sigmoid(8) - sigmoid(10)": f"{eight - ten:+.1e}",
            "sigmoid(15) - sigmoid(10)": f"{fifteen - ten:+.1e}",
            "slope at 10": f"{slope:.2e}",
            "of the slope at 0": f"{share:.2e}, one part in {1 / share:.0f}",
        },
        index=["value"],
    ).T
)

# %% [markdown]
# What does that mean for a network? Eight hidden layers of 64 units classify
# 1437 images of digits (8x8 pixels, from scikit-learn). Before any training,
# one backward pass gives the gradient of the loss for the weights of each
# layer. Its size tells how fast the layer can learn. Ten networks, each with
# other initial weights; the line is their median, the band reaches from the
# least to the greatest.
#
# The slope of sigmoid is at most 1/4, so a gradient becomes smaller in each
# layer that it passes, whether a unit is strongly activated or not. "Scaled"
# is the same sigmoid with four times larger initial weights, which makes up
# for the slope of 1/4: then hundreds of times as much gradient arrives.

# %%
data = datasets.load("digits")
DEPTH = 8


def gradient_sizes(activation, initializer, seed):
    keras.utils.set_random_seed(seed)
    model = keras.Sequential(
        [keras.Input((8, 8)), keras.layers.Flatten()]
        + [
            keras.layers.Dense(
                64, activation=activation(), kernel_initializer=initializer
            )
            for _ in range(DEPTH)
        ]
        + [keras.layers.Dense(10)]
    )
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean(
            keras.losses.sparse_categorical_crossentropy(
                data.y, model(data.x), from_logits=True
            )
        )
    kernels = [w for w in model.trainable_weights if w.name == "kernel"]
    return [
        float(tf.sqrt(tf.reduce_mean(g**2)))
        for g in tape.gradient(loss, [w.value for w in kernels])
    ]


def scaled_glorot(shape, dtype=None):
    return 4 * keras.initializers.GlorotUniform()(shape, dtype)


sizes = {
    name: np.array(
        [gradient_sizes(activation, initializer, s) for s in range(10)]
    )
    for name, activation, initializer in (
        ("relu", ka.layers.ReLU, "he_normal"),
        ("tanh", ka.layers.Tanh, "glorot_uniform"),
        ("sigmoid, scaled", ka.layers.Sigmoid, scaled_glorot),
        ("sigmoid", ka.layers.Sigmoid, "glorot_uniform"),
    )
}
figure, axes = plt.subplots(figsize=(8, 4), layout="constrained")
layer = np.arange(1, DEPTH + 2)
for (name, values), colour, marker in zip(
    sizes.items(), ("#0072B2", "#009E73", "#CC79A7", "#D55E00"), "os^D",
    strict=True,
):  # fmt: skip
    axes.semilogy(
        layer, np.median(values, 0), marker=marker, color=colour, label=name
    )
    axes.fill_between(
        layer, values.min(0), values.max(0), color=colour, alpha=0.2
    )
axes.set(
    xlabel="layer, 1 is next to the image, 9 the output",
    ylabel="root mean square of the\ngradient of a weight",
    title="How much gradient reaches each layer, before training",
)
axes.legend()
plt.show()
first_to_last = {
    name: np.median(values[:, 0] / values[:, -1])
    for name, values in sizes.items()
}
display(
    pd.DataFrame({"first layer / output layer": first_to_last}).map(
        "{:.1e}".format
    )
)

# %%
print(
    fill(
        f"Claim 3, refined: the slope at 10 is {slope:.1e} "
        f"({share:.1e} of its maximum), not 0.001; moving to 8 or 15 changes "
        f"the output by {abs(eight - ten):.1e} or {fifteen - ten:.1e}. "
        "Upstream layers learn too slowly rather than not at all: through 8 "
        f"sigmoid layers {first_to_last['sigmoid']:.0e} of the gradient is "
        f"left, through ReLU {first_to_last['relu']:.1g}"
    )
)

# %% [markdown]
# ## What does the exponential cost?
#
# > **Claim 4.** The exponential is expensive to compute, but next to the rest
# > of the network it does not matter.
#
# Measured: the time per element, forward and backward together, on a million
# elements; then how much of a whole training step that makes, in a network of
# Dense layers and in one of convolutions. All are timed in turn, many times,
# and the fastest is kept, since whatever else the machine does only adds time.
# The figures are those of the machine that ran this notebook. "identity" does
# nothing, and shows what calling, reading and writing cost.


# %%
def fastest(calls, rounds):
    """Seconds of the fastest run of each call, timed in turn."""
    best = dict.fromkeys(calls, np.inf)
    for call in calls.values():
        call()
    for _ in range(rounds):
        for name, call in calls.items():
            began = time.perf_counter()
            call()
            best[name] = min(best[name], time.perf_counter() - began)
    return best


elements = tf.random.normal([1000, 1000], seed=0)


def there_and_back(function):
    @tf.function
    def run(z):
        with tf.GradientTape() as tape:
            tape.watch(z)
            a = function(z)
        return tape.gradient(a, z)

    return functools.partial(run.get_concrete_function(elements), elements)


functions = {"identity": tf.identity, **FUNCTIONS}
seconds = fastest(
    {name: there_and_back(function) for name, function in functions.items()},
    rounds=40,
)
nanoseconds = {name: value * 1e9 / 1e6 for name, value in seconds.items()}
exponential = max(("sigmoid", "tanh", "elu"), key=nanoseconds.get)
print("ns per element, forward and backward")
display(pd.DataFrame(nanoseconds, index=["ns"]).round(2))


# %%
def dense(activation):
    return keras.Sequential(
        [keras.Input((784,))]
        + [keras.layers.Dense(256, activation=activation) for _ in range(3)]
        + [keras.layers.Dense(10)]
    )


def convolutions(activation):
    return keras.Sequential(
        [keras.Input((28, 28, 1))]
        + [keras.layers.Conv2D(16, 3, activation=activation) for _ in range(2)]
        + [keras.layers.GlobalAveragePooling2D(), keras.layers.Dense(10)]
    )


BATCH = 128
labels = np.arange(BATCH) % 10


def step(model):
    model.compile(
        ka.training.ExplicitSGD(0.01),
        keras.losses.SparseCategoricalCrossentropy(from_logits=True),
    )
    images = np.zeros((BATCH, *model.input_shape[1:]), "float32")
    return lambda: model.train_on_batch(images, labels)


steps = {}
for kind, build in (("Dense", dense), ("Conv2D", convolutions)):
    model = build(ka.activations.sigmoid)
    hidden = sum(
        np.prod(layer.output.shape[1:])
        for layer in model.layers
        if hasattr(layer, "activation") and layer is not model.layers[-1]
    )
    duration = fastest({kind: step(model)}, rounds=30)[kind]
    steps[kind] = (int(hidden) * BATCH, duration)

added, rows = {}, {}
for kind, (count, duration) in steps.items():
    rows[kind] = {
        "step (ms)": f"{duration * 1e3:.1f}",
        "activations": count,
    }
    for name in ("relu", "tanh", "sigmoid", "elu"):
        part = count * nanoseconds[name] * 1e-9 / duration
        rows[kind][f"{name} (% of it)"] = f"{100 * part:.1f}"
    more = nanoseconds[exponential] - nanoseconds["relu"]
    added[kind] = count * more * 1e-9 / duration
print(f"a training step with {BATCH} samples, and the activations' share of it")
display(pd.DataFrame(rows).T)

# %% [markdown]
# A Dense unit with 784 or 256 inputs needs as many multiplications before its
# one activation, and twice that on the way back. An output of a 3x3
# convolution of 16 channels needs 144, and one of the first layer, with its
# single channel, only 9. So the activation is a larger part of the work there.

# %%
print(
    fill(
        "Claim 4, refined: it hardly matters, and is not even expensive once "
        f"the numbers have to be read and written: {exponential}, the slowest "
        f"with an exponential, takes {nanoseconds[exponential]:.1f} ns per "
        f"element there and back, ReLU {nanoseconds['relu']:.1f} ns; in place "
        f"of ReLU it adds {added['Dense']:.1%} to a training step of Dense "
        f"layers and {added['Conv2D']:.1%} to one of small convolutions"
    )
)

# %% [markdown]
# ## What was found
#
# The notebook fails where one of these no longer holds.

# %%
positive = z > 0
slopes = {
    "sigmoid": lambda f: f * (1 - f),
    "tanh": lambda f: 1 - f**2,
    "relu": lambda f: np.where(positive, 1, 0),
    "leaky_relu": lambda f: np.where(positive, 1, 0.01),
    "prelu": lambda f: np.where(positive, 1, 0.25),
    "elu": lambda f: np.where(positive, 1, f + 1),
}
for name, function in FUNCTIONS.items():
    value, value_slope = value_and_slope(function, z)
    assert np.allclose(value_slope, slopes[name](value), atol=1e-5), name
assert 16 < reaches_one < 18 and reaches_zero < -80
assert abs(steepest - 0.25) < 1e-6
assert abs(slope - 4.54e-5) < 1e-7 and abs(share - 1.816e-4) < 1e-6
assert abs(eight - ten) < 3e-4 and abs(fifteen - ten) < 5e-5
assert first_to_last["sigmoid"] < 1e-3
assert first_to_last["relu"] > 0.1 and first_to_last["tanh"] > 0.1
assert first_to_last["sigmoid, scaled"] > 100 * first_to_last["sigmoid"]
assert added["Dense"] < 0.1 and added["Conv2D"] < 0.5
assert all(value < 50 for value in nanoseconds.values())
assert abs(table.loc["relu", "mean"] - 1 / np.sqrt(2 * np.pi)) < 1e-3
assert abs(table.loc["tanh", "mean"]) < 1e-3
assert table["bias shift"].idxmax() == "sigmoid"
