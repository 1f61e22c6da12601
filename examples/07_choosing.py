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
# `compare_activations` does all of this.

# %%
import keras
import matplotlib.pyplot as plt
import numpy as np
import pandas as pd

import keras_activations as ka
from keras_activations import datasets

data = datasets.load("digits")
# Colours that stay apart for colour-blind readers (Okabe and Ito).
COLOURS = ("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00")
plt.rcParams.update({"figure.dpi": 80, "axes.grid": True, "grid.alpha": 0.3})

# %% [markdown]
# ## The comparison
#
# Two hidden layers of 64 units classify digits: 1437 images of 8x8 pixels to
# train on, 360 to validate. `build_model` is called once for each run, and
# `activation()` gives a new layer.


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


ACTIVATIONS = ["relu", "prelu", "elu", "tanh", "sigmoid"]
result = ka.compare_activations(
    build_model,
    ACTIVATIONS,
    data.x,
    data.y,
    validation_data=(data.x_val, data.y_val),
    epochs=10,
    seeds=(0, 1, 2),
    learning_rates=(0.1, 0.4),
    verbose=0,
)
print(result.to_markdown())

# %%
figure = result.plot()
figure.set_dpi(70)
figure
