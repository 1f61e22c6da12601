"""Whatever runs with Keras's layer runs with ours, and gives the same.

The rows of this table are situations, and its columns our layers, each beside
its counterpart with Keras. All columns of a situation are traced together,
which is much faster. What fails with Keras is named in the table as well, so
that nothing is left out unseen.
"""

import contextlib
import inspect
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import keras
import numpy as np
import pytest
import tensorflow as tf
from common.activations import LEARNED, ROWS
from common.counterparts import COUNTERPARTS
from common.modes import MODES

# Without the values at which one of the slopes jumps.
X = np.array([[-3, -0.5, 0.25], [-0.75, 1.5, 4], [2.5, -1, -2]], "float32")
CUBE = np.stack([X, X[::-1] * 0.6]).astype("float32")
NAMES = {row.name for row in ROWS}
WITH_WEIGHTS = {row.name for row in LEARNED}
# Those that Keras, or a user with Keras's operations, cannot apply to integers.
NOT_OF_INTEGERS = {
    "sigmoid",
    "relu_with_limits",
    "prelu",
    "elu",
    "elu_half",
    "swish",
    "swish_learned",
    "xielu",
}


def of_unknown(shape):
    """A way to run a function: without knowing all sizes of its input."""
    return lambda function: tf.function(
        function, input_signature=[tf.TensorSpec(shape)]
    )


def of_several_sizes(function):
    step = tf.function(function, reduce_retracing=True)
    return lambda x: [step(x[:size]) for size in (3, 2)]


WAYS = {
    **MODES,
    "retracing reduced": of_several_sizes,
    "sizes unknown": of_unknown((None, None, 3)),
    "rank unknown": of_unknown(None),
}


@dataclass(frozen=True)
class Situation:
    """A row of the table.

    Args:
        compute: What is computed with a layer and `x`: tensors.
        x: The input.
        ways: How it is run.
        layer: Arguments of the layer.
        one: What the activation is given in `compute`, if not `x`.
        around: Makes the layer that is called of that of the activation.
        scope: What the layers are made and called in.
        fails: Activations whose counterpart fails, in all of these ways.
        left_out: Activations that Keras has not, and whose formula runs.
        rtol: The relative error that is allowed: by default, that of float32.
    """

    compute: Callable[[Any, Any], Any]
    x: Any = field(default_factory=lambda: tf.constant(X))
    ways: tuple[str, ...] = ("eager", "graph")
    layer: dict[str, Any] = field(default_factory=dict)
    one: Any = None
    around: Callable[[Any], Any] = lambda layer: layer
    scope: Callable[[], Any] = contextlib.nullcontext
    fails: set[str] = field(default_factory=set)
    left_out: set[str] = field(default_factory=set)
    rtol: float = 1e-5


def value(layer, x):
    """Call a layer as a model does in training."""
    if "training" in inspect.signature(layer.call).parameters:
        return layer(x, training=True)
    return layer(x)


def slopes(layer, x, call=value):
    """Return f(x), and its derivatives by `x` and by the weights."""
    weights = [weight.value for weight in layer.trainable_variables]
    with tf.GradientTape() as tape:
        tape.watch(x)
        y = call(layer, x)
    return y, *tape.gradient(y, [x, *weights])


def third_derivative(layer, x):
    zero = tf.UnconnectedGradients.ZERO
    with tf.GradientTape() as last:
        last.watch(x)
        with tf.GradientTape() as middle:
            middle.watch(x)
            _, slope, *_ = slopes(layer, x)
        curve = middle.gradient(slope, x, unconnected_gradients=zero)
    return curve, last.gradient(curve, x, unconnected_gradients=zero)


def ragged_slopes(layer, x):
    def call(layer, values):
        return value(layer, x.with_flat_values(values)).flat_values

    return slopes(layer, x.flat_values, call)


def by_keras_remat(layer, x):
    return slopes(layer, x, lambda layer, x: keras.remat(layer)(x))


