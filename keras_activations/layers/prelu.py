"""The PReLU layer."""

import numbers
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
class PReLU(Elementwise):
    """Scale the negative side by a slope that is learned.

    Formula:

        f(x)      = x               if x > 0
        f(x)      = alpha * x       otherwise
        df/dx     = 1               if x > 0, alpha otherwise
        df/dalpha = 0               if x > 0, x otherwise

    At 0 the derivative with respect to `x` is `alpha`, and that with respect
    to `alpha` is 0.

    Input and output: floating tensors of the same shape, in the layer's
    compute dtype. `alpha` has the rank of the input without its batch axis,
    and its gradient is summed in float32, whatever the compute dtype.

    Args:
        alpha_initializer: Initial values of the slopes: a number, or anything
            that `keras.initializers.get` takes.
        alpha_regularizer: Regularizer of the slopes. The paper uses none, and
            no weight decay either.
        alpha_constraint: Constraint of the slopes.
        shared_axes: Which axes share a slope: "spatial" for all but batch
            and channel, so one slope per channel; "all" for one slope; None
            for one per element; or axis numbers, where 0 is the batch axis and
            negative numbers count from the end.
        data_format: Where "spatial" finds the channels: "channels_last" or
            "channels_first". None means `keras.config.image_data_format()`.
        **kwargs: Base layer arguments, such as `name` and `dtype`.

    Raises:
        TypeError: if `alpha_initializer` is neither a number nor an
            initializer, or when called, if the input is not floating.
        ValueError: if `alpha_initializer` is a negative, infinite or NaN
            number or the constant initializer of such a number; when built, if
            `shared_axes` names the batch axis, an axis that does not exist or
            an axis twice, or leaves out one of unknown size.

    Example:

    >>> layer = PReLU()
    >>> layer(keras.ops.array([[-4.0, -8.0], [1.0, 2.0]])).numpy().tolist()
    [[-1.0, -2.0], [1.0, 2.0]]
    >>> tuple(layer.alpha.shape)
    (2,)

    Reference:

    - [He et al., 2015](https://arxiv.org/abs/1502.01852)
    """

    def __init__(
        self,
        alpha_initializer: Any = 0.25,
        alpha_regularizer: Any = None,
        alpha_constraint: Any = None,
        shared_axes: SharedAxes = "spatial",
        data_format: str | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(**kwargs)
        if isinstance(alpha_initializer, numbers.Number | None):
            alpha_initializer = keras.initializers.Constant(alpha_initializer)
        self.alpha_initializer = keras.initializers.get(alpha_initializer)
        constant = getattr(self.alpha_initializer, "value", 0.0)
        if isinstance(constant, numbers.Number | None):
            self.alpha_initializer.value = finite_number(
                "alpha_initializer",
                constant,
                owner="PReLU",
                dtype=self.variable_dtype,
            )
        self.alpha_regularizer = keras.regularizers.get(alpha_regularizer)
        self.alpha_constraint = keras.constraints.get(alpha_constraint)
        self.shared_axes = check_shared_axes(shared_axes, owner="PReLU")
        self.data_format = check_data_format(data_format, owner="PReLU")
        self.alpha: Any = None

    def build(self, input_shape: Any) -> None:
        """Make `alpha` for inputs of this shape."""
        add_parameter(
            self,
            "alpha",
            input_shape,
            self.alpha_initializer,
            self.alpha_regularizer,
            self.alpha_constraint,
        )

    def call(self, inputs: Any, training: bool | None = None) -> Any:
        """Apply the activation to `inputs`."""
        return activations.prelu(
            self._floating(inputs),
            self.alpha,
            training=self._compiles(training),
        )

    def get_config(self) -> dict[str, Any]:
        """Return the arguments that make the same layer again."""
        return {
            **super().get_config(),
            "alpha_initializer": keras.initializers.serialize(
                self.alpha_initializer
            ),
            "alpha_regularizer": keras.regularizers.serialize(
                self.alpha_regularizer
            ),
            "alpha_constraint": keras.constraints.serialize(
                self.alpha_constraint
            ),
            "shared_axes": self.shared_axes,
            "data_format": self.data_format,
        }
