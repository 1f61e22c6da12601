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
# # Mini-batch SGD, step by step
#
# > **Claim 1.** Mini-batch SGD is four steps: sample a mini-batch, forward to
# > the loss, backpropagate to each parameter, update each by its gradient.
#
# Keras hides these steps in `fit`. Here they are methods that can be called and
# overridden one by one: `sample`, `forward`, `backpropagate` and `update` of
# `SGDSequential` (or of any model that has the mixin `MiniBatchSGD`). This
# notebook takes them by hand for one real mini-batch, has `fit` tell what it
# does, trains to the end, and compares with Keras's own SGD.

# %%
from textwrap import fill

import keras
import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
import tensorflow as tf
from IPython.display import display

import keras_activations as ka
from keras_activations import datasets

digits = datasets.load("digits")  # 1437 images of 8x8 pixels for training
# Colours that stay apart for colour-blind readers (Okabe and Ito).
BLUE, ORANGE = "#0072B2", "#D55E00"
plt.rcParams.update({"figure.dpi": 80, "axes.grid": True, "grid.alpha": 0.3})
RATE = 0.2


def network(model_class):
    """The same initial weights each time."""
    keras.utils.set_random_seed(0)
    return model_class(
        [
            keras.Input((8, 8)),
            keras.layers.Flatten(),
            keras.layers.Dense(16, name="hidden"),
            ka.layers.ReLU(),
            keras.layers.Dense(10, activation="softmax", name="output"),
        ]
    )


def compiled(model_class, optimizer, **options):
    model = network(model_class)
    model.compile(optimizer, "sparse_categorical_crossentropy", **options)
    return model


def mini_batches():
    return ka.training.MiniBatches(digits.x, digits.y, batch_size=32, seed=0)


model = compiled(ka.training.SGDSequential, ka.training.ExplicitSGD(RATE))
parameters = {weight.path: weight for weight in model.trainable_weights}
display(
    pd.DataFrame(
        {path: {"shape": str(tuple(w.shape))} for path, w in parameters.items()}
    ).T
)

# %% [markdown]
# ## Step 1: sample a mini-batch
#
# `MiniBatches` puts the samples in a random order, a new one for each epoch,
# and cuts it into mini-batches. Each sample comes once an epoch. The order
# depends on the seed alone, so that it can be repeated.

# %%
x, y, sample_weight = model.sample(next(iter(mini_batches())))
print("mini-batch:", x.shape, " labels:", y.numpy()[:8], "...")
figure, panels = plt.subplots(1, 8, figsize=(11, 1.7), layout="constrained")
for axes, image, label in zip(panels, x.numpy(), y.numpy(), strict=False):
    axes.imshow(image, cmap="gray_r")
    axes.set(title=f"label {label}", xticks=[], yticks=[])
plt.show()

numbered = ka.training.MiniBatches(np.arange(1437.0), batch_size=32, seed=0)
epochs = [np.concatenate([b.numpy() for b in numbered]) for _ in range(2)]
each_once = all(len(set(epoch)) == 1437 for epoch in epochs)
print("each of the 1437 samples once in each epoch:", each_once)
print("epoch 1 begins with", epochs[0][:6].astype(int))
print("epoch 2 begins with", epochs[1][:6].astype(int))

# %% [markdown]
# ## Step 2: forward, from the mini-batch to the loss
#
# The loss is one number: how surprised the network is by the right labels, on
# average over the mini-batch. An untrained network that gives each of the ten
# classes about the same probability has a loss of about ln 10 = 2.3.

# %%
with tf.GradientTape() as tape:
    y_pred, loss = model.forward(x, y, sample_weight)
loss_before = float(loss)
print("predictions", y_pred.shape, f" loss {loss_before:.4f}")

# %% [markdown]
# ## Step 3: backpropagate, from the loss to each parameter
#
# The gradient of a parameter has the shape of the parameter. It says how much
# the loss would rise if the parameter did.

