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
# # Five sick networks
#
# A network that does not learn raises no error. It trains to the end, and the
# numbers are bad, or worse, they only look good. This notebook trains five
# small networks on data that scikit-learn brings. Each has one fault that
# beginners really make. For each, `monitor.diagnose()` says what is wrong and
# what to type, the remedy is applied to a fresh copy of the network, and both
# are compared. At the end comes a healthy network.

# %%
import warnings

import keras
import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
from IPython.display import display
from keras import layers
from matplotlib.ticker import LogLocator
from sklearn.datasets import load_breast_cancer, make_friedman1
from sklearn.model_selection import train_test_split

import keras_activations as ka
from keras_activations import datasets
from keras_activations.callbacks import ActivationMonitor

# Colours that stay apart for colour-blind readers (Okabe and Ito).
ORANGE, BLUE, GREEN = "#D55E00", "#0072B2", "#009E73"
plt.rcParams.update({"figure.dpi": 80, "axes.grid": True, "grid.alpha": 0.3})

# Images of digits, as 64 pixels between 0 and 1.
digits = datasets.load("digits")
pixels, digit = digits.x.reshape(-1, 64), digits.y
pixels_val, digit_val = digits.x_val.reshape(-1, 64), digits.y_val

# 30 measures of cells; 1: the tumour is benign.
cells, cells_val, benign, benign_val = train_test_split(
    *load_breast_cancer(return_X_y=True), test_size=0.25, random_state=0
)

# %% [markdown]
# ## The tools
#
# `network` makes a compiled network. Its layers have names, so that the
# findings are easy to read; the seed that is set before gives it the same
# initial weights each time. `train` watches the training. With `alerts=False`
# the monitor is silent while it trains; without it, it prints a line the first
# time it finds something.
#
# `cure` applies the first remedy of the first finding. A remedy has its code as
# text. `exec` runs this text, which is the same as typing it. It changes
# `model`, a fresh network, or the data `x` and `y`.


# %%
def network(features, parts, optimizer, loss):
    model = keras.Sequential([keras.Input((features,)), *parts])
    model.compile(optimizer, loss, jit_compile=False)
    return model


def hidden(number, activation, units=32):
    return [
        layers.Dense(units, activation, name=f"hidden_{place}")
        for place in range(1, number + 1)
    ]


def train(model, x, y, epochs, **others):
    monitor = ActivationMonitor(alerts=False)
    history = model.fit(
        x, y, epochs=epochs, verbose=0, callbacks=[monitor], **others
    )
    return history.history, monitor


def cure(diagnosis, model, x, y):
    names = {"model": model, "keras": keras, "ka": ka, "x": x, "y": y}
    exec(diagnosis[0].remedies[0].code, names)
    return names


def constant_loss(labels):
    """The loss of the best constant prediction: the entropy of the classes."""
    shares = np.bincount(labels) / len(labels)
    return -np.sum(shares * np.log(shares))


def accuracy(model, x, labels):
    outputs = np.asarray(model(x))
    one = outputs.shape[1] == 1
    guess = outputs[:, 0] > 0.5 if one else outputs.argmax(1)
    return np.mean(guess == labels)


results = {}


def compare(name, labels, sick, mended):
    """The table; each network is its losses and its accuracy."""
    results[name] = {
        "constant": constant_loss(labels),
        "sick loss": sick[0][-1],
        "mended loss": mended[0][-1],
        "sick accuracy": sick[1],
        "mended accuracy": mended[1],
    }
    table = pd.DataFrame(
        {
            "last loss": [sick[0][-1], mended[0][-1]],
            "accuracy on new data": [sick[1], mended[1]],
        },
        ["sick", "mended"],
    )
    display(table.round(3))


def draw(labels, sick, mended, what="training loss"):
    """The losses on the left; the axes on the right are for more."""
    figure, (left, right) = plt.subplots(
        1, 2, figsize=(11, 3), layout="constrained"
    )
    epochs = range(1, len(sick) + 1)
    left.plot(epochs, sick, "s-", color=ORANGE, label="sick")
    left.plot(epochs, mended, "o-", color=BLUE, label="mended")
    left.axhline(
        constant_loss(labels),
        color="black",
        linestyle="--",
        label="best constant prediction",
    )
    left.set(xlabel="epoch", ylabel=what, yscale="log", title="Learning")
    left.xaxis.get_major_locator().set_params(integer=True)
    left.yaxis.set_major_formatter("{x:g}")
    left.yaxis.set_major_locator(LogLocator(subs=(1, 2, 5)))
    left.yaxis.set_minor_formatter("")
    return left, right


