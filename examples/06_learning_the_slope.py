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
# # Learning the slope: PReLU and ELU
#
# LeakyReLU multiplies negative inputs by a fixed 0.01. PReLU learns that
# number, one for each channel; ELU bends the negative side so that it stays
# above minus alpha, and its alpha can be learned too. What do they learn on
# real images, is it worth it, and what does it cost?
#
#     leaky_relu(z) = z if z > 0, else 0.01 z
#     prelu(z)      = z if z > 0, else alpha z             alpha learned
#     elu(z)        = z if z > 0, else alpha (exp(z) - 1)  alpha 1 or learned

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

# Networks as small as these train faster on one thread than on several.
tf.config.threading.set_intra_op_parallelism_threads(1)
digits = datasets.load("digits")
images = digits.x[..., np.newaxis]  # 1437 images of 8x8 pixels, one channel
images_val = digits.x_val[..., np.newaxis]
# Colours that stay apart for colour-blind readers (Okabe and Ito).
COLOURS = ("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9")
plt.rcParams.update(
    {
        "figure.dpi": 80,
        "axes.grid": True,
        "grid.alpha": 0.3,
        "axes.prop_cycle": plt.cycler(color=COLOURS),
    }
)

# %% [markdown]
# ## The comparison
#
# Two convolutions of 8 and 16 channels and a Dense layer of 32 units, each
# followed by the activation in question. `compare_activations` trains it with
# each activation, at 3 rates and from 5 seeds, on the same mini-batches of 64
# for the same seed, and takes the best rate of each activation: at one rate for
# all, the comparison would favour the activation that the rate happens to suit.
# `against leaky_relu` is the mean difference seed by seed; in brackets is its
# 95 % confidence interval.


# %%
def network(activation):
    return keras.Sequential(
        [
            keras.Input((8, 8, 1)),
            keras.layers.Conv2D(
                8, 3, strides=2, kernel_initializer="he_normal"
            ),
            activation(),
            keras.layers.Conv2D(16, 2, kernel_initializer="he_normal"),
            activation(),
            keras.layers.Flatten(),
            keras.layers.Dense(32, kernel_initializer="he_normal"),
            activation(),
            keras.layers.Dense(10, activation="softmax"),
        ]
    )


EPOCHS, SEEDS, RATES = 6, (0, 1, 2, 3, 4), (0.15, 0.4, 1.0)
result = ka.compare_activations(
    network,
    ["leaky_relu", "prelu", "elu"],
    images,
    digits.y,
    validation_data=(images_val, digits.y_val),
    epochs=EPOCHS,
    batch_size=64,
    steps_per_execution=23,  # a whole epoch in one go takes less time
    jit_compile=False,  # compiling would take longer than training
    seeds=SEEDS,
    learning_rates=RATES,
    verbose=0,
)
best = {row["activation"]: row for row in result.summary}
display(result)

# %% [markdown]
# The differences again, as a picture: each seed, and the mean with its
# interval.

# %%
figure, axes = plt.subplots(figsize=(8, 2.5), layout="constrained")
others = list(best)[1:]
for place, name in enumerate(others):
    row, first = best[name], best["leaky_relu"]["scores"]
    points = [100 * (row["scores"][seed] - first[seed]) for seed in SEEDS]
    axes.plot(points, [place] * len(points), "o", color=COLOURS[place], ms=4)
    middle, low, high = (100 * row[k] for k in ("difference", "low", "high"))
    axes.errorbar(
        middle,
        place + 0.25,
        xerr=[[middle - low], [high - middle]],
        fmt="D",
        color=COLOURS[place],
        capsize=4,
    )
axes.axvline(0, color="black", linewidth=1)
axes.set_yticks(range(len(others)), others)
axes.set(
    xlabel="validation accuracy less that of LeakyReLU (points)",
    title="Dots: 5 seeds; above: mean and 95 % interval",
    ylim=(-0.5, len(others) - 0.25),
)
plt.show()


# %%
def against_leaky(name):
    """The difference in points of accuracy, with its interval."""
    middle, low, high = (
        100 * best[name][key] for key in ("difference", "low", "high")
    )
    seen = "" if best[name]["seen"] else ", so that no difference is seen"
    return f"{middle:+.1f} points ({low:+.1f} to {high:+.1f}{seen})"


for name in others:
    print(f"{name}: {against_leaky(name)}")

