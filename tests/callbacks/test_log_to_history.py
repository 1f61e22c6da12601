"""What Keras's own callbacks, and those of trackers, are told."""

import csv

import keras
import numpy as np
import pytest

from keras_activations.callbacks import ActivationMonitor
from keras_activations.recording import read_scalars

X = np.random.default_rng(0).normal(size=(16, 2))
NAMES = {
    f"health/{name}"
    for name in (
        "dead_ratio",
        "dead_ratio_worst",
        "bias_shift",
        "layers_unhealthy",
        "findings",
    )
}


class Seen(keras.callbacks.Callback):
    def on_train_begin(self, logs=None):
        self.began = True
        self.logs = []

    def on_epoch_end(self, epoch, logs=None):
        self.logs.append(dict(logs))


@pytest.fixture(scope="module")
def trained(tmp_path_factory):
    """Callbacks before and after the monitor, and what they were told."""
    keras.utils.set_random_seed(0)
    model = keras.Sequential(
        [
            keras.Input((2,)),
            # Half of the units are dead from the start.
            keras.layers.Dense(
                8,
                "relu",
                name="h",
                bias_initializer=lambda shape, dtype: np.array([-99.0, 1] * 4),
            ),
            keras.layers.Dense(1),
        ]
    )
    model.compile("sgd", "mse", jit_compile=False)
    file = tmp_path_factory.mktemp("logs") / "log.csv"
    monitor = ActivationMonitor(
        file.parent / "run", alerts=False, log_to_history=True
    )
    before, after = Seen(), Seen()
    stop = keras.callbacks.EarlyStopping(
        monitor="health/dead_ratio", mode="min", patience=2
    )
    logger = keras.callbacks.CSVLogger(str(file))
    history = model.fit(
        X,
        X[:, 0],
        epochs=9,
        verbose=0,
        validation_data=(X, X[:, 0]),
        callbacks=[before, stop, logger, monitor, after],
    )
    rows = list(csv.DictReader(file.read_text().splitlines()))
    return history.history, monitor, before, stop, rows, after


def test_the_history_has_measures_of_the_whole_run(trained):
    history, monitor, *_ = trained
    assert NAMES | {"loss", "val_loss"} == set(history)
    assert history["health/dead_ratio"] == [0.5] * 3
    assert history["health/bias_shift"] == [
        row["bias_shift"] for row in monitor.history
    ]
    assert history["health/findings"][-1] == len(monitor.diagnose())


def test_the_order_of_the_callbacks_does_not_matter(trained):
    history, _, before, stop, rows, after = trained
    assert before.began and after.began
    assert before.logs == after.logs
    assert NAMES < set(before.logs[0])
    assert [float(row["health/dead_ratio"]) for row in rows] == [0.5] * 3
    # It does not fall any more.
    assert stop.stopped_epoch == 2


def test_its_own_files_do_not_have_them_twice(trained):
    _, monitor, *_ = trained
    tags = read_scalars(monitor.log_dir)["health"]
    assert "health/dead_ratio" in tags and "health/loss" in tags
    assert not [tag for tag in tags if tag.startswith("health/health")]
    assert not [
        name
        for row in monitor.record().losses
        for name in row["logs"]
        if name in NAMES
    ]


def test_without_it_the_logs_are_those_of_keras(trained):
    _, monitor, *_ = trained
    model = monitor.model
    plain = ActivationMonitor(alerts=False)
    history = model.fit(X, X[:, 0], verbose=0, callbacks=[plain])
    assert set(history.history) == {"loss"}
