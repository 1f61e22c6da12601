"""Activation functions f(x, parameters) with hand-written gradients."""

from keras_activations.activations.exponential import elu, xielu
from keras_activations.activations.gated import swish
from keras_activations.activations.logistic import dynamic_tanh, sigmoid, tanh
from keras_activations.activations.lookup import get
from keras_activations.activations.rectified import leaky_relu, prelu, relu
from keras_activations.activations.scale import gain

__all__ = [
    "dynamic_tanh",
    "elu",
    "gain",
    "get",
    "leaky_relu",
    "prelu",
    "relu",
    "sigmoid",
    "swish",
    "tanh",
    "xielu",
]
