"""Models of all kinds, each with a relu between its layers, and their inputs.

What a swap must keep is set to something that is not the default.
"""

import keras
import numpy as np
import tensorflow as tf

ZOO = {}
SEED = 3


def entry(make):
    ZOO[make.__name__] = make
    return make


def numbers(*shape, seed=0):
    return np.random.default_rng(seed).normal(size=shape).astype("float32")


def dense(units=4, **arguments):
    return keras.layers.Dense(units, activation="relu", **arguments)


@entry
def sequential():
    return keras.Sequential(
        [
            keras.Input((3,), name="feat", dtype="float32"),
            dense(
                kernel_regularizer=keras.regularizers.L2(0.1),
                bias_constraint="non_neg",
                activity_regularizer="l1",
                kernel_initializer=keras.initializers.HeNormal(seed=7),
            ),
            keras.layers.ReLU(activity_regularizer=keras.regularizers.L1(0.2)),
            keras.layers.Activation("relu", activity_regularizer="l2"),
            keras.layers.Dense(2),
        ],
        name="mine",
    ), numbers(5, 3)


@entry
def named_inputs_in_a_dict():
    inputs = {
        "b": keras.Input((3,), name="b", batch_size=5),
        "a": keras.Input((2,), name="a", dtype="int32"),
    }
    x = keras.layers.Concatenate()(
        [
            dense(name="first")(inputs["b"]),
            keras.ops.cast(inputs["a"], "float32"),
        ]
    )
    outputs = {"out": keras.layers.Dense(1, name="out")(x)}
    x = {"a": np.ones((5, 2), "int32"), "b": numbers(5, 3)}
    return keras.Model(inputs, outputs), x


@entry
def several_outputs():
    inputs = keras.Input((3,))
    x = keras.ops.relu(dense()(inputs))
    outputs = [
        keras.layers.Dense(1, name="left")(x),
        keras.layers.Dense(2, name="right")(x),
    ]
    model = keras.Model(inputs, outputs)
    model.compile(
        keras.optimizers.SGD(0.5, momentum=0.25),
        loss={"left": "mse", "right": lambda y, p: keras.ops.mean(y - p)},
        loss_weights={"left": 2.0, "right": 0.5},
        metrics={"left": ["mae", keras.metrics.MeanSquaredError(name="own")]},
        weighted_metrics=[["mse"], []],
        steps_per_execution=2,
    )
    return model, numbers(5, 3)


@entry
def optional_input():
    first = keras.Input((3,))
    second = keras.Input((3,), optional=True)

    class AddIfGiven(keras.layers.Layer):
        def call(self, x, other=None):
            return x if other is None else x + other

    x = AddIfGiven()(dense(3)(first), second)
    model = keras.Model([first, second], keras.layers.Dense(1)(x))
    return model, [numbers(5, 3), None]


@entry
def sparse():
    inputs = keras.Input((6,), sparse=True, name="words")
    model = keras.Model(inputs, keras.layers.Dense(1)(dense()(inputs)))
    return model, tf.sparse.from_dense(np.eye(5, 6, dtype="float32"))


@entry
def ragged():
    inputs = keras.Input((None, 3), ragged=True, name="words")
    x = keras.layers.ReLU()(inputs)
    model = keras.Model(inputs, DenseOfRagged()(x))
    return model, tf.RaggedTensor.from_row_lengths(numbers(5, 3), [2, 3])


class DenseOfRagged(keras.layers.Layer):
    def call(self, x):
        return tf.reduce_sum(x.to_tensor(), 1) if hasattr(x, "to_tensor") else x

    def compute_output_spec(self, x):
        return keras.KerasTensor((None, 3), "float32")


@entry
def nested_and_shared():
    encoder = keras.Sequential(
        [keras.Input((4,)), dense(4, name="shared"), keras.layers.ReLU()],
        name="encoder",
    )
    encoder.trainable = False
    left, right = keras.Input((4,)), keras.Input((4,))
    shared = encoder.layers[0]
    x = keras.layers.Add()([encoder(left), encoder(right), shared(left)])
    model = keras.Model([left, right], keras.layers.Dense(1)(x))
    return model, [numbers(5, 4), numbers(5, 4, seed=1)]


@entry
def one_relu_for_all():
    relu = keras.layers.ReLU()
    inputs = keras.Input((4,))
    x = relu(keras.layers.Dense(4)(relu(keras.layers.Dense(3)(inputs))))
    return keras.Model(inputs, keras.layers.Dense(1)(x)), numbers(5, 4)


@entry
def frozen_in_places():
    model = keras.Sequential(
        [
            keras.Input((3,)),
            dense(),
            keras.layers.BatchNormalization(momentum=0.5),
            dense(),
            keras.layers.Dense(1),
        ]
    )
    model.layers[0].trainable = False
    model.layers[1].trainable = False
    model.layers[2].bias.trainable = False
    return model, numbers(5, 3)


