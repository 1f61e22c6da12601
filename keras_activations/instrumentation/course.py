"""The course of a training: how it begins, what it is given, what it loses."""

from collections.abc import Mapping, Sequence
from typing import Any

from keras_activations.instrumentation.facts import model_facts
from keras_activations.instrumentation.first_steps import FirstSteps
from keras_activations.instrumentation.gauges.weight_updates import Matrix
from keras_activations.instrumentation.parameters import learning_rate
from keras_activations.instrumentation.watching import Watching
from keras_activations.statistics.diary import BIRTH
from keras_activations.statistics.ends import (
    input_row,
    output_row,
    target_row,
)

Row = dict[str, Any]

# The parts that are missing if a gauge cannot measure.
_MEASURED_BY = {
    "samples": ("inputs", "targets", "outputs"),
    "first_gradients": ("first_steps",),
}


class Course:
    """Keeps what a diagnosis needs besides the rows of the epochs.

    Args:
        watching: The watched steps of the model.
    """

    def __init__(self, watching: Watching) -> None:
        self._watching = watching
        self._first_steps = FirstSteps(watching.model)
        self._facts: dict[str, Any] = {}
        self._resumed = False
        self._born = False
        self.birth: list[Row] = []
        self._norms: dict[Matrix, float] = {}
        self._inputs: list[Row] = []
        self._targets: list[Row] = []
        self._outputs: list[Row] = []
        self._losses: list[Row] = []
        self._gaps: dict[str, str] = {}
        watching.clear_beginning()

    def begin(self, updates: int) -> None:
        """Begins a fit.

        Args:
            updates: How many updates the optimizer has made before.
        """
        if not self._facts and updates:
            self._resumed = True
            self._skip_birth(f"the optimizer had made {updates} updates")
        self._facts = self._facts or model_facts(self._watching.model)

    def _skip_birth(self, reason: str) -> None:
        self._born = True
        self._gaps["birth"] = reason

    def look_at_weights(self, step: int) -> None:
        """Looks at the weights between two steps.

        Args:
            step: How many steps have been made.
        """
        if not self._resumed:
            self._first_steps.look(step)

    def awaits_birth(self, steps: int) -> bool:
        """Whether the step just made was the first one.

        Args:
            steps: How many steps were made at once.
        """
        if self._born:
            return False
        if steps > 1:
            self._skip_birth(
                f"steps_per_execution={steps}: the first step cannot be "
                "told from the next"
            )
            return False
        self._born = True
        return True

    def add_birth(self, rows: Sequence[Row]) -> None:
        """Adds the rows of the first step."""
        self.birth = list(rows)
        self._look_at_samples(BIRTH)

    def end_epoch(
        self, epoch: int, logs: Mapping[str, float], steps: int
    ) -> None:
        """Adds an epoch.

        Args:
            epoch: Its number.
            logs: What Keras logs.
            steps: How many steps have been made since training began.
        """
        if not self._resumed:
            self._norms = self._watching.first_gradients.read()
        losses = self._watching.training.take("samples")
        self._losses.append(
            {
                "epoch": epoch,
                "steps": steps,
                "learning_rate": learning_rate(self._watching.model),
                "logs": dict(logs),
                "losses": losses,
            }
        )
        self._look_at_samples(epoch)

    def _look_at_samples(self, epoch: int) -> None:
        inputs = []
        self._targets = []
        facts = self._watching.samples.facts
        for sample in self._watching.samples.read():
            if sample.role == "output":
                row = output_row(sample.name, sample.values)
                self._outputs.append({"epoch": epoch, **row})
            if sample.role == "input":
                inputs.append(input_row(sample.name, sample.values))
            if sample.role == "target" and sample.name in facts:
                self._targets.append(
                    target_row(
                        sample.name,
                        sample.values,
                        sample.weights,
                        facts[sample.name],
                    )
                )
        # The last mini-batch of an epoch may be small.
        self._inputs = self._inputs or inputs

    @property
    def first_steps(self) -> list[Row]:
        """One row per weight matrix."""
        found: dict[Matrix, Row] = {}
        for key, row in self._first_steps.rows().items():
            found.setdefault(key, {}).update(row)
        for key, norm in self._norms.items():
            found.setdefault(key, {})["gradient_norm"] = norm
        return [
            {"layer": layer, "weight": weight, "shape": list(shape), **row}
            for (layer, weight, shape), row in found.items()
        ]

    def parts(self) -> dict[str, Any]:
        """The parts of a `diagnosis.record.Record` that are known here."""
        return {
            "birth": list(self.birth),
            "first_steps": self.first_steps,
            "inputs": list(self._inputs),
            "targets": list(self._targets),
            "outputs": list(self._outputs),
            "losses": list(self._losses),
            "facts": self._facts,
            "gaps": {
                **self._gaps,
                **{
                    part: reason
                    for gauge, reason in self._watching.training.gaps.items()
                    for part in _MEASURED_BY.get(gauge, ())
                },
            },
        }
