"""The page shows what the monitor found in a real training run."""

import csv
import io
import json
import math
import re
import shlex

import keras
import numpy as np
import pytest
from tensorboard_plugin.conftest import (
    LocalServer,
    reader_of,
    relu_layers,
)
from tensorboard_plugin.simulated_run import write_run
from tensorboard_plugin.test_browser import Tab
from tensorboard_plugin.test_reader import unpacked

from keras_activations.callbacks import ActivationMonitor
from keras_activations.statistics import kinds
from tensorboard_plugin_keras_activations.plain import number

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
            keras.layers.Dense(64, activation="relu", name="first"),
            keras.layers.Dense(32, activation="relu", name="second"),
            keras.layers.Dense(32, name="third"),
            keras.layers.PReLU(name="learned"),
            keras.layers.Dense(2, name="out"),
        ]
    )
    loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    model.compile(keras.optimizers.SGD(1.5), loss)
    directory = tmp_path_factory.mktemp("real")
    monitor = ActivationMonitor(
        directory / "run", histogram_freq=2, gradients=True
    )
    model.fit(x, y, epochs=6, batch_size=32, verbose=0, callbacks=[monitor])
    return directory, monitor, model


def rows_of(monitor):
    """The rows of the history by layer, in the order of the model."""
    rows = {}
    for row in monitor.history:
        rows.setdefault(row["layer"], []).append(row)
    return rows


def test_the_overview_equals_the_history(browser, trained):
    directory, monitor, _ = trained
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
        (samples,) = {row["samples"] for row in monitor.history}
        said = tab.text(".bar .muted")
        assert said.startswith(f"{samples} observations per unit and epoch")
        for view in ("layers", "units", "compare", "details"):
            tab.click(f"#view-{view}")
            tab.find("canvas").first.wait_for()
        assert tab.errors == tab.outside == []
        page.close()


def test_every_measure_of_the_history_is_a_series(trained):
    directory, monitor, _ = trained
    reader = reader_of(directory)
    latest = reader.latest("run/health")
    (run,) = reader.runs()
    assert run["problem"] == ""
    tags = {layer["name"]: layer["tag"] for layer in run["manifest"]["layers"]}
    described = {"epoch", "layer", "activation", "units", "unit_axis"}
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


def test_the_findings_are_those_of_the_monitor(trained):
    directory, monitor, _ = trained
    answer = reader_of(directory).findings("run/health")
    assert answer["problem"] == ""
    assert answer["step"] == 5
    expected = json.loads(json.dumps(monitor.diagnose().as_dict()))
    assert expected["findings"], "this network is sick"
    for finding in expected["findings"]:
        finding["confidence"] = number(finding["confidence"])
        for evidence in finding["evidence"]:
            for figure in "value", "limit":
                evidence[figure] = number(evidence[figure])
    assert answer["diagnosis"] == expected


def test_the_beginning_is_that_of_the_monitor(trained):
    directory, monitor, _ = trained
    measures = ("std", "gradient_norm", "update_ratio")
    asked = [f"birth.{measure}" for measure in measures]
    found = reader_of(directory).series("run/health", [*measures, *asked])
    born = {row["layer"]: row["std"] for row in monitor.birth}
    shown = found["birth.std"]["layers"]
    assert list(shown) == ["01_first", "02_second", "03_learned"]
    for tag, values in shown.items():
        assert values == pytest.approx([born[tag[3:]]], rel=1e-6)
    steps = {row["layer"]: row for row in monitor.record().first_steps}
    for measure in measures[1:]:
        shown = found[f"birth.{measure}"]["layers"]
        # Where the epochs have theirs.
        assert shown.keys() == found[measure]["layers"].keys()
        for tag, (value,) in shown.items():
            name = tag.removesuffix("/kernel").removeprefix("01_")
            row = steps[name.removeprefix("02_")]
            assert value == pytest.approx(row[measure], rel=1e-6)


def test_units_equal_those_of_the_monitor(trained):
    directory, monitor, _ = trained
    reader = reader_of(directory)
    (run,) = reader.runs()
    rows = rows_of(monitor)
    for layer in run["manifest"]["layers"]:
        firing = reader.firing("run/health", layer["tag"])
        assert firing["steps"] == list(range(6))
        units = monitor.units(layer["name"])
        assert firing["units"] == len(units["state"]) == layer["units"]
        shades = unpacked(firing, np.uint8)
        measure = "dead_ratio" if layer["can_die"] else "one_sided_ratio"
        np.testing.assert_allclose(
            (shades == 0).mean(axis=1),
            [row[measure] for row in rows[layer["name"]]],
        )
    # What cannot die has shades of its own: the share of positive inputs.
    assert 0 < shades.max() and shades.min() < 255


def table(tab):
    """The numbers of a view, as its button saves them."""
    return list(csv.reader(io.StringIO(tab.download("#save-csv").decode())))


