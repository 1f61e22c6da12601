"""From a record to findings: which rules apply, and what explains what."""

from collections.abc import Iterator
from dataclasses import dataclass

from keras_activations.diagnosis import rules
from keras_activations.diagnosis.finding import (
    CAUSES,
    Diagnosis,
    Finding,
)
from keras_activations.diagnosis.record import Record
from keras_activations.diagnosis.remedies import REMEDIES
from keras_activations.diagnosis.rules import Found, Rule
from keras_activations.diagnosis.sentences import sentence
from keras_activations.diagnosis.signs import Signs


@dataclass(frozen=True)
class _Check:
    """When a rule applies.

    Args:
        needs: The parts of the record that it reads.
        in_trouble: Whether it only counts if the training does not learn.
        unless: The causes that explain what it would find.
    """

    needs: tuple[str, ...] = ()
    in_trouble: bool = False
    unless: tuple[str, ...] = ()

    def missing(self, signs: Signs) -> str:
        """Why the rule cannot be checked; "" if it can."""
        for part in self.needs:
            if not getattr(signs.record, part):
                return signs.record.gaps.get(part) or _ABSENT[part]
        if self.in_trouble and signs.trouble is None:
            return _NO_CONSTANT
        return ""


_ABSENT = {
    "birth": "no row of the time before the first update",
    "first_steps": "no weights of the first steps",
    "inputs": "no inputs were seen before the weights of the model",
    "targets": "no loss of Keras was seen in the step",
    "losses": "no epoch has ended",
    "history": "no epoch of a watched activation has ended",
}
_NO_CONSTANT = (
    "the loss of the best constant prediction is not known for this loss"
)

_BIRTH = (
    "symmetric_units",
    "born_dead",
    "saturated_at_birth",
    "exploding_at_birth",
)
_SCALES = ("target_scale", "input_scale")
_CHECKS = {
    "output_loss_mismatch": _Check(("targets",)),
    "symmetric_units": _Check(("first_steps",)),
    "target_scale": _Check(
        ("targets",), True, ("output_loss_mismatch", "symmetric_units")
    ),
    "input_scale": _Check(("inputs",), True, ("symmetric_units",)),
    "born_dead": _Check(("birth",), True, ("symmetric_units", "input_scale")),
    "saturated_at_birth": _Check(
        ("birth",), True, ("symmetric_units", "input_scale")
    ),
    "exploding_at_birth": _Check(
        ("birth",), True, ("symmetric_units", "input_scale")
    ),
    "vanishing_signal": _Check(
        ("birth",), True, ("symmetric_units", "born_dead")
    ),
    "diverged": _Check(("losses",), False, ("exploding_at_birth", *_SCALES)),
    "rate_too_high": _Check(
        ("first_steps", "losses"),
        False,
        ("output_loss_mismatch", "vanishing_signal", *_BIRTH, *_SCALES),
    ),
    "rate_too_low": _Check(
        ("first_steps",),
        True,
        ("output_loss_mismatch", "vanishing_signal", *_BIRTH),
    ),
    "over_regularised": _Check(
        ("birth", "history"),
        True,
        ("rate_too_high", "rate_too_low", "vanishing_signal", *_BIRTH),
    ),
    "train_validation_gap": _Check(
        ("history",), False, ("diverged", "rate_too_high", *_BIRTH)
    ),
    "dying_units": _Check(
        ("birth", "history"),
        False,
        ("rate_too_high", "over_regularised", "diverged", *_BIRTH, *_SCALES),
    ),
    "constant_units": _Check(
        ("history",),
        True,
        tuple(each for each in CAUSES if each not in ("not_learning",)),
    ),
    "not_learning": _Check(
        ("losses",), True, tuple(e for e in CAUSES if e != "not_learning")
    ),
}


def diagnose_record(record: Record, running: bool = False) -> Diagnosis:
    """What is wrong with a training, the most important first.

    Args:
        record: What is known about the training.
        running: Whether the training goes on. Then a few epochs without
            progress are no trouble yet.

    Returns:
        The findings. A cause that explains another one leaves that out.
    """
    signs = Signs(record, running)
    found: dict[str, list[Finding]] = {}
    not_checked = {}
    for cause in CAUSES:
        check = _CHECKS[cause]
        if running and cause == "not_learning":
            continue  # it is too early to give up
        reason = check.missing(signs)
        if reason:
            not_checked[cause] = reason
            continue
        if check.in_trouble and not signs.trouble:
            continue
        if any(other in found for other in check.unless if other != cause):
            continue
        rule: Rule = getattr(rules, cause)
        findings = [_finding(cause, signs, each) for each in rule(signs)]
        if findings:
            found[cause] = findings
    return Diagnosis(_in_order(found), _looked_at(record), not_checked)


def _finding(cause: str, signs: Signs, found: Found) -> Finding:
    return Finding(
        cause,
        found.layers,
        found.since,
        found.evidence,
        sentence(cause, signs, found),
        tuple(REMEDIES[cause](signs, found)),
    )


def _in_order(found: dict[str, list[Finding]]) -> Iterator[Finding]:
    for cause in CAUSES:
        yield from found.get(cause, [])


def _looked_at(record: Record) -> str:
    epochs = len(record.epochs)
    layers = len(record.layers)
    parts = [
        f"{layers} activation{'' if layers == 1 else 's'}",
        f"{epochs} epoch{'' if epochs == 1 else 's'}",
    ]
    if record.birth:
        parts.append("the first mini-batch")
    text = f"{', '.join(parts[:-1])} and {parts[-1]}"
    if record.not_watched:
        text += f" ({len(record.not_watched)} activations are not watched)"
    return text
