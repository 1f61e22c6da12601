"""The shared table of activations on JAX."""

import functools

import jax
import jax.numpy as jnp
import keras
import numpy as np
import pytest
from common.activations import LEARNED, ROWS, by_name
from common.exactness import (
    PRECISION,
    PRECISION_OF,
    as64,
    assert_close,
    points,
)

import keras_activations as ka

every_row = pytest.mark.parametrize("row", ROWS, ids=by_name)
every_learned = pytest.mark.parametrize("row", LEARNED, ids=by_name)
every_dtype = pytest.mark.parametrize(
    "dtype", [*PRECISION, "mixed_float16", "mixed_bfloat16"]
)


def made(row, dtype, shape):
    layer = row.layer(dtype=dtype)
    layer.build(shape)
    start = {name: getattr(layer, name) for name in row.learned}
    return layer, start


@functools.cache
def derivatives(row, dtype):
    """x, the start of the parameters, y, and the slopes by x and by each."""
    x = points(dtype, extremes=True)
    layer, weights = made(row, dtype, x.shape)
    start = {name: as64(w.value).flat[0] for name, w in weights.items()}
    # Each entry has parameters of its own: what is summed, another test sees.
    own = {
        name: jnp.broadcast_to(w.value, x.shape) for name, w in weights.items()
    }

    def call(x, own):
        for name, value in own.items():
            object.__setattr__(layer, name, value)
        try:
            return layer(x, training=True)
        finally:
            for name, weight in weights.items():
                object.__setattr__(layer, name, weight)

    one = jnp.ones(x.shape, jnp.asarray(x).dtype)

    @jax.jit
    def everything(x, own):
        y, back = jax.vjp(call, x, own)
        by_x, by_own = back(one)
        # The other mode, and a derivative of a derivative.
        _, forward = jax.jvp(lambda x: call(x, own), (x,), (one,))

        def slope(x):
            return jax.vjp(lambda x: call(x, own), x)[1](one)[0]

        _, curve = jax.jvp(slope, (x,), (one,))
        return y, by_x, forward, curve, by_own

    return x, start, everything(jnp.asarray(x), own)


@every_row
@every_dtype
def test_value(row, dtype):
    x, start, (y, *_) = derivatives(row, dtype)
    assert keras.backend.standardize_dtype(y.dtype) == dtype.removeprefix(
        "mixed_"
    )
    with np.errstate(all="ignore"):
        expected = row.value(as64(x), **start)
    assert_close(row, dtype, as64(y), expected)


@every_row
@every_dtype
def test_slope(row, dtype):
    x, start, (_, by_x, forward, *_) = derivatives(row, dtype)
    known = ~np.isnan(as64(x))
    x, by_x, forward = as64(x)[known], as64(by_x)[known], as64(forward)[known]
    expected = np.where(x == 0, row.slope_at_zero, row.slope(x, **start))
    epsilon, _ = PRECISION_OF[dtype]
    np.testing.assert_allclose(by_x, expected, 2 * epsilon, 4 * epsilon)
    np.testing.assert_allclose(forward, expected, 2 * epsilon, 4 * epsilon)


@every_row
def test_curve(row):
    x, start, (_, _, _, curve, _) = derivatives(row, "float64")
    known = ~np.isnan(x)
    x, curve = x[known], as64(curve)[known]
    # At 0, where the slope jumps, it is that from the left.
    expected = row.curve(x, **start)
    np.testing.assert_allclose(curve, expected, 1e-9, 1e-12)


@every_learned
@every_dtype
def test_slope_by_parameters(row, dtype):
    x, start, (*_, slopes) = derivatives(row, dtype)
    held = "float32" if dtype.startswith("mixed") else dtype
    for name, slope in slopes.items():
        with np.errstate(all="ignore"):
            expected = row.learned[name].slope(as64(x), **start)
        assert_close(row, held, as64(slope), expected, row.learned[name])


@every_learned
@pytest.mark.parametrize("policy", ["mixed_float16", "mixed_bfloat16"])
def test_gradients_of_parameters_are_summed_in_float32(row, policy):
    x = np.full((32, 28, 28, 1), -1.0, "float32")
    layer, weights = made(row, policy, x.shape)
    start = {name: as64(w.value).flat[0] for name, w in weights.items()}
    variables = layer.trainable_variables

    @jax.jit
    def gradients(values):
        def total(values):
            y, _ = layer.stateless_call(values, [], x, training=True)
            return jnp.sum(y.astype("float32"))

        return jax.grad(total)(values)

    found = gradients([variable.value for variable in variables])
    named = dict(zip([v.name for v in variables], found, strict=True))
    for name in weights:
        assert named[name].dtype == jnp.float32
        # x is exact in 16 bits.
        expected = x.size * row.learned[name].slope(np.float64(-1), **start)
        np.testing.assert_allclose(as64(named[name]).sum(), expected, 2e-4)


@every_row
def test_it_trains_and_keeps_masks_and_comes_back_from_a_file(row, tmp_path):
    model = keras.Sequential(
        [
            keras.Input((None,), dtype="int32"),
            keras.layers.Embedding(7, 5, mask_zero=True),
            row.layer(shared_axes=[1]) if row.name == "prelu" else row.layer(),
            keras.layers.GlobalAveragePooling1D(),
            keras.layers.Dense(4, activation=row.layer()),
            keras.layers.Dense(1),
        ]
    )
    model.compile("adam", "mse", run_eagerly=True)
    ids = np.array([[1, 2, 0], [3, 4, 5]])
    before = keras.ops.convert_to_numpy(model(ids))
    # The mask reaches the mean: what follows the end makes no difference.
    longer = np.concatenate([ids, np.zeros((2, 2), int)], 1)
    np.testing.assert_allclose(model(longer), before, 1e-6, 1e-7)
    model.fit(ids, np.full((2, 1), 3.0), verbose=0)
    after = keras.ops.convert_to_numpy(model(ids))
    assert np.isfinite(after).all() and (after != before).any()
    model.save(tmp_path / "model.keras")
    again = keras.saving.load_model(tmp_path / "model.keras")
    np.testing.assert_array_equal(again(ids), after)


@every_row
@pytest.mark.parametrize("mode", ["full", "activations"])
def test_rematerialization(row, mode):
    x = np.linspace(-2, 2, 12, dtype="float32").reshape(3, 4)
    with keras.RematScope(mode=mode):
        layer = row.layer()
        inner = keras.layers.Dense(4, activation=row.layer())
        model = keras.Sequential([keras.Input((4,)), inner, layer])
    model.compile("sgd", "mse")
    model.fit(x, x, verbose=0)


def test_bad_input():
    with pytest.raises(ValueError, match="must broadcast to the shape of `x`"):
        ka.activations.prelu(np.ones((2, 3), "float32"), np.ones(2, "float32"))
    with pytest.raises(TypeError, match="floating-point tensor.*int32"):
        ka.activations.elu(np.ones(2, "int32"))
    with pytest.raises(TypeError, match="must be floating.*int64"):
        ka.activations.swish(np.ones(2, "float32"), np.ones(2, "int64"))
