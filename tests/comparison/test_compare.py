import json
import os
import random

import keras
import numpy as np
import pytest
from tensorboard.backend.event_processing.event_file_loader import (
    EventFileLoader,
)
from tensorboard.plugins.hparams import plugin_data_pb2

import keras_activations as ka
from keras_activations import datasets
from keras_activations.callbacks import ActivationMonitor
from keras_activations.recording.run_lock import RunLock


@pytest.fixture(scope="module")
def data():
    return datasets.load("digits")


def build_model(activation):
    return keras.Sequential(
        [
            keras.layers.Flatten(),
            keras.layers.Dense(8, activation=activation(), name="hidden"),
            keras.layers.Dense(10, activation="softmax"),
        ]
    )


class Perplexity(keras.metrics.SparseCategoricalCrossentropy):
    """Its name tells nothing of its direction."""

    def __init__(self, **kwargs):
        super().__init__(**{"name": "perplexity", **kwargs})

    def result(self):
        return keras.ops.exp(super().result())


class Several(Perplexity):
    """A metric of three values."""

    def result(self):
        return super().result() * keras.ops.ones(3)


@pytest.fixture
def compare(data):
    """`compare_activations` on little data, the arguments to be changed."""

    def run(build_model=build_model, activations=("relu", "tanh"), **changes):
        arguments = {
            "x": data.x[:200],
            "y": data.y[:200],
            "validation_data": (data.x_val, data.y_val),
            "epochs": 2,
            "learning_rates": [0.1],
            "jit_compile": False,  # faster to trace
            "verbose": 0,
        } | changes
        return ka.compare_activations(
            build_model,
            list(activations),
            arguments.pop("x"),
            arguments.pop("y"),
            **arguments,
        )

    return run


def test_each_run_is_that_of_a_plain_fit_on_the_same_batches(compare, data):
    def build_model(activation):
        return keras.Sequential(
            [
                keras.layers.RandomFlip(),
                keras.layers.Flatten(),
                keras.layers.Dense(8, activation=activation()),
                keras.layers.BatchNormalization(),
                keras.layers.Dropout(0.2),
                keras.layers.Dense(10, activation="softmax"),
            ]
        )

    # Of 2 x 4 runs the last ones, which begin from a model that was trained.
    result = compare(
        build_model,
        ["tanh", "prelu"],
        seeds=[0, 3],
        learning_rates=[0.01, 0.02],
        optimizer=keras.optimizers.Adam,
        jit_compile="auto",
    )
    for activation, run in (
        (ka.layers.Tanh, result.runs[3]),
        (
            ka.layers.PReLU,
            result.runs[7],
        ),
    ):
        keras.utils.clear_session(free_memory=False)
        keras.utils.set_random_seed(3)
        model = build_model(activation)
        model.compile(
            keras.optimizers.Adam(0.02),
            "sparse_categorical_crossentropy",
            metrics=["accuracy"],
        )
        monitor = ActivationMonitor()
        history = model.fit(
            ka.training.MiniBatches(data.x[:200], data.y[:200], seed=3),
            epochs=2,
            shuffle=False,
            validation_data=(data.x_val, data.y_val),
            verbose=0,
            callbacks=[monitor],
        ).history
        for name, values in history.items():
            assert run["curves"][name] == values, name
        assert run["bias_shift"] == monitor.history[-1]["bias_shift"]
        assert run["status"] == "finished"
        assert run["seconds"] > 0


def test_code_of_the_user_is_traced_for_each_run(compare):
    class Noise(keras.layers.Layer):
        """Draws from the random state of the whole process."""

        def call(self, inputs):
            return inputs + keras.random.normal(keras.ops.shape(inputs))

    def build_noisy(activation):
        return keras.Sequential([Noise(), build_model(activation)])

    both = compare(build_noisy, ["relu"], seeds=[0, 1], epochs=1)
    second = compare(
        build_noisy, ["relu"], seeds=[1], epochs=1, steps_per_execution=7
    )
    assert both.runs[1]["curves"] == second.runs[0]["curves"]


