"""What to do about each cause, with the code to type for this model."""

import math
from collections.abc import Callable, Iterator

from keras_activations.diagnosis.finding import Remedy
from keras_activations.diagnosis.found import Found
from keras_activations.diagnosis.signs import Signs

# The update ratio at which networks commonly learn well.
_GOOD_RATIO = 3e-3
_NORMALIZE = (
    "normalization = keras.layers.Normalization()\n"
    "normalization.adapt(x)\n"
    "x = normalization(x)"
)


def _rate(signs: Signs) -> float | None:
    """A learning rate that would make steps of a good size."""
    rate = signs.record.facts.get("learning_rate")
    ratio = signs.first_ratio
    if not rate:
        return None
    if not ratio or not math.isfinite(ratio):
        return _rounded(rate / 100)
    return _rounded(rate * _GOOD_RATIO / ratio)


def _rounded(value: float) -> float:
    """To one digit."""
    return float(f"{value:.0e}")


def _set_rate(signs: Signs, text: str) -> Iterator[Remedy]:
    rate = _rate(signs)
    before = signs.record.facts.get("learning_rate")
    if rate is None or before is None:
        yield Remedy(text)
        return
    if signs.record.facts.get("schedule"):
        # Keras does not let a number take the place of a schedule.
        code = (
            "settings = {**model.optimizer.get_config(), "
            f'"learning_rate": {rate:g}}}\n'
            "model.compile(\n"
            "    optimizer=type(model.optimizer).from_config(settings),\n"
            "    loss=model.loss,\n"
            "    jit_compile=model.jit_compile,\n"
            ")"
        )
    else:
        code = f"model.optimizer.learning_rate = {rate:g}"
    yield Remedy(f"{text}: {rate:g} instead of {before:g}", code)


def _reinitialize(
    signs: Signs, text: str, layers: tuple[str, ...] | None = None
) -> Remedy:
    bounded = {"tanh", "sigmoid", "softsign", "hard_sigmoid", "hard_tanh"}
    names = set(signs.record.layers.values())
    initializer = "glorot_uniform" if names & bounded else "he_normal"
    which = "" if layers is None else f", layers={list(layers)!r}"
    return Remedy(
        f'{text}: `kernel_initializer="{initializer}"` and biases of 0',
        f'ka.models.reinitialize(model, "{initializer}"{which})',
    )


def _rescale(text: str) -> Remedy:
    return Remedy(
        f"{text}: `initial_scale` finds their size with some data",
        "ka.models.initial_scale(model, x[:256])",
    )


def _swap(to: str, text: str) -> Remedy:
    return Remedy(text, f'model = ka.models.swap_activations(model, "{to}")')


def _recycle(text: str) -> Remedy:
    return Remedy(
        text,
        "monitor = ActivationMonitor()\n"
        "model.fit(x, y, callbacks=[monitor, RecycleUnits(monitor)])",
    )


def _symmetric_units(signs: Signs, found: Found) -> Iterator[Remedy]:
    yield _reinitialize(signs, "Begin with random weights")


def _target_scale(signs: Signs, found: Found) -> Iterator[Remedy]:
    # Of several outputs, those of the finding.
    parts = [f'y["{name}"]' for name in found.detail.split()] or ["y"]
    yield Remedy(
        "Train on targets of mean 0 and deviation 1, and scale the "
        "predictions back",
        "\n".join(f"{y} = ({y} - {y}.mean(0)) / {y}.std(0)" for y in parts),
    )


def _input_scale(signs: Signs, found: Found) -> Iterator[Remedy]:
    yield Remedy(
        "Normalize the inputs, best as the first layer of the model", _NORMALIZE
    )


def _born_dead(signs: Signs, found: Found) -> Iterator[Remedy]:
    yield _reinitialize(signs, "Begin with weights that let units fire")
    yield _swap("leaky_relu", "Or use an activation that cannot die")
    yield _recycle("Or go on, and let dead units begin anew")


