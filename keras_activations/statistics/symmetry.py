"""Units that are the same: equal weights that are pushed the same way."""

import numpy as np

# Rounding makes a difference between units that are the same.
_SAME = 1e-4


def equal_units(before: np.ndarray, after: np.ndarray) -> float | None:
    """The share of units that began and went on like another one.

    Units with equal incoming weights compute the same. If their gradients are
    equal, too, no step will ever tell them apart. Equal weights alone do no
    harm: in a zero-initialized output layer, the gradients differ.

    Args:
        before: The incoming weights before the first update, shape
            `(inputs, units)`.
        after: The same after some updates. Equal gradients make equal
            changes, whatever the optimizer.

    Returns:
        The share; `None` if there is only one unit.

    Example:

    >>> constant = np.full((3, 4), 0.5)
    >>> equal_units(constant, constant - [[0.1], [0.2], [0.3]])
    1.0
    >>> equal_units(constant, constant - np.eye(3, 4))
    0.0
    """
    units = before.shape[1]
    if units < 2:
        return None
    same = _groups(before)
    change = after - before
    found = np.zeros(units, bool)
    for group in same:
        parts = change[:, group]
        if not np.isfinite(parts).all():
            continue
        for inner in _groups(parts):
            found[group[inner]] = True
    return float(found.mean())


def _groups(columns: np.ndarray) -> list[np.ndarray]:
    """The indices of columns that are equal, in groups of at least two."""
    if not np.isfinite(columns).all():
        return []
    scale = np.abs(columns).max(initial=0.0)
    # Columns that are equal lie side by side, sorted by any mixture of rows.
    mixture = np.random.default_rng(0).normal(size=len(columns))
    order = np.argsort(mixture @ columns)
    sorted_columns = columns[:, order]
    apart = np.abs(np.diff(sorted_columns, axis=1)).max(0, initial=0.0)
    ends = np.flatnonzero(apart > _SAME * scale) + 1
    return [group for group in np.split(order, ends) if len(group) > 1]
