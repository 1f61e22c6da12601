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
    def perfect(self) -> float:
        """The loss of perfect predictions."""
        return float(
            sum(
                row["weight"] * (row.get("perfect_loss") or 0.0)
                for row in self.record.targets
            )
        )

    @cached_property
    def constant(self) -> float | None:
        """How far above it that of the best constant is; `None`: not known."""
        total = 0.0
        for row in self.record.targets:
            if row["constant_loss"] is None:
                return None
            total += row["weight"] * row["constant_loss"]
        return total - self.perfect if total > self.perfect else None

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
        """By epoch, the loss over that of the best constant predictor.

        0 is the loss of perfect predictions.
        """
        if self.constant is None:
            return {}
        return {
            epoch: (loss - self.perfect) / self.constant
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
    def unknown_data(self) -> dict[str, Row]:
        """`"inputs"` and `"targets"`, if some are NaN or infinite: the row."""
        parts = {"inputs": self.record.inputs, "targets": self.record.targets}
        return {
            name: row
            for name, rows in parts.items()
            for row in rows
            if row.get("nonfinite")
        }

    @cached_property
    def trouble(self) -> bool | None:
        """Whether the training has not learned; `None`: nobody can tell."""
        if self.diverged is not None:
            return True
        if self.last_relative is None:
            return True if self.same_outputs else None
        if self.last_relative < limits.TROUBLE or self.validates:
            return False
        if self.early:
            return False
        return not self.learning

    @cached_property
    def same_outputs(self) -> bool:
        """Whether the model predicts the same for all samples at the end.

        That is right if all have the same target.
        """
        if not any(row["std"] > 0 for row in self.record.targets):
            return False
        rows = self.record.outputs
        last = [row for row in rows if row["epoch"] == rows[-1]["epoch"]]
        return bool(self.record.losses and last) and all(
            row["samples"] > 1 and row["std_of_samples"] <= limits.SAME_OUTPUT
            for row in last
        )

    @cached_property
    def validates(self) -> bool:
        """Whether it has learned, and only noise hides it in training."""
        if self.constant is None or self.last_relative is None:
            return False
        noisy = any(
            facts.keys() & {"rate", "noise"}
            for facts in self.record.facts.get("layers", {}).values()
        )
        gap = self.validation_gap
        return (
            noisy
            and gap is not None
            and self.last_relative + gap <= limits.VALIDATES
        )

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

    @property
    def harmless(self) -> bool:
        """Whether it has learned so much that its units do no harm."""
        relative = self.last_relative
        return relative is not None and relative <= limits.HARMLESS

    @property
    def falls(self) -> bool:
        """Whether a short training was still getting better at its end."""
        epochs = sorted(self.relative)
        if not 2 <= len(epochs) < limits.LONG:
            return False
        before, last = (self.relative[epoch] for epoch in epochs[-2:])
        return last <= before * (1 - limits.STILL_FALLING)

    @cached_property
    def penalty(self) -> float:
        """The largest share of penalties in the loss of an epoch.

        A penalty may be negative: then the share is that of its size.
        """
        found = [0.0]
        for row in self.record.losses:
            own = self.own_losses.get(row["epoch"], math.nan)
            penalties = abs(row["logs"].get("loss", math.nan) - own)
            if math.isfinite(penalties) and own > 0:
                found.append(penalties / (penalties + own))
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
        """By layer, the row of its last epoch in which the loss was finite.

        Units that give 0 because a weight is NaN have not died.
        """
        end = math.inf if self.diverged is None else self.diverged
        return {
            row["layer"]: row
            for row in self.record.history
            if row["epoch"] < end
        }

    @cached_property
    def first_ratios(self) -> dict[str, float]:
        """By layer, the largest update ratio of a matrix in the first steps.

        Not those of embeddings, whose rows are read one at a time and begin
        small on purpose, and not those of matrices that are constrained: a
        constraint changes them, whatever the rate. Of a matrix that begins
        small, the steps count as if it had begun with the usual size.
        """
        layers = self.record.facts.get("layers", {})
        found: dict[str, float] = {}
        for row in self.record.first_steps:
            embeds = layers.get(row["layer"], {}).get("class") == "Embedding"
            if "update_ratio" in row and not embeds:
                if not row.get("constrained"):
                    ratio = row["update_ratio"] * min(row.get("gain", 1.0), 1.0)
                    before = found.get(row["layer"], 0.0)
                    found[row["layer"]] = max(ratio, before)
        return found

    @property
    def first_ratio(self) -> float | None:
        """The largest of `first_ratios`."""
        return max(self.first_ratios.values(), default=None)

    @cached_property
    def changes(self) -> float | None:
        """The largest update ratio of any matrix in the first steps."""
        found = (
            row["update_ratio"]
            for row in self.record.first_steps
            if "update_ratio" in row
        )
        return max(found, default=None)

    @cached_property
    def rates(self) -> list[float]:
        """The learning rate after each epoch, over that of the first step."""
        first = self.record.facts.get("learning_rate")
        return [
            row["learning_rate"] / first
            for row in self.record.losses
            if first and row.get("learning_rate") is not None
        ]

    @cached_property
    def no_gradient(self) -> list[str]:
        """The layers with a matrix that no first step gave a gradient."""
        return [
            row["layer"]
            for row in self.record.first_steps
            if row.get("gradient_norm") == 0
        ]

    @cached_property
    def decay(self) -> float:
        """The part of the update ratio that is the decay of the weights."""
        facts = self.record.facts
        decay = facts.get("weight_decay") or 0.0
        return float(decay * facts.get("learning_rate", 0.0))

    @property
    def first_ratio_layer(self) -> str:
        """The layer whose ratio that is."""
        ratios = self.first_ratios
        return max(ratios, key=lambda layer: ratios[layer], default="")

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
        """By layer, the standard deviation at the end over that at birth.

        Only if something is known that makes weights smaller. A constraint
        may as well kill units, which is another matter.
        """
        penalised = any(
            "penalties" in facts
            for facts in self.record.facts.get("layers", {}).values()
        )
        smaller = (
            penalised or self.decay or self.penalty >= limits.SOME_PENALTIES
        )
        if not (smaller or self.constrained):
            return {}
        born = {row["layer"]: row for row in self.record.birth}
        return {
            name: row["std"] / born[name]["std"]
            for name, row in self.last_rows.items()
            if name in born
            and _known(row, "std")
            and born[name]["std"] > 0
            and (smaller or row.get("dead_ratio", 0.0) < limits.MANY_NEWLY_DEAD)
        }

    @property
    def constrained(self) -> bool:
        """Whether a weight matrix has a constraint."""
        return any(
            row.get("constrained", False) for row in self.record.first_steps
        )


def _known(row: Row, name: str) -> bool:
    return name in row and math.isfinite(row[name])