def _saturated(signs: Signs, found: Found) -> Iterator[Remedy]:
    smaller = "Begin with smaller weights"
    # What a recurrent layer does inside is not scaled.
    if found.detail == "cell":
        yield _reinitialize(signs, smaller)
    else:
        yield _rescale(smaller)
        yield _reinitialize(signs, "Or without data")


def _diverged(signs: Signs, found: Found) -> Iterator[Remedy]:
    name = {"inputs": "x", "targets": "y"}.get(found.detail)
    if name:
        yield Remedy(
            "Leave these samples out, or fill in other values",
            f"{name} = np.nan_to_num({name})",
        )
        return
    yield Remedy(
        "Look for a logarithm or a root of 0, a division by 0 or an overflow"
    )
    yield from _too_high(signs, found)


def _vanishing(signs: Signs, found: Found) -> Iterator[Remedy]:
    yield _rescale("Begin with weights that keep the size of the signal")
    names = set(signs.record.layers.values())
    if names & {"sigmoid", "tanh", "hard_sigmoid", "softsign"}:
        swapped = 'model = ka.models.swap_activations(model, "relu")'
        yield Remedy(
            "Or use ReLU with weights for it",
            f'{swapped}\nka.models.reinitialize(model, "he_normal")',
        )
    else:
        yield _reinitialize(signs, "Or without data")
    yield Remedy("Or add skip connections or normalization layers")


def _too_high(signs: Signs, found: Found) -> Iterator[Remedy]:
    yield from _set_rate(signs, "Lower the learning rate")
    clip = signs.record.facts.get("clipnorm")
    if not clip:
        yield Remedy("Or clip the gradients: `clipnorm=1.0`")


def _too_low(signs: Signs, found: Found) -> Iterator[Remedy]:
    yield from _set_rate(signs, "Raise the learning rate")


def _regularised(signs: Signs, found: Found) -> Iterator[Remedy]:
    if found.detail == "dropout":
        yield Remedy(
            "Drop far fewer units, and more again once the network learns",
            "for layer in ka.models.all_layers(model):\n"
            '    for name in ("rate", "dropout", "recurrent_dropout"):\n'
            "        if isinstance(getattr(layer, name, None), float):\n"
            "            setattr(layer, name, min(getattr(layer, name), 0.1))",
        )
    if found.detail == "noise":
        yield Remedy(
            "Add less noise",
            "for layer in ka.models.all_layers(model):\n"
            "    if isinstance(layer, keras.layers.GaussianNoise):\n"
            "        layer.stddev = min(layer.stddev, 0.1)",
        )
    if signs.record.facts.get("weight_decay"):
        yield Remedy(
            "Decay the weights less", "model.optimizer.weight_decay = None"
        )
    yield Remedy(
        "Make the penalties smaller, or leave them out first",
        "for layer in ka.models.all_layers(model):\n"
        "    layer.activity_regularizer = None\n"
        "for weight in model.trainable_weights:\n"
        "    weight.regularizer = None",
    )


