"""A swap keeps everything of a model but the swapped activations."""

import inspect

import keras
import numpy as np
import pytest
from common.model_zoo import ZOO, numbers
from keras import applications

from keras_activations.layers import ReLU
from keras_activations.models import swap_activations
from keras_activations.models.anatomy import calls, graphs

# Each layer has a `build` of its own; the rest is looked at elsewhere.
NOT_COMPARED = (
    "activation",
    "build",
    "get_config",
    "input_vocabulary",
    "optimizer",
    "quantize",
)
ONES = np.ones((5, 1), "float32")
PLAIN = (bool, int, float, str, type(None))


def is_activation(layer):
    return isinstance(layer, (keras.layers.Activation, keras.layers.ReLU, ReLU))


def plain(value):
    """What can be compared: functions stay what they are."""
    if isinstance(value, dict):
        return {key: plain(each) for key, each in value.items()}
    if isinstance(value, list | tuple | set):
        return [plain(each) for each in value]
    if isinstance(value, keras.metrics.Metric):
        return value.get_config()
    if isinstance(value, keras.KerasTensor):
        return value.name
    if isinstance(value, keras.layers.Layer | keras.Variable):
        return value.name
    if inspect.ismethod(value):
        return value.__func__
    if isinstance(value, PLAIN) or inspect.isroutine(value):
        return value
    return type(value)


def layer_facts(layer):
    config = {}
    if not isinstance(layer, keras.Model | keras.layers.Wrapper):
        config = layer.get_config()
        config.pop("activation", None)
        config.pop("vocabulary", None)  # learned by adapt, which is its state
    return {
        "class": type(layer),
        "name": layer.name,
        "config": config,
        "trainable": layer.trainable,
        "dtype": layer.dtype_policy.name,
        "autocast": layer.autocast,
        "remat": layer._remat_mode,
        "attributes": {
            name: plain(value)
            for name, value in vars(layer).items()
            if not name.startswith("_") and name not in NOT_COMPARED
        },
    }


def weight_facts(weight):
    return {
        "path": weight.path,
        "trainable": weight.trainable,
        "regularizer": weight.regularizer,
        "constraint": type(weight.constraint),
        "dtype": weight.dtype,
        "value": np.asarray(weight.value).tolist(),
    }


def unnamed(arguments):
    """Call arguments with what tells of a tensor between two layers."""
    return keras.tree.map_structure(
        lambda each: (
            each.dtype if isinstance(each, keras.KerasTensor) else each
        ),
        arguments,
    )


def input_facts(tensor):
    layer = tensor._keras_history.operation
    return layer.get_config() | {"tensor": tensor.name, "spec": str(tensor)}


def compile_facts(model):
    if not model.compiled:
        return None
    optimizer = model.optimizer
    given = model._compile_config.config
    decayed = None
    if optimizer.weight_decay:
        decayed = [
            optimizer._use_weight_decay(weight)
            for weight in model.trainable_variables
        ]
    return {
        "optimizer": (type(optimizer), optimizer.get_config(), decayed),
        "given": plain({**given, "optimizer": None}),
        "eager": model.run_eagerly,
        "jit": model.jit_compile,
        "steps": model.steps_per_execution,
    }


def facts(model):
    layers = [x for x in model._flatten_layers() if not is_activation(x)]
    return {
        "layers": [layer_facts(layer) for layer in layers],
        "weights": [weight_facts(weight) for weight in model.variables],
        "inputs": [input_facts(tensor) for tensor in model.inputs],
        "input": plain(getattr(model, "_inputs_struct", None)),
        "output_names": getattr(model, "output_names", None),
        "outputs": keras.tree.map_structure(
            lambda tensor: (tensor.shape, tensor.dtype), model.outputs
        ),
        "calls": [
            (plain(unnamed(node.arguments.kwargs)), len(call.given))
            for graph in graphs(model)
            for call in calls(graph)
            for node in [call.operation._inbound_nodes[call.number]]
        ],
        "metrics": model.metrics_names,
        "compiled": compile_facts(model),
    }


def differences(found, expected, path=""):
    """The paths at which two structures differ, with both values."""
    if isinstance(found, dict) and isinstance(expected, dict):
        for key in found.keys() | expected.keys():
            yield from differences(
                found.get(key), expected.get(key), f"{path}/{key}"
            )
    elif (
        isinstance(found, list)
        and isinstance(expected, list)
        and len(found) == len(expected)
    ):
        for index, pair in enumerate(zip(found, expected, strict=True)):
            yield from differences(*pair, f"{path}/{index}")
    elif found != expected:
        yield path, found, expected


def assert_same(swapped, model, x):
    different = list(differences(facts(swapped), facts(model)))
    assert not different, different
    for ours, theirs in zip(
        keras.tree.flatten(swapped(x)),
        keras.tree.flatten(model(x)),
        strict=True,
    ):
        np.testing.assert_array_equal(ours, theirs)
    assert [float(loss) for loss in swapped.losses] == [
        float(loss) for loss in model.losses
    ]
    # They share no weight.
    before = [np.array(variable) for variable in model.variables]
    for variable in swapped.variables:
        variable.assign(keras.ops.ones_like(variable))
    for variable, value in zip(model.variables, before, strict=True):
        np.testing.assert_array_equal(variable, value)


