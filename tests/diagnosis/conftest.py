"""Records of trainings, with one thing wrong at a time."""

import dataclasses

import pytest

from keras_activations.diagnosis import Record

CONSTANT = 2.0


def epoch_row(layer, epoch, **measures):
    return {
        "epoch": epoch,
        "layer": layer,
        "activation": "relu",
        "units": 8,
        "dead_ratio": 0.1,
        "std": 0.5,
        "mean": 0.3,
        "bias_shift": 0.5,
        "saturation": 0.1,
        "nonfinite": 0,
        **measures,
    }


def target(**facts):
    return {
        "output": "",
        "samples": 100,
        "columns": 1,
        "mean": 0.0,
        "std": 1.0,
        "minimum": -2.0,
        "maximum": 2.0,
        "low": -1.6,
        "high": 1.6,
        "nonfinite": 0,
        "rms": 1.0,
        "constant_loss": CONSTANT,
        "activation": "linear",
        "layer": "out",
        "units": 1,
        "loss": "mean_squared_error",
        "known": True,
        "is_mean": True,
        "weight": 1.0,
        **facts,
    }


def losses(*values, **logs):
    """Epochs with these losses, in losses of the best constant predictor."""
    return [
        {
            "epoch": epoch,
            "steps": 100 * (epoch + 1),
            "learning_rate": 0.001,
            "logs": {"loss": CONSTANT * value, **logs},
            "losses": {"": CONSTANT * value},
        }
        for epoch, value in enumerate(values)
    ]


@pytest.fixture
def healthy():
    """A training that learns, and in which nothing is remarkable."""
    layers = ("fc1", "fc2")
    steps = {"update_ratio": 0.003, "gradient_norm": 0.5, "equal_units": 0.0}
    return Record(
        history=[
            epoch_row(name, epoch) for epoch in range(4) for name in layers
        ],
        birth=[
            epoch_row(name, -1, phase="birth", saturated_fraction=0.0)
            for name in layers
        ],
        first_steps=[
            {
                "layer": name,
                "weight": f"{name}/kernel",
                "shape": [8, 8],
                "changed": True,
                "constrained": False,
                "gain": 1.0,
                **steps,
            }
            for name in (*layers, "out")
        ],
        inputs=[
            {
                "layer": "fc1",
                "samples": 100,
                "features": 8,
                "rms": 1.0,
                "shift": 0.1,
                "integers": False,
                "nonfinite": 0,
            }
        ],
        targets=[target()],
        outputs=[
            {
                "epoch": epoch,
                "output": "",
                "samples": 32,
                "mean": 0.1,
                "std": 0.5,
                "minimum": -1.0,
                "maximum": 1.0,
                "std_of_samples": 0.5,
            }
            for epoch in range(-1, 4)
        ],
        losses=losses(0.8, 0.5, 0.3, 0.2),
        facts={"optimizer": "Adam", "learning_rate": 0.001, "layers": {}},
        layers=dict.fromkeys(layers, "relu"),
    )


@pytest.fixture
def changed(healthy):
    """The healthy record with other parts, and with rows changed."""

    def change(stuck=True, **parts):
        if stuck:
            parts.setdefault("losses", losses(1.0, 1.0, 1.0, 1.0))
        return dataclasses.replace(healthy, **parts)

    return change


def with_rows(rows, layer=None, **values):
    """The rows, with other values in those of one layer, or in all."""
    return [
        {**row, **values} if layer in (None, row["layer"]) else row
        for row in rows
    ]
