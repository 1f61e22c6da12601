"""Steps 1 to 4 on JAX: overriding, stopping, resuming and tracing them."""

import doctest
import importlib

import jax
import keras
import numpy as np
import pytest
from common.interruption import InterruptAt, Interruption

import keras_activations as ka
from keras_activations.training import (
    ExplicitSGD,
    MiniBatches,
    SGDModel,
    SGDSequential,
    from_model,
    trace_step,
)


def data(samples=24):
    rng = np.random.default_rng(0)
    x = rng.normal(size=(samples, 4)).astype("float32")
    return x, x[:, :2] * 0.5


def compiled(cls=SGDSequential, **kwargs):
    keras.utils.set_random_seed(4)
    model = cls(
        [
            keras.Input((4,)),
            keras.layers.Dense(5, name="fine"),
            keras.layers.Activation("exponential", name="bad"),
            keras.layers.BatchNormalization(name="norm"),
            keras.layers.Dropout(0.1, seed=2, name="drop"),
            keras.layers.Dense(2, name="last"),
        ]
    )
    model.compile(keras.optimizers.SGD(1e-3, momentum=0.9), "mse", **kwargs)
    return model


def values(model):
    # In an order of their own, those of the optimizer.
    every = [*model.variables, *model.optimizer.variables]
    return [np.asarray(variable.value) for variable in every]


def assert_equal(ours, theirs):
    for one, other in zip(ours, theirs, strict=True):
        np.testing.assert_array_equal(one, other)


EXAMPLES = [
    example
    for name in ("mini_batch_sgd.jax", "tracing.trace_step")
    for example in doctest.DocTestFinder(exclude_empty=True).find(
        importlib.import_module(f"keras_activations.training.{name}")
    )
    if example.examples
]


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda each: each.name)
def test_docstring_example(example):
    example.globs.update(
        {name: getattr(ka.training, name) for name in ka.training.__all__},
        keras=keras,
        np=np,
    )
    report = []
    runner = doctest.DocTestRunner()
    runner.run(example, out=report.append, clear_globs=False)
    assert runner.failures == 0, "".join(report)
    # A class that is only defined is not tested: train with it.
    (shown,) = example.name.rsplit(".", 1)[-1:]
    if shown not in ("sample", "forward", "backpropagate", "update"):
        return
    stock, shown = compiled(), compiled(*_classes(example.globs))
    for model in stock, shown:
        model.fit(MiniBatches(*data(), batch_size=8, seed=1), verbose=0)
        assert np.isfinite(model.layers[0].kernel.value).all()
    assert (stock.layers[0].kernel.value != shown.layers[0].kernel.value).any()


def _classes(names):
    own = [
        each
        for each in names.values()
        if isinstance(each, type)
        and issubclass(each, SGDSequential)
        and each is not SGDSequential
    ]
    assert len(own) == 1
    return own


def test_the_parts_are_what_an_override_gives():
    """Each part, with a result that can be computed by hand."""

    class Own(SGDModel):
        def __init__(self):
            super().__init__()
            self.line = keras.layers.Dense(
                1, use_bias=False, kernel_initializer="ones"
            )
            self.calls = self.add_weight(
                shape=(), initializer="zeros", trainable=False
            )

        def call(self, x):
            return self.line(x)

        def sample(self, data):
            x, y, weight = super().sample(data)
            self.calls.assign_add(1)
            return 2 * x, y, weight

        def forward(self, x, y, sample_weight):
            y_pred, loss = super().forward(x, y, sample_weight)
            return y_pred, loss + keras.ops.sum(self.line.kernel)

        def backpropagate(self, forward, weights):
            gradients, outcome = super().backpropagate(forward, weights)
            return [gradient + 3 for gradient in gradients], outcome

        def update(self, gradients):
            super().update([0.5 * gradient for gradient in gradients])

    model = Own()
    model.compile(ExplicitSGD(0.1), "mse")
    x = np.ones((4, 1), "float32")
    # (2 w - 0)^2 + w has the slope 8 w + 1 = 9.
    assert model.train_on_batch(x, 0 * x) == 5.0
    assert float(model.calls.value) == 1
    after = 1 - 0.1 * 0.5 * (9 + 3)
    np.testing.assert_allclose(model.line.kernel.value, [[after]], 1e-6)


def test_from_model_shares_the_layers():
    model = compiled(keras.Sequential)
    explicit = from_model(model)
    explicit.compile(ExplicitSGD(0.1), "mse")
    before = model.get_weights()
    explicit.fit(*data(), verbose=0)
    assert_equal(model.get_weights(), explicit.get_weights())
    assert (before[0] != model.get_weights()[0]).any()


def test_fit_is_silent_in_its_short_form(recwarn):
    batches = MiniBatches(*data(), batch_size=8, seed=1)
    model = compiled()
    model.fit(batches, epochs=2, verbose=0)
    model.fit(batches.repeat(), steps_per_epoch=3, verbose=0)
    model.evaluate(batches, verbose=0)
    model.predict(batches, verbose=0)
    assert not recwarn.list


