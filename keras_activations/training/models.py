"""Keras models whose training step is the explicit one."""

from typing import Any

import keras

from keras_activations import compat
from keras_activations.training.mini_batch_sgd import MiniBatchSGD

# Its name is private to Keras.
Functional: Any = compat.functional_class()


@keras.saving.register_keras_serializable("keras_activations")
class SGDSequential(MiniBatchSGD, keras.Sequential):
    """`keras.Sequential` with the training step of `MiniBatchSGD`.

    Example:

    >>> model = SGDSequential([keras.Input((3,)), keras.layers.Dense(1)])
    >>> model.compile(ExplicitSGD(0.1), loss="mse")
    """


@keras.saving.register_keras_serializable("keras_activations")
class SGDModel(MiniBatchSGD, keras.Model):
    """`keras.Model` with the training step of `MiniBatchSGD`.

    Functional, as `SGDModel(inputs, outputs)`, or to be subclassed.

    Example:

    >>> inputs = keras.Input((3,))
    >>> model = SGDModel(inputs, keras.layers.Dense(1)(inputs))
    >>> model.compile(ExplicitSGD(0.1), loss="mse")
    """

    def __new__(cls, *args: Any, **kwargs: Any) -> "SGDModel":
        """Make a functional model if the arguments are those of one."""
        if cls is SGDModel and _is_functional(args, kwargs):
            cls = SGDFunctional
        return super().__new__(cls)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        # Keras would permanently make its functional class a base of this one,
        # and so break the subclasses that are not functional.
        if _is_functional(args, kwargs):
            for cls in type(self).__mro__:
                if SGDModel in cls.__bases__ and cls is not SGDFunctional:
                    cls.__bases__ = tuple(
                        SGDFunctional if base is SGDModel else base
                        for base in cls.__bases__
                    )
        super().__init__(*args, **kwargs)


@keras.saving.register_keras_serializable("keras_activations")
class SGDFunctional(SGDModel, Functional):
    """The class of `SGDModel(inputs, outputs)`."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        Functional.__init__(self, *args, **kwargs)


def _is_functional(args: tuple, kwargs: dict[str, Any]) -> bool:
    """Whether these are the arguments of a functional model."""
    return len(args) >= 2 or "outputs" in kwargs
