"""Keras's own tests, with our classes in the place of Keras's.

They are weak (an identity passes those of ELU), so they show that we fit in,
not that we are right. They use what Keras keeps private: where a version has
moved it, this file is the one to mend.
"""

from unittest import mock

import keras
import pytest
from common.activations import ROWS, by_name
from keras.src import testing
from keras.src.activations import activations_test
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

from keras_activations import activations, layers

pytestmark = [
    pytest.mark.filterwarnings("ignore:__array__ implementation"),
    # The battery itself calls fit in a way that Keras warns of.
    pytest.mark.filterwarnings("ignore:`shuffle=True` was passed"),
    pytest.mark.filterwarnings("ignore:The model does not have any trainable"),
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


class TestFunctions(activations_test.ActivationsTest):
    """Keras's tests of its functions, with ours in their place."""

    def setUp(self):
        super().setUp()
        for name in ("elu", "relu", "sigmoid", "tanh"):
            ours = getattr(activations, name)
            patch = mock.patch.object(activations_test.activations, name, ours)
            patch.start()
            self.addCleanup(patch.stop)


for _name in dir(TestFunctions):
    if _name.startswith("test_") and not _name.startswith(
        ("test_elu", "test_relu", "test_sigmoid", "test_tanh")
    ):
        setattr(TestFunctions, _name, None)


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
            expected_num_trainable_weights=int(row.learns),
            expected_num_non_trainable_weights=0,
            expected_num_seed_generators=0,
            expected_num_losses=0,
            supports_masking=True,
            assert_built_after_instantiation=not row.learns,
        )

    return check


for _row in ROWS:
    setattr(TestStandardChecks, f"test_{by_name(_row)}", battery(_row))
