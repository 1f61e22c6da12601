"""Every activation that runs has a row; what cannot be watched has a reason."""

import keras
import numpy as np
import pytest
import tensorflow as tf
from common.replicas import two_replicas
from keras import layers, ops

import keras_activations as ka
from keras_activations.callbacks import ActivationMonitor
from keras_activations.instrumentation.capture import _shared

# What Keras says of these models itself.
pytestmark = [
    pytest.mark.filterwarnings("ignore:`shuffle=True` was passed"),
    pytest.mark.filterwarnings("ignore:`build.*was called on layer"),
    pytest.mark.filterwarnings("ignore:Layer 'conv'"),
    pytest.mark.filterwarnings("ignore:Gradients do not exist"),
]

X = np.random.default_rng(0).normal(size=(16, 4)).astype("float32")
Y = X[:, :1]


def normal(*shape):
    return np.random.default_rng(0).normal(size=shape).astype("float32")


def fit(model, x=X, y=Y, monitor=None, **compiled):
    """The rows of one epoch, and what is not watched."""
    compiled = compiled or {"jit_compile": False}
    model.compile(keras.optimizers.SGD(0.0), "mse", **compiled)
    monitor = monitor or ActivationMonitor()
    before = len(monitor.history)
    model.fit(x, y, verbose=0, callbacks=[monitor])
    rows = [
        (row["layer"], row["activation"], row["units"], row["samples"])
        for row in monitor.history[before:]
    ]
    return rows, monitor.not_watched


def sequential(*parts):
    return keras.Sequential(list(parts))


def test_one_activation_layer_at_two_places_has_two_rows():
    relu = layers.ReLU(name="relu")
    inputs = keras.Input((4,))
    hidden = relu(layers.Dense(5)(relu(layers.Dense(8)(inputs))))
    model = keras.Model(inputs, layers.Dense(1)(hidden))
    monitor = ActivationMonitor()
    expected = [("relu", "relu", 8, 16), ("relu:2", "relu", 5, 16)]
    assert fit(model, monitor=monitor) == (expected, {})
    assert fit(model, monitor=monitor) == (expected, {})


def test_a_dense_layer_that_two_inputs_share_has_one_row():
    first, second = keras.Input((4,)), keras.Input((4,))
    encoder = sequential(
        keras.Input((4,)), layers.Dense(6, name="dense"), layers.ReLU(name="r")
    )
    encoder.name = "encoder"
    joined = layers.Concatenate()([encoder(first), encoder(second)])
    model = keras.Model([first, second], layers.Dense(1)(joined))
    rows, _ = fit(model, [X, -X])
    assert rows == [("encoder/r", "relu", 6, 32)]


def test_layers_that_come_into_being_in_the_first_step():
    class Block(layers.Layer):
        def build(self, shape):
            self.d = layers.Dense(5, "relu", name="d")
            self.d.build(shape)

        def call(self, z):
            return self.d(z)

    for parts in (
        [layers.Dense(6, "relu", name="h"), Block(name="b"), layers.Dense(1)],
        [Block(name="b"), layers.Dense(1)],
    ):
        monitor, model = ActivationMonitor(), keras.Sequential(parts)
        first, _ = fit(model, monitor=monitor)
        assert first[-1] == ("b/d", "relu", 5, 16)
        assert len(first) == len(parts) - 1
        assert fit(model, monitor=monitor) == (first, {})


@pytest.mark.parametrize(
    ("make", "kind"),
    [
        (lambda: keras.activations.relu, "relu"),
        (lambda: layers.ReLU(), "relu"),
        (lambda: ka.layers.PReLU(), "prelu"),
        (lambda: tf.nn.tanh, "tanh"),
    ],
)
@pytest.mark.parametrize("base", [keras.Model, layers.Layer])
def test_the_activation_of_a_block(base, make, kind):
    class Block(base):
        def __init__(self):
            super().__init__(name="block")
            self.d = layers.Dense(5)
            self.activation = make()

        def call(self, z):
            return self.activation(self.d(z))

    model = sequential(layers.Dense(6, "relu", name="h"), Block())
    model.add(layers.Dense(1))
    rows, _ = fit(model)
    assert rows == [("h", "relu", 6, 16), ("block", kind, 5, 16)]