def vectorized(layer, x):
    return tf.vectorized_map(lambda each: slopes(layer, each), x)


def mapped(layer, x):
    def call(layer, x):
        return tf.map_fn(lambda each: value(layer, each), x)

    return slopes(layer, x, call)


def looped(layer, x):
    """How often is known only when it runs."""
    times = tf.math.count_nonzero(x > 1)

    def call(layer, x):
        return tf.while_loop(
            lambda i, _: i < times,
            lambda i, y: (i + 1, value(layer, y) + x),
            (tf.zeros_like(times), x),
        )[1]

    return slopes(layer, x, call)


def scanned(layer, x):
    def call(layer, x):
        def step(carry, each):
            y = value(layer, carry + each)
            return y, y

        return keras.ops.scan(step, tf.zeros_like(x[0]), x)[1]

    return slopes(layer, x, call)


def branched(layer, x):
    def call(layer, x):
        positive = tf.reduce_sum(x) > 0
        return tf.cond(positive, lambda: value(layer, x), lambda: -x)

    return slopes(layer, x, call)


def jacobians(layer, x):
    weights = [weight.value for weight in layer.trainable_variables]
    with tf.GradientTape(persistent=True) as tape:
        tape.watch(x)
        y = value(layer, x)
    return tape.batch_jacobian(y, x), tape.jacobian(y, weights)


def forward_mode(layer, x):
    with tf.autodiff.ForwardAccumulator(x, tf.ones_like(x)) as forward:
        y, slope, *_ = slopes(layer, x)
    return forward.jvp(y), forward.jvp(slope, "zero")


def data_set(layer, x):
    dataset = tf.data.Dataset.from_tensor_slices(x).batch(2)
    return list(dataset.map(layer))


def functional(**given):
    """Return what calls a functional model that is made of the layer."""

    def call(layer, x):
        inputs = keras.Input(x.shape[1:], **given)
        return keras.Model(inputs, layer(inputs))(x)

    return call


def masked(layer, x):
    y = value(layer, keras.layers.Masking(0.25)(x))
    return y, y._keras_mask


def remat(mode, **arguments):
    return {"scope": lambda: keras.RematScope(mode, **arguments)}


def inside(kind, **arguments):
    """Around an activation: a layer of this kind, whose weights are fixed."""
    return {
        "x": tf.constant(CUBE),
        "one": X,
        "around": lambda activation: kind(
            3,
            activation=activation,
            kernel_initializer="identity",
            **arguments,
        ),
        "rtol": 1e-4,
    }


def rows(values):
    return tf.RaggedTensor.from_row_lengths(values, [1, 0, 2])


