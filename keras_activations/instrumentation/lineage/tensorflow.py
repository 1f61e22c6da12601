"""Of what a tensor was made: TensorFlow."""

from collections.abc import Sequence
from typing import Any

import tensorflow as tf

Tensor = Any


def made_of(tensor: Tensor) -> tuple[str, Sequence[Tensor]]:
    """The operation that made a tensor, and its inputs; "" if unknown."""
    if not hasattr(tensor, "graph"):  # there are no operations
        return "", ()
    return tensor.op.type, tensor.op.inputs


def depends_on_weight(notes: Any, tensor: Tensor) -> bool:
    """Whether a tensor depends on a weight of the model.

    A weight is a variable of floating point numbers: those of layers that
    prepare data, such as the state of a random generator, are integers.
    """
    if not hasattr(tensor, "op"):
        return True  # in an eager step, nobody can tell
    waiting, seen = [tensor.op], {id(tensor.op)}
    while waiting:
        operation = waiting.pop()
        if _reads_weight(operation):
            return True
        # The last input comes first: weights are last, so that the search
        # ends after a few operations.
        for before in operation.inputs:
            if id(before.op) not in seen:
                seen.add(id(before.op))
                waiting.append(before.op)
    return False


def _reads_weight(operation: tf.Operation) -> bool:
    return any(
        tensor.dtype == tf.resource for tensor in operation.inputs
    ) and any(tensor.dtype.is_floating for tensor in operation.outputs)
