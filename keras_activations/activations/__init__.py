"""Activation functions f(x, parameters) with hand-written gradients."""
