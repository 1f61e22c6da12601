"""Training with the monitor is training without it, down to the bit."""

import threading

import keras
import numpy as np
import pytest

from keras_activations.callbacks import ActivationMonitor
from keras_activations.instrumentation import afterwards
from keras_activations.layers.by_name import LAYERS
from keras_activations.statistics import kinds
from keras_activations.training import SGDSequential

layers = keras.layers


def mlp():
    return keras.Sequential(
        [
            keras.Input((8,)),
            layers.Dense(16, "relu"),
            layers.Dense(16, "tanh"),
            layers.Dense(16),
            layers.PReLU(),
            layers.Dense(3),
        ]
    )


def cnn():
    return keras.Sequential(
        [
            keras.Input((8,)),
            layers.Reshape((2, 4, 1)),
            layers.Conv2D(4, 2, padding="same", use_bias=False),
            layers.BatchNormalization(),
            layers.ReLU(),
            layers.Dropout(0.5),
            layers.Conv2D(4, 2, activation="elu"),
            layers.Flatten(),
            layers.Dense(3),
        ]
    )


class Subclassed(keras.Model):
    """Also draws random numbers whose seed hangs on the graph."""

    def __init__(self):
        super().__init__()
        self.hidden = layers.Dense(12, "gelu")
        self.again = layers.Dense(12, "sigmoid")
        self.out = layers.Dense(3)

    def call(self, x, training=False):
        x = self.again(self.hidden(x))
        if training:
            x += keras.random.normal(keras.ops.shape(x), stddev=0.1, seed=5)
        return self.out(self.again(x))


def data(samples=70):
    rng = np.random.default_rng(0)
    x = rng.normal(size=(samples, 8)).astype("float32")
    return x, rng.integers(0, 3, samples)


def compiled(make, jit_compile=False, optimizer=None, **kwargs):
    keras.utils.set_random_seed(2)
    model = make()
    model.compile(
        optimizer or keras.optimizers.Adam(0.01),
        keras.losses.SparseCategoricalCrossentropy(from_logits=True),
        metrics=["accuracy"],
        jit_compile=jit_compile,
        **kwargs,
    )
    return model


@pytest.mark.parametrize("jit_compile", [True, False])
@pytest.mark.parametrize("make", [mlp, cnn, Subclassed])
def test_same_weights_to_the_bit(make, jit_compile, tmp_path):
    # The last callback has steps watched with and without histograms, and
    # those that are not watched, which are compiled as without a callback.
    # XLA compiles anew for each size of a batch, so only without it the last
    # one is smaller.
    x, y = data(48 if jit_compile else 40)
    # Nor does it compile a validation step of each model.
    skips = jit_compile and make is not mlp
    results = []
    # Of a monitor with no arguments, a test below compiles many steps.
    plain = [] if jit_compile else [[ActivationMonitor()]]
    for callbacks in (
        [],
        *plain,
        [
            ActivationMonitor(
                tmp_path,
                every=1 if jit_compile else 2,
                update_freq=1,
                histogram_freq=1,
                pre_activations=True,
                gradients=True,
            )
        ],
    ):
        model = compiled(make, jit_compile)
        history = model.fit(
            x,
            y,
            batch_size=16,
            epochs=1 if jit_compile else 2,
            verbose=0,
            validation_data=None if skips else (x[:16], y[:16]),
            callbacks=callbacks,
        )
        results.append((model.get_weights(), history.history))
    (weights, logs), *watched = results
    for other_weights, other_logs in watched:
        for without, with_monitor in zip(weights, other_weights, strict=True):
            np.testing.assert_array_equal(without, with_monitor)
        assert other_logs == logs


ACTIVATIONS = [
    *(
        name
        for name in kinds.KINDS
        if hasattr(keras.activations, name)
        and name not in (*kinds.JOINT, "threshold")
    ),
    "tanh twice",
    *LAYERS,
]


def made(name):
    if name == "tanh twice":
        return lambda z: keras.ops.tanh(z) * 2
    return LAYERS[name]() if name in LAYERS else name


# Without XLA, each at all four places of the model. XLA compiles for so long
# that eight share a model: what it rounds otherwise shows there as well. Its
# steps are measured in themselves, or afterwards as those of large networks.
EIGHTS = [ACTIVATIONS[n : n + 8] for n in range(0, len(ACTIVATIONS), 8)]
CASES = [
    *((False, afterwards.FEW, [name] * 4) for name in ACTIVATIONS),
    *(
        (True, (0, afterwards.FEW)[n % 2], each)
        for n, each in enumerate(EIGHTS)
    ),
]


