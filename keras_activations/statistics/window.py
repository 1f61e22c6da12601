"""The layout of the sums per unit over a window of steps.

A step is a vector: for each group of similar sites, the measured
rows of their units, then the number of observations per unit of each site. A
window is the sum of these vectors, followed by two counts for each unit (in
how many mini-batches it was not observed, and in how many it fired) and, as
the last number, how many mini-batches there were. A second variable holds when
each unit first and last fired.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

import numpy as np

from keras_activations.backends import module_of
from keras_activations.statistics.health import Sums
from keras_activations.statistics.kinds import Kind
from keras_activations.statistics.sums import all_rows, measured_rows

ops = module_of("keras_activations.statistics.operations")

Tensor = Any

# Larger than the number of any mini-batch of a window.
_LATEST = 2**30


@dataclass(frozen=True)
class Group:
    """Sites of one kind, for which the same rows are measured.

    Args:
        kind: Their kind.
        masked: Whether they have masks.
        sites: The name of each, and how many units it has.
    """

    kind: Kind
    masked: bool
    sites: tuple[tuple[str, int], ...]

    @property
    def names(self) -> tuple[str, ...]:
        """The rows in a window."""
        return measured_rows(self.kind, self.masked, careful=True)

    @property
    def units(self) -> int:
        """The units of all sites."""
        return sum(units for _, units in self.sites)

    @property
    def length(self) -> int:
        """How many numbers it has in the vector of a step."""
        return len(self.names) * self.units + len(self.sites)


@dataclass(frozen=True)
class Layout:
    """Where in a window the numbers of each site are.

    Args:
        groups: The groups of sites, in their order.
    """

    groups: tuple[Group, ...]

    @cached_property
    def units(self) -> int:
        """The units of all sites."""
        return sum(group.units for group in self.groups)

    @cached_property
    def length(self) -> int:
        """How many numbers a window has."""
        return sum(group.length for group in self.groups) + 2 * self.units + 1

    @cached_property
    def _places(self) -> dict[str, np.ndarray]:
        """For each unit, where samples, nonfinite and fired are in a step."""
        places: dict[str, list[np.ndarray]] = {
            "samples": [],
            "nonfinite": [],
            "fired": [],
        }
        start = 0
        for group in self.groups:
            sizes = [units for _, units in group.sites]
            observations = np.repeat(np.arange(len(sizes)), sizes)
            observations += start + len(group.names) * group.units
            for name, found in places.items():
                # If "fired" is not measured, the observations stand in for it.
                place = observations
                if name in group.names:
                    row = group.names.index(name) * group.units
                    place = start + row + np.arange(group.units)
                found.append(place)
            start += group.length
        return {name: np.concatenate(each) for name, each in places.items()}

    def step(
        self, measured: Sequence[Tensor], observations: Sequence[Tensor]
    ) -> Tensor:
        """The vector of a step.

        Args:
            measured: For each group the rows, shape `(rows, units)`; if the
                last one, "nonfinite", is missing, it is 0.
            observations: For each group, the number per unit of each site,
                shape `(sites,)`.
        """
        parts = []
        for group, rows, count in zip(
            self.groups, measured, observations, strict=True
        ):
            parts.append(ops.reshape(rows, [-1]))
            if rows.shape[0] < len(group.names):
                parts.append(ops.zeros([group.units], rows.dtype))
            parts.append(ops.cast(count, rows.dtype))
        return ops.concat(parts, 0)

    def add(
        self,
        window: Any,
        fired: Any,
        step: Tensor,
        batch: Tensor,
    ) -> None:
        """Adds a step to a window.

        Args:
            window: What `totals` has for a shape of `(length,)`.
            fired: The same for `(2, units)`, in the dtype of `batch`.
            step: The vector of the step.
            batch: The number of the mini-batch, counted from 1.
        """
        samples, nonfinite, times = (
            ops.gather(step, self._places[name])
            for name in ("samples", "nonfinite", "fired")
        )
        unseen = samples <= nonfinite
        fires = (times > 0) & ~unseen
        counts = ops.cast(ops.stack([unseen, fires]), step.dtype)
        one = ops.ones([1], step.dtype)
        window.assign_add(ops.concat([step, ops.reshape(counts, [-1]), one], 0))
        when = ops.stack([_LATEST - batch, batch])[:, None]
        fires = ops.cast(counts[1], batch.dtype)
        fired.assign(ops.maximum(fired.read_value(), fires * when))

    def read(
        self, window: np.ndarray, fired: np.ndarray, batches: float
    ) -> Iterator[tuple[str, Sums]]:
        """The names of the sites, and the sums of each.

        Args:
            window: What `add` has added up.
            fired: When units fired.
            batches: How many mini-batches were watched, including those in
                which nothing of this window ran.
        """
        unseen, active = window[-1 - 2 * self.units : -1].reshape(2, -1)
        observed = window[-1] - unseen
        first, last = fired
        first = np.where(first > 0, _LATEST - first, 0.0)
        start = unit = 0
        for group in self.groups:
            size = len(group.names) * group.units
            rows = window[start : start + size].reshape(-1, group.units)
            counts = window[start + size : start + group.length]
            start += group.length
            column = 0
            for (name, units), count in zip(group.sites, counts, strict=True):
                part = rows[:, column : column + units]
                here = slice(unit, unit + units)
                yield (
                    name,
                    Sums(
                        all_rows(
                            group.kind,
                            dict(zip(group.names, part, strict=True)),
                            count,
                        ),
                        batches,
                        observed[here],
                        observed[here] - active[here],
                        first[here],
                        last[here],
                    ),
                )
                column += units
                unit += units


def join(one: Sums, other: Sums) -> Sums:
    """Adds up two windows; `batches` is the larger of the two."""
    first = np.where(
        (one.first_fired > 0) & (other.first_fired > 0),
        np.minimum(one.first_fired, other.first_fired),
        np.maximum(one.first_fired, other.first_fired),
    )
    return Sums(
        one.rows + other.rows,
        max(one.batches, other.batches),
        one.observed_batches + other.observed_batches,
        one.dead_batches + other.dead_batches,
        first,
        np.maximum(one.last_fired, other.last_fired),
    )


class Window:
    """The sums of several windows, one after the other.

    Attributes:
        batches: How many mini-batches they have together.
        sums: By name of the row, its sums.
    """

    def __init__(self) -> None:
        self.batches = 0.0
        self.sums: dict[str, Sums] = {}

    def add(self, later: Mapping[str, Sums], batches: float) -> None:
        """Adds the next window, of `batches` mini-batches."""
        for name, sums in later.items():
            shifted = replace(
                sums,
                batches=self.batches + batches,
                first_fired=_shift(sums.first_fired, self.batches),
                last_fired=_shift(sums.last_fired, self.batches),
            )
            known = self.sums.get(name)
            self.sums[name] = shifted if known is None else join(known, shifted)
        self.batches += batches


def _shift(batch: np.ndarray, by: float) -> np.ndarray:
    return np.where(batch > 0, batch + by, 0.0)
