"""Trains programs with the monitor, and keeps what it has recorded."""

import dataclasses
import json
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import keras

from benchmarks.diagnosis.program import Program, Training
from keras_activations.callbacks import ActivationMonitor
from keras_activations.diagnosis import Record


def fit(training: Training, callbacks: list[Any]) -> Any:
    """Runs a training."""
    extra = {**training.fit}
    callbacks = [*extra.pop("callbacks", []), *callbacks]
    return training.model.fit(
        training.x,
        training.y,
        validation_data=training.validation,
        epochs=training.epochs,
        batch_size=training.batch_size,
        callbacks=callbacks,
        verbose=0,
        **extra,
    )


def record_of(program: Program, seed: int) -> tuple[Record, list[str]]:
    """What a monitor records of a program.

    Returns:
        The record, and the causes of which the monitor has told while the
        model trained.
    """
    keras.backend.clear_session()
    told: list[str] = []
    monitor = ActivationMonitor(
        alerts=False, on_finding=lambda finding: told.append(finding.cause)
    )
    fit(program.make(seed), [monitor])
    return monitor.record(), told


def kept(
    programs: Iterable[Program], seed: int, folder: Path | None
) -> Iterable[tuple[Program, Record, list[str]]]:
    """The records of programs, from a folder if they are there.

    Rules can be changed without training again: the folder keeps records as
    JSON, by name and seed.
    """
    for program in programs:
        file = folder and folder / f"{program.name}-{seed}.json"
        if file and file.exists():
            text = json.loads(file.read_text())
            yield program, Record(**text["record"]), text["told"]
            continue
        start = time.perf_counter()
        record, told = record_of(program, seed)
        seconds = time.perf_counter() - start
        print(f"{program.name}: {seconds:.1f} s", flush=True)
        if file:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(
                json.dumps({"record": dataclasses.asdict(record), "told": told})
            )
        yield program, record, told
