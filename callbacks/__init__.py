"""Keras callbacks: watch the activations, recycle units, resume sampling."""

from keras_activations.callbacks.activation_monitor import ActivationMonitor
from keras_activations.callbacks.recycle_units import RecycleUnits
from keras_activations.callbacks.resume_sampling import ResumeSampling

__all__ = ["ActivationMonitor", "RecycleUnits", "ResumeSampling"]
