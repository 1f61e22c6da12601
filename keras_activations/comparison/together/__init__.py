"""Many runs of one network as one step, where the backend can do that."""

from keras_activations.backends import module_of

_here = module_of(__name__)
cannot = _here.cannot
too_much = _here.too_much
stacked = _here.stacked
