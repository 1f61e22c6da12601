"""Wait for what another process does, however busy the machine is."""

import time

# Ends a test that would wait for ever. Nothing that works takes as long, so
# no result depends on how fast the machine is.
HANGS = 900


def wait_until(happened, process, pause=0.2):
    """Ask again until it has happened; fail if the process ends before."""
    deadline = time.monotonic() + HANGS
    while not happened():
        assert process.poll() is None, "the process has ended"
        assert time.monotonic() < deadline, "the process hangs"
        time.sleep(pause)
