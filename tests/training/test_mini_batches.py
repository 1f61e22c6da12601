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


@pytest.mark.parametrize("start_step", [0, 1, 2, 3])
@pytest.mark.parametrize("samples", [4, 7, 8, 9])
@pytest.mark.parametrize("drop_remainder", [False, True])
def test_a_derived_dataset_has_the_same_mini_batches(
    samples, drop_remainder, start_step
):
    """`fit` maps it for class weights and splits it for replicas."""
    arguments = {
        "batch_size": 4,
        "seed": 2,
        "drop_remainder": drop_remainder,
        "start_step": start_step,
    }
    direct = numbers(samples, **arguments)
    derived = numbers(samples, **arguments).map(lambda batch: batch)
    for _ in range(3):
        assert epoch_of(direct) == epoch_of(derived)
    assert direct.element_spec == derived.element_spec


def test_an_iterator_in_a_function_of_the_user():
    batches = numbers(10, batch_size=4, seed=2)

    @tf.function
    def total(iterator):
        result = tf.constant(0, tf.int64)
        for batch in iterator:
            result += tf.reduce_sum(batch)
        return result

    @tf.function
    def read(iterator):
        return [iterator.get_next() for _ in range(2)]

    iterator = iter(batches)
    assert total(iterator) == 45
    assert not iterator.get_next_as_optional().has_value()
    assert list(iterator) == []
    for iterator, reads in (iter(batches), 1), (iter(numbers(4)), 0):
        for _ in range(reads):
            assert len(read(iterator)) == 2
        with pytest.raises(tf.errors.OutOfRangeError):
            read(iterator)


@pytest.mark.parametrize("steps_per_execution", [1, 2, 5])
@pytest.mark.filterwarnings("ignore:Your input ran out of data")
def test_fit_takes_each_mini_batch_once_and_in_order(steps_per_execution):
    """From amid an epoch, which for `fit` runs out; with a partial one."""

    def compiled(**kwargs):
        keras.utils.set_random_seed(1)
        model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1)])
        # Adam, since a step too many would count up its iterations.
        model.compile("adam", "mse", jit_compile=False, **kwargs)
        return model

    x = np.linspace(-1, 1, 10)[:, None]
    batches = MiniBatches(x, x**2, batch_size=4, seed=2, start_step=1)
    model = compiled(steps_per_execution=steps_per_execution)
    model.fit(batches, epochs=2, verbose=0, shuffle=False)
    expected = compiled()
    for step in range(1, 6):
        expected.train_on_batch(*batches.at(step))
    assert int(model.optimizer.iterations) == 5
    for ours, theirs in zip(
        model.get_weights(), expected.get_weights(), strict=True
    ):
        np.testing.assert_array_equal(ours, theirs)


def test_an_iterator_that_nobody_reads_begins_no_epoch():
    batches = numbers(10, batch_size=4, seed=2)
    unread = [iter(batches) for _ in range(3)]
    assert batches.position == 0
    assert (
        next(iter(batches)).numpy().tolist()
        == numbers(10, batch_size=4, seed=2).at(0).numpy().tolist()
    )
    assert batches.position == 3
    assert epoch_of(unread[0]) == epoch_of(
        numbers(10, batch_size=4, seed=2, start_step=3)
    )


def test_a_stock_model_reads_the_epochs_in_order_and_never_retraces():
    drawn = []
    batches = MiniBatches(
        np.arange(10.0)[:, None],
        np.arange(10.0)[:, None],
        batch_size=4,
        seed=2,
    )
    order = batches._order

    def noted(epoch):
        drawn.append(epoch)
        return order(epoch)

    batches._order = noted
    traces = []

    class Counting(keras.Sequential):
        def train_step(self, data):
            traces.append(1)
            return super().train_step(data)

    model = Counting([keras.layers.Dense(1)])
    model.compile("sgd", "mse", jit_compile=False)
    model.fit(batches, epochs=1, verbose=0, shuffle=False)
    traced = len(traces)
    model.fit(batches, epochs=3, verbose=0, shuffle=False)
    assert drawn == [0, 1, 2, 3]
    assert len(traces) == traced


