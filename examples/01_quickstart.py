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

import keras_activations as ka
from keras_activations import datasets
from keras_activations.callbacks import ActivationMonitor

keras.utils.set_random_seed(0)
data = datasets.load("digits")
print("training", data.x.shape, " validation", data.x_val.shape)

# %% [markdown]
# ## A layer into a Keras model
#
# The layers stand where any Keras layer stands, on their own or as the
# `activation=` of another layer.


# %%
def build(activation):
    return keras.Sequential(
        [
            keras.Input((8, 8)),
            keras.layers.Flatten(),
            keras.layers.Dense(64, activation=activation(), name="hidden_1"),
            keras.layers.Dense(64, activation=activation(), name="hidden_2"),
            keras.layers.Dense(10, activation="softmax", name="output"),
        ]
    )


model = build(ka.layers.PReLU)
model.summary()

# %% [markdown]
# ## Train it, and watch
#
# `MiniBatches` draws the mini-batches, in a new order in each epoch that is a
# function of the seed. `ExplicitSGD` updates every parameter by its gradient,
# `w <- w - learning_rate * gradient`. `ActivationMonitor` takes the statistics
# inside the training step and writes them for TensorBoard.

# %%
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
        epochs=10,
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
# One row an epoch and layer. PReLU cannot die: its slope is nowhere 0, so that
# the gradient always passes. `bias_shift` says how far the outputs are from
# zero mean, between 0 and 1 whatever their scale.

# %%
print(prelu_monitor.report())

# %% [markdown]
# ## The same network with ReLU
#
# Where all samples fall on the flat side of a unit, its gradient is 0 and it
# cannot learn: the unit is dead. `dead_ratio` is the share of the units that
# fired for no sample of a whole epoch.

# %%
relu_history, relu_monitor = train(build(ka.layers.ReLU), "relu")
print(relu_monitor.report())

# %%
figure, (loss, dead) = plt.subplots(1, 2, figsize=(10, 3.5))
for name, history in (("PReLU", prelu_history), ("ReLU", relu_history)):
    loss.plot(range(1, 11), history["loss"], "o-", label=name)
loss.set(xlabel="epoch", ylabel="training loss", title="Learning")
loss.legend()
for layer in ("hidden_1", "hidden_2"):
    rows = [row for row in relu_monitor.history if row["layer"] == layer]
    dead.plot(
        [row["epoch"] + 1 for row in rows],
        [row["dead_ratio"] for row in rows],
        "o-",
        label=layer,
    )
dead.set(
    xlabel="epoch",
    ylabel="share of dead units",
    title="ReLU: dead units",
    ylim=(-0.02, 1.02),
)
dead.legend()
figure.tight_layout()
plt.show()

# %% [markdown]
# ## In TensorBoard
#
# `tensorboard --logdir` and the folder above show the same as curves over
# time, under the tags `health...`.

# %%
print(
    sorted(
        str(path.parent.relative_to(logs)) for path in logs.rglob("*tfevents*")
    )
)

# %% [markdown]
# ## What was found
#
# The notebook fails where this no longer holds.

# %%
last = {row["layer"]: row for row in relu_monitor.history}
assert all(row["dead_ratio"] is None for row in prelu_monitor.history)
assert all(0 <= row["dead_ratio"] <= 1 for row in last.values())
assert all(
    p["bias_shift"] < r["bias_shift"]
    for p, r in zip(prelu_monitor.history, relu_monitor.history, strict=True)
    if p["epoch"] == 0
)
assert (
    min(prelu_history["val_accuracy"][-1], relu_history["val_accuracy"][-1])
    > 0.9
)
