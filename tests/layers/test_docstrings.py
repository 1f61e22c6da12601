"""Every example in a docstring runs and says what it prints."""

import doctest
import importlib
import pkgutil

import keras
import pytest

import keras_activations as ka

MODULES = [
    module.name
    for package in (ka.activations, ka.layers)
    for module in pkgutil.iter_modules(package.__path__, package.__name__ + ".")
]


@pytest.mark.parametrize("name", MODULES)
def test_examples(name):
    module = importlib.import_module(name)
    names = vars(module) | {"ka": ka, "keras": keras}
    assert doctest.testmod(module, extraglobs=names).failed == 0


def test_every_public_name_has_an_example():
    for package in (ka.activations, ka.layers):
        for name in package.__all__:
            assert ">>>" in getattr(package, name).__doc__, name
