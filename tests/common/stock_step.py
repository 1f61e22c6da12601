"""The cases in which the explicit step must train exactly as Keras's own.

A row of CASES is a case: what differs from the plain model, its compilation
and its fit. Both models see the same mini-batches; then all weights, all
optimizer variables and the history must be equal, bit for bit.
"""

from dataclasses import dataclass, field

import keras
import numpy as np

from keras_activations.training import (
    ExplicitSGD,
    MiniBatches,
    SGDModel,
    SGDSequential,
)

layers = keras.layers
SGD = keras.optimizers.SGD
SAMPLES, FEATURES, CLASSES = 40, 6, 3


def dense(sequential, **first):
    """The plain model; `first` goes to its first Dense layer."""
    return sequential(
        [
            keras.Input((FEATURES,)),
            layers.Dense(8, activation="relu", **first),
            layers.Dense(CLASSES),
        ]
    )


class LayerWithLossAndMetric(layers.Layer):
    """Adds a loss of its own and keeps a metric of its own."""

    def __init__(self):
        super().__init__()
        self.mean = keras.metrics.Mean(name="activity")

    def call(self, inputs):
        self.add_loss(0.1 * keras.ops.mean(inputs**2))
        self.mean.update_state(inputs)
        return inputs


def own_loss(sequential):
    return sequential(
        [
            keras.Input((FEATURES,)),
            layers.Dense(8),
            LayerWithLossAndMetric(),
            layers.Dense(CLASSES),
        ]
    )


def normalized(sequential):
    return sequential(
        [
            keras.Input((FEATURES,)),
            layers.Dense(8),
            layers.BatchNormalization(),
            layers.Dropout(0.3, seed=3),
            layers.Dense(CLASSES),
        ]
    )


def frozen(sequential):
    model = dense(sequential)
    model.layers[0].trainable = False
    return model


class Unused(layers.Layer):
    """Has a weight that the loss does not depend on."""

    def build(self, input_shape):
        self.kernel = self.add_weight(shape=(2,), name="kernel")

    def call(self, inputs):
        return inputs


def without_gradient(sequential):
    return sequential([keras.Input((FEATURES,)), Unused(), layers.Dense(3)])


def masked_embedding(sequential):
    return sequential(
        [
            keras.Input((FEATURES,)),
            layers.Embedding(5, 4, mask_zero=True),
            layers.LSTM(4, unroll=True),
            layers.Dense(CLASSES),
        ]
    )


def two_outputs(sequential):
    inputs = keras.Input((FEATURES,))
    hidden = layers.Dense(8, activation="tanh")(inputs)
    outputs = {
        "a": layers.Dense(CLASSES, name="a")(hidden),
        "b": layers.Dense(CLASSES, name="b")(hidden),
    }
    functional = SGDModel if sequential is SGDSequential else keras.Model
    return functional(inputs, outputs)


class StockSubclassed(keras.Model):
    def __init__(self):
        super().__init__()
        self.hidden = layers.Dense(8, activation="relu")
        self.head = layers.Dense(CLASSES)

    def call(self, inputs):
        return self.head(self.hidden(inputs))


class ExplicitSubclassed(SGDModel):
    __init__ = StockSubclassed.__init__
    call = StockSubclassed.call


def subclassed(sequential):
    # Their __init__ names StockSubclassed's super(), so it is spelled out.
    if sequential is keras.Sequential:
        return StockSubclassed()
    model = ExplicitSubclassed.__new__(ExplicitSubclassed)
    SGDModel.__init__(model)
    model.hidden = layers.Dense(8, activation="relu")
    model.head = layers.Dense(CLASSES)
    return model


def cross_entropy():
    return keras.losses.SparseCategoricalCrossentropy(from_logits=True)


def schedule():
    return keras.optimizers.schedules.PiecewiseConstantDecay(
        [2, 5], [0.1, 0.05, 0.01]
    )


@dataclass
class Case:
    name: str
    build: object = dense
    optimizer: object = lambda: SGD(0.1)
    explicit_optimizer: object = None
    compile: dict = field(default_factory=dict)
    fit: dict = field(default_factory=dict)
    policy: str = "float32"
    weights: bool = False
    batch_size: int = 8
    two_outputs: bool = False
    stock_on_jax: bool = True  # whether Keras's own step does it there


def with_sgd(name, **kwargs):
    return Case(name, optimizer=lambda: SGD(0.1, **kwargs))


