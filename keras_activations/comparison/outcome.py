"""The row of one run."""

import statistics
from collections.abc import Callable

import numpy as np

from keras_activations.callbacks import ActivationMonitor
from keras_activations.comparison.result import Row
from keras_activations.comparison.settings import Run


def begun(run: Run, apart: str = "") -> Row:
    """The row of a run that is being trained.

    Args:
        run: The run.
        apart: Why it is not trained together with others.
    """
    return {
        "activation": run.activation.label,
        "learning_rate": run.learning_rate,
        "seed": run.seed,
        "digest": run.digest,
        "status": "running",
        "error": None,
        "apart": apart,
    }


def ended(
    curves: dict[str, list[float]],
    seconds: list[float],
    monitor: ActivationMonitor,
) -> Row:
    """What is added when it has ended.

    Args:
        curves: What `fit` has logged, over the epochs.
        seconds: How long each epoch took.
        monitor: What has watched it.
    """
    median = statistics.median(seconds)
    return {
        "seconds_per_epoch": median,
        "seconds": median * len(seconds),
        **_outcome(curves, monitor.history),
        "findings": [
            {
                "cause": finding.cause,
                "sentence": finding.sentence,
                "remedy": next(
                    (remedy.text for remedy in finding.remedies), ""
                ),
            }
            for finding in monitor.diagnose()
        ],
    }


def failed(error: Exception) -> Row:
    """What is added when it has failed."""
    return {"status": "failed", "error": f"{type(error).__name__}: {error}"}


def _outcome(curves: dict[str, list[float]], health: list[Row]) -> Row:
    """The last values, the curves and the activation health of one run."""
    last = {name: float(values[-1]) for name, values in curves.items()}
    epochs = sorted({row["epoch"] for row in health})
    by_epoch = [
        [row for row in health if row["epoch"] == epoch] for epoch in epochs
    ]
    dead = [_over(max, rows, "dead_ratio") for rows in by_epoch]
    shift = [_over(statistics.fmean, rows, "bias_shift") for rows in by_epoch]
    return {
        "status": (
            "finished" if np.isfinite(list(last.values())).all() else "diverged"
        ),
        **last,
        "dead_ratio_worst": dead[-1],
        "bias_shift": shift[-1],
        "born_dead": _over(sum, by_epoch[-1], "born_dead"),
        "died": _over(sum, health, "died"),
        "revived": _over(sum, health, "revived"),
        "curves": {
            **{name: [float(v) for v in each] for name, each in curves.items()},
            "dead_ratio_worst": dead,
            "bias_shift": shift,
        },
    }


def _over(
    reduce: Callable[[list[float]], float], rows: list[Row], key: str
) -> float | None:
    """`reduce` over the rows; None where no layer has such a number."""
    values = [row[key] for row in rows if row.get(key) is not None]
    return float(reduce(values)) if values else None
