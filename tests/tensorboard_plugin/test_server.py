"""A real TensorBoard, with both of its loaders."""

import json

import numpy as np
import pytest
from tensorboard_plugin.conftest import TensorBoard
from tensorboard_plugin.simulated_run import Layer, dying, write_run

ROUTE = "/data/plugin/keras_activations"


@pytest.fixture(scope="module")
def long_logs(tmp_path_factory):
    """1000 epochs, a hundred times what a loader keeps by itself."""
    root = tmp_path_factory.mktemp("long")
    write_run(root / "long", [Layer("dense", "relu", dying(4, 1000, 0.5))])
    return root


@pytest.mark.parametrize(
    "load_fast, prefix", [("true", ""), ("false", ""), ("false", "/tb/x")]
)
def test_a_thousand_epochs_survive_the_loader(
    long_logs, tmp_path, load_fast, prefix
):
    server = TensorBoard(
        long_logs, tmp_path, f"--load_fast={load_fast}", prefix=prefix
    )
    try:
        server.wait_for_runs("long/health")
        listing = json.loads(server.get("/data/plugins_listing"))
        assert listing["keras_activations"]["enabled"]
        found = json.loads(
            server.get(f"{ROUTE}/firing?run=long/health&layer=01_dense")
        )
        np.testing.assert_array_equal(found["steps"], np.arange(1000))
        series = json.loads(
            server.get(f"{ROUTE}/series?run=long/health&measure=dead_ratio")
        )
        assert len(series["dead_ratio"]["steps"]) == 1000
        assert server.get(f"{ROUTE}/index.js").startswith(b"//")
    finally:
        server.stop()
