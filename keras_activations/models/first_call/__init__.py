"""Call a model once, so that all of its weights are made."""

from keras_activations.backends import module_of

make_weights = module_of(__name__).make_weights
