"""Refuse to save what a file would not hold."""

from typing import Any

from keras_activations import compat
from keras_activations.models.anatomy import has_graph, is_own


def refuse_wrong_files(layer: Any) -> None:
    """Refuse to save a layer or model whose class makes the old activations."""
    kind = type(layer).__name__
    way = (
        ", or save a model that is made of its layers, as "
        "`keras.Model(model.inputs, model.outputs)`"
    )

    def get_config() -> Any:
        raise NotImplementedError(
            f"{kind} has other activations than its class makes, so that a "
            "file of it would give another model. Save its weights and load "
            f"them after the same swap{way if has_graph(layer) else ''}."
        )

    layer.get_config = get_config


def refuse_files_of_what_holds_it(layer: Any) -> None:
    """Refuse to save what makes a layer inside again that must not be saved.

    The configuration of a functional model has those of its layers, but a
    class of the user's own may make them.
    """
    inside = compat.layers_of(layer, include_self=False)
    if is_own(layer) and any("get_config" in vars(part) for part in inside):
        refuse_wrong_files(layer)
