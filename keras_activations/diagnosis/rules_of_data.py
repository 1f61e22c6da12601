"""Rules about inputs and targets, and whether the loss fits them."""

from collections.abc import Iterator

from keras_activations.diagnosis import limits
from keras_activations.diagnosis.finding import Evidence
from keras_activations.diagnosis.found import (
    REGRESSION,
    SATURATING,
    Found,
    of_output,
    of_trouble,
)
from keras_activations.diagnosis.output_loss import mismatches
from keras_activations.diagnosis.signs import Signs

# Activations with a smallest and a largest value.
BOUNDED = (*SATURATING, "softmax", "sparsemax", "relu6")


def output_loss_mismatch(signs: Signs) -> Iterator[Found]:
    """The last activation, the loss and the targets do not fit together."""
    for row in signs.record.targets:
        outputs = [
            each
            for each in signs.record.outputs
            if each["output"] == row["output"]
        ]
        for kind, sentence in mismatches(row, outputs):
            evidence = [
                Evidence(
                    of_output(row, "deviation of the outputs over the samples"),
                    each["std_of_samples"],
                    limits.SAME_OUTPUT,
                    above=False,
                )
                for each in outputs
                if each["std_of_samples"] <= limits.SAME_OUTPUT
            ]
            yield Found(
                (row["layer"],) if row["layer"] else (),
                "birth",
                (*evidence[-1:], *of_trouble(signs)),
                f"{kind} {row['layer']} {row['loss']}",
                sentence,
            )


def target_scale(signs: Signs) -> Iterator[Found]:
    """Targets of another size than what a network begins to predict."""
    rows = [
        row
        for row in signs.record.targets
        if row["loss"] in REGRESSION and row["activation"] not in BOUNDED
    ]
    large = [row for row in rows if row["rms"] >= limits.TARGET_RMS]
    small = [row for row in rows if 0 < row["rms"] <= limits.TINY_TARGET]
    if large or small:
        evidence = [
            Evidence(
                of_output(row, "rms of the targets"),
                row["rms"],
                limits.TARGET_RMS if large else limits.TINY_TARGET,
                above=bool(large),
            )
            for row in large or small
        ]
        sentence = (
            "The targets are so small that any error of the first predictions "
            "is far larger."
        )
        yield Found(
            (),
            "birth",
            (*evidence, *of_trouble(signs)),
            " ".join(row["output"] for row in large or small),
            "" if large else sentence,
        )


def input_scale(signs: Signs) -> Iterator[Found]:
    """Inputs that are too large or too small, or far from 0."""
    rows = signs.record.inputs
    if signs.unknown_data or not rows:
        return
    if all(row["rms"] <= limits.TINY_INPUT for row in rows):
        evidence = [
            Evidence(
                "rms of the largest feature",
                rows[0]["rms"],
                limits.TINY_INPUT,
                above=False,
            )
        ]
        layers: tuple[str, ...] = (rows[0]["layer"],)
        sentence = (
            f"The inputs of {layers[0]} are so small that hardly anything of "
            "them comes through."
        )
    else:
        sentence = ""
        evidence = []
        for row in rows:
            of = f"{row['layer']}: " if len(rows) > 1 else ""
            for measure, what, limit in (
                ("rms", "rms of a feature", limits.INPUT_RMS),
                (
                    "shift",
                    "|mean| / deviation of a feature",
                    limits.INPUT_SHIFT,
                ),
            ):
                if row[measure] >= limit:
                    evidence.append(
                        Evidence(
                            of + what, row[measure], limit, layer=row["layer"]
                        )
                    )
        layers = tuple(dict.fromkeys(each.layer for each in evidence))[:3]
    if evidence:
        yield Found(
            layers, "birth", (*evidence, *of_trouble(signs)), sentence=sentence
        )
