"""Files that move between TensorFlow and JAX, and JAX without TensorFlow.

`bash .ci/run jax` runs all of tests/on_jax, without TensorFlow installed.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

import keras
import numpy as np
import pytest
from common.activations import ROWS
from common.recycling import recycled_training
from common.same_training import scaled, told, trained
from common.streams import drawn, streams

HERE = Path(__file__).resolve().parent


def test_on_jax(tmp_path):
    pytest.importorskip("jax", reason="needs the extra jax")
    x = np.random.default_rng(0).normal(size=(8, 5)).astype("float32") * 2
    models = {}
    for row in ROWS:
        model = models[row.name] = keras.Sequential(
            [
                keras.Input((5,)),
                row.layer(),
                keras.layers.Dense(6, activation=row.layer()),
                keras.layers.Dense(2),
            ]
        )
        y = model(x)  # makes the weights of the activation of Dense
        model.save(tmp_path / f"{row.name}.keras")
        np.savez(tmp_path / f"{row.name}.npz", x=x, y=y)
    identities = {}
    for name, stream in streams().items():
        np.savez(tmp_path / f"{name}.npz", *drawn(stream))
        identities[name] = stream.identity
    (tmp_path / "identities.json").write_text(json.dumps(identities))

    written = told(trained(tmp_path / "logs"))
    text = json.dumps(written, default=float)
    (tmp_path / "monitor.json").write_text(text)
    for name, found in {
        "recycled": recycled_training(),
        "scaled": scaled(),
    }.items():
        (tmp_path / f"{name}.json").write_text(json.dumps(found))

    found = subprocess.run(
        [
            *(sys.executable, "-m", "pytest", "-q", "-n", "0"),
            f"--confcutdir={HERE / 'on_jax'}",
            *("-p", "no:cacheprovider"),
            str(HERE / "on_jax" / "test_both_backends.py"),
        ],
        cwd=HERE.parent,
        env={
            **os.environ,
            "KERAS_BACKEND": "jax",
            "KERAS_ACTIVATIONS_EXCHANGE": str(tmp_path),
        },
        capture_output=True,
        text=True,
    )
    assert found.returncode == 0, found.stdout[-6000:] + found.stderr[-2000:]
    assert "skipped" not in found.stdout, found.stdout

    # And back again.
    for name, model in models.items():
        back = keras.saving.load_model(tmp_path / f"{name}-back.keras")
        np.testing.assert_array_equal(back(x), model(x))


def test_it_needs_no_tensorflow():
    pytest.importorskip("jax", reason="needs the extra jax")
    program = """
import sys
sys.modules["tensorflow"] = None  # importing it fails
import keras, keras_activations as ka
print(float(ka.layers.PReLU()(keras.ops.ones((1, 1)) * -2)[0, 0]))
"""
    printed = subprocess.run(
        [sys.executable, "-c", program],
        env={**os.environ, "KERAS_BACKEND": "jax"},
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    assert float(printed) == -0.5
