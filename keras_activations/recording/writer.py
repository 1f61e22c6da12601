"""Event files for TensorBoard, written with TensorBoard's own writer."""

import json
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
from tensorboard.compat.proto import (
    event_pb2,
    summary_pb2,
    tensor_pb2,
    tensor_shape_pb2,
    types_pb2,
)
from tensorboard.summary.writer.event_file_writer import EventFileWriter

PLUGIN = "keras_activations"


class Recorder:
    """Writes all values of one step as one event.

    Args:
        directory: A run directory of its own: two writers in one directory
            lose data.
    """

    def __init__(self, directory: str | Path) -> None:
        self._writer = EventFileWriter(str(directory))
        self._described: set[str] = set()

    def write(
        self,
        step: int,
        scalars: Mapping[str, float] | None = None,
        maps: Mapping[str, np.ndarray] | None = None,
        texts: Mapping[str, str] | None = None,
    ) -> None:
        """Writes one event.

        Args:
            step: The step on the axis of these tags.
            scalars: Tag to number.
            maps: Tag to uint8 array, for the Activations tab.
            texts: Tag to string, for the Activations tab.
        """
        summary = summary_pb2.Summary()
        for tag, number in (scalars or {}).items():
            tensor = tensor_pb2.TensorProto(
                dtype=types_pb2.DT_FLOAT, float_val=[number]
            )
            self._add(
                summary, tag, "scalars", tensor, summary_pb2.DATA_CLASS_SCALAR
            )
        for tag, values in (maps or {}).items():
            sizes = [
                tensor_shape_pb2.TensorShapeProto.Dim(size=size)
                for size in values.shape
            ]
            tensor = tensor_pb2.TensorProto(
                dtype=types_pb2.DT_UINT8,
                tensor_shape=tensor_shape_pb2.TensorShapeProto(dim=sizes),
                tensor_content=values.astype(np.uint8).tobytes(),
            )
            self._add(
                summary, tag, PLUGIN, tensor, summary_pb2.DATA_CLASS_TENSOR
            )
        for tag, text in (texts or {}).items():
            tensor = tensor_pb2.TensorProto(
                dtype=types_pb2.DT_STRING, string_val=[text.encode()]
            )
            self._add(
                summary, tag, PLUGIN, tensor, summary_pb2.DATA_CLASS_TENSOR
            )
        if summary.value:
            self._writer.add_event(
                event_pb2.Event(
                    wall_time=time.time(), step=step, summary=summary
                )
            )

    def _add(
        self,
        summary: Any,
        tag: str,
        plugin: str,
        tensor: Any,
        data_class: int,
    ) -> None:
        value = summary.value.add(tag=tag, tensor=tensor)
        if tag not in self._described:  # only a tag's first event needs it
            self._described.add(tag)
            value.metadata.plugin_data.plugin_name = plugin
            value.metadata.data_class = data_class

    def flush(self) -> None:
        """Hands everything written so far to the operating system."""
        self._writer.flush()

    def close(self) -> None:
        """Flushes and closes the event file."""
        self._writer.close()


def manifest(content: Mapping[str, Any]) -> dict[str, str]:
    """The text that tells the Activations tab what the run contains."""
    return {f"{PLUGIN}/manifest": json.dumps(content)}
