"""Train the same network once per activation, rate and seed."""

import functools
import hashlib
import json
import math
import os
import random
import re
import shutil
import statistics
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from numbers import Integral, Real
from pathlib import Path
from typing import Any

import keras
import numpy as np
import tensorflow as tf
from keras.src.utils.naming import get_object_name, reset_uids

from keras_activations.callbacks import ActivationMonitor
from keras_activations.checks import check_labels, check_samples
from keras_activations.comparison.candidates import Candidate, candidates
from keras_activations.comparison.direction import direction
from keras_activations.comparison.progress import RunProgress
from keras_activations.comparison.result import Comparison, Row
from keras_activations.comparison.traced import TracedModel
from keras_activations.training import ExplicitSGD, MiniBatches

RECORD = "run.json"


def compare_activations(
    build_model: Callable[[Candidate], keras.Model],
    activations: Sequence[Any],
    x: Any,
    y: Any,
    *,
    validation_data: tuple[Any, Any],
    epochs: int = 20,
    batch_size: int = 32,
    seeds: Sequence[int] = (0,),
    learning_rates: Sequence[float] = (0.01, 0.1),
    optimizer: Callable[[float], keras.optimizers.Optimizer] = ExplicitSGD,
    loss: Any = "sparse_categorical_crossentropy",
    metrics: Sequence[Any] = ("accuracy",),
    mode: str = "auto",
    jit_compile: bool | str = "auto",
    steps_per_execution: int = 1,
    log_dir: str | Path | None = None,
    verbose: int = 1,
) -> Comparison:
    """Train one network with each activation, on the same batches.

    For the same seed every run starts from the same random state and is given
    the same mini-batches in the same order. The learning rate is chosen for
    each activation on its own, since the best one differs between them.

    Python's and NumPy's random states are afterwards what they were before.
    Those of TensorFlow and Keras, and the numbers in the names of new layers,
    go on from the last model that was built.

    Args:
        build_model: Called with an activation, returns a new uncompiled model.
            `activation()` gives a new layer, to be put into the model or given
            to `activation=`.
        activations: Names (`"prelu"`), names with arguments
            (`"elu(alpha=0.5)"`), layers (their configuration is used), layer
            classes or functions.
        x, y: Training samples and targets, arrays with as many samples.
        validation_data: `(x, y)` on which rates are chosen and activations
            compared. The chosen rate's score on it is a little flattering, by
            the same amount for all that try as many rates.
        epochs: Number of epochs of each run.
        batch_size: Samples of a mini-batch.
        seeds: One run for each; the spread over them is the noise.
        learning_rates: Those to try.
        optimizer: Called with a learning rate, returns a new optimizer.
        loss: As in `Model.compile`.
        metrics: As in `Model.compile`. Rates are chosen and activations
            compared by the first one, without any by the loss, on the
            validation data after the last epoch. Each gives one number.
        mode: Whether the least (`"min"`) or the greatest (`"max"`) value of
            the first metric is the best; `"auto"` knows it of Keras's metrics
            and losses and of names that end in error, loss or accuracy.
        jit_compile: As in `Model.compile`. A network of layers of Keras and
            this package is traced and compiled once for all its rates and
            seeds; one with layers or functions of your own for each run.
        steps_per_execution: As in `Model.compile`. A small network takes less
            time with many steps; the result is the same.
        log_dir: Where each run writes its event files and its result; an
            interrupted comparison that is started again goes on there. None
            writes nothing.
        verbose: 0 shows nothing, 1 a progress bar.

    Returns:
        A `Comparison`.

    Raises:
        ValueError: An argument cannot be used. All of them are checked before
            the first training step.

    Example:

    >>> import keras
    >>> import keras_activations as ka
    >>> from keras_activations import datasets
    >>> def build_model(activation):
    ...     return keras.Sequential([
    ...         keras.layers.Flatten(),
    ...         keras.layers.Dense(16, activation=activation()),
    ...         keras.layers.Dense(10, activation="softmax")])
    >>> data = datasets.load("digits")
    >>> result = ka.compare_activations(
    ...     build_model, ["relu", "sigmoid"], data.x, data.y,
    ...     validation_data=(data.x_val, data.y_val),
    ...     epochs=2, learning_rates=[0.1], verbose=0)
    >>> result.summary[0]["score"] > result.summary[1]["score"]
    True
    """
    if verbose not in (0, 1):
        raise ValueError(
            f"`verbose` must be 0 or 1. Received: verbose={verbose!r}"
        )
    with _random_state_kept():
        return Plan(
            build_model=build_model,
            activations=candidates(activations),
            x=x,
            y=y,
            validation_data=validation_data,
            epochs=epochs,
            batch_size=batch_size,
            seeds=seeds,
            learning_rates=learning_rates,
            optimizer=optimizer,
            loss=loss,
            metrics=metrics,
            mode=mode,
            jit_compile=jit_compile,
            steps_per_execution=steps_per_execution,
            log_dir=log_dir,
        ).run(verbose=verbose)


