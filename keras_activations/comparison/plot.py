"""A comparison in three pictures."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from keras_activations.comparison.result import Comparison

# Okabe and Ito's colours, which colour-blind readers can tell apart
# (https://jfly.uni-koeln.de/color/), each with a line style of its own.
_COLOURS = (
    "#0072b2",
    "#d55e00",
    "#009e73",
    "#cc79a7",
    "#e69f00",
    "#56b4e9",
    "#000000",
)
_STYLES = ("-", "--", "-.", ":")


def plot(comparison: "Comparison") -> Any:
    """See `Comparison.plot`.

    Raises:
        ModuleNotFoundError: matplotlib is not installed; the message says how
            to get it.
    """
    try:
        from matplotlib.figure import Figure
    except ModuleNotFoundError as error:
        raise ModuleNotFoundError(
            "plots need matplotlib: pip install 'keras-activations[examples]'"
        ) from error
    figure = Figure(figsize=(13, 4), layout="constrained")
    learning, dead, cost = figure.subplots(1, 3)
    score = comparison.setup["score"]
    for number, row in enumerate(comparison.summary):
        if "score" not in row:
            continue
        colour = _COLOURS[number % len(_COLOURS)]
        style = _STYLES[number // len(_COLOURS) % len(_STYLES)]
        look = {"color": colour, "linestyle": style}
        runs = [
            run
            for run in comparison.runs
            if run["activation"] == row["activation"]
            and run["learning_rate"] == row["learning_rate"]
            and run["status"] == "finished"
        ]
        label = row["activation"]
        if len(comparison.setup["learning_rates"]) > 1:
            label += f", rate {row['learning_rate']:g}"
        _band(learning, [run["curves"][score] for run in runs], label, look)
        ratios = [run["curves"]["dead_ratio_worst"] for run in runs]
        if not any(None in each for each in ratios):
            _band(dead, ratios, label, look)
        cost.errorbar(
            [np.mean([run["seconds_per_epoch"] for run in runs])],
            [row["score"]],
            yerr=[row["score_std"] or 0],
            fmt="o",
            color=colour,
            capsize=3,
        )
        cost.annotate(
            row["activation"],
            (np.mean([r["seconds_per_epoch"] for r in runs]), row["score"]),
            textcoords="offset points",
            xytext=(6, 4),
            fontsize="small",
        )
    learning.set(xlabel="epoch", ylabel=score, title="Learning")
    dead.set(
        xlabel="epoch",
        ylabel="dead units, worst layer",
        ylim=(-0.02, 1.02),
        title="Dead units",
    )
    cost.set(
        xlabel="seconds per epoch",
        ylabel=f"{score}, last epoch",
        title="Score against cost",
    )
    learning.legend(fontsize="small")
    for axes in (learning, dead, cost):
        axes.grid(alpha=0.3)
    return figure


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
