"""From a record to findings: which rules apply, and what explains what."""

from collections.abc import Iterator
from dataclasses import dataclass

from keras_activations.diagnosis import (
    limits,
    rules_of_birth,
    rules_of_course,
    rules_of_data,
    rules_of_steps,
)
from keras_activations.diagnosis.confidence import confidence
from keras_activations.diagnosis.finding import (
    CAUSES,
    Diagnosis,
    Finding,
)
from keras_activations.diagnosis.found import Found, Rule
from keras_activations.diagnosis.record import Record
from keras_activations.diagnosis.remedies import REMEDIES
from keras_activations.diagnosis.sentences import sentence
from keras_activations.diagnosis.signs import Signs


@dataclass(frozen=True)
class _Check:
    """When a rule applies.

    Args:
        cause: What it finds.
        rule: The rule.
        needs: The parts of the record that it reads.
        unless: The causes that explain what it would find.
        in_trouble: Whether it only counts if the training does not learn.
    """

    cause: str
    rule: Rule
    needs: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    in_trouble: bool = True

    def missing(self, signs: Signs) -> str:
        """Why the rule cannot be checked; "" if it can."""
        for part in self.needs:
            if not getattr(signs.record, part):
                return signs.record.gaps.get(part) or _ABSENT[part]
        if self.in_trouble and signs.trouble is None:
            return _NO_CONSTANT
        if self.cause == "not_learning":
            epochs = len(signs.record.losses)
            if signs.steps < limits.FEW_STEPS or epochs < limits.FEW_EPOCHS:
                return (
                    f"only {signs.steps} steps in {epochs} "
                    f"epoch{'' if epochs == 1 else 's'} have been made"
                )
            if signs.trouble and signs.falls:
                return "the loss is still falling"
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
    "constant_units",
    "vanishing_signal",
)
_SCALES = ("target_scale", "input_scale")
_STEPS = ("diverged", "rate_too_high", "rate_too_low", "over_regularised")
_EARLY = ("symmetric_units", "input_scale")
# A training may still begin to learn, and moving averages may catch up.
_AT_THE_END = ("train_validation_gap", "not_learning")
# In this order: what stands first may explain what follows.
_CHECKS = (
    _Check(
        "output_loss_mismatch",
        rules_of_data.output_loss_mismatch,
        ("targets",),
        in_trouble=False,
    ),
    _Check(
        "symmetric_units",
        rules_of_birth.symmetric_units,
        ("first_steps",),
        in_trouble=False,
    ),
    _Check(
        "target_scale",
        rules_of_data.target_scale,
        ("targets",),
        ("output_loss_mismatch", "symmetric_units"),
    ),
    _Check(
        "input_scale",
        rules_of_data.input_scale,
        ("inputs",),
        ("symmetric_units",),
    ),
    _Check(
        "saturated_at_birth",
        rules_of_birth.saturated_at_birth,
        ("birth",),
        _EARLY,
        in_trouble=False,
    ),
    _Check(
        "saturated_at_birth",
        rules_of_birth.saturated_cells,
        ("first_steps",),
        (*_EARLY, "saturated_at_birth"),
    ),
    _Check(
        "constant_units",
        rules_of_birth.constant_at_birth,
        ("birth",),
        (*_EARLY, "saturated_at_birth"),
    ),
    _Check(
        "born_dead",
        rules_of_birth.born_dead,
        ("birth",),
        (*_EARLY, "constant_units"),
    ),
    _Check(
        "born_dead",
        rules_of_birth.silent_at_birth,
        ("targets",),
        (*_EARLY, "constant_units", "born_dead"),
    ),
    _Check(
        "exploding_at_birth",
        rules_of_birth.exploding_at_birth,
        ("birth",),
        _EARLY,
    ),
    _Check(
        "exploding_at_birth",
        rules_of_birth.exploding_outputs,
        ("targets",),
        (*_EARLY, "exploding_at_birth"),
    ),
    _Check(
        "vanishing_signal",
        rules_of_birth.vanishing_signal,
        ("birth",),
        (*_EARLY, "born_dead", "saturated_at_birth", "constant_units"),
    ),
    _Check(
        "rate_too_high",
        rules_of_steps.rate_too_high,
        ("first_steps", "losses"),
        ("output_loss_mismatch", *_BIRTH, *_SCALES),
        in_trouble=False,
    ),
    _Check(
        "diverged",
        rules_of_steps.diverged,
        ("losses",),
        (
            "output_loss_mismatch",
            "exploding_at_birth",
            "rate_too_high",
            *_SCALES,
        ),
        in_trouble=False,
    ),
    _Check(
        "rate_too_low",
        rules_of_steps.rate_too_low,
        ("first_steps",),
        ("output_loss_mismatch", *_BIRTH),
    ),
    _Check(
        "over_regularised",
        rules_of_course.over_regularised,
        ("birth", "history"),
        ("rate_too_high", "rate_too_low", "diverged", *_BIRTH, *_SCALES),
    ),
    _Check(
        "train_validation_gap",
        rules_of_course.train_validation_gap,
        ("history",),
        ("diverged", "rate_too_high", *_BIRTH, *_SCALES),
        in_trouble=False,
    ),
    _Check(
        "dying_units",
        rules_of_course.dying_units,
        ("birth", "history"),
        ("output_loss_mismatch", *_BIRTH, *_SCALES, *_STEPS),
        in_trouble=False,
    ),
    _Check(
        "constant_units",
        rules_of_course.constant_units,
        ("history",),
        CAUSES[:-1],
    ),
    _Check(
        "not_learning", rules_of_course.not_learning, ("losses",), CAUSES[:-1]
    ),
)


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
    # Found, but it does no harm so far: what it would explain is not told
    # before that is clear.
    suspected: set[str] = set()
    not_checked: dict[str, str] = {}
    for check in _CHECKS:
        cause = check.cause
        if running and cause in _AT_THE_END:
            continue
        reason = check.missing(signs)
        if reason:
            not_checked.setdefault(cause, reason)
            continue
        if any(each in found or each in suspected for each in check.unless):
            continue
        if check.in_trouble and not signs.trouble and not signs.early:
            continue
        findings = [_finding(cause, signs, each) for each in check.rule(signs)]
        if not findings:
            continue
        if check.in_trouble and not signs.trouble:
            suspected.add(cause)
        else:
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
        confidence(cause),
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
