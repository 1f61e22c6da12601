"""What event files hold, whatever is wrong with them.

A file is read as far as it can be, and what cannot be read is named. No file
costs more time or memory than its size justifies.
"""

import math
import struct
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from tensorboard import data_compat, dataclass_compat
from tensorboard.compat.proto import event_pb2
from tensorboard.util.tensor_util import make_ndarray

from keras_activations.recording.checksum import masked_crc32c
from keras_activations.recording.storage import (
    checked_location,
    event_files,
    opened,
    size_of_file,
)
from tensorboard_plugin_keras_activations.schema import PLUGIN

# A record is its length, a checksum of that, its bytes and a checksum of them.
_HEAD = struct.Struct("<QI")
_FOOT = struct.Struct("<I")

# What is read; pictures, sounds and graphs are not.
_READ = ("scalars", "histograms", PLUGIN)

# So many reasons are told of one run.
_MOST_REASONS = 3


class Value(NamedTuple):
    """What was written under a tag at one step.

    Attributes:
        step: The step.
        time: When, in seconds.
        value: A `float` for a scalar, else an array.
    """

    step: int
    time: float
    value: Any


@dataclass
class LoggedRun:
    """What the event files of one directory hold.

    Attributes:
        name: Its path below the log directory; "." for that itself.
        plugins: By tag, the plugin that it belongs to.
        values: By tag, what was written, in the order of the steps. Of several
            at one step, that of the last file comes last; of a scalar, it is
            the only one.
        tags: All tags, also those of which the values are not read.
        reasons: What cannot be read, with the reason, and how often.
    """

    name: str
    plugins: dict[str, str] = field(default_factory=dict)
    values: dict[str, list[Value]] = field(default_factory=dict)
    tags: set[str] = field(default_factory=set)
    reasons: Counter[str] = field(default_factory=Counter)

    @property
    def problem(self) -> str:
        """What cannot be read, in one line; empty if nothing."""
        return in_one_line(self.reasons)

    def of(self, plugin: str) -> dict[str, list[Value]]:
        """By tag, the values that belong to a plugin."""
        return {
            tag: values
            for tag, values in self.values.items()
            if self.plugins[tag] == plugin
        }


def in_one_line(reasons: Counter[str]) -> str:
    """The first reasons, with how often each was found."""
    told = [
        reason if count == 1 else f"{reason} ({count} times)"
        for reason, count in [*reasons.items()][:_MOST_REASONS]
    ]
    if len(reasons) > len(told):
        told.append(f"and {len(reasons) - len(told)} more")
    return "; ".join(told)


def read_runs(log_dir: str | Path) -> list[LoggedRun]:
    """What the event files below a directory hold, run by run.

    Args:
        log_dir: A directory, which is searched with all its subdirectories.

    Raises:
        ValueError: If `log_dir` is no path, or one that cannot be read here.
    """
    root = checked_location("log_dir", log_dir)
    return [_read(name, files) for name, files in event_files(root).items()]


def read_run(directory: str) -> LoggedRun:
    """What the event files in one directory hold.

    Args:
        directory: A path that was checked.
    """
    return _read(".", event_files(directory).get(".", []))


def _read(name: str, files: list[str]) -> LoggedRun:
    run = LoggedRun(name)
    metadata: dict[str, Any] = {}
    for file in files:
        try:
            for event in _events(file, run.reasons, metadata):
                for value in event.summary.value:
                    _add(run, event, value, metadata)
        except Exception as error:
            run.reasons[f"{_name(file)}: {_told(error)}"] += 1
    for tag, values in run.values.items():
        values.sort(key=lambda value: value.step)
        if run.plugins[tag] == "scalars":
            # Training that is resumed may write a step again.
            values[:] = {value.step: value for value in values}.values()
    return run


def _add(run: LoggedRun, event: Any, value: Any, metadata: Any) -> None:
    run.tags.add(value.tag)
    # A writer describes a tag once only, perhaps in another file, or in one
    # that was lost.
    described = metadata.get(value.tag, value.metadata).plugin_data.plugin_name
    plugin = described or (
        PLUGIN if value.tag.startswith(f"{PLUGIN}/") else "scalars"
    )
    if plugin not in _READ or not value.HasField("tensor"):
        return
    try:
        is_scalar = plugin == "scalars"
        read = (number_of if is_scalar else array_of)(value.tensor)
    except Exception as error:
        if described:
            run.reasons[f"{value.tag:.80}: {_told(error)}"] += 1
        return
    run.plugins[value.tag] = plugin
    run.values.setdefault(value.tag, []).append(
        Value(event.step, event.wall_time, read)
    )


def number_of(tensor: Any) -> float:
    """The number in a `TensorProto`.

    Raises:
        ValueError: If it holds something else.
    """
    if len(tensor.float_val) == 1 and not tensor.tensor_shape.dim:
        # The usual form, and several times as fast.
        return float(tensor.float_val[0])
    array = array_of(tensor)
    if array.ndim or array.dtype.kind not in "biuf":
        raise ValueError("it is not one number")
    return float(array)


def array_of(tensor: Any) -> np.ndarray:
    """The array in a `TensorProto`.

    Raises:
        ValueError: If its shape is larger than what it holds.
        TypeError: If it has a type that NumPy does not have.
    """
    shape = [dim.size for dim in tensor.tensor_shape.dim]
    # A value that is written takes a byte at least. But the format lets one
    # value stand for any number of them.
    if max([1, *shape, math.prod(shape)]) > max(1, tensor.ByteSize()) or (
        len(tensor.string_val) == 1 and math.prod(shape) > 1
    ):
        raise ValueError("its shape is larger than what it holds")
    return make_ndarray(tensor)


def _events(
    path: str, reasons: Counter[str], metadata: dict[str, Any]
) -> Iterator[Any]:
    """The events with values in a file, in today's form."""
    for record in _records(path):
        try:
            event = event_pb2.Event.FromString(record)
            if event.WhichOneof("what") != "summary":
                continue
            event = data_compat.migrate_event(event)
            yield from dataclass_compat.migrate_event(event, metadata)
        except Exception as error:
            reasons[f"{_name(path)}: {_told(error)}"] += 1


def _records(path: str) -> Iterator[bytes]:
    """The records of a file; ends where the writer is at the moment.

    Raises:
        ValueError: If the file is damaged.
    """
    size, place = size_of_file(path), 0
    with opened(path) as file:
        while place + _HEAD.size <= size:
            head = file.read(_HEAD.size)
            length, checksum = _HEAD.unpack(head)
            if masked_crc32c(head[:8]) != checksum:
                raise ValueError(f"it is damaged at byte {place} of {size}")
            place += _HEAD.size + length + _FOOT.size
            if place > size:
                return  # not written to its end yet, or the writer was killed
            record = file.read(length)
            (checksum,) = _FOOT.unpack(file.read(_FOOT.size))
            if masked_crc32c(record) != checksum:
                raise ValueError(f"it is damaged before byte {place} of {size}")
            yield record


def _name(path: str) -> str:
    return path.replace("\\", "/").rpartition("/")[2]


def _told(error: Exception) -> str:
    """The reason in one line."""
    if isinstance(error, OSError) and error.strerror:
        return error.strerror.lower()
    text = " ".join(str(error).split()) or type(error).__name__
    return text if len(text) <= 120 else f"{text[:117]}..."
