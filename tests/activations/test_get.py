"""`get` resolves our names, Keras's names and registered ones."""

import keras
import pytest

from keras_activations import activations
from keras_activations.activations import get

NAMES = ["sigmoid", "tanh", "relu", "leaky_relu", "prelu", "elu"]


@pytest.mark.parametrize("name", NAMES)
def test_our_names_come_first(name):
    function = getattr(activations, name)
    assert get(name) is function
    assert get("keras_activations>" + name) is function
    assert get(keras.activations.serialize(function)) is function
    assert get(function) is function


def test_keras_names():
    assert get("gelu") is keras.activations.gelu
    assert get(None) is keras.activations.linear


@pytest.mark.parametrize("unknown", ["rleu", 3, {"class_name": "rleu"}])
def test_an_unknown_name_is_refused(unknown):
    with pytest.raises(ValueError, match="identifier=.*Known are sigmoid"):
        get(unknown)
