"""The loss of the best constant predictor, beside Keras's own losses."""

import keras
import numpy as np
import pytest

from keras_activations.statistics.constant_loss import (
    constant_loss,
    perfect_loss,
)

losses = keras.losses
SEED = np.random.default_rng(0)
NUMBERS = SEED.gamma(2.0, size=(64, 1)).astype("float32")
BITS = (SEED.uniform(size=(64, 1)) < 0.2).astype("float32")
WEIGHTS = SEED.uniform(0.5, 2.0, 64).astype("float32")


def facts(name, **options):
    return {"loss": name, "known": True, "is_mean": True, **options}


# The loss, its options, targets, and the constants to try.
ONE_COLUMN = {
    "mean_squared_error": (losses.MeanSquaredError(), {}, NUMBERS, (0, 6)),
    "mean_absolute_error": (losses.MeanAbsoluteError(), {}, NUMBERS, (0, 6)),
    "mean_squared_logarithmic_error": (
        losses.MeanSquaredLogarithmicError(),
        {},
        NUMBERS,
        (0, 6),
    ),
    "huber": (losses.Huber(0.5), {"delta": 0.5}, NUMBERS, (0, 6)),
    "log_cosh": (losses.LogCosh(), {}, NUMBERS, (0, 6)),
    "poisson": (losses.Poisson(), {}, NUMBERS, (0.01, 6)),
    "hinge": (losses.Hinge(), {}, BITS, (-2, 2)),
    "binary_crossentropy": (
        losses.BinaryCrossentropy(label_smoothing=0.1),
        {"label_smoothing": 0.1},
        BITS,
        (0.001, 0.999),
    ),
}


@pytest.mark.parametrize("weighted", [False, True], ids=["plain", "weighted"])
@pytest.mark.parametrize("name", ONE_COLUMN)
def test_no_constant_of_keras_is_better(name, weighted):
    loss, options, y, (low, high) = ONE_COLUMN[name]
    weights = WEIGHTS if weighted else np.ones(len(y), "float32")
    tried = [
        float(loss(y, np.full_like(y, constant), weights))
        for constant in np.linspace(low, high, 201)
    ]
    found = constant_loss(y, weights, facts(name, **options))
    # The steps of the search are coarse, the losses flat at their minimum.
    assert found <= min(tried) + 1e-6
    assert found == pytest.approx(min(tried), rel=5e-3)


@pytest.mark.parametrize("smoothing", [0.0, 0.2])
def test_classes(smoothing):
    y = np.random.default_rng(1).choice(3, 50, p=[0.6, 0.3, 0.1])
    one_hot = np.eye(3, dtype="float32")[y]
    loss = losses.CategoricalCrossentropy(label_smoothing=smoothing)
    frequent = one_hot.mean(0) * (1 - smoothing) + smoothing / 3
    expected = float(loss(one_hot, np.tile(frequent, (50, 1))))
    weights = np.ones(50)
    options = {"label_smoothing": smoothing}
    found = constant_loss(
        one_hot, weights, facts("categorical_crossentropy", **options)
    )
    assert found == pytest.approx(expected, rel=1e-5)
    if not smoothing:
        sparse = facts("sparse_categorical_crossentropy")
        found = constant_loss(y[:, None], weights, sparse)
        assert found == pytest.approx(expected, rel=1e-5)


@pytest.mark.parametrize(
    "y, changes",
    [
        (NUMBERS, {"loss": "mine", "known": False}),
        (NUMBERS, {"loss": "cosine_similarity"}),
        (NUMBERS, {"is_mean": False}),
        (np.full((3, 1), np.nan), {}),
        (np.array([[-1.0], [0.5]]), {"loss": "binary_crossentropy"}),
        (np.array([[0.5]]), {"loss": "sparse_categorical_crossentropy"}),
        (np.zeros((2, 1)), {"loss": "poisson"}),
        (NUMBERS, {"loss": "hinge"}),
    ],
)
def test_what_is_not_known_is_none(y, changes):
    known = {**facts("mean_squared_error"), **changes}
    assert constant_loss(y, np.ones(len(y)), known) is None
    assert perfect_loss(y, np.ones(len(y)), known) is None


GRAY = SEED.uniform(0.01, 0.99, size=(64, 3)).astype("float32")
SHARES = (GRAY / GRAY.sum(1, keepdims=True)).astype("float32")


@pytest.mark.parametrize(
    "loss, name, y, options",
    [
        (losses.MeanSquaredError(), "mean_squared_error", NUMBERS, {}),
        (losses.BinaryCrossentropy(), "binary_crossentropy", GRAY, {}),
        (
            losses.CategoricalCrossentropy(),
            "categorical_crossentropy",
            SHARES,
            {},
        ),
        (losses.Poisson(), "poisson", NUMBERS, {}),
        (
            losses.BinaryCrossentropy(label_smoothing=0.2),
            "binary_crossentropy",
            BITS,
            {"label_smoothing": 0.2},
        ),
    ],
)
def test_no_prediction_is_better_than_a_perfect_one(loss, name, y, options):
    smoothing = options.get("label_smoothing", 0.0)
    perfect = y * (1 - smoothing) + 0.5 * smoothing
    expected = float(loss(y, perfect, WEIGHTS))
    found = perfect_loss(y, WEIGHTS, facts(name, **options))
    assert found == pytest.approx(expected, rel=1e-4, abs=1e-6)
    for direction in 0.99, 1.01:
        near = np.clip(perfect * direction, 1e-6, None)
        near = np.clip(near, None, 1 - 1e-6) if y is not NUMBERS else near
        assert found <= float(loss(y, near, WEIGHTS)) + 1e-6
