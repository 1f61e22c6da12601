"""How exact an activation must be, whatever computes it: NumPy alone."""

import ml_dtypes
import numpy as np

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


def points(dtype, extremes=False):
    """Special and random points, as `dtype` rounds them.

    They are one row, so that each can have parameters of its own.
    """
    random = np.random.default_rng(0).normal(size=40) * 3
    x = np.concatenate([SPECIAL, random, EXTREME if extremes else []])
    with np.errstate(invalid="ignore"):  # NaN
        return x[None].astype(_numpy(dtype))


def as64(array):
    with np.errstate(invalid="ignore"):
        return np.asarray(array).astype("float64")


def rounded(expected, dtype):
    """Return infinity where `dtype` has no number as large as expected."""
    narrow = as64(np.asarray(expected).astype(_numpy(dtype)))
    return np.where(np.isinf(narrow), narrow, expected)


def error_allowed(row, dtype, expected):
    """One unit in the last place, and what native operations cost."""
    epsilon, tiny = PRECISION_OF[dtype]
    # The distance of neighbours between the powers of 2 around `expected`.
    _, exponent = np.frexp(np.maximum(np.abs(expected), tiny))
    ulp = epsilon * np.exp2(exponent - 1.0)
    if row.rounded_once and epsilon > 2**-23:
        return ulp + row.cancels
    return np.maximum(4 * ulp, epsilon * row.tolerance)


def assert_close(row, dtype, actual, expected, parameter=None):
    """Compare, infinities and NaN exactly."""
    with np.errstate(all="ignore"):
        expected = rounded(expected, dtype)
        allowed = error_allowed(row, dtype, expected)
        if parameter is not None:
            wide = min(PRECISION_OF[dtype][0], 2.0**-23)
            allowed = np.maximum(2 * allowed, wide * parameter.tolerance)
    finite = np.isfinite(expected)
    error = np.abs(actual[finite] - expected[finite])
    assert np.all(error <= allowed[finite]), np.max(error / allowed[finite])
    np.testing.assert_array_equal(actual[~finite], expected[~finite])


def _numpy(dtype):
    name = dtype.removeprefix("mixed_")
    return ml_dtypes.bfloat16 if name == "bfloat16" else np.dtype(name)
