"""What moves from one backend to the other: tests/test_on_jax.py runs it."""

import json
import os
from pathlib import Path

import keras
import numpy as np
import pytest
from common.activations import ROWS, by_name
from common.recycling import recycled_training
from common.same_training import scaled, told, trained
from common.streams import drawn, streams

import keras_activations as ka


@pytest.fixture
def folder():
    exchange = os.environ.get("KERAS_ACTIVATIONS_EXCHANGE")
    if exchange is None:
        pytest.skip("there are no files of TensorFlow: tests/test_on_jax.py")
    return Path(exchange)


@pytest.mark.parametrize("name", streams())
def test_the_mini_batches_of_the_other_backend(name, folder):
    with np.load(folder / f"{name}.npz") as theirs:
        ours = drawn(streams()[name])
        assert len(ours) == len(theirs)
        for number, array in enumerate(ours):
            expected = theirs[f"arr_{number}"]
            assert array.dtype == expected.dtype
            np.testing.assert_array_equal(array, expected)


def test_the_identity_of_the_mini_batches_of_the_other_backend(folder):
    theirs = json.loads((folder / "identities.json").read_text())
    assert {n: s.identity for n, s in streams().items()} == theirs


@pytest.mark.parametrize("row", ROWS, ids=by_name)
def test_files_of_the_other_backend(row, folder):
    model = keras.saving.load_model(folder / f"{row.name}.keras")
    data = np.load(folder / f"{row.name}.npz")
    y = model(data["x"], training=False)
    np.testing.assert_allclose(y, data["y"], 2e-6, 2e-6)
    model.save(folder / f"{row.name}-back.keras")


def test_a_monitor_tells_the_same(tmp_path):
    exchange = os.environ.get("KERAS_ACTIVATIONS_EXCHANGE")
    if exchange is None:
        pytest.skip("nothing was told on TensorFlow: tests/test_on_jax.py")
    expected = json.loads((Path(exchange) / "monitor.json").read_text())
    found = json.loads(json.dumps(told(trained(tmp_path)), default=float))
    assert found["birth"] and found["probe"] and not found["gaps"]
    differences = [*unequal("", found, expected)]
    assert not differences, differences
    assert len([*tmp_path.rglob("events.out.tfevents.*")]) == 1


def test_units_are_recycled_in_the_same_way(folder):
    expected = json.loads((folder / "recycled.json").read_text())
    assert len(expected["history"]) > 2
    assert_equal(recycled_training(), expected)


def test_initial_weights_are_scaled_in_the_same_way(folder):
    expected = json.loads((folder / "scaled.json").read_text())
    assert expected[0]
    assert_equal(scaled(), expected)


def assert_equal(found, expected):
    differences = [*unequal("", json.loads(json.dumps(found)), expected)]
    assert not differences, differences


def unequal(path, one, other):
    """Where two structures differ by more than sums in float32 do."""
    if isinstance(one, dict) and isinstance(other, dict):
        if one.keys() != other.keys():
            yield path, one.keys() ^ other.keys()
        for key in one.keys() & other.keys():
            yield from unequal(f"{path}/{key}", one[key], other[key])
    elif isinstance(one, list) and isinstance(other, list):
        if len(one) != len(other):
            yield path, len(one), len(other)
        for number, pair in enumerate(zip(one, other, strict=False)):
            yield from unequal(f"{path}/{number}", *pair)
    elif isinstance(one, float) and isinstance(other, float):
        # A deviation is the root of a difference of sums.
        absolute = 2e-3 if "std" in path else 1e-5
        if not np.isclose(one, other, 1e-4, absolute, equal_nan=True):
            yield path, one, other
    elif one != other:
        yield path, one, other


def test_what_runs_here():
    model = keras.Sequential(
        [
            keras.Input((4,)),
            keras.layers.Dense(8, activation="gelu"),
            keras.layers.Dense(8),
            keras.layers.ReLU(),
            keras.layers.Dense(1),
        ]
    )
    x = np.random.default_rng(0).normal(size=(64, 4)).astype("float32")
    for data in None, x:
        assert len(ka.models.initial_scale(model, data)) == 3
    swapped = ka.models.swap_activations(model, to="prelu")
    kinds = [type(layer).__name__ for layer in swapped.layers]
    assert kinds == ["Dense", "Dense", "PReLU", "Dense"]
    assert type(swapped.layers[0].activation).__name__ == "PReLU"
    assert swapped.count_params() == model.count_params() + 16
