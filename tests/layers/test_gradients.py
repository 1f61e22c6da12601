"""Gradients of parameters against NumPy float64, and of logits."""

import keras
import numpy as np
import pytest
import tensorflow as tf
from common.activations import LEARNED, by_name
from common.modes import MODES

from keras_activations import activations
from keras_activations.layers import Sigmoid


@pytest.fixture(params=MODES.values(), ids=MODES)
def mode(request):
    return request.param


def sample(*shape):
    x = np.random.default_rng(0).normal(size=shape) * 2
    x.reshape(-1)[:3] = (0.0, -0.0, -1e-3)
    return x


@pytest.mark.parametrize("shape", [(6, 5), (4, 3, 2, 5)], ids=str)
@pytest.mark.parametrize("row", LEARNED, ids=by_name)
def test_gradients_of_parameters(row, shape, mode):
    x = sample(*shape)
    upstream = np.random.default_rng(1).normal(size=x.shape)
    layer = row.layer(dtype="float64")
    layer.build(shape)
    weights = {name: getattr(layer, name) for name in row.learned}
    values = {}
    for name, weight in weights.items():
        start = np.linspace(0.1, 0.9, weight.shape[-1]) + 0.1 * len(values)
        weight.assign(start.reshape(weight.shape))
        values[name] = start

    @mode
    def gradients(x):
        own = {name: weight.value for name, weight in weights.items()}
        with tf.GradientTape() as tape:
            tape.watch(own)
            y = layer(x)
        return tape.gradient(y, own, upstream)

    for name, gradient in gradients(tf.constant(x)).items():
        per_element = upstream * row.learned[name].slope(x, **values)
        own = weights[name].shape[-1] > 1
        expected = per_element.sum(tuple(range(len(shape) - own)))
        np.testing.assert_allclose(
            np.ravel(gradient), np.ravel(expected), 1e-12, 1e-12
        )


def test_sigmoid_keeps_the_logits_for_the_loss(mode):
    sigmoid = Sigmoid()

    @mode
    def gradient(x):
        with tf.GradientTape() as tape:
            tape.watch(x)
            loss = keras.losses.binary_crossentropy([[1.0]], sigmoid(x))
        return tape.gradient(loss, x)

    assert gradient(tf.constant([[-200.0]])).numpy() == -1.0


def test_a_sum_beyond_float16_is_divided_before_it_is_rounded():
    x = tf.fill([1000, 1], tf.constant(-5, "float16"))
    alpha = tf.constant([100], "float16")
    with tf.GradientTape() as tape:
        tape.watch(alpha)
        y = activations.elu(x, alpha)
    expected = 1000 * np.expm1(-5)
    np.testing.assert_allclose(tape.gradient(y, alpha), [expected], 1e-3)


def test_an_alpha_of_zero_has_no_nan():
    x, alpha = tf.constant([[-1.0, -1.0]]), tf.constant([0.0, 1.0])
    with tf.GradientTape() as tape:
        tape.watch(alpha)
        y = activations.elu(x, alpha)
    np.testing.assert_allclose(tape.gradient(y, alpha), [0, np.expm1(-1)], 1e-6)
