"""An iterator over a dataset that is made when it is first asked."""

from collections.abc import Callable
from typing import Any

import tensorflow as tf
from tensorflow.python.data.ops.iterator_ops import OwnedIterator


class LazyIterator(OwnedIterator):
    """What `iter(dataset)` gives, for a dataset that is not made yet.

    Keras makes two iterators an epoch and reads from one of them
    (`EpochIterator._enumerate_iterator`, Keras 3.15). What an unread one
    costs is most of the time that a small network needs for an epoch, and an
    epoch that nobody reads must not count as one.

    Args:
        element_spec: The shapes and dtypes of an element.
        make: Called when the first element is asked for; returns the
            dataset. It may know more of the shapes than `element_spec`,
            which a traced function goes by.
    """

    def __init__(
        self, element_spec: Any, make: Callable[[], tf.data.Dataset]
    ) -> None:
        self._element_spec = element_spec
        self._make = make

    def __getattr__(self, name: str) -> Any:
        # Python comes here only for what the parent's constructor has not
        # made yet. What the parent never makes must not begin an epoch.
        if name not in ("_iterator_resource", "_get_next_call_count"):
            raise AttributeError(
                f"{type(self).__name__!r} object has no attribute {name!r}"
            )
        declared = self._element_spec
        super().__init__(self._make())
        self._element_spec = declared
        return self.__dict__[name]
