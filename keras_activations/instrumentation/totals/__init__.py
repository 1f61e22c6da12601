"""Numbers outside the model to which the steps of a window are added."""

from keras_activations.backends import module_of

_here = module_of(__name__)
Totals = _here.Totals
when = _here.when
