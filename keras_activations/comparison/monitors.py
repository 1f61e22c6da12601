"""The monitor of each run."""

from typing import Any

import keras

from keras_activations import compat
from keras_activations.callbacks import ActivationMonitor
from keras_activations.comparison.settings import Run, Training


def hparams_of(run: Run) -> dict[str, Any]:
    """What the HParams page shows of a run.

    The label of the activation, since learned and fixed ELU have the same
    class.
    """
    return {"activation": run.activation.label, "seed": run.seed}


def new_monitor(
    model: Any, run: Run, training: Training, log_dir: Any
) -> ActivationMonitor:
    """A monitor for the model that was made last for the run's activation."""
    # A layer given to `activation=` is watched in the layer that uses it.
    users = {
        id(layer.activation): layer
        for layer in compat.layers_of(model, include_self=False)
        if isinstance(getattr(layer, "activation", None), keras.Layer)
    }
    return ActivationMonitor(
        log_dir,
        layers=[users.get(id(each), each) for each in run.activation.made],
        hparams=hparams_of(run),
        gradients=training.gradients,
        histogram_freq=training.histogram_freq,
        alerts=False,  # the notes under the table tell them
    )