def test_functions_that_are_called():
    held = tf.nn.elu

    class Own(keras.Model):
        def __init__(self):
            super().__init__(name="own")
            self.d = [layers.Dense(n) for n in (6, 5, 4, 3, 2, 1)]
            self.act = held

        def call(self, z):
            z = ops.relu(self.d[0](z))
            z = tf.nn.tanh(features_of(self.d[1](z)))
            z = keras.activations.mish(self.d[2](z))
            z = ka.activations.leaky_relu(self.d[3](z))
            return self.d[5](self.act(self.d[4](z)))

    def features_of(z):
        return z

    rows, _ = fit(Own())
    assert rows == [
        ("own", "relu", 6, 16),
        ("own:2", "tanh", 5, 16),
        ("own:3", "mish", 4, 16),
        ("own:4", "leaky_relu", 3, 16),
        ("own:5", "elu", 2, 16),
    ]


@pytest.mark.parametrize(
    "prelu",
    [
        lambda: layers.PReLU(shared_axes=[2, 3]),
        lambda: ka.layers.PReLU(shared_axes=[2, 3]),
    ],
)
def test_the_axis_of_the_units_comes_from_what_is_known(prelu):
    first = {"data_format": "channels_first"}
    x = normal(8, 3, 6, 9)
    model = sequential(
        keras.Input((3, 6, 9)),
        layers.Conv2D(4, 1, **first),
        prelu(),
        layers.BatchNormalization(axis=1),
        layers.ReLU(),
        layers.GlobalAveragePooling2D(**first),
        layers.Dense(1),
    )
    monitor = ActivationMonitor()
    rows, _ = fit(model, x, x[:, 0, 0, :1], monitor, jit_compile=True)
    assert [row[2:] for row in rows] == [(4, 8 * 54), (4, 8 * 54)]
    assert [row["unit_axis"] for row in monitor.history] == [1, 1]
    # A Dense layer's units are its last axis whatever came before.
    model = sequential(
        keras.Input((3, 18)),
        layers.Conv1D(5, 1, **first),
        layers.Permute((2, 1)),
        layers.Dense(7),
        layers.ReLU(),
        layers.Flatten(),
        layers.Dense(1),
    )
    rows, _ = fit(model, normal(8, 3, 18), normal(8, 1), jit_compile=True)
    assert [row[2:] for row in rows] == [(7, 8 * 18)]


@pytest.mark.parametrize("how", [{"jit_compile": False}, {"run_eagerly": True}])
def test_a_last_axis_that_changes_is_named_and_training_goes_on(how):
    inputs = keras.Input((None, 4))
    scores = layers.Activation("tanh", name="scores")(
        layers.Dot(2)([inputs, inputs])
    )
    mixed = layers.Dot((2, 1))([scores, inputs])
    outputs = layers.Dense(1)(layers.GlobalAveragePooling1D()(mixed))
    model = keras.Model(inputs, outputs)

    def batches():
        for size in 3, 5:
            yield normal(8, size, 4), normal(8, 1)

    model.compile("sgd", "mse", **how)
    monitor = ActivationMonitor()
    with pytest.warns(UserWarning, match="scores .the size of its last axis"):
        model.fit(batches(), steps_per_epoch=2, verbose=0, callbacks=[monitor])
    assert monitor.history == []
    assert list(monitor.not_watched) == ["scores"]
    assert "Not watched: scores" in monitor.report()


def test_the_output_is_the_output_behind_what_only_moves_it():
    model = sequential(
        keras.Input((4,)),
        layers.Dense(6, "relu", name="h"),
        layers.Dense(4, "sigmoid"),
        layers.Reshape((2, 2)),
    )
    assert fit(model, y=X.reshape(-1, 2, 2))[0] == [("h", "relu", 6, 16)]
    model = sequential(
        keras.Input((5, 4)),
        layers.Dense(6, "relu", name="h"),
        layers.TimeDistributed(layers.Dense(1, "sigmoid")),
    )
    rows, _ = fit(model, normal(8, 5, 4), normal(8, 5, 1))
    assert rows == [("h", "relu", 6, 40)]


@pytest.mark.parametrize("mode", ["activations", "full"])
def test_what_is_computed_again_for_the_gradient_counts_once(mode):
    with keras.RematScope(mode=mode):
        hidden = (
            layers.Dense(6, "relu", name="h")
            if mode == "activations"
            else layers.ReLU(name="h")
        )
    parts = [] if mode == "activations" else [layers.Dense(6)]
    model = sequential(keras.Input((4,)), *parts, hidden, layers.Dense(1))
    assert fit(model)[0] == [("h", "relu", 6, 16)]


