"""What is measured in some steps alone, if XLA does not compile them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from threading import Lock
from typing import Any

from keras_activations.backends import module_of

ops = module_of("keras_activations.statistics.operations")

Tensor = Any


@dataclass(frozen=True, eq=False)
class Occasion:
    """What a gauge measures in some steps.

    Args:
        due: Whether it measures this one, a boolean of the step.
        given: The tensors that it reads.
        keep: Is given their values.
    """

    due: Tensor
    given: Sequence[Tensor]
    keep: Callable[..., None]


def measure(
    occasions: Mapping[str, Occasion], failed: Callable[[str, Exception], None]
) -> None:
    """Measures those that are due.

    All share one branch and one call of Python. Each further operation would
    make the first step of a network longer, and each branch all its steps.

    Args:
        occasions: By name.
        failed: Is told the name of what has failed, and the error.
    """
    if not occasions:
        return
    due = ops.stack([each.due for each in occasions.values()])
    given = [tensor for each in occasions.values() for tensor in each.given]
    lock = Lock()  # replicas run at the same time

    def keep(due: Tensor, *values: Tensor) -> Any:
        left = iter(values)
        with lock:
            for is_due, (name, each) in zip(
                due.numpy(), occasions.items(), strict=True
            ):
                own = [next(left) for _ in each.given]
                if is_due:
                    try:
                        each.keep(*own)
                    except Exception as error:
                        failed(name, error)
        return 0.0

    nothing = ops.zeros([])
    ops.cond(
        ops.reduce_any(due),
        lambda: ops.by_python(keep, [due, *given], nothing),
        lambda: nothing,
    )
