"""What swap_activations replaces, what stays, and what it says of it."""

import keras
import numpy as np
import pytest

import keras_activations as ka
from keras_activations import layers
from keras_activations.models import swap_activations


@pytest.fixture(scope="module")
def gated():
    """Activations of most kinds. Nothing here changes it."""
    inputs = keras.Input((5,))
    x = keras.layers.Dense(4, "relu", name="first")(inputs)
    gate = keras.layers.Dense(4, "sigmoid", name="gate")(x)
    x = keras.layers.Multiply()([x, gate])
    x = x * keras.ops.sigmoid(x)
    x = keras.layers.Activation("swish", name="second")(x)
    x = keras.layers.Dense(4, keras.layers.LeakyReLU(0.2), name="third")(x)
    inner = keras.Sequential(
        [keras.Input((4,)), keras.layers.ReLU(name="last")], name="inner"
    )
    outputs = keras.layers.Dense(2, "softmax", name="head")(inner(x))
    return keras.Model(inputs, outputs)


def swapped_for(model, to="prelu", **choice):
    table = swap_activations(model, to, dry_run=True, **choice)
    return [row.where for row in table if row.new is not None]


def test_a_dry_run_gives_a_table(gated):
    table = swap_activations(gated, "elu(learn_alpha=True)", dry_run=True)
    assert (
        repr(table)
        == str(table)
        == """\
where       from                           to
first       relu                           ELU(learn_alpha=True)
gate        sigmoid                        stays: a gate
sigmoid     sigmoid                        stays: a gate
second      silu                           ELU(learn_alpha=True)
third       LeakyReLU(negative_slope=0.2)  ELU(learn_alpha=True)
inner/last  ReLU                           ELU(learn_alpha=True)
head        softmax                        stays: the output"""
    )
    assert table[1].why == "a gate" and table[1].new is None


def test_one_line_says_what_was_swapped(gated, capsys):
    swap_activations(gated, "prelu")
    assert capsys.readouterr().out == (
        "Swapped 4 of 7 activations for PReLU; stay: "
        "gate and 1 more (sigmoid, a gate), head (softmax, the output).\n"
    )
    swap_activations(gated, "prelu", only="relu", verbose=0)
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize(
    ("only", "where"),
    [
        ("relu", ["first", "inner/last"]),
        ("swish", ["second"]),
        ("silu", ["second"]),
        ("LeakyReLU", ["third"]),
        ("inner", ["inner/last"]),
        ("inner/last", ["inner/last"]),
        ("last", ["inner/last"]),
        (keras.activations.silu, ["second"]),
        (keras.ops.relu, ["first", "inner/last"]),
        (ka.activations.relu, ["first", "inner/last"]),
        (keras.layers.LeakyReLU, ["third"]),
        (keras.layers.Dense, ["first", "gate", "third"]),
        (lambda layer: layer.name.startswith("s"), ["sigmoid", "second"]),
        (lambda layer: np.bool_(layer.name == "gate"), ["gate"]),
        ("sigmoid", ["gate", "sigmoid"]),  # asked for, so no longer kept
        (["swish", "third"], ["second", "third"]),
    ],
)
def test_only(gated, only, where):
    assert swapped_for(gated, only=only) == where


def test_only_layers_of_the_model(gated):
    assert swapped_for(gated, only=gated.get_layer("gate")) == ["gate"]
    assert swapped_for(gated, only=gated.get_layer("inner")) == ["inner/last"]
    swapped = swap_activations(gated, "tanh", only="sigmoid", verbose=0)
    assert isinstance(swapped.get_layer("gate").activation, layers.Tanh)
    assert swapped.get_layer("first").activation is keras.activations.relu
    swapped = swap_activations(
        gated, "tanh", only="softmax", keep_last=False, verbose=0
    )
    assert isinstance(swapped.get_layer("head").activation, layers.Tanh)


@pytest.mark.parametrize(
    "only", ["swsh", keras.layers.Conv2D, keras.layers.ReLU(), ["relu", "elu"]]
)
def test_only_that_matches_nothing(gated, only):
    with pytest.raises(
        ValueError,
        match=r"`only`.*relu \(2\), sigmoid \(2\), silu \(1\).*at first, gate.*"
        "Received: only=.*matches none",
    ):
        swap_activations(gated, "prelu", only=only)


def test_only_that_is_no_choice(gated):
    with pytest.raises(TypeError, match="`only` must be a name.*only=3"):
        swap_activations(gated, "prelu", only=3)
    with pytest.raises(TypeError, match="True or False.*gives 'x' for first"):
        swap_activations(gated, "prelu", only=lambda layer: "x")
    with pytest.raises(ValueError, match="no activation to replace.*'head'"):
        swap_activations(gated, "prelu", only="head")
    with pytest.raises(TypeError, match="dry_run=1"):
        swap_activations(gated, "prelu", dry_run=1)
    with pytest.raises(ValueError, match="verbose='no'"):
        swap_activations(gated, "prelu", verbose="no")


@pytest.mark.parametrize(
    ("to", "kind"),
    [
        ("elu(learn_alpha=True)", layers.ELU),
        ("LeakyReLU", layers.LeakyReLU),
        ("gelu", keras.layers.Activation),
        (keras.activations.gelu, keras.layers.Activation),
        (lambda x: 2 * x, keras.layers.Activation),
        (keras.layers.ELU, keras.layers.ELU),
    ],
)
def test_to_takes_what_compare_activations_takes(gated, to, kind):
    swapped = swap_activations(gated, to, verbose=0)
    new = swapped.get_layer("second")
    assert type(new) is kind
    if kind is keras.layers.Activation:
        assert swapped.get_layer("first").activation is new.activation
    if kind is layers.ELU:
        assert new.learn_alpha