def test_loops_by_hand():
    model = sequential(
        keras.Input((4,)), layers.Dense(6, "relu", name="h"), layers.Dense(1)
    )
    model.compile("sgd", "mse")

    def loop(step, monitor):
        callbacks = keras.callbacks.CallbackList([monitor], model=model)
        callbacks.on_train_begin()
        callbacks.on_epoch_begin(0)
        for batch in range(2):
            callbacks.on_train_batch_begin(batch)
            step()
            callbacks.on_train_batch_end(batch)
        callbacks.on_epoch_end(0)
        callbacks.on_train_end()
        return [(row["layer"], row["samples"]) for row in monitor.history]

    with pytest.warns(UserWarning, match="None was made in this epoch"):
        rows = loop(lambda: model(X, training=True), ActivationMonitor())
    assert rows == []
    rows = loop(lambda: model.train_on_batch(X, Y), ActivationMonitor())
    assert rows == [("h", 32)]


def test_step_functions_of_the_user():
    class Own(keras.Sequential):
        @tf.function
        def train_step(self, data):
            return super().train_step(data)

    def parts():
        return [
            keras.Input((4,)),
            layers.Dense(5, "relu", name="h"),
            layers.Dense(1),
        ]

    with pytest.warns(UserWarning, match="h .inside a tf.function"):
        rows, missing = fit(Own(parts()))
    assert rows == [] and list(missing) == ["h"]

    class Plain(keras.Sequential):
        def make_train_function(self):
            return super().make_train_function()

    assert fit(Plain(parts()))[0] == [("h", "relu", 5, 16)]


class Loop(layers.Layer):
    def __init__(self):
        super().__init__(name="loop")
        self.dense = layers.Dense(4, "relu", name="hidden")

    def call(self, z):
        return ops.fori_loop(0, 3, lambda _, z: self.dense(z), z)


def test_a_selection_that_cannot_be_watched_says_why():
    def model():
        return sequential(
            keras.Input((3, 4)),
            layers.LSTM(5, name="lstm"),
            layers.Dense(
                4, activation=ka.layers.PReLU(name="slopes"), name="d"
            ),
            Loop(),
            layers.Dense(1),
        )

    x, y = normal(8, 3, 4), normal(8, 1)
    for selection, reason in (
        ("lstm", "formula of a recurrent layer"),
        ("loop/hidden", "inside a loop"),
        ("x", "matches none. There are: d"),
    ):
        monitor = ActivationMonitor(layers=selection)
        with pytest.raises(ValueError, match=f"{selection}.*{reason}"):
            fit(model(), x, y, monitor)
    monitor = ActivationMonitor(layers="slopes")
    assert fit(model(), x, y, monitor)[0] == [("d", "prelu", 4, 8)]
    with pytest.warns(UserWarning, match="loop/hidden .inside a loop"):
        rows, missing = fit(model(), x, y)
    assert rows == [("d", "prelu", 4, 8)]
    assert set(missing) == {"lstm", "loop/hidden"}


def test_randomness_in_an_activation_is_drawn_once():
    def weights(callbacks):
        keras.utils.set_random_seed(7)
        seeds = keras.random.SeedGenerator(3)

        def noisy(z):
            noise = keras.random.normal(ops.shape(z), stddev=0.1, seed=seeds)
            return ops.relu(z + noise)

        model = sequential(
            keras.Input((4,)), layers.Dense(6, noisy), layers.Dense(1)
        )
        model.compile(keras.optimizers.Adam(0.01), "mse", jit_compile=False)
        model.fit(X, Y, batch_size=8, verbose=0, callbacks=callbacks)
        return model.get_weights()

    for own, watched in zip(
        weights([]), weights([ActivationMonitor()]), strict=True
    ):
        np.testing.assert_array_equal(own, watched)


@pytest.mark.parametrize("how", [{"jit_compile": False}, {"run_eagerly": True}])
def test_a_layer_without_masks_does_not_use_that_of_its_input(how):
    model = sequential(
        keras.Input((None,)),
        layers.Embedding(20, 6, mask_zero=True),
        layers.Conv1D(5, 3, activation="relu", name="conv"),
        layers.GlobalMaxPooling1D(),
        layers.Dense(1),
    )

    def batches():
        for size in 6, 9:
            yield np.ones((8, size), "int32"), normal(8, 1)

    model.compile("sgd", "mse", **how)
    monitor = ActivationMonitor()
    model.fit(batches(), steps_per_epoch=2, verbose=0, callbacks=[monitor])
    assert [row["samples"] for row in monitor.history] == [8 * (4 + 7)]


