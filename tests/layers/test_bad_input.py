"""What cannot work is refused where it is given, by name and value."""

import inspect

import keras
import numpy as np
import pytest
import tensorflow as tf
from common.activations import LEARNED, ROWS, by_name

from keras_activations import activations
from keras_activations.layers import ELU, XIELU, LeakyReLU, PReLU, ReLU

BAD_NUMBERS = [np.nan, np.inf, -np.inf, -0.1, "0.1", None, True, [0.1], 1j]
KINDS = list(dict.fromkeys(type(row.layer()) for row in ROWS))


def arguments(default):
    """Return each layer with each argument that has a default of this type."""
    return [
        (kind, name)
        for kind in KINDS
        for name, given in inspect.signature(kind).parameters.items()
        if type(given.default) is default
    ]


ARGUMENTS = [*arguments(float), (ReLU, "max_value")]


@pytest.mark.parametrize("bad", BAD_NUMBERS, ids=repr)
@pytest.mark.parametrize("kind, name", ARGUMENTS)
def test_a_bad_number(kind, name, bad):
    if name == "max_value" and bad is None:
        assert kind(max_value=None).max_value is None  # unlimited
        return
    with pytest.raises((TypeError, ValueError)) as caught:
        kind(**{name: bad})
    if not (kind is PReLU and isinstance(bad, (str, list))):
        assert f"Received: {name}={bad!r}" in str(caught.value)


def test_elu_refuses_zero():
    with pytest.raises(ValueError, match="positive number.*alpha=0"):
        ELU(0)


def test_a_constant_that_is_no_slope():
    for bad in (np.nan, np.inf, -1):
        with pytest.raises(ValueError, match="alpha_initializer=(nan|inf|-1)"):
            PReLU(keras.initializers.Constant(bad))


def test_an_integer_beyond_all_floats():
    with pytest.raises(ValueError, match="`alpha` of ELU must be a finite"):
        ELU(10**400)


@pytest.mark.parametrize("bad", [None, "no", 1])
@pytest.mark.parametrize("kind, name", arguments(bool))
def test_what_is_no_boolean(kind, name, bad):
    with pytest.raises(TypeError, match=f"{name}={bad!r}"):
        kind(**{name: bad})


@pytest.mark.parametrize("bad", BAD_NUMBERS[:-2], ids=repr)
@pytest.mark.parametrize("row", LEARNED, ids=by_name)
def test_the_functions_refuse_it_too(row, bad):
    x = tf.constant([1.0])
    owner = row.function.__name__
    for name, learned in row.learned.items():
        if learned.signed and bad == -0.1:
            continue
        given = {**dict.fromkeys(row.learned, 0.5), name: bad}
        with pytest.raises(
            (TypeError, ValueError), match=f"`{name}` of {owner}.*Received"
        ):
            row.function(x, **given)
    with pytest.raises((TypeError, ValueError), match="`negative_slope`"):
        activations.leaky_relu(x, bad)


@pytest.mark.parametrize("row", LEARNED, ids=by_name)
def test_a_parameter_that_does_not_fit(row):
    x = tf.ones((2, 3))
    for name in row.learned:
        given = dict.fromkeys(row.learned, 0.5)
        with pytest.raises(ValueError, match=rf"{name} of shape \(4,\)"):
            row.function(x, **{**given, name: tf.ones(4)})
        with pytest.raises(TypeError, match=f"{name} of dtype int32"):
            row.function(x, **{**given, name: tf.ones(3, tf.int32)})


