"""What is refused, with which words, and that nothing is written then."""

import resource
import signal
import threading

import keras
import numpy as np
import pytest

from keras_activations.callbacks import ActivationMonitor
from keras_activations.recording import read_scalars


def model():
    made = keras.Sequential(
        [
            keras.Input((3,)),
            keras.layers.Dense(4, "relu", name="first"),
            keras.layers.Dense(4, "relu", name="second"),
            keras.layers.Dense(1, "sigmoid", name="output"),
        ]
    )
    made.compile("sgd", "mse", jit_compile=False)
    return made


X, Y = np.ones((8, 3), "float32"), np.ones((8, 1), "float32")


def fit(made, *callbacks, **kwargs):
    made.fit(X, Y, verbose=0, callbacks=list(callbacks), **kwargs)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"every": 0}, "`every`.*every=0"),
        ({"every": 1.5}, "`every`.*every=1.5"),
        ({"every": True}, "`every`.*every=True"),
        ({"histogram_freq": -1}, "`histogram_freq`.*=-1"),
        ({"pre_activations": 1}, "`pre_activations`.*=1"),
        ({"pre_activations": True}, "needs histograms.*histogram_freq=0"),
        ({"update_freq": "step"}, "`update_freq`.*'step'"),
        ({"update_freq": 0}, "`update_freq`.*=0"),
        ({"prefix": "a/b"}, "`prefix`.*'a/b'"),
        ({"prefix": ""}, "`prefix`.*''"),
        ({"prefix": ".."}, "`prefix`.*'..'"),
        ({"prefix": 3}, "`prefix`.*=3"),
        ({"log_dir": 3}, "`log_dir`.*=3"),
        ({"log_dir": ""}, "`log_dir`.*=''"),
        ({"gradients": "no"}, "`gradients`.*'no'"),
        ({"hparams": ["rate"]}, r"`hparams`.*\['rate'\]"),
        ({"hparams": {"rate": None}}, "`hparams`.*None"),
    ],
)
def test_arguments(arguments, message):
    with pytest.raises((TypeError, ValueError), match=message):
        ActivationMonitor(**arguments)


@pytest.mark.parametrize(
    "layers", ["third", ["first", "thi*"], lambda _: False]
)
def test_layers_that_match_nothing(layers):
    with pytest.raises(ValueError, match="matches none.*first, second, output"):
        fit(model(), ActivationMonitor(layers=layers))


def test_no_layers():
    with pytest.raises(ValueError, match=r"at least one layer.*layers=\[\]"):
        fit(model(), ActivationMonitor(layers=[]))


def test_layers_of_a_wrong_type():
    with pytest.raises(TypeError, match="`layers`.*Received: 3"):
        fit(model(), ActivationMonitor(layers=[3]))


@pytest.mark.parametrize(
    ("layers", "expected"),
    [
        ("second", ["second"]),
        ("*", ["first", "second", "output"]),
        (["output", "first"], ["first", "output"]),
        (lambda layer: layer.name != "first", ["second", "output"]),
    ],
)
def test_layers_that_match(layers, expected):
    monitor = ActivationMonitor(layers=layers)
    fit(model(), monitor)
    assert [row["layer"] for row in monitor.history] == expected


def test_a_layer_itself_and_one_without_activation():
    made = keras.Sequential(
        [
            keras.Input((3,)),
            keras.layers.Dense(4, name="plain"),
            keras.layers.BatchNormalization(name="normal"),
            keras.layers.Dense(1),
        ]
    )
    made.compile("sgd", "mse", jit_compile=False)
    monitor = ActivationMonitor(layers=[made.layers[0], "normal"])
    fit(made, monitor)
    kinds = [(row["layer"], row["activation"]) for row in monitor.history]
    assert kinds == [("plain", "linear"), ("normal", "linear")]


def test_a_model_without_activations():
    made = keras.Sequential([keras.Input((3,)), keras.layers.Dense(1, "tanh")])
    made.compile("sgd", "mse")
    monitor = ActivationMonitor()
    with pytest.warns(UserWarning, match="no activation to watch.*`layers`"):
        fit(made, monitor)
    assert monitor.history == []
    assert int(made.optimizer.iterations) > 0


