"""MiniBatches of every kind, which must be the same on every backend."""

import keras
import numpy as np

from keras_activations.training import MiniBatches

_X = np.arange(22.0).reshape(11, 2) / 3
_Y = np.arange(11) % 3
_WEIGHTS = np.linspace(0, 1, 11)
_KINDS = {
    "epoch": {},
    "drop_remainder": dict(drop_remainder=True),
    "from amid an epoch": dict(start_step=2),
    "replacement": dict(sampling="replacement"),
    "balanced": dict(sampling="balanced"),
    "weighted": dict(sampling="weighted"),
    "importance": dict(sampling="weighted", importance_weights=True),
    "dict": dict(x={"a": _X, "b": (_X[:, 0], _Y)}),
    "small integers": dict(x=_Y.astype("uint8"), y=None, sample_weight=None),
    "large mini-batch": dict(batch_size=100),
}


def streams():
    """By name; each has 11 samples."""
    given = dict(x=_X, y=_Y, sample_weight=_WEIGHTS, batch_size=4, seed=3)
    return {
        name: MiniBatches(**(given | kind)) for name, kind in _KINDS.items()
    }


def drawn(stream, epochs=3):
    """The arrays of all mini-batches of some epochs, in their order."""
    return [
        np.asarray(leaf)
        for _ in range(epochs)
        for batch in stream
        for leaf in keras.tree.flatten(batch)
    ]
