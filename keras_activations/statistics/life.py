"""The life of every unit of a layer, from epoch to epoch."""

import numpy as np


class UnitLives:
    """Which units are alive, when they died, and which came back.

    A unit is *dead* in an epoch in which it never fired. It is *born dead*
    as long as it has never fired since training began.

    Args:
        units: How many units the layer has.
    """

    def __init__(self, units: int) -> None:
        self.ever_fired = np.zeros(units, bool)
        self.dead = np.zeros(units, bool)
        self.died_at = np.full(units, -1)
        self.revived_at = np.full(units, -1)
        self.revivals = np.zeros(units, int)
        self.last_fired = np.full(units, -1)
        self.died_step = np.full(units, -1)
        self.revived_step = np.full(units, -1)
        self.recycled_at = np.full(units, -1)
        self.recyclings = np.zeros(units, int)
        self._seen = np.zeros(units, bool)

    def update(
        self,
        fired: np.ndarray,
        observed: np.ndarray,
        epoch: int,
        first_fired: np.ndarray,
        last_fired: np.ndarray,
    ) -> dict[str, int]:
        """Adds one epoch.

        Args:
            fired: Per unit, how often it fired.
            observed: Per unit, how often it was observed. A unit that was
                not observed stays as it was.
            epoch: The number of the epoch.
            first_fired: Per unit that fired, the first step at which it did.
            last_fired: The last such step.

        Returns:
            The counts `born_dead`, `died` and `revived` of this epoch.
        """
        seen = observed > 0
        fires = seen & (fired > 0)
        silent = seen & (fired == 0)
        died = silent & self.ever_fired & ~self.dead
        revived = fires & self.dead
        self.dead = (self.dead & ~fires) | silent
        self.ever_fired |= fires
        self._seen |= seen
        self.died_at[died] = epoch
        self.died_step[died] = self.last_fired[died] + 1
        self.revived_at[revived] = epoch
        self.revived_step[revived] = first_fired[revived]
        self.last_fired[fires] = last_fired[fires]
        self.revivals += revived
        return {
            "born_dead": int((self._seen & ~self.ever_fired).sum()),
            "died": int(died.sum()),
            "revived": int(revived.sum()),
        }

    def recycle(self, units: np.ndarray, epoch: int) -> None:
        """Notes that units were given new weights after an epoch.

        Args:
            units: Which of them, boolean, shape `(units,)`.
            epoch: The number of the epoch.
        """
        self.recycled_at[units] = epoch
        self.recyclings[units] += 1

    def states(self) -> list[str]:
        """Per unit `"alive"`, `"dead"`, `"born_dead"` or `"unseen"`."""
        return [
            "unseen"
            if not seen
            else "born_dead"
            if not ever
            else "dead"
            if dead
            else "alive"
            for seen, ever, dead in zip(
                self._seen, self.ever_fired, self.dead, strict=True
            )
        ]