def test_calls_by_keyword():
    class Block(layers.Layer):
        def __init__(self):
            super().__init__(name="b")
            self.r = layers.ReLU(name="r")
            self.activation = keras.activations.tanh
            self.d = layers.Dense(5)

        def call(self, z):
            return self.activation(x=self.d(self.r(inputs=z)))

    rows, _ = fit(
        sequential(keras.Input((4,)), layers.Dense(6), Block(), layers.Dense(1))
    )
    assert rows == [("b/r", "relu", 6, 16), ("b", "tanh", 5, 16)]


def test_activations_of_other_shapes_and_arguments():
    def swiglu(z):
        a, b = ops.split(z, 2, -1)
        return ops.silu(a) * b

    class Block(layers.Layer):
        def __init__(self, activation, twice=False):
            super().__init__(name="b")
            self.d = layers.Dense(6)
            self.activation = activation
            self.twice = twice

        def call(self, z):
            z = self.d(z)
            return self.activation(z, z) if self.twice else self.activation(z)

    for block, row in (
        (Block(swiglu), ("b", "swiglu", 3, 16)),
        (Block(tf.nn.crelu), ("b", "crelu_v2", 12, 16)),
        (Block(lambda a, b: ops.relu(a) * b, True), ("b", "<lambda>", 6, 16)),
    ):
        monitor = ActivationMonitor()
        rows, _ = fit(
            sequential(keras.Input((4,)), block, layers.Dense(1)),
            monitor=monitor,
        )
        assert rows == [row]
        assert monitor.history[0]["slope"] == "not measured"
        assert "dead_ratio" not in monitor.history[0]


@pytest.mark.parametrize("first", [0, 1])
def test_a_layer_that_runs_at_every_second_step(first):
    class Sometimes(keras.Model):
        def __init__(self):
            super().__init__()
            self.hidden = layers.Dense(4, "relu", bias_initializer="ones")
            self.out = layers.Dense(1)
            self.calls = 0

        def call(self, z):
            self.calls += 1
            return self.out(z if self.calls % 2 else z + self.hidden(z))

    model = Sometimes()
    model.hidden.build((None, 4))
    model.out.build((None, 4))
    model.built = True
    model.calls = first
    model.compile("sgd", "mse", run_eagerly=True)
    monitor = ActivationMonitor()

    def train():
        model.fit(
            normal(40, 4) / 10,
            normal(40, 1),
            batch_size=4,
            verbose=0,
            callbacks=[monitor],
        )

    if first:
        train()
    else:
        with pytest.warns(UserWarning, match="no activation to watch in the"):
            train()
    (row,) = monitor.history
    assert row["samples"] == 20
    units = monitor.units(row["layer"])
    assert (units["last_fired"] == (9 if first else 10)).all()


def test_what_other_callbacks_put_into_the_logs(tmp_path):
    class Best(keras.callbacks.Callback):
        def on_epoch_end(self, epoch, logs=None):
            logs["best"], logs["none"] = "model.keras", None

    model = sequential(
        keras.Input((4,)), layers.Dense(5, "relu"), layers.Dense(1)
    )
    model.compile("sgd", "mse", jit_compile=False)
    monitor = ActivationMonitor(tmp_path)
    model.fit(X, Y, verbose=0, callbacks=[Best(), monitor])
    assert len(monitor.history) == 1


def test_a_second_fit_after_a_first_step_that_failed():
    model = sequential(
        keras.Input((4,)), layers.Dense(5, "relu"), layers.Dense(1)
    )
    model.compile("adam", "mse", jit_compile=False)
    monitor = ActivationMonitor()
    with pytest.raises(Exception, match="ncompatible"):
        model.fit(X, np.ones((16, 7, 3)), verbose=0, callbacks=[monitor])
    model.fit(X, Y, verbose=0, callbacks=[monitor])
    assert [row["samples"] for row in monitor.history] == [16]


@pytest.mark.parametrize("jit_compile", [True, False])
def test_squares_that_overflow(jit_compile):
    model = sequential(
        keras.Input((4,)),
        layers.ReLU(name="r"),
        layers.Rescaling(1e-20),
        layers.Dense(1),
    )
    monitor = ActivationMonitor()
    fit(model, X * 1e20, Y, monitor, jit_compile=jit_compile)
    a = np.maximum(X.astype("float64"), 0)
    (row,) = monitor.history
    shift = np.abs(a.mean(0)) / np.sqrt((a**2).mean(0))
    np.testing.assert_allclose(row["bias_shift"], shift.mean(), rtol=1e-5)
    np.testing.assert_allclose(row["std"], a.std(0).mean() * 1e20, rtol=1e-5)
    assert row["nonfinite"] == 0


