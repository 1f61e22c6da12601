"""Checks of the arrays that samples are drawn from."""

from typing import Any

import keras
import numpy as np


def count_samples(data: Any, probabilities: np.ndarray | None) -> int:
    """The number of samples, which all columns must have in common."""
    shapes = [leaf.shape for leaf in keras.tree.flatten(data)]
    if probabilities is not None:
        shapes.append(probabilities.shape)
    lengths = {shape[0] for shape in shapes}
    if len(lengths) != 1:
        raise ValueError(
            "`x`, `y` and `sample_weight` must have the same number of "
            f"samples. Received shapes: {shapes}"
        )
    (samples,) = lengths
    if samples == 0:
        raise ValueError(
            f"`x` must have at least one sample. Received shapes: {shapes}"
        )
    return samples


def draw_probabilities(sample_weight: Any) -> np.ndarray:
    """The probability of each sample to be drawn, by its weight."""
    if sample_weight is None:
        raise ValueError(
            '`sampling="weighted"` needs `sample_weight`. '
            "Received: sample_weight=None"
        )
    try:
        weights = np.asarray(sample_weight, dtype=np.float64)
    except (TypeError, ValueError):
        raise TypeError(
            "`sample_weight` must be one array of numbers with `sampling="
            f'"weighted"`. Received: {type(sample_weight).__name__} '
            f"{sample_weight!r:.200}"
        ) from None
    if weights.ndim != 1:
        raise ValueError(
            "`sample_weight` must have the shape (samples,) with "
            f'`sampling="weighted"`. Received shape: {weights.shape}'
        )
    bad = ~(np.isfinite(weights) & (weights >= 0))
    if bad.any():
        first = int(np.argmax(bad))
        raise ValueError(
            "`sample_weight` must be finite and not negative with "
            f'`sampling="weighted"`. Received: {weights[first]} '
            f"at sample {first}"
        )
    if not weights.any():
        raise ValueError(
            "`sample_weight` must have a positive value: no sample could be "
            f"drawn. Received: {weights.size} times 0"
        )
    weights = weights / weights.max()  # their sum must not overflow
    return weights / weights.sum()


def class_labels(y: Any) -> np.ndarray:
    """The class number of each sample; each class has at least one."""
    if y is None or keras.tree.is_nested(y):
        raise ValueError(
            '`sampling="balanced"` needs one array of class labels as `y`. '
            f"Received: y of type {type(y).__name__}"
        )
    labels = np.asarray(y)
    if labels.dtype == bool:
        labels = labels.astype(np.int64)
    if labels.ndim == 2 and labels.shape[1] > 1:
        classes = labels.shape[1]
        if not np.array_equal(np.sort(labels, axis=1), _one_hot_rows(labels)):
            raise ValueError(
                "`y` must be class numbers or one-hot rows with "
                f'`sampling="balanced"`. Received rows like {labels[0]}'
            )
        labels = labels.argmax(axis=1)
    else:
        labels = labels.reshape(len(labels), -1)
        whole = np.issubdtype(labels.dtype, np.number) and np.array_equal(
            labels, np.round(labels)
        )
        if labels.shape[1] != 1 or not whole or labels.min() < 0:
            raise ValueError(
                "`y` must be class numbers from 0 or one-hot rows with "
                f'`sampling="balanced"`. Received: y={labels[:5].tolist()}... '
                f"of dtype {labels.dtype}"
            )
        labels = labels[:, 0].astype(np.int64)
        classes = int(labels.max()) + 1
    counts = np.bincount(labels, minlength=classes)
    if not counts.all():
        raise ValueError(
            "`y` must have a sample of every class with "
            f'`sampling="balanced"`. Received none of class '
            f"{np.flatnonzero(counts == 0).tolist()} of {classes} classes"
        )
    return labels


def _one_hot_rows(labels: np.ndarray) -> np.ndarray:
    rows = np.zeros_like(labels)
    rows[:, -1] = 1
    return rows
