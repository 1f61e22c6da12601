"""Stop before a loss that is not finite spoils the weights, on JAX."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from functools import wraps
from typing import Any

import jax
import jax.numpy as jnp
import keras

from keras_activations.replacing import replaced
from keras_activations.training.nonfinite_guard.failures import stop
from keras_activations.training.parts import (
    is_floating,
    leaf_layers,
    place_of_call,
    unpacked,
)


class NonfiniteGuard:
    """Runs the train step of a model, and undoes a bad one.

    Where the first bad value is, is found out afterwards: the forward pass
    runs once more, on the same mini-batch and from the same state.
    """

    def __init__(self, model: keras.Model) -> None:
        distribution = keras.distribution.distribution()
        if distribution is not None:
            raise NotImplementedError(
                "`stop_on_nonfinite` works on one device. "
                f"Received: {distribution}"
            )
        self.model = model
        self._steps = 0
        self._good_data: Any = None
        self._guarded = self._undone_if_bad
        if model.jit_compile and not model.run_eagerly:
            self._guarded = jax.jit(self._undone_if_bad, donate_argnums=0)

    def execute(self, state: Any, iterator: Iterator[Any]) -> tuple[Any, Any]:
        """Do the steps of one execution, up to the first bad one."""
        finite, logs, state = self._step(state, next(iterator))
        for _ in range(self.model.steps_per_execution - 1):
            data = next(iterator, None)
            if data is None or not finite:
                break
            finite, logs, state = self._step(state, data)
        return logs, state

    def _step(self, state: Any, data: Any) -> tuple[bool, Any, Any]:
        finite, logs, state = self._guarded(state, data)
        if all(finite.values()):
            self._steps += 1
            self._good_data = data
            return True, logs, state
        place = next(name for name in finite if not finite[name])
        if place == "the loss":
            place = self._first_place(state, data)
        step, counted = self._steps, "counted since training was compiled"
        optimizer = self.model.optimizer
        for variable, value in zip(optimizer.variables, state[2], strict=True):
            # A step of the user's own may not count.
            if variable is optimizer.iterations and int(value):
                step, counted = int(value), "that is `optimizer.iterations`"
        stop(self.model, step, counted, place)
        return False, logs, state

    def _undone_if_bad(
        self, state: Any, data: Any
    ) -> tuple[dict[str, Any], Any, Any]:
        """What is finite, the logs, and the state after a good step.

        The metrics include a bad step: otherwise the mean loss of an epoch
        without a good step would be 0, the best possible value.
        """
        model = self.model
        losses: list[Any] = []
        with _noted_losses(model, losses):
            logs, after = model.train_step(state, data)
        finite = {"the loss": _all_finite(losses)}
        weights = {id(weight) for weight in model.weights}
        for group, values in (
            (model.trainable_variables, after[0]),
            (model.non_trainable_variables, after[1]),
        ):
            for variable, value in zip(group, values, strict=True):
                if id(variable) in weights:
                    place = f"the update of {variable.path!r}"
                    finite[place] = _all_finite(value)
        good = jnp.all(jnp.stack(list(finite.values())))
        kept = jax.tree.map(
            lambda new, old: jnp.where(good, new, old), after[:3], state[:3]
        )
        return finite, logs, (*kept, after[3])

    def _first_place(self, state: Any, data: Any) -> str:
        """Where the first bad value is before a loss that is not finite.

        A layer may output an infinity that does no harm, such as a mask before
        a softmax. It is not blamed if it also does so for the good mini-batch
        before.
        """
        harmless = set()
        if self._good_data is not None:
            before = self._finite(state, self._good_data)
            if before["the loss"]:
                harmless = {place for place, good in before.items() if not good}
        finite = self._finite(state, data)
        bad = (place for place in finite if not finite[place])
        return next((p for p in bad if p not in harmless), "the loss")

    def _finite(self, state: Any, data: Any) -> dict[str, bool]:
        """Which parts of a forward pass are finite, in their order."""
        model = self.model
        x, y, sample_weight = unpacked(data)
        finite = {
            "the mini-batch": _all_finite(x),
            "the targets": _all_finite(y),
            "the sample weights": _all_finite(sample_weight),
        }
        calls = 0

        def noting(layer: keras.Layer) -> Any:
            own = layer.call

            @wraps(own)
            def call(*args: Any, **kwargs: Any) -> Any:
                nonlocal calls
                outputs = own(*args, **kwargs)
                # In a loop of its own, there is no value.
                if not any(map(_is_traced, jax.tree.leaves(outputs))):
                    place = place_of_call(layer, calls)
                    finite[place] = _all_finite(outputs)
                    calls += 1
                return outputs

            return call

        def only_forward(forward: Any, weights: Any) -> tuple[Any, Any]:
            # In a gradient, JAX hides the values.
            _, outcome = forward(weights)
            return jax.tree.map(jnp.zeros_like, weights), outcome

        losses: list[Any] = []
        with ExitStack() as stack:
            for layer in leaf_layers(model):
                stack.enter_context(replaced(layer, call=noting(layer)))
            stack.enter_context(replaced(model, backpropagate=only_forward))
            stack.enter_context(_noted_losses(model, losses))
            model.train_step(state, data)
        finite["the loss"] = _all_finite(losses)
        return {place: bool(good) for place, good in finite.items()}


@contextmanager
def _noted_losses(model: Any, losses: list[Any]) -> Iterator[None]:
    own = model._track

    @wraps(own)
    def track(loss: Any, x: Any) -> None:
        losses.append(loss)
        own(loss, x)

    with replaced(model, _track=track):
        yield


def _is_traced(leaf: Any) -> bool:
    return isinstance(leaf, jax.core.Tracer)


def _all_finite(structure: Any) -> Any:
    flags = [
        jnp.all(jnp.isfinite(values))
        for values in jax.tree.leaves(structure)
        # A layer may return something else beside arrays.
        if is_floating(values)
    ]
    return jnp.all(jnp.stack(flags)) if flags else jnp.asarray(True)
