"""The pictures of the Activations tab, from real training runs.

Three networks learn the digits of scikit-learn: one with ReLU at a rate at
which its units die, one with PReLU and one with ELU at a suitable rate.
"""

from pathlib import Path

import keras
from browser import pictures_of
from sklearn.datasets import load_digits

import keras_activations as ka
from keras_activations.callbacks import ActivationMonitor
from tensorboard_plugin_keras_activations.address import link

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
    "inputs": {
        "run": "relu/health",
        "view": "details",
        "layer": "04_dense_4",
        "of": "pre_activations",
    },
    "difference": {
        "run": "relu/health",
        "view": "details",
        "detail": "difference",
        "layer": "04_dense_4",
    },
    "slopes": {"run": "prelu/health", "view": "details", "detail": "slopes"},
    "gradients": {
        "run": "relu/health",
        "view": "details",
        "detail": "gradients",
    },
}


def train(log_dir: Path) -> None:
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
            log_dir / name,
            gradients=True,
            histogram_freq=1,
            pre_activations=True,
            update_freq=10,
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


def take(logs: Path, images: Path) -> None:
    """Trains the networks and saves a picture of each view."""
    train(logs)
    with pictures_of(logs, len(RUNS), 1280, 840) as save:
        for name, choices in PICTURES.items():
            save(
                images / f"tab-{name}.png",
                lambda port, choices=choices: link(
                    f"http://localhost:{port}", **choices
                ),
                lambda page: (
                    page.frame_locator("iframe")
                    .locator("#page[data-ready=true]")
                    .wait_for()
                ),
            )
