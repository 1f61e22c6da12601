"""What the statistics compute with: one module for each backend.

They have the same names. Those that only name a function of the backend are
assigned, so that nothing is added to it.
"""
