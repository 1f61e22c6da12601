"""Where the results go: tags, event files, history, report."""

from keras_activations.recording.launch import (
    tensorboard_command,
    tensorboard_link,
    way_on,
)
from keras_activations.recording.record_log import diagnose
from keras_activations.recording.scalars import read_scalars

__all__ = [
    "diagnose",
    "read_scalars",
    "tensorboard_command",
    "tensorboard_link",
    "way_on",
]
