"""Many runs of one network as one step: `jax.vmap` over their states.

A step of Keras on JAX is a function of the state of the model, and returns the
new one. The states of the runs are stacked, so that each array has the runs as
its first axis, and the step is mapped over them. No run sees another one.
"""

from collections.abc import Callable, Sequence
from itertools import chain
from typing import Any, NamedTuple

import jax
import jax.numpy as jnp
import keras
import numpy as np

from keras_activations import compat
from keras_activations.comparison.curve_log import progress_of
from keras_activations.comparison.settings import Data, as_keras_takes_it
from keras_activations.instrumentation.gauges.first_gradients import (
    FIRST_STEPS,
)
from keras_activations.instrumentation.stepping.jax import Watched
from keras_activations.training.sampling.orders import each_once

# Larger networks keep the machine busy with a single run.
_MOST_NUMBERS = 2**20
# Of the states of all runs together, and of the data: they lie in memory.
_MOST_BYTES = 2**30


def cannot(jit_compile: bool | str) -> str:
    """Why runs cannot be trained as one, whatever the network is.

    Args:
        jit_compile: As in `Model.compile`.
    """
    if not jit_compile:
        return "`jit_compile=False` leaves each operation to Python"
    if keras.distribution.distribution() is not None:
        return "`keras.distribution` is in use"
    return ""


def too_much(model: Any, states: Sequence[Any], data: Data) -> str:
    """Why the runs of a network cannot be trained as one; empty if they can.

    Args:
        model: The network.
        states: The states of the runs.
        data: What they are trained on.
    """
    if getattr(model, "stop_on_nonfinite", False):
        return "`stop_on_nonfinite` looks at each step"
    numbers = sum(array.size for array in jax.tree.leaves(states[0]))
    if numbers > _MOST_NUMBERS:
        return f"the network is too large: {numbers} numbers in its state"
    for what, arrays in ("runs", states), ("data", (data.x, data.y)):
        size = sum(array.nbytes for array in jax.tree.leaves(arrays))
        if size > _MOST_BYTES:
            return f"the {what} take {size} bytes"
    return ""


def stacked(
    model: Any,
    states: Sequence[Any],
    seeds: Sequence[int],
    monitors: Sequence[Any],
    data: Data,
    batch_size: int,
) -> "Stacked":
    """The runs of a network, to be trained at the same time.

    Args:
        model: The network, built and compiled.
        states: For each run, the arrays of the trainable variables, of the
            others, and of the optimizer's.
        seeds: For each run, the seed of its mini-batches.
        monitors: For each run, its monitor, which has begun to watch.
        data: The data of all runs.
        batch_size: Samples of a mini-batch.
    """
    return Stacked(model, states, seeds, monitors, data, batch_size)


class _Carry(NamedTuple):
    """What the runs carry from step to step, the runs as the first axis."""

    state: Any  # the trainable variables, the others, and the optimizer's
    metrics: Any
    totals: Any  # of the monitors
    logs: Any
    alive: Any  # whether the loss has always been finite


