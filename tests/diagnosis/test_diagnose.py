"""From records to findings."""

import dataclasses
import json
import math
import re
from pathlib import Path

import pytest

from keras_activations.diagnosis import (
    CAUSES,
    Diagnosis,
    Finding,
    Record,
    diagnose_record,
)
from keras_activations.diagnosis.confidence import FIRST_RUNS, confidence
from tests.diagnosis.conftest import losses, target, with_rows


def causes(record, running=False):
    return [finding.cause for finding in diagnose_record(record, running)]


def test_a_healthy_training_has_no_finding(healthy):
    diagnosis = diagnose_record(healthy)
    assert list(diagnosis) == []
    assert diagnosis.not_checked == {}
    # It says what was looked at, and claims no more.
    assert diagnosis.verdict == (
        "No finding in 2 activations, 4 epochs and the first mini-batch."
    )


# What is changed in a training that does not learn, and what it is called.
CASES = {
    "symmetric_units": lambda r: {
        "first_steps": with_rows(r.first_steps, "fc1", equal_units=1.0)
    },
    "target_scale": lambda r: {"targets": [target(rms=50.0)]},
    "input_scale": lambda r: {"inputs": with_rows(r.inputs, rms=255.0)},
    "born_dead": lambda r: {"birth": with_rows(r.birth, "fc2", dead_ratio=1.0)},
    "saturated_at_birth": lambda r: {
        "birth": with_rows(r.birth, activation="tanh", saturated_fraction=0.9)
    },
    "exploding_at_birth": lambda r: {
        "birth": with_rows(r.birth, "fc2", std=1e4)
    },
    "constant_units": lambda r: {"birth": with_rows(r.birth, "fc2", std=0.0)},
    "vanishing_signal": lambda r: {
        "birth": with_rows(r.birth, "fc2", std=1e-3)
    },
    "diverged": lambda r: {"losses": losses(0.9, math.nan)},
    "rate_too_high": lambda r: {
        "first_steps": with_rows(r.first_steps, update_ratio=0.5)
    },
    "rate_too_low": lambda r: {
        "first_steps": with_rows(r.first_steps, update_ratio=1e-6)
    },
    "over_regularised": lambda r: {
        "history": with_rows(r.history, "fc2", std=1e-6),
        "facts": {**r.facts, "weight_decay": 0.1},
    },
    "dying_units": lambda r: {
        "history": with_rows(r.history, "fc2", dead_ratio=1.0, died=7)
    },
    "output_loss_mismatch": lambda r: {
        "targets": [target(activation="sigmoid")]
    },
    "not_learning": lambda r: {},
}


@pytest.mark.parametrize("cause", CASES)
def test_one_cause_at_a_time(cause, healthy, changed):
    (finding,) = diagnose_record(changed(**CASES[cause](healthy)))
    assert finding.cause == cause
    assert finding.sentence.endswith(".")
    assert "{" not in finding.sentence
    assert finding.remedies
    assert finding.reference == f"docs/diagnosis.md#{cause}"


def test_recycling_again_and_again_is_no_cure(healthy, changed):
    rows = [
        {**row, "epoch": epoch, "recycled": 0.25 * row["units"]}
        for epoch in range(3)
        for row in healthy.history
        if row["layer"] == "fc2" and row["epoch"] == 0
    ]
    sick = changed(history=[*healthy.history, *rows])
    (finding,) = [
        each for each in diagnose_record(sick) if each.cause == "dying_units"
    ]
    assert finding.layers == ("fc2",)
    assert "recycling alone is no cure" in finding.sentence
    assert finding.remedies[0].text.startswith("Lower the learning rate")
    assert not [
        each
        for each in diagnose_record(
            changed(history=[*healthy.history, *rows[:2]])
        )
        if each.cause == "dying_units"
    ]


def test_every_cause_has_a_case_and_a_section():
    assert {*CASES, "train_validation_gap"} == set(CAUSES)
    page = Path(__file__).parents[2] / "docs" / "diagnosis.md"
    sections = re.findall(r"^### `(\w+)`$", page.read_text(), re.MULTILINE)
    assert sorted(sections) == sorted(CAUSES)


@pytest.mark.parametrize(
    "cause",
    ["target_scale", "input_scale", "born_dead", "rate_too_low"],
)
def test_what_does_no_harm_is_not_told(cause, healthy, changed):
    assert causes(changed(stuck=False, **CASES[cause](healthy))) == []


def test_a_gap_between_training_and_validation(changed, healthy):
    rows = with_rows(
        healthy.history, val_bias_shift=0.9, val_std=0.1, val_mean=0.0
    )
    suffers = losses(0.8, 0.5, 0.3, 0.2, val_loss=5.0)
    record = changed(stuck=False, history=rows, losses=suffers)
    assert causes(record) == ["train_validation_gap"]
    # It may go by, as moving averages catch up.
    assert causes(record, running=True) == []
    fine = losses(0.8, 0.5, 0.3, 0.2, val_loss=0.6)
    assert causes(changed(stuck=False, history=rows, losses=fine)) == []


