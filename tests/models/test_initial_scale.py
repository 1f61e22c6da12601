"""Weights that keep the size of a signal, found with data."""

import keras
import numpy as np
import pytest

import keras_activations as ka
from keras_activations.models import initial_scale

layers = keras.layers


@pytest.fixture(autouse=True)
def seeded():
    keras.utils.set_random_seed(1)


def samples(*shape):
    return np.random.default_rng(0).normal(size=shape).astype("float32")


def outputs(model, x):
    inner = keras.Model(model.inputs[0], [each.output for each in model.layers])
    return [np.asarray(each, "float64") for each in inner(x, training=False)]


def left(rows):
    return {
        row["layer"]: row["left_alone"] for row in rows if "left_alone" in row
    }


@pytest.mark.parametrize(
    "name", ["relu", "elu", "selu", "gelu", "silu", "mish", "tanh", "sigmoid"]
)
def test_thirty_layers_keep_the_size(name):
    hidden = [layers.Dense(48, name) for _ in range(30)]
    model = keras.Sequential([keras.Input((16,)), *hidden])
    x = samples(256, 16)
    rows = initial_scale(model, x)
    first, *_, last = outputs(model, x)
    ratio = np.sqrt(np.mean(last**2) / np.mean(first**2))
    assert 0.5 < ratio < 2
    assert len(rows) == 30
    # Not only the mean: samples still differ.
    assert last.std(0).mean() > 0.5 * first.std(0).mean()
    assert not any("call" in vars(layer) for layer in hidden)


def test_what_goes_into_the_activation():
    model = keras.Sequential(
        [
            keras.Input((8, 8, 3)),
            layers.Conv2D(4, 3, activation="relu"),
            layers.SeparableConv2D(4, 3),
            layers.DepthwiseConv2D(3, activation="relu"),
            layers.Conv2DTranspose(5, 3, activation="tanh"),
            layers.Flatten(),
            layers.Dense(6, "gelu", use_bias=False),
        ]
    )
    x = samples(64, 8, 8, 3) * 100 + 7
    rows = initial_scale(model, x, mean=0.25)
    assert left(rows) == {}
    for layer in model.layers:
        if hasattr(layer, "activation"):
            layer.activation = keras.activations.linear
    found = outputs(model, x)
    by_unit = found[0].reshape(-1, 4)
    assert by_unit.std(0) == pytest.approx(1.0, abs=0.02)
    assert by_unit.mean(0) == pytest.approx(0.25, abs=1e-3)


def test_biases_may_stay():
    model = keras.Sequential(
        [
            keras.Input((4,)),
            layers.Dense(3, "relu", bias_initializer="ones"),
        ]
    )
    (row,) = initial_scale(model, samples(64, 4) * 10, mean=None)
    assert np.all(np.asarray(model.layers[0].bias) == 1)
    assert row["std"] == pytest.approx(1 / row["factor"])
    assert row["std"] > 3


def residual(blocks, width=32):
    x = inputs = keras.Input((width,))
    for number in range(blocks):
        h = layers.Dense(width, "relu")(x)
        h = layers.Dense(width, name=f"end{number}")(h)
        x = layers.Add()([x, layers.Dropout(0.1)(h)])
    return keras.Model(inputs, layers.Dense(1)(x))


def test_branches_that_are_added_do_not_make_the_sum_grow():
    model = residual(16)
    x = samples(256, 32)
    initial_scale(model, x)
    sums = [
        output
        for layer, output in zip(model.layers, outputs(model, x), strict=True)
        if isinstance(layer, layers.Add)
    ]
    # The inputs have 1, and all branches together another 1.
    assert sums[-1].std() == pytest.approx(np.sqrt(2), rel=0.2)


def test_a_shortcut_with_weights_begins_a_new_sum():
    inputs = keras.Input((8,))
    both = [layers.Dense(16)(inputs), layers.Dense(16)(inputs)]
    model = keras.Model(inputs, layers.Add()(both))
    x = samples(256, 8)
    initial_scale(model, x)
    assert outputs(model, x)[-1].std() == pytest.approx(1.0, rel=0.1)