def test_what_a_layer_has_adapted_to_is_not_that_of_another_run(compare, data):
    def build_adapted(activation):
        norm = keras.layers.Normalization(axis=None)
        norm.adapt(data.x[np.random.permutation(200)[:2]])
        return keras.Sequential([norm, build_model(activation)])

    both = compare(build_adapted, ["relu"], seeds=[0, 1], epochs=1)
    second = compare(build_adapted, ["relu"], seeds=[1], epochs=1)
    assert both.runs[1]["curves"] == second.runs[0]["curves"]


def test_dead_units_are_those_of_the_network(compare, data):
    class Negative(keras.initializers.Initializer):
        """A bias under which 2 of 8 units cannot fire."""

        def __call__(self, shape, dtype=None):
            return keras.ops.cast([-1e3, -1e3] + [0.0] * 6, dtype)

    def build_model(activation):
        return keras.Sequential(
            [
                keras.layers.Flatten(),
                keras.layers.Dense(
                    8, activation=activation(), bias_initializer=Negative()
                ),
                keras.layers.Dense(10, activation="softmax"),
            ]
        )

    relu = compare(build_model).runs[0]
    assert relu["dead_ratio_worst"] >= 2 / 8
    assert relu["born_dead"] >= 2


def test_all_choices_are_run_and_the_order_is_that_of_the_activations(compare):
    result = compare(learning_rates=[0.3, 0.1], seeds=[0, 1], epochs=1)
    assert [
        (run["activation"], run["learning_rate"], run["seed"])
        for run in result.runs
    ] == [
        (activation, rate, seed)
        for activation in ("relu", "tanh")
        for rate in (0.1, 0.3)
        for seed in (0, 1)
    ]


@pytest.fixture
def fits(monkeypatch):
    """All fits that were begun; the second one is interrupted."""
    fit = keras.Sequential.fit
    begun = []

    def counted(self, *args, **kwargs):
        begun.append(self)
        if len(begun) == 2:
            raise KeyboardInterrupt
        return fit(self, *args, **kwargs)

    monkeypatch.setattr(keras.Sequential, "fit", counted)
    return begun


def test_an_interrupted_comparison_goes_on(compare, tmp_path, fits):
    with pytest.raises(KeyboardInterrupt):
        compare(log_dir=tmp_path)
    result = compare(log_dir=tmp_path)
    assert len(fits) == 3, "the finished run was repeated"
    again = compare(log_dir=tmp_path)
    assert len(fits) == 3
    assert again == result
    fresh = compare()
    for kept, new in zip(result.runs, fresh.runs, strict=True):
        assert kept["curves"] == new["curves"]


def test_more_seeds_and_rates_later_repeat_nothing(compare, tmp_path, fits):
    def finished():
        texts = {p: p.read_text() for p in tmp_path.rglob("run.json")}
        return {p: text for p, text in texts.items() if "finished" in text}

    one = {"activations": ["relu"], "epochs": 1, "log_dir": tmp_path}
    compare(**one)
    with pytest.raises(KeyboardInterrupt):
        compare(**one, learning_rates=[0.2])
    # A rate that differs too late for a table.
    compare(**one, learning_rates=[0.1, 0.10000001], seeds=[0, 1])
    assert len(fits) == 1 + 1 + 3
    before = finished()
    compare(**one, learning_rates=[0.2])
    assert len(fits) == 6
    assert finished().items() >= before.items() and len(finished()) == 5


def test_runs_of_another_comparison_are_not_touched(compare, tmp_path):
    compare(log_dir=tmp_path)
    before = {p: p.stat().st_mtime_ns for p in tmp_path.rglob("*")}
    with pytest.raises(ValueError, match="seed=0' holds another run"):
        compare(log_dir=tmp_path, epochs=3)
    assert before == {p: p.stat().st_mtime_ns for p in tmp_path.rglob("*")}


def test_runs_of_another_optimizer_are_not_taken(compare, tmp_path):
    one = {"activations": ["relu"], "epochs": 1, "log_dir": tmp_path}
    compare(**one, optimizer=keras.optimizers.Nadam)
    for other in (
        keras.optimizers.Adamax,  # has the same options as Nadam
        lambda rate: keras.optimizers.Nadam(rate / 2),
        lambda rate: keras.optimizers.Nadam(
            keras.optimizers.schedules.CosineDecay(rate, 100)
        ),
    ):
        with pytest.raises(ValueError, match="seed=0' holds another run"):
            compare(**one, optimizer=other)


