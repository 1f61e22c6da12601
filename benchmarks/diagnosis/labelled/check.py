"""Is the label of each program true? Trains it without a monitor.

    python -m benchmarks.diagnosis.labelled.check
        [--half design|unseen] [--seed 1] [NAME...]

"first" and "final" are the losses of the first and the last epoch as `fit`
gives them, with penalties. "last" is the loss of the predictions after
training, without penalties; "constant" that of the best prediction that is the
same for all samples. Both are computed with NumPy from what the model
predicts; of a loss that has no name here they are "nan". Of several outputs
they are sums, and the score is that of the first: the accuracy beside that of
the majority, or R2.
"""

import argparse
import os
import time
from typing import Any

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")

import keras
import numpy as np

from benchmarks.diagnosis.labelled.program import Program, Training
from benchmarks.diagnosis.labelled.programs import PROGRAMS

_SMALL = 1e-7  # as Keras clips probabilities


def _listed(values: Any) -> list[Any]:
    return list(values) if isinstance(values, (list, tuple)) else [values]


class _Loss:
    """A named loss, in NumPy."""

    def __init__(self, loss: Any) -> None:
        name = loss if isinstance(loss, str) else getattr(loss, "name", "")
        known = isinstance(loss, keras.losses.Loss)
        config = loss.get_config() if known else {}
        short = {"mse": "mean_squared_error", "mae": "mean_absolute_error"}
        self.kind = short.get(name, name)
        self.logits = config.get("from_logits", False)
        self.smoothing = config.get("label_smoothing", 0.0)

    def targets(self, y: np.ndarray, units: int) -> np.ndarray:
        """As rows of numbers: of classes, their probabilities."""
        rows = np.asarray(y, "float64").reshape(len(y), -1)
        if self.kind.startswith("sparse"):
            rows = np.eye(units)[rows[:, 0].astype(int)]
        classes = 2 if self.kind == "binary_crossentropy" else rows.shape[1]
        if self.kind.endswith("crossentropy"):
            rows = rows * (1 - self.smoothing) + self.smoothing / classes
        return rows

    def probabilities(self, predicted: np.ndarray) -> np.ndarray:
        """What the loss makes of predictions, if of probabilities at all."""
        p = np.asarray(predicted, "float64").reshape(len(predicted), -1)
        if self.kind == "binary_crossentropy":
            p = 1 / (1 + np.exp(-p.clip(-500, 500))) if self.logits else p
            return p.clip(_SMALL, 1 - _SMALL)
        if self.kind.endswith("crossentropy"):
            if self.logits:
                p = np.exp(p - p.max(-1, keepdims=True))
            p = p.clip(_SMALL, 1)  # before the division, as Keras does
            return p / p.sum(-1, keepdims=True)
        return p

    def samples(self, targets: np.ndarray, p: np.ndarray) -> np.ndarray:
        """The loss of each sample."""
        if self.kind == "binary_crossentropy":
            both = targets * np.log(p) + (1 - targets) * np.log(1 - p)
            return -both.mean(-1)
        if self.kind.endswith("crossentropy"):
            return -(targets * np.log(p)).sum(-1)
        error = np.abs(targets - p)
        if self.kind == "mean_absolute_error":
            return error.mean(-1)
        if self.kind == "huber":
            far = np.where(error < 1, error**2 / 2, error - 0.5)
            return far.mean(-1)
        if self.kind == "mean_squared_error":
            return (error**2).mean(-1)
        return np.full(len(targets), np.nan)

    def constant(self, targets: np.ndarray, weights: np.ndarray) -> float:
        """The loss of the best constant prediction."""
        if self.kind not in ("mean_absolute_error", "huber"):
            p = np.average(targets, 0, weights)[None]
            if self.kind.endswith("crossentropy"):
                p = p.clip(_SMALL, 1 - _SMALL)
            return float(np.average(self.samples(targets, p), weights=weights))
        # Column by column, among the targets' quantiles.
        total = 0.0
        for column in targets.T[..., None]:
            tried = np.quantile(column, np.linspace(0.05, 0.95, 181))
            total += min(
                np.average(self.samples(column, p[None, None]), weights=weights)
                for p in tried
            )
        return float(total / targets.shape[1])


