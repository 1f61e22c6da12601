"""Run the four steps on one mini-batch and report all their numbers."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import Any

import keras
import numpy as np
import tensorflow as tf

from keras_activations.replacing import replaced
from keras_activations.training.mini_batch_sgd import MiniBatchSGD
from keras_activations.training.sampling.columns import InMemory
from keras_activations.training.tracing.recorded_calls import recorded_calls
from keras_activations.training.tracing.step_trace import (
    LayerTrace,
    ParameterTrace,
    StepTrace,
)
from keras_activations.training.training_state import training_state


def trace_step(
    model: keras.Model, x: Any, y: Any = None, sample_weight: Any = None
) -> StepTrace:
    """Run one training step, report its numbers, and restore the model.

    The four steps are those of `MiniBatchSGD.train_step`, including overrides
    by the model; any other Keras model gets the standard ones. All variables
    of the model and its optimizer are restored afterwards.

    Args:
        model: A compiled Keras model.
        x: A mini-batch, as `train_on_batch` takes it.
        y: Its targets.
        sample_weight: Its weights.

    Returns:
        A `StepTrace`.

    Raises:
        ValueError: If the model is not compiled, or the mini-batch is empty.

    Example:

    >>> model = SGDSequential(
    ...     [
    ...         keras.Input((1,)),
    ...         keras.layers.Dense(
    ...             1,
    ...             use_bias=False,
    ...             kernel_initializer=keras.initializers.Constant(3.0),
    ...             name="line",
    ...         ),
    ...     ],
    ...     name="net",
    ... )
    >>> model.compile(ExplicitSGD(0.1), loss="mse")
    >>> print(trace_step(model, np.array([[2.0]]), np.array([[5.0]])))
    1. Sample a mini-batch
       x [[2]]
       y [[5]]
    2. Forward
       line  Dense         [[6]]
       loss 1
    3. Backpropagate: the gradient of the loss for
       line  output        [[2]]
    4. Update
       net/line/kernel
          before    [[3]]
          gradient  [[4]]
          after     [[2.6]]
          update ratio 0.133
    """
    if not getattr(model, "compiled", False) or model.optimizer is None:
        raise ValueError(
            f"`model` must be compiled, with an optimizer. Received: {model!r}"
        )
    x, y, sample_weight = (
        keras.tree.map_structure(
            lambda leaf: None if leaf is None else InMemory(leaf).tensor, part
        )
        for part in (x, y, sample_weight)
    )
    if any(leaf.shape[0] == 0 for leaf in keras.tree.flatten(x)):
        raise ValueError(f"`x` must have at least one sample. Received: x={x}")
    if not model.built:
        model(x)
    optimizer = model.optimizer
    state = training_state(model)
    kept = [tf.identity(variable.value) for variable in state]
    step = model if isinstance(model, MiniBatchSGD) else _Borrowed(model)
    weights = model.trainable_weights
    before = [_array(weight.value) for weight in weights]
    try:
        x, y, sample_weight = step.sample((x, y, sample_weight))
        with tf.GradientTape(persistent=True) as tape:
            for leaf in keras.tree.flatten(x):
                tape.watch(leaf)
            with _without_remat(model), recorded_calls(model) as calls:
                prediction, loss = step.forward(x, y, sample_weight)
            scaled_loss = optimizer.scale_loss(loss)
        gradients = step.backpropagate(tape, scaled_loss)
        step.update(gradients)
        after = [_array(weight.value) for weight in weights]
    finally:
        for variable, value in zip(state, kept, strict=True):
            variable.assign(value)

    scale = float(optimizer.scale_loss(1.0))
    outputs = keras.tree.flatten([output for _, output in calls])
    # All at once: one backward pass, however many layers there are.
    output_gradients = {
        id(output): _gradient(gradient, scale)
        for output, gradient in zip(
            outputs, tape.gradient(scaled_loss, outputs), strict=True
        )
    }
    return StepTrace(
        x=_arrays(x),
        y=_arrays(y),
        sample_weight=_arrays(sample_weight),
        x_gradient=keras.tree.map_structure(
            lambda leaf: _gradient(tape.gradient(scaled_loss, leaf), scale), x
        ),
        prediction=_arrays(prediction),
        loss=float(loss),
        layers=tuple(
            LayerTrace(
                layer.name,
                _kind(layer),
                _arrays(output),
                keras.tree.map_structure(
                    lambda leaf: output_gradients[id(leaf)], output
                ),
                tuple(weight.path for weight in layer.trainable_weights),
            )
            for layer, output in calls
        ),
        parameters=tuple(
            ParameterTrace(weight.path, start, _gradient(gradient, scale), end)
            for weight, start, gradient, end in zip(
                weights, before, gradients, after, strict=True
            )
        ),
    )


class _Borrowed:
    """The steps of MiniBatchSGD for a model that does not have them."""

    def __init__(self, model: keras.Model) -> None:
        self._model = model

    def __getattr__(self, name: str) -> Any:
        return getattr(MiniBatchSGD, name).__get__(self._model)


@contextmanager
def _without_remat(model: keras.Model) -> Iterator[None]:
    """Keep layers from recomputing their outputs for the gradient.

    The numbers are the same, but a tape does not know the gradient of an
    output that is discarded.
    """
    with ExitStack() as stack:
        for layer in model._flatten_layers():
            stack.enter_context(replaced(layer, _remat_mode=None))
        yield


def _kind(layer: keras.Layer) -> str:
    name = type(layer).__name__
    activation = getattr(layer, "activation", None)
    if activation in (None, keras.activations.linear):
        return name
    inner = getattr(activation, "__name__", type(activation).__name__)
    return inner if name == "Activation" else f"{name} {inner}"


def _array(tensor: Any) -> np.ndarray:
    return tf.convert_to_tensor(tensor).numpy()


def _arrays(structure: Any) -> Any:
    return keras.tree.map_structure(
        lambda leaf: None if leaf is None else _array(leaf), structure
    )


def _gradient(gradient: Any, scale: float) -> np.ndarray | None:
    # `_array` expands an embedding's gradient, which holds only some rows.
    return None if gradient is None else _array(gradient) / scale