@pytest.mark.filterwarnings("ignore:The object being serialized")
@pytest.mark.filterwarnings("ignore:`build.*` was called on layer")
@pytest.mark.parametrize("name", ZOO)
def test_nothing_is_lost(name):
    model, x = ZOO[name]()
    before = facts(model)
    swapped = swap_activations(model, "relu", only="relu", verbose=0)
    assert any(isinstance(x, ReLU) for x in swapped._flatten_layers())
    assert not list(differences(facts(model), before)), "the model changed"
    assert_same(swapped, model, x)


@pytest.mark.parametrize(
    ("name", "y"),
    [
        ("several_outputs", {"left": ONES, "right": np.ones((5, 2))}),
        ("functional_subclass", ONES),
        ("excluded_from_decay", ONES),
        ("model_in_mixed_precision", ONES),
    ],
)
def test_the_copy_trains_as_the_model_does(name, y):
    model, x = ZOO[name]()
    swapped = swap_activations(model, "relu", only="relu", verbose=0)
    for each in (model, swapped):
        each.fit(x, y, batch_size=5, shuffle=False, verbose=0)
    assert swapped.history.history == model.history.history
    for ours, theirs in zip(swapped.weights, model.weights, strict=True):
        np.testing.assert_array_equal(ours, theirs)


IMAGES = numbers(2, 32, 32, 3)


@pytest.fixture(scope="module")
def efficient_net():
    return applications.EfficientNetB0(
        weights=None, input_shape=(32, 32, 3), classes=3
    )


@pytest.mark.parametrize(
    ("make", "function"),
    [
        (applications.MobileNet, keras.activations.relu6),
        (applications.MobileNetV3Small, keras.activations.hard_swish),
        (applications.MobileNetV2, keras.activations.relu6),
    ],
)
def test_of_applications(make, function):
    model = make(weights=None, input_shape=(32, 32, 3), classes=3)
    swapped = swap_activations(model, function, only=function, verbose=0)
    assert_same(swapped, model, IMAGES)


def test_gates_of_efficient_net_stay(efficient_net):
    table = swap_activations(efficient_net, "leaky_relu", dry_run=True)
    rows = {row.where: row for row in table}
    assert rows["block1a_se_expand"].why == "a gate"
    assert rows["block1a_se_reduce"].new == "LeakyReLU"
    assert sum(row.why == "a gate" for row in table) == 16
    assert [row.where for row in table if row.why == "the output"] == [
        "predictions"
    ]
    function = keras.activations.silu
    swapped = swap_activations(efficient_net, function, verbose=0)
    assert_same(swapped, efficient_net, IMAGES)


TOKENS = {
    "token_ids": np.ones((2, 4), "int32"),
    "padding_mask": np.array([[1, 1, 1, 0], [1, 1, 1, 1]]),
}
SEGMENTS = {"segment_ids": np.zeros((2, 4), "int32")}


def bert(hub):
    return hub.models.BertBackbone(
        20, 1, 2, 8, 16, max_sequence_length=4
    ), TOKENS | SEGMENTS


def gpt2(hub):
    return hub.models.GPT2Backbone(
        20, 1, 2, 8, 16, max_sequence_length=4
    ), TOKENS


def resnet(hub):
    return hub.models.ResNetBackbone(
        [64], [3], [64, 64], [1, 1], [1, 2], "basic_block"
    ), IMAGES


@pytest.mark.filterwarnings("ignore")  # of what keras-hub imports
@pytest.mark.parametrize("make", [bert, gpt2, resnet])
def test_of_keras_hub(make):
    model, x = make(pytest.importorskip("keras_hub"))
    first = next(
        layer.activation
        for layer in model.layers
        if getattr(layer, "activation", keras.activations.linear)
        is not keras.activations.linear
    )
    swapped = swap_activations(model, first, only=first, verbose=0)
    assert_same(swapped, model, x)
    # Its class makes the old activations.
    swapped = swap_activations(model, "prelu", only=first, verbose=0)
    with pytest.raises(NotImplementedError, match="another model.*weights"):
        swapped.get_config()


@pytest.mark.filterwarnings("ignore")  # of what keras-hub imports
def test_of_a_vision_transformer_of_keras_hub():
    hub = pytest.importorskip("keras_hub")
    model = hub.models.ViTBackbone((32, 32, 3), (16, 16), 1, 2, 8, 16)
    # It has all of its activations inside one layer.
    function = keras.activations.gelu
    swapped = swap_activations(model, function, only=function, verbose=0)
    np.testing.assert_array_equal(swapped(IMAGES), model(IMAGES))
    for ours, theirs in zip(swapped.weights, model.weights, strict=True):
        assert weight_facts(ours) == weight_facts(theirs)
    swapped = swap_activations(model, "prelu", only="gelu", verbose=0)
    assert len(swapped.weights) == len(model.weights) + 1
