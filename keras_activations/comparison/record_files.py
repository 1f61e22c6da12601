"""The files in which a comparison and its runs are described."""

from pathlib import Path
from typing import Any

from tensorboard_plugin_keras_activations.plain import loaded

RECORD = "run.json"
SETUP = "comparison.json"


def loaded_record(path: Path) -> Any:
    """What was written to a file.

    Raises:
        OSError: There is no such file.
        ValueError: Another program wrote it.
    """
    if not path.is_file():
        raise OSError("it is no file")  # a pipe may have no end
    return loaded(path.read_text(encoding="utf-8"))
