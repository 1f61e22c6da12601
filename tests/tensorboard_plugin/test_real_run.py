"""The page shows what the monitor found in a real training run."""

import math

import keras
import numpy as np
import pytest
from tensorboard_plugin.conftest import LocalServer, reader_of
from tensorboard_plugin.test_browser import Tab

from keras_activations.callbacks import ActivationMonitor

# Column of the overview -> what of a layer's rows it shows.
COLUMNS = {
    "units": ("units", "last"),
    "now": ("dead_ratio", "last"),
    "worst": ("dead_ratio", "largest"),
    "born": ("born_dead", "last"),
    "died": ("died", "sum"),
    "revived": ("revived", "sum"),
    "onesided": ("one_sided_ratio", "last"),
    "mean": ("mean", "last"),
    "shift": ("bias_shift", "last"),
    "saturation": ("saturation", "last"),
}
SUMMARY = {"last": lambda values: values[-1], "largest": max, "sum": sum}


@pytest.fixture(scope="module")
def trained(tmp_path_factory):
    """A small network at a rate so high that units die."""
    keras.utils.set_random_seed(1)
    random = np.random.default_rng(0)
    x = random.normal(size=(512, 16)).astype("float32")
    y = (x[:, 0] * x[:, 1] > 0).astype("int32")
    model = keras.Sequential(
        [
            keras.layers.Input((16,)),
            keras.layers.Dense(64, activation="relu"),
            keras.layers.Dense(32, activation="relu"),
            keras.layers.Dense(32),
            keras.layers.PReLU(name="learned"),
            keras.layers.Dense(2),
        ]
    )
    loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    model.compile(keras.optimizers.SGD(1.5), loss)
    directory = tmp_path_factory.mktemp("real")
    monitor = ActivationMonitor(directory / "run", gradients=True)
    model.fit(x, y, epochs=6, batch_size=32, verbose=0, callbacks=[monitor])
    return directory, monitor


def rows_of(monitor):
    """The rows of the history by layer, in the order of the model."""
    rows = {}
    for row in monitor.history:
        rows.setdefault(row["layer"], []).append(row)
    return rows


def test_the_overview_equals_the_history(browser, trained):
    directory, monitor = trained
    assert any(row.get("dead_ratio", 0) > 0.2 for row in monitor.history)
    with LocalServer(directory) as server:
        page = browser.new_page()
        tab = Tab(page, server, alone=True)
        tab.open()
        shown = tab.find("#layers tbody tr").all()
        history = rows_of(monitor)
        assert len(shown) == len(history) == 3
        for row, (name, rows) in zip(shown, history.items(), strict=True):
            assert name in row.inner_text()
            for column, (key, how) in COLUMNS.items():
                cell = row.locator(f"[data-column='{column}']")
                if key not in rows[0]:
                    assert cell.count() == 0
                    continue
                values = [epoch[key] for epoch in rows]
                assert float(cell.get_attribute("data-value")) == pytest.approx(
                    SUMMARY[how](values), rel=1e-6
                )
        for view in ("layers", "units", "compare", "details"):
            tab.click(f"#view-{view}")
            tab.find("canvas").first.wait_for()
        assert tab.errors == tab.outside == []
        page.close()


def test_every_measure_of_the_history_is_a_series(trained):
    directory, monitor = trained
    reader = reader_of(directory)
    latest = reader.latest("run/health")
    (run,) = reader.runs()
    assert run["problem"] == ""
    tags = {layer["name"]: layer["tag"] for layer in run["manifest"]["layers"]}
    described = {"epoch", "layer", "activation", "units", "samples"}
    for name, rows in rows_of(monitor).items():
        for key in rows[0].keys() - described:
            logged = [row[key] for row in rows]
            if any(isinstance(value, str) for value in logged):
                continue
            finite = [value for value in logged if not math.isnan(value)]
            series = reader.series("run/health", [key])[key]
            found = series["layers"][tags[name]]
            assert [v for v in found if v is not None] == pytest.approx(
                finite, rel=1e-6
            ), key
    assert "loss" in latest["run"]


def test_units_equal_those_of_the_monitor(trained):
    directory, monitor = trained
    reader = reader_of(directory)
    (run,) = reader.runs()
    for layer in run["manifest"]["layers"]:
        firing = reader.firing("run/health", layer["tag"])
        assert firing["steps"] == list(range(6))
        units = monitor.units(layer["name"])
        assert firing["units"] == len(units["state"]) == layer["units"]


def test_gradients_and_slopes_are_there(trained):
    directory, _ = trained
    latest = reader_of(directory).latest("run/health")["layers"]
    assert {"update_ratio", "sign_agreement", "alpha"} <= latest.keys()
