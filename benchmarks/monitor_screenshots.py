"""Pictures of TensorBoard's pages on runs that the monitor has watched.

    python -m benchmarks.monitor_screenshots [--out docs/images]

Trains a network of 8 layers and one of 60 for a few epochs, starts
TensorBoard on them and photographs its pages with headless Chromium. Needs
`playwright`.
"""

import argparse
import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "2")

import keras
import numpy as np
from playwright.sync_api import sync_playwright

from keras_activations.callbacks import ActivationMonitor
from keras_activations.recording import tensorboard_link


def train(log_dir, depth, epochs):
    """A network whose learning rate is so high that units die."""
    keras.utils.set_random_seed(0)
    model = keras.Sequential(
        [keras.Input((64,))]
        + [
            keras.layers.Dense(64, "relu", kernel_initializer="he_normal")
            for _ in range(depth)
        ]
        + [keras.layers.Dense(10)]
    )
    model.compile(
        keras.optimizers.SGD(0.05, momentum=0.9),
        keras.losses.SparseCategoricalCrossentropy(from_logits=True),
        metrics=["accuracy"],
        jit_compile=False,
    )
    rng = np.random.default_rng(0)
    x = rng.normal(size=(512, 64)).astype("float32")
    y = (x[:, :10]).argmax(1)
    model.fit(
        x,
        y,
        batch_size=64,
        epochs=epochs,
        verbose=0,
        validation_split=0.2,
        callbacks=[
            ActivationMonitor(log_dir, histogram_freq=2),
            keras.callbacks.TensorBoard(log_dir),
        ],
    )


def free_port():
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


def photograph(chromium, pages, out, depth):
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium, args=["--no-sandbox", "--disable-gpu"]
        )
        for name, url in pages.items():
            page = browser.new_page(viewport={"width": 1500, "height": 1150})
            page.goto(url)
            page.wait_for_load_state("networkidle")
            page.wait_for_timeout(8000)  # charts are drawn after loading
            file = out / f"monitor-{depth}-{name}.png"
            page.screenshot(path=file)
            page.close()
            print(file, flush=True)
        browser.close()


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--out", type=Path, default=Path("docs/images"))
    parser.add_argument("--chromium", default="/usr/bin/chromium")
    parser.add_argument("--depths", type=int, nargs="+", default=[8, 60])
    parser.add_argument("--epochs", type=int, default=12)
    arguments = parser.parse_args()
    arguments.out.mkdir(parents=True, exist_ok=True)
    for depth in arguments.depths:
        with tempfile.TemporaryDirectory() as log_dir:
            train(log_dir, depth, arguments.epochs)
            port = free_port()
            server = subprocess.Popen(
                [sys.executable, "-m", "tensorboard.main"]
                + ["--logdir", log_dir, "--port", str(port)],
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
            try:
                runs = f"http://localhost:{port}/data/runs"
                for _ in range(120):
                    try:
                        if b"health" in urllib.request.urlopen(runs).read():
                            break
                    except OSError:
                        pass
                    time.sleep(1)
                pages = {
                    "time-series": tensorboard_link(port=port),
                    "histograms": f"http://localhost:{port}/#histograms",
                    "hparams": f"http://localhost:{port}/#hparams",
                    "report": f"http://localhost:{port}/#text",
                }
                photograph(arguments.chromium, pages, arguments.out, depth)
            finally:
                server.terminate()
                server.wait()


if __name__ == "__main__":
    main()
