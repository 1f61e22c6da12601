"""Is the label of each program true? Trains it without a monitor.

    python -m benchmarks.diagnosis.check [design|unseen|labelled] [--seed 1]
        [NAME...]

First the losses that `fit` gives for the first and the last epoch. Then, for
the training data and for the validation, the loss of the predictions, without
penalties; the smallest that we found for a prediction that is the same for all
samples; the ratio of the two; accuracy (and that of the majority) or R2.
"""

import argparse
import importlib
import time
from collections.abc import Iterator
from typing import Any

import keras
import numpy as np

from benchmarks.diagnosis.program import Program, Training
from benchmarks.diagnosis.records import fit

_SETS = {
    "design": "benchmarks.diagnosis.design",
    "unseen": "benchmarks.diagnosis.unseen",
    "labelled": "benchmarks.diagnosis.labelled.programs",
    "held_out": "benchmarks.diagnosis.held_out",
    "later": "benchmarks.diagnosis.later",
}


def _listed(values: Any) -> list[np.ndarray]:
    return list(values) if isinstance(values, (list, tuple)) else [values]


def _loss(training: Training, y: Any, predicted: Any, weights: Any) -> float:
    # The compiled loss alone: `evaluate` would add the penalties.
    loss = training.model._compile_loss(y, predicted, weights)
    return float(loss)


def _constants(y: np.ndarray, units: int) -> Iterator[np.ndarray]:
    """Predictions for one output, of which one is good for any usual loss."""
    rows = y.reshape(len(y), -1).astype("float64")
    if units > 1 and rows.shape[1] == 1:
        rows = np.eye(units)[rows[:, 0].astype(int)]
    mean = rows.mean(0)
    yield mean
    yield np.median(rows, 0)
    if rows.min() >= 0 and rows.max() <= 1:
        inner = mean.clip(1e-6, 1 - 1e-6)
        # Of a softmax and of a sigmoid.
        yield np.log(inner)
        yield np.log(inner / (1 - inner))


def _constant_loss(training: Training, y: Any, weights: Any) -> float:
    outputs = [output.shape[1:] for output in training.model.outputs]
    targets = _listed(y)
    found = []
    for values in zip(
        *(
            _constants(target, int(np.prod(shape)))
            for target, shape in zip(targets, outputs, strict=True)
        ),
        strict=False,
    ):
        predicted = [
            np.broadcast_to(
                value.reshape(shape).astype("float32"), (len(target), *shape)
            )
            for value, target, shape in zip(
                values, targets, outputs, strict=True
            )
        ]
        one = isinstance(y, np.ndarray)
        found.append(
            _loss(training, y, predicted[0] if one else predicted, weights)
        )
    return float(np.nanmin(found))


def _quality(y: Any, predicted: Any) -> str:
    """Of the first output: accuracy and that of the majority, or R2."""
    y, predicted = _listed(y)[0], _listed(predicted)[0]
    if not np.isfinite(predicted).all():
        return "not finite"
    units = predicted.shape[-1]
    if units > 1 and y.ndim > 1 and set(np.unique(y)) <= {0, 1}:
        y = y.argmax(-1)
    if units > 1 and y.ndim == 1:
        labels = predicted.argmax(-1)
    elif set(np.unique(y)) <= {0, 1}:
        labels = (predicted[:, 0] > 0.5).astype(int)
    else:
        error = predicted.reshape(y.shape) - y
        return f"R2 {1 - (error**2).mean() / y.var(0).mean():8.2f}"
    majority = np.bincount(y.astype(int)).max() / len(y)
    return f"{(labels == y).mean():.2f} ({majority:.2f})"


def _weights(training: Training) -> Any:
    """Those of the samples or of their classes."""
    classes = training.fit.get("class_weight")
    if classes is None:
        return training.fit.get("sample_weight")
    return np.array([classes[int(label)] for label in training.y], "float32")


def _line(program: Program, seed: int) -> str:
    # The time of all threads, which other processes hardly change.
    start = time.process_time()
    training = program.make(seed)
    made = time.process_time()
    history = fit(training, [])
    end = time.process_time()
    course = history.history["loss"]
    figures = []
    parts = [(training.x, training.y, _weights(training))]
    if training.validation is not None:
        parts.append((*training.validation, None))
    for x, y, weights in parts:
        predicted = training.model.predict(x, verbose=0, batch_size=256)
        last = _loss(training, y, predicted, weights)
        constant = _constant_loss(training, y, weights)
        figures.append(
            f"{last:9.3g} {constant:9.3g} {last / constant:8.3f} "
            f"{_quality(y, predicted):>12}"
        )
    return (
        f"{program.name:<40} {' '.join(sorted(program.causes)) or '-':<42} "
        f"{course[0]:9.3g} {course[-1]:9.3g} |{' |'.join(figures)} "
        f"{made - start:5.1f} {end - made:5.1f}"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("words", nargs="*", metavar="SET|NAME")
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    words = arguments.words
    sets = [word for word in words if word in _SETS]
    names = [word for word in words if word not in sets]
    part = f"{'last':>9} {'constant':>9} {'ratio':>8} {'quality':>12}"
    head = f"{'name':<40} {'causes':<42} {'first':>9} {'end':>9}"
    print(f"{head} |{part} |{part}  make fit s")
    begin = time.perf_counter()
    for name in sets or ["design"]:
        module = importlib.import_module(_SETS[name])
        for program in module.PROGRAMS:
            if not names or program.name in names:
                print(_line(program, arguments.seed), flush=True)
                keras.backend.clear_session()
    print(f"{time.perf_counter() - begin:.0f} s")


if __name__ == "__main__":
    main()
