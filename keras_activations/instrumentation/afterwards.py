"""Measures the activations of a step that XLA compiles after the step.

XLA compiles the statistics of each activation anew: in a large network, that
is a third of the time of its first step, and a seventh of its memory.
TensorFlow's own operations need no compiling. The step of a large network
therefore gives its activations away, and a function that XLA does not compile
reduces them. To call it takes about half a millisecond, which a small network
would notice: its statistics stay in the step.
"""

import math
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import keras
import tensorflow as tf

from keras_activations.instrumentation.step import Step

# Of a network that is measured in its step: activations, and their entries
# for one sample.
MOST_ACTIVATIONS = 16
MOST_ENTRIES = 2**16


class Afterwards:
    """Takes activations out of the steps of a model.

    Args:
        model: The model.
        make: The name of its method that makes the function of a step.
    """

    def __init__(self, model: Any, make: str) -> None:
        self._model = model
        self._make = make
        # By the name of the trace of a step.
        self._functions: dict[str, Callable[..., Any]] = {}

    def suits(self, step: Step) -> bool:
        """Whether a step is to be measured afterwards."""
        if not step.compiled or tf.distribute.has_strategy():
            return False
        # Of the steps of one execution, only the last one gives anything, and
        # a function of the user's own may do something with what is given.
        make = getattr(getattr(self._model, self._make), "__func__", None)
        if make is not getattr(keras.Model, self._make):
            return False
        if self._model.steps_per_execution != 1:
            return False
        shapes = [call.a.shape[1:] for _, calls in step.sites for call in calls]
        entries = sum(math.prod(size or 1 for size in s) for s in shapes)
        return len(step.sites) > MOST_ACTIVATIONS or entries > MOST_ENTRIES

    def give(
        self, logs: Any, step: Step, add: Callable[[Step], None]
    ) -> dict[str, Any]:
        """What the step gives in place of its logs.

        Args:
            logs: What the model's own step gives.
            step: What it has shown.
            add: Measures such a step.
        """
        given = {id(step.batch): step.batch}
        for _, calls in step.sites:
            for call in calls:
                tensors = call.z, call.a, call.mask
                given |= {id(t): t for t in tensors if t is not None}

        def measure(*values: Any) -> None:
            found = dict(zip(given, values, strict=True))
            sites = [
                (
                    site,
                    [
                        replace(
                            call,
                            z=found[id(call.z)],
                            a=found[id(call.a)],
                            mask=found.get(id(call.mask)),
                        )
                        for call in calls
                    ],
                )
                for site, calls in step.sites
            ]
            batch = found[id(step.batch)]
            add(Step(sites, (), batch, compiled=False))

        name = f"activations of trace {len(self._functions)}"
        self._functions[name] = tf.function(
            measure,
            input_signature=[
                tf.TensorSpec(tensor.shape, tensor.dtype)
                for tensor in given.values()
            ],
            autograph=False,
        )
        return {"logs": logs, name: tuple(given.values())}

    def take(self, outputs: Any) -> tuple[Any, Callable[[], None] | None]:
        """The logs in what a step gives, and what measures the rest."""
        names = {*outputs} - {"logs"} if isinstance(outputs, dict) else set()
        if len(names) != 1 or (name := names.pop()) not in self._functions:
            return outputs, None
        values = outputs[name]
        return outputs["logs"], lambda: self._functions[name](*values)