def test_slopes_are_those_of_the_layer(browser, trained):
    directory, monitor, model = trained
    packed = reader_of(directory).alphas("run/health", "03_learned")
    assert packed["steps"] == list(range(6))
    slopes = unpacked(packed, np.float32)
    (last,) = model.get_layer("learned").get_weights()
    np.testing.assert_array_equal(slopes[-1], last)
    means = [row["alpha"] for row in rows_of(monitor)["learned"]]
    np.testing.assert_allclose(slopes.mean(1), means, rtol=1e-6)
    expected = np.mean([kinds.leaky_relu(slope).bias_shift for slope in last])
    with LocalServer(directory) as server:
        tab = Tab(browser.new_page(), server, alone=True)
        tab.open()
        assert tab.value("03_learned", "expected") == pytest.approx(expected)
        tab.open(view="details", detail="slopes")
        tab.find("#channel-map canvas").wait_for()
        _, *rows = table(tab)
        shown = np.array(rows, float)
        np.testing.assert_array_equal(shown[:, 0], range(6))
        np.testing.assert_array_equal(shown[:, 1:].astype("f4"), slopes)
        assert tab.errors == tab.outside == []
        tab.page.close()


def test_histograms_are_of_every_second_epoch(browser, trained):
    directory, _, _ = trained
    reader = reader_of(directory)
    with LocalServer(directory) as server:
        tab = Tab(browser.new_page(), server, alone=True)
        for layer, units in ("01_first", 64), ("03_learned", 32):
            found = reader.histograms("run/health", layer)
            assert found["steps"] == [0, 2, 4]
            for bins in found["bins"]:
                left, _, count = np.array(bins).T
                # Of one mini-batch, without exact zeros.
                assert 0 < count.sum() <= 32 * units
                assert left.min() >= 0 or layer == "03_learned"
            # Keras's PReLU starts as a ReLU.
            assert (count.sum() == 32 * units) == (layer == "03_learned")
            tab.open(view="details", detail="histograms", layer=layer)
            tab.find("#value-map canvas").wait_for()
            _, *rows = table(tab)
            np.testing.assert_allclose(
                np.array(rows, float),
                [
                    [step, *each]
                    for step, bins in zip(
                        found["steps"], found["bins"], strict=True
                    )
                    for each in bins
                ],
            )
        assert tab.errors == tab.outside == []
        tab.page.close()


def test_gradients_equal_the_history(browser, trained):
    directory, monitor, _ = trained
    layers = ["first", "second", "third", "out"]
    with LocalServer(directory) as server:
        tab = Tab(browser.new_page(), server, alone=True)
        tab.open(view="details", detail="gradients")
        tab.find("#sign_agreement canvas").wait_for()
        rows = table(tab)
        for place, measure in enumerate(
            ("update_ratio", "sign_agreement", "gradient_norm")
        ):
            # A title, the names, six epochs, and an empty line.
            _, names, *shown = rows[9 * place : 9 * place + 8]
            assert names == ["epoch", *layers]
            logged = {
                (row["epoch"], row["layer"]): row[measure]
                for row in monitor.weight_history
            }
            np.testing.assert_allclose(
                np.array(shown, float)[:, 1:],
                [
                    [logged[epoch, name] for name in layers]
                    for epoch in range(6)
                ],
                rtol=1e-6,
                err_msg=measure,
            )
        assert tab.errors == tab.outside == []
        tab.page.close()


def test_the_line_of_random_signs_is_drawn(browser, trained):
    directory, monitor, _ = trained
    expected = {
        row["layer"]: row["sign_agreement_random"]
        for row in monitor.history
        if "sign_agreement_random" in row
    }
    assert expected.keys() == {"first", "second"}

    def without_the_line(route):
        answer = route.fetch().json()
        for of_a_run in answer.values():
            # The loss is asked for by itself.
            of_a_run.pop("sign_agreement_random", None)
        route.fulfill(json=answer)

    with LocalServer(directory) as server:
        tab = Tab(browser.new_page(), server, alone=True)
        for view, sight in (
            ({"view": "details", "detail": "gradients"}, "#sign_agreement"),
            ({"view": "layers", "measure": "sign_agreement"}, "#layer-lines"),
        ):
            pictures = []
            for hidden in False, True, False:
                if hidden:
                    tab.page.route("**/series?**", without_the_line)
                tab.open(**view)
                canvas = tab.find(f"{sight} canvas")
                canvas.wait_for()
                pictures.append(canvas.evaluate("it => it.toDataURL()"))
                tab.page.unroute_all()
            assert pictures[0] == pictures[2] != pictures[1]
        assert tab.errors == tab.outside == []
        tab.page.close()


def test_the_printed_link_opens_the_tab_on_its_run(
    browser, tmp_path, monkeypatch, capsys
):
    monkeypatch.chdir(tmp_path)
    model = keras.Sequential(
        [keras.Input((2,)), keras.layers.ReLU(), keras.layers.Dense(1)]
    )
    model.compile("sgd", "mse", jit_compile=False)
    monitor = ActivationMonitor("my logs/run", prefix="life of units")
    model.fit(np.ones((8, 2)), np.ones(8), verbose=2, callbacks=[monitor])
    printed = capsys.readouterr().out
    command = shlex.split(re.search(r"tensorboard --logdir .*", printed)[0])
    address = re.search(r"http://\S+#keras_activations\S*", printed)[0]
    # Without a run in the address, the tab compares the two.
    write_run(tmp_path / "my logs" / "run" / "another", relu_layers(epochs=3))
    with LocalServer(command[-1]) as server:
        tab = Tab(browser.new_page(), server)
        tab.open()
        assert tab.find("#run").input_value() == ""
        tab.page.goto("about:blank")
        tab.page.goto(address.replace("http://localhost:6006", server.address))
        tab.wait()
        assert tab.find("#run").input_value() == "life of units"
        assert tab.find(".notice").is_hidden()
        assert tab.find("#layers tbody tr").count() == 1
        assert tab.errors == tab.outside == []
        tab.page.close()
