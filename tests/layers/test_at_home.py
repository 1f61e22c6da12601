"""The layers wherever Keras puts a layer."""

import keras
import numpy as np
import pytest
from common.activations import LEARNED, ROWS, by_name

from keras_activations import activations, layers
from keras_activations.layers import ELU, PReLU
from keras_activations.layers.by_name import LAYERS

pytestmark = pytest.mark.filterwarnings(
    "ignore:__array__ implementation:DeprecationWarning"
)


def data(*shape):
    x = np.random.default_rng(0).normal(size=shape)
    return x.astype("float32")


def test_weights_move_between_our_prelu_and_keras(tmp_path):
    path = tmp_path / "moved.weights.h5"
    x = data(2, 4, 5, 3)
    ours = keras.Sequential([keras.Input((4, 5, 3)), PReLU()])
    theirs = keras.Sequential(
        [keras.Input((4, 5, 3)), keras.layers.PReLU(shared_axes=[1, 2])]
    )
    ours.layers[0].alpha.assign(data(1, 1, 3))
    ours.save_weights(path)
    theirs.load_weights(path)
    np.testing.assert_allclose(theirs(x), ours(x), 1e-6)
    theirs.layers[0].alpha.assign(data(1, 1, 3) + 1)
    theirs.save_weights(path)
    ours.load_weights(path)
    np.testing.assert_allclose(ours(x), theirs(x), 1e-6)


@pytest.mark.parametrize("row", ROWS, ids=by_name)
def test_clone_shared_and_nested(row):
    inner = keras.Sequential([keras.Input((5,)), row.layer()])
    inputs = keras.Input((5,))
    shared = row.layer()
    model = keras.Model(inputs, shared(inner(shared(inputs))))
    x = data(3, 5)
    expected = x.astype("float64")
    for _ in range(3):
        expected = row.value(expected, **row.start)
    np.testing.assert_allclose(model(x), expected, 1e-5, 1e-6)
    clone = keras.models.clone_model(model)
    np.testing.assert_allclose(clone(x), expected, 1e-5, 1e-6)


@pytest.mark.parametrize("row", ROWS, ids=by_name)
def test_as_the_activation_of_a_dense_layer(row, tmp_path):
    model = keras.Sequential(
        [keras.Input((3,)), keras.layers.Dense(4, activation=row.layer())]
    )
    x = data(5, 3)
    dense = model.layers[0]
    expected = row.value(
        x.astype("float64") @ dense.kernel.numpy(), **row.start
    )
    np.testing.assert_allclose(model(x), expected, 1e-5, 1e-6)
    assert len(model.trainable_variables) == 2 + len(row.learned)
    model.save(tmp_path / "model.keras")
    again = keras.models.load_model(tmp_path / "model.keras")
    np.testing.assert_array_equal(again(x), model(x))


@pytest.mark.parametrize("name", ["elu", "leaky_relu", "tanh"])
def test_our_functions_load_as_themselves(name):
    function = activations.get(name)
    layer = keras.layers.Dense(2, activation=function)
    again = keras.layers.Dense.from_config(layer.get_config())
    assert again.activation is function


def test_in_a_subclassed_model():
    class Model(keras.Model):
        def __init__(self):
            super().__init__()
            self.dense = keras.layers.Dense(4)
            self.act = PReLU()
            self.out = keras.layers.Dense(1)

        def call(self, x):
            return self.out(self.act(self.dense(x)))

    model = Model()
    model.compile("sgd", "mse")
    model.fit(data(8, 3), data(8, 1), verbose=0)
    assert np.any(model.act.alpha.numpy() != 0.25)


@pytest.mark.parametrize("row", ROWS, ids=by_name)
@pytest.mark.filterwarnings("ignore:Layer .* does not have a `quantize`")
def test_quantize(row):
    model = keras.Sequential(
        [keras.Input((8,)), keras.layers.Dense(8), row.layer()]
    )
    x = data(4, 8)
    before = model(x)
    model.quantize("int8")
    np.testing.assert_allclose(model(x), before, atol=0.1)


@pytest.mark.parametrize("row", LEARNED, ids=by_name)
@pytest.mark.parametrize(
    "shared_axes, shape",
    [
        ("spatial", (1, 1, 6)),
        ("all", (1, 1, 1)),
        (None, (4, 5, 6)),
        ([1], (1, 5, 6)),
        (-1, (4, 5, 1)),
        ([-3, 3], (1, 5, 1)),
    ],
)
def test_shared_axes(row, shared_axes, shape):
    layer = row.layer(shared_axes=shared_axes)
    y = layer(data(2, 4, 5, 6))
    assert y.shape == (2, 4, 5, 6)
    again = type(layer).from_config(layer.get_config())
    again.build(y.shape)
    for each in (layer, again):
        for name, learned in row.learned.items():
            expected = (1, 1, 1) if learned.one_for_all else shape
            assert tuple(getattr(each, name).shape) == expected


@pytest.mark.parametrize("row", LEARNED, ids=by_name)
def test_channels_first(row):
    keras.config.set_image_data_format("channels_first")
    try:
        layer = row.layer(shared_axes="spatial")
    finally:
        keras.config.set_image_data_format("channels_last")
    # What is saved there is loaded here.
    again = type(layer).from_config(layer.get_config())
    given = row.layer(shared_axes="spatial", data_format="channels_first")
    for layer in (again, given):
        layer.build((None, 6, None, None))
        for name, learned in row.learned.items():
            expected = (1 if learned.one_for_all else 6, 1, 1)
            assert tuple(getattr(layer, name).shape) == expected
        assert layer(data(2, 6, 3, 0)).shape == (2, 6, 3, 0)


def test_a_learned_alpha_stays_positive():
    for constraint in (None, keras.constraints.MaxNorm(2)):
        layer = ELU(learn_alpha=True, alpha_constraint=constraint)
        model = keras.Sequential([keras.Input((3,)), layer])
        model.compile(keras.optimizers.SGD(100.0), "mse")
        model.fit(-np.ones((8, 3)), np.ones((8, 3)), epochs=3, verbose=0)
        np.testing.assert_array_equal(layer.alpha.numpy(), np.float32(1e-3))


def test_public_names():
    assert set(layers.__all__) == {type(row.layer()).__name__ for row in ROWS}


def test_every_layer_goes_by_the_name_of_its_function():
    assert {layer.__name__ for layer in LAYERS.values()} == set(layers.__all__)
    assert set(LAYERS) == set(activations.__all__) - {"gain", "get"}
    for name, layer in LAYERS.items():
        assert layer.__name__.lower() == name.replace("_", "")