def test_predict_and_evaluate_read_the_stream_as_fit_does():
    """As the documentation warns: they cannot be told from each other."""
    x = np.arange(10.0)[:, None]
    batches = MiniBatches(x, x, batch_size=4, seed=2)
    model = keras.Sequential([keras.Input((1,)), keras.layers.Identity()])
    model.compile(loss="mse", jit_compile=False)
    predictions = model.predict(batches, verbose=0)
    drawn = np.concatenate([batches.at(step)[0] for step in range(3)])
    np.testing.assert_array_equal(predictions, drawn)
    assert batches.position == 3
    model.evaluate(batches, verbose=0)
    assert batches.position == 6


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
        (dict(x=[1.0, 2.0]), ValueError, "the scalar 1.0. Make an array"),
        (dict(x={}), ValueError, r"x=\{\}"),
        (dict(x=None), TypeError, "NoneType None"),
        (dict(x=tf.data.Dataset.range(3)), TypeError, "_RangeDataset"),
        (dict(x=tf.ragged.constant([[1], []])), TypeError, "RaggedTensor"),
        (dict(x=tf.sparse.eye(5)), TypeError, "SparseTensor"),
        (dict(x=np.zeros(5, "datetime64[D]")), TypeError, "datetime64"),
    ],
)
def test_bad_input(arguments, error, message):
    with pytest.raises(error, match=message):
        MiniBatches(**{"x": np.zeros(5), **arguments})


def labels(batches):
    """All labels of some epochs, a row per mini-batch."""
    return np.array([np.asarray(y) for _, y in batches])


def test_replacement_draws_every_sample_with_the_same_probability():
    batches = numbers(10, batch_size=50, sampling="replacement", seed=0)
    assert len(batches) == 1
    drawn = np.concatenate([np.asarray(b) for _ in range(400) for b in batches])
    counts = np.bincount(drawn, minlength=10)
    # 20000 draws: each count is 2000 with a standard deviation of 42.
    assert np.abs(counts - 2000).max() < 5 * 42
    assert counts.std() > 5  # "each once" would give exactly 2000


def test_balanced_takes_booleans():
    y = np.arange(20) == 7
    batches = MiniBatches(y, y, batch_size=10, sampling="balanced", seed=0)
    assert [int(np.sum(y)) for _, y in batches] == [5, 5]


@pytest.mark.parametrize("one_hot", [False, True])
def test_balanced_gives_every_class_equally_often(one_hot):
    y = np.repeat([0, 1, 2], [3, 40, 57])
    targets = np.eye(3)[y] if one_hot else y
    batches = MiniBatches(
        np.arange(100), targets, batch_size=9, sampling="balanced", seed=0
    )
    drawn = np.array([np.asarray(x) for x, _ in batches])
    assert drawn.shape == (12, 9)
    for batch in y[drawn]:
        np.testing.assert_array_equal(np.bincount(batch), [3, 3, 3])
    # 36 draws per class: the 3 samples of class 0 take turns.
    np.testing.assert_array_equal(np.bincount(drawn.ravel())[:3], [12, 12, 12])
    # No sample of a large class comes twice before all came once.
    assert np.bincount(drawn.ravel())[3:].max() == 1


def test_weighted_draws_by_the_weights():
    weights = np.array([0.0, 1.0, 3.0, 0.0, 6.0, 0.0])
    batches = MiniBatches(
        np.arange(6),
        np.arange(6),
        weights,
        batch_size=100,
        sampling="weighted",
        seed=0,
    )
    drawn = np.concatenate(
        [np.asarray(x) for _ in range(200) for x, _ in batches]
    )
    counts = np.bincount(drawn, minlength=6)
    assert (counts[weights == 0] == 0).all()
    expected = 20000 * weights / 10
    assert np.abs(counts - expected).max() < 5 * np.sqrt(20000 * 0.25)


