"""The base class of all activation layers."""

from typing import Any

import keras

from keras_activations.activations.validation import check_floating


class Elementwise(keras.layers.Layer):
    """A layer that takes one floating tensor and keeps its shape and mask."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.supports_masking = True
        if not keras.backend.is_float_dtype(self.compute_dtype):
            raise ValueError(
                f"`dtype` of {type(self).__name__} must be floating. "
                f"Received: dtype={kwargs.get('dtype')!r}"
            )

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
        check_floating("inputs", inputs, owner=owner)
        if inputs.sparse:
            raise TypeError(
                f"`inputs` of {owner} must be dense. Received: inputs={inputs}"
            )
        dtype = self.compute_dtype if self.autocast else inputs.dtype
        return keras.KerasTensor(
            inputs.shape, dtype=dtype, ragged=getattr(inputs, "ragged", False)
        )

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