class Stacked:
    """Runs of one network; see `stacked`.

    A run whose loss is no longer finite stays as it is from then on.

    Attributes:
        optimizers: For each run, its learning rate and its updates so far.
    """

    def __init__(
        self,
        model: Any,
        states: Sequence[Any],
        seeds: Sequence[int],
        monitors: Sequence[Any],
        data: Data,
        batch_size: int,
    ) -> None:
        self._model = model
        self._monitors = monitors
        self._size = batch_size
        x, y, tested = as_keras_takes_it((data.x, data.y, data.validation))
        self._arrays = jax.tree.map(jnp.asarray, (x, y))
        self._tested = jax.tree.map(jnp.asarray, tuple(tested))
        samples = len(jax.tree.leaves(x)[0])
        self._orders = [each_once(samples, samples, seed) for seed in seeds]
        self.optimizers = [(0.0, 0)] * len(states)

        batch, tested_batch = (
            jax.tree.map(lambda array: array[:batch_size], arrays)
            for arrays in (self._arrays, self._tested)
        )
        compat.build_metrics(model, batch)
        model.reset_metrics()
        measure_training, measure_test = monitors[0].measuring()
        self._training = Watched(model, "train", measure_training)
        self._testing = Watched(model, "test", measure_test)

        # What a step returns, and which totals there are, a trace can tell.
        variables = [*states[0]]
        metrics = [variable.value for variable in model.metrics_variables]
        logs, *_ = jax.eval_shape(
            self._training, (*variables, metrics), [], batch
        )
        jax.eval_shape(
            self._testing, (*variables[:2], metrics), [], tested_batch
        )

        def of_all(arrays: Any) -> Any:
            return jax.tree.map(
                lambda each: jnp.stack([each] * len(states)), arrays
            )

        self._no_metrics = of_all(metrics)
        self._carry = _Carry(
            jax.tree.map(lambda *each: jnp.stack(each), *states),
            self._no_metrics,
            of_all(self._training.ledger.values()),
            of_all(jax.tree.map(lambda log: jnp.zeros_like(log), logs)),
            jnp.ones(len(states), bool),
        )
        self._test_totals = of_all(self._testing.ledger.values())
        self._train_steps = jax.jit(self._steps)
        self._train_last = jax.jit(jax.vmap(self._step, (0, 0, None)))
        self._test = jax.jit(self._test_all)

    def epoch(self, number: int, going_on: Sequence[int]) -> list[Any]:
        """Train and evaluate for an epoch.

        Args:
            number: Its number, from 0.
            going_on: The runs that have not ended.

        Returns:
            For each run, what `fit` logs.
        """
        order = np.stack([order(number) for order in self._orders])
        runs, samples = order.shape
        order, size = order.astype(np.int32), self._size
        whole = samples // size
        batches = order[:, : whole * size].reshape(runs, whole, size)
        batches = batches.swapaxes(0, 1)
        last = order[:, whole * size :]
        steps = whole + bool(last.size)
        self._carry = self._carry._replace(metrics=self._no_metrics)

        def begin(monitor: Any, _: int) -> None:
            monitor.on_epoch_begin(number)
            monitor.note_steps(0)

        self._tell(going_on, begin)
        made = count = 0
        while made < steps:
            if made:
                self._tell(going_on, lambda monitor, _: monitor.note_steps(1))
            # The monitors look at the weights between the first steps.
            few = number * steps + made < FIRST_STEPS
            count = 1 if few else steps - made
            if made < whole:
                until = min(made + count, whole)
                self._carry = self._train_steps(
                    self._carry, batches, made, until, self._arrays
                )
            made += count
            if made > whole:
                self._carry = self._train_last(self._carry, last, self._arrays)
        tested, self._test_totals = self._test(
            self._carry, self._test_totals, self._tested
        )
        columns = jax.tree.map(
            np.asarray,
            {
                **self._carry.logs,
                **{f"val_{name}": each for name, each in tested.items()},
            },
        )
        logs = [
            {name: float(column[run]) for name, column in columns.items()}
            for run in range(runs)
        ]

        def end(monitor: Any, run: int) -> None:
            monitor.note_steps(count)
            monitor.on_epoch_end(number, logs[run])
            self.optimizers[run] = progress_of(self._model.optimizer)

        self._tell(going_on, end)
        return logs

    def _tell(
        self, going_on: Sequence[int], call: Callable[[Any, int], None]
    ) -> None:
        """Call the monitors, each with the state of its run in the model."""
        model = self._model
        variables = [
            model.trainable_variables,
            model.non_trainable_variables,
            model.optimizer.variables,
        ]
        state, *totals = jax.tree.map(
            np.array, (self._carry.state, self._carry.totals, self._test_totals)
        )
        ledgers = self._training.ledger, self._testing.ledger
        for run in going_on:
            for variable, array in zip(
                chain(*variables), chain(*state), strict=True
            ):
                variable.assign(array[run])
            for ledger, of_all in zip(ledgers, totals, strict=True):
                ledger.keep([array[run] for array in of_all])
            call(self._monitors[run], run)
            for ledger, of_all in zip(ledgers, totals, strict=True):
                for array, kept in zip(of_all, ledger.values(), strict=True):
                    array[run] = kept
        self._carry = self._carry._replace(totals=totals[0])
        self._test_totals = totals[1]

    def _step(self, carry: _Carry, indices: Any, arrays: Any) -> _Carry:
        """A step of one run; `indices` are those of its mini-batch."""
        batch = jax.tree.map(lambda array: array[indices], arrays)
        logs, (*state, metrics), totals = self._training(
            (*carry.state, carry.metrics), carry.totals, batch
        )
        after = _Carry(
            state,
            metrics,
            totals,
            logs,
            carry.alive & jnp.isfinite(logs["loss"]),
        )
        return jax.tree.map(
            lambda new, old: jnp.where(carry.alive, new, old), after, carry
        )

    def _steps(
        self, carry: _Carry, batches: Any, first: Any, last: Any, arrays: Any
    ) -> _Carry:
        """Steps of all runs, from the `first` to before the `last`."""
        step = jax.vmap(self._step, in_axes=(0, 0, None))
        return jax.lax.fori_loop(
            first, last, lambda k, carry: step(carry, batches[k], arrays), carry
        )

    def _test_all(self, carry: _Carry, totals: Any, arrays: Any) -> Any:
        """What the validation data give for all runs, and the totals."""

        def step(state: Any, metrics: Any, totals: Any, batch: Any) -> Any:
            logs, (*_, metrics), totals = self._testing(
                (*state[:2], metrics), totals, batch
            )
            return (metrics, totals), logs

        def steps(carried: Any, batch: Any) -> Any:
            every: Any = jax.vmap(step, in_axes=(0, 0, 0, None))
            return every(carry.state, *carried, batch)

        carried = self._no_metrics, totals
        samples, size = len(jax.tree.leaves(arrays)[0]), self._size
        whole = samples // size
        logs: Any = {}
        if whole:
            batches = jax.tree.map(
                lambda array: array[: whole * size].reshape(
                    whole, size, *array.shape[1:]
                ),
                arrays,
            )
            carried, logs = jax.lax.scan(steps, carried, batches)
            logs = jax.tree.map(lambda values: values[-1], logs)
        if whole * size < samples:
            last = jax.tree.map(lambda array: array[whole * size :], arrays)
            carried, logs = steps(carried, last)
        return logs, carried[1]
