"""An interrupted training ends with the weights of an uninterrupted one."""

import functools
import json
import warnings

import keras
import numpy as np
import pytest
import tensorflow as tf
from common.interruption import InterruptAt, Interruption
from common.replicas import two_replicas

from keras_activations.callbacks import ResumeSampling
from keras_activations.training import MiniBatches, SGDSequential

SAMPLES, BATCH_SIZE = 26, 3  # 9 steps per epoch, the last one partial


def batches(**kwargs):
    rng = np.random.default_rng(0)
    x = rng.normal(size=(SAMPLES, 4))
    y = rng.integers(0, 3, SAMPLES)
    # A seed from np.arange, say, which JSON does not know.
    arguments = {"batch_size": BATCH_SIZE, "seed": np.int64(8), **kwargs}
    return MiniBatches(x, y, **arguments)


def compiled(steps_per_execution=1):
    keras.utils.set_random_seed(2)
    model = SGDSequential(
        [
            keras.Input((4,)),
            keras.layers.Dense(5, activation="tanh"),
            keras.layers.Dropout(0.2, seed=1),
            keras.layers.Dense(3),
        ]
    )
    model.compile(
        keras.optimizers.SGD(0.1, momentum=0.9),
        keras.losses.SparseCategoricalCrossentropy(from_logits=True),
        steps_per_execution=steps_per_execution,
        jit_compile=False,
    )
    return model


def fit(model, data, backup_dir, save_freq, *extra, **kwargs):
    return model.fit(
        data,
        epochs=3,
        shuffle=False,
        verbose=0,
        callbacks=[
            keras.callbacks.BackupAndRestore(backup_dir, save_freq=save_freq),
            ResumeSampling(data, backup_dir),
            *extra,
        ],
        **kwargs,
    )


@functools.cache
def uninterrupted(steps_per_execution, class_weight):
    """The weights, and the number of steps in front of them."""
    model = compiled(steps_per_execution)
    class_weight = dict(class_weight) or None
    data = batches()
    model.fit(
        data, epochs=3, shuffle=False, verbose=0, class_weight=class_weight
    )
    return [int(model.optimizer.iterations), *model.get_weights()]


@pytest.mark.parametrize(
    "save_freq, executions, steps_per_execution, arguments",
    [
        (1, 14, 1, {}),
        (5, 14, 1, {}),  # the backup is older than the interruption
        ("epoch", 14, 1, {}),
        (1, 9, 1, {}),  # after the last step of an epoch
        (4, 4, 4, {}),  # executions of 4, 4 and 1 steps
        (1, 14, 1, {"class_weight": {0: 0.5, 1: 2.0, 2: 1.0}}),
    ],
)
def test_resumed_equals_uninterrupted(
    tmp_path, save_freq, executions, steps_per_execution, arguments
):
    first = compiled(steps_per_execution)
    interrupt = InterruptAt(executions)
    with pytest.raises(Interruption):
        fit(first, batches(), tmp_path, save_freq, interrupt, **arguments)
    second = compiled(steps_per_execution)
    fit(second, batches(), tmp_path, save_freq, **arguments)

    assert int(second.optimizer.iterations) == 27
    class_weight = arguments.get("class_weight", {})
    steps, *whole = uninterrupted(
        steps_per_execution, tuple(class_weight.items())
    )
    assert steps == 27
    for ours, theirs in zip(second.get_weights(), whole, strict=True):
        np.testing.assert_array_equal(ours, theirs)


def test_resumed_equals_uninterrupted_on_two_replicas(tmp_path):
    def run(directory, *extra):
        strategy = two_replicas()
        with strategy.scope():
            model = compiled()
        data = batches(drop_remainder=True, batch_size=4)
        fit(model, data, directory, 1, *extra)
        return [tf.convert_to_tensor(w.value).numpy() for w in model.weights]

    whole = run(tmp_path / "whole")
    with pytest.raises(Interruption):
        run(tmp_path, InterruptAt(8))
    for ours, theirs in zip(run(tmp_path), whole, strict=True):
        np.testing.assert_array_equal(ours, theirs)


@pytest.fixture
def interrupted(tmp_path):
    with pytest.raises(Interruption):
        fit(compiled(), batches(), tmp_path, 1, InterruptAt(5))
    return tmp_path


def test_backup_of_other_data_is_refused(interrupted):
    rng = np.random.default_rng(1)
    other = MiniBatches(
        rng.normal(size=(SAMPLES, 4)),
        rng.integers(0, 3, SAMPLES),
        batch_size=BATCH_SIZE,
        seed=8,
    )
    with pytest.raises(ValueError, match="other mini-batches.*values="):
        fit(compiled(), other, interrupted, 1)
    with pytest.raises(ValueError, match="seed=9 and 8"):
        fit(compiled(), batches(seed=9), interrupted, 1)


def test_a_resumed_epoch_that_fails_leaves_the_warnings_alone(interrupted):
    before = list(warnings.filters)
    with pytest.raises(Interruption):
        fit(compiled(), batches(), interrupted, 1, InterruptAt(2))
    assert warnings.filters == before


def test_backup_without_a_position_is_refused(interrupted):
    path = interrupted / "training_metadata.json"
    metadata = json.loads(path.read_text())
    del metadata["sampling"]
    path.write_text(json.dumps(metadata))
    with pytest.raises(ValueError, match="without ResumeSampling"):
        fit(compiled(), batches(), interrupted, 1)


def test_the_order_of_the_callbacks_is_checked(interrupted):
    data = batches()
    with pytest.raises(ValueError, match="must come after BackupAndRestore"):
        compiled().fit(
            data,
            shuffle=False,
            verbose=0,
            callbacks=[
                ResumeSampling(data, interrupted),
                keras.callbacks.BackupAndRestore(interrupted),
            ],
        )


def test_epochs_of_another_length_are_refused(tmp_path):
    with pytest.raises(ValueError, match="steps_per_epoch=5"):
        fit(compiled(), batches(), tmp_path, 1, steps_per_epoch=5)


def test_batches_of_another_kind_are_refused(tmp_path):
    with pytest.raises(TypeError, match="must be the MiniBatches"):
        ResumeSampling(tf.data.Dataset.range(3), tmp_path)
