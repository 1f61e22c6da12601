"""The loss of the best constant predictor, and that of perfect predictions.

A network that does no better than a constant has learned nothing from its
inputs. The first loss is no such limit: badly scaled outputs make it as large
as one likes. And the loss of perfect predictions need not be 0: for targets
between 0 and 1, such as gray pixels or smoothed labels, a cross-entropy is at
least the entropy of the targets.
"""

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np

_Loss = Callable[[np.ndarray, np.ndarray], np.ndarray]


def constant_loss(
    targets: np.ndarray, weights: np.ndarray, facts: Mapping[str, Any]
) -> float | None:
    """The smallest mean loss that a constant prediction can have.

    Args:
        targets: Shape `(rows, columns)`.
        weights: The weight of each row in the mean, shape `(rows,)`.
        facts: `loss`, the name of one of Keras's functions, and its options
            (`from_logits`, `label_smoothing`, `delta`); `known` and `is_mean`
            say whether it is such a function, and whether the loss is a mean;
            `units` is the number of columns of the prediction.

    Returns:
        The loss, or `None` if it is not known for this function.

    Example:

    >>> y = np.array([[0.0], [0.0], [0.0], [4.0]])
    >>> facts = {"loss": "mean_squared_error", "known": True, "is_mean": True}
    >>> constant_loss(y, np.ones(4), facts)
    3.0
    """
    return _found(_LOSSES.get(facts["loss"]), targets, weights, facts)


def perfect_loss(
    targets: np.ndarray, weights: np.ndarray, facts: Mapping[str, Any]
) -> float | None:
    """The mean loss of predictions that are as good as can be.

    Args:
        targets: Shape `(rows, columns)`.
        weights: The weight of each row in the mean, shape `(rows,)`.
        facts: See `constant_loss`.

    Returns:
        The loss, or `None` where `constant_loss` is not known either.

    Example:

    >>> facts = {"loss": "binary_crossentropy", "known": True, "is_mean": True}
    >>> perfect_loss(np.array([[0.0], [1.0]]), np.ones(2), facts)
    0.0
    >>> round(perfect_loss(np.array([[0.5], [0.5]]), np.ones(2), facts), 4)
    0.6931
    """
    if constant_loss(targets, weights, facts) is None:
        return None
    perfect = _PERFECT.get(facts["loss"])
    return _found(perfect, targets, weights, facts) if perfect else 0.0


def _found(
    find: Any,
    targets: np.ndarray,
    weights: np.ndarray,
    facts: Mapping[str, Any],
) -> float | None:
    usable = np.isfinite(targets).all() and weights.sum() > 0
    if find is None or not (facts["known"] and facts["is_mean"] and usable):
        return None
    targets = targets.astype("float64")
    found = find(targets, weights.astype("float64"), facts)
    return None if found is None else float(found)


def _mean(values: np.ndarray, weights: np.ndarray) -> np.ndarray:
    """Per column, the mean of values times weights."""
    return (values * weights[:, None]).mean(0)


def _center(values: np.ndarray, weights: np.ndarray) -> np.ndarray:
    """Per column, the mean in which weights count."""
    return _mean(values, weights) / weights.mean()


def _squared(
    y: np.ndarray, weights: np.ndarray, facts: Mapping[str, Any]
) -> float:
    return _mean((y - _center(y, weights)) ** 2, weights).mean()


def _logarithmic(
    y: np.ndarray, weights: np.ndarray, facts: Mapping[str, Any]
) -> float:
    return _squared(np.log1p(np.maximum(y, 0.0)), weights, facts)


def _minimized(loss: _Loss) -> Any:
    """By search, for a loss that is convex in the prediction."""

    def find(
        y: np.ndarray, weights: np.ndarray, facts: Mapping[str, Any]
    ) -> float:
        low, high = np.minimum(y.min(0), -1.0), np.maximum(y.max(0), 1.0)
        delta = facts.get("delta", 1.0)
        # Each turn leaves two thirds of the interval.
        for _ in range(100):
            left, right = (2 * low + high) / 3, (low + 2 * high) / 3
            better = _mean(loss(left - y, delta), weights) <= _mean(
                loss(right - y, delta), weights
            )
            low = np.where(better, low, left)
            high = np.where(better, right, high)
        return _mean(loss((low + high) / 2 - y, delta), weights).mean()

    return find