def test_a_record_that_is_a_pipe_is_not_waited_for(compare, tmp_path):
    record = tmp_path / "relu/lr=0.1/seed=0/run.json"
    record.parent.mkdir(parents=True)
    os.mkfifo(record)
    with pytest.raises(ValueError, match="seed=0' holds another run"):
        compare(activations=["relu"], epochs=1, log_dir=tmp_path)


def test_a_run_that_another_comparison_trains_is_not_removed(compare, tmp_path):
    one = {"activations": ["relu"], "epochs": 1, "log_dir": tmp_path}
    compare(**one)
    record = tmp_path / "relu/lr=0.1/seed=0/run.json"
    text = record.read_text().replace('"finished"', '"running"')
    record.write_text(text)
    held = RunLock(str(record.parent), "health", lambda: True, lambda: None)
    with pytest.raises(ValueError, match="in use.*seed=0/health"):
        compare(**one)
    assert record.read_text() == text
    held.release()
    # What is left of a comparison that was killed is trained again.
    assert compare(**one).runs[0]["status"] == "finished"


def test_an_address_of_a_directory(compare, tmp_path):
    one = {"activations": ["relu"], "epochs": 1}
    compare(**one, log_dir=f"file://{tmp_path}/logs")
    assert (tmp_path / "logs/relu/lr=0.1/seed=0/run.json").is_file()
    with pytest.raises(ValueError, match="of this machine.*ram://logs"):
        compare(**one, log_dir="ram://logs")


def test_a_record_of_another_program_is_neither_taken_nor_removed(
    compare, tmp_path
):
    one = {"activations": ["relu"], "epochs": 1, "log_dir": tmp_path}
    record = tmp_path / "relu/lr=0.1/seed=0/run.json"
    record.parent.mkdir(parents=True)
    for text in (
        "",
        "[1]",
        "[" * 100_000,
        '{"id": 1}',
        '{"seed": 1e400}',
        '{"status": "finished", "seed": [0]}',
    ):
        record.write_text(text)
        with pytest.raises(ValueError, match="seed=0' holds another run"):
            compare(**one)
        assert record.read_text() == text
    # Elsewhere it is in nobody's way.
    record.rename(tmp_path / "run.json")
    assert compare(**one).runs[0]["status"] == "finished"


def test_activations_that_would_share_a_directory_are_refused(
    compare, tmp_path
):
    names = ["elu(alpha=0.5)", "elu( alpha=0.5)"]
    with pytest.raises(ValueError, match="both to be written to '.*elu_alpha"):
        compare(activations=names, log_dir=tmp_path)
    assert not list(tmp_path.iterdir())


def test_numbers_of_numpy_can_be_saved(compare, tmp_path):
    one = {
        "activations": ["relu"],
        "epochs": np.int64(1),
        "batch_size": np.int32(64),
        "steps_per_execution": np.int64(2),
        "seeds": np.arange(1),
        "learning_rates": np.array([0.1], "float32"),
        "log_dir": tmp_path,
    }
    first = compare(**one)
    assert first.runs[0]["status"] == "finished", first.runs[0]
    first.save(tmp_path / "all.json")
    assert compare(**one) == first


def test_the_dtype_policy_of_the_user_holds(compare):
    seen = []

    def build_model(activation):
        seen.append(keras.config.dtype_policy().name)

    keras.config.set_dtype_policy("mixed_bfloat16")
    try:
        with pytest.raises(ValueError, match="Received: None"):
            compare(build_model)
        assert keras.config.dtype_policy().name == seen[0] == "mixed_bfloat16"
    finally:
        keras.config.set_dtype_policy("float32")


def test_a_run_that_fails_does_not_end_the_rest(compare, tmp_path):
    class Fails(keras.layers.Layer):
        def call(self, inputs, training=None):
            if training:
                raise RuntimeError("no training today")
            return inputs

    def sometimes(activation):
        extra = [Fails()] if activation.label == "tanh" else []
        return keras.Sequential([build_model(activation), *extra])

    result = compare(sometimes, ["tanh", "relu"], log_dir=tmp_path)
    failed, relu = result.runs
    assert failed["status"] == "failed"
    assert "no training today" in failed["error"]
    assert relu["status"] == "finished", relu["error"]
    record = json.loads((tmp_path / "tanh/lr=0.1/seed=0/run.json").read_text())
    assert record["status"] == "failed"


