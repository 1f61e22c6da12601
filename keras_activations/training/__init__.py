"""Explicit mini-batch stochastic gradient descent."""

from keras_activations.training.explicit_sgd import ExplicitSGD
from keras_activations.training.from_model import from_model
from keras_activations.training.mini_batch_sgd import MiniBatchSGD
from keras_activations.training.models import SGDModel, SGDSequential
from keras_activations.training.sampling.mini_batches import MiniBatches
from keras_activations.training.tracing.step_trace import StepTrace
from keras_activations.training.tracing.trace_step import trace_step

__all__ = [
    "ExplicitSGD",
    "MiniBatchSGD",
    "MiniBatches",
    "SGDModel",
    "SGDSequential",
    "StepTrace",
    "from_model",
    "trace_step",
]
