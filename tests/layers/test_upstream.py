"""Keras's own tests, with our classes in the place of Keras's.

They are weak (an identity passes those of ELU), so they show that we fit in,
not that we are right. That ours was run in them, and not Keras's, is a test of
its own. They use what Keras keeps private: where a version has moved it, this
file is the one to mend.
"""

import contextlib
import functools
import inspect
import sys
import types
import unittest
from unittest import mock

import keras
import pytest
import tensorflow as tf
from common.activations import ROWS, by_name
from onnx.reference import ReferenceEvaluator

from keras_activations import activations, layers

# Keras 3.12 does not ship its tests.
pytest.importorskip("keras.src.activations.activations_test")

from keras.src import testing
from keras.src.activations import activations_test
from keras.src.export import litert_test, saved_model_test
from keras.src.layers.activations import (
    elu,
    elu_test,
    leaky_relu,
    leaky_relu_test,
    prelu,
    prelu_test,
    relu,
    relu_test,
)
from keras.src.ops import nn_test

pytestmark = [
    pytest.mark.filterwarnings("ignore:__array__ implementation"),
    # The battery itself calls fit in a way that Keras warns of.
    pytest.mark.filterwarnings("ignore:`shuffle=True` was passed"),
    pytest.mark.filterwarnings("ignore:The model does not have any trainable"),
    # As in tests/layers/test_export.py.
    pytest.mark.filterwarnings("ignore::UserWarning"),
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),
    pytest.mark.filterwarnings("ignore:In the future `np.object`"),
]


def substituted(test, module, name):
    """Return Keras's test class, run against our class of that name."""

    class Substituted(test):
        def setUp(self):
            super().setUp()
            ours = getattr(layers, name)
            patch = mock.patch.object(module, name, ours)
            patch.start()
            self.addCleanup(patch.stop)

    Substituted.__qualname__ = Substituted.__name__ = f"Test{name}"
    return Substituted


TestELU = substituted(elu_test.ELUTest, elu, "ELU")
TestPReLU = substituted(prelu_test.PReLUTest, prelu, "PReLU")


class TestLeakyReLU(
    substituted(leaky_relu_test.LeakyReLUTest, leaky_relu, "LeakyReLU")
):
    # Ours names the argument and the value in other words:
    # tests/layers/test_bad_input.py.
    test_invalid_usage = None


class TestReLU(substituted(relu_test.ReLUTest, relu, "ReLU")):
    # As above.
    test_invalid_usage = None
    test_negative_slope_none_raises = None
    test_threshold_none_raises = None


def chosen(test, names, substitutes):
    """Return the methods `names` of Keras's `test`, `substitutes` in place.

    Args:
        substitutes: What is put in place of what: (module, name) -> ours.
    """

    class Chosen(testing.TestCase):
        def setUp(self):
            super().setUp()
            for (module, name), ours in substitutes.items():
                patch = mock.patch.object(module, name, ours)
                patch.start()
                self.addCleanup(patch.stop)

    for name in names:
        setattr(Chosen, name, getattr(test, name))
    Chosen.__qualname__ = Chosen.__name__ = f"Test{test.__name__}"
    return Chosen


FUNCTIONS = {
    name: getattr(activations, name)
    for name in ("elu", "relu", "sigmoid", "tanh")
}
# Ours has another default slope than Keras's.
FUNCTIONS["leaky_relu"] = functools.partial(
    activations.leaky_relu, negative_slope=0.2
)

TestFunctions = chosen(
    activations_test.ActivationsTest,
    [
        name
        for name in dir(activations_test.ActivationsTest)
        if name.startswith(tuple(f"test_{function}" for function in FUNCTIONS))
        and name not in ("test_relu6", "test_tanh_shrink")
    ],
    {
        (activations_test.activations, name): ours
        for name, ours in FUNCTIONS.items()
    },
)
OPERATIONS = ("elu", "leaky_relu", "relu", "sigmoid")
TestOperations = chosen(
    nn_test.NNOpsCorrectnessTest,
    [f"test_{name}" for name in OPERATIONS],
    {(nn_test.knn, name): FUNCTIONS[name] for name in OPERATIONS},
)