def _mismatch(signs: Signs, found: Found) -> Iterator[Remedy]:
    compile_again = (
        "model.compile(\n"
        "    optimizer=model.optimizer,\n"
        "    loss={loss},\n"
        "    jit_compile=model.jit_compile,\n"
        ")"
    )
    kind, layer, loss = found.detail.split(" ")
    of_class = "".join(part.title() for part in loss.split("_"))
    of_class = of_class.replace("crossentropy", "Crossentropy")
    names = list(signs.record.facts.get("layers", {}))
    if names and layer == names[-1]:
        # Keras numbers its own names on, so that those of the next model of
        # the same program are others.
        place = "model.layers[-1]"
    else:
        place = f'model.get_layer("{layer}")'
    last = f'{place}.activation = keras.activations.get("{{to}}")'
    if kind in ("softmax_of_one", "one_class"):
        yield Remedy(
            "Use a sigmoid and binary_crossentropy for one unit",
            last.format(to="sigmoid")
            + "\n"
            + compile_again.format(loss='"binary_crossentropy"'),
        )
    elif kind == "logits":
        yield Remedy(
            "Tell the loss that it gets logits: `from_logits=True`",
            last.format(to="linear")
            + "\n"
            + compile_again.format(
                loss=f"keras.losses.{of_class}(from_logits=True)"
            ),
        )
    elif kind in ("twice", "not_logits"):
        yield Remedy(
            "Leave the last activation linear, as `from_logits=True` needs",
            last.format(to="linear"),
        )
    elif kind == "range":
        yield Remedy(
            "Leave the last activation linear",
            last.format(to="linear") if layer else "",
        )
    elif kind in ("probabilities", "no_probabilities"):
        option = kind == "no_probabilities"
        yield Remedy(
            f"Tell the loss what it gets: `from_logits={option}`",
            compile_again.format(
                loss=f"keras.losses.{of_class}(from_logits={option})"
            ),
        )
    elif kind == "positive":
        yield Remedy(
            "Use an activation above 0 in the last layer",
            last.format(to="softplus") if layer else "",
        )
    elif kind == "labels_as_numbers":
        yield Remedy(
            "Use sparse_categorical_crossentropy for labels that are integers",
            compile_again.format(loss='"sparse_categorical_crossentropy"'),
        )
    elif kind == "too_few_units":
        yield Remedy("Give the last layer one unit for each class")
    else:
        yield Remedy("Use targets from 0 to 1, or another loss")


def _gap(signs: Signs, found: Found) -> Iterator[Remedy]:
    layers = signs.record.facts.get("layers", {})
    if any("momentum" in facts for facts in layers.values()):
        yield Remedy(
            "Let BatchNormalization's moving averages follow faster: "
            "`momentum=0.9`, or train for more steps",
            "for layer in ka.models.all_layers(model):\n"
            "    if isinstance(layer, keras.layers.BatchNormalization):\n"
            "        layer.momentum = 0.9",
        )
    else:
        yield Remedy(
            "Look for what works differently in training: dropout, noise, "
            "augmentation, other data"
        )


def _dying(signs: Signs, found: Found) -> Iterator[Remedy]:
    if found.detail == "recycled":
        yield from _set_rate(signs, "Lower the learning rate")
        yield _swap("leaky_relu", "Or use an activation that cannot die")
        return
    yield _swap("leaky_relu", "Use an activation that cannot die")
    yield _recycle("Or go on, and let dead units begin anew")
    yield from _set_rate(signs, "Or lower the learning rate")


def _constant(signs: Signs, found: Found) -> Iterator[Remedy]:
    yield _reinitialize(signs, "Begin with biases of 0")
    yield Remedy("Or normalize before the layer")


def _not_learning(signs: Signs, found: Found) -> Iterator[Remedy]:
    yield Remedy(
        "Try whether the network can learn a single mini-batch by heart; if "
        "it can, look whether the labels belong to the inputs",
        "model.fit(x[:32], y[:32], epochs=200, verbose=0)",
    )


REMEDIES: dict[str, Callable[[Signs, Found], Iterator[Remedy]]] = {
    "output_loss_mismatch": _mismatch,
    "symmetric_units": _symmetric_units,
    "target_scale": _target_scale,
    "input_scale": _input_scale,
    "born_dead": _born_dead,
    "saturated_at_birth": _saturated,
    "exploding_at_birth": _saturated,
    "vanishing_signal": _vanishing,
    "diverged": _diverged,
    "rate_too_high": _too_high,
    "rate_too_low": _too_low,
    "over_regularised": _regularised,
    "train_validation_gap": _gap,
    "dying_units": _dying,
    "constant_units": _constant,
    "not_learning": _not_learning,
}
