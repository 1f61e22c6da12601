"""Sixty more programs, written without a look at the diagnosis."""

from benchmarks.diagnosis.later import (
    courses,
    dense,
    outputs,
    scales,
    starts,
    structured,
)

FAULTY = [
    *starts.PROGRAMS,
    *scales.PROGRAMS,
    *outputs.PROGRAMS,
    *courses.PROGRAMS,
]
HEALTHY = [*dense.PROGRAMS, *structured.PROGRAMS]
PROGRAMS = [*FAULTY, *HEALTHY]
