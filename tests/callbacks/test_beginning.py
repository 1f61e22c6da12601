"""How a training begins, and what it is given: what a diagnosis looks at."""

import keras
import numpy as np
import pytest
import tensorflow as tf

import keras_activations as ka
from keras_activations.callbacks import ActivationMonitor
from keras_activations.recording.record_log import read_records

layers = keras.layers
RNG = np.random.default_rng(0)
X = RNG.normal(size=(96, 5)).astype("float32")
Y = (X[:, 0] > 0).astype(int) + (X[:, 1] > 0)


def network(jit_compile=False, loss="sparse_categorical_crossentropy", **more):
    keras.utils.set_random_seed(1)
    model = keras.Sequential(
        [
            keras.Input((5,)),
            layers.Rescaling(3.0, name="scale"),
            layers.Dense(8, "relu", name="fc1"),
            layers.Dense(6, "tanh", name="fc2"),
            layers.Dense(3, "softmax", name="out"),
        ]
    )
    model.compile(
        keras.optimizers.SGD(0.1), loss, jit_compile=jit_compile, **more
    )
    return model


def trained(model, x=X, y=Y, log_dir=None, epochs=2, **fit):
    monitor = ActivationMonitor(log_dir, alerts=False)
    model.fit(
        x,
        y,
        epochs=epochs,
        batch_size=32,
        shuffle=False,
        verbose=0,
        callbacks=[monitor],
        **fit,
    )
    return monitor


@pytest.fixture(scope="module", params=[False, True], ids=["plain", "xla"])
def run(request, tmp_path_factory):
    """A training, its weights before, and its monitor."""
    model = network(request.param)
    before = model.get_weights()
    log_dir = tmp_path_factory.mktemp("logs")
    return model, before, trained(model, log_dir=log_dir), log_dir


def test_birth_is_the_first_batch_before_any_update(run):
    _, before, monitor, _ = run
    kernel, bias, *_ = before
    first = np.maximum(3 * X[:32] @ kernel + bias, 0)
    row = monitor.birth[0]
    assert (row["epoch"], row["phase"], row["layer"]) == (-1, "birth", "fc1")
    assert row["samples"] == 32
    assert row["mean"] == pytest.approx(first.mean(), rel=1e-5)
    assert row["std"] == pytest.approx(first.std(0).mean(), rel=1e-4)
    assert row["dead_ratio"] == (first == 0).all(0).mean()
    # The epoch still has all of its samples.
    assert monitor.history[0]["samples"] == 96
    assert [row["layer"] for row in monitor.birth] == ["fc1", "fc2"]


def test_the_first_changes_of_the_weights(run):
    _, before, monitor, _ = run
    steps = {row["weight"]: row for row in monitor.record().first_steps}
    assert list(steps) == ["fc1/kernel", "fc2/kernel", "out/kernel"]
    other = network()
    other.set_weights(before)
    ratios = []
    for _ in range(2):
        for start in 0, 32, 64:
            kernel = np.array(other.get_layer("fc1").kernel)
            other.train_on_batch(X[start : start + 32], Y[start : start + 32])
            now = np.array(other.get_layer("fc1").kernel)
            change = np.linalg.norm(now - kernel)
            ratios.append(change / np.linalg.norm(kernel))
    row = steps["fc1/kernel"]
    assert row["update_ratio"] == pytest.approx(np.mean(ratios), rel=1e-4)
    # Plain SGD changes the weights by 0.1 of the gradient.
    size = np.linalg.norm(before[0])
    assert row["gradient_norm"] == pytest.approx(
        10 * size * np.mean(ratios), rel=0.05
    )
    assert row["changed"]
    assert row["equal_units"] == 0


def test_inputs_are_those_of_the_first_weights(run):
    (row,) = run[2].record().inputs
    assert row["layer"] == "fc1"
    expected = np.sqrt(((3 * X[:32]) ** 2).mean(0)).max()
    assert row["rms"] == pytest.approx(expected, rel=1e-5)
    assert not row["integers"]


def test_targets_losses_and_outputs(run):
    model, _, monitor, _ = run
    record = monitor.record()
    (target,) = record.targets
    share = np.bincount(Y) / len(Y)
    entropy = -(share * np.log(share)).sum()
    assert target["constant_loss"] == pytest.approx(entropy, rel=1e-5)
    assert target["activation"] == "softmax"
    assert target["layer"] == "out"
    assert target["classes"] == pytest.approx(share, abs=1e-5)
    assert [row["epoch"] for row in record.losses] == [0, 1]
    for row in record.losses:
        assert row["losses"][""] == pytest.approx(row["logs"]["loss"], rel=1e-5)
    assert [row["epoch"] for row in record.outputs] == [-1, 0, 1]
    assert record.outputs[0]["mean"] == pytest.approx(1 / 3, rel=1e-5)


def test_a_log_tells_the_same(run):
    _, _, monitor, log_dir = run
    (record,) = read_records(log_dir).values()
    own = monitor.record()
    for part in ("birth", "first_steps", "inputs", "targets", "losses"):
        assert list(getattr(record, part)) == list(getattr(own, part))
    assert record.layers == own.layers
    assert [row["std"] for row in record.history] == pytest.approx(
        [row["std"] for row in own.history], rel=1e-6
    )
    assert str(ka.diagnose(log_dir)) == str(monitor.diagnose())


def test_penalties_are_no_part_of_the_loss():
    model = network()
    model.get_layer("fc1").kernel.regularizer = keras.regularizers.L2(1.0)
    (row, _) = trained(model).record().losses
    assert row["logs"]["loss"] > row["losses"][""] + 1


