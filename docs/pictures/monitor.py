"""The pictures of TensorBoard's own pages, for 8 layers and for 60."""

from pathlib import Path

import keras
import numpy as np
from browser import pictures_of, whole_lines

from keras_activations.callbacks import ActivationMonitor
from keras_activations.recording import tensorboard_link

PAGES = {
    "time-series": (lambda port: tensorboard_link(port=port), whole_lines),
    "histograms": (lambda port: f"http://localhost:{port}/#histograms", None),
    "report": (lambda port: f"http://localhost:{port}/#text", None),
}


def train(log_dir: Path, depth: int) -> None:
    """A network whose learning rate is so high that units die."""
    keras.utils.clear_session()  # the numbers in names start again
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
        epochs=12,
        verbose=0,
        validation_split=0.2,
        callbacks=[
            ActivationMonitor(log_dir, histogram_freq=2),
            keras.callbacks.TensorBoard(log_dir),
        ],
    )


def take(logs: Path, images: Path) -> None:
    """Trains the networks and saves a picture of each page."""
    for depth in 8, 60:
        log_dir = logs / str(depth)
        train(log_dir, depth)
        # Three runs: those of the monitor, of training and of validation.
        with pictures_of(log_dir, 3, 1500, 1060) as save:
            for name, (address, look) in PAGES.items():
                save(images / f"monitor-{depth}-{name}.png", address, look)
