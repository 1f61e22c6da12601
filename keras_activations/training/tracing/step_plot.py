"""Draw one traced step as the graph of its computation."""

from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from keras_activations.training.tracing.step_trace import StepTrace

MOST_UNITS = 8
VALUE, GRADIENT = "tab:green", "tab:red"


def draw(trace: "StepTrace", sample: int, ax: Any) -> Any:
    """Draw the graph; see `StepTrace.plot`."""
    columns = _columns(trace, sample)
    from matplotlib import pyplot  # an extra

    if ax is None:
        tallest = max(len(values) for _, values, _ in columns)
        _, ax = pyplot.subplots(
            figsize=(2.6 * (len(columns) + 1), 1.5 + 1.4 * tallest)
        )
    parameters = {p.path: p for p in trace.parameters}
    places = [_heights(len(values)) for _, values, _ in columns]
    for number, (kind, values, gradients) in enumerate(columns):
        for unit, height in enumerate(places[number]):
            label = f"x{unit}" if number == 0 else kind
            _node(ax, number, height, label)
            _edge(
                ax,
                (number + 0.18, height),
                (number + 0.42, height),
                values[unit],
                gradients[unit],
            )
        if number == 0:
            continue
        paths = trace.layers[number - 1].weights
        kernel = next(
            (
                parameters[path]
                for path in paths
                if path in parameters and parameters[path].before.ndim == 2
            ),
            None,
        )
        one_to_one = kernel is None and len(places[number]) == len(
            places[number - 1]
        )
        for source, from_height in enumerate(places[number - 1]):
            for unit, to_height in enumerate(places[number]):
                if one_to_one and source != unit:
                    continue
                start = (number - 0.58, from_height)
                end = (number - 0.18, to_height)
                if kernel is None:
                    _edge(ax, start, end)
                else:
                    _edge(
                        ax,
                        start,
                        end,
                        kernel.before[source, unit],
                        None
                        if kernel.gradient is None
                        else kernel.gradient[source, unit],
                        prefix="w ",
                        at=0.5 if len(places[number]) == 1 else 0.7,
                    )
    _node(ax, len(columns), 0.0, "loss")
    for height in places[-1]:
        _edge(ax, (len(columns) - 0.58, height), (len(columns) - 0.18, 0.0))
    _edge(
        ax,
        (len(columns) + 0.18, 0.0),
        (len(columns) + 0.42, 0.0),
        trace.loss,
        1.0,
    )
    ax.set_xlim(-0.4, len(columns) + 0.8)
    tallest = max(len(heights) for heights in places)
    ax.set_ylim(-tallest / 2 - 0.2, tallest / 2 + 0.2)
    ax.axis("off")
    return ax


def _columns(trace: "StepTrace", sample: int) -> list:
    """`(kind, values, gradients)` of the units of each column."""
    given = [("x", trace.x, trace.x_gradient)]
    given += [(e.kind, e.output, e.gradient) for e in trace.layers]
    columns = []
    for kind, values, gradients in given:
        if not isinstance(values, np.ndarray) or values.ndim != 2:
            raise ValueError(
                "`plot` draws layers of shape (samples, units). Received: "
                f"{kind} with {getattr(values, 'shape', type(values))}"
            )
        if values.shape[1] > MOST_UNITS:
            raise ValueError(
                f"`plot` draws at most {MOST_UNITS} units per layer. "
                f"Received: {kind} with {values.shape[1]}"
            )
        if not 0 <= sample < len(values):
            raise ValueError(
                f"`sample` must be from 0 to {len(values) - 1}. "
                f"Received: sample={sample}"
            )
        if gradients is None:
            gradients = np.zeros_like(values)
        columns.append((kind, values[sample], gradients[sample]))
    return columns


def _heights(units: int) -> np.ndarray:
    return (units - 1) / 2 - np.arange(units, dtype=float)


def _node(ax: Any, x: float, y: float, label: str) -> None:
    ax.text(
        x,
        y,
        label,
        ha="center",
        va="center",
        fontsize=8,
        bbox={"boxstyle": "round", "facecolor": "white"},
    )


def _edge(
    ax: Any,
    start: tuple[float, float],
    end: tuple[float, float],
    value: float | None = None,
    gradient: float | None = None,
    prefix: str = "",
    at: float = 0.5,
) -> None:
    ax.plot(*zip(start, end, strict=True), color="0.6", linewidth=1, zorder=0)
    x = start[0] + at * (end[0] - start[0])
    y = start[1] + at * (end[1] - start[1])
    if value is not None:
        text = f"{prefix}{value:.3g}"
        ax.text(
            x, y + 0.02, text, color=VALUE, fontsize=7, ha="center", va="bottom"
        )
    if gradient is not None:
        text = f"{gradient:.3g}"
        ax.text(
            x, y - 0.02, text, color=GRADIENT, fontsize=7, ha="center", va="top"
        )
