"""See what happens in a training step while it runs."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from functools import wraps
from typing import Any

import keras
import tensorflow as tf

from keras_activations import compat
from keras_activations.replacing import replaced
from keras_activations.training.parts import leaf_layers

Tensor = Any

# It has methods of its own.
_OPTIMIZERS = keras.optimizers.Optimizer, keras.optimizers.LossScaleOptimizer


@dataclass(eq=False)
class BackwardPass:
    """One gradient for weights that a step has asked for.

    Args:
        loss: What is differentiated.
        scale: By how much the optimizer has scaled it up before; 1: not.
        gradients: By the id of a weight or another tensor, the gradient for
            it of the scaled loss.
    """

    loss: Tensor
    scale: Any
    gradients: dict[int, Tensor]


@dataclass(eq=False)
class RecordedStep:
    """What has happened in a step.

    Args:
        calls: The layer and its outputs, for each call of each layer that is
            no model itself. The tensors are those that the step goes on with.
        hidden: The names of the layers that were called in a loop or function
            with a graph of its own: its tensors cannot be used outside.
        passes: The backward passes, in their order.
        updates: By the id of a variable, what the optimizer was given for it,
            and by how much that is scaled up.
        watched: Tensors whose gradients are wanted, too.
        scaled: By the id of a scaled loss, the loss and the scale.
    """

    calls: list[tuple[keras.Layer, Any]] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    passes: list[BackwardPass] = field(default_factory=list)
    updates: dict[int, tuple[Tensor, Any]] = field(default_factory=dict)
    watched: list[Tensor] = field(default_factory=list)
    scaled: dict[int, tuple[Tensor, Any]] = field(default_factory=dict)


@contextmanager
def recorded_step(
    model: keras.Model, differentiate: bool = False
) -> Iterator[RecordedStep]:
    """Collect what happens in a block, which runs a step of a model.

    The model is unchanged afterwards.

    Args:
        model: The model.
        differentiate: Whether each backward pass also computes the gradients
            for the outputs of the layers.
    """
    found = RecordedStep()
    graph = current_graph()
    own_gradient = tf.GradientTape.gradient
    own_enter = tf.GradientTape.__enter__

    def recording(layer: keras.Layer, call: Callable) -> Callable:
        @wraps(call)
        def record(*args: Any, **kwargs: Any) -> Any:
            outputs = call(*args, **kwargs)
            here = current_graph()
            if here is graph:
                found.calls.append((layer, outputs))
            elif layer.name not in found.hidden and not compat.is_building(
                here
            ):
                found.hidden.append(layer.name)
            return outputs

        return record

    @wraps(own_enter)
    def enter(self: tf.GradientTape) -> tf.GradientTape:
        tape = own_enter(self)
        for tensor in found.watched:
            tape.watch(tensor)
        return tape

    @wraps(own_gradient)
    def gradient(
        self: tf.GradientTape,
        target: Any,
        sources: Any,
        *args: Any,
        **kwargs: Any,
    ) -> Any:
        if current_graph() is not graph or not _has_weights(sources):
            return own_gradient(self, target, sources, *args, **kwargs)
        outputs = [output for _, output in found.calls] if differentiate else []
        wanted = floats([*outputs, found.watched])
        # One backward pass, however many layers there are.
        own, others = own_gradient(
            self, target, [sources, wanted], *args, **kwargs
        )
        for_sources = zip(
            tf.nest.flatten(sources), tf.nest.flatten(own), strict=True
        )
        known = {
            id(tensor): _dense(each)
            for tensor, each in [
                *for_sources,
                *zip(wanted, others, strict=True),
            ]
        }
        loss, scale = found.scaled.get(id(target), (target, 1.0))
        found.passes.append(BackwardPass(loss, scale, known))
        return own

    with ExitStack() as stack:
        for layer in leaf_layers(model):
            call = recording(layer, layer.call)
            stack.enter_context(replaced(layer, call=call))
        stack.enter_context(
            replaced(tf.GradientTape, gradient=gradient, __enter__=enter)
        )
        for kind in _OPTIMIZERS:
            stack.enter_context(
                replaced(
                    kind,
                    apply=_recording_updates(found, kind.apply),
                    scale_loss=_recording_scales(found, kind.scale_loss),
                )
            )
        yield found


def own_step(model: keras.Model) -> Callable[..., Any]:
    """The train step of a model, without a `tf.function` around it.

    Nothing that is computed inside of such a function can be seen.
    """
    step = model.train_step
    return getattr(step, "python_function", step)


def _recording_updates(found: RecordedStep, own: Callable) -> Callable:
    graph = current_graph()

    @wraps(own)
    def apply(self: Any, grads: Any, trainable_variables: Any = None) -> Any:
        grads = list(grads)
        variables = trainable_variables
        if variables is None:
            variables = compat.own_variables(self)
        variables = list(variables)
        if current_graph() is graph:
            given = self.scale_loss(1.0)
            for variable, gradient in zip(variables, grads, strict=True):
                # One that scales the loss calls the optimizer that it wraps.
                found.updates.setdefault(
                    id(variable), (_dense(gradient), given)
                )
        return own(self, grads, variables)

    return apply


def _recording_scales(found: RecordedStep, own: Callable) -> Callable:
    @wraps(own)
    def scale_loss(self: Any, loss: Any) -> Any:
        scaled = own(self, loss)
        if tf.is_tensor(loss):
            found.scaled[id(scaled)] = loss, own(self, 1.0)
        return scaled

    return scale_loss


def _has_weights(sources: Any) -> bool:
    return any(
        isinstance(source, keras.Variable | tf.Variable)
        for source in tf.nest.flatten(sources)
    )


def _dense(gradient: Any) -> Tensor:
    # That of an embedding holds only some rows.
    return None if gradient is None else tf.convert_to_tensor(gradient)


def floats(structure: Any) -> list[Tensor]:
    """The floating tensors in a structure."""
    return [
        leaf
        for leaf in keras.tree.flatten(structure)
        if isinstance(leaf, tf.Tensor) and leaf.dtype.is_floating
    ]


def current_graph() -> tf.Graph | None:
    """The graph to which operations are added; `None` in eager execution."""
    eager = tf.executing_eagerly()
    return None if eager else tf.compat.v1.get_default_graph()
