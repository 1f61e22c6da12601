"""The scale of the weights that an activation needs."""

import math
from typing import Any

import keras
import numpy as np

from keras_activations.activations.lookup import get

# Of the standard normal density, what is further out is below 1e-30.
_END = 12.0
# The kinks and jumps of the usual activations are at multiples of this.
_PANEL = 0.01


def gain(activation: Any, **parameters: Any) -> float:
    """By how much weights must be larger than without an activation.

    Weights of deviation `gain / sqrt(fan_in)` keep the mean square of the
    outputs of a layer at 1 if its inputs are such activations of numbers from
    N(0, 1): gain = 1 / sqrt(E f(Z)^2). For ReLU it is sqrt(2), the factor of
    He's initializers. For an f with f(c z) = c f(z) for c > 0, that holds from
    layer to layer. For others it holds for the first layer only: a deviation
    from 1 can grow with depth, as with GELU, SiLU and Mish, and
    `keras_activations.models.initial_scale` looks at data instead.

    Args:
        activation: What `keras_activations.activations.get` takes: a name, a
            function, or a layer.
        **parameters: Those of the function, such as `alpha=0.25`.

    Returns:
        The gain, to eight digits. (`torch.nn.init.calculate_gain` gives 5/3
        for tanh and 3/4 for SELU, which are not these.)

    Raises:
        TypeError: If the function needs parameters that are not given, or does
            not have those that are.
        ValueError: If there is no such activation, if it is not computed entry
            by entry, or if it gives 0 or no finite number.

    Source: He, Zhang, Ren and Sun (2015), "Delving deep into rectifiers",
    arXiv:1502.01852, section 2.2.

    Example:

    >>> round(ka.activations.gain("relu") ** 2, 6)
    2.0
    >>> round(ka.activations.gain("tanh"), 6)
    1.592537
    >>> round(ka.activations.gain("prelu", alpha=0.25) ** 2, 6)
    1.882353
    """
    function = get(activation)
    z, weights = _normal()
    # The other column must make no difference.
    found = [
        keras.ops.convert_to_numpy(
            function(
                keras.ops.convert_to_tensor(
                    np.stack([z, np.full_like(z, other)], 1), "float64"
                ),
                **parameters,
            )
        )
        for other in (0.0, 1.0)
    ]
    if found[0].shape != (len(z), 2) or not np.array_equal(
        found[0][:, 0], found[1][:, 0]
    ):
        raise ValueError(
            "`activation` must be computed entry by entry. Received: "
            f"activation={activation!r}"
        )
    square = float(weights @ found[0][:, 0].astype("float64") ** 2)
    if not (math.isfinite(square) and square > 0):
        raise ValueError(
            "`activation` must give finite numbers that are not all 0. "
            f"Received: activation={activation!r}, whose mean square is "
            f"{square}"
        )
    return 1.0 / math.sqrt(square)


def _normal() -> tuple[np.ndarray, np.ndarray]:
    """Points and weights of a quadrature for N(0, 1).

    Gauss and Legendre's rule on many panels, since that of Gauss and Hermite
    is slow where a function has a kink: for hard_tanh, a hundred points give
    three digits.
    """
    points, weights = np.polynomial.legendre.leggauss(8)
    panels = round(2 * _END / _PANEL)
    middles = (np.arange(panels) + 0.5) * _PANEL - _END
    z = (middles[:, None] + points * _PANEL / 2).ravel()
    density = np.exp(-(z**2) / 2) / math.sqrt(2 * math.pi)
    return z, np.tile(weights * _PANEL / 2, panels) * density
