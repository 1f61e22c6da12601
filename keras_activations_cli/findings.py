"""What was found in runs, each finding once for all of them."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    # Imported where they are used: `--help` should not wait for the backend.
    from keras_activations.diagnosis import Diagnosis, Finding
    from keras_activations.recording.record_log import Logged

# More names of runs are counted.
_SHOWN = 4


def findings_in(runs: "Sequence[Logged]") -> Iterator[str]:
    """The lines to print, without the runs that have no diagnosis.

    A finding of many runs is told once, in the words of the first of them.
    """
    known = {
        _name(run.name): run.diagnosis
        for run in runs
        if run.diagnosis is not None
    }
    if len(known) == 1:
        ((name, diagnosis),) = known.items()
        yield f"{name}: {diagnosis.verdict}"
    causes: dict[str, dict[str, Finding]] = {}
    for name, diagnosis in known.items():
        for finding in diagnosis:
            causes.setdefault(finding.cause, {})[name] = finding
    # Those of the most runs first, then in the order of the runs.
    for cause, found in sorted(causes.items(), key=lambda each: -len(each[1])):
        often = "" if len(known) == 1 else f" in {len(found)} of {len(known)}"
        finding = next(iter(found.values()))
        yield f"- {cause}{often and f'{often} runs'}: {finding.sentence}"
        if often and len(found) < len(known):
            yield f"  Runs: {_some(list(found))}"
        if finding.remedies:
            yield f"  {finding.remedies[0].text}."
    if len(known) > 1:
        yield from _without(known)


def _without(known: "dict[str, Diagnosis]") -> Iterator[str]:
    """What was looked at in vain, and in which runs."""
    verdicts: dict[str, list[str]] = {}
    for name, diagnosis in known.items():
        if not diagnosis:
            verdicts.setdefault(diagnosis.verdict, []).append(name)
    for verdict, names in verdicts.items():
        yield f"- {len(names)} of {len(known)} runs: {verdict}"
        if len(names) < len(known):
            yield f"  Runs: {_some(names)}"


def _some(names: Sequence[str]) -> str:
    """Names of runs; after one beside it, a run is told by its last part."""
    shown = list(names[:1])
    for before, name in pairwise(names[:_SHOWN]):
        folder, _, last = name.rpartition("/")
        beside = folder and folder == before.rpartition("/")[0]
        shown.append(last if beside else name)
    more = len(names) - _SHOWN
    text = ", ".join(shown)
    return f"{text} and {more} more" if more > 0 else text


def _name(path: str) -> str:
    """A run without the directory that the monitor adds."""
    return path.removesuffix("/health")