EAGER, GRAPH, ALL = ("eager",), ("graph",), tuple(MODES)
IDENTITY = {"recurrent_initializer": "identity"}
SITUATIONS = {
    "training": Situation(slopes, ways=(*ALL, "retracing reduced")),
    "images": Situation(
        slopes,
        tf.constant(CUBE),
        ways=("sizes unknown",),
    ),
    # Their weights have the rank of the input, and a user's need not.
    "any rank": Situation(
        slopes,
        ways=("rank unknown",),
        fails={"prelu"},
        left_out=WITH_WEIGHTS - {"prelu"},
    ),
    "third derivative": Situation(third_derivative, ways=("eager", "xla")),
    "jacobians": Situation(jacobians, ways=GRAPH),
    "forward mode": Situation(forward_mode, ways=EAGER),
    # What is given
    "numpy": Situation(value, X.astype("float64"), EAGER),
    "variable": Situation(value, tf.Variable(X), EAGER),
    "list": Situation(value, X.tolist(), EAGER, fails=NAMES),
    "integers": Situation(value, tf.cast(X, "int32"), fails=NOT_OF_INTEGERS),
    "bytes": Situation(
        value, tf.constant([[3, 0, 2]], "uint8"), EAGER, fails=NOT_OF_INTEGERS
    ),
    "no sample": Situation(slopes, tf.zeros((0, 3)), ("eager", "xla")),
    "one vector": Situation(value, tf.constant(X[0]), EAGER),
    "sparse": Situation(
        value,
        tf.sparse.from_dense(X * (X > -1)),
        fails=NAMES - {"tanh"},
    ),
    # The gradient of alpha of Keras's PReLU is not summed there.
    "ragged": Situation(
        lambda layer, x: ragged_slopes(layer, x)[:2],
        rows(X),
        fails={"relu_with_limits"},
    ),
    "ragged, of ragged": Situation(
        ragged_slopes,
        tf.RaggedTensor.from_row_lengths(rows(X), [1, 2]),
        EAGER,
        fails={"relu_with_limits"},
    ),
    "ragged, unequal": Situation(
        ragged_slopes,
        rows(X[:, 0]),
        EAGER,
        fails={"prelu", "elu_learned", "swish_learned", "dynamic_tanh"},
    ),
    "ragged, float64": Situation(
        lambda layer, x: ragged_slopes(layer, x)[:2],
        rows(X.astype("float64")),
        EAGER,
        layer={"dtype": "float64"},
        fails={"relu_with_limits"},
    ),
    "ragged, integers": Situation(
        value,
        rows(X.astype("int32")),
        EAGER,
        fails=NOT_OF_INTEGERS,
    ),
    "masked": Situation(masked, tf.constant(CUBE), EAGER),
    # Policies
    "float64": Situation(
        slopes, tf.constant(X, "float64"), EAGER, layer={"dtype": "float64"}
    ),
    "float16": Situation(
        slopes,
        tf.constant(X, "float16"),
        EAGER,
        layer={"dtype": "float16"},
        rtol=5e-3,
    ),
    "mixed_bfloat16": Situation(
        slopes,
        tf.constant(X, "bfloat16"),
        EAGER,
        layer={"dtype": "mixed_bfloat16"},
        rtol=4e-2,
    ),
    "no autocast": Situation(
        value,
        tf.constant(X, "float64"),
        EAGER,
        layer={"autocast": False},
        fails={"prelu", "xielu", "dynamic_tanh"},
    ),
    # Functional models
    "functional": Situation(functional(), ways=EAGER),
    "functional, integers": Situation(
        functional(dtype="int32"),
        tf.cast(X, "int32"),
        EAGER,
        fails=NOT_OF_INTEGERS,
    ),
    "functional, ragged": Situation(
        functional(ragged=True), rows(X), EAGER, fails={"relu_with_limits"}
    ),
    "functional, sparse": Situation(
        functional(sparse=True),
        tf.sparse.from_dense(X),
        EAGER,
        fails=NAMES - {"tanh"},
    ),
    # Rematerialization
    "remat": Situation(by_keras_remat),
    "full remat": Situation(slopes, ways=ALL, **remat("full")),
    "remat of activations": Situation(
        slopes, ways=EAGER, **remat("activations")
    ),
    "remat of the large": Situation(
        slopes, **remat("larger_than", output_size_threshold=1)
    ),
    "remat of named": Situation(
        slopes,
        ways=EAGER,
        layer={"name": "this"},
        **remat("list_of_layers", layer_names=["this"]),
    ),
    "full remat, integers": Situation(
        value, tf.cast(X, "int32"), fails=NOT_OF_INTEGERS, **remat("full")
    ),
    "full remat, ragged": Situation(
        value, rows(X), EAGER, fails={"relu_with_limits"}, **remat("full")
    ),
    # Loops and maps
    "data set": Situation(data_set, ways=EAGER),
    "vectorized_map": Situation(vectorized, tf.constant(CUBE), GRAPH, one=X),
    "map_fn": Situation(mapped, tf.constant(CUBE), EAGER, one=X),
    "while_loop": Situation(looped, ways=GRAPH, rtol=1e-4),
    "scan": Situation(scanned, tf.constant(CUBE), EAGER, one=X, rtol=1e-4),
    "cond": Situation(branched, ways=GRAPH),
    # In other layers
    "Dense": Situation(slopes, **{**inside(keras.layers.Dense), "one": None}),
    "TimeDistributed": Situation(
        slopes,
        tf.constant(CUBE),
        EAGER,
        one=X,
        around=keras.layers.TimeDistributed,
    ),
    "SimpleRNN": Situation(
        slopes, ways=EAGER, **inside(keras.layers.SimpleRNN, **IDENTITY)
    ),
}


