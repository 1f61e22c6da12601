"""25 steps against NumPy in float64, written from the formulas alone."""

import keras
import numpy as np
import pytest

from keras_activations.training import ExplicitSGD, MiniBatches, SGDSequential

RATE, STEPS = 0.05, 25
SGD = keras.optimizers.SGD


def data():
    rng = np.random.default_rng(1)
    x = rng.normal(size=(20, 3))
    return x, np.tanh(x @ rng.normal(size=(3, 2)))


def start():
    rng = np.random.default_rng(2)
    return [rng.normal(size=s) * 0.7 for s in [(3, 4), (4,), (4, 2), (2,)]]


def gradients(weights, x, y):
    """Of the mean squared error of tanh(x W1 + b1) W2 + b2."""
    w1, b1, w2, b2 = weights
    hidden = np.tanh(x @ w1 + b1)
    d_out = 2 * (hidden @ w2 + b2 - y) / y.size
    d_hidden = d_out @ w2.T * (1 - hidden**2)
    return [x.T @ d_hidden, d_hidden.sum(0), hidden.T @ d_out, d_out.sum(0)]


def plain(weights, gradient, memory, step):
    return [w - RATE * g for w, g in zip(weights, gradient, strict=True)]


def momentum(weights, gradient, memory, step):
    for v, g in zip(memory, gradient, strict=True):
        v[...] = 0.9 * v - RATE * g
    return [w + v for w, v in zip(weights, memory, strict=True)]


def nesterov(weights, gradient, memory, step):
    for v, g in zip(memory, gradient, strict=True):
        v[...] = 0.9 * v - RATE * g
    return [
        w + 0.9 * v - RATE * g
        for w, v, g in zip(weights, memory, gradient, strict=True)
    ]


def decay(weights, gradient, memory, step):
    # Decoupled: the weight shrinks by itself, before the step.
    return [
        w - RATE * 0.1 * w - RATE * g
        for w, g in zip(weights, gradient, strict=True)
    ]


def clipping(weights, gradient, memory, step):
    norm = np.sqrt(sum((g**2).sum() for g in gradient))
    factor = min(1.0, 0.2 / norm)
    return [
        w - RATE * factor * g for w, g in zip(weights, gradient, strict=True)
    ]


def dropping(weights, gradient, memory, step):
    # The rate falls to a tenth; the velocity keeps what it has.
    rate = RATE if step <= 10 else RATE / 10
    for v, g in zip(memory, gradient, strict=True):
        v[...] = 0.9 * v - rate * g
    return [w + v for w, v in zip(weights, memory, strict=True)]


def drop():
    return keras.optimizers.schedules.PiecewiseConstantDecay(
        [10], [RATE, RATE / 10]
    )


RULES = [
    (plain, lambda: ExplicitSGD(RATE)),
    (plain, lambda: SGD(RATE)),
    (momentum, lambda: SGD(RATE, momentum=0.9)),
    (nesterov, lambda: SGD(RATE, momentum=0.9, nesterov=True)),
    (decay, lambda: ExplicitSGD(RATE, weight_decay=0.1)),
    (clipping, lambda: ExplicitSGD(RATE, global_clipnorm=0.2)),
    (dropping, lambda: SGD(drop(), momentum=0.9)),
]


def trained(optimizer, batches):
    model = SGDSequential(
        [
            keras.Input((3,)),
            keras.layers.Dense(4, activation="tanh"),
            keras.layers.Dense(2),
        ]
    )
    model.set_weights(start())
    model.compile(optimizer, loss="mse", jit_compile=False)
    model.fit(batches, epochs=5, verbose=0)
    return model.get_weights()


@pytest.mark.parametrize(
    "rule, optimizer", RULES, ids=[rule.__name__ for rule, _ in RULES]
)
def test_the_weights_are_those_of_the_formulas(rule, optimizer):
    x, y = data()
    expected, memory = start(), [np.zeros_like(w) for w in start()]
    batches = MiniBatches(np.arange(20), batch_size=4, seed=3)
    for step in range(STEPS):
        chosen = batches.at(step).numpy()
        gradient = gradients(expected, x[chosen], y[chosen])
        expected = rule(expected, gradient, memory, step)

    stream = MiniBatches(x, y, batch_size=4, seed=3)
    actual = trained(optimizer(), stream)
    for ours, reference in zip(actual, expected, strict=True):
        np.testing.assert_allclose(ours, reference, rtol=2e-6, atol=2e-6)


def test_a_rate_that_is_one_percent_off_is_noticed():
    x, y = data()
    stream = MiniBatches(x, y, batch_size=4, seed=3)
    exact = trained(ExplicitSGD(RATE), stream)
    stream.seek(0)
    wrong = trained(ExplicitSGD(1.01 * RATE), stream)
    assert (
        max(np.abs(a - b).max() for a, b in zip(exact, wrong, strict=True))
        > 100 * 2e-6
    )
