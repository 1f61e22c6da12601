"""The traced step is the step, and what lectures say about one holds."""

import keras
import numpy as np
import pytest
import tensorflow as tf
from common.replicas import two_replicas

from keras_activations.training import (
    ExplicitSGD,
    MiniBatchSGD,
    SGDModel,
    SGDSequential,
    trace_step,
)


def constant(*values):
    return keras.initializers.Constant(np.array(values))


def dense(*kernel, **kwargs):
    """A Dense layer without bias and with this kernel, a row per input."""
    kernel = np.array(kernel)
    return keras.layers.Dense(
        kernel.shape[1],
        use_bias=False,
        kernel_initializer=keras.initializers.Constant(kernel),
        **kwargs,
    )


def compiled(*layers, inputs=1, optimizer=None, loss="mse", cls=SGDSequential):
    model = cls([keras.Input((inputs,)), *layers])
    model.compile(optimizer or ExplicitSGD(0.1), loss=loss)
    return model


def random_net(cls=SGDSequential, optimizer=None):
    keras.utils.set_random_seed(3)
    return compiled(
        keras.layers.Dense(3, activation="tanh", name="hidden"),
        keras.layers.BatchNormalization(),
        keras.layers.Dropout(0.2, seed=5),
        keras.layers.Dense(2, name="head"),
        inputs=4,
        optimizer=optimizer or keras.optimizers.SGD(0.1, momentum=0.9),
        cls=cls,
    )


def mini_batch():
    rng = np.random.default_rng(0)
    return rng.normal(size=(5, 4)), rng.normal(size=(5, 2))


def state(model):
    return [
        np.array(v.value) for v in model.variables + model.optimizer.variables
    ]


@pytest.mark.parametrize("cls", [SGDSequential, keras.Sequential])
def test_it_tells_the_step_and_changes_nothing(cls):
    model = random_net(cls)
    model.train_on_batch(*mini_batch())
    before = state(model)
    trace = trace_step(model, *mini_batch())
    for now, then in zip(state(model), before, strict=True):
        np.testing.assert_array_equal(now, then)

    model.reset_metrics()  # Keras 3.12 tells the mean of both batches
    logs = model.train_on_batch(*mini_batch(), return_dict=True)
    assert trace.loss == pytest.approx(logs["loss"], rel=1e-6)
    for parameter, weight in zip(
        trace.parameters, model.trainable_weights, strict=True
    ):
        assert parameter.path == weight.path
        np.testing.assert_allclose(
            parameter.after, weight.numpy(), rtol=1e-6, atol=1e-7
        )
        assert np.abs(parameter.after - parameter.before).max() > 0
    assert [layer.name for layer in trace.layers] == [
        layer.name for layer in model.layers
    ]


def test_gradients_of_outputs_are_those_of_the_chain_rule():
    model = compiled(
        dense([0.5, -1.0], [2.0, 0.3], name="hidden"),
        keras.layers.Activation("tanh"),
        dense([1.5], [-0.7], name="head"),
        inputs=2,
    )
    x, y = np.array([[1.0, -0.5], [0.2, 0.4]]), np.array([[1.0], [0.0]])
    trace = trace_step(model, x, y)
    hidden, tanh, head = trace.layers

    kernel = np.array([[0.5, -1.0], [2.0, 0.3]])
    z = x @ kernel
    a = np.tanh(z)
    out = a @ [[1.5], [-0.7]]
    d_out = 2 * (out - y) / 2
    d_a = d_out @ np.array([[1.5, -0.7]])
    d_z = d_a * (1 - a**2)
    for actual, expected in [
        (hidden.output, z),
        (tanh.output, a),
        (head.output, out),
        (head.gradient, d_out),
        (tanh.gradient, d_a),
        (hidden.gradient, d_z),
        (trace.x_gradient, d_z @ kernel.T),
        (trace.parameters[0].gradient, x.T @ d_z),
        (trace.parameters[1].gradient, a.T @ d_out),
        (trace.parameters[0].after, kernel - 0.1 * x.T @ d_z),
    ]:
        np.testing.assert_allclose(actual, expected, rtol=1e-5, atol=1e-6)
    ratio = np.linalg.norm(0.1 * x.T @ d_z) / np.linalg.norm(kernel)
    assert trace.parameters[0].update_ratio == pytest.approx(ratio, rel=1e-5)


