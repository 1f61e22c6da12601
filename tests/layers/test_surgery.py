"""swap_activations and exclude_activation_parameters."""

import keras
import numpy as np
import pytest

from keras_activations import layers
from keras_activations.layers import (
    exclude_activation_parameters,
    swap_activations,
)
from keras_activations.training import SGDSequential


def data(*shape):
    x = np.random.default_rng(0).normal(size=shape)
    return x.astype("float32")


def image_model():
    inputs = keras.Input((6, 6, 3))
    x = keras.layers.Conv2D(4, 3, activation="relu")(inputs)
    x = keras.layers.BatchNormalization()(x)
    x = keras.layers.ReLU(name="between")(x)
    inner = keras.Sequential(
        [
            keras.Input((4, 4, 4)),
            keras.layers.Conv2D(4, 3, padding="same"),
            keras.layers.Activation("tanh"),
        ],
        name="inner",
    )
    x = keras.layers.add([inner(x), inner(x)])
    x = keras.layers.Flatten()(x)
    x = keras.layers.Dropout(0.1)(x)
    x = keras.layers.Dense(3, activation="softmax")(x)
    return keras.Model(inputs, x)


def test_every_activation_but_the_last_is_swapped():
    model = image_model()
    swapped = swap_activations(model, to="prelu")
    conv, between = swapped.layers[1], swapped.get_layer("between")
    inner = swapped.get_layer("inner").layers[-1]
    for new in (conv.activation, between, inner):
        assert isinstance(new, layers.PReLU)
        assert tuple(new.alpha.shape) == (1, 1, 4)
    assert swapped.layers[-1].activation is keras.activations.softmax
    # The old model is as it was.
    assert model.layers[1].activation is keras.activations.relu


def test_weights_are_kept():
    model = image_model()
    for variable in model.trainable_variables:
        variable.assign_add(data(*variable.shape))
    swapped = swap_activations(
        model, to="prelu", alpha_initializer=0, shared_axes="all"
    )
    # A PReLU of slope 0 is a ReLU, so that only the inner tanh differs.
    old = keras.Model(model.input, model.get_layer("between").output)
    new = keras.Model(swapped.input, swapped.get_layer("between").output)
    x = data(2, 6, 6, 3)
    np.testing.assert_array_equal(new(x), old(x))
    np.testing.assert_array_equal(
        swapped.layers[-1].kernel.numpy(), model.layers[-1].kernel.numpy()
    )
    assert swapped.layers[-1].kernel is not model.layers[-1].kernel


def test_swapping_to_the_same_function_changes_nothing():
    model = keras.Sequential(
        [
            keras.Input((5,)),
            keras.layers.Dense(7, activation="tanh"),
            keras.layers.Dense(2),
        ]
    )
    swapped = swap_activations(model, to=layers.Tanh)
    x = data(4, 5)
    np.testing.assert_array_equal(swapped(x), model(x))
    assert isinstance(swapped.layers[0].activation, layers.Tanh)
    assert swapped.layers[-1].activation is keras.activations.linear


def test_a_wrapped_layer_and_a_recurrent_one():
    model = keras.Sequential(
        [
            keras.Input((4, 5)),
            keras.layers.TimeDistributed(
                keras.layers.Dense(3, activation="relu")
            ),
            keras.layers.GRU(2, activation="tanh"),
            keras.layers.Dense(1),
        ]
    )
    swapped = swap_activations(model, to="elu", alpha=0.5)
    assert swapped.layers[0].layer.activation.alpha == 0.5
    assert swapped.layers[1].activation is keras.activations.tanh
    np.testing.assert_array_equal(
        swapped.layers[1].get_weights()[0], model.layers[1].get_weights()[0]
    )


def test_keras_slopes_move_to_our_prelu():
    model = keras.Sequential(
        [keras.Input((3,)), keras.layers.PReLU("uniform"), keras.layers.ReLU()]
    )
    swapped = swap_activations(model, to="prelu")
    np.testing.assert_array_equal(
        swapped.layers[0].alpha.numpy(), model.layers[0].alpha.numpy()
    )
    assert isinstance(swapped.layers[1], keras.layers.ReLU)
    swapped = swap_activations(model, to="prelu", keep_last=False)
    assert isinstance(swapped.layers[1], layers.PReLU)


