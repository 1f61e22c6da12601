"""The validation data of a run on TensorFlow."""

from typing import Any

import keras
import tensorflow as tf


def fit_arguments(arrays: Any, batch_size: int) -> dict[str, Any]:
    """The arguments of `fit` for validation data.

    From arrays, Keras makes a data set that contains functions. Starting it,
    in each epoch, takes longer than many evaluations.

    Args:
        arrays: A pair of structures of arrays, `x` and `y`.
        batch_size: The number of samples that are evaluated at once.
    """
    batches = tf.data.Dataset.from_tensor_slices(
        keras.tree.lists_to_tuples(arrays)
    ).batch(batch_size)
    return {"validation_data": batches}
