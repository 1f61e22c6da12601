"""Activation layers for any Keras model."""

from keras_activations.layers.dynamic_tanh import DynamicTanh
from keras_activations.layers.elu import ELU
from keras_activations.layers.leaky_relu import LeakyReLU
from keras_activations.layers.prelu import PReLU
from keras_activations.layers.relu import ReLU
from keras_activations.layers.sigmoid import Sigmoid
from keras_activations.layers.swish import Swish
from keras_activations.layers.tanh import Tanh
from keras_activations.layers.xielu import XIELU

__all__ = [
    "DynamicTanh",
    "ELU",
    "LeakyReLU",
    "PReLU",
    "ReLU",
    "Sigmoid",
    "Swish",
    "Tanh",
    "XIELU",
]