def test_gradients_are_unscaled_in_mixed_float16():
    def gradient(policy):
        keras.config.set_dtype_policy(policy)
        model = compiled(dense([0.5], [-1.0]), inputs=2)
        x, y = np.array([[0.5, -0.25]]), np.array([[0.0]])
        return trace_step(model, x, y).parameters[0].gradient

    np.testing.assert_allclose(
        gradient("mixed_float16"), gradient("float32"), rtol=1e-3
    )


def test_overridden_parts_are_those_of_the_model():
    class Doubled(SGDSequential):
        def update(self, gradients):
            super().update([2 * gradient for gradient in gradients])

    plain = trace_step(
        compiled(dense([3.0])), np.array([[2.0]]), np.array([[5.0]])
    )
    twice = trace_step(
        compiled(dense([3.0]), cls=Doubled),
        np.array([[2.0]]),
        np.array([[5.0]]),
    )
    assert plain.parameters[0].after == pytest.approx(2.6)
    assert twice.parameters[0].after == pytest.approx(2.2)


def test_claim_1_training_is_four_steps():
    text = str(
        trace_step(compiled(dense([3.0])), np.array([[2.0]]), np.array([[5.0]]))
    )
    headings = [line for line in text.splitlines() if line[0] != " "]
    assert [heading[:2] for heading in headings] == ["1.", "2.", "3.", "4."]
    assert issubclass(SGDSequential, MiniBatchSGD)


def test_claim_6_positive_inputs_move_both_weights_the_same_way():
    # a = 2 and b = -2 through a sigmoid, summed and squared. Both would be
    # best at 1 for this claim's sake; the gradients have one sign, so one
    # comes closer and the other goes away.
    model = compiled(
        dense([2.0, -2.0], name="ab"),
        keras.layers.Activation("sigmoid"),
        dense([1.0], [1.0], name="sum"),
    )
    model.get_layer("sum").trainable = False
    model.compile(ExplicitSGD(0.1), loss="mse")  # against 0: the square
    (ab,) = trace_step(model, np.array([[1.0]]), np.array([[0.0]])).parameters
    sigmoid = 1 / (1 + np.exp(-ab.before))
    np.testing.assert_allclose(
        ab.gradient, 2 * sigmoid.sum() * sigmoid * (1 - sigmoid), rtol=1e-5
    )
    assert (ab.gradient > 0).all()
    distances = np.abs(ab.after - 1) - np.abs(ab.before - 1)
    assert distances[0, 0] < 0 < distances[0, 1]


def test_claim_9_a_dead_relu_never_updates():
    model = compiled(dense([-0.2], name="w"), keras.layers.ReLU())
    trace = trace_step(model, np.array([[116.0]]), np.array([[1.0]]))
    z, relu = trace.layers
    (weight,) = trace.parameters
    assert z.output == pytest.approx(-23.2)
    assert relu.output == 0
    assert relu.gradient == -2  # the loss would like more
    assert z.gradient == 0  # but nothing comes through
    assert weight.gradient == 0
    assert weight.after == weight.before == np.float32(-0.2)
    assert weight.update_ratio == 0


def test_arrays_survive_savez(tmp_path):
    trace = trace_step(random_net(), *mini_batch())
    np.savez(tmp_path / "step.npz", **trace.arrays())
    with np.load(tmp_path / "step.npz") as loaded:
        np.testing.assert_array_equal(loaded["x"], trace.x)
        np.testing.assert_array_equal(
            loaded[trace.parameters[0].path + "/after"],
            trace.parameters[0].after,
        )
        assert "0:hidden/gradient" in loaded


def test_dicts_several_outputs_and_recomputed_layers():
    x = {name: np.ones((2, 3, 1)) for name in "ab"}
    with keras.RematScope(mode="full"):
        inputs = {name: keras.Input((3, 1), name=name) for name in x}
        both = keras.layers.Concatenate(name="both")([*inputs.values()])
        _, state, _ = keras.layers.LSTM(2, return_state=True, name="lstm")(both)
        model = SGDModel(inputs, keras.layers.Dense(1)(state))
    model.compile(ExplicitSGD(0.1), loss="mse")
    trace = trace_step(model, x, np.ones((2, 1)))
    arrays = trace.arrays()
    assert arrays["x/b"].shape == arrays["x_gradient/b"].shape == (2, 3, 1)
    assert arrays["0:both/output"].shape == (2, 3, 2)
    # Of the outputs of the LSTM the loss depends on the second.
    assert arrays["1:lstm/output/2"].shape == (2, 2)
    assert arrays["1:lstm/gradient/1"].all()
    assert "x a: [[[1],  [1]" in str(trace)
    assert all(layer._remat_mode for layer in model.layers)


