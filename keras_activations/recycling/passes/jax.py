"""The forward pass of a model on a probe batch: JAX."""

from collections.abc import Iterator, Sequence
from typing import Any

import jax
import jax.numpy as jnp
import keras
import numpy as np
from jax.extend.core import Literal, jaxpr_as_fun
from jax.sharding import NamedSharding, PartitionSpec

from keras_activations.instrumentation.capture import capturing
from keras_activations.instrumentation.notes import Notes
from keras_activations.instrumentation.reading import up_to_date
from keras_activations.recycling.graph import Follow, Graph, Node, joined
from keras_activations.replacing import replaced


class ForwardPass:
    """The forward pass, compiled.

    Args:
        model: The model.
        probe: Samples of what it is given, in its structure, or others of the
            same shapes.
        follow: Is given the operations, what was called, and the outputs, and
            returns what is to be read, each with the axis of its channels.
    """

    def __init__(self, model: Any, probe: Any, follow: Follow) -> None:
        self._model = model
        outputs: list[Any] = []
        tensors: list[Any] = []
        found: list[Notes] = []

        def traced(values: Any, inputs: Any) -> list[Any]:
            state = keras.StatelessScope(
                zip(model.variables, values, strict=True)
            )
            # Without a gradient, nothing is computed again.
            with (
                state,
                replaced(jax, checkpoint=_as_it_is, remat=_as_it_is),
                capturing(mark=_mark) as notes,
            ):
                outputs.extend(
                    keras.tree.flatten(model(inputs, training=False))
                )
            found.append(notes)
            # Which variable of the trace a tensor is, only a result tells.
            tensors.extend([*outputs, *_noted(notes)])
            return tensors

        closed = jax.make_jaxpr(traced)(*self._given(probe))
        read = follow(_graph(closed.jaxpr, tensors), found[0], outputs)
        number = len(outputs)

        def run(*given: Any) -> Any:
            results = jaxpr_as_fun(closed)(*jax.tree.leaves(given))
            return (
                [y.astype("float32") for y in results[:number]],
                [
                    _lowest_highest_mean(results[node.tensor], axis)
                    for node, axis in read
                ],
            )

        distribution = keras.distribution.distribution()
        whole = None  # on every device, and so in every process
        if distribution is not None:
            mesh = distribution.device_mesh.backend_mesh
            whole = NamedSharding(mesh, PartitionSpec())
        self._run = jax.jit(run, out_shardings=whole)

    def _given(self, probe: Any) -> tuple[Any, Any]:
        variables = up_to_date(self._model).variables
        samples = keras.tree.map_structure(np.asarray, probe)
        return [variable.value for variable in variables], samples

    def run(self, probe: Any) -> tuple[list[np.ndarray], list[np.ndarray]]:
        """The outputs in float32, and what is read.

        Of that, the lowest, the highest and the mean value of each channel,
        shape `(3, channels)`.

        Args:
            probe: Samples of the same shapes.
        """
        return jax.tree.map(np.asarray, self._run(*self._given(probe)))


def _as_it_is(fun: Any, **options: Any) -> Any:
    return fun


def _mark() -> jax.Array:
    """Adds an operation whose place in the trace is known afterwards."""
    return jax.lax.iota("int32", 1)


def _noted(notes: Notes) -> Iterator[jax.Array]:
    """All tensors that are in the notes."""
    for each in notes.invocations:
        given = keras.tree.flatten(each.given)
        for tensor in (
            *(each.began, each.ended, each.first_input, each.output),
            *given,
        ):
            if isinstance(tensor, jax.Array):
                yield tensor
    for call in notes.calls:
        if call.obstacle is None:
            yield call.a
            if call.given is not None:
                yield call.given


def _graph(jaxpr: Any, tensors: Sequence[jax.Array]) -> Graph:
    """The operations of a trace.

    Args:
        jaxpr: The trace.
        tensors: What it returns. The tensor of a node is its place there.
    """
    nodes: dict[Any, Node] = {}

    def node(variable: Any) -> Node:
        if variable not in nodes:
            nodes[variable] = Node(None, tuple(variable.aval.shape))
        return nodes[variable]

    for number, each in enumerate(jaxpr.eqns):
        inputs = [v for v in each.invars if not isinstance(v, Literal)]
        joined(
            each.primitive.name,
            number,
            [node(variable) for variable in inputs],
            [node(variable) for variable in each.outvars],
        )
    by_id: dict[int, Node] = {}
    numbers: dict[int, int] = {}
    places = zip(tensors, jaxpr.outvars, strict=True)
    for place, (tensor, variable) in enumerate(places):
        if not isinstance(variable, Literal):
            own = by_id[id(tensor)] = node(variable)
            own.tensor = place
            if own.maker is not None:
                numbers[id(tensor)] = own.maker.number
    same = ("convert_element_type", "copy", "reduce_precision", "stop_gradient")
    return Graph(by_id, lambda mark: numbers[id(mark)], same)


def _lowest_highest_mean(values: jax.Array, axis: int) -> jax.Array:
    values = values.astype("float32")
    others = tuple(n for n in range(values.ndim) if n != axis % values.ndim)
    return jnp.stack(
        [values.min(others), values.max(others), values.mean(others)]
    )
