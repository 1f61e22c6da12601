"""A real TensorBoard, with both of its loaders and below a prefix."""

import json
import time

import numpy as np
import pytest
from tensorboard_plugin.conftest import TensorBoard, relu_layers
from tensorboard_plugin.simulated_run import (
    Layer,
    dying,
    scalars,
    write_run,
)
from tensorboard_plugin.test_browser import Tab

ROUTE = "/data/plugin/keras_activations"
LAYERS = relu_layers(epochs=20)


@pytest.fixture(
    scope="module", params=[("true", "/tb/x"), ("false", "")], ids=str
)
def started(request, tmp_path_factory):
    """TensorBoard on a long run and one that goes on, and its logs."""
    load_fast, prefix = request.param
    root = tmp_path_factory.mktemp("logs")
    # 1000 epochs, a hundred times what a loader keeps by itself.
    write_run(root / "long", [Layer("dense", "relu", dying(4, 1000, 0.5))])
    write_run(root / "run", LAYERS, epochs=range(5))
    server = TensorBoard(
        root,
        tmp_path_factory.mktemp("server"),
        f"--load_fast={load_fast}",
        "--reload_interval=1",
        prefix=prefix,
    )
    yield server, root
    server.stop()


def test_a_thousand_epochs_survive_the_loader(started):
    server, _ = started
    server.wait_for_runs("long/health", "run/health")
    listing = json.loads(server.get("/data/plugins_listing"))
    assert listing["keras_activations"]["enabled"]

    def steps():
        answer = server.get(f"{ROUTE}/firing?run=long/health&layer=01_dense")
        return json.loads(answer)["steps"]

    # The data server tells of a run before it has read all of it.
    server.wait_until(lambda: 999 in steps())
    np.testing.assert_array_equal(steps(), np.arange(1000))
    series = json.loads(
        server.get(f"{ROUTE}/series?run=long/health&measure=dead_ratio")
    )
    assert len(series["long/health"]["dead_ratio"]["steps"]) == 1000
    assert server.get(f"{ROUTE}/index.js").startswith(b"//")


def test_new_epochs_come_with_a_reload_and_the_place_is_kept(browser, started):
    server, root = started
    server.wait_for_runs("long/health", "run/health")
    page = browser.new_page()
    tab = Tab(page, server)
    tab.open(run="run/health")
    now = scalars(LAYERS[2], 4)["dead_ratio"]
    assert tab.value("03_dense_2", "now") == pytest.approx(now, rel=1e-6)
    tab.open(run="run/health", view="units", layer="03_dense_2", order="index")
    assert "5 epochs" in tab.text("#unit-summary")
    # A later second in the name: a later event file.
    write_run(
        root / "run",
        LAYERS,
        epochs=range(5, 20),
        file_name=f"events.out.tfevents.{time.time() + 2:.6f}.simulated",
    )

    def are_shown():
        page.locator("[aria-label='Reload'], .reload-button").first.click()
        page.wait_for_timeout(200)
        tab.wait()
        return "20 epochs" in tab.text("#unit-summary")

    server.wait_until(are_shown)
    assert tab.find("#layer").input_value() == "03_dense_2"
    assert tab.find("#order-index[aria-pressed=true]").count() == 1
    assert tab.errors == tab.outside == []
    page.close()
