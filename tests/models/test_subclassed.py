"""Activations of subclassed models and of layers of the user's own."""

import keras
import numpy as np
import pytest
import tensorflow as tf

from keras_activations.layers import PReLU
from keras_activations.models import swap_activations

RNG = np.random.default_rng(0)
X = RNG.normal(size=(4, 3)).astype("float32")


class Block(keras.layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.inner = keras.Sequential([keras.layers.Dense(units)])
        self.act = keras.activations.relu

    def call(self, x):
        return self.act(self.inner(x)) + x


class Gated(keras.Model):
    """Layers as attributes and in a list, a gate, weights of its own."""

    def __init__(self, blocks, units=3):
        super().__init__()
        self.stem = keras.layers.Dense(units, activation="relu", name="stem")
        self.again = self.stem
        self.gate = keras.layers.Dense(units, activation="sigmoid", name="gate")
        self.blocks = blocks
        self.head = keras.layers.Dense(2, activation="softmax", name="head")
        self.scale = self.add_weight(shape=(), initializer="ones", name="scale")

    def call(self, x, training=None):
        x = self.again(self.stem(x)) * self.gate(x) * self.scale
        for block in self.blocks:
            x = block(x)
        return self.head(x)


class Outer(keras.Model):
    def __init__(self, inner):
        super().__init__()
        self.inner = inner
        self.dense = keras.layers.Dense(3)
        self.table = {"a": (keras.layers.ELU(name="elu"), 1)}

    def call(self, inputs):
        return {"y": self.inner(self.table["a"][0](self.dense(inputs["x"])))}


def outer():
    functional = keras.Sequential(
        [
            keras.Input((3,)),
            keras.layers.Dense(3, activation="tanh", name="tanh"),
            keras.layers.ReLU(name="relu"),
        ],
        name="functional",
    )
    blocks = [Block(3, name="block"), functional]
    return Outer(Gated(blocks)), {"x": X}


def values(model):
    return [weight.numpy() for weight in model.weights]


def test_a_subclassed_model_is_swapped_on_a_copy():
    model, x = outer()
    before = model(x)["y"].numpy()
    weights, paths = values(model), [weight.path for weight in model.weights]
    table = swap_activations(model, "prelu", dry_run=True)
    assert {(row.where, row.new or row.why) for row in table} == {
        ("elu", "PReLU"),
        ("gated/stem", "PReLU"),
        ("gated/gate", "a gate"),
        ("gated/block/act", "PReLU"),
        ("gated/functional/tanh", "PReLU"),
        ("gated/functional/relu", "PReLU"),
        ("gated/head", "the output"),
    }
    swapped = swap_activations(model, "prelu")
    assert type(swapped) is Outer and type(swapped.inner) is Gated
    inner = swapped.inner
    assert inner.stem is inner.again and inner.stem is not model.inner.stem
    new = [
        swapped.table["a"][0],
        inner.stem.activation,
        inner.blocks[0].act,
        inner.blocks[1].layers[0].activation,
        inner.blocks[1].layers[1],
    ]
    assert {type(each) for each in new} == {PReLU}
    assert inner.gate.activation is keras.activations.sigmoid
    # Those of the model, then slopes that are where a ReLU is at 0.
    slopes = {id(each.alpha) for each in new}
    kept = [weight for weight in swapped.weights if id(weight) not in slopes]
    assert len(kept) == len(weights)
    assert {weight.path for weight in kept} == set(paths)
    # The original is as it was, and shares nothing with the copy.
    assert [weight.path for weight in model.weights] == paths
    np.testing.assert_array_equal(model(x)["y"], before)
    swapped.compile("sgd", "mse")
    swapped.train_on_batch(x, {"y": np.ones((4, 2))})
    for old, now in zip(weights, values(model), strict=True):
        np.testing.assert_array_equal(old, now)


def test_the_copy_computes_the_same_but_for_the_activation(tmp_path):
    model, x = outer()
    before = model(x)["y"].numpy()
    only = ["elu", "gated/block", "gated/functional/tanh"]
    swapped = swap_activations(model, lambda x: x, only=only)
    assert np.any(swapped(x)["y"].numpy() != before)
    swapped.table["a"][0].activation = keras.activations.elu
    swapped.inner.blocks[0].act = keras.activations.relu
    swapped.inner.blocks[1].layers[0].activation = keras.activations.tanh
    np.testing.assert_array_equal(swapped(x)["y"], before)
    # Its classes would make the old activations; its weights can be kept.
    with pytest.raises(NotImplementedError, match="Outer has other activ"):
        swapped.save(tmp_path / "swapped.keras")
    path = tmp_path / "swapped.weights.h5"
    prelu = swap_activations(model, "prelu", only=only)
    prelu.table["a"][0].alpha.assign(np.arange(3.0))
    prelu.save_weights(path)
    again = swap_activations(model, "prelu", only=only)
    again.load_weights(path)
    np.testing.assert_array_equal(again(x)["y"], prelu(x)["y"])


class Plain(keras.Model):
    """Keras can make it again by itself; then an attribute is changed."""

    def __init__(self, units=3):
        super().__init__()
        self.dense = keras.layers.Dense(units, activation="relu")
        self.drop = keras.layers.Dropout(0.5, seed=3)
        self.head = keras.layers.Dense(1)

    def call(self, x, training=None):
        return self.head(self.drop(self.dense(x), training=training))


def test_what_was_changed_after_it_was_made_and_how_it_is_compiled():
    model = Plain()
    model.dense.activation = keras.activations.tanh
    model.head.activation = keras.activations.relu
    model.compile(keras.optimizers.Adam(0.25), "mae", metrics=["mse"])
    model(X)
    model.fit(X, np.ones(4), verbose=0)
    swapped = swap_activations(model, "elu", only="relu", keep_last=False)
    assert swapped.dense.activation is keras.activations.tanh
    assert swapped.loss == "mae" and swapped.optimizer is not model.optimizer
    assert float(swapped.optimizer.learning_rate) == 0.25
    old, new = (
        model.drop.seed_generator.state,
        swapped.drop.seed_generator.state,
    )
    assert old is not new
    np.testing.assert_array_equal(old.numpy(), new.numpy())


class InCall(keras.Model):
    def __init__(self):
        super().__init__()
        self.dense = keras.layers.Dense(3)

    def call(self, x):
        return 2 * tf.nn.relu(self.dense(x))


class AsAttribute(InCall):
    def __init__(self):
        super().__init__()
        self.activation = keras.layers.Activation("relu")

    def call(self, x):
        return 2 * self.activation(self.dense(x))


def test_two_lines_let_a_function_in_call_be_replaced():
    model = InCall()
    model(X)
    with pytest.raises(ValueError, match="InCall computes tf.nn.relu") as error:
        swap_activations(model, "prelu")
    lines = [line.strip() for line in str(error.value).splitlines()]
    assert 'self.activation = keras.layers.Activation("relu")' in lines
    assert "x = self.activation(x)" in lines
    model = AsAttribute()
    model(X)
    assert type(swap_activations(model, "prelu").activation) is PReLU


class TwoInputs(keras.Model):
    def __init__(self):
        super().__init__()
        self.dense = keras.layers.Dense(3, activation="relu")

    def call(self, u, v):
        return 2 * (self.dense(u) + self.dense(v))


class TwoShapes(TwoInputs):
    def build(self, u_shape, v_shape):
        super().build(u_shape)


@pytest.mark.filterwarnings("ignore:`build.*` was called on layer")
def test_two_lines_let_a_model_with_two_arguments_be_followed():
    model = TwoInputs()
    model(X, X)
    with pytest.raises(ValueError, match="does not keep the shapes") as error:
        swap_activations(model, "prelu")
    lines = [line.strip() for line in str(error.value).splitlines()[-2:]]
    assert lines == [
        "def build(self, u_shape, v_shape):",
        "super().build(u_shape)",
    ]
    model = TwoShapes()
    model(X, X)
    assert type(swap_activations(model, "prelu").dense.activation) is PReLU


def test_what_cannot_be_followed_is_asked_for():
    class Secret(AsAttribute):
        def call(self, x):
            return tf.math.square(self.activation(self.dense(x)))

    model = Secret()
    model(X)
    with pytest.raises(ValueError, match="perhaps a gate.*\n.*only='activa"):
        swap_activations(model, "prelu")
    swapped = swap_activations(model, "prelu", only="activation")
    assert type(swapped.activation) is PReLU


def test_one_that_layers_of_other_shapes_share():
    class Sharing(AsAttribute):
        def call(self, x):
            x = self.activation(self.dense(x))
            return 2 * self.activation(keras.ops.concatenate([x, x]))

    class Other(AsAttribute):
        def call(self, x):
            x = self.activation(self.dense(x))
            return 2 * self.activation(keras.ops.concatenate([x, x], axis=-1))

    for kind in Sharing, Other:
        model = kind()
        model(X)
        assert swap_activations(model, "elu")(X).shape == model(X).shape
        if kind is Sharing:
            assert swap_activations(model, "prelu")
        else:
            with pytest.raises(ValueError, match="give each layer its own"):
                swap_activations(model, "prelu")
