"""Replace attributes of an object temporarily."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

_ABSENT = object()


@contextmanager
def replaced(owner: Any, **attributes: Any) -> Iterator[None]:
    """Replace attributes of an object for the duration of a block.

    They are written into the object's own `__dict__`, bypassing its
    `__setattr__`: Keras would track the values, and refuses new ones on a built
    layer. Afterwards, even after an error, the previous values are back, and
    attributes of the class are visible again. The attributes of a class are
    replaced for all of its objects.

    Example:

    >>> import keras
    >>> layer = keras.layers.ReLU()
    >>> with replaced(layer, call=lambda x: "nothing"):
    ...     layer.call(1.0)
    'nothing'
    >>> "call" in vars(layer)
    False
    """
    own = vars(owner)
    before = {name: own.get(name, _ABSENT) for name in attributes}
    _write(owner, attributes)
    try:
        yield
    finally:
        _write(owner, before)


def _write(owner: Any, attributes: dict[str, Any]) -> None:
    for name, value in attributes.items():
        if isinstance(owner, type):
            # The `__dict__` of a class cannot be written to.
            if value is _ABSENT:
                type.__delattr__(owner, name)
            else:
                type.__setattr__(owner, name, value)
        elif value is _ABSENT:
            vars(owner).pop(name, None)
        else:
            vars(owner)[name] = value