def test_what_is_left_alone_is_said():
    tied = layers.Dense(8, name="tied")
    frozen = layers.Dense(8, name="frozen", trainable=False)
    inputs = keras.Input((5,), dtype="int32")
    x = layers.Embedding(10, 8, name="tokens")(inputs)
    x = layers.LSTM(8, name="lstm")(x)
    x = tied(tied(frozen(x)))
    x = layers.Dense(8, use_bias=False, name="before")(x)
    x = layers.BatchNormalization()(x)
    x = layers.Dense(4, name="zeros", kernel_initializer="zeros")(x)
    model = keras.Model(inputs, x)
    before = [np.asarray(weight) for weight in frozen.weights]
    rows = initial_scale(model, np.arange(100).reshape(20, 5) % 10)
    assert left(rows) == {
        "tokens": "it is a Embedding",
        "lstm/lstm_cell": "it is a LSTMCell",
        "frozen": "it is not trainable",
        "before": "a normalization follows",
        "zeros": "it gives the same for all samples",
    }
    assert [row["layer"] for row in rows if "factor" in row] == ["tied"]
    for old, weight in zip(before, frozen.weights, strict=True):
        np.testing.assert_array_equal(old, weight)


class Block(keras.Model):
    def __init__(self):
        super().__init__()
        self.attention = layers.MultiHeadAttention(2, 4)
        self.out = layers.Dense(3, name="out")
        self.never = layers.Dense(3, name="never")
        self.never.build((None, 8))

    def call(self, x):
        return self.out(self.attention(x, x))


def test_a_subclassed_model():
    model = Block()
    x = samples(32, 6, 8)
    model(x)
    rows = initial_scale(model, x)
    assert left(rows) == {"never": "it did not run"}
    scaled = [row["layer"] for row in rows if "factor" in row]
    assert scaled[-1] == "out"
    assert len(scaled) == 5
    by_unit = np.asarray(model(x)).reshape(-1, 3)
    assert by_unit.std(0) == pytest.approx(1.0, abs=0.02)
    assert by_unit.mean(0) == pytest.approx(0.0, abs=1e-3)


def test_mixed_precision_and_chosen_layers():
    policy = "mixed_bfloat16"
    model = keras.Sequential(
        [
            keras.Input((8,)),
            layers.Dense(16, "relu", dtype=policy, name="one"),
            layers.Dense(16, "relu", dtype=policy, name="two"),
        ]
    )
    before = np.asarray(model.layers[0].kernel)
    (row,) = initial_scale(model, samples(64, 8), layers=["two"])
    assert row["layer"] == "two"
    np.testing.assert_array_equal(before, model.layers[0].kernel)
    model.layers[1].activation = keras.activations.linear
    found = np.asarray(keras.ops.cast(model(samples(64, 8)), "float32"))
    assert found.std(0) == pytest.approx(1.0, abs=0.05)


class Fails(layers.Layer):
    def call(self, x):
        raise RuntimeError("in the middle")


def test_after_an_error_the_weights_are_as_they_were():
    inputs = keras.Input((4,))
    dense = layers.Dense(4)
    model = keras.Model(inputs, dense(inputs))
    before = np.asarray(dense.kernel)
    failing = keras.Sequential([keras.Input((4,)), dense])
    failing.call = lambda x, **_: Fails()(dense(x))
    with pytest.raises(RuntimeError, match="in the middle"):
        initial_scale(failing, samples(16, 4))
    np.testing.assert_array_equal(before, dense.kernel)
    assert "call" not in vars(dense)
    assert "factor" in initial_scale(model, samples(16, 4))[0]


def test_bad_input():
    model = keras.Sequential([keras.Input((4,)), layers.Dense(2, name="fc")])
    x = samples(8, 4)
    with pytest.raises(ValueError, match="must be built"):
        initial_scale(keras.Sequential([layers.Dense(2)]), x)
    with pytest.raises(ValueError, match="'fd'. There are: fc"):
        initial_scale(model, x, layers=["fd"])
    with pytest.raises(ValueError, match="mean=nan"):
        initial_scale(model, x, mean=float("nan"))
    x[0, 0] = np.inf
    with pytest.raises(ValueError, match="finite"):
        initial_scale(model, x)
    with pytest.raises(ValueError, match=r"\[\(0, 4\)\]"):
        initial_scale(model, samples(0, 4))