def show(left):
    """One legend for both axes."""
    left.figure.legend(
        *left.get_legend_handles_labels(), loc="outside right upper"
    )
    plt.show()


# %% [markdown]
# In the pictures, the dashed line is the loss of the best constant prediction:
# a network that says the same for each sample, namely how frequent each class
# is. A network at this line has learned nothing from its inputs.
#
# ## 1. Raw inputs
#
# The measures of the cells have very different sizes: some are near 0.01,
# others near 1000. A beginner gives them to the network as they are.


# %%
def raw_network():
    keras.utils.set_random_seed(0)
    return network(
        30,
        [*hidden(2, "relu"), layers.Dense(1, "sigmoid", name="output")],
        keras.optimizers.SGD(0.05),
        "binary_crossentropy",
    )


sick = raw_network()
sick_history, monitor = train(sick, cells, benign, epochs=15)
raw = monitor.diagnose()
display(raw)

# %% [markdown]
# The remedy makes a layer that brings each measure to mean 0 and deviation 1.
# New data must pass through the same layer. Here that is done by hand; in your
# own model, let it be the first layer.

# %%
names = cure(raw, raw_network(), cells, benign)
mended, normalized = names["model"], names["x"]
mended_history, _ = train(mended, normalized, benign, epochs=15)
compare(
    "raw inputs",
    benign,
    (sick_history["loss"], accuracy(sick, cells_val, benign_val)),
    (
        mended_history["loss"],
        accuracy(mended, names["normalization"](cells_val), benign_val),
    ),
)

# %%
left, sizes = draw(benign, sick_history["loss"], mended_history["loss"])
left.set(ylim=(0.05, 2), title="Learning (the first sick loss is far above)")
for values, marker, colour in (
    (cells, "s", ORANGE),
    (normalized, "o", BLUE),
):
    rms = np.sqrt(np.mean(np.square(values), 0))
    sizes.plot(range(1, 31), rms, marker, color=colour)
sizes.set(
    xlabel="measure",
    ylabel="rms",
    yscale="log",
    title="Sizes of the 30 inputs",
)
show(left)

# %% [markdown]
# ## 2. A learning rate that kills units
#
# A learning rate of 2, in a ReLU network that classifies digits. The steps are
# so large that units land where their input is negative for every image. There
# the slope of ReLU is 0, so that they get no gradient: they are dead.


# %%
def fast_network():
    keras.utils.set_random_seed(0)
    return network(
        64,
        [*hidden(3, "relu"), layers.Dense(10, "softmax", name="output")],
        keras.optimizers.SGD(2.0),
        "sparse_categorical_crossentropy",
    )


sick = fast_network()
sick_history, sick_monitor = train(sick, pixels, digit, epochs=10)
fast = sick_monitor.diagnose()
display(fast)

# %% [markdown]
# The proposed rate is computed from the steps that were measured: they shall
# change the weights by about 0.3 % each. It is a good start, not the best rate.

# %%
mended = cure(fast, fast_network(), pixels, digit)["model"]
mended_history, mended_monitor = train(mended, pixels, digit, epochs=10)
compare(
    "learning rate",
    digit,
    (sick_history["loss"], accuracy(sick, pixels_val, digit_val)),
    (mended_history["loss"], accuracy(mended, pixels_val, digit_val)),
)

# %%
left, dead = draw(digit, sick_history["loss"], mended_history["loss"])
for monitor, colour, marker in (
    (sick_monitor, ORANGE, "s"),
    (mended_monitor, BLUE, "o"),
):
    ratios = [
        100 * row["dead_ratio"]
        for row in (*monitor.birth, *monitor.history)
        if row["layer"] == fast[0].layers[0]
    ]
    dead.plot(range(len(ratios)), ratios, marker + "-", color=colour)
dead.set(
    xlabel="epoch (0: first mini-batch)",
    ylabel="dead units (%)",
    title=f"Dead units of {fast[0].layers[0]}",
)
show(left)

# %% [markdown]
# ## 3. A deep sigmoid network
#
# Six layers of sigmoids. Each one makes the differences between two images
# smaller, until the last layer says nearly the same for all images. This is so
# before the first update.


# %%
def deep_network():
    keras.utils.set_random_seed(0)
    return network(
        64,
        [*hidden(6, "sigmoid"), layers.Dense(10, "softmax", name="output")],
        keras.optimizers.SGD(0.05),
        "sparse_categorical_crossentropy",
    )


