"""What every row of the shared table inherits."""

import functools

import keras
import numpy as np
import pytest
import tensorflow as tf
from common.activations import LEARNED, ROWS, Row, by_name
from common.modes import MODES
from common.replicas import two_replicas

from keras_activations.layers import ELU, PReLU

SPECIAL = [-1e4, -20, -1, -1e-3, -1e-8, -0.0, 0, 1e-8, 1, 1e4]
EXTREME = [-np.inf, np.inf, np.nan]
# Distance of two numbers near 1, and the smallest normal one.
PRECISION = {
    "float64": (2.0**-52, 2.0**-1022),
    "float32": (2.0**-23, 2.0**-126),
    "bfloat16": (2.0**-7, 2.0**-126),
    "float16": (2.0**-10, 2.0**-14),
}
# What a mixed policy computes in.
PRECISION_OF = {
    **PRECISION,
    **{f"mixed_{name}": PRECISION[name] for name in ("bfloat16", "float16")},
}
every_row = pytest.mark.parametrize("row", ROWS, ids=by_name)
every_learned = pytest.mark.parametrize("row", LEARNED, ids=by_name)
# These have another form in training.
TWO_FORMS = [row for row in ROWS if isinstance(row.layer(), (PReLU, ELU))]
every_form = pytest.mark.parametrize(
    "row, training",
    [(row, True) for row in ROWS] + [(row, False) for row in TWO_FORMS],
    ids=lambda value: value.name if isinstance(value, Row) else str(value),
)
every_learned_form = pytest.mark.parametrize(
    "row, training",
    [(row, form) for row in LEARNED for form in (True, False)],
    ids=lambda value: value.name if isinstance(value, Row) else str(value),
)


@pytest.fixture(params=MODES.values(), ids=MODES)
def mode(request):
    return request.param


def points(dtype, extremes=False):
    """Special and random points, as `dtype` rounds them.

    They are one row, so that each has an alpha of its own.
    """
    random = np.random.default_rng(0).normal(size=40) * 3
    x = np.concatenate([SPECIAL, random, EXTREME if extremes else []])
    return tf.cast(tf.constant(x[None]), dtype.removeprefix("mixed_"))


def as64(tensor):
    return tf.cast(tensor, tf.float64).numpy()


def make(row, dtype, x):
    layer = row.layer(dtype=dtype)
    layer.build(x.shape)
    return layer


def runner(layer, training):
    if isinstance(layer, (PReLU, ELU)):
        return lambda x: layer(x, training=training)
    return layer


def error_allowed(row, dtype, expected):
    """One unit in the last place, and what native operations cost."""
    epsilon, tiny = PRECISION_OF[dtype]
    # The distance of neighbours between the powers of 2 around `expected`.
    _, exponent = np.frexp(np.maximum(np.abs(expected), tiny))
    ulp = epsilon * np.exp2(exponent - 1.0)
    native = row.name in ("elu", "elu_half", "elu_learned")
    if native and dtype == "float32":
        # exp(x) - 1 cancels near 0.
        return np.maximum(4 * ulp, 1e-7)
    if native and dtype == "float64":
        return np.maximum(4 * ulp, 2.3e-16)
    if native:
        return ulp
    # The vectorized tanh and sigmoid, and a slope rounded to 16 bits.
    return np.maximum(4 * ulp, epsilon * 2**-6)


@functools.cache
def value_and_slope(row, dtype, mode, training):
    """Return x, f(x), df/dx and df/dalpha (or None) of one traced function."""
    x = points(dtype, extremes=True)
    layer = make(row, dtype, x)
    run = runner(layer, training)
    # A slope is multiplied by these without rounding.
    rng = np.random.default_rng(1)
    upstream = rng.choice([-2.0, -1.0, -0.5, 0.5, 1.0, 2.0], x.shape)

    @mode
    def all_of_it(x):
        with tf.GradientTape() as tape:
            tape.watch(x)
            y = run(x)
        sources = [x, layer.alpha.value] if row.learns else [x]
        upper = tf.cast(tf.constant(upstream), x.dtype)
        return y, tape.gradient(y, sources, upper)

    y, gradients = all_of_it(x)
    by_x, *by_alpha = [as64(gradient) / upstream for gradient in gradients]
    return as64(x), y, by_x, *(by_alpha or [None])


