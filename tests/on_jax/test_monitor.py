"""The ActivationMonitor on JAX: what it sees, and that nothing changes."""

import warnings

import jax
import jax.numpy as jnp
import keras
import numpy as np
import pytest
from jax import jit

from keras_activations.callbacks import ActivationMonitor
from keras_activations.instrumentation.totals.jax import Ledger, Totals, when

X = np.random.default_rng(0).normal(size=(40, 8)).astype("float32")
Y = X[:, :1] > 0


class OwnStep(keras.Sequential):
    """A step as in the guides of Keras, with a function of its own."""

    def train_step(self, state, data):
        trainable, others, optimizer, metrics = state
        x, y = data

        def loss_of(trainable):
            predicted, kept = self.stateless_call(
                trainable, others, x, training=True
            )
            return jnp.mean((predicted - y) ** 2), kept

        differentiated = jax.value_and_grad(loss_of, has_aux=True)
        (loss, others), gradients = differentiated(trainable)
        trainable, optimizer = self.optimizer.stateless_apply(
            optimizer, gradients, trainable
        )
        return {"loss": loss}, (trainable, others, optimizer, metrics)


class Calls(keras.Model):
    """Calls functions by all of their names."""

    def __init__(self):
        super().__init__()
        self.first, self.second = keras.layers.Dense(8), keras.layers.Dense(1)
        self.held = jax.nn.elu

    def call(self, x):
        x = jax.nn.relu(self.first(x))
        x = self.held(x - 0.5)
        x = jax.nn.gelu(keras.ops.tanh(x))
        x = jnp.tanh(keras.activations.silu(x))
        return jax.nn.sigmoid(self.second(x))


class Hidden(keras.layers.Layer):
    """Calls an activation where its output is of no use outside."""

    def __init__(self, transform, **arguments):
        super().__init__(**arguments)
        self.transform = transform

    def call(self, x):
        return self.transform(x)


def loop(x):
    return jax.lax.scan(lambda c, _: (jax.nn.relu(c), None), x, None, 2)[0]


HIDDEN = {
    "jit": (lambda x: jit(lambda t: jax.nn.relu(t))(x), "jax.jit of its own"),
    "loop": (loop, "inside a loop"),
    "branch": (
        lambda x: jax.lax.cond(x.sum() > 0, jax.nn.relu, lambda t: t, x),
        "inside a branch",
    ),
    "map": (lambda x: jax.vmap(lambda t: jax.nn.relu(t))(x), "vectorized_map"),
}


def layers():
    return [
        keras.layers.Dense(8, "relu"),
        keras.layers.BatchNormalization(),
        keras.layers.Dropout(0.3, seed=1),
        keras.layers.Dense(8, "silu"),
        keras.layers.Dropout(0.1, seed=2),
        keras.layers.Dense(1, "sigmoid"),
    ]


def stock(**arguments):
    model = keras.Sequential([keras.Input((8,)), *layers()])
    model.compile("adam", "binary_crossentropy", **arguments)
    return model


def half():
    with_policy = keras.config.dtype_policy()
    keras.config.set_dtype_policy("mixed_float16")
    try:
        return stock()
    finally:
        keras.config.set_dtype_policy(with_policy)


def own_step():
    model = OwnStep([keras.Input((8,)), *layers()])
    model.compile("adam")
    return model


def rematerialized():
    inputs = keras.Input((8,))
    with keras.RematScope(mode="full"):
        hidden = keras.layers.Dense(8, "relu")
        x = keras.layers.Dense(8)(hidden(inputs))
    x = keras.layers.Activation("silu")(x)
    outputs = keras.layers.Dense(1, "sigmoid")(x)
    model = keras.Model(inputs, outputs)
    model.compile("adam", "binary_crossentropy")
    return model


MODELS = {
    "stock": stock,
    "several steps at once": lambda: stock(steps_per_execution=2),
    "not compiled": lambda: stock(jit_compile=False),
    "mixed_float16": half,
    "own step": own_step,
    "rematerialized": rematerialized,
}


def fitted(make, *monitors):
    keras.utils.set_random_seed(0)
    model = make()
    model.fit(
        X,
        Y,
        batch_size=16,
        epochs=2,
        verbose=0,
        callbacks=list(monitors),
    )
    return model


@pytest.mark.parametrize("name", MODELS)
def test_the_weights_stay_the_same(name):
    monitor = ActivationMonitor(gradients=True, effective_rank=True)
    with warnings.catch_warnings():
        warnings.filterwarnings("error", message="ActivationMonitor")
        model = fitted(MODELS[name], monitor)
    for one, other in zip(
        model.get_weights(), fitted(MODELS[name]).get_weights(), strict=True
    ):
        np.testing.assert_array_equal(one, other)
    kinds = [row["activation"] for row in monitor.history]
    assert kinds == ["relu", "silu"] * 2
    assert {row["samples"] for row in monitor.history} == {40}
    assert {row["layer"] for row in monitor.weight_history} == {
        layer.name for layer in model.layers if "dense" in layer.name
    }


