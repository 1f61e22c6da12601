"""RecycleUnits: the network computes the same, and units live again."""

import warnings

import keras
import numpy as np
import pytest
import tensorflow as tf
from common.recycling import (
    FOLLOWED,
    LEFT_ALONE,
    OPTIMIZERS,
    SUBCLASSED,
    added,
    check_subclassed,
    check_that_a_resumed_training_recycles_in_the_same_way,
    check_that_an_optimizer_forgets,
    check_that_units_live_again,
    check_what_is_left_alone,
    data,
    fit,
    functional,
    hidden_of,
    kill,
    sequential,
    two_layers,
)

import keras_activations as ka
from keras_activations.callbacks import ActivationMonitor, RecycleUnits
from keras_activations.recording.scalars import read_scalars
from keras_activations.recycling.optimizer_state import states

layers = keras.layers
rng = np.random.default_rng(0)


@pytest.mark.parametrize("name", FOLLOWED)
def test_units_live_again_and_the_network_computes_the_same(name):
    check_that_units_live_again(name)


@pytest.mark.parametrize("name", LEFT_ALONE)
def test_what_cannot_be_followed_is_named(name):
    check_what_is_left_alone(name)


@pytest.mark.parametrize("name", SUBCLASSED)
def test_subclasses_are_followed(name):
    check_subclassed(name)


@pytest.mark.parametrize("name", OPTIMIZERS)
def test_the_optimizer_forgets_the_old_units(name):
    check_that_an_optimizer_forgets(
        name, lambda optimizer, *given: optimizer.apply(*given)
    )


def test_an_output_that_is_watched_is_left_alone():
    model = keras.Sequential(
        [keras.Input((5,)), layers.Dense(3, "relu", name="hidden")]
    )
    kill(model.layers[0])
    recycler = fit(model, *data(), watch="hidden")
    assert recycler.left_alone == {"hidden": "it is an output of the model"}


@pytest.mark.parametrize("where", ["before", "behind"])
def test_a_normalization_begins_anew_with_the_units(where):
    parts = [layers.ReLU(name="act"), layers.BatchNormalization(name="norm")]
    if where == "before":
        parts.reverse()
    model = sequential(layers.Dense(6, name="hidden"), *parts)
    norm = model.get_layer("norm")
    if where == "before":
        norm.beta.assign([-1e3, 0, 0, 0, 0, 0])
    else:
        kill(model.layers[0], [0])
        norm.beta.assign([2.0, 0, 0, 0, 0, 0])
    norm.moving_mean.assign([5.0] * 6)
    model.compile(keras.optimizers.SGD(0.0), "mse")
    recycler = fit(model, *data(), compiled=True)
    (row,) = recycler.history
    assert row["units"] == [0]
    # What the normalization made of 0 goes to the bias of the next layer.
    tolerance = 0 if where == "before" else 1e-5
    assert row["output_change"] <= tolerance
    assert norm.beta.numpy()[0] == norm.moving_mean.numpy()[0] == 0
    assert norm.gamma.numpy()[0] == norm.moving_variance.numpy()[0] == 1
    assert (norm.moving_mean.numpy()[1:] != 0).all()


def test_incoming_weights_are_drawn_by_the_initializer():
    model = two_layers(kernel_initializer="lecun_uniform")
    before = model.layers[0].kernel.numpy()
    model.compile(keras.optimizers.SGD(0.0), "mse")
    fit(model, *data(), compiled=True)
    after = model.layers[0].kernel.numpy()
    changed = (before != after).any(0)
    assert np.flatnonzero(changed).tolist() == [0, 2]
    assert (before != after)[:, changed].all()
    assert np.abs(after[:, changed]).max() <= np.sqrt(3 / 5)
    assert (model.layers[1].kernel.numpy()[[0, 2]] == 0).all()