@dataclass
class Plan:
    """A checked comparison, ready to run.

    Its fields are the arguments of `compare_activations`; making one checks
    them all, and the networks, and trains nothing.
    """

    build_model: Callable[[Candidate], keras.Model]
    activations: list[Candidate]
    x: Any
    y: Any
    validation_data: tuple[Any, Any]
    epochs: int
    batch_size: int
    seeds: Sequence[int]
    learning_rates: Sequence[float]
    optimizer: Callable[[float], keras.optimizers.Optimizer]
    loss: Any
    metrics: Sequence[Any]
    mode: str
    jit_compile: bool | str
    steps_per_execution: int
    log_dir: str | Path | None

    def __post_init__(self) -> None:
        self._check_arguments()
        # Plain numbers, also of what NumPy made: they are written as JSON.
        self.epochs = int(self.epochs)
        self.batch_size = int(self.batch_size)
        self.steps_per_execution = int(self.steps_per_execution)
        self.seeds = [int(seed) for seed in self.seeds]
        self.learning_rates = [float(rate) for rate in self.learning_rates]
        self._digests = self._check_networks()
        if self.mode == "auto":
            self.mode = self._known_mode()
        self._records: dict[tuple, Row] = {}
        if self.log_dir is not None:
            self._records = self._read_log_dir(Path(self.log_dir))

    def run(self, verbose: int = 1) -> Comparison:
        """Train what is not there yet, and return everything."""
        rows = []
        choices = self._choices()
        traced = TracedModel()
        to_do = sum(self._key(*each) not in self._records for each in choices)
        with RunProgress(to_do, self.epochs, show=verbose > 0) as progress:
            for each in choices:
                row = self._records.get(self._key(*each))
                rows.append(row or self._train(*each, traced, progress))
        labels = [activation.label for activation in self.activations]
        rows.sort(
            key=lambda row: (
                labels.index(row["activation"]),
                row["learning_rate"],
            )
        )
        return Comparison(
            runs=rows,
            setup={
                "score": self._score(),
                "mode": self.mode,
                "activations": labels,
                "epochs": self.epochs,
                "batch_size": self.batch_size,
                "learning_rates": list(self.learning_rates),
                "seeds": list(self.seeds),
                "samples": [_samples(self.x), _samples(self.validation_data)],
            },
        )

    def _score(self) -> str:
        """The name in the history of what is compared."""
        if not self.metrics:
            return "val_loss"
        first = self.metrics[0]
        name = first if isinstance(first, str) else get_object_name(first)
        return f"val_{name}"

    def _known_mode(self) -> str:
        if not self.metrics:
            return "min"
        mode = direction(self.metrics[0])
        if mode is None:
            raise ValueError(
                "`mode` must say whether the least or the greatest value is "
                "the best, where the name of the first metric does not. "
                f"Received: mode='auto', metrics={list(self.metrics)!r}"
            )
        return mode

    def _choices(self) -> list[tuple[Candidate, float, int]]:
        # In this order what is traced for an activation is used again, and
        # what is initialized for a seed.
        return [
            (activation, rate, seed)
            for activation in self.activations
            for seed in self.seeds
            for rate in sorted(self.learning_rates)
        ]

    def _key(self, activation: Candidate, rate: float, seed: int) -> tuple:
        return self._digests[activation.label], rate, seed

    def _title(self, activation: Candidate, rate: float, seed: int) -> str:
        """What differs between the runs: a terminal is narrow."""
        parts = [activation.label]
        if len(self.learning_rates) > 1:
            parts.append(f"lr={rate:g}")
        if len(self.seeds) > 1:
            parts.append(f"seed={seed}")
        return " ".join(parts)

    def _directory(self, activation: Candidate, rate: float, seed: int) -> Path:
        """A place of its own, whichever other rates and seeds are tried."""
        # Letters that a shell or a URL would trip over become _.
        label = re.sub(r"[^\w.=-]+", "_", activation.label).strip("_")
        return Path(self.log_dir or "", label, f"lr={rate!r}", f"seed={seed}")

    def _row_in(
        self, directory: Path, activation: Candidate, rate: float, seed: int
    ) -> Row:
        """What is known of this very run in its directory.

        Raises:
            ValueError: The directory holds anything else.
        """
        if not directory.exists() or not any(directory.iterdir()):
            return {}
        row = _read(directory / RECORD)
        names = ("digest", "learning_rate", "seed")
        if tuple(row.get(name) for name in names) != self._key(
            activation, rate, seed
        ):
            raise ValueError(
                "`log_dir` must be one of its own for each comparison. "
                f"Received: log_dir={str(self.log_dir)!r}, where "
                f"{str(directory)!r} holds another run"
            )
        return row

    def _train(
        self,
        activation: Candidate,
        rate: float,
        seed: int,
        traced: TracedModel,
        progress: RunProgress,
    ) -> Row:
        row: Row = {
            "activation": activation.label,
            "learning_rate": rate,
            "seed": seed,
            "digest": self._digests[activation.label],
            "status": "running",
            "error": None,
        }
        directory = None
        logs: list[keras.callbacks.Callback] = []
        if self.log_dir is not None:
            directory = self._directory(activation, rate, seed)
            # Only the beginning of this very run makes way.
            self._row_in(directory, activation, rate, seed)
            shutil.rmtree(directory, ignore_errors=True)
            directory.mkdir(parents=True)
            _write(directory / RECORD, row)
            logs = [keras.callbacks.TensorBoard(directory, write_graph=False)]
        watch = progress.start(self._title(activation, rate, seed))
        try:
            beginning = activation.label, seed
            optimizer = self.optimizer(rate)
            # The label, since learned and fixed ELU have one class.
            hparams = {"activation": activation.label, "seed": seed}
            started = traced.again(beginning, optimizer, directory, hparams)
            if started is None:
                model = self._new_model(activation, seed)
                monitor = ActivationMonitor(
                    directory,
                    layers=_users_of(activation.made, model),
                    hparams=hparams,
                )
                model.compile(
                    optimizer=optimizer,
                    loss=self.loss,
                    metrics=self._new_metrics(),
                    jit_compile=self.jit_compile,
                    steps_per_execution=self.steps_per_execution,
                )
                started = traced.start(
                    model, monitor, self._sample(), beginning
                )
            model, monitor = started
            curves = model.fit(
                MiniBatches(
                    self.x, self.y, batch_size=self.batch_size, seed=seed
                ),
                epochs=self.epochs,
                validation_data=self._validation,
                shuffle=False,  # MiniBatches does it; Keras would warn
                verbose=0,
                callbacks=[*logs, monitor, watch],
            ).history
            row["seconds_per_epoch"] = statistics.median(watch.seconds)
            row["seconds"] = row["seconds_per_epoch"] * len(watch.seconds)
            row.update(_outcome(curves, monitor.history))
        except Exception as error:  # one failed run must not end the others
            traced.forget()
            row["status"] = "failed"
            row["error"] = f"{type(error).__name__}: {error}"
        progress.finish(watch, row["error"] or row["status"])
        if directory is not None:
            _write(directory / RECORD, row)
        return row

    @functools.cached_property
    def _validation(self) -> tf.data.Dataset:
        """The validation data in batches.

        Of arrays Keras makes a data set with functions in it, which takes
        longer to begin, each epoch, than many an evaluation.
        """
        floatx = keras.config.floatx()

        def as_keras_takes_it(given: Any) -> np.ndarray:
            array = np.asarray(given)
            floating = np.issubdtype(array.dtype, np.floating)
            return array.astype(floatx) if floating else array

        arrays = keras.tree.map_structure(
            as_keras_takes_it,
            keras.tree.lists_to_tuples(tuple(self.validation_data)),
        )
        return tf.data.Dataset.from_tensor_slices(arrays).batch(self.batch_size)

    def _new_model(self, activation: Candidate, seed: int) -> keras.Model:
        # Names start again, so that a layer has the same one in every run.
        # clear_session would do it too, and forget the user's dtype policy.
        reset_uids()
        keras.utils.set_random_seed(seed)
        activation.made.clear()
        model = self.build_model(activation)
        if not isinstance(model, keras.Model):
            raise ValueError(
                "`build_model` must return a Keras model. "
                f"Received: {model!r} for {activation.label!r}"
            )
        return model

    def _new_metrics(self) -> list[Any] | None:
        # Keras 3.12 refuses an empty list for a model of several outputs.
        return [_new_metric(metric) for metric in self.metrics] or None

    def _sample(self) -> Any:
        """A few samples, enough to build a model and to look at its output."""
        return keras.tree.map_structure(
            lambda array: np.asarray(array[:64]), self.x
        )

    def _check_arguments(self) -> None:
        for name in ("epochs", "batch_size", "steps_per_execution"):
            value = getattr(self, name)
            if (
                isinstance(value, bool)
                or not isinstance(value, Integral)
                or value < 1
            ):
                raise ValueError(
                    f"`{name}` must be a positive integer. "
                    f"Received: {name}={value!r}"
                )
        for name in ("seeds", "learning_rates"):
            values = getattr(self, name)
            if not isinstance(values, Sequence | np.ndarray) or not len(values):
                raise ValueError(
                    f"`{name}` must be a list with at least one. "
                    f"Received: {name}={values!r}"
                )
        for seed in self.seeds:
            if not isinstance(seed, Integral) or not 0 <= seed < 2**32:
                raise ValueError(
                    "`seeds` must be integers from 0 to 2**32 - 1. "
                    f"Received: seeds={self.seeds!r}"
                )
        for rate in self.learning_rates:
            if not (
                isinstance(rate, Real) and math.isfinite(rate) and rate > 0
            ):
                raise ValueError(
                    "`learning_rates` must be positive numbers. "
                    f"Received: learning_rates={self.learning_rates!r}"
                )
        for name in ("seeds", "learning_rates"):
            values = getattr(self, name)
            if len(set(values)) < len(values):
                raise ValueError(
                    f"`{name}` must not repeat any. Received: {name}={values!r}"
                )
        if isinstance(self.metrics, str) or not isinstance(
            self.metrics, Sequence
        ):
            raise ValueError(
                f"`metrics` must be a list. Received: metrics={self.metrics!r}"
            )
        if self.mode not in ("auto", "min", "max"):
            raise ValueError(
                '`mode` must be "auto", "min" or "max". '
                f"Received: mode={self.mode!r}"
            )
        if not callable(self.optimizer):
            raise ValueError(
                "`optimizer` must make one from a learning rate, such as "
                "`keras.optimizers.Adam`. "
                f"Received: optimizer={self.optimizer!r}"
            )
        if self.jit_compile not in (True, False, "auto"):
            raise ValueError(
                '`jit_compile` must be True, False or "auto". '
                f"Received: jit_compile={self.jit_compile!r}"
            )
        if not isinstance(self.log_dir, str | os.PathLike | None):
            raise ValueError(
                "`log_dir` must be a path or None. "
                f"Received: log_dir={self.log_dir!r}"
            )
        pair = self.validation_data
        if not (isinstance(pair, tuple | list) and len(pair) == 2):
            raise ValueError(
                "`validation_data` must be a pair `(x, y)`. "
                f"Received: validation_data={pair!r:.80}"
            )
        for leaf in keras.tree.flatten([self.x, self.y, *pair]):
            if not hasattr(leaf, "__array__"):
                raise ValueError(
                    "`x`, `y` and `validation_data` must be arrays or "
                    "structures of arrays; read data sets and generators into "
                    f"arrays first. Received: {type(leaf).__name__}"
                )
        labels = self.loss == "sparse_categorical_crossentropy"
        for which, (x, y) in (("", (self.x, self.y)), ("validation ", pair)):
            check_samples(x, y, which)
            if labels:
                check_labels(y, which)

    def _check_networks(self) -> dict[str, str]:
        """Refuse networks that cannot be compared; a digest of each."""
        # At one rate, whichever are tried: what else it makes of a rate.
        reset_uids()
        optimizer = self.optimizer(1.0)
        if not isinstance(optimizer, keras.optimizers.Optimizer):
            raise ValueError(
                "`optimizer` must return a Keras optimizer for a learning "
                f"rate. Received: {optimizer!r} for 1.0"
            )
        setup = keras.saving.serialize_keras_object(
            [self.loss, list(self.metrics), optimizer, self.jit_compile]
        )
        common = hashlib.sha256(
            json.dumps([self.epochs, self.batch_size, setup]).encode()
        )
        for each in keras.tree.flatten((self.x, self.y, self.validation_data)):
            array = np.asarray(each)
            common.update(f"{array.shape} {array.dtype}".encode())
            common.update(array.tobytes())
        sample = self._sample()
        digests: dict[str, str] = {}
        owners: dict[int, tuple[str, Any]] = {}
        for activation in self.activations:
            label = activation.label
            model = self._new_model(activation, seed=0)
            if model.compiled:
                raise ValueError(
                    "`build_model` must leave compiling to the comparison. "
                    f"Received: a compiled model for {label!r}"
                )
            layers = {
                id(layer) for layer in model._flatten_layers(include_self=False)
            }
            if not activation.made or any(
                id(layer) not in layers for layer in activation.made
            ):
                raise ValueError(
                    "`build_model` must put each layer that its argument makes "
                    "into the model, as in `Dense(64, activation="
                    "activation())`, and not as late as in `build` or `call`. "
                    f"Received: activation={label!r}, which made "
                    f"{len(activation.made)} layers, not all of them in the "
                    "model"
                )
            outputs = keras.tree.flatten(model(sample, training=False))
            for variable in model.variables:
                # The variable is kept so that no later one gets its id.
                owner, _ = owners.setdefault(id(variable), (label, variable))
                if owner != label:
                    raise ValueError(
                        "`build_model` must build a new model at each call. "
                        f"Received: models for {owner!r} and {label!r} that "
                        f"share {variable.path!r}"
                    )
            digest = common.copy()
            digest.update((label + _description(model)).encode())
            digests[label] = digest.hexdigest()[:16]
            if len(digests) == 1:
                self._check_score(model, outputs=len(outputs))
        return digests

    def _check_score(self, model: Any, outputs: int) -> None:
        """Refuse a loss or metrics that do not fit the data."""
        if outputs > 1 and self.metrics:
            raise ValueError(
                "`metrics` must be [] for a network of several outputs, which "
                f"is compared by its loss. Received: {outputs} outputs and "
                f"metrics={list(self.metrics)!r}"
            )
        model.compile(
            loss=self.loss,
            metrics=self._new_metrics(),
            run_eagerly=True,
        )
        x, y = keras.tree.map_structure(
            lambda array: np.asarray(array[:8]), tuple(self.validation_data)
        )
        try:
            found = model.evaluate(x, y, verbose=0, return_dict=True)
        except Exception as error:  # whatever Keras or TensorFlow raise
            raise ValueError(
                "`loss` and `metrics` must fit the network and the data. "
                f"Received: loss={self.loss!r}, metrics={list(self.metrics)!r}"
                f", which fail: {error}"
            ) from error
        shapes = {name: np.shape(value) for name, value in found.items()}
        if any(shapes.values()):
            raise ValueError(
                "`metrics` must give one number each. Received: "
                f"metrics={list(self.metrics)!r}, of shapes {shapes}"
            )
        if self._score().removeprefix("val_") not in found:
            raise ValueError(
                "`metrics` must begin with one that is in the history under "
                f"its name. Received: {self._score()!r}, where there are "
                f"{', '.join(f'val_{name}' for name in found)}"
            )

    def _read_log_dir(self, log_dir: Path) -> dict[tuple, Row]:
        """The finished runs of this comparison that lie in `log_dir`."""
        log_dir.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=log_dir):
            pass  # raises OSError where nothing can be written
        records = {}
        directories: dict[Path, str] = {}
        for activation, rate, seed in self._choices():
            directory = self._directory(activation, rate, seed)
            label = directories.setdefault(directory, activation.label)
            if label != activation.label:
                raise ValueError(
                    "`activations` must have names that differ in letters and "
                    f"digits. Received: {label!r} and {activation.label!r}, "
                    f"both to be written to {str(directory)!r}"
                )
            row = self._row_in(directory, activation, rate, seed)
            if row.get("status") in ("finished", "diverged"):
                records[self._key(activation, rate, seed)] = row
        return records


