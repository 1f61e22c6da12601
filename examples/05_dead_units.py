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
# # Dead units
#
# ReLU, `max(0, z)`, has slope 0 where its input z is negative. A unit whose
# input is negative for every sample gets no gradient, so that its weights stay
# as they are: it is dead. This notebook makes one dead unit by hand, counts
# them while real networks train, follows one that comes back, and tries what
# is recommended against it.
#
# A unit is *dead in an epoch* if it fired for none of its samples, and *born
# dead* if it never did since training began.

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
from scipy import stats

import keras_activations as ka
from keras_activations import datasets
from keras_activations.callbacks import ActivationMonitor

# Networks as small as these train faster on one thread than on several.
tf.config.threading.set_intra_op_parallelism_threads(1)
digits = datasets.load("digits")  # 1437 images of 8x8 pixels for training
# Colours that stay apart for colour-blind readers (Okabe and Ito).
COLOURS = ("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00")
plt.rcParams.update(
    {
        "figure.dpi": 80,
        "axes.grid": True,
        "grid.alpha": 0.3,
        "axes.prop_cycle": plt.cycler(color=COLOURS),
    }
)


def interval(values):
    """The mean, and its 95 % confidence interval (Student's t)."""
    mean, error = np.mean(values), stats.sem(values)
    return mean, *stats.t.interval(0.95, len(values) - 1, mean, error)


# %% [markdown]
# ## One dead unit by hand
#
# > **Claim 9.** A dead ReLU never updates: with a weight of -0.2 on pixel 116
# > its output is 0, its local gradient is 0, and the weight stays -0.2.
#
# The image is a real one: of 28x28 pixels, numbered from 0 row by row, and
# with ink on pixel 116. The unit shall give 1 and gives 0, so there is
# something to learn; the loss is the squared error, the rate 0.1. Notes on the
# subject sometimes have it that the gradient is 0 "for inputs > 0". It is the
# other way round: for inputs below 0.

# %%
PIXEL = 116
images = datasets.load("mnist5k").x.reshape(-1, 784)
image = images[[np.argmax(images[:, PIXEL])]]
target = np.ones((1, 1), "float32")


def one_step(activation, optimizer):
    """The unit before, during and after one step of training."""
    unit = ka.training.SGDSequential(
        [keras.Input((784,)), keras.layers.Dense(1), activation]
    )
    weights = np.zeros((784, 1), "float32")
    weights[PIXEL] = -0.2
    unit.layers[0].kernel.assign(weights)
    unit.compile(optimizer, loss="mse", run_eagerly=True)
    z = unit.layers[0](image)
    with tf.GradientTape() as tape:
        tape.watch(z)
        a = activation(z)
    slope = tape.gradient(a, z)
    unit.train_on_batch(image, target)
    return {
        "z": z.numpy().item(),
        "output": a.numpy().item(),
        "local gradient": slope.numpy().item(),
        "weight before": -0.2,
        "weight after": unit.layers[0].kernel.numpy()[PIXEL, 0].item(),
    }


by_hand = {
    "ReLU": one_step(ka.layers.ReLU(), ka.training.ExplicitSGD(0.1)),
    "ReLU, weight decay 0.1": one_step(
        ka.layers.ReLU(), ka.training.ExplicitSGD(0.1, weight_decay=0.1)
    ),
    "LeakyReLU 0.01": one_step(
        ka.layers.LeakyReLU(), ka.training.ExplicitSGD(0.1)
    ),
    "PReLU 0.25": one_step(ka.layers.PReLU(), ka.training.ExplicitSGD(0.1)),
    "ELU": one_step(ka.layers.ELU(), ka.training.ExplicitSGD(0.1)),
}
print(f"pixel 116 is {image[0, PIXEL]:.3f}")
display(pd.DataFrame(by_hand).T.round(4))

# %%
relu = by_hand["ReLU"]
decayed = by_hand["ReLU, weight decay 0.1"]["weight after"]
print(
    fill(
        f"Claim 9, confirmed: z = {relu['z']:.2f}, output {relu['output']:g}, "
        f"local gradient {relu['local gradient']:g}, weight after the step "
        f"{relu['weight after']:g}. It holds for the gradient of that one "
        "sample, and for inputs below 0, not above; weight decay still moves "
        f"it, to {decayed:.3f}"
    )
)

