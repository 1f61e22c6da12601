"""Runs a model's own training or test step, watched."""

import warnings
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

from keras_activations.backends import module_of
from keras_activations.instrumentation.ends import ends
from keras_activations.instrumentation.gauges import occasions
from keras_activations.instrumentation.gauges.occasions import Occasion
from keras_activations.instrumentation.notes import Notes
from keras_activations.instrumentation.sites import Sites
from keras_activations.instrumentation.step import Step
from keras_activations.instrumentation.stepping import Stepping
from keras_activations.instrumentation.totals import Totals
from keras_activations.statistics.health import Sums

ops = module_of("keras_activations.statistics.operations")

# The gauges without which the statistics go on.
_OPTIONAL = ("samples", "first_gradients", "probe")


class Watch:
    """Watches one kind of step of a model.

    Before a watched step, `arm` replaces the model's own train function. When
    Keras calls the replacement, it first puts the model's own function back,
    so that nothing is left whatever happens in the step. Then it runs the same
    step with the statistics in it: the model's own `train_step`, traced while
    the activations are noted, followed by what the gauges add.

    Args:
        model: The model.
        sites: The rows, which the steps find.
        gauges: By name, what is measured.
        phase: `"train"` or `"test"`.
        gradients: Whether the gauges ask for the updates of the weights.
    """

    def __init__(
        self,
        model: Any,
        sites: Sites,
        gauges: dict[str, Any],
        phase: str = "train",
        gradients: bool = False,
    ) -> None:
        self._model = model
        self._sites = sites
        self.gauges = gauges
        self._attribute = f"{phase}_function"
        self._stepping = Stepping(model, phase)
        self._gradients = gradients
        self._made_from: Any = None
        self._functions: dict[tuple[str, ...], Callable[..., Any]] = {}
        self._batches = Totals(model)
        # A wrong argument of the user, found while the step was traced.
        self._refusal: Exception | None = None
        self.broken: Exception | None = None
        # By gauge, why it could not measure.
        self.gaps: dict[str, str] = {}
        self.ran = False

    @staticmethod
    def clear(model: Any) -> None:
        """Puts the model's own functions back after a step that did not run."""
        for attribute in ("train_function", "test_function"):
            function = vars(model).get(attribute)
            if hasattr(function, "own"):
                vars(model)[attribute] = function.own

    def arm(
        self,
        going_on: Callable[[], bool],
        gauges: Sequence[str],
        after: Callable[[], None] | None = None,
    ) -> None:
        """Prepares to watch the next step.

        Args:
            going_on: Whether the fit is still running. Another callback may
                end it before the step; then a later fit must not be watched.
            gauges: The names of the gauges that measure it.
            after: Called when the step is done.
        """
        obstacle = self._stepping.obstacle()
        if obstacle is not None and self.broken is None:
            with self._training_goes_on():
                raise NotImplementedError(obstacle)
        if self.broken is not None:
            return
        attributes = vars(self._model)
        if attributes.get(self._attribute) is None:
            # A training loop of the user before its first step.
            getattr(self._model, f"make_{self._attribute}")()
        waiting = getattr(attributes[self._attribute], "watch", self)
        if waiting is not self:
            raise RuntimeError(
                "Only one ActivationMonitor can watch a model in one fit. "
                f"The model {self._model.name!r} is watched by another."
            )
        self.clear(self._model)
        own = attributes[self._attribute]
        if self._made_from is not own:
            self._functions.clear()
            self._made_from = own
        key = tuple(gauges)
        if key not in self._functions:
            self._functions[key] = self._make_function(key)

        def watched_step(*given: Any) -> Any:
            attributes[self._attribute] = own
            if not going_on():
                return own(*given)
            self.ran = True
            try:
                outputs = self._functions[key](*given)
            except StopIteration:
                raise  # there are no more data
            except BaseException:
                # A function whose trace has failed cannot be used again.
                self._functions.pop(key, None)
                if self._refusal is not None:
                    refusal, self._refusal = self._refusal, None
                    raise refusal from None
                raise
            outputs, measure = self._stepping.finish(outputs)
            if measure is not None and self.broken is None:
                with self._training_goes_on():
                    measure()
            if after is not None:
                after()
            return outputs

        watched_step.own = own  # type: ignore[attr-defined]
        watched_step.watch = self  # type: ignore[attr-defined]
        attributes[self._attribute] = watched_step

    def _make_function(self, gauges: tuple[str, ...]) -> Callable[..., Any]:
        """The model's own function, made of a watched step."""
        return self._stepping.function(
            lambda logs, notes: self._measure(logs, notes, gauges),
            self._gradients,
        )

    def measuring(self, gauges: Sequence[str]) -> Callable[[Any, Notes], Any]:
        """What measures steps that something else than `fit` makes.

        Args:
            gauges: The names of the gauges that measure them.

        Returns:
            A function of what a step returns and what it has shown, to be
            called while the step is traced. It returns what the step is to
            return.
        """
        self.ran = True
        names = tuple(gauges)
        return lambda logs, notes: self._measure(logs, notes, names)

    def _measure(self, logs: Any, notes: Notes, gauges: tuple[str, ...]) -> Any:
        """Adds what one step has shown, and returns what the step returns."""
        try:
            found = self._sites.of_step(notes)
        except ValueError as error:
            self._refusal = error
            raise
        if notes.unseen_updates and self._gradients:
            warnings.warn(
                "ActivationMonitor cannot see updates inside loops and "
                f"branches. Not measured: {sorted(set(notes.unseen_updates))}",
                stacklevel=2,
            )
        with self._training_goes_on():
            batches = self._batches.of((), [], ops.COUNTER)
            batches.assign_add(1)
            step = Step(
                found,
                notes.updates,
                batches.read_value(),
                self._stepping.is_compiled(),
            )

            def add(step: Step) -> None:
                for name in gauges:
                    if name not in _OPTIONAL:
                        self.gauges[name].add(step)

            logs = self._stepping.add(step, logs, add)
        if self.broken is None:
            optional = [name for name in _OPTIONAL if name in gauges]
            if optional:
                self._add_optional(optional, notes, step)
        return logs

    def _add_optional(
        self, names: Sequence[str], notes: Notes, step: Step
    ) -> None:
        """Adds the gauges without which the others go on."""
        try:
            whole = replace(
                step,
                ends=ends(self._model, notes),
                inputs=_inputs(self._model, notes),
            )
        except Exception as error:
            for name in names:
                self._fail(name, error)
            return
        found: dict[str, Occasion] = {}
        for name in names:
            gauge = self.gauges[name]
            try:
                if whole.compiled:
                    gauge.add(whole)
                elif (occasion := gauge.occasion(whole)) is not None:
                    found[name] = occasion
            except Exception as error:
                self._fail(name, error)
        try:
            occasions.measure(found, self._fail)
        except Exception as error:
            for name in found:
                self._fail(name, error)

    def _fail(self, name: str, error: Exception) -> None:
        self.gaps[name] = f"{type(error).__name__}: {error}"

    @contextmanager
    def _training_goes_on(self) -> Iterator[None]:
        """Lets no error in the measuring end the training."""
        try:
            yield
        except Exception as error:
            self.broken = error
            warnings.warn(
                "ActivationMonitor stops measuring: "
                f"{type(error).__name__}: {error}. Training goes on.",
                stacklevel=4,
            )

    def take_units(self) -> tuple[dict[str, Sums], float]:
        """The sums per unit since the last time, and the number of batches."""
        batches = float(sum(total for _, total in self._batches.take()))
        return self.gauges["units"].take(batches), batches

    def take(self, gauge: str) -> dict[Any, Any]:
        """What another gauge has measured since the last time."""
        return self.gauges[gauge].take() if gauge in self.gauges else {}

    def discard(self) -> None:
        """Forgets what has been measured."""
        self.take_units()
        for gauge in self.gauges:
            # The first steps of a training stay the first ones.
            if gauge not in ("units", "first_gradients"):
                self.take(gauge)


def _inputs(model: Any, notes: Notes) -> Any:
    """What the step has given to the model first."""
    for invocation in notes.invocations:
        if invocation.layer is model and invocation.parent is notes.step:
            args, kwargs = invocation.given
            return args[0] if args else kwargs.get("inputs", ())
    return ()
