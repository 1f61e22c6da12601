"""The forward pass of a model on a probe batch: TensorFlow."""

from typing import Any

import keras
import numpy as np
import tensorflow as tf

from keras_activations.instrumentation.capture import capturing
from keras_activations.recycling.graph import Follow, Graph, Node, joined


class ForwardPass:
    """The forward pass, compiled.

    Args:
        model: The model.
        probe: Samples of what it is given, in its structure, or others of the
            same shapes.
        follow: Is given the operations, what was called, and the outputs, and
            returns what is to be read, each with the axis of its channels.
    """

    def __init__(self, model: Any, probe: Any, follow: Follow) -> None:
        self._model = model
        specs = keras.tree.map_structure(
            lambda x: tf.TensorSpec(x.shape, x.dtype), _tensors(probe)
        )

        def traced(inputs: Any) -> Any:
            graph = tf.compat.v1.get_default_graph()
            with capturing(mark=lambda: graph.version) as notes:
                outputs = keras.tree.flatten(model(inputs, training=False))
            read = follow(_graph(graph), notes, outputs)
            return (
                [tf.cast(y, tf.float32) for y in outputs],
                [_lowest_highest_mean(*each) for each in read],
            )

        with model.distribute_strategy.scope():
            self._run = tf.function(
                traced, autograph=False
            ).get_concrete_function(specs)

    def run(self, probe: Any) -> tuple[list[np.ndarray], list[np.ndarray]]:
        """The outputs in float32, and what is read.

        Of that, the lowest, the highest and the mean value of each channel,
        shape `(3, channels)`.

        Args:
            probe: Samples of the same shapes.
        """
        with self._model.distribute_strategy.scope():
            outputs, read = self._run(*keras.tree.flatten(_tensors(probe)))
        return [y.numpy() for y in outputs], [each.numpy() for each in read]


def _tensors(probe: Any) -> Any:
    return keras.tree.map_structure(tf.convert_to_tensor, probe)


def _graph(graph: Any) -> Graph:
    nodes: dict[int, Node] = {}

    def node(tensor: Any) -> Node:
        if id(tensor) not in nodes:
            rank = tensor.shape.rank
            shape = None if rank is None else tuple(tensor.shape)
            nodes[id(tensor)] = Node(tensor, shape)
        return nodes[id(tensor)]

    for number, each in enumerate(graph.get_operations()):
        joined(
            each.type,
            number,
            [node(tensor) for tensor in each.inputs],
            [node(tensor) for tensor in each.outputs],
        )
    return Graph(
        nodes,
        number_at=int,
        same=("Identity", "Cast"),
        of_shapes=("Shape", "ShapeN", "Size", "Rank", "ZerosLike", "OnesLike"),
    )


def _lowest_highest_mean(node: Node, axis: int) -> Any:
    values = tf.cast(node.tensor, tf.float32)
    rank = values.shape.rank
    others = [each for each in range(rank) if each != axis % rank]
    return tf.stack(
        [
            tf.reduce_min(values, others),
            tf.reduce_max(values, others),
            tf.reduce_mean(values, others),
        ]
    )
