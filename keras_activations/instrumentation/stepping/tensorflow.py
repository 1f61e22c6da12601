"""The function of a step, with something measured in it: TensorFlow."""

from collections.abc import Callable
from typing import Any

import tensorflow as tf

from keras_activations.instrumentation.afterwards import Afterwards
from keras_activations.instrumentation.capture import capturing
from keras_activations.instrumentation.notes import Call, Notes
from keras_activations.instrumentation.step import Step
from keras_activations.replacing import replaced


class Stepping:
    """Makes the functions of one kind of step.

    Args:
        model: The model.
        phase: `"train"` or `"test"`.
    """

    def __init__(self, model: Any, phase: str) -> None:
        self._model = model
        self._phase = phase
        self._afterwards = Afterwards(model, f"make_{phase}_function")

    def function(
        self, measure: Callable[[Any, Notes], Any], keeps_before: bool
    ) -> Callable[..., Any]:
        """The model's own function, made of a watched step.

        Args:
            measure: Is given what a step returns and what it has shown, and
                returns what the watched step returns.
            keeps_before: See `capturing`.
        """
        step = getattr(self._model, f"{self._phase}_step")

        def watched(data: Any) -> Any:
            with capturing(keeps_before) as notes:
                logs = step(data)
            # After the step, not between its operations: up to here, the graph
            # is that of the step alone. Even the operations have the same
            # numbers, from which TensorFlow derives the seeds of random
            # operations.
            return measure(logs, notes)

        attribute = f"{self._phase}_function"
        # Without `force`, which the method of a subclass may not accept.
        with replaced(
            self._model, **{f"{self._phase}_step": watched, attribute: None}
        ):
            getattr(self._model, f"make_{attribute}")()
            made: Callable[..., Any] = vars(self._model)[attribute]
            return made

    def obstacle(self) -> str | None:
        """Why no step can be watched, or `None`."""
        return None

    def is_compiled(self) -> bool:
        """Whether XLA compiles the step that is traced or run."""
        return bool(self._model.jit_compile) and not tf.executing_eagerly()

    def add(self, step: Step, logs: Any, add: Callable[[Step], None]) -> Any:
        """Measures in the step, or lets it return what is measured after it.

        Args:
            step: The step.
            logs: What it returns.
            add: Measures a step.

        Returns:
            What the step is to return.
        """
        inside, after = self._afterwards.split(step)
        add(inside if step.compiled else inside.with_calls(Call.unread))
        if not after.sites:
            return logs
        return self._afterwards.give(logs, after.with_calls(Call.by_input), add)

    def finish(self, outputs: Any) -> tuple[Any, Callable[[], None] | None]:
        """What the model's own function returns, and what measures the rest."""
        return self._afterwards.take(outputs)
