"""The base class of all activation layers."""

from typing import Any

import keras

from keras_activations import compat
from keras_activations.activations import gradients
from keras_activations.activations.validation import check_floating, dtype_of


class Elementwise(keras.layers.Layer):
    """A layer that takes one tensor and keeps its shape and mask.

    Integers and booleans are computed in the layer's compute dtype.
    """

    # Whether `call` takes sparse tensors: f(0) must be 0.
    takes_sparse = False

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.supports_masking = True
        if not keras.backend.is_float_dtype(self.compute_dtype):
            raise ValueError(
                f"`dtype` of {type(self).__name__} must be floating. "
                f"Received: dtype={kwargs.get('dtype')!r}"
            )
        # Nothing is left to build for a layer without `build`.
        self.built = type(self).build is keras.layers.Layer.build

    def __call__(self, inputs: Any, *args: Any, **kwargs: Any) -> Any:
        """Refuse inputs for which Keras would fail with a TensorFlow error."""
        has_no_weight = self.built and self.input_spec is None
        shape = getattr(inputs, "shape", None)
        if not has_no_weight and getattr(shape, "rank", 0) is None:
            raise ValueError(
                f"`inputs` of {type(self).__name__} must have a known rank: "
                "the shape of its parameters follows from it. "
                f"Received: inputs={inputs!r}"
            )
        return super().__call__(inputs, *args, **kwargs)

    def compute_output_shape(self, input_shape: Any) -> Any:
        """Return `input_shape`."""
        return input_shape

    def compute_output_spec(self, inputs: Any, **kwargs: Any) -> Any:
        """Return shape and dtype of the output of a symbolic input."""
        owner = type(self).__name__
        is_converted = _is_converted(inputs)
        if not is_converted:
            check_floating("inputs", inputs, owner=owner)
        # Keras asks for the spec of a tensor with values, too.
        sparse = getattr(inputs, "sparse", False)
        if sparse and not self.takes_sparse:
            raise TypeError(
                f"`inputs` of {owner} must be dense. Received: inputs={inputs}"
            )
        cast = self.autocast or is_converted
        return keras.KerasTensor(
            inputs.shape,
            dtype=self.compute_dtype if cast else inputs.dtype,
            sparse=sparse,
            ragged=getattr(inputs, "ragged", False),
        )

    def rematerialized_call(
        self, layer_call: Any, *args: Any, **kwargs: Any
    ) -> Any:
        """Return the `call` that a `keras.RematScope` asks for."""
        # In a graph, TensorFlow recomputes only calls without keywords. And
        # when it does, Keras no longer knows which model is called.
        known = {}
        if "training" in kwargs:
            known["training"] = self._compiles(kwargs.pop("training"))

        def call(*args: Any, **kwargs: Any) -> Any:
            return layer_call(*args, **kwargs, **known)

        recomputed = super().rematerialized_call(call, *args, **kwargs)

        def without_training(
            *args: Any, training: Any = None, **rest: Any
        ) -> Any:
            return recomputed(*args, **rest)

        return without_training

    def _floating(self, inputs: Any) -> Any:
        """Return integers and booleans in the compute dtype."""
        inputs = keras.ops.convert_to_tensor(inputs)
        if _is_converted(inputs):
            return keras.ops.cast(inputs, self.compute_dtype)
        return inputs

    def _compiles(self, training: bool | None) -> bool:
        """Whether to emit what is fast in training, which needs a compiler."""
        if not gradients.in_training(training):
            return False
        try:
            outermost = compat.outermost_call()
        except compat.MissingFromKerasError:
            return True
        # With `compile(jit_compile=False)`, the user asked for no compiler.
        return getattr(outermost, "jit_compile", None) is not False

    def load_own_variables(self, store: Any) -> None:
        """Load the weights of a file, or say why the layer has none yet."""
        if not self.built and len(store.keys()):
            raise ValueError(
                f"{self.name} has no weight yet, since the layer that it was "
                "given to has not run. Call "
                "keras_activations.models.build_activations(model) first."
            )
        super().load_own_variables(store)

    def get_config(self) -> dict[str, Any]:
        """Return the arguments that make the same layer again."""
        # Without this method, Keras refuses to save a layer that was given an
        # object, such as a dtype policy.
        return super().get_config()


def _is_converted(inputs: Any) -> bool:
    dtype = dtype_of(inputs)
    return dtype == "bool" or keras.backend.is_int_dtype(dtype)
