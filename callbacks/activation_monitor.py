"""Watches the activations of a model while it trains."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import keras
import numpy as np

from keras_activations.instrumentation.selection import Selection, find_probes
from keras_activations.instrumentation.watch import Watch
from keras_activations.recording.writer import Recorder, manifest
from keras_activations.statistics.health import Sums, firing_rate, summarize
from keras_activations.statistics.life import UnitLives


class ActivationMonitor(keras.callbacks.Callback):
    """Logs which units are dead and how far activations are from mean zero.

    The statistics are taken inside the training step itself: no second
    forward pass is made, no activation leaves the device, and the weights
    after training are bit for bit those of training without the monitor.

    Args:
        log_dir: Where TensorBoard finds the run; the event files go to
            `<log_dir>/<prefix>`. `None`: `history` only.
        layers: `None` for every layer whose output is an activation, the
            model's output layer and softmax left out; or names (of a nested
            layer the path), patterns such as `"block_*"`, layers, or
            predicates that take a layer.
        every: Statistics are taken at each `every`-th step.
        update_freq: `"epoch"`, `"batch"`, or a number of steps: how often
            values of single mini-batches are written.
        histogram_freq: Every so many epochs, histograms are written; 0:
            never.
        gradients: Whether to measure gradients and updates too.
        prefix: What the tags start with, and the name of the directory.

    Example:

    >>> import keras, numpy as np
    >>> from keras_activations.callbacks import ActivationMonitor
    >>> model = keras.Sequential(
    ...     [keras.layers.Dense(8, "relu"), keras.layers.Dense(1)]
    ... )
    >>> model.compile("sgd", "mse")
    >>> monitor = ActivationMonitor()
    >>> history = model.fit(
    ...     np.ones((4, 2)), np.ones(4), verbose=0, callbacks=[monitor]
    ... )
    >>> [row["units"] for row in monitor.history]
    [8]
    """

    def __init__(
        self,
        log_dir: str | Path | None = None,
        layers: Sequence[Selection] | Selection | None = None,
        every: int = 1,
        update_freq: str | int = "epoch",
        histogram_freq: int = 0,
        gradients: bool = False,
        prefix: str = "health",
    ) -> None:
        super().__init__()
        if not isinstance(every, int) or every < 1:
            raise ValueError(
                f"`every` must be a positive integer. Received: every={every!r}"
            )
        self.log_dir = log_dir
        self.layers = layers
        self.every = every
        self.update_freq = update_freq
        self.histogram_freq = histogram_freq
        self.gradients = gradients
        self.prefix = prefix
        self.history: list[dict[str, Any]] = []
        self._lives: dict[str, UnitLives] = {}
        self._recorder: Recorder | None = None

    def on_train_begin(self, logs: Any = None) -> None:
        """Finds the activations of the model and opens the event file."""
        chosen = self.layers
        if chosen is not None and not isinstance(chosen, list | tuple):
            chosen = [chosen]
        self._probes = find_probes(self.model, chosen)
        self._train = Watch(self.model, self._probes, "train")
        self._step = 0
        self._described = False
        if self.log_dir is not None:
            self._recorder = Recorder(Path(self.log_dir) / self.prefix)

    def on_train_batch_begin(self, batch: int, logs: Any = None) -> None:
        """Has every `every`-th step watched."""
        if self._step % self.every == 0:
            self._train.arm()
        self._step += 1

    def on_epoch_end(self, epoch: int, logs: Any = None) -> None:
        """Writes the rows of the epoch."""
        sums = self._train.take()
        rows = [
            self._row(epoch, probe.name, probe.kind, sums[probe.name])
            for probe in self._probes
            if probe.name in sums
        ]
        self.history += rows
        if self._recorder is not None and rows:
            self._record(epoch, rows, sums)

    def on_train_end(self, logs: Any = None) -> None:
        """Closes the event file."""
        if self._recorder is not None:
            self._recorder.close()
            self._recorder = None

    def _row(
        self, epoch: int, name: str, kind: Any, sums: Sums
    ) -> dict[str, Any]:
        units = sums.rows.shape[1]
        row = {
            "epoch": epoch,
            "layer": name,
            "activation": kind.name,
            "units": units,
            "samples": int(sums["samples"].max()),
            **summarize(kind, sums),
        }
        if kind.can_die:
            lives = self._lives.setdefault(name, UnitLives(units))
            row |= lives.update(sums["fired"], sums.observed, epoch)
        return row

    def _record(
        self, epoch: int, rows: list[dict[str, Any]], sums: dict[str, Sums]
    ) -> None:
        tags = {
            probe.name: f"{index:02d}_{probe.name}"
            for index, probe in enumerate(self._probes, 1)
        }
        described = ("epoch", "layer", "activation", "units", "samples")
        scalars = {
            f"{self.prefix}.{measure}/{tags[row['layer']]}": value
            for row in rows
            for measure, value in row.items()
            if measure not in described
        }
        dead = [row["dead_ratio"] for row in rows if "dead_ratio" in row]
        if dead:
            scalars[f"{self.prefix}/dead_ratio"] = float(np.mean(dead))
            scalars[f"{self.prefix}/dead_ratio_worst"] = max(dead)
            scalars[f"{self.prefix}/revived"] = sum(
                row.get("revived", 0) for row in rows
            )
        scalars[f"{self.prefix}/bias_shift"] = float(
            np.mean([row["bias_shift"] for row in rows])
        )
        recorder = self._recorder
        if recorder is None:
            return
        if not self._described:
            self._described = True
            recorder.write(epoch, texts=manifest(self._manifest(rows, tags)))
        recorder.write(
            epoch,
            scalars,
            {
                f"keras_activations/firing/{tags[name]}": _shades(layer)
                for name, layer in sums.items()
            },
        )
        recorder.flush()

    def _manifest(
        self, rows: list[dict[str, Any]], tags: dict[str, str]
    ) -> dict[str, Any]:
        from keras_activations import __version__

        kinds = {probe.name: probe.kind for probe in self._probes}
        return {
            "schema": 1,
            "version": __version__,
            "prefix": self.prefix,
            "layers": [
                {
                    "name": row["layer"],
                    "tag": tags[row["layer"]],
                    "activation": row["activation"],
                    "units": row["units"],
                    "can_die": kinds[row["layer"]].can_die,
                    "expected_bias_shift": kinds[row["layer"]].bias_shift,
                }
                for row in rows
            ],
            "thresholds": {},
            "hparams": {},
            "measures": sorted(
                {key for row in rows for key in row}
                - {"epoch", "layer", "activation", "units", "samples"}
            ),
        }


def _shades(sums: Sums) -> np.ndarray:
    """Per unit 0 if it never fired, else its firing rate as 1 to 255."""
    rate = np.nan_to_num(firing_rate(sums))
    shade = np.maximum(np.round(255 * rate), 1)
    return np.where(sums["fired"] > 0, shade, 0).astype(np.uint8)
