"""Refuse arguments of `compare_activations` that cannot be used."""

import math
import os
from collections.abc import Sequence
from numbers import Integral, Real
from typing import Any

import keras
import numpy as np

from keras_activations.checks import check_labels, check_samples
from keras_activations.comparison.direction import direction


def check_counts(**counts: Any) -> None:
    """Refuse counts that are not positive integers."""
    for name, value in counts.items():
        if (
            isinstance(value, bool)
            or not isinstance(value, Integral)
            or value < 1
        ):
            raise ValueError(
                f"`{name}` must be a positive integer. "
                f"Received: {name}={value!r}"
            )


def check_choices(
    seeds: Sequence[int], learning_rates: Sequence[float]
) -> None:
    """Refuse lists from which no runs can be made."""
    lists: dict[str, Any] = {"seeds": seeds, "learning_rates": learning_rates}
    for name, values in lists.items():
        if not isinstance(values, Sequence | np.ndarray) or not len(values):
            raise ValueError(
                f"`{name}` must be a list with at least one. "
                f"Received: {name}={values!r}"
            )
    for seed in seeds:
        if not isinstance(seed, Integral) or not 0 <= seed < 2**32:
            raise ValueError(
                "`seeds` must be integers from 0 to 2**32 - 1. "
                f"Received: seeds={seeds!r}"
            )
    for rate in learning_rates:
        if not (isinstance(rate, Real) and math.isfinite(rate) and rate > 0):
            raise ValueError(
                "`learning_rates` must be positive numbers. "
                f"Received: learning_rates={learning_rates!r}"
            )
    for name, values in lists.items():
        if len(set(values)) < len(values):
            raise ValueError(
                f"`{name}` must not repeat any. Received: {name}={values!r}"
            )


def check_options(
    *,
    metrics: Any,
    mode: Any,
    optimizer: Any,
    jit_compile: Any,
    log_dir: Any,
    verbose: Any,
    together: Any,
) -> None:
    """Refuse options that do not exist."""
    if isinstance(metrics, str) or not isinstance(metrics, Sequence):
        raise ValueError(
            f"`metrics` must be a list. Received: metrics={metrics!r}"
        )
    if mode not in ("auto", "min", "max"):
        raise ValueError(
            f'`mode` must be "auto", "min" or "max". Received: mode={mode!r}'
        )
    if not callable(optimizer):
        raise ValueError(
            "`optimizer` must make one from a learning rate, such as "
            f"`keras.optimizers.Adam`. Received: optimizer={optimizer!r}"
        )
    if jit_compile not in (True, False, "auto"):
        raise ValueError(
            '`jit_compile` must be True, False or "auto". '
            f"Received: jit_compile={jit_compile!r}"
        )
    if not isinstance(log_dir, str | os.PathLike | None):
        raise ValueError(
            f"`log_dir` must be a path or None. Received: log_dir={log_dir!r}"
        )
    if verbose not in (0, 1):
        raise ValueError(
            f"`verbose` must be 0 or 1. Received: verbose={verbose!r}"
        )
    if together not in (True, False, "auto"):
        raise ValueError(
            '`together` must be True, False or "auto". '
            f"Received: together={together!r}"
        )


def check_data(x: Any, y: Any, validation_data: Any, loss: Any) -> None:
    """Refuse data that no network can be trained or evaluated on."""
    pair = validation_data
    if not (isinstance(pair, tuple | list) and len(pair) == 2):
        raise ValueError(
            "`validation_data` must be a pair `(x, y)`. "
            f"Received: validation_data={pair!r:.80}"
        )
    for leaf in keras.tree.flatten([x, y, *pair]):
        if not hasattr(leaf, "__array__"):
            raise ValueError(
                "`x`, `y` and `validation_data` must be arrays or structures "
                "of arrays; read data sets and generators into arrays first. "
                f"Received: {type(leaf).__name__}"
            )
    for which, (samples, targets) in (("", (x, y)), ("validation ", pair)):
        check_samples(samples, targets, which)
        if loss == "sparse_categorical_crossentropy":
            check_labels(targets, which)


def checked_mode(mode: str, metrics: Sequence[Any]) -> str:
    """`"min"` or `"max"`; for `"auto"`, by the name of the first metric."""
    if mode != "auto":
        return mode
    known = direction(metrics[0]) if metrics else "min"
    if known is None:
        raise ValueError(
            "`mode` must say whether the least or the greatest value is "
            "the best, where the name of the first metric does not. "
            f"Received: mode='auto', metrics={list(metrics)!r}"
        )
    return known
