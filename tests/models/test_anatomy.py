"""The walk through a model, its outputs, and the operations in it."""

import inspect

import keras
import pytest

from keras_activations.models.anatomy import (
    OPERATIONS,
    all_layers,
    has_graph,
    moves,
    named_layers,
    operation_name,
    output_layers,
)

dense = keras.layers.Dense


def names(model):
    return [name for name, _ in named_layers(model)]


def operation_of(tensor):
    return tensor._keras_history.operation


def block(name, **kwargs):
    return keras.Sequential(
        [keras.Input((4,)), dense(4, name="dense", **kwargs)], name=name
    )


def test_operations_stand_where_they_are_called():
    inputs = keras.Input((4,))
    x = keras.ops.relu(dense(4, name="first")(inputs))
    x = keras.activations.leaky_relu(block("block")(x))
    x = keras.ops.multiply(x, 2)
    outputs = dense(1, name="last")(x)
    assert names(keras.Model(inputs, outputs)) == [
        "first",
        "relu",
        "block",
        "block/dense",
        "leaky_relu",
        "last",
    ]


def test_all_layers_are_found_once_at_every_depth():
    class Twice(keras.Model):
        def __init__(self):
            super().__init__()
            self.block = block("block", activation=keras.layers.ReLU())
            self.again = [self.block, keras.layers.TimeDistributed(dense(2))]

    model = Twice()
    kinds = [type(layer).__name__ for layer in all_layers(model)]
    assert kinds[0] == "Twice"
    assert sorted(kinds[1:]) == [
        "Dense",
        "Dense",
        "InputLayer",
        "ReLU",
        "Sequential",
        "TimeDistributed",
    ]


def test_layers_of_one_path_are_told_apart():
    class Twins(keras.Model):
        def __init__(self):
            super().__init__()
            self.blocks = [block("block"), block("block"), block("block")]

    found = dict(named_layers(Twins()))
    assert list(found) == [
        "block",
        "block/dense",
        "block:2",
        "block:2/dense",
        "block:3",
        "block:3/dense",
    ]
    assert found["block:2"].layers == [found["block:2/dense"]]


def test_a_shared_layer_comes_once_and_an_activation_with_its_layer():
    shared = dense(4, name="shared", activation=keras.layers.ReLU())
    inputs = keras.Input((4,))
    inner = keras.Sequential([keras.Input((4,)), shared], name="inner")
    outputs = keras.layers.Activation(keras.layers.ELU(), name="elu")(
        inner(shared(inputs))
    )
    assert names(keras.Model(inputs, outputs)) == ["shared", "inner", "elu"]


def test_an_activation_that_is_a_layer_of_the_model_too():
    relu = keras.layers.ReLU(name="relu")
    model = keras.Sequential(
        [keras.Input((4,)), dense(4, activation=relu, name="dense"), relu]
    )
    assert names(model) == ["dense", "relu"]


def test_wrappers_and_recurrent_layers():
    model = keras.Sequential(
        [
            keras.Input((3, 4)),
            keras.layers.TimeDistributed(dense(4, name="dense"), name="each"),
            keras.layers.RNN(keras.layers.GRUCell(2, name="cell"), name="rnn"),
        ]
    )
    assert names(model) == ["each", "each/dense", "rnn", "rnn/cell"]


def test_a_layer_that_uses_the_names_of_a_model_otherwise():
    class Odd(keras.layers.Layer):
        def __init__(self):
            super().__init__(name="odd")
            self.layers = 3
            self.operations = "many"
            self.inside = dense(1, name="inside")

    class OddModel(keras.Model):
        def __init__(self):
            super().__init__()
            self.odd = Odd()
            self.outputs = ["logits"]
            self.operations = None

    model = OddModel()
    assert names(model) == ["odd", "odd/inside"]
    assert not has_graph(model) and output_layers(model) == []


