import keras
import pytest

from keras_activations.replacing import replaced


class Owner:
    kept = "of the class"

    def __init__(self):
        vars(self)["own"] = "of the instance"

    def __setattr__(self, name, value):
        raise AssertionError(f"{name} would be tracked")


def test_it_holds_in_the_block_alone():
    owner = Owner()
    with replaced(owner, kept=1, own=2, new=3):
        assert (owner.kept, owner.own, owner.new) == (1, 2, 3)
    assert vars(owner) == {"own": "of the instance"}
    assert owner.kept == "of the class"


def test_it_ends_with_an_error():
    owner = Owner()
    with pytest.raises(KeyboardInterrupt), replaced(owner, own=2, new=3):
        raise KeyboardInterrupt
    assert vars(owner) == {"own": "of the instance"}


def test_what_the_block_does_to_them_is_undone():
    owner = Owner()
    with replaced(owner, own=2, new=3):
        vars(owner).clear()
    assert vars(owner) == {"own": "of the instance"}


def test_none_is_a_value_like_others():
    owner = Owner()
    vars(owner)["own"] = None
    with replaced(owner, own=2):
        pass
    assert vars(owner) == {"own": None}


def test_blocks_in_blocks():
    owner = Owner()
    with replaced(owner, new=1):
        with replaced(owner, new=2):
            assert owner.new == 2
        assert owner.new == 1
    assert not hasattr(owner, "new")


def test_keras_tracks_nothing_of_it():
    layer = keras.layers.Dense(1)
    layer.build((None, 2))
    with replaced(layer, activation=keras.layers.Dense(3), extra=[1]):
        assert layer._flatten_layers() == [layer]
        assert len(layer.weights) == 2
    assert layer.activation is keras.activations.linear
