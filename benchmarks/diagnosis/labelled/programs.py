"""All programs."""

from benchmarks.diagnosis.labelled import (
    births,
    healthy_starts,
    healthy_steps,
    steps,
    tasks,
)
from benchmarks.diagnosis.labelled.program import Program

PROGRAMS: tuple[Program, ...] = (
    *births.add.programs,
    *steps.add.programs,
    *tasks.add.programs,
    *healthy_starts.add.programs,
    *healthy_steps.add.programs,
)