def test_plot_shows_every_value_and_gradient():
    matplotlib = pytest.importorskip("matplotlib")
    matplotlib.use("Agg")
    model = compiled(
        dense([0.5, -1.25], [2.0, 0.3]),
        keras.layers.ReLU(),
        dense([1.5], [-0.7]),
        inputs=2,
    )
    trace = trace_step(model, np.array([[1.0, -0.5]]), np.array([[1.0]]))
    ax = trace.plot()
    texts = [text.get_text() for text in ax.texts]
    for layer in trace.layers:
        for number in (*layer.output[0], *layer.gradient[0]):
            assert f"{number:.3g}" in texts
    for parameter in trace.parameters:
        for value in parameter.before.ravel():
            assert f"w {value:.3g}" in texts
        for gradient in parameter.gradient.ravel():
            assert f"{gradient:.3g}" in texts
    assert f"{trace.loss:.3g}" in texts
    matplotlib.pyplot.close("all")


def test_bad_input():
    with pytest.raises(ValueError, match="must be compiled"):
        trace_step(SGDSequential([keras.Input((1,))]), np.array([[1.0]]))
    with pytest.raises(ValueError, match="at least one sample"):
        trace_step(compiled(dense([1.0])), np.zeros((0, 1)), np.zeros((0, 1)))
    wide = trace_step(
        compiled(keras.layers.Dense(9), keras.layers.Dense(1)),
        np.array([[1.0]]),
        np.array([[1.0]]),
    )
    with pytest.raises(ValueError, match="at most 8 units.*with 9"):
        wide.plot()
    with pytest.raises(ValueError, match="sample=3"):
        trace_step(
            compiled(dense([1.0])), np.array([[1.0]]), np.array([[1.0]])
        ).plot(sample=3)


def test_a_layer_that_uses_the_name_layers_otherwise():
    class Odd(keras.layers.Layer):
        layers = 3

        def call(self, x):
            return 2 * x

    model = compiled(Odd(name="odd"), dense([1.0], name="line"))
    trace = trace_step(model, np.ones((2, 1)), np.ones((2, 1)))
    assert [layer.name for layer in trace.layers] == ["odd", "line"]


def test_a_layer_may_use_the_name_layers_as_a_model_of_models():
    class Encoder(keras.Model):
        layers = {}

        def __init__(self):
            super().__init__()
            self.first = dense([2.0], name="first")

        def call(self, x):
            return self.first(x)

    model = compiled(Encoder(), dense([1.0], name="line"))
    trace = trace_step(model, np.ones((2, 1)), np.ones((2, 1)))
    assert [layer.name for layer in trace.layers] == ["first", "line"]


def test_it_is_the_step_by_which_the_model_trains():
    class Own(keras.Model):
        def train_step(self, data):
            x, y = data
            with tf.GradientTape() as tape:
                loss = 4.0 * tf.reduce_mean(tf.abs(self(x) - y))
            gradients = tape.gradient(loss, self.trainable_weights)
            self.optimizer.apply(gradients, self.trainable_weights)
            return {"loss": loss}

    inputs = keras.Input((1,))
    model = Own(inputs, dense([3.0])(inputs))
    model.compile(ExplicitSGD(0.1), loss="mse")
    trace = trace_step(model, np.array([[2.0]]), np.array([[5.0]]))
    assert trace.loss == 4.0
    assert trace.parameters[0].gradient == 8.0
    assert trace.parameters[0].after == pytest.approx(2.2)


class Counting(keras.layers.Layer):
    """State that Keras does not know."""

    def __init__(self):
        super().__init__()
        self.calls = tf.Variable(0, trainable=False)

    def call(self, x):
        self.calls.assign_add(1)
        return x, "a string", 7


class TwoOptimizers(SGDModel):
    def __init__(self):
        super().__init__()
        self.hidden = keras.layers.Dense(3, activation="relu")
        self.counting = Counting()
        self.head = keras.layers.Dense(1)
        self.others = {"head": [keras.optimizers.Adam()]}

    def call(self, x):
        return self.head(self.counting(self.hidden(x))[0])

    def update(self, gradients):
        weights = self.trainable_weights
        self.optimizer.apply_gradients(
            zip(gradients[:2], weights[:2], strict=True)
        )
        self.others["head"][0].apply(gradients[2:], weights[2:])


def two_optimizers():
    model = TwoOptimizers()
    model.compile("adam", "mse", jit_compile=False)
    x = np.random.default_rng(0).normal(size=(16, 4)).astype("float32")
    return model, x, x[:, :1]


