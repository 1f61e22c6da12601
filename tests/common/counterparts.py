"""For each activation of the table, the layer that does the same with Keras.

It is Keras's own layer where there is one. Otherwise it is the formula in the
operations of Keras, as a user would write it.
"""

import math
from collections.abc import Callable

import keras
from keras import ops


class Written(keras.layers.Layer):
    """The formula of a subclass, with one weight per channel."""

    starts: dict[str, float] = {}
    one_for_all: tuple[str, ...] = ()

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.supports_masking = True

    def build(self, input_shape):
        for name, start in self.starts.items():
            size = 1 if name in self.one_for_all else input_shape[-1]
            weight = self.add_weight(
                name=name,
                shape=(size,),
                initializer=keras.initializers.Constant(start),
            )
            setattr(self, name, weight)

    def compute_output_shape(self, input_shape):
        return input_shape


@keras.saving.register_keras_serializable("written")
class WrittenELU(Written):
    starts = {"alpha": 0.75}

    def call(self, x):
        return ops.where(x > 0, x, self.alpha * ops.expm1(ops.minimum(x, 0.0)))


@keras.saving.register_keras_serializable("written")
class WrittenSwish(Written):
    starts = {"beta": 1.5}

    def call(self, x):
        return x * ops.sigmoid(self.beta * x)


@keras.saving.register_keras_serializable("written")
class WrittenXIELU(Written):
    starts = {
        "alpha_p": math.log(math.expm1(0.8)),
        "alpha_n": math.log(math.expm1(0.3)),
    }
    one_for_all = ("alpha_p", "alpha_n")

    def call(self, x):
        p, n = ops.softplus(self.alpha_p), ops.softplus(self.alpha_n) + 0.5
        below = ops.minimum(x, 0.0)
        return ops.where(
            x > 0,
            p * ops.square(x) + 0.5 * x,
            n * (ops.expm1(below) - below) + 0.5 * below,
        )


@keras.saving.register_keras_serializable("written")
class WrittenDynamicTanh(Written):
    starts = {"alpha": 0.5, "gamma": 1.0, "beta": 0.0}
    one_for_all = ("alpha",)

    def call(self, x):
        return self.gamma * ops.tanh(self.alpha * x) + self.beta


def _prelu(rank=2, **kwargs):
    return keras.layers.PReLU(
        keras.initializers.Constant(0.25),
        shared_axes=list(range(1, rank - 1)) or None,
        **kwargs,
    )


def _of(kind, *args, **given):
    """Make a layer of `kind`, which is the same for inputs of any rank."""

    def make(rank=2, **kwargs):
        return kind(*args, **given, **kwargs)

    return make


# By the name of the row in the shared table: make it for inputs of a rank.
COUNTERPARTS: dict[str, Callable[..., keras.layers.Layer]] = {
    "sigmoid": _of(keras.layers.Activation, "sigmoid"),
    "tanh": _of(keras.layers.Activation, "tanh"),
    "relu": _of(keras.layers.ReLU),
    "relu_with_limits": _of(keras.layers.ReLU, 2.0, 0.1, 0.3),
    "leaky_relu": _of(keras.layers.LeakyReLU, 0.01),
    "prelu": _prelu,
    "elu": _of(keras.layers.ELU),
    "elu_half": _of(keras.layers.ELU, 0.5),
    "elu_learned": _of(WrittenELU),
    "swish": _of(keras.layers.Activation, "silu"),
    "swish_learned": _of(WrittenSwish),
    "xielu": _of(WrittenXIELU),
    "dynamic_tanh": _of(WrittenDynamicTanh),
}
