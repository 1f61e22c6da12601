"""Follows the units of an activation through the graph of a forward pass.

A tensor is followed from operation to operation, and each operation belongs to
the layer that made it. So this holds for any model, functional or not.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import keras
import numpy as np

from keras_activations import compat
from keras_activations.instrumentation.known import kind_of_layer
from keras_activations.instrumentation.notes import (
    Call,
    Invocation,
    Notes,
)
from keras_activations.instrumentation.sites import Paths, Site
from keras_activations.models.anatomy import named_layers
from keras_activations.recycling import weights
from keras_activations.recycling.graph import Graph, Node, Operation
from keras_activations.recycling.left_alone import LeftAloneError
from keras_activations.statistics.kinds import JOINT

Layer = Any
Tensor = Any

# Layers behind which a channel is the same channel, and a constant one stays
# constant where no noise is added.
_PASSING = (
    keras.layers.ActivityRegularization,
    keras.layers.AlphaDropout,
    keras.layers.AveragePooling1D,
    keras.layers.AveragePooling2D,
    keras.layers.AveragePooling3D,
    keras.layers.BatchNormalization,
    keras.layers.Cropping1D,
    keras.layers.Cropping2D,
    keras.layers.Cropping3D,
    keras.layers.Dropout,
    keras.layers.GaussianDropout,
    keras.layers.GaussianNoise,
    keras.layers.GlobalAveragePooling1D,
    keras.layers.GlobalAveragePooling2D,
    keras.layers.GlobalAveragePooling3D,
    keras.layers.GlobalMaxPooling1D,
    keras.layers.GlobalMaxPooling2D,
    keras.layers.GlobalMaxPooling3D,
    keras.layers.Identity,
    keras.layers.MaxPooling1D,
    keras.layers.MaxPooling2D,
    keras.layers.MaxPooling3D,
    keras.layers.RepeatVector,
    keras.layers.SpatialDropout1D,
    keras.layers.SpatialDropout2D,
    keras.layers.SpatialDropout3D,
    keras.layers.UpSampling1D,
    keras.layers.UpSampling2D,
    keras.layers.UpSampling3D,
    keras.layers.ZeroPadding1D,
    keras.layers.ZeroPadding2D,
    keras.layers.ZeroPadding3D,
)


@dataclass(eq=False)
class Reader:
    """One call of a layer that reads units.

    Args:
        layer: The layer.
        path: Its path.
        node: What it reads.
        axis: The axis of the channels.
        units: By channel, which unit it is; -1: none of this activation.
    """

    layer: Layer
    path: str
    node: Node
    axis: int
    units: np.ndarray


@dataclass(eq=False)
class Route:
    """The way through the units of one activation.

    Args:
        name: The name of its row.
        units: How many units there are.
        incoming: The weights that lead into them.
        outgoing: The weights that lead out of them, each with the calls in
            which they are used.
    """

    name: str
    units: int
    incoming: list[weights.Incoming] = field(default_factory=list)
    outgoing: list[tuple[tuple[Reader, ...], weights.Outgoing]] = field(
        default_factory=list
    )

    @property
    def readers(self) -> list[Reader]:
        """The calls of layers that read the units."""
        found = {
            id(each): each for readers, _ in self.outgoing for each in readers
        }
        return list(found.values())


class Follower:
    """Follows the units of a model through the graph of a forward pass.

    Args:
        model: The model.
        graph: The graph.
        notes: What was called.
        outputs: The outputs of the model.
    """

    def __init__(
        self, model: Any, graph: Graph, notes: Notes, outputs: Sequence[Tensor]
    ) -> None:
        self._graph = graph
        self._invocations = notes.invocations
        self._outputs = [graph.node(each) for each in outputs]
        self._paths = Paths(model)
        self._owners: dict[int, list[str]] = {}
        for path, layer in named_layers(model):
            for variable in compat.own_variables(layer):
                self._owners.setdefault(id(variable), []).append(path)

    def route(self, site: Site, calls: Sequence[Call]) -> Route:
        """The route of the units of one row.

        Raises:
            LeftAloneError: It cannot be followed.
        """
        route = Route(site.name, site.units)
        makers = [self._maker(call, site) for call in calls]
        maker, passed = makers[0]
        for other, _ in makers[1:]:
            if other.layer is not maker.layer:
                raise LeftAloneError("its calls have inputs of several layers")
        self._check_called(maker.layer, len(calls))
        route.incoming = weights.incoming(maker.layer)
        for part in route.incoming:
            if len(part.entries) != site.units:
                raise LeftAloneError(
                    f"it has {site.units} units, and "
                    f"{self._paths.name(maker)} makes {len(part.entries)}"
                )
        for layer in passed:
            route.incoming += weights.of_normalization(layer)
        route.incoming += weights.of_activation(site.activation, site.units)
        readers: dict[int, Reader] = {}
        for call in calls:
            for taker, reader in self._readers(call, route):
                known = readers.setdefault(id(taker), reader)
                # Several ways may lead to different channels of one input.
                known.units = np.maximum(known.units, reader.units)
        if not readers:
            raise LeftAloneError("no layer with weights reads it")
        by_layer: dict[int, list[Reader]] = {}
        for reader in readers.values():
            by_layer.setdefault(id(reader.layer), []).append(reader)
        for same in by_layer.values():
            first = same[0]
            self._check_called(first.layer, len(same))
            if any((each.units != first.units).any() for each in same):
                raise LeftAloneError(f"{first.path} reads it in several ways")
            for leading in weights.outgoing(first.layer):
                if len(leading.entries) != len(first.units):
                    raise LeftAloneError(f"{first.path} cannot be followed")
                route.outgoing.append((tuple(same), leading))
        self._check_tied(route)
        return route

    def _check_called(self, layer: Layer, times: int) -> None:
        called = [each for each in self._invocations if each.layer is layer]
        if len(called) != times:
            name = self._paths.name(called[0]) if called else layer.name
            raise LeftAloneError(f"{name} is also called at another place")

    def _check_tied(self, route: Route) -> None:
        used = [part.variable for part in route.incoming]
        used += [part.variable for _, part in route.outgoing]
        for variable in used:
            owners = self._owners.get(id(variable), [])
            if len(owners) > 1:
                raise LeftAloneError(f"{' and '.join(owners)} share a weight")

    # Back, to the layer that makes the units.

    def _maker(self, call: Call, site: Site) -> tuple[Invocation, list[Layer]]:
        """The call of the layer that makes them, and the normalizations."""
        if weights.makes(call.invocation.layer):
            self._check_axis(call.invocation, site, self._graph.node(call.a))
            return call.invocation, []
        passed: list[Layer] = []
        after = self._graph.node(call.a)
        tensor = self._graph.node(call.given)
        while True:
            if after is None or tensor is None:
                raise LeftAloneError("its input is not known")
            self._check_only_into(tensor, after)
            made = [
                each
                for each in self._invocations
                if self._graph.node(each.output) is tensor
                # Without training, a dropout returns what it is given.
                and self._graph.node(each.first_input) is not tensor
                and (weights.makes(each.layer) or _passes(each.layer))
            ]
            if not made:
                made_by = tensor.maker
                if made_by is not None and made_by.kind in self._graph.same:
                    after, tensor = tensor, made_by.inputs[0]
                    continue
                raise LeftAloneError(f"its input {self._origin(tensor)}")
            maker = made[-1]
            if weights.makes(maker.layer):
                self._check_axis(maker, site, tensor)
                return maker, passed
            if isinstance(maker.layer, keras.layers.BatchNormalization):
                if not _same_axis(maker.layer.axis, site.unit_axis, tensor):
                    raise LeftAloneError(
                        f"{self._paths.name(maker)} normalizes another axis"
                    )
                passed.append(maker.layer)
            after, tensor = tensor, self._graph.node(maker.first_input)

    def _check_axis(
        self, maker: Invocation, site: Site, tensor: Node | None
    ) -> None:
        if not _same_axis(_axis_of(maker.layer), site.unit_axis, tensor):
            raise LeftAloneError(
                f"{self._paths.name(maker)} has its units on another axis"
            )

    def _check_only_into(self, tensor: Node, after: Node) -> None:
        """Refuses a tensor that is read by anything else."""
        if tensor in self._outputs:
            raise LeftAloneError("its input is an output of the model")
        between: set[int] = set()
        waiting = [after.maker]
        while waiting:
            operation = waiting.pop()
            if (
                operation is None
                or operation.number in between
                or operation is tensor.maker
            ):
                continue
            between.add(operation.number)
            waiting += [each.maker for each in operation.inputs]
        for operation in tensor.readers:
            if (
                operation.kind in self._graph.of_shapes
                or operation.number in between
            ):
                continue
            raise LeftAloneError(
                f"its input also goes into {self._reading(operation)}"
            )

    def _origin(self, tensor: Node) -> str:
        """Where a tensor comes from."""
        if tensor.maker is None:
            return "is given to the model"
        around = self._around(tensor.maker)
        if not around:
            return f"is made by the operation {tensor.maker.kind}"
        last = around[-1]
        return f"comes from {self._paths.name(last)} ({_class(last)})"

    # Forward, to the layers that read the units.

    def _readers(
        self, call: Call, route: Route
    ) -> Iterator[tuple[Invocation, Reader]]:
        first = self._graph.node(call.a)
        if first is None:
            raise LeftAloneError("its output is not known")
        waiting = [(first, call.unit_axis, np.arange(route.units))]
        seen: set[tuple[int, int, bytes]] = set()
        while waiting:
            tensor, axis, units = waiting.pop()
            if tensor in self._outputs:
                raise LeftAloneError("it is an output of the model")
            for operation in tensor.readers:
                if operation.kind in self._graph.of_shapes:
                    continue
                taker = self._taker(operation, tensor)
                if taker is None:
                    if operation.kind in self._graph.same:
                        waiting.append((operation.outputs[0], axis, units))
                    elif not self._within_maker(operation, call):
                        raise LeftAloneError(
                            f"it goes into {self._reading(operation)}"
                        )
                    continue
                key = id(taker), id(tensor), units.tobytes()
                if key in seen:
                    continue
                seen.add(key)
                if weights.reads(taker.layer):
                    path = self._paths.name(taker)
                    if not _same_axis(_axis_of(taker.layer), axis, tensor):
                        raise LeftAloneError(
                            f"{path} reads it along another axis"
                        )
                    reader = Reader(taker.layer, path, tensor, axis, units)
                    yield taker, reader
                    continue
                if isinstance(taker.layer, keras.layers.BatchNormalization):
                    if not _same_axis(taker.layer.axis, axis, tensor):
                        raise LeftAloneError(
                            f"{self._paths.name(taker)} normalizes another axis"
                        )
                    if len(units) != route.units:
                        raise LeftAloneError(
                            f"{self._paths.name(taker)} has no channel for "
                            "each of its units"
                        )
                    self._check_called(taker.layer, 1)
                    route.incoming += weights.of_normalization(taker.layer)
                waiting.append(self._passed(taker, tensor, axis, units))

    def _taker(self, operation: Operation, tensor: Node) -> Invocation | None:
        """The call of a known layer to which an operation belongs."""
        for each in self._around(operation):
            given = keras.tree.flatten(each.given)
            if any(self._graph.node(one) is tensor for one in given) and (
                weights.reads(each.layer)
                or _passes(each.layer)
                or isinstance(each.layer, _JOINING)
            ):
                return each
        return None

    def _within_maker(self, operation: Operation, call: Call) -> bool:
        """Whether the layer itself reads its output, as a penalty does."""
        around = self._around(operation)
        return (
            bool(around)
            and around[-1] is call.invocation
            and (
                weights.makes(call.invocation.layer)
                or kind_of_layer(call.invocation.layer) is not None
            )
        )

    def _around(self, operation: Operation) -> list[Invocation]:
        """The calls in which an operation was made, the outermost first."""
        number_at = self._graph.number_at
        return [
            each
            for each in self._invocations
            if number_at(each.began) <= operation.number < number_at(each.ended)
        ]

    def _reading(self, operation: Operation) -> str:
        around = self._around(operation)
        if not around:
            return f"the operation {operation.kind}"
        last = around[-1]
        name = self._paths.name(last)
        if isinstance(last.layer, keras.Model):
            return f"the operation {operation.kind} in the code of {name}"
        return f"{name} ({_class(last)})"

    def _passed(
        self, taker: Invocation, tensor: Node, axis: int, units: np.ndarray
    ) -> tuple[Node, int, np.ndarray]:
        """What comes out of a layer behind which units can be followed."""
        layer, output = taker.layer, self._graph.node(taker.output)
        name = layer.name
        if output is None or output.shape is None or tensor.shape is None:
            raise LeftAloneError(f"the output of {name} cannot be followed")
        rank, rank_after = len(tensor.shape), len(output.shape)
        if isinstance(layer, keras.layers.Concatenate):
            if not _same_axis(layer.axis, axis, tensor):
                raise LeftAloneError(f"{name} joins it along another axis")
            parts = []
            for part in keras.tree.flatten(taker.given[0]):
                size = part.shape[axis]
                if size is None:
                    raise LeftAloneError(
                        f"{name} joins it with an unknown size"
                    )
                own = self._graph.node(part) is tensor
                parts.append(units if own else np.full(size, -1))
            return output, axis, np.concatenate(parts)
        if isinstance(layer, keras.layers.Flatten | keras.layers.Reshape):
            last = axis % rank == rank - 1
            if last and output.shape[-1] == len(units):
                return output, -1, units
            positions = [
                size
                for n, size in enumerate(tensor.shape[1:], 1)
                if n != axis % rank
            ]
            if rank_after != 2 or None in positions:
                raise LeftAloneError(f"{name} moves its units")
            moved = getattr(layer, "data_format", None) == "channels_first"
            number = math.prod(size or 0 for size in positions)
            # Keras's Flatten brings channels that are first to the end.
            if last or moved:
                return output, -1, np.tile(units, number)
            if axis % rank != 1:
                raise LeftAloneError(f"{name} moves its units")
            return output, -1, np.repeat(units, number)
        if isinstance(layer, keras.layers.RepeatVector) or rank_after != rank:
            axis = -1
        if output.shape[axis] != len(units):
            raise LeftAloneError(f"{name} changes the number of its units")
        return output, axis, units


_JOINING = (
    keras.layers.Concatenate,
    keras.layers.Flatten,
    keras.layers.Reshape,
)


def _class(invocation: Invocation) -> str:
    return type(invocation.layer).__name__


def _passes(layer: Layer) -> bool:
    """Whether a channel behind the layer is the same as before it."""
    if isinstance(layer, _PASSING):
        return True
    kind = kind_of_layer(layer) if layer is not None else None
    if kind is None or kind.name in JOINT:
        return isinstance(layer, keras.layers.Activation) and (
            getattr(layer.activation, "__name__", "") not in JOINT
        )
    # Parameters of its own could be those of other units.
    return not getattr(layer, "weights", ())


def _axis_of(layer: Layer) -> int:
    """The axis of the channels that a layer reads and makes."""
    data_format = getattr(layer, "data_format", None)
    return 1 if data_format == "channels_first" else -1


def _same_axis(one: Any, other: int, tensor: Node | None) -> bool:
    rank = None if tensor is None else tensor.rank
    if rank is None or not isinstance(one, int):
        return False
    return one % rank == other % rank
