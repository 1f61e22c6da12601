"""Keras callbacks: watch the activations, resume the sampling."""

from .activation_monitor import ActivationMonitor

__all__ = ["ActivationMonitor"]
