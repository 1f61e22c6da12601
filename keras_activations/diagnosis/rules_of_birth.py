"""Rules about the time before the first update.

They come early: what is wrong at the end of a training is mostly a
consequence.
"""

import math
from collections.abc import Iterator

from keras_activations.diagnosis import limits
from keras_activations.diagnosis.finding import Evidence
from keras_activations.diagnosis.found import (
    SATURATING,
    Found,
    found_in,
    of_output,
    of_trouble,
    silent_output,
)
from keras_activations.diagnosis.record import BIRTH
from keras_activations.diagnosis.signs import Signs

CELLS = ("GRUCell", "LSTMCell", "SimpleRNNCell")


def symmetric_units(signs: Signs) -> Iterator[Found]:
    """Units that are copies of each other."""
    found = [
        row
        for row in signs.record.first_steps
        if row.get("equal_units", 0.0) >= limits.EQUAL_UNITS
        # Where a rate of 0 changes nothing, nobody can tell.
        and (
            row["changed"]
            or row.get("gradient_norm") == 0
            or (row.get("gain") == 0 and signs.trouble)
        )
    ]
    if found:
        yield Found(
            tuple(row["layer"] for row in found[:3]),
            "birth",
            tuple(
                Evidence(
                    f"{row['layer']}: units equal to another one",
                    row["equal_units"],
                    limits.EQUAL_UNITS,
                    layer=row["layer"],
                )
                for row in found[:3]
            ),
        )


def born_dead(signs: Signs) -> Iterator[Found]:
    """Most units of a layer do not fire before the first update."""
    for row in signs.record.birth:
        if (
            row.get("dead_ratio", 0.0) >= limits.BORN_DEAD
            # Those are saturated.
            and row["activation"] not in SATURATING
        ):
            yield found_in(row, "dead_ratio", "dead units", limits.BORN_DEAD)
            return


def silent_at_birth(signs: Signs) -> Iterator[Found]:
    """A ReLU at the output gives nothing but 0."""
    yield from silent_output(signs, "birth")


def saturated_at_birth(signs: Signs) -> Iterator[Found]:
    """Most entries of a bounded activation are at its ends at birth."""
    if signs.early or signs.harmless:
        return
    for row in signs.record.birth:
        if (
            row["activation"] in SATURATING
            and row["saturated_fraction"] >= limits.BORN_SATURATED
        ):
            yield found_in(
                row,
                "saturated_fraction",
                "saturated entries",
                limits.BORN_SATURATED,
            )
            return


def saturated_cells(signs: Signs) -> Iterator[Found]:
    """The gates of a recurrent layer are saturated: see its weights."""
    layers = signs.record.facts.get("layers", {})
    for row in signs.record.first_steps:
        cell = layers.get(row["layer"], {}).get("class") in CELLS
        if cell and row.get("gain", 0.0) >= limits.CELL_GAIN:
            evidence = Evidence(
                f"{row['weight']}: gain of the weights",
                row["gain"],
                limits.CELL_GAIN,
                layer=row["layer"],
            )
            yield Found(
                (row["layer"],),
                "birth",
                (evidence, *of_trouble(signs)),
                "cell",
                f"The weights of {row['layer']} are so large that its gates "
                "are at the ends of their range.",
            )
            return


def exploding_at_birth(signs: Signs) -> Iterator[Found]:
    """Activations that are far too large at birth."""
    if signs.unknown_data:
        return
    for row in signs.record.birth:
        if row["std"] >= limits.EXPLODING_STD or row["nonfinite"]:
            yield found_in(
                row, "std", "standard deviation", limits.EXPLODING_STD
            )
            return


def exploding_outputs(signs: Signs) -> Iterator[Found]:
    """Outputs that are far larger than the targets."""
    if signs.unknown_data:
        return
    sizes = {row["output"]: row["rms"] for row in signs.record.targets}
    for row in signs.record.outputs:
        size = max(sizes.get(row["output"], 1.0), 1.0)
        if (
            row["epoch"] == BIRTH
            and row["std"] >= limits.EXPLODED_OUTPUT * size
        ):
            evidence = Evidence(
                of_output(row, "deviation of the outputs"),
                row["std"],
                limits.EXPLODED_OUTPUT * size,
            )
            yield Found((), "birth", (evidence, *of_trouble(signs)))
            return


def constant_at_birth(signs: Signs) -> Iterator[Found]:
    """A layer whose units are the same for all samples, all of a sudden."""
    before = math.inf
    for row in signs.record.birth:
        std = row["std"]
        same = (
            std <= limits.CONSTANT_STD
            or row["bias_shift"] >= limits.CONSTANT_BIRTH
        )
        cut = same and before > limits.VANISHING_STD
        # Of a ReLU, those units that fire give the same for all.
        fires = row.get("dead_ratio", 0.0) < limits.BORN_DEAD
        if cut and (fires or row["bias_shift"] > 0):
            name = row["layer"]
            evidence = Evidence(
                f"{name}: standard deviation",
                std,
                limits.CONSTANT_STD,
                above=False,
                layer=name,
                measure="std",
            )
            yield Found((name,), "birth", (evidence, *of_trouble(signs)))
            return
        before = std


def vanishing_signal(signs: Signs) -> Iterator[Found]:
    """The signal, or the gradient, dies on its way through the layers."""
    birth = [row for row in signs.record.birth if math.isfinite(row["std"])]
    # A signal that is small from the start, such as that of an embedding, does
    # not die on its way.
    start, end = (birth[0]["std"], birth[-1]["std"]) if birth else (1.0, 1.0)
    lost = end <= limits.VANISHING_STD and end <= limits.VANISHING_SHARE * start
    if lost or end <= limits.LOST_STD:
        first = next(row for row in birth if row["std"] <= limits.VANISHING_STD)
        yield Found(
            (first["layer"],),
            "birth",
            (
                Evidence(
                    f"{birth[-1]['layer']}: standard deviation",
                    birth[-1]["std"],
                    limits.VANISHING_STD,
                    above=False,
                    layer=birth[-1]["layer"],
                    measure="std",
                ),
            ),
        )
        return
    steps = [
        row
        for row in signs.record.first_steps
        if row.get("gradient_norm") is not None
    ]
    if not any(row["gradient_norm"] for row in steps[-2:]):
        return
    if len(steps) > 2 and all(
        math.isfinite(row["gradient_norm"]) for row in steps
    ):
        ratio = steps[0]["gradient_norm"] / steps[-1]["gradient_norm"]
        if ratio <= limits.VANISHING_GRADIENT:
            yield Found(
                (steps[0]["layer"],),
                "birth",
                (
                    Evidence(
                        "gradient of the first over the last matrix",
                        ratio,
                        limits.VANISHING_GRADIENT,
                        above=False,
                        layer=steps[0]["layer"],
                        measure="gradient_norm",
                    ),
                ),
            )
