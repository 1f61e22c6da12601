"""See all numbers of one training step on JAX."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from functools import partial, wraps
from typing import Any

import jax
import jax.numpy as jnp
import keras
import numpy as np
from jax.extend.core import get_opaque_trace_state

from keras_activations.replacing import replaced
from keras_activations.training.mini_batch_sgd.jax import MiniBatchSGD, State
from keras_activations.training.parts import (
    is_floating,
    kind,
    leaf_layers,
    without_remat,
)
from keras_activations.training.tracing.step_trace import (
    LayerTrace,
    ParameterTrace,
    StepTrace,
)

Array = Any

# What a step consists of.
_STEPS = ("train_step", "sample", "forward", "backpropagate", "update")
_PARTS = (*_STEPS, "_report", "_track", "_with")


def traced_step(
    model: keras.Model, x: Any, y: Any, sample_weight: Any
) -> StepTrace:
    """Run the step; JAX's has no side effects.

    Raises:
        NotImplementedError: If the model has a step of its own, or if Keras
            distributes it over several devices.
    """
    distribution = keras.distribution.distribution()
    if distribution is not None:
        raise NotImplementedError(
            f"`trace_step` works on one device. Received: {distribution}"
        )
    x, y, sample_weight = (
        keras.tree.map_structure(_array, part) for part in (x, y, sample_weight)
    )
    data = keras.utils.pack_x_y_sample_weight(x, y, sample_weight)
    with _explicit(model), without_remat(model):
        return _traced(model, data)


def _traced(model: Any, data: Any) -> StepTrace:
    if not (model.built and model.optimizer.built):
        x, y, sample_weight = keras.utils.unpack_x_y_sample_weight(data)
        model.test_on_batch(x, y, sample_weight)
        model.optimizer.build(model.trainable_variables)
    state: State = (
        [variable.value for variable in model.trainable_variables],
        [variable.value for variable in model.non_trainable_variables],
        [variable.value for variable in model.optimizer.variables],
        [variable.value for variable in model.metrics_variables],
    )
    noted: dict[str, Any] = {}

    def listening(name: str) -> Callable[..., Any]:
        own = getattr(model, name)

        @wraps(own)
        def method(*arguments: Any) -> Any:
            noted[name] = result = own(*arguments)
            return result

        return method

    with replaced(
        model,
        sample=listening("sample"),
        backpropagate=listening("backpropagate"),
    ):
        _, after = model.train_step(state, data)
    given = noted["sample"]
    gradients, outcome = noted["backpropagate"]
    (prediction, _), _ = outcome
    scale, _ = model._with(state, model.optimizer.scale_loss, jnp.ones(()))

    # Where the forward pass begins; sampling may have changed the state.
    _, state = model._with(state, model.sample, data)
    calls, loss, by_x, by_outputs = _differentiated(model, state, given)

    def unscaled(gradient: Any) -> Any:
        return keras.tree.map_structure(
            lambda each: None if each is None else _numpy(each) / float(scale),
            gradient,
        )

    x, y, sample_weight = (
        keras.tree.map_structure(_numpy, part) for part in given
    )
    return StepTrace(
        x=x,
        y=y,
        sample_weight=sample_weight,
        x_gradient=unscaled(by_x),
        prediction=keras.tree.map_structure(_numpy, prediction),
        losses=(float(loss),),
        layers=tuple(
            LayerTrace(
                layer.name,
                kind(layer),
                keras.tree.map_structure(_numpy, outputs),
                unscaled(gradient),
                tuple(weight.path for weight in layer.trainable_weights),
            )
            for (layer, outputs), gradient in zip(
                calls.seen, by_outputs, strict=True
            )
        ),
        hidden=tuple(calls.hidden),
        parameters=tuple(
            ParameterTrace(weight.path, *map(_numpy, values))
            for weight, *values in zip(
                model.trainable_weights,
                state[0],
                map(unscaled, gradients),
                after[0],
                strict=True,
            )
        ),
    )


class _Calls:
    """The calls of the layers of a model, in a forward pass.

    Attributes:
        seen: The layer and its outputs, for each call.
        hidden: The names of layers that were called in a loop or function of
            its own: its arrays cannot be used outside.
    """

    def __init__(self) -> None:
        self.seen: list[tuple[keras.Layer, Any]] = []
        self.hidden: list[str] = []

    @contextmanager
    def noted(self, model: Any, moves: list[Any] | None) -> Iterator[None]:
        """Note the calls in a block, and move the outputs by `moves`."""
        here = get_opaque_trace_state()
        to_come = iter(moves or ())

        def noting(layer: keras.Layer) -> Callable[..., Any]:
            own = layer.call

            @wraps(own)
            def call(*args: Any, **kwargs: Any) -> Any:
                outputs = own(*args, **kwargs)
                if get_opaque_trace_state() != here:
                    if layer.name not in self.hidden:
                        self.hidden.append(layer.name)
                    return outputs
                if moves is not None:
                    outputs = keras.tree.map_structure(
                        lambda each, move: (
                            each if move is None else each + move
                        ),
                        outputs,
                        next(to_come),
                    )
                self.seen.append((layer, outputs))
                return outputs

            return call

        with ExitStack() as stack:
            for layer in leaf_layers(model):
                stack.enter_context(replaced(layer, call=noting(layer)))
            yield


def _differentiated(
    model: Any, state: State, given: tuple[Any, Any, Any]
) -> tuple[_Calls, Array, Any, list[Any]]:
    """The calls, the loss, and its gradients for x and for each output.

    The gradient for an output is that for a 0 that is added to it.
    """
    x, y, sample_weight = given
    leaves, structure = jax.tree.flatten(x)
    floating = [leaf if is_floating(leaf) else None for leaf in leaves]

    def forward(moved: Any, moves: Any) -> Any:
        inputs = jax.tree.unflatten(
            structure,
            [
                leaf if own is None else own
                for leaf, own in zip(leaves, moved, strict=True)
            ],
        )
        calls = _Calls()

        def scaled_loss() -> tuple[Array, Array]:
            _, loss = model.forward(inputs, y, sample_weight)
            return model.optimizer.scale_loss(loss), loss

        with calls.noted(model, moves):
            (scaled, loss), _ = model._with(state, scaled_loss)
        outputs = [outputs for _, outputs in calls.seen]
        return scaled, (loss, outputs, _Static(calls))

    _, (_, outputs, _) = forward(floating, None)
    zeros = [
        keras.tree.map_structure(
            lambda each: jnp.zeros_like(each) if is_floating(each) else None,
            each,
        )
        for each in outputs
    ]
    (by_x, by_outputs), (loss, outputs, calls) = jax.grad(
        forward, argnums=(0, 1), has_aux=True
    )(floating, zeros)
    seen = calls.value
    seen.seen = [
        (layer, each)
        for (layer, _), each in zip(seen.seen, outputs, strict=True)
    ]
    return seen, loss, jax.tree.unflatten(structure, by_x), by_outputs


@partial(
    jax.tree_util.register_dataclass, data_fields=[], meta_fields=["value"]
)
class _Static:
    """What passes through a differentiated function as it is."""

    def __init__(self, value: Any) -> None:
        self.value = value


@contextmanager
def _explicit(model: Any) -> Iterator[None]:
    """Give a model with Keras's step the explicit one, which is equal."""
    own_step = type(model).train_step
    if isinstance(model, MiniBatchSGD):
        known = own_step is MiniBatchSGD.train_step
    else:
        known = own_step is keras.Model.train_step
    if not known or "train_step" in vars(model):
        raise NotImplementedError(
            "On JAX, `trace_step` traces the steps of Keras and of "
            "MiniBatchSGD: what a `train_step` of your own computes is hidden "
            "in the functions that JAX differentiates. "
            f"Received: {model!r} of type {type(model).__name__}"
        )
    methods = {}
    if not isinstance(model, MiniBatchSGD):
        methods = {
            name: getattr(MiniBatchSGD, name).__get__(model) for name in _PARTS
        }
    with replaced(model, **methods):
        yield


def _array(leaf: Any) -> Any:
    if leaf is None:
        return None
    values = jnp.asarray(leaf)
    if is_floating(values):
        values = values.astype(keras.config.floatx())
    return values


def _numpy(leaf: Any) -> Any:
    return np.asarray(leaf) if isinstance(leaf, jax.Array) else leaf
