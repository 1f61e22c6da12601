"""The monitor on every kind of model: right numbers, same weights after."""

from functools import partial

import keras
import numpy as np
import pytest
import tensorflow as tf
from common.replicas import two_replicas

import keras_activations as ka
from keras_activations.callbacks import ActivationMonitor
from keras_activations.recording import read_scalars

layers = keras.layers


def fit(model, x, y, callbacks=(), jit_compile=False, epochs=1, **kwargs):
    compiled = {
        key: kwargs.pop(key)
        for key in ("run_eagerly", "steps_per_execution")
        if key in kwargs
    }
    model.compile(
        keras.optimizers.SGD(0.0), "mse", jit_compile=jit_compile, **compiled
    )
    model.fit(
        x,
        y,
        batch_size=kwargs.pop("batch_size", 8),
        epochs=epochs,
        verbose=0,
        shuffle=False,
        callbacks=list(callbacks),
        **kwargs,
    )


def watch(model, x, y, monitor=None, **kwargs):
    monitor = monitor or ActivationMonitor()
    fit(model, x, y, [monitor], **kwargs)
    return {row["layer"]: row for row in monitor.history}


def normal(*shape, seed=0):
    return np.random.default_rng(seed).normal(size=shape).astype("float32")


def expect(row, a, axis=-1):
    """Compares a row of a ReLU with the outputs themselves."""
    a = np.moveaxis(np.asarray(a, "float64"), axis, -1)
    a = a.reshape(-1, a.shape[-1])
    assert row["units"] == a.shape[1]
    assert row["samples"] == len(a)
    np.testing.assert_allclose(row["dead_ratio"], (a <= 0).all(0).mean())
    np.testing.assert_allclose(row["zero_fraction"], (a == 0).mean())
    np.testing.assert_allclose(row["mean"], a.mean(), rtol=1e-5)
    np.testing.assert_allclose(row["std"], a.std(0).mean(), rtol=1e-4)
    lives = a[:, (a != 0).any(0)]
    shift = np.abs(lives.mean(0)) / np.sqrt((lives**2).mean(0))
    np.testing.assert_allclose(row["bias_shift"], shift.mean(), rtol=1e-5)


