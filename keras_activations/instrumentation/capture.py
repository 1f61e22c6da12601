"""Notes which activations run while a step is traced, and where.

During a trace, and only in the tracing thread, the calls of layers, operations
and activation functions pass through here. Nothing is added to the step: the
noted tensors are reduced after it.
"""

import inspect
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from typing import Any

import keras

from keras_activations import compat
from keras_activations.backends import module_of
from keras_activations.instrumentation import places
from keras_activations.instrumentation.known import (
    kind_of_function,
    kind_of_layer,
)
from keras_activations.instrumentation.lifting import Frame
from keras_activations.instrumentation.notes import (
    Call,
    Invocation,
    Loss,
    Notes,
)
from keras_activations.instrumentation.obstacles import FORMULA
from keras_activations.instrumentation.reach import Reach
from keras_activations.instrumentation.routes import Routes
from keras_activations.instrumentation.updates import with_update
from keras_activations.replacing import replaced
from keras_activations.statistics import kinds
from keras_activations.statistics.kinds import Kind

ops = module_of("keras_activations.statistics.operations")

Tensor = Any
Layer = Any


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
def capturing(
    keeps_before: bool = False, mark: Callable[[], Any] | None = None
) -> Iterator[Notes]:
    """Yields the notes of this thread while a step is traced or run.

    Args:
        keeps_before: Whether to keep the values of variables before their
            updates.
        mark: Is called at the beginning and the end of each invocation, which
            keeps what it returns.

    The places where calls pass through are shared by all threads (a
    MirroredStrategy has one for each replica): the first thread puts the
    functions there, the last one removes them.
    """
    global _open, _places
    step = Invocation(None, None)
    notes = Notes(step, Reach(), step, keeps_before=keeps_before, mark=mark)
    with _lock:
        _open += 1
        if _open == 1:
            _places = places.intercepted(
                Routes(
                    _layer_call,
                    _function_call,
                    _update,
                    _loss,
                    _backward,
                    _vectorized,
                    _frame,
                )
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
        if ops.is_dense(first):
            notes.entered.append((layer, first))
    kind = kind_of_layer(layer)
    calls_before = len(notes.calls)
    notes.current = invocation
    with ExitStack() as stack:
        if isinstance(layer, keras.layers.Layer):
            stack.enter_context(_function_attributes(layer))
            if isinstance(layer, keras.layers.TimeDistributed):
                stack.enter_context(_each_step(notes, layer, mask))
        mark = None if notes.reach.obstacle() else notes.mark
        if mark is not None:
            invocation.began = mark()
        try:
            output = own(*given, **kwargs)
        finally:
            notes.current = parent
        if mark is not None:
            invocation.ended = mark()
    invocation.output = output
    notes.axes.after(layer, args, output)
    if kind is not None and ops.is_tensor(output):
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
    if obstacle is None and ops.is_dense(output):
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
    if notes.current.layer is not None and ops.is_tensor(output):
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
    return with_update(notes, own, optimizer, args, kwargs)


def _frame() -> Frame | None:
    """A function of which this thread will take its own tensors, if it notes.

    A function that JAX differentiates or computes again has tensors that
    are of no use outside it, unless it returns them.
    """
    notes = _thread.notes
    inside = notes is None or notes.reach.obstacle() is not None
    return None if inside or notes is None else Frame(notes)


def _loss(own: Callable[..., Any], loss: Any, args: Any, kwargs: Any) -> Any:
    value = own(loss, *args, **kwargs)
    notes = _thread.notes
    if notes is None or notes.backward or notes.current is not notes.step:
        return value
    given = inspect.signature(own).bind(loss, *args, **kwargs).arguments
    tensors = given["y_true"], given["y_pred"], value
    if all(map(ops.is_dense, tensors)) and notes.reach.obstacle() is None:
        weight = given.get("sample_weight")
        notes.losses.append(
            Loss(
                loss,
                given["y_true"],
                given["y_pred"],
                weight if ops.is_dense(weight) else None,
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
        not ops.is_dense(z) or ops.sizes(z) != ops.sizes(a)
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
        given=z if ops.is_dense(z) else None,
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
            if not ops.is_tensor(output):
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
            and ops.is_dense(output)
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
    return mask if ops.is_dense(mask) else None


def _unmeasurable(a: Any) -> str | None:
    if not ops.is_dense(a):
        return f"its output is a {type(a).__name__}"
    if not ops.is_floating(a):
        return f"its output is {ops.dtype_name(a)}"
    rank = ops.rank(a)
    if rank is None:
        return "the number of its axes is unknown"
    if rank < 2:
        return "its output has no axis of units"
    return None


def _fits(mask: Any, a: Tensor) -> bool:
    if not ops.is_dense(mask) or None in (ops.rank(mask), ops.rank(a)):
        return False
    sizes, whole = ops.sizes(mask), ops.sizes(a)
    return len(sizes) < len(whole) and all(
        one in (other, None) or other is None
        for one, other in zip(sizes, whole, strict=False)
    )
