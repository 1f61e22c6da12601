"""All that a diagnosis looks at: plain rows, from a monitor or from a log."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

Row = Mapping[str, Any]

# The number of the epoch that ends before the first update.
BIRTH = -1


@dataclass(frozen=True)
class Record:
    """What is known about one training.

    Args:
        history: One row per epoch and layer, see `ActivationMonitor.history`.
        birth: One row per layer for the first mini-batch, before the first
            update.
        first_steps: One row per weight matrix: `update_ratio`,
            `gradient_norm` and `equal_units` of the first steps.
        weights: One row per epoch and weight matrix, if they are measured.
        inputs: One row per layer that inputs enter, see `statistics.ends`.
        targets: One row per output.
        outputs: One row per epoch and output, from epoch `BIRTH` on.
        losses: One row per epoch: `epoch`, `steps` (since training began),
            `logs` (what Keras logs) and `losses` (by output, the mean loss
            without penalties).
        facts: See `instrumentation.facts.model_facts`.
        layers: By layer, its activation, in the order of the model.
        gaps: What could not be measured, with the reason.
        not_watched: The activations that are not watched, with the reason.
    """

    history: Sequence[Row] = ()
    birth: Sequence[Row] = ()
    first_steps: Sequence[Row] = ()
    weights: Sequence[Row] = ()
    inputs: Sequence[Row] = ()
    targets: Sequence[Row] = ()
    outputs: Sequence[Row] = ()
    losses: Sequence[Row] = ()
    facts: Mapping[str, Any] = field(default_factory=dict)
    layers: Mapping[str, str] = field(default_factory=dict)
    gaps: Mapping[str, str] = field(default_factory=dict)
    not_watched: Mapping[str, str] = field(default_factory=dict)

    @property
    def epochs(self) -> list[int]:
        """The numbers of the epochs, in their order."""
        found = {row["epoch"] for row in (*self.history, *self.losses)}
        return sorted(found)
