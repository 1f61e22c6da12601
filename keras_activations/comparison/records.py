"""The record of each run, so that no run is repeated."""

import hashlib
import json
import re
import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import keras
import numpy as np

from keras_activations import compat
from keras_activations.comparison.record_files import (
    RECORD,
    SETUP,
    loaded_record,
)
from keras_activations.comparison.result import Row
from keras_activations.comparison.settings import Data, Run, Training
from keras_activations.recording.run_lock import RunLock
from tensorboard_plugin_keras_activations.schema import PREFIX

# Comparisons that differ in one of these are no parts of one.
_THE_SAME = ("score", "mode", "epochs", "batch_size", "samples")


def digests(
    descriptions: dict[str, str], training: Training, data: Data
) -> dict[str, str]:
    """For each label, a hash of everything that its runs have in common."""
    # The optimizer at rate 1.0 stands for any rates that are tried. Its name
    # is in the hash too, so the numbering of names is reset.
    compat.reset_uids()
    setup = keras.saving.serialize_keras_object(
        [
            training.loss,
            list(training.metrics),
            training.optimizer(1.0),
            training.jit_compile,
        ]
    )
    common = hashlib.sha256(
        json.dumps([training.epochs, training.batch_size, setup]).encode()
    )
    for each in keras.tree.flatten((data.x, data.y, data.validation)):
        array = np.asarray(each)
        common.update(f"{array.shape} {array.dtype}".encode())
        common.update(array.tobytes())
    found = {}
    for label, description in descriptions.items():
        digest = common.copy()
        digest.update((label + description).encode())
        found[label] = digest.hexdigest()[:16]
    return found


def _replace(path: Path, content: dict[str, Any]) -> None:
    """Replace a file at once, so that it is never half written."""
    draft = path.with_suffix(".tmp")
    draft.write_text(json.dumps(content), encoding="utf-8")
    draft.replace(path)


class Records:
    """The result of each run, in a directory of its own.

    Args:
        log_dir: The parent of the directories. None writes and finds nothing.
    """

    def __init__(self, log_dir: str | Path | None):
        self._log_dir = log_dir

    def finished(self, runs: Sequence[Run]) -> dict[tuple, Row]:
        """The rows of the runs that have ended, by their keys.

        Raises:
            ValueError: The directory of a run is also that of another
                activation, or holds something else.
            OSError: Nothing can be written.
        """
        if self._log_dir is None:
            return {}
        Path(self._log_dir).mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=self._log_dir):
            pass  # raises OSError where nothing can be written
        rows = {}
        labels: dict[Path, str] = {}
        for run in runs:
            directory = self._directory(run)
            label = labels.setdefault(directory, run.activation.label)
            if label != run.activation.label:
                raise ValueError(
                    "`activations` must have names that differ in letters and "
                    f"digits. Received: {label!r} and "
                    f"{run.activation.label!r}, both to be written to "
                    f"{str(directory)!r}"
                )
            row = self._read(run)
            if row.get("status") in ("finished", "diverged"):
                rows[run.key] = row
        return rows

    def describe(self, runs: Sequence[Run], setup: dict[str, Any]) -> None:
        """Writes what the runs have in common, for a later report.

        What was written before is a part of it, if it is of the same kind.

        Raises:
            ValueError, OSError: See `finished`; then nothing is written.
        """
        if self._log_dir is None:
            return
        self.finished(runs)
        path = Path(self._log_dir, SETUP)
        digests = {run.activation.label: run.digest for run in runs}
        before: Any = None
        if path.exists():
            try:
                before = loaded_record(path)
                known = dict(before["digests"])
                if all(before[name] == setup[name] for name in _THE_SAME):
                    digests = known | digests
                    setup = setup | {
                        name: list(dict.fromkeys([*before[name], *setup[name]]))
                        for name in ("activations", "learning_rates", "seeds")
                    }
            except (OSError, ValueError, KeyError, TypeError) as error:
                raise ValueError(
                    "`log_dir` must be one of its own for each comparison. "
                    f"Received: log_dir={str(self._log_dir)!r}, where another "
                    f"program wrote {SETUP}"
                ) from error
        if before != (described := setup | {"digests": digests}):
            _replace(path, described)

    def begin(self, run: Run, row: Row) -> Path | None:
        """Make a new directory for a run; None where nothing is written.

        Raises:
            ValueError: The directory holds something else, or another process
                trains this run at the moment.
        """
        if self._log_dir is None:
            return None
        self._read(run)  # refuses to delete anything but this run
        directory = self._directory(run)
        held = RunLock(str(directory), PREFIX, lambda: False, lambda: None)
        shutil.rmtree(directory, ignore_errors=True)
        held.release()
        directory.mkdir(parents=True)
        self.write(run, row)
        return directory

    def write(self, run: Run, row: Row) -> None:
        """Replace the record."""
        if self._log_dir is None:
            return
        _replace(self._directory(run) / RECORD, row)

    def _read(self, run: Run) -> Row:
        """The record of this run in its directory; empty if there is none.

        Raises:
            ValueError: The directory holds something else.
        """
        directory = self._directory(run)
        if not directory.exists() or not any(directory.iterdir()):
            return {}
        try:
            row = loaded_record(directory / RECORD)
        except (OSError, ValueError):  # another program wrote it
            row = None
        names = ("digest", "learning_rate", "seed")
        if (
            not isinstance(row, dict)
            or tuple(row.get(name) for name in names) != run.key
        ):
            raise ValueError(
                "`log_dir` must be one of its own for each comparison. "
                f"Received: log_dir={str(self._log_dir)!r}, where "
                f"{str(directory)!r} holds another run"
            )
        return row

    def _directory(self, run: Run) -> Path:
        """A directory of its own; it does not depend on the other runs."""
        # Characters that are special in a shell or a URL become _.
        label = re.sub(r"[^\w.=-]+", "_", run.activation.label).strip("_")
        rate, seed = f"lr={run.learning_rate!r}", f"seed={run.seed}"
        return Path(self._log_dir or "", label, rate, seed)
