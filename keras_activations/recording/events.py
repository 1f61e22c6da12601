"""Event files for TensorBoard, written with TensorBoard's own writer."""

import contextlib
import time
import warnings
import weakref
from collections.abc import Mapping
from pathlib import Path

import numpy as np
from tensorboard.compat.proto import (
    event_pb2,
    summary_pb2,
    tensor_pb2,
    tensor_shape_pb2,
    types_pb2,
)
from tensorboard.summary.writer.event_file_writer import EventFileWriter

_FLUSH_SECONDS = 10

_DTYPES = {
    "float32": types_pb2.DT_FLOAT,
    "float64": types_pb2.DT_DOUBLE,
    "int32": types_pb2.DT_INT32,
    "uint8": types_pb2.DT_UINT8,
}


class EventFile:
    """One event file, one event per step, open until it is closed.

    When writing fails, such as on a full disk, it warns once and drops
    everything after that: training is worth more than its log.

    Args:
        directory: A directory for this run only: if two writers have files
            open in one directory, TensorBoard loses the values of one of them.
    """

    def __init__(self, directory: str | Path) -> None:
        self._directory = str(directory)
        self._writer: EventFileWriter | None = EventFileWriter(
            self._directory, flush_secs=_FLUSH_SECONDS
        )
        # Also runs when the interpreter exits: the writer's thread is a daemon
        # and would lose what is still in its queue.
        self._close = weakref.finalize(self, _close, self._writer)
        self._described: set[str] = set()

    def write(self, step: int, summary: summary_pb2.Summary) -> None:
        """Adds one event; `flush` hands it to the operating system."""
        if self._writer is None or not summary.value:
            return
        for value in summary.value:
            # Only the first event of a tag needs its metadata.
            if value.tag in self._described:
                value.ClearField("metadata")
            self._described.add(value.tag)
        event = event_pb2.Event(
            wall_time=time.time(), step=step, summary=summary
        )
        self._try(lambda writer: writer.add_event(event))

    def flush(self) -> None:
        """Hands everything written so far to the operating system."""
        self._try(lambda writer: writer.flush())

    def close(self) -> None:
        """Flushes and closes the file."""
        # First a flush: if Ctrl-C interrupts it, the file is closed later. It
        # would stay open if `close` were interrupted.
        self.flush()
        self._try(lambda writer: self._close())
        self._writer = None

    def _try(self, action) -> None:  # type: ignore[no-untyped-def]
        if self._writer is None:
            return
        try:
            action(self._writer)
        except Exception as error:  # OSError, or one of TensorFlow's own
            self._close.detach()
            # The writer's own `close` first writes the remaining events, and
            # leaves the file open if that fails.
            file = self._writer._general_file_writer
            for close in self._writer.close, file.close:
                with contextlib.suppress(Exception):
                    close()
            self._writer = None
            warnings.warn(
                f"ActivationMonitor stops writing to {self._directory}: "
                f"{error}. Training goes on, and `history` is kept.",
                stacklevel=4,
            )


def _close(writer: EventFileWriter) -> None:
    writer.close()


def add_scalar(summary: summary_pb2.Summary, tag: str, number: float) -> None:
    """Adds a number for the Time Series page."""
    _add(
        summary,
        tag,
        "scalars",
        tensor_pb2.TensorProto(dtype=types_pb2.DT_FLOAT, float_val=[number]),
        summary_pb2.DATA_CLASS_SCALAR,
    )


def add_array(
    summary: summary_pb2.Summary, tag: str, plugin: str, values: np.ndarray
) -> None:
    """Adds an array of float32, float64, int32 or uint8 for a plugin."""
    shape = tensor_shape_pb2.TensorShapeProto()
    for size in values.shape:
        shape.dim.add(size=size)
    tensor = tensor_pb2.TensorProto(
        dtype=_DTYPES[values.dtype.name],
        tensor_shape=shape,
        tensor_content=values.tobytes(),
    )
    _add(summary, tag, plugin, tensor, summary_pb2.DATA_CLASS_TENSOR)


def add_text(
    summary: summary_pb2.Summary, tag: str, plugin: str, text: str
) -> None:
    """Adds a text for a plugin."""
    tensor = tensor_pb2.TensorProto(
        dtype=types_pb2.DT_STRING,
        string_val=[text.encode("utf-8", "backslashreplace")],
    )
    _add(summary, tag, plugin, tensor, summary_pb2.DATA_CLASS_TENSOR)


def _add(
    summary: summary_pb2.Summary,
    tag: str,
    plugin: str,
    tensor: tensor_pb2.TensorProto,
    data_class: int,
) -> None:
    # Half of a surrogate pair in the name of a layer is no text.
    tag = tag.encode("utf-8", "backslashreplace").decode()
    value = summary.value.add(tag=tag, tensor=tensor)
    value.metadata.plugin_data.plugin_name = plugin
    value.metadata.data_class = data_class


def summary_of(scalars: Mapping[str, float]) -> summary_pb2.Summary:
    """A summary of these numbers, without those that are NaN."""
    summary = summary_pb2.Summary()
    for tag, number in scalars.items():
        if not np.isnan(number):
            add_scalar(summary, tag, number)
    return summary
