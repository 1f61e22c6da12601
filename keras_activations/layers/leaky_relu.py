"""The LeakyReLU layer."""

from typing import Any

import keras

from keras_activations import activations
from keras_activations.activations.validation import finite_number
from keras_activations.layers.elementwise import Elementwise


@keras.saving.register_keras_serializable(package="keras_activations")
class LeakyReLU(Elementwise):
    """Let a fixed, small share of the negative side through.

    Formula:

        f(x) = x                   if x > 0
        f(x) = negative_slope * x  otherwise

    At 0 the derivative is `negative_slope`. The default slope is the usual
    0.01; that of `keras.layers.LeakyReLU` is 0.3.

    Input and output: floating tensors of the same, arbitrary shape, in the
    layer's compute dtype.

    Args:
        negative_slope: Slope of the negative side, finite and >= 0.
        **kwargs: Base layer arguments, such as `name` and `dtype`.

    Raises:
        TypeError: if `negative_slope` is not a number, or when called, if the
            input is not floating.
        ValueError: if `negative_slope` is negative, infinite or NaN.

    Example:

    >>> LeakyReLU(0.5)(keras.ops.array([-2.0, 0.0, 3.0])).numpy().tolist()
    [-1.0, 0.0, 3.0]
    """

    def __init__(self, negative_slope: float = 0.01, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.negative_slope = finite_number(
            "negative_slope",
            negative_slope,
            owner="LeakyReLU",
            dtype=self.compute_dtype,
        )

    def call(self, inputs: Any) -> Any:
        """Apply the activation to `inputs`."""
        return activations.leaky_relu(
            self._floating(inputs), self.negative_slope
        )

    def get_config(self) -> dict[str, Any]:
        """Return the arguments that make the same layer again."""
        return {
            **super().get_config(),
            "negative_slope": self.negative_slope,
        }