@every_form
@pytest.mark.parametrize("dtype", PRECISION)
def test_value(row, dtype, mode, training):
    x, y, *_ = value_and_slope(row, dtype, mode, training)
    assert y.dtype == dtype.removeprefix("mixed_")
    with np.errstate(all="ignore"):
        expected = row.value(x, row.alpha)
        allowed = error_allowed(row, dtype, expected)
    finite = np.isfinite(expected)
    error = np.abs(as64(y)[finite] - expected[finite])
    assert np.all(error <= allowed[finite]), np.max(error / allowed[finite])
    np.testing.assert_array_equal(as64(y)[~finite], expected[~finite])


@every_form
@pytest.mark.parametrize("dtype", PRECISION)
def test_slope(row, dtype, mode, training):
    x, _, slope, _ = value_and_slope(row, dtype, mode, training)
    x, slope = (array[~np.isnan(x)] for array in (x, slope))
    expected = np.where(x == 0, row.slope_at_zero, row.slope(x, row.alpha))
    # Relative to the largest slope: a slope computed from the output has the
    # output's rounding.
    allowed = 4 * PRECISION_OF[dtype][0]
    np.testing.assert_allclose(slope, expected, 0, allowed)


@every_learned_form
@pytest.mark.parametrize("dtype", PRECISION)
def test_slope_by_alpha(row, dtype, mode, training):
    x, *_, slope = value_and_slope(row, dtype, mode, training)
    expected = row.by_alpha(x, row.alpha)
    with np.errstate(all="ignore"):
        allowed = 2 * error_allowed(row, dtype, expected)
    finite = np.isfinite(expected)
    error = np.abs(slope[finite] - expected[finite])
    assert np.all(error <= allowed[finite]), np.max(error / allowed[finite])
    np.testing.assert_array_equal(slope[~finite], expected[~finite])


@every_learned_form
@pytest.mark.parametrize("policy", ["mixed_float16", "mixed_bfloat16"])
def test_mixed_precision(row, policy, mode, training):
    """A layer without weights is one of the compute dtype, tested above."""
    test_value(row, policy, mode, training)
    test_slope(row, policy, mode, training)
    test_slope_by_alpha(row, policy, mode, training)


def without_nan(x):
    return tf.boolean_mask(x, ~tf.math.is_nan(x))[None]


@every_form
def test_curve(row, mode, training):
    x = without_nan(points("float64", extremes=True))
    layer = make(row, "float64", x)
    run = runner(layer, training)

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

    # At 0, ELU has that of its straight side.
    expected = np.where(x == 0, 0.0, row.curve(as64(x), row.alpha))
    np.testing.assert_allclose(curve(x), expected, 1e-9, 1e-12)


@every_row
def test_finite_differences(row):
    """The closed forms of the table are those of the function itself."""
    x = points("float64")
    x = x[(tf.abs(x) > 1e-2) & (tf.abs(x) < 100)][None]
    layer = make(row, "float64", x)
    h = 1e-5
    slope = (layer(x + h) - layer(x - h)) / (2 * h)
    np.testing.assert_allclose(slope, row.slope(as64(x), row.alpha), 1e-6, 1e-9)
    curve = (layer(x + 1e-4) - 2 * layer(x) + layer(x - 1e-4)) / 1e-8
    np.testing.assert_allclose(curve, row.curve(as64(x), row.alpha), 1e-4, 1e-6)
    if row.learns:
        alpha = layer.alpha.numpy()
        layer.alpha.assign(alpha + h)
        above = layer(x)
        layer.alpha.assign(alpha - h)
        below = layer(x)
        np.testing.assert_allclose(
            (above - below) / (2 * h),
            row.by_alpha(as64(x), row.alpha),
            1e-6,
            1e-9,
        )


