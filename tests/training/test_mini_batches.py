"""Step 1: each sample once per epoch, every epoch another order."""

import keras
import numpy as np
import pytest
import tensorflow as tf

from keras_activations.training import MiniBatches


def epoch_of(batches):
    """The sample numbers of one epoch, as a list of mini-batches."""
    return [batch.numpy().tolist() for batch in batches]


def numbers(samples, **kwargs):
    return MiniBatches(np.arange(samples), **kwargs)


@pytest.mark.parametrize("samples", [1, 2, 7, 8, 9, 100])
@pytest.mark.parametrize("batch_size", [1, 3, 8, 200])
def test_each_sample_once_per_epoch(samples, batch_size):
    batches = numbers(samples, batch_size=batch_size, seed=1)
    for _ in range(3):
        epoch = epoch_of(batches)
        assert len(epoch) == len(batches) == -(-samples // batch_size)
        assert sorted(sum(epoch, [])) == list(range(samples))
        assert {len(batch) for batch in epoch[:-1]} <= {batch_size}


def test_every_epoch_has_another_order():
    batches = numbers(100, seed=1)
    orders = {tuple(sum(epoch_of(batches), [])) for _ in range(20)}
    assert len(orders) == 20
    assert tuple(range(100)) not in orders


def test_the_seed_decides():
    def two_epochs(seed):
        batches = numbers(50, seed=seed)
        return epoch_of(batches) + epoch_of(batches)

    assert two_epochs(3) == two_epochs(3)
    assert two_epochs(3) != two_epochs(4)
    assert two_epochs(3) != two_epochs(3 + 2**32)


def test_without_a_seed_the_global_one_decides():
    orders = []
    for global_seed in (5, 5, 6):
        keras.utils.set_random_seed(global_seed)
        orders.append(epoch_of(numbers(50)))
    assert orders[0] == orders[1] != orders[2]


@pytest.mark.parametrize("start_step", range(9))
def test_start_step_continues_the_same_stream(start_step):
    whole = numbers(10, batch_size=4, seed=2)
    stream = epoch_of(whole) + epoch_of(whole) + epoch_of(whole)

    rest = numbers(10, batch_size=4, seed=2, start_step=start_step)
    epochs = [epoch_of(rest), epoch_of(rest), epoch_of(rest)]
    assert len(epochs[0]) == 3 - start_step % 3
    assert len(epochs[1]) == len(epochs[2]) == 3
    assert (epochs[0] + epochs[1] + epochs[2])[: 9 - start_step] == stream[
        start_step:
    ]


def test_repeat_is_the_endless_stream():
    whole = numbers(10, batch_size=4, seed=2)
    stream = epoch_of(whole) + epoch_of(whole)
    rest = numbers(10, batch_size=4, seed=2, start_step=1)
    assert epoch_of(rest.repeat().take(5)) == stream[1:]


def test_drop_remainder():
    batches = numbers(10, batch_size=4, seed=2, drop_remainder=True)
    assert len(batches) == 2
    assert batches.element_spec.shape == (4,)
    epoch = epoch_of(batches)
    assert [len(batch) for batch in epoch] == [4, 4]
    assert len(set(sum(epoch, []))) == 8


def test_x_y_and_weights_stay_together():
    x = {"a": np.arange(9.0), "b": (np.arange(9) * 10, tf.range(9))}
    batches = MiniBatches(x, np.arange(9), np.arange(9), batch_size=4, seed=0)
    for inputs, y, weight in batches:
        np.testing.assert_array_equal(inputs["a"], y)
        np.testing.assert_array_equal(inputs["b"][0], y * 10)
        np.testing.assert_array_equal(inputs["b"][1], y)
        np.testing.assert_array_equal(weight, y)
        assert inputs["a"].dtype == "float32"
        assert y.dtype == "int64"


@pytest.mark.parametrize(
    "arguments, error, message",
    [
        (dict(batch_size=0), ValueError, "batch_size=0"),
        (dict(batch_size=2.5), TypeError, "batch_size=2.5"),
        (dict(batch_size=True), TypeError, "batch_size=True"),
        (dict(batch_size=6, drop_remainder=True), ValueError, "batch_size=6"),
        (dict(sampling="shuffled"), ValueError, "sampling='shuffled'"),
        (dict(seed="7"), TypeError, "seed='7'"),
        (dict(seed=-1), ValueError, "seed=-1"),
        (dict(start_step=-1), ValueError, "start_step=-1"),
        (dict(y=np.zeros(4)), ValueError, r"\(5,\), \(4,\)"),
        (dict(x=np.zeros((0, 2))), ValueError, "at least one sample"),
        (dict(x=3.0), ValueError, "the scalar 3.0"),
    ],
)
def test_bad_input(arguments, error, message):
    with pytest.raises(error, match=message):
        MiniBatches(**{"x": np.zeros(5), **arguments})