@entry
def frozen_but_for_one():
    model = keras.Sequential([keras.Input((3,)), dense(), dense(1)])
    model.trainable = False
    model.layers[1].trainable = True
    return model, numbers(5, 3)


@entry
def mixed_precision_by_layer():
    inputs = keras.Input((3,))
    x = dense(dtype="mixed_float16")(inputs)
    x = dense(dtype=keras.DTypePolicy("mixed_bfloat16"))(x)
    x = keras.layers.ReLU(dtype="float32")(x)
    return keras.Model(inputs, keras.layers.Dense(1)(x)), numbers(5, 3)


@entry
def model_in_mixed_precision():
    before = keras.config.dtype_policy()
    keras.config.set_dtype_policy("mixed_float16")
    try:
        model = keras.Sequential([keras.Input((3,)), dense(), dense(1)])
        model.compile("sgd", "mse", auto_scale_loss=False)
    finally:
        keras.config.set_dtype_policy(before)
    return model, numbers(5, 3)


@entry
def lora():
    model = keras.Sequential(
        [keras.Input((3,)), dense(), keras.layers.Dense(2)]
    )
    model.layers[0].enable_lora(2, lora_alpha=5)
    model.layers[0].lora_kernel_b.assign(numbers(2, 4))
    return model, numbers(5, 3)


@entry
def lambdas():
    inputs = keras.Input((3,))
    x = dense(kernel_regularizer=lambda w: 3.0 * keras.ops.sum(w * w))(inputs)
    x = keras.layers.Lambda(lambda x, by: x * by, arguments={"by": 2.0})(x)
    x = keras.layers.Dense(4, activation=lambda x: x + 1.0)(x)
    return keras.Model(inputs, keras.layers.Dense(1)(x)), numbers(5, 3)


class Penalty(keras.layers.Layer):
    """It adds a loss, and keeps a metric."""

    def __init__(self, rate=0.5, **kwargs):
        super().__init__(**kwargs)
        self.rate = rate
        self.seen = keras.metrics.Mean(name="seen")

    def call(self, x):
        self.add_loss(self.rate * keras.ops.mean(x**2))
        self.seen.update_state(x)
        return x


@entry
def losses_and_metrics_of_layers():
    inputs = keras.Input((3,))
    x = Penalty(0.25)(dense()(inputs))
    return keras.Model(inputs, keras.layers.Dense(1)(x)), numbers(5, 3)


@entry
def random_layers():
    return keras.Sequential(
        [
            keras.Input((3,)),
            dense(),
            keras.layers.Dropout(0.5),
            keras.layers.GaussianNoise(0.5, seed=SEED),
            keras.layers.Dense(1),
        ]
    ), numbers(5, 3)


@entry
def adapted():
    layer = keras.layers.Normalization()
    layer.adapt(3 + 2 * numbers(20, 3))
    return keras.Sequential([keras.Input((3,)), layer, dense(), dense(1)]), (
        numbers(5, 3)
    )


@entry
def vocabulary():
    layer = keras.layers.StringLookup(output_mode="multi_hot")
    layer.adapt(["b", "a", "b"])
    inputs = keras.Input((2,), dtype="string")
    x = dense()(layer(inputs))
    model = keras.Model(inputs, keras.layers.Dense(1)(x))
    return model, tf.constant([["a", "c"], ["b", "b"]])


@entry
def recurrent():
    inputs = keras.Input((6,), dtype="int32")
    x = keras.layers.Embedding(9, 4, mask_zero=True)(inputs)
    x = keras.layers.Bidirectional(keras.layers.GRU(3))(x)
    model = keras.Model(inputs, keras.layers.Dense(1)(dense()(x)))
    return model, np.array([[1, 2, 3, 0, 0, 0], [4, 5, 6, 7, 8, 0]])


@entry
def wrapped():
    inputs = keras.Input((4, 3))
    x = keras.layers.TimeDistributed(dense(), name="each")(inputs)
    x = keras.layers.SpectralNormalization(dense())(x)
    return keras.Model(inputs, keras.layers.Dense(1)(x)), numbers(5, 4, 3)


@entry
def attention():
    inputs = keras.Input((4, 3))
    x = keras.layers.MultiHeadAttention(2, 3, use_bias=False)(inputs, inputs)
    x = dense()(keras.layers.LayerNormalization(epsilon=0.5)(x))
    return keras.Model(inputs, keras.layers.Dense(1)(x)), numbers(5, 4, 3)


@entry
def called_with_training():
    inputs = keras.Input((3,))
    inner = keras.Sequential(
        [keras.Input((3,)), dense(), keras.layers.BatchNormalization()]
    )
    x = inner(inputs, training=False)
    x = keras.layers.Dropout(0.5, seed=1)(x, training=True)
    return keras.Model(inputs, keras.layers.Dense(1)(x)), numbers(5, 3)


