"""The function of a step, with something measured in it: JAX."""

import itertools
from collections.abc import Callable, Iterator
from typing import Any

import jax
import keras

from keras_activations import compat
from keras_activations.instrumentation.capture import capturing
from keras_activations.instrumentation.notes import Notes
from keras_activations.instrumentation.reading import up_to_date
from keras_activations.instrumentation.step import Step
from keras_activations.instrumentation.totals.jax import Ledger
from keras_activations.replacing import replaced


class Watched:
    """A watched step as a function of the state of the model.

    Args:
        model: The model.
        phase: `"train"` or `"test"`.
        measure: Is given what a step returns and what it has shown, and
            returns what the watched step returns.
        keeps_before: See `capturing`.

    Attributes:
        ledger: The totals that it reads and writes.
    """

    def __init__(
        self,
        model: Any,
        phase: str,
        measure: Callable[[Any, Notes], Any],
        keeps_before: bool = False,
    ) -> None:
        self._step = getattr(model, f"{phase}_step")
        self._measure = measure
        self._keeps_before = keeps_before
        self.ledger = Ledger()

    def __call__(
        self, state: Any, totals: list[Any], data: Any
    ) -> tuple[Any, Any, list[Any]]:
        """Makes a step.

        Args:
            state: The state of the model, as its own step takes it.
            totals: The values of the ledger, or of its first totals.
            data: What the step is given.

        Returns:
            What the step returns, the state after it, and the totals.
        """
        with self.ledger.opened(totals) as now:
            with capturing(self._keeps_before) as notes:
                logs, state = self._step(state, data)
            logs = self._measure(logs, notes)
            return logs, state, now()


class Stepping:
    """Makes the functions of one kind of step.

    Args:
        model: The model.
        phase: `"train"` or `"test"`.
    """

    def __init__(self, model: Any, phase: str) -> None:
        self._model = model
        self._phase = phase

    def function(
        self, measure: Callable[[Any, Notes], Any], keeps_before: bool
    ) -> Callable[..., Any]:
        """The model's own function, made of a watched step.

        The state of the step has the totals as one more of its last variables.

        Args:
            measure: Is given what a step returns and what it has shown, and
                returns what the watched step returns.
            keeps_before: See `capturing`.
        """
        model, attribute = self._model, f"{self._phase}_function"
        watched = Watched(model, self._phase, measure, keeps_before)
        ledger = watched.ledger

        def step(state: Any, data: Any) -> Any:
            state, totals = _without(state)
            logs, state, totals = watched(state, totals, data)
            return logs, _with(state, totals)

        changes = {f"{self._phase}_step": step, attribute: None}
        up_to_date(model)
        shared = None
        if keras.distribution.distribution() is not None:
            # Every device has the whole of a metric, and of a total.
            shared = model.metrics_variables[-1].value.sharding
            changes |= compat.with_shardings(
                model, lambda shardings: _with(shardings, shared)
            )
        with replaced(model, **changes):
            getattr(model, f"make_{attribute}")()
            function = vars(model)[attribute]
        known = model.run_eagerly or not model.jit_compile

        def run(state: Any, iterator: Iterator[Any]) -> Any:
            nonlocal known
            if not known:
                # Which totals there are, only a trace can tell. Without them,
                # the first step would be compiled twice.
                known = True
                data = next(iterator)
                iterator = itertools.chain([data], iterator)
                jax.eval_shape(step, _with(state, []), data)
            values = [_placed(value, shared) for value in ledger.values()]
            logs, state = function(_with(state, values), iterator)
            state, values = _without(state)
            ledger.keep(values)
            # Keras does the same after the step. But callbacks are called
            # before that.
            compat.hold_state(model, state)
            return logs, state

        return run

    def obstacle(self) -> str | None:
        """Why no step can be watched, or `None`."""
        if keras.config.is_nnx_enabled():
            return "with NNX, Keras does not call the step of the model itself"
        return None

    def is_compiled(self) -> bool:
        """Yes: if not the whole step, then each of its operations."""
        return True

    def add(self, step: Step, logs: Any, add: Callable[[Step], None]) -> Any:
        """Measures in the step.

        Args:
            step: The step.
            logs: What it returns.
            add: Measures a step.

        Returns:
            What the step is to return.
        """
        add(step)
        return logs

    def finish(self, outputs: Any) -> tuple[Any, Callable[[], None] | None]:
        """What the model's own function returns: nothing is left to be done."""
        return outputs, None


def _with(state: Any, values: Any) -> Any:
    *others, last = state
    return (*others, [*last, values])


def _placed(value: Any, sharding: Any) -> Any:
    if sharding is None or isinstance(value, jax.Array):
        return value
    return jax.make_array_from_callback(
        value.shape, sharding, lambda index: value[index]
    )


def _without(state: Any) -> tuple[Any, list[Any]]:
    *others, last = state
    *last, values = last
    return (*others, last), values
