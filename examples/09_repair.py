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
# # Mending a network
#
# A dead unit stays dead: where the slope is 0, there is no gradient that could
# change its weights. `RecycleUnits` gives such units new incoming weights, and
# sets their outgoing weights to 0. The network then computes exactly what it
# computed before, and the units learn again. This notebook looks at the units
# before and after, at three networks for which that pays, and at two for which
# it does not. At the end, a network that is too deep to begin with is brought
# to the right scale.

# %%
import keras
import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
from IPython.display import display
from keras import layers

import keras_activations as ka
from keras_activations import datasets
from keras_activations.callbacks import ActivationMonitor, RecycleUnits

# Colours that stay apart for colour-blind readers (Okabe and Ito).
ORANGE, BLUE, GREEN = "#D55E00", "#0072B2", "#009E73"
plt.rcParams.update({"figure.dpi": 80, "axes.grid": True, "grid.alpha": 0.3})

# 1437 images of digits, as 64 pixels between 0 and 1, and 360 for validation.
digits = datasets.load("digits")
x, y = digits.x.reshape(-1, 64), digits.y
x_val, y_val = digits.x_val.reshape(-1, 64), digits.y_val


def network(bias=0.0, rate=1e-3, seed=0):
    keras.utils.set_random_seed(seed)
    model = keras.Sequential(
        [
            keras.Input((64,)),
            layers.Dense(64, "relu", name="first"),
            layers.Dense(64, "relu", name="second"),
            layers.Dense(10),
        ]
    )
    for layer in model.layers[:2]:
        layer.bias.assign(np.full(64, bias))
    model.compile(
        keras.optimizers.Adam(rate),
        keras.losses.SparseCategoricalCrossentropy(from_logits=True),
        metrics=["accuracy"],
        jit_compile=False,
    )
    return model


def train(model, phases, recycle, x=x, y=y, **options):
    """Trains in phases of (rate, epochs); notes the units of each epoch."""
    monitor = ActivationMonitor(alerts=False)
    callbacks = [monitor]
    recycler = None
    if recycle:
        recycler = RecycleUnits(monitor, seed=0, **options)
        callbacks.append(recycler)
    maps = {"first": [], "second": []}
    callbacks.append(
        keras.callbacks.LambdaCallback(
            on_epoch_end=lambda epoch, logs: [
                maps[name].append(monitor.units(name)["firing_rate"])
                for name in maps
            ]
        )
    )
    for rate, epochs in phases:
        model.optimizer.learning_rate = rate
        model.fit(x, y, 32, epochs=epochs, verbose=0, callbacks=callbacks)
    return (
        monitor,
        recycler,
        {name: np.array(each) for name, each in maps.items()},
    )


def accuracy(model, x=x_val, y=y_val):
    return float((model.predict(x, verbose=0).argmax(1) == y).mean())


# %% [markdown]
# ## The same function, bit for bit
#
# Here the biases of a network are so low that nearly all units are dead from
# the first mini-batch on. One epoch of training, and after it the units are
# recycled. `output_change` is the largest change of an output on a probe batch,
# some of the samples of that epoch.

# %%
model = network(bias=-2.0)
_, recycler, _ = train(model, [(1e-3, 1)], True)
first_recyclings = recycler.history
for row in first_recyclings:
    print(
        f"{row['layer']}: {row['recycled']} of {row['of']} units recycled, "
        f"output_change {row['output_change']}"
    )

# %% [markdown]
# The new units hang on the network by outgoing weights of 0. These have a
# gradient, since the units fire; so they grow in the first step, and then the
# gradient reaches the units, too.
#
# ## Born dead
#
# The same network, trained for 20 epochs without and with recycling. A column
# is a unit, a row is an epoch.

# %%
born_dead = {}
maps = {}
for recycle in False, True:
    model = network(bias=-2.0)
    _, recycler, found = train(model, [(1e-3, 20)], recycle)
    maps[recycle] = found["second"]
    born_dead[recycle] = accuracy(model)


def draw(maps):
    figure, axes = plt.subplots(1, 2, figsize=(11, 3), sharey=True)
    palette = plt.get_cmap("viridis").copy()
    palette.set_under(ORANGE)
    for axis, recycle in zip(axes, (False, True), strict=True):
        image = axis.imshow(
            maps[recycle],
            aspect="auto",
            cmap=palette,
            vmin=1e-9,
            vmax=1,
            interpolation="nearest",
        )
        axis.grid(False)
        axis.set_xlabel("unit of the second layer")
        axis.set_title("recycled" if recycle else "as it is")
    axes[0].set_ylabel("epoch")
    axes[0].yaxis.get_major_locator().set_params(integer=True)
    figure.colorbar(image, ax=axes, label="share of samples on which it fires")
    plt.show()


draw(maps)
print(
    f"Accuracy without recycling {born_dead[False]:.3f}, with it "
    f"{born_dead[True]:.3f}. Orange: dead."
)

# %% [markdown]
# ## Two epochs at too high a rate
#
# Adam at 0.1 kills units. Then the rate is 0.001, for 18 epochs. Without
# recycling the network goes on with those that are left.

# %%
phases = [(0.1, 2), (1e-3, 18)]
too_high = {}
for recycle in False, True:
    model = network(rate=0.1, seed=1)
    monitor, recycler, found = train(model, phases, recycle)
    maps[recycle] = found["second"]
    too_high[recycle] = accuracy(model)