def test_arguments_of_a_name(gated):
    swapped = swap_activations(
        gated, "elu(alpha=0.5)", learn_alpha=True, verbose=0
    )
    elu = swapped.get_layer("second")
    assert elu.learn_alpha and elu.initial_alpha == 0.5
    with pytest.raises(ValueError, match="beta"):
        swap_activations(gated, "elu", beta=1)
    with pytest.raises(ValueError, match="`to` cannot be made.*Only layers"):
        swap_activations(gated, keras.activations.gelu, approximate=True)
    with pytest.raises(ValueError, match="takes no arguments"):
        swap_activations(gated, "gelu", approximate=True)


def gate_of(move, gate=None):
    """A model in which `gate` is moved, and multiplies images."""
    inputs = keras.Input((4, 4, 3))
    x = keras.layers.GlobalAveragePooling2D()(inputs)
    x = (gate or keras.layers.Dense(3, "sigmoid", name="gate"))(x)
    x = inputs * move(x)
    return keras.Model(inputs, keras.layers.Conv2D(1, 1)(x))


def squeeze_and_excite():
    return keras.Sequential(
        [
            keras.Input((3,)),
            keras.layers.Dense(2, "relu", name="reduce"),
            keras.layers.Dense(3, "sigmoid", name="expand"),
            keras.layers.Reshape((1, 1, 3)),
        ],
        name="se",
    )


@pytest.mark.parametrize(
    "move",
    [
        keras.layers.Reshape((1, 1, 3)),
        lambda x: x[:, None, None, :],
        lambda x: keras.ops.broadcast_to(
            keras.ops.reshape(x, (-1, 1, 1, 3)), (2, 4, 4, 3)
        ),
        lambda x: 1.0 - keras.ops.expand_dims(2.0 * x, (1, 2)),
        keras.layers.Lambda(lambda x: x[:, None, None]),
        lambda x: keras.layers.UpSampling2D(4)(
            keras.layers.Dropout(0.1)(keras.layers.Reshape((1, 1, 3))(x))
        ),
    ],
)
def test_a_gate_behind_what_moves_its_entries(move):
    with pytest.raises(ValueError, match=r"gate +sigmoid +stays: a gate"):
        swap_activations(gate_of(move), "prelu")


def test_gates_in_nested_models_and_wrappers_and_hard_ones():
    model = gate_of(lambda x: x, squeeze_and_excite())
    assert swapped_for(model) == ["se/reduce"]
    inputs = keras.Input((4, 3))
    gate = keras.layers.TimeDistributed(keras.layers.Dense(3, "sigmoid"))
    x = keras.layers.multiply([gate(inputs), inputs])
    hard = keras.layers.ReLU(6.0, name="hard")(x + 3.0) * (1.0 / 6.0)
    x = keras.layers.ReLU(name="free")(x * hard)
    model = keras.Model(inputs, keras.layers.Dense(1)(x))
    assert swapped_for(model) == ["free"]
    assert swapped_for(model, only="relu") == ["free"]
    assert swapped_for(model, only="hard") == ["hard"]


def test_what_multiplies_a_number_or_itself_is_no_gate():
    inputs = keras.Input((3,))
    x = 2.0 * keras.layers.Dense(3, "sigmoid", name="scaled")(inputs)
    x = keras.layers.Dense(3, "sigmoid", name="squared")(x)
    model = keras.Model(inputs, keras.layers.Dense(1)(x * x))
    assert swapped_for(model) == ["scaled", "squared"]


def test_attention_scores_stay():
    inputs = keras.Input((4, 3))
    query, key = keras.layers.Dense(3)(inputs), keras.layers.Dense(3)(inputs)
    scores = keras.ops.matmul(query, keras.ops.transpose(key, (0, 2, 1)))
    scores = keras.layers.ReLU(name="scores")(scores / 2.0)
    x = keras.ops.matmul(scores, keras.layers.Dense(3, "relu")(inputs))
    x = keras.layers.Dense(3, "relu", name="after")(x)
    model = keras.Model(inputs, keras.layers.Dense(1)(x))
    table = swap_activations(model, "prelu", dry_run=True)
    assert {row.where: row.why for row in table}["scores"] == "attention scores"
    assert sum(row.new is not None for row in table) == 2


def test_a_shared_activation_that_is_also_a_gate():
    inputs = keras.Input((3,))
    sigmoid = keras.layers.Activation("sigmoid", name="sigmoid")
    x = sigmoid(keras.layers.Dense(3)(inputs))
    x = x * sigmoid(keras.layers.Dense(3)(x))
    model = keras.Model(inputs, sigmoid(keras.layers.Dense(1)(x)))
    # Its first call makes a factor too.
    table = swap_activations(model, "relu", dry_run=True)
    assert [row.why for row in table] == ["a gate", "a gate", "the output"]
    x = keras.layers.Dense(2)(sigmoid(keras.layers.Dense(3)(inputs)))
    model = keras.Model(inputs, sigmoid(x))
    swapped = swap_activations(model, "relu", verbose=0)
    assert [type(layer).__name__ for layer in swapped.layers[1:]] == [
        "Dense",
        "ReLU",
        "Dense",
        "Activation",
    ]
