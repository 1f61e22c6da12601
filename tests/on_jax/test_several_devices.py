"""Under `keras.distribution`, each process reads its part of one stream."""

import json
import signal
import socket
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from keras_activations.recording import read_scalars

HERE = Path(__file__).parent


def run(program, *arguments, codes=(0,)):
    """What the processes of a program print, each with arguments of its own."""
    processes = [
        subprocess.Popen(
            [sys.executable, str(HERE / program), *map(str, own)],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for own in arguments
    ]
    ended = []
    try:
        ended += [process.communicate(timeout=300) for process in processes]
    finally:
        for process in processes[len(ended) :]:
            process.kill()
            process.communicate()
    for process, code, (_, error) in zip(processes, codes, ended, strict=True):
        assert process.returncode == code, error[-3000:]
    return [
        json.loads(out.splitlines()[-1])
        for (out, _), code in zip(ended, codes, strict=True)
        if code >= 0  # one that was killed has told nothing
    ]


def run_two(program, folder, *arguments, codes=(0, 0)):
    """The same, of two processes that form a cluster."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    each = [(folder, port, process, *arguments) for process in range(2)]
    return run(program, *each, codes=codes)


@pytest.fixture(scope="module")
def one_process(tmp_path_factory):
    (found,) = run("cluster.py", [tmp_path_factory.mktemp("logs")])
    return found


def assert_equal_training(found, expected):
    # But for the order of the sums.
    for ours, theirs in zip(found["rows"], expected["rows"], strict=True):
        assert ours.pop("layer") == theirs["layer"]
        numbers = {name: theirs[name] for name in ours}
        assert ours == pytest.approx(numbers, rel=1e-5)
        assert ours["samples"] == 16
    assert found["recycled"] == expected["recycled"] == [[0, [0]]]
    np.testing.assert_allclose(found["losses"], expected["losses"], 1e-5)
    for ours, theirs in zip(found["weights"], expected["weights"], strict=True):
        np.testing.assert_allclose(ours, theirs, 1e-5, 1e-6)


def test_two_devices_of_one_process(one_process):
    distributed, alone = one_process["distributed"], one_process["one device"]
    assert distributed["own part"] == alone["own part"]
    assert_equal_training(distributed, alone)
    assert "5 samples cannot be divided among 2" in one_process["refused"]
    assert not any(distributed["sharded"])


def test_weights_that_are_divided_among_devices(one_process):
    divided, alone = one_process["sharded"], one_process["one device"]
    assert_equal_training(divided, alone)
    assert divided["sharded"] == [True] * 3 + [False] * 3


def test_two_processes(one_process, tmp_path):
    first, second = run_two("cluster.py", tmp_path)
    alone = one_process["one device"]
    for each in first, second:
        assert_equal_training(each["distributed"], alone)
        assert_equal_training(each["sharded"], alone)
        assert each["sharded"]["sharded"] == [True] * 3 + [False] * 3
        assert each["sharded"]["own part"] == alone["own part"]
        assert "All processes must make the same MiniBatches" in each["refused"]
    for step in range(2):
        parts = [
            each["distributed"]["own part"][step] for each in (first, second)
        ]
        assert parts[0] + parts[1] == alone["own part"][step]
    # One of them has written, and nothing twice.
    written = read_scalars(tmp_path)["health"]["health.mean/01_first"]
    means = [row["mean"] for row in alone["rows"] if row["layer"] == "first"]
    assert written == [
        (epoch, pytest.approx(mean, rel=1e-5))
        for epoch, mean in enumerate(means)
    ]


def test_a_process_dies_and_the_training_goes_on_from_a_backup(tmp_path):
    # The other one has an error and an end, and does not wait for it.
    codes = 1, -signal.SIGKILL
    (found,) = run_two("interrupted.py", tmp_path, "--die", codes=codes)
    assert found["error"]
    for each in run_two("interrupted.py", tmp_path):
        assert 0 < each["resumed"]["steps"] < each["whole"]["steps"] == 6
        assert each["resumed"]["weights"] == each["whole"]["weights"]
