"""How the signal and its gradient change from layer to layer, as a picture."""

import math
from collections.abc import Iterable, Sequence
from typing import Any

from keras_activations.diagnosis.record import BIRTH, Record, Row
from keras_activations.drawing import COLOURS, figure

# What is drawn of which rows, and what its axis is called.
_STD = "standard deviation of the activations"
_GRADIENT = "norm of the gradient"
_RATIO = "|change| / |weights| in a step"


def plot_depth(record: Record, epochs: Sequence[int] | None = None) -> Any:
    """See `ActivationMonitor.plot_depth`."""
    known = [*([BIRTH] if record.birth else []), *record.epochs]
    if epochs is None:
        epochs = list(dict.fromkeys([*known[:1], *known[-1:]]))
    unknown = [epoch for epoch in epochs if epoch not in known]
    if unknown or not epochs:
        raise ValueError(
            "`epochs` must name epochs that were measured; -1 is the time "
            f"before the first update. Received: {list(epochs)}. There are: "
            f"{', '.join(map(str, known)) or 'none'}."
        )
    whole = figure(9, 9)
    top, middle, bottom = whole.subplots(3, 1)
    for number, epoch in enumerate(epochs):
        style = {
            "color": COLOURS[number % len(COLOURS)],
            "marker": "o",
            "markersize": 3,
            "linestyle": "--" if epoch == BIRTH else "-",
        }
        name = "before the first update" if epoch == BIRTH else f"epoch {epoch}"
        steps = "the first ten steps" if epoch == BIRTH else name
        signal, weights = (
            (record.birth, record.first_steps)
            if epoch == BIRTH
            else (_of(epoch, record.history), _of(epoch, record.weights))
        )
        _line(top, list(record.layers), "layer", signal, "std", name, style)
        matrices = [row["weight"] for row in record.first_steps]
        for axes, measure in (
            (middle, "gradient_norm"),
            (bottom, "update_ratio"),
        ):
            _line(axes, matrices, "weight", weights, measure, steps, style)
    for axes, title, what in (
        (top, _STD, "layers, from the input to the output"),
        (middle, _GRADIENT, "weight matrices"),
        (bottom, _RATIO, "weight matrices"),
    ):
        axes.set(title=title, xlabel=what, yscale="log")
        axes.xaxis.get_major_locator().set_params(integer=True)
        axes.grid(alpha=0.3)
        if axes.lines:
            axes.legend()
        else:
            axes.text(
                0.5,
                0.5,
                "not measured in these epochs: gradients=True does",
                transform=axes.transAxes,
                ha="center",
            )
    return whole


def _of(epoch: int, rows: Iterable[Row]) -> list[Row]:
    return [row for row in rows if row["epoch"] == epoch]


def _line(
    axes: Any,
    names: Sequence[str],
    key: str,
    rows: Sequence[Row],
    measure: str,
    label: str,
    style: dict[str, Any],
) -> None:
    """One measure along the names; a gap where it is 0 or not known."""
    found = {row[key]: row.get(measure, math.nan) for row in rows}
    values = [found.get(name, math.nan) for name in names]
    if any(value > 0 for value in values):
        axes.plot(
            range(1, len(names) + 1),
            [value if value > 0 else math.nan for value in values],
            label=label,
            **style,
        )
