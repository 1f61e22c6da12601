"""Whether a tensor of a step can be measured after it: JAX."""

from typing import Any

from jax.extend.core import get_opaque_trace_state

from keras_activations import compat
from keras_activations.instrumentation.obstacles import BUILDING

# What JAX traces a function for, and what the user wrote.
_TRACED_FOR = {
    "scan": "inside a loop",
    "while": "inside a loop",
    "cond": "inside a branch",
    "jit": "inside a jax.jit of its own",
    "checkpoint": "inside a jax.checkpoint of its own",
}
_TRACES = {
    "BatchTrace": "inside a vectorized_map",
    "JVPTrace": "inside a gradient of its own",
    "LinearizeTrace": "inside a gradient of its own",
}


class Reach:
    """The trace of a step; what is computed in another one is out of reach."""

    def __init__(self) -> None:
        self._state = get_opaque_trace_state()
        self.mapped = 0

    def obstacle(self) -> str | None:
        """Why a tensor computed now cannot be measured; `None` if it can."""
        if get_opaque_trace_state() == self._state:
            return None
        if compat.is_symbolic():
            return BUILDING
        trace = _trace()
        known = _TRACES.get(type(trace).__name__)
        if known is not None:
            return known
        frame = getattr(trace, "frame", None)
        traced_for = str(
            getattr(getattr(frame, "debug_info", None), "traced_for", "")
        )
        return next(
            (
                reason
                for part, reason in _TRACED_FOR.items()
                if part in traced_for
            ),
            "inside a jax.jit or loop of its own",
        )


def _trace() -> Any:
    """The trace to which operations are added now; `None` if unknown.

    It only serves to find the words: JAX does not publish it.
    """
    try:
        from jax._src.core import trace_ctx
    except ImportError:
        return None
    return getattr(trace_ctx, "trace", None)