def test_units_of_constant_weights_begin_with_random_ones():
    model = two_layers(kernel_initializer="zeros")
    model.layers[0].kernel.assign(rng.normal(size=(5, 8)))
    model.compile(keras.optimizers.SGD(0.0), "mse")
    fit(model, *data(), compiled=True)
    new = model.layers[0].kernel.numpy()[:, [0, 2]]
    assert len(np.unique(new)) == 10


def test_the_same_seed_and_step_give_the_same_weights():
    weights = []
    for _ in range(2):
        model = two_layers()
        fit(model, *data())
        weights.append(model.layers[0].kernel.numpy())
    assert (weights[0] == weights[1]).all()


def test_a_unit_that_fires_on_the_probe_batch_is_left():
    model = two_layers()
    x, y = data()
    probe = np.arange(100, 120, dtype="float32").reshape(4, 5)
    model.layers[0].kernel.assign(np.abs(model.layers[0].kernel.numpy()) + 3)
    bias = np.zeros(8)
    bias[0], bias[2] = -1e3, -1e9
    model.layers[0].bias.assign(bias)
    model.compile(keras.optimizers.SGD(0.0), "mse")
    recycler = fit(model, x, y, compiled=True, probe=probe)
    (row,) = recycler.history
    assert row["units"] == [2]


def test_a_saturated_unit_gives_its_value_to_the_next_bias():
    model = sequential(layers.Dense(6, "relu6", name="hidden"))
    bias = np.zeros(6)
    bias[3] = 1e3
    model.layers[0].bias.assign(bias)
    outgoing = model.layers[1].kernel.numpy()[3]
    model.compile(keras.optimizers.SGD(0.0), "mse")
    recycler = fit(model, *data(), compiled=True)
    (row,) = recycler.history
    assert row["units"] == [3]
    assert row["output_change"] < 1e-6
    np.testing.assert_allclose(model.layers[1].bias.numpy(), 6 * outgoing)


def test_dormant_units_give_their_mean_to_the_next_bias():
    model = two_layers()
    model.layers[0].kernel.assign(
        model.layers[0].kernel.numpy() * ([1.0] * 7 + [1e-3])
    )
    model.layers[0].bias.assign([-1e3] + [0.1] * 6 + [1e-3])
    model.compile(keras.optimizers.SGD(0.0), "mse")
    recycler = fit(model, *data(), "dormant", compiled=True, tau=0.05)
    row = recycler.history[0]
    assert row["units"] == [0, 7]
    assert 0 < row["output_change"] < 0.01


def test_the_least_useful_units_are_replaced_at_the_rate():
    model = two_layers()
    kernel = model.layers[1].kernel.numpy()
    kernel[5] = 1e-6
    model.layers[1].kernel.assign(kernel)
    model.layers[0].bias.assign([0.1] * 8)
    model.compile(keras.optimizers.SGD(0.0), "mse")
    # 4 steps of 8 units at 1/64: half a unit per epoch.
    recycler = fit(
        model,
        *data(),
        "utility",
        epochs=4,
        compiled=True,
        rate=1 / 64,
        maturity=2,
    )
    found = [
        (row["epoch"], row["units"])
        for row in recycler.history
        if row["layer"] == "hidden"
    ]
    assert found[0] == (1, [5])
    # Its outgoing weights are 0 now: it is the least useful again.
    assert [epoch for epoch, _ in found] == [1, 3]


def test_units_are_not_replaced_before_they_are_mature():
    recycler = fit(
        two_layers(), *data(), "utility", epochs=3, rate=1.0, maturity=12
    )
    assert recycler.history == []


def test_a_rule_of_ones_own_and_at_most_half_of_the_living():
    model = two_layers()
    recycler = fit(model, *data(), lambda units: np.ones(len(units.size), bool))
    counts = {row["layer"]: row["recycled"] for row in recycler.history}
    assert counts["hidden"] == 2 + 4
    assert 4 <= counts["second"] < 8