def test_an_activation_of_the_user_is_watched_as_well(compare):
    class Doubled(keras.layers.Layer):
        def call(self, inputs):
            return 2 * keras.ops.relu(inputs)

    doubled, relu = compare(activations=[Doubled(), "relu"]).runs
    assert doubled["status"] == "finished", doubled["error"]
    assert 0 < doubled["bias_shift"] < 1


def test_a_run_that_diverges_is_a_row_that_says_so(compare):
    result = compare(
        activations=["relu", "tanh"],
        learning_rates=[1e38],
    )
    assert result.runs[0]["status"] == "diverged", result.runs[0]
    assert "diverged or failed" in result.to_markdown()


def test_the_network_must_hold_the_activation(compare):
    def drops_it(activation):
        activation()
        return build_model(ka.layers.ReLU)

    class Late(keras.Model):
        """Makes it where the monitor cannot know it."""

        def __init__(self, activation):
            super().__init__()
            self.new = activation

        def build(self, input_shape):
            self.last = keras.layers.Dense(10, activation=self.new())

        def call(self, inputs):
            return self.last(keras.ops.reshape(inputs, (-1, 64)))

    for builder in (lambda _: build_model(ka.layers.ReLU), drops_it, Late):
        with pytest.raises(ValueError, match="into the model.*'relu'"):
            compare(builder)


def test_a_head_of_zeros_hides_no_activation(compare):
    def build_model(activation):
        return keras.Sequential(
            [
                keras.layers.Flatten(),
                keras.layers.Dense(8, activation=activation()),
                keras.layers.Dense(
                    10, activation="softmax", kernel_initializer="zeros"
                ),
            ]
        )

    random.seed(5)
    np.random.seed(5)
    expected = random.random(), np.random.rand()
    random.seed(5)
    np.random.seed(5)
    relu, tanh = compare(build_model, epochs=1).runs
    assert relu["curves"] != tanh["curves"]
    # The caller's random numbers are none of the comparison's.
    assert (random.random(), np.random.rand()) == expected


def hparams_of(folder):
    (path,) = folder.rglob("health/*tfevents*")
    for event in EventFileLoader(str(path)).Load():
        for value in event.summary.value:
            if value.tag == "_hparams_/session_start_info":
                content = plugin_data_pb2.HParamsPluginData.FromString(
                    value.metadata.plugin_data.content
                )
                return content.session_start_info.hparams


def test_elu_and_the_one_that_learns_begin_alike_but_differ(compare, tmp_path):
    names = ["elu", "elu(learn_alpha=True)"]
    result = compare(activations=names, epochs=1, log_dir=tmp_path)
    assert [run["status"] for run in result.runs] == ["finished"] * 2
    # On the HParams page as well.
    for name, folder in zip(
        names, ("elu", "elu_learn_alpha=True"), strict=True
    ):
        hparams = hparams_of(tmp_path / folder)
        assert hparams["activation"].string_value == name
        assert hparams["learning_rate"].number_value == pytest.approx(0.1)


def test_a_shared_model_is_refused(compare):
    dense = keras.layers.Dense(10, activation="softmax", name="shared")

    def build_model(activation):
        return keras.Sequential([keras.layers.Flatten(), activation(), dense])

    with pytest.raises(ValueError, match="'tanh' that share '.*shared/kernel'"):
        compare(build_model)


