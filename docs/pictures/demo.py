"""The picture of README.md: what TensorBoard shows after the demo."""

import subprocess
from pathlib import Path

from browser import pictures_of, whole_lines

from keras_activations.recording import tensorboard_link


def take(logs: Path, images: Path) -> None:
    """Runs the demo and saves its picture."""
    command = ["keras-activations", "demo", "--log-dir", str(logs)]
    subprocess.run(command, check=True)
    (run,) = logs.iterdir()
    runs = len({events.parent for events in run.rglob("*tfevents*")})
    with pictures_of(run, runs, 1400, 1085) as save:
        save(
            images / "demo.png",
            lambda port: tensorboard_link(port=port),
            whole_lines,
        )
