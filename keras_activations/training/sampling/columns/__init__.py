"""The arrays that mini-batches are read from."""

from typing import Any, Protocol

import numpy as np

from keras_activations.backends import module_of

_columns = module_of(__name__)

InMemory = _columns.InMemory
OnDisk = _columns.OnDisk


class Column(Protocol):
    """One array of samples."""

    shape: tuple[int, ...]
    bytes_per_sample: int

    def take(self, indices: Any) -> Any:
        """The samples with these numbers."""


def column(array: Any) -> Column:
    """A column from anything that `fit` takes as an array.

    Raises:
        TypeError: If it is not a dense array of numbers or strings, or on JAX
            of strings.
        ValueError: If it is a scalar, or has integers that JAX cannot hold.
    """
    if _columns.is_sparse(array):
        raise TypeError(
            "`x`, `y` and `sample_weight` must be dense. "
            f"Received: {type(array).__name__} of shape {array.shape}"
        )
    if _columns.is_tensor(array):
        made: Column = InMemory(array)
    elif _is_memory_mapped(array):
        made = OnDisk(array)
    else:
        values = np.asarray(array)
        strings = values.dtype == object and all(
            isinstance(value, str | bytes) for value in values.flat
        )
        if values.dtype.kind not in "biufcSU" and not strings:
            hint = ""
            if hasattr(array, "columns"):
                hint = ". Give the columns of a table as a dict: `dict(table)`"
            raise TypeError(
                "`x`, `y` and `sample_weight` must be arrays of numbers or "
                "strings, or dicts or tuples of them. Received: "
                f"{type(array).__name__} {array!r:.200} "
                f"of dtype {values.dtype}{hint}"
            )
        made = InMemory(values)
    if not made.shape:
        raise ValueError(
            "`x`, `y` and `sample_weight` must be arrays of shape "
            f"(samples, ...). Received the scalar {array!r}. "
            "Make an array of a list of numbers: a list is one of arrays"
        )
    return made


def _is_memory_mapped(array: Any) -> bool:
    while isinstance(array, np.ndarray):
        if isinstance(array, np.memmap):
            return True
        array = array.base  # a view of a mapped array is mapped too
    return False