def test_a_directory_that_cannot_be_written(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(OSError, match=r"`log_dir` cannot be written.*file"):
        fit(model(), ActivationMonitor(tmp_path / "file"))


def test_a_disk_that_is_full_already(tmp_path):
    # A limit on the size of files acts as a full disk, for this process.
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100, limits[1]))
    try:
        with pytest.raises(OSError, match="`log_dir` cannot be written"):
            fit(model(), ActivationMonitor(tmp_path))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        signal.signal(signal.SIGXFSZ, handler)


def test_the_directory_of_another_run(tmp_path):
    fit(model(), ActivationMonitor(tmp_path))
    before = sorted((tmp_path / "health").iterdir())
    with pytest.raises(ValueError, match="holds another run.*rmtree.'/.*'"):
        fit(model(), ActivationMonitor(tmp_path))
    assert sorted((tmp_path / "health").iterdir()) == before
    # Training that is resumed goes on there.
    fit(model(), ActivationMonitor(tmp_path), initial_epoch=1, epochs=2)


class Kill(keras.callbacks.Callback):
    def on_train_batch_end(self, batch, logs=None):
        if batch == 1:
            raise KeyboardInterrupt


def test_training_that_was_killed_in_its_first_epoch_is_resumed(tmp_path):
    made = model()
    made.compile("sgd", "mse", run_eagerly=True)
    kwargs = {"batch_size": 2, "epochs": 2}
    with pytest.raises(KeyboardInterrupt):
        fit(made, ActivationMonitor(tmp_path), Kill(), **kwargs)
    assert read_scalars(tmp_path) == {}
    for _ in range(2):
        fit(made, ActivationMonitor(tmp_path, update_freq=1), **kwargs)
    tags = read_scalars(tmp_path)["health"]
    assert [n for n, _ in tags["health.mean/01_first"]] == [0, 1, 2, 3]
    steps = [n for n, _ in tags["health.batch.mean/01_first"]]
    assert steps == list(range(3, 2 + 2 * 8 + 1))
    made.layers[0].activation = keras.activations.tanh
    with pytest.raises(ValueError, match="holds another run.*'tanh'"):
        fit(made, ActivationMonitor(tmp_path))


def test_one_monitor_for_two_models():
    monitor = ActivationMonitor()
    fit(model(), monitor)
    with pytest.raises(ValueError, match="has watched the model"):
        fit(model(), monitor)


def test_a_model_that_has_changed():
    made, monitor = model(), ActivationMonitor()
    fit(made, monitor)
    made.layers[1].activation = keras.activations.tanh
    made.compile("sgd", "mse", jit_compile=False)
    with pytest.raises(ValueError, match="have changed.*'second', 'tanh'"):
        fit(made, monitor)


def test_two_monitors_in_one_fit():
    made = model()
    with pytest.raises(RuntimeError, match="Received several in `callbacks`"):
        fit(made, ActivationMonitor(), ActivationMonitor())
    fit(made, ActivationMonitor())
    assert not hasattr(made.train_function, "own")


def test_a_fit_within_a_fit():
    made, monitor = model(), ActivationMonitor()

    def again(epoch, logs):
        fit(made, monitor)

    nested = keras.callbacks.LambdaCallback(on_epoch_end=again)
    with pytest.raises(RuntimeError, match="watches another fit at the moment"):
        fit(made, monitor, nested)
    # That fit was cut short by the error, so the next one is the only one.
    fit(made, monitor)
    assert not hasattr(made.train_function, "own")


class Meanwhile(keras.callbacks.Callback):
    """Uses the monitor in another thread while this fit goes on."""

    def __init__(self, monitor):
        super().__init__()
        self.monitor = monitor
        self.error = None

    def on_epoch_end(self, epoch, logs=None):
        def other():
            try:
                fit(model(), self.monitor)
            except RuntimeError as error:
                self.error = error

        thread = threading.Thread(target=other)
        thread.start()
        thread.join()


def test_a_monitor_in_two_fits_at_once():
    monitor = ActivationMonitor()
    meanwhile = Meanwhile(monitor)
    fit(model(), monitor, meanwhile)
    assert "watches another fit at the moment" in str(meanwhile.error)
    assert len(monitor.history) == 2
