"""A run as ActivationMonitor writes it, simulated without TensorFlow.

Each layer has a map of firing rates, units x epochs; the scalars are counted
from the map, so that whatever the page shows can be checked against it.
"""

import dataclasses
import functools
import json
import pathlib
import time

import numpy as np
from tensorboard.compat.proto import (
    event_pb2,
    summary_pb2,
    tensor_pb2,
    types_pb2,
)
from tensorboard.summary.writer.record_writer import RecordWriter

PLUGIN = "keras_activations"
EXPECTED_BIAS_SHIFT = {"relu": 0.564, "elu": 0.201, "tanh": 0.001}


@dataclasses.dataclass
class Layer:
    """A layer to simulate; `rates` has one firing rate per epoch and unit.

    `recycled` has the units that were given new weights, by epoch; `deaths`
    those that died, each with the training step.
    """

    name: str
    activation: str
    rates: np.ndarray
    alphas: np.ndarray | None = None
    samples: int = 5000
    measured: dict = dataclasses.field(default_factory=dict)
    recycled: dict = dataclasses.field(default_factory=dict)
    deaths: dict = dataclasses.field(default_factory=dict)

    @functools.cached_property
    def ever_fired(self) -> np.ndarray:
        """For each epoch, whether a unit has fired up to it."""
        return np.logical_or.accumulate(self.rates > 0, axis=0)

    @property
    def can_die(self) -> bool:
        return self.activation == "relu"

    @functools.cached_property
    def stored(self) -> np.ndarray:
        """The bytes of the unit map, as the contract has it."""
        rates = self.rates
        stored = np.maximum(1, np.round(255 * rates))
        return np.where(rates == 0, 0, stored).astype(np.uint8)


class EventFile:
    """One event file; every write is one event with several values."""

    def __init__(self, directory: pathlib.Path, name: str = "") -> None:
        directory.mkdir(parents=True, exist_ok=True)
        name = name or f"events.out.tfevents.{time.time():.6f}.simulated"
        self.path = directory / name
        self._file = self.path.open("ab")
        self._writer = RecordWriter(self._file)
        self._described: set[str] = set()
        self._write(event_pb2.Event(file_version="brain.Event:2"))

    def write(self, step: int, scalars=None, tensors=None, histograms=None):
        values = []
        for tag, value in (scalars or {}).items():
            tensor = tensor_pb2.TensorProto(dtype=types_pb2.DT_FLOAT)
            tensor.float_val.append(value)
            values.append(
                self._value(
                    tag, tensor, "scalars", summary_pb2.DATA_CLASS_SCALAR
                )
            )
        for tag, value in (tensors or {}).items():
            values.append(
                self._value(
                    tag,
                    _tensor(value) if isinstance(value, np.ndarray) else value,
                    PLUGIN,
                    summary_pb2.DATA_CLASS_TENSOR,
                )
            )
        for tag, bins in (histograms or {}).items():
            values.append(
                self._value(
                    tag,
                    _tensor(np.asarray(bins, np.float64)),
                    "histograms",
                    summary_pb2.DATA_CLASS_TENSOR,
                )
            )
        self._write(
            event_pb2.Event(
                step=step,
                wall_time=time.time(),
                summary=summary_pb2.Summary(value=values),
            )
        )

    def close(self) -> None:
        self._file.close()

    def _value(self, tag, tensor, plugin, data_class):
        if isinstance(tensor, str):
            text = tensor.encode()
            tensor = tensor_pb2.TensorProto(dtype=types_pb2.DT_STRING)
            tensor.string_val.append(text)
        value = summary_pb2.Summary.Value(tag=tag, tensor=tensor)
        if tag not in self._described:
            self._described.add(tag)
            value.metadata.plugin_data.plugin_name = plugin
            value.metadata.data_class = data_class
        return value

    def _write(self, event) -> None:
        self._writer.write(event.SerializeToString())
        self._file.flush()


def _tensor(values: np.ndarray) -> tensor_pb2.TensorProto:
    kinds = {
        np.dtype(np.uint8): types_pb2.DT_UINT8,
        np.dtype(np.int32): types_pb2.DT_INT32,
        np.dtype(np.float32): types_pb2.DT_FLOAT,
        np.dtype(np.float64): types_pb2.DT_DOUBLE,
    }
    tensor = tensor_pb2.TensorProto(
        dtype=kinds[values.dtype], tensor_content=values.tobytes()
    )
    for size in values.shape:
        tensor.tensor_shape.dim.add(size=size)
    return tensor


