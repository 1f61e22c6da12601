"""Activation layers for any Keras model."""
