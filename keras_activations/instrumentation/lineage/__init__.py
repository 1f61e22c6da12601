"""Of what a tensor was made."""

from keras_activations.backends import module_of

_here = module_of(__name__)
depends_on_weight = _here.depends_on_weight
made_of = _here.made_of
