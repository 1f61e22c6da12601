"""The record of a training in its event files, and back."""

from collections.abc import Iterable, Mapping
from dataclasses import fields
from pathlib import Path
from typing import Any

from tensorboard.backend.event_processing.event_file_loader import (
    EventFileLoader,
)
from tensorboard.util.tensor_util import make_ndarray

from keras_activations.diagnosis import (
    Diagnosis,
    Record,
    diagnose_record,
)
from tensorboard_plugin_keras_activations import schema
from tensorboard_plugin_keras_activations.manifest import cleaned, parsed

# The rows of these are written epoch by epoch, the other parts when they
# change.
_BY_EPOCH = ("outputs", "losses")
# They are written as numbers of their own, or are in the manifest.
_ELSEWHERE = ("history", "weights", "layers", "not_watched")


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
        ValueError: If it holds no run, or several.
    """
    found = read_records(log_dir)
    if not found:
        raise ValueError(
            "`log_dir` must hold a run of an ActivationMonitor; there is "
            f"none. Received: log_dir={str(log_dir)!r}"
        )
    if len(found) > 1:
        raise ValueError(
            "`log_dir` must hold one run. Received: "
            f"log_dir={str(log_dir)!r}, which holds {', '.join(found)}"
        )
    (record,) = found.values()
    return diagnose_record(record)


def read_records(log_dir: str | Path) -> dict[str, Record]:
    """The records of all runs below a directory, by their paths in it."""
    root = Path(log_dir)
    found = {}
    for directory in sorted({path.parent for path in root.rglob("*tfevents*")}):
        record = _read(sorted(directory.glob("*tfevents*")))
        if record is not None:
            found[directory.relative_to(root).as_posix()] = record
    return found


def _read(files: Iterable[Path]) -> Record | None:
    """The record in the files of one run; `None` if it is another's run."""
    described: dict[str, Any] | None = None
    parts: dict[str, Any] = {}
    numbers: dict[tuple[int, str], float] = {}
    for file in files:
        for event in EventFileLoader(str(file)).Load():
            for value in event.summary.value:
                if value.tag == schema.MANIFEST:
                    described = _json(value)
                elif value.tag == schema.RECORD:
                    _join(parts, _json(value))
                elif value.metadata.plugin_data.plugin_name in ("scalars", ""):
                    array = make_ndarray(value.tensor)
                    if array.dtype.kind == "f" and array.ndim == 0:
                        numbers[event.step, value.tag] = float(array)
    if described is None:
        return None
    # It may be truncated, or that of an older version.
    manifest = cleaned(described, {tag for _, tag in numbers})
    history, weights = _rows(manifest, numbers)
    known = {each.name for each in fields(Record)}
    return Record(
        history=history,
        weights=weights,
        layers={
            layer["name"]: layer["activation"] for layer in manifest["layers"]
        },
        not_watched={
            gap["name"]: gap["reason"] for gap in manifest["not_watched"]
        },
        **{name: value for name, value in parts.items() if name in known},
    )


def _json(value: Any) -> dict[str, Any]:
    return parsed([(0, make_ndarray(value.tensor))])


def _join(parts: dict[str, Any], new: Mapping[str, Any]) -> None:
    for name, value in new.items():
        if name in _BY_EPOCH:
            parts[name] = [*parts.get(name, []), *value]
        # A training that is resumed knows no birth: that of the first part
        # stays.
        elif value or name not in parts:
            parts[name] = value


def _rows(
    manifest: Mapping[str, Any], numbers: Mapping[tuple[int, str], float]
) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """The rows of the layers and of the weight matrices, epoch by epoch."""
    prefix = manifest["prefix"]
    layers = {layer["tag"]: layer for layer in manifest["layers"]}
    history: dict[tuple[int, str], dict[str, Any]] = {}
    weights: dict[tuple[int, str], dict[str, Any]] = {}
    for (step, tag), number in sorted(numbers.items()):
        measure, place = schema.split_tag(prefix, tag) or ("", "")
        if not place or measure.startswith("batch."):
            continue
        if place in layers:
            layer = layers[place]
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
                (step, place),
                {"epoch": step, "layer": "", "weight": place},
            )
        row[measure] = number
    order = list(layers)
    return (
        [
            history[key]
            for key in sorted(history, key=lambda k: (k[0], order.index(k[1])))
        ],
        list(weights.values()),
    )