CASES = [
    Case("plain"),
    Case("ExplicitSGD", explicit_optimizer=lambda: ExplicitSGD(0.1)),
    Case("partial last batch", batch_size=16),
    Case("subclassed", subclassed),
    Case("kernel regularizer", lambda s: dense(s, kernel_regularizer="l2")),
    Case("activity regularizer", lambda s: dense(s, activity_regularizer="l1")),
    Case("constraint", lambda s: dense(s, kernel_constraint="non_neg")),
    Case("add_loss and a layer's metric", own_loss, stock_on_jax=False),
    Case("batch normalization, dropout", normalized),
    Case("frozen layer", frozen),
    Case("None gradient", without_gradient),
    Case("mask, embedding (sparse gradient)", masked_embedding),
    Case(
        "two outputs, loss weights",
        two_outputs,
        compile={"loss_weights": {"a": 0.3, "b": 2.0}, "metrics": None},
        two_outputs=True,
    ),
    with_sgd("momentum", momentum=0.9),
    with_sgd("Nesterov", momentum=0.9, nesterov=True),
    with_sgd("weight decay", weight_decay=0.01),
    with_sgd("clipnorm", clipnorm=0.1),
    with_sgd("clipvalue", clipvalue=0.05),
    with_sgd("global_clipnorm", global_clipnorm=0.1),
    with_sgd("EMA", use_ema=True, ema_momentum=0.9),
    with_sgd("EMA overwriting", use_ema=True, ema_overwrite_frequency=2),
    with_sgd("gradient accumulation", gradient_accumulation_steps=3),
    with_sgd("static loss scale", loss_scale_factor=128.0),
    Case("schedule", optimizer=lambda: SGD(schedule())),
    Case(
        "schedule, ExplicitSGD",
        optimizer=lambda: SGD(schedule()),
        explicit_optimizer=lambda: ExplicitSGD(schedule()),
    ),
    Case("Adam", optimizer=lambda: keras.optimizers.Adam(0.01)),
    Case("mixed_float16, dynamic loss scale", policy="mixed_float16"),
    Case(
        "mixed_float16, static loss scale",
        optimizer=lambda: SGD(0.1, loss_scale_factor=256.0),
        compile={"auto_scale_loss": False},
        policy="mixed_float16",
    ),
    Case("sample weights", weights=True),
    Case("class weights", fit={"class_weight": {0: 0.1, 1: 2.0, 2: 1.0}}),
    Case(
        "weighted metric",
        weights=True,
        compile={"weighted_metrics": ["accuracy"]},
    ),
    Case("steps_per_execution", compile={"steps_per_execution": 4}),
    Case("jit_compile=False", compile={"jit_compile": False}),
    Case("jit_compile=True", compile={"jit_compile": True}),
    Case(
        "jit_compile=True, normalized",
        normalized,
        compile={"jit_compile": True},
    ),
    Case("run_eagerly", compile={"run_eagerly": True}),
]


def data(case):
    rng = np.random.default_rng(0)
    x = rng.integers(0, 5, size=(SAMPLES, FEATURES)).astype("float32")
    y = rng.integers(0, CLASSES, size=SAMPLES)
    if case.two_outputs:
        y = {"a": y, "b": y[::-1].copy()}
    weights = rng.random(SAMPLES) if case.weights else None
    return x, y, weights


def compiled(case, explicit):
    keras.utils.set_random_seed(7)
    keras.config.set_dtype_policy(case.policy)
    model = case.build(SGDSequential if explicit else keras.Sequential)
    optimizer = explicit and case.explicit_optimizer or case.optimizer
    loss = cross_entropy()
    arguments = {"metrics": ["accuracy"], "jit_compile": False}
    if case.two_outputs:
        loss = {"a": loss, "b": cross_entropy()}
    model.compile(optimizer(), loss=loss, **{**arguments, **case.compile})
    return model


def values(variables):
    return [
        keras.ops.convert_to_numpy(keras.ops.convert_to_tensor(v.value))
        for v in variables
    ]


def trained(case, explicit, start_step=0):
    model = compiled(case, explicit)
    batches = MiniBatches(
        *data(case),
        batch_size=case.batch_size,
        seed=5,
        start_step=start_step,
    )
    history = model.fit(batches, epochs=2, shuffle=False, verbose=0, **case.fit)
    return model, history.history


def assert_equal(actual, expected):
    assert len(actual) == len(expected)
    for ours, theirs in zip(actual, expected, strict=True):
        np.testing.assert_array_equal(ours, theirs)


def assert_trains_as_the_stock_step(case):
    expected, expected_history = trained(case, explicit=False)
    actual, actual_history = trained(case, explicit=True)
    start = values(compiled(case, explicit=False).trainable_variables)

    assert_equal(values(actual.variables), values(expected.variables))
    assert_equal(
        values(actual.optimizer.variables), values(expected.optimizer.variables)
    )
    assert actual_history == expected_history
    # The case trained at all: equal is not "both did nothing".
    moved = [
        np.abs(after - before).max()
        for after, before in zip(
            values(expected.trainable_variables), start, strict=False
        )
    ]
    if start:
        assert max(moved) > 1e-3
