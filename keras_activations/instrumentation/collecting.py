"""Collects the calls of the watched activations while a step is traced."""

import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from keras_activations.instrumentation.selection import Probe

Tensor = Any


@dataclass(frozen=True)
class Call:
    """One call of a watched activation: a = activation(z)."""

    probe: Probe
    activation: Callable[[Tensor], Tensor]
    z: Tensor
    a: Tensor
    mask: Tensor | None


class Collector:
    """Notes the calls of watched activations, without any operation.

    The layers are touched only while `collecting()` is open, which is while
    the training step is being traced: nothing of it is there when a callback
    saves the model or prints its summary.
    """

    def __init__(self, probes: Sequence[Probe]) -> None:
        self._probes = probes
        self._depth = 0
        self._restore: list[tuple[dict[str, Any], str, Any]] = []
        self._thread = threading.local()

    @contextmanager
    def collecting(self) -> Iterator[list[Call]]:
        """Yields the list that the calls of this thread go to.

        The replicas of a MirroredStrategy run interleaved, one thread each:
        the first to come attaches, the last to go detaches.
        """
        calls: list[Call] = []
        self._thread.calls = calls
        self._depth += 1
        try:
            if self._depth == 1:
                self._attach()
            yield calls
        finally:
            self._thread.calls = None
            self._depth -= 1
            if self._depth == 0:
                self._detach()

    def _attach(self) -> None:
        for probe in self._probes:
            attributes = probe.layer.__dict__
            self._replace(
                attributes, "call", self._with_mask(probe, probe.layer.call)
            )
            original = getattr(probe.layer, probe.attribute)
            self._replace(
                attributes, probe.attribute, self._noting(probe, original)
            )

    def _replace(
        self, attributes: dict[str, Any], name: str, value: Any
    ) -> None:
        # Past Keras's __setattr__, which would track the value.
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

    def _with_mask(
        self, probe: Probe, call: Callable[..., Any]
    ) -> Callable[..., Any]:
        def watched(*args: Any, **kwargs: Any) -> Any:
            self._thread.mask = kwargs.get("mask")
            if self._thread.mask is None and args:
                self._thread.mask = getattr(args[0], "_keras_mask", None)
            return call(*args, **kwargs)

        return watched

    def _noting(
        self, probe: Probe, activation: Callable[..., Any]
    ) -> Callable[..., Any]:
        def watched(z: Tensor, *args: Any, **kwargs: Any) -> Tensor:
            a = activation(z, *args, **kwargs)
            mask = getattr(self._thread, "mask", None)
            self._thread.calls.append(Call(probe, activation, z, a, mask))
            return a

        return watched


_ABSENT = object()