def test_no_trainable_weights_is_a_warning():
    model = compiled()
    model.trainable = False
    model.compile("sgd", "mse")
    with pytest.warns(UserWarning, match="any trainable weights"):
        model.fit(*data(), verbose=0)


# Stop at a loss that is not finite ------------------------------------------


@pytest.mark.parametrize("steps_per_execution", [1, 3])
def test_stop_on_nonfinite(steps_per_execution, tmp_path):
    x, y = data(48)  # 6 steps per epoch
    numbers = MiniBatches(np.arange(48), batch_size=8, seed=1)
    # Its exponential overflows. Seed 1 draws it in the steps 4, 8, ...
    x[int(numbers.at(4)[0])] = 1000.0
    stopped = compiled(steps_per_execution=steps_per_execution)
    stopped.stop_on_nonfinite = True
    stream = MiniBatches(x, y, batch_size=8, seed=1)
    with pytest.warns(RuntimeWarning) as caught:
        history = stopped.fit(stream, epochs=3, verbose=0)
    (warning,) = [str(w.message) for w in caught if "step" in str(w.message)]
    assert "stopped at step 4 (that is `optimizer.iterations`)" in warning
    assert "layer 'bad' (call 1)" in warning
    assert history.history["stopped_on_nonfinite"] == [4]

    # The four good steps, and nothing else.
    expected = compiled()
    for number in range(4):
        expected.train_on_batch(*stream.at(number))
    for kind in ("trainable_variables", "non_trainable_variables"):
        for ours, theirs in zip(
            getattr(stopped, kind), getattr(expected, kind), strict=True
        ):
            np.testing.assert_array_equal(ours.value, theirs.value)
    assert_equal(
        [variable.value for variable in stopped.optimizer.variables],
        [variable.value for variable in expected.optimizer.variables],
    )


def test_a_training_that_has_failed_keeps_its_backup(tmp_path):
    class Spoil(keras.callbacks.Callback):
        def on_epoch_begin(self, epoch, logs=None):
            if epoch == 1:
                kernel = self.model.layers[0].kernel
                kernel.assign(np.nan * kernel.value)

    model = compiled()
    model.stop_on_nonfinite = True
    backup = keras.callbacks.BackupAndRestore(tmp_path)
    with pytest.warns(RuntimeWarning, match="at step 3 .*layer 'fine'"):
        history = model.fit(
            MiniBatches(*data(), batch_size=8, seed=1),
            epochs=3,
            verbose=0,
            callbacks=[backup, Spoil()],
        )
    assert history.history["stopped_on_nonfinite"] == [3]
    assert (tmp_path / "training_metadata.json").exists()
    assert backup.delete_checkpoint


class Infinity(keras.layers.Layer):
    """Gives an infinity that does no harm."""

    def call(self, inputs):
        masked = keras.ops.where(inputs > 0, inputs, -np.inf)
        ones = keras.ops.ones_like(inputs[:, :1])
        return keras.ops.concatenate([ones, masked], 1)


def test_stop_on_nonfinite_looks_at_the_loss_and_the_weights():
    x, y = data()
    inputs = keras.Input((4,))
    hidden = Infinity()(inputs)
    hidden = keras.layers.Activation("softmax")(hidden)
    model = SGDModel(inputs, keras.layers.Dense(2)(hidden))
    model.compile("sgd", "mse")
    model.stop_on_nonfinite = True
    history = model.fit(MiniBatches(x, y, batch_size=8, seed=1), verbose=0)
    assert np.isfinite(history.history["loss"]).all()

    y = np.full_like(y, np.nan)
    with pytest.warns(RuntimeWarning, match="at step 3 .*in the targets"):
        history = model.fit(MiniBatches(x, y, batch_size=8, seed=1), verbose=0)
    # The best loss there is would be 0.
    np.testing.assert_array_equal(history.history["loss"], [np.nan])
    # A loss that is finite, with a step that is too large.
    model.optimizer.learning_rate = 1e38
    _, y = data()
    with pytest.warns(RuntimeWarning, match="in the update of 'dense"):
        model.fit(MiniBatches(x, 1e6 * y, batch_size=8, seed=1), verbose=0)


def test_a_guard_that_never_acts_changes_nothing():
    results = []
    for guarded in (False, True):
        model = compiled()
        model.stop_on_nonfinite = guarded
        stream = MiniBatches(*data(), batch_size=8, seed=1)
        history = model.fit(stream, epochs=2, verbose=0).history
        results.append((values(model), history))
    assert_equal(results[0][0], results[1][0])
    assert results[0][1] == results[1][1]