@pytest.mark.parametrize("jit_compile, few, names", CASES)
def test_every_activation_to_the_bit(jit_compile, few, names, monkeypatch):
    """Of those of Keras by their names, of ours as layers."""
    x, y = data(32)
    padded = [*names, *ACTIVATIONS[: max(4 - len(names), 0)]]
    first, second, third, fourth, *others = padded

    def weights(callbacks):
        def make():
            # Without XLA, TensorFlow regroups the constants of Dropout and
            # Rescaling with the terms of an activation, unless another
            # operation reads the activation.
            return keras.Sequential(
                [
                    keras.Input((8,)),
                    layers.Dense(16, activation=made(first)),
                    layers.Reshape((4, 4, 1)),
                    layers.Conv2D(4, 2),
                    layers.BatchNormalization(),
                    layers.Activation(made(second)),
                    layers.Dropout(0.2),
                    layers.Conv2D(4, 2),
                    layers.Activation(made(third)),
                    layers.Flatten(),
                    layers.Rescaling(0.7),
                    layers.Dense(8, activation=made(fourth)),
                    layers.Dropout(0.3),
                    *(
                        layers.Dense(8, activation=made(each))
                        for each in others
                    ),
                    layers.Dense(3),
                ]
            )

        # XLA compiles it in less time than Adam.
        model = compiled(make, jit_compile, keras.optimizers.SGD(0.1))
        model.fit(x, y, batch_size=16, verbose=0, callbacks=callbacks)
        return model.get_weights()

    without = weights([])
    monkeypatch.setattr(afterwards, "FEW", few)
    watched = weights([ActivationMonitor()])
    for own, other in zip(without, watched, strict=True):
        np.testing.assert_array_equal(own, other)


def looks(model):
    """What can be seen of a model from outside."""
    lines = []
    model.summary(print_fn=lambda line, **_: lines.append(line))
    attributes = [
        {
            name: id(value)
            for name, value in vars(layer).items()
            if callable(value) or name == "call"
        }
        for layer in model._flatten_layers(include_self=False)
    ]
    return (
        lines,
        model.get_config(),
        [id(layer) for layer in model.layers],
        [id(weight) for weight in model.weights],
        attributes,
        "call" in vars(model) or "train_step" in vars(model),
        armed(model),
    )


def armed(model):
    """Whether a function of the monitor is in the place of the model's own."""
    return any(
        hasattr(vars(model).get(name), "own")
        for name in ("train_function", "test_function")
    )


class Looker(keras.callbacks.Callback):
    def __init__(self, first):
        super().__init__()
        self.first = first
        self.looks = 0

    def look(self, *_):
        self.looks += 1
        assert looks(self.model) == self.first

    on_train_begin = on_train_end = look
    on_epoch_begin = on_epoch_end = look

    def on_train_batch_begin(self, batch, logs=None):
        # The one moment at which something is there, see the docstring.
        self.looks += 1
        assert looks(self.model) == (*self.first[:-1], True)

    def on_train_batch_end(self, batch, logs=None):
        self.look()


# Keras 3.15 saves variables with np.array, which NumPy 2 deprecates.
@pytest.mark.filterwarnings("ignore:__array__ impl:DeprecationWarning")
def test_the_model_looks_the_same_during_and_after(tmp_path):
    model = compiled(mlp)
    x, y = data(32)
    model.fit(x, y, verbose=0)  # so that the optimizer has its variables
    own = model.train_function
    looker = Looker(looks(model))
    callbacks = [
        ActivationMonitor(),
        looker,
        keras.callbacks.ModelCheckpoint(tmp_path / "during.keras"),
        keras.callbacks.BackupAndRestore(tmp_path / "backup"),
    ]
    model.fit(x, y, batch_size=16, epochs=2, verbose=0, callbacks=callbacks)
    assert looker.looks == 2 + 2 * (2 + 2 * 2)
    assert model.train_function is own
    model.save(tmp_path / "after.keras")
    saved = keras.models.load_model(tmp_path / "during.keras")
    after = keras.models.load_model(tmp_path / "after.keras")
    assert saved.get_config() == after.get_config()
    np.testing.assert_array_equal(
        saved.predict(x, verbose=0), model.predict(x, verbose=0)
    )


class Interrupt(keras.callbacks.Callback):
    def __init__(self, error, moment):
        super().__init__()
        self.error = error
        setattr(self, moment, self.stop)

    def stop(self, batch, logs=None):
        if batch == 1:
            raise self.error


