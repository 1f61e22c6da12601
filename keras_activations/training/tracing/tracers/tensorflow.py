"""See all numbers of one training step on TensorFlow."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import wraps
from typing import Any

import keras
import numpy as np
import tensorflow as tf

from keras_activations.replacing import replaced
from keras_activations.training.parts import kind, unpacked, without_remat
from keras_activations.training.recorded_step import (
    RecordedStep,
    current_graph,
    floats,
    own_step,
    recorded_step,
)
from keras_activations.training.sampling.columns import InMemory
from keras_activations.training.tracing.step_trace import (
    LayerTrace,
    ParameterTrace,
    StepTrace,
)
from keras_activations.training.written_state import WrittenState

Tensor = Any


def traced_step(
    model: keras.Model, x: Any, y: Any, sample_weight: Any
) -> StepTrace:
    """Run the step in a graph, and put back what it has written.

    Raises:
        ValueError: If the step changes what is not in a variable.
        NotImplementedError: If the model has several replicas.
    """
    if model.distribute_strategy.num_replicas_in_sync > 1:
        raise NotImplementedError(
            "`trace_step` works on one device. "
            f"Received: {model.distribute_strategy}"
        )
    x, y, sample_weight = (
        keras.tree.map_structure(_tensor, part)
        for part in (x, y, sample_weight)
    )
    data = keras.utils.pack_x_y_sample_weight(x, y, sample_weight)
    tracer = _Tracer(model)
    state = WrittenState(model, tracer.step, data)
    weights = model.trainable_weights
    before = [_array(weight.value) for weight in weights]
    kept = state.read()
    try:
        values = state.run(data)
        after = [_array(weight.value) for weight in weights]
    finally:
        state.write(kept)
    return tracer.told([_array(value) for value in values], before, after)


def _tensor(leaf: Any) -> Any:
    if leaf is None or isinstance(leaf, tf.SparseTensor | tf.RaggedTensor):
        return leaf
    return InMemory(leaf).tensor


class _Tracer:
    """Traces the step of a model, and tells what it has computed."""

    def __init__(self, model: keras.Model) -> None:
        self._model = model
        self._begin(RecordedStep())

    def _begin(self, found: RecordedStep) -> None:
        self._found = found
        # x, y and the weights of the samples.
        self._given: tuple[Any, Any, Any] = (None, None, None)
        self._prediction: Any = None
        self._loss: Any = None
        # What `backpropagate` returns, if the step has such a part.
        self._gradients: list[Any] = []
        self._tensors: list[Tensor] = []

    def step(self, data: Any) -> list[Tensor]:
        """The step; it returns each tensor that is told."""
        with (
            without_remat(self._model),
            recorded_step(self._model, differentiate=True) as found,
            self._listening(),
        ):
            # TensorFlow traces it again if it has made variables.
            self._begin(found)
            self._take_given(unpacked(data))
            own_step(self._model)(data)
        everything = (
            self._given,
            self._prediction,
            self._loss,
            self._gradients,
            [outputs for _, outputs in found.calls],
            list(found.updates.values()),
            [[each.loss, each.scale] for each in found.passes],
            [list(each.gradients.values()) for each in found.passes],
        )
        leaves = keras.tree.flatten(everything)
        self._tensors = [leaf for leaf in leaves if tf.is_tensor(leaf)]
        return self._tensors

    def told(
        self,
        values: list[np.ndarray],
        before: list[np.ndarray],
        after: list[np.ndarray],
    ) -> StepTrace:
        """What the step has computed.

        Args:
            values: What it has returned.
            before: The values of the trainable weights before it.
            after: The same after it.
        """
        known = dict(zip(map(id, self._tensors), values, strict=True))
        weights = self._model.trainable_weights

        def arrays(structure: Any) -> Any:
            return keras.tree.map_structure(
                lambda leaf: known.get(id(leaf), leaf), structure
            )

        def unscaled(gradient: Any, scale: Any) -> Any:
            if gradient is None:
                return None
            return arrays(gradient) / float(arrays(scale))

        def of_tensor(*keys: int) -> Any:
            for each in self._found.passes:
                for key in keys:
                    gradient = each.gradients.get(key)
                    if gradient is not None:
                        return unscaled(gradient, each.scale)
            return None

        def of_weight(number: int) -> Any:
            weight = weights[number]
            if self._gradients:
                scale = self._found.passes[0].scale
                return unscaled(self._gradients[number], scale)
            if id(weight) in self._found.updates:
                return unscaled(*self._found.updates[id(weight)])
            return of_tensor(id(weight), id(weight.value))

        def of_structure(structure: Any) -> Any:
            return keras.tree.map_structure(
                lambda leaf: of_tensor(id(leaf)), structure
            )

        losses = [each.loss for each in self._found.passes]
        x, y, sample_weight = arrays(self._given)
        return StepTrace(
            x=x,
            y=y,
            sample_weight=sample_weight,
            x_gradient=of_structure(self._given[0]),
            prediction=arrays(self._prediction),
            losses=tuple(
                float(np.sum(arrays(loss))) for loss in losses or [self._loss]
            ),
            layers=tuple(
                LayerTrace(
                    layer.name,
                    kind(layer),
                    arrays(outputs),
                    of_structure(outputs),
                    tuple(weight.path for weight in layer.trainable_weights),
                )
                for layer, outputs in self._found.calls
            ),
            hidden=tuple(self._found.hidden),
            parameters=tuple(
                ParameterTrace(
                    weights[n].path, before[n], of_weight(n), after[n]
                )
                for n in range(len(weights))
            ),
        )

    @contextmanager
    def _listening(self) -> Iterator[None]:
        """Notes what passes through the methods of the model."""
        model, graph = self._model, current_graph()
        methods: dict[str, Any] = {}

        def listen(name: str, note: Any) -> None:
            own = getattr(model, name, None)
            if own is None:
                return

            @wraps(own)
            def method(*args: Any, **kwargs: Any) -> Any:
                result = own(*args, **kwargs)
                if current_graph() is graph:
                    note(result)
                return result

            methods[name] = method

        listen("call", self._take_prediction)
        listen("compute_loss", self._take_loss)
        # Of `MiniBatchSGD`.
        listen("sample", self._take_given)
        listen("backpropagate", self._take_gradients)
        with replaced(model, **methods):
            yield

    def _take_given(self, given: tuple[Any, Any, Any]) -> None:
        self._given = given
        self._found.watched = floats(given[0])

    def _take_prediction(self, prediction: Any) -> None:
        if self._prediction is None:
            self._prediction = prediction

    def _take_loss(self, loss: Any) -> None:
        self._loss = loss

    def _take_gradients(self, gradients: list[Any]) -> None:
        self._gradients = [
            None if each is None else tf.convert_to_tensor(each)
            for each in gradients
        ]


def _array(tensor: Any) -> np.ndarray:
    if isinstance(tensor, tf.SparseTensor):
        tensor = tf.sparse.to_dense(tensor)
    elif isinstance(tensor, tf.RaggedTensor):
        tensor = tensor.to_tensor()
    return tf.convert_to_tensor(tensor).numpy()
