"""The picture of what happens along the layers."""

import dataclasses
import math

import pytest

from keras_activations.diagnosis import Record
from keras_activations.diagnosis.depth import plot_depth
from tests.diagnosis.conftest import with_rows

pytest.importorskip("matplotlib", reason="the extra [examples] is missing")


def drawn(axes):
    return {line.get_label(): list(line.get_ydata()) for line in axes.lines}


def test_birth_and_the_last_epoch(healthy):
    top, middle, bottom = plot_depth(healthy).axes
    assert drawn(top) == {
        "before the first update": [0.5, 0.5],
        "epoch 3": [0.5, 0.5],
    }
    # Without gradients=True, they are known of the first steps alone.
    assert drawn(middle) == {"the first ten steps": [0.5] * 3}
    assert drawn(bottom) == {"the first ten steps": [0.003] * 3}
    assert {axes.get_yscale() for axes in (top, middle, bottom)} == {"log"}


def test_epochs_with_gradients_and_what_is_zero(healthy):
    weights = [
        {**row, "epoch": epoch, "gradient_norm": 0.1 * epoch}
        for row in healthy.first_steps
        for epoch in range(4)
    ]
    record = dataclasses.replace(
        healthy,
        weights=weights,
        history=with_rows(healthy.history, "fc2", std=0.0),
    )
    top, middle, _ = plot_depth(record, [0, 2]).axes
    # A logarithm of 0 is a gap.
    signal = drawn(top)["epoch 2"]
    assert signal[0] == 0.5
    assert math.isnan(signal[1])
    assert drawn(middle) == {"epoch 2": [0.2] * 3}


@pytest.mark.parametrize("epochs", [[4], [-2], []])
def test_epochs_that_were_not_measured(epochs, healthy):
    with pytest.raises(ValueError, match=r"There are: -1, 0, 1, 2, 3\."):
        plot_depth(healthy, epochs)
    with pytest.raises(ValueError, match="There are: none"):
        plot_depth(Record(), epochs)


def test_nothing_but_a_first_step(healthy):
    record = dataclasses.replace(healthy, history=(), losses=(), first_steps=())
    top, middle, _ = plot_depth(record).axes
    assert list(drawn(top)) == ["before the first update"]
    assert "gradients=True" in middle.texts[0].get_text()
