"""Rules about inputs and targets, and whether the loss fits them."""

from collections.abc import Iterator

from keras_activations.diagnosis import limits
from keras_activations.diagnosis.finding import Evidence
from keras_activations.diagnosis.found import (
    SATURATING,
    Found,
    of_output,
    of_trouble,
)
from keras_activations.diagnosis.output_loss import mismatches
from keras_activations.diagnosis.signs import Signs

# Activations with a smallest and a largest value.
BOUNDED = (*SATURATING, "softmax", "sparsemax", "relu6")
REGRESSION = (
    "mean_squared_error",
    "mean_absolute_error",
    "huber",
    "log_cosh",
)


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
    for row in signs.record.targets:
        if row["loss"] not in REGRESSION or row["activation"] in BOUNDED:
            continue
        small = 0 < row["rms"] <= limits.TINY_TARGET
        if small or row["rms"] >= limits.TARGET_RMS:
            yield Found(
                (),
                "birth",
                (
                    Evidence(
                        of_output(row, "rms of the targets"),
                        row["rms"],
                        limits.TINY_TARGET if small else limits.TARGET_RMS,
                        above=not small,
                    ),
                    *of_trouble(signs),
                ),
                row["output"],
                "The targets are so small that any error of the first "
                "predictions is far larger."
                if small
                else "",
            )


def input_scale(signs: Signs) -> Iterator[Found]:
    """Inputs that are too large or too small, or far from 0."""
    tiny = all(row["rms"] <= limits.TINY_INPUT for row in signs.record.inputs)
    if signs.unknown_data:
        return
    for row in signs.record.inputs:
        evidence = []
        if tiny:
            yield Found(
                (row["layer"],),
                "birth",
                (
                    Evidence(
                        "rms of the largest feature",
                        row["rms"],
                        limits.TINY_INPUT,
                        above=False,
                    ),
                    *of_trouble(signs),
                ),
                "",
                f"The inputs of {row['layer']} are so small that hardly "
                "anything of them comes through.",
            )
            return
        if row["rms"] >= limits.INPUT_RMS:
            evidence.append(
                Evidence("rms of a feature", row["rms"], limits.INPUT_RMS)
            )
        if row["shift"] >= limits.INPUT_SHIFT:
            evidence.append(
                Evidence(
                    "|mean| / deviation of a feature",
                    row["shift"],
                    limits.INPUT_SHIFT,
                )
            )
        if evidence:
            yield Found(
                (row["layer"],), "birth", (*evidence, *of_trouble(signs))
            )
