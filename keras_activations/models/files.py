"""Refuse to save what a file would not hold."""

from typing import Any


def refuse_wrong_files(layer: Any) -> None:
    """Refuse to save a layer or model whose class makes the old activations."""
    kind = type(layer).__name__

    def get_config() -> Any:
        raise NotImplementedError(
            f"{kind} has other activations than its class makes, so that a "
            "file of it would give another model. Save its weights and load "
            "them after the same swap, or save a model that is made of its "
            "layers, as `keras.Model(model.inputs, model.outputs)`."
        )

    layer.get_config = get_config