sick = deep_network()
sick_history, sick_monitor = train(sick, pixels, digit, epochs=15)
deep = sick_monitor.diagnose()
display(deep)

# %%
mended = cure(deep, deep_network(), pixels, digit)["model"]
mended_history, mended_monitor = train(mended, pixels, digit, epochs=15)
compare(
    "deep sigmoids",
    digit,
    (sick_history["loss"], accuracy(sick, pixels_val, digit_val)),
    (mended_history["loss"], accuracy(mended, pixels_val, digit_val)),
)

# %%
left, signal = draw(digit, sick_history["loss"], mended_history["loss"])
for monitor, colour, marker in (
    (sick_monitor, ORANGE, "s"),
    (mended_monitor, BLUE, "o"),
):
    deviations = [row["std"] for row in monitor.birth]
    signal.plot(range(1, 7), deviations, marker + "-", color=colour)
signal.set(
    xlabel="hidden layer",
    ylabel="deviation over the images",
    yscale="log",
    title="Signal before the first update",
)
show(left)

# %% [markdown]
# ## 4. A softmax over one unit
#
# The cells again, now with inputs of mean 0 and deviation 1. The last layer is
# `Dense(1, "softmax")`. A softmax makes its outputs add up to 1, so a single
# output is always 1. Keras warns when the network is built, in one line that is
# easy to miss. Then it trains as if nothing were wrong, and the loss falls.


# %%
mean, deviation = cells.mean(0), cells.std(0)
scaled, scaled_val = (cells - mean) / deviation, (cells_val - mean) / deviation


def one_unit_network():
    keras.utils.set_random_seed(0)
    return network(
        30,
        [*hidden(1, "relu"), layers.Dense(1, "softmax", name="output")],
        keras.optimizers.Adam(0.005),
        "binary_crossentropy",
    )


with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    sick = one_unit_network()
    sick_history, monitor = train(sick, scaled, benign, epochs=10)
    predictions = np.asarray(sick(scaled_val))[:, 0]
    sick_accuracy = accuracy(sick, scaled_val, benign_val)
print(f"Keras: {str(caught[0].message).split('. ')[0]}.")
print(f"Loss: {sick_history['loss'][0]:.3f} to {sick_history['loss'][-1]:.3f}")
print(f"Predictions: {predictions.min():.3f} to {predictions.max():.3f}")
softmax = monitor.diagnose()
display(softmax)

# %% [markdown]
# Why does the loss fall? Keras computes it from the numbers that go into the
# softmax, not from those that come out. So the loss is that of a sigmoid, and
# the weights are even good. Only the predictions are worthless: the accuracy is
# the share of benign tumours. With the remedy, each loss stays the same.

# %%
with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    fresh = one_unit_network()
mended = cure(softmax, fresh, scaled, benign)["model"]
mended_history, _ = train(mended, scaled, benign, epochs=10)
compare(
    "softmax over one",
    benign,
    (sick_history["loss"], sick_accuracy),
    (mended_history["loss"], accuracy(mended, scaled_val, benign_val)),
)
same_losses = np.allclose(sick_history["loss"], mended_history["loss"], 1e-3)
print("The same losses:", same_losses)

# %%
left, right = draw(benign, sick_history["loss"], mended_history["loss"])
left.lines[1].set(linestyle=":", markersize=3)  # it hides the other one
right.hist(
    [predictions, np.asarray(mended(scaled_val))[:, 0]],
    np.linspace(0, 1, 11),
    color=[ORANGE, BLUE],
)
right.set(
    xlabel="prediction", ylabel="samples", title="Predictions for new data"
)
show(left)

# %% [markdown]
# ## 5. A BatchNormalization that lags behind
#
# In training, a BatchNormalization uses the mean and deviation of the
# mini-batch. In validation it uses moving averages. With a momentum of 0.999
# each step moves them by 0.1 % of the way only, and this training has 225
# steps. The training loss is very good, that of the validation is not, and it
# looks like overfitting.


# %%
def normalized_network():
    keras.utils.set_random_seed(0)
    parts = [
        part
        for place in (1, 2, 3)
        for part in (
            layers.Dense(32),
            layers.BatchNormalization(momentum=0.999),
            layers.ReLU(name=f"hidden_{place}"),
        )
    ]
    return network(
        64,
        [*parts, layers.Dense(10, "softmax", name="output")],
        keras.optimizers.Adam(0.005),
        "sparse_categorical_crossentropy",
    )


