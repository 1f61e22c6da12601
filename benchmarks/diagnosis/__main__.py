"""How often the diagnosis is right.

    python -m benchmarks.diagnosis [--half design unseen labelled] [--seeds 1]
        [--records FOLDER] [--remedies] [--json benchmarks/diagnosis.json]

The rules and their limits were chosen on the half "design" alone, and frozen
before the half "unseen" was run.
"""

import argparse
import json
import os
import warnings
from pathlib import Path
from typing import Any

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "2")

from benchmarks.diagnosis import design, held_out, later, unseen
from benchmarks.diagnosis.labelled import programs as labelled
from benchmarks.diagnosis.program import Program
from benchmarks.diagnosis.records import kept
from benchmarks.diagnosis.remedies import mended
from benchmarks.diagnosis.rules_of_others import RULES
from benchmarks.diagnosis.scores import Scores, Share
from keras_activations.diagnosis import diagnose_record

HALVES: dict[str, tuple[Program, ...]] = {
    "design": design.PROGRAMS,
    "unseen": unseen.PROGRAMS,
    "labelled": labelled.PROGRAMS,
    "held_out": held_out.PROGRAMS,
    "later": tuple(later.PROGRAMS),
}


def measure(
    half: str, seeds: list[int], folder: Path | None, tries: bool
) -> dict[str, Any]:
    """The scores of one half of the programs."""
    ours, told = Scores(), Scores()
    others = {name: Scores() for name in RULES}
    cured = Share()
    wrong = []
    for seed in seeds:
        for program, record, while_training in kept(HALVES[half], seed, folder):
            diagnosis = diagnose_record(record)
            named = [finding.cause for finding in diagnosis]
            ours.add(program.causes, named)
            told.add(program.causes, while_training)
            for name, rule in RULES.items():
                others[name].add(program.causes, rule(record))
            if not _right(program.causes, named):
                right = ", ".join(sorted(program.causes)) or "healthy"
                wrong.append(
                    f"{program.name} (seed {seed}): {right}; named: "
                    f"{', '.join(named) or 'nothing'}"
                )
            if tries and program.causes:
                learns, how = mended(program, seed, diagnosis)
                cured.add(learns)
                if not learns:
                    what = how.replace("\n", "; ")
                    print(f"  not mended: {program.name}: {what}")
    _print(half, ours, told, others, cured, wrong)
    return {
        "programs": len(HALVES[half]),
        "seeds": seeds,
        "diagnosis": ours.as_dict(),
        "told_while_training": told.as_dict(),
        "others": {name: each.as_dict() for name, each in others.items()},
        "learns_after_first_remedy": cured.as_dict(),
        "wrong": wrong,
    }


def _right(causes: frozenset[str], named: list[str]) -> bool:
    return set(named) <= causes and bool(named) == bool(causes)


def _print(
    half: str,
    ours: Scores,
    told: Scores,
    others: dict[str, Scores],
    cured: Share,
    wrong: list[str],
) -> None:
    print(f"\n{half}: share (95 % interval)")
    lines = {
        "faulty programs alarmed": ours.faulty_alarmed,
        "a right cause for a faulty program": ours.right_cause,
        "the first finding is a right cause": ours.first_right,
        "healthy programs alarmed": ours.healthy_alarmed,
        "causes named that are right": ours.named_right,
        "healthy programs alarmed while training": told.healthy_alarmed,
        "causes told while training that are right": told.named_right,
        "learns after the first remedy": cured,
    }
    for name, share in lines.items():
        print(f"  {name:42} {share}")
    print("  by cause: found where it is right; right where it is named")
    for cause in sorted({*ours.found, *ours.named}):
        found = ours.found.get(cause, Share())
        named = ours.named.get(cause, Share())
        print(f"    {cause:22} {found!s:32} {named}")
    print("  rules of others: faulty alarmed; healthy alarmed")
    for name, scores in others.items():
        print(
            f"    {name:36} {scores.faulty_alarmed!s:32} "
            f"{scores.healthy_alarmed}"
        )
    for line in wrong:
        print(f"  wrong: {line}")


def main() -> None:
    """Measures what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--half", nargs="+", default=["design", "unseen"])
    parser.add_argument("--seeds", nargs="+", type=int, default=[1])
    parser.add_argument("--records", type=Path)
    parser.add_argument("--remedies", action="store_true")
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    warnings.simplefilter("ignore")
    # What the monitor could not do is no result.
    warnings.filterwarnings("error", "ActivationMonitor stops")
    found = {
        half: measure(half, options.seeds, options.records, options.remedies)
        for half in options.half
    }
    if options.json:
        options.json.write_text(json.dumps(found, indent=1) + "\n")


if __name__ == "__main__":
    main()
