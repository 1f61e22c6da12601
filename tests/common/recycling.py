"""Models whose units are recycled, and how, for the tests of both backends."""

import re
import warnings

import keras
import numpy as np

from keras_activations.callbacks import ActivationMonitor, RecycleUnits
from keras_activations.recycling.drawing import drawing
from keras_activations.recycling.optimizer_state import states
from keras_activations.recycling.recycle import recycled
from keras_activations.recycling.routes import Routes

layers = keras.layers
rng = np.random.default_rng(0)
# On TensorFlow, a small model is trained sooner without.
COMPILED = keras.backend.backend() == "jax"


def fit(
    model,
    x,
    y,
    rule="dead",
    epochs=1,
    compiled=False,
    watch=None,
    shuffle=True,
    **options,
):
    if not compiled:
        model.compile("adam", "mse", jit_compile=COMPILED)
    monitor = ActivationMonitor(layers=watch, alerts=False)
    recycler = RecycleUnits(monitor, rule, seed=0, **options)
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", "RecycleUnits leaves alone")
        warnings.filterwarnings("ignore", "ActivationMonitor does not watch")
        model.fit(
            x,
            y,
            16,
            epochs=epochs,
            shuffle=shuffle,
            verbose=0,
            callbacks=[monitor, recycler],
        )
    return recycler


def kill(layer, units=(0, 2)):
    """Gives units a bias that no input outweighs."""
    bias = np.array(layer.bias)
    bias[list(units)] = -1e3
    layer.bias.assign(bias)


class Subclassed(keras.Model):
    def __init__(self):
        super().__init__()
        self.first = layers.Dense(6)
        self.second = layers.Dense(1)

    def call(self, x):
        return self.second(keras.ops.relu(self.first(x)))


class Block(layers.Layer):
    def __init__(self):
        super().__init__()
        self.dense = layers.Dense(6)

    def build(self, shape):
        self.dense.build(shape)

    def call(self, x):
        return keras.ops.relu(self.dense(x))


def sequential(*parts, shape=(5,)):
    return keras.Sequential([keras.Input(shape), *parts, layers.Dense(1)])


def functional(build, shape=(5,)):
    inputs = keras.Input(shape)
    return keras.Model(inputs, build(inputs))


def two_readers(x):
    hidden = layers.Dense(6, "relu", name="hidden")(x)
    return layers.Dense(1)(
        layers.Concatenate()(
            [layers.Dense(3)(hidden), x, layers.Dropout(0.5)(hidden)]
        )
    )


def shared_maker(x):
    hidden = layers.Dense(6, "relu", name="hidden")
    return layers.Dense(1)(layers.Concatenate()([hidden(x), hidden(2 * x)]))


def shared_reader(x):
    hidden = layers.Dense(6, "relu", name="hidden")
    reader = layers.Dense(2)
    return layers.Dense(1)(
        layers.Concatenate()([reader(hidden(x)), reader(hidden(2 * x))])
    )