class Cell(layers.Layer):
    state_size = 5

    def __init__(self):
        super().__init__()
        self.d = layers.Dense(5, "relu")

    def call(self, x, states):
        h = self.d(ops.concatenate([x, states[0]], -1))
        return h, [h]


@pytest.mark.parametrize("how", [{"jit_compile": False}, {"run_eagerly": True}])
def test_a_recurrent_cell_of_the_user(how):
    def fit_cell(**arguments):
        model = sequential(
            keras.Input((6, 4)),
            layers.RNN(Cell(), name="rnn", **arguments),
            layers.Dense(1),
        )
        return fit(model, normal(16, 6, 4), normal(16, 1), **how)

    with pytest.warns(UserWarning, match="rnn .inside the loop over time"):
        rows, missing = fit_cell()
    assert rows == [] and list(missing) == ["rnn"]
    rows, missing = fit_cell(unroll=True)
    assert [row[1:] for row in rows] == [("relu", 5, 96)] and not missing


def test_masks_by_position_and_of_layers_inside_layers():
    mask = np.zeros((8, 5), bool)
    mask[:, :3] = True

    class Inner(layers.Layer):
        def __init__(self):
            super().__init__(name="inner")
            self.d = layers.Dense(4, "relu", name="d")
            self.activation = keras.activations.relu
            self.supports_masking = True

        def call(self, z, mask=None):
            return self.activation(self.d(z))

    class Outer(keras.Model):
        def __init__(self):
            super().__init__()
            self.inner = Inner()
            self.out = layers.Dense(1)

        def call(self, z):
            return self.out(self.inner(z, tf.constant(mask)))

    rows, _ = fit(Outer(), normal(8, 5, 4), normal(8, 5, 1))
    assert rows == [
        ("inner/d", "relu", 4, 24),
        ("inner", "relu", 4, 24),
    ]


def test_a_fault_in_the_measuring_does_not_end_the_training(monkeypatch):
    from keras_activations.instrumentation.gauges.units import UnitSums

    def broken(self, step):
        raise RuntimeError("a fault")

    monkeypatch.setattr(UnitSums, "add", broken)
    model = sequential(
        keras.Input((4,)), layers.Dense(5, "relu"), layers.Dense(1)
    )
    monitor = ActivationMonitor()
    with pytest.warns(UserWarning, match="stops measuring: RuntimeError: a fa"):
        assert fit(model, monitor=monitor) == ([], {})


def test_effective_rank():
    model = sequential(
        keras.Input((4,)), layers.Dense(6, "tanh", name="h"), layers.Dense(1)
    )
    monitor = ActivationMonitor(effective_rank=True)
    fit(model, monitor=monitor)
    (row,) = monitor.history
    singular = np.linalg.svd(
        np.asarray(model.layers[0](X), "float64"), compute_uv=False
    )
    share = singular / singular.sum()
    expected = np.exp(-(share * np.log(share)).sum())
    np.testing.assert_allclose(row["effective_rank"], expected, rtol=1e-3)


class Block(layers.Layer):
    """Has the replicas of a strategy wait for each other, inside a layer."""

    def __init__(self):
        super().__init__()
        self.norm = layers.BatchNormalization()
        self.activation = keras.activations.relu
        self.act = tf.nn.tanh

    def build(self, shape):
        self.norm.build(shape)

    def call(self, z, training=False):
        z = self.act(self.norm(z, training=training))
        return self.activation(self.norm(z, training=training))


def test_replicas_that_enter_a_layer_before_another_has_left_it():
    with two_replicas().scope():
        blocks = [Block(), Block()]
        model = sequential(
            keras.Input((3, 4)),
            layers.TimeDistributed(blocks[0]),
            layers.Flatten(),
            blocks[1],
            layers.Dense(1),
        )
    own = [set(vars(block)) for block in blocks]
    rows, _ = fit(model, normal(16, 3, 4), normal(16, 1))
    assert [row[1:] for row in rows] == [
        ("tanh", 4, 48),
        ("relu", 4, 48),
        ("tanh", 12, 16),
        ("relu", 12, 16),
    ]
    assert [set(vars(block)) for block in blocks] == own
    for block in blocks:
        assert block.activation is keras.activations.relu
        assert block.act is tf.nn.tanh


def test_the_last_to_leave_a_layer_puts_back_what_was_there():
    layer = layers.Dense(2, "relu")
    own = layer.activation
    first, second = (
        _shared(layer, "functions", lambda: {"activation": "noted"})
        for _ in range(2)
    )
    first.__enter__()
    second.__enter__()
    first.__exit__(None, None, None)
    assert layer.activation == "noted"
    second.__exit__(None, None, None)
    assert layer.activation is own
