import keras
import numpy as np
import pytest

from keras_activations import layers
from keras_activations.comparison.candidates import candidates
from keras_activations.layers.by_name import LAYERS
from keras_activations.models.candidates import candidate


@pytest.mark.parametrize("name", LAYERS)
def test_a_name_is_the_layer_of_this_package(name):
    layer = candidate(name)()
    assert type(layer) is LAYERS[name]
    assert candidate(layer).label == name


@pytest.mark.parametrize(
    ("layer", "label"),
    [
        (layers.ELU(0.5), "elu(alpha=0.5)"),
        (layers.ELU(learn_alpha=True, name="mine"), "elu(learn_alpha=True)"),
        (layers.LeakyReLU(0.2), "leaky_relu(negative_slope=0.2)"),
        (layers.PReLU(shared_axes=None), "prelu(shared_axes=None)"),
        (keras.layers.Activation("gelu"), "gelu"),
    ],
)
def test_a_label_says_what_is_not_the_default(layer, label):
    assert candidate(layer).label == label
    if label != "gelu":
        again = candidate(label)()
        ours, theirs = again.get_config(), layer.get_config()
        assert {**ours, "name": None} == {**theirs, "name": None}


def test_each_call_gives_a_layer_with_weights_of_its_own():
    new = candidate(layers.PReLU())
    first, second = new(), new()
    first.build((None, 3))
    second.build((None, 3))
    assert first.alpha is not second.alpha
    assert first.name != second.name


def test_functions_and_classes():
    function = candidate(keras.activations.silu)
    assert function.label == "silu"
    np.testing.assert_allclose(function()(np.ones(1)), 1 / (1 + np.exp(-1)))
    assert type(candidate(keras.layers.ReLU)()) is keras.layers.ReLU


@pytest.mark.parametrize("wrong", ["gleu", "elu(", "relu.", ""])
def test_unknown_name_lists_the_known(wrong):
    with pytest.raises(
        ValueError, match="`activations` must be of.*leaky_relu"
    ):
        candidate(wrong)


def test_a_class_is_known_by_its_name_too():
    assert candidate("LeakyReLU").label == "leaky_relu"
    assert candidate("ELU(alpha=0.5)")().alpha == 0.5
    with pytest.raises(ValueError, match="Received twice: elu"):
        candidates(["elu", "ELU"])


def test_wrong_arguments_are_refused_at_once():
    with pytest.raises(ValueError, match="alpha"):
        candidate("elu(alpha=-1)")
    with pytest.raises((TypeError, ValueError), match="beta"):
        candidate("elu(beta=1)")
    with pytest.raises(ValueError, match="takes no arguments"):
        candidate("gelu(approximate=True)")


def test_what_is_no_activation():
    with pytest.raises(ValueError, match="Received: 3"):
        candidate(3)
    with pytest.raises(ValueError, match="twice: elu"):
        candidates(["elu", layers.ELU()])
    for nothing in ([], "relu", None):
        with pytest.raises(ValueError, match="must be a list"):
            candidates(nothing)


def test_a_forgotten_call_is_explained():
    with pytest.raises(TypeError, match=r"activation=activation\(\)"):
        keras.layers.Dense(2, activation=candidate("relu"))(np.ones((1, 2)))
