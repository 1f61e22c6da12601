"""The measures against values that are known in closed form."""

import keras
import numpy as np
import pytest
import tensorflow as tf

from keras_activations import activations
from keras_activations.statistics import health, kinds
from keras_activations.statistics.bins import EDGES, as_histogram, count_bins
from keras_activations.statistics.health import Sums
from keras_activations.statistics.reduction import reduce_call
from keras_activations.statistics.sums import (
    ROWS,
    all_rows,
    measured_rows,
    spread_mask,
)

Z = np.random.default_rng(0).normal(size=(200_000, 2)).astype("float32")


def leaky(slope):
    return lambda z: tf.where(z > 0, z, slope * z)


def elu(alpha):
    return lambda z: tf.where(z > 0, z, alpha * tf.math.expm1(z))


# (kind, function, bias shift and mean for inputs N(0, 1))
TABLE = {
    "relu": (kinds.relu(), tf.nn.relu, 0.564, 0.399),
    "leaky 0.01": (kinds.leaky_relu(0.01), leaky(0.01), 0.559, 0.395),
    "leaky 0.1": (kinds.leaky_relu(0.1), leaky(0.1), 0.505, 0.359),
    "prelu 0.25": (kinds.prelu(), leaky(0.25), 0.411, 0.299),
    "elu 1": (kinds.elu(1.0), elu(1.0), 0.200, 0.161),
    "elu 2": (kinds.elu(2.0), elu(2.0), 0.075, -0.078),
    "selu": (kinds.elu(1.67326324, 1.05070099), tf.nn.selu, 0.0, 0.0),
    "tanh": (kinds.tanh(), tf.tanh, 0.0, 0.0),
    "sigmoid": (kinds.sigmoid(), tf.sigmoid, 0.923, 0.5),
}


# (function, mean for inputs N(0, 1)) of those that are differentiated.
OTHERS = {
    "gelu": (tf.nn.gelu, 0.282),
    "silu": (tf.nn.silu, 0.207),
    "mish": (keras.activations.mish, 0.240),
    "softplus": (tf.nn.softplus, 0.806),
    "softsign": (tf.nn.softsign, 0.0),
    "hard_sigmoid": (keras.activations.hard_sigmoid, 0.5),
    "hard_tanh": (keras.activations.hard_tanh, 0.0),
}


def reduced(kind, z, a, mask=None, **kwargs):
    """The rows of one call, as measured."""
    return reduce_call(kind, z if kind.reads_input else a, a, mask, **kwargs)


