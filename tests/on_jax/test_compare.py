"""The runs of an activation as one step give what each gives alone."""

import keras
import numpy as np
import pytest

import keras_activations as ka
from keras_activations import datasets
from keras_activations.comparison import group
from keras_activations.recording import read_scalars


def build_model(activation):
    return keras.Sequential(
        [
            keras.layers.Flatten(),
            keras.layers.Dense(8, activation=activation(), name="hidden"),
            keras.layers.Dropout(0.1),
            keras.layers.Dense(10, activation="softmax"),
        ]
    )


@pytest.fixture(scope="module")
def compare():
    data = datasets.load("digits")

    def run(build_model=build_model, **changes):
        arguments = {
            "validation_data": (data.x_val[:100], data.y_val[:100]),
            "epochs": 2,
            "learning_rates": [0.1, 0.2],
            "verbose": 0,
        } | changes
        return ka.compare_activations(
            build_model,
            arguments.pop("activations", ["prelu"]),
            data.x[:200],
            data.y[:200],
            **arguments,
        )

    return run


TIMES = ("seconds", "seconds_per_epoch")


def assert_alike(one, other):
    """To float32: two numbers of a run, or of a record of it."""
    if isinstance(one, dict):
        assert one.keys() == other.keys()
        for name in one.keys() - {*TIMES}:
            assert_alike(one[name], other[name])
    elif isinstance(one, list):
        assert len(one) == len(other)
        for pair in zip(one, other, strict=True):
            assert_alike(*pair)
    elif isinstance(one, float):
        assert one == pytest.approx(other, rel=2e-5, abs=2e-6)
    else:
        assert one == other


def scalars_of(folder):
    return {
        run: {
            tag: [list(pair) for pair in values] for tag, values in tags.items()
        }
        for run, tags in read_scalars(folder).items()
    }


@pytest.fixture(scope="module")
def together(compare, tmp_path_factory):
    """Four runs as one step, and where they have logged."""
    folder = tmp_path_factory.mktemp("together")
    return compare(together=True, seeds=[0, 5], log_dir=folder), folder


def test_they_are_those_of_one_after_the_other(together, compare, tmp_path):
    found, folder = together
    alone = compare(together=False, seeds=[0, 5], log_dir=tmp_path)
    assert {run.pop("apart") for run in alone.runs} == {"`together=False`"}
    assert len(found.runs) == 4
    runs = [dict(run) for run in found.runs]
    assert {run.pop("apart") for run in runs} == {""}
    assert_alike(runs, alone.runs)
    assert all(run["bias_shift"] > 0 for run in found.runs)
    # The runs differ, and so they were not all the same one.
    assert len({run["loss"] for run in found.runs}) == 4
    logged = scalars_of(folder)
    # Loss and metrics of both parts of the data, and the health.
    assert len(logged) == 12
    assert_alike(logged, scalars_of(tmp_path))


def test_they_are_not_repeated(together, compare):
    found, folder = together
    again = compare(together=True, seeds=[0, 5], log_dir=folder)
    assert again.runs == found.runs


def test_a_run_that_diverges_changes_no_other(compare):
    rates = [0.1, 1e38]
    sound, diverged = compare(together=True, learning_rates=rates).runs
    expected, _ = compare(together=True).runs
    for name in expected.keys() - {*TIMES}:
        assert sound[name] == expected[name], name
    assert diverged["status"] == "diverged"
    # It ended there and then, as it does alone.
    (alone,) = compare(together=False, learning_rates=[1e38]).runs
    assert len(diverged["curves"]["loss"]) == len(alone["curves"]["loss"]) == 1
    np.testing.assert_equal(diverged["loss"], alone["loss"])
    assert_alike(diverged["accuracy"], alone["accuracy"])


class Custom(keras.layers.ReLU):
    """A layer of a user."""


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"activations": [Custom()]}, "not of Keras or this package"),
        ({"jit_compile": False}, "jit_compile=False"),
        (
            {
                "optimizer": lambda rate: keras.optimizers.SGD(
                    keras.optimizers.schedules.ExponentialDecay(rate, 9, 0.5)
                )
            },
            "more than their rates",
        ),
    ],
)
def test_what_cannot_be_is_refused(compare, changes, reason):
    with pytest.raises(ValueError, match=f"`together=True` must.*{reason}"):
        compare(together=True, **changes)


def test_if_it_fails_they_are_trained_one_after_the_other(compare, monkeypatch):
    def fails(*_):
        raise RuntimeError("no step today")

    monkeypatch.setattr(group.together, "stacked", fails)
    with pytest.warns(UserWarning, match="'prelu'.*no step today.*one after"):
        result = compare(epochs=1)
    assert [run["status"] for run in result.runs] == ["finished"] * 2
    assert all("no step today" in run["apart"] for run in result.runs)
