"""A new activation is at home in every place that CONTRIBUTING names."""

from pathlib import Path

import pytest
from common.activations import ROWS

from keras_activations import activations, layers
from keras_activations.layers.by_name import LAYERS
from keras_activations.statistics.kinds import KINDS

DOCS = Path(__file__).resolve().parent.parent / "docs/layers.md"


@pytest.mark.parametrize("layer", layers.__all__)
def test_no_place_was_forgotten(layer):
    kind = getattr(layers, layer)
    names = [name for name, each in LAYERS.items() if each is kind]
    assert names, f"layers/by_name.py has no row for {layer}"
    (name,) = names
    assert hasattr(activations, name), f"activations exports no {name}"
    assert activations.get(name) is getattr(activations, name)
    assert name in KINDS, f"statistics/kinds.py: KINDS has no row for {name}"
    rows = [row for row in ROWS if type(row.layer()) is kind]
    assert rows, f"tests/common/activations.py has no row for {layer}"
    table = [
        line
        for line in DOCS.read_text(encoding="utf-8").splitlines()
        if line.startswith("|") and f"`{layer}" in line
    ]
    assert table, f"docs/layers.md has no line for {layer}"


def test_every_function_has_a_layer():
    assert set(LAYERS) == set(activations.__all__) - {"gain", "get"}
