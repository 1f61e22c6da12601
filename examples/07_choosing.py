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
# # Choosing an activation
#
# Which activation should a network have? The honest answer comes from trying:
# the same network, the same data, the same mini-batches, several seeds, and the
# best learning rate for each activation on its own. Comparing at one rate is
# the classic mistake, since it favours whichever activation the rate suits.
# `compare_activations` does all of this, and the first half of this notebook
# shows it on a small network. The second half looks at two well-known claims
# with more of everything: deeper networks, more seeds and rates, and enough
# epochs.

# %%
from textwrap import fill

import keras
import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
import tensorflow as tf
from IPython.display import display
from scipy import stats

import keras_activations as ka
from keras_activations import datasets

# Networks as small as these train faster on one thread than on several.
tf.config.threading.set_intra_op_parallelism_threads(1)
data = datasets.load("digits")
# Colours that stay apart for colour-blind readers (Okabe and Ito).
COLOURS = (
    "#0072B2",
    "#D55E00",
    "#009E73",
    "#CC79A7",
    "#E69F00",
    "#56B4E9",
    "#000000",
)
plt.rcParams.update({"figure.dpi": 80, "axes.grid": True, "grid.alpha": 0.3})

# %% [markdown]
# ## The comparison
#
# Two hidden layers of 64 units classify digits: 1437 images of 8x8 pixels to
# train on, 360 to validate. `build_model` gets the activation, of which each
# call `activation()` gives a new layer. Four activations, three rates and
# three seeds make 36 runs. `steps_per_execution=23` has TensorFlow take all 23
# steps of an epoch in one go, which saves time and changes no result.
#
# In the table, `val_accuracy` is that on the validation images after the last
# epoch, at the best rate of the activation; `*` marks a best rate at the edge
# of those tried, so that a better one may lie outside. `against relu` is the
# mean difference seed by seed, and in brackets its 95 % confidence interval. A
# run that diverges ends none of the others; the table says how many there were.


# %%
def build_model(activation):
    return keras.Sequential(
        [
            keras.Input((8, 8)),
            keras.layers.Flatten(),
            keras.layers.Dense(64),
            activation(),
            keras.layers.Dense(64),
            activation(),
            keras.layers.Dense(10, activation="softmax"),
        ]
    )


EPOCHS, SEEDS, RATES = 7, (0, 1, 2), (0.1, 0.3, 1.0)
ACTIVATIONS = ["relu", "elu", "tanh", "sigmoid"]
result = ka.compare_activations(
    build_model,
    ACTIVATIONS,
    data.x,
    data.y,
    validation_data=(data.x_val, data.y_val),
    epochs=EPOCHS,
    batch_size=64,
    steps_per_execution=23,
    jit_compile=False,  # compiling would take longer than training
    seeds=SEEDS,
    learning_rates=RATES,
    verbose=0,
)
display(result)


# %% [markdown]
# The figure is what `result.plot()` makes: the mean over the seeds at the best
# rate of each activation, with one standard deviation. Dead units are those
# that passed no gradient for any sample of an epoch, as a share of the worst
# layer; a kind whose slope is never 0 has no line there.

# %%
figure = result.plot()
figure.set_dpi(72)
figure

# %% [markdown]
# Sigmoid stands last by far. But its best rate is the largest one that was
# tried, and its curve still rises at the end: that is no verdict on sigmoid
# yet.
#
# ## Deeper, longer, and with more seeds
#
# Four activations in networks of 2 and of 6 hidden layers of 32 units, for 30
# epochs, at 4 rates and from 8 seeds. Sigmoid gets its own, higher rates. The
# initial weights have the deviation `gain / sqrt(inputs)` that keeps the size
# of the activations, with the gain of each activation from
# `ka.activations.gain`. The networks are so small that all 32 of an activation
# are trained at once: each weight is an array whose first axis is the network.
# The mini-batches are the same for the same seed.

# %%
DEPTHS, WIDTH, MANY_SEEDS, MANY_EPOCHS = (2, 6), 32, 8, 30
MANY_RATES = {
    "relu": (0.03, 0.1, 0.3, 1.0),
    "elu": (0.03, 0.1, 0.3, 1.0),
    "tanh": (0.03, 0.1, 0.3, 1.0),
    "sigmoid": (0.3, 1.0, 3.0, 10.0),
}


