"""Small runs, written with the monitor's own writer."""

from pathlib import Path

import numpy as np

from keras_activations.recording.health_run import HealthRun, manifest

NAMES = "dense", "dense_1"
UNITS = 8
# What the table shows of the last epoch of `sound`.
LAST = 0.625


def rows(epoch: int, dead: float) -> list[dict]:
    """The rows of one epoch."""
    return [
        {
            "epoch": epoch,
            "layer": name,
            "activation": "relu",
            "units": UNITS,
            "samples": 100,
            "dead_ratio": dead,
            "bias_shift": 0.5,
            "saturation": 0.0,
            "mean": 0.1,
            "std": 0.2,
            "born_dead": 0,
            "died": 0,
            "revived": 0,
            "nonfinite": 0,
        }
        for name in NAMES
    ]


def described() -> dict:
    """A manifest, as the monitor makes it."""
    return manifest(
        "health",
        rows(0, 0.0),
        {
            name: {"can_die": True, "unit_axis": 1, "slope": "closed form"}
            for name in NAMES
        },
        {"rare_ratio": 0.01},
        {"activation": "relu", "learning_rate": 0.1},
        [f"{name}/kernel" for name in NAMES],
        {"gate": "inside a loop"},
    )


def begin(log_dir: Path) -> HealthRun:
    """A run with its description."""
    run = HealthRun(log_dir, "health", NAMES)
    run.start(0, described())
    return run


def add_epoch(run: HealthRun, epoch: int, dead: float) -> None:
    """One epoch, handed to the operating system."""
    firing = {name: np.full(UNITS, 9, np.uint8) for name in NAMES}
    deaths = {NAMES[0]: np.array([[0, 9 * epoch]])}
    run.epoch(
        epoch, rows(epoch, dead), {"loss": 0.5}, firing, {}, {}, [], deaths
    )
    losses = [{"epoch": epoch, "steps": 9, "logs": {"loss": 0.5}, "losses": {}}]
    run.record(epoch, {"losses": losses})


def sound(log_dir: Path) -> None:
    """A run of which every value is known."""
    run = begin(log_dir)
    for epoch in range(3):
        add_epoch(run, epoch, LAST if epoch == 2 else 0.0)
    run.close()
