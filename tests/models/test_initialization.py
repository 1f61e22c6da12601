"""New initial values for the weights of a model."""

import keras
import numpy as np
import pytest

import keras_activations as ka

layers = keras.layers


@pytest.fixture
def model():
    return keras.Sequential(
        [
            keras.Input((6, 3)),
            layers.Conv1D(4, 2, kernel_initializer="zeros", name="conv"),
            layers.BatchNormalization(name="norm"),
            layers.LSTM(
                5,
                kernel_initializer="zeros",
                recurrent_initializer="ones",
                name="lstm",
            ),
            layers.Dense(
                6,
                kernel_initializer="ones",
                bias_initializer=keras.initializers.Constant(-9.0),
                name="fc",
            ),
        ]
    )


def test_kernels_are_random_and_biases_zero(model):
    done = ka.models.reinitialize(model, "he_normal")
    assert done == ["conv", "lstm/lstm_cell", "fc"]
    for kernel in (
        model.get_layer("conv").kernel,
        model.get_layer("lstm").cell.kernel,
        model.get_layer("fc").kernel,
    ):
        values = keras.ops.convert_to_numpy(kernel)
        assert len(np.unique(values)) == values.size
    assert not np.any(model.get_layer("fc").bias)
    recurrent = np.asarray(model.get_layer("lstm").cell.recurrent_kernel)
    assert recurrent @ recurrent.T == pytest.approx(np.eye(5), abs=1e-5)
    # The bias that makes an LSTM remember.
    assert np.any(model.get_layer("lstm").cell.bias)


def test_layers_of_one_shape_get_different_values():
    twins = keras.Sequential(
        [keras.Input((4,)), layers.Dense(4), layers.Dense(4)]
    )
    ka.models.reinitialize(twins, keras.initializers.HeNormal(seed=3))
    one, other = (np.asarray(each.kernel) for each in twins.layers)
    assert (one != other).any()


def test_a_seed_repeats_the_values_and_names_choose(model):
    before = np.asarray(model.get_layer("conv").kernel)
    assert ka.models.reinitialize(model, layers=["fc"], seed=1) == ["fc"]
    assert (np.asarray(model.get_layer("conv").kernel) == before).all()
    first = np.asarray(model.get_layer("fc").kernel)
    ka.models.reinitialize(model, layers=["fc"], seed=1)
    assert (np.asarray(model.get_layer("fc").kernel) == first).all()


def test_bad_input(model):
    with pytest.raises(ValueError, match="'norm'. There are: conv, lstm"):
        ka.models.reinitialize(model, layers=["norm"])
    with pytest.raises(ValueError, match="initializer"):
        ka.models.reinitialize(model, "no_such_one")
    with pytest.raises(ValueError, match="must be built"):
        ka.models.reinitialize(keras.Sequential([layers.Dense(2)]))