@entry
def operations():
    inputs = keras.Input((4, 4, 2))
    x = keras.layers.Conv2D(3, 3, activation="relu", padding="same")(inputs)
    x = keras.ops.relu(x)[:, 1:, :, :2] * np.float32(2.0)
    x = keras.ops.einsum("bhwc->bc", keras.ops.transpose(x, (0, 2, 1, 3)))
    x = keras.ops.where(x > 0, x, keras.ops.zeros_like(x))
    return keras.Model(inputs, keras.layers.Dense(1)(x)), numbers(2, 4, 4, 2)


class Functional(keras.Model):
    """A functional subclass with everything of its own."""

    def __init__(self, units=4):
        inputs = keras.Input((3,), name="feat")
        hidden = dense(units, name="hidden")
        x = hidden(inputs)
        super().__init__(inputs, keras.layers.Dense(1, name="head")(x))
        self.units = units
        self.hidden = hidden
        self.encoder = keras.Model(inputs, x)
        self.auxiliary = keras.layers.Dense(2)
        self.auxiliary.build((None, units))
        self.temperature = self.add_weight(
            name="temperature", initializer=keras.initializers.Constant(0.5)
        )
        self.tracker = keras.metrics.Mean(name="tracked")
        self.options = {"layers": [hidden], "names": ("a", "b")}
        self.step = self.train_step

    def train_step(self, data):
        x, y = data
        with tf.GradientTape() as tape:
            error = self(x, training=True) - y
            loss = self.temperature * tf.reduce_mean(error**2)
        gradients = tape.gradient(loss, self.trainable_variables)
        self.optimizer.apply(
            [
                tf.zeros_like(v) if g is None else g
                for g, v in zip(
                    gradients, self.trainable_variables, strict=True
                )
            ],
            self.trainable_variables,
        )
        self.tracker.update_state(loss)
        return {"tracked": self.tracker.result()}

    def test_step(self, data):
        return {"constant": tf.constant(3.0)}

    def compute_loss(self, *args, **kwargs):
        return 7.0

    def fit(self, *args, **kwargs):
        kwargs["epochs"] = 2
        return super().fit(*args, **kwargs)

    @property
    def metrics(self):
        return [self.tracker]


@entry
def functional_subclass():
    model = Functional()
    model.compile(keras.optimizers.Adam(0.25), run_eagerly=True)
    model.note = "set afterwards"
    return model, numbers(5, 3)


class Scaled(keras.Sequential):
    """A sequential subclass that changes its call."""

    def __init__(self, scale):
        super().__init__([keras.Input((3,)), dense(), keras.layers.Dense(1)])
        self.scale = scale

    def call(self, inputs, training=None, mask=None):
        return self.scale * super().call(inputs, training=training)


@entry
def sequential_subclass():
    return Scaled(3.0), numbers(5, 3)


@entry
def functional_subclass_inside():
    inputs = keras.Input((3,))
    inner = Functional()
    return keras.Model(inputs, keras.layers.Dense(1)(inner(inputs))), (
        numbers(5, 3)
    )


class Block(keras.layers.Layer):
    """A layer that is made of layers and takes an activation."""

    def __init__(self, units, activation="relu", **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.activation = keras.activations.get(activation)
        self.first = keras.layers.Dense(units, activation=self.activation)
        self.second = keras.layers.Dense(units)

    def build(self, shape):
        self.first.build(shape)
        self.second.build((*shape[:-1], self.units))

    def call(self, x):
        return self.second(self.first(x))

    def get_config(self):
        activation = keras.activations.serialize(self.activation)
        return {
            **super().get_config(),
            "units": self.units,
            "activation": activation,
        }


@entry
def blocks():
    inputs = keras.Input((3,))
    x = Block(4, name="one")(inputs)
    x = Block(4, name="two")(x)
    model = keras.Model(inputs, x)
    model.get_layer("one").second.trainable = False
    return model, numbers(5, 3)


@entry
def settings_of_layers():
    model = keras.Sequential(
        [keras.Input((3,)), dense(autocast=False), keras.layers.Dense(1)]
    )
    model.layers[0].note = "mine"
    with keras.RematScope("full"):
        model.add(dense(2))
    model.add(keras.layers.Dense(1))
    return model, numbers(5, 3)


@entry
def excluded_from_decay():
    model = keras.Sequential([keras.Input((3,)), dense(), dense(1)])
    optimizer = keras.optimizers.AdamW(
        keras.optimizers.schedules.CosineDecay(0.1, 10), weight_decay=0.5
    )
    optimizer.exclude_from_weight_decay(
        var_list=[model.layers[1].kernel], var_names=["bias"]
    )
    model.compile(optimizer, "mse", jit_compile=True)
    return model, numbers(5, 3)
