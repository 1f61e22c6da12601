import numpy as np
import pytest

from keras_activations.statistics import kinds
from keras_activations.statistics.expected import expected_bias_shift


@pytest.mark.parametrize(
    "name, fixed", [("prelu", kinds.leaky_relu), ("elu", kinds.elu)]
)
def test_a_learned_slope_has_the_shift_of_a_fixed_one(name, fixed):
    alpha = np.array([0.25, 1.0, 0.1, -0.5])
    known = [fixed(float(each)).bias_shift for each in alpha]
    mean = pytest.approx(np.mean(known), rel=1e-12)
    for shape in (4,), (1, 1, 4), (4, 1, 1):
        assert expected_bias_shift(name, alpha.reshape(shape), 4) == mean
    # One for all of the units.
    shared = expected_bias_shift(name, alpha[:1], 4)
    assert shared == pytest.approx(known[0], rel=1e-12)


def test_the_shift_of_a_channel_is_that_of_its_positions():
    # Two positions of one channel with a slope each.
    alpha = np.array([[0.0], [1.0]])
    z = np.random.default_rng(0).normal(size=400_000)
    values = np.concatenate([np.maximum(z, 0), z])
    shift = abs(values.mean()) / np.sqrt((values**2).mean())
    found = expected_bias_shift("prelu", alpha)
    assert found == pytest.approx(shift, abs=2e-3)


@pytest.mark.parametrize(
    "name, alpha, units",
    [
        ("softplus", np.zeros(2), 2),
        ("prelu", None, 2),
        ("prelu", np.zeros(3), 2),
        ("prelu", np.zeros((2, 3)), 2),  # units first
        ("elu", np.zeros(0), 0),
        ("prelu", [np.nan, 0.0], 2),
        ("elu", [np.inf, 0.0], 2),
    ],
)
def test_what_is_not_known_is_none(name, alpha, units):
    assert expected_bias_shift(name, alpha, units) is None
