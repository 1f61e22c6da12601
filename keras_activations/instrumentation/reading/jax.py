"""What the host reads of the variables of a model: JAX."""

from typing import Any

import jax
import keras
import numpy as np
from jax.experimental import multihost_utils

from keras_activations import compat


def up_to_date(model: Any) -> Any:
    """The model, whose variables are given the values of the last step.

    While a model is fitted, they are elsewhere.
    """
    compat.synchronize(model)
    return model


def is_first_process() -> bool:
    """Whether it is the first of the processes that train the model."""
    return jax.process_index() == 0


def number(value: Any) -> float:
    """A variable or tensor of one number."""
    return float(keras.ops.convert_to_tensor(value))


def value(variable: Any) -> np.ndarray:
    """The value of a variable."""
    return _on_host(variable.value)


def part_of_matrix(variable: Any, rows: int, apart: int) -> np.ndarray:
    """A variable as a matrix: its rows at equal distances, float32."""
    matrix = variable.value.reshape(rows, variable.shape[-1])
    return _on_host(matrix[::apart].astype("float32"))


def _on_host(array: jax.Array) -> np.ndarray:
    """An array, of which other processes may have parts.

    Then all of them read it at the same step.
    """
    if array.is_fully_addressable or array.is_fully_replicated:
        return np.asarray(array)
    whole: np.ndarray = multihost_utils.process_allgather(array, tiled=True)
    return whole
