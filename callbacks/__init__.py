"""Keras callbacks: watch the activations, resume the sampling."""
