"""One TensorFlow for the whole suite, quiet, with two logical CPUs."""

import gc
import os

os.environ["KERAS_BACKEND"] = "tensorflow"
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "2")

import keras
import pytest
import tensorflow as tf

# Tests of another backend, which test_on_jax.py runs.
collect_ignore = ["on_jax"]

# Two replicas for the distribution tests. It must happen before the first
# operation, hence here.
tf.config.set_logical_device_configuration(
    tf.config.list_physical_devices("CPU")[0],
    [tf.config.LogicalDeviceConfiguration()] * 2,
)


@pytest.fixture(autouse=True, scope="module")
def little_garbage():
    """Python looks for garbage among the objects of few tests.

    TensorFlow keeps the branches of each graph for ever, some million objects
    in the end. To look through all of them and to remove the graphs of many
    tests at once took half a minute in the middle of a test.
    """
    yield
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def fresh_keras():
    """Each test starts from the same seed, names and dtype policy."""
    keras.utils.clear_session(free_memory=False)
    keras.utils.set_random_seed(0)
    keras.config.set_dtype_policy("float32")
    yield
    keras.config.set_dtype_policy("float32")
