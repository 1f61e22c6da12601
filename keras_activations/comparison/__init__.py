"""Which activation to use: the same training with each of them."""

from keras_activations.comparison.candidates import candidates
from keras_activations.comparison.compare import Plan, compare_activations
from keras_activations.comparison.result import Comparison

__all__ = ["Comparison", "Plan", "candidates", "compare_activations"]
