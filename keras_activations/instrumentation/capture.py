"""Notes which activations run while a step is traced, and where.

During a trace, and only in the tracing thread, the calls of layers, operations
and activation functions pass through here. Nothing is added to the step: the
noted tensors are reduced after it.
"""

import inspect
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field, replace
from typing import Any

import keras
import tensorflow as tf

from keras_activations import compat
from keras_activations.instrumentation import places
from keras_activations.instrumentation.apart import again
from keras_activations.instrumentation.known import (
    kind_of_function,
    kind_of_layer,
)
from keras_activations.instrumentation.reach import (
    FORMULA,
    Reach,
    number_of_operations,
)
from keras_activations.instrumentation.unit_axes import UnitAxes
from keras_activations.replacing import replaced
from keras_activations.statistics import kinds
from keras_activations.statistics.kinds import Kind

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
        operations: The numbers of the operations of the graph that were made
            in it, the first one and the one after the last.
    """

    layer: Layer
    parent: "Invocation | None"
    number: int = 0
    mask: Tensor | None = None
    obstacle: str | None = None
    first_input: Tensor | None = None
    given: Any = ()
    output: Any = None
    operations: tuple[int, int] = (0, 0)
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
    losses: list["Loss"] = field(default_factory=list)
    updates: list["Update"] = field(default_factory=list)
    unseen_updates: list[str] = field(default_factory=list)
    # Whether the values of variables before their updates are kept, too.
    keeps_before: bool = False
    backward: int = 0
    inside_known: int = 0
    inside_update: int = 0
    # For the layers in TimeDistributed: mask, and the next step in time.
    in_time: dict[int, tuple[Tensor | None, int]] = field(default_factory=dict)


@dataclass(frozen=True, eq=False)
class Update:
    """One variable, its gradient, and its value before the update.

    Args:
        variable: The variable.
        given: What the optimizer was given for it.
        before: Its value before the update, or `None` if that was not kept.
        scale: By how much `given` is larger than the gradient, or `None`.
    """

    variable: Any
    given: Tensor
    before: Tensor | None
    scale: Any = None

    @property
    def gradient(self) -> Tensor:
        """The gradient of the loss."""
        if self.scale is None:
            return self.given
        return self.given / tf.cast(self.scale, self.given.dtype)


@dataclass(frozen=True, eq=False)
class Loss:
    """One call of a loss by the step itself, with what it returned."""

    loss: Any
    y_true: Tensor
    y_pred: Tensor
    sample_weight: Tensor | None
    value: Tensor


class _Thread(threading.local):
    notes: Notes | None = None


_thread = _Thread()


@dataclass(eq=False)
class _Holders:
    stack: ExitStack
    count: int = 0


_holders: dict[tuple[int, str], _Holders] = {}
_lock = threading.Lock()
_open = 0
_places: ExitStack | None = None


@contextmanager
def capturing(keeps_before: bool = False) -> Iterator[Notes]:
    """Yields the notes of this thread while a step is traced or run.

    Args:
        keeps_before: Whether to keep the values of variables before their
            updates.

    The places where calls pass through are shared by all threads (a
    MirroredStrategy has one for each replica): the first thread puts the
    functions there, the last one removes them.
    """
    global _open, _places
    step = Invocation(None, None)
    notes = Notes(step, Reach(), step, keeps_before=keeps_before)
    with _lock:
        _open += 1
        if _open == 1:
            _places = places.intercepted(
                _layer_call,
                _function_call,
                _backward,
                _vectorized,
                _update,
                _loss,
            )
    before, _thread.notes = _thread.notes, notes
    try:
        yield notes
    finally:
        _thread.notes = before
        with _lock:
            _open -= 1
            if _open == 0 and _places is not None:
                _places.close()
                _places = None


def _layer_call(own: Callable[..., Any], layer: Layer, args: Any, kwargs: Any):  # type: ignore[no-untyped-def]
    notes = _thread.notes
    if notes is None or notes.backward:
        return own(layer, *args, **kwargs)
    return _noted_call(notes, own, layer, (layer, *args), kwargs, args)


def _noted_call(
    notes: Notes,
    own: Callable[..., Any],
    layer: Layer,
    given: tuple[Any, ...],
    kwargs: dict[str, Any],
    args: tuple[Any, ...],
    mask: Tensor | None = None,
    number: int | None = None,
) -> Any:
    """Runs the call of a layer as an invocation."""
    parent = notes.current
    obstacle = parent.obstacle or _recurrent(layer) or notes.reach.obstacle()
    first = args[0] if args else next(iter(kwargs.values()), None)
    if mask is None:
        mask = _mask(layer, args, kwargs, first, parent)
    if number is None:
        # A call in another graph, such as Keras makes to build a layer in the
        # step, must not change the numbers of the calls in the step.
        number = parent.next_number((id(layer), obstacle))
    invocation = Invocation(layer, parent, number, mask, obstacle, first)
    invocation.given = args, kwargs
    if notes.reach.obstacle() is None:
        notes.invocations.append(invocation)
        if _is_tensor(first):
            notes.entered.append((layer, first))
    kind = kind_of_layer(layer)
    calls_before = len(notes.calls)
    notes.current = invocation
    with ExitStack() as stack:
        if isinstance(layer, keras.layers.Layer):
            stack.enter_context(_function_attributes(layer))
            if isinstance(layer, keras.layers.TimeDistributed):
                stack.enter_context(_each_step(notes, layer, mask))
        start = number_of_operations()
        try:
            output = own(*given, **kwargs)
        finally:
            notes.current = parent
    invocation.output = output
    invocation.operations = start, number_of_operations()
    notes.axes.after(layer, args, output)
    if kind is not None and tf.is_tensor(output):
        invocation.calls = 0
        own_calls = notes.calls[calls_before:]
        del notes.calls[calls_before:]
        if kind.name == kinds.OTHER:
            kind = _same_output(own_calls, output) or kinds.other(
                type(layer).__name__
            )
            first = next((c.z for c in own_calls if c.a is output), first)
        # The place of an activation layer that is the `activation` of another
        # layer is that other layer.
        place = invocation
        holder = vars(parent.layer) if parent.layer is not None else {}
        if holder.get("activation") is layer:
            place = parent
        _note(notes, place, kind, layer, first, output)
    elif isinstance(layer, keras.layers.TimeDistributed):
        _join_loop(notes, invocation, calls_before, output)
    if parent.layer is None:
        notes.given.append((layer, keras.tree.flatten(output)))
    if obstacle is None and _is_tensor(output):
        notes.layer_outputs.append((invocation, first, output))
    return output


def _same_output(calls: list[Call], output: Tensor) -> Kind | None:
    """The kind of an inner activation that returns the very same tensor."""
    return next((call.kind for call in calls if call.a is output), None)


def _function_call(
    own: Callable[..., Any], name: str, args: Any, kwargs: Any
) -> Any:
    notes = _thread.notes
    if notes is None or notes.backward or notes.inside_known:
        return own(*args, **kwargs)
    notes.inside_known += 1
    try:
        output = own(*args, **kwargs)
    finally:
        notes.inside_known -= 1
    if name == "linear":
        return output
    # A call of the step itself outside any layer, such as in a loss, is not an
    # activation of a layer.
    if notes.current.layer is not None and tf.is_tensor(output):
        kind, z = kind_of_function(name, own, args, kwargs)
        _note(notes, notes.current, kind, own, z, output)
    return output


def _backward(own: Callable[..., Any], args: Any, kwargs: Any) -> Any:
    notes = _thread.notes
    if notes is None:
        return own(*args, **kwargs)
    # A call for the gradient, such as by rematerialization, is not a forward
    # call.
    notes.backward += 1
    try:
        return own(*args, **kwargs)
    finally:
        notes.backward -= 1


def _vectorized(own: Callable[..., Any], args: Any, kwargs: Any) -> Any:
    notes = _thread.notes
    if notes is None:
        return own(*args, **kwargs)
    notes.reach.mapped += 1
    try:
        return own(*args, **kwargs)
    finally:
        notes.reach.mapped -= 1


def _update(
    own: Callable[..., Any], optimizer: Any, args: Any, kwargs: Any
) -> Any:
    notes = _thread.notes
    if notes is None or notes.inside_update:
        return own(optimizer, *args, **kwargs)
    given = inspect.signature(own).bind(optimizer, *args, **kwargs).arguments
    gradients = list(given["grads"])
    variables = given.get("trainable_variables")
    if variables is None:
        variables = compat.own_variables(optimizer)
    variables = list(variables)
    scale = getattr(optimizer, "dynamic_scale", None)
    for gradient, variable in zip(gradients, variables, strict=True):
        # The gradient of an embedding is a list of slices. It does not tell
        # how the incoming weights of a unit are pushed.
        if len(variable.shape) < 2 or not isinstance(gradient, tf.Tensor):
            continue
        if notes.reach.obstacle() is not None:
            notes.unseen_updates.append(variable.path)
            continue
        # The scale itself may change in this very update.
        value = None if scale is None else tf.identity(scale.value)
        before = tf.identity(variable.value) if notes.keeps_before else None
        notes.updates.append(Update(variable, gradient, before, value))
    notes.inside_update += 1
    try:
        return own(optimizer, gradients, variables)
    finally:
        notes.inside_update -= 1


def _loss(own: Callable[..., Any], loss: Any, args: Any, kwargs: Any) -> Any:
    value = own(loss, *args, **kwargs)
    notes = _thread.notes
    if notes is None or notes.backward or notes.current is not notes.step:
        return value
    given = inspect.signature(own).bind(loss, *args, **kwargs).arguments
    tensors = given["y_true"], given["y_pred"], value
    if all(map(_is_tensor, tensors)) and notes.reach.obstacle() is None:
        weight = given.get("sample_weight")
        notes.losses.append(
            Loss(
                loss,
                given["y_true"],
                given["y_pred"],
                weight if _is_tensor(weight) else None,
                value,
            )
        )
    return value


def _note(
    notes: Notes,
    place: Invocation,
    kind: Kind,
    activation: Any,
    z: Tensor,
    a: Tensor,
) -> None:
    obstacle = place.obstacle or notes.reach.obstacle() or _unmeasurable(a)
    if obstacle is not None:
        notes.calls.append(
            Call(place, 0, kind, activation, a, a, None, -1, obstacle)
        )
        return
    if kind.reads_input and (
        not _is_tensor(z) or z.shape.as_list() != a.shape.as_list()
    ):
        kind = kinds.other(kind.name)
    axis = notes.axes.of(place.layer, activation, z, a)
    mask = compat.mask(z)
    mask = place.mask if mask is None else mask
    call = Call(
        place,
        place.calls,
        kind,
        activation,
        z if kind.reads_input else a,
        a,
        mask if _fits(mask, a) else None,
        axis,
        given=z if _is_tensor(z) else None,
    )
    place.calls += 1
    notes.calls.append(call)
    notes.axes.remember(a, axis)


@contextmanager
def _function_attributes(layer: Layer) -> Iterator[None]:
    """Notes the calls of functions that a layer holds.

    The `activation` is noted whatever it computes. Other attributes are noted
    if the function is known, such as `self.act = tf.nn.relu`, which no place
    of `places` sees.
    """
    with _shared(layer, "functions", lambda: _noting_attributes(layer)):
        yield


def _noting_attributes(layer: Layer) -> dict[str, Any]:
    found = {}
    for attribute, value in vars(layer).items():
        known = None
        if callable(value) and not isinstance(value, keras.Operation | type):
            known = places.known_function(value)
            if known is None and attribute == "activation":
                known = kinds.OTHER
        if known is not None:
            found[attribute] = _noting(value, known)
    return found


@contextmanager
def _shared(
    owner: Any, part: str, make: Callable[[], dict[str, Any]]
) -> Iterator[None]:
    """Replaces attributes of a layer as long as any thread is in the block.

    The replicas of a MirroredStrategy run interleaved: one may enter a layer
    that another has not left.
    """
    with _lock:
        key = id(owner), part
        if key not in _holders:
            stack = ExitStack()
            stack.enter_context(replaced(owner, **make()))
            _holders[key] = _Holders(stack)
        holders = _holders[key]
        holders.count += 1
    try:
        yield
    finally:
        with _lock:
            holders.count -= 1
            if not holders.count:
                del _holders[key]
                holders.stack.close()


def _noting(function: Any, name: str) -> Callable[..., Any]:
    if name != kinds.OTHER:

        def watched(*args: Any, **kwargs: Any) -> Any:
            return _function_call(function, name, args, kwargs)
    else:

        def watched(*args: Any, **kwargs: Any) -> Any:
            notes = _thread.notes
            if notes is None or notes.backward or notes.inside_known:
                return function(*args, **kwargs)
            before = len(notes.calls)
            output = function(*args, **kwargs)
            if not tf.is_tensor(output):
                return output
            inner = notes.calls[before:]
            z = args[0] if args else next(iter(kwargs.values()), None)
            kind = _same_output(inner, output)
            if kind is None:
                kind = kinds.other(
                    getattr(function, "__name__", type(function).__name__)
                )
            else:
                z = next(c.z for c in inner if c.a is output)
            del notes.calls[before:]
            notes.current.calls -= sum(
                c.obstacle is None and c.invocation is notes.current
                for c in inner
            )
            _note(notes, notes.current, kind, function, z, output)
            return output

    # A layer may inspect its function, for example in `get_config`.
    for attribute in ("__name__", "__qualname__", "__doc__", "__module__"):
        if hasattr(function, attribute):
            setattr(watched, attribute, getattr(function, attribute))
    watched.__wrapped__ = function  # type: ignore[attr-defined]
    return watched


@contextmanager
def _each_step(
    notes: Notes, wrapper: Layer, mask: Tensor | None
) -> Iterator[None]:
    """Notes the calls in a TimeDistributed, which bypass `__call__`.

    It uses the `call` of its layer for each step in time.
    """
    layer = wrapper.layer
    own = layer.call

    def call(*args: Any, **kwargs: Any) -> Any:
        noted = _thread.notes
        if noted is None or noted.backward or id(layer) not in noted.in_time:
            return own(*args, **kwargs)
        mask, step = noted.in_time[id(layer)]
        noted.in_time[id(layer)] = mask, step + 1
        part = None
        if mask is not None and noted.reach.obstacle() is None:
            part = mask[:, step]
        return _noted_call(noted, own, layer, args, kwargs, args, part, 0)

    before = notes.in_time.get(id(layer))
    notes.in_time[id(layer)] = mask, 0
    with _shared(layer, "call", lambda: {"call": call}):
        try:
            yield
        finally:
            del notes.in_time[id(layer)]
            if before is not None:
                notes.in_time[id(layer)] = before


def _join_loop(
    notes: Notes, invocation: Invocation, start: int, output: Tensor
) -> None:
    """Takes the output of a TimeDistributed as the output of its layer.

    An unknown number of steps in time runs as a loop in a graph of its own,
    and only its result can be read.
    """
    wrapped = invocation.layer.layer
    for call in notes.calls[start:]:
        if (
            call.obstacle is not None
            and _is_tensor(output)
            and call.invocation.layer is wrapped
            and not call.kind.reads_input
            and invocation.obstacle is None
        ):
            call.obstacle = _unmeasurable(output)
            call.z = call.a = output
            call.mask = (
                invocation.mask if _fits(invocation.mask, output) else None
            )


def _recurrent(layer: Layer) -> str | None:
    if not isinstance(layer, keras.layers.RNN):
        return None
    known = (
        keras.layers.LSTMCell,
        keras.layers.GRUCell,
        keras.layers.SimpleRNNCell,
    )
    cells = keras.tree.flatten(getattr(layer.cell, "cells", layer.cell))
    if all(isinstance(cell, known) for cell in cells):
        return FORMULA
    return None if layer.unroll else "inside the loop over time"


def _mask(
    layer: Layer,
    args: tuple[Any, ...],
    kwargs: dict[str, Any],
    first: Any,
    parent: Invocation,
) -> Tensor | None:
    mask = kwargs.get("mask")
    if mask is None and len(args) > 1:
        names = list(inspect.signature(layer.call).parameters)
        if "mask" in names[1 : len(args)]:
            mask = args[names.index("mask")]
    if mask is None and getattr(layer, "supports_masking", True):
        mask = compat.mask(first)
        if mask is None and first is not None and first is parent.first_input:
            mask = parent.mask
    return mask if _is_tensor(mask) else None


def _is_tensor(x: Any) -> bool:
    return tf.is_tensor(x) and isinstance(x, tf.Tensor)


def _unmeasurable(a: Any) -> str | None:
    if not _is_tensor(a):
        return f"its output is a {type(a).__name__}"
    if not a.dtype.is_floating:
        return f"its output is {a.dtype.name}"
    if a.shape.rank is None:
        return "the number of its axes is unknown"
    if a.shape.rank < 2:
        return "its output has no axis of units"
    return None


def _fits(mask: Any, a: Tensor) -> bool:
    return (
        _is_tensor(mask)
        and a.shape.rank is not None
        and mask.shape.rank is not None
        and mask.shape.rank < a.shape.rank
        and mask.shape.is_compatible_with(a.shape[: mask.shape.rank])
    )