def train_many(name, depth):
    """Loss and validation accuracy, each by epoch, rate and seed."""
    function, rates = ka.activations.get(name), MANY_RATES[name]
    random, sizes = np.random.default_rng(0), [64] + [WIDTH] * depth + [10]
    weights, biases = [], []
    for layer in range(depth + 1):
        ins, outs = sizes[layer : layer + 2]
        weight = random.normal(size=(MANY_SEEDS, ins, outs))
        weight *= ka.activations.gain(name) / np.sqrt(ins)
        weight = np.tile(weight, (len(rates), 1, 1)).astype("float32")
        weights.append(tf.Variable(weight))
        biases.append(tf.Variable(tf.zeros([len(weight), 1, outs])))
    # Of each network; rates change slowest, seeds fastest.
    rate = np.repeat(rates, MANY_SEEDS).astype("float32")[:, None, None]
    pixels, pixels_val = (x.reshape(-1, 64) for x in (data.x, data.x_val))
    pixels, labels = tf.constant(pixels), tf.constant(data.y)

    def logits(a):
        for weight, bias in zip(weights[:-1], biases[:-1], strict=True):
            a = function(a @ weight + bias)
        return a @ weights[-1] + biases[-1]

    @tf.function
    def step(chosen):
        with tf.GradientTape() as tape:
            losses = tf.nn.sparse_softmax_cross_entropy_with_logits(
                tf.gather(labels, chosen), logits(tf.gather(pixels, chosen))
            )
            losses = tf.reduce_mean(losses, axis=1)  # of each network
        variables = [*weights, *biases]
        gradients = tape.gradient(losses, variables)
        for variable, gradient in zip(variables, gradients, strict=True):
            variable.assign_sub(rate * gradient)
        return losses

    random = np.random.default_rng(1)
    losses, accuracies = [], []
    for _ in range(MANY_EPOCHS):
        order = [random.permutation(len(pixels)) for _ in range(MANY_SEEDS)]
        order = np.tile(order, (len(rates), 1))
        of_steps = [
            step(tf.constant(order[:, begin : begin + 64]))
            for begin in range(0, len(pixels) - 63, 64)
        ]
        losses.append(np.mean(of_steps, axis=0))
        found = logits(pixels_val).numpy().argmax(axis=-1)
        accuracies.append((found == data.y_val).mean(axis=1))
    shape = (MANY_EPOCHS, len(rates), MANY_SEEDS)
    return np.reshape(losses, shape), np.reshape(accuracies, shape)


# %% [markdown]
# ## Does ReLU converge faster?
#
# > **Claim 7.** ReLU: max(0, x), leaves the positive side alone, is very cheap,
# > and converges much faster than tanh and sigmoid.
#
# A well-known paper reports a factor of 6 over tanh, for a large convolutional
# network on photographs. Counted here: the epochs until the training loss falls
# below 0.5, with linear interpolation between the epochs, for each activation
# at the rate at which its seeds get there first on average.

# %%
THRESHOLD = 0.5


def epochs_to(losses):
    """When the loss falls below the threshold; infinite if never."""
    below = np.flatnonzero(losses < THRESHOLD)
    if not below.size:
        return np.inf
    last = below[0]
    if last == 0:
        return 1.0
    high, low = losses[last - 1], losses[last]
    return float(last + (high - THRESHOLD) / (high - low))


losses, accuracies, needed, fastest = {}, {}, {}, {}
for depth in DEPTHS:
    for name in MANY_RATES:
        key = depth, name
        losses[key], accuracies[key] = train_many(name, depth)
        epochs = np.apply_along_axis(epochs_to, 0, losses[key])
        fastest[key] = int(np.argmin(epochs.mean(axis=1)))
        needed[key] = epochs[fastest[key]]
speed = pd.DataFrame(
    {
        key: {
            "rate": MANY_RATES[key[1]][fastest[key]],
            "epochs, mean": values.mean(),
            "least": values.min(),
            "most": values.max(),
        }
        for key, values in needed.items()
    }
).T.rename_axis(["hidden layers", "activation"])
print(f"epochs to a training loss of {THRESHOLD} (inf: not in {MANY_EPOCHS})")
display(speed.round(2))

figure, panels = plt.subplots(
    1, 2, figsize=(11, 4), layout="constrained", sharey=True
)
epochs = np.arange(1, MANY_EPOCHS + 1)
for axes, depth in zip(panels, DEPTHS, strict=True):
    for name, colour in zip(MANY_RATES, COLOURS, strict=False):
        curves = losses[depth, name][:, fastest[depth, name]]
        axes.plot(epochs, curves.mean(1), color=colour, label=name)
        axes.fill_between(
            epochs, curves.min(1), curves.max(1), color=colour, alpha=0.2
        )
    axes.axhline(THRESHOLD, color="black", linestyle=":")
    axes.set(xlabel="epoch", yscale="log", title=f"{depth} hidden layers")
panels[0].set_ylabel("training loss (cross-entropy, nats)")
panels[0].legend()
figure.suptitle("At the fastest rate; mean over 8 seeds, band: least to most")
plt.show()


# %%
LABELS = {"relu": "ReLU", "elu": "ELU", "tanh": "tanh", "sigmoid": "sigmoid"}


def epochs_of(depth):
    words = []
    for name in MANY_RATES:
        mean = needed[depth, name].mean()
        often = f"{mean:.1f}" if np.isfinite(mean) else "not in 30"
        words.append(f"{LABELS[name]} {often}")
    return ", ".join(words)


