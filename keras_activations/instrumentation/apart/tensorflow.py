"""Operations that TensorFlow neither optimizes nor merges with the others."""

from collections.abc import Callable
from typing import Any

import tensorflow as tf
from tensorflow.core.framework import attr_value_pb2
from tensorflow.core.protobuf.config_pb2 import ConfigProto

from keras_activations.instrumentation.few import FEW

Tensor = Any


def apart(compute: Callable[[], Tensor], size: int) -> Tensor:
    """Computes a tensor in a separate function in the graph of a step.

    Optimizing the statistics of a large network takes TensorFlow longer than
    running its first step, and does not make them faster.

    Args:
        compute: Returns a tensor. In eager execution, and for few activations,
            it is called directly.
        size: How many activations it reduces.
    """
    if tf.executing_eagerly() or size <= FEW:
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


_TERMS = {
    "Mul": tf.multiply,
    "RealDiv": tf.divide,
    "AddV2": tf.add,
    "Sub": tf.subtract,
}


def again(tensor: Tensor) -> Tensor:
    """Computes a tensor of a graph again, if it is a product or a sum.

    TensorFlow regroups the terms of two products or sums that follow each
    other, unless another operation reads the first result; then the step
    would round differently. So its terms are read instead. In float64, since
    TensorFlow would join the same operation on the same terms with the first;
    rounded from there, the result is the same.
    """
    if tf.executing_eagerly():
        return tensor
    source = tensor
    while source.op.type in ("Identity", "IdentityN"):
        source = source.op.inputs[source.value_index]
    make = _TERMS.get(source.op.type)
    # If XLA compiles these operations, as those of PReLU, the terms are inside
    # a kernel, which would be another one with them as outputs.
    if make is None or "_XlaCompile" in source.op.node_def.attr:
        return tensor
    terms = [tf.cast(term, tf.float64) for term in source.op.inputs]
    result = tf.cast(make(*terms), tensor.dtype)
    result.set_shape(tensor.shape)
    return result


def anew(tensor: Tensor) -> Tensor:
    """Computes a tensor of a graph a second time, from the layer's input on.

    TensorFlow makes one kernel of a product or convolution, its bias and the
    activation, unless another operation reads what is between them; then the
    step would round differently. In float64, for the reason that `again` has.
    """
    if tf.executing_eagerly():
        return tensor
    op = tensor.op
    if op.type in _PASSED:
        return anew(op.inputs[0])
    if op.type not in _JOINED or "_XlaCompile" in op.node_def.attr:
        return again(tensor)
    attributes = {
        name: value
        for name, value in op.node_def.attr.items()
        if not name.startswith("_")
    }
    attributes["T"] = attr_value_pb2.AttrValue(type=tf.float64.as_datatype_enum)
    inputs = [
        tf.cast(anew(each), tf.float64) if each.dtype.is_floating else each
        for each in op.inputs
    ]
    made = tensor.graph.create_op(
        op.type, inputs, [tf.float64], attrs=attributes
    )
    result = tf.cast(made.outputs[0], tensor.dtype)
    result.set_shape(tensor.shape)
    return result


_PASSED = ("Identity", "IdentityN")

# What is made one kernel with an activation, and what may be between them.
_JOINED = (
    "AddV2",
    "BatchMatMulV2",
    "BiasAdd",
    "Conv2D",
    "Conv3D",
    "DepthwiseConv2dNative",
    "ExpandDims",
    "MatMul",
    "Reshape",
    "Squeeze",
)