@every_learned_form
def test_second_derivatives_with_alpha(row, mode, training):
    x = without_nan(points("float64", extremes=True))
    x = x[x != 0][None]
    layer = make(row, "float64", x)
    run = runner(layer, training)

    @mode
    def mixed(x):
        alpha = layer.alpha.value
        with tf.GradientTape(persistent=True) as outer:
            outer.watch(x)
            with tf.GradientTape() as inner:
                inner.watch(x)
                y = run(x)
            by_x, by_alpha = inner.gradient(y, [x, alpha])
        zero = tf.UnconnectedGradients.ZERO
        return (
            outer.gradient(by_x, alpha, unconnected_gradients=zero),
            outer.gradient(by_alpha, x, unconnected_gradients=zero),
            outer.gradient(by_alpha, alpha, unconnected_gradients=zero),
        )

    # The slope is linear in alpha: this is d2f / dx dalpha.
    cross = row.slope(as64(x), 1.0) - row.slope(as64(x), 0.0)
    x_alpha, alpha_x, alpha_alpha = mixed(x)
    np.testing.assert_allclose(x_alpha[None], cross, 1e-9, 1e-12)
    np.testing.assert_allclose(alpha_x, cross, 1e-9, 1e-12)
    np.testing.assert_allclose(alpha_alpha, np.zeros(x.shape[1]), 0, 1e-12)


@every_learned
@pytest.mark.parametrize("policy", ["mixed_float16", "mixed_bfloat16"])
def test_gradient_of_alpha_is_summed_in_float32(row, policy, mode):
    x = -np.ones((32, 56, 56, 1), "float32")
    layer = row.layer(dtype=policy)
    layer.build(x.shape)

    @mode
    def gradient(x):
        with tf.GradientTape() as tape:
            y = layer(x, training=True)
        return tape.gradient(y, layer.alpha.value, tf.ones_like(y))

    total = gradient(tf.constant(x))
    assert total.dtype == "float32"
    expected = row.by_alpha(-np.ones(1), row.alpha) * x.size
    np.testing.assert_allclose(np.ravel(total), expected, 1e-3)


@pytest.mark.parametrize(
    "row", [row for row in ROWS if row.name.startswith("elu")], ids=by_name
)
def test_elu_near_zero_in_float32_under_xla(row):
    x = tf.constant(-np.logspace(-20, 0, 2000)[:, None], tf.float32)
    y = tf.function(make(row, "float32", x), jit_compile=True)(x)
    expected = row.value(as64(x), row.alpha)
    np.testing.assert_allclose(as64(y), expected, 1e-6)


@pytest.mark.parametrize(
    "row, training",
    [
        (row, training)
        for row in ROWS
        for training in (True, False)
        if row.name.startswith("elu") and (training or row.learns)
    ],
    ids=lambda value: value.name if isinstance(value, Row) else str(value),
)
@pytest.mark.parametrize("dtype", ["float16", "bfloat16"])
def test_elu_of_every_16_bit_number(row, training, dtype, mode):
    x = tf.bitcast(np.arange(2**16, dtype="uint16")[:, None], dtype)
    # TensorFlow takes numbers nearer to 0 than 2**-126 for 0, on the way too.
    is_tested = (as64(x) == 0) | (np.abs(as64(x)) >= 2.0**-124)
    x = tf.boolean_mask(x, is_tested & np.isfinite(as64(x)))[:, None]
    run = runner(make(row, dtype, x), training)
    expected = row.value(as64(x), row.alpha)
    error = np.abs(as64(mode(run)(x)) - expected)
    allowed = error_allowed(row, dtype, expected)
    assert np.all(error <= allowed), as64(x)[error > allowed][:5]


@every_form
def test_modes_agree(row, training):
    first, *others = (
        as64(value_and_slope(row, "float32", mode, training)[1])
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
            traced(x), row.value(x.astype("float64"), row.alpha), 1e-5, 1e-6
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
    if row.learns:
        start = row.layer()
        start.build((1, 1, 1, 4))
        alpha = model.layers[1].alpha.numpy()
        assert np.any(alpha != start.alpha.numpy())


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
