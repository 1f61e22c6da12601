"""The shared table of activations: a new one is a row and inherits all checks.

The closed forms are NumPy float64 and know nothing of the package.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import keras
import numpy as np

from keras_activations import activations, layers

Array = np.ndarray


@dataclass(frozen=True)
class Learned:
    """A learned parameter.

    Args:
        start: Where it starts.
        slope: df/d(it) per element, of x and all parameters by name.
        one_for_all: Whether a layer has one, whatever its `shared_axes`.
        tolerance: As that of a row, where the slope's is the larger one.
        signed: Whether the function takes negative numbers for it.
    """

    start: float
    slope: Callable[..., Array]
    one_for_all: bool = False
    tolerance: float = 0.0
    signed: bool = False


@dataclass(frozen=True)
class Row:
    """One activation as a user makes it, beside what it must compute.

    Args:
        name: What tests are called after.
        layer: Makes the layer.
        function: The function that the layer calls.
        value: f(x, **parameters), the learned parameters by name.
        slope: df/dx, of the same arguments.
        curve: d2f/dx2, of the same arguments.
        slope_at_zero: df/dx at exactly 0.
        operations: What it is in LiteRT.
        curve_at_zero: d2f/dx2 at exactly 0.
        learned: The parameters by the names of the layer's weights.
        two_forms: Whether it is another one in training.
        rounded_once: Whether 16-bit numbers are computed in float32, so that
            the error is at most one unit in the last place.
        tolerance: The absolute error that is allowed near 0, as a multiple of
            the distance of two numbers near 1.
        cancels: The absolute error of float32 where it crosses 0 elsewhere.
    """

    name: str
    layer: Callable[..., keras.layers.Layer]
    function: Callable[..., Any]
    value: Callable[..., Array]
    slope: Callable[..., Array]
    curve: Callable[..., Array]
    slope_at_zero: float
    operations: frozenset[str]
    curve_at_zero: float = 0.0
    learned: Mapping[str, Learned] = field(default_factory=dict)
    two_forms: bool = False
    rounded_once: bool = False
    tolerance: float = 2**-6
    cancels: float = 0.0

    @property
    def learns(self) -> bool:
        return bool(self.learned)

    @property
    def start(self) -> dict[str, float]:
        """The learned parameters as a new layer has them."""
        return {name: each.start for name, each in self.learned.items()}

    # A mapping has no hash, and each row is one object.
    def __hash__(self) -> int:
        return id(self)


def _sigmoid(x: Array) -> Array:
    e = np.exp(-np.abs(x))
    return np.where(x >= 0, 1 / (1 + e), e / (1 + e))


def _sigmoid_slope(x: Array) -> Array:
    return _sigmoid(x) * _sigmoid(-x)


def _sigmoid_curve(x: Array) -> Array:
    return _sigmoid_slope(x) * (_sigmoid(-x) - _sigmoid(x))


def _tanh_slope(x: Array) -> Array:
    e = np.exp(-2 * np.abs(x))
    return 4 * e / (1 + e) ** 2


def _rectify(x: Array, alpha: float) -> Array:
    # Not alpha * x at -inf with a slope of 0, which is NaN.
    with np.errstate(invalid="ignore"):
        return np.where(x > 0, x, 0.0 * x if alpha == 0 else alpha * x)


def _relu(x: Array) -> Array:
    return np.maximum(x, 0.0)


def _flat(x: Array, **_: float) -> Array:
    return np.zeros_like(x)


def _elu(x: Array, alpha: float) -> Array:
    return np.where(x > 0, x, alpha * np.expm1(np.minimum(x, 0)))


def _elu_slope(x: Array, alpha: float) -> Array:
    return np.where(x > 0, 1.0, alpha * np.exp(np.minimum(x, 0)))


def _elu_curve(x: Array, alpha: float) -> Array:
    return np.where(x > 0, 0.0, alpha * np.exp(np.minimum(x, 0)))


def _two_slopes(x: Array, alpha: float) -> Array:
    return np.where(x > 0, 1.0, alpha)


def _swish(x: Array, beta: float) -> Array:
    # Not -inf * 0.
    return np.where(x == -np.inf, 0.0, x * _sigmoid(beta * x))


def _swish_slope(x: Array, beta: float) -> Array:
    near = np.clip(x, -1e5, 1e5)
    return _sigmoid(beta * x) + beta * near * _sigmoid_slope(beta * x)


def _swish_curve(x: Array, beta: float) -> Array:
    z = np.clip(beta * x, -1e5, 1e5)
    return beta * (2 * _sigmoid_slope(z) + z * _sigmoid_curve(z))


def _softplus(weight: float) -> float:
    return np.log1p(np.exp(weight))


def _xielu(x: Array, alpha_p: float, alpha_n: float) -> Array:
    p, n = _softplus(alpha_p), _softplus(alpha_n) + 0.5
    below = np.minimum(x, 0)
    return np.where(
        x > 0, p * x**2 + 0.5 * x, n * np.expm1(below) + (0.5 - n) * below
    )


def _xielu_slope(x: Array, alpha_p: float, alpha_n: float) -> Array:
    p, n = _softplus(alpha_p), _softplus(alpha_n) + 0.5
    return np.where(x > 0, 2 * p * x, n * np.expm1(np.minimum(x, 0))) + 0.5


def _xielu_curve(x: Array, alpha_p: float, alpha_n: float) -> Array:
    p, n = _softplus(alpha_p), _softplus(alpha_n) + 0.5
    return np.where(x > 0, 2 * p, n * np.exp(np.minimum(x, 0)))


def _xielu_by_alpha_p(x: Array, alpha_p: float, alpha_n: float) -> Array:
    return np.maximum(x, 0) ** 2 * _sigmoid(alpha_p)


def _xielu_by_alpha_n(x: Array, alpha_p: float, alpha_n: float) -> Array:
    below = np.minimum(x, 0)
    return (np.expm1(below) - below) * _sigmoid(alpha_n)


def _dynamic_tanh(x: Array, alpha: float, gamma: float, beta: float) -> Array:
    return gamma * np.tanh(alpha * x) + beta


def _dynamic_slope(x: Array, alpha: float, gamma: float, beta: float) -> Array:
    return gamma * alpha * _tanh_slope(alpha * x)


def _dynamic_curve(x: Array, alpha: float, gamma: float, beta: float) -> Array:
    z = alpha * x
    return -2 * gamma * alpha**2 * np.tanh(z) * _tanh_slope(z)


def _dynamic_by_alpha(
    x: Array, alpha: float, gamma: float, beta: float
) -> Array:
    return gamma * np.clip(x, -1e5, 1e5) * _tanh_slope(alpha * x)


# TensorFlow's ELU is exp(x) - 1, which cancels near 0.
_LIKE_ELU: Any = {"two_forms": True, "rounded_once": True, "tolerance": 1.0}

ROWS = [
    Row(
        "sigmoid",
        layers.Sigmoid,
        activations.sigmoid,
        _sigmoid,
        _sigmoid_slope,
        _sigmoid_curve,
        slope_at_zero=0.25,
        operations=frozenset({"LOGISTIC"}),
    ),
    Row(
        "tanh",
        layers.Tanh,
        activations.tanh,
        lambda x: np.tanh(x),
        _tanh_slope,
        lambda x: -2 * np.tanh(x) * _tanh_slope(x),
        slope_at_zero=1.0,
        operations=frozenset({"TANH"}),
    ),
    Row(
        "relu",
        layers.ReLU,
        activations.relu,
        _relu,
        lambda x: np.where(x > 0, 1.0, 0.0),
        _flat,
        slope_at_zero=0.0,
        operations=frozenset({"RELU"}),
    ),
    Row(
        "relu_with_limits",
        lambda **kwargs: layers.ReLU(2.0, 0.1, 0.3, **kwargs),
        lambda x: activations.relu(x, 0.1, 2.0, 0.3),
        lambda x: np.where(x > 2, 2, np.where(x > 0.3, x, 0.1 * (x - 0.3))),
        lambda x: np.where(x > 2, 0.0, np.where(x > 0.3, 1.0, 0.1)),
        _flat,
        slope_at_zero=0.1,
        operations=frozenset(
            {"SUB", "MUL", "LESS_EQUAL", "GREATER_EQUAL", "SELECT_V2"}
        ),
    ),
    Row(
        "leaky_relu",
        layers.LeakyReLU,
        activations.leaky_relu,
        lambda x: _rectify(x, 0.01),
        lambda x: _two_slopes(x, 0.01),
        _flat,
        slope_at_zero=0.01,
        operations=frozenset({"LEAKY_RELU"}),
    ),
    Row(
        "prelu",
        layers.PReLU,
        activations.prelu,
        _rectify,
        _two_slopes,
        _flat,
        slope_at_zero=0.25,
        operations=frozenset({"PRELU"}),
        learned={
            "alpha": Learned(0.25, lambda x, alpha: np.where(x > 0, 0.0, x))
        },
        two_forms=True,
    ),
    Row(
        "elu",
        layers.ELU,
        activations.elu,
        lambda x: _elu(x, 1.0),
        lambda x: _elu_slope(x, 1.0),
        lambda x: _elu_curve(x, 1.0),
        slope_at_zero=1.0,
        operations=frozenset({"ELU"}),
        **_LIKE_ELU,
    ),
    Row(
        "elu_half",
        lambda **kwargs: layers.ELU(0.5, **kwargs),
        lambda x: activations.elu(x, 0.5),
        lambda x: _elu(x, 0.5),
        lambda x: _elu_slope(x, 0.5),
        lambda x: _elu_curve(x, 0.5),
        slope_at_zero=0.5,
        operations=frozenset({"ELU", "LEAKY_RELU"}),
        **_LIKE_ELU,
    ),
    Row(
        "elu_learned",
        lambda **kwargs: layers.ELU(0.75, learn_alpha=True, **kwargs),
        activations.elu,
        _elu,
        _elu_slope,
        _elu_curve,
        slope_at_zero=0.75,
        operations=frozenset({"ELU", "PRELU"}),
        learned={
            "alpha": Learned(
                0.75,
                lambda x, alpha: np.where(
                    x > 0, 0.0, np.expm1(np.minimum(x, 0))
                ),
            )
        },
        **_LIKE_ELU,
    ),
    Row(
        "swish",
        layers.Swish,
        activations.swish,
        lambda x: _swish(x, 1.0),
        lambda x: _swish_slope(x, 1.0),
        lambda x: _swish_curve(x, 1.0),
        slope_at_zero=0.5,
        curve_at_zero=0.5,
        operations=frozenset({"MAXIMUM", "MUL", "LOGISTIC"}),
        two_forms=True,
        rounded_once=True,
    ),
    Row(
        "swish_learned",
        lambda **kwargs: layers.Swish(1.5, learn_beta=True, **kwargs),
        activations.swish,
        _swish,
        _swish_slope,
        _swish_curve,
        slope_at_zero=0.5,
        curve_at_zero=0.75,
        operations=frozenset({"MAXIMUM", "MUL", "LOGISTIC"}),
        learned={
            "beta": Learned(
                1.5,
                lambda x, beta: (
                    np.clip(x, -1e5, 1e5) ** 2 * _sigmoid_slope(beta * x)
                ),
                # 1 - s(x) is rounded to a multiple of half an epsilon.
                tolerance=2**5,
            )
        },
        two_forms=True,
        rounded_once=True,
    ),
    Row(
        "xielu",
        layers.XIELU,
        activations.xielu,
        _xielu,
        _xielu_slope,
        _xielu_curve,
        slope_at_zero=0.5,
        curve_at_zero=0.8,
        operations=frozenset(
            {"ADD", "DIV", "MINIMUM", "MUL", "RELU", "SUB", "TANH"}
        ),
        learned={
            "alpha_p": Learned(np.log(np.expm1(0.8)), _xielu_by_alpha_p),
            "alpha_n": Learned(np.log(np.expm1(0.3)), _xielu_by_alpha_n),
        },
        two_forms=True,
        rounded_once=True,
        tolerance=2.0,
        cancels=2.0**-21,
    ),
    Row(
        "dynamic_tanh",
        layers.DynamicTanh,
        activations.dynamic_tanh,
        _dynamic_tanh,
        _dynamic_slope,
        _dynamic_curve,
        slope_at_zero=0.5,
        operations=frozenset({"ADD", "MUL", "TANH"}),
        learned={
            "alpha": Learned(
                0.5,
                _dynamic_by_alpha,
                one_for_all=True,
                # 1 - t(x)**2 is rounded to a multiple of half an epsilon.
                tolerance=2**6,
            ),
            "gamma": Learned(
                1.0,
                lambda x, alpha, gamma, beta: np.tanh(alpha * x),
                signed=True,
            ),
            "beta": Learned(
                0.0,
                lambda x, alpha, gamma, beta: x**0,
                signed=True,
            ),
        },
        two_forms=True,
        rounded_once=True,
    ),
]

LEARNED = [row for row in ROWS if row.learns]


def by_name(row: Row) -> str:
    """Return the name of a row, for `pytest.mark.parametrize(ids=...)`."""
    return row.name
