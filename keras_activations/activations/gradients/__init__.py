"""The activation functions whose derivatives need care, on each backend.

Each of them takes a floating tensor `x`. Those with parameters, which broadcast
to `x`, are told whether they are called in training, where they may have
another form.
"""

from keras_activations.backends import module_of

_functions = module_of(__name__)

tanh = _functions.tanh
scale_negative = _functions.scale_negative
prelu = _functions.prelu
elu = _functions.elu
swish = _functions.swish
xielu = _functions.xielu
dynamic_tanh = _functions.dynamic_tanh
compilable = _functions.compilable
in_training = _functions.in_training
