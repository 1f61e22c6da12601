"""Measures the activations of a step that XLA compiles after the step.

XLA compiles the statistics of each activation anew, which takes much of the
first step of a large network. TensorFlow's own operations need no compiling:
the step of a large network therefore returns its activations beside its logs,
and a function that XLA does not compile reduces them. In a small network that
call would take longer than the statistics, so they stay in the step.
"""

import math
from collections.abc import Callable
from dataclasses import replace
from itertools import compress
from typing import Any

import keras
import tensorflow as tf

from keras_activations.instrumentation.few import FEW
from keras_activations.instrumentation.notes import Call
from keras_activations.instrumentation.step import Step

Tensor = Any

# Of a network that is measured in its step: the entries of its activations for
# one sample.
MOST_ENTRIES = 2**18


class Afterwards:
    """Measures what the steps of a model return beside their logs.

    Args:
        model: The model.
        make: The name of its method that makes the function of a step.
    """

    def __init__(self, model: Any, make: str) -> None:
        self._model = model
        self._make = make
        # By the name of the trace of a step.
        self._functions: dict[str, Callable[..., Any]] = {}

    def split(self, step: Step) -> tuple[Step, Step]:
        """What is measured in the step, and what is afterwards."""
        everything = step, replace(step, sites=())
        if not self._comes_through(step):
            return everything
        leaves = [all(map(_leaves, calls)) for _, calls in step.sites]
        given = [*compress(step.sites, leaves)]
        kept = [*compress(step.sites, (not each for each in leaves))]
        shapes = [call.a.shape[1:] for _, calls in given for call in calls]
        entries = sum(math.prod(shape) for shape in shapes)
        if len(given) <= FEW and entries <= MOST_ENTRIES:
            return everything
        return replace(step, sites=kept), replace(step, sites=given)

    def _comes_through(self, step: Step) -> bool:
        """Whether all that the step returns reaches the monitor."""
        if not step.compiled or tf.distribute.has_strategy():
            return False
        # A `make_train_function` of the user may use what the step returns,
        # and of the steps of one execution only the last one returns anything.
        make = getattr(getattr(self._model, self._make), "__func__", None)
        return (
            make is getattr(keras.Model, self._make)
            and self._model.steps_per_execution == 1
        )

    def give(
        self, logs: Any, step: Step, add: Callable[[Step], None]
    ) -> dict[str, Any]:
        """What the step returns: its logs, and what is measured afterwards.

        Args:
            logs: What the model's own step returns.
            step: What is measured afterwards.
            add: Measures it.
        """
        given = {id(step.batch): step.batch}
        for _, calls in step.sites:
            for call in calls:
                tensors = call.z, call.a, call.mask
                given |= {id(t): t for t in tensors if t is not None}

        def measure(*values: Any) -> None:
            whole = zip(given.items(), values, strict=True)
            found = {key: _restored(t, value) for (key, t), value in whole}

            def restored(call: Call) -> Call:
                return replace(
                    call,
                    z=found[id(call.z)],
                    a=found[id(call.a)],
                    mask=found.get(id(call.mask)),
                )

            sites = step.with_calls(restored).sites
            add(Step(sites, (), found[id(step.batch)], compiled=False))

        matrices = [_matrix(tensor) for tensor in given.values()]
        name = f"activations of trace {len(self._functions)}"
        self._functions[name] = tf.function(
            measure,
            input_signature=[
                tf.TensorSpec(tensor.shape, tensor.dtype) for tensor in matrices
            ],
            autograph=False,
        )
        return {"logs": logs, name: tuple(matrices)}

    def take(self, outputs: Any) -> tuple[Any, Callable[[], None] | None]:
        """The logs in what a step returns, and what measures the rest."""
        names = {*outputs} - {"logs"} if isinstance(outputs, dict) else set()
        if len(names) != 1 or (name := names.pop()) not in self._functions:
            return outputs, None
        values = outputs[name]
        return outputs["logs"], lambda: self._functions[name](*values)


def _leaves(call: Call) -> bool:
    """Whether an activation can leave the step as a matrix, and be restored.

    If it has channels first or is transposed, it stays: XLA may store its axes
    in another order than the one in which it would have to leave the step.
    """
    tensors = [call.a] if call.mask is None else [call.a, call.mask]
    if any(None in tensor.shape[1:].as_list() for tensor in tensors):
        return False
    following = list(call.a.consumers())
    for operation in following:
        if operation.type == "Einsum" or _transposes(operation):
            return False
        if operation.type in ("Reshape", "Identity", "Transpose"):
            (output,) = operation.outputs
            following.extend(output.consumers())
    return call.unit_axis == -1


def _transposes(operation: tf.Operation) -> bool:
    # A Dense layer "transposes" an input of three axes to its own order.
    if operation.type != "Transpose":
        return False
    order = tf.get_static_value(operation.inputs[1])
    return order is None or list(order) != sorted(order)


def _matrix(tensor: Tensor) -> Tensor:
    # XLA moves a reshape across an activation, unless that very tensor leaves
    # the step; then it would round differently.
    if not tensor.shape.rank:
        return tensor
    return tf.reshape(tensor, [-1, tensor.shape[-1] or 1])


def _restored(tensor: Tensor, matrix: Tensor) -> Tensor:
    if not tensor.shape.rank:
        return matrix
    return tf.reshape(matrix, [-1, *tensor.shape[1:]])
