"""The gain of an activation, beside closed forms and a drawn sample."""

import math
import re
from pathlib import Path

import keras
import numpy as np
import pytest

import keras_activations as ka
from keras_activations.activations import gain

PI = math.pi
# E f(Z)^2 in closed form.
SQUARES = {
    "linear": 1.0,
    "relu": 0.5,
    "exponential": math.exp(2),
    "tanh": 0.39429449039784,  # scipy.integrate.quad
    "selu": 1.0,
    "leaky_relu": (1 + ka.layers.LeakyReLU().negative_slope ** 2) / 2,
    # Klambauer et al. (2017) with alpha = scale = 1.
    "elu": 0.5
    + math.exp(2) * math.erfc(2 / math.sqrt(2)) / 2
    - math.exp(0.5) * math.erfc(1 / math.sqrt(2))
    + 0.5,
    "hard_tanh": 1 - math.sqrt(2 / (PI * math.e)),
}


@pytest.mark.parametrize("name", SQUARES)
def test_closed_forms(name):
    # SELU has its constants in eight digits.
    assert gain(name) ** -2 == pytest.approx(SQUARES[name], rel=2e-7)


@pytest.mark.parametrize("alpha", [0.0, 0.25, 1.0])
def test_parameters(alpha):
    square = (1 + alpha**2) / 2
    assert gain("prelu", alpha=alpha) ** -2 == pytest.approx(square)
    layer = ka.layers.PReLU(alpha)
    assert gain(layer) ** -2 == pytest.approx(square, rel=1e-6)


@pytest.mark.parametrize("name", ["gelu", "silu", "mish", "softplus"])
def test_a_drawn_sample(name):
    z = np.random.default_rng(0).normal(size=(4_000_000, 1))
    values = keras.ops.convert_to_numpy(getattr(keras.activations, name)(z))
    assert gain(name) ** -2 == pytest.approx(np.mean(values**2), rel=5e-3)


def test_a_function_of_the_user():
    assert gain(lambda x: x**3) ** -2 == pytest.approx(15.0)


def test_the_table_of_the_docs():
    page = Path(__file__).parents[2] / "docs" / "layers.md"
    rows = re.findall(r"^\| `(\w+)` \| ([\d.]+) \|$", page.read_text(), re.M)
    assert len(rows) > 20
    for name, value in rows:
        assert f"{gain(name):.6f}" == value, name


def test_bad_input():
    for joint in "softmax", "glu", "sparsemax":
        with pytest.raises(ValueError, match=f"activation='{joint}'"):
            gain(joint)
    with pytest.raises(ValueError, match="not all 0"):
        gain(lambda x: x * 0)
    with pytest.raises(TypeError, match="alpha"):
        gain("prelu")
    with pytest.raises(ValueError, match="'nothing'"):
        gain("nothing")