def test_no_size_that_a_formula_gives_holds_for_gelu():
    """What `ka.activations.gain` says about it."""
    deviation = ka.activations.gain("gelu") / np.sqrt(64)
    hidden = [
        layers.Dense(
            64,
            "gelu",
            kernel_initializer=keras.initializers.RandomNormal(
                stddev=deviation, seed=seed
            ),
        )
        for seed in range(60)
    ]
    model = keras.Sequential([keras.Input((64,)), *hidden])
    first, *_, last = outputs(model, samples(128, 64))
    ratio = np.sqrt(np.mean(last**2) / np.mean(first**2))
    assert not 0.5 < ratio < 2


@pytest.mark.parametrize("name", ["relu", "leaky_relu", "linear", "prelu"])
def test_without_data_a_formula_does_it_for_homogeneous_activations(name):
    keras.utils.set_random_seed(0)
    parts = []
    for number in range(20):
        if name == "prelu":
            parts += [keras.layers.Dense(128), ka.layers.PReLU()]
        else:
            parts.append(keras.layers.Dense(128, name))
        if number % 5 == 0:
            parts.append(keras.layers.Dropout(0.1))
    model = keras.Sequential([keras.Input((128,)), *parts])
    x = np.random.default_rng(0).normal(size=(256, 128)).astype("float32")
    rows = ka.models.initial_scale(model)
    assert len(rows) == 20
    assert all("factor" in row for row in rows)
    outputs = np.asarray(model(x))
    # What goes into the activation has a mean square of 1.
    expected = 1 / ka.activations.gain(
        name, **({"alpha": 0.25} if name == "prelu" else {})
    )
    assert 0.6 < np.sqrt((outputs**2).mean()) / expected < 1.6


def test_without_data_what_no_formula_holds_for_is_left_alone():
    inputs = keras.Input((8, 8, 3))
    x = keras.layers.Conv2D(4, 3, activation="gelu", name="first")(inputs)
    x = keras.layers.Conv2D(4, 3, name="after_gelu")(x)
    x = keras.layers.BatchNormalization()(x)
    x = keras.layers.Conv2D(4, 3, name="after_norm")(x)
    x = keras.layers.MaxPooling2D()(keras.layers.ReLU(max_value=6)(x))
    x = keras.layers.Flatten()(x)
    x = keras.layers.Dense(4, "relu", name="after_pooling")(x)
    x = keras.layers.Dense(4, name="after_relu")(x)
    x = keras.layers.ReLU(max_value=6)(x)
    x = keras.layers.Dense(2, name="after_relu6")(x)
    model = keras.Model(inputs, x)
    before = model.get_layer("after_pooling").kernel.numpy()
    rows = {row["layer"]: row for row in ka.models.initial_scale(model)}
    left = {name: row.get("left_alone") for name, row in rows.items()}
    assert left["first"] is left["after_norm"] is left["after_relu"] is None
    assert left["after_gelu"] == "a normalization follows"
    assert left["after_pooling"].startswith("no formula holds for what MaxPool")
    assert left["after_relu6"].startswith("no formula holds for what ReLU")
    np.testing.assert_array_equal(
        model.get_layer("after_pooling").kernel, before
    )
    kernel = model.get_layer("after_relu").kernel.numpy()
    np.testing.assert_allclose(np.sqrt((kernel**2).mean()), np.sqrt(2 / 4))


def test_without_data_the_code_of_a_model_is_not_followed():
    class Own(keras.Model):
        def __init__(self):
            super().__init__()
            self.dense = keras.layers.Dense(3)

        def call(self, x):
            return self.dense(x)

    model = Own()
    model(np.zeros((1, 2)))
    (row,) = ka.models.initial_scale(model)
    assert row["left_alone"].startswith("it is called in the code of a model")


def test_a_separable_convolution():
    model = keras.Sequential(
        [
            keras.Input((8, 8, 3)),
            layers.SeparableConv2D(4, 3, activation="relu"),
            layers.GlobalAveragePooling2D(),
        ]
    )
    x = samples(64, 8, 8, 3) * 100 + 7
    (row,) = initial_scale(model, x)
    assert row["factor"] < 0.1
    model.layers[0].activation = keras.activations.linear
    by_unit = np.asarray(model.layers[0](x)).reshape(-1, 4)
    assert by_unit.std(0) == pytest.approx(1.0, abs=0.02)
    assert by_unit.mean(0) == pytest.approx(0.0, abs=1e-3)
    assert initial_scale(model)[0]["left_alone"].startswith("no formula holds")