def test_one_cause_with_its_consequences_is_one_finding(healthy, changed):
    # Raw inputs kill units at birth and make the gradients large.
    record = changed(
        inputs=with_rows(healthy.inputs, rms=1e3),
        birth=with_rows(healthy.birth, "fc2", dead_ratio=1.0),
        first_steps=with_rows(healthy.first_steps, update_ratio=0.5),
        history=with_rows(healthy.history, "fc2", dead_ratio=1.0),
    )
    assert causes(record) == ["input_scale"]


def test_while_it_runs_a_few_epochs_prove_nothing(healthy, changed):
    parts = CASES["born_dead"](healthy)
    start = changed(**parts, losses=losses(1.0))
    assert causes(start, running=True) == []
    assert causes(start) == ["born_dead"]
    assert causes(changed(**parts), running=True) == ["born_dead"]
    # It may still begin to learn.
    assert causes(changed(), running=True) == []


def test_a_slow_start_is_no_trouble(changed):
    assert causes(changed(losses=losses(1.2, 0.98, 0.93))) == []


@pytest.mark.parametrize("part", ["birth", "first_steps", "targets", "losses"])
def test_what_is_missing_is_said(part, changed):
    record = changed(**{part: []}, gaps={part: "the training is resumed"})
    diagnosis = diagnose_record(record)
    assert "the training is resumed" in diagnosis.not_checked.values()


def test_a_few_steps_prove_nothing(changed):
    short = [{**row, "steps": 8} for row in losses(1.5, 1.4)]
    diagnosis = diagnose_record(changed(losses=short))
    assert list(diagnosis) == []
    assert diagnosis.not_checked["not_learning"] == (
        "only 8 steps in 2 epochs have been made"
    )


def test_an_unknown_loss_silences_the_rules_that_need_it(changed, healthy):
    record = changed(
        targets=[target(constant_loss=None, loss="Mine", known=False)],
        **CASES["born_dead"](healthy),
    )
    diagnosis = diagnose_record(record)
    assert list(diagnosis) == []
    assert "not known" in diagnosis.not_checked["born_dead"]


def test_an_empty_record():
    diagnosis = diagnose_record(Record())
    assert list(diagnosis) == []
    assert set(diagnosis.not_checked) == set(CAUSES)
    assert "Not checked" in str(diagnosis)


def test_numbers_that_are_not_finite(healthy):
    broken = {
        part: [
            {
                key: math.nan
                if isinstance(value, float) and key != "weight"
                else value
                for key, value in row.items()
            }
            for row in getattr(healthy, part)
        ]
        for part in ("history", "birth", "first_steps", "inputs", "outputs")
    }
    record = dataclasses.replace(
        healthy, **broken, losses=losses(math.nan, math.inf)
    )
    assert "diverged" in causes(record)


def test_inputs_with_nan(healthy, changed):
    record = changed(inputs=with_rows(healthy.inputs, nonfinite=3))
    # What is not used does no harm.
    assert causes(record) == ["not_learning"]
    record = dataclasses.replace(record, losses=losses(math.nan))
    (finding,) = diagnose_record(record)
    assert finding.cause == "diverged"
    assert "NaN" in finding.sentence
    assert "nan_to_num" in finding.remedies[0].code


def test_findings_survive_json(changed, healthy):
    record = changed(**CASES["rate_too_high"](healthy))
    (finding,) = diagnose_record(record)
    told = json.loads(json.dumps(finding.as_dict()))
    assert Finding.from_dict(told) == finding


def test_the_text_names_figures_and_remedies(changed, healthy):
    text = str(diagnose_record(changed(**CASES["rate_too_high"](healthy))))
    assert text.startswith("1 finding: rate_too_high.")
    assert "first step: 0.5 (>= 0.04)" in text
    assert "model.optimizer.learning_rate = 6e-06" in text
    assert str(Diagnosis([], "1 activation")) == "No finding in 1 activation."


def test_confidence_is_what_the_first_runs_have_shown():
    tree = Path(__file__).parents[2]
    path = tree / "benchmarks" / "diagnosis" / "first_run.json"
    sets = json.loads(path.read_text(encoding="utf-8")).values()
    for cause in CAUSES:
        named = [
            each["diagnosis"]["named"][cause]
            for each in sets
            if cause in each["diagnosis"]["named"]
        ]
        right, total = (
            sum(each[key] for each in named) for key in ("hits", "total")
        )
        assert FIRST_RUNS[cause] == (right, total)
        expected = right / total if total >= 8 else None
        assert confidence(cause) == expected


def test_a_finding_has_the_confidence_of_its_cause(healthy, changed):
    (finding,) = diagnose_record(changed(**CASES["diverged"](healthy)))
    assert finding.confidence == confidence("diverged")
