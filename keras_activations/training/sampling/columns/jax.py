"""The arrays that mini-batches are read from, on JAX."""

import math
from functools import cached_property
from typing import Any

import jax
import jax.numpy as jnp
import keras
import numpy as np
from jax.experimental.sparse import JAXSparse

# The part of the free memory of an accelerator that a column may take. The
# rest is for the network.
_SHARE = 0.25


class InMemory:
    """A column that is kept as a JAX array.

    It lies where the network computes, so that a mini-batch is gathered there.
    It lies on the host if there is no room for it, or if Keras distributes the
    mini-batches over several devices.

    Attributes:
        tensor: The array.
        on_device: Whether it lies where the network computes.
    """

    def __init__(self, array: Any) -> None:
        dtype = _kept_dtype(array.dtype)
        _check_range(array, dtype)
        host = jax.local_devices(backend="cpu")[0]
        # What is not changed is not copied here, but below.
        values = array.astype(dtype, copy=False)
        self.on_device = _has_room(values)
        self.tensor = jax.device_put(
            values, None if self.on_device else host, may_alias=False
        )
        self.shape = tuple(self.tensor.shape)
        self.bytes_per_sample = dtype.itemsize * math.prod(self.shape[1:])

    def take(self, indices: np.ndarray) -> np.ndarray:
        """Gather the samples on the host."""
        return np.take(self._on_host, indices, axis=0)

    @cached_property
    def _on_host(self) -> np.ndarray:
        return np.asarray(self.tensor)  # no copy if it lies there


class OnDisk:
    """A column that stays in its memory-mapped file, read by mini-batch."""

    on_device = False

    def __init__(self, array: np.ndarray) -> None:
        self.array = array
        self.shape = array.shape
        self.dtype = _kept_dtype(array.dtype)
        self.bytes_per_sample = self.dtype.itemsize * math.prod(self.shape[1:])

    def take(self, indices: np.ndarray) -> np.ndarray:
        """Read the samples."""
        rows = self.array[indices]
        _check_range(rows, self.dtype)
        return np.asarray(rows, dtype=self.dtype)


def is_tensor(array: Any) -> bool:
    """Whether it is an array of JAX."""
    return isinstance(array, jax.Array)


def is_sparse(array: Any) -> bool:
    """Whether it is an array of JAX that is not dense."""
    return isinstance(array, JAXSparse)


def _kept_dtype(dtype: Any) -> np.dtype:
    """What JAX makes of a dtype: it has 64 bits only if it is told so."""
    if dtype.kind in "OSU":
        raise TypeError(
            "`x`, `y` and `sample_weight` must be arrays of numbers: JAX has "
            f"no strings. Received: an array of dtype {dtype}"
        )
    if jnp.issubdtype(dtype, jnp.floating):
        dtype = np.dtype(keras.config.floatx())
    return np.dtype(jax.dtypes.canonicalize_dtype(dtype))


def _check_range(values: Any, dtype: np.dtype) -> None:
    """Refuse integers that JAX would silently turn into others."""
    if dtype.kind not in "iu" or dtype.itemsize >= values.dtype.itemsize:
        return
    limits = np.iinfo(dtype)
    if values.size and not (
        limits.min <= values.min() and values.max() <= limits.max
    ):
        raise ValueError(
            f"`x`, `y` and `sample_weight` must fit in {dtype.name}, which JAX "
            "keeps integers in, unless the setting `jax_enable_x64` is on. "
            f"Received: values from {values.min()} to {values.max()}"
        )


def _has_room(values: Any) -> bool:
    if keras.distribution.distribution() is not None:
        return False
    if values.shape[:1] > (np.iinfo(np.int32).max,):
        return False  # their numbers have 32 bits in JAX
    memory = jax.local_devices()[0].memory_stats()  # none for a CPU
    if not memory or "bytes_limit" not in memory:
        return True
    free = memory["bytes_limit"] - memory["bytes_in_use"]
    return values.nbytes <= _SHARE * free
