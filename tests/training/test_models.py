"""The models: their four parts, round trips, limits and refusals."""

import doctest

import keras
import numpy as np
import pytest
import tensorflow as tf
from common.replicas import two_replicas

import keras_activations.training
from keras_activations.training import (
    ExplicitSGD,
    MiniBatches,
    MiniBatchSGD,
    SGDModel,
    SGDSequential,
    from_model,
)


def data(samples=24):
    rng = np.random.default_rng(0)
    return rng.normal(size=(samples, 4)), rng.normal(size=(samples, 2))


def batches(**kwargs):
    return MiniBatches(*data(), batch_size=8, seed=1, **kwargs)


def stack():
    return [
        keras.Input((4,)),
        keras.layers.Dense(5, activation="tanh"),
        keras.layers.Dense(2),
    ]


def sequential(cls=SGDSequential):
    return cls(stack())


def functional(cls=SGDModel):
    inputs, *layers = stack()
    outputs = inputs
    for layer in layers:
        outputs = layer(outputs)
    return cls(inputs, outputs)


@keras.saving.register_keras_serializable("tests")
class Subclassed(SGDModel):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        _, self.hidden, self.head = stack()

    def call(self, inputs):
        return self.head(self.hidden(inputs))


@keras.saving.register_keras_serializable("tests")
class StockSubclassed(keras.Model):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        _, self.hidden, self.head = stack()

    def call(self, inputs):
        return self.head(self.hidden(inputs))


def subclassed():
    return Subclassed()


def wrapped():
    return from_model(StockSubclassed())


def compiled(model, optimizer=None, **kwargs):
    optimizer = optimizer or keras.optimizers.SGD(0.1, momentum=0.9)
    model.compile(optimizer, "mse", jit_compile=False, **kwargs)
    return model


def fit(model, stream=None, epochs=1):
    return model.fit(
        stream or batches(), epochs=epochs, shuffle=False, verbose=0
    )


def values(model):
    return [
        np.array(v.value)
        for v in model.trainable_variables + model.optimizer.variables
    ]


def assert_equal(actual, expected):
    for ours, theirs in zip(actual, expected, strict=True):
        np.testing.assert_array_equal(ours, theirs)


@pytest.mark.parametrize("make", [sequential, functional, subclassed, wrapped])
def test_training_continues_after_a_round_trip(make, tmp_path):
    model = compiled(make(), ExplicitSGD(0.1, weight_decay=0.01))
    if make is not subclassed:
        model = compiled(model)
    fit(model)
    model.save(tmp_path / "model.keras")
    loaded = keras.models.load_model(tmp_path / "model.keras")
    assert type(loaded) is type(model)
    assert isinstance(loaded, MiniBatchSGD)
    assert type(loaded.optimizer) is type(model.optimizer)
    assert_equal(values(loaded), values(model))
    before = values(model)
    fit(model, batches(start_step=3))
    fit(loaded, batches(start_step=3))
    assert_equal(values(loaded), values(model))
    assert np.abs(values(model)[0] - before[0]).max() > 1e-4


def test_functional_and_subclassed_models_do_not_disturb_each_other():
    class InInit(SGDModel):
        def __init__(self):
            inputs = keras.Input((4,))
            super().__init__(
                inputs=inputs, outputs=keras.layers.Dense(2)(inputs)
            )

    assert functional().layers[1].units == 5
    assert len(InInit().layers) == len(InInit().layers) == 2
    assert len(fit(compiled(subclassed())).history["loss"]) == 1
    assert isinstance(functional(), SGDModel)
    assert keras.Model in SGDModel.__bases__


@pytest.mark.parametrize(
    "make",
    [
        lambda: sequential(keras.Sequential),
        lambda: functional(keras.Model),
        StockSubclassed,
    ],
    ids=["sequential", "functional", "subclassed"],
)
def test_from_model_shares_the_layers(make):
    stock = compiled(make())
    fit(stock)
    explicit = compiled(from_model(stock))
    assert isinstance(explicit, MiniBatchSGD)
    before = stock.get_weights()
    fit(explicit)
    assert np.abs(stock.get_weights()[0] - before[0]).max() > 1e-4
    assert_equal(stock.get_weights(), explicit.get_weights())
    x, _ = data()
    np.testing.assert_array_equal(
        stock.predict(x, verbose=0), explicit.predict(x, verbose=0)
    )


