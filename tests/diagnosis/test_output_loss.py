"""Pairs of last activation and loss that do not fit, and pairs that do."""

import pytest

from keras_activations.diagnosis import diagnose_record
from keras_activations.diagnosis.output_loss import mismatches
from tests.diagnosis.conftest import target


def kinds(**facts):
    return [kind for kind, _ in mismatches(target(**facts))]


BITS = {
    "minimum": 0.0,
    "maximum": 1.0,
    "low": 0.0,
    "high": 1.0,
    "mean": 0.5,
    "std": 0.5,
}


@pytest.mark.parametrize(
    "facts, kind",
    [
        (
            {"activation": "softmax", "loss": "binary_crossentropy", **BITS},
            "softmax_of_one",
        ),
        (
            {"loss": "sparse_categorical_crossentropy", **BITS},
            "one_class",
        ),
        ({"loss": "binary_crossentropy", **BITS}, "logits"),
        (
            {
                "activation": "softmax",
                "loss": "categorical_crossentropy",
                "from_logits": True,
                "units": 3,
                **BITS,
            },
            "twice",
        ),
        (
            {
                "activation": "relu",
                "loss": "binary_crossentropy",
                "from_logits": True,
                **BITS,
            },
            "not_logits",
        ),
        ({"loss": "binary_crossentropy"}, "targets"),
        ({"activation": "sigmoid"}, "range"),
        ({"activation": "relu"}, "range"),
        (
            {"activation": "softmax", "units": 10, "maximum": 9.0},
            "labels_as_numbers",
        ),
        (
            {
                "activation": "softmax",
                "loss": "sparse_categorical_crossentropy",
                "units": 3,
                "maximum": 3.0,
                "minimum": 0.0,
            },
            "too_few_units",
        ),
    ],
)
def test_mismatches(facts, kind):
    assert kinds(**facts) == [kind]


@pytest.mark.parametrize(
    "facts",
    [
        {},
        {"activation": "sigmoid", "loss": "binary_crossentropy", **BITS},
        {"activation": "sigmoid", **BITS},
        {"loss": "binary_crossentropy", "from_logits": True, **BITS},
        {
            "activation": "softmax",
            "loss": "sparse_categorical_crossentropy",
            "units": 3,
            "minimum": 0.0,
            "maximum": 2.0,
        },
        # Noise around 0.
        {"activation": "relu", "minimum": -0.5, "maximum": 4.0, "low": -0.05},
        {"activation": "", "loss": "binary_crossentropy", **BITS},
        {"loss": "Mine", "known": False},
        {"activation": "tanh", "low": -1.0, "high": 1.0},
    ],
)
def test_what_fits(facts):
    assert kinds(**facts) == []


PROBABILITIES = [{"minimum": 0.05, "maximum": 0.3, "mean": 0.1, "std": 0.1}] * 2


def measured(outputs, **facts):
    return [kind for kind, _ in mismatches(target(**facts), outputs)]


def test_probabilities_are_seen_where_no_activation_is():
    classes = {
        "activation": "",
        "loss": "sparse_categorical_crossentropy",
        "units": 10,
        "minimum": 0.0,
        "maximum": 9.0,
    }
    twice = measured(PROBABILITIES, from_logits=True, **classes)
    assert twice == ["probabilities"]
    assert measured(PROBABILITIES, **classes) == []
    logits = [{"minimum": -3.0, "maximum": 4.0, "mean": 0.0, "std": 1.0}]
    assert measured(logits, from_logits=True, **classes) == []
    assert measured(logits, **classes) == ["no_probabilities"]
    # Logits of ten classes may be small and positive.
    small = [{**PROBABILITIES[0], "mean": 0.12}]
    assert measured(small, from_logits=True, **classes) == []


def test_losses_that_need_outputs_above_zero():
    counts = {"loss": "poisson", "minimum": 0.0, "low": 0.0}
    below = [{"minimum": -0.1, "maximum": 2.0, "mean": 1.0, "std": 1.0}]
    assert measured(below, **counts) == ["positive"]
    above = [{**below[0], "minimum": 0.1}]
    assert measured(above, **counts) == []


def test_a_few_targets_outside_are_noise():
    sine = {"activation": "tanh", "low": -1.05, "high": 1.05, "std": 0.7}
    assert kinds(minimum=-1.2, maximum=1.2, **sine) == []
    assert kinds(minimum=-5.0, maximum=1.2, **sine) == ["range"]
    assert kinds(minimum=-1.2, maximum=1.2, **{**sine, "high": 1.5}) == [
        "range"
    ]


def test_labels_for_several_linear_outputs():
    assert kinds(units=10) == ["labels_as_numbers"]
    # A loss of the user may need fewer targets than outputs.
    assert kinds(units=10, loss="Mine", known=False) == []


def test_a_mean_of_relus_is_never_below_zero():
    outputs = [
        {"minimum": 0.1, "maximum": 0.4, "mean": 0.2, "std": 0.1},
        {"minimum": 0.0, "maximum": 0.0, "mean": 0.0, "std": 0.0},
    ]
    assert measured(outputs, activation="") == ["range"]
    assert measured(outputs, activation="", low=0.0, minimum=0.0) == []
    assert measured(outputs[:1], activation="") == []
    assert measured(outputs[1:], activation="") == []


def test_a_remedy_names_no_layer_that_is_not_known(changed, healthy):
    rows = [{**row, "minimum": 0.0} for row in healthy.outputs]
    record = changed(targets=[target(activation="", layer="")], outputs=rows)
    (finding,) = diagnose_record(record)
    assert finding.cause == "output_loss_mismatch"
    assert finding.remedies[0].code == ""
