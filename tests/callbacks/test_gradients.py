"""Gradients, updates and the agreement of their signs."""

import keras
import numpy as np
import pytest
import tensorflow as tf
from common.replicas import two_replicas

import keras_activations as ka
from keras_activations.callbacks import ActivationMonitor
from keras_activations.recording import read_scalars


def fit(activation, x, y, jit_compile=False, strategy=None, batch_size=None):
    keras.utils.set_random_seed(4)
    scope = (strategy or tf.distribute.get_strategy()).scope()
    with scope:
        model = keras.Sequential(
            [
                keras.Input((x.shape[1],)),
                keras.layers.Dense(5, activation, name="first"),
                keras.layers.Dense(3, "relu", name="second"),
                keras.layers.Dense(1, name="out"),
            ]
        )
        optimizer = keras.optimizers.SGD(0.1)
        if keras.config.dtype_policy().name == "mixed_float16":
            # Keras's first scale, 32768, overflows, and the step is skipped.
            optimizer = keras.optimizers.LossScaleOptimizer(optimizer, 8.0)
        model.compile(optimizer, "mse", jit_compile=jit_compile)
    before = [layer.get_weights()[0] for layer in model.layers]
    with tf.GradientTape() as tape:
        loss = keras.ops.mean((model(x) - y) ** 2)
    kernels = [layer.kernel.value for layer in model.layers]
    gradients = [np.asarray(g) for g in tape.gradient(loss, kernels)]
    monitor = ActivationMonitor(gradients=True)
    model.fit(
        x, y, batch_size=batch_size or len(x), verbose=0, callbacks=[monitor]
    )
    return monitor, before, gradients


@pytest.mark.parametrize("how", ["graph", "jit", "replicas"])
def test_against_the_gradients_themselves(how):
    rng = np.random.default_rng(0)
    x = rng.normal(size=(16, 10)).astype("float32")
    y = rng.normal(size=(16, 1)).astype("float32")
    strategy = None
    if how == "replicas":
        strategy = two_replicas()
    monitor, before, gradients = fit("tanh", x, y, how == "jit", strategy)
    layers = [row["layer"] for row in monitor.weight_history]
    assert layers == ["first", "second", "out"]
    for row, w, g in zip(
        monitor.weight_history, before, gradients, strict=True
    ):
        np.testing.assert_allclose(
            row["gradient_norm"], np.linalg.norm(g), rtol=1e-4
        )
        np.testing.assert_allclose(
            row["update_ratio"],
            0.1 * np.linalg.norm(g) / np.linalg.norm(w),
            rtol=1e-3,
        )
        pushed = np.abs(g).sum(0) > 0
        agreement = np.abs(g.sum(0))[pushed] / np.abs(g).sum(0)[pushed]
        np.testing.assert_allclose(
            row["sign_agreement"], agreement.mean(), rtol=1e-4
        )
        np.testing.assert_allclose(
            row["sign_agreement_random"], np.sqrt(2 / (np.pi * len(w)))
        )
    first, second = monitor.history
    assert first["update_ratio"] == monitor.weight_history[0]["update_ratio"]
    assert second["layer"] == "second" and "sign_agreement" in second


def test_one_sample_of_positive_inputs_pushes_all_weights_one_way():
    x = np.random.default_rng(0).uniform(0.1, 1.0, (1, 10)).astype("float32")
    monitor, *_ = fit("sigmoid", x, np.ones((1, 1), "float32"))
    # The inputs of both layers are positive: x, and a sigmoid's outputs.
    for row in monitor.history:
        np.testing.assert_allclose(row["sign_agreement"], 1.0, rtol=1e-6)


def test_inputs_of_both_signs_do_not():
    x = np.random.default_rng(0).normal(size=(1, 10)).astype("float32")
    monitor, *_ = fit("sigmoid", x, np.ones((1, 1), "float32"))
    assert monitor.history[0]["sign_agreement"] < 0.9


def test_mixed_precision_gradients_are_unscaled():
    rng = np.random.default_rng(0)
    x = rng.normal(size=(16, 10)).astype("float32")
    y = rng.normal(size=(16, 1)).astype("float32")
    reference, *_ = fit("tanh", x, y)
    keras.config.set_dtype_policy("mixed_float16")
    monitor, *_ = fit("tanh", x, y)
    for row, other in zip(
        monitor.weight_history, reference.weight_history, strict=True
    ):
        np.testing.assert_allclose(
            row["gradient_norm"], other["gradient_norm"], rtol=0.02
        )


def watched_gradients(layers, x, log_dir=None):
    model = keras.Sequential([keras.Input(x.shape[1:]), *layers])
    model.compile("sgd", "mse", jit_compile=False)
    monitor = ActivationMonitor(log_dir, gradients=True)
    y = np.zeros((len(x), 1), "float32")
    model.fit(x, y, epochs=2, verbose=0, callbacks=[monitor])
    return monitor


