"""The picture of README.md: what TensorBoard shows after the demo."""

import subprocess
from pathlib import Path

from browser import pictures_of

from tensorboard_plugin_keras_activations.address import link


def take(logs: Path, images: Path) -> None:
    """Runs the demo and saves its picture."""
    command = ["keras-activations", "demo", "--log-dir", str(logs)]
    subprocess.run(command, check=True)
    (run,) = logs.iterdir()
    runs = len({events.parent for events in run.rglob("*tfevents*")})
    with pictures_of(run, runs, 1400, 850) as save:
        save(
            images / "demo.png",
            # The first link that the demo prints.
            lambda port: link(f"http://localhost:{port}", view="compare"),
            lambda page: (
                page.frame_locator("iframe")
                .locator("#page[data-ready=true]")
                .wait_for()
            ),
        )