def test_a_normalization_before_the_weights_hides_raw_inputs():
    keras.utils.set_random_seed(0)
    model = keras.Sequential(
        [
            keras.Input((5,)),
            layers.BatchNormalization(),
            layers.Dense(4, "relu"),
            layers.Dense(3, "softmax"),
        ]
    )
    model.compile("sgd", "sparse_categorical_crossentropy", jit_compile=False)
    record = trained(model, 1000 * X).record()
    assert record.inputs == []


def test_tokens_are_no_inputs_of_weights():
    model = keras.Sequential(
        [
            keras.Input((5,)),
            layers.Embedding(900, 4),
            layers.Flatten(),
            layers.Dense(4, "relu"),
            layers.Dense(3, "softmax"),
        ]
    )
    model.compile("sgd", "sparse_categorical_crossentropy", jit_compile=False)
    tokens = RNG.integers(0, 900, (96, 5))
    assert trained(model, tokens).record().inputs == []


def test_several_inputs_and_outputs():
    one, other = keras.Input((5,), name="a"), keras.Input((2,), name="b")
    hidden = layers.Concatenate()(
        [
            layers.Dense(4, "relu", name="left")(one),
            layers.Dense(4, "relu", name="right")(other),
        ]
    )
    model = keras.Model(
        [one, other],
        [
            layers.Dense(1, name="size")(hidden),
            layers.Dense(3, "softmax", name="kind")(hidden),
        ],
    )
    model.compile(
        "sgd",
        ["mse", "sparse_categorical_crossentropy"],
        loss_weights=[2.0, 1.0],
        jit_compile=False,
    )
    x = [X, 5 * X[:, :2]]
    record = trained(model, x, [X[:, :1], Y]).record()
    assert {row["layer"] for row in record.inputs} == {"left", "right"}
    found = {row["output"]: row for row in record.targets}
    assert found["size"]["weight"] == 2
    assert found["size"]["constant_loss"] == pytest.approx(
        X[:, 0].var(), rel=1e-4
    )
    for row in record.losses:
        total = 2 * row["losses"]["size"] + row["losses"]["kind"]
        assert row["logs"]["loss"] == pytest.approx(total, rel=1e-4)


def test_weights_of_samples_count_in_the_constant_loss():
    weights = np.where(Y == 0, 5.0, 1.0).astype("float32")
    record = trained(network(), sample_weight=weights).record()
    total = np.bincount(Y, weights)
    share = total / total.sum()
    entropy = -(share * np.log(share)).sum()
    (target,) = record.targets
    assert target["constant_loss"] == pytest.approx(
        weights.mean() * entropy, rel=1e-4
    )


def test_several_steps_at_once_have_no_birth():
    model = network(steps_per_execution=3)
    monitor = trained(model)
    assert monitor.birth == []
    diagnosis = monitor.diagnose()
    assert "steps_per_execution=3" in diagnosis.not_checked["born_dead"]
    assert monitor.record().losses


def test_a_training_that_goes_on_has_no_birth():
    model = network()
    trained(model)
    monitor = trained(model)
    assert monitor.birth == []
    assert "6 updates" in monitor.diagnose().not_checked["born_dead"]


def test_restarted_begins_again():
    model = network()
    weights = model.get_weights()
    monitor = trained(model)
    fresh = monitor.restarted()
    model.set_weights(weights)
    model.optimizer.iterations.assign(0)
    model.fit(X, Y, batch_size=32, shuffle=False, verbose=0, callbacks=[fresh])
    assert fresh.birth == monitor.birth
    one, other = monitor.record().targets, fresh.record().targets
    assert other[0]["samples"] == 96 < one[0]["samples"]


def test_an_eager_step():
    monitor = trained(network(run_eagerly=True), epochs=1)
    record = monitor.record()
    assert record.birth and record.targets and record.losses
    assert record.inputs == []


class OwnLoss(keras.Model):
    """A step by hand, with a loss that is no loss of Keras."""

    def __init__(self):
        super().__init__()
        self.fc = layers.Dense(4, "relu")
        self.out = layers.Dense(1)

    def call(self, x):
        return self.out(self.fc(x))

    def train_step(self, data):
        x, y = data
        with tf.GradientTape() as tape:
            error = self(x)[:, 0] - tf.cast(y, tf.float32)
            loss = tf.reduce_mean(error**2)
        gradients = tape.gradient(loss, self.trainable_variables)
        self.optimizer.apply(gradients, self.trainable_variables)
        return {"loss": loss}


def test_a_step_by_hand_is_diagnosed_as_far_as_it_goes():
    model = OwnLoss()
    model.compile("sgd", jit_compile=False)
    monitor = trained(model)
    record = monitor.record()
    assert record.birth and record.first_steps
    assert record.targets == []
    reason = monitor.diagnose().not_checked["output_loss_mismatch"]
    assert reason == "no loss of Keras was seen in the step"


def test_targets_that_cannot_be_kept_are_left_out():
    model = network(loss=lambda y, prediction: tf.reduce_mean(prediction))
    monitor = trained(model)
    (target,) = monitor.record().targets
    assert target["constant_loss"] is None
    assert "not known" in monitor.diagnose().not_checked["not_learning"]


@pytest.mark.parametrize("fails", ["Samples.occasion", "_part"])
def test_why_a_part_is_missing_is_said(fails, monkeypatch):
    """Whether it fails when the step is traced, or when it runs."""

    def broken(*_):
        raise ZeroDivisionError("oh")

    module = "keras_activations.instrumentation.gauges.samples"
    monkeypatch.setattr(f"{module}.{fails}", broken)
    monitor = trained(network())
    reason = monitor.diagnose().not_checked["output_loss_mismatch"]
    assert reason == "ZeroDivisionError: oh"
    # The rest goes on.
    assert len(monitor.history) == 4
