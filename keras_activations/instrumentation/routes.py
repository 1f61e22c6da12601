"""Through which functions the calls of a step pass."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

Route = Callable[..., Any]


@dataclass(frozen=True)
class Routes:
    """The functions, each of which is given the one that was called first.

    Args:
        layer: For the calls of layers and operations.
        function: For those of activation functions.
        update: For those of optimizers.
        loss: For those of losses.
        backward: For the computation of gradients, where it comes back to the
            code of layers.
        vectorized: For functions that are mapped over the first axis.
        frame: Makes a `lifting.Frame` for a function whose tensors are of no
            use outside it.
    """

    layer: Route
    function: Route
    update: Route
    loss: Route
    backward: Route
    vectorized: Route
    frame: Route
