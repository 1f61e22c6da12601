"""Compare activations: the same training with each of them."""

from keras_activations.comparison.compare import compare_activations
from keras_activations.comparison.result import Comparison

__all__ = ["Comparison", "compare_activations"]
