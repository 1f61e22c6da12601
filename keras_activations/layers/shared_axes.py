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


def check_data_format(data_format: Any, *, owner: str) -> str:
    """Return `data_format`, or that of Keras if it is None.

    Raises:
        ValueError: if it is not "channels_last", "channels_first" or None.
    """
    if data_format is None:
        return keras.config.image_data_format()
    if data_format not in ("channels_last", "channels_first"):
        raise ValueError(
            f'`data_format` of {owner} must be "channels_last", '
            '"channels_first" or None. '
            f"Received: data_format={data_format!r}"
        )
    return data_format


def add_parameter(
    layer: Any,
    name: str,
    input_shape: Any,
    initializer: keras.initializers.Initializer,
    regularizer: Any = None,
    constraint: Any = None,
    *,
    shared_axes: Any = "the layer's",
) -> None:
    """Add a weight to `layer`, which then refuses other input shapes.

    Args:
        layer: A layer whose `shared_axes` come from `check_shared_axes`.
        name: The name of the weight and of the attribute.
        input_shape: Shape of its input, the batch axis first.
        initializer: The initial value of the parameter.
        regularizer: Regularizer of the parameter, or None.
        constraint: Constraint of the parameter, or None.
        shared_axes: The axes that share this parameter, if not the layer's.

    Raises:
        ValueError: if an axis does not exist, is the batch axis or is named
            twice, or if the size of one that is not shared is unknown.
    """
    if shared_axes == "the layer's":
        shared_axes = layer.shared_axes
    shape, axes = _parameter_shape(
        input_shape,
        shared_axes,
        layer.data_format,
        owner=type(layer).__name__,
    )
    number = getattr(initializer, "value", None)
    weight = layer.add_weight(
        name=name,
        shape=shape,
        # keras.initializers.Constant would round it to float32.
        initializer=(
            (lambda shape, dtype: keras.ops.full(shape, number, dtype))
            if isinstance(number, numbers.Number)
            else initializer
        ),
        regularizer=regularizer,
        constraint=constraint,
        # Kept in float32, like its gradient, which is a sum.
        autocast=False,
    )
    setattr(layer, name, weight)
    # Keep the axes that another parameter of the layer requires.
    asked = layer.input_spec.axes if layer.input_spec else {}
    layer.input_spec = keras.layers.InputSpec(
        ndim=len(input_shape), axes={**asked, **axes}
    )


def _parameter_shape(
    input_shape: Any, shared_axes: Any, data_format: str, *, owner: str
) -> tuple[tuple[int, ...], dict[int, int]]:
    """Return the shape, 1 on shared axes, and the sizes of the other axes."""
    # If the input is None, or a list or dict of tensors, so is its shape.
    if input_shape is None or not all(
        isinstance(size, numbers.Integral | None) for size in input_shape
    ):
        raise ValueError(
            f"{owner} takes one tensor. Received: input_shape={input_shape!r}"
        )
    rank = len(input_shape)
    shared = _resolve(shared_axes, rank, data_format, owner=owner)
    own = {}
    for axis in range(1, rank):
        if axis in shared:
            continue
        if input_shape[axis] is None:
            raise ValueError(
                f"{owner} needs a parameter for each entry of axis {axis}, "
                "whose size is unknown. Share that axis, or give it a size. "
                f"Received: shared_axes={shared_axes!r}, "
                f"input_shape={tuple(input_shape)}"
            )
        own[axis] = int(input_shape[axis])
    return tuple(own.get(axis, 1) for axis in range(1, rank)), own


def _resolve(
    shared_axes: Any, rank: int, data_format: str, *, owner: str
) -> list[int]:
    if shared_axes is None:
        return []
    if shared_axes == "all":
        return list(range(1, rank))
    if shared_axes == "spatial":
        channel = rank - 1 if data_format == "channels_last" else 1
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
