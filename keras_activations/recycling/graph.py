"""The operations of one forward pass, as both backends tell them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from keras_activations.instrumentation.notes import Notes

Tensor = Any  # of the backend


@dataclass(eq=False)
class Node:
    """A tensor of the pass.

    Args:
        tensor: What it is for the backend.
        shape: Its sizes, `None` where one is unknown; `None` if not even
            their number is known.
        maker: The operation that makes it; `None` for what is given.
        readers: The operations that read it, the first one first.
    """

    tensor: Tensor
    shape: tuple[int | None, ...] | None
    maker: "Operation | None" = None
    readers: list["Operation"] = field(default_factory=list)

    @property
    def rank(self) -> int | None:
        """The number of its axes."""
        return None if self.shape is None else len(self.shape)


@dataclass(eq=False)
class Operation:
    """An operation of the pass.

    Args:
        kind: What the backend calls it.
        number: Its place in the order in which they were made.
        inputs: What it reads.
        outputs: What it makes.
    """

    kind: str
    number: int
    inputs: list[Node]
    outputs: list[Node] = field(default_factory=list)


@dataclass(eq=False)
class Graph:
    """All of them.

    Args:
        nodes: By the id of a tensor as a layer sees it, what it is here.
        number_at: How many operations there were at a mark that was set
            while the pass was traced.
        same: The kinds of operations behind which values are the same.
        of_shapes: The kinds of operations that read no values.
    """

    nodes: Mapping[int, Node]
    number_at: Callable[[Any], int]
    same: Sequence[str]
    of_shapes: Sequence[str] = ()

    def node(self, tensor: Tensor) -> Node | None:
        """What a tensor is here; `None` for anything else."""
        return self.nodes.get(id(tensor))


# Is given a pass, what was called in it, and its outputs. Returns what is to be
# read, each with the axis of its channels.
Follow = Callable[[Graph, Notes, Sequence[Tensor]], Sequence[tuple[Node, int]]]


def joined(
    kind: str, number: int, inputs: list[Node], outputs: list[Node]
) -> None:
    """Adds an operation between its inputs and its outputs."""
    operation = Operation(kind, number, inputs, outputs)
    for node in dict.fromkeys(inputs):
        node.readers.append(operation)
    for node in outputs:
        node.maker = operation
