"""Units that are made to die and to come back at known epochs."""

import keras
import numpy as np
import pytest

from keras_activations.callbacks import ActivationMonitor
from keras_activations.recording import read_scalars
from keras_activations.recording.event_files import read_runs

# Per epoch, the bias of each of four units: below zero it is dead.
LIFE = np.array(
    [
        [1.0, -1.0, -1.0, 1.0],
        [1.0, -1.0, 1.0, -1.0],
        [1.0, -1.0, 1.0, -1.0],
        [1.0, -1.0, -1.0, 1.0],
    ]
)


class Script(keras.callbacks.Callback):
    def on_epoch_begin(self, epoch, logs=None):
        self.model.layers[0].bias.assign(LIFE[epoch])


@pytest.fixture(scope="module")
def log_dir(tmp_path_factory):
    return tmp_path_factory.mktemp("life")


@pytest.fixture(scope="module")
def monitor(log_dir):
    model = keras.Sequential(
        [
            keras.Input((2,)),
            keras.layers.Dense(
                4, "relu", kernel_initializer="zeros", name="hidden"
            ),
            keras.layers.Dense(1),
        ]
    )
    model.compile(keras.optimizers.SGD(0.0), "mse", jit_compile=False)
    monitor = ActivationMonitor(
        log_dir, update_freq="batch", histogram_freq=2, pre_activations=True
    )
    model.fit(
        np.ones((8, 2)),
        np.ones(8),
        batch_size=4,
        epochs=4,
        verbose=0,
        callbacks=[Script(), monitor],
    )
    return monitor


def test_what_is_written_of_units_and_of_their_inputs(monitor, log_dir):
    (run,) = read_runs(log_dir)

    def read(tag):
        return {value.step: value.value.tolist() for value in run.values[tag]}

    # Each with the first of the two steps of its epoch.
    assert read("keras_activations/deaths/01_hidden") == {
        1: [[3, 3]],
        3: [[2, 7]],
    }
    # The inputs of the four samples are the biases, two of them below 0: after
    # ReLU nothing is left of these.
    inputs = read("health.pre_activations/01_hidden")
    outputs = read("health.values/01_hidden")
    assert [*inputs] == [*outputs] == [0, 2]
    for epoch in 0, 2:
        counts = {
            side: sum(
                count
                for left, right, count in inputs[epoch]
                if np.sign(left + right) == side
            )
            for side in (-1, 1)
        }
        assert counts == {-1: 8, 1: 8}
        assert sum(row[2] for row in outputs[epoch]) == 8
    steps = read("health.batch.values/01_hidden")
    assert [*steps] == [*range(1, 9)]
    assert all(
        sum(row[2] for row in rows) == 8 and len(rows) == 1
        for rows in steps.values()
    )


def test_counts(monitor):
    keys = ("born_dead", "died", "revived", "dead_ratio")
    found = [[row[key] for key in keys] for row in monitor.history]
    assert found == [
        [2, 0, 0, 0.5],
        [1, 1, 1, 0.5],
        [1, 0, 0, 0.5],
        [1, 1, 1, 0.5],
    ]


def test_units(monitor):
    units = monitor.units("hidden")
    assert list(units["state"]) == ["alive", "born_dead", "dead", "alive"]
    assert list(units["born_dead"]) == [False, True, False, False]
    assert list(units["died_at"]) == [-1, -1, 3, 1]
    assert list(units["revived_at"]) == [-1, -1, 1, 3]
    # Two steps an epoch.
    assert list(units["died_step"]) == [-1, -1, 7, 3]
    assert list(units["revived_step"]) == [-1, -1, 3, 7]
    assert list(units["last_fired"]) == [8, -1, 6, 8]
    assert list(units["firing_rate"]) == [1.0, 0.0, 0.0, 1.0]
    assert list(units["mean"]) == [1.0, 0.0, 0.0, 1.0]
    assert list(units["std"]) == [0.0] * 4


