"""What goes where: tags, event files, history, report."""

from keras_activations.recording.launch import (
    tensorboard_command,
    tensorboard_link,
)
from keras_activations.recording.reader import read_health

__all__ = ["read_health", "tensorboard_command", "tensorboard_link"]
