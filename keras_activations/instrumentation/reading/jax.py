"""What the host reads of the variables of a model: JAX."""

from typing import Any

import jax
import keras
import numpy as np

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
    return float(keras.ops.convert_to_numpy(value))


def value(variable: Any) -> np.ndarray:
    """The value of a variable."""
    return np.asarray(variable.value)


def part_of_matrix(variable: Any, rows: int, apart: int) -> np.ndarray:
    """A variable as a matrix: its rows at equal distances, float32."""
    matrix = variable.value.reshape(rows, variable.shape[-1])
    return np.asarray(matrix[::apart].astype("float32"))
