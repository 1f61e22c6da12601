"""One learned parameter per channel, per element, or for a whole layer."""

import numbers
from collections.abc import Sequence
from typing import Any

import keras

SharedAxes = str | int | Sequence[int] | None


def check_shared_axes(shared_axes: Any, *, owner: str) -> Any:
    """Return `shared_axes` in the form that a config keeps.

    Raises:
        ValueError: if it is not "spatial", "all", None, an axis or axes.
    """
    if shared_axes is None or (
        isinstance(shared_axes, str) and shared_axes in ("spatial", "all")
    ):
        return shared_axes
    axes = shared_axes if _is_sequence(shared_axes) else [shared_axes]
    if not all(_is_axis(axis) for axis in axes):
        raise ValueError(
            f'`shared_axes` of {owner} must be "spatial", "all", None, or '
            f"numbers of axes. Received: shared_axes={shared_axes!r}"
        )
    return [int(axis) for axis in axes]


def parameter_shape(
    input_shape: Sequence[int | None], shared_axes: Any, *, owner: str
) -> tuple[int, ...]:
    """Return the shape of the parameter, without the batch axis.

    Args:
        input_shape: Shape of the layer's input, the batch axis first.
        shared_axes: What `check_shared_axes` returned.
        owner: The layer's name, for the messages.

    Returns:
        One entry per axis of the input but the first, 1 where it is shared,
        so that it broadcasts to the input.

    Raises:
        ValueError: if an axis does not exist, is the batch axis or is named
            twice, or if the size of one that is not shared is unknown.
    """
    rank = len(input_shape)
    shared = _resolve(shared_axes, rank, owner=owner)
    for axis in range(1, rank):
        if axis not in shared and input_shape[axis] is None:
            raise ValueError(
                f"{owner} needs a parameter for each entry of axis {axis}, "
                "whose size is unknown. Share that axis, or give it a size. "
                f"Received: shared_axes={shared_axes!r}, "
                f"input_shape={tuple(input_shape)}"
            )
    return tuple(
        1 if axis in shared else int(input_shape[axis] or 0)
        for axis in range(1, rank)
    )


def _resolve(shared_axes: Any, rank: int, *, owner: str) -> list[int]:
    if shared_axes is None:
        return []
    if shared_axes == "all":
        return list(range(1, rank))
    if shared_axes == "spatial":
        last = keras.config.image_data_format() == "channels_last"
        channel = rank - 1 if last else 1
        return [axis for axis in range(1, rank) if axis != channel]
    resolved: list[int] = []
    for axis in shared_axes:
        positive = axis + rank if axis < 0 else axis
        if positive == 0:
            problem = "is the batch axis, which is always shared"
        elif not 0 < positive < rank:
            problem = f"does not exist in an input of rank {rank}"
        elif positive in resolved:
            problem = "is named twice"
        else:
            resolved.append(positive)
            continue
        raise ValueError(
            f"`shared_axes` of {owner}: axis {axis} {problem}. "
            f"Received: shared_axes={shared_axes!r}"
        )
    return resolved


def _is_sequence(value: Any) -> bool:
    return isinstance(value, Sequence) and not isinstance(value, (str, bytes))


def _is_axis(value: Any) -> bool:
    return isinstance(value, numbers.Integral) and not isinstance(value, bool)