draw(maps)
print(
    f"Accuracy without recycling {too_high[False]:.3f}, with it "
    f"{too_high[True]:.3f}"
)

# %% [markdown]
# ## Learning again and again
#
# A network that has learned one task by heart learns the next one worse, the
# more of its units are dead by then. Here 256 images get new random labels ten
# times, and are trained on for 12 epochs each. A fresh network shows what could
# be reached.


# %%
def again(recycle, fresh=False, tasks=10, **options):
    rng = np.random.default_rng(0)
    monitor = ActivationMonitor(alerts=False)
    callbacks = [monitor]
    if recycle:
        callbacks.append(RecycleUnits(monitor, seed=0, **options))
    model = network(rate=5e-3)
    reached = []
    for task in range(tasks):
        labels = rng.integers(0, 10, 256)
        if fresh:
            model = network(rate=5e-3, seed=task)
        model.fit(
            x[:256],
            labels,
            16,
            epochs=12,
            verbose=0,
            callbacks=[] if fresh else callbacks,
        )
        reached.append(accuracy(model, x[:256], labels))
    return reached


learned = {
    "a fresh network": again(False, fresh=True),
    "recycled, dead units": again(True),
    "recycled, dormant units": again(True, rule="dormant", tau=0.1),
    "as it is": again(False),
}
figure, axis = plt.subplots(figsize=(7, 3.2))
colours = ("0.6", BLUE, GREEN, ORANGE)
for (name, reached), colour in zip(learned.items(), colours, strict=True):
    axis.plot(range(1, 11), reached, "o-", label=name, color=colour)
axis.set_xlabel("task")
axis.set_ylabel("accuracy after it")
axis.legend(fontsize=8, loc="lower left")
plt.show()
last = {name: float(np.mean(each[-3:])) for name, each in learned.items()}
display(pd.DataFrame({"mean of the last three tasks": last}).round(2))

# %% [markdown]
# ## Where it does not pay
#
# A healthy network has few dead units, and needs none of them: recycling does
# neither good nor harm.

# %%
healthy = {recycle: [] for recycle in (False, True)}
for seed in range(4):
    for recycle in healthy:
        model = network(seed=seed)
        train(model, [(1e-3, 20)], recycle)
        healthy[recycle].append(accuracy(model))
difference = np.subtract(healthy[True], healthy[False])
print(
    f"Accuracy without recycling {np.mean(healthy[False]):.3f}, with it "
    f"{np.mean(healthy[True]):.3f}; differences of the four seeds: "
    + ", ".join(f"{each:+.3f}" for each in difference)
)

# %% [markdown]
# And where the rate stays too high, new units die like the old ones. The
# diagnosis says so.

# %%
model = network(rate=1.0, seed=1)
monitor, recycler, _ = train(model, [(1.0, 8)], True)
counts = pd.DataFrame(recycler.history).groupby("epoch")["recycled"].sum()
print("Recycled, by epoch:", counts.to_dict())
print(f"Accuracy {accuracy(model):.3f}\n")
far_too_high = monitor.diagnose()
print(far_too_high)

# %% [markdown]
# ## Begin at the right scale
#
# Recycling is for units that die. In a deep network it can be the signal that
# dies, before the first step: what comes out of the last layer hardly depends
# on the input. `initial_scale` brings each layer to a deviation of 1, with one
# pass over some samples.

# %%
keras.utils.set_random_seed(0)


def deep():
    hidden = [layers.Dense(64, "gelu") for _ in range(30)]
    model = keras.Sequential([keras.Input((64,)), *hidden, layers.Dense(10)])
    model.compile(
        keras.optimizers.Adam(1e-3),
        keras.losses.SparseCategoricalCrossentropy(from_logits=True),
        jit_compile=False,
    )
    return model


def deviations(model):
    inner = keras.Model(model.inputs[0], [each.output for each in model.layers])
    return [float(np.std(each)) for each in inner(x[:256])]


model = deep()
scaled = deep()
scaled.set_weights(model.get_weights())
ka.models.initial_scale(scaled, x[:256])

figure, axis = plt.subplots(figsize=(7, 3))
axis.semilogy(deviations(model), color=ORANGE, label="as Keras begins")
axis.semilogy(deviations(scaled), color=BLUE, label="after initial_scale")
axis.set_xlabel("layer")
axis.set_ylabel("standard deviation")
axis.legend()
plt.show()

reached = []
for each in model, scaled:
    each.fit(x, y, 32, epochs=15, verbose=0)
    reached.append(accuracy(each))
print(
    f"30 layers of GELU, 15 epochs: accuracy {reached[0]:.3f} as Keras begins, "
    f"{reached[1]:.3f} after initial_scale"
)

# %% [markdown]
# ## What was found
#
# The notebook fails where one of these no longer holds.

# %%
assert [row["recycled"] for row in first_recyclings] == [64, 64]
assert all(row["output_change"] == 0 for row in first_recyclings)
assert born_dead[False] < 0.5 and born_dead[True] > 0.9
assert too_high[True] > too_high[False] + 0.05
assert last["recycled, dead units"] > last["as it is"] + 0.1
assert abs(difference.mean()) < 0.01
assert [finding.cause for finding in far_too_high] == ["rate_too_high"]
assert reached[1] > reached[0] + 0.2