def dying(
    units: int,
    epochs: int,
    lost: float,
    born_dead: float = 0.05,
    between: tuple[float, float] = (0.05, 0.4),
    revived: float = 0.1,
    seed: int = 0,
) -> np.ndarray:
    """Firing rates, epochs x units: a share is born dead, a share dies."""
    random = np.random.default_rng(seed)
    level = random.beta(2, 3, units)
    drift = np.cumsum(random.normal(0, 0.01, (epochs, units)), axis=0)
    rates = np.clip(level + drift, 0.004, 1.0)
    fate = random.permutation(units)
    born = fate[: round(born_dead * units)]
    dies = fate[len(born) : len(born) + round(lost * units)]
    rates[:, born] = 0
    start, end = (share * epochs for share in between)
    for unit in dies:
        death = int(random.uniform(start, end))
        rates[death:, unit] = 0
        if random.random() < revived:
            back = min(epochs, death + int(random.exponential(epochs / 6)) + 1)
            stays = back + int(random.exponential(epochs / 8)) + 1
            rates[back:stays, unit] = random.uniform(0.004, 0.1)
    return rates


def scalars(layer: Layer, epoch: int) -> dict[str, float]:
    """A layer's scalars of one epoch, counted from its map."""
    rates = layer.rates
    ever = layer.ever_fired[epoch]
    now = rates[epoch] > 0
    before = rates[max(0, epoch - 1)] > 0
    silent = float(1 - now.mean())
    found = {
        "samples": float(layer.samples),
        "zero_fraction": float(1 - rates[epoch].mean()),
        "rare_ratio": float((rates[epoch] < 0.01).mean()),
        "dormant_ratio": float((rates[epoch] < 0.025).mean()),
        "mean": float(rates[epoch].mean() * 0.8),
        "std": float(rates[epoch].std() + 0.4),
        "bias_shift": float(
            EXPECTED_BIAS_SHIFT[layer.activation] * (1 + 0.3 * silent)
        ),
        "bias_shift_expected": EXPECTED_BIAS_SHIFT[layer.activation],
        "saturation": float((rates[epoch] < 0.002).mean()),
        "nonfinite": 0.0,
    }
    if layer.can_die:
        found["dead_ratio"] = silent
        found["born_dead"] = float((~ever).sum())
        found["died"] = float((before & ~now).sum())
        found["revived"] = float((~before & now).sum())
    else:
        found["one_sided_ratio"] = silent
    if layer.alphas is not None:
        alphas = layer.alphas[epoch]
        found["alpha"] = float(alphas.mean())
        found["alpha_min"] = float(alphas.min())
        found["alpha_max"] = float(alphas.max())
    return found


def gradients(index: int, epoch: int) -> dict[str, float]:
    return {
        "gradient_norm": 0.5 * 0.8**index / (1 + 0.05 * epoch),
        "update_ratio": 1e-3 * 0.9**index * (1 + 0.2 * np.sin(epoch / 5)),
        "sign_agreement": 0.15 + 0.05 * index,
        "sign_agreement_random": 0.06,
    }


def histogram(layer: Layer, epoch: int) -> np.ndarray:
    random = np.random.default_rng(epoch)
    values = random.normal(0, 0.6 + 0.01 * epoch, 2000)
    values = np.maximum(values, 0) if layer.can_die else np.tanh(values)
    counts, edges = np.histogram(values[values != 0], bins=30)
    return np.stack([edges[:-1], edges[1:], counts], axis=1)


def finding(**changes) -> dict:
    """What is wrong with the third of `conftest.relu_layers`."""
    return {
        "cause": "dying_units",
        "layers": ["dense_2"],
        "since": "epoch 3",
        "evidence": [
            {
                "what": "dense_2: units that died in training",
                "value": 0.61,
                "limit": 0.4,
                "above": True,
                "layer": "dense_2",
                "measure": "dead_ratio",
            },
            {
                "what": "loss over that of the best constant prediction",
                "value": 1.02,
                "limit": 0.9,
                "above": True,
                "layer": "",
                "measure": "",
            },
        ],
        "sentence": "Most units of dense_2 died while the model trained.",
        "remedies": [
            {
                "text": "Use an activation that cannot die",
                "code": 'model = ka.models.swap_activations(model, "elu")',
            },
            {"text": "Or clip the gradients: `clipnorm=1.0`", "code": ""},
        ],
        "confidence": None,
        "reference": "docs/diagnosis.md#dying_units",
    } | changes


