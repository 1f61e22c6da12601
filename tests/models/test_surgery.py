"""swap_activations and exclude_activation_parameters."""

import keras
import numpy as np
import pytest

from keras_activations import layers
from keras_activations.models import (
    build_activations,
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


def test_functions_called_in_a_functional_model():
    inputs = keras.Input((5,))
    x = keras.ops.relu(keras.layers.Dense(4)(inputs))
    x = keras.activations.relu(keras.layers.Dense(3)(x), negative_slope=0.1)
    x = keras.activations.elu(keras.layers.Dense(2)(x), 0.5)
    x = keras.ops.softmax(keras.layers.Dense(2)(x))
    model = keras.Model(inputs, keras.ops.tanh(keras.layers.Dense(1)(x)))
    swapped = swap_activations(model, to="prelu")
    new = [x for x in swapped.layers if isinstance(x, layers.PReLU)]
    assert [tuple(layer.alpha.shape) for layer in new] == [(4,), (3,), (2,)]
    names = {type(operation).__name__ for operation in swapped.operations}
    assert names == {"InputLayer", "Dense", "PReLU", "Softmax", "Tanh"}
    swapped = swap_activations(model, to="relu", keep_last=False)
    for new, old in zip(swapped.weights, model.weights, strict=True):
        np.testing.assert_array_equal(new.numpy(), old.numpy())
    names = {type(operation).__name__ for operation in swapped.operations}
    assert names == {"InputLayer", "Dense", "ReLU", "Softmax"}


def test_one_activation_for_a_whole_model_becomes_one_for_each_call():
    inputs = keras.Input((5,))
    shared = keras.layers.ReLU()
    learned = keras.layers.PReLU()
    x = shared(keras.layers.Dense(4)(inputs))
    x = shared(keras.layers.Dense(3)(x))
    x = learned(learned(x))
    model = keras.Model(inputs, keras.layers.Dense(1)(x))
    swapped = swap_activations(model, to="prelu")
    new = [x for x in swapped.layers if isinstance(x, layers.PReLU)]
    assert [tuple(layer.alpha.shape) for layer in new] == [(4,), (3,), (3,)]


def test_inside_wrappers():
    model = keras.Sequential(
        [
            keras.Input((4, 5)),
            keras.layers.TimeDistributed(keras.layers.PReLU("uniform")),
            keras.layers.TimeDistributed(
                keras.Sequential(
                    [keras.Input((5,)), keras.layers.Dense(3, activation="elu")]
                )
            ),
            keras.layers.SpectralNormalization(
                keras.layers.Dense(2, activation="relu")
            ),
        ]
    )
    for variable in model.weights:
        variable.assign_add(np.ones(variable.shape))
    swapped = swap_activations(model, to="prelu", keep_last=False)
    first, second, third = (layer.layer for layer in swapped.layers)
    np.testing.assert_array_equal(
        first.alpha.numpy(), model.layers[0].layer.alpha.numpy()
    )
    assert isinstance(second.layers[0].activation, layers.PReLU)
    assert isinstance(third.activation, layers.PReLU)
    new = {id(second.layers[0].activation.alpha), id(third.activation.alpha)}
    kept = [v for v in swapped.weights if id(v) not in new]
    for variable, old in zip(kept, model.weights, strict=True):
        np.testing.assert_array_equal(variable.numpy(), old.numpy())
    # Inside a wrapper too, the last one stays unless told otherwise.
    swapped = swap_activations(model, to="prelu")
    assert swapped.layers[-1].layer.activation is keras.activations.relu


class Block(keras.layers.Layer):
    def build(self, shape):
        self.dense = keras.layers.Dense(4, activation="relu")
        self.dense.build(shape)

    def call(self, x):
        return self.dense(x)


def test_what_is_left_is_said():
    inputs = keras.Input((5,))
    x = Block(name="block")(inputs)
    with pytest.raises(ValueError, match="no activation to.*inside block stay"):
        swap_activations(keras.Model(inputs, keras.layers.Dense(1)(x)), "elu")
    x = keras.layers.Dense(1)(keras.layers.ReLU()(x))
    with pytest.warns(UserWarning, match="activations inside block stay"):
        swap_activations(keras.Model(inputs, x), to="elu")
    with pytest.raises(ValueError, match="no activation.*keep_last=True"):
        swap_activations(dense_model(), to="elu")


def dense_model(**arguments):
    return keras.Sequential(
        [keras.Input((5,)), keras.layers.Dense(4, activation="relu")],
        **arguments,
    )


def test_what_is_frozen_stays_frozen():
    model = keras.Sequential([dense_model(), keras.layers.ReLU()])
    model.trainable = False
    model.build((None, 5))
    swapped = swap_activations(model, to="prelu", keep_last=False)
    assert len(swapped.weights) == 4 and not swapped.trainable_weights


def test_mixed_precision_keeps_float32_slopes():
    inputs = keras.Input((5,), dtype="float16")
    x = keras.layers.ReLU(dtype="mixed_float16")(inputs)
    x = keras.layers.Dense(1, dtype="mixed_float16")(keras.ops.relu(x))
    swapped = swap_activations(keras.Model(inputs, x), to="prelu")
    for layer in swapped.layers[1:3]:
        assert layer.compute_dtype == "float16"
        assert layer.alpha.dtype == "float32"


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


@pytest.mark.parametrize("to", ["rleu", None, 0.3])
def test_an_unknown_activation_is_refused(to):
    with pytest.raises(ValueError, match="`to` must be one of relu.*Received"):
        swap_activations(image_model(), to=to)


def test_what_is_no_activation_layer_is_refused():
    model = image_model()
    for arguments, problem in (({}, "units"), ({"units": 3}, "keep the shape")):
        with pytest.raises(
            ValueError, match=f"{problem}.*Received: to=.*Dense"
        ):
            swap_activations(model, to=keras.layers.Dense, **arguments)
    with pytest.raises(TypeError, match="keep_last='no'"):
        swap_activations(model, to="elu", keep_last="no")


def test_a_class_that_is_not_registered():
    class Double(keras.layers.Layer):
        def call(self, x):
            return 2 * x

    swapped = swap_activations(dense_model(), to=Double, keep_last=False)
    assert isinstance(swapped.layers[0].activation, Double)


@pytest.mark.filterwarnings("ignore:Layer .* does not have a `quantize`")
def test_a_quantized_model_is_refused():
    model = dense_model()
    model.quantize("int8")
    with pytest.raises(ValueError, match="not be quantized.*dense.*is int8"):
        swap_activations(model, to="prelu")


def test_a_model_that_is_not_built_is_refused():
    for model in keras.Sequential([keras.layers.Dense(2)]), keras.Model():
        with pytest.raises(ValueError, match="must be built: call it on data"):
            swap_activations(model, to="elu")
    with pytest.raises(ValueError, match="must be a Keras model"):
        swap_activations(keras.layers.Dense(2), to="elu")


def decayed(optimizer):
    """Names of the weights that a step without a gradient changes."""
    model = keras.Sequential(
        [
            keras.Input((3,)),
            keras.layers.Dense(2, bias_initializer="ones"),
            layers.PReLU(),
            keras.layers.PReLU("ones"),
            layers.ELU(learn_alpha=True),
            layers.XIELU(),
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
    assert decayed(adamw()) == {
        "kernel",
        "bias",
        "alpha",
        "alpha_p",
        "alpha_n",
    }
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


def test_a_layer_is_made_anew_for_each_place():
    like = layers.ELU(0.5, learn_alpha=True, alpha_regularizer="l2")
    swapped = swap_activations(image_model(), to=like)
    new = [swapped.layers[1].activation, swapped.get_layer("between")]
    assert new[0] is not new[1] and like not in new
    for layer in new:
        assert layer.learn_alpha and layer.initial_alpha == 0.5
        assert layer.alpha_regularizer.l2 == like.alpha_regularizer.l2
    gelu = swap_activations(image_model(), keras.layers.Activation("gelu"))
    assert gelu.get_layer("between").activation is keras.activations.gelu


def test_the_last_activation_is_kept_before_layers_that_move_entries():
    model = keras.Sequential(
        [
            keras.Input((3,)),
            keras.layers.Dense(5, activation="relu"),
            keras.layers.Dense(4, activation="sigmoid"),
            keras.layers.Reshape((2, 2)),
        ]
    )
    swapped = swap_activations(model, "tanh")
    assert isinstance(swapped.layers[0].activation, layers.Tanh)
    assert swapped.layers[1].activation is keras.activations.sigmoid


def test_an_activation_of_a_frozen_layer_is_frozen():
    model = keras.Sequential(
        [
            keras.Input((3,)),
            keras.layers.Dense(5, activation="relu", trainable=False),
            keras.layers.Dense(1),
        ]
    )
    swapped = swap_activations(model, "prelu")
    assert len(swapped.layers[0].activation.weights) == 1
    assert len(swapped.trainable_variables) == 2


def own_loss(y, predicted):
    return keras.ops.mean((y - predicted) ** 2)


class OwnMetric(keras.metrics.Mean):
    def update_state(self, y, predicted, sample_weight=None):
        super().update_state(y - predicted, sample_weight)


@pytest.mark.filterwarnings("ignore:The object being serialized")
def test_a_loss_that_is_not_registered():
    model = dense_model()
    model.compile("sgd", own_loss, metrics=[OwnMetric(), own_loss])
    swapped = swap_activations(model, "prelu", keep_last=False)
    assert swapped.loss is own_loss
    swapped.train_on_batch(data(4, 5), data(4, 4))
    model.compile("sgd", lambda y, predicted: y - predicted)
    swapped = swap_activations(model, "prelu", keep_last=False)
    assert swapped.loss is model.loss


def test_building_activations_of_layers(tmp_path):
    path = tmp_path / "x.weights.h5"

    def new():
        return keras.Sequential(
            [
                keras.Input((None, None, 3)),
                keras.layers.Conv2D(2, 3, activation=layers.PReLU()),
            ]
        )

    model = new()
    assert len(model.weights) == 2
    build_activations(model)
    assert len(model.weights) == 3
    model.layers[0].activation.alpha.assign([[[3, 4]]])
    model.save_weights(path)
    with pytest.raises(ValueError, match=r"build_activations\(model\) first"):
        new().load_weights(path)
    loaded = build_activations(new())
    loaded.load_weights(path)
    x = data(1, 5, 5, 3)
    np.testing.assert_array_equal(loaded(x), model(x))
    with pytest.raises(ValueError, match="must be a built model"):
        build_activations(keras.Sequential())


class Deep(keras.layers.Layer):
    """Activations as attributes, as an argument, and out of reach."""

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.relu = keras.layers.ReLU()
        self.block = Block()
        self.more = [keras.layers.ReLU(name="in_a_list")]
        self.branches = {"a": (keras.layers.ReLU(name="in_a_dict"), 1), "b": 2}
        self.some = {keras.layers.ReLU(name="in_a_set")}

    def build(self, shape):
        self.block.build(shape)

    def call(self, x):
        x = self.branches["a"][0](self.more[0](self.relu(self.block(x))))
        (relu,) = self.some
        return keras.ops.relu(relu(x))


@pytest.mark.filterwarnings("error")
def test_inside_a_layer_when_asked_for():
    inputs = keras.Input((5,))
    x = keras.layers.Dense(2)(Deep(name="deep")(inputs))
    model = keras.Model(inputs, x)
    old = model.get_layer("deep")
    table = swap_activations(model, "prelu", dry_run=True)
    assert {row.why for row in table if row.where != "deep/keras.ops.relu"} == {
        "inside deep"
    }
    only = ["deep/block", old.relu, "in_a_list", "in_a_dict"]
    swapped = swap_activations(model, "prelu", only=only)
    deep = swapped.get_layer("deep")
    new = [
        deep.block.dense.activation,
        deep.relu,
        *deep.more,
        deep.branches["a"][0],
    ]
    assert {type(each) for each in new} == {layers.PReLU}
    assert (deep.branches["a"][1], deep.branches["b"]) == (1, 2)
    assert len(swapped.weights) == len(model.weights) + 4
    assert isinstance(old.relu, keras.layers.ReLU) and len(model.weights) == 4
    assert isinstance(old.more[0], keras.layers.ReLU)
    for each in new:
        each.alpha.assign(np.zeros(4))
    x = data(3, 5)
    np.testing.assert_array_equal(swapped(x), model(x))
    swapped.compile("sgd", "mse")
    swapped.fit(x, data(3, 2), verbose=0)
    learned = {id(variable) for variable in swapped.trainable_variables}
    assert {id(each.alpha) for each in new} <= learned
    # A file would hold what the class makes.
    with pytest.raises(NotImplementedError, match="Deep has other activ"):
        swapped.get_config()
    with pytest.warns(UserWarning, match="inside deep stay"):
        swap_activations(model, "prelu", only="deep")
