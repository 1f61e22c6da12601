"""Many runs of one network as one step: not on TensorFlow."""

from collections.abc import Sequence
from typing import Any, NoReturn

from keras_activations.comparison.settings import Data

_REASON = "on TensorFlow, runs are trained one after the other"


def cannot(jit_compile: bool | str) -> str:
    """Why runs cannot be trained as one, whatever the network is.

    Args:
        jit_compile: As in `Model.compile`.
    """
    return _REASON


def too_much(model: Any, states: Sequence[Any], data: Data) -> str:
    """Why the runs of a network cannot be trained as one; empty if they can.

    Args:
        model: The network.
        states: The states of the runs.
        data: What they are trained on.
    """
    return _REASON


def stacked(
    model: Any,
    states: Sequence[Any],
    seeds: Sequence[int],
    monitors: Sequence[Any],
    data: Data,
    batch_size: int,
) -> NoReturn:
    """The runs as one; see the module for JAX.

    Raises:
        NotImplementedError: always.
    """
    raise NotImplementedError(_REASON)
