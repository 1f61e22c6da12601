"""The forward pass of a model on a probe batch, and its operations."""

from keras_activations.backends import module_of

_here = module_of(__name__)
ForwardPass = _here.ForwardPass
