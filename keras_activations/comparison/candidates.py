"""The activations to compare."""

from collections.abc import Sequence
from typing import Any

from keras_activations.models.candidates import Candidate, candidate


def candidates(given: Sequence[Any]) -> list[Candidate]:
    """The candidates for all of `given`, each with a label of its own."""
    if isinstance(given, str) or not isinstance(given, Sequence) or not given:
        raise ValueError(
            "`activations` must be a list with at least one. "
            f"Received: activations={given!r}"
        )
    found = [candidate(activation) for activation in given]
    labels = [each.label for each in found]
    twice = sorted({label for label in labels if labels.count(label) > 1})
    if twice:
        raise ValueError(
            "`activations` must have names that differ. "
            f"Received twice: {', '.join(twice)}"
        )
    return found
