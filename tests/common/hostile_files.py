"""Run directories in which something is wrong."""

import os
import struct
from io import BytesIO

from tensorboard.compat.proto import event_pb2, types_pb2
from tensorboard.summary.writer.record_writer import (
    RecordWriter,
    masked_crc32c,
)

NAME = "events.out.tfevents.1"


def record(content: bytes) -> bytes:
    file = BytesIO()
    RecordWriter(file).write(content)
    return file.getvalue()


def scalar(tag="health.dead_ratio/01_fc", step=0, plugin="scalars", **tensor):
    """A record of one value under a tag; 0.5 unless something else is given."""
    event = event_pb2.Event(step=step, wall_time=1.7e9)
    value = event.summary.value.add(tag=tag)
    value.metadata.plugin_data.plugin_name = plugin
    value.metadata.data_class = 1 if plugin == "scalars" else 2
    shape = tensor.pop("shape", ())
    tensor = tensor or {"float_val": [0.5]}
    value.tensor.dtype = tensor.pop("dtype", types_pb2.DT_FLOAT)
    for name, values in tensor.items():
        if isinstance(values, bytes):
            setattr(value.tensor, name, values)
        else:
            getattr(value.tensor, name).extend(values)
    for size in shape:
        value.tensor.tensor_shape.dim.add(size=size)
    return record(event.SerializeToString())


def long_record():
    """The head of a record that is as long as a disk, and sound."""
    length = struct.pack("<Q", 2**40)
    return length + struct.pack("<I", masked_crc32c(length)) + b"some bytes"


TEXT = {"dtype": types_pb2.DT_STRING, "string_val": [b"text"]}
# By what is wrong with a file: what is in it, and what is said of it.
CONTENTS = {
    "garbage": (b"garbage" * 9, "it is damaged at byte 0 of 63"),
    "bits": (
        scalar() + scalar(step=1)[:-8] + b"12345678",
        "it is damaged before byte",
    ),
    "no_event": (scalar() + record(b"\xff\xff no event"), "Error parsing"),
    "vector": (
        scalar() + scalar("other", float_val=[1, 2], shape=[2]),
        "other: it is not one number",
    ),
    "text": (scalar() + scalar("note", **TEXT), "note: it is not one number"),
    "one_for_many": (
        scalar() + scalar("other", float_val=[1], shape=[10**12]),
        "other: its shape is larger than what it holds",
    ),
    "below_nothing": (
        scalar() + scalar("other", float_val=[1], shape=[-1, -(10**9)]),
        "other: its shape is larger than what it holds",
    ),
    "too_short": (
        scalar()
        + scalar(
            "other", plugin="histograms", tensor_content=bytes(4), shape=[2]
        ),
        "other: cannot reshape",
    ),
}


def fill(directory, kind):
    """Makes a run directory of this kind; returns what is to be said."""
    directory.mkdir(parents=True)
    path = directory / NAME
    if kind in CONTENTS:
        content, reason = CONTENTS[kind]
        path.write_bytes(content)
        return reason
    if kind == "pipe":
        os.mkfifo(path)
    elif kind == "folder":
        path.mkdir()
    elif kind == "device":
        path.symlink_to("/dev/zero")
    elif kind == "broken_link":
        path.symlink_to("nowhere")
        return "no such file"
    elif kind == "circle":
        path.symlink_to(path)
        return "symbolic links"
    return "it is no file"


KINDS = [*CONTENTS, "pipe", "folder", "device", "broken_link", "circle"]
