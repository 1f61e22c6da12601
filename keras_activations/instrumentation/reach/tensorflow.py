"""Whether a tensor of a step can be measured after it: TensorFlow."""

import tensorflow as tf

from keras_activations import compat
from keras_activations.instrumentation.obstacles import BUILDING


class Reach:
    """The graph of a step; what is computed in another one is out of reach."""

    def __init__(self) -> None:
        self._graph = _graph()
        # How many calls of vectorized_map are around this one. Such a function
        # is traced with one element in the graph of the step, where its
        # tensors hold the first one.
        self.mapped = 0

    def obstacle(self) -> str | None:
        """Why a tensor computed now cannot be measured; `None` if it can."""
        graph = _graph()
        if graph is self._graph:
            return "inside a vectorized_map" if self.mapped else None
        kind = type(graph).__name__
        if compat.is_building(graph):
            return BUILDING
        if "While" in kind:
            return "inside a loop"
        if "Cond" in kind:
            return "inside a branch"
        return "inside a tf.function or loop of its own"


def _graph() -> object:
    """The graph to which operations are added now; `None` if eager."""
    if tf.executing_eagerly():
        return None
    return tf.compat.v1.get_default_graph()
