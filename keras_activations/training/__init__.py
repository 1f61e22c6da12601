"""Explicit mini-batch stochastic gradient descent."""
