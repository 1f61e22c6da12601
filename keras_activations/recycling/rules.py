"""Which units of a layer are recycled."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

import numpy as np


@dataclass(frozen=True, eq=False)
class Units:
    """What a rule knows about the units of a layer, each of shape `(units,)`.

    Args:
        layer: The name of the row.
        epoch: The number of the epoch that has ended.
        dead: Whether a unit did not fire once in the epoch.
        firing_rate: The share of the samples on which it fired in the epoch.
        mean: The mean of its outputs, over the epoch.
        size: The mean of the absolute values of its outputs.
        read_outgoing: Reads `outgoing` from the model.
        age: The steps since training began, or since it was recycled.
        steps: The steps of the epoch, a number.
    """

    layer: str
    epoch: int
    dead: np.ndarray
    firing_rate: np.ndarray
    mean: np.ndarray
    size: np.ndarray
    read_outgoing: Callable[[], np.ndarray]
    age: np.ndarray
    steps: int

    @cached_property
    def outgoing(self) -> np.ndarray:
        """The sum of the absolute values of the outgoing weights of a unit.

        It is read when a rule asks for it: the weights may be large.
        """
        return self.read_outgoing()

    @property
    def utility(self) -> np.ndarray:
        """E|a| times the sum of |outgoing weights|.

        Dohare et al. (2024), "Loss of plasticity in deep continual learning",
        Nature 632. They decay it from step to step; this is its mean over an
        epoch, with the weights at its end.
        """
        return self.size * self.outgoing


Rule = Callable[[Units], np.ndarray]


def dead(units: Units) -> np.ndarray:
    """The units that did not fire once in the epoch."""
    return units.dead


class Dormant:
    """The units of which E|a| is at most `tau` times the mean of the layer.

    Sokar et al. (2023), "The dormant neuron phenomenon in deep reinforcement
    learning", arXiv:2302.12902.

    Args:
        tau: The share.
    """

    def __init__(self, tau: float) -> None:
        self._tau = tau

    def __call__(self, units: Units) -> np.ndarray:
        """Whether each unit is dormant."""
        known = np.isfinite(units.size)
        mean = units.size[known].mean() if known.any() else np.nan
        return known & (units.size <= self._tau * mean)


class LeastUseful:
    """A few of the units of the least utility, again and again.

    Dohare et al. (2024), "Loss of plasticity in deep continual learning",
    Nature 632: continual backpropagation.

    Args:
        rate: The share of the mature units that is replaced per step.
        maturity: Units are left alone for so many steps after they were
            recycled.
    """

    def __init__(self, rate: float, maturity: int) -> None:
        self._rate = rate
        self._maturity = maturity
        # What is left of a unit, by layer.
        self._due: dict[str, float] = {}

    def __call__(self, units: Units) -> np.ndarray:
        """Whether each unit is one of those."""
        chosen = np.zeros(len(units.size), bool)
        mature = np.flatnonzero(
            (units.age > self._maturity) & np.isfinite(units.utility)
        )
        due = self._due.get(units.layer, 0.0)
        due += self._rate * units.steps * len(mature)
        number = min(int(due), len(mature))
        self._due[units.layer] = due - number
        order = np.argsort(units.utility[mature], kind="stable")
        chosen[mature[order[:number]]] = True
        return chosen


def limited(
    wanted: np.ndarray, silent: np.ndarray, size: np.ndarray, most: int
) -> np.ndarray:
    """The units that are recycled, of those that a rule wants.

    Args:
        wanted: Whether the rule wants a unit.
        silent: Whether its output is constant now.
        size: E|a| of each unit; those of the smallest come first.
        most: How many units at most that are not silent.
    """
    chosen = wanted & silent
    others = np.flatnonzero(wanted & ~silent)
    order = np.argsort(np.nan_to_num(size[others]), kind="stable")
    chosen[others[order[:most]]] = True
    return chosen