IMAGE = (6, 6, 2)
# The model, the layer of which units die, and the name of its row.
FOLLOWED = {
    "dense": lambda: sequential(layers.Dense(6, "relu", name="hidden")),
    "activation layer": lambda: sequential(
        layers.Dense(6, name="hidden"), layers.ReLU(name="act")
    ),
    "Activation": lambda: sequential(
        layers.Dense(6, name="hidden"), layers.Activation("relu", name="act")
    ),
    "dropout between": lambda: sequential(
        layers.Dense(6, name="hidden"),
        layers.Dropout(0.1),
        layers.ReLU(name="act"),
        layers.GaussianDropout(0.1),
    ),
    "penalty": lambda: sequential(
        layers.Dense(6, "relu", name="hidden", activity_regularizer="l1"),
    ),
    "Conv2D": lambda: sequential(
        layers.Conv2D(6, 3, activation="relu", name="hidden"),
        layers.MaxPooling2D(),
        layers.Flatten(),
        shape=IMAGE,
    ),
    "Conv2D to Conv2D": lambda: sequential(
        layers.Conv2D(6, 3, activation="relu", name="hidden"),
        layers.ZeroPadding2D(),
        layers.Conv2D(4, 3, groups=2, padding="same"),
        layers.GlobalAveragePooling2D(),
        shape=IMAGE,
    ),
    "Conv2D to DepthwiseConv2D": lambda: sequential(
        layers.Conv2D(6, 3, activation="relu", name="hidden"),
        layers.UpSampling2D(),
        layers.DepthwiseConv2D(3, depth_multiplier=2),
        layers.GlobalMaxPooling2D(),
        shape=IMAGE,
    ),
    "Conv2D to SeparableConv2D": lambda: sequential(
        layers.Conv2D(6, 3, activation="relu", name="hidden"),
        layers.SeparableConv2D(4, 3),
        layers.GlobalMaxPooling2D(),
        shape=IMAGE,
    ),
    "Conv2D to Conv2DTranspose": lambda: sequential(
        layers.Conv2D(6, 3, activation="relu", name="hidden"),
        layers.Conv2DTranspose(4, 3, strides=2),
        layers.GlobalMaxPooling2D(),
        shape=IMAGE,
    ),
    "DepthwiseConv2D": lambda: sequential(
        layers.DepthwiseConv2D(
            3, depth_multiplier=3, activation="relu", name="hidden"
        ),
        layers.Flatten(),
        shape=IMAGE,
    ),
    "SeparableConv2D": lambda: sequential(
        layers.SeparableConv2D(6, 3, activation="relu", name="hidden"),
        layers.Flatten(),
        shape=IMAGE,
    ),
    "Conv2DTranspose": lambda: sequential(
        layers.Conv2DTranspose(6, 3, activation="relu", name="hidden"),
        layers.ZeroPadding2D(0),
        layers.Reshape((8 * 8 * 6,)),
        shape=IMAGE,
    ),
    "Conv3D": lambda: sequential(
        layers.Conv3D(6, 2, activation="relu", name="hidden"),
        layers.Conv3D(3, 2),
        layers.Flatten(),
        shape=(4, 4, 4, 1),
    ),
    "Conv1D": lambda: sequential(
        layers.Conv1D(6, 3, padding="causal", activation="relu", name="hidden"),
        layers.SpatialDropout1D(0.1),
        layers.Conv1D(4, 3),
        layers.Flatten(),
        shape=(8, 2),
    ),
    "to LSTM": lambda: sequential(
        layers.Conv1D(6, 3, activation="relu", name="hidden"),
        layers.LSTM(3),
        shape=(8, 2),
    ),
    "to Bidirectional": lambda: sequential(
        layers.Dense(6, "relu", name="hidden"),
        layers.Bidirectional(layers.GRU(3)),
        shape=(8, 2),
    ),
    "to TimeDistributed": lambda: sequential(
        layers.Dense(6, "relu", name="hidden"),
        layers.TimeDistributed(layers.Dense(2)),
        layers.Flatten(),
        shape=(8, 2),
    ),
    "EinsumDense": lambda: sequential(
        layers.EinsumDense(
            "abc,cd->abd",
            (4, 6),
            bias_axes="d",
            activation="relu",
            name="hidden",
        ),
        layers.EinsumDense("abd,de->abe", (4, 3)),
        layers.Flatten(),
        shape=(4, 2),
    ),
    "to attention": lambda: functional(
        lambda x: layers.Dense(1)(
            layers.Flatten()(
                (lambda h: layers.MultiHeadAttention(2, 2)(h, h))(
                    layers.Dense(6, "relu", name="hidden")(x)
                )
            )
        ),
        shape=(4, 2),
    ),
    "nested": lambda: sequential(
        keras.Sequential([layers.Dense(6, name="hidden"), layers.ReLU()])
    ),
    "two readers": lambda: functional(two_readers),
    "shared maker": lambda: functional(shared_maker),
    "shared reader": lambda: functional(shared_reader),
}


def hidden_of(model):
    return next(
        layer for layer in model._flatten_layers() if layer.name == "hidden"
    )


def recycle(model, x, units, moments="median"):
    """Recycles units without a training around it.

    Returns what runs the model on `x`, and the outputs before.
    """
    routes = Routes(model, None, x)
    (route,) = routes.found.values()
    outputs, seen = routes.run(x)
    assert seen.silent(route)[units].all()
    chosen = np.zeros(route.units, bool)
    chosen[units] = True
    recycled(
        route,
        chosen,
        seen,
        getattr(model, "optimizer", None),
        drawing(0, 0, ""),
        moments,
    ).assign()
    return lambda: routes.run(x)[0], outputs


def check_that_units_live_again(name):
    """The network of `FOLLOWED` computes the same, and they are new."""
    keras.utils.set_random_seed(1)
    model = FOLLOWED[name]()
    layer = hidden_of(model)
    kill(layer)
    shape = model.inputs[0].shape[1:]
    x = rng.normal(size=(32, *shape)).astype("float32")
    run, before = recycle(model, x, [0, 2])
    np.testing.assert_array_equal(before, run())
    assert (layer.bias.numpy()[[0, 2]] == 0).all()
    # What leads out of them is 0, and what leads out of others is not.
    bias = rng.normal(size=layer.bias.shape)
    layer.bias.assign(bias)
    changed = run()
    assert (changed[0] != before[0]).any()
    bias[[0, 2]] += 1.0
    layer.bias.assign(bias)
    np.testing.assert_array_equal(run(), changed)


def added(x):
    hidden = layers.Dense(5, "relu", name="hidden")(x)
    return layers.Dense(1)(layers.Add()([x, hidden]))


