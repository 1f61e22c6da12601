"""Rules about how a training goes on and how it ends."""

import math
from collections.abc import Iterator

from keras_activations.diagnosis import limits
from keras_activations.diagnosis.finding import Evidence
from keras_activations.diagnosis.found import (
    REGRESSION,
    Found,
    of_deaths,
    of_output,
    of_trouble,
    silent_output,
)
from keras_activations.diagnosis.signs import Signs


def over_regularised(signs: Signs) -> Iterator[Found]:
    """Penalties or dropout leave nothing of what could be learned."""
    name, shrunk = min(
        signs.shrunk.items(),
        key=lambda each: each[1],
        default=("", math.inf),
    )
    layers = signs.record.facts.get("layers", {})
    rates = {
        path: facts["rate"] for path, facts in layers.items() if "rate" in facts
    }
    kept = math.prod(1 - rate for rate in rates.values())
    noise = {
        path: facts["noise"]
        for path, facts in layers.items()
        if facts.get("noise", 0.0) >= limits.NOISE
    }
    if kept <= limits.KEPT:
        heaviest = max(rates, key=lambda path: rates[path])
        yield Found(
            (heaviest,),
            "birth",
            (
                Evidence(
                    "share that dropout keeps",
                    kept,
                    limits.KEPT,
                    above=False,
                    layer=heaviest,
                ),
                *of_trouble(signs),
            ),
            "dropout",
        )
    elif noise:
        path, deviation = max(noise.items(), key=lambda each: each[1])
        evidence = Evidence(
            f"{path}: deviation of the noise",
            deviation,
            limits.NOISE,
            layer=path,
        )
        yield Found((path,), "birth", (evidence, *of_trouble(signs)), "noise")
    elif signs.penalty >= limits.PENALTIES:
        penalised = [
            path for path, each in layers.items() if "penalties" in each
        ]
        yield Found(
            tuple(penalised[:3]),
            f"epoch {signs.record.epochs[0]}",
            (
                Evidence(
                    "share of penalties in the loss",
                    signs.penalty,
                    limits.PENALTIES,
                ),
                *of_trouble(signs),
            ),
            "penalty",
        )
    elif shrunk <= limits.SHRUNK:
        yield Found(
            (name,),
            f"epoch {signs.record.epochs[-1]}",
            (
                Evidence(
                    f"{name}: standard deviation over that at birth",
                    shrunk,
                    limits.SHRUNK,
                    above=False,
                    layer=name,
                    measure="std",
                ),
                *of_trouble(signs),
            ),
            "penalty",
        )


def train_validation_gap(signs: Signs) -> Iterator[Found]:
    """Activations differ between training and validation."""
    gap = signs.validation_gap
    if gap is None or gap < limits.VALIDATION_GAP:
        return
    loss = Evidence(
        "validation loss less training loss, in losses of the best constant "
        "prediction",
        gap,
        limits.VALIDATION_GAP,
    )
    for name, row in signs.last_rows.items():
        if "val_std" not in row:
            continue
        shift = abs(row["val_bias_shift"] - row["bias_shift"])
        stds = row["val_std"], row["std"]
        change = abs(math.log(stds[0] / stds[1])) if min(stds) > 0 else 0.0
        distance = math.hypot(shift / limits.SHIFT_GAP, change / limits.STD_GAP)
        if distance >= 1:
            evidence = Evidence(
                f"{name}: distance of the activations in validation",
                distance,
                1.0,
                layer=name,
                measure="val_std",
            )
            yield Found((name,), f"epoch {row['epoch']}", (evidence, loss))
            return
    # Overfitting does not make a regression much worse than a constant.
    regression = all(row["loss"] in REGRESSION for row in signs.record.targets)
    learned = signs.last_relative is not None and signs.last_relative < 0.5
    if regression and learned and gap >= limits.FAR_GAP:
        yield Found(
            (),
            f"epoch {signs.record.epochs[-1]}",
            (Evidence(loss.what, gap, limits.FAR_GAP),),
            "",
            "In validation the model is far worse than a constant prediction, "
            "though it has learned: something behind the last activation "
            "works differently than in training.",
        )


def dying_units(signs: Signs) -> Iterator[Found]:
    """Units died in training, and nothing else explains it."""
    yield from _again_and_again(signs)
    for evidence in of_deaths(signs, limits.MANY_NEWLY_DEAD):
        since = next(
            row["epoch"]
            for row in signs.record.history
            if row["layer"] == evidence.layer and row.get("died", 0)
        )
        yield Found((evidence.layer,), f"epoch {since}", (evidence,))
        return
    if signs.record.outputs and signs.trouble:
        yield from silent_output(
            signs, f"epoch {signs.record.outputs[-1]['epoch']}"
        )


def _again_and_again(signs: Signs) -> Iterator[Found]:
    """Units that are recycled do not live."""
    if not signs.trouble:
        return
    epochs: dict[str, list[int]] = {}
    for row in signs.record.history:
        if row.get("recycled", 0) >= limits.RECYCLED * row["units"]:
            epochs.setdefault(row["layer"], []).append(row["epoch"])
    for name, found in epochs.items():
        if len(found) >= limits.RECYCLINGS:
            evidence = Evidence(
                f"{name}: epochs after which a fifth of the units was recycled",
                len(found),
                limits.RECYCLINGS,
                layer=name,
                measure="recycled",
            )
            yield Found(
                (name,),
                f"epoch {found[0]}",
                (evidence, *of_trouble(signs)),
                "recycled",
                f"Units of {name} are recycled again and again, and die each "
                "time: recycling alone is no cure.",
            )
            return


def constant_units(signs: Signs) -> Iterator[Found]:
    """Units give the same output for all samples at the end."""
    for name, row in signs.last_rows.items():
        dead = row.get("dead_ratio", 0.0)
        if (
            dead < limits.BORN_DEAD
            and row["bias_shift"] >= limits.CONSTANT_SHIFT
        ):
            yield Found(
                (name,),
                f"epoch {row['epoch']}",
                (
                    Evidence(
                        f"{name}: bias shift",
                        row["bias_shift"],
                        limits.CONSTANT_SHIFT,
                        layer=name,
                        measure="bias_shift",
                    ),
                    *of_trouble(signs),
                ),
            )
            return
    if signs.same_outputs:
        last = signs.record.outputs[-1]
        evidence = Evidence(
            of_output(last, "deviation of the outputs over the samples"),
            last["std_of_samples"],
            limits.SAME_OUTPUT,
            above=False,
        )
        yield Found(
            (),
            f"epoch {last['epoch']}",
            (evidence, *of_trouble(signs)),
            "",
            "The model predicts the same for all samples.",
        )


def not_learning(signs: Signs) -> Iterator[Found]:
    """The loss is that of a constant prediction, and no cause is found."""
    epochs = signs.record.epochs
    yield Found((), f"epoch {epochs[0]}", tuple(of_trouble(signs)))
