"""The run directory of one monitor: which value goes under which tag."""

import json
import os
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from tensorboard.compat import tf
from tensorboard.plugins.hparams import summary_v2 as hparams_summary

from keras_activations.diagnosis import Diagnosis
from keras_activations.recording.events import (
    EventFile,
    add_array,
    add_text,
    summary_of,
)
from keras_activations.recording.rows import (
    UNHEALTHY,
    Row,
    measures,
    run_level,
)
from keras_activations.recording.storage import (
    is_remote,
    joined,
    write_and_remove,
)
from keras_activations.version import __version__
from tensorboard_plugin_keras_activations import schema
from tensorboard_plugin_keras_activations.schema import MANIFEST, PLUGIN

# Which measures are also written for single mini-batches.
BATCH_MEASURES = (
    "samples",
    "dead_ratio_batch",
    "one_sided_ratio",
    "mean",
    "std",
    "bias_shift",
    "saturation",
    "zero_fraction",
)

_SPREADS = {"histograms": schema.VALUES, "pre_activations": schema.INPUTS}

# A PReLU that shares no axis learns a number for each element of its input. Up
# to this many are written, 256 KiB per epoch; if there are more, only their
# mean, minimum and maximum are, which are measures.
_MOST_ALPHAS = 65_536

# What the HParams page shows of each run.
COMPARED = (
    "dead_ratio_worst",
    "dead_ratio",
    "bias_shift",
    "born_dead",
    "revived",
    "loss",
    "val_loss",
    "val_accuracy",
)


def checked_hparams(hparams: Any) -> dict[str, Any]:
    """The values for the HParams page, none of them from NumPy.

    Raises:
        ValueError: If one cannot be written.
    """
    if hparams is None:
        return {}
    if isinstance(hparams, Mapping):
        plain = {
            name: value.item() if isinstance(value, np.generic) else value
            for name, value in hparams.items()
        }
        if all(map(_can_be_written, plain, plain.values())):
            return plain
    raise ValueError(
        "`hparams` must hold numbers, strings and booleans by their names. "
        f"Received: hparams={_shortened(hparams)}"
    )


def _can_be_written(name: Any, value: Any) -> bool:
    try:
        for text in (name, value):
            if isinstance(text, str):
                text.encode()  # half of a surrogate pair is no text
        if isinstance(value, int):
            float(value)  # an integer of hundreds of digits is too large
    except (UnicodeEncodeError, OverflowError):
        return False
    return isinstance(name, str) and isinstance(value, str | int | float)


def _shortened(value: Any) -> str:
    try:
        return repr(value)
    except ValueError:  # Python does not show integers of over 4300 digits
        return f"a {type(value).__name__} with an integer of that size"