def two_uses_of_the_input(x):
    hidden = layers.Dense(5, name="hidden")(x)
    return layers.Dense(1)(
        layers.Concatenate()([layers.ReLU(name="act")(hidden), hidden])
    )


def other_use_of_the_reader(x):
    hidden = layers.Dense(5, "relu", name="hidden")(x)
    reader = layers.Dense(1)
    return layers.Concatenate()([reader(hidden), reader(x)])


def frozen_reader():
    model = sequential(layers.Dense(5, "relu", name="hidden"))
    model.layers[-1].trainable = False
    return model


def frozen():
    model = sequential(layers.Dense(5, "relu", name="hidden"))
    model.layers[0].trainable = False
    return model


def quantized():
    model = sequential(layers.Dense(5, "relu", name="hidden"))
    model.layers[-1].quantize("int8")
    return model


def with_lora():
    model = sequential(layers.Dense(5, "relu", name="hidden"))
    model.layers[-1].enable_lora(1)
    return model


def tied():
    model = sequential(layers.Dense(5, "relu", name="hidden"), layers.Dense(5))
    model.layers[1]._trainable_variables[0] = model.layers[0].kernel
    return model


LEFT_ALONE = {
    "added": (lambda: functional(added), "goes into add.* \\(Add\\)"),
    "input used twice": (
        lambda: functional(two_uses_of_the_input),
        "its input also goes into concatenate",
    ),
    "reader used twice": (
        lambda: functional(other_use_of_the_reader),
        "also called at another place",
    ),
    "layer normalization": (
        lambda: sequential(
            layers.Dense(5, "relu", name="hidden"), layers.LayerNormalization()
        ),
        "LayerNormalization",
    ),
    "layer normalization before": (
        lambda: sequential(
            layers.Dense(5, name="hidden"),
            layers.LayerNormalization(),
            layers.ReLU(),
        ),
        "its input comes from .*LayerNormalization",
    ),
    "permuted": (
        lambda: sequential(
            layers.Dense(5, "relu", name="hidden"),
            layers.Permute((2, 1)),
            layers.Flatten(),
            shape=(3, 2),
        ),
        "Permute",
    ),
    "frozen": (frozen, "'hidden' is frozen"),
    "frozen reader": (frozen_reader, "is frozen"),
    "quantized reader": (quantized, "is quantized"),
    "LoRA": (with_lora, "has a LoRA adaptor"),
    "tied": (tied, "share a weight"),
}


def two_layers(**options):
    keras.utils.set_random_seed(3)
    model = sequential(
        layers.Dense(8, "relu", name="hidden", **options),
        layers.Dense(8, "relu", name="second"),
    )
    kill(model.layers[0])
    return model


def data(rows=64):
    local = np.random.default_rng(4)
    x = local.normal(size=(rows, 5)).astype("float32")
    return x, np.sin(x.sum(1, keepdims=True)).astype("float32")


OPTIMIZERS = {
    name: (lambda name=name: getattr(keras.optimizers, name)())
    for name in (
        "SGD",
        "Adam",
        "AdamW",
        "Adamax",
        "Nadam",
        "RMSprop",
        "Adagrad",
        "Adadelta",
        "Lion",
        "Ftrl",
        "Lamb",
        "Adafactor",
    )
} | {
    "momentum": lambda: keras.optimizers.SGD(0.01, momentum=0.9),
    "amsgrad": lambda: keras.optimizers.Adam(amsgrad=True),
    "centered": lambda: keras.optimizers.RMSprop(centered=True, momentum=0.9),
    "Ftrl with penalties": lambda: keras.optimizers.Ftrl(
        0.1,
        l1_regularization_strength=0.01,
        l2_regularization_strength=0.01,
        beta=0.1,
    ),
    "average": lambda: keras.optimizers.Adam(use_ema=True),
    "accumulating": lambda: keras.optimizers.Adam(
        gradient_accumulation_steps=3
    ),
    "loss scale": lambda: keras.optimizers.LossScaleOptimizer(
        keras.optimizers.Adam()
    ),
}
for name in ("Muon", "ScheduleFreeAdamW"):
    if hasattr(keras.optimizers, name):
        OPTIMIZERS[name] = getattr(keras.optimizers, name)


def check_what_is_left_alone(name):
    """The reason for which units of `LEFT_ALONE` are not followed."""
    build, reason = LEFT_ALONE[name]
    model = build()
    shape = model.inputs[0].shape[1:]
    routes = Routes(model, None, np.zeros((2, *shape), "float32"))
    assert routes.found == {}
    (found,) = routes.left_alone.values()
    assert re.search(reason, found), found


SUBCLASSED = ["model", "layer"]


