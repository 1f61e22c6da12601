"""`get` resolves our names, Keras's names and registered ones."""

import keras
import pytest

from keras_activations import activations, layers
from keras_activations.activations import get

NAMES = [name for name in activations.__all__ if name not in ("gain", "get")]


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


def test_configurations_and_callables():
    layer = get({"class_name": "keras_activations>PReLU", "config": {}})
    assert isinstance(layer, layers.PReLU)
    assert get(layer) is layer
    again = get(keras.saving.serialize_keras_object(layers.ELU(0.5)))
    assert again.alpha == 0.5


def test_a_registered_function():
    @keras.saving.register_keras_serializable("mine")
    def cube(x):
        return x**3

    assert get("mine>cube") is cube
    assert get(keras.activations.serialize(cube)) is cube


@pytest.mark.parametrize(
    "unknown",
    [
        "rleu",
        "",
        3,
        [],
        {"class_name": "rleu"},
        {"class_name": "function", "config": "rleu"},
    ],
)
def test_an_unknown_name_is_refused(unknown):
    with pytest.raises(ValueError, match="identifier=.*Known are dyn.*, elu"):
        get(unknown)


@pytest.mark.parametrize("bad", [layers.PReLU, "keras_activations>PReLU"])
def test_a_class_is_refused(bad):
    with pytest.raises(ValueError, match=r"not for a class: PReLU\(\)"):
        get(bad)