def test_layers_that_hold_each_other():
    class Child(keras.layers.Layer):
        def __init__(self, parent):
            super().__init__(name="child")
            self.parent = parent

    class Parent(keras.Model):
        def __init__(self):
            super().__init__()
            self.child = Child(self)

    assert names(Parent()) == ["child"]


@pytest.mark.skipif(
    keras.__version__.startswith("3.12."),
    reason="Keras 3.12 does not know of such a layer",
)
def test_a_layer_beside_the_graph():
    class Extended(keras.Model):
        def __init__(self):
            inputs = keras.Input((4,))
            super().__init__(inputs, dense(1, name="called")(inputs))
            self.beside = dense(1, name="beside")

    assert names(Extended()) == ["called", "beside"]


def test_a_layer_named_as_if_it_were_the_second():
    class Named(keras.Model):
        def __init__(self):
            super().__init__()
            self.all = [dense(1, name=n) for n in ("d", "d:2", "d")]

    assert names(Named()) == ["d", "d:2", "d:3"]


def functions():
    for name, function in inspect.getmembers(keras.activations, callable):
        if name not in ("deserialize", "get", "serialize"):
            yield name, function


# No function of one entry, or nothing at all; and what models compute
# otherwise too.
NONE = ("glu", "linear", "log_softmax", "softmax", "sparsemax", "exponential")


@pytest.mark.parametrize("name, function", list(functions()))
def test_the_name_of_each_function_of_keras(name, function):
    try:
        made = function(keras.Input((4,)))
    except (TypeError, ValueError) as error:
        # Not all can be called on the tensor of a functional model.
        assert "KerasTensor" in str(error) or name == "threshold"
        return
    operation = operation_of(made)
    known = None if name in NONE else name
    assert operation_name(operation) == {"swish": "silu"}.get(known, known)


def test_every_name_is_one_of_keras():
    for name in OPERATIONS.values():
        assert hasattr(keras.activations, name)


def test_what_is_no_operation_of_keras():
    class Tanh(keras.Operation):
        def call(self, x):
            return x

        compute_output_spec = call

    assert operation_name(Tanh()) is None
    assert operation_name(keras.layers.ReLU()) is None


@pytest.mark.parametrize(
    "call, expected",
    [
        (keras.layers.Flatten(), True),
        (keras.layers.Permute((2, 1)), True),
        (lambda x: keras.ops.reshape(x, (-1, 8)), True),
        (lambda x: keras.ops.squeeze(keras.ops.expand_dims(x, 1), 1), True),
        (lambda x: keras.ops.expand_dims(x, 1), True),
        (lambda x: keras.ops.transpose(x, (0, 2, 1)), True),
        (lambda x: keras.ops.swapaxes(x, 1, 2), True),
        (keras.layers.UpSampling1D(), False),
        (keras.ops.relu, False),
        (keras.ops.square, False),
    ],
)
def test_what_moves_entries(call, expected):
    assert moves(operation_of(call(keras.Input((4, 2))))) is expected


def test_output_layers_behind_what_moves_and_wraps():
    inputs = keras.Input((4,))
    last = dense(8, name="last")
    inner = keras.Sequential(
        [keras.Input((4,)), last, keras.layers.Reshape((2, 4))]
    )
    x = keras.ops.reshape(inner(inputs), (-1, 2, 4))
    wrapped = dense(3)
    each = keras.layers.TimeDistributed(wrapped)(x)
    moved = keras.layers.TimeDistributed(keras.layers.Flatten())(each)
    result = keras.ops.relu(dense(1)(inputs))
    model = keras.Model(inputs, [x, moved, keras.ops.transpose(result), x])
    assert output_layers(model) == [last, wrapped, operation_of(result)]


def test_a_model_without_a_graph():
    unbuilt = keras.Sequential([dense(2)])
    assert not has_graph(unbuilt) and output_layers(unbuilt) == []
    assert not has_graph(dense(2))
    unbuilt.build((None, 3))
    assert has_graph(unbuilt) and output_layers(unbuilt) == unbuilt.layers
