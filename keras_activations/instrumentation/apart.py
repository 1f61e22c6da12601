"""Operations that TensorFlow neither optimizes nor joins with the others."""

from collections.abc import Callable
from typing import Any

import tensorflow as tf
from tensorflow.core.protobuf.config_pb2 import ConfigProto

Tensor = Any


def apart(compute: Callable[[], Tensor]) -> Tensor:
    """Computes a tensor in a function of its own in the graph of a step.

    To optimize the statistics of a large network takes TensorFlow longer than
    to run its first step, and makes them no faster. The function is made
    ready when the graph first comes to it: in a branch that is never taken,
    never.

    Args:
        compute: Gives a tensor. In eager execution it is called as it is.
    """
    if tf.executing_eagerly():
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
