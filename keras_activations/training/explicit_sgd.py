"""Step 4 of training: the rule that changes one parameter."""

from typing import Any

import keras


@keras.saving.register_keras_serializable("keras_activations")
class ExplicitSGD(keras.optimizers.Optimizer):
    """Plain stochastic gradient descent.

        w <- w - learning_rate * gradient

    Equal to `keras.optimizers.SGD(learning_rate)`. Clipping, weight decay,
    averaging, accumulation and schedules are those of every Keras optimizer.

    Args:
        learning_rate: A positive number, or a schedule.
        **kwargs: The arguments of every `keras.optimizers.Optimizer`.

    Example:

    >>> w = keras.Variable([1.0, 2.0])
    >>> ExplicitSGD(0.1).apply([keras.ops.array([10.0, -10.0])], [w])
    >>> keras.ops.convert_to_numpy(w)
    array([0., 3.], dtype=float32)
    """

    def __init__(self, learning_rate: Any = 0.01, **kwargs: Any) -> None:
        super().__init__(learning_rate=learning_rate, **kwargs)

    def update_step(
        self, gradient: Any, variable: Any, learning_rate: Any
    ) -> None:
        """Change one variable by its gradient."""
        learning_rate = keras.ops.cast(learning_rate, variable.dtype)
        gradient = keras.ops.cast(gradient, variable.dtype)
        self.assign_sub(variable, learning_rate * gradient)
