"""What is private to Keras is there, and is missed only where it is needed."""

import ast
import subprocess
import sys
from pathlib import Path

import keras
import numpy as np
import pytest
import tensorflow as tf

import keras_activations
from keras_activations import compat


@pytest.mark.parametrize("name", compat.MODULE_NAMES)
def test_a_name_is_there(name):
    assert compat.module_name(name) is not None


@pytest.fixture(scope="module")
def model():
    inputs = keras.Input((3,), name="inputs")
    dense = keras.layers.Dense(2, name="dense")
    outputs = keras.layers.ReLU(name="relu")(dense(inputs))
    model = keras.Model(inputs, outputs)
    model.compile(keras.optimizers.Adam(0.1), "mse", loss_weights=[2.0])
    model.train_on_batch(np.ones((2, 3)), np.ones((2, 2)))
    return model


def test_what_is_called(model):
    outermost = []

    class Inner(keras.layers.Layer):
        def call(self, x):
            outermost.append(compat.outermost_call())
            return x

    outer = keras.Sequential([Inner()])
    outer(tf.ones((1, 1)))
    assert outermost[-1] is outer
    assert compat.outermost_call() is None


def test_the_graph_of_a_model(model):
    relu, call = compat.maker(model.outputs[0])
    assert relu.name == "relu"
    (given,) = compat.given(relu, call)
    assert compat.maker(given)[0].name == "dense"
    assert len(compat.calls(relu)) == 1


def test_masks():
    x = tf.ones((1, 2, 1))
    assert compat.mask(x) is None
    mask = compat.mask(keras.layers.Masking()(x))
    np.testing.assert_array_equal(mask, [[True, True]])


def test_layers_of_a_model(model):
    outer = keras.Sequential([model])
    names = [layer.name for layer in compat.layers_of(model)]
    assert names == [model.name, "inputs", "dense", "relu"]
    assert compat.layers_of(outer, include_self=False, recursive=False) == [
        model
    ]


def test_variables(model):
    dense = model.get_layer("dense")
    assert compat.own_variables(dense) == [dense.kernel, dense.bias]
    assert compat.own_variables(model) == []
    assert compat.own_variables(keras.Operation()) == []
    assert compat.kernel(dense) is dense.kernel
    assert compat.kernel(model) is None


def test_parts_of_a_copy(model):
    ones = keras.layers.Lambda(lambda x: x, output_shape=(2,))
    assert tuple(compat.given_output_shape(ones)) == (2,)
    dropout = keras.layers.Dropout(0.1, seed=1)
    norm = keras.layers.BatchNormalization()
    norm.build((None, 2))
    assert compat.own_state(norm) == norm.non_trainable_variables
    assert len(compat.own_state(dropout)) == 1
    names = [layer.name for layer in compat.layer_list(model)]
    assert names == ["inputs", "dense", "relu"]
    assert compat.is_autocast(model.get_layer("dense").kernel)
    other = keras.layers.Dense(3)
    compat.share_automatic_config(model.get_layer("dense"), other)
    assert other._auto_config is model.get_layer("dense")._auto_config
    with compat.unlocked(model.get_layer("dense")) as tracker:
        assert not tracker.locked
    assert tracker.locked
    attributes = compat.attributes(model.get_layer("dense"))
    assert "activation" in attributes and "_layers" not in attributes


def test_settings_of_layers(model):
    layer = model.get_layer("dense")
    assert compat.kept_apart(layer)["_path"] == layer.path
    compat.set_path(layer.kernel, "elsewhere/kernel")
    assert layer.kernel.path == "elsewhere/kernel"
    compat.set_trainable_alone(model, False)
    assert not model.trainable and layer.trainable
    with keras.RematScope("full"):
        again = keras.layers.Dense(1)
    mode = compat.kept_apart(again)["_remat_mode"]
    with compat.without_remat(again):
        assert compat.kept_apart(again)["_remat_mode"] is None
    assert compat.kept_apart(again)["_remat_mode"] is mode is not None


def test_calls_of_a_graph(model):
    depths = compat.calls_by_depth(model)
    names = [[call.operation.name for call in calls] for calls in depths]
    assert names == [["inputs"], ["dense"], ["relu"]]
    assert compat.output_number(model.outputs[0]) == 0
    operation = keras.layers.ReLU()
    operation(keras.Input((2,)))
    compat.forget_calls(operation)
    assert compat.calls(operation) == []


def test_metrics_of_a_model(model):
    assert compat.metrics_held_by(model) == []
    own = keras.Model()
    own.mean = keras.metrics.Mean()
    assert compat.metrics_held_by(own) == [own.mean]


def test_metrics_are_made_before_the_first_step():
    new = keras.Sequential([keras.Input((3,)), keras.layers.Dense(2)])
    new.compile("sgd", "mse", metrics=["mae"])
    before = len(new.metrics_variables)
    compat.build_metrics(new, (np.ones((2, 3)), np.ones((2, 2))))
    assert len(new.metrics_variables) == before + 2


