"""Which axis of a tensor holds the units, judged by the layer that made it."""

from typing import Any

import keras

from keras_activations.backends import module_of
from keras_activations.instrumentation.lineage import made_of

ops = module_of("keras_activations.statistics.operations")

Tensor = Any

# How many operations back the search for the tensor of a layer goes.
_FAR = 12


class UnitAxes:
    """The axes of the units of what the layers of a step have made.

    1 for channels first, -1 for the last axis, which is also the default.
    """

    def __init__(self) -> None:
        # Keeps the tensors too: Python reuses the ids of deleted ones.
        self._known: dict[int, tuple[Tensor, int]] = {}

    def remember(self, tensor: Tensor, axis: int) -> None:
        """Notes the axis of a tensor."""
        self._known[id(tensor)] = tensor, axis

    def rename(self, tensor: Tensor, other: Tensor) -> None:
        """Notes that another tensor stands for one."""
        if id(tensor) in self._known:
            self.remember(other, self._known[id(tensor)][1])

    def after(self, layer: Any, args: Any, output: Any) -> None:
        """Notes the axis of the output of a layer."""
        if not ops.is_dense(output):
            return
        axis = _made_by(layer, output)
        if axis is None:
            if id(output) in self._known:
                return
            inputs = [x for x in keras.tree.flatten(args) if ops.is_tensor(x)]
            for tensor in inputs:
                found = self._of(tensor)
                if found is not None and _keeps(tensor, output):
                    axis = found
                    break
        if axis is not None:
            self.remember(output, axis)

    def of(self, layer: Any, activation: Any, z: Tensor, a: Tensor) -> int:
        """The axis of an activation's output."""
        rank = ops.rank(a)
        if rank is None or rank < 3:
            return -1
        for owner in (activation, layer):
            axis = _by_alpha(owner, rank)
            if axis is not None:
                return axis
        axis = self._of(z)
        if axis is None and layer is not None:
            axis = _made_by(layer, a)
        return -1 if axis is None else axis

    def _of(self, tensor: Any) -> int | None:
        for _ in range(_FAR):
            if id(tensor) in self._known:
                return self._known[id(tensor)][1]
            operation, inputs = made_of(tensor)
            before = [each for each in inputs if _keeps(each, tensor)]
            if not before or "Transpose" in operation:
                return None
            tensor = before[0]
        return None


def _keeps(tensor: Tensor, output: Tensor) -> bool:
    """Whether a layer may have kept the order of the axes."""
    if ops.rank(tensor) is None or ops.rank(tensor) != ops.rank(output):
        return False
    return all(
        one == other or None in (one, other)
        for one, other in zip(ops.sizes(tensor), ops.sizes(output), strict=True)
    )


def _made_by(layer: Any, output: Tensor) -> int | None:
    data_format = getattr(layer, "data_format", None)
    rank = ops.rank(output)
    if data_format is not None and rank is not None and rank > 2:
        return 1 if data_format == "channels_first" else -1
    if isinstance(
        layer,
        keras.layers.Dense | keras.layers.EinsumDense | keras.layers.Embedding,
    ):
        return -1
    if isinstance(
        layer,
        keras.layers.BatchNormalization | keras.layers.GroupNormalization,
    ):
        axis = layer.axis
        if rank is not None and isinstance(axis, int):
            return 1 if axis % rank == 1 and rank > 2 else -1
    return None


def _by_alpha(owner: Any, rank: int) -> int | None:
    """The axis along which a learned alpha has a value for each unit."""
    alpha = getattr(owner, "alpha", None)
    if not isinstance(alpha, keras.Variable):
        return None
    own = [axis for axis, size in enumerate(alpha.shape, 1) if size != 1]
    if len(alpha.shape) != rank - 1 or len(own) != 1:
        return None
    return 1 if own[0] == 1 and rank > 2 and own[0] != rank - 1 else -1