def test_from_model_refuses_what_it_would_lose():
    class OwnLoss(StockSubclassed):
        def compute_loss(self, *args, **kwargs):
            return 0.0

    class OwnTest(StockSubclassed):
        def test_step(self, data):
            return {}

    with pytest.raises(ValueError, match="`compute_loss` of its own"):
        from_model(OwnLoss())
    with pytest.raises(ValueError, match="`test_step` of its own"):
        from_model(OwnTest())
    with pytest.raises(TypeError, match="must be a keras.Model"):
        from_model("model")
    model = sequential()
    assert from_model(model) is model


class Tracked(StockSubclassed):
    """It has a metric of its own, as an attribute."""

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.seen = keras.metrics.Mean(name="seen")

    def call(self, inputs):
        outputs = super().call(inputs)
        self.seen.update_state(outputs)
        return outputs


class TwoHeads(keras.Model):
    """A functional subclass with inputs and outputs that have names."""

    def __init__(self):
        inputs = keras.Input((4,), name="feat")
        outputs = [keras.layers.Dense(2, name=name)(inputs) for name in "ab"]
        super().__init__({"feat": inputs}, outputs)


@pytest.mark.parametrize("method", ["fit", "evaluate", "predict", "compile"])
def test_from_model_refuses_methods_of_fit(method):
    kind = type("Own", (StockSubclassed,), {method: lambda *args: None})
    with pytest.raises(ValueError, match=f"a `{method}` of its own.*Own"):
        from_model(kind())
    model = sequential(keras.Sequential)
    setattr(model, method, lambda *args: None)
    with pytest.raises(ValueError, match=f"a `{method}` of its own"):
        from_model(model)


def test_from_model_names_all_that_it_would_lose():
    class Own(Tracked):
        @property
        def metrics(self):
            return [self.seen]

        def train_step(self, data):
            return {}

    with pytest.raises(ValueError, match="a `train_step`, `metrics` of its"):
        from_model(Own())


@pytest.mark.parametrize("kind", [keras.Sequential, keras.Model])
def test_from_model_keeps_inputs(kind):
    for arguments in (
        {"shape": (4,), "name": "feat", "dtype": "float16"},
        {"shape": (4,), "sparse": True},
        {"shape": (None, 4), "ragged": True},
        {"batch_shape": (3, 4)},
    ):
        inputs = keras.Input(**arguments)
        layer = keras.layers.Identity()
        if kind is keras.Sequential:
            model = kind([inputs, layer])
        else:
            model = kind(inputs, layer(inputs))
        (ours,), (theirs,) = from_model(model).inputs, model.inputs
        assert ours is theirs


def test_from_model_trains_on_named_inputs_and_outputs():
    x, y = data()
    two = TwoHeads()
    for model in (two, keras.Model(two.input, two.output)):
        explicit = from_model(model)
        explicit.compile("sgd", {"a": "mse", "b": "mae"}, {"a": 1.0, "b": 0.5})
        history = explicit.fit({"feat": x}, {"a": y, "b": y}, verbose=0).history
        assert set(history) == {"loss", "a_loss", "b_loss"}
    assert type(explicit.input) is dict
    feat = keras.Input((4,), name="feat")
    explicit = compiled(
        from_model(keras.Model({"feat": feat}, keras.layers.Dense(2)(feat)))
    )
    explicit.fit({"feat": x}, y, verbose=0)


def test_from_model_keeps_metrics_of_a_subclass():
    x, y = data()
    logs = []
    for convert in (lambda model: model, from_model):
        keras.utils.set_random_seed(4)
        model = compiled(convert(Tracked()))
        model.fit(x, y, epochs=2, shuffle=False, verbose=0)
        logs.append(model.history.history)
    assert logs[0] == logs[1] and set(logs[0]) == {"loss", "seen"}
    model = functional(keras.Model)
    model.tracker = keras.metrics.Mean(name="tracked")
    assert "tracked" in from_model(model).metrics_names