def test_all_names_of_a_function():
    monitor = ActivationMonitor(alerts=False)
    fitted(lambda: compiled(Calls()), monitor)
    assert [row["activation"] for row in monitor.history[:6]] == [
        *("relu", "elu", "tanh", "gelu", "silu", "tanh"),
    ]


def compiled(model):
    model.compile("sgd", "mse")
    return model


@pytest.mark.parametrize("name", HIDDEN)
def test_what_cannot_be_watched_is_named(name):
    transform, reason = HIDDEN[name]

    def make():
        return compiled(
            keras.Sequential(
                [
                    keras.Input((8,)),
                    keras.layers.Dense(4, "relu"),
                    Hidden(transform, name="hidden"),
                    keras.layers.Dense(1),
                ]
            )
        )

    monitor = ActivationMonitor(alerts=False)
    with pytest.warns(UserWarning, match=reason):
        fitted(make, monitor)
    assert [*monitor.not_watched] == ["hidden"]
    assert len(monitor.history) == 2  # of the other


def test_training_goes_on_without_the_measures(monkeypatch):
    from keras_activations.instrumentation.gauges.units import UnitSums

    def fail(*_):
        raise ValueError("no")

    monkeypatch.setattr(UnitSums, "add", fail)
    monitor = ActivationMonitor()
    with pytest.warns(UserWarning, match="stops measuring: ValueError: no"):
        model = fitted(stock, monitor)
    for one, other in zip(
        model.get_weights(), fitted(stock).get_weights(), strict=True
    ):
        np.testing.assert_array_equal(one, other)


def test_a_sum_has_more_digits_than_float32():
    ledger, totals = Ledger(), Totals(None)

    def step(values, many):
        with ledger.opened(values) as now:
            total = totals.of("sum", [2])
            total.assign_add(jnp.asarray([many, -many]))
            some = totals.of("some", [], "int64")
            when(many < 2.0, lambda: some.assign_add(3), [some])
            return now()

    jax.eval_shape(step, [], 1.0)
    step = jax.jit(step, donate_argnums=0)
    for many in (2.0**30, 1.0, 1.0, 2.0**-10):
        ledger.keep(step(ledger.values(), many))
    exact = 2.0**30 + 2 + 2.0**-10
    found = dict(totals.take())
    np.testing.assert_array_equal(found["sum"], [exact, -exact])
    assert found["some"] == 9
    assert not dict(totals.take())["sum"].any()


class Batches(keras.utils.PyDataset):
    def __len__(self):
        return 5

    def __getitem__(self, number):
        part = slice(8 * number, 8 * number + 8)
        return X[part].reshape(-1, 4, 2), Y[part]


class Both(keras.layers.Layer):
    """Calls functions of Keras and of JAX."""

    def __init__(self, **arguments):
        super().__init__(**arguments)
        self.dense = keras.layers.Dense(6)

    def call(self, x):
        return jax.nn.silu(keras.ops.relu(self.dense(x)) - 0.5)


@pytest.mark.filterwarnings("error")
def test_attention_in_16_bits_on_a_dataset():
    inputs = keras.Input((4, 2))
    with_policy = {"dtype": "mixed_bfloat16"}
    x = Both(name="both", **with_policy)(inputs)
    x = keras.layers.MultiHeadAttention(2, 3, **with_policy)(x, x)
    x = keras.layers.Dense(5, "gelu", name="after", **with_policy)(x)
    x = keras.layers.GlobalAveragePooling1D(dtype="float32")(x)
    model = keras.Model(inputs, keras.layers.Dense(1)(x))
    model.compile("adam", "mse")
    monitor = ActivationMonitor(alerts=False, gradients=True)
    model.fit(Batches(), verbose=0, callbacks=[monitor])
    found = [
        (r["layer"], r["activation"], r["samples"]) for r in monitor.history
    ]
    # A position is a sample.
    assert found == [
        ("both", "relu", 160),
        ("both:2", "silu", 160),
        ("after", "gelu", 160),
    ]
    assert not monitor.not_watched and not monitor.record().gaps


def test_what_a_step_is_given_that_is_not_compiled():
    model = keras.Sequential(
        [keras.layers.Dense(4, "relu"), keras.layers.Dense(1)]
    )
    model.compile("sgd", "mse", jit_compile=False)
    monitor = ActivationMonitor(alerts=False)
    model.fit(X, X[:, :1], verbose=0, callbacks=[monitor])
    # NumPy's arrays, and not those of JAX.
    (targets,) = monitor.record().targets
    assert targets["samples"] == 40
    assert monitor.record().losses[0]["losses"]
