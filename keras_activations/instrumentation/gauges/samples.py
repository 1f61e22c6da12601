"""Samples of the inputs, targets and outputs of the steps, and their loss."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import keras
import numpy as np

from keras_activations import compat
from keras_activations.backends import module_of
from keras_activations.instrumentation.ends import Output
from keras_activations.instrumentation.gauges.occasions import Occasion
from keras_activations.instrumentation.notes import Loss
from keras_activations.instrumentation.step import Step
from keras_activations.instrumentation.totals import Totals, when
from keras_activations.statistics.operations import numpy as arrays

ops = module_of("keras_activations.statistics.operations")

Tensor = Any

# Of each, this many rows and numbers are kept at most, 256 KiB.
_MOST_ROWS = 4096
_MOST = 2**16
# Of more columns, some at equal distances are kept.
_MOST_COLUMNS = 1024
# `"input"`, `"target"` or `"output"`, and a name.
_Key = tuple[str, str]
# Its columns, and the tensors that `_part` takes.
_Found = dict[_Key, tuple[int, list[Tensor | None]]]
_MEANS = ("sum_over_batch_size", "mean")


@dataclass(frozen=True, eq=False)
class Sample:
    """Rows of the inputs, targets or outputs of a step.

    Args:
        role: `"input"`, `"target"` or `"output"`.
        name: The layer that an input enters, or the output of the model.
        values: Shape `(rows, columns)`.
        weights: The weight of each row in the loss, shape `(rows,)`.
    """

    role: str
    name: str
    values: np.ndarray
    weights: np.ndarray


class Samples:
    """Keeps the latest inputs and outputs, the first targets, and the loss.

    Copying in every step would take too long. Samples are copied until there
    are enough targets, and in the mini-batches 1, 2, 4, 8, ... of a window.
    """

    def __init__(self, model: Any) -> None:
        self._model = model
        self._kept = Totals(model)
        self._seen = Totals(model)
        self._losses = Totals(model)
        # What Python has kept of steps that XLA does not compile.
        self._arrays: dict[_Key, np.ndarray] = {}
        # By output, what is known about its loss.
        self.facts: dict[str, dict[str, Any]] = {}

    def add(self, step: Step) -> None:
        """Adds a step that XLA compiles."""
        found = self._found(step)
        if not found:
            return
        variables = {
            key: self._kept.of(key, [_most(columns), columns + 1], "float32")
            for key, (columns, _) in found.items()
        }
        due, seen, rows = self._due(step, found)

        def keep() -> None:
            for key, (columns, tensors) in found.items():
                kept = variables[key]
                part = _part(ops, columns, *tensors)
                before = kept.read_value()
                if key[0] != "target":
                    before = ops.zeros_like(before)
                part = ops.concat([before, part], 0)
                kept.assign(part[-kept.shape[0] :])
            seen.assign_add(rows)

        when(due, keep, [*variables.values(), seen])

    def occasion(self, step: Step) -> Occasion | None:
        """The same of a step that XLA does not compile."""
        found = self._found(step)
        if not found:
            return None
        due, seen, rows = self._due(step, found)
        seen.assign_add(rows)
        tensors = [tensor for _, given in found.values() for tensor in given]
        there = [tensor is not None for tensor in tensors]

        def keep(*values: Any) -> None:
            left = (value.numpy() for value in values)
            whole = iter([next(left) if each else None for each in there])
            for key, (columns, given) in found.items():
                part = _part(arrays, columns, *(next(whole) for _ in given))
                if key[0] == "target" and key in self._arrays:
                    part = np.concatenate([self._arrays[key], part])
                self._arrays[key] = part[-_most(columns) :]

        known = [tensor for tensor in tensors if tensor is not None]
        return Occasion(due, known, keep)

    def _found(self, step: Step) -> _Found:
        """What can be kept of a step."""
        named: dict[str, Output] = {}
        for output in step.ends.outputs:
            # Several losses of one output have the same targets.
            named.setdefault(output.name, output)
            self._add_loss(output.name, output.loss)
        for name, output in named.items():
            self.facts[name] = _facts(self._model, output)
        found: _Found = {}
        for name, tensor in step.ends.inputs.items():
            columns = _columns(tensor, ops.rank(tensor))
            found["input", name] = columns, [tensor]
        for name, output in named.items():
            loss = output.loss
            rank = ops.rank(loss.y_pred)
            mask = compat.mask(loss.y_pred)
            found["output", name] = _columns(loss.y_pred, rank), [loss.y_pred]
            found["target", name] = (
                _columns(loss.y_true, rank),
                [loss.y_true, mask, loss.sample_weight],
            )
        return {key: each for key, each in found.items() if each[0]}

    def _due(self, step: Step, found: _Found) -> tuple[Tensor, Any, Tensor]:
        """Whether samples are kept; their number so far, and in this step."""
        seen = self._seen.of("rows", [], "int64")
        enough = max(_most(columns) for columns, _ in found.values())
        due = ops.is_power_of_two(step.batch) | (seen.read_value() < enough)
        _, (first, *_) = next(iter(found.values()))
        return due, seen, ops.cast(ops.length(first), "int64")

    def _add_loss(self, name: str, loss: Loss) -> None:
        # Keras divides the loss of each replica by their number.
        value = ops.cast(loss.value, "float64") * ops.number_of_replicas()
        if ops.rank(value) == 0:
            total = self._losses.of(name, [2])
            total.assign_add(ops.stack([value, ops.ones_like(value)]))

    def read(self) -> Iterator[Sample]:
        """The samples."""
        for (role, name), kept in (*self._kept.read(), *self._arrays.items()):
            present = kept[:, -1] > 0
            if present.any():
                values, weights = kept[present, :-1], kept[present, -1] - 1
                yield Sample(role, name, values, weights)

    def clear(self) -> None:
        """Forgets everything."""
        self._arrays.clear()
        for totals in self._kept, self._seen, self._losses:
            totals.clear()

    def take(self) -> dict[str, float]:
        """By output, the mean loss since the last time."""
        return {
            name: float(total / steps)
            for name, (total, steps) in self._losses.take()
            if steps
        }


def _most(columns: int) -> int:
    return min(max(_MOST // (columns + 1), 1), _MOST_ROWS)


def _columns(tensor: Tensor, rank: int | None) -> int:
    """How many columns are kept of a tensor; 0 if it cannot be kept.

    Args:
        tensor: The tensor.
        rank: The number of axes of which the last one is that of columns.
    """
    if not ops.is_number(tensor):
        return 0
    own = ops.rank(tensor)
    if own is None or rank is None or own not in (rank, rank - 1):
        return 0
    columns = tensor.shape[-1] if own == rank and own > 1 else 1
    return -(-columns // _apart(columns)) if columns else 0


def _apart(columns: int) -> int:
    return -(-columns // _MOST_COLUMNS)


def _part(
    ops: Any,
    columns: int,
    tensor: Tensor,
    mask: Tensor | None = None,
    of_samples: Tensor | None = None,
) -> Tensor:
    """Rows of float32, with their weight + 1 as the last column.

    Args:
        ops: The module of the operations.
        columns: How many are kept.
        tensor: The tensor.
        mask: Which of its positions count; `None`: all.
        of_samples: The weights of its samples.
    """
    own = tensor.shape[-1] if columns > 1 else 1
    rows = ops.reshape(tensor, [-1, own])[:, :: _apart(own)]
    rows = ops.cast(rows, "float32")
    weights = _weights(ops, rows, mask, of_samples)[:, None]
    most = _most(columns)
    return ops.concat([rows[:most], weights[:most] + 1.0], 1)


def _weights(
    ops: Any, rows: Tensor, mask: Tensor | None, of_samples: Tensor | None
) -> Tensor:
    """The weight of each row: that of its sample, 0 where it is masked."""
    weights = ops.ones_like(rows[:, 0])
    if mask is not None:
        # Keras divides by the number of positions that count.
        mask = _spread(ops, mask, rows)
        weights = mask / ops.maximum(ops.reduce_mean(mask), 1e-9)
    if of_samples is not None:
        weights *= _spread(ops, of_samples, rows)
    return weights


def _spread(ops: Any, values: Tensor, rows: Tensor) -> Tensor:
    """A number for each row, from one for each or for several of them."""
    values = ops.reshape(ops.cast(values, "float32"), [-1])
    return ops.spread(values, ops.length(rows))


def _facts(model: Any, output: Output) -> dict[str, Any]:
    """What is known about an output and its loss."""
    loss = output.loss
    function = getattr(loss.loss, "fn", None)
    name = getattr(function, "__name__", "")
    known = function is not None and function is getattr(
        keras.losses, name, None
    )
    facts: dict[str, Any] = {
        "activation": output.activation,
        "layer": output.layer,
        "units": loss.y_pred.shape[-1],
        "loss": name if known else type(loss.loss).__name__,
        "known": known,
        "is_mean": getattr(loss.loss, "reduction", None) in _MEANS,
        "weight": _loss_weight(model, loss),
    }
    if known:
        facts |= {
            option: value
            for option, value in loss.loss.get_config().items()
            if isinstance(value, bool | int | float)
        }
    return facts


def _loss_weight(model: Any, loss: Loss) -> float:
    for each in compat.compiled_losses(model):
        if each.loss is loss.loss and each.loss_weights is not None:
            return float(each.loss_weights)
    return 1.0
