"""The places where the calls of layers and activation functions pass through.

Only this package knows Keras's backend: its functions end up in the module
`backend.nn`, whatever public name they were called by.
"""

from keras_activations.backends import module_of

_here = module_of(__name__)
intercepted = _here.intercepted
known_function = _here.known_function
