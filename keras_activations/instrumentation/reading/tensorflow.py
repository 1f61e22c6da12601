"""What the host reads of the variables of a model: TensorFlow."""

from typing import Any

import numpy as np
import tensorflow as tf


def up_to_date(model: Any) -> Any:
    """The model, whose variables always have the values of the last step."""
    return model


def is_first_process() -> bool:
    """Yes: Keras on TensorFlow trains in one process."""
    return True


def number(value: Any) -> float:
    """A variable or tensor of one number."""
    # Not keras.ops, which cannot read a variable with replicas.
    return float(tf.convert_to_tensor(value))


def value(variable: Any) -> np.ndarray:
    """The value of a variable; of replicas, that of the first."""
    return np.asarray(tf.convert_to_tensor(variable.value))


def part_of_matrix(variable: Any, rows: int, apart: int) -> np.ndarray:
    """A variable as a matrix: its rows at equal distances, float32."""
    matrix = tf.convert_to_tensor(variable.value)
    matrix = tf.reshape(matrix, [rows, variable.shape[-1]])
    part: np.ndarray = tf.cast(matrix[::apart], tf.float32).numpy()
    return part
