"""The XIELU layer."""

import math
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
class XIELU(Elementwise):
    """Rise like a parabola above 0; below 0, dip first and then rise.

    Formula:

        f(x)  = p * x**2 + beta * x               if x > 0
        f(x)  = n * (exp(x) - 1 - x) + beta * x   otherwise
        df/dx = 2 * p * x + beta                  if x > 0
        df/dx = n * (exp(x) - 1) + beta           otherwise
        p     = log(1 + exp(alpha_p))
        n     = log(1 + exp(alpha_n)) + beta

    The weights `alpha_p` and `alpha_n` are unbounded, as in the code of the
    paper, so that they can move both ways; the arguments are the initial
    values of `p` and `n`. At 0 the derivative with respect to `x` is `beta`.

    Input and output: floating tensors of the same shape, in the layer's
    compute dtype. The weights have the rank of the input without its batch
    axis, and their gradients are summed in float32, whatever the compute
    dtype.

    Args:
        alpha_p: The initial value of `p`, a positive finite number.
        alpha_n: The initial value of `n`, a finite number > `beta`.
        beta: The slope at 0, a finite number >= 0.
        shared_axes: Which axes share the weights: "all", as in the paper, for
            one of each in the layer; "spatial" for all but batch and channel,
            so one per channel; None for one per element; or axis numbers,
            where 0 is the batch axis and negative numbers count from the end.
        data_format: Where "spatial" finds the channels: "channels_last" or
            "channels_first". None means `keras.config.image_data_format()`.
        **kwargs: Base layer arguments, such as `name` and `dtype`.

    Raises:
        TypeError: if `alpha_p`, `alpha_n` or `beta` is not a number, or when
            called, if the input is not floating.
        ValueError: if a number is negative, infinite or NaN in the layer's
            dtype, `alpha_p` is 0 or `alpha_n` not larger than `beta`; when
            built, if `shared_axes` names the batch axis, an axis that does not
            exist or an axis twice, or leaves out one of unknown size.

    Example:

    >>> layer = XIELU()
    >>> y = layer(keras.ops.array([[-3.0, -1.0, 0.0, 2.0]]))
    >>> [round(float(each), 4) for each in y[0]]
    [0.1398, -0.2057, 0.0, 4.2]
    >>> tuple(layer.alpha_p.shape)
    (1,)

    Reference:

    - [Huang, 2024](https://arxiv.org/abs/2411.13010)
    """

    def __init__(
        self,
        alpha_p: float = 0.8,
        alpha_n: float = 0.8,
        beta: float = 0.5,
        shared_axes: SharedAxes = "all",
        data_format: str | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(**kwargs)
        checked: dict[str, Any] = {
            "owner": "XIELU",
            "dtype": self.variable_dtype,
        }
        self.initial_alpha_p = finite_number(
            "alpha_p", alpha_p, **checked, positive=True
        )
        self.initial_alpha_n = finite_number("alpha_n", alpha_n, **checked)
        self.beta = finite_number(
            "beta", beta, owner="XIELU", dtype=self.compute_dtype
        )
        if not self.initial_alpha_n > self.beta:
            raise ValueError(
                "`alpha_n` of XIELU must be larger than `beta`. "
                f"Received: alpha_n={alpha_n!r}, beta={beta!r}"
            )
        self.shared_axes = check_shared_axes(shared_axes, owner="XIELU")
        self.data_format = check_data_format(data_format, owner="XIELU")
        self.alpha_p: Any = None
        self.alpha_n: Any = None

    def build(self, input_shape: Any) -> None:
        """Make the weights for inputs of this shape."""
        for name, start in (
            ("alpha_p", self.initial_alpha_p),
            ("alpha_n", self.initial_alpha_n - self.beta),
        ):
            initializer = keras.initializers.Constant(_inverse_softplus(start))
            add_parameter(self, name, input_shape, initializer)

    def call(self, inputs: Any, training: bool | None = None) -> Any:
        """Apply the activation to `inputs`."""
        return activations.xielu(
            self._floating(inputs),
            _softplus(self.alpha_p),
            _softplus(self.alpha_n) + self.beta,
            self.beta,
            training=self._compiles(training),
        )

    def get_config(self) -> dict[str, Any]:
        """Return the arguments that make the same layer again."""
        return {
            **super().get_config(),
            "alpha_p": self.initial_alpha_p,
            "alpha_n": self.initial_alpha_n,
            "beta": self.beta,
            "shared_axes": self.shared_axes,
            "data_format": self.data_format,
        }


def _softplus(weight: Any) -> Any:
    """Return `log(1 + exp(weight))`, in float32 at least."""
    if keras.backend.standardize_dtype(weight.dtype) != "float64":
        weight = keras.ops.cast(weight, "float32")
    return keras.ops.softplus(weight)


def _inverse_softplus(value: float) -> float:
    return value + math.log(-math.expm1(-value))
