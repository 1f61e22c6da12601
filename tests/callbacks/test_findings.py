"""What the monitor says while a model trains badly."""

import keras
import numpy as np
import pytest

from keras_activations.callbacks import ActivationMonitor

layers = keras.layers
RNG = np.random.default_rng(0)
X = RNG.normal(size=(96, 5)).astype("float32")
Y = (X[:, 0] > 0).astype(int)


def sick():
    keras.utils.set_random_seed(1)
    model = keras.Sequential(
        [
            keras.Input((5,)),
            layers.Dense(8, "relu", kernel_initializer="zeros", name="fc"),
            layers.Dense(2, "softmax", kernel_initializer="zeros"),
        ]
    )
    loss = "sparse_categorical_crossentropy"
    model.compile("sgd", loss, jit_compile=False)
    return model


def test_a_finding_is_told_once(capsys):
    found = []
    monitor = ActivationMonitor(on_finding=found.append)
    sick().fit(X, Y, epochs=4, verbose=0, callbacks=[monitor])
    assert [each.cause for each in found] == ["symmetric_units"]
    said = capsys.readouterr().out
    assert said.count("copies of each other") == 1
    assert "Begin with random weights" in said


def test_silence(capsys):
    monitor = ActivationMonitor(alerts=False)
    sick().fit(X, Y, epochs=2, verbose=0, callbacks=[monitor])
    assert capsys.readouterr().out == ""
    assert monitor.diagnose()[0].cause == "symmetric_units"


def test_a_finding_can_end_the_training():
    model = sick()

    def stop(finding):
        model.stop_training = True

    monitor = ActivationMonitor(alerts=False, on_finding=stop)
    history = model.fit(X, Y, epochs=9, verbose=0, callbacks=[monitor])
    assert len(history.epoch) == 1


def test_the_report_begins_with_the_findings():
    monitor = ActivationMonitor(alerts=False)
    sick().fit(X, Y, epochs=2, verbose=0, callbacks=[monitor])
    first, _, second, *_ = monitor.report().splitlines()
    assert first == "1 finding: symmetric_units."
    assert second.startswith("- **symmetric_units**: Units of fc")


def test_the_remedy_mends_it():
    import keras_activations as ka

    model = sick()
    monitor = ActivationMonitor(alerts=False)
    model.fit(X, Y, epochs=2, verbose=0, callbacks=[monitor])
    code = monitor.diagnose()[0].remedies[0].code
    fresh = sick()
    exec(code, {"model": fresh, "ka": ka})
    fresh.optimizer.learning_rate = 0.5
    again = ActivationMonitor(alerts=False)
    fresh.fit(X, Y, epochs=20, verbose=0, callbacks=[again])
    assert list(again.diagnose()) == []


def test_an_error_in_a_rule_does_not_end_the_training(monkeypatch):
    def broken(*_):
        raise ZeroDivisionError("oh")

    name = "keras_activations.callbacks.activation_monitor.diagnose_record"
    monkeypatch.setattr(name, broken)
    monitor = ActivationMonitor()
    with pytest.warns(UserWarning, match="stops diagnosing: ZeroDivision"):
        history = sick().fit(X, Y, epochs=2, verbose=0, callbacks=[monitor])
    assert len(history.epoch) == 2
    assert len(monitor.history) == 2


@pytest.mark.parametrize(
    "arguments", [{"alerts": "yes"}, {"on_finding": "print"}]
)
def test_bad_input(arguments):
    (name,) = arguments
    with pytest.raises(ValueError, match=name):
        ActivationMonitor(**arguments)
