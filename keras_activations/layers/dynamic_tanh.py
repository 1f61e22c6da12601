"""The DynamicTanh layer."""

from typing import Any

import keras

from keras_activations import activations
from keras_activations.activations.validation import finite_number
from keras_activations.layers.elementwise import Elementwise
from keras_activations.layers.shared_axes import (
    SharedAxes,
    add_parameter,
    check_data_format,
    check_shared_axes,
)


@keras.saving.register_keras_serializable(package="keras_activations")
class DynamicTanh(Elementwise):
    """Squash like a normalization, but without computing statistics.

    Formula:

        f(x)      = gamma * t(x) + beta,  t(x) = tanh(alpha * x)
        df/dx     = gamma * alpha * (1 - t(x)**2)
        df/dalpha = gamma * x * (1 - t(x)**2)
        df/dgamma = t(x)
        df/dbeta  = 1

    All three are learned: one `alpha` for the layer, a `gamma`, which starts
    at 1, and a `beta`, which starts at 0, for each channel. The paper uses it
    instead of the normalization layers of a transformer.

    Input and output: floating tensors of the same shape, in the layer's
    compute dtype. The weights have the rank of the input without its batch
    axis, and their gradients are summed in float32, whatever the compute
    dtype.

    Args:
        alpha: The initial value of `alpha`, a positive finite number.
        shared_axes: Which axes share a gamma and a beta: "spatial" for all
            but batch and channel, so one per channel; "all" for one of each;
            None for one per element; or axis numbers, where 0 is the batch
            axis and negative numbers count from the end.
        data_format: Where "spatial" finds the channels: "channels_last" or
            "channels_first". None means `keras.config.image_data_format()`.
        **kwargs: Base layer arguments, such as `name` and `dtype`.

    Raises:
        TypeError: if `alpha` is not a number, or when called, if the input is
            not floating.
        ValueError: if `alpha` is not positive and finite in the layer's
            dtype; when built, if `shared_axes` names the batch axis, an axis
            that does not exist or an axis twice, or leaves out one of unknown
            size.

    Example:

    >>> layer = DynamicTanh()
    >>> y = layer(keras.ops.array([[-4.0, 0.0, 2.0]]))
    >>> [round(float(each), 4) for each in y[0]]
    [-0.964, 0.0, 0.7616]
    >>> [(each.name, tuple(each.shape)) for each in layer.weights]
    [('alpha', (1,)), ('gamma', (3,)), ('beta', (3,))]

    Reference:

    - [Zhu et al., 2025](https://arxiv.org/abs/2503.10622)
    """

    def __init__(
        self,
        alpha: float = 0.5,
        shared_axes: SharedAxes = "spatial",
        data_format: str | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(**kwargs)
        self.initial_alpha = finite_number(
            "alpha",
            alpha,
            owner="DynamicTanh",
            dtype=self.variable_dtype,
            positive=True,
        )
        self.shared_axes = check_shared_axes(shared_axes, owner="DynamicTanh")
        self.data_format = check_data_format(data_format, owner="DynamicTanh")
        self.alpha: Any = None
        self.gamma: Any = None
        self.beta: Any = None

    def build(self, input_shape: Any) -> None:
        """Make the weights for inputs of this shape."""
        start = keras.initializers.Constant(self.initial_alpha)
        add_parameter(self, "alpha", input_shape, start, shared_axes="all")
        add_parameter(self, "gamma", input_shape, keras.initializers.Ones())
        add_parameter(self, "beta", input_shape, keras.initializers.Zeros())

    def call(self, inputs: Any, training: bool | None = None) -> Any:
        """Apply the activation to `inputs`."""
        return activations.dynamic_tanh(
            self._floating(inputs),
            self.alpha,
            self.gamma,
            self.beta,
            training=self._compiles(training),
        )

    def get_config(self) -> dict[str, Any]:
        """Return the arguments that make the same layer again."""
        return {
            **super().get_config(),
            "alpha": self.initial_alpha,
            "shared_axes": self.shared_axes,
            "data_format": self.data_format,
        }