# %%
gradients = model.backpropagate(tape, loss)
before = {path: weight.numpy() for path, weight in parameters.items()}
display(
    pd.DataFrame(
        {
            path: {
                "shape of the gradient": str(tuple(gradient.shape)),
                "norm": f"{np.linalg.norm(gradient):.4f}",
            }
            for path, gradient in zip(parameters, gradients, strict=True)
        }
    ).T
)

# %% [markdown]
# ## Step 4: update each parameter by its gradient
#
#     w <- w - learning_rate * gradient
#
# The loss on this mini-batch is smaller afterwards.

# %%
model.update(gradients)
after = {path: weight.numpy() for path, weight in parameters.items()}
loss_after = float(model.forward(x, y, sample_weight)[1])
rows = {}
for path, gradient in zip(parameters, gradients, strict=True):
    expected = before[path] - np.float32(RATE) * gradient.numpy()
    rows[path] = {
        "norm before": np.linalg.norm(before[path]),
        "norm of gradient": np.linalg.norm(gradient),
        "norm of change": np.linalg.norm(after[path] - before[path]),
        "error of the rule": np.abs(after[path] - expected).max(),
    }
step = pd.DataFrame(rows).T
display(step.map("{:.2e}".format))
print(f"loss on this mini-batch: {loss_before:.4f} -> {loss_after:.4f}")

# %% [markdown]
# `trace_step` takes all four steps in one call, tells their numbers and leaves
# the model as it was. Here for a fresh network and the same mini-batch. (No
# gradient passes through the output of the softmax: Keras computes the
# cross-entropy from what goes into it.)

# %%
fresh = compiled(ka.training.SGDSequential, ka.training.ExplicitSGD(RATE))
trace = ka.training.trace_step(fresh, x.numpy(), y.numpy())
display(trace)

# %% [markdown]
# The same step for one hidden unit, as images: the 64 weights of the unit, one
# for each pixel, their gradient, and the weights afterwards. Where the gradient
# is positive (orange) the weight goes down. The unit is the one with the
# largest gradient. Nearly all its gradients have one sign: pixels are never
# negative, and what follows from that is shown in the notebook on zero mean.

# %%
kernel = next(path for path in before if path.endswith("hidden/kernel"))
kernel_gradient = gradients[list(before).index(kernel)].numpy()
unit = np.argmax(np.abs(kernel_gradient).sum(axis=0))
of_unit = kernel_gradient[:, unit]
of_one_sign = max((of_unit >= 0).mean(), (of_unit <= 0).mean())
figure, panels = plt.subplots(1, 3, figsize=(10, 3.2), layout="constrained")
for axes, title, values in zip(
    panels,
    ("weights before", "gradient", "weights after"),
    (before[kernel], kernel_gradient, after[kernel]),
    strict=True,
):
    image = values[:, unit].reshape(8, 8)
    limit = np.abs(image).max()
    shown = axes.imshow(image, cmap="PuOr_r", vmin=-limit, vmax=limit)
    axes.set(title=title, xlabel="pixel column", ylabel="pixel row")
    axes.grid(False)
    figure.colorbar(shown, ax=axes)
plt.show()
print(f"of its gradients {of_one_sign:.0%} are of one sign, or 0")

# %% [markdown]
# ## The step that `fit` takes
#
# The same four methods, in a model that tells when `fit` calls them and with
# what. One step of `fit` from the same initial weights must give the same
# parameters as the step by hand.


# %%
calls = []


class Telling(ka.training.SGDSequential):
    def sample(self, data):
        x, y, sample_weight = super().sample(data)
        calls.append(("1. sample", f"{x.shape[0]} images"))
        return x, y, sample_weight

    def forward(self, x, y, sample_weight):
        y_pred, loss = super().forward(x, y, sample_weight)
        calls.append(("2. forward", f"loss {float(loss):.4f}"))
        return y_pred, loss

    def backpropagate(self, tape, loss):
        gradients = super().backpropagate(tape, loss)
        norm = float(tf.linalg.global_norm(gradients))
        calls.append(
            ("3. backpropagate", f"{len(gradients)} gradients, norm {norm:.4f}")
        )
        return gradients

    def update(self, gradients):
        old = [weight.numpy() for weight in self.trainable_weights]
        super().update(gradients)
        change = sum(
            np.sum((weight.numpy() - value) ** 2)
            for weight, value in zip(self.trainable_weights, old, strict=True)
        )
        calls.append(("4. update", f"norm of the change {change**0.5:.4f}"))