# %% [markdown]
# ## How many units are dead while a network trains?
#
# > **Claim 11.** 10 to 20 % of the units of a network are dead while it trains.
#
# Such figures come from convolutional networks, so there are two kinds of
# networks here: of Dense layers of 64 ReLU units, 3 or 8 of them, and of 3
# convolutions of 8 channels with one such layer on top. Each learns the digits
# for 5 epochs with mini-batches of 32, from 5 seeds, with Glorot's initial
# weights (the default of Keras) or those of He. Three shares are told apart:
#
# - *born dead*: silent for all 1437 images before the first step;
# - *dead*: silent for all of them after training;
# - *silent in a mini-batch*: for the 32 images of one, after training.
#
# A channel of a convolution is silent if it is 0 at each position of each
# image. One that fires somewhere gets a gradient.

# %%
EPOCHS, SEEDS = 5, (0, 1, 2, 3, 4)
images = digits.x[..., np.newaxis]  # 8x8 pixels, one channel


def network(
    convolutions=0, dense=3, init="glorot_uniform", activation=ka.layers.ReLU
):
    layers = [keras.Input((8, 8, 1))]
    for number in range(1, convolutions + 1):
        layers += [
            keras.layers.Conv2D(
                8,
                3,
                strides=2 if number == 2 else 1,
                padding="same",
                kernel_initializer=init,
            ),
            activation(name=f"channels_{number}"),
        ]
    layers.append(keras.layers.Flatten())
    for number in range(1, dense + 1):
        layers += [
            keras.layers.Dense(64, kernel_initializer=init),
            activation(name=f"hidden_{number}"),
        ]
    return keras.Sequential(
        [*layers, keras.layers.Dense(10, activation="softmax")]
    )


@functools.cache
def mini_batches(seed):
    return ka.training.MiniBatches(images, digits.y, seed=seed)


def train(model, seed=0, epochs=EPOCHS, callbacks=()):
    batches = mini_batches(seed)
    batches.seek(0)  # each training begins with the first one
    return model.fit(
        batches,
        epochs=epochs,
        shuffle=False,  # MiniBatches does it
        verbose=0,
        callbacks=list(callbacks),
    ).history


def prepare(model, rate=0.1, steps=45):
    """`steps` at a time: a whole epoch in one go takes less time."""
    model.compile(
        ka.training.ExplicitSGD(rate),
        loss="sparse_categorical_crossentropy",
        metrics=["accuracy"],
        jit_compile=False,  # compiling would take longer than training
        steps_per_execution=steps,
    )


def inputs_of(model):
    """A function of images: z of each unit, by the name of the layer."""
    layers = [x for x in model.layers if x.name.startswith(("ch", "hid"))]
    outputs = {layer.name: layer.input for layer in layers}
    return tf.function(keras.Model(model.inputs[0], outputs))


def firing(probe):
    """Which unit or channel fires for which image, by layer."""
    return {
        name: (z.numpy() > 0).reshape(len(images), -1, z.shape[-1]).any(1)
        for name, z in probe(images).items()
    }