def test_from_model_keeps_what_is_frozen_and_the_precision():
    model = sequential(keras.Sequential)
    model.trainable = False
    model.layers[0].trainable = True
    model.dtype_policy = "mixed_float16"
    explicit = from_model(model)
    assert not explicit.trainable_weights and model.layers[0].trainable
    explicit.compile("sgd", "mse")
    assert isinstance(explicit.optimizer, keras.optimizers.LossScaleOptimizer)
    model = functional(keras.Model)
    model.layers[1].enable_lora(2)
    frozen = [weight.trainable for weight in model.weights]
    assert from_model(model).layers[1] is model.layers[1]
    assert [weight.trainable for weight in model.weights] == frozen


class NoisyInputs(SGDSequential):
    def sample(self, data):
        x, y, sample_weight = super().sample(data)
        return x + 1.0, y, sample_weight


class Auxiliary(SGDSequential):
    def forward(self, x, y, sample_weight):
        y_pred, loss = super().forward(x, y, sample_weight)
        return y_pred, loss + 0.5 * tf.reduce_mean(y_pred**2)


class Projected(SGDSequential):
    """Gradient surgery: no gradient for the second output's column."""

    def backpropagate(self, tape, loss):
        *first, kernel, bias = super().backpropagate(tape, loss)
        return [*first, kernel * [1.0, 0.0], bias * [1.0, 0.0]]


class SlowFirstLayer(SGDSequential):
    def update(self, gradients):
        super().update([0.0 * g for g in gradients[:2]] + gradients[2:])


def changes(cls, x_shift=0.0):
    keras.utils.set_random_seed(4)
    model = compiled(sequential(cls), ExplicitSGD(0.1))
    before = model.get_weights()
    x, y = data()
    history = fit(model, MiniBatches(x + x_shift, y, batch_size=8, seed=1))
    after = model.get_weights()
    return [b - a for a, b in zip(before, after, strict=True)], history


def test_each_part_can_be_overridden():
    plain, history = changes(SGDSequential)

    for ours, theirs in zip(
        changes(NoisyInputs)[0],
        changes(SGDSequential, x_shift=1.0)[0],
        strict=True,
    ):
        np.testing.assert_allclose(ours, theirs, atol=1e-6)
    _, auxiliary = changes(Auxiliary)
    assert auxiliary.history["loss"][0] > history.history["loss"][0]
    projected, _ = changes(Projected)
    assert not projected[2][:, 1].any() and projected[2][:, 0].all()
    slow, _ = changes(SlowFirstLayer)
    assert not slow[0].any() and not slow[1].any() and slow[2].all()
    assert plain[0].all() and plain[2].all()


class Unused(keras.layers.Layer):
    """A weight on which the loss does not depend."""

    def build(self, shape):
        self.unused = self.add_weight(shape=(2,), name="unused")

    def call(self, x):
        return x


@pytest.mark.parametrize("part", ["backpropagate", "update"])
def test_documented_overrides_take_every_kind_of_gradient(part):
    source = getattr(MiniBatchSGD, part).__doc__
    names = vars(keras_activations.training) | {"tf": tf}
    known = set(names)
    for example in doctest.DocTestParser().get_examples(source):
        exec(example.source, names)
    (cls,) = (names[name] for name in set(names) - known - {"__builtins__"})

    def change(cls):
        keras.utils.set_random_seed(4)
        model = cls(
            [
                keras.Input((3,), dtype="int32"),
                keras.layers.Embedding(5, 4),
                keras.layers.GlobalAveragePooling1D(),
                Unused(),
                keras.layers.Dense(2),
            ]
        )
        model.compile(ExplicitSGD(0.1), "mse", jit_compile=False)
        before = model.get_weights()
        with pytest.warns(UserWarning, match="Gradients do not exist.*unused"):
            model.fit(
                np.array([[0, 1, 1], [2, 1, 0]]), np.ones((2, 2)), verbose=0
            )
        after = model.get_weights()
        return [b - a for a, b in zip(after, before, strict=True)]

    plain, ours = change(SGDSequential), change(cls)
    assert not ours[1].any()
    if part == "update":
        np.testing.assert_allclose(ours[0], 0.1 * plain[0], atol=1e-7)
        np.testing.assert_array_equal(ours[2], plain[2])
    else:
        # Noise of 0.01 in each entry, at a rate of 0.1.
        for a, b in zip(ours, plain, strict=True):
            assert np.abs(a - b).max() < 0.01
        assert (ours[0] != plain[0]).all()


