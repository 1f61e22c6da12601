"""The initial scale of weights by a formula, where no data is at hand."""

import math
from typing import Any

import keras
import numpy as np

from keras_activations import compat
from keras_activations.activations import gain, prelu
from keras_activations.models.branches import NORMALIZING, origin

Layer = Any
Operation = Any  # a layer or a keras.Operation

# What they give has a mean square of 1: normalizations, and sums of branches
# that are scaled to it.
_OF_SIZE_ONE = (*NORMALIZING, keras.layers.Add)


def formula_gain(model: keras.Model, layer: Layer) -> float | str:
    """1 / sqrt(E a^2) of what a layer reads, by formula.

    Args:
        model: The model, whose inputs have a mean square of 1.
        layer: One of its layers.

    Returns:
        The gain; or why no formula holds, as part of a sentence.
    """
    nodes = compat.calls(layer)
    if len(nodes) != 1:
        return "it is called in the code of a model, or several times"
    tensor = origin(nodes[0].input_tensors[0])
    maker, _ = compat.maker(tensor)
    if isinstance(maker, keras.layers.InputLayer):
        own = {id(each) for each in keras.tree.flatten(model.inputs)}
        return 1.0 if id(tensor) in own else "it begins a nested model"
    if isinstance(maker, _OF_SIZE_ONE):
        return 1.0
    activation = getattr(maker, "activation", maker)
    if not callable(activation):
        return f"it reads {_name(maker)}"
    try:
        return _homogeneous_gain(activation)
    except (TypeError, ValueError):
        return f"no formula holds for what {_name(maker)} gives"


def _homogeneous_gain(activation: Any) -> float:
    """The gain of an f with f(c z) = c f(z) for c > 0.

    Raises:
        ValueError: It is none of these, so that the formula would hold for one
            layer only.
    """
    alpha = getattr(activation, "alpha", None)
    if isinstance(alpha, keras.Variable):
        mean = float(np.mean(keras.ops.convert_to_numpy(alpha)))
        if not type(activation).__name__ == "PReLU":
            raise ValueError(activation)
        return gain(prelu, alpha=mean)
    z = np.linspace(-3.0, 3.0, 25, dtype="float32")[:, None]
    once, twice = (
        keras.ops.convert_to_numpy(
            activation(keras.ops.convert_to_tensor(each))
        )
        for each in (z, 4 * z)
    )
    if once.shape != z.shape or not np.allclose(twice, 4 * once, atol=1e-6):
        raise ValueError(activation)
    return gain(activation)


def fan_in_deviation(kernel: Any) -> float:
    """sqrt(fan_in) times the rms of a kernel whose last axis is the units."""
    values = keras.ops.convert_to_numpy(kernel).astype("float64")
    fan_in = math.prod(values.shape[:-1])
    return math.sqrt(fan_in * float(np.mean(values**2)))


def _name(operation: Operation) -> str:
    return f"{type(operation).__name__} {operation.name!r}"
