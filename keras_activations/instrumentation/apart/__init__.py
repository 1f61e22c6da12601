"""Operations that are kept apart from those of a step."""

from keras_activations.backends import module_of

_here = module_of(__name__)
again = _here.again
anew = _here.anew
apart = _here.apart
