"""Step 1 on JAX: Keras reads the stream in its order, whatever it does."""

import jax
import keras
import numpy as np
import pytest
from common.streams import drawn, streams

from keras_activations.training import MiniBatches, SGDSequential

X = np.arange(10.0)[:, None]


def batches(**kwargs):
    return MiniBatches(X, X, **{"batch_size": 4, "seed": 2, **kwargs})


def numbers(batch):
    return np.asarray(batch[0]).ravel().astype(int).tolist()


def steps(*which, **kwargs):
    return [numbers(batches(**kwargs).at(step)) for step in which]


class Noting(keras.Sequential):
    """Notes the samples of each mini-batch that it trains on."""

    def __init__(self):
        # It is not built: Keras takes a mini-batch before it trains.
        super().__init__([keras.layers.Dense(1)])
        self.noted = []
        self.compile("sgd", "mse", metrics=["mae"], run_eagerly=True)

    def train_step(self, state, data):
        self.noted.append(numbers(data))
        return super().train_step(state, data)


@pytest.mark.parametrize("name", streams())
def test_the_mini_batches_are_what_the_order_says(name):
    stream = streams()[name]
    first = stream.position
    found = drawn(stream)
    assert stream.position % stream.steps_per_epoch == 0
    expected = [
        leaf
        for step in range(first, stream.position)
        for leaf in keras.tree.flatten(stream.at(step))
    ]
    assert len(found) == len(expected)
    for ours, theirs in zip(found, expected, strict=True):
        assert ours.dtype == theirs.dtype
        np.testing.assert_array_equal(ours, theirs)


def test_each_sample_once_per_epoch_and_every_epoch_another_order():
    stream = MiniBatches(np.arange(100), batch_size=8, seed=1)
    orders = {tuple(np.concatenate(list(stream)).tolist()) for _ in range(9)}
    assert len(orders) == 9
    assert {tuple(sorted(order)) for order in orders} == {tuple(range(100))}


def test_arrays_in_memory_are_gathered_where_the_network_computes():
    for batch in batches(), batches(batch_size=1), batches(drop_remainder=True):
        for x, y in batch:
            assert isinstance(x, jax.Array)
            assert isinstance(y, jax.Array)


@pytest.mark.parametrize("shuffle", [True, False])
@pytest.mark.parametrize("start", range(4))
@pytest.mark.filterwarnings("ignore:Your input ran out of data")
def test_fit_takes_each_mini_batch_once_and_in_order(start, shuffle):
    """From amid an epoch, which for `fit` runs out; with a partial one."""
    model, stream = Noting(), batches(start_step=start)
    model.fit(stream, epochs=2, shuffle=shuffle, verbose=0)
    end = 6 if start < 3 else 9
    assert model.noted == steps(*range(start, end))
    assert stream.position == end
    # A model that is built, and a stream that was read before.
    model.fit(stream, shuffle=shuffle, verbose=0)
    assert model.noted == steps(*range(start, end + 3))


def test_a_training_that_is_stopped_has_used_up_its_epoch():
    class Stop(keras.callbacks.Callback):
        def on_train_batch_end(self, batch, logs=None):
            self.model.stop_training = True

    model, stream = Noting(), batches()
    for _ in range(2):
        model.fit(stream, epochs=2, callbacks=[Stop()], verbose=0)
    assert model.noted == steps(0, 3)
    assert stream.position == 6


@pytest.mark.parametrize("batch_size", [4, 10])
def test_predict_and_evaluate_read_the_stream_as_fit_does(batch_size):
    stream = batches(batch_size=batch_size)
    epoch = len(stream)
    model = keras.Sequential([keras.layers.Identity()])
    model.compile(loss="mse")
    for done in range(2):  # not built, and built
        predictions = model.predict(stream, verbose=0)
        expected = [
            np.asarray(stream.at(step)[0])
            for step in range(done * epoch, (done + 1) * epoch)
        ]
        np.testing.assert_array_equal(predictions, np.concatenate(expected))
        assert stream.position == (done + 1) * epoch
    assert model.evaluate(stream, verbose=0) == 0
    assert stream.position == 3 * epoch