# %% [markdown]
# ## The slopes that PReLU learns
#
# > **Claim 15.** Parametric rectifier: the slope is learned.
#
# What it learns, at its best rate and from 3 of the seeds. One line is the
# slope of one channel (in the last layer: of one unit). All start at 0.25. A
# slope of 0 would be ReLU, 1 no activation at all, and a negative one folds the
# negative side up.


# %%
class Alphas(keras.callbacks.Callback):
    """Keeps the learned numbers of each layer, before and after each epoch."""

    def on_train_begin(self, logs=None):
        learned = [x for x in self.model.layers if hasattr(x, "alpha")]
        names = ("8 channels", "16 channels", "32 units")
        self.layers = dict(zip(names, learned, strict=True))
        self.values = {name: [] for name in names}
        self.on_epoch_end(-1)

    def on_epoch_end(self, epoch, logs=None):
        for name, layer in self.layers.items():
            alpha = keras.ops.convert_to_numpy(layer.alpha).ravel()
            self.values[name].append(alpha)


def what_is_learned(activation, rate):
    """The learned numbers, by seed and layer, over the epochs."""
    model, found = network(activation), {}
    model.compile(
        ka.training.ExplicitSGD(rate),
        loss="sparse_categorical_crossentropy",
        jit_compile=False,
        steps_per_execution=23,
    )
    for seed in SEEDS[:3]:
        keras.utils.set_random_seed(seed)
        model.set_weights(network(activation).get_weights())
        kept = Alphas()
        model.fit(
            ka.training.MiniBatches(images, digits.y, batch_size=64, seed=seed),
            epochs=EPOCHS,
            shuffle=False,  # MiniBatches does it
            verbose=0,
            callbacks=[kept],
        )
        found[seed] = {
            layer: np.array(values) for layer, values in kept.values.items()
        }
    return found


def draw(values, title, ylabel):
    figure, panels = plt.subplots(
        1, 3, figsize=(11, 3.5), sharey=True, layout="constrained"
    )
    for axes, (layer, slopes), colour in zip(
        panels, values.items(), COLOURS, strict=False
    ):
        axes.plot(slopes, color=colour, alpha=0.7)
        axes.plot(slopes.mean(axis=1), "k--", linewidth=2, label="mean")
        axes.set(xlabel="epoch", title=layer)
        axes.legend()
    panels[0].set_ylabel(ylabel)
    figure.suptitle(title)
    plt.show()


def spread(of_seeds):
    rows = [
        {
            "seed": seed,
            "layer": layer,
            "mean": values[-1].mean(),
            "least": values[-1].min(),
            "greatest": values[-1].max(),
            "mean change": np.abs(values[-1] - values[0]).mean(),
        }
        for seed, of_layers in of_seeds.items()
        for layer, values in of_layers.items()
    ]
    return pd.DataFrame(rows).set_index(["seed", "layer"])


# %%
alphas = what_is_learned(ka.layers.PReLU, best["prelu"]["learning_rate"])
draw(alphas[0], "PReLU: slope per channel, seed 0", "learned slope")
slopes = spread(alphas)
display(slopes.round(3))

# %% [markdown]
# ## What does it cost?
#
# The time of a training step. One network of each kind takes a step in turn, 60
# times; the fastest is kept, since whatever else the machine does only adds
# time.

# %%
# Five models in a row are what TensorFlow warns of as "retracing".
tf.get_logger().setLevel("ERROR")
ACTIVATIONS = {
    "relu": ka.layers.ReLU,
    "leaky_relu": ka.layers.LeakyReLU,
    "prelu": ka.layers.PReLU,
    "elu": ka.layers.ELU,
    "elu, learned": functools.partial(ka.layers.ELU, learn_alpha=True),
}
steps, parameters = {}, {}
for name, activation in ACTIVATIONS.items():
    model = network(activation)
    parameters[name] = model.count_params()
    model.compile(
        ka.training.ExplicitSGD(0.1), loss="sparse_categorical_crossentropy"
    )
    steps[name] = functools.partial(
        model.train_on_batch, images[:128], digits.y[:128]
    )
seconds = dict.fromkeys(steps, np.inf)
for _ in range(61):
    for name, step in steps.items():
        began = time.perf_counter()
        step()
        seconds[name] = min(seconds[name], time.perf_counter() - began)
cost = pd.DataFrame(
    {
        "parameters": parameters,
        "step (ms)": {name: 1e3 * s for name, s in seconds.items()},
        "step / leaky_relu": {
            name: s / seconds["leaky_relu"] for name, s in seconds.items()
        },
    }
)
display(cost.round(2))

