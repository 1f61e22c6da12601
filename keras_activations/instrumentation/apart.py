"""Operations that TensorFlow neither optimizes nor merges with the others."""

from collections.abc import Callable
from typing import Any

import tensorflow as tf
from tensorflow.core.protobuf.config_pb2 import ConfigProto

Tensor = Any


# To call such a function takes about 50 microseconds, which would make the
# step of a small network slower.
_FEW = 16


def apart(compute: Callable[[], Tensor], size: int) -> Tensor:
    """Computes a tensor in a separate function in the graph of a step.

    Optimizing the statistics of a large network takes TensorFlow longer than
    running its first step, and does not make them faster.

    Args:
        compute: Returns a tensor. In eager execution, and for few activations,
            it is called directly.
        size: How many activations it reduces.
    """
    if tf.executing_eagerly() or size <= _FEW:
        return compute()
    function = tf.function(
        compute, autograph=False, experimental_attributes={"_noinline": True}
    ).get_concrete_function()
    function.add_to_graph()
    config = ConfigProto()
    config.graph_options.rewrite_options.disable_meta_optimizer = True
    result = function.structured_outputs
    (found,) = tf.raw_ops.StatefulPartitionedCall(
        args=function.captured_inputs,
        Tout=[result.dtype],
        f=function,
        config_proto=config.SerializeToString(),
    )
    found.set_shape(result.shape)
    return found
