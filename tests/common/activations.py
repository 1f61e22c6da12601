"""The shared table of activations: a new one is a row and inherits all checks.

The closed forms are NumPy float64 and know nothing of the package.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import keras
import numpy as np

from keras_activations import activations, layers

Array = np.ndarray


@dataclass(frozen=True)
class Row:
    """One activation as a user makes it, beside what it must compute.

    `value`, `slope` and `curve` are f, df/dx and d2f/dx2 of (x, alpha);
    `by_alpha` is df/dalpha per element, for a row that learns alpha.
    """

    name: str
    layer: Callable[..., keras.layers.Layer]
    function: Callable[..., Any]
    value: Callable[[Array, float], Array]
    slope: Callable[[Array, float], Array]
    curve: Callable[[Array, float], Array]
    slope_at_zero: float
    alpha: float = 0.0
    by_alpha: Callable[[Array, float], Array] | None = None

    @property
    def learns(self) -> bool:
        return self.by_alpha is not None


def _sigmoid(x: Array, _: float = 0) -> Array:
    e = np.exp(-np.abs(x))
    return np.where(x >= 0, 1 / (1 + e), e / (1 + e))


def _sigmoid_slope(x: Array, _: float = 0) -> Array:
    return _sigmoid(x) * _sigmoid(-x)


def _sigmoid_curve(x: Array, _: float = 0) -> Array:
    return _sigmoid_slope(x) * (_sigmoid(-x) - _sigmoid(x))


def _tanh_slope(x: Array, _: float = 0) -> Array:
    e = np.exp(-2 * np.abs(x))
    return 4 * e / (1 + e) ** 2


def _rectify(x: Array, a: float) -> Array:
    # Not a*x at -inf with a slope of 0, which is NaN.
    with np.errstate(invalid="ignore"):
        return np.where(x > 0, x, 0.0 * x if a == 0 else a * x)


def _relu(x: Array, _: float = 0) -> Array:
    return np.maximum(x, 0.0)


def _flat(x: Array, _: float = 0) -> Array:
    return np.zeros_like(x)


def _elu(x: Array, a: float) -> Array:
    return np.where(x > 0, x, a * np.expm1(np.minimum(x, 0)))


def _elu_slope(x: Array, a: float) -> Array:
    return np.where(x > 0, 1.0, a * np.exp(np.minimum(x, 0)))


def _elu_curve(x: Array, a: float) -> Array:
    return np.where(x > 0, 0.0, a * np.exp(np.minimum(x, 0)))


def _two_slopes(x: Array, a: float) -> Array:
    return np.where(x > 0, 1.0, a)


ROWS = [
    Row(
        "sigmoid",
        layers.Sigmoid,
        activations.sigmoid,
        _sigmoid,
        _sigmoid_slope,
        _sigmoid_curve,
        slope_at_zero=0.25,
    ),
    Row(
        "tanh",
        layers.Tanh,
        activations.tanh,
        lambda x, a: np.tanh(x),
        _tanh_slope,
        lambda x, a: -2 * np.tanh(x) * _tanh_slope(x),
        slope_at_zero=1.0,
    ),
    Row(
        "relu",
        layers.ReLU,
        activations.relu,
        _relu,
        lambda x, a: np.where(x > 0, 1.0, 0.0),
        _flat,
        slope_at_zero=0.0,
    ),
    Row(
        "relu_with_limits",
        lambda **kwargs: layers.ReLU(2.0, 0.1, 0.3, **kwargs),
        lambda x: activations.relu(x, 0.1, 2.0, 0.3),
        lambda x, a: np.where(x > 2, 2, np.where(x > 0.3, x, 0.1 * (x - 0.3))),
        lambda x, a: np.where(x > 2, 0.0, np.where(x > 0.3, 1.0, 0.1)),
        _flat,
        slope_at_zero=0.1,
    ),
    Row(
        "leaky_relu",
        layers.LeakyReLU,
        activations.leaky_relu,
        lambda x, a: _rectify(x, 0.01),
        lambda x, a: _two_slopes(x, 0.01),
        _flat,
        slope_at_zero=0.01,
    ),
    Row(
        "prelu",
        layers.PReLU,
        activations.prelu,
        _rectify,
        _two_slopes,
        _flat,
        slope_at_zero=0.25,
        alpha=0.25,
        by_alpha=lambda x, a: np.where(x > 0, 0.0, x),
    ),
    Row(
        "elu",
        layers.ELU,
        activations.elu,
        lambda x, a: _elu(x, 1.0),
        lambda x, a: _elu_slope(x, 1.0),
        lambda x, a: _elu_curve(x, 1.0),
        slope_at_zero=1.0,
    ),
    Row(
        "elu_half",
        lambda **kwargs: layers.ELU(0.5, **kwargs),
        lambda x: activations.elu(x, 0.5),
        lambda x, a: _elu(x, 0.5),
        lambda x, a: _elu_slope(x, 0.5),
        lambda x, a: _elu_curve(x, 0.5),
        slope_at_zero=0.5,
    ),
    Row(
        "elu_learned",
        lambda **kwargs: layers.ELU(0.75, learn_alpha=True, **kwargs),
        activations.elu,
        _elu,
        _elu_slope,
        _elu_curve,
        slope_at_zero=0.75,
        alpha=0.75,
        by_alpha=lambda x, a: np.where(x > 0, 0.0, np.expm1(np.minimum(x, 0))),
    ),
]

LEARNED = [row for row in ROWS if row.learns]


def by_name(row: Row) -> str:
    """Return the name of a row, for `pytest.mark.parametrize(ids=...)`."""
    return row.name