def test_importance_weights_give_the_mean_of_uniform_sampling():
    values = np.array([1.0, 5.0, 2.0, 8.0])
    batches = MiniBatches(
        values,
        values,
        [1.0, 2.0, 3.0, 4.0],
        batch_size=100,
        sampling="weighted",
        importance_weights=True,
        seed=0,
    )
    x, _, weights = batches.at(0)
    # weight = 1 / (samples * probability), exactly
    table = {1.0: 2.5, 5.0: 1.25, 2.0: 10 / 12, 8.0: 0.625}
    np.testing.assert_allclose(weights, [table[v] for v in x.numpy()], 1e-6)
    means = [np.mean(w * x) for _ in range(200) for x, _, w in batches]
    assert np.mean(means) == pytest.approx(values.mean(), rel=0.02)


@pytest.mark.parametrize(
    "sampling", ["epoch", "replacement", "balanced", "weighted"]
)
def test_every_sampling_is_a_function_of_seed_and_step(sampling):
    def make(start_step=0):
        return MiniBatches(
            np.arange(10),
            np.arange(10) % 2,
            np.arange(10) if sampling == "weighted" else None,
            batch_size=4,
            sampling=sampling,
            seed=6,
            start_step=start_step,
        )

    first, second = make(), make()
    stream = [np.asarray(x).tolist() for _ in range(3) for x, _ in first]
    assert stream == [
        np.asarray(x).tolist() for _ in range(3) for x, _ in second
    ]
    assert stream[:3] != stream[3:6]
    resumed = make(start_step=4)
    assert stream[4:6] == [np.asarray(x).tolist() for x, _ in resumed]
    assert stream == [np.asarray(first.at(s)[0]).tolist() for s in range(9)]


def test_a_memory_mapped_array_is_read_by_batch(tmp_path):
    resource = pytest.importorskip("resource")  # not on Windows
    # A sparse file of 40 GB: more than can be loaded.
    shape = (100_000, 100_000)
    x = np.memmap(tmp_path / "x", dtype="float32", mode="w+", shape=shape)
    touched = [0, 777, 99_999]
    x[touched, 5] = [1.0, 2.0, 3.0]
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    batches = MiniBatches(
        x, np.arange(len(x)), batch_size=8, seed=0, start_step=2
    )
    for (rows, y), _ in zip(batches, range(3), strict=False):
        assert rows.shape == (8, 100_000)
        np.testing.assert_array_equal(rows, x[y.numpy()])
    after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    assert (after - before) / 2**20 < 1.0  # GB

    picked = MiniBatches(x[touched], batch_size=3, seed=0).at(0)
    assert sorted(picked.numpy()[:, 5].tolist()) == [1.0, 2.0, 3.0]


def test_mapped_floats_become_floatx(tmp_path):
    np.save(tmp_path / "x.npy", np.arange(6.0).reshape(3, 2).astype(">f8"))
    x = np.load(tmp_path / "x.npy", mmap_mode="r")
    batches = MiniBatches(x[1:], batch_size=2, seed=0)
    assert batches.element_spec.dtype == "float32"
    (batch,) = batches
    assert sorted(batch.numpy()[:, 0].tolist()) == [2.0, 4.0]


@pytest.mark.parametrize("x", [np.array(["a", "b", "c"]), np.zeros((3, 0))])
def test_samples_without_a_size(x):
    batches = MiniBatches(x, batch_size=2, seed=0)
    assert [batch.shape[0] for batch in batches] == [2, 1]
    assert [batch.shape[0] for batch in batches.map(lambda x: x)] == [2, 1]


