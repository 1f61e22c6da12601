"""Under `keras.distribution`, each process reads its part of one stream."""

import json
import socket
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

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
def one_process():
    return told(started())


def assert_equal_training(found, expected):
    # But for the order of the sums.
    np.testing.assert_allclose(found["losses"], expected["losses"], 1e-5)
    for ours, theirs in zip(found["weights"], expected["weights"], strict=True):
        np.testing.assert_allclose(ours, theirs, 1e-5, 1e-6)


def test_two_devices_of_one_process(one_process):
    distributed, alone = one_process["distributed"], one_process["one device"]
    assert distributed["own part"] == alone["own part"]
    assert_equal_training(distributed, alone)
    assert "5 samples cannot be divided among 2" in one_process["refused"]


def test_two_processes(one_process):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    first, second = map(told, [started(port, process) for process in range(2)])
    alone = one_process["one device"]
    for each in first, second:
        assert_equal_training(each["distributed"], alone)
        assert "All processes must make the same MiniBatches" in each["refused"]
    for step in range(2):
        parts = [
            each["distributed"]["own part"][step] for each in (first, second)
        ]
        assert parts[0] + parts[1] == alone["own part"][step]
