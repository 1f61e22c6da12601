"""Keras models whose training step is the explicit one."""

import keras

from keras_activations.training.mini_batch_sgd import MiniBatchSGD


@keras.saving.register_keras_serializable("keras_activations")
class SGDModel(MiniBatchSGD, keras.Model):
    """`keras.Model` with the training step of `MiniBatchSGD`.

    Functional, `SGDModel(inputs, outputs)`, or to be subclassed.
    """


@keras.saving.register_keras_serializable("keras_activations")
class SGDSequential(MiniBatchSGD, keras.Sequential):
    """`keras.Sequential` with the training step of `MiniBatchSGD`."""
