"""What TensorBoard shows after the demo, for README.md and the monitor."""

import subprocess
from pathlib import Path

from browser import pictures_of, whole_lines
from playwright.sync_api import Page

from keras_activations.recording import tensorboard_link


def take(logs: Path, images: Path) -> None:
    """Runs the demo and saves its pictures."""
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
    with pictures_of(run, runs, 1570, 620) as save:
        save(
            images / "demo-hparams.png",
            lambda port: f"http://localhost:{port}/#hparams",
            _activation_only,
        )


def _activation_only(page: Page) -> None:
    """Hides the columns in which the runs of the demo do not differ."""
    for name in "layers_watched", "learning_rate", "optimizer", "parameters":
        page.get_by_text(name, exact=True).click()
