"""Simulated logs, a real TensorBoard and a real browser."""

import os
import pathlib
import shutil
import signal
import socket
import subprocess
import sys
import threading
import tomllib
import urllib.request
from collections.abc import Callable
from importlib.metadata import entry_points

import numpy as np
import pytest
from common.waiting import wait_until
from tensorboard import assets
from tensorboard.backend import application
from tensorboard.backend.event_processing import (
    data_provider,
    plugin_event_multiplexer,
)
from tensorboard.plugins import base_plugin
from tensorboard.plugins.core import core_plugin
from tensorboard.plugins.hparams import hparams_plugin
from tensorboard_plugin.simulated_run import (
    Layer,
    dying,
    write_run,
)
from werkzeug.serving import WSGIRequestHandler, make_server

from tensorboard_plugin_keras_activations.loader import ActivationsLoader
from tensorboard_plugin_keras_activations.reader import HealthReader

ROOT = pathlib.Path(__file__).parents[2]


def relu_layers(epochs=30):
    """A sound layer, one that loses 61 % of its units, and a late one."""
    return [
        Layer("dense", "relu", dying(32, epochs, lost=0.0, born_dead=0)),
        Layer("dense_1", "relu", dying(64, epochs, lost=0.06, seed=1)),
        Layer("dense_2", "relu", dying(128, epochs, lost=0.61, seed=2)),
    ]


def elu_layers(epochs=30):
    random = np.random.default_rng(0)
    return [
        Layer(
            f"dense_{index}",
            "elu",
            dying(width, epochs, lost=0, born_dead=0, seed=index),
            alphas=1 + np.cumsum(random.normal(0, 0.02, (epochs, width)), 0),
        )
        for index, width in enumerate((8, 48))
    ]


@pytest.fixture(scope="session")
def logs(tmp_path_factory):
    """Two runs with everything the monitor can log."""
    root = tmp_path_factory.mktemp("logs")
    write_run(
        root / "relu",
        relu_layers(),
        hparams={"activation": "relu", "learning_rate": 0.1},
        with_gradients=True,
        histogram_freq=2,
        accuracy=0.85,
    )
    write_run(
        root / "elu",
        elu_layers(),
        hparams={"activation": "elu", "learning_rate": 0.01},
    )
    return root


def provider_of(root: pathlib.Path):
    """TensorBoard's own reader of event files, keeping every sample."""
    keep_all = {"scalars": 0, "histograms": 0, "keras_activations": 0}
    multiplexer = plugin_event_multiplexer.EventMultiplexer(
        tensor_size_guidance=keep_all
    )
    multiplexer.AddRunsFromDirectory(str(root))
    multiplexer.Reload()
    return data_provider.MultiplexerDataProvider(multiplexer, str(root))


def reader_of(root: pathlib.Path) -> HealthReader:
    return HealthReader(provider_of(root))


class TensorBoard:
    """A `tensorboard` process on a free port."""

    def __init__(self, root, tmp_path, *arguments, prefix="") -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        self.address = f"http://127.0.0.1:{port}{prefix}"
        paths = [str(ROOT), *_entry_point(tmp_path)]
        self._log = (tmp_path / f"tensorboard-{port}.log").open("w")
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tensorboard.main", "--logdir", str(root)]
            + ["--host", "127.0.0.1", "--port", str(port), *arguments]
            + ([f"--path_prefix={prefix}"] if prefix else []),
            env=os.environ | {"PYTHONPATH": os.pathsep.join(paths)},
            stdout=self._log,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )

    def get(self, path: str) -> bytes:
        with urllib.request.urlopen(self.address + path, timeout=30) as answer:
            return answer.read()

    def wait_for_runs(self, *names: str) -> None:
        """The Python loader reads run by run."""

        def are_shown() -> bool:
            try:
                found = self.get("/data/plugin/keras_activations/runs")
            except OSError:
                return False
            return all(f'"{name}"'.encode() in found for name in names)

        self.wait_until(are_shown)

    def wait_until(self, happened: Callable[[], bool]) -> None:
        wait_until(happened, self._process)

    def stop(self) -> None:
        os.killpg(self._process.pid, signal.SIGTERM)
        self._process.wait()
        self._log.close()


class LocalServer:
    """TensorBoard's page with our tab alone, in this process: soon there."""

    def __init__(self, root) -> None:
        data = provider_of(root)
        context = base_plugin.TBContext(
            data_provider=data,
            assets_zip_provider=assets.get_default_assets_zip_provider(),
        )
        plugins = [
            loader.load(context)
            for loader in (
                core_plugin.CorePluginLoader(),
                # What TensorBoard's page asks for whatever is in sight.
                base_plugin.BasicLoader(hparams_plugin.HParamsPlugin),
                ActivationsLoader(),
            )
        ]
        self._server = make_server(
            "127.0.0.1",
            0,
            application.TensorBoardWSGI(plugins, data_provider=data),
            threaded=True,
            request_handler=_Quiet,
        )
        self.address = f"http://127.0.0.1:{self._server.server_port}"
        self._thread = threading.Thread(target=self._server.serve_forever)

    def __enter__(self):
        self._thread.start()
        return self

    def __exit__(self, *error) -> None:
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()


class _Quiet(WSGIRequestHandler):
    def log(self, *arguments) -> None:
        pass


def _entry_point(tmp_path):
    """Paths that make the plugin known where it is not installed."""
    installed = entry_points(group="tensorboard_plugins")
    if "keras_activations" in installed.names:
        return []
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    declared = project["entry-points"]["tensorboard_plugins"]
    info = tmp_path / "entry" / "keras_activations-0.dist-info"
    info.mkdir(parents=True, exist_ok=True)
    (info / "METADATA").write_text(
        "Metadata-Version: 2.1\nName: keras-activations\nVersion: 0\n"
    )
    (info / "entry_points.txt").write_text(
        "[tensorboard_plugins]\n"
        + "".join(f"{name} = {value}\n" for name, value in declared.items())
    )
    return [str(info.parent)]


@pytest.fixture(scope="session")
def server(logs):
    """The simulated runs."""
    with LocalServer(logs) as running:
        yield running


@pytest.fixture(scope="session")
def browser():
    """Debian's Chromium, driven by Playwright."""
    sync_api = pytest.importorskip(
        "playwright.sync_api", reason="needs the extra 'browser'"
    )
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if chromium is None:
        pytest.skip("needs a Chromium on the path")
    with sync_api.sync_playwright() as playwright:
        running = playwright.chromium.launch(
            executable_path=chromium,
            args=[
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
            ],
        )
        yield running
        running.close()