class Block(layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.inner = layers.Dense(units, "relu", name="inner")
        self.steps = [layers.Dense(units), layers.ReLU(name="after")]

    def call(self, x):
        x = self.inner(x)
        for step in self.steps:
            x = step(x)
        return x


class Subclassed(keras.Model):
    """Nested blocks, and one layer that is called twice."""

    def __init__(self):
        super().__init__()
        self.block = Block(5, name="block")
        self.shared = layers.Dense(5, "relu", name="shared")
        self.last = layers.Dense(1, "sigmoid", name="last")

    def call(self, x):
        x = self.block(x)
        return self.last(self.shared(self.shared(x)))


@pytest.mark.parametrize("run_eagerly", [False, True])
def test_subclassed_nested_and_shared(run_eagerly):
    model = Subclassed()
    x, y = normal(20, 4), normal(20, 1)
    rows = watch(model, x, y, run_eagerly=run_eagerly)
    # The model's output, "last", is found out and left out.
    assert list(rows) == ["block/inner", "block/after", "shared"]
    expect(rows["block/inner"], model.block.inner(x))
    after = model.block(x)
    expect(rows["block/after"], after)
    once = model.shared(after)
    both = np.concatenate([once, model.shared(once)])
    expect(rows["shared"], both)


def test_functional_with_operations_activation_layers_and_nested_models():
    inputs = keras.Input((4,))
    act = layers.ReLU()  # an activation= that is a layer, and shared
    inner = keras.Sequential(
        [keras.Input((6,)), layers.Dense(3, "relu", name="deep")], name="inner"
    )
    a = layers.Dense(6, activation=act, name="first")(inputs)
    b = layers.Dense(6, activation=lambda z: keras.ops.relu(z))(inputs)
    c = keras.ops.relu(layers.Dense(6)(inputs))
    d = layers.Activation("relu", name="plain")(layers.Dense(6)(a))
    total = layers.Add()([inner(a), inner(b), inner(c), inner(d)])
    outputs = layers.Dense(1)(total)
    model = keras.Model(inputs, outputs)
    x, y = normal(16, 4), normal(16, 1)
    rows = watch(model, x, y)
    parts = keras.Model(inputs, [a, b, c, d])
    a, b, c, d = parts(x)
    by_name = {
        "first": a,
        next(name for name in rows if name.startswith("dense")): b,
        next(name for name in rows if name.startswith("relu")): c,
        "plain": d,
        "inner/deep": np.concatenate([inner(part) for part in (a, b, c, d)]),
    }
    assert set(rows) == set(by_name)
    for name, outputs in by_name.items():
        expect(rows[name], outputs)


LAYERS = [
    (layers.ReLU(), "relu", True),
    (layers.ReLU(max_value=6), "relu6", True),
    (layers.ReLU(threshold=0.5), "relu", True),
    (layers.ReLU(negative_slope=0.1), "leaky_relu", False),
    (layers.LeakyReLU(negative_slope=0.2), "leaky_relu", False),
    (layers.PReLU(), "prelu", False),
    (layers.ELU(), "elu", False),
    (layers.Activation("selu"), "selu", False),
    (layers.Activation("gelu"), "gelu", True),
    (layers.Activation("tanh"), "tanh", True),
    (ka.layers.ReLU(), "relu", True),
    (ka.layers.LeakyReLU(), "leaky_relu", False),
    (ka.layers.PReLU(), "prelu", False),
    (ka.layers.ELU(), "elu", False),
    (ka.layers.ELU(learn_alpha=True), "elu", False),
    (ka.layers.Sigmoid(), "sigmoid", True),
    (ka.layers.Tanh(), "tanh", True),
]


@pytest.fixture(scope="module")
def every_activation_layer():
    """Their input, and their rows: all side by side in one network."""
    inputs = keras.Input((9,))
    outputs = layers.Concatenate()([layer(inputs) for layer, *_ in LAYERS])
    model = keras.Model(inputs, layers.Dense(1)(outputs))
    x, y = 2 * normal(64, 9), normal(64, 1)
    x[:, 0] = -np.abs(x[:, 0]) - 0.01  # one unit of nine has no input above 0
    return x, watch(model, x, y, batch_size=32)


@pytest.mark.parametrize(
    ("layer", "kind", "mortal"),
    LAYERS,
    ids=lambda value: getattr(value, "name", str(value)),
)
def test_every_activation_layer(layer, kind, mortal, every_activation_layer):
    x, rows = every_activation_layer
    row = rows[layer.name]
    assert row["activation"] == kind
    z = tf.Variable(x)
    with tf.GradientTape() as tape:
        a = layer(z)
    slope = np.asarray(tape.gradient(a, z), "float64")
    a = np.asarray(a, "float64")
    np.testing.assert_allclose(row["mean"], a.mean(), rtol=1e-4, atol=1e-6)
    if mortal:
        assert "one_sided_ratio" not in row
        np.testing.assert_allclose(
            row["dead_ratio"], (slope == 0).all(0).mean()
        )
    else:
        assert "dead_ratio" not in row
        np.testing.assert_allclose(row["one_sided_ratio"], 1 / 9)
    steepest = {"sigmoid": 0.25, "selu": 1.7580993, "gelu": 1.1289}
    saturated = np.abs(slope) < 0.06 * steepest.get(kind, 1.0)
    share = (saturated.mean(0) >= 0.99).mean()
    np.testing.assert_allclose(row["saturation"], share)
    learned = isinstance(getattr(layer, "alpha", None), keras.Variable)
    assert ("alpha" in row) == learned


@pytest.mark.parametrize("from_activations", [True, False])
def test_operations_of_a_functional_model(from_activations):
    module = keras.activations if from_activations else keras.ops
    names = ["relu", "relu6", "leaky_relu", "elu", "selu", "sigmoid", "tanh"]
    names += ["gelu", "silu", "softplus", "softsign"]
    names += ["hard_sigmoid", "hard_tanh"]
    inputs = keras.Input((3,))
    outputs = [getattr(module, name)(inputs) for name in names]
    model = keras.Model(inputs, layers.Dense(1)(layers.Concatenate()(outputs)))
    x, y = normal(16, 3), normal(16, 1)
    rows = watch(model, x, y)
    assert [row["activation"] for row in rows.values()] == names
    for name, row in zip(names, rows.values(), strict=True):
        a = np.asarray(getattr(module, name)(x), "float64")
        np.testing.assert_allclose(row["mean"], a.mean(), rtol=1e-4, atol=1e-6)
        np.testing.assert_allclose(row["std"], a.std(0).mean(), rtol=1e-4)


def own_function():
    def relu(z):
        return keras.ops.where(z > 0, z, 0.3 * z)

    return relu


class Own(layers.ReLU):
    def call(self, z):
        return keras.ops.where(z > 0, z, 0.3 * z)


@pytest.mark.parametrize(
    ("activation", "name", "known"),
    [
        (tf.nn.leaky_relu, "leaky_relu", True),
        (tf.nn.relu, "relu", True),
        (partial(tf.nn.leaky_relu, alpha=0.1), "leaky_relu", True),
        (partial(keras.activations.relu, max_value=6), "relu6", True),
        (keras.ops.silu, "silu", True),
        (ka.activations.leaky_relu, "leaky_relu", True),
        (own_function(), "relu", False),
        (Own(), "Own", False),
    ],
)
def test_an_activation_is_known_by_what_it_is(activation, name, known):
    layer = layers.Dense(2, activation=activation)
    model = keras.Sequential([keras.Input((3,)), layer, layers.Dense(1)])
    monitor = ActivationMonitor()
    (row,) = watch(model, normal(8, 3), normal(8, 1), monitor).values()
    assert row["activation"] == name
    assert (row["slope"] == "closed form") == known
    assert ("dead_ratio" in row or "one_sided_ratio" in row) == known
    if name == "leaky_relu":
        (site,) = monitor._watching.sites
        z = tf.constant([[-1.0, 1.0]])
        slope = -float(layer.activation(z)[0, 0])
        np.testing.assert_allclose(site.kind.slope(z, z), [[slope, 1.0]])


def test_a_batch_in_which_nothing_is_observed_says_nothing_of_units():
    model = keras.Sequential(
        [
            keras.Input((2, 3)),
            layers.Masking(),
            layers.Dense(4, "relu", bias_initializer="ones", name="hidden"),
            layers.GlobalAveragePooling1D(),
            layers.Dense(1),
        ]
    )
    x, y = np.full((8, 2, 3), 1e-3), normal(8, 1)
    x[4:] = 0.0
    rows = watch(model, x, y, batch_size=4, run_eagerly=True)
    assert rows["hidden"]["samples"] == 8
    assert rows["hidden"]["dead_ratio_batch"] == 0.0


def test_masked_steps_do_not_count():
    model = keras.Sequential(
        [
            keras.Input((5, 3)),
            layers.Masking(),
            layers.Dense(4, "relu", name="hidden"),
            layers.TimeDistributed(layers.Dense(4, "relu", name="each")),
            layers.GlobalAveragePooling1D(),
            layers.Dense(1),
        ]
    )
    x, y = normal(8, 5, 3), normal(8, 1)
    x[:, 3:] = 0.0
    x[0, 1:] = 0.0
    rows = watch(model, x, y)
    kept = np.any(x != 0, -1)
    assert kept.sum() == 7 * 3 + 1
    dense = np.asarray(model.layers[1](x))
    expect(rows["hidden"], dense[kept])
    each = np.asarray(model.layers[2].layer(dense))
    expect(rows["time_distributed/each"], each[kept])


def test_time_distributed_over_an_unknown_number_of_steps():
    model = keras.Sequential(
        [
            keras.Input((None, 3)),
            layers.TimeDistributed(layers.Dense(4, "relu", name="each")),
            layers.GlobalAveragePooling1D(),
            layers.Dense(1),
        ]
    )
    x, y = normal(8, 5, 3), normal(8, 1)
    rows = watch(model, x, y)
    outputs = np.asarray(model.layers[0].layer(x.reshape(40, 3)))
    expect(rows["time_distributed/each"], outputs)


@pytest.mark.parametrize("data_format", ["channels_last", "channels_first"])
def test_a_channel_is_a_unit(data_format):
    first = data_format == "channels_first"
    axis = 1 if first else -1
    model = keras.Sequential(
        [
            keras.Input((3, 6, 6) if first else (6, 6, 3)),
            layers.Conv2D(5, 3, data_format=data_format),
            layers.ReLU(name="relu"),
            layers.Conv2D(
                4, 3, data_format=data_format, activation="relu", name="conv"
            ),
            layers.Flatten(),
            layers.Dense(1),
        ]
    )
    shape = (8, 3, 6, 6) if first else (8, 6, 6, 3)
    x, y = normal(*shape), normal(8, 1)
    # TensorFlow's CPU kernels know channels first only through XLA.
    rows = watch(model, x, y, jit_compile=first)
    a = tf.function(model.layers[0], jit_compile=True)(x)
    a = tf.nn.relu(a)
    expect(rows["relu"], a, axis)
    a = tf.function(model.layers[2], jit_compile=True)(a)
    expect(rows["conv"], a, axis)
    assert rows["relu"]["units"] == 5 and rows["conv"]["units"] == 4


def small():
    keras.utils.set_random_seed(3)
    return keras.Sequential(
        [
            keras.Input((4,)),
            layers.Dense(6, "relu", name="hidden"),
            layers.Dense(1),
        ]
    )


@pytest.mark.parametrize("policy", ["mixed_float16", "mixed_bfloat16"])
def test_mixed_precision_sums_in_float32(policy):
    keras.config.set_dtype_policy(policy)
    model = small()
    # 5000 samples of about 60000 each are far beyond float16.
    model.layers[0].bias.assign([30000.0] * 6)
    x, y = normal(512, 4), normal(512, 1)
    rows = watch(model, x, y, batch_size=256, jit_compile=True)
    a = model.layers[0](x)
    np.testing.assert_allclose(
        rows["hidden"]["mean"], np.asarray(a, "float64").mean(), rtol=1e-4
    )
    assert rows["hidden"]["nonfinite"] == 0


@pytest.mark.parametrize("source", ["generator", "tf.data", "MiniBatches"])
def test_sources_of_data_and_partial_batches(source):
    model = small()
    x, y = normal(20, 4), normal(20, 1)
    if source == "MiniBatches":
        data = ka.training.MiniBatches(x, y, batch_size=8, seed=0)
    elif source == "tf.data":
        data = tf.data.Dataset.from_tensor_slices((x, y)).batch(8)
    else:
        data = ((x[i : i + 8], y[i : i + 8]) for i in (0, 8, 16))
    monitor = ActivationMonitor()
    model.compile(keras.optimizers.SGD(0.0), "mse", jit_compile=False)
    model.fit(
        data, steps_per_epoch=3, verbose=0, shuffle=False, callbacks=[monitor]
    )
    (row,) = monitor.history
    expect(row, model.layers[0](x))


def test_steps_per_execution():
    model = small()
    x, y = normal(40, 4), normal(40, 1)
    rows = watch(model, x, y, steps_per_execution=2)
    expect(rows["hidden"], model.layers[0](x))


def test_every():
    model = small()
    x, y = normal(40, 4), normal(40, 1)
    rows = watch(model, x, y, monitor=ActivationMonitor(every=3))
    kept = np.concatenate([x[0:8], x[24:32]])  # steps 0 and 3 of five
    expect(rows["hidden"], model.layers[0](kept))


def test_counts_are_summed_over_replicas(tmp_path):
    strategy = two_replicas()
    with strategy.scope():
        model = small()
    x, y = normal(33, 4), normal(33, 1)
    # Unit 0 fires only on samples of the first half of every batch of 8.
    kernel, bias = model.layers[0].get_weights()
    kernel[:, 0] = [1.0, 0.0, 0.0, 0.0]
    model.layers[0].set_weights([kernel, bias])
    x[:, 0] = np.where(np.arange(33) % 8 < 4, 1.0, -1.0)
    # The last batch, of one sample, leaves one of the replicas without any.
    rows = watch(model, x, y, monitor=ActivationMonitor(tmp_path), batch_size=8)
    expect(rows["hidden"], np.maximum(x @ kernel + bias, 0))
    batches = np.split(np.maximum(x @ kernel + bias, 0), [8, 16, 24, 32])
    np.testing.assert_allclose(
        rows["hidden"]["dead_ratio_batch"],
        np.mean([(batch == 0).all(0).mean() for batch in batches]),
        rtol=1e-6,
    )
    assert "health" in read_scalars(tmp_path)


def test_validation_has_names_of_its_own():
    model = small()
    x, y = normal(24, 4), normal(24, 1)
    val_x, val_y = 5 + normal(10, 4, seed=1), normal(10, 1)
    rows = watch(model, x, y, validation_data=(val_x, val_y))
    row = rows["hidden"]
    expect(row, model.layers[0](x))
    values = {
        name.removeprefix("val_"): value
        for name, value in row.items()
        if name.startswith("val_")
    }
    expect({"units": 6, **values}, model.layers[0](val_x))


def test_a_call_that_is_run_again_for_its_gradient_counts_once():
    # Keras on TensorFlow can rematerialize only calls without keywords.
    with keras.RematScope(mode="full"):
        hidden = layers.ReLU(name="hidden")
    model = keras.Sequential(
        [keras.Input((4,)), layers.Dense(6), hidden, layers.Dense(1)]
    )
    x, y = normal(24, 4), normal(24, 1)
    rows = watch(model, x, y)
    expect(rows["hidden"], hidden(model.layers[0](x)))


class Looping(layers.Layer):
    """Calls a layer inside a loop that TensorFlow runs."""

    def __init__(self):
        super().__init__(name="looping")
        self.dense = layers.Dense(4, "relu", name="hidden")

    def call(self, x):
        return keras.ops.fori_loop(0, 3, lambda _, x: self.dense(x), x)


class Unwatched(keras.Sequential):
    def test_step(self, data):
        return {"loss": keras.ops.mean(data[1])}


def test_a_test_step_without_activations():
    model = Unwatched(small().layers)
    x, y = normal(8, 4), normal(8, 1)
    rows = watch(model, x, y, validation_data=(x, y), run_eagerly=True)
    assert not any(name.startswith("val_") for name in rows["hidden"])


class Mapping(layers.Layer):
    def __init__(self):
        super().__init__(name="mapping")
        self.dense = layers.Dense(4, "relu", name="hidden")

    def build(self, shape):
        self.dense.build(shape)

    def call(self, z):
        return keras.ops.vectorized_map(lambda row: self.dense(row[None])[0], z)


@pytest.mark.parametrize(
    ("make", "reason"),
    [
        (Looping, "looping/hidden .inside a loop"),
        (Mapping, "mapping/hidden .inside a vectorized_map"),
    ],
)
def test_what_cannot_be_seen_is_named(make, reason):
    model = keras.Sequential(
        [
            keras.Input((4,)),
            layers.Dense(4, "relu", name="seen"),
            make(),
            layers.Dense(1),
        ]
    )
    x, y = normal(8, 4), normal(8, 1)
    with pytest.warns(UserWarning, match=reason):
        rows = watch(model, x, y)
    assert list(rows) == ["seen"]


@pytest.mark.parametrize("jit_compile", [True, False])
def test_nonfinite_entries_poison_nothing(jit_compile):
    # No Dense before it: where oneDNN computes the two at once, on some CPUs
    # the ReLU of NaN is 0.
    relu = layers.ReLU(name="hidden")
    model = keras.Sequential([keras.Input((4,)), relu, layers.Dense(1)])
    x, y = normal(16, 4), normal(16, 1)
    x[3, 1] = np.nan
    x[5] = np.inf
    x[:, 3] = -1.0
    a = np.asarray(relu(x), "float64")
    row = watch(model, x, y, batch_size=16, jit_compile=jit_compile)["hidden"]
    bad = ~np.isfinite(a)
    assert row["nonfinite"] == bad.sum() == 4
    a[bad] = np.nan
    np.testing.assert_allclose(
        row["mean"], np.nanmean(np.nanmean(a, 0)), rtol=1e-5
    )
    assert row["dead_ratio"] == 1 / 4