telling = compiled(Telling, ka.training.ExplicitSGD(RATE), run_eagerly=True)
one_step = mini_batches().take(1)
telling.fit(one_step, verbose=0)
for name, what in calls:
    print(f"{name:18s}{what}")
same_as_by_hand = max(
    np.abs(weight.numpy() - value).max()
    for weight, value in zip(
        telling.trainable_weights, after.values(), strict=True
    )
)
print(f"largest difference to the step by hand: {same_as_by_hand:.1e}")

# %% [markdown]
# ## The full training, and Keras's SGD beside it
#
# Ten epochs of 44 mini-batches of 32. Beside it the same network as a plain
# `keras.Sequential` with `keras.optimizers.SGD`, on the same mini-batches.


# %%
class LossOfEachStep(keras.callbacks.Callback):
    """Keeps the loss of each mini-batch; `fit` reports a running mean."""

    def on_train_begin(self, logs=None):
        self.losses, self.so_far = [], 0.0

    def on_train_batch_end(self, batch, logs=None):
        if batch == 0:
            self.so_far = 0.0
        total = logs["loss"] * (batch + 1)
        self.losses.append(total - self.so_far)
        self.so_far = total


def train(model):
    kept = LossOfEachStep()
    model.fit(
        ka.training.MiniBatches(
            digits.x, digits.y, batch_size=32, seed=0, drop_remainder=True
        ),
        epochs=10,
        shuffle=False,  # MiniBatches does it
        verbose=0,
        callbacks=[kept],
    )
    return kept.losses


explicit = compiled(ka.training.SGDSequential, ka.training.ExplicitSGD(RATE))
stock = compiled(keras.Sequential, keras.optimizers.SGD(RATE))
losses = {"explicit": train(explicit), "stock": train(stock)}
difference = max(
    np.abs(a.numpy() - b.numpy()).max()
    for a, b in zip(explicit.weights, stock.weights, strict=True)
)
accuracy = {
    name: float((m(digits.x_val).numpy().argmax(1) == digits.y_val).mean())
    for name, m in (("explicit", explicit), ("stock", stock))
}
figure, axes = plt.subplots(figsize=(9, 3.5), layout="constrained")
axes.plot(losses["explicit"], color=BLUE, linewidth=1, label="explicit SGD")
axes.plot(
    losses["stock"],
    ":",
    color=ORANGE,
    linewidth=2,
    label="keras.optimizers.SGD",
)
axes.set(
    xlabel="step (mini-batch of 32)",
    ylabel="loss of the mini-batch\n(cross-entropy, nats)",
    yscale="log",
)
axes.legend()
plt.show()
for name, value in accuracy.items():
    print(f"validation accuracy, {name}: {value:.3f}")
taken = len(losses["stock"])
print(f"largest difference of a weight after {taken} steps: {difference:.1e}")

# %%
print(
    fill(
        "Claim 1, confirmed: a step of fit made the calls "
        f"{', '.join(name[3:] for name, _ in calls)}, in that order; the loss "
        f"on the mini-batch went from {loss_before:.3f} to {loss_after:.3f}; "
        "the largest difference of a weight from Keras's own SGD after "
        f"{len(losses['explicit'])} steps is {difference:g}"
    )
)

# %% [markdown]
# ## What was found
#
# The notebook fails where one of these no longer holds.

# %%
assert each_once and list(epochs[0]) != list(epochs[1])
assert 2 < loss_before < 3.5 and loss_after < loss_before
assert (step["error of the rule"] < 1e-6).all()
assert [name[0] for name, _ in calls] == list("1234")
assert same_as_by_hand < 1e-6 and of_one_sign > 0.9
assert abs(trace.loss - loss_before) < 1e-5
for traced, value in zip(trace.parameters, after.values(), strict=True):
    assert np.abs(traced.after - value).max() < 1e-6
assert difference < 1e-6
assert min(accuracy.values()) > 0.9