def model_of_ours(module):
    """Return what makes the model of Keras's export tests, of our layers."""
    theirs = module.get_model

    def get_model(type="sequential", input_shape=(10,), layer_list=None):
        ours = [
            keras.layers.Dense(10, activation=layers.PReLU()),
            keras.layers.BatchNormalization(),
            *(row.layer() for row in ROWS),
            keras.layers.Dense(1, activation=layers.Sigmoid()),
        ]
        return theirs(type, input_shape, layer_list or ours)

    return {(module, "get_model"): get_model}


EXPORTED = ["test_standard_model_export_functional"]
TestExportSavedModel = chosen(
    saved_model_test.ExportSavedModelTest,
    [
        *(
            f"test_standard_model_export_{kind}"
            for kind in ("sequential", "functional", "subclass")
        ),
        "test_input_signature_sequential_backend_tensor",
    ],
    model_of_ours(saved_model_test),
)
TestExportSavedModel.export_kwargs = {}  # What its setUp gives TensorFlow.
TestExportLitert = chosen(
    litert_test.ExportLitertInterpreterTest,
    [
        "test_standard_model_export_sequential",
        "test_standard_model_export_functional",
    ],
    model_of_ours(litert_test),
)


class Session(ReferenceEvaluator):
    """What the tests ask of onnxruntime, by ONNX's own interpreter."""

    def get_inputs(self):
        return [types.SimpleNamespace(name=name) for name in self.input_names]


with mock.patch.dict(
    sys.modules, onnxruntime=types.SimpleNamespace(InferenceSession=Session)
):
    from keras.src.export import onnx_test

TestExportONNX = chosen(
    onnx_test.ExportONNXTest,
    [
        f"test_standard_model_export_{kind}"
        for kind in ("sequential", "functional", "subclass")
    ],
    model_of_ours(onnx_test),
)


def raised(suite, name, where):
    """Run one test of `suite`; return what is raised where ours is run."""

    def floating(x, **_):
        if where == "anywhere" or not tf.executing_eagerly():
            raise AssertionError("ours was run")
        return tf.convert_to_tensor(x)

    result = unittest.TestResult()
    with contextlib.ExitStack() as stack:
        for module in vars(activations).values():
            if inspect.ismodule(module) and hasattr(module, "floating"):
                patch = mock.patch.object(module, "floating", floating)
                stack.enter_context(patch)
        suite(name).run(result)
    return "".join(text for _, text in result.failures + result.errors)


@pytest.mark.parametrize(
    "suite, names, where",
    [
        (TestELU, ["test_elu", "test_correctness"], "anywhere"),
        (TestPReLU, ["test_prelu", "test_prelu_correctness"], "anywhere"),
        (TestLeakyReLU, ["test_leaky_relu_correctness"], "anywhere"),
        (TestReLU, ["test_normal_relu_correctness"], "anywhere"),
        (TestFunctions, ["test_elu", "test_tanh", "test_relu"], "anywhere"),
        (TestFunctions, ["test_sigmoid", "test_leaky_relu"], "anywhere"),
        (TestOperations, [f"test_{name}" for name in OPERATIONS], "anywhere"),
        # What is exported, not what it is compared with.
        (TestExportSavedModel, EXPORTED, "in a graph"),
        (TestExportLitert, EXPORTED, "in a graph"),
        (TestExportONNX, EXPORTED, "in a graph"),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_they_run_ours(suite, names, where):
    for name in names:
        assert "ours was run" in raised(suite, name, where), name


class TestStandardChecks(testing.TestCase):
    """Keras's battery for one layer, on inputs of both signs."""


def battery(row):
    def check(self):
        layer = row.layer()
        self.run_layer_test(
            type(layer),
            init_kwargs={
                key: value
                for key, value in layer.get_config().items()
                if key not in ("name", "trainable", "dtype")
            },
            input_data=keras.random.normal((2, 3, 4)),
            expected_output_shape=(2, 3, 4),
            expected_num_trainable_weights=len(row.learned),
            expected_num_non_trainable_weights=0,
            expected_num_seed_generators=0,
            expected_num_losses=0,
            supports_masking=True,
            assert_built_after_instantiation=not row.learns,
        )

    return check


for _row in ROWS:
    setattr(TestStandardChecks, f"test_{by_name(_row)}", battery(_row))
