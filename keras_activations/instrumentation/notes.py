"""What a step shows while it is traced."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

from keras_activations.backends import module_of
from keras_activations.instrumentation.apart import again
from keras_activations.instrumentation.reach import Reach
from keras_activations.instrumentation.unit_axes import UnitAxes
from keras_activations.statistics.kinds import Kind

ops = module_of("keras_activations.statistics.operations")

Tensor = Any
Layer = Any


@dataclass(eq=False)
class Invocation:
    """One call of a layer or operation in a step.

    Args:
        layer: What is called; `None` for the step itself.
        parent: The invocation in which it is called.
        mask: Which positions of its input count, or `None`.
        obstacle: Why nothing in it can be measured, or `None`.
        given: What it is called with, of any structure.
        output: What it returns.
        began: The mark that was set at its beginning.
        ended: The mark that was set at its end.
    """

    layer: Layer
    parent: "Invocation | None"
    number: int = 0
    mask: Tensor | None = None
    obstacle: str | None = None
    first_input: Tensor | None = None
    given: Any = ()
    output: Any = None
    began: Any = None
    ended: Any = None
    calls: int = 0
    numbers: dict[Any, int] = field(default_factory=dict)

    def next_number(self, label: Any) -> int:
        """How often this was asked for the same label before."""
        number = self.numbers.get(label, 0)
        self.numbers[label] = number + 1
        return number


@dataclass(eq=False)
class Call:
    """One call of an activation: a = activation(z).

    Args:
        invocation: The layer's call in which it happened.
        number: Which of the activations of that call it is, from 0 on.
        kind: What the statistics know about it.
        activation: The activation layer or function.
        z: Its input; its output where the kind does not need the input.
        a: Its output.
        mask: Boolean, shape `(batch, ...)`: which positions count.
        unit_axis: The axis of the units in its output.
        obstacle: Why it cannot be measured, or `None`.
        given: Its input, whether the kind needs it or not.
    """

    invocation: Invocation
    number: int
    kind: Kind
    activation: Any
    z: Tensor
    a: Tensor
    mask: Tensor | None
    unit_axis: int = -1
    obstacle: str | None = None
    given: Tensor | None = None

    @property
    def measured(self) -> Tensor:
        """The output to measure."""
        return self.kind.measured(self.z, self.a)

    def by_input(self) -> "Call":
        """The same without the output, where that follows from the input."""
        return self if self.kind.output is None else replace(self, a=self.z)

    def unread(self) -> "Call":
        """The same, measured without reading what TensorFlow might regroup."""
        if self.kind.output is not None:
            return self.by_input()
        a = again(self.a)
        return replace(self, a=a, z=a if self.z is self.a else self.z)


@dataclass(frozen=True, eq=False)
class Update:
    """One variable, its gradient, and its value before the update.

    Args:
        variable: The variable.
        given: What the optimizer was given for it.
        before: Its value before the update, or `None` if that was not kept.
        scale: By how much `given` is larger than the gradient, or `None`.
        after: Its value after the update; `None`: the variable has it.
    """

    variable: Any
    given: Tensor
    before: Tensor | None
    scale: Any = None
    after: Tensor | None = None

    @property
    def gradient(self) -> Tensor:
        """The gradient of the loss."""
        if self.scale is None:
            return self.given
        return self.given / ops.cast(self.scale, self.given.dtype)


@dataclass(frozen=True, eq=False)
class Loss:
    """One call of a loss by the step itself, with what it returned."""

    loss: Any
    y_true: Tensor
    y_pred: Tensor
    sample_weight: Tensor | None
    value: Tensor


@dataclass(eq=False)
class Notes:
    """What the step of one replica has shown."""

    step: Invocation
    reach: Reach
    current: Invocation
    axes: UnitAxes = field(default_factory=UnitAxes)
    calls: list[Call] = field(default_factory=list)
    layer_outputs: list[tuple[Invocation, Tensor, Tensor]] = field(
        default_factory=list
    )
    # The outputs of the layers that the step itself calls, such as the model.
    given: list[tuple[Layer, list[Any]]] = field(default_factory=list)
    # The layers that were called, and the first input of each.
    entered: list[tuple[Layer, Tensor]] = field(default_factory=list)
    # Those whose operations are in the graph of the step.
    invocations: list[Invocation] = field(default_factory=list)
    losses: list[Loss] = field(default_factory=list)
    updates: list[Update] = field(default_factory=list)
    unseen_updates: list[str] = field(default_factory=list)
    # Whether the values of variables before their updates are kept, too.
    keeps_before: bool = False
    # What sets a mark in the step, or `None`.
    mark: Callable[[], Any] | None = None
    backward: int = 0
    inside_known: int = 0
    inside_update: int = 0
    # The ids of tensors that depend on a variable that is differentiated.
    differentiated: set[int] = field(default_factory=set)
    # For the layers in TimeDistributed: mask, and the next step in time.
    in_time: dict[int, tuple[Tensor | None, int]] = field(default_factory=dict)
