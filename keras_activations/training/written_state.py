"""The variables that a training step writes, whoever owns them."""

from collections.abc import Callable, Iterator
from typing import Any

import keras
import tensorflow as tf

# Operations that use a variable without changing it.
_READING = {
    "ReadVariableOp",
    "ResourceGather",
    "ResourceGatherNd",
    "VariableShape",
}
# Operations that change what is not in a variable.
_BEYOND_VARIABLES = (
    "IteratorGetNext",
    "LookupTableImport",
    "LookupTableInsert",
    "LookupTableRemove",
    "QueueDequeue",
    "QueueEnqueue",
)


class WrittenState:
    """The variables that a step writes, found by tracing it once.

    The traced step tells about all of them: those of the model, of each
    optimizer wherever the model keeps it, of metrics and random generators,
    and those that a layer keeps as a `tf.Variable`. Variables that are made
    in the first step exist afterwards.

    Args:
        model: The model.
        step: The step. Its Python code runs.
        data: What it is given, of any structure of tensors.

    Attributes:
        run: The traced step.
        variables: What it writes.

    Raises:
        ValueError: If the step changes something that is not in a variable,
            such as a lookup table: it could not be put back. Or if the model
            runs eagerly, and its step cannot be traced.
    """

    def __init__(
        self, model: keras.Model, step: Callable[[Any], Any], data: Any
    ) -> None:
        traced = tf.function(step, autograph=False)
        try:
            function = self.run = traced.get_concrete_function(
                tf.nest.map_structure(_spec, data)
            )
        except Exception as error:
            if not model.run_eagerly:
                raise  # its training would fail as well
            raise ValueError(
                "What the step writes can only be put back if TensorFlow can "
                f"trace it. Received: {model}, whose step runs eagerly alone: "
                f"{error}"
            ) from error
        for operation in _operations(function.graph):
            if operation.startswith(_BEYOND_VARIABLES):
                raise ValueError(
                    "The step changes something that is not in a variable and "
                    f"cannot be put back. Received: {step}, with the operation "
                    f"{operation}"
                )
        written = {
            id(handle)
            for handle, inside in function.graph.captures
            if any(
                operation.type not in _READING
                for operation in inside.consumers()
            )
        }
        self.variables = [
            variable
            for variable in function.variables
            if id(variable.handle) in written
        ]

    def read(self) -> list[Any]:
        """The values of the variables now."""
        return [tf.identity(variable) for variable in self.variables]

    def write(self, values: list[Any]) -> None:
        """Sets the variables to what `read` returned."""
        for variable, value in zip(self.variables, values, strict=True):
            variable.assign(value)


def _spec(value: Any) -> Any:
    # In the graph of a step there are no values, and none are needed.
    return tf.type_spec_from_value(value) if tf.is_tensor(value) else value


def _operations(graph: tf.Graph) -> Iterator[str]:
    """The types of all operations, also of those in functions and loops."""
    definition = graph.as_graph_def()
    for part in (
        definition.node,
        *(f.node_def for f in definition.library.function),
    ):
        for node in part:
            yield node.op
