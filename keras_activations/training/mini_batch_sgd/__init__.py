"""Steps 1 to 4 of training: the train step, to be read and overridden."""

from keras_activations.backends import module_of

MiniBatchSGD = module_of(__name__).MiniBatchSGD