def test_any_steps_per_epoch():
    model, stream = Noting(), batches()
    model.fit(stream, epochs=3, steps_per_epoch=1, verbose=0)
    assert model.noted == steps(0, 1, 2)
    model, stream = Noting(), batches(start_step=1)
    model.fit(
        stream.repeat(), epochs=2, steps_per_epoch=4, shuffle=False, verbose=0
    )
    assert model.noted == steps(*range(1, 9))


def test_seek_before_training_begins():
    class Seek(keras.callbacks.Callback):
        def on_train_begin(self, logs=None):
            stream.seek(3)  # where the mini-batch to build the model ended

    model, stream = Noting(), batches()
    model.fit(stream, callbacks=[Seek()], verbose=0)
    assert model.noted == steps(3, 4, 5)


def test_class_weights_are_sample_weights():
    y = np.arange(10) % 3
    weights = {0: 0.5, 1: 2.0, 2: 1.0}
    histories = []
    for given in (None, np.array([weights[label] for label in y])):
        keras.utils.set_random_seed(1)
        model = SGDSequential([keras.Input((1,)), keras.layers.Dense(3)])
        model.compile(
            "sgd", keras.losses.SparseCategoricalCrossentropy(from_logits=True)
        )
        stream = MiniBatches(X, y, given, batch_size=4, seed=2)
        class_weight = weights if given is None else None
        history = model.fit(stream, class_weight=class_weight, verbose=0)
        histories.append(history.history["loss"])
    assert histories[0] == histories[1]
    assert np.isfinite(histories).all()


def test_a_memory_mapped_array_is_read_by_batch(tmp_path):
    # A sparse file of 40 GB: more than can be loaded.
    shape = (100_000, 100_000)
    x = np.memmap(tmp_path / "x", dtype="float32", mode="w+", shape=shape)
    x[777, 5] = 2.0
    stream = MiniBatches(
        x, np.arange(len(x)), batch_size=8, seed=0, start_step=2
    )
    for (rows, y), _ in zip(stream, range(3), strict=False):
        np.testing.assert_array_equal(rows, x[y])
    assert MiniBatches(x[[777, 3]], seed=0).at(0).max() == 2.0


def test_mapped_floats_become_floatx(tmp_path):
    np.save(tmp_path / "x.npy", np.arange(6.0).reshape(3, 2).astype(">f8"))
    x = np.load(tmp_path / "x.npy", mmap_mode="r")
    (batch,) = MiniBatches(x[1:], batch_size=2, seed=0)
    assert batch.dtype == "float32"
    assert sorted(batch[:, 0].tolist()) == [2.0, 4.0]


def test_later_changes_of_an_array_do_not_matter():
    x = np.zeros((4, 64), "float32")
    stream = MiniBatches(x, batch_size=4, seed=0)
    x[:] = 1
    assert stream.at(0).max() == 0
    assert next(iter(stream)).max() == 0


@pytest.mark.parametrize(
    "arguments, error, message",
    [
        (dict(batch_size=0), ValueError, "batch_size=0"),
        (dict(x=np.array(["a", "b"])), TypeError, "JAX has no strings"),
        (dict(x=3.0), ValueError, "the scalar 3.0"),
        (dict(x=None), TypeError, "NoneType None"),
        (
            dict(x=jax.experimental.sparse.BCOO.fromdense(np.eye(5))),
            TypeError,
            "must be dense. Received: BCOO",
        ),
    ],
)
def test_bad_input(arguments, error, message):
    with pytest.raises(error, match=message):
        MiniBatches(**{"x": np.zeros(5), **arguments})


def test_integers_that_jax_would_change():
    big = np.array([1, 2**31])
    with jax.enable_x64(False):
        with pytest.raises(ValueError, match="fit in int32.*2147483648"):
            MiniBatches(big)
        assert MiniBatches(big - 1, seed=0).at(0).dtype == "int32"
    with jax.enable_x64(True):
        assert MiniBatches(big, seed=0).at(0).max() == 2**31
