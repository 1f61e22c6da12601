"""What the samples of inputs, targets and outputs say."""

from collections.abc import Mapping
from typing import Any

import numpy as np

from keras_activations.statistics.constant_loss import (
    class_weights,
    constant_loss,
    perfect_loss,
)

Row = dict[str, Any]


def input_row(layer: str, values: np.ndarray) -> Row:
    """What enters a layer before any weight has been applied.

    Args:
        layer: The path of the layer.
        values: Shape `(rows, features)`.

    Returns:
        `rms`, of the feature for which it is largest; `shift`, the largest
        |mean| / std of the features that are not constant; `integers`:
        whether all values are integers, and not only 0 and 1; `nonfinite`:
        how many are NaN or infinite.
    """
    finite = np.isfinite(values)
    values = np.where(finite, values, 0.0).astype("float64")
    rms = np.sqrt((values**2).mean(0))
    std = values.std(0)
    # A feature of which all values are the same carries no information.
    varies = std > 1e-6 * rms
    shift = np.abs(values.mean(0)[varies]) / std[varies]
    return {
        "layer": layer,
        "samples": len(values),
        "features": values.shape[1],
        "rms": float(rms.max()),
        "shift": float(shift.max(initial=0.0)),
        "integers": bool((values == np.round(values)).all())
        and not bool(np.isin(values, (0, 1)).all()),
        "nonfinite": int((~finite).sum()),
    }


def target_row(
    output: str,
    targets: np.ndarray,
    weights: np.ndarray,
    facts: Mapping[str, Any],
) -> Row:
    """What a loss is given as targets, and what is known about the loss.

    Args:
        output: The name of the output, "" if the model has only one.
        targets: Shape `(rows, columns)`.
        weights: Shape `(rows,)`.
        facts: See `constant_loss`.

    Returns:
        The facts, and `rms` (of the column for which it is largest),
        `mean`, `std`, `minimum`, `maximum`, `low` and `high` (5 % of the
        targets are below, and above), `nonfinite` (how many are NaN or
        infinite), `classes` (the share of each class, for classification),
        `constant_loss` and `perfect_loss`.
    """
    known = _finite(targets)
    row: Row = {
        "output": output,
        "samples": len(targets),
        "columns": targets.shape[1],
        **_moments(targets),
        "rms": float(np.sqrt((targets.astype("float64") ** 2).mean(0)).max()),
        "low": float(np.quantile(known, 0.05)) if known.size else np.nan,
        "high": float(np.quantile(known, 0.95)) if known.size else np.nan,
        "nonfinite": targets.size - known.size,
        "constant_loss": constant_loss(targets, weights, facts),
        "perfect_loss": perfect_loss(targets, weights, facts),
        **facts,
    }
    counts = None
    if "crossentropy" in facts["loss"]:
        one_hot = targets.shape[1] > 1
        counts = targets.sum(0) if one_hot else class_weights(targets, weights)
    if counts is not None and len(counts) <= 1000 and counts.sum() > 0:
        row["classes"] = (counts / counts.sum()).round(6).tolist()
    return row


def output_row(output: str, values: np.ndarray) -> Row:
    """What the model predicts in one mini-batch.

    Args:
        output: The name of the output, "" if the model has only one.
        values: Shape `(rows, columns)`.

    Returns:
        `mean`, `std`, `minimum`, `maximum` of all finite values;
        `std_of_samples`: the largest standard deviation of a column, 0 if
        all samples get the same prediction; `nonfinite`.
    """
    finite = np.isfinite(values)
    with np.errstate(all="ignore"):
        spread = np.where(finite, values, 0.0).astype("float64").std(0)
    return {
        "output": output,
        "samples": len(values),
        **_moments(values),
        "std_of_samples": float(spread.max(initial=0.0)),
        "nonfinite": int((~finite).sum()),
    }


def _moments(values: np.ndarray) -> Row:
    known = _finite(values)
    if not known.size:
        known = np.full(1, np.nan)
    return {
        "mean": float(known.mean()),
        "std": float(known.std()),
        "minimum": float(known.min()),
        "maximum": float(known.max()),
    }


def _finite(values: np.ndarray) -> np.ndarray:
    return values[np.isfinite(values)].astype("float64")
