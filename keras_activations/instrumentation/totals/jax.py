"""Arrays to which the steps of a window are added, outside the model.

A step of JAX has no side effects. It is given the totals with the state of the
model, and returns them with it: a `Ledger` has the list.
"""

import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import jax
import jax.numpy as jnp
import keras
import numpy as np
from jax.sharding import NamedSharding, PartitionSpec

Tensor = Any
Key = Any  # hashable

# Without 64 bits, a sum is kept as two numbers of 32.
_SUM = "float64"
_OTHERS = {"int64": "int32"}


class Total:
    """One of them, with the methods of a variable of TensorFlow.

    A sum in float64 over many steps, such as a count of a convolution that
    passes 2^24, is the sum of two numbers in float32: the second one holds
    what does not fit into the first.

    Args:
        shape: Its shape.
        dtype: Its dtype.
    """

    def __init__(self, shape: Sequence[int], dtype: Any) -> None:
        name = getattr(dtype, "name", dtype)
        self.shape = tuple(shape)
        self._is_sum = name == _SUM
        self._dtype = "float32" if self._is_sum else _OTHERS.get(name, name)
        # Between the steps, and in the step that is traced or run.
        self.kept: Any = self.nothing()
        self.now: Any = None

    def nothing(self) -> np.ndarray:
        """What it is at first."""
        return np.zeros([2] * self._is_sum + [*self.shape], self._dtype)

    def read_value(self) -> Tensor:
        """What a step may read; of a sum, in float32."""
        return self.now[0] + self.now[1] if self._is_sum else self.now

    def __getitem__(self, index: Any) -> Tensor:
        return self.read_value()[index]

    def assign(self, value: Tensor) -> None:
        """Sets it."""
        value = _whole(jnp.reshape(value, self.shape).astype(self._dtype))
        if self._is_sum:
            value = jnp.stack([value, jnp.zeros_like(value)])
        self.now = value

    def assign_add(self, value: Tensor) -> None:
        """Adds to it."""
        value = jnp.asarray(value, self._dtype)
        if not self._is_sum:
            self.now = self.now + value
            return
        high, low = self.now
        total = high + value
        # What was lost of either of the two.
        added = total - high
        low = low + ((high - (total - added)) + (value - added))
        high = total + low
        self.now = jnp.stack([high, low - (high - total)])

    def numpy(self) -> np.ndarray:
        """What it is between the steps."""
        value = np.asarray(self.kept)
        return value.astype("float64").sum(0) if self._is_sum else value


def _whole(value: Tensor) -> Tensor:
    """The same, on each device; else, all would send their parts each step."""
    distribution = keras.distribution.distribution()
    if distribution is None:
        return value
    mesh = distribution.device_mesh.backend_mesh
    everywhere = NamedSharding(mesh, PartitionSpec())
    return jax.lax.with_sharding_constraint(value, everywhere)


class _Thread(threading.local):
    ledger: "Ledger | None" = None


_thread = _Thread()


class Ledger:
    """The totals that a step reads and writes, as its traces find them."""

    def __init__(self) -> None:
        self._totals: list[Total] = []

    def values(self) -> list[Any]:
        """Those between the steps."""
        return [total.kept for total in self._totals]

    def keep(self, values: Sequence[Any]) -> None:
        """Takes what a step has made of them."""
        for total, value in zip(self._totals, values, strict=True):
            total.kept = value

    @contextmanager
    def opened(self, values: Sequence[Any]) -> Iterator[Callable[[], list]]:
        """Lets a step read and write them.

        Args:
            values: What it is given, of the totals that were known then.

        Yields:
            A function that returns what they are in the end.
        """
        before, _thread.ledger = _thread.ledger, self
        given = [*values, *(t.nothing() for t in self._totals[len(values) :])]
        for total, value in zip(self._totals, given, strict=True):
            total.now = value
        try:
            yield lambda: [jnp.asarray(total.now) for total in self._totals]
        finally:
            _thread.ledger = before
            for total in self._totals:
                total.now = None

    def add(self, total: Total) -> None:
        """Adds one that a step uses, if it is not there."""
        if total not in self._totals:
            total.now = jnp.asarray(total.nothing())
            self._totals.append(total)


class Totals:
    """One array for each layout, made by the first trace of it.

    Args:
        model: The model.
    """

    def __init__(self, model: Any) -> None:
        self._totals: dict[Key, Total] = {}

    def of(self, key: Key, shape: Any, dtype: Any = _SUM) -> Total:
        """That of a layout, in a step.

        Sums are in twice 32 bits: over many steps, counts of a convolution
        pass 2^24, where float32 stops counting.
        """
        if key not in self._totals:
            self._totals[key] = Total(shape, dtype)
        if _thread.ledger is None:
            raise RuntimeError("There are totals in watched steps alone.")
        _thread.ledger.add(self._totals[key])
        return self._totals[key]

    def read(self) -> Iterator[tuple[Key, np.ndarray]]:
        """What they hold."""
        for key, total in self._totals.items():
            yield key, total.numpy()

    def take(self) -> Iterator[tuple[Key, np.ndarray]]:
        """What was added since the last time; all start again at 0."""
        found = list(self.read())
        self.clear()
        yield from found

    def clear(self) -> None:
        """Sets all to 0."""
        for total in self._totals.values():
            total.kept = total.nothing()


def when(
    condition: Tensor, add: Callable[[], None], totals: Sequence[Total]
) -> None:
    """Adds something to totals in the steps for which a condition holds.

    Args:
        condition: A boolean.
        add: Assigns to the totals.
        totals: All to which it does.
    """

    def added(values: list[Any]) -> list[Any]:
        _set(totals, values)
        add()
        return [total.now for total in totals]

    found = before = [jnp.asarray(total.now) for total in totals]
    try:
        found = jax.lax.cond(condition, added, lambda values: values, before)
    finally:
        _set(totals, found)


def _set(totals: Sequence[Total], values: Sequence[Any]) -> None:
    for total, value in zip(totals, values, strict=True):
        total.now = value
