"""The function of a step of a model, with something measured in it."""

from keras_activations.backends import module_of

Stepping = module_of(__name__).Stepping