# At each of the eleven steps of an epoch, which of three units fire.
FIRES = np.array(
    [
        ["110", "010", "110", "010", "110", "010"] + ["010"] * 5,
        ["001"] * 2 + ["000"] * 9,
        ["000"] * 7 + ["010", "110", "110", "000"],
    ]
)


@pytest.mark.parametrize(
    ("every", "steps_per_execution", "update_freq"),
    [(1, 1, "epoch"), (1, 1, 2), (3, 1, "epoch"), (1, 3, 1), (4, 3, 1)],
)
def test_steps(every, steps_per_execution, update_freq, tmp_path):
    layer = keras.layers.ReLU()
    model = keras.Sequential([keras.Input((3,)), layer, keras.layers.Dense(1)])
    model.compile(
        "sgd",
        "mse",
        jit_compile=False,
        steps_per_execution=steps_per_execution,
    )
    monitor = ActivationMonitor(tmp_path, every=every, update_freq=update_freq)
    fired = np.array([[list(step) for step in epoch] for epoch in FIRES])
    fired = fired == "1"
    for x in np.where(fired, 1.0, -1.0):
        model.fit(
            x,
            np.ones(len(x)),
            batch_size=1,
            shuffle=False,
            verbose=0,
            callbacks=[monitor],
        )
    starts = range(0, 11, steps_per_execution)
    watched = {
        step
        for start in starts
        if any(
            n % every == 0 for n in range(start, start + steps_per_execution)
        )
        for step in range(start, min(start + steps_per_execution, 11))
    }
    # An execution that is not watched counts whole: nobody sees it end early.
    length = 12 if 1 < steps_per_execution < every else 11
    if (every, update_freq) == (1, 1):
        (read,) = [
            points
            for tag, points in read_scalars(tmp_path)["health"].items()
            if tag.startswith("health.batch.samples/")
        ]
        ends = np.array([3, 6, 9, 11])
        assert [n for n, _ in read] == [*ends, *(ends + 11), *(ends + 22)]
    # By unit, the steps from 1 on of which the monitor knows that it fired.
    steps = [
        [
            length * e + s + 1
            for e in range(3)
            for s in watched
            if fired[e, s, unit]
        ]
        for unit in range(3)
    ]
    units = monitor.units(layer.name)
    assert list(units["last_fired"]) == [max(s, default=-1) for s in steps]
    before = [max((n for n in s if n <= length), default=0) for s in steps]
    again = [min((n for n in s if n > 2 * length), default=-1) for s in steps]
    assert list(units["died_step"][:2]) == [n + 1 for n in before[:2]]
    assert list(units["revived_step"][:2]) == again[:2]
    # The third fired in the second epoch only, which revived it.
    assert units["revived_step"][2] == min(steps[2])
    assert units["died_step"][2] == max(steps[2]) + 1
    assert list(units["state"]) == ["alive", "alive", "dead"]


def test_units_of_an_unknown_layer(monitor):
    with pytest.raises(ValueError, match="Received: 'other'.*hidden"):
        monitor.units("other")


def test_report(monitor):
    report = monitor.report()
    # Half of the units are dead, and the network learns all the same.
    assert report.startswith("No finding in 1 activation, 4 epochs and")
    head, _, line = report.splitlines()[-3:]
    row = [[c.strip() for c in each.split("|")[1:-1]] for each in (head, line)]
    # The layer can die, so no column says that it is one-sided.
    assert dict(zip(*row, strict=True)) == {
        "layer": "hidden",
        "activation": "relu",
        "units": "4",
        "samples": "8",
        "dead (worst)": "50.0% (50.0%)",
        "born dead": "1",
        "died / revived": "2 / 2",
        "mean": "0.500",
        "bias shift (expected)": "1.000 (0.564)",
        "saturated": "50.0%",
    }


def test_history_is_a_table(monitor):
    pandas = pytest.importorskip("pandas")
    table = pandas.DataFrame(monitor.history)
    assert list(table["epoch"]) == [0, 1, 2, 3]
    assert not table.isna().any(axis=None)
    assert len(pandas.DataFrame(monitor.units("hidden"))) == 4
