"""Takes tensors out of a function that JAX traces apart from the step."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import keras

from keras_activations import compat
from keras_activations.backends import module_of
from keras_activations.instrumentation.notes import Invocation, Notes
from keras_activations.instrumentation.reach import Reach

ops = module_of("keras_activations.statistics.operations")

Tensor = Any


class Frame:
    """Such a function: what it notes, and how that gets out of it.

    The function returns the tensors that were noted in it beside its own
    result. What comes back stands for them outside.

    Args:
        notes: The notes of the step.
    """

    def __init__(self, notes: Notes) -> None:
        self._notes = notes
        self._outside = notes.reach
        self._lists = (
            notes.calls,
            notes.layer_outputs,
            notes.given,
            notes.entered,
            notes.invocations,
            notes.losses,
        )
        self._starts = [len(each) for each in self._lists]
        self._tensors: list[Tensor] = []

    def enter(self) -> None:
        """Begins to note in the function."""
        self._notes.reach = Reach()

    def leave(self) -> list[Tensor]:
        """The tensors that are to be returned."""
        self._notes.reach = self._outside
        found: dict[int, Tensor] = {}

        def see(value: Any) -> Any:
            if ops.is_dense(value):
                found.setdefault(id(value), value)
                mask = compat.mask(value)
                if mask is not None:
                    see(mask)
            return value

        self._map(see)
        self._tensors = list(found.values())
        return self._tensors

    def lift(self, values: Sequence[Tensor]) -> None:
        """Puts in their place what came back."""
        by_id = {
            id(tensor): value
            for tensor, value in zip(self._tensors, values, strict=True)
        }
        notes = self._notes
        for tensor, value in zip(self._tensors, values, strict=True):
            # What does not depend on a variable comes back as it is.
            if value is not tensor or id(tensor) in notes.differentiated:
                notes.differentiated.add(id(value))
                notes.axes.rename(tensor, value)
            mask = compat.mask(tensor)
            if mask is not None and value is not tensor:
                compat.set_mask(value, by_id.get(id(mask), mask))
        self._map(lambda value: by_id.get(id(value), value))

    def _map(self, change: Any) -> None:
        """Changes all tensors that were noted in the function."""

        def inside(number: int) -> Any:
            return range(self._starts[number], len(self._lists[number]))

        notes = self._notes
        for n in inside(0):
            call = notes.calls[n]
            for name in ("z", "a", "mask", "given"):
                setattr(call, name, change(getattr(call, name)))
        for n in inside(1):
            place, first, output = notes.layer_outputs[n]
            notes.layer_outputs[n] = place, change(first), change(output)
        for n in inside(2):
            layer, tensors = notes.given[n]
            notes.given[n] = layer, [change(tensor) for tensor in tensors]
        for n in inside(3):
            layer, first = notes.entered[n]
            notes.entered[n] = layer, change(first)
        for n in inside(4):
            self._change(notes.invocations[n], change)
        for n in inside(5):
            loss = notes.losses[n]
            notes.losses[n] = replace(
                loss,
                **{
                    name: change(getattr(loss, name))
                    for name in ("y_true", "y_pred", "sample_weight", "value")
                },
            )

    def _change(self, invocation: Invocation, change: Any) -> None:
        invocation.mask = change(invocation.mask)
        # Of all others, nobody asks for what they were given.
        if invocation.parent is self._notes.step:
            invocation.given = keras.tree.map_structure(
                change, invocation.given
            )
