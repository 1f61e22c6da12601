"""What every row of the shared table inherits."""

import contextlib
import functools
import itertools

import keras
import numpy as np
import pytest
import tensorflow as tf
from common import exactness
from common.activations import LEARNED, ROWS, Row, by_name
from common.exactness import PRECISION, PRECISION_OF, as64, assert_close
from common.modes import MODES
from common.replicas import two_replicas

every_row = pytest.mark.parametrize("row", ROWS, ids=by_name)
every_learned = pytest.mark.parametrize("row", LEARNED, ids=by_name)


def forms(rows):
    """Each of `rows` as it is in training, and otherwise if that differs."""
    return pytest.mark.parametrize(
        "row, training",
        [(row, True) for row in rows]
        + [(row, False) for row in rows if row.two_forms],
        ids=lambda value: value.name if isinstance(value, Row) else str(value),
    )


every_form = forms(ROWS)
every_learned_form = forms(LEARNED)


@pytest.fixture(params=MODES.values(), ids=MODES)
def mode(request):
    return request.param


def points(dtype, extremes=False):
    return tf.constant(exactness.points(dtype, extremes))


def make(row, dtype, x):
    layer = row.layer(dtype=dtype)
    layer.build(x.shape)
    return layer


def runner(row, layer, training):
    if row.two_forms:
        return lambda x: layer(x, training=training)
    return layer


def weights(row, layer):
    """Return the learned parameters of a layer by name."""
    return {name: getattr(layer, name) for name in row.learned}


def rounded_start(row, layer):
    """Return where the learned parameters start, as their dtype has it."""
    return {
        name: as64(weight).flat[0]
        for name, weight in weights(row, layer).items()
    }


@contextlib.contextmanager
def one_for_each_entry(row, layer, x):
    """Give each entry of `x` parameters of its own, which are returned.

    What a gradient is summed over is not seen here: another test does.
    """
    shared = weights(row, layer)
    own = {
        name: tf.broadcast_to(weight.value, x.shape[1:])
        for name, weight in shared.items()
    }
    # Not `setattr`, by which Keras looks for new weights.
    for name, tensor in own.items():
        object.__setattr__(layer, name, tensor)
    try:
        yield own
    finally:
        for name, weight in shared.items():
            object.__setattr__(layer, name, weight)


@functools.cache
def value_and_slopes(row, dtype, mode, training):
    """Return the start, x, f(x), df/dx and, by name, those of parameters."""
    x = points(dtype, extremes=True)
    layer = make(row, dtype, x)
    run = runner(row, layer, training)
    # A slope is multiplied by these without rounding.
    rng = np.random.default_rng(1)
    upstream = rng.choice([-2.0, -1.0, -0.5, 0.5, 1.0, 2.0], x.shape)

    @mode
    def all_of_it(x):
        upper = tf.cast(tf.constant(upstream), x.dtype)
        with one_for_each_entry(row, layer, x) as own:
            with tf.GradientTape() as tape:
                tape.watch([x, own])
                y = run(x)
            return y, tape.gradient(y, (x, own), upper)

    y, gradients = all_of_it(x)
    by_x, by_name = tf.nest.map_structure(
        lambda gradient: as64(gradient) / upstream, gradients
    )
    return rounded_start(row, layer), as64(x), y, by_x, by_name


@every_form
@pytest.mark.parametrize("dtype", PRECISION)
def test_value(row, dtype, mode, training):
    start, x, y, *_ = value_and_slopes(row, dtype, mode, training)
    assert y.dtype == dtype.removeprefix("mixed_")
    with np.errstate(all="ignore"):
        expected = row.value(x, **start)
    assert_close(row, dtype, as64(y), expected)


@every_form
@pytest.mark.parametrize("dtype", PRECISION)
def test_slope(row, dtype, mode, training):
    start, x, _, slope, _ = value_and_slopes(row, dtype, mode, training)
    x, slope = (array[~np.isnan(x)] for array in (x, slope))
    expected = np.where(x == 0, row.slope_at_zero, row.slope(x, **start))
    # Relative to the largest slope: a slope computed from the output has the
    # output's rounding.
    epsilon, _ = PRECISION_OF[dtype]
    np.testing.assert_allclose(slope, expected, 2 * epsilon, 4 * epsilon)


@every_learned_form
@pytest.mark.parametrize("dtype", PRECISION)
def test_slope_by_parameters(row, dtype, mode, training):
    start, x, *_, slopes = value_and_slopes(row, dtype, mode, training)
    # Those of a mixed policy are float32.
    held = "float32" if dtype.startswith("mixed") else dtype
    for name, slope in slopes.items():
        with np.errstate(all="ignore"):
            expected = row.learned[name].slope(x, **start)
        assert_close(row, held, slope[0], expected[0], row.learned[name])


