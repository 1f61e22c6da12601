"""The measures of the layers over the epochs, as curves."""

from collections.abc import Sequence
from typing import Any

from keras_activations.drawing import COLOURS, figure
from keras_activations.recording.rows import Row

# What each plot shows: the measures of which a layer has one or the other, the
# title, and whether its axis is logarithmic.
_PLOTS = (
    (("dead_ratio", "one_sided_ratio"), "dead or one-sided units (share)"),
    (("bias_shift",), "bias shift"),
    (("saturation",), "saturated units (share)"),
    (("std",), "standard deviation"),
    (("alpha",), "learned alpha, mean"),
    (("effective_rank",), "effective rank"),
    (("update_ratio",), "|change| / |weights| in a step"),
)
_LOGARITHMIC = "update_ratio"

# Up to so many layers, each has an entry in the legend.
_NAMED = 14
_STYLES = ("-", "--")


def plot_curves(
    history: Sequence[Row], layers: str | Sequence[str] | None = None
) -> Any:
    """See `ActivationMonitor.plot`."""
    by_layer: dict[str, list[Row]] = {}
    for row in history:
        by_layer.setdefault(row["layer"], []).append(row)
    names = [*by_layer] if layers is None else _listed(layers)
    unknown = [name for name in names if name not in by_layer]
    if unknown or not names:
        raise ValueError(
            "`layers` must name layers that have been watched for an epoch. "
            f"Received: layers={layers!r}. There are: "
            f"{', '.join(by_layer) or 'none'}."
        )
    plots = [
        (measures, title)
        for measures, title in _PLOTS
        if any(
            measure in row
            for name in names
            for row in by_layer[name]
            for measure in measures
        )
    ]
    columns = 2 if len(plots) > 1 else 1
    lines = -(-len(plots) // columns)
    whole = figure(5.5 * columns, 2.8 * lines)
    places = whole.subplots(lines, columns, squeeze=False).flat
    for axes in places[len(plots) :]:
        axes.remove()
    looks = _looks(len(names))
    for axes, (measures, title) in zip(places, plots, strict=False):
        for name, look in zip(names, looks, strict=True):
            measure = next(
                (each for each in measures if each in by_layer[name][-1]), None
            )
            if measure is not None:
                _curve(axes, by_layer[name], measure, name, look)
        axes.set_title(title, fontsize=10)
        axes.set_xlabel("epoch")
        axes.xaxis.get_major_locator().set_params(integer=True)
        axes.grid(alpha=0.3)
        if _LOGARITHMIC in measures:
            axes.set_yscale("log")
    _explain(whole, names, looks)
    return whole


def _listed(layers: str | Sequence[str]) -> list[str]:
    return [layers] if isinstance(layers, str) else list(layers)


def _looks(count: int) -> list[dict[str, Any]]:
    """The look of each layer: a colour, or its place from input to output."""
    if count <= _NAMED:
        return [
            {
                "color": COLOURS[number % len(COLOURS)],
                "linestyle": _STYLES[number // len(COLOURS)],
            }
            for number in range(count)
        ]
    from matplotlib import colormaps

    return [
        {"color": colormaps["viridis"](number / (count - 1)), "linewidth": 1}
        for number in range(count)
    ]


def _curve(
    axes: Any,
    rows: Sequence[Row],
    measure: str,
    label: str,
    look: dict[str, Any],
) -> None:
    known = [row for row in rows if measure in row]
    axes.plot(
        [row["epoch"] for row in known],
        [row[measure] for row in known],
        label=label,
        marker="o",
        markersize=3,
        **look,
    )


def _explain(
    whole: Any, names: Sequence[str], looks: Sequence[dict[str, Any]]
) -> None:
    """A legend; of many layers a colour bar."""
    if len(names) <= _NAMED:
        from matplotlib.lines import Line2D

        whole.legend(
            handles=[
                Line2D([], [], label=name, **look)
                for name, look in zip(names, looks, strict=True)
            ],
            loc="outside right upper",
            fontsize=8,
        )
        return
    from matplotlib.cm import ScalarMappable
    from matplotlib.colors import Normalize

    whole.colorbar(
        ScalarMappable(Normalize(1, len(names)), "viridis"),
        ax=whole.axes,
        label=f"layer, from {names[0]} to {names[-1]}",
    )