validation = {"validation_data": (pixels_val, digit_val)}
sick = normalized_network()
sick_history, sick_monitor = train(sick, pixels, digit, epochs=5, **validation)
lagging = sick_monitor.diagnose()
display(lagging)

# %% [markdown]
# Overfitting would leave the activations alike. Here they differ, and that is
# what the diagnosis has found. The remedy changes nothing in training: the
# training losses stay the same, and only the validation gets better. The table
# shows the validation losses.

# %%
mended = cure(lagging, normalized_network(), pixels, digit)["model"]
mended_history, mended_monitor = train(
    mended, pixels, digit, epochs=5, **validation
)
compare(
    "lagging averages",
    digit,
    (sick_history["val_loss"], accuracy(sick, pixels_val, digit_val)),
    (mended_history["val_loss"], accuracy(mended, pixels_val, digit_val)),
)
same_training = np.allclose(sick_history["loss"], mended_history["loss"], 1e-3)
print("The same training losses:", same_training)

# %%
left, right = draw(
    digit,
    sick_history["val_loss"],
    mended_history["val_loss"],
    "validation loss",
)
left.plot(
    range(1, 6),
    sick_history["loss"],
    "^:",
    color=GREEN,
    label="training loss of both",
)
for monitor, colour, marker in (
    (sick_monitor, ORANGE, "s"),
    (mended_monitor, BLUE, "o"),
):
    ratios = [
        row["val_std"] / row["std"]
        for row in monitor.history
        if row["epoch"] == 4
    ]
    right.plot((1, 2, 3), ratios, marker + "-", color=colour)
right.axhline(1, color="black", linestyle=":")
right.set(
    xlabel="hidden layer",
    ylabel="validation / training",
    xticks=(1, 2, 3),
    ylim=(0, None),
    title="Deviation of the activations, last epoch",
)
show(left)

# %% [markdown]
# ## A healthy network
#
# Friedman's first problem is a made regression with ten inputs. Inputs and
# targets have mean 0 and deviation 1, so that the loss of the best constant
# prediction is 1.


# %%
def standardized(values):
    return (values - values.mean(0)) / values.std(0)


x, y = map(standardized, make_friedman1(600, noise=1.0, random_state=0))
keras.utils.set_random_seed(0)
model = network(
    10,
    [*hidden(2, "relu"), layers.Dense(1, name="output")],
    keras.optimizers.Adam(0.003),
    "mse",
)
healthy_history, monitor = train(
    model, x[150:], y[150:], epochs=10, validation_data=(x[:150], y[:150])
)
healthy = monitor.diagnose()
print(f"Loss {healthy_history['loss'][-1]:.2f}, ", end="")
print(f"in validation {healthy_history['val_loss'][-1]:.2f}")
display(healthy)

# %% [markdown]
# No finding means: nothing was found in what was looked at, and the verdict
# names that. Causes that could not be checked would be listed below it; here
# there are none. It does not mean that the network is as good as it could be:
# nobody has compared it with other sizes, rates or activations.
# [The comparison](07_choosing.ipynb) does that.
#
# A diagnosis is not always right. Five networks that were made to be sick do
# not show how often it is. [The page on the diagnosis](../docs/diagnosis.md)
# says how often, on many programs with known faults and on healthy ones; some
# of them were not used to make the rules. It also has all the causes and their
# limits.
#
# ## What was found
#
# The notebook fails where one of these no longer holds.

# %%
summary = pd.DataFrame(results).T
display(summary.rename(columns={"constant": "loss of a constant"}).round(3))

# %%
assert raw[0].cause == "input_scale"
assert fast[0].cause == "rate_too_high"
assert deep[0].cause == "vanishing_signal"
assert softmax[0].cause == "output_loss_mismatch"
assert lagging[0].cause == "train_validation_gap"
assert all(len(found) == 1 for found in (raw, fast, deep, softmax, lagging))
for name in ("raw inputs", "learning rate", "deep sigmoids"):
    assert results[name]["sick loss"] > 0.7 * results[name]["constant"]
for row in results.values():
    assert row["mended loss"] < 0.3 * row["constant"]
    assert row["mended accuracy"] > row["sick accuracy"] + 0.05
    assert row["mended accuracy"] > 0.85
assert any("softmax" in str(warning.message) for warning in caught)
assert np.allclose(predictions, 1) and same_losses
assert np.isclose(
    results["softmax over one"]["sick accuracy"], benign_val.mean()
)
assert same_training and int(sick.optimizer.iterations) == 225
assert not healthy and not healthy.not_checked
assert healthy_history["val_loss"][-1] < 0.5