def silent_in(fires, size):
    """The share of the units that are silent in a mini-batch of that size."""
    batches = np.random.default_rng(0).permutation(fires)
    batches = batches[: len(fires) // size * size]
    return (~batches.reshape(-1, size, fires.shape[1]).any(axis=1)).mean()


# %%
NETWORKS = {
    "3 Dense": {"dense": 3},
    "8 Dense": {"dense": 8},
    "3 convolutions, 1 Dense": {"convolutions": 3, "dense": 1},
}
SETTINGS = [
    ("3 Dense", "Glorot", 0.1),
    ("3 Dense", "Glorot", 0.3),
    ("3 Dense", "Glorot", 1.0),
    ("3 Dense", "He", 0.1),
    ("8 Dense", "He", 0.1),
    ("3 convolutions, 1 Dense", "Glorot", 0.1),
    ("3 convolutions, 1 Dense", "Glorot", 0.3),
    ("3 convolutions, 1 Dense", "Glorot", 1.0),
]
models = {name: network(**shape) for name, shape in NETWORKS.items()}
probes = {name: inputs_of(model) for name, model in models.items()}
for model in models.values():
    prepare(model)
INITIAL = {"Glorot": "glorot_uniform", "He": "he_normal"}
rows = []
for name, init, rate in SETTINGS:
    for seed in SEEDS:
        keras.utils.set_random_seed(seed)
        start = network(**NETWORKS[name], init=INITIAL[init])
        models[name].set_weights(start.get_weights())
        models[name].optimizer.learning_rate = rate
        before = firing(probes[name])
        history = train(models[name], seed)
        after = firing(probes[name])
        for layer, fires in after.items():
            rows.append(
                {
                    "network": name,
                    "initial": init,
                    "rate": rate,
                    "of": layer.split("_")[0].replace("hidden", "units"),
                    "seed": seed,
                    "born dead": (~before[layer].any(axis=0)).mean(),
                    "dead": (~fires.any(axis=0)).mean(),
                    "silent in a mini-batch": silent_in(fires, 32),
                    "accuracy": history["accuracy"][-1],
                }
            )
SETTING = ["network", "of", "initial", "rate"]
by_seed = (
    pd.DataFrame(rows).groupby([*SETTING, "seed"], sort=False).mean() * 100
)
of_setting = by_seed.groupby(SETTING, sort=False)
print("mean over the 5 seeds, in % (accuracy: on the training images)")
dead = of_setting.mean()
display(dead.round(1))

# %% [markdown]
# The shares of the networks, with the spread over the seeds. The axis ends at
# 30 %; where the rate is too high, more than that are dead, and the number is
# beside the arrow.

# %%
figure, axes = plt.subplots(figsize=(10, 7), layout="constrained")
axes.axvspan(10, 20, color="0.88", label="claimed: 10 to 20 %")
position = np.arange(len(dead))[::-1]
END = 30
for measure, shift, marker, colour in (
    ("born dead", 0.25, "s", COLOURS[2]),
    ("dead", 0.0, "o", COLOURS[0]),
    ("silent in a mini-batch", -0.25, "^", COLOURS[1]),
):
    middle = dead[measure]
    inside = (middle < END).to_numpy()
    low, high = of_setting[measure].min(), of_setting[measure].max()
    axes.errorbar(
        middle[inside],
        position[inside] + shift,
        xerr=[(middle - low)[inside], (high - middle)[inside]],
        fmt=marker,
        color=colour,
        capsize=2,
        label=f"{measure}; bar: least to most of 5 seeds",
    )
    for y, value in zip(position[~inside], dead[measure][~inside], strict=True):
        axes.text(
            END - 0.3, y + shift, f"{value:.0f} % →", color=colour,
            ha="right", va="center",
        )  # fmt: skip
names = [
    f"{network}: {of}\n{init}, rate {rate:g}, accuracy {accuracy:.0f} %"
    for (network, of, init, rate), accuracy in dead["accuracy"].items()
]
axes.set_yticks(position, names, fontsize=8)
axes.set(
    xlabel="units or channels (%)",
    xlim=(-0.5, END),
    ylim=(-0.7, len(dead) - 0.3),
)
figure.legend(loc="outside upper center", ncols=2)
plt.show()

# %%
learned = dead["accuracy"] > 90
good = dead[learned].groupby("of")
channels, units = (good.get_group(of) for of in ("channels", "units"))
too_high = dead.xs(1.0, level="rate")["dead"]


def from_to(values):
    least, most = f"{values.min():.1f}", f"{values.max():.1f}"
    return f"{least} %" if least == most else f"{least} to {most} %"


print(
    fill(
        "Claim 11, refined: in the networks that learned well (over 90 % "
        f"accuracy) {from_to(units['dead'])} of the Dense units are dead after "
        f"{EPOCHS} epochs, mean over {len(SEEDS)} seeds, "
        f"{from_to(units['born dead'])} before the first step. Of the channels "
        f"of convolutions, {from_to(channels['dead'])} are, since a channel "
        "has many positions in which to fire. A rate that is too high leaves "
        f"{from_to(too_high)} dead, and the network learns little. What the "
        "figure fits best is what is silent in a mini-batch of 32: "
        f"{from_to(units['silent in a mini-batch'])} of the Dense units"
    )
)

# %% [markdown]
# ## Dead in a mini-batch is not dead
#
# > **Claim 10.** In every mini-batch some units are 0 for all its samples.
#
# True, and the reason is mostly that a mini-batch is small: a unit that fires
# for a share p of all samples is silent in n of them with probability `(1 -
# p)^n`. A unit with p = 1 % looks dead in 72 % of all mini-batches of 32. Here
# a trained network of 3 Dense layers (rate 0.1) is shown mini-batches of many
# sizes; the line is what the formula gives, from the p of each unit. It holds
# as long as a mini-batch is a small part of the samples: no sample is drawn
# twice, so that the largest ones find nearly all that a unit fires for.


# %%
keras.utils.set_random_seed(0)
base_model, base_monitor = network(), ActivationMonitor(alerts=False)
prepare(base_model)
train(base_model, callbacks=[base_monitor])
fires = np.concatenate([*firing(inputs_of(base_model)).values()], axis=1)
rate_of_unit = fires.mean(axis=0)
sizes = [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, len(fires)]
random = np.random.default_rng(0)
silent = []
for size in sizes:
    draws = [
        fires[random.choice(len(fires), size, replace=False)]
        for _ in range(100)
    ]
    silent.append([(~draw.any(axis=0)).mean() for draw in draws])
silent = np.array(silent)
expected = [((1 - rate_of_unit) ** size).mean() for size in sizes]
figure, axes = plt.subplots(figsize=(8, 4), layout="constrained")
axes.plot(sizes, 100 * np.array(expected), color=COLOURS[1], label="formula")
middle, least, most = silent.mean(1), silent.min(1), silent.max(1)
axes.errorbar(
    sizes,
    100 * middle,
    100 * np.abs([middle - least, most - middle]),
    fmt="o",
    capsize=3,
    label="measured; bars: least and most of 100 draws",
)
axes.axhline(
    100 * (rate_of_unit == 0).mean(),
    linestyle="--",
    color=COLOURS[2],
    label="dead for all 1437 samples",
)
axes.set(
    xscale="log",
    xlabel="samples in the mini-batch",
    ylabel="units silent for all of them (%)",
    ylim=(0, None),
)
axes.legend()
plt.show()
display(
    pd.DataFrame(
        100 * np.array([middle, least, most]),
        index=["silent (%), mean", "least of 100 draws", "most"],
        columns=pd.Index(sizes, name="samples"),
    ).round(1)
)

# %%
in_32, in_all = silent[sizes.index(32)], silent[-1].mean()
print(
    fill(
        "Claim 10, confirmed: each of 100 mini-batches of 32 had silent units, "
        f"{in_32.mean():.0%} of all on average. It says little about death: "
        f"{in_all:.0%} are silent for all {len(fires)} samples, the rest of "
        "the silence is due to the size of the mini-batch"
    )
)

# %% [markdown]
# ## Units that come back
#
# > **Claim 12.** Dead units can come alive again when upstream weights or the
# > inputs change.
#
# `ActivationMonitor` counts inside the training step, while the weights move:
# units that are dead for a whole epoch, those that died since the one before,
# and the revived, dead in one epoch and firing in a later one. In the first
# hidden layer none can be revived, and none are: its inputs are the images,
# which do not change, and its own weights get no gradient (under plain SGD).
# Deeper layers have inputs that move.

# %%
monitors = {"3 Dense, rate 0.1": base_monitor}
for label, name, rate in (
    ("3 Dense, rate 1", "3 Dense", 1.0),
    ("8 Dense, rate 0.1", "8 Dense", 0.1),
    ("3 convolutions, rate 0.3", "3 convolutions, 1 Dense", 0.3),
):
    keras.utils.set_random_seed(0)
    model = network(**NETWORKS[name])
    prepare(model, rate)
    monitors[label] = ActivationMonitor(alerts=False)
    train(model, callbacks=[monitors[label]])
counts = []
for label, monitor in monitors.items():
    for row in monitor.history:
        first = row["layer"] == monitor.history[0]["layer"]
        counts.append(
            {
                "network": label,
                "where": "first layer" if first else "deeper layers",
                "died": row["died"],
                "revived": row["revived"],
            }
        )
lives = pd.DataFrame(counts).pivot_table(
    index="network",
    columns="where",
    values=["died", "revived"],
    aggfunc="sum",
    sort=False,
)
print(f"units that died and came back in {EPOCHS} epochs")
display(lives.astype(int))

# %% [markdown]
# One unit, followed through its life: drawn is the greatest input z that it
# has for any of the 1437 images, every 5 steps. Below 0 it is dead. The unit
# is the one of the second and third layer that goes to and fro most often
# within 10 epochs.


# %%
DEEPER = ("hidden_2", "hidden_3")


class LargestInputs(keras.callbacks.Callback):
    """Keeps, every 5 steps, the largest z of each unit over all images."""

    def on_train_begin(self, logs=None):
        self.probe = inputs_of(self.model)
        self.steps, self.largest = [], []

    def on_train_batch_end(self, batch, logs=None):
        step = int(self.model.optimizer.iterations)
        if step % 5 == 0:
            self.steps.append(step)
            z = self.probe(images)
            self.largest.append(
                np.concatenate([z[name].numpy().max(axis=0) for name in DEEPER])
            )


keras.utils.set_random_seed(0)
life, model = LargestInputs(), network()
prepare(model, steps=5)
train(model, epochs=10, callbacks=[life])
largest = np.array(life.largest)
crossings = (np.diff(np.sign(largest), axis=0) != 0).sum(axis=0)
unit = int(np.argmax(crossings))
figure, axes = plt.subplots(figsize=(9, 3.5), layout="constrained")
axes.axhspan(min(largest[:, unit].min() * 1.2, -0.05), 0, color="0.88")
axes.plot(life.steps, largest[:, unit], ".-")
axes.text(life.steps[0], largest[:, unit].min(), "dead below 0")
axes.set(
    xlabel="step (mini-batch of 32)",
    ylabel="largest input z of the unit,\nover all images",
    title=f"Unit {unit % 64} of hidden layer {2 + unit // 64}",
)
plt.show()
revivals = ((largest[1:] > 0) & (largest[:-1] <= 0)).sum(axis=0)
print(f"this unit came back {revivals[unit]} times in {life.steps[-1]} steps")

# %%
deeper = int(lives["revived", "deeper layers"].sum())
first = int(lives["revived", "first layer"].sum())
print(
    fill(
        f"Claim 12, confirmed: {deeper} times a unit of a deeper layer that "
        "was dead for a whole epoch fired again in a later one, in the first "
        f"layer, whose inputs cannot change, {first} times"
    )
)

# %% [markdown]
# ## Born dead, and a small positive bias
#
# > **Claim 13.** Dead units often come from the initial weights; a small
# > positive bias (0.01) may help, or not even be good.
#
# The network of 3 Dense layers from 12 seeds with an initial bias of 0, 0.01
# and 0.1, everything else the same for the same seed. Counted over all 1437
# images: the units dead before the first step, and those dead after 5 epochs.
# The differences to a bias of 0 are taken seed by seed.

# %%
model = models["3 Dense"]
model.optimizer.learning_rate = 0.1
BIASES = (0.0, 0.01, 0.1)


def dead_units():
    fires = firing(probes["3 Dense"]).values()
    return np.concatenate([~of_layer.any(axis=0) for of_layer in fires])


rows = []
for seed in range(12):
    keras.utils.set_random_seed(seed)
    start = network().get_weights()
    for bias in BIASES:
        # Weights and biases alternate; the last bias is that of the output.
        model.set_weights(
            [
                value + bias if value.ndim == 1 and value.size == 64 else value
                for value in start
            ]
        )
        before = dead_units()
        train(model, seed)
        after = dead_units()
        predicted = model(digits.x_val[..., np.newaxis]).numpy().argmax(axis=1)
        rows.append(
            {
                "bias": bias,
                "seed": seed,
                "born dead": 100 * before.mean(),
                "dead after": 100 * after.mean(),
                "of these born dead": 100 * before[after].mean(),
                "validation accuracy": 100 * (predicted == digits.y_val).mean(),
            }
        )
by_bias = pd.DataFrame(rows).set_index(["bias", "seed"])
means = by_bias.groupby("bias").mean()
print("mean over 12 seeds, in %")
display(means.round(1))
# Of each bias and measure: mean and interval of the difference to a bias of 0.
gain = {
    (bias, measure): interval(
        by_bias.loc[bias, measure] - by_bias.loc[0.0, measure]
    )
    for bias in BIASES[1:]
    for measure in ("born dead", "dead after", "validation accuracy")
}
print("difference to a bias of 0, in points, with its 95 % interval")
display(pd.DataFrame(gain, index=["difference", "from", "to"]).T.round(2))

# %%
figure, panels = plt.subplots(1, 3, figsize=(11, 3), layout="constrained")
for axes, measure in zip(
    panels, ("born dead", "dead after", "validation accuracy"), strict=True
):
    axes.axhline(0, color="black", linewidth=1)
    for place, bias in enumerate(BIASES[1:]):
        of_seed = by_bias.loc[bias, measure] - by_bias.loc[0.0, measure]
        middle, low, high = gain[bias, measure]
        axes.plot(place + np.linspace(-0.2, 0.2, 12), of_seed, ".", alpha=0.6)
        axes.errorbar(
            place, middle, [[middle - low], [high - middle]],
            fmt="kD", capsize=5,
        )  # fmt: skip
    axes.set_xticks(range(2), ["0.01", "0.1"])
    axes.set(xlabel="initial bias", title=measure, xlim=(-0.5, 1.5))
panels[0].set_ylabel("difference to a bias\nof 0 (points)")
figure.suptitle("A dot is a seed; black: mean and 95 % interval")
plt.show()


# %%
def points(bias, measure):
    middle, low, high = gain[bias, measure]
    return f"{middle:+.1f} points ({low:+.1f} to {high:+.1f})"


print(
    fill(
        f"Claim 13, refined: {means.loc[0.0, 'born dead']:.1f} % of the units "
        "are dead before the first step, and "
        f"{means.loc[0.0, 'of these born dead']:.0f} % of those dead after "
        f"{EPOCHS} epochs were so from the start. A bias of 0.01 changes "
        f"little: those dead in the end by {points(0.01, 'dead after')}, "
        f"accuracy by {points(0.01, 'validation accuracy')}. A bias of 0.1 "
        f"does more: {means.loc[0.1, 'dead after']:.1f} % instead of "
        f"{means.loc[0.0, 'dead after']:.1f} % are dead in the end, and "
        f"accuracy changes by {points(0.1, 'validation accuracy')}; in "
        "brackets 95 % intervals over 12 seeds"
    )
)

# %% [markdown]
# ## Cures: LeakyReLU, PReLU, ELU
#
# > **Claim 14.** Leaky ReLU (0.01 x): cheap, does not die, updates just much
# > slower on the negative side; its mean is nearer to 0 but not 0.
#
# First: does a dead unit come back? A ReLU network is trained for 3 epochs.
# Then the biases of 40 of the 64 units of its first layer are lowered, until
# the largest input that any image gives to such a unit is the same for all of a
# group: -0.1, -0.5, -1, -2 or -5, for 8 units each. With ReLU they are dead.
# The network goes on for 12 epochs, as it is or with another activation in
# place of ReLU. A unit is back if some image gives it an input above 0 again.
# How far down the units were pushed turns out to decide more than the
# activation does. The line of ReLU lies below that of LeakyReLU: with both,
# nothing comes back.

# %%
CURES = {
    "relu": ka.layers.ReLU,
    "leaky_relu 0.01": ka.layers.LeakyReLU,
    "prelu from 0.25": ka.layers.PReLU,
    "elu": ka.layers.ELU,
}
AFTERWARDS = 12  # epochs
DEPTHS = np.array([0.1, 0.5, 1.0, 2.0, 5.0])
DAMAGED = 8 * len(DEPTHS)


def largest_inputs(model):
    """The largest z of each unit of the first layer over all images."""
    weights, bias = model.layers[1].get_weights()
    return (images.reshape(-1, 64) @ weights + bias).max(axis=0)


class LargestDamaged(keras.callbacks.Callback):
    """Keeps, at first and after each epoch, those of the damaged units."""

    def on_train_begin(self, logs=None):
        self.values = []
        self.on_epoch_end(-1)

    def on_epoch_end(self, epoch, logs=None):
        self.values.append(largest_inputs(self.model)[:DAMAGED])


cured = {name: network(activation=kind) for name, kind in CURES.items()}
for model in cured.values():
    prepare(model, rate=0.1)
afterwards = {name: [] for name in CURES}
for seed in SEEDS:
    keras.utils.set_random_seed(seed)
    relu_model = cured["relu"]
    relu_model.set_weights(network().get_weights())
    train(relu_model, seed, epochs=3)
    damaged = relu_model.get_weights()
    damaged[1][:DAMAGED] -= largest_inputs(relu_model)[:DAMAGED]
    damaged[1][:DAMAGED] -= np.repeat(DEPTHS, 8)
    for name, model in cured.items():
        slopes = [w for w in model.weights if w.name == "alpha"]
        for slope in slopes:
            slope.assign(keras.ops.full_like(slope, 0.25))
        others = [w for w in model.weights if w.name != "alpha"]
        for weight, value in zip(others, damaged, strict=True):
            weight.assign(value)
        kept = LargestDamaged()
        train(model, seed, AFTERWARDS, callbacks=[kept])
        afterwards[name].append(kept.values)
# Of each kind: an array of seeds, epochs, depths and units.
afterwards = {
    name: np.reshape(values, (len(SEEDS), AFTERWARDS + 1, len(DEPTHS), 8))
    for name, values in afterwards.items()
}
# Of each kind, the share (%) of the 8 units that is back: seeds, epochs,
# depths.
back = {name: 100 * (z > 0).mean(axis=3) for name, z in afterwards.items()}
rise = {
    name: (z[:, -1] - z[:, 0]).mean(axis=2) for name, z in afterwards.items()
}

figure, (left, right) = plt.subplots(
    1, 2, figsize=(11, 4), layout="constrained", sharey=True
)
for (name, shares), marker in zip(back.items(), "os^D", strict=True):
    for axes, x, part in (
        (left, range(len(DEPTHS)), shares[:, -1]),
        (right, range(AFTERWARDS + 1), shares[:, :, list(DEPTHS).index(0.5)]),
    ):
        (line,) = axes.plot(
            x, part.mean(axis=0), marker=marker, ms=5, label=name
        )
        axes.fill_between(
            x,
            part.min(axis=0),
            part.max(axis=0),
            color=line.get_color(),
            alpha=0.15,
        )
left.set_xticks(range(len(DEPTHS)), [f"-{depth:g}" for depth in DEPTHS])
left.set(
    xlabel="largest input to which the units were pushed",
    ylabel="units that are back (%)",
    title=f"after {AFTERWARDS} epochs",
)
right.set(xlabel="epochs afterwards", title="pushed to -0.5")
left.legend()
figure.suptitle(f"Mean over {len(SEEDS)} seeds; band: least to most")
plt.show()


def by_depth(values):
    table = pd.DataFrame(
        {name: of_kind.mean(axis=0) for name, of_kind in values.items()},
        index=pd.Index(-DEPTHS, name="pushed to"),
    )
    return table.T


print(f"back after {AFTERWARDS} epochs (%), mean over {len(SEEDS)} seeds")
in_percent = by_depth({name: shares[:, -1] for name, shares in back.items()})
display(in_percent.round(0).astype(int))
print("how far their largest inputs have risen")
display(by_depth(rise).round(3))

# %% [markdown]
# Then the mean, for inputs from N(0, 1), and the cost, forward and backward on
# a million elements, the fastest of 30 runs in turn.

# %%
normal = tf.random.stateless_normal([1000, 1000], seed=[0, 0])


@tf.function
def there_and_back(z, slope):
    with tf.GradientTape() as tape:
        tape.watch(z)
        if slope is None:
            a = ka.activations.relu(z)
        else:
            a = ka.activations.leaky_relu(z, slope)
    return a, tape.gradient(a, z)


cost = {None: np.inf, 0.01: np.inf, 0.1: np.inf}
for _ in range(31):
    for slope in cost:
        began = time.perf_counter()
        there_and_back(normal, slope)
        cost[slope] = min(cost[slope], time.perf_counter() - began)
mean, rows = {}, {}
for slope, seconds in cost.items():
    a = there_and_back(normal, slope)[0].numpy()
    mean[slope] = float(a.mean())
    rows["relu" if slope is None else f"leaky_relu {slope}"] = {
        "mean": mean[slope],
        "bias shift": a.mean() / np.sqrt((a**2).mean()),
        "ns per element": seconds * 1e3,
    }
display(pd.DataFrame(rows).T.round(3))

# %%
moved = {
    name: row["weight after"] - row["weight before"]
    for name, row in by_hand.items()
}


slower = rise["leaky_relu 0.01"].mean() / rise["prelu from 0.25"].mean()
# The share (%) that is back in the end, by depth: mean over the seeds.
in_the_end = {
    name: dict(zip(DEPTHS, shares[:, -1].mean(axis=0), strict=True))
    for name, shares in back.items()
}


def back_from(depth):
    prelu, elu = in_the_end["prelu from 0.25"], in_the_end["elu"]
    return f"PReLU {prelu[depth]:.0f} %, ELU {elu[depth]:.0f} %"


print(
    fill(
        f"Claim 14, refined: it costs {cost[0.01] / cost[None]:.1f} times what "
        "ReLU costs, its slope is nowhere 0, and on the negative side a "
        "gradient is 1 % as large. That is so slow that it hardly differs from "
        f"dead: in {AFTERWARDS} epochs the inputs of units pushed below 0 rose "
        f"by {slower:.0%} of what they do with PReLU, and "
        f"{max(in_the_end['leaky_relu 0.01'].values()):.0f} % at most came "
        "back. What brings units back depends on how far down they are: of "
        f"those pushed to -0.1 it is {back_from(0.1)}, to -1 {back_from(1.0)}, "
        f"to -5 {back_from(5.0)}. Its mean is {mean[0.01]:.3f} against "
        f"{mean[None]:.3f}, hardly nearer to 0"
    )
)

# %% [markdown]
# ## What was found
#
# The notebook fails where one of these no longer holds.

# %%
# 9: not by a bit does the weight move, unless something else moves it.
assert relu["output"] == relu["local gradient"] == 0
assert relu["weight after"] == float(np.float32(-0.2))
assert relu["z"] < 0 and decayed > -0.2
assert moved["LeakyReLU 0.01"] > 1e-4
assert moved["PReLU 0.25"] > 10 * moved["LeakyReLU 0.01"]
# 10
assert (in_32 > 0).all() and in_32.mean() > in_all + 0.03
assert np.abs(silent.mean(axis=1) - expected)[:8].max() < 0.02
# 11
assert units["dead"].max() < 10 and channels["dead"].max() < 3
assert units["silent in a mini-batch"].max() > 10
assert (units["silent in a mini-batch"] > units["dead"]).all()
assert (
    too_high.min() > 40
    and not dead.xs(1.0, level="rate")["accuracy"].gt(60).any()
)
# 12
assert first == 0 and deeper > 5 and revivals[unit] >= 1
# 13
assert means.loc[0.0, "born dead"] > 1
assert means.loc[0.1, "born dead"] <= means.loc[0.0, "born dead"]
assert gain[0.1, "dead after"][2] < 0 < gain[0.1, "validation accuracy"][0]
assert abs(gain[0.01, "validation accuracy"][0]) < 1
assert gain[0.01, "dead after"][0] > gain[0.1, "dead after"][0]
# 14
assert not rise["relu"].any() and rise["leaky_relu 0.01"].all()
assert slower < 0.3 and max(in_the_end["leaky_relu 0.01"].values()) < 20
for name in ("prelu from 0.25", "elu"):
    assert in_the_end[name][0.1] > 50 and in_the_end[name][5.0] < 20
assert 0 < mean[0.01] < mean[None] and cost[0.01] < 5 * cost[None]
