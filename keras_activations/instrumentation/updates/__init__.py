"""What optimizers are given in a step."""

from keras_activations.backends import module_of

with_update = module_of(__name__).with_update