@pytest.mark.parametrize("wrong", [np.ones(3, bool), np.ones(8)])
def test_a_rule_that_returns_something_else_is_refused(wrong):
    with pytest.raises(ValueError, match="`rule` must return a boolean"):
        fit(two_layers(), *data(), lambda units: wrong)


def test_every_and_until():
    model = two_layers()
    model.compile(keras.optimizers.SGD(0.0), "mse")
    everything = fit(
        model,
        *data(),
        lambda units: units.dead | (np.arange(8) == 5),
        epochs=7,
        compiled=True,
        every=2,
        until=6,
    )
    epochs = [r["epoch"] for r in everything.history if r["layer"] == "hidden"]
    assert epochs == [1, 3, 5]


def test_moments():
    x, y = data()
    found = {}
    for moments in "median", "zero", "keep":
        model = two_layers()
        model.layers[0].bias.assign([0.1] * 8)
        model.compile("adam", "mse", jit_compile=False)
        model.fit(x, y, 16, epochs=2, verbose=0)
        kill(model.layers[0])
        fit(model, x, y, compiled=True, moments=moments)
        (second,) = [
            state.variable.numpy()
            for state in states(model.optimizer, model.layers[0].kernel)
            if state.role == "square"
        ]
        found[moments] = second[:, [0, 2]]
    assert (found["zero"] == 0).all()
    assert (found["median"] > 0).all()
    assert (found["keep"] > 0).all()
    assert (found["keep"] != found["median"]).any()


@pytest.mark.parametrize("jit_compile", [False, True])
def test_mixed_precision_and_xla(jit_compile):
    policy = keras.config.dtype_policy()
    keras.config.set_dtype_policy("mixed_float16")
    try:
        model = two_layers()
    finally:
        keras.config.set_dtype_policy(policy)
    model.compile("adam", "mse", jit_compile=jit_compile)
    recycler = fit(model, *data(), compiled=True)
    row = recycler.history[0]
    assert row["units"] == [0, 2]
    assert row["output_change"] == 0


def test_two_recyclers_of_one_monitor_add_up(tmp_path):
    model = keras.Sequential(
        [keras.Input((4,)), layers.Dense(6, "relu", name="h"), layers.Dense(1)]
    )
    model.compile("adam", "mse", jit_compile=False)
    monitor = ActivationMonitor(tmp_path, alerts=False)

    def chosen(*units):
        return lambda known: np.isin(np.arange(6), units)

    model.fit(
        rng.normal(size=(32, 4)),
        np.zeros((32, 1)),
        verbose=0,
        callbacks=[
            monitor,
            RecycleUnits(monitor, chosen(1), max_share=1.0),
            RecycleUnits(monitor, chosen(1, 4), max_share=1.0),
        ],
    )
    assert monitor.history[0]["recycled"] == 2
    at = monitor.units("h")["recycled_at"]
    assert at.tolist() == [-1, 0, -1, -1, 0, -1]
    (tags,) = read_scalars(tmp_path).values()
    assert tags["health.recycled/01_h"][-1] == (0, 2.0)


def test_several_steps_at_once_and_a_second_fit():
    model = two_layers()
    model.compile("adam", "mse", steps_per_execution=2, jit_compile=False)
    x, y = data()
    monitor = ActivationMonitor(alerts=False)
    recycler = RecycleUnits(monitor, seed=0)
    both = [monitor, recycler]
    model.fit(x, y, 16, verbose=0, callbacks=both)
    kill(model.layers[0], [5])
    model.fit(x, y, 16, verbose=0, callbacks=both)
    units = [r["units"] for r in recycler.history if r["layer"] == "hidden"]
    assert units == [[0, 2], [5]]
    told = monitor.units("hidden")
    assert told["recycled_at"].tolist() == [0, -1, 0, -1, -1, 1, -1, -1]
    assert told["recyclings"].sum() == 3