@pytest.mark.parametrize("dtype", ["float16", "bfloat16", "float32"])
def test_what_the_dtype_cannot_hold(dtype):
    large, small = 1e39, 1e-50
    infinite = f"1e\\+39, which is infinite in {dtype}"
    zero = f"1e-50, which is zero in {dtype}"
    for kind, name in ARGUMENTS:
        with pytest.raises(ValueError, match=f"{name}={infinite}"):
            kind(**{name: large}, dtype=dtype)
    for learn_alpha in (True, False):
        for value, message in ((large, infinite), (small, zero)):
            with pytest.raises(ValueError, match=f"`alpha` of ELU.*{message}"):
                ELU(value, learn_alpha=learn_alpha, dtype=dtype)
    x = tf.ones(1, dtype)
    for function, message in (
        (activations.elu, infinite),
        (activations.prelu, infinite),
        (activations.leaky_relu, infinite),
        (activations.relu, infinite),
    ):
        with pytest.raises(ValueError, match=message):
            function(x, large)


def test_what_float64_can_hold():
    for alpha in (1e39, 1e-50):
        layer = ELU(alpha, learn_alpha=True, dtype="float64")
        y = layer(tf.constant([[-1.0]], tf.float64))
        np.testing.assert_allclose(y, [[alpha * np.expm1(-1)]], 1e-15)
    # A learned slope is float32 in a mixed policy, a fixed one is not.
    ELU(1e5, learn_alpha=True, dtype="mixed_float16")
    with pytest.raises(ValueError, match="infinite in float16"):
        LeakyReLU(1e5, dtype="mixed_float16")


def test_a_start_is_not_rounded_to_float32():
    layer = PReLU(0.1, dtype="float64")
    layer.build((None, 1))
    assert layer.alpha.numpy() == [0.1]


@pytest.mark.parametrize("row", ROWS, ids=by_name)
def test_a_tensor_that_is_not_floating(row):
    name = type(row.layer()).__name__
    for bad in (tf.constant([["1"]]), tf.constant([[1j]])):
        with pytest.raises(
            TypeError, match=f"must be a floating.*{bad.dtype.name}"
        ):
            row.layer()(bad)
    # Where a functional model is made, not only where it is run.
    for dtype in ("string", "complex64"):
        with pytest.raises(TypeError, match=f"`inputs` of {name}.*{dtype}"):
            row.layer()(keras.Input((3,), dtype=dtype))
    with pytest.raises(ValueError, match=f"`dtype` of {name}.*dtype='int32'"):
        row.layer(dtype="int32")


@pytest.mark.parametrize("row", LEARNED, ids=by_name)
def test_a_function_of_integers(row):
    owner = row.function.__name__
    with pytest.raises(
        TypeError, match=f"`x` of {owner} must be a float.*int32"
    ):
        row.function(tf.constant([1, -2]), *[0.5] * len(row.learned))


@pytest.mark.parametrize(
    "row", [row for row in ROWS if row.name != "tanh"], ids=by_name
)
def test_a_sparse_tensor(row):
    sparse = tf.sparse.from_dense([[1.0, 0.0]])
    with pytest.raises(TypeError, match="must be dense. Received: x=Sparse"):
        row.layer()(sparse)
    with pytest.raises(TypeError, match="must be dense. Received: inputs="):
        row.layer()(keras.Input((3,), sparse=True))


@pytest.mark.parametrize("row", LEARNED, ids=by_name)
def test_an_input_of_unknown_rank(row):
    @tf.function(input_signature=[tf.TensorSpec(None)])
    def call(x):
        return row.layer()(x)

    @tf.function(input_signature=[tf.TensorSpec(None)])
    def function(x):
        return row.function(x, *[tf.constant([0.5])] * len(row.learned))

    for traced in (call, function):
        with pytest.raises(ValueError, match="must have a known rank.*shape="):
            traced.get_concrete_function()


@pytest.mark.parametrize("row", LEARNED, ids=by_name)
@pytest.mark.parametrize(
    "bad", [None, [tf.ones(2)] * 2, {"a": tf.ones(2)}], ids=["no", "two", "{}"]
)
def test_what_is_not_one_tensor(row, bad):
    with pytest.raises(ValueError, match="takes one tensor.*input_shape="):
        row.layer()(bad)