@pytest.mark.parametrize(
    "make",
    [
        ka.layers.PReLU,
        ka.layers.XIELU,
        ka.layers.DynamicTanh,
        lambda **axes: ka.layers.Swish(learn_beta=True, **axes),
        lambda **axes: ka.layers.ELU(learn_alpha=True, **axes),
    ],
)
@pytest.mark.parametrize("shared_axes", ["spatial", None])
def test_what_an_activation_learns_is_no_weight_matrix(shared_axes, make):
    x = np.random.default_rng(0).normal(size=(4, 5, 5, 2)).astype("float32")
    monitor = watched_gradients(
        [
            keras.layers.Conv2D(3, 3),
            make(shared_axes=shared_axes),
            keras.layers.Flatten(),
            keras.layers.Dense(1),
        ],
        x,
    )
    matrices = {row["weight"].split("/")[-1] for row in monitor.weight_history}
    assert matrices == {"kernel"}
    assert all("sign_agreement" not in row for row in monitor.history)


def test_every_matrix_of_a_layer_with_several_is_written(tmp_path):
    x = np.random.default_rng(0).normal(size=(4, 5, 5, 2)).astype("float32")
    monitor = watched_gradients(
        [
            keras.layers.SeparableConv2D(3, 3, activation="relu"),
            keras.layers.Flatten(),
            keras.layers.Dense(1),
        ],
        x,
        tmp_path,
    )
    tags = read_scalars(tmp_path)["health"]
    rows = [row for row in monitor.weight_history if row["epoch"] == 1]
    assert len(rows) == 3
    for row in rows:
        _, (step, value) = tags[f"health.gradient_norm/{row['weight']}"]
        assert step == 1
        np.testing.assert_allclose(value, row["gradient_norm"], rtol=1e-6)


class Twice(keras.Model):
    """Updates its weights twice in a step; two layers have one name."""

    def __init__(self):
        super().__init__()
        self.first = keras.layers.Dense(
            3, "relu", kernel_initializer="ones", name="d"
        )
        self.second = keras.layers.Dense(1, kernel_initializer="ones", name="d")

    def call(self, x):
        return self.second(self.first(x))

    def update(self, x):
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean(self(x))
        weights = self.trainable_variables
        self.optimizer.apply(tape.gradient(loss, weights), weights)
        return loss

    def train_step(self, data):
        self.update(data[0])
        return {"loss": self.update(data[0])}


def test_two_updates_in_a_step_and_two_layers_of_one_name():
    model = Twice()
    model.compile(keras.optimizers.SGD(0.1), run_eagerly=True)
    monitor = ActivationMonitor(gradients=True)
    x = np.ones((4, 2), "float32")
    model.fit(x, np.ones(4), batch_size=4, verbose=0, callbacks=[monitor])
    rows = {row["weight"]: row for row in monitor.weight_history}
    assert list(rows) == ["d/kernel", "d:2/kernel"]
    # First the gradient of each of the three outer weights is 2, and that of
    # the inner ones 1: they become 0.8 and 0.9, their biases -0.1.
    outer = 0.2 / 1.0, 0.1 * (2 * 0.9 - 0.1) / 0.8
    inner = 0.1 / 1.0, 0.1 * 0.8 / 0.9
    for name, ratios in ("d/kernel", inner), ("d:2/kernel", outer):
        np.testing.assert_allclose(
            rows[name]["update_ratio"], np.mean(ratios), rtol=1e-5
        )


class Sometimes(keras.Sequential):
    """Updates its weights in a branch of the graph."""

    def train_step(self, data):
        x, y = data
        with tf.GradientTape() as tape:
            loss = self.compute_loss(x, y, self(x, training=True))
        weights = self.trainable_weights
        gradients = tape.gradient(loss, weights)

        def update():
            self.optimizer.apply(gradients, weights)
            return 1.0

        tf.cond(loss > 0, update, lambda: 0.0)
        return {"loss": loss}


def test_an_update_within_a_branch_cannot_be_seen():
    layers = keras.layers.Dense(3, "relu"), keras.layers.Dense(1)
    model = Sometimes([keras.Input((2,)), *layers])
    model.compile("sgd", "mse", jit_compile=False)
    model.optimizer.build(model.trainable_variables)
    monitor = ActivationMonitor(gradients=True)
    x = np.ones((4, 2), "float32")
    with pytest.warns(UserWarning, match="branches.*kernel"):
        model.fit(x, np.ones(4), verbose=0, callbacks=[monitor])
    assert len(monitor.history) == 1 and monitor.weight_history == []
