"""Files of which anything may be wrong: a fuzzer with a fixed seed."""

import json
import random
import struct
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

from tensorboard.compat.proto import (
    event_pb2,
    summary_pb2,
    tensor_pb2,
    types_pb2,
)
from tensorboard.summary.writer.record_writer import (
    RecordWriter,
    masked_crc32c,
)

from benchmarks.reliability.written import described
from keras_activations.recording import html_report
from keras_activations.recording.event_files import read_runs
from keras_activations.recording.record_log import logged
from keras_activations.recording.run_table import event_file_table
from tensorboard_plugin_keras_activations import schema

# JSON texts, since some of these are no Python values.
VALUES = (
    "null true false 0 -1 1e400 -1e400 NaN Infinity -Infinity 0.5 [] {} [[]]"
).split() + [
    "1" + "0" * 400,
    "9" * 5000,
    "[" * 100_000,
    "[" * 900 + "]" * 900,
    '"\\ud800"',
    '"\\u001b[31mred"',
    '"a\\nb|c"',
    '"\\u202egnp"',
    '""',
    '"' + "long" * 5000 + '"',
]
NAMES = (
    "loss",
    "health/loss",
    "health.dead_ratio/01_dense",
    "health.dead_ratio/\x1b[2J",
    "health.bias_shift/",
    "health.",
    "",
    schema.MANIFEST,
    schema.RECORD,
    schema.FINDINGS,
    schema.firing_tag("01_dense"),
    schema.alpha_tag("01_dense"),
    schema.recycled_tag("01_dense"),
    schema.deaths_tag("01_dense"),
    *(schema.layer_tag("health", kind, "01_dense") for kind in schema.SPREADS),
)
PLUGINS = "", "scalars", "histograms", schema.PLUGIN, "text", "hparams", "x"
SIZES = (0, 1, 2, 3, -1, 8, 10**6, 10**12, 2**62)


def damaged(rng: random.Random, content: bytes) -> bytes:
    """An event file with bytes that were never written so."""
    content, at = bytearray(content), rng.randrange(len(content))
    some = rng.randbytes(rng.randrange(1, 40))
    match rng.randrange(8):
        case 0:
            for _ in range(rng.randrange(1, 9)):
                content[rng.randrange(len(content))] ^= 1 << rng.randrange(8)
        case 1:
            del content[at:]
        case 2:
            del content[at : at + rng.randrange(1, 60)]
        case 3:
            content[at:at] = some
        case 4:
            content[at : at + len(some)] = bytes(len(some))
        case 5:
            content += content[rng.randrange(at + 1) : at]
        case 6:  # a record that claims to be as long as a disk
            head = struct.pack(
                "<Q", rng.choice([2**33, 2**45, 2**63, 2**64 - 9])
            )
            content += head + struct.pack("<I", masked_crc32c(head)) + some
        case 7:
            content += _record(some)
    return bytes(content)


def _record(content: bytes) -> bytes:
    file = BytesIO()
    RecordWriter(file).write(content)
    return file.getvalue()


def strange(rng: random.Random, content: bytes) -> bytes:
    """An event file of sound records that say anything."""
    found = bytearray(content)
    for _ in range(rng.randrange(1, 6)):
        event = event_pb2.Event(
            step=rng.choice([0, 1, 2, -1, -(2**63), 2**63 - 1]),
            wall_time=rng.choice(
                [0.0, 1.7e9, float("nan"), float("inf"), -1e300]
            ),
        )
        for _ in range(rng.randrange(1, 4)):
            event.summary.value.append(_value(rng))
        found += _record(event.SerializeToString())
    return bytes(found)


def _value(rng: random.Random) -> summary_pb2.Summary.Value:
    value = summary_pb2.Summary.Value(tag=rng.choice(NAMES))
    if rng.random() < 0.7:
        value.metadata.plugin_data.plugin_name = rng.choice(PLUGINS)
        value.metadata.data_class = rng.randrange(4)
    if rng.random() < 0.1:
        value.simple_value = float("nan")
        return value
    tensor = value.tensor
    tensor.dtype = rng.choice(
        [
            types_pb2.DT_FLOAT,
            types_pb2.DT_UINT8,
            types_pb2.DT_STRING,
            types_pb2.DT_DOUBLE,
            types_pb2.DT_COMPLEX64,
            types_pb2.DT_RESOURCE,
            types_pb2.DT_INVALID,
        ]
    )
    for _ in range(rng.randrange(4)):
        tensor.tensor_shape.dim.add(size=rng.choice(SIZES))
    match rng.randrange(5):
        case 0:
            tensor.tensor_content = rng.randbytes(rng.choice([0, 4, 8, 24]))
        case 1:
            tensor.float_val.extend([rng.random()] * rng.randrange(4))
        case 2:
            tensor.string_val.append(document(rng).encode())
        case 3:
            tensor.int_val.extend([7] * rng.randrange(4))
        case 4:
            tensor.string_val.append(rng.randbytes(9))
    return value


