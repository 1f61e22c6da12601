"""Which weights lead into the units of a layer, and which lead out of them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import keras
import numpy as np

from keras_activations.recycling.left_alone import LeftAloneError

Layer = Any
Variable = Any


@dataclass(frozen=True, eq=False)
class Incoming:
    """One weight of a layer, or of a normalization behind it.

    Args:
        variable: The weight.
        entries: The positions in the flat weight, shape `(units, entries)`.
        initializer: The initializer of the whole weight.
    """

    variable: Variable
    entries: np.ndarray
    initializer: Any


@dataclass(frozen=True, eq=False)
class Outgoing:
    """The weights with which a layer reads its input.

    Args:
        variable: The weight.
        entries: The positions in the flat weight, shape `(channels, entries)`.
        bias: The bias of the layer, or `None`.
        feeds: To which position of the flat bias the product of a weight is
            added, shape as `entries`; `None` if that is not a single one.
    """

    variable: Variable
    entries: np.ndarray
    bias: Variable | None = None
    feeds: np.ndarray | None = None


def incoming(layer: Layer) -> list[Incoming]:
    """The weights of a layer, by its output units.

    Raises:
        LeftAloneError: They are not known, or must not be changed.
    """
    find = _known(layer, _INCOMING)
    if find is None:
        raise LeftAloneError(
            f"its input is made by {_described(layer)}, whose weights are not "
            "known"
        )
    check_free(layer)
    parts = [find(layer)]
    if layer.bias is not None:
        parts.append(_one_each(layer.bias, layer.bias_initializer))
    return parts


def reads(layer: Layer) -> bool:
    """Whether `outgoing` knows the layer."""
    return _known(layer, _OUTGOING) is not None


def makes(layer: Layer) -> bool:
    """Whether `incoming` knows the layer."""
    return _known(layer, _INCOMING) is not None


def outgoing(layer: Layer) -> list[Outgoing]:
    """The weights of a layer that `reads`, by the channels of its input.

    Raises:
        LeftAloneError: They must not be changed.
    """
    check_free(layer)
    return list(_known(layer, _OUTGOING)(layer))


def of_normalization(layer: Layer) -> list[Incoming]:
    """The weights and moving averages of a BatchNormalization.

    Raises:
        LeftAloneError: They must not be changed.
    """
    check_free(layer)
    return [
        _one_each(getattr(layer, name), getattr(layer, f"{name}_initializer"))
        for name in ("gamma", "beta", "moving_mean", "moving_variance")
        if getattr(layer, name) is not None
    ]


def of_activation(activation: Any, units: int) -> list[Incoming]:
    """The learned alpha of an activation layer, if each unit has its own."""
    alpha = getattr(activation, "alpha", None)
    initializer = getattr(activation, "alpha_initializer", None)
    if not isinstance(alpha, keras.Variable) or initializer is None:
        return []
    if np.prod(alpha.shape) != units:
        return []
    return [_one_each(alpha, initializer)]


def check_free(layer: Layer) -> None:
    """Refuses a layer whose weights must not be changed.

    Raises:
        LeftAloneError: It is frozen, quantized, or has a LoRA adaptor.
    """
    if layer.quantization_mode:
        raise LeftAloneError(f"{_described(layer)} is quantized")
    if not layer.trainable:
        raise LeftAloneError(f"{_described(layer)} is frozen")
    if getattr(layer, "lora_enabled", False):
        raise LeftAloneError(f"{_described(layer)} has a LoRA adaptor")


def _described(layer: Layer) -> str:
    return f"{type(layer).__name__} {layer.name!r}"


def _known(layer: Layer, table: dict[type, Any]) -> Any:
    """The entry of its class; a subclass may compute something else."""
    bases: tuple[Any, ...] = type(layer).__mro__
    for base in bases:
        if base in table:
            return table[base] if type(layer).call is base.call else None
    return None


def _positions(variable: Variable) -> np.ndarray:
    return np.arange(int(np.prod(variable.shape))).reshape(variable.shape)


def _one_each(variable: Variable, initializer: Any) -> Incoming:
    return Incoming(variable, _positions(variable).reshape(-1, 1), initializer)


def _by_axis(positions: np.ndarray, axis: int) -> np.ndarray:
    moved = np.moveaxis(positions, axis, 0)
    return moved.reshape(len(moved), -1)


def _into(
    axis: int, name: str = "kernel", initializer: str = "kernel_initializer"
) -> Callable[[Layer], Incoming]:
    def find(layer: Layer) -> Incoming:
        kernel = getattr(layer, name)
        return Incoming(
            kernel,
            _by_axis(_positions(kernel), axis),
            getattr(layer, initializer),
        )

    return find


def _into_depthwise(layer: Layer) -> Incoming:
    # Each input channel has the units of its own one after the other.
    positions = _positions(layer.kernel)
    merged = positions.reshape(*positions.shape[:-2], -1)
    return Incoming(
        layer.kernel, _by_axis(merged, -1), layer.depthwise_initializer
    )


def _into_einsum(layer: Layer) -> Incoming:
    _, kernel, output = _terms(layer)
    bias = layer.bias
    units = layer.kernel.shape[-1]
    if kernel[-1] != output[-1] or (
        bias is not None and tuple(bias.shape) != (units,)
    ):
        raise LeftAloneError(
            f"{_described(layer)} has no unit for each entry of the last axis"
        )
    return Incoming(
        layer.kernel,
        _by_axis(_positions(layer.kernel), -1),
        layer.kernel_initializer,
    )


def _terms(layer: Layer) -> tuple[str, str, str]:
    inputs, output = layer.equation.replace(" ", "").split("->")
    first, kernel = inputs.split(",")
    return first, kernel, output


def _dense(layer: Layer) -> Iterator[Outgoing]:
    kernel, bias = layer.kernel, layer.bias
    positions = _positions(kernel)
    yield Outgoing(kernel, positions, bias, positions % kernel.shape[-1])


def _convolution(layer: Layer) -> Iterator[Outgoing]:
    kernel, groups = layer.kernel, layer.groups
    *size, channels, filters = kernel.shape
    # The filters of one group read the channels of that group alone.
    positions = _positions(kernel).reshape(
        -1, channels, groups, filters // groups
    )
    entries = positions.transpose(2, 1, 0, 3).reshape(groups * channels, -1)
    yield Outgoing(kernel, entries, layer.bias, entries % filters)


def _depthwise(layer: Layer) -> Iterator[Outgoing]:
    kernel = layer.kernel
    entries = _by_axis(_positions(kernel), -2)
    filters = kernel.shape[-2] * kernel.shape[-1]
    yield Outgoing(kernel, entries, layer.bias, entries % filters)


def _along(axis: int, name: str) -> Callable[[Layer], Iterator[Outgoing]]:
    def find(layer: Layer) -> Iterator[Outgoing]:
        variable = getattr(layer, name)
        yield Outgoing(variable, _by_axis(_positions(variable), axis))

    return find


def _einsum(layer: Layer) -> Iterator[Outgoing]:
    first, kernel, output = _terms(layer)
    letter = first[-1]
    if letter in output or letter not in kernel:
        raise LeftAloneError(
            f"{_described(layer)} does not sum over the last axis of its input"
        )
    axis = kernel.index(letter)
    yield Outgoing(layer.kernel, _by_axis(_positions(layer.kernel), axis))


def _recurrent(layer: Layer) -> Iterator[Outgoing]:
    cell = layer.cell
    positions = _positions(cell.kernel)
    # The bias of a GRU has a second row, for the state.
    yield Outgoing(
        cell.kernel, positions, cell.bias, positions % positions.shape[-1]
    )


def _both_ways(layer: Layer) -> Iterator[Outgoing]:
    for each in layer.forward_layer, layer.backward_layer:
        if not isinstance(each, _RECURRENT):
            raise LeftAloneError(f"{_described(layer)} cannot be followed")
        check_free(each)
        yield from _recurrent(each)


def _in_time(layer: Layer) -> Iterator[Outgoing]:
    if not reads(layer.layer):
        raise LeftAloneError(f"{_described(layer)} cannot be followed")
    yield from outgoing(layer.layer)


_RECURRENT = (keras.layers.SimpleRNN, keras.layers.LSTM, keras.layers.GRU)

_INCOMING: dict[type, Callable[[Layer], Incoming]] = {
    keras.layers.Dense: _into(-1),
    keras.layers.EinsumDense: _into_einsum,
    keras.layers.Conv1D: _into(-1),
    keras.layers.Conv2D: _into(-1),
    keras.layers.Conv3D: _into(-1),
    keras.layers.Conv1DTranspose: _into(-2),
    keras.layers.Conv2DTranspose: _into(-2),
    keras.layers.Conv3DTranspose: _into(-2),
    keras.layers.DepthwiseConv1D: _into_depthwise,
    keras.layers.DepthwiseConv2D: _into_depthwise,
    keras.layers.SeparableConv1D: _into(
        -1, "pointwise_kernel", "pointwise_initializer"
    ),
    keras.layers.SeparableConv2D: _into(
        -1, "pointwise_kernel", "pointwise_initializer"
    ),
}

_OUTGOING: dict[type, Callable[[Layer], Iterator[Outgoing]]] = {
    keras.layers.Dense: _dense,
    keras.layers.EinsumDense: _einsum,
    keras.layers.Conv1D: _convolution,
    keras.layers.Conv2D: _convolution,
    keras.layers.Conv3D: _convolution,
    keras.layers.Conv1DTranspose: _along(-1, "kernel"),
    keras.layers.Conv2DTranspose: _along(-1, "kernel"),
    keras.layers.Conv3DTranspose: _along(-1, "kernel"),
    keras.layers.DepthwiseConv1D: _depthwise,
    keras.layers.DepthwiseConv2D: _depthwise,
    keras.layers.SeparableConv1D: _along(-2, "depthwise_kernel"),
    keras.layers.SeparableConv2D: _along(-2, "depthwise_kernel"),
    keras.layers.SimpleRNN: _recurrent,
    keras.layers.LSTM: _recurrent,
    keras.layers.GRU: _recurrent,
    keras.layers.Bidirectional: _both_ways,
    keras.layers.TimeDistributed: _in_time,
}
