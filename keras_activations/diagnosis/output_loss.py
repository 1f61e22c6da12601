"""Whether the last activation, the loss and the targets fit together."""

import math
from collections.abc import Iterator

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
# Targets this far outside of the range, in their deviations, are no noise.
_OUTSIDE = 0.1


def mismatches(row: Row) -> Iterator[tuple[str, str]]:
    """What is wrong with an output: the kind of mismatch, and a sentence.

    Args:
        row: A row of `Record.targets`.
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
        yield from _crossentropy(row)
    elif activation in _RANGES and not _same_columns(row):
        yield (
            "labels_as_numbers",
            f"{loss} compares {units} outputs with one number each.",
        )
    elif activation in _RANGES:
        low, high = _RANGES[activation]
        allowance = _OUTSIDE * row["std"]
        if row["minimum"] < low - allowance or row["maximum"] > high + (
            allowance if math.isfinite(high) else 0
        ):
            yield (
                "range",
                f"The output is a {activation}, from {low:g} to {high:g}, "
                f"and the targets go from {row['minimum']:.3g} to "
                f"{row['maximum']:.3g}.",
            )


def _crossentropy(row: Row) -> Iterator[tuple[str, str]]:
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
    elif activation and activation not in _PROBABILITIES:
        yield (
            "logits",
            f"The loss expects probabilities and gets the output of a "
            f"{activation} activation.",
        )


def _same_columns(row: Row) -> bool:
    return row["units"] is None or row["columns"] in (row["units"], 1024)
