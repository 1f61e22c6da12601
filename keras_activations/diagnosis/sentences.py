"""One plain sentence for each cause."""

from keras_activations.diagnosis.found import Found
from keras_activations.diagnosis.signs import Signs

_SENTENCES = {
    "symmetric_units": (
        "Units of {layers} are copies of each other: they begin with equal "
        "weights and get equal gradients, so that they stay equal."
    ),
    "target_scale": (
        "The targets are so large that the first gradients are, too: "
        "they destroy the weights before anything is learned."
    ),
    "input_scale": (
        "The inputs of {layers} are so large, or so far from 0, that "
        "the network cannot learn from them."
    ),
    "born_dead": (
        "Most units of {layers} do not fire on any sample, from the first "
        "mini-batch on: no gradient passes through them."
    ),
    "saturated_at_birth": (
        "Most outputs of {layers} are at the ends of their range before the "
        "first update, where the slope is nearly 0."
    ),
    "exploding_at_birth": (
        "The activations grow from layer to layer and are far too large in "
        "{layers}, before the first update."
    ),
    "vanishing_signal": (
        "The signal dies on its way through the network: from {layers} on, "
        "nearly the same comes out for all samples."
    ),
    "diverged": "The loss is not a finite number any more.",
    "rate_too_high": (
        "The learning rate is too high: its first steps change the weights "
        "so much that what they have learned is lost."
    ),
    "rate_too_low": (
        "The learning rate is too low: the steps hardly change the weights."
    ),
    "over_regularised": (
        "The network is regularised so much that it cannot learn: see {layers}."
    ),
    "train_validation_gap": (
        "In validation, {layers} gives other activations than in training, "
        "and the loss suffers from it."
    ),
    "dying_units": "Most units of {layers} died while the model trained.",
    "constant_units": (
        "The units of {layers} give nearly the same output for all samples."
    ),
    "not_learning": (
        "The loss is no better than that of a constant prediction, and none "
        "of the other causes was found."
    ),
}


def sentence(cause: str, signs: Signs, found: Found) -> str:
    """What is wrong, in one sentence."""
    if found.sentence:
        return found.sentence
    if cause == "symmetric_units" and found.layers:
        layers = " and ".join(dict.fromkeys(found.layers))
    else:
        layers = ", ".join(dict.fromkeys(found.layers))
    return _SENTENCES[cause].format(layers=layers or "the network")