def _read(path: Path) -> Row:
    """What `_write` wrote; nothing of a file that other programs wrote."""
    try:
        row = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return row if isinstance(row, dict) else {}


@contextmanager
def _random_state_kept() -> Iterator[None]:
    """Give Python's and NumPy's random state back to the caller."""
    python, legacy = random.getstate(), np.random.get_state()
    try:
        yield
    finally:
        random.setstate(python)
        np.random.set_state(legacy)


def _samples(arrays: Any) -> int:
    return len(keras.tree.flatten(arrays)[0])


def _users_of(
    activations: list[keras.Layer], model: keras.Model
) -> list[keras.Layer]:
    """The layers of the model whose output comes from these activations."""
    used_by = {
        id(layer.activation): layer
        for layer in model._flatten_layers(include_self=False)
        if isinstance(getattr(layer, "activation", None), keras.Layer)
    }
    return [used_by.get(id(each), each) for each in activations]


def _description(model: keras.Model) -> str:
    """What the network is made of, as far as it tells."""
    try:
        return json.dumps(keras.saving.serialize_keras_object(model))
    except (NotImplementedError, TypeError):  # subclassed, without get_config
        return str([(each.path, each.shape) for each in model.variables])


def _new_metric(metric: Any) -> Any:
    """A metric of its own for each model, since it holds state."""
    if isinstance(metric, keras.metrics.Metric):
        return type(metric).from_config(metric.get_config())
    return metric


