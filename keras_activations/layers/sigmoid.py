"""The Sigmoid layer."""

from typing import Any

import keras

from keras_activations import activations
from keras_activations.layers.elementwise import Elementwise


@keras.saving.register_keras_serializable(package="keras_activations")
class Sigmoid(Elementwise):
    """Squash to (0, 1).

    Formula:

        f(x)  = 1 / (1 + exp(-x))
        f'(x) = f(x) * (1 - f(x))

    As the last layer it keeps its logits for the loss: a binary
    cross-entropy is computed from them, and a wrong, saturated prediction
    still has a gradient.

    Input and output: floating tensors of the same, arbitrary shape, in the
    layer's compute dtype.

    Args:
        **kwargs: Base layer arguments, such as `name` and `dtype`.

    Raises:
        TypeError: when called, if the input is not floating.

    Example:

    >>> Sigmoid()(keras.ops.array([-200.0, 0.0, 200.0])).numpy().tolist()
    [0.0, 0.5, 1.0]
    """

    def call(self, inputs: Any) -> Any:
        """Apply the activation to `inputs`."""
        return activations.sigmoid(self._floating(inputs))