def test_a_layer_is_being_built():
    seen = []

    class Asking(keras.layers.Layer):
        def call(self, x):
            seen.append(compat.is_building(tf.compat.v1.get_default_graph()))
            return x

    keras.Sequential([keras.Input((2,)), Asking()])
    assert seen[-1]
    tf.function(Asking())(tf.ones((1, 2)))
    assert not seen[-1]


def test_how_a_model_was_compiled(model):
    assert compat.compile_arguments(model)["loss"] == "mse"
    assert [each.loss_weights for each in compat.compiled_losses(model)] == [2]
    assert compat.compiled_losses(keras.Model()) == []
    ones = tf.ones((1, 2))
    loss = compat.compute_loss(model, x=None, y=ones, y_pred=0 * ones)
    assert loss == 2.0
    assert compat.loss_tracker(model).name == "loss"


def test_optimizers(model):
    dense, optimizer = model.get_layer("dense"), model.optimizer
    assert compat.own_variables(optimizer) == [dense.kernel, dense.bias]
    assert compat.variable_index(optimizer, dense.bias) == 1
    assert compat.given_learning_rate(optimizer) is optimizer._learning_rate
    assert compat.given_learning_rate(optimizer).value == np.float32(0.1)
    fresh = keras.optimizers.AdamW(0.1)
    assert compat.excluded_from_weight_decay(fresh) == (set(), None)
    fresh.exclude_from_weight_decay([dense.bias], ["a"])
    variables, pattern = compat.excluded_from_weight_decay(fresh)
    assert len(variables) == 1
    assert pattern.pattern == "a"


@pytest.mark.parametrize(
    "use",
    [
        compat.maker,
        compat.calls,
        compat.calls_by_depth,
        compat.forget_calls,
        compat.given_output_shape,
        compat.is_autocast,
        compat.layer_list,
        compat.layers_of,
        compat.metrics_held_by,
        lambda other: compat.build_metrics(other, None),
        compat.output_number,
        compat.own_state,
        compat.own_variables,
        compat.compile_arguments,
        compat.compute_loss,
        compat.loss_tracker,
        lambda other: compat.variable_index(other, None),
    ],
)
def test_a_name_that_is_gone_is_told(use):
    version = keras.__version__
    with pytest.raises(
        compat.MissingFromKerasError, match=rf"Keras {version} has no object\._"
    ):
        use(object())


WITHOUT = """
import importlib
import keras
import numpy as np

found = importlib.import_module

def import_module(name, *args):
    if name.startswith("keras.src"):
        raise ImportError(name)
    return found(name, *args)

importlib.import_module = import_module
import keras_activations as ka
from keras_activations import compat
from keras_activations.callbacks import ActivationMonitor

model = ka.training.SGDSequential([keras.Input((3,)), ka.layers.PReLU()])
model.compile("sgd", "mse")
model.fit(np.ones((4, 3)), np.ones((4, 3)), verbose=0)

def message(use):
    try:
        use()
    except compat.MissingFromKerasError as error:
        return str(error)

x = keras.Input((3,))
print(message(lambda: ka.training.SGDModel(x, ka.layers.PReLU()(x))))
monitored = {"verbose": 0, "callbacks": [ActivationMonitor()]}
print(message(lambda: model.fit(np.ones((4, 3)), **monitored)))
"""


def test_what_needs_no_private_name_works_without():
    done = subprocess.run(
        [sys.executable, "-c", WITHOUT],
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    functional, monitor = done.stdout.splitlines()
    assert f"Keras {keras.__version__} has no keras.src.models" in functional
    assert "has no keras.src.backend.nn" in monitor


def test_nothing_else_is_private():
    """No module but this one imports what is private to Keras."""
    root = Path(keras_activations.__file__).parent
    for path in [*root.rglob("*.py"), *(root.parent / "callbacks").glob("*")]:
        if path.name == "compat.py" or path.suffix != ".py":
            continue
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            names = [getattr(node, "module", None) or ""]
            if isinstance(node, ast.Import):
                names += [alias.name for alias in node.names]
            for name in names:
                assert not str(name).startswith("keras.src"), path
            if isinstance(node, ast.Attribute):
                assert node.attr not in PRIVATE, f"{path}: {node.attr}"


PRIVATE = {
    "_compile_config",
    "_compile_loss",
    "_compute_loss",
    "_exclude_from_weight_decay",
    "_flatten_layers",
    "_get_variable_index",
    "_inbound_nodes",
    "_kernel",
    "_keras_history",
    "_keras_mask",
    "_loss_tracker",
    "_remat_mode",
    "_trainable",
    "_trainable_variables",
}
