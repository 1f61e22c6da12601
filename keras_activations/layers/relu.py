"""The ReLU layer."""

from typing import Any

import keras

from keras_activations import activations
from keras_activations.activations.validation import finite_number
from keras_activations.layers.elementwise import Elementwise


@keras.saving.register_keras_serializable(package="keras_activations")
class ReLU(Elementwise):
    """Keep the positive side, cut off the negative one.

    Formula:

        f(x) = min(x, max_value)                 if x > threshold
        f(x) = negative_slope * (x - threshold)  otherwise

    At 0 the derivative of the plain form is 0.

    Input and output: floating tensors of the same, arbitrary shape, in the
    layer's compute dtype.

    Args:
        max_value: The largest value returned, finite and >= 0. None means
            unlimited.
        negative_slope: Slope below the threshold, finite and >= 0.
        threshold: Where the identity begins, finite and >= 0.
        **kwargs: Base layer arguments, such as `name` and `dtype`.

    Raises:
        TypeError: if an argument is not a number, or when called, if the input
            is not floating.
        ValueError: if an argument is negative, infinite or NaN.

    Example:

    >>> ReLU(max_value=2)(keras.ops.array([-3.0, 0.0, 5.0])).numpy().tolist()
    [0.0, 0.0, 2.0]
    """

    def __init__(
        self,
        max_value: float | None = None,
        negative_slope: float = 0.0,
        threshold: float = 0.0,
        **kwargs: Any,
    ) -> None:
        super().__init__(**kwargs)
        limits: dict[str, Any] = {"owner": "ReLU", "dtype": self.compute_dtype}
        if max_value is not None:
            max_value = finite_number("max_value", max_value, **limits)
        self.max_value = max_value
        self.negative_slope = finite_number(
            "negative_slope", negative_slope, **limits
        )
        self.threshold = finite_number("threshold", threshold, **limits)

    def call(self, inputs: Any) -> Any:
        """Apply the activation to `inputs`."""
        return activations.relu(
            self._floating(inputs),
            negative_slope=self.negative_slope,
            max_value=self.max_value,
            threshold=self.threshold,
        )

    def get_config(self) -> dict[str, Any]:
        """Return the arguments that make the same layer again."""
        return {
            **super().get_config(),
            "max_value": self.max_value,
            "negative_slope": self.negative_slope,
            "threshold": self.threshold,
        }