@pytest.mark.filterwarnings("ignore:__array__ implementation")
def test_a_swapped_model_trains_and_is_saved(tmp_path):
    swapped = swap_activations(image_model(), to="prelu")
    swapped.compile("sgd", "mse")
    x, y = data(8, 6, 6, 3), data(8, 3)
    before = [v.numpy() for v in swapped.trainable_variables]
    swapped.fit(x, y, verbose=0)
    for variable, old in zip(swapped.trainable_variables, before, strict=True):
        assert np.any(variable.numpy() != old), variable.path
    swapped.save(tmp_path / "swapped.keras")
    again = keras.models.load_model(tmp_path / "swapped.keras")
    np.testing.assert_array_equal(
        again.predict(x, verbose=0), swapped.predict(x, verbose=0)
    )


@pytest.mark.parametrize("kind", [keras.Sequential, SGDSequential])
def test_a_swapped_model_is_compiled_as_it_was(kind):
    model = kind(
        [
            keras.Input((5,)),
            keras.layers.Dense(4, activation="relu"),
            keras.layers.Dense(1),
        ]
    )
    assert not swap_activations(model, to="prelu").compiled
    model.compile(keras.optimizers.Adam(0.03), "mae", metrics=["mse"])
    model.train_on_batch(data(4, 5), data(4, 1))
    swapped = swap_activations(model, to="prelu")
    swapped.train_on_batch(data(4, 5), data(4, 1))
    assert type(swapped) is kind and swapped.name == model.name
    assert swapped.loss == "mae"
    assert float(swapped.optimizer.learning_rate) == np.float32(0.03)
    assert int(swapped.optimizer.iterations) == 1
    assert np.any(swapped.layers[0].activation.alpha.numpy() != 0.25)


@pytest.mark.parametrize("to", ["rleu", None, keras.layers.ReLU()])
def test_an_unknown_activation_is_refused(to):
    with pytest.raises(ValueError, match="`to` must be one of elu.*Received"):
        swap_activations(image_model(), to=to)


def test_a_model_without_a_graph_is_refused():
    with pytest.raises(ValueError, match="`model` must be a built"):
        swap_activations(keras.Sequential([keras.layers.Dense(2)]), to="elu")

    class Subclassed(keras.Model):
        def call(self, x):
            return x

    model = Subclassed()
    model(data(1, 2))
    with pytest.raises(ValueError, match="`model` must be a built"):
        swap_activations(model, to="elu")


def decayed(optimizer):
    """Names of the weights that a step without a gradient changes."""
    model = keras.Sequential(
        [
            keras.Input((3,)),
            keras.layers.Dense(2, bias_initializer="ones"),
            layers.PReLU(),
            keras.layers.PReLU("ones"),
            layers.ELU(learn_alpha=True),
        ]
    )
    variables = model.trainable_variables
    before = [v.numpy() for v in variables]
    optimizer.apply([keras.ops.zeros_like(v) for v in variables], variables)
    return {
        v.name
        for v, old in zip(variables, before, strict=True)
        if np.any(v.numpy() != old)
    }


def adamw():
    return keras.optimizers.AdamW(0.1, weight_decay=0.1)


def test_alpha_is_not_decayed():
    assert decayed(adamw()) == {"kernel", "bias", "alpha"}
    assert decayed(exclude_activation_parameters(adamw())) == {
        "kernel",
        "bias",
    }


def test_what_was_excluded_before_stays_excluded():
    optimizer = adamw()
    optimizer.exclude_from_weight_decay(var_names=["bias"])
    assert decayed(exclude_activation_parameters(optimizer)) == {"kernel"}


def test_under_a_loss_scale():
    inner = adamw()
    outer = keras.optimizers.LossScaleOptimizer(inner)
    assert exclude_activation_parameters(outer) is outer
    assert decayed(inner) == {"kernel", "bias"}


def test_a_built_optimizer_is_refused():
    optimizer = adamw()
    optimizer.build([keras.Variable([1.0])])
    with pytest.raises(ValueError, match="must not be built yet"):
        exclude_activation_parameters(optimizer)


def test_what_is_no_optimizer_is_refused():
    with pytest.raises(TypeError, match="optimizer='adamw'"):
        exclude_activation_parameters("adamw")
