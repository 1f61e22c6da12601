"""Processes that are killed while they write, or that race for a directory."""

import os
import random
import signal
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np

from benchmarks.reliability import written
from keras_activations.recording.earlier_run import EarlierRun
from keras_activations.recording.event_files import read_runs
from keras_activations.recording.run_lock import RunLock


def _forked(work: Callable[[int], None]) -> tuple[int, int]:
    """A child process, and what it writes."""
    read, write = os.pipe()
    process = os.fork()
    if process == 0:
        os.close(read)
        try:
            work(write)
        finally:
            os._exit(0)
    os.close(write)
    return process, read


def _lock(log_dir: Path) -> RunLock:
    return RunLock(str(log_dir), "health", lambda: False, lambda: None)


def kill_writer(rng: random.Random, log_dir: Path) -> None:
    """Fails unless all is there that a killed writer had flushed.

    And unless the directory can be used again at once.
    """
    (log_dir / "health").mkdir(parents=True)
    values = [np.float32(rng.random()) for _ in range(1000)]

    def write(told: int) -> None:
        lock = _lock(log_dir)
        run = written.begin(log_dir)
        for epoch, value in enumerate(values):
            written.add_epoch(run, epoch, float(value))
            os.write(told, b".")
        lock.release()

    process, told = _forked(write)
    os.read(told, 1)
    time.sleep(rng.random() * 0.01)
    os.kill(process, signal.SIGKILL)
    os.waitpid(process, 0)
    epochs = 1
    while more := len(os.read(told, 4096)):
        epochs += more
    os.close(told)
    (run,) = read_runs(log_dir)
    found = run.of("scalars")["health.dead_ratio/02_dense_1"]
    if (
        run.problem
        or [each.value for each in found[:epochs]] != values[:epochs]
    ):
        raise AssertionError(
            f"{epochs} epochs were flushed, {len(found)} are there; "
            f"{run.problem}"
        )
    _lock(log_dir).release()
    EarlierRun(str(log_dir), "health").check_resumed(True, False)


def race(rng: random.Random, log_dir: Path) -> None:
    """Fails unless exactly one of two processes gets a directory."""
    (log_dir / "health").mkdir(parents=True)
    (go, start), (leave, end) = os.pipe(), os.pipe()

    def enter(told: int) -> None:
        os.close(end)
        os.read(go, 1)  # until the other one is there as well
        try:
            lock = _lock(log_dir)
        except ValueError:
            os.write(told, b"0")
            return
        os.write(told, b"1")
        os.read(leave, 1)  # until both have tried
        lock.release()

    children = [_forked(enter) for _ in range(2)]
    os.write(start, b"..")
    won = [os.read(told, 1) for _, told in children]
    for file in end, leave, go, start, *(told for _, told in children):
        os.close(file)
    for process, _ in children:
        os.waitpid(process, 0)
    if sorted(won) != [b"0", b"1"]:
        raise AssertionError(f"of two processes, {won.count(b'1')} won")
