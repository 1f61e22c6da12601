"""What is watched of one model: its rows, and its two kinds of steps."""

import warnings
from collections.abc import Callable, Sequence
from typing import Any

from keras_activations.instrumentation.gauges.effective_rank import (
    EffectiveRank,
)
from keras_activations.instrumentation.gauges.first_gradients import (
    FirstGradients,
)
from keras_activations.instrumentation.gauges.histograms import Histograms
from keras_activations.instrumentation.gauges.probe import Probe
from keras_activations.instrumentation.gauges.samples import Samples
from keras_activations.instrumentation.gauges.units import UnitSums
from keras_activations.instrumentation.gauges.weight_updates import (
    WeightUpdates,
)
from keras_activations.instrumentation.sites import Sites
from keras_activations.instrumentation.watch import Watch

_SELDOM = ("histograms", "pre_activations")


class Watching:
    """The steps of a model, and the gauges that measure them.

    Args:
        model: The model.
        layers: See `ActivationMonitor`.
        gradients: Whether to measure gradients and updates.
        effective_rank: Whether to measure the effective rank.

    Raises:
        TypeError: For something that cannot select a layer.
        ValueError: For no selection at all.
    """

    def __init__(
        self, model: Any, layers: Any, *, gradients: bool, effective_rank: bool
    ) -> None:
        self.model = model
        self.sites = Sites(model, layers)
        self.samples = Samples(model)
        self.first_gradients = FirstGradients(model)
        gauges = {
            "units": UnitSums(model),
            "histograms": Histograms(model),
            "pre_activations": Histograms(model, inputs=True),
            "samples": self.samples,
            "first_gradients": self.first_gradients,
        }
        if gradients:
            gauges["updates"] = WeightUpdates(model)
        if effective_rank:
            gauges["effective_rank"] = EffectiveRank(model)
        # Every step; histograms are counted in few of them.
        self._always = [name for name in gauges if name not in _SELDOM]
        self._probe: Probe | None = None
        self.training = Watch(model, self.sites, gauges, "train", gradients)
        self.testing = Watch(
            model, self.sites, {"units": UnitSums(model)}, "test"
        )

    @property
    def on_found(self) -> Any:
        """Called with name and activation of the rows of the first step."""
        return self.sites.on_found

    @on_found.setter
    def on_found(self, check: Callable[[Any], None]) -> None:
        self.sites.on_found = check

    def keep_probe(self) -> None:
        """Keeps samples of what the model is given, from the next step on."""
        if self._probe is None:
            self._probe = self.training.gauges["probe"] = Probe(self.model)
            self._always.append("probe")
        self._probe.clear()

    def probe(self) -> Any:
        """The samples, in the structure of the inputs.

        Raises:
            ValueError: There are none, for the reason that the message says.
        """
        gap = self.training.gaps.get("probe")
        found = None if gap or self._probe is None else self._probe.read()
        if found is None:
            raise ValueError(gap or "no step was watched")
        return found

    def arm(
        self,
        going_on: Callable[[], bool],
        histograms: Sequence[str],
        after: Callable[[], None],
    ) -> None:
        """Prepares to watch the next training step.

        Args:
            going_on: Whether the training does.
            histograms: Which of the gauges `"histograms"` and
                `"pre_activations"` count this step.
            after: Called after the step.
        """
        self.training.arm(going_on, [*self._always, *histograms], after)

    def arm_test(self, going_on: Callable[[], bool]) -> None:
        """Prepares to watch the next validation step."""
        self.testing.arm(going_on, ["units"])

    def measuring(self) -> tuple[Callable[..., Any], Callable[..., Any]]:
        """What measures training and validation steps that are made elsewhere.

        See `Watch.measuring`.
        """
        return (
            self.training.measuring(self._always),
            self.testing.measuring(["units"]),
        )

    def check_ran(self, stepped: bool) -> None:
        """Warns once if there were steps that could not be watched."""
        if stepped and not self.training.ran:
            self.training.ran = True
            warnings.warn(
                "ActivationMonitor watches steps that the model's own train "
                "function makes, as `fit` and `train_on_batch` call it. None "
                "was made in this epoch.",
                stacklevel=3,
            )

    def clear_beginning(self) -> None:
        """Forgets how an earlier training of the model began."""
        self.samples.clear()
        self.first_gradients.clear()

    def discard(self) -> None:
        """Forgets what an interrupted fit has measured."""
        self.sites.begun = True
        self.training.discard()
        self.testing.discard()
