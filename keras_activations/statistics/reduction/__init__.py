"""One call of an activation, reduced to a few numbers per unit."""

from keras_activations.backends import module_of

reduce_call = module_of(__name__).reduce_call
