"""Does a faulty program learn after the first remedy of its diagnosis?"""

from typing import Any

import keras
import numpy as np

import keras_activations as ka
from benchmarks.diagnosis.program import Program, Training
from benchmarks.diagnosis.records import fit
from keras_activations.callbacks import ActivationMonitor
from keras_activations.diagnosis import Diagnosis
from keras_activations.diagnosis.signs import Signs

# A training has learned if its loss is below this share of the loss of the
# best constant predictor, and validation is not much worse.
LEARNED = 0.8


def learned(training: Training) -> bool:
    """Trains, and says whether the loss falls clearly below a constant's."""
    monitor = ActivationMonitor(alerts=False)
    fit(training, [monitor])
    record = monitor.record()
    signs = Signs(record)
    relative = signs.last_relative
    varies = all(
        row["std_of_samples"] > 0
        for row in record.outputs
        if row["epoch"] == record.epochs[-1]
    )
    gap = signs.validation_gap
    return (
        relative is not None
        and relative <= LEARNED
        and varies
        and (gap is None or gap < 1.0)
    )


def mended(
    program: Program, seed: int, diagnosis: Diagnosis
) -> tuple[bool, str]:
    """Applies the first remedy to a fresh program, and trains it.

    Returns:
        Whether it learns, and what was done: the code, or why nothing was.
    """
    if not diagnosis:
        return False, "no finding"
    code = next((each.code for each in diagnosis[0].remedies if each.code), "")
    if not code:
        return False, "no code"
    keras.backend.clear_session()
    training = program.make(seed)
    names: dict[str, Any] = {
        "keras": keras,
        "ka": ka,
        "np": np,
        "model": training.model,
        "x": training.x,
        "y": training.y,
    }
    try:
        exec(code, names)
    except Exception as error:
        return False, f"{type(error).__name__}: {error}"
    training.model, training.x, training.y = (
        names[name] for name in ("model", "x", "y")
    )
    # The validation data would need the same change.
    changed = any(
        line.startswith(("x ", "x[", "y ", "y[")) for line in code.splitlines()
    )
    training.validation = None if changed else training.validation
    try:
        return learned(training), code
    except Exception as error:
        return False, f"{type(error).__name__}: {error}"
