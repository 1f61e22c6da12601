"""What a swap cannot keep is refused, and named."""

import functools

import keras
import numpy as np
import pytest
import tensorflow as tf

from keras_activations.layers import PReLU
from keras_activations.models import swap_activations


class Times(keras.layers.Layer):
    def __init__(self, factor=1.0, **kwargs):
        super().__init__(**kwargs)
        self.factor = factor

    def call(self, x):
        return x * self.factor


class Forgetful(Times):
    def get_config(self):
        config = super().get_config()
        config.pop("factor", None)
        return config


class Talkative(Times):
    """Its configuration has more than its arguments."""

    def get_config(self):
        return {**super().get_config(), "factor": 3.0, "twice": 6.0}


class Inside(keras.layers.Layer):
    def __init__(self, units=1, **kwargs):
        super().__init__(**kwargs)
        self.dense = keras.layers.Dense(units)

    def call(self, x):
        return self.dense(x)

    def get_config(self):
        return super().get_config()


class Tied(keras.layers.Layer):
    """It multiplies by the table of an embedding."""

    def __init__(self, embedding, **kwargs):
        super().__init__(**kwargs)
        self.embedding = embedding

    def call(self, x):
        return keras.ops.matmul(
            x, keras.ops.transpose(self.embedding.weights[0])
        )

    def get_config(self):
        embedding = keras.saving.serialize_keras_object(self.embedding)
        return {**super().get_config(), "embedding": embedding}


class TiedByName(Tied):
    @classmethod
    def from_config(cls, config):
        embedding = keras.saving.deserialize_keras_object(
            config.pop("embedding")
        )
        return cls(embedding, **config)


def model_with(layer=None, kind=keras.Model):
    inputs = keras.Input((3,))
    x = keras.layers.Dense(4, activation="relu")(inputs)
    x = layer(x) if layer else x
    return kind(inputs, keras.layers.Dense(1)(x))


def tied(kind):
    inputs = keras.Input((2,), dtype="int32")
    embedding = keras.layers.Embedding(7, 4)
    x = keras.layers.Dense(4, activation="relu")(embedding(inputs))
    return keras.Model(inputs, kind(embedding, name="logits")(x))


@pytest.mark.parametrize("layer", [Forgetful, Talkative])
def test_what_a_configuration_forgets_or_invents(layer):
    model = model_with(layer(3.0))
    swapped = swap_activations(model, "relu")
    x = np.ones((2, 3), "float32")
    np.testing.assert_array_equal(swapped(x), model(x))


def test_a_layer_that_is_given_another_one_shares_its_copy():
    swapped = swap_activations(tied(Tied), "relu")
    assert swapped.layers[-1].embedding is swapped.layers[1]
    assert len(swapped.weights) == 3


def test_a_layer_whose_class_does_not_tell_how_to_make_it():
    model = model_with(Times(np.arange(4.0), name="odd"))
    swapped = swap_activations(model, "relu")
    assert swapped.get_layer("odd") is not model.get_layer("odd")
    x = np.ones((2, 3), "float32")
    np.testing.assert_array_equal(swapped(x), model(x))
    factor = keras.layers.Dense(1)
    odd = Times(np.ones(4), name="odd")
    odd.helper = Holder(factor)
    with pytest.raises(ValueError, match="the attribute `helper` of odd"):
        swap_activations(model_with(odd), "relu")


@pytest.mark.parametrize(
    ("make", "named"),
    [
        (lambda: model_with(Inside(4, name="odd")), "odd of class Inside"),
        (lambda: tied(TiedByName), "logits of class TiedByName"),
    ],
)
@pytest.mark.filterwarnings("ignore:`build.*` was called on layer")
def test_layers_that_cannot_be_made_again(make, named):
    with pytest.raises(ValueError, match=f"the layer {named}.*cannot be"):
        swap_activations(make(), "relu")


class Holder:
    def __init__(self, layer):
        self.layer = layer


@pytest.mark.parametrize(
    "make",
    [
        lambda model: Holder(model.layers[1]),
        lambda model: lambda: model.layers,
        lambda model: functools.partial(print, model.layers[1].kernel),
        lambda model: tf.function(model.call),
        lambda model: {"of": [Holder(model)]},
    ],
)
def test_attributes_that_cannot_be_seen_through(make):
    model = model_with()
    model.helper = make(model)
    with pytest.raises(ValueError, match="attribute `helper` of functional"):
        swap_activations(model, "relu")


class OwnCompile(keras.Model):
    def compile(self, rate, temperature=1.0):
        super().compile(keras.optimizers.SGD(rate), "mse")
        self.temperature = temperature


class MoreCompile(keras.Model):
    def compile(self, *args, temperature=1.0, critic=None, **kwargs):
        super().compile(*args, **kwargs)
        self.temperature = temperature
        self.critic = critic


def test_a_compile_with_arguments_of_its_own():
    model = model_with(kind=OwnCompile)
    assert type(swap_activations(model, "relu")) is OwnCompile
    model.compile(0.5)
    with pytest.raises(ValueError, match="`compile` of the class OwnCompile"):
        swap_activations(model, "relu")
    model = model_with(kind=MoreCompile)
    critic = keras.optimizers.Adam(0.25)
    model.compile("sgd", "mse", temperature=3.0, critic=critic)
    swapped = swap_activations(model, "relu")
    assert swapped.loss == "mse" and swapped.temperature == 3.0
    assert swapped.critic is not critic
    assert float(swapped.critic.learning_rate) == 0.25


class Arguments(keras.metrics.Mean):
    def __init__(self, top, name="arguments"):
        super().__init__(name)


def test_metrics_and_optimizers_that_cannot_be_made_again():
    class Odd(keras.optimizers.SGD):
        def __init__(self, odd):
            super().__init__()

    model = model_with()
    model.compile("sgd", "mse", metrics=[Arguments(3)])
    with pytest.raises(ValueError, match="metric arguments of class Arguments"):
        swap_activations(model, "relu")
    model.compile(Odd(3), "mse")
    with pytest.raises(ValueError, match="optimizer odd of class Odd"):
        swap_activations(model, "relu")


def test_an_activation_that_its_layer_does_not_take():
    class Stubborn(keras.layers.Dense):
        def __init__(self, units, activation=None, **kwargs):
            super().__init__(units, activation="relu", **kwargs)

    model = model_with(Stubborn(4, name="stubborn"))
    swapped = swap_activations(model, "prelu", only="stubborn")
    assert type(swapped.get_layer("stubborn").activation) is PReLU
    with pytest.raises(NotImplementedError, match="Stubborn has other activ"):
        swapped.get_config()