def _write(path: Path, row: Row) -> None:
    """Replace the file in one step, so that it is never half written."""
    draft = path.with_suffix(".tmp")
    draft.write_text(json.dumps(row), encoding="utf-8")
    draft.replace(path)


def _outcome(curves: dict[str, list[float]], health: list[Row]) -> Row:
    """The last values, the curves and the activation health of one run."""
    last = {name: float(values[-1]) for name, values in curves.items()}
    epochs = sorted({row["epoch"] for row in health})
    by_epoch = [
        [row for row in health if row["epoch"] == epoch] for epoch in epochs
    ]
    dead = [_over(max, rows, "dead_ratio") for rows in by_epoch]
    shift = [_over(statistics.fmean, rows, "bias_shift") for rows in by_epoch]
    return {
        "status": (
            "finished" if np.isfinite(list(last.values())).all() else "diverged"
        ),
        **last,
        "dead_ratio_worst": dead[-1],
        "bias_shift": shift[-1],
        "born_dead": _over(sum, by_epoch[-1], "born_dead"),
        "died": _over(sum, health, "died"),
        "revived": _over(sum, health, "revived"),
        "curves": {
            **{name: [float(v) for v in each] for name, each in curves.items()},
            "dead_ratio_worst": dead,
            "bias_shift": shift,
        },
    }


def _over(
    reduce: Callable[[list[float]], float], rows: list[Row], key: str
) -> float | None:
    """`reduce` over the rows; None where no layer has such a number."""
    values = [row[key] for row in rows if row.get(key) is not None]
    return float(reduce(values)) if values else None
