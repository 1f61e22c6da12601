"""Tries that may end the process they run in."""

import multiprocessing
import os
import random
import sys
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

# Each process is forked from one that has imported TensorFlow and run nothing:
# the imports take longer than most tries.
PROCESSES = multiprocessing.get_context("forkserver")
PROCESSES.set_forkserver_preload(["benchmarks.reliability.fits"])


def be_quiet() -> None:
    """Sends what this process prints as errors to nowhere."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stderr.fileno())


def _work(kind: str, orders: Connection) -> None:
    from benchmarks.reliability.fits import Fits

    be_quiet()
    fits = Fits()
    while True:
        rng, folder = orders.recv()
        try:
            getattr(fits, kind)(rng, folder)
        except Exception as error:
            orders.send(f"{type(error).__name__}: {error}")
        else:
            orders.send("")


class Worker:
    """A process that tries one kind of trouble; if it dies, another goes on.

    Args:
        kind: The method of `Fits`.
    """

    def __init__(self, kind: str) -> None:
        self._kind = kind
        self._process: Any = None

    def __call__(self, rng: random.Random, folder: Path) -> None:
        """Fails if the try does, and if the process dies in it."""
        if self._process is None:
            self._orders, theirs = PROCESSES.Pipe()
            self._process = PROCESSES.Process(
                target=_work, args=(self._kind, theirs), daemon=True
            )
            self._process.start()
            theirs.close()
        self._orders.send((rng, folder))
        try:
            told = self._orders.recv()
        except EOFError:
            self._process.join()
            status, self._process = self._process.exitcode, None
            raise AssertionError(f"the process died: {status}") from None
        if told:
            raise AssertionError(told)
