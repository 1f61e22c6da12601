"""Whether a tensor of a step can be measured after it."""

from keras_activations.backends import module_of

_here = module_of(__name__)
Reach = _here.Reach
