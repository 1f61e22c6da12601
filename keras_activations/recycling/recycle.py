"""Gives the units of a layer new weights; the network computes the same."""

from typing import Any

import numpy as np

from keras_activations.instrumentation.reading import value
from keras_activations.recycling.changes import Changes
from keras_activations.recycling.drawing import Draw
from keras_activations.recycling.following import Route
from keras_activations.recycling.left_alone import LeftAloneError
from keras_activations.recycling.optimizer_state import states
from keras_activations.recycling.routes import Seen
from keras_activations.recycling.weights import Incoming


def recycled(
    route: Route,
    units: np.ndarray,
    seen: Seen,
    optimizer: Any,
    draw: Draw,
    moments: str,
) -> Changes:
    """The new values with which some units begin anew.

    Their incoming weights are drawn again, what is learned between them and
    the activation is as at first, and their outgoing weights are 0. What they
    gave to the next layer until now, its bias gives from now on.

    Args:
        route: The weights around the units of a layer.
        units: Which of them, boolean, shape `(units,)`.
        seen: What they are on a probe batch.
        optimizer: The optimizer of the model, or `None`.
        draw: Returns new values of a whole weight, flat.
        moments: What the optimizer's squares of gradients become for incoming
            weights: `"median"`, that of the units that go on; `"zero"`; or
            `"keep"`, with which the optimizer's state stays as it is.

    Raises:
        LeftAloneError: A unit is not 0, and the next layer has no bias that
            could give what it gave.
    """
    changes = Changes()
    numbers = np.flatnonzero(units)
    for readers, part in route.outgoing:
        channels = np.isin(readers[0].units, numbers)
        means = np.where(channels, seen.means(readers), 0.0)
        if not means.any():
            continue
        if part.bias is None or part.feeds is None:
            raise LeftAloneError(
                f"{readers[0].path} has no bias to which the mean of its units "
                "could go"
            )
        given = value(part.variable).reshape(-1)[part.entries] * means[:, None]
        bias = changes.of(part.bias)
        added = np.zeros(bias.shape, "float64")
        np.add.at(added, part.feeds[channels], given[channels])
        bias += added.astype(bias.dtype)
    for readers, part in route.outgoing:
        channels = np.isin(readers[0].units, numbers)
        entries = part.entries[channels].reshape(-1)
        changes.of(part.variable)[entries] = 0.0
        if moments != "keep":
            _forget(changes, optimizer, part.variable, entries)
    for each in route.incoming:
        entries = each.entries[units]
        changes.of(each.variable)[entries] = draw(each)[entries]
        if moments != "keep":
            _begin(changes, optimizer, each, units, moments)
    return changes


def _forget(
    changes: Changes, optimizer: Any, weight: Any, entries: np.ndarray
) -> None:
    """The state of outgoing weights, which are 0 now, is as at first."""
    for state in states(optimizer, weight):
        changes.of(state.variable)[entries] = state.fresh


def _begin(
    changes: Changes,
    optimizer: Any,
    part: Incoming,
    units: np.ndarray,
    moments: str,
) -> None:
    """The state of incoming weights."""
    found = list(states(optimizer, part.variable))
    new = part.entries[units]
    for state in found:
        values = changes.of(state.variable)
        if state.role == "average":
            values[new] = changes.of(part.variable)[new]
        elif state.role == "square" and moments == "median" and not units.all():
            values[new] = np.median(values[part.entries[~units]], axis=0)
        else:
            values[new] = state.fresh
    squares = [s for s in found if s.role == "square"]
    for state in found:
        if state.role == "linear":
            changes.of(state.variable)[new] = state.linear(
                changes.of(part.variable)[new],
                changes.of(squares[0].variable)[new],
            )