def test_pandas():
    pandas = pytest.importorskip("pandas")
    table = pandas.DataFrame(
        {"a": [1.0, 2.0, 3.0], "b": [4, 5, 6], "c": ["x", "y", "z"]}
    )
    batches = MiniBatches(dict(table), table["b"], batch_size=3, seed=0)
    ((columns, y),) = batches
    np.testing.assert_array_equal(columns["b"], y)
    np.testing.assert_array_equal(columns["a"], y.numpy() - 3)
    assert [c.decode() for c in columns["c"].numpy()] == [
        "xyz"[i - 4] for i in y.numpy()
    ]
    assert MiniBatches(table[["a", "b"]], seed=0).at(0).shape == (3, 2)
    with pytest.raises(TypeError, match="dict\\(table\\)"):
        MiniBatches(table)


@pytest.mark.parametrize(
    "arguments, message",
    [
        (dict(sampling="weighted"), "sample_weight=None"),
        (dict(sampling="weighted", sample_weight=[1, -1, 1]), "-1.0 at sample"),
        (dict(sampling="weighted", sample_weight=[1, np.nan, 1]), "nan at"),
        (dict(sampling="weighted", sample_weight=[0, 0, 0]), "3 times 0"),
        (dict(sampling="weighted", sample_weight=[1, 1]), "same number"),
        (dict(sampling="weighted", sample_weight=[]), "0 times 0"),
        (dict(sampling="balanced"), "y of type NoneType"),
        (dict(sampling="balanced", y=np.array([0, 2, 2])), r"class \[1\] of 3"),
        (dict(sampling="balanced", y=np.eye(3)[[0, 0, 1]]), r"class \[2\]"),
        (dict(sampling="balanced", y=np.array([0.5, 1, 2])), "class numbers"),
        (dict(sampling="balanced", y=np.array([-1, 0, 1])), "class numbers"),
        (dict(sampling="balanced", y=np.ones((3, 2))), "one-hot"),
        (dict(importance_weights=True), "sampling='epoch'"),
        (dict(sample_weight=np.ones(3)), "y=None"),
    ],
)
def test_bad_labels_and_weights(arguments, message):
    with pytest.raises(ValueError, match=message):
        MiniBatches(np.zeros(3), **arguments)


@pytest.mark.parametrize("weights", [{"a": np.ones(3)}, ["a", "b", "c"]])
def test_weights_that_are_no_array_of_numbers(weights):
    with pytest.raises(TypeError, match="one array of numbers.*Received"):
        MiniBatches(np.zeros(3), None, weights, sampling="weighted")


def test_weights_near_the_largest_float():
    weights = np.array([0.0, 1.0, 1.0]) * 1.7e308
    batches = numbers(3, sample_weight=weights, sampling="weighted", seed=0)
    assert set(batches.at(0).numpy()) == {1, 2}


def test_any_steps_per_epoch_with_repeat():
    model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1)])
    model.compile("sgd", "mse", jit_compile=False)
    batches = MiniBatches(
        np.zeros((10, 1)), np.zeros((10, 1)), batch_size=4, seed=0
    )
    for data, steps in [(batches, None), (batches, 3), (batches.repeat(), 7)]:
        before = int(model.optimizer.iterations)
        model.fit(
            data, epochs=2, steps_per_epoch=steps, shuffle=False, verbose=0
        )
        done = int(model.optimizer.iterations) - before
        assert done == 2 * (steps or 3)


def test_keras_still_replays_one_permutation_every_epoch():
    """Why MiniBatches is needed; when this fails, Keras has mended it."""
    orders = []

    class Record(keras.layers.Layer):
        def call(self, inputs):
            if isinstance(inputs, tf.Tensor) and tf.executing_eagerly():
                orders.append(inputs.numpy().ravel().tolist())
            return inputs

    keras.utils.set_random_seed(1)
    model = keras.Sequential([keras.Input((1,)), Record()])
    model.compile(loss="mse", run_eagerly=True)
    x = np.arange(8.0).reshape(8, 1)
    with pytest.warns(UserWarning, match="any trainable weights"):
        model.fit(x, x, batch_size=8, epochs=3, shuffle=True, verbose=0)
    assert sorted(orders[0]) == x.ravel().tolist() != orders[0]
    assert orders[0] == orders[1] == orders[2]
