"""The layers by the names of their functions."""

import keras

from keras_activations.layers.dynamic_tanh import DynamicTanh
from keras_activations.layers.elu import ELU
from keras_activations.layers.leaky_relu import LeakyReLU
from keras_activations.layers.prelu import PReLU
from keras_activations.layers.relu import ReLU
from keras_activations.layers.sigmoid import Sigmoid
from keras_activations.layers.swish import Swish
from keras_activations.layers.tanh import Tanh
from keras_activations.layers.xielu import XIELU

LAYERS: dict[str, type[keras.layers.Layer]] = {
    "relu": ReLU,
    "leaky_relu": LeakyReLU,
    "prelu": PReLU,
    "elu": ELU,
    "tanh": Tanh,
    "sigmoid": Sigmoid,
    "swish": Swish,
    "xielu": XIELU,
    "dynamic_tanh": DynamicTanh,
}
