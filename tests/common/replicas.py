"""Two replicas on the two logical CPUs that conftest.py sets up."""

import functools

import tensorflow as tf


@functools.cache
def two_replicas():
    """One strategy for all tests of the process."""
    # By default TensorFlow numbers its collective operations anew for each
    # strategy, and two strategies in one process take each other's (2.21:
    # "Shape mismatch in the collective instance"). This way has none.
    return tf.distribute.MirroredStrategy(
        ["CPU:0", "CPU:1"],
        cross_device_ops=tf.distribute.ReductionToOneDevice(),
    )