def _score(y: np.ndarray, loss: _Loss, p: np.ndarray) -> str:
    """Accuracy and that of the majority, or R2."""
    if not np.isfinite(p).all():
        return "not finite"
    targets = loss.targets(y, p.shape[1])
    if set(np.unique(y)) <= set(range(len(y))) and (
        loss.kind.endswith("crossentropy") or not loss.kind
    ):
        if p.shape[1] == 1:
            right, classes = (p > 0.5) == (targets > 0.5), targets > 0.5
        else:
            classes = targets.argmax(-1)
            right = p.argmax(-1) == classes
        _, counts = np.unique(classes, return_counts=True)
        return f"{right.mean():.2f} ({counts.max() / len(y):.2f})"
    spread = ((targets - targets.mean(0)) ** 2).mean()
    return f"R2 {1 - ((targets - p) ** 2).mean() / spread:.2f}"


def _figures(
    training: Training, x: Any, y: Any, weights: Any
) -> tuple[float, float, str]:
    """The last and the constant loss, and the score of the first output."""
    # Called directly, since `predict` would first trace another graph.
    outputs = _listed(training.model(x, training=False))
    predictions = [keras.ops.convert_to_numpy(output) for output in outputs]
    losses = _listed(training.model.loss)
    last = best = 0.0
    score = ""
    for target, predicted, loss in zip(
        _listed(y), predictions, map(_Loss, losses), strict=True
    ):
        p = loss.probabilities(predicted)
        targets = loss.targets(target, p.shape[1])
        each = np.ones(len(p)) if weights is None else weights
        # A NaN of a single sample is the whole training's.
        last += float(np.average(loss.samples(targets, p), weights=each))
        best += loss.constant(targets, each)
        score = score or _score(np.asarray(target), loss, p)
    return last, best, score


def _weights(training: Training) -> Any:
    """Those of the samples, or of their classes."""
    classes = training.fit_arguments.get("class_weight")
    if classes is None:
        return training.fit_arguments.get("sample_weight")
    return np.array([classes[int(label)] for label in training.y])


def _line(program: Program, seed: int) -> str:
    start = time.perf_counter()
    training = program.make(seed)
    history = training.model.fit(
        training.x,
        training.y,
        batch_size=training.batch_size,
        epochs=training.epochs,
        verbose=0,
        **training.fit_arguments,
    )
    losses = history.history["loss"]
    seconds = time.perf_counter() - start
    parts = [(training.x, training.y, _weights(training))]
    if training.validation is not None:
        parts.append((*training.validation, None))
    text = ""
    with np.errstate(all="ignore"):
        for x, y, weights in parts:
            last, best, score = _figures(training, x, y, weights)
            text += f" {last:9.3g} {best:9.3g} {last / best:7.3f} {score:>12}"
    blank = " " * 41 * (2 - len(parts))
    causes = " ".join(sorted(program.causes)) or "-"
    return (
        f"{program.name:<45} {program.half} {causes:<38}"
        f" {losses[0]:9.3g} {losses[-1]:9.3g}"
        f"{text}{blank} {seconds:5.1f}"
    )


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("names", nargs="*", metavar="NAME")
    parser.add_argument("--half", choices=("design", "unseen"))
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    part = f" {'last':>9} {'constant':>9} {'ratio':>7} {'score':>12}"
    print(
        f"{'name':<45} {'half':<6} {'causes':<38} {'first':>9} {'final':>9}"
        f"{part}{part} {'s':>5}   (training, then validation)"
    )
    for program in PROGRAMS:
        if arguments.half not in (None, program.half):
            continue
        if arguments.names and program.name not in arguments.names:
            continue
        print(_line(program, arguments.seed), flush=True)
        keras.backend.clear_session()


if __name__ == "__main__":
    main()