def check_directory(log_dir: str, prefix: str) -> None:
    """Makes sure that the run directory can be written.

    Args:
        log_dir: The log directory, a path that was checked.
        prefix: The name of the run directory in it.

    Raises:
        OSError: If it cannot.
    """
    directory = joined(log_dir, prefix)
    try:
        if is_remote(log_dir):
            tf.io.gfile.makedirs(directory)
            write_and_remove(f"{directory}/written-by-keras-activations")
        else:
            os.makedirs(directory, exist_ok=True)
            with tempfile.TemporaryFile(dir=directory) as file:
                file.write(bytes(4096))  # a full disk shows only now
    except (OSError, tf.errors.OpError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise OSError(
            f"`log_dir` cannot be written. Received: log_dir={log_dir!r} "
            f"({reason}: {directory})"
        ) from None


def _trial_name(hparams: Mapping[str, Any]) -> str:
    """The hyperparameters in words, under which the HParams page lists them.

    As with TensorBoard's own name, a checksum, it is the same for the same
    hyperparameters.
    """
    # The page shows the first letters: what the user chose comes first.
    words = (
        value
        if isinstance(value, str)
        else f"{_SHORT.get(name, name)}={_rounded(value)}"
        for name, value in sorted(
            hparams.items(), key=lambda each: each[0] in _FOLLOWING
        )
    )
    return " ".join(words) or "no hyperparameters"


_SHORT = {"learning_rate": "lr"}
_FOLLOWING = ("optimizer", "layers_watched", "parameters")


def _rounded(value: Any) -> Any:
    # A float32, such as a learning rate, has no more digits than that.
    return f"{value:.7g}" if isinstance(value, float) else value


class HealthRun:
    """Writes what the monitor found to `<log_dir>/<prefix>`.

    Args:
        log_dir: The log directory.
        prefix: The first part of the tags.
        layers: The names of the layers, in the order of the model.
    """

    def __init__(
        self, log_dir: str | Path, prefix: str, layers: Sequence[str] = ()
    ) -> None:
        self._prefix = prefix
        self.name_layers(layers)
        self._file = EventFile(joined(str(log_dir), prefix))

    def name_layers(self, layers: Sequence[str]) -> None:
        """Numbers the layers; layers that are found later come last."""
        self._tags = schema.numbered(list(layers))

    def start(
        self,
        step: int,
        manifest: Mapping[str, Any],
    ) -> None:
        """Writes the manifest and the hyperparameters."""
        summary = hparams_summary.hparams_pb(
            manifest["hparams"], trial_id=_trial_name(manifest["hparams"])
        )
        # Without this, the HParams page shows every tag of every layer.
        summary.MergeFrom(
            hparams_summary.hparams_config_pb(
                [hparams_summary.HParam(name) for name in manifest["hparams"]],
                [
                    hparams_summary.Metric(schema.run_tag(self._prefix, name))
                    for name in COMPARED
                ],
            )
        )
        text = json.dumps(manifest)
        add_text(summary, MANIFEST, PLUGIN, text)
        self._file.write(step, summary)
        self._file.flush()

    def record(self, step: int, parts: Mapping[str, Any]) -> None:
        """Writes new parts of the record, see `record_log`."""
        # Of two texts at one step, TensorBoard keeps the second.
        if parts:
            self._text(step, schema.RECORD, json.dumps(dict(parts)))

    def findings(self, step: int, diagnosis: Diagnosis) -> None:
        """Writes a diagnosis, which stands for all before it."""
        self._text(step, schema.FINDINGS, json.dumps(diagnosis.as_dict()))

    def _text(self, step: int, tag: str, text: str) -> None:
        summary = summary_of({})
        add_text(summary, tag, PLUGIN, text)
        self._file.write(step, summary)
        self._file.flush()

    def recycled(self, epoch: int, layer: str, units: np.ndarray) -> None:
        """Writes which units of a layer began anew after an epoch.

        Args:
            epoch: Its number, the step of these tags.
            layer: The name of the layer.
            units: Which of them, boolean, shape `(units,)`.
        """
        name = self._tags[layer]
        count = schema.layer_tag(self._prefix, "recycled", name)
        summary = summary_of({count: int(units.sum())})
        tag = schema.recycled_tag(name)
        add_array(summary, tag, PLUGIN, units.astype("uint8"))
        self._file.write(epoch, summary)
        # The other values of the epoch can be read already.
        self._file.flush()

    def batch(
        self,
        step: int,
        rows: Sequence[Row],
        histograms: Mapping[str, np.ndarray],
    ) -> None:
        """Writes the measures since the last time, at a training step."""
        summary = summary_of(
            {
                schema.batch_tag(
                    self._prefix, name, self._tags[row["layer"]]
                ): row[name]
                for row in rows
                for name in BATCH_MEASURES
                if name in row
            }
        )
        self._add_histograms(summary, schema.BATCH_VALUES, histograms)
        self._file.write(step, summary)

    def _add_histograms(
        self, summary: Any, of: str, histograms: Mapping[str, np.ndarray]
    ) -> None:
        for layer, histogram in histograms.items():
            tag = schema.layer_tag(self._prefix, of, self._tags[layer])
            add_array(summary, tag, "histograms", histogram)

    def epoch(
        self,
        epoch: int,
        rows: Sequence[Row],
        logs: Mapping[str, float],
        firing: Mapping[str, np.ndarray],
        alphas: Mapping[str, np.ndarray],
        histograms: Mapping[str, Mapping[str, np.ndarray]],
        weights: Sequence[Row],
        deaths: Mapping[str, np.ndarray],
    ) -> None:
        """Writes an epoch, all in one event.

        Args:
            epoch: Its number, the step of these tags.
            rows: The rows of the history.
            logs: What Keras logs for the epoch.
            firing: By layer, `firing_shades` of its units.
            alphas: By layer, its learned parameter, of any shape.
            histograms: For `"histograms"`, of the activations, and
                `"pre_activations"`: by layer, rows `(left, right, count)`.
            weights: Rows of the weight matrices that are not in `rows`.
            deaths: By layer, the units that died and the steps at which.
        """
        values = {**run_level(rows), **logs}
        scalars = {
            schema.run_tag(self._prefix, name): value
            for name, value in values.items()
        }
        for row in rows:
            for name, value in measures(row).items():
                layer = self._tags[row["layer"]]
                scalars[schema.layer_tag(self._prefix, name, layer)] = value
        for row in weights:
            for name, value in row.items():
                if name not in ("epoch", "weight", "layer"):
                    tag = schema.layer_tag(self._prefix, name, row["weight"])
                    scalars[tag] = value
        summary = summary_of(scalars)
        for layer, shades in firing.items():
            tag = schema.firing_tag(self._tags[layer])
            add_array(summary, tag, PLUGIN, shades)
        for layer, died in deaths.items():
            tag = schema.deaths_tag(self._tags[layer])
            add_array(summary, tag, PLUGIN, died.astype("int32"))
        for layer, alpha in alphas.items():
            if alpha.size <= _MOST_ALPHAS:
                tag = schema.alpha_tag(self._tags[layer])
                add_array(summary, tag, PLUGIN, alpha.astype("float32").ravel())
        for name, each in histograms.items():
            self._add_histograms(summary, _SPREADS[name], each)
        self._file.write(epoch, summary)
        self._file.flush()

    def finish(self, step: int, report: str) -> None:
        """Writes the report and closes the file."""
        summary = summary_of({})
        add_text(summary, schema.report_tag(self._prefix), "text", report)
        self._file.write(max(step, 0), summary)
        self.close()

    def close(self) -> None:
        """Closes the file."""
        self._file.close()


def manifest(
    prefix: str,
    rows: Sequence[Row],
    layers: Mapping[str, Mapping[str, Any]],
    thresholds: Mapping[str, float],
    hparams: Mapping[str, Any],
    weights: Sequence[str],
    not_watched: Mapping[str, str] | Iterable[tuple[str, str]] = (),
) -> dict[str, Any]:
    """What the Activations tab must know to show the run.

    Args:
        prefix: The first part of the tags.
        rows: A row of each layer.
        layers: By layer, what else is known about it: `can_die`, `unit_axis`
            and `slope`, "closed form" or "not measured".
        thresholds: The thresholds that define the measures.
        hparams: What distinguishes this run from others.
        weights: The names of the weight matrices, in the order of the model.
        not_watched: For activations that are not watched: name to reason.
    """
    tags = schema.numbered(list(layers))
    return {
        "schema": schema.SCHEMA,
        "version": __version__,
        "prefix": prefix,
        "layers": [
            {
                "name": row["layer"],
                "tag": tags[row["layer"]],
                "activation": row["activation"],
                "units": row["units"],
                **layers[row["layer"]],
            }
            for row in rows
        ],
        "thresholds": {**thresholds, "unhealthy": UNHEALTHY},
        "hparams": dict(hparams),
        "weights": list(weights),
        "not_watched": [
            {"name": name, "reason": reason}
            for name, reason in dict(not_watched).items()
        ],
        "measures": sorted({name for row in rows for name in measures(row)}),
    }
