"""How often something goes wrong when everything goes wrong.

    python -m benchmarks.reliability [--tries 1000] [--seed 0]
        [--only NAME ...] [--json benchmarks/reliability.json]

Each line of the table is one kind of trouble, tried with chances that the seed
determines. A try fails if anything is raised, if the run beside a damaged one
is not shown with its value, or if what was promised is not there. The process
gets 2 GB of memory for all of it. With `--json`, lines that were not tried
again are kept.
"""

import argparse
import json
import logging
import os
import random
import resource
import shutil
import sys
import tempfile
import time
import warnings
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")

from benchmarks.reliability import hostile, kills, questions, written
from benchmarks.reliability.jobs import Jobs
from benchmarks.reliability.worker import Worker
from keras_activations.version import __version__

MEMORY = 2 * 2**30
KILLS_OF_A_JOB = 3

# What is tried once, or raises what is wrong.
Try = Callable[[random.Random, Path], None]


def _files(kind: str) -> Try:
    with tempfile.TemporaryDirectory() as folder:
        written.sound(Path(folder))
        (file,) = Path(folder, "health").glob("*tfevents*")
        sound = file.read_bytes()

    def once(rng: random.Random, folder: Path) -> None:
        for name, content in (
            ("sound", sound),
            ("hostile", hostile.file_of(rng, kind, sound)),
        ):
            (folder / name / "health").mkdir(parents=True)
            path = folder / name / "health" / "events.out.tfevents.1"
            path.write_bytes(content)
        hostile.check_shown(folder, f"{written.LAST:.3f}")

    return once


def _requests() -> Try:
    state: dict[str, Any] = {"left": 0}

    def once(rng: random.Random, folder: Path) -> None:
        if not state["left"]:
            # TensorBoard reads fifty runs at once; then the questions come.
            written.sound(folder / "sound")
            (file,) = (folder / "sound" / "health").glob("*tfevents*")
            for number in range(50):
                kind = rng.choice(["strange", "described"])
                path = folder / f"{number}" / "health"
                path.mkdir(parents=True)
                (path / "events.out.tfevents.1").write_bytes(
                    hostile.file_of(rng, kind, file.read_bytes())
                )
            runs = [f"{number}/health" for number in range(50)]
            state["client"] = questions.client(folder)
            state["questions"] = questions.questions(rng, runs)
            state["left"] = 250
        state["left"] -= 1
        questions.check_answer(state["client"], next(state["questions"]))

    return once


def _jobs() -> Try:
    jobs = Jobs()
    return lambda rng, folder: jobs.kill(rng, folder, KILLS_OF_A_JOB)


@contextmanager
def _little_memory() -> Iterator[None]:
    """An attack on the memory shall fail, and not stop the machine."""
    limits = resource.getrlimit(resource.RLIMIT_AS)
    used = int(Path("/proc/self/statm").read_text().split()[0])
    most = used * resource.getpagesize() + MEMORY
    resource.setrlimit(resource.RLIMIT_AS, (most, limits[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, limits)


def measure(name: str, make: Callable[[], Try], tries: int, seed: int) -> Any:
    """A row of the table."""
    began = time.perf_counter()
    once = make()
    failures: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as parent:
        for number in range(tries):
            folder = Path(parent, str(number))
            folder.mkdir()
            try:
                once(random.Random(f"{name} {seed} {number}"), folder)
            except Exception as error:
                told = f"{type(error).__name__}: {error}"[:300]
                failures[f"try {number}: {told}"] += 1
            shutil.rmtree(folder, ignore_errors=True)
    return {
        "what": name,
        "tries": tries,
        "failures": failures.total(),
        "seconds": round(time.perf_counter() - began, 1),
        "told": [*failures][:20],
    }


def kinds(tries: int) -> dict[str, tuple[Callable[[], Try], int]]:
    """By what is tried: how, and how often."""

    def fit(kind: str) -> Callable[[], Try]:
        return lambda: Worker(kind)

    # First what forks: a process that has trained has threads.
    return {
        "a writer is killed": (lambda: kills.kill_writer, tries),
        "two runs begin at once": (lambda: kills.race, tries),
        "damaged event files": (lambda: _files("damaged"), tries),
        "events that say anything": (lambda: _files("strange"), tries),
        "manifests, records, findings": (lambda: _files("described"), tries),
        "requests to the tab": (_requests, tries),
        "a watched training": (fit("unwatched"), tries),
        "Ctrl-C without a monitor": (fit("interrupt_alone"), tries),
        "Ctrl-C in a training": (fit("interrupt"), tries),
        "a second run in a directory": (fit("refused"), tries),
        "a job is killed three times": (_jobs, tries),
    }


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--tries", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--only", nargs="+")
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    warnings.simplefilter("ignore")
    logging.getLogger("tensorboard").setLevel(logging.ERROR)
    # Python tells of each Ctrl-C in a finalizer, which it ignores.
    sys.unraisablehook = lambda _: None
    rows = []
    print(f"{'':32}{'tries':>7}{'failures':>10}{'seconds':>9}")
    for name, (make, tries) in kinds(options.tries).items():
        if options.only and name not in options.only:
            continue
        with _little_memory():
            row = measure(name, make, tries, options.seed)
        rows.append(row)
        print(
            f"{name:32}{row['tries']:7}{row['failures']:10}"
            f"{row['seconds']:9.1f}",
            *row["told"],
            sep="\n    ",
            flush=True,
        )
    if options.json:
        if options.json.exists():
            known = json.loads(options.json.read_text())["rows"]
            tried = {row["what"]: row for row in (*known, *rows)}
            rows = [tried[name] for name in kinds(0) if name in tried]
        found = {"version": __version__, "seed": options.seed, "rows": rows}
        options.json.write_text(json.dumps(found, indent=2) + "\n")


if __name__ == "__main__":
    main()