def test_replicas():
    devices = [
        f"CPU:{n}" for n in range(len(tf.config.list_logical_devices("CPU")))
    ]
    strategy = tf.distribute.MirroredStrategy(devices[:2])
    with strategy.scope():
        model = two_layers()
        model.compile("adam", "mse", jit_compile=False)
    recycler = fit(model, *data(), compiled=True)
    row = recycler.history[0]
    assert row["units"] == [0, 2]
    assert row["output_change"] == 0
    value = model.layers[0].kernel.value
    copies = [v.numpy() for v in strategy.experimental_local_results(value)]
    assert all((copy == copies[0]).all() for copy in copies)


def test_a_training_that_is_resumed_recycles_in_the_same_way(tmp_path):
    check_that_a_resumed_training_recycles_in_the_same_way(tmp_path)


def test_the_event_files_say_what_was_recycled(tmp_path):
    model = two_layers()
    model.compile("adam", "mse", jit_compile=False)
    monitor = ActivationMonitor(tmp_path, alerts=False)
    callbacks = [monitor, RecycleUnits(monitor, seed=0)]
    model.fit(*data(), 16, verbose=0, callbacks=callbacks)
    found = {}
    for file in (tmp_path / "health").glob("*tfevents*"):
        for event in tf.compat.v1.train.summary_iterator(str(file)):
            for value in event.summary.value:
                if "recycled" in value.tag:
                    found[value.tag] = event.step, tf.make_ndarray(value.tensor)
    step, number = found["health.recycled/01_hidden"]
    assert (step, float(number)) == (0, 2.0)
    step, units = found["keras_activations/recycled/01_hidden"]
    assert step == 0 and units.dtype == np.uint8
    assert units.tolist() == [1, 0, 1, 0, 0, 0, 0, 0]


def test_mini_batches_and_several_inputs():
    inputs = {
        "words": keras.Input((3,), dtype="int32", name="words"),
        "numbers": keras.Input((5,), name="numbers"),
    }
    hidden = layers.Dense(8, "relu", name="hidden")(inputs["numbers"])
    words = layers.Flatten()(layers.Embedding(10, 2)(inputs["words"]))
    outputs = layers.Dense(1)(layers.Concatenate()([words, hidden]))
    model = ka.training.SGDModel(inputs, outputs)
    kill(hidden_of(model))
    x, y = data()
    batches = ka.training.MiniBatches(
        {"words": rng.integers(0, 10, (64, 3)), "numbers": x},
        y,
        batch_size=16,
        seed=0,
    )
    model.compile(ka.training.ExplicitSGD(0.01), "mse", jit_compile=False)
    monitor = ActivationMonitor(alerts=False)
    recycler = RecycleUnits(monitor, seed=0)
    model.fit(batches, verbose=0, callbacks=[monitor, recycler])
    (row,) = recycler.history
    assert (row["units"], row["output_change"]) == ([0, 2], 0)


def test_a_model_of_inputs_that_cannot_be_kept_needs_a_probe():
    model = keras.Sequential(
        [
            keras.Input((None, 5)),
            layers.Conv1D(6, 1, activation="relu", name="hidden"),
            layers.GlobalAveragePooling1D(),
            layers.Dense(1),
        ]
    )
    kill(model.layers[0])
    model.compile("adam", "mse", jit_compile=False)
    x = rng.normal(size=(32, 4, 5)).astype("float32")
    batches = tf.data.Dataset.from_generator(
        lambda: ((x[n : n + 8], x[n : n + 8, 0, :1]) for n in range(0, 32, 8)),
        output_signature=(
            tf.TensorSpec((None, None, 5)),
            tf.TensorSpec((None, 1)),
        ),
    )
    for probe, units in (None, None), (x, [0, 2]):
        monitor = ActivationMonitor(alerts=False)
        recycler = RecycleUnits(monitor, probe=probe, seed=0)
        with warnings.catch_warnings():
            warnings.filterwarnings("ignore", ".*ran out of data")
            warnings.filterwarnings("ignore", "RecycleUnits leaves alone")
            model.fit(
                batches,
                shuffle=False,
                verbose=0,
                callbacks=[monitor, recycler],
            )
        found = [row["units"] for row in recycler.history]
        assert found == ([] if units is None else [units])
        if units is None:
            (reason,) = recycler.left_alone.values()
            assert reason.endswith("Give samples as `probe`")


