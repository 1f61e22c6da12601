"""Whether the last activation, the loss and the targets fit together."""

import math
from collections.abc import Iterator, Sequence

from keras_activations.diagnosis.record import Row

# The smallest and the largest output.
_RANGES = {
    "relu": (0.0, math.inf),
    "softplus": (0.0, math.inf),
    "exponential": (0.0, math.inf),
    "relu6": (0.0, 6.0),
    "sigmoid": (0.0, 1.0),
    "hard_sigmoid": (0.0, 1.0),
    "softmax": (0.0, 1.0),
    "tanh": (-1.0, 1.0),
    "softsign": (-1.0, 1.0),
}
_PROBABILITIES = ("sigmoid", "hard_sigmoid", "softmax", "sparsemax")
# Losses that need predictions above 0.
_POSITIVE = ("kl_divergence", "poisson")
# Targets this far outside of the range, in their deviations, are no noise: the
# outermost 5 % of them, and any.
_OUTSIDE = 0.1
_FAR_OUTSIDE = 1.0
# The mean of probabilities, up to rounding, is one over their number.
_EXACT = 1e-5


def mismatches(
    row: Row, outputs: Sequence[Row] = ()
) -> Iterator[tuple[str, str]]:
    """What is wrong with an output: the kind of mismatch, and a sentence.

    Args:
        row: A row of `Record.targets`.
        outputs: The rows of `Record.outputs` of this output.
    """
    activation, loss, units = row["activation"], row["loss"], row["units"]
    crossentropy = loss.endswith("crossentropy")
    if activation == "softmax" and units == 1:
        yield (
            "softmax_of_one",
            "A softmax over a single unit is 1 for every sample.",
        )
    elif units == 1 and loss in (
        "categorical_crossentropy",
        "sparse_categorical_crossentropy",
    ):
        yield (
            "one_class",
            f"{loss} with a single unit is 0 whatever it predicts.",
        )
    elif crossentropy:
        yield from _crossentropy(row, outputs)
    elif not row["known"]:
        return
    elif not _same_columns(row):
        yield (
            "labels_as_numbers",
            f"{loss} compares {units} outputs with one number each.",
        )
    elif loss in _POSITIVE:
        if any(output["minimum"] < 0 for output in outputs):
            yield (
                "positive",
                f"{loss} takes the logarithm of the outputs, and some are "
                "below 0.",
            )
    elif not activation:
        # A sum or a mean of ReLUs is at least 0, and 0 for some samples.
        lowest = min((each["minimum"] for each in outputs), default=1.0)
        varies = any(each["std"] > 0 for each in outputs)
        if lowest == 0 and varies and row["low"] < -_OUTSIDE * row["std"]:
            yield (
                "range",
                "The outputs are never below 0, and the targets go from "
                f"{row['minimum']:.3g} to {row['maximum']:.3g}.",
            )
    elif activation in _RANGES:
        if _outside(row, *_RANGES[activation]):
            low, high = _RANGES[activation]
            yield (
                "range",
                f"The output is a {activation}, from {low:g} to {high:g}, "
                f"and the targets go from {row['minimum']:.3g} to "
                f"{row['maximum']:.3g}.",
            )


def _outside(row: Row, low: float, high: float) -> bool:
    """Whether many targets are out of a range, or some are far out."""
    std = row["std"]
    return bool(
        row["low"] < low - _OUTSIDE * std
        or row["high"] > high + _OUTSIDE * std
        or row["minimum"] < low - _FAR_OUTSIDE * std
        or row["maximum"] > high + _FAR_OUTSIDE * std
    )


def _crossentropy(
    row: Row, outputs: Sequence[Row]
) -> Iterator[tuple[str, str]]:
    activation, loss = row["activation"], row["loss"]
    sparse = loss.startswith("sparse")
    if sparse and row["units"] is not None and row["maximum"] >= row["units"]:
        yield (
            "too_few_units",
            f"The largest class is {row['maximum']:g}, and there are only "
            f"{row['units']} outputs.",
        )
    elif not sparse and not 0 <= row["minimum"] <= row["maximum"] <= 1:
        yield (
            "targets",
            f"{loss} needs targets from 0 to 1; they go from "
            f"{row['minimum']:.3g} to {row['maximum']:.3g}.",
        )
    elif row.get("from_logits"):
        if activation in _PROBABILITIES:
            yield (
                "twice",
                f"The loss expects logits and gets the output of a "
                f"{activation}: that is applied twice.",
            )
        elif activation in _RANGES:
            yield (
                "not_logits",
                f"The loss expects logits of any size and gets the output of "
                f"a {activation}.",
            )
        elif not activation and _are_probabilities(row, outputs):
            yield (
                "probabilities",
                "The loss expects logits and gets probabilities.",
            )
    elif activation and activation not in _PROBABILITIES:
        yield (
            "logits",
            f"The loss expects probabilities and gets the output of a "
            f"{activation} activation.",
        )
    elif not activation and any(
        each["minimum"] < -_EXACT or each["maximum"] > 1 + _EXACT
        for each in outputs
    ):
        yield (
            "no_probabilities",
            "The loss expects probabilities, and the outputs are below 0 or "
            "above 1.",
        )


def _are_probabilities(row: Row, outputs: Sequence[Row]) -> bool:
    """Whether outputs of an unknown activation are all from 0 to 1.

    Those of several classes have a sum of 1 besides.
    """
    units = row["units"] or 1
    return bool(outputs) and all(
        each["minimum"] >= 0
        and each["maximum"] <= 1
        and (units == 1 or abs(each["mean"] * units - 1) <= _EXACT * units)
        for each in outputs
    )


def _same_columns(row: Row) -> bool:
    units = row["units"]
    # Of many columns, only some are kept.
    return units is None or units > 1024 or row["columns"] == units