@pytest.mark.parametrize(
    ("error", "moment"),
    [
        (KeyboardInterrupt, "on_train_batch_begin"),
        (RuntimeError, "on_train_batch_end"),
    ],
)
def test_after_a_fit_that_was_cut_short(error, moment):
    x, y = data(48)
    model = compiled(mlp)
    monitor = ActivationMonitor()
    with pytest.raises(error):
        model.fit(
            x,
            y,
            batch_size=16,
            verbose=0,
            callbacks=[monitor, Interrupt(error, moment)],
        )
    # What waits for a step that did not come watches no other.
    monitor._watching.training.discard()
    model.train_on_batch(x[:16], y[:16])
    assert not armed(model) and monitor._watching.training.take_units() == (
        {},
        0,
    )
    # No callback of another fit or thread is in its way.
    thread = threading.Thread(
        target=model.fit,
        args=(x, y),
        kwargs=dict(batch_size=16, verbose=0, callbacks=[monitor]),
    )
    thread.start()
    thread.join()
    assert not armed(model)
    assert {(row["epoch"], row["samples"]) for row in monitor.history} == {
        (0, 48)
    }


def test_a_step_that_another_callback_does_not_let_run():
    x, y = data(48)
    model = compiled(mlp, run_eagerly=True)
    monitor = ActivationMonitor()
    stop = Interrupt(StopIteration, "on_train_batch_begin")
    callbacks = [monitor, stop]
    with pytest.warns(UserWarning, match="ran out of data"):
        model.fit(x, y, batch_size=16, epochs=2, verbose=0, callbacks=callbacks)
    assert {row["samples"] for row in monitor.history} == {16}
    assert not armed(model)


class Cut(keras.callbacks.Callback):
    def on_epoch_end(self, epoch, logs=None):
        self.model.evaluate(*data(16), verbose=0, callbacks=[self.monitor])
        assert self.monitor._watching.testing.take_units() == ({}, 0)
        raise KeyboardInterrupt


def test_an_evaluation_is_no_validation():
    x, y = data(16)
    model = compiled(mlp, run_eagerly=True)
    cut, monitor = Cut(), ActivationMonitor()
    cut.monitor = monitor
    # Before a fit, within one, and after one that was cut short.
    model.evaluate(x, y, verbose=0, callbacks=[monitor])
    with pytest.raises(KeyboardInterrupt):
        model.fit(x, y, verbose=0, callbacks=[monitor, cut])
    model.evaluate(x, y, verbose=0, callbacks=[monitor])
    assert monitor._watching.testing.take_units() == ({}, 0)


def test_with_a_guard_of_the_step():
    model = SGDSequential([keras.Input((8,)), *mlp().layers])
    model.stop_on_nonfinite = True
    model.compile("sgd", "mse", jit_compile=False)
    monitor = ActivationMonitor()
    x, _ = data(16)
    model.fit(x, x[:, :3], verbose=0, callbacks=[monitor])
    assert {row["samples"] for row in monitor.history} == {16}
    assert "train_step" not in vars(model)


def test_an_error_inside_the_step_leaves_nothing():
    model = compiled(mlp)
    first = looks(model)
    x, y = data(16)
    with pytest.raises(Exception, match="incompatible"):
        model.fit(x[:, :3], y, verbose=0, callbacks=[ActivationMonitor()])
    assert not hasattr(model.train_function, "own")
    assert looks(model) == first


def test_second_and_third_fit_go_on_and_trace_nothing_anew():
    model = compiled(mlp)
    x, y = data(32)
    monitor = ActivationMonitor()
    traces = []
    step = model.train_step

    def counted(data):
        traces.append(1)
        return step(data)

    model.train_step = counted
    model.fit(x, y, batch_size=16, epochs=2, verbose=0, callbacks=[monitor])
    once = len(traces)
    for _ in range(2):
        model.fit(x, y, batch_size=16, verbose=0, callbacks=[monitor])
    assert len(traces) == once
    model.fit(x, y, epochs=3, initial_epoch=2, verbose=0, callbacks=[monitor])
    epochs = [
        row["epoch"] for row in monitor.history if row["layer"] == "dense"
    ]
    assert epochs == [0, 1, 2, 3, 4]


def test_two_models_with_a_monitor_each():
    x, y = data(32)
    rows = []
    for make in mlp, cnn:
        monitor = ActivationMonitor()
        compiled(make).fit(x, y, verbose=0, callbacks=[monitor])
        rows.append([row["activation"] for row in monitor.history])
    assert rows == [["relu", "tanh", "prelu"], ["relu", "elu"]]
