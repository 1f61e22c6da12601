"""The attributes that Keras itself gives to models."""

from functools import cache

import keras


@cache
def own_names() -> frozenset[str]:
    """The attributes that Keras itself gives to models."""
    # With names, so that it does not count among the user's own.
    inputs = keras.Input((1,), name="inputs")
    layer = keras.layers.Identity(name="identity")
    models = (
        keras.Model(inputs, layer(inputs), name="functional"),
        keras.Sequential([inputs, layer], name="sequential"),
    )
    for model in models:
        model.compile(optimizer=None, loss="mse", metrics=["mse"])
    fitted = ("history", "_eval_epoch_iterator", "_epoch_iterator")
    return frozenset(fitted).union(*map(vars, models))
