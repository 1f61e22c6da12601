"""Pairs of last activation and loss that do not fit, and pairs that do."""

import pytest

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