@every_learned_form
@pytest.mark.parametrize("policy", ["mixed_float16", "mixed_bfloat16"])
def test_mixed_precision(row, policy, mode, training):
    """A layer without weights is one of the compute dtype, tested above."""
    test_value(row, policy, mode, training)
    test_slope(row, policy, mode, training)
    test_slope_by_parameters(row, policy, mode, training)


def without_nan(x):
    return tf.boolean_mask(x, ~tf.math.is_nan(x))[None]


@every_form
def test_curve(row, mode, training):
    x = without_nan(points("float64", extremes=True))
    layer = make(row, "float64", x)
    run = runner(row, layer, training)

    @mode
    def curve(x):
        with tf.GradientTape() as outer:
            outer.watch(x)
            with tf.GradientTape() as inner:
                inner.watch(x)
                y = run(x)
            slope = inner.gradient(y, x)
        second = outer.gradient(
            slope, x, unconnected_gradients=tf.UnconnectedGradients.ZERO
        )
        return second

    expected = row.curve(as64(x), **row.start)
    expected = np.where(x == 0, row.curve_at_zero, expected)
    np.testing.assert_allclose(curve(x), expected, 1e-9, 1e-12)


@every_row
def test_finite_differences(row):
    """The closed forms of the table are those of the function itself."""
    x = points("float64")
    x = x[(tf.abs(x) > 1e-2) & (tf.abs(x) < 100)][None]
    layer = make(row, "float64", x)
    h = 1e-5
    slope = (layer(x + h) - layer(x - h)) / (2 * h)
    expected = row.slope(as64(x), **row.start)
    np.testing.assert_allclose(slope, expected, 1e-6, 1e-9)
    curve = (layer(x + 1e-4) - 2 * layer(x) + layer(x - 1e-4)) / 1e-8
    expected = row.curve(as64(x), **row.start)
    np.testing.assert_allclose(curve, expected, 1e-4, 1e-6)
    for name, weight in weights(row, layer).items():
        start = weight.numpy()
        weight.assign(start + h)
        above = layer(x)
        weight.assign(start - h)
        below = layer(x)
        weight.assign(start)
        expected = row.learned[name].slope(as64(x), **row.start)
        np.testing.assert_allclose(
            (above - below) / (2 * h), expected, 1e-6, 1e-9
        )


def derivative(function, x, name, start, h=1e-3):
    """Return that of a closed form by a parameter, with an error of h**4."""
    far, above, below, farther = (
        function(x, **{**start, name: start[name] + step * h})
        for step in (-2, 1, -1, 2)
    )
    return (far - farther + 8 * (above - below)) / (12 * h)


@every_learned_form
def test_second_derivatives_with_parameters(row, mode, training):
    x = without_nan(points("float64", extremes=True))
    x = x[x != 0][None]
    layer = make(row, "float64", x)
    run = runner(row, layer, training)

    @mode
    def second(x):
        """Return, by parameter, that of its slope and of the slope by x."""
        with one_for_each_entry(row, layer, x) as own:
            with tf.GradientTape(persistent=True) as outer:
                outer.watch([x, own])
                with tf.GradientTape() as inner:
                    inner.watch([x, own])
                    y = run(x)
                slopes = inner.gradient(y, {"x": x, **own})
            zero = tf.UnconnectedGradients.ZERO
            return {
                of: outer.gradient(slope, {"x": x, **own}, None, zero)
                for of, slope in slopes.items()
            }

    found = second(x)
    forms = {name: each.slope for name, each in row.learned.items()}
    for of, by in itertools.product(("x", *forms), forms):
        actual = np.reshape(found[of][by], x.shape)
        assert not np.isnan(actual).any(), (of, by)
        with np.errstate(all="ignore"):
            expected = derivative(
                {"x": row.slope, **forms}[of], as64(x), by, row.start
            )
        finite = np.isfinite(expected)
        np.testing.assert_allclose(
            actual[finite], expected[finite], 1e-8, 1e-9, err_msg=f"{of}, {by}"
        )
        # Whichever is asked for first.
        np.testing.assert_allclose(
            np.reshape(found[by][of], x.shape), actual, 1e-9, 1e-12
        )


@every_learned
@pytest.mark.parametrize("sign", [-1, 1])
@pytest.mark.parametrize("policy", ["mixed_float16", "mixed_bfloat16"])
def test_gradients_of_parameters_are_summed_in_float32(row, policy, sign, mode):
    x = sign * np.ones((32, 56, 56, 1), "float32")
    layer = row.layer(dtype=policy)
    layer.build(x.shape)

    @mode
    def gradients(x):
        own = {name: each.value for name, each in weights(row, layer).items()}
        with tf.GradientTape() as tape:
            tape.watch(own)
            y = layer(x, training=True)
        return tape.gradient(y, own, tf.ones_like(y))

    for name, total in gradients(tf.constant(x)).items():
        assert total.dtype == "float32"
        slope = row.learned[name].slope(sign * np.ones(1), **row.start)
        np.testing.assert_allclose(np.ravel(total), slope * x.size, 1e-3)