print(
    fill(
        f"Claim 7, refined: epochs to a training loss of {THRESHOLD}, each at "
        f"the fastest of 4 rates, mean over {MANY_SEEDS} seeds: with 2 hidden "
        f"layers {epochs_of(2)}; with 6 {epochs_of(6)}. On digits ReLU is "
        "ahead of sigmoid, and not ahead of tanh, in the deeper network even "
        "behind. What it costs is measured with claim 4"
    )
)

# %% [markdown]
# ## So which one?
#
# > **Claim 17.** Choose ReLU; try the others and compare; tanh is meh, sigmoid
# > very bad.
#
# The same runs: validation accuracy after 30 epochs, each at its best rate, and
# the difference to ReLU seed by seed with its 95 % interval.

# %%
rows, best_rate = {}, {}
for depth in DEPTHS:
    at_best = {}
    for name in MANY_RATES:
        last = 100 * accuracies[depth, name][-1]
        best_rate[depth, name] = int(np.argmax(last.mean(axis=1)))
        at_best[name] = last[best_rate[depth, name]]
    for name, last in at_best.items():
        difference = last - at_best["relu"]
        low, high = difference.mean() + stats.sem(difference) * np.array(
            stats.t.interval(0.95, MANY_SEEDS - 1)
        )
        rows[depth, name] = {
            "rate": MANY_RATES[name][best_rate[depth, name]],
            "accuracy (%)": last.mean(),
            "against relu": difference.mean(),
            "from": low,
            "to": high,
        }
verdict = pd.DataFrame(rows).T.rename_axis(["hidden layers", "activation"])
score = verdict["accuracy (%)"]
display(verdict.round(2))

# %%
figure, panels = plt.subplots(1, 2, figsize=(11, 2.8), layout="constrained")
for axes, depth in zip(panels, DEPTHS, strict=True):
    # Not in the second: sigmoid at chance would hide the rest.
    names = [name for name in MANY_RATES if score[depth, name] > 50]
    for place, name in enumerate(names[1:]):
        row = verdict.loc[(depth, name)]
        axes.errorbar(
            row["against relu"], place,
            xerr=[[row["against relu"] - row["from"]],
                  [row["to"] - row["against relu"]]],
            fmt="D", capsize=5, color=COLOURS[1 + place],
        )  # fmt: skip
    axes.axvline(0, color="black", linewidth=1)
    axes.set_yticks(range(len(names) - 1), names[1:])
    axes.set(
        xlabel="accuracy less that of ReLU (points)",
        title=f"{depth} hidden layers",
        ylim=(-0.5, len(names) - 1.5),
    )
plt.show()


# %%
def against_relu(depth, name):
    row = verdict.loc[(depth, name)]
    return (
        f"{row['against relu']:+.1f} ({row['from']:+.1f} to {row['to']:+.1f})"
    )


print(
    fill(
        "Claim 17, refined: after 30 epochs, each at its best rate, with 2 "
        f"hidden layers ReLU reaches {score[2, 'relu']:.1f} %, and in points "
        f"against it ELU {against_relu(2, 'elu')}, tanh "
        f"{against_relu(2, 'tanh')}, sigmoid {against_relu(2, 'sigmoid')}; "
        f"with 6 ReLU {score[6, 'relu']:.1f} %, ELU {against_relu(6, 'elu')}, "
        f"tanh {against_relu(6, 'tanh')}, sigmoid "
        f"{against_relu(6, 'sigmoid')}; in brackets 95 % intervals over "
        f"{MANY_SEEDS} seeds. Tanh is not meh here; sigmoid is slow in a "
        "shallow network and does not train a deep one; ReLU is a sound start, "
        "and comparing is the part of the advice that always holds"
    )
)

# %% [markdown]
# What holds in these networks need not hold in yours, and it takes one call to
# see.
#
# ## What was found
#
# The notebook fails where one of these no longer holds.

# %%
x = np.linspace(-5, 5, 11, dtype="float32")
relu = ka.activations.relu(x).numpy()
assert np.array_equal(relu[x > 0], x[x > 0]) and not relu[x <= 0].any()
# 7
for depth in DEPTHS:
    assert needed[depth, "tanh"].mean() < 1.3 * needed[depth, "relu"].mean()
    assert needed[depth, "sigmoid"].mean() > 1.2 * needed[depth, "relu"].mean()
# 17
assert score[2].min() > 90 and score[6].drop("sigmoid").min() > 85
assert score[6, "tanh"] > score[6, "relu"] - 1
assert score[6, "sigmoid"] < score[6, "relu"] - 20
assert not {0, 3} & {
    best_rate[key] for key in best_rate if key != (6, "sigmoid")
}
# The comparison is whole, and says where its rates did not suffice.
assert len(result.runs) == len(ACTIVATIONS) * len(RATES) * len(SEEDS)
best = {row["activation"]: row for row in result.summary}
assert best["sigmoid"]["edge"]
assert min(best[name]["score"] for name in best if name != "sigmoid") > 0.88
