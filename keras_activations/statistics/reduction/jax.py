"""One call of an activation, reduced to a few numbers per unit: JAX."""

from functools import partial
from typing import Any

import jax
import jax.numpy as jnp

from keras_activations.statistics.kinds import Kind
from keras_activations.statistics.sums import (
    MOST_POSITIONS,
    SCALE,
    fused_rows,
    measured_rows,
    number_of_slices,
    positions_of,
    spread_mask,
    units_last,
)

Tensor = Any


def reduce_call(
    kind: Kind,
    z: Tensor,
    a: Tensor,
    mask: Tensor | None = None,
    *,
    unit_axis: int = -1,
    careful: bool = True,
    compiled: bool = True,
) -> Tensor:
    """Reduces one call of an activation to sums per unit.

    Args:
        kind: The kind of the activation.
        z: Its input, any floating dtype, shape `(batch, ..., units)`; the
            output instead, if the kind does not read the input.
        a: Its output, same shape.
        mask: Boolean, shape `(batch, ...)`: which positions count.
        unit_axis: The axis of the units: -1, or 1 for channels first.
        careful: Whether to leave out entries that are NaN, Inf or beyond
            `LIMIT`. If not, they make the sum of the squares infinite or NaN,
            and there is no row "nonfinite".
        compiled: Here, XLA compiles all there is.

    Returns:
        float32 of shape `(rows, units)`, the rows of `measured_rows`. Counts
        are exact up to 2^24 observations per unit.
    """
    return _reduced(z, a, mask, kind, unit_axis, careful)


# Where a step is not compiled as a whole, this is. And layers of one kind and
# shape are traced once.
@partial(jax.jit, static_argnums=(3, 4, 5))
def _reduced(
    z: Tensor,
    a: Tensor,
    mask: Tensor | None,
    kind: Kind,
    unit_axis: int,
    careful: bool,
) -> Tensor:
    positions = positions_of(a, unit_axis)
    entries = units_last(a, unit_axis)
    columns = [
        units_last(z, unit_axis),
        entries,
        None if mask is None else spread_mask(mask, entries),
    ]
    names = measured_rows(kind, mask is not None, careful)
    many = positions > MOST_POSITIONS
    observations, units = entries.shape
    slices = number_of_slices(positions if many else observations, units)
    rows = fused_rows(kind, names, columns, slices, careful=careful)
    if many:
        # A sum of ones in float32 stops growing at 2^24.
        shape = [-1, positions // slices, *rows.shape[1:]]
        rows = jnp.sum(jnp.reshape(rows, shape), 1)
    total = jnp.sum(rows, 0)
    if not careful:
        return total
    unit = [SCALE**-2 if name == "square" else 1.0 for name in names]
    return total * jnp.asarray(unit, "float32")[:, None]
