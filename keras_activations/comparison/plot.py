"""A comparison in three plots."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from keras_activations.drawing import COLOURS, figure

if TYPE_CHECKING:
    from keras_activations.comparison.result import Comparison

# Styles and markers distinguish lines that overlap, and more activations than
# there are colours.
_STYLES = ("-", "--", "-.", ":")
_MARKERS = "os^DvPX*<>"


def plot(comparison: "Comparison") -> Any:
    """See `Comparison.plot`."""
    # Wide enough to be read on a page; the legend takes the place of a fourth
    # plot.
    whole = figure(11, 7)
    (learning, dead), (cost, empty) = whole.subplots(2, 2)
    empty.remove()
    score = comparison.setup["score"]
    for number, row in enumerate(comparison.summary):
        if "score" not in row:
            continue
        colour = COLOURS[number % len(COLOURS)]
        marker = _MARKERS[number % len(_MARKERS)]
        look = {
            "color": colour,
            "linestyle": _STYLES[number % len(_STYLES)],
            "marker": marker,
            "markersize": 4,
        }
        finished = [
            run
            for run in comparison.runs
            if run["activation"] == row["activation"]
            and run["status"] == "finished"
        ]
        runs = [
            run
            for run in finished
            if run["learning_rate"] == row["learning_rate"]
        ]
        label = row["activation"]
        if len(comparison.setup["learning_rates"]) > 1:
            label += f", rate {row['learning_rate']:g}"
        _band(learning, [run["curves"][score] for run in runs], label, look)
        ratios = [run["curves"]["dead_ratio_worst"] for run in runs]
        if not any(None in each for each in ratios):
            _band(dead, ratios, label, look)
        # All rates cost the same, and other load on the machine only adds
        # time.
        cost.errorbar(
            [min(run["seconds_per_epoch"] for run in finished)],
            [row["score"]],
            yerr=[row["score_std"] or 0],
            fmt=marker,
            color=colour,
            capsize=3,
        )
    learning.set(xlabel="epoch", ylabel=score, title="Learning")
    dead.set(
        xlabel="epoch",
        ylabel="dead units of the worst layer (share)",
        title="Dead units",
    )
    cost.set(
        xlabel="seconds per epoch, fastest run",
        ylabel=f"{score}, last epoch",
        title="Score against cost",
    )
    whole.legend(
        handles=learning.get_lines(),
        loc="center",
        bbox_to_anchor=(0.75, 0.25),
    )
    for axes in (learning, dead, cost):
        axes.grid(alpha=0.3)
    for axes in (learning, dead):
        axes.xaxis.get_major_locator().set_params(integer=True)
    return whole


def _band(
    axes: Any, curves: Sequence[Sequence[float]], label: str, look: dict
) -> None:
    """Mean over the runs with one standard deviation around it."""
    values = np.array(curves)
    epochs = np.arange(1, values.shape[1] + 1)
    mean = values.mean(axis=0)
    axes.plot(epochs, mean, label=label, **look)
    if len(values) > 1:
        spread = values.std(axis=0, ddof=1)
        axes.fill_between(
            epochs,
            mean - spread,
            mean + spread,
            alpha=0.15,
            color=look["color"],
        )