def test_a_compiled_model_is_refused(compare):
    def compiled(activation):
        model = build_model(activation)
        model.compile(loss="mse")
        return model

    with pytest.raises(ValueError, match="compiled model for 'relu'"):
        compare(compiled)


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"epochs": 0}, "`epochs` must be a positive integer.*Received: .*0"),
        ({"batch_size": 2.5}, "`batch_size` must be.*Received: .*2.5"),
        (
            {"seeds": []},
            "`seeds` must be a list with at least one.*Received: .*\\[\\]",
        ),
        ({"seeds": [[1]]}, "`seeds` must be integers from 0.*\\[\\[1\\]\\]"),
        (
            {"learning_rates": [0.1, 0.1]},
            "must not repeat any.*=\\[0.1, 0.1\\]",
        ),
        ({"learning_rates": [-1]}, "`learning_rates` must be positive.*-1"),
        (
            {"steps_per_execution": 0},
            "`steps_per_execution` must be.*Received: .*0",
        ),
        ({"seeds": 3}, "`seeds` must be a list.*=3"),
        ({"seeds": [-1]}, "`seeds` must be integers from 0.*-1"),
        ({"learning_rates": ["a"]}, "`learning_rates` must be positive.*'a'"),
        ({"metrics": "accuracy"}, "`metrics` must be a list.*='accuracy'"),
        ({"mode": "least"}, "`mode` must be .* Received: mode='least'"),
        ({"metrics": [Perplexity()]}, "`mode` must say .*<Perplexity"),
        ({"metrics": ["accuracy", Several()]}, r"one number each.*\(3,\)"),
        ({"metrics": ["good"]}, "must fit.*'good'"),
        ({"loss": "nonsense"}, "must fit.*loss='nonsense'"),
        ({"optimizer": "sgd"}, "`optimizer` must make one .*='sgd'"),
        ({"x": iter([])}, "must be arrays .*read data.*list_iterator"),
        ({"jit_compile": "yes"}, "`jit_compile` must be True.*='yes'"),
        ({"optimizer": lambda rate: "sgd"}, "must return .*'sgd'"),
        ({"log_dir": 3}, "`log_dir` must be a path or None.*Received: .*3"),
        ({"verbose": "auto"}, "`verbose` must be 0 or 1.*Received: .*'auto'"),
        ({"together": "yes"}, "`together` must be True.*='yes'"),
        ({"together": True}, "`together=True` must.*'relu'.*TensorFlow"),
        ({"validation_data": None}, "`validation_data` must be a pair"),
        ({"y": np.zeros(3, int)}, "as many samples"),
        ({"activations": ["rleu"]}, "`activations` must be of.*'rleu'"),
    ],
)
def test_bad_input_is_found_before_training(compare, changes, message):
    with pytest.raises(ValueError, match=message):
        compare(**changes)


def test_build_model_must_return_a_model(compare):
    with pytest.raises(ValueError, match="Received: None for 'relu'"):
        compare(lambda activation: None)


def test_several_outputs_and_inputs_are_compared_by_the_loss(compare, data):
    def build_model(activation):
        inputs = {
            "image": keras.Input((8, 8), name="image"),
            "bias": keras.Input((1,), name="bias"),
        }
        flat = keras.layers.Flatten()(inputs["image"])
        hidden = keras.layers.Dense(8)(
            keras.layers.Concatenate()([flat, inputs["bias"]])
        )
        hidden = activation()(hidden)
        outputs = {
            "digit": keras.layers.Dense(10, "softmax", name="digit")(hidden),
            "ink": keras.layers.Dense(1, name="ink")(hidden),
        }
        return keras.Model(inputs, outputs)

    def both(x, y):
        return (
            {"image": x, "bias": np.ones((len(x), 1), "float32")},
            {"digit": y, "ink": x.mean((1, 2))},
        )

    x, y = both(data.x[:200], data.y[:200])
    changes = {
        "x": x,
        "y": y,
        "validation_data": both(data.x_val, data.y_val),
        "loss": {"digit": "sparse_categorical_crossentropy", "ink": "mse"},
    }
    with pytest.raises(ValueError, match=r"metrics` must be \[\].*2 outputs"):
        compare(build_model, **changes)
    result = compare(build_model, epochs=1, metrics=[], **changes)
    assert [run["status"] for run in result.runs] == ["finished"] * 2
    assert result.setup["score"] == "val_loss"


def test_a_function_of_the_user_is_a_metric(compare, data):
    def distance(y, predicted):
        return keras.ops.mean(keras.ops.abs(y - predicted))

    def build_model(activation):
        return keras.Sequential(
            [
                keras.layers.Flatten(),
                keras.layers.Dense(8, activation=activation()),
                keras.layers.Dense(1),
            ]
        )

    result = compare(
        build_model,
        ["relu"],
        y=data.y[:200] / 9,
        validation_data=(data.x_val, data.y_val / 9),
        loss="mse",
        metrics=[distance],
        mode="min",
        epochs=1,
    )
    assert result.summary[0]["score"] > 0, result.runs[0]
    assert result.setup["mode"] == "min"
