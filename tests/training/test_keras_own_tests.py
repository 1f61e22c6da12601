"""Keras's own tests, with the explicit step in place of Keras's.

All files run in one process with our step; the tests that fail are then run
with the stock step and must fail there too.
"""

import os
import subprocess
import sys
from pathlib import Path

import keras
import pytest

RUNNER = """
import sys
import pytest
import tensorflow as tf

tf.config.set_logical_device_configuration(
    tf.config.list_physical_devices("CPU")[0],
    [tf.config.LogicalDeviceConfiguration()] * 2,
)
from keras_activations.training import MiniBatchSGD
from keras.src.backend.tensorflow.trainer import TensorFlowTrainer

traced = [0]
if sys.argv[1] == "ours":
    for name in (
        "train_step", "sample", "forward", "backpropagate", "update", "_track"
    ):
        setattr(TensorFlowTrainer, name, vars(MiniBatchSGD)[name])

    def counted(model, gradients):
        traced[0] += 1
        return MiniBatchSGD.update(model, gradients)

    TensorFlowTrainer.update = counted


class Plugin:
    reached = 0

    def pytest_configure(self, config):
        config.addinivalue_line("markers", "requires_trainable_backend")
        config.addinivalue_line("markers", "multi_device")

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_call(self, item):
        before = traced[0]
        try:
            return (yield)
        finally:
            self.reached += traced[0] > before


plugin = Plugin()
status = pytest.main(sys.argv[2:], plugins=[plugin])
print("trained with our step:", plugin.reached)
sys.exit(status)
"""
FILES = (
    "trainers/trainer_test.py",
    "backend/tensorflow/distribute_test.py",
    "callbacks/backup_and_restore_test.py",
    "callbacks/swap_ema_weights_test.py",
)
# Left out: what does not train, what needs a package that is not installed,
# and repetitions that only let Keras's loop around the step count otherwise,
# or feed it from another kind of data.
SELECTED = (
    "not predict and not evaluate and not jax and not torch and not grain "
    "and not 101 and not count_8 and not count_32 and not high_enough "
    "and not unknown_data and not py_dataset and not with_tf_distribute "
    "and (not steps_per_epoch or non_jit)"
)


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
    *lines, summary, reached = done.stdout.splitlines() or [""] * 2
    failed = {
        line.split(" - ")[0].partition(" ")[2]
        for line in lines
        if line.startswith(("FAILED", "ERROR"))
    }
    assert failed or " passed" in summary, done.stdout + done.stderr
    print(summary)
    return failed, int(reached.rpartition(" ")[2])


def test_no_failure_that_the_stock_step_does_not_have(tmp_path):
    copies = []
    for file in FILES:
        source = Path(keras.__file__).parent / "src" / file
        if not source.is_file():
            pytest.skip(f"Keras {keras.__version__} comes without its tests")
        copy = tmp_path / source.name
        # Keras imports JAX there for one test of the JAX backend.
        text = source.read_text().replace("\nimport jax\n", "\njax = None\n")
        copy.write_text(text)
        copies.append(str(copy))
    failed, reached = run("ours", tmp_path, *copies, "-k", SELECTED)
    assert reached >= 55  # the step was in place; 62 with Keras 3.15.1
    if failed:
        stock, _ = run("stock", tmp_path, *sorted(failed))
        assert failed <= stock