@every_row
def test_near_zero_in_float32_under_xla(row):
    x = tf.constant(-np.logspace(-20, 0, 2000)[:, None], tf.float32)
    layer = make(row, "float32", x)
    y = tf.function(layer, jit_compile=True)(x)
    expected = row.value(as64(x), **rounded_start(row, layer))
    np.testing.assert_allclose(as64(y), expected, 1e-6)


@forms([row for row in ROWS if row.rounded_once])
@pytest.mark.parametrize("dtype", ["float16", "bfloat16"])
def test_every_16_bit_number(row, training, dtype, mode):
    x = tf.bitcast(np.arange(2**16, dtype="uint16")[:, None], dtype)
    # TensorFlow takes numbers nearer to 0 than 2**-126 for 0, on the way too.
    is_tested = (as64(x) == 0) | (np.abs(as64(x)) >= 2.0**-124)
    x = tf.boolean_mask(x, is_tested & np.isfinite(as64(x)))[:, None]
    layer = make(row, dtype, x)
    y = as64(mode(runner(row, layer, training))(x))
    with np.errstate(all="ignore"):
        expected = row.value(as64(x), **rounded_start(row, layer))
    is_tested = (np.abs(expected) > 2.0**-118) | (np.abs(as64(x)) < 1)
    assert_close(row, dtype, y[is_tested], expected[is_tested])


@every_form
def test_modes_agree(row, training):
    first, *others = (
        as64(value_and_slopes(row, "float32", mode, training)[2])
        for mode in MODES.values()
    )
    for other in others:
        np.testing.assert_allclose(other, first, 2e-6, 1e-7)


@every_row
def test_dynamic_shapes_under_jit(row):
    layer = row.layer()
    layer.build((None, None, None, 3))
    spec = tf.TensorSpec((None, None, None, 3))
    traced = tf.function(layer, jit_compile=True, input_signature=[spec])
    for shape in ((2, 4, 5, 3), (1, 7, 3, 3)):
        x = np.random.default_rng(0).normal(size=shape).astype("float32")
        np.testing.assert_allclose(
            traced(x), row.value(x.astype("float64"), **row.start), 1e-5, 1e-6
        )


@every_row
@pytest.mark.parametrize("jit", [True, False], ids=["jit", "no jit"])
def test_it_learns_in_a_model_of_unknown_image_size(row, jit):
    model = keras.Sequential(
        [
            keras.Input((None, None, 3)),
            keras.layers.Conv2D(4, 3),
            row.layer(),
            keras.layers.GlobalAveragePooling2D(),
            keras.layers.Dense(1),
        ]
    )
    model.compile(keras.optimizers.SGD(0.05), "mse", jit_compile=jit)
    rng = np.random.default_rng(0)
    losses = []
    for size in (6, 8, 6, 8, 6, 8):
        x = rng.normal(size=(16, size, size, 3)).astype("float32")
        y = x.mean((1, 2, 3), keepdims=False)[:, None] + 1
        model.reset_metrics()  # Keras 3.12 tells the mean of all batches
        losses.append(float(model.train_on_batch(x, y)))
    assert losses[-1] < losses[0] / 2
    for name, weight in weights(row, model.layers[1]).items():
        assert np.any(weight.numpy() != np.float32(row.start[name])), name


@every_row
def test_masks_pass_through(row):
    x = tf.constant([[[1.0], [-2.0], [0.0]]])
    masked = keras.layers.Masking()(x)
    y = row.layer()(masked)
    np.testing.assert_array_equal(
        keras.src.backend.get_keras_mask(y), [[True, True, False]]
    )


@every_row
def test_under_a_distribution_strategy(row):
    """Two replicas train as one device does."""
    x = np.random.default_rng(0).normal(size=(16, 5)).astype("float32")
    y = np.random.default_rng(1).normal(size=(16, 2)).astype("float32")

    def trained():
        keras.utils.set_random_seed(0)
        model = keras.Sequential(
            [
                keras.Input((5,)),
                keras.layers.Dense(4),
                row.layer(),
                keras.layers.Dense(2),
            ]
        )
        model.compile(keras.optimizers.SGD(0.1), "mse", jit_compile=False)
        model.fit(x, y, batch_size=8, epochs=2, shuffle=False, verbose=0)
        return model.get_weights()

    alone = trained()
    with two_replicas().scope():
        together = trained()
    for one, two in zip(alone, together, strict=True):
        np.testing.assert_allclose(two, one, 1e-4, 1e-6)
