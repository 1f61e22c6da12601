"""Programs for one last test, which no rule has been tuned on."""

from benchmarks.diagnosis.held_out import faulty, healthy

PROGRAMS = [*faulty.PROGRAMS, *healthy.PROGRAMS]