def test_the_history_of_the_monitor_counts_them():
    model = two_layers()
    recycler = fit(model, *data())
    by_layer = {row["layer"]: row for row in recycler.monitor.history}
    assert by_layer["hidden"]["recycled"] == 2


def test_it_says_at_the_end_how_many(capsys):
    model = two_layers()
    model.compile("adam", "mse", jit_compile=False)
    monitor = ActivationMonitor(alerts=False)
    callbacks = [monitor, RecycleUnits(monitor, seed=0)]
    model.fit(*data(), 16, verbose=2, callbacks=callbacks)
    assert (
        "Units recycled by RecycleUnits: hidden 2\n" in capsys.readouterr().out
    )


def test_what_is_left_alone_is_named_once():
    model = functional(added)
    kill(hidden_of(model))
    model.compile("adam", "mse", jit_compile=False)
    monitor = ActivationMonitor(alerts=False)
    callbacks = [monitor, RecycleUnits(monitor)]
    with pytest.warns(UserWarning, match="leaves alone: hidden") as told:
        model.fit(*data(), 16, epochs=2, verbose=0, callbacks=callbacks)
    assert len(told) == 1


def test_nothing_is_half_done(monkeypatch):
    model = two_layers()
    model.compile(keras.optimizers.SGD(0.0), "mse", jit_compile=False)
    before = [weight.numpy() for weight in model.weights]
    own = type(model.layers[1].kernel).assign
    monkeypatch.setattr(
        type(model.layers[0].bias),
        "assign",
        lambda self, value: (
            1 / 0
            if self is model.layers[0].bias and np.asarray(value)[0] == 0
            else own(self, value)
        ),
    )
    with pytest.raises(ZeroDivisionError):
        fit(model, *data(), compiled=True)
    for weight, value in zip(model.weights, before, strict=True):
        np.testing.assert_array_equal(weight.numpy(), value)


def test_a_monitor_that_is_not_there_or_comes_later_is_refused():
    x, y = data()
    model = two_layers()
    model.compile("adam", "mse", jit_compile=False)
    monitor = ActivationMonitor(alerts=False)
    recycler = RecycleUnits(monitor)
    with pytest.raises(ValueError, match="not one of the `callbacks`"):
        model.fit(x, y, verbose=0, callbacks=[recycler])
    with pytest.raises(ValueError, match="put it before RecycleUnits"):
        model.fit(x, y, verbose=0, callbacks=[recycler, monitor])


@pytest.mark.parametrize(
    ("options", "error", "message"),
    [
        ({"rule": "died"}, ValueError, "`rule` must be one of 'dead'"),
        ({"every": 0}, ValueError, "`every`"),
        ({"every": 1.5}, TypeError, "`every`"),
        ({"until": -1}, ValueError, "`until`"),
        ({"tau": 1.5}, ValueError, "`tau` must be from 0 to 1"),
        ({"tau": "1"}, TypeError, "`tau` must be a number"),
        ({"rate": float("nan")}, ValueError, "`rate`"),
        ({"maturity": -1}, ValueError, "`maturity`"),
        ({"max_share": True}, TypeError, "`max_share`"),
        ({"moments": "mean"}, ValueError, "`moments` must be one of"),
        ({"seed": -1}, ValueError, "`seed`"),
    ],
)
def test_wrong_arguments(options, error, message):
    with pytest.raises(error, match=message):
        RecycleUnits(ActivationMonitor(alerts=False), **options)


def test_no_monitor():
    with pytest.raises(TypeError, match="must be the ActivationMonitor"):
        RecycleUnits("monitor")
