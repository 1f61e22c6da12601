"""Keras callbacks: watch the activations, resume the sampling."""

from keras_activations.callbacks.activation_monitor import ActivationMonitor
from keras_activations.callbacks.resume_sampling import ResumeSampling

__all__ = ["ActivationMonitor", "ResumeSampling"]
