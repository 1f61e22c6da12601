"""The names on which the writer, the reader and the page agree.

What is written under which tag, and what the page asks for under which route.
The monitor writes with these functions, and the tab reads with them.
"""

import re
from collections.abc import Sequence

PLUGIN = "keras_activations"

# The version of all that follows. A reader shows what it can of a newer one.
SCHEMA = 1

# Of the series, the measures of before the first update begin with this.
BIRTH = "birth."

# The first part of a run's tags, unless its manifest says otherwise.
PREFIX = "health"

MANIFEST = f"{PLUGIN}/manifest"
# What only a diagnosis needs, epoch by epoch.
RECORD = f"{PLUGIN}/record"
# The findings of the latest diagnosis, and what it covers.
FINDINGS = f"{PLUGIN}/findings"

# Below `data/plugin/keras_activations/`; the HTML report holds the answers by
# the same names.
RUNS = "runs"
LATEST = "latest"
SERIES = "series"
FIRING = "firing"
ALPHAS = "alphas"
HISTOGRAMS = "histograms"
FINDINGS_ROUTE = "findings"


def numbered(layers: Sequence[str]) -> dict[str, str]:
    """By layer, its name in tags: pages that sort them keep the model's order.

    Example:
        >>> numbered(["dense", "block/dense"])
        {'dense': '01_dense', 'block/dense': '02_block/dense'}
    """
    # Two digits however many layers there are: a layer that is found later
    # must not rename the others. TensorBoard sorts 99 before 100.
    return {name: f"{index:02d}_{name}" for index, name in enumerate(layers, 1)}


def place_and_name(layer: str) -> tuple[int, str]:
    """The inverse of `numbered`; 0 if there is no number.

    Example:
        >>> place_and_name("02_block/dense")
        (2, 'block/dense')
    """
    found = re.match(r"(\d+)_(.*)", layer, re.DOTALL)
    return (int(found[1]), found[2]) if found else (0, layer)


def run_tag(prefix: str, name: str) -> str:
    """The tag of a number of the whole run."""
    return f"{prefix}/{name}"


def layer_tag(prefix: str, measure: str, layer: str) -> str:
    """The tag of a measure of one layer, or of one weight matrix."""
    return f"{prefix}.{measure}/{layer}"


def batch_tag(prefix: str, measure: str, layer: str) -> str:
    """The same for single mini-batches, on the axis of training steps."""
    return layer_tag(prefix, f"batch.{measure}", layer)


def split_tag(prefix: str, tag: str) -> tuple[str, str] | None:
    """The measure and the layer that a tag names; None for other tags.

    For the whole run, the layer is empty.

    Example:
        >>> split_tag("health", "health.batch.mean/01_dense")
        ('batch.mean', '01_dense')
        >>> split_tag("health", "health/loss")
        ('loss', '')
    """
    if tag.startswith(f"{prefix}."):
        measure, _, layer = tag[len(prefix) + 1 :].partition("/")
        return measure, layer
    if tag.startswith(f"{prefix}/"):
        return tag[len(prefix) + 1 :], ""
    return None


# Histograms of a layer: of its activations, of what its activation was given,
# and of the activations of single mini-batches, on the axis of training steps.
VALUES = "values"
INPUTS = "pre_activations"
BATCH_VALUES = "batch.values"
SPREADS = (VALUES, INPUTS, BATCH_VALUES)


def report_tag(prefix: str) -> str:
    """The tag of the report in words."""
    return f"{prefix}.report"


def firing_tag(layer: str) -> str:
    """The tag of the firing rates of a layer, unit by unit."""
    return f"{PLUGIN}/firing/{layer}"


def deaths_tag(layer: str) -> str:
    """The tag of the units of a layer that died, and at which steps."""
    return f"{PLUGIN}/deaths/{layer}"


def recycled_tag(layer: str) -> str:
    """The tag of which units of a layer were given new weights."""
    return f"{PLUGIN}/recycled/{layer}"


def alpha_tag(layer: str) -> str:
    """The tag of the learned alphas of a layer."""
    return f"{PLUGIN}/alpha/{layer}"
