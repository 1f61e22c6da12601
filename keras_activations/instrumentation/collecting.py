"""Collects the calls of the watched activations while a step is traced."""

import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import keras
import tensorflow as tf

from keras_activations.instrumentation.parameters import alpha_variables
from keras_activations.instrumentation.selection import Layer, Probe

Tensor = Any
_ABSENT = object()


@dataclass(frozen=True)
class Call:
    """One call of a watched activation: a = activation(z)."""

    probe: Probe
    activation: Callable[[Tensor], Tensor]
    z: Tensor
    a: Tensor
    mask: Tensor | None


@dataclass(frozen=True)
class Update:
    """One weight matrix, its gradient, and its value before the update."""

    variable: Any
    gradient: Tensor
    before: Tensor
    unit_axis: int


class Notes(threading.local):
    """What one replica has noted; each runs in a thread of its own."""

    calls: list[Call] | None = None
    updates: list[Update]
    outputs: list[Tensor]
    mask: Tensor | None = None
    recomputing: bool = False


class Collector:
    """Notes the calls of watched activations, without any operation.

    The layers are touched only while `collecting()` is open, which is while
    the step is being traced (or, with `run_eagerly`, run): nothing of it is
    there when a callback saves the model or prints its summary.

    Args:
        model: The model whose step it is.
        probes: The activations to note the calls of.
        gradients: Whether to note what the optimizers are given too.
    """

    def __init__(
        self, model: Any, probes: Sequence[Probe], gradients: bool = False
    ) -> None:
        self._model = model
        self._probes = probes
        self._gradients = gradients
        self._depth = 0
        self._restore: list[tuple[dict[str, Any], str, Any]] = []
        self._notes = Notes()

    @contextmanager
    def collecting(self) -> Iterator[Notes]:
        """Yields the notes of this thread.

        The replicas of a MirroredStrategy run interleaved, one thread each:
        the first to come attaches, the last to go detaches.
        """
        notes = self._notes
        notes.calls, notes.updates, notes.outputs = [], [], []
        self._depth += 1
        try:
            if self._depth == 1:
                self._attach()
            yield notes
        finally:
            notes.calls = notes.mask = None
            self._depth -= 1
            if self._depth == 0:
                self._detach()

    def _attach(self) -> None:
        for probe in self._probes:
            layer = probe.layer
            self._replace(layer, "call", self._with_mask(layer.call))
            noting = self._noting(probe, getattr(layer, probe.attribute))
            self._replace(layer, probe.attribute, noting)
        for layer in {
            id(probe.spread): probe.spread
            for probe in self._probes
            if probe.spread is not None
        }.values():
            self._replace(layer, "call", self._over_time(layer, layer.call))
        for layer in self._model._flatten_layers():
            if getattr(layer, "_remat_mode", None) is not None:
                self._follow_remat(layer)
        self._replace(self._model, "call", self._noting_output)
        if self._gradients:
            for value in list(vars(self._model).values()):
                if isinstance(value, keras.optimizers.Optimizer):
                    apply = self._noting_updates(value, value.apply)
                    self._replace(value, "apply", apply)

    def _replace(self, owner: Any, name: str, value: Any) -> None:
        # Past the owner's __setattr__, which would track the value.
        attributes = owner.__dict__
        before = attributes.get(name, _ABSENT)
        self._restore.append((attributes, name, before))
        attributes[name] = value

    def _detach(self) -> None:
        while self._restore:
            attributes, name, before = self._restore.pop()
            if before is _ABSENT:
                del attributes[name]
            else:
                attributes[name] = before

    def _with_mask(self, call: Callable[..., Any]) -> Callable[..., Any]:
        def watched(*args: Any, **kwargs: Any) -> Any:
            mask = kwargs.get("mask")
            if mask is None and args:
                mask = getattr(args[0], "_keras_mask", None)
            self._notes.mask = mask
            return call(*args, **kwargs)

        return watched

    def _noting(
        self, probe: Probe, activation: Callable[..., Any]
    ) -> Callable[..., Any]:
        def watched(z: Tensor, *args: Any, **kwargs: Any) -> Any:
            a = activation(z, *args, **kwargs)
            notes = self._notes
            if notes.calls is None or notes.recomputing or not _measurable(a):
                return a
            mask = notes.mask if _fits(notes.mask, a) else None
            notes.calls.append(Call(probe, activation, z, a, mask))
            return a

        return watched

    def _over_time(
        self, layer: Layer, call: Callable[..., Any]
    ) -> Callable[..., Any]:
        """Joins the calls that a TimeDistributed makes, one per time step."""

        def watched(inputs: Tensor, *args: Any, **kwargs: Any) -> Any:
            notes = self._notes
            if notes.calls is None:
                return call(inputs, *args, **kwargs)
            before, notes.calls = notes.calls, []
            try:
                output = call(inputs, *args, **kwargs)
            finally:
                steps, notes.calls = notes.calls, before
            mask = kwargs.get("mask")
            if mask is None:
                mask = getattr(inputs, "_keras_mask", None)
            for probe in {id(c.probe): c.probe for c in steps}.values():
                calls = [c for c in steps if c.probe is probe]
                if all(is_here(c.a) for c in calls):
                    z = tf.stack([c.z for c in calls], 1)
                    a = tf.stack([c.a for c in calls], 1)
                elif probe.layer is layer.layer and probe.kind.by_output:
                    # An unknown number of steps runs as a loop in a graph of
                    # its own, and only what it returns can be had.
                    z = a = output
                else:
                    notes.calls += calls
                    continue
                kept = mask if _fits(mask, a) else None
                notes.calls.append(Call(probe, calls[0].activation, z, a, kept))
            return output

        return watched

    def _follow_remat(self, layer: Layer) -> None:
        """Ignores the second run of a call that is made for the gradient."""
        rematerialized_call = layer.rematerialized_call

        def watched(fn: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
            runs = 0

            def once(*args: Any, **kwargs: Any) -> Any:
                nonlocal runs
                runs += 1
                before = self._notes.recomputing
                self._notes.recomputing = before or runs > 1
                try:
                    return fn(*args, **kwargs)
                finally:
                    self._notes.recomputing = before

            return rematerialized_call(once, *args, **kwargs)

        self._replace(layer, "rematerialized_call", watched)

    @property
    def _noting_output(self) -> Callable[..., Any]:
        call = self._model.call

        def watched(*args: Any, **kwargs: Any) -> Any:
            outputs = call(*args, **kwargs)
            if self._notes.calls is not None:
                self._notes.outputs += keras.tree.flatten(outputs)
            return outputs

        return watched

    def _noting_updates(
        self, optimizer: Any, apply: Callable[..., Any]
    ) -> Callable[..., Any]:
        # A transposed convolution has its outputs before its inputs.
        turned = {
            id(layer._kernel)
            for layer in self._model._flatten_layers()
            if "Transpose" in type(layer).__name__
            and getattr(layer, "_kernel", None) is not None
        }

        # One per channel or element: no unit has incoming weights in it.
        alphas = {id(a) for a in alpha_variables(self._probes).values()}

        def watched(grads: Any, trainable_variables: Any = None) -> Any:
            grads = list(grads)
            variables = trainable_variables
            if variables is None:
                variables = optimizer._trainable_variables
            scale = getattr(optimizer, "dynamic_scale", None)
            variables = list(variables)
            for gradient, variable in zip(grads, variables, strict=True):
                # An embedding's gradient is a list of slices, of which one
                # cannot say how a unit's incoming weights are pushed.
                if (
                    len(variable.shape) < 2
                    or id(variable) in alphas
                    or not isinstance(gradient, tf.Tensor)
                ):
                    continue
                if scale is not None:
                    gradient = gradient / tf.cast(scale.value, gradient.dtype)
                before = tf.identity(variable.value)
                axis = -2 if id(variable) in turned else -1
                self._notes.updates.append(
                    Update(variable, gradient, before, axis)
                )
            return apply(grads, variables)

        return watched


def _measurable(a: Any) -> bool:
    return tf.is_tensor(a) and a.dtype.is_floating and a.shape.rank >= 2


def _fits(mask: Any, a: Tensor) -> bool:
    return (
        tf.is_tensor(mask)
        and mask.shape.rank < a.shape.rank
        and mask.shape.is_compatible_with(a.shape[: mask.shape.rank])
    )


def is_here(tensor: Tensor) -> bool:
    """Whether a tensor belongs to the graph of the step itself.

    What a loop or a tf.function inside the step computes does not.
    """
    eager = tf.executing_eagerly()
    here = None if eager else tf.compat.v1.get_default_graph()
    return getattr(tensor, "graph", None) is here


def reachable(calls: Sequence[Call]) -> tuple[list[Call], set[str]]:
    """The calls that can be measured, and the layers that have none.

    A layer that Keras builds during the step is called in a graph of its own
    before, which is thrown away.
    """
    found = [call for call in calls if is_here(call.a)]
    seen = {call.probe.name for call in found}
    return found, {call.probe.name for call in calls} - seen