def whole(kind, measured, a, masked=False):
    """All rows."""
    names = measured_rows(kind, masked, careful=True)
    rows = dict(zip(names, np.asarray(measured), strict=True))
    return all_rows(kind, rows, np.size(a) // np.shape(a)[-1])


def measure(kind, function, z, **kwargs):
    z = tf.constant(z)
    a = function(z)
    rows = whole(kind, reduced(kind, z, a, **kwargs), a, "mask" in kwargs)
    fired = (rows[ROWS.index("fired")] > 0).astype("float64")
    return Sums(rows, 1, np.ones_like(fired), 1 - fired, fired, fired)


@pytest.mark.parametrize("name", TABLE)
def test_bias_shift_of_standard_normal_inputs(name):
    kind, function, shift, mean = TABLE[name]
    row = health.summarize(kind, measure(kind, function, Z))
    # The standard error of both is below 0.0025 with 200000 samples.
    np.testing.assert_allclose(row["bias_shift"], shift, atol=0.006)
    np.testing.assert_allclose(row["mean"], mean, atol=0.006)
    if kind.bias_shift is not None:
        np.testing.assert_allclose(kind.bias_shift, shift, atol=6e-4)


@pytest.mark.parametrize("name", OTHERS)
def test_what_is_known_of_other_activations(name):
    function, mean = OTHERS[name]
    kind = kinds.kind_of(name, {})
    row = health.summarize(kind, measure(kind, function, Z))
    np.testing.assert_allclose(row["bias_shift"], kind.bias_shift, atol=0.006)
    np.testing.assert_allclose(row["mean"], mean, atol=0.006)
    z = tf.constant(np.linspace(-12, 12, 20_001).astype("float32"))
    with tf.GradientTape() as tape:
        tape.watch(z)
        a = function(z)
    steepest = np.abs(tape.gradient(a, z)).max()
    np.testing.assert_allclose(steepest, kind.steepest, rtol=1e-3)


def test_dead_units_do_not_make_a_layer_look_centred():
    z = Z[:1000]
    alive = health.summarize(kinds.relu(), measure(kinds.relu(), tf.nn.relu, z))
    half = np.concatenate([z, -1.0 - np.abs(z)], 1)
    row = health.summarize(
        kinds.relu(), measure(kinds.relu(), tf.nn.relu, half)
    )
    assert row["dead_ratio"] == 0.5
    np.testing.assert_allclose(row["bias_shift"], alive["bias_shift"])
    none = health.summarize(
        kinds.relu(), measure(kinds.relu(), tf.nn.relu, -1.0 - np.abs(z))
    )
    assert none["dead_ratio"] == 1.0 and none["bias_shift"] == 0.0


@pytest.mark.parametrize("name", TABLE)
def test_the_closed_slope_is_the_derivative(name):
    kind, function, *_ = TABLE[name]
    z = tf.constant(np.linspace(-6, 6, 50).astype("float32"))
    with tf.GradientTape() as tape:
        tape.watch(z)
        a = function(z)
    slope = tape.gradient(a, z)
    np.testing.assert_allclose(kind.slope(z, a), slope, rtol=1e-3, atol=1e-6)
    assert np.abs(slope).max() <= kind.steepest * 1.0001


KERAS = [
    name
    for name in kinds.KINDS
    if hasattr(keras.activations, name) and name not in kinds.JOINT
]


@pytest.mark.parametrize("name", KERAS)
def test_every_activation_of_keras_has_its_slope(name):
    kind = kinds.kind_of(name, {})
    function = getattr(keras.activations, name)
    if name == "threshold":
        kind = kinds.threshold(0.5, -1.0)

        def function(z):
            return keras.activations.threshold(z, 0.5, -1.0)

    z = tf.constant(np.linspace(-12, 12, 2001).astype("float32") + 3e-4)
    with tf.GradientTape() as tape:
        tape.watch(z)
        a = function(z)
    slope = np.asarray(tape.gradient(a, z))
    found = kind.slope(z if kind.reads_input else a, a)
    np.testing.assert_allclose(found, slope, rtol=2e-3, atol=3e-5)
    assert np.abs(slope).max() <= kind.steepest * 1.001
    again = np.asarray(kind.measured(z, a))
    np.testing.assert_allclose(again, a, rtol=2e-6, atol=1e-7)
    assert ((again == 0) == (np.asarray(a) == 0)).all()
    if kind.bias_shift is not None:
        a = np.asarray(function(tf.constant(Z)), "float64")
        shift = np.abs(a.mean(0)) / np.sqrt((a**2).mean(0))
        np.testing.assert_allclose(shift, kind.bias_shift, atol=0.006)


def test_a_square_that_float32_cannot_hold():
    """Bias shift and deviation do not hang on the scale of the outputs."""
    for compiled in True, False:
        for scale in 1e20, 1e-7:
            a = tf.constant(Z[:1000] * np.float32(scale))
            found = reduced(kinds.relu(), a, a, compiled=compiled)
            found = whole(kinds.relu(), found, a)
            sums = Sums(found, 1, *([np.ones(1)] * 4))
            z = Z[:1000].astype("float64")
            np.testing.assert_allclose(
                health.unit_std(sums), z.std(0) * scale, rtol=1e-4
            )


@pytest.mark.parametrize(
    ("kind", "function", "edge"),
    [
        (kinds.tanh(), tf.tanh, np.arctanh(np.sqrt(0.94))),
        (kinds.sigmoid(), tf.sigmoid, 2 * np.arctanh(np.sqrt(0.94))),
        (kinds.elu(), elu(1.0), -np.log(0.06)),
    ],
)
def test_saturation_begins_where_the_slope_is_six_percent(kind, function, edge):
    # Two units, a little before and behind the edge, on 99 % of samples.
    z = np.full((200, 2), [-edge + 0.02, -edge - 0.02], "float32")
    z[:2] = 0.0
    row = health.summarize(kind, measure(kind, function, z))
    assert row["saturation"] == 0.5
    z[:3] = 0.0
    row = health.summarize(kind, measure(kind, function, z))
    assert row["saturation"] == 0.0


@pytest.mark.parametrize("jit_compile", [True, False])
@pytest.mark.parametrize("n", [32, 128, 8192])
def test_the_deviation_is_as_exact_as_its_docstring_says(n, jit_compile):
    rng = np.random.default_rng(0)
    kind = kinds.linear()

    def sums(z):
        return reduced(kind, z, z, compiled=jit_compile)

    compiled = tf.function(sums, jit_compile=jit_compile)
    noise = rng.normal(size=(n, 64))
    for mean in 0, 1, 10, 100, 1e5:
        a = (mean + noise).astype("float32")
        rows = whole(kind, compiled(tf.constant(a)), a)
        found = health.unit_std(Sums(rows, 1, *rows[:4]))
        exact = a.astype("float64").std(0)
        error = np.sqrt(n) * 2.0**-23 * (1 + (mean / exact) ** 2)
        if mean < 1e5:
            assert (np.abs(found / exact - 1) <= error).all()
        # Too many digits cancel: the error is in proportion to the mean.
        assert (found**2 <= exact**2 * (1 + 2 * error)).all()


def test_rare_dormant_and_zero():
    z = np.full((1000, 4), -1.0, "float32")
    z[:, 0] = 10.0  # fires always
    z[:9, 1] = 10.0  # on 0.9 % of samples, E|a| = 0.09
    z[:10, 2] = 40.0  # on 1 %, E|a| = 0.4
    kind = kinds.relu()
    row = health.summarize(kind, measure(kind, tf.nn.relu, z))
    assert row["rare_ratio"] == 2 / 4
    assert row["dead_ratio"] == 1 / 4
    assert row["dormant_ratio"] == 1 / 4  # the mean of E|a| is 2.6225
    np.testing.assert_allclose(row["zero_fraction"], 1 - 1019 / 4000)


def test_a_dead_unit_is_one_whose_slope_is_zero_on_every_sample():
    z = np.array([[-1.0, 7.0, 3.0], [0.0, 9.0, 6.5]], "float32")
    kind = kinds.relu(6.0)
    row = health.summarize(kind, measure(kind, tf.nn.relu6, z))
    assert row["dead_ratio"] == 2 / 3


@pytest.mark.parametrize("jit_compile", [True, False])
def test_histogram_has_every_entry_but_zeros_once(jit_compile):
    a = np.array([[0.0, 1e-9, 0.5], [-3.0, 1e9, np.nan]], "float32")
    count = tf.function(count_bins, jit_compile=jit_compile)
    counts = count(tf.constant(a), None, -1).numpy()
    assert counts.sum() == 4
    histogram = as_histogram(counts)
    assert histogram[:, 2].sum() == 4
    assert (histogram[:, 0] < histogram[:, 1]).all()
    np.testing.assert_array_equal(histogram[1:, 0], histogram[:-1, 1])
    for value in -3.0, 0.5:
        (row,) = histogram[
            (histogram[:, 0] <= value) & (value < histogram[:, 1])
        ]
        assert row[2] == 1
    assert histogram[-1, 1] == EDGES[-1]


def test_histogram_of_nothing():
    counts = count_bins(tf.zeros([3, 2]), None, -1).numpy()
    assert as_histogram(counts).shape == (0, 3)


def test_units_that_were_not_observed_are_nan_not_zero():
    kind = kinds.relu()
    mask = tf.constant([[False, False]])
    sums = measure(kind, tf.nn.relu, np.ones((1, 2, 3), "float32"), mask=mask)
    row = health.summarize(kind, sums)
    assert np.isnan(row["mean"]) and np.isnan(row["dead_ratio"])


@pytest.mark.parametrize("compiled", [True, False])
def test_counts_beyond_float32(compiled):
    a = tf.ones([3, 2400, 2400, 1])
    rows = whole(
        kinds.relu(), reduced(kinds.relu(), a, a, compiled=compiled), a
    )
    expected = dict.fromkeys(ROWS, 3 * 2400**2)  # above 2^24
    expected |= dict.fromkeys(("nonfinite", "saturated", "zero"), 0)
    for name, row in zip(ROWS, rows, strict=True):
        np.testing.assert_allclose(row, expected[name], rtol=1e-6)
    assert rows[ROWS.index("fired")] == expected["fired"]
    assert count_bins(a, None, -1).numpy().max() == 3 * 2400**2


def test_a_mask_of_no_sample():
    assert spread_mask(tf.zeros([0, 3], tf.bool), tf.zeros([0, 6])).shape == (
        0,
        1,
    )


@pytest.mark.parametrize(
    ("kind", "function"),
    [
        (kinds.swish(), lambda z: activations.swish(z)),
        (kinds.swish(2.0), lambda z: activations.swish(z, 2.0)),
        (kinds.swish(None), lambda z: activations.swish(z, 1.5)),
        (kinds.xielu(), lambda z: activations.xielu(z, 0.7, 0.9)),
    ],
)
def test_the_slope_of_what_is_learned_follows_from_input_and_output(
    kind, function
):
    z = tf.constant(np.linspace(-8, 8, 1601).astype("float32") + 3e-4)
    with tf.GradientTape() as tape:
        tape.watch(z)
        a = function(z)
    slope = tape.gradient(a, z)
    np.testing.assert_allclose(kind.slope(z, a), slope, rtol=2e-3, atol=2e-4)


def test_the_output_of_approximate_gelu():
    z = tf.constant(np.linspace(-12, 12, 2001).astype("float32"))
    a = keras.activations.gelu(z, approximate=True)
    again = kinds.gelu(True).measured(z, a)
    assert again is not a
    # Both subtract a tanh from 1, which may be one unit in its last place off.
    last = np.finfo("float32").eps * np.abs(z)
    assert (np.abs(again - a) <= 2e-6 * np.abs(a) + last).all()
    assert np.array_equal(again == 0, a == 0)