def diagnosis(*findings: dict, **changes) -> dict:
    """A diagnosis as the monitor writes it."""
    return {
        "verdict": f"{len(findings)} findings.",
        "looked_at": "3 activations, 30 epochs and the first mini-batch",
        "not_checked": {},
        "findings": list(findings),
    } | changes


def write_recycled(file, epoch, tag, units, width) -> None:
    """Units that were given new weights, after the rest of the epoch."""
    chosen = np.zeros(width, np.uint8)
    chosen[units] = 1
    file.write(
        epoch,
        {f"health.recycled/{tag}": float(len(units))},
        {f"{PLUGIN}/recycled/{tag}": chosen},
    )


def write_run(
    directory: pathlib.Path,
    layers: list[Layer],
    *,
    epochs: range | None = None,
    accuracy: float = 0.9,
    hparams: dict | None = None,
    with_gradients: bool = False,
    histogram_freq: int = 0,
    schema: int = 1,
    not_watched: dict | None = None,
    diagnosis: dict | None = None,
    file_name: str = "",
) -> list[str]:
    """Write a run into `<directory>/health`; returns the layers' tags."""
    epochs = epochs or range(len(layers[0].rates))
    tags = [f"{i:02d}_{layer.name}" for i, layer in enumerate(layers, 1)]
    manifest = {
        "schema": schema,
        "version": "0.1.0",
        "prefix": "health",
        "layers": [
            {
                "name": layer.name,
                "tag": tag,
                "activation": layer.activation,
                "units": layer.rates.shape[1],
                "can_die": layer.can_die,
                **layer.measured,
            }
            for tag, layer in zip(tags, layers, strict=True)
        ],
        # Definitions, and from where on a layer needs a look.
        "thresholds": {
            "rare_ratio": 0.01,
            "unhealthy": {"dead_ratio": 0.25, "saturation": 0.5},
        },
        "hparams": hparams or {},
        "measures": [],
        "not_watched": [
            {"name": name, "reason": reason}
            for name, reason in (not_watched or {}).items()
        ],
    }
    file = EventFile(directory / "health", file_name)
    file.write(
        epochs.start, tensors={f"{PLUGIN}/manifest": json.dumps(manifest)}
    )
    for epoch in epochs:
        values = {}
        tensors = {}
        histograms = {}
        dead, units = 0.0, 0
        for index, (tag, layer) in enumerate(zip(tags, layers, strict=True)):
            found = scalars(layer, epoch)
            if with_gradients:
                found |= gradients(index, epoch)
            values |= {
                f"health.{name}/{tag}": value for name, value in found.items()
            }
            tensors[f"{PLUGIN}/firing/{tag}"] = layer.stored[epoch]
            if deaths := layer.deaths.get(epoch):
                tensors[f"{PLUGIN}/deaths/{tag}"] = np.array(deaths, np.int32)
            if layer.alphas is not None:
                tensors[f"{PLUGIN}/alpha/{tag}"] = layer.alphas[epoch].astype(
                    np.float32
                )
            if histogram_freq and epoch % histogram_freq == 0:
                histograms[f"health.values/{tag}"] = histogram(layer, epoch)
            if layer.can_die:
                dead += found["dead_ratio"] * layer.rates.shape[1]
                units += layer.rates.shape[1]
        if units:
            values["health/dead_ratio"] = dead / units
        reached = accuracy * (1 - np.exp(-(epoch + 1) / 4))
        values["health/accuracy"] = reached
        values["health/val_accuracy"] = reached - 0.03
        file.write(epoch, values, tensors, histograms)
        for tag, layer in zip(tags, layers, strict=True):
            if units := layer.recycled.get(epoch):
                write_recycled(file, epoch, tag, units, layer.rates.shape[1])
        if diagnosis:
            text = json.dumps(diagnosis)
            file.write(epoch, tensors={f"{PLUGIN}/findings": text})
    file.close()
    return tags
