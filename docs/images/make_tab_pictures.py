"""Draws the pictures of the Activations tab, from real training runs.

    python docs/images/make_tab_pictures.py

Three networks learn the digits of scikit-learn: one with ReLU at a rate at
which its units die, one with PReLU and one with ELU at a sound one.
TensorBoard shows them in a headless Chromium. It needs the extra `browser`
and a `chromium` on the path.
"""

import os
import pathlib
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request

import keras
from playwright.sync_api import sync_playwright
from sklearn.datasets import load_digits

import keras_activations as ka
from keras_activations.callbacks import ActivationMonitor
from tensorboard_plugin_keras_activations.address import link

HERE = pathlib.Path(__file__).resolve().parent
EPOCHS = 40

RUNS = {
    "relu": (ka.layers.ReLU, 0.6),
    "prelu": (ka.layers.PReLU, 0.1),
    "elu": (ka.layers.ELU, 0.1),
}

PICTURES = {
    "overview": {"run": "relu/health"},
    "layers": {"run": "relu/health", "view": "layers"},
    "units": {"run": "relu/health", "view": "units", "layer": "04_dense_4"},
    "compare": {"view": "compare", "measure": "bias_shift"},
    "histograms": {
        "run": "elu/health",
        "view": "details",
        "layer": "03_dense_3",
    },
    "slopes": {"run": "prelu/health", "view": "details", "detail": "slopes"},
    "gradients": {
        "run": "relu/health",
        "view": "details",
        "detail": "gradients",
    },
}


def train(log_dir: pathlib.Path) -> None:
    """Trains the networks, each in a run of its own."""
    x, y = load_digits(return_X_y=True)
    x = (x / 16).astype("float32")
    for name, (activation, rate) in RUNS.items():
        keras.utils.set_random_seed(4)
        model = keras.Sequential([keras.layers.Input((64,))])
        for place, width in enumerate((128, 128, 96, 96, 64, 64), 1):
            model.add(
                keras.layers.Dense(
                    width, activation=activation(), name=f"dense_{place}"
                )
            )
        model.add(keras.layers.Dense(10, activation="softmax", name="classes"))
        model.compile(
            keras.optimizers.SGD(rate),
            "sparse_categorical_crossentropy",
            metrics=["accuracy"],
        )
        monitor = ActivationMonitor(
            log_dir / name, gradients=True, histogram_freq=1
        )
        model.fit(
            x[:1400],
            y[:1400],
            validation_data=(x[1400:], y[1400:]),
            epochs=EPOCHS,
            batch_size=64,
            verbose=0,
            callbacks=[monitor],
        )


def photograph(log_dir: pathlib.Path) -> None:
    """Saves a picture of each view."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = f"http://127.0.0.1:{port}"
    process = subprocess.Popen(
        [sys.executable, "-m", "tensorboard.main", "--logdir", str(log_dir)]
        + ["--host", "127.0.0.1", "--port", str(port)],
        start_new_session=True,
    )
    try:
        wait_for(f"{server}/data/plugin/keras_activations/runs")
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(
                executable_path=shutil.which("chromium"),
                args=["--no-sandbox", "--disable-gpu"],
            )
            page = browser.new_page(viewport={"width": 1280, "height": 840})
            for name, choices in PICTURES.items():
                page.goto("about:blank")
                page.goto(link(server, **{"run": "", **choices}))
                ready = "#page[data-ready=true]"
                page.frame_locator("iframe").locator(ready).wait_for()
                page.wait_for_timeout(500)
                page.screenshot(path=HERE / f"tab-{name}.png")
            browser.close()
    finally:
        os.killpg(process.pid, signal.SIGTERM)


def wait_for(address: str) -> None:
    """Waits until TensorBoard shows all runs."""
    while True:
        try:
            with urllib.request.urlopen(address) as answer:
                if answer.read().count(b'"problem"') == len(RUNS):
                    time.sleep(2)  # the last epochs of the last run
                    return
        except OSError:
            pass
        time.sleep(0.5)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as directory:
        train(pathlib.Path(directory))
        photograph(pathlib.Path(directory))
