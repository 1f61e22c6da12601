"""Run one training step and report all its numbers."""

from typing import Any

import keras

from keras_activations.training.tracing.step_trace import StepTrace
from keras_activations.training.tracing.tracers import traced_step


def trace_step(
    model: keras.Model, x: Any, y: Any = None, sample_weight: Any = None
) -> StepTrace:
    """Run one training step, report its numbers, and restore the model.

    It is the model's own `train_step`: that of `MiniBatchSGD` with the
    overrides of the model, that of Keras, or one of your own with several
    backward passes and optimizers. Each variable that the step writes is put
    back afterwards, whoever owns it. What the Python code of the step changes
    while it is traced, such as a counter, is not.

    Args:
        model: A compiled Keras model.
        x: A mini-batch, as `fit` takes it. Of sparse and ragged tensors, the
            trace holds dense arrays, with zeros where there is nothing.
        y: Its targets.
        sample_weight: Its weights.

    Returns:
        A `StepTrace`.

    Raises:
        ValueError: If the model is not compiled, the mini-batch is empty, or
            the step changes something that is not in a variable, such as a
            lookup table.
        NotImplementedError: If the model has several replicas.

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
    if not getattr(model, "compiled", False):
        raise ValueError(f"`model` must be compiled. Received: {model!r}")
    for leaf in keras.tree.flatten(x):
        if leaf is not None and tuple(leaf.shape)[:1] == (0,):
            raise ValueError(
                f"`x` must have at least one sample. Received: x={x}"
            )
    return traced_step(model, x, y, sample_weight)
