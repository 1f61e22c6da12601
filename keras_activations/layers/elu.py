"""The ELU layer."""

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

_SMALLEST_ALPHA = 1e-3


@keras.saving.register_keras_serializable(package="keras_activations")
class ELU(Elementwise):
    """Pull negative inputs towards `-alpha`, leave the others unchanged.

    Formula:

        f(x)      = x                      if x > 0
        f(x)      = alpha * (exp(x) - 1)   otherwise
        df/dx     = 1                      if x > 0, f(x) + alpha otherwise
        df/dalpha = 0                      if x > 0, f(x) / alpha otherwise

    At 0 the derivative with respect to `x` is `alpha`, and that with respect
    to `alpha` is 0.

    Input and output: floating tensors of the same shape, in the layer's
    compute dtype. A learned `alpha` has the rank of the input without its
    batch axis, and its gradient is summed in float32, whatever the compute
    dtype.

    Args:
        alpha: Outputs are bounded below by `-alpha`; a positive finite number.
        learn_alpha: Whether `alpha` is a weight. It then starts at the number
            given, and training keeps it at or above 0.001 (or its start, if
            that is smaller).
        alpha_regularizer: Regularizer of a learned alpha.
        alpha_constraint: Constraint of a learned alpha, applied before the
            one that keeps it positive.
        shared_axes: Which axes share a learned alpha: "spatial" for all but
            batch and channel, so one per channel; "all" for one; None for one
            per element; or axis numbers, where 0 is the batch axis and
            negative numbers count from the end.
        data_format: Where "spatial" finds the channels: "channels_last" or
            "channels_first". None means `keras.config.image_data_format()`.
        **kwargs: Base layer arguments, such as `name` and `dtype`.

    Raises:
        TypeError: if `alpha` is not a number or `learn_alpha` not a boolean,
            or when called, if the input is not floating.
        ValueError: if `alpha` is not positive and finite in the layer's
            dtype, or has a regularizer or constraint without being learned;
            when built, if `shared_axes` names the batch axis, an axis that
            does not exist or an axis twice, or leaves out one of unknown size.

    Example:

    >>> ELU(0.5)(keras.ops.array([-200.0, 0.0, 3.0])).numpy().tolist()
    [-0.5, 0.0, 3.0]
    >>> layer = ELU(learn_alpha=True)
    >>> layer.build((None, None, None, 16))
    >>> tuple(layer.alpha.shape)
    (1, 1, 16)

    Reference:

    - [Clevert et al., 2015](https://arxiv.org/abs/1511.07289)
    """

    def __init__(
        self,
        alpha: float = 1.0,
        learn_alpha: bool = False,
        alpha_regularizer: Any = None,
        alpha_constraint: Any = None,
        shared_axes: SharedAxes = "spatial",
        data_format: str | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(**kwargs)
        if not isinstance(learn_alpha, bool):
            raise TypeError(
                "`learn_alpha` of ELU must be True or False. "
                f"Received: learn_alpha={learn_alpha!r}"
            )
        self.learn_alpha = learn_alpha
        self.initial_alpha = finite_number(
            "alpha",
            alpha,
            owner="ELU",
            dtype=self.variable_dtype if learn_alpha else self.compute_dtype,
            positive=True,
        )
        self.alpha: Any = self.initial_alpha
        self.alpha_regularizer = keras.regularizers.get(alpha_regularizer)
        self.alpha_constraint = keras.constraints.get(alpha_constraint)
        if not learn_alpha and (alpha_regularizer or alpha_constraint):
            raise ValueError(
                "`alpha_regularizer` and `alpha_constraint` of ELU are for a "
                "learned alpha. Received: learn_alpha=False, "
                f"alpha_regularizer={alpha_regularizer!r}, "
                f"alpha_constraint={alpha_constraint!r}"
            )
        self.shared_axes = check_shared_axes(shared_axes, owner="ELU")
        self.data_format = check_data_format(data_format, owner="ELU")
        # Without a weight there is nothing to build, except in a subclass.
        if not self.learn_alpha and type(self).build is ELU.build:
            self.built = True

    def build(self, input_shape: Any) -> None:
        """Make a learned `alpha` for inputs of this shape."""
        if not self.learn_alpha:
            return
        add_parameter(
            self,
            "alpha",
            input_shape,
            keras.initializers.Constant(self.initial_alpha),
            self.alpha_regularizer,
            _AtLeast(
                min(_SMALLEST_ALPHA, self.initial_alpha), self.alpha_constraint
            ),
        )

    def call(self, inputs: Any, training: bool | None = None) -> Any:
        """Apply the activation to `inputs`."""
        return activations.elu(
            self._floating(inputs),
            self.alpha,
            training=self._compiles(training),
        )

    def get_config(self) -> dict[str, Any]:
        """Return the arguments that make the same layer again."""
        return {
            **super().get_config(),
            "alpha": self.initial_alpha,
            "learn_alpha": self.learn_alpha,
            "alpha_regularizer": keras.regularizers.serialize(
                self.alpha_regularizer
            ),
            "alpha_constraint": keras.constraints.serialize(
                self.alpha_constraint
            ),
            "shared_axes": self.shared_axes,
            "data_format": self.data_format,
        }


class _AtLeast(keras.constraints.Constraint):
    """Keep alpha positive, after the user's own constraint."""

    def __init__(self, smallest: float, constraint: Any) -> None:
        self.smallest = smallest
        self.constraint = constraint

    def __call__(self, alpha: Any) -> Any:
        if self.constraint is not None:
            alpha = self.constraint(alpha)
        return keras.ops.maximum(alpha, self.smallest)
