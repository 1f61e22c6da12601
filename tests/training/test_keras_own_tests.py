"""Keras's own tests, with the explicit step in place of Keras's.

Each file runs twice in a process of its own: first with our step; the tests
that fail are then run with the stock step and must fail there too.
"""

import os
import subprocess
import sys
from pathlib import Path

import keras
import pytest

RUNNER = """
import re, sys, types
import pytest, keras
import tensorflow as tf

tf.config.set_logical_device_configuration(
    tf.config.list_physical_devices("CPU")[0],
    [tf.config.LogicalDeviceConfiguration()] * 2,
)
from keras_activations.training import MiniBatchSGD
from keras.src.backend.tensorflow.trainer import TensorFlowTrainer

if sys.argv[1] == "ours":
    for name in (
        "train_step", "sample", "forward", "backpropagate", "update", "_track"
    ):
        setattr(TensorFlowTrainer, name, vars(MiniBatchSGD)[name])


class Marks:
    def pytest_configure(self, config):
        config.addinivalue_line("markers", "requires_trainable_backend")
        config.addinivalue_line("markers", "multi_device")


sys.exit(pytest.main(sys.argv[2:], plugins=[Marks()]))
"""
FILES = {
    "trainers/trainer_test.py": "fit or train or loss or step or constraint "
    "or callback or nested or recompile or mixed or metric",
    "backend/tensorflow/distribute_test.py": "",
    "callbacks/backup_and_restore_test.py": "",
    "callbacks/swap_ema_weights_test.py": "",
}


def run(step, tmp_path, *arguments):
    (tmp_path / "runner.py").write_text(RUNNER)
    environment = dict(os.environ, KERAS_BACKEND="tensorflow")
    environment["PYTHONPATH"] = os.pathsep.join(filter(None, sys.path))
    done = subprocess.run(
        [
            sys.executable,
            str(tmp_path / "runner.py"),
            step,
            *arguments,
            "-q",
            "-p",
            "no:cacheprovider",
            "--tb=no",
            "-rfE",
            f"--rootdir={tmp_path}",
        ],
        capture_output=True,
        text=True,
        cwd=tmp_path,
        env=environment,
    )
    lines = done.stdout.splitlines()
    failed = {
        line.split(" - ")[0].partition(" ")[2]
        for line in lines
        if line.startswith(("FAILED", "ERROR"))
    }
    assert failed or (lines and " passed" in lines[-1]), done.stderr
    return failed, lines[-1]


@pytest.mark.parametrize("file", FILES)
def test_no_failure_that_the_stock_step_does_not_have(file, tmp_path):
    source = Path(keras.__file__).parent / "src" / file
    if not source.is_file():
        pytest.skip(f"Keras {keras.__version__} comes without its tests")
    # Keras imports JAX there for one test of the JAX backend.
    text = source.read_text().replace("\nimport jax\n", "\njax = None\n")
    copy = tmp_path / source.name
    copy.write_text(text)
    select = ["-k", FILES[file]] if FILES[file] else []
    failed, summary = run("ours", tmp_path, str(copy), *select)
    print(f"{file}: {summary}")
    if failed:
        stock, _ = run("stock", tmp_path, *sorted(failed))
        assert failed <= stock
