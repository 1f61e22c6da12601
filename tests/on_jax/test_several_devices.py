"""Under `keras.distribution`, each process reads its part of one stream."""

import json
import socket
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from keras_activations.recording import read_scalars

PROGRAM = Path(__file__).with_name("cluster.py")


def started(*arguments):
    return subprocess.Popen(
        [sys.executable, str(PROGRAM), *map(str, arguments)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def told(process):
    out, error = process.communicate(timeout=300)
    assert process.returncode == 0, error[-3000:]
    return json.loads(out.splitlines()[-1])


@pytest.fixture(scope="module")
def one_process(tmp_path_factory):
    return told(started(tmp_path_factory.mktemp("logs")))


def assert_equal_training(found, expected):
    # But for the order of the sums.
    for ours, theirs in zip(found["rows"], expected["rows"], strict=True):
        assert ours == pytest.approx(theirs, rel=1e-5)
        assert ours["samples"] == 16
    np.testing.assert_allclose(found["losses"], expected["losses"], 1e-5)
    for ours, theirs in zip(found["weights"], expected["weights"], strict=True):
        np.testing.assert_allclose(ours, theirs, 1e-5, 1e-6)


def test_two_devices_of_one_process(one_process):
    distributed, alone = one_process["distributed"], one_process["one device"]
    assert distributed["own part"] == alone["own part"]
    assert_equal_training(distributed, alone)
    assert "5 samples cannot be divided among 2" in one_process["refused"]


def test_two_processes(one_process, tmp_path):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    first, second = map(
        told, [started(tmp_path, port, process) for process in range(2)]
    )
    alone = one_process["one device"]
    for each in first, second:
        assert_equal_training(each["distributed"], alone)
        assert "All processes must make the same MiniBatches" in each["refused"]
    for step in range(2):
        parts = [
            each["distributed"]["own part"][step] for each in (first, second)
        ]
        assert parts[0] + parts[1] == alone["own part"][step]
    # One of them has written, and nothing twice.
    written = read_scalars(tmp_path)["health"]["health.mean/01_dense"]
    means = [row["mean"] for row in alone["rows"]]
    assert written == [
        (epoch, pytest.approx(mean, rel=1e-5))
        for epoch, mean in enumerate(means)
    ]
