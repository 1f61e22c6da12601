"""Samples of the inputs, targets and outputs of the steps, and their loss."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import keras
import numpy as np
import tensorflow as tf

from keras_activations.instrumentation.capture import Loss
from keras_activations.instrumentation.ends import Output
from keras_activations.instrumentation.step import Step
from keras_activations.instrumentation.totals import Totals

Tensor = Any

# Of each, this many rows and numbers are kept at most, 256 KiB.
_MOST_ROWS = 4096
_MOST = 2**16
# Of more columns, some at equal distances are kept.
_MOST_COLUMNS = 1024
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
        # By output, what is known about its loss.
        self.facts: dict[str, dict[str, Any]] = {}

    def add(self, step: Step) -> None:
        """Adds a step."""
        batch = tf.cast(step.batch, tf.int64)
        due = tf.equal(tf.bitwise.bitwise_and(batch, batch - 1), 0)
        writes = []
        for name, tensor in step.ends.inputs.items():
            if (rows := _rows(tensor, tensor.shape.rank)) is not None:
                writes.append(self._latest(("input", name), rows))
        named: dict[str, Output] = {}
        for output in step.ends.outputs:
            # Several losses of one output have the same targets.
            named.setdefault(output.name, output)
            self._add_loss(output.name, output.loss)
        for name, output in named.items():
            self.facts[name] = _facts(self._model, output)
            loss = output.loss
            rank = loss.y_pred.shape.rank
            outputs = _rows(loss.y_pred, rank)
            targets = _rows(loss.y_true, rank)
            if outputs is None or targets is None:
                continue
            writes.append(self._latest(("output", name), outputs))
            write, waiting = self._first(("target", name), targets, loss)
            writes.append(write)
            due |= waiting

        def write_all() -> Tensor:
            for write in writes:
                write()
            return tf.constant(True)

        if writes:
            tf.cond(due, write_all, lambda: tf.constant(False))

    def _add_loss(self, name: str, loss: Loss) -> None:
        strategy = tf.distribute.get_strategy()
        # Keras divides the loss of each replica by their number.
        value = tf.cast(loss.value, tf.float64) * strategy.num_replicas_in_sync
        if value.shape.rank == 0:
            total = self._losses.of(name, [2])
            total.assign_add(tf.stack([value, tf.ones_like(value)]))

    def _latest(self, key: Any, rows: Tensor) -> Callable[[], None]:
        most = _most(rows)
        kept = self._kept.of(key, [most, rows.shape[1] + 1], tf.float32)

        def write() -> None:
            part = _presence(rows[:most], 1.0)
            absent = most - tf.shape(part)[0]
            kept.assign(tf.pad(part, [[0, absent], [0, 0]]))

        return write

    def _first(
        self, key: Any, rows: Tensor, loss: Loss
    ) -> tuple[Callable[[], None], Tensor]:
        """What writes them, and whether there are too few yet."""
        most = _most(rows)
        kept = self._kept.of(key, [most, rows.shape[1] + 1], tf.float32)
        seen = self._seen.of(key, [], tf.int64)

        def write() -> None:
            weights = _weights(loss, tf.shape(rows)[0])[:most]
            part = _presence(rows[:most], weights)
            size = tf.shape(part, tf.int64)[0]
            places = (seen + tf.range(size)) % most
            kept.assign(
                tf.tensor_scatter_nd_update(kept, places[:, None], part)
            )
            seen.assign_add(size)

        return write, seen < most

    def read(self) -> Iterator[Sample]:
        """The samples."""
        for (role, name), kept in self._kept.read():
            present = kept[:, -1] > 0
            if present.any():
                values, weights = kept[present, :-1], kept[present, -1] - 1
                yield Sample(role, name, values, weights)

    def clear(self) -> None:
        """Forgets everything."""
        for totals in self._kept, self._seen, self._losses:
            totals.clear()

    def take(self) -> dict[str, float]:
        """By output, the mean loss since the last time."""
        return {
            name: float(total / steps)
            for name, (total, steps) in self._losses.take()
            if steps
        }


def _most(rows: Tensor) -> int:
    return min(max(_MOST // (rows.shape[1] + 1), 1), _MOST_ROWS)


def _rows(tensor: Tensor, rank: int | None) -> Tensor | None:
    """A tensor as rows of float32; `None` if that cannot be done.

    Args:
        tensor: The tensor.
        rank: The number of axes of which the last one is that of columns.
    """
    if not (tensor.dtype.is_floating or tensor.dtype.is_integer):
        return None
    own = tensor.shape.rank
    if own is None or rank is None or own not in (rank, rank - 1):
        return None
    columns = tensor.shape[-1] if own == rank and own > 1 else 1
    if not columns:
        return None
    rows = tf.reshape(tensor, [-1, columns])
    return tf.cast(rows[:, :: -(-columns // _MOST_COLUMNS)], tf.float32)


def _presence(rows: Tensor, weights: Any) -> Tensor:
    """Rows with their weight + 1 as the last column; 0: no such row."""
    size = tf.shape(rows)[:1]
    column = tf.broadcast_to(tf.cast(weights, tf.float32) + 1.0, size)
    return tf.concat([rows, column[:, None]], 1)


def _weights(loss: Loss, rows: Tensor) -> Tensor:
    """The weight of each row: that of its sample, 0 where it is masked."""
    weights = tf.ones([rows])
    mask = getattr(loss.y_pred, "_keras_mask", None)
    if mask is not None:
        # Keras divides by the number of positions that count.
        mask = _spread(mask, rows)
        weights = mask / tf.maximum(tf.reduce_mean(mask), 1e-9)
    if loss.sample_weight is not None:
        weights *= _spread(loss.sample_weight, rows)
    return weights


def _spread(values: Tensor, rows: Tensor) -> Tensor:
    """A number for each row, from one for each or for several of them."""
    values = tf.reshape(tf.cast(values, tf.float32), [-1])
    return tf.gather(values, tf.range(rows) * tf.size(values) // rows)


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
    compiled = getattr(model, "_compile_loss", None)
    for each in getattr(compiled, "_flat_losses", None) or ():
        if each.loss is loss.loss and each.loss_weights is not None:
            return float(each.loss_weights)
    return 1.0
