"""Units that are copies of each other, and units that only begin equal."""

import numpy as np
import pytest

from keras_activations.statistics.symmetry import equal_units

RNG = np.random.default_rng(0)
RANDOM = RNG.normal(size=(20, 8))


def test_random_units_are_not_equal():
    assert equal_units(RANDOM, RANDOM + 0.1) == 0


def test_rounding_does_not_hide_equal_units():
    change = np.repeat(RNG.normal(size=(20, 1)), 8, 1)
    noise = 1 + 1e-6 * RNG.normal(size=(20, 8))
    assert equal_units(np.zeros((20, 8)), change * noise) == 1


def test_equal_weights_with_other_gradients_are_no_copies():
    # A zero-initialized head.
    assert equal_units(np.zeros((20, 8)), RANDOM) == 0


def test_pairs():
    before = np.concatenate([RANDOM, RANDOM[:, :2]], 1)
    assert equal_units(before, before * 0.9) == pytest.approx(4 / 10)


def test_one_unit_and_units_that_are_not_finite():
    assert equal_units(np.zeros((3, 1)), np.zeros((3, 1))) is None
    assert equal_units(np.zeros((3, 2)), np.full((3, 2), np.nan)) == 0