def check_subclassed(name):
    """A model or layer in whose code the units are."""
    if name == "layer":
        model = keras.Sequential([keras.Input((5,)), Block(), layers.Dense(1)])
        hidden = model.layers[0].dense
    else:
        model = Subclassed()
        model(np.zeros((1, 5)))
        hidden = model.first
    kill(hidden)
    recycler = fit(model, *data())
    (row,) = recycler.history
    assert row["units"] == [0, 2]
    assert row["output_change"] == 0.0
    again = fit(model, *data())
    assert again.history == []
    assert (again.monitor.units(row["layer"])["firing_rate"] > 0).all()


def step(model, optimizer, seed, update):
    """One update with random gradients."""
    own = np.random.default_rng(seed)
    variables = model.trainable_variables
    gradients = [own.normal(size=v.shape).astype("float32") for v in variables]
    update(optimizer, [*map(keras.ops.convert_to_tensor, gradients)], variables)


def check_that_an_optimizer_forgets(name, update):
    """What an optimizer of `OPTIMIZERS` knows of units that were recycled."""
    model = sequential(layers.Dense(8, "relu", name="hidden"))
    optimizer = OPTIMIZERS[name]()
    model.compile(optimizer)
    optimizer.build(model.trainable_variables)
    for seed in 0, 1:
        step(model, optimizer, seed, update)
    kill(model.layers[0])
    recycle(model, rng.normal(size=(8, 5)).astype("float32"), [0, 2])
    kernel, outgoing = model.layers[0].kernel, model.layers[1].kernel
    own = {
        id(state.variable)
        for weight in (kernel, outgoing)
        for state in states(optimizer, weight)
    }
    # Every variable that belongs to these weights is known.
    for variable in optimizer.variables:
        if variable.shape in (kernel.shape, outgoing.shape):
            assert id(variable) in own, variable.path
    for state in states(optimizer, kernel):
        found = state.variable.numpy()
        new, old = found[:, [0, 2]], np.delete(found, [0, 2], 1)
        if state.role == "square":
            assert (new == np.median(old, 1)[:, None]).all()
        elif state.role == "mean":
            assert (new == 0).all()
        elif state.role == "average":
            assert (new == kernel.numpy()[:, [0, 2]]).all()
    for state in states(optimizer, outgoing):
        assert (state.variable.numpy()[[0, 2]] == state.fresh).all()
    # The next step neither forgets the new weights nor leaps.
    before = kernel.numpy()[:, [0, 2]]
    step(model, optimizer, 2, update)
    after = kernel.numpy()[:, [0, 2]]
    rate = float(np.asarray(optimizer.learning_rate))
    assert np.abs(after - before).max() < 10 * max(rate, 0.01)


def recycled_training():
    """What a training in which units die and go on as new ones tells."""
    model = sequential(
        layers.Dense(8, "relu", name="hidden"),
        layers.BatchNormalization(),
        layers.Dense(8, "relu", kernel_initializer="he_normal", name="second"),
    )
    own = np.random.default_rng(1)
    for weight in model.trainable_variables:
        weight.assign(0.5 * own.normal(size=weight.shape))
    kill(model.layers[0])
    model.compile(keras.optimizers.Adam(0.01), "mse")
    recycler = fit(
        model, *data(), "dormant", 3, compiled=True, shuffle=False, tau=0.5
    )
    return {
        "history": recycler.history,
        "left_alone": recycler.left_alone,
        "weights": [weight.numpy().tolist() for weight in model.weights],
        "optimizer": [
            variable.numpy().tolist() for variable in model.optimizer.variables
        ],
    }


def check_that_a_resumed_training_recycles_in_the_same_way(tmp_path):
    """Whether a backup between two epochs changes anything."""
    x, y = data()

    class Stop(keras.callbacks.Callback):
        def on_epoch_begin(self, epoch, logs=None):
            if epoch == 1:
                raise KeyboardInterrupt

    def train(*more, backup):
        model = two_layers()
        model.compile("adam", "mse", jit_compile=COMPILED)
        monitor = ActivationMonitor(alerts=False)
        both = [monitor, RecycleUnits(monitor, "dormant", tau=0.5, seed=5)]
        more = [keras.callbacks.BackupAndRestore(backup), *more]
        try:
            model.fit(
                x,
                y,
                16,
                epochs=3,
                shuffle=False,
                verbose=0,
                callbacks=[*both, *more],
            )
        except KeyboardInterrupt:
            pass
        return model, both[1]

    whole, recycler = train(backup=tmp_path / "a")
    assert len({row["epoch"] for row in recycler.history}) > 1
    train(Stop(), backup=tmp_path / "b")
    resumed, _ = train(backup=tmp_path / "b")
    for one, other in zip(whole.weights, resumed.weights, strict=True):
        np.testing.assert_array_equal(one.numpy(), other.numpy())
