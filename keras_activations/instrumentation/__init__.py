"""Observe what a step of a model computes, and leave it unchanged."""