def _huber(error: np.ndarray, delta: Any) -> np.ndarray:
    size = np.abs(error)
    return np.where(size <= delta, 0.5 * size**2, delta * size - 0.5 * delta**2)


def _log_cosh(error: np.ndarray, _: Any) -> np.ndarray:
    return np.logaddexp(error, -error) - np.log(2.0)


def _entropy(p: np.ndarray) -> np.ndarray:
    """-p log p, and 0 at 0."""
    return -p * np.log(np.where(p > 0, p, 1.0))


def _binary(
    y: np.ndarray, weights: np.ndarray, facts: Mapping[str, Any]
) -> float | None:
    if y.min() < 0 or y.max() > 1:
        return None
    p = _center(_smoothed_bits(y, facts), weights)
    return weights.mean() * (_entropy(p) + _entropy(1 - p)).mean()


def _perfect_binary(
    y: np.ndarray, weights: np.ndarray, facts: Mapping[str, Any]
) -> float:
    p = _smoothed_bits(y, facts)
    return _mean(_entropy(p) + _entropy(1 - p), weights).mean()


def _smoothed_bits(y: np.ndarray, facts: Mapping[str, Any]) -> np.ndarray:
    smoothing = facts.get("label_smoothing", 0.0)
    return y * (1 - smoothing) + 0.5 * smoothing


def _categorical(
    y: np.ndarray, weights: np.ndarray, facts: Mapping[str, Any]
) -> float | None:
    if y.min() < 0:
        return None
    p = _center(_smoothed_classes(y, facts), weights)
    # Keras scales predictions to a sum of 1, but not targets.
    total = p.sum()
    if not total:
        return None
    return weights.mean() * total * _entropy(p / total).sum()


def _perfect_categorical(
    y: np.ndarray, weights: np.ndarray, facts: Mapping[str, Any]
) -> float:
    y = _smoothed_classes(y, facts)
    total = y.sum(1, keepdims=True)
    p = y / np.where(total > 0, total, 1.0)
    return _mean(total * _entropy(p), weights).sum()


def _smoothed_classes(y: np.ndarray, facts: Mapping[str, Any]) -> np.ndarray:
    smoothing = facts.get("label_smoothing", 0.0)
    return y * (1 - smoothing) + smoothing / y.shape[1]


def _sparse(
    y: np.ndarray, weights: np.ndarray, facts: Mapping[str, Any]
) -> float | None:
    counts = class_weights(y, weights)
    if counts is None:
        return None
    p = counts / counts.sum()
    return weights.mean() * _entropy(p).sum()


def class_weights(y: np.ndarray, weights: np.ndarray) -> np.ndarray | None:
    """The total weight of each class; `None` if these are no classes."""
    if y.shape[1] != 1 or y.min() < 0 or (y != np.round(y)).any():
        return None
    if y.max() >= 1e6:
        return None
    return np.bincount(y[:, 0].astype(int), weights)


def _poisson(
    y: np.ndarray, weights: np.ndarray, facts: Mapping[str, Any]
) -> float | None:
    rate = _center(y, weights)
    if (rate <= 0).any():
        return None
    return (weights.mean() * (rate + _entropy(rate))).mean()


def _perfect_poisson(
    y: np.ndarray, weights: np.ndarray, facts: Mapping[str, Any]
) -> float:
    return _mean(y + _entropy(y), weights).mean()


def _hinge(
    y: np.ndarray, weights: np.ndarray, facts: Mapping[str, Any]
) -> float | None:
    signs = np.where(y > 0, 1.0, -1.0)
    if not np.isin(y, (-1, 0, 1)).all():
        return None
    share = _center((signs > 0).astype("float64"), weights)
    return (weights.mean() * 2.0 * np.minimum(share, 1 - share)).mean()


_LOSSES: dict[str, Any] = {
    "mean_squared_error": _squared,
    "mean_squared_logarithmic_error": _logarithmic,
    "mean_absolute_error": _minimized(lambda error, _: np.abs(error)),
    "huber": _minimized(_huber),
    "log_cosh": _minimized(_log_cosh),
    "binary_crossentropy": _binary,
    "categorical_crossentropy": _categorical,
    "sparse_categorical_crossentropy": _sparse,
    "poisson": _poisson,
    "hinge": _hinge,
}
# What is not named here is 0 for perfect predictions.
_PERFECT: dict[str, Any] = {
    "binary_crossentropy": _perfect_binary,
    "categorical_crossentropy": _perfect_categorical,
    "poisson": _perfect_poisson,
}