def test_what_is_no_tensor():
    with pytest.raises(TypeError, match="`x` of prelu must be a .*x=None"):
        activations.prelu(None, 0.5)


def test_an_alpha_that_does_not_fit():
    x = tf.ones((2, 3))
    with pytest.raises(ValueError, match=r"alpha of shape \(2, 2, 3\)"):
        activations.prelu(x, tf.ones((2, 2, 3)))
    with pytest.raises(ValueError, match=r"alpha of shape \(4,\)"):
        activations.elu(x, tf.ones(4))
    with pytest.raises(TypeError, match="alpha of dtype int32"):
        activations.prelu(x, tf.ones(3, tf.int32))


def test_a_function_of_a_symbolic_tensor_names_the_layer():
    with pytest.raises(TypeError, match="In a functional model use the layer"):
        activations.elu(keras.Input((3,)))


@pytest.mark.parametrize(
    "shared_axes, problem",
    [
        (0, "is the batch axis"),
        (-4, "is the batch axis"),
        ([1, 4], "axis 4 does not exist in an input of rank 4"),
        (-5, "does not exist"),
        ([1, 1], "is named twice"),
        ([1, -3], "is named twice"),
    ],
)
def test_a_bad_axis(shared_axes, problem):
    with pytest.raises(ValueError, match=f"{problem}.*Received: shared_axes="):
        PReLU(shared_axes=shared_axes).build((None, 4, 5, 6))


@pytest.mark.parametrize(
    "bad",
    ["chanel", 1.5, True, [1, "a"], {"a": 1}, b"all", np.array([1, 2])],
    ids=repr,
)
def test_what_is_no_axis(bad):
    with pytest.raises(ValueError, match="`shared_axes` of PReLU must be"):
        PReLU(shared_axes=bad)


def test_a_bad_data_format():
    for row in LEARNED:
        with pytest.raises(ValueError, match="data_format='first'"):
            row.layer(data_format="first")


def test_a_regularizer_of_an_alpha_that_is_not_learned():
    for bad in ({"alpha_regularizer": "l2"}, {"alpha_constraint": "non_neg"}):
        with pytest.raises(ValueError, match="for a learned alpha.*Received"):
            ELU(**bad)


@pytest.mark.parametrize(
    "bad", [[0.1, np.nan], np.array([-1.0]), ["a"], [[None]]]
)
def test_bad_numbers_in_a_list(bad):
    x = tf.ones((1, 2))
    for function in (activations.prelu, activations.elu):
        with pytest.raises((TypeError, ValueError), match="Received: alpha="):
            function(x, bad)


def test_good_numbers_in_a_list():
    x = -tf.ones((1, 2))
    for alpha in ([0.5, 0.5], np.array([0.5]), keras.Variable([0.5, 0.5])):
        np.testing.assert_array_equal(activations.prelu(x, alpha), x / 2)
    alpha = tf.constant([0.5], "bfloat16").numpy()
    np.testing.assert_array_equal(
        activations.prelu(keras.Variable(x), alpha), x / 2
    )


def test_a_channel_axis_of_unknown_size():
    with pytest.raises(ValueError, match="each entry of axis 3.*unknown"):
        PReLU().build((None, 4, 5, None))


def test_a_rank_that_changes_after_build():
    layer = PReLU()
    layer.build((None, 4, 5, 6))
    with pytest.raises(ValueError, match="expected ndim=4, found ndim=2"):
        layer(tf.ones((2, 6)))
    with pytest.raises(ValueError, match="expected axis 3.*value 6"):
        layer(tf.ones((2, 4, 5, 7)))
    layer = PReLU()
    layer.build((None, 1))
    with pytest.raises(ValueError, match="expected axis 1.*value 1"):
        layer(tf.ones((2, 3)))


def test_an_alpha_n_that_softplus_does_not_reach():
    with pytest.raises(ValueError, match="larger than `beta`.*alpha_n=0.5"):
        XIELU(alpha_n=0.5)