@pytest.mark.parametrize("steps_per_execution", [1, 3])
@pytest.mark.parametrize("jit_compile", [False, True])
def test_stop_on_nonfinite(steps_per_execution, jit_compile):
    def model():
        keras.utils.set_random_seed(4)
        made = SGDSequential(
            [
                keras.Input((4,)),
                keras.layers.Dense(5, name="fine"),
                keras.layers.Activation("exponential", name="bad"),
                keras.layers.BatchNormalization(),
                keras.layers.Dropout(0.1, seed=2),
                keras.layers.Dense(2),
            ]
        )
        made.compile(
            keras.optimizers.SGD(1e-3, momentum=0.9),
            "mse",
            jit_compile=jit_compile,
            steps_per_execution=steps_per_execution,
        )
        return made

    x, y = data(48)
    stream = MiniBatches(x, y, batch_size=8, seed=1)
    sample = int(MiniBatches(np.arange(48), batch_size=8, seed=1).at(4)[0])
    x[sample] = 1000.0  # its exponential overflows
    stopped = model()
    stopped.stop_on_nonfinite = True
    with pytest.warns(RuntimeWarning) as caught:
        fit(stopped, MiniBatches(x, y, batch_size=8, seed=1), epochs=3)
    (warning,) = [str(w.message) for w in caught if "step" in str(w.message)]
    assert "stopped at step 4" in warning
    assert "layer 'bad'" in warning

    # The four steps before, and nothing else. XLA rounds differently.
    expected = model()
    for step in range(4):
        expected.train_on_batch(*stream.at(step))
    tolerance = {"rtol": 1e-4, "atol": 1e-5} if jit_compile else {"rtol": 1e-6}
    for ours, theirs in zip(
        stopped.get_weights() + values(stopped)[6:],
        expected.get_weights() + values(expected)[6:],
        strict=True,
    ):
        np.testing.assert_allclose(ours, theirs, **tolerance)


class Infinity(keras.layers.Layer):
    """Gives an infinity that does no harm."""

    def call(self, inputs):
        masked = tf.where(inputs > 0, inputs, -np.inf)
        return tf.concat([tf.ones_like(inputs[:, :1]), masked], 1)


class Harmless(SGDModel):
    """Not finite in places, and with calls in a graph of their own."""

    def __init__(self):
        super().__init__()
        _, self.hidden, self.head = stack()
        self.loop = keras.layers.Dense(5)
        self.infinity = Infinity()

    def sample(self, data):
        x, y, sample_weight = super().sample(data)
        return tf.where(tf.math.is_nan(x), 0.0, x), y, sample_weight

    def call(self, inputs):
        _, hidden = tf.while_loop(
            lambda i, _: i < 2,
            lambda i, hidden: (i + 1, self.loop(hidden)),
            [0, self.hidden(inputs)],
        )
        return self.head(tf.nn.softmax(self.infinity(hidden)))


def test_stop_on_nonfinite_looks_at_the_loss_and_the_weights():
    x, y = data()
    x[3] = np.nan
    model = compiled(Harmless())
    model(x)
    model.stop_on_nonfinite = True
    history = fit(model, MiniBatches(x, y, batch_size=8, seed=1))
    assert np.isfinite(history.history["loss"]).all()

    y[:] = np.nan
    with pytest.warns(RuntimeWarning, match="at step 3 .*in the targets"):
        history = fit(model, MiniBatches(x, y, batch_size=8, seed=1), epochs=2)
    # The best loss there is would be 0.
    np.testing.assert_array_equal(history.history["loss"], [np.nan])
    assert int(model.optimizer.iterations) == 3