# %%
extra = parameters["prelu"] - parameters["leaky_relu"]
print(
    fill(
        "Claim 15, confirmed: the slopes leave 0.25 for "
        f"{slopes['least'].min():.2f} to {slopes['greatest'].max():.2f}, each "
        "channel its own way. On these images, each at its best rate and after "
        f"{EPOCHS} epochs, that makes a difference in accuracy to LeakyReLU of "
        f"{against_leaky('prelu')}, with {extra} more parameters and steps "
        f"that take {cost.loc['prelu', 'step / leaky_relu']:.2f} times as long"
    )
)

# %% [markdown]
# ## ELU
#
# > **Claim 16.** ELU: like the leaky kinds, but large negative inputs give a
# > bounded negative output; it costs an exponential.
#
# From the comparison: the bias shift over training, `|E a| / sqrt(E a^2)`, the
# mean over units and layers. It is 0 for a mean of zero and 1 for a unit that
# always says the same.

# %%
figure, axes = plt.subplots(figsize=(8, 3.5), layout="constrained")
for (name, row), marker in zip(best.items(), "os^", strict=True):
    curves = np.array(
        [
            run["curves"]["bias_shift"]
            for run in result.runs
            if run["activation"] == name
            and run["learning_rate"] == row["learning_rate"]
        ]
    )
    epochs = np.arange(1, EPOCHS + 1)
    axes.plot(epochs, curves.mean(axis=0), marker=marker, ms=4, label=name)
    axes.fill_between(epochs, curves.min(axis=0), curves.max(axis=0), alpha=0.2)
axes.set(
    xlabel="epoch",
    ylabel="bias shift, mean over layers",
    title="Mean over 5 seeds; band: least to most",
    xticks=epochs,
)
axes.legend(loc="center left", bbox_to_anchor=(1, 0.5))
plt.show()

# %% [markdown]
# What LeakyReLU and ELU give far below 0, and what a learned alpha becomes at
# ELU's best rate.

# %%
far = np.array([-1.0, -5.0, -20.0, -1e4], "float32")
floor = {
    "leaky_relu 0.01": ka.activations.leaky_relu(far, 0.01).numpy(),
    "elu, alpha 1": ka.activations.elu(far, 1.0).numpy(),
    "elu, alpha 0.3": ka.activations.elu(far, 0.3).numpy(),
}
display(pd.DataFrame(floor, index=[f"z = {z:g}" for z in far]).T.round(4))

# %%
alphas = what_is_learned(
    ACTIVATIONS["elu, learned"], best["elu"]["learning_rate"]
)
draw(alphas[0], "ELU: alpha per channel, seed 0", "learned alpha")
learned = spread(alphas)
display(learned.round(3))

# %%
shifts = {name: row["bias_shift"] for name, row in best.items()}
print(
    fill(
        "Claim 16, refined: the output never falls below -alpha (at z = -10000 "
        f"it is {floor['elu, alpha 1'][-1]:g}, LeakyReLU's "
        f"{floor['leaky_relu 0.01'][-1]:g}), its bias shift is "
        f"{shifts['elu']:.2f} against {shifts['leaky_relu']:.2f}, its accuracy "
        f"after {EPOCHS} epochs differs from LeakyReLU's by "
        f"{against_leaky('elu')}. The exponential hardly shows in this "
        "network: a step takes "
        f"{cost.loc['elu', 'step / leaky_relu']:.2f} times as long as "
        "LeakyReLU's. A learned alpha goes from 1 to between "
        f"{learned['least'].min():.2f} and {learned['greatest'].max():.2f}"
    )
)

# %% [markdown]
# ## What was found
#
# The notebook fails where one of these no longer holds.

# %%
# 15: slopes move, apart from each other; nothing dramatic in accuracy.
assert (slopes["mean change"] > 0.01).all()
assert slopes["greatest"].max() - slopes["least"].min() > 0.1
assert all(row["score"] > 0.85 for row in best.values())
assert not any(row["edge"] for row in best.values())
assert abs(best["prelu"]["difference"]) < 0.1
assert extra == 8 + 16 + 32
# 16
assert floor["elu, alpha 1"].min() == -1.0
assert floor["leaky_relu 0.01"].min() < -99
assert shifts["elu"] < shifts["leaky_relu"] - 0.05
assert abs(best["elu"]["difference"]) < 0.1
assert (learned["mean change"] > 0.001).all()
assert cost.loc["elu", "step / leaky_relu"] < 1.5
assert (cost["step / leaky_relu"] < 3).all()
