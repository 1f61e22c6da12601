"""The Swish layer."""

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
class Swish(Elementwise):
    """Multiply the input by a sigmoid of itself.

    Formula:

        f(x)     = x * s(x),  s(x) = 1 / (1 + exp(-beta * x))
        df/dx    = s(x) + beta * x * s(x) * (1 - s(x))
        df/dbeta = x**2 * s(x) * (1 - s(x))

    With `beta` 1 this is SiLU; with 0 it is x / 2, and the larger `beta` is,
    the closer it comes to ReLU. At -inf the result is 0, its limit.

    Input and output: floating tensors of the same shape, in the layer's
    compute dtype. A learned `beta` has the rank of the input without its
    batch axis, and its gradient is summed in float32, whatever the compute
    dtype.

    Args:
        beta: How steep the sigmoid is, a finite number >= 0.
        learn_beta: Whether `beta` is a weight, which starts at the number
            given and may become negative.
        shared_axes: Which axes share a learned beta: "spatial" for all but
            batch and channel, so one per channel; "all" for one; None for one
            per element; or axis numbers, where 0 is the batch axis and
            negative numbers count from the end.
        data_format: Where "spatial" finds the channels: "channels_last" or
            "channels_first". None means `keras.config.image_data_format()`.
        **kwargs: Base layer arguments, such as `name` and `dtype`.

    Raises:
        TypeError: if `beta` is not a number or `learn_beta` not a boolean, or
            when called, if the input is not floating.
        ValueError: if `beta` is negative, infinite or NaN in the layer's
            dtype; when built, if `shared_axes` names the batch axis, an axis
            that does not exist or an axis twice, or leaves out one of unknown
            size.

    Example:

    >>> layer = Swish(learn_beta=True)
    >>> y = layer(keras.ops.array([[-2.0, 2.0]]))
    >>> [round(float(each), 4) for each in y[0]]
    [-0.2384, 1.7616]
    >>> tuple(layer.beta.shape)
    (2,)

    Reference:

    - [Ramachandran et al., 2017](https://arxiv.org/abs/1710.05941)
    """

    def __init__(
        self,
        beta: float = 1.0,
        learn_beta: bool = False,
        shared_axes: SharedAxes = "spatial",
        data_format: str | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(**kwargs)
        if not isinstance(learn_beta, bool):
            raise TypeError(
                "`learn_beta` of Swish must be True or False. "
                f"Received: learn_beta={learn_beta!r}"
            )
        self.learn_beta = learn_beta
        self.initial_beta = finite_number(
            "beta",
            beta,
            owner="Swish",
            dtype=self.variable_dtype if learn_beta else self.compute_dtype,
        )
        self.beta: Any = self.initial_beta
        self.shared_axes = check_shared_axes(shared_axes, owner="Swish")
        self.data_format = check_data_format(data_format, owner="Swish")
        # Without a weight there is nothing to build, except in a subclass.
        if not self.learn_beta and type(self).build is Swish.build:
            self.built = True

    def build(self, input_shape: Any) -> None:
        """Make a learned `beta` for inputs of this shape."""
        if self.learn_beta:
            start = keras.initializers.Constant(self.initial_beta)
            add_parameter(self, "beta", input_shape, start)

    def call(self, inputs: Any, training: bool | None = None) -> Any:
        """Apply the activation to `inputs`."""
        return activations.swish(
            self._floating(inputs), self.beta, training=self._compiles(training)
        )

    def get_config(self) -> dict[str, Any]:
        """Return the arguments that make the same layer again."""
        return {
            **super().get_config(),
            "beta": self.initial_beta,
            "learn_beta": self.learn_beta,
            "shared_axes": self.shared_axes,
            "data_format": self.data_format,
        }
