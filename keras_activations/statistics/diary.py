"""Keeps the results of every layer, epoch by epoch."""

import math
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np

from keras_activations.statistics import health
from keras_activations.statistics.expected import expected_bias_shift
from keras_activations.statistics.gradients import (
    ENTRIES,
    random_sign_agreement,
)
from keras_activations.statistics.health import Sums
from keras_activations.statistics.kinds import Kind
from keras_activations.statistics.life import UnitLives

Row = dict[str, Any]

# The number of the epoch in rows for the time before the first update.
BIRTH = -1


class Diary:
    """The history of a run."""

    def __init__(self) -> None:
        self._kinds: Mapping[str, Kind] = {}
        self._lives: dict[str, UnitLives] = {}
        self._sums: dict[str, Sums] = {}
        self.history: list[Row] = []
        self.weight_history: list[Row] = []

    def rows(
        self,
        epoch: int,
        window: Mapping[str, Sums],
        kinds: Mapping[str, Kind],
    ) -> list[Row]:
        """The rows of a window, without adding them to the history.

        Args:
            epoch: Its number.
            window: By name of the row, its sums.
            kinds: By name, the kind of the activation, in the order in which
                the model computes.
        """
        return [
            {
                "epoch": epoch,
                "layer": name,
                "activation": kind.name,
                "units": window[name].rows.shape[1],
                "samples": int(window[name]["samples"].max()),
                **health.summarize(kind, window[name]),
            }
            for name, kind in kinds.items()
            if name in window
        ]

    def birth_rows(
        self, window: Mapping[str, Sums], kinds: Mapping[str, Kind]
    ) -> list[Row]:
        """The rows of the first mini-batch, before any update.

        Args:
            window: By name of the row, its sums.
            kinds: By name, the kind of the activation.
        """
        return [
            {
                **row,
                "phase": "birth",
                "saturated_fraction": health.saturated_fraction(
                    window[row["layer"]]
                ),
            }
            for row in self.rows(BIRTH, window, kinds)
        ]

    def add_epoch(
        self,
        epoch: int,
        kinds: Mapping[str, Kind],
        training: Mapping[str, Sums],
        validation: Mapping[str, Sums],
        alphas: Mapping[str, np.ndarray],
        weights: Sequence[Row],
        step_of: Callable[[np.ndarray], np.ndarray],
        *others: Mapping[str, Mapping[str, Any]],
    ) -> list[Row]:
        """Adds an epoch to the history.

        Args:
            epoch: Its number.
            kinds: By layer, the kind of its activation, in the order in
                which the model computes.
            training: By layer, the sums of the training steps.
            validation: By layer, those of the validation steps.
            alphas: By layer, its learned parameter.
            weights: Rows of weight matrices, see `weight_rows`.
            step_of: From the number of a watched mini-batch in the epoch to
                the number of its training step, both counted from 1.
            *others: By layer, more entries for its row.

        Returns:
            The rows of the epoch.
        """
        self._sums = dict(training)
        self._kinds = kinds
        rows = self.rows(epoch, training, kinds)
        for row in rows:
            name = row["layer"]
            sums = training[name]
            if self._kinds[name].can_die:
                lives = self._lives.setdefault(name, UnitLives(row["units"]))
                row |= lives.update(
                    sums["fired"],
                    sums.observed,
                    epoch,
                    step_of(sums.first_fired),
                    step_of(sums.last_fired),
                )
            expected = self._kinds[name].bias_shift
            if expected is None:
                expected = expected_bias_shift(
                    row["activation"], alphas.get(name), row["units"]
                )
            if expected is not None:
                row["bias_shift_expected"] = expected
            for other in others:
                row |= other.get(name, {})
            if name in alphas:
                row["alpha"] = float(alphas[name].mean())
                row["alpha_min"] = float(alphas[name].min())
                row["alpha_max"] = float(alphas[name].max())
            own = [weight for weight in weights if weight["layer"] == name]
            if len(own) == 1:
                row |= {
                    key: value
                    for key, value in own[0].items()
                    if key not in ("epoch", "layer", "weight")
                }
            if name in validation:
                row["val_samples"] = int(validation[name]["samples"].max())
                row |= {
                    f"val_{key}": value
                    for key, value in health.summarize(
                        self._kinds[name], validation[name]
                    ).items()
                }
        self.history += rows
        self.weight_history += weights
        return rows

    def units(self, name: str) -> dict[str, np.ndarray]:
        """What is known about every unit of a layer, after its last epoch.

        Returns:
            Arrays of shape `(units,)`, see `ActivationMonitor.units`.

        Raises:
            ValueError: If the layer is not watched, or has not been watched
                yet.
        """
        if name not in self._sums:
            raise ValueError(
                "`name` must be a layer that has been watched for an epoch. "
                f"Received: {name!r}. There are: "
                f"{', '.join(self._sums) or 'none'}."
            )
        sums = self._sums[name]
        lives = self._lives.get(name) or UnitLives(sums.rows.shape[1])
        can_die = self._kinds[name].can_die
        states = lives.states() if can_die else "alive"
        state = np.full(sums.rows.shape[1], states)
        return {
            "firing_rate": health.firing_rate(sums),
            "mean": health.unit_mean(sums),
            "std": health.unit_std(sums),
            "size": health.unit_size(sums),
            "state": state,
            "born_dead": state == "born_dead",
            "died_at": lives.died_at,
            "died_step": lives.died_step,
            "revived_at": lives.revived_at,
            "revived_step": lives.revived_step,
            "revivals": lives.revivals,
            "last_fired": lives.last_fired,
            "recycled_at": lives.recycled_at,
            "recyclings": lives.recyclings,
        }

    def deaths(self, epoch: int) -> dict[str, np.ndarray]:
        """By layer, which units died in an epoch, and at which steps.

        Args:
            epoch: The number of the epoch, the last one or before.

        Returns:
            For each layer with deaths whole numbers of shape `(deaths, 2)`:
            the unit, and the first step at which it no longer fired.
        """
        found = {}
        for name, lives in self._lives.items():
            units = np.flatnonzero(lives.died_at == epoch)
            if units.size:
                found[name] = np.stack([units, lives.died_step[units]], axis=1)
        return found

    def recycle(self, name: str, units: np.ndarray, epoch: int) -> np.ndarray:
        """Notes that some units of a layer begin anew after an epoch.

        The row of the epoch has then `recycled`, their number.

        Args:
            name: The name of the row.
            units: Which of them, boolean, shape `(units,)`.
            epoch: The number of the epoch.

        Returns:
            All units that began anew after this epoch, in the same form:
            there may have been an earlier call.
        """
        lives = self._lives.setdefault(name, UnitLives(len(units)))
        lives.recycle(units, epoch)
        recycled = lives.recycled_at == epoch
        for row in self.history:
            if row["epoch"] == epoch and row["layer"] == name:
                row["recycled"] = int(recycled.sum())
        return recycled


def weight_rows(
    epoch: int,
    updates: Mapping[tuple[str, str, tuple[int, ...]], np.ndarray],
) -> list[Row]:
    """The rows of an epoch's weight matrices.

    Args:
        epoch: The number of the epoch.
        updates: By layer, name and shape of a matrix, the sums of
            `gradients.ENTRIES`.
    """
    rows = []
    for (layer, weight, shape), total in updates.items():
        entry = dict(zip(ENTRIES, total, strict=True))
        steps, agreeing = entry["steps"], entry["agreement_steps"]
        rows.append(
            {
                "epoch": epoch,
                "layer": layer,
                "weight": weight,
                "gradient_norm": _mean(entry["gradient_norm"], steps),
                "update_ratio": _mean(entry["update_ratio"], steps),
                "sign_agreement": _mean(entry["sign_agreement"], agreeing),
                "sign_agreement_random": random_sign_agreement(
                    math.prod(shape[:-1])
                ),
            }
        )
    return rows


def _mean(total: float, count: float) -> float:
    return float(total / count) if count else float("nan")
