"""Keras callbacks: watch the activations, resume the sampling."""

from keras_activations.callbacks.activation_monitor import ActivationMonitor

__all__ = ["ActivationMonitor"]
