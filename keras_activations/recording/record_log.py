"""The record of a training in its event files, and back."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from keras_activations.diagnosis import (
    Diagnosis,
    Record,
    diagnose_record,
)
from keras_activations.recording.event_files import (
    LoggedRun,
    in_one_line,
    read_runs,
)
from tensorboard_plugin_keras_activations import schema
from tensorboard_plugin_keras_activations.manifest import (
    bare_layers,
    described,
    parsed,
)

# The rows of these are written epoch by epoch, the other parts when they
# change.
_BY_EPOCH = ("outputs", "losses")
# They are written as numbers of their own, or are in the manifest.
_ELSEWHERE = ("history", "weights", "layers", "not_watched")
# These are no lists of rows.
_MAPPINGS = ("facts", "gaps")


class Parts:
    """The parts of a record that have not been written yet."""

    def __init__(self) -> None:
        self._written: dict[str, Any] = {}

    def new(self, record: Record) -> dict[str, Any]:
        """What has changed since the last time.

        Args:
            record: The record.
        """
        found = {}
        for part in (each.name for each in fields(Record)):
            value = getattr(record, part)
            if part in _ELSEWHERE or value == self._written.get(part):
                continue
            if part in _BY_EPOCH:
                found[part] = value[len(self._written.get(part, ())) :]
            else:
                found[part] = value
            self._written[part] = list(value) if part in _BY_EPOCH else value
        return found


def diagnose(log_dir: str | Path) -> Diagnosis:
    """What is wrong with a logged training, and what to change.

    Args:
        log_dir: The log directory of one run of an `ActivationMonitor`.

    Returns:
        The findings, see `ActivationMonitor.diagnose`.

    Raises:
        ValueError: If it holds no run or several, or one that cannot be read.
    """
    found = [*map(logged, read_runs(log_dir))]
    diagnoses = {
        run.name: run.diagnosis for run in found if run.diagnosis is not None
    }
    if not diagnoses:
        problems = [
            f"; {run.name}: {run.problem}" for run in found if run.problem
        ]
        raise ValueError(
            "`log_dir` must hold a run of an ActivationMonitor; there is "
            f"none. Received: log_dir={str(log_dir)!r}{''.join(problems)}"
        )
    if len(diagnoses) > 1:
        raise ValueError(
            "`log_dir` must hold one run. Received: "
            f"log_dir={str(log_dir)!r}, which holds {', '.join(diagnoses)}"
        )
    (diagnosis,) = diagnoses.values()
    return diagnosis


@dataclass(frozen=True)
class Logged:
    """What the event files of one run say.

    Attributes:
        name: The path of its directory below the log directory.
        record: The record; `None` if it is another program's run, or if
            nothing of it can be read.
        diagnosis: What is wrong with the training; `None` without a record,
            and if the record is too damaged for a diagnosis.
        problem: What cannot be read, in one line; empty if nothing.
    """

    name: str
    record: Record | None
    diagnosis: Diagnosis | None
    problem: str


def logged(run: LoggedRun) -> Logged:
    """What the event files of one run say, as far as they can be read."""
    record = diagnosis = None
    reasons = run.reasons.copy()
    try:
        record = _record(run, reasons)
        if record is not None:
            diagnosis = diagnose_record(record)
    except Exception as error:
        # Whatever a file says, the other runs are shown.
        told = " ".join(f"{type(error).__name__}: {error}".split())
        reasons[f"its record cannot be used ({told:.120})"] += 1
    return Logged(run.name, record, diagnosis, in_one_line(reasons))


def read_records(log_dir: str | Path) -> dict[str, Record]:
    """The records of all runs below a directory, by their paths in it."""
    return {
        run.name: run.record
        for run in map(logged, read_runs(log_dir))
        if run.record is not None
    }


def _record(run: LoggedRun, reasons: Counter[str]) -> Record | None:
    """The record of a run; `None` if it is another program's."""
    scalars = run.of("scalars")
    if schema.MANIFEST in run.tags:
        texts = run.values.get(schema.MANIFEST, [])
        written = parsed([(each.step, each.value) for each in texts])
    elif any(bare_layers(scalars)):
        written = None
    else:
        return None
    found = described(written, scalars)
    if found["problem"]:
        reasons[found["problem"].strip().rstrip(".")] += 1
    manifest = found["manifest"]
    history, weights = _rows(manifest, scalars)
    return Record(
        history=history,
        weights=weights,
        layers={
            layer["name"]: layer["activation"] for layer in manifest["layers"]
        },
        not_watched={
            gap["name"]: gap["reason"] for gap in manifest["not_watched"]
        },
        **_parts(run, reasons),
    )


def _parts(run: LoggedRun, reasons: Counter[str]) -> dict[str, Any]:
    """The parts of the record, joined over the epochs."""
    known = {each.name for each in fields(Record)} - {*_ELSEWHERE}
    parts: dict[str, Any] = {}
    epochs: dict[str, dict[int, list[Any]]] = {name: {} for name in _BY_EPOCH}
    for step, _, text in run.values.get(schema.RECORD, []):
        written = parsed([(step, text)])
        for name in sorted(known & set(written)):
            value = _part(name, written[name])
            if value is None:
                reasons[f"its record has no usable {name}"] += 1
            elif name in _BY_EPOCH:
                # An epoch that was made again stands for the first attempt.
                rows: dict[int, list[Any]] = {}
                for row in value:
                    rows.setdefault(row["epoch"], []).append(row)
                epochs[name] |= rows
            # A training that is resumed knows no birth: that of the first
            # part stays.
            elif value or name not in parts:
                parts[name] = value
    for name, rows in epochs.items():
        parts[name] = [row for epoch in sorted(rows) for row in rows[epoch]]
    return parts


def _part(name: str, value: Any) -> Any:
    """A part of a record, of the right type; `None` if it has another one."""
    if name in _MAPPINGS:
        return value if isinstance(value, dict) else None
    sound = isinstance(value, list) and all(
        isinstance(row, dict)
        and (name not in _BY_EPOCH or isinstance(row.get("epoch"), int))
        for row in value
    )
    return value if sound else None


def _rows(
    manifest: Mapping[str, Any], scalars: Mapping[str, Iterable[Any]]
) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """The rows of the layers and of the weight matrices, epoch by epoch."""
    layers = {
        layer["tag"]: (place, layer)
        for place, layer in enumerate(manifest["layers"])
    }
    history: dict[tuple[int, int], dict[str, Any]] = {}
    weights: dict[tuple[int, str], dict[str, Any]] = {}
    for tag in sorted(scalars):
        measure, name = schema.split_tag(manifest["prefix"], tag) or ("", "")
        if not name or measure.startswith("batch."):
            continue
        place, layer = layers.get(name, (0, None))
        for step, _, number in scalars[tag]:
            if layer is not None:
                row = history.setdefault(
                    (step, place),
                    {
                        "epoch": step,
                        "layer": layer["name"],
                        "activation": layer["activation"],
                        "units": layer["units"],
                    },
                )
            else:
                row = weights.setdefault(
                    (step, name), {"epoch": step, "layer": "", "weight": name}
                )
            row[measure] = number
    return (
        [history[key] for key in sorted(history)],
        [weights[key] for key in sorted(weights)],
    )
