"""The Tanh layer."""

from typing import Any

import keras

from keras_activations import activations
from keras_activations.layers.elementwise import Elementwise


@keras.saving.register_keras_serializable(package="keras_activations")
class Tanh(Elementwise):
    """Squash to (-1, 1), zero-centred.

    Formula:

        f(x)  = (exp(x) - exp(-x)) / (exp(x) + exp(-x))
        f'(x) = 1 - f(x)**2

    Input and output: floating tensors of the same, arbitrary shape, in the
    layer's compute dtype. The result of a sparse tensor is sparse.

    Args:
        **kwargs: Base layer arguments, such as `name` and `dtype`.

    Raises:
        TypeError: when called, if the input is not floating.

    Example:

    >>> Tanh()(keras.ops.array([-1.0, 0.0, 1.0])).numpy().round(3).tolist()
    [-0.7620000243186951, 0.0, 0.7620000243186951]
    """

    takes_sparse = True

    def call(self, inputs: Any) -> Any:
        """Apply the activation to `inputs`."""
        return activations.tanh(self._floating(inputs))