def test_a_training_that_has_failed_keeps_its_backup(tmp_path):
    x, y = data(48)
    model = compiled(sequential())
    model.stop_on_nonfinite = True
    backup = keras.callbacks.BackupAndRestore(tmp_path / "backup")
    sick = MiniBatches(x, y, batch_size=8, seed=1)

    class Spoil(keras.callbacks.Callback):
        def on_epoch_begin(self, epoch, logs=None):
            good.append(self.model.get_weights())
            if epoch == 2:
                # In the middle of the epoch, after some good steps.
                spoiled = self.model.layers[0].kernel
                if not restored:
                    spoiled.assign(tf.fill(spoiled.shape, np.nan))

    good, restored = [], []
    with pytest.warns(RuntimeWarning, match="Training stopped"):
        history = model.fit(
            sick, epochs=4, verbose=0, callbacks=[backup, Spoil()]
        )
    assert history.history["stopped_on_nonfinite"] == [12]
    assert len(history.history["loss"]) == 3
    assert (backup.save_freq, backup.delete_checkpoint) == ("epoch", True)

    # Another process goes on with the third epoch, from the last good state.
    again = compiled(sequential())
    restored.append(True)
    history = again.fit(
        MiniBatches(x, y, batch_size=8, seed=1),
        epochs=4,
        verbose=0,
        callbacks=[
            keras.callbacks.BackupAndRestore(tmp_path / "backup"),
            Spoil(),
        ],
    )
    assert "stopped_on_nonfinite" not in history.history
    assert len(history.history["loss"]) == 2
    assert_equal(good[2], good[3])
    assert not (tmp_path / "backup").exists()


def test_stop_on_nonfinite_with_several_replicas_is_refused():
    with two_replicas().scope():
        model = compiled(sequential())
    model.stop_on_nonfinite = True
    before = model.get_weights()
    with pytest.raises(NotImplementedError, match="one device.*Mirrored"):
        fit(model)
    assert_equal(before, model.get_weights())


def test_without_the_wish_a_bad_loss_does_what_keras_does():
    x, y = data()
    x[3] = np.nan
    model = compiled(sequential())
    assert model.stop_on_nonfinite is False
    fit(model, MiniBatches(x, y, batch_size=8, seed=1))
    assert np.isnan(model.get_weights()[0]).all()


@pytest.mark.parametrize("run_eagerly", [False, True])
def test_the_guard_of_a_step_that_takes_four_parts(run_eagerly):
    class Four(SGDSequential):
        def train_step(self, data):
            x, y, factor, shift = data
            return super().train_step((x * factor + shift, y))

    x, y = data(16)
    model = compiled(sequential(Four))
    model.run_eagerly = run_eagerly
    model.stop_on_nonfinite = True
    factor = np.ones((16, 1))
    parts = tf.data.Dataset.from_tensor_slices((x, y, factor, 0.0 * factor))
    model.fit(parts.batch(8), verbose=0)
    before = values(model)
    parts = tf.data.Dataset.from_tensor_slices((x, y, factor * np.inf, factor))
    with pytest.warns(RuntimeWarning, match="at step 2 .*in the mini-batch"):
        model.fit(parts.batch(8), verbose=0)
    assert_equal(before, values(model))


def test_a_guard_that_never_acts_changes_nothing():
    results = []
    for guarded in (False, True):
        keras.utils.set_random_seed(4)
        model = compiled(sequential())
        model.stop_on_nonfinite = guarded
        history = fit(model, epochs=2).history
        results.append((values(model), history))
    assert_equal(results[0][0], results[1][0])
    assert results[0][1] == results[1][1]


def test_no_trainable_weights_is_a_warning():
    model = sequential()
    model.trainable = False
    with pytest.warns(UserWarning, match="any trainable weights"):
        fit(compiled(model))


def test_keras_distribution_is_refused():
    devices = keras.distribution.list_devices("cpu")
    model = compiled(sequential())
    try:
        parallel = keras.distribution.DataParallel(devices=devices)
    except AttributeError as missing:
        pytest.skip(f"Keras {keras.__version__} has none: {missing}")
    keras.distribution.set_distribution(parallel)
    try:
        with pytest.raises(NotImplementedError, match="DataParallel"):
            fit(model)
        with pytest.raises(NotImplementedError, match="MirroredStrategy"):
            model.train_on_batch(*data())
    finally:
        keras.distribution.set_distribution(None)
    fit(model)


def test_a_strategy_of_several_machines_is_refused():
    strategy = tf.distribute.MultiWorkerMirroredStrategy()
    with strategy.scope():
        model = compiled(sequential())
        with pytest.raises(NotImplementedError, match="several machines"):
            fit(model)
    with pytest.raises(NotImplementedError, match="several machines"):
        fit(model)