def test_the_guard_of_a_step_of_ones_own():
    class Shifted(SGDSequential):
        def train_step(self, state, data):
            x, y = data
            return super().train_step(state, (x * np.float32(1e38), y))

    model = compiled(Shifted, run_eagerly=True)
    model.stop_on_nonfinite = True
    before = values(model)
    with pytest.warns(RuntimeWarning, match="at step 0 .*layer 'bad'"):
        model.fit(*data(), verbose=0)
    assert_equal(values(model)[: len(before)], before)


# Continue after an interruption ---------------------------------------------


@pytest.mark.parametrize("save_freq, executions", [(2, 7), ("epoch", 7)])
def test_resumed_equals_uninterrupted(tmp_path, save_freq, executions):
    resume(tmp_path, save_freq, executions)


def test_resumed_between_the_last_step_and_the_end_of_an_epoch(tmp_path):
    with pytest.warns(UserWarning, match="epoch 1 had all its 5 steps"):
        resume(tmp_path, save_freq=1, executions=5)


def resume(tmp_path, save_freq, executions):
    x, y = data(38)  # 5 steps per epoch, the last one partial

    def run(directory, *extra):
        batches = MiniBatches(x, y, batch_size=8, seed=1)
        model = compiled()
        model.fit(
            batches,
            epochs=3,
            verbose=0,
            callbacks=[
                keras.callbacks.BackupAndRestore(
                    directory, save_freq=save_freq
                ),
                ka.callbacks.ResumeSampling(batches, directory),
                *extra,
            ],
        )
        return values(model)

    whole = run(tmp_path / "whole")
    with pytest.raises(Interruption):
        run(tmp_path, InterruptAt(executions))
    assert_equal(run(tmp_path), whole)


# See one step ---------------------------------------------------------------


@pytest.mark.parametrize("cls", [SGDSequential, keras.Sequential])
def test_a_trace_tells_the_step_and_changes_nothing(cls):
    x, y = data(6)
    traced, trained = compiled(cls), compiled(cls)
    before = values(traced)
    trace = trace_step(traced, x, y)
    assert_equal(values(traced)[: len(before)], before)
    trained.train_on_batch(x, y)
    for parameter, weight in zip(
        trace.parameters, trained.trainable_weights, strict=True
    ):
        assert parameter.path.split("/")[1:] == weight.path.split("/")[1:]
        np.testing.assert_allclose(
            parameter.after, weight.value, rtol=1e-5, atol=1e-7
        )
        np.testing.assert_allclose(
            parameter.after,
            parameter.before - 1e-3 * parameter.gradient,
            rtol=1e-5,
            atol=1e-7,
        )
    names = ["fine", "bad", "norm", "drop", "last"]
    assert [layer.name for layer in trace.layers] == names
    assert_gradients_follow_the_chain_rule(trace, trained)


def assert_gradients_follow_the_chain_rule(trace, model):
    fine, bad, *_, last = trace.layers
    prediction = trace.prediction
    np.testing.assert_array_equal(last.output, prediction)
    by_prediction = (prediction - trace.y) * 2 / prediction.size
    np.testing.assert_allclose(last.gradient, by_prediction, 1e-5, 1e-7)
    np.testing.assert_allclose(
        fine.gradient, bad.gradient * bad.output, 1e-4, 1e-7
    )
    np.testing.assert_allclose(
        trace.x_gradient,
        fine.gradient @ trace.parameters[0].before.T,
        1e-4,
        1e-7,
    )


def test_a_trace_is_unscaled_in_mixed_float16():
    traces = []
    for policy in ("float32", "mixed_float16"):
        keras.config.set_dtype_policy(policy)
        traces.append(trace_step(compiled(), *data(6)))
    keras.config.set_dtype_policy("float32")
    for ours, theirs in zip(
        traces[1].parameters, traces[0].parameters, strict=True
    ):
        np.testing.assert_allclose(ours.gradient, theirs.gradient, 0.1, 0.02)


def test_layers_in_a_loop_are_named_as_not_seen():
    class Loop(SGDModel):
        def __init__(self):
            super().__init__()
            self.first = keras.layers.Dense(4, name="first")
            self.again = keras.layers.Dense(4, name="again")

        def build(self, input_shape):
            self.first.build(input_shape)
            self.again.build(input_shape)

        def call(self, x):
            return jax.lax.fori_loop(
                0, 2, lambda _, h: self.again(h), self.first(x)
            )

    model = Loop()
    model.build((None, 4))
    model.compile("sgd", "mse")
    x, _ = data(6)
    trace = trace_step(model, x, x)
    assert [layer.name for layer in trace.layers] == ["first"]
    assert trace.hidden == ("again",)
    assert "not seen, in a loop or function of its own: again" in str(trace)


def test_a_step_that_cannot_be_traced_is_refused():
    class Own(keras.Sequential):
        def train_step(self, state, data):
            return super().train_step(state, data)

    with pytest.raises(NotImplementedError, match="a `train_step` of your own"):
        trace_step(compiled(Own), *data(6))
