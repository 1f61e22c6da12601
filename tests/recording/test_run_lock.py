"""One training at a time writes to a run directory."""

import os
import signal
import subprocess
import sys
import textwrap

import pytest

from keras_activations.recording.run_lock import RunLock


def lock(log_dir, in_use=False, lost=lambda: None):
    return RunLock(str(log_dir), "health", lambda: in_use, lost)


@pytest.fixture
def other_process(tmp_path):
    """A process that holds the directory; without TensorFlow, so soon."""
    program = """
        import fcntl, os, sys
        file = os.open(sys.argv[1], os.O_RDWR | os.O_CREAT)
        fcntl.lockf(file, fcntl.LOCK_EX)
        os.write(file, b"process %d" % os.getpid())
        print("locked", flush=True)
        sys.stdin.read()
    """
    process = subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(program)]
        + [str(tmp_path / "health.lock")],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    assert process.stdout.readline() == b"locked\n"
    yield process
    process.kill()
    process.communicate()


def test_another_process_is_named_and_does_not_linger(tmp_path, other_process):
    with pytest.raises(ValueError) as refusal:
        lock(tmp_path)
    told = str(refusal.value)
    assert "`log_dir` is in use" in told
    assert str(tmp_path / "health") in told
    assert f"process {other_process.pid}" in told
    # Killed, it leaves its file behind, and no refusal.
    other_process.send_signal(signal.SIGKILL)
    other_process.wait()
    assert (tmp_path / "health.lock").exists()
    held = lock(tmp_path)
    held.release()
    assert not (tmp_path / "health.lock").exists()


def test_a_fit_that_is_running_keeps_its_directory(tmp_path):
    held = lock(tmp_path, in_use=True)
    with pytest.raises(ValueError, match=f"in use.*process {os.getpid()}"):
        lock(tmp_path)
    held.release()
    lock(tmp_path).release()


def test_one_that_was_interrupted_gives_it_up(tmp_path):
    told = []
    held = lock(tmp_path, lost=lambda: told.append("lost"))
    other = lock(tmp_path, in_use=True)
    assert told == ["lost"]
    held.release()  # what it no longer has
    with pytest.raises(ValueError, match="in use"):
        lock(tmp_path)
    other.release()


def test_a_monitor_that_is_forgotten_holds_nothing(tmp_path):
    held = lock(tmp_path, in_use=True)
    del held
    lock(tmp_path).release()


@pytest.mark.parametrize("kind", ["folder", "none"])
def test_where_there_are_no_locks_training_goes_on(tmp_path, kind, monkeypatch):
    if kind == "folder":
        (tmp_path / "health.lock").mkdir()
    else:
        name = "keras_activations.recording.run_lock.fcntl"
        monkeypatch.setattr(name, None)
    first, second = lock(tmp_path, in_use=True), lock(tmp_path)
    first.release()
    second.release()
