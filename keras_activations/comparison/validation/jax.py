"""The validation data of a run on JAX."""

from typing import Any


def fit_arguments(arrays: Any, batch_size: int) -> dict[str, Any]:
    """The arguments of `fit` for validation data.

    Args:
        arrays: A pair of structures of arrays, `x` and `y`.
        batch_size: The number of samples that are evaluated at once.
    """
    return {"validation_data": arrays, "validation_batch_size": batch_size}
