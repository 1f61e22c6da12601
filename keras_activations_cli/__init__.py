"""The command line: keras-activations demo, compare, report and diagnose.

This is a package beside the other one, not in it: importing that starts the
backend of Keras, which takes seconds, and TensorFlow prints lines that no
setting silences. Here `--help` and a wrong option are answered at once, those
lines are hidden, and logs are read without any backend. So nothing here imports
`keras_activations` before a command needs it.
"""

from keras_activations_cli.program import main

__all__ = ["main"]
