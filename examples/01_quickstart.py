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
# # Quickstart: is it alive?
#
# Take a Keras model, put an activation layer of this package into it, train it
# with explicit mini-batch SGD, and watch its units while it trains. All on
# real data that scikit-learn brings: 1797 images of handwritten digits, 8x8
# pixels each.

# %%
import tempfile
from pathlib import Path

import keras
import matplotlib.pyplot as plt
import pandas as pd
from IPython.display import display

import keras_activations as ka
from keras_activations import datasets
from keras_activations.callbacks import ActivationMonitor

data = datasets.load("digits")
print("training", data.x.shape, " validation", data.x_val.shape)
# Colours that stay apart for colour-blind readers (Okabe and Ito).
BLUE, ORANGE, GREEN = "#0072B2", "#D55E00", "#009E73"
plt.rcParams.update({"figure.dpi": 80, "axes.grid": True, "grid.alpha": 0.3})

# %% [markdown]
# ## A layer into a Keras model
#
# The layers stand where any Keras layer stands. PReLU is `z` where its input z
# is positive and `alpha * z` where it is not, with an alpha for each unit that
# is learned.


# %%
def build(activation):
    keras.utils.set_random_seed(0)  # the same initial weights each time
    return keras.Sequential(
        [
            keras.Input((8, 8)),
            keras.layers.Flatten(),
            keras.layers.Dense(64),
            activation(name="hidden_1"),
            keras.layers.Dense(64),
            activation(name="hidden_2"),
            keras.layers.Dense(10, activation="softmax"),
        ]
    )


model = build(ka.layers.PReLU)
display(
    pd.DataFrame(
        {
            "layer": layer.name,
            "output": str(layer.output.shape),
            "parameters": layer.count_params(),
        }
        for layer in model.layers
    ).set_index("layer")
)

# %% [markdown]
# ## Train it, and watch
#
# `MiniBatches` draws the mini-batches, in a new order in each epoch that is a
# function of the seed. `ExplicitSGD` updates every parameter by its gradient,
# `w <- w - learning_rate * gradient`. `ActivationMonitor` takes the statistics
# inside the training step and writes them for TensorBoard.

# %%
EPOCHS = 10
logs = Path(tempfile.mkdtemp())


def train(model, name):
    monitor = ActivationMonitor(logs / name)
    model.compile(
        ka.training.ExplicitSGD(learning_rate=0.3),
        loss="sparse_categorical_crossentropy",
        metrics=["accuracy"],
    )
    history = model.fit(
        ka.training.MiniBatches(data.x, data.y, batch_size=32, seed=0),
        validation_data=(data.x_val, data.y_val),
        epochs=EPOCHS,
        shuffle=False,  # MiniBatches does it
        verbose=0,
        callbacks=[monitor],
    )
    return history.history, monitor


prelu_history, prelu_monitor = train(model, "prelu")
print(f"validation accuracy {prelu_history['val_accuracy'][-1]:.3f}")

# %% [markdown]
# ## What the monitor saw
#
# The last epoch, a row for each layer; epochs are counted from 0. A PReLU
# cannot die while its slope is not 0: some gradient always passes. A unit is
# one-sided if its input was never above 0. The bias shift says
# how far the outputs are from zero mean, between 0 and 1 whatever their scale;
# in brackets is what inputs from N(0, 1) would give.

# %%
display(prelu_monitor)

# %% [markdown]
# ## The same network with ReLU
#
# Where all samples fall on the flat side of a ReLU, its gradient is 0 and it
# cannot learn: the unit is dead. The dead ratio is the share of the units that
# fired for no sample of a whole epoch.

# %%
relu_history, relu_monitor = train(build(ka.layers.ReLU), "relu")
print(f"validation accuracy {relu_history['val_accuracy'][-1]:.3f}")
display(relu_monitor)

# %%
figure, (loss, dead) = plt.subplots(
    1, 2, figsize=(10, 3.5), layout="constrained"
)
epochs = range(1, EPOCHS + 1)
for name, history, colour, marker in (
    ("PReLU", prelu_history, BLUE, "o"),
    ("ReLU", relu_history, ORANGE, "s"),
):
    loss.plot(epochs, history["loss"], marker + "-", color=colour, label=name)
loss.set(
    xlabel="epoch",
    ylabel="training loss (nats)",
    yscale="log",
    title="Learning",
)
loss.legend()
for layer, colour, marker in (
    ("hidden_1", ORANGE, "s"),
    ("hidden_2", GREEN, "^"),
):
    ratios = [
        100 * row["dead_ratio"]
        for row in relu_monitor.history
        if row["layer"] == layer
    ]
    dead.plot(epochs, ratios, marker + "-", color=colour, label=layer)
dead.set(
    xlabel="epoch",
    ylabel="dead units (%)",
    title="ReLU: units dead for a whole epoch",
    ylim=(-1, None),
)
dead.legend()
plt.show()

# %% [markdown]
# ## In TensorBoard
#
# `tensorboard --logdir` and the folder above show the same as curves over
# time: first a summary over all layers, then each measure by layer. These are
# the tags in the event files of the ReLU network, with their last values. The
# second hidden layer has the same tags as the first.

# %%
from keras_activations.recording import read_scalars

logged = read_scalars(logs / "relu")["health"]
display(
    pd.DataFrame(
        {
            tag: {"points": len(points), "last value": f"{points[-1][1]:.4g}"}
            for tag, points in logged.items()
            if not tag.endswith("hidden_2")
        }
    ).T
)

# %% [markdown]
# ## What was found
#
# The notebook fails where one of these no longer holds.

# %%
relu_rows = {row["layer"]: row for row in relu_monitor.history}
prelu_rows = {row["layer"]: row for row in prelu_monitor.history}
assert all(row.get("dead_ratio") is None for row in prelu_rows.values())
assert all(0 <= row["dead_ratio"] <= 1 for row in relu_rows.values())
assert len(logged["health.dead_ratio/01_hidden_1"]) == EPOCHS
for history in (prelu_history, relu_history):
    assert history["val_accuracy"][-1] > 0.9
    assert history["loss"][-1] < history["loss"][0] / 3