def document(rng: random.Random) -> str:
    """A manifest, a record or findings with hostile values in it."""
    kind = rng.randrange(4)
    if kind == 3:
        return rng.choice(VALUES)
    whole: Any = (
        described(),
        {
            "birth": [{"layer": "dense", "std": 1.0, "epoch": -1}],
            "first_steps": [{"layer": "dense", "weight": "dense/kernel"}],
            "losses": [{"epoch": 0, "steps": 3, "logs": {}, "losses": {}}],
            "facts": {},
            "gaps": {},
        },
        {"verdict": "", "findings": [{"cause": "x", "evidence": [{}]}]},
    )[kind]
    places: dict[str, str] = {}
    for _ in range(rng.randrange(1, 4)):
        mark = f"@{len(places)}@"
        places[json.dumps(mark)] = rng.choice(VALUES)
        whole = _replaced(rng, whole, mark)
    text = json.dumps(whole)
    for mark, value in places.items():
        text = text.replace(mark, value)
    return text


def _replaced(rng: random.Random, whole: Any, mark: str) -> Any:
    """The same with one value, at any depth, replaced."""
    if not whole or not isinstance(whole, dict | list) or rng.random() < 0.15:
        return mark
    copy = dict(whole) if isinstance(whole, dict) else list(whole)
    at: Any = rng.choice(
        [*copy] if isinstance(copy, dict) else range(len(copy))
    )
    copy[at] = _replaced(rng, copy[at], mark)
    return copy


def described_by(text: str) -> bytes:
    """An event file with an epoch and this text as manifest and more."""
    found = bytearray()
    for tag in schema.MANIFEST, schema.RECORD, schema.FINDINGS:
        event = event_pb2.Event(step=0, wall_time=1.7e9)
        value = event.summary.value.add(tag=tag)
        value.metadata.plugin_data.plugin_name = schema.PLUGIN
        value.metadata.data_class = summary_pb2.DATA_CLASS_TENSOR
        value.tensor.CopyFrom(
            tensor_pb2.TensorProto(
                dtype=types_pb2.DT_STRING, string_val=[text.encode()]
            )
        )
        found += _record(event.SerializeToString())
    event = event_pb2.Event(step=0, wall_time=1.7e9)
    value = event.summary.value.add(tag="health.dead_ratio/01_dense")
    value.metadata.plugin_data.plugin_name = "scalars"
    value.metadata.data_class = summary_pb2.DATA_CLASS_SCALAR
    value.tensor.CopyFrom(
        tensor_pb2.TensorProto(dtype=types_pb2.DT_FLOAT, float_val=[0.5])
    )
    return bytes(found + _record(event.SerializeToString()))


def file_of(rng: random.Random, kind: str, content: bytes) -> bytes:
    """A hostile event file.

    Args:
        rng: Where chance comes from.
        kind: "damaged", "strange" or "described".
        content: A sound event file.
    """
    if kind == "described":
        return described_by(document(rng))
    made: Callable[[random.Random, bytes], bytes] = {
        "damaged": damaged,
        "strange": strange,
    }[kind]
    return made(rng, content)


def check_shown(root: Path, last: str) -> None:
    """Fails unless all that can be read below a directory is shown.

    Args:
        root: The log directory, with the run "sound/health" in it.
        last: The value that the table shows of that run.
    """
    runs = read_runs(root)
    told = [logged(run) for run in runs]
    table = event_file_table(root, runs)
    (row,) = [line for line in table.splitlines() if "| sound " in line]
    if last not in row or not all(map(str.isprintable, table.splitlines())):
        raise AssertionError(f"the table is {table!r}")
    sound = [each for each in told if each.name == "sound/health"]
    if sound[0].diagnosis is None or sound[0].problem:
        raise AssertionError(f"the sound run: {sound[0].problem}")
    page = html_report.write(root, root / "report.html", runs)
    page.unlink()
