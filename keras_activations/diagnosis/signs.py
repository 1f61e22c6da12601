"""The quantities that several rules look at, computed once from a record."""

import math
from collections.abc import Mapping
from functools import cached_property
from typing import Any

from keras_activations.diagnosis import limits
from keras_activations.diagnosis.record import Record

Row = Mapping[str, Any]


class Signs:
    """What a record shows.

    Args:
        record: The record.
        running: Whether the training goes on. Then a few epochs without
            progress are no trouble yet.
    """

    def __init__(self, record: Record, running: bool = False) -> None:
        self.record = record
        self.running = running

    @cached_property
    def constant(self) -> float | None:
        """The loss of the best constant predictor; `None`: not known."""
        total = 0.0
        for row in self.record.targets:
            if row["constant_loss"] is None:
                return None
            total += row["weight"] * row["constant_loss"]
        return total if total > 0 else None

    @cached_property
    def own_losses(self) -> dict[int, float]:
        """By epoch, the loss without penalties."""
        weights = {row["output"]: row["weight"] for row in self.record.targets}
        return {
            row["epoch"]: sum(
                weight * row["losses"][name] for name, weight in weights.items()
            )
            for row in self.record.losses
            if weights and set(weights) <= set(row["losses"])
        }

    @cached_property
    def relative(self) -> dict[int, float]:
        """By epoch, the loss over that of the best constant predictor."""
        if self.constant is None:
            return {}
        return {
            epoch: loss / self.constant
            for epoch, loss in self.own_losses.items()
        }

    @cached_property
    def last_relative(self) -> float | None:
        """The relative loss of the last epoch."""
        return self.relative[max(self.relative)] if self.relative else None

    @cached_property
    def diverged(self) -> int | None:
        """The first epoch whose loss is not finite; `None`: no such epoch."""
        for row in self.record.losses:
            told = [*row["losses"].values(), row["logs"].get("loss", 0.0)]
            if any(not math.isfinite(value) for value in told):
                return int(row["epoch"])
        return None

    @cached_property
    def trouble(self) -> bool | None:
        """Whether the training has not learned; `None`: nobody can tell."""
        if self.diverged is not None:
            return True
        if self.last_relative is None:
            return None
        if self.last_relative < limits.TROUBLE:
            return False
        if self.early:
            return False
        return not self.learning

    @property
    def steps(self) -> int:
        """How many steps have been made since training began."""
        return int(self.record.losses[-1]["steps"]) if self.record.losses else 0

    @property
    def early(self) -> bool:
        """Whether it is too early to say that a training does not learn."""
        return self.running and len(self.relative) < limits.PATIENCE

    @cached_property
    def learning(self) -> bool:
        """Whether a short training is on its way below a constant's loss."""
        epochs = sorted(self.relative)
        if not 2 <= len(epochs) < limits.LONG:
            return False
        before, last = (self.relative[epoch] for epoch in epochs[-2:])
        return last < 1 and before - last >= limits.FALLING

    @cached_property
    def penalty(self) -> float:
        """The largest share of penalties in the loss of an epoch."""
        found = [0.0]
        for row in self.record.losses:
            total = row["logs"].get("loss", math.nan)
            own = self.own_losses.get(row["epoch"])
            if own is not None and math.isfinite(total) and total > 0:
                found.append(1 - own / total)
        return max(found)

    @cached_property
    def validation_gap(self) -> float | None:
        """Validation loss less training loss, in losses of a constant."""
        if self.constant is None or not self.record.losses:
            return None
        logs = self.record.losses[-1]["logs"]
        if not {"loss", "val_loss"} <= set(logs):
            return None
        # Both losses include the same penalties.
        return float((logs["val_loss"] - logs["loss"]) / self.constant)

    @cached_property
    def last_rows(self) -> dict[str, Row]:
        """By layer, the row of its last epoch."""
        return {row["layer"]: row for row in self.record.history}

    @cached_property
    def first_ratio(self) -> float | None:
        """The largest update ratio of the first steps."""
        return max(
            (
                row["update_ratio"]
                for row in self.record.first_steps
                if "update_ratio" in row
            ),
            default=None,
        )

    @cached_property
    def decay(self) -> float:
        """The part of the update ratio that is the decay of the weights."""
        facts = self.record.facts
        decay = facts.get("weight_decay") or 0.0
        return float(decay * facts.get("learning_rate", 0.0))

    @cached_property
    def first_ratio_layer(self) -> str:
        """The layer whose ratio that is."""
        return next(
            (
                row["layer"]
                for row in self.record.first_steps
                if row.get("update_ratio") == self.first_ratio
            ),
            "",
        )

    @cached_property
    def newly_dead(self) -> dict[str, float]:
        """By layer, the share of units dead at the end but not at birth."""
        born = {row["layer"]: row for row in self.record.birth}
        return {
            name: row["dead_ratio"] - born[name]["dead_ratio"]
            for name, row in self.last_rows.items()
            if _known(row, "dead_ratio")
            and name in born
            and _known(born[name], "dead_ratio")
        }

    @property
    def most_dead(self) -> tuple[str, float]:
        """The layer in which most units died, and their share."""
        return max(
            self.newly_dead.items(),
            key=lambda each: each[1],
            default=("", 0.0),
        )

    @cached_property
    def shrunk(self) -> dict[str, float]:
        """By layer, the standard deviation at the end over that at birth."""
        born = {row["layer"]: row for row in self.record.birth}
        return {
            name: row["std"] / born[name]["std"]
            for name, row in self.last_rows.items()
            if name in born and _known(row, "std") and born[name]["std"] > 0
        }


def _known(row: Row, name: str) -> bool:
    return name in row and math.isfinite(row[name])