def layers_of(situation, row):
    given = situation.x if situation.one is None else situation.one
    rank = len(getattr(given, "shape", (3, 3)))
    ours = row.layer(**situation.layer)
    theirs = COUNTERPARTS[row.name](rank, **situation.layer)
    return situation.around(theirs), situation.around(ours)


def numbers(result):
    return [
        None if each is None else np.asarray(tf.cast(each, "float64")).ravel()
        for each in tf.nest.flatten(result, expand_composites=True)
    ]


def run(situation, way, layers):
    """Return what is computed with each of the layers."""
    one = situation.x if situation.one is None else situation.one
    is_inside = situation.around is not Situation.around
    with situation.scope():
        for layer in layers:
            layer(situation.x if is_inside else one)  # makes the weights
        if way == "eager":
            return [situation.compute(each, situation.x) for each in layers]
        step = WAYS[way](
            lambda x: [situation.compute(layer, x) for layer in layers]
        )
        return step(situation.x)


CELLS = pytest.mark.parametrize(
    "name, way",
    [(name, way) for name, each in SITUATIONS.items() for way in each.ways],
)


@CELLS
def test_what_runs_with_keras_runs_with_ours(name, way):
    situation = SITUATIONS[name]
    with situation.scope():
        pairs = {
            row.name: layers_of(situation, row)
            for row in ROWS
            if row.name not in situation.fails | situation.left_out
        }
    results = run(
        situation, way, [each for pair in pairs.values() for each in pair]
    )
    if way == "retracing reduced":
        results = [list(each) for each in zip(*results, strict=True)]
    for of, theirs, ours in zip(
        pairs, results[::2], results[1::2], strict=True
    ):
        for one, other in zip(numbers(ours), numbers(theirs), strict=True):
            np.testing.assert_allclose(
                one, other, situation.rtol, situation.rtol, err_msg=of
            )


@CELLS
def test_what_fails_with_keras(name, way):
    situation = SITUATIONS[name]
    for row in ROWS:
        if row.name in situation.fails:
            with situation.scope():
                theirs, _ = layers_of(situation, row)
            with pytest.raises(Exception):  # noqa: B017 - of any kind
                run(situation, way, [theirs])


def train_graph(layer, **compiled):
    """Return the graph of the train step of a model, as text."""
    model = keras.Sequential([keras.Input((3,)), layer])
    model.compile("sgd", "mse", **compiled)
    graphs = []
    step = model.train_step
    model.train_step = lambda data: (
        graphs.append(tf.compat.v1.get_default_graph()),
        step(data),
    )[1]
    model.train_on_batch(X, X)
    return str(graphs[0].as_graph_def())


@pytest.mark.parametrize("row", LEARNED, ids=lambda row: row.name)
@pytest.mark.parametrize("scope", [None, "full"])
def test_no_compiler_where_the_user_asked_for_none(row, scope):
    with keras.RematScope(scope):
        layer = row.layer()
    assert "_XlaCompile" not in train_graph(layer, jit_compile=False)


def test_a_step_of_ones_own_is_compiled_in_parts():
    layer = LEARNED[0].layer()
    layer.build((None, 3))
    step = tf.function(slopes).get_concrete_function(layer, tf.constant(X))
    assert "_XlaCompile" in str(step.graph.as_graph_def())


def test_ragged_inputs_ask_for_no_compiler():
    layer = LEARNED[0].layer()
    layer.build((None, None, 3))
    step = tf.function(ragged_slopes).get_concrete_function(layer, rows(X))
    assert "_XlaCompile" not in str(step.graph.as_graph_def())