def everything(model):
    found = [*model.variables, *model.optimizer.variables]
    found += [*model.others["head"][0].variables, model.counting.calls]
    return [np.array(tf.convert_to_tensor(each)) for each in found]


@pytest.mark.parametrize("trained", [False, True])
def test_all_that_the_step_writes_is_put_back(trained):
    model, x, y = two_optimizers()
    if trained:
        model.fit(x, y, verbose=0)
        before = everything(model)
        trace_step(model, x, y)
    else:
        # The step itself makes most of the variables.
        trace = trace_step(model, x, y)
        before = everything(model)
        assert "1: a string; 2: 7" in str(trace)
        assert model.counting.calls == 0
        trace_step(model, x, y)
    for now, then in zip(everything(model), before, strict=True):
        np.testing.assert_array_equal(now, then)


def test_the_guard_puts_back_the_same():
    model, x, y = two_optimizers()
    model.stop_on_nonfinite = True
    model.fit(x, y, verbose=0)  # it need not be built before
    before = everything(model)
    with pytest.warns(RuntimeWarning, match="at step 1 .*the targets"):
        model.fit(x, np.full_like(y, np.nan), verbose=0)
    for now, then in zip(everything(model), before, strict=True):
        np.testing.assert_array_equal(now, then)


def test_what_cannot_be_put_back_is_refused():
    class Remembering(SGDSequential):
        def sample(self, data):
            self.table.insert([1], [2])
            return super().sample(data)

    model = compiled(dense([3.0]), cls=Remembering)
    model.table = tf.lookup.experimental.MutableHashTable(
        tf.int32, tf.int32, -1
    )
    with pytest.raises(ValueError, match="LookupTableInsert"):
        trace_step(model, np.ones((2, 1)), np.ones((2, 1)))
    assert model.table.size() == 0

    class Eager(SGDSequential):
        def sample(self, data):
            data[0].numpy()
            return super().sample(data)

    model = compiled(dense([3.0]), cls=Eager)
    model.run_eagerly = True
    with pytest.raises(ValueError, match="runs eagerly alone"):
        trace_step(model, np.ones((2, 1)), np.ones((2, 1)))

    with two_replicas().scope():
        model = compiled(dense([3.0]))
    with pytest.raises(NotImplementedError, match="one device"):
        trace_step(model, np.ones((2, 1)), np.ones((2, 1)))


def test_a_table_that_is_only_read_is_fine():
    model = keras.Sequential(
        [
            keras.Input((1,), dtype="string"),
            keras.layers.StringLookup(vocabulary=["a", "b"]),
            keras.layers.Embedding(3, 2),
            keras.layers.Flatten(),
            keras.layers.Dense(1),
        ]
    )
    model.compile("sgd", "mse", jit_compile=False)
    trace = trace_step(model, tf.constant([["a"], ["b"]]), np.ones((2, 1)))
    embedding = trace.parameters[0].gradient
    assert embedding.shape == (3, 2)
    assert not embedding[0].any() and embedding[1:].any(1).all()


def test_sparse_and_ragged_mini_batches():
    inputs = keras.Input((3,), sparse=True)
    model = SGDModel(inputs, dense([1.0], [2.0], [3.0])(inputs))
    model.compile(ExplicitSGD(0.1), loss="mse")
    x = np.array([[0.0, 1.0, 0.0], [2.0, 0.0, 0.0]], "float32")
    trace = trace_step(model, tf.sparse.from_dense(x), np.zeros((2, 1)))
    np.testing.assert_array_equal(trace.x, x)
    np.testing.assert_allclose(
        trace.parameters[0].gradient, x.T @ (x @ [[1.0], [2.0], [3.0]])
    )


def test_layers_in_a_function_of_its_own_are_named():
    class Inside(SGDModel):
        def __init__(self):
            super().__init__()
            self.inner = dense([2.0], name="inner")
            self.outer = dense([1.0], name="outer")

        def call(self, x):
            _, x = tf.while_loop(
                lambda i, _: i < 2,
                lambda i, x: (i + 1, self.inner(x)),
                [0, x],
            )
            return self.outer(x)

    model = Inside()
    model(np.ones((2, 1)))
    model.compile(ExplicitSGD(0.1), loss="mse", jit_compile=False)
    trace = trace_step(model, np.ones((2, 1)), np.ones((2, 1)))
    assert [layer.name for layer in trace.layers] == ["outer"]
    assert trace.hidden == ("inner",)
    assert "in a loop or function of its own: inner" in str(trace)
