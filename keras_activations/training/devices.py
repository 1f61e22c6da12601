"""Refuse strategies that would use only one device, or fail."""

import keras
import tensorflow as tf


def refuse_unsupported_devices(strategy: tf.distribute.Strategy) -> None:
    """Raise where Keras on TensorFlow does not do what was asked for.

    Args:
        strategy: The strategy that the model trains under.

    Raises:
        NotImplementedError: Under `keras.distribution`, which TensorFlow
            ignores: everything would run on one device. Under a
            `tf.distribute` strategy for several machines, which Keras 3 does
            not support (keras#20585, keras#18624).
    """
    distribution = keras.distribution.distribution()
    if distribution is not None:
        raise NotImplementedError(
            "`keras.distribution` has no effect on the TensorFlow backend: "
            "training would silently run on one device. Use "
            "`tf.distribute.MirroredStrategy` for several devices of one "
            "machine, or `keras.distribution.set_distribution(None)`. "
            f"Received: {distribution}"
        )
    if isinstance(
        strategy,
        tf.distribute.MultiWorkerMirroredStrategy
        | tf.distribute.ParameterServerStrategy,
    ):
        raise NotImplementedError(
            "Keras 3 does not train under a `tf.distribute` strategy for "
            "several machines. Use `tf.distribute.MirroredStrategy`, for the "
            f"devices of one machine. Received: {strategy}"
        )
