"""A training that is the same on every backend, and what a monitor tells."""

import keras
import numpy as np

from keras_activations.callbacks import ActivationMonitor
from keras_activations.models import initial_scale


def network():
    """One activation of each kind of call site, with masks and images."""
    inputs = keras.Input((6, 6, 3))
    x = keras.layers.Conv2D(8, 3, activation="relu")(inputs)
    x = keras.layers.BatchNormalization()(x)
    x = keras.layers.Activation("gelu")(x)
    x = keras.ops.silu(keras.layers.Dense(6)(x))
    x = keras.layers.Reshape((16, 6))(x)
    x = keras.layers.Masking(mask_value=7.0)(x)
    x = keras.layers.Dense(5, activation=keras.activations.tanh)(x)
    x = keras.layers.GlobalAveragePooling1D()(x)
    x = keras.layers.PReLU()(keras.layers.Dense(4)(x))
    x = keras.layers.Dropout(0.0)(x)
    outputs = keras.layers.Dense(2, "softmax")(x)
    return keras.Model(inputs, outputs)


def weighted(model, rng):
    """The model, with weights that no backend has drawn."""
    model.set_weights(
        [
            0.4 * rng.normal(size=weight.shape) + 0.2
            if "variance" not in weight.path
            else np.ones(weight.shape)
            for weight in model.weights
        ]
    )
    return model


def scaled():
    """The rows and the weights that `initial_scale` makes."""
    keras.utils.clear_session()
    rng = np.random.default_rng(0)
    model = weighted(network(), rng)
    x = rng.normal(size=(64, 6, 6, 3)).astype("float32")
    rows = initial_scale(model, x)
    return rows, [weight.tolist() for weight in model.get_weights()]


def trained(log_dir):
    """A monitor that has watched the training."""
    keras.utils.clear_session()  # the names of layers are numbered from 1
    rng = np.random.default_rng(0)
    model = weighted(network(), rng)
    model.compile(
        keras.optimizers.SGD(0.05), keras.losses.SparseCategoricalCrossentropy()
    )
    x = rng.normal(size=(22, 6, 6, 3)).astype("float32")
    y = rng.integers(0, 2, 22)
    monitor = ActivationMonitor(
        log_dir,
        update_freq=2,
        histogram_freq=1,
        gradients=True,
        effective_rank=True,
        alerts=False,
    )
    probing = keras.callbacks.LambdaCallback(
        on_train_begin=lambda logs: monitor.keep_probe()
    )
    model.fit(
        x,
        y,
        epochs=2,
        batch_size=8,
        shuffle=False,
        verbose=0,
        validation_data=(x[:9], y[:9]),
        callbacks=[monitor, probing],
    )
    return monitor


def told(monitor):
    """What the monitor tells, as plain numbers and strings."""
    record = monitor.record()
    return {
        "history": monitor.history,
        "birth": monitor.birth,
        "weight_history": monitor.weight_history,
        "not_watched": monitor.not_watched,
        "units": {
            row["layer"]: {
                name: np.asarray(values).tolist()
                for name, values in monitor.units(row["layer"]).items()
            }
            for row in monitor.birth
        },
        "first_steps": record.first_steps,
        "inputs": record.inputs,
        "targets": record.targets,
        "outputs": record.outputs,
        "losses": record.losses,
        "gaps": record.gaps,
        "probe": np.asarray(monitor.probe()).sum(axis=(1, 2, 3)).tolist(),
    }
