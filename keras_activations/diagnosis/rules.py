"""The rules: from what a record shows to causes.

Each rule looks for one cause and yields what it has found. Those of the first
steps come first: shares at the end of a training are mostly consequences.
"""

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from keras_activations.diagnosis import limits
from keras_activations.diagnosis.finding import Evidence
from keras_activations.diagnosis.output_loss import mismatches
from keras_activations.diagnosis.record import BIRTH, Row
from keras_activations.diagnosis.signs import Signs

# Activations that are flat on both sides.
SATURATING = (
    "hard_sigmoid",
    "hard_tanh",
    "sigmoid",
    "softsign",
    "sparse_sigmoid",
    "tanh",
    "dynamic_tanh",
)
# Activations with a smallest and a largest value.
BOUNDED = (*SATURATING, "softmax", "sparsemax", "relu6")
CELLS = ("GRUCell", "LSTMCell", "SimpleRNNCell")
REGRESSION = (
    "mean_squared_error",
    "mean_absolute_error",
    "huber",
    "log_cosh",
)


@dataclass(frozen=True)
class Found:
    """What a rule has found, before it is put into words.

    Args:
        layers: Where it begins.
        since: `"birth"` or an epoch.
        evidence: The figures.
        detail: What a remedy needs besides.
        sentence: What is wrong, where the cause alone does not say it.
    """

    layers: tuple[str, ...]
    since: str
    evidence: tuple[Evidence, ...]
    detail: str = ""
    sentence: str = ""


Rule = Callable[[Signs], Iterator[Found]]


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
                    _of(row, "deviation of the outputs over the samples"),
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
                (*evidence[-1:], *_trouble(signs)),
                f"{kind} {row['layer']} {row['loss']}",
                sentence,
            )


def symmetric_units(signs: Signs) -> Iterator[Found]:
    """Units that are copies of each other."""
    found = [
        row
        for row in signs.record.first_steps
        if row.get("equal_units", 0.0) >= limits.EQUAL_UNITS
        # Where a rate of 0 changes nothing, nobody can tell.
        and (row["changed"] or row.get("gradient_norm") == 0)
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
                        _of(row, "rms of the targets"),
                        row["rms"],
                        limits.TINY_TARGET if small else limits.TARGET_RMS,
                        above=not small,
                    ),
                    *_trouble(signs),
                ),
                "",
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
                    *_trouble(signs),
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
            yield Found((row["layer"],), "birth", (*evidence, *_trouble(signs)))


def born_dead(signs: Signs) -> Iterator[Found]:
    """Most units of a layer do not fire before the first update."""
    for row in signs.record.birth:
        if row.get("dead_ratio", 0.0) >= limits.BORN_DEAD:
            yield _of_layer(row, "dead_ratio", "dead units", limits.BORN_DEAD)
            return
    yield from _silent(signs, "birth")


def saturated_at_birth(signs: Signs) -> Iterator[Found]:
    """Most entries of a bounded activation are at its ends at birth."""
    for row in signs.record.birth:
        if (
            row["activation"] in SATURATING
            and row["saturated_fraction"] >= limits.BORN_SATURATED
        ):
            yield _of_layer(
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
                (evidence, *_trouble(signs)),
                "",
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
            yield _of_layer(
                row, "std", "standard deviation", limits.EXPLODING_STD
            )
            return
    sizes = {row["output"]: row["rms"] for row in signs.record.targets}
    for row in signs.record.outputs:
        size = max(sizes.get(row["output"], 1.0), 1.0)
        if (
            row["epoch"] == BIRTH
            and row["std"] >= limits.EXPLODED_OUTPUT * size
        ):
            evidence = Evidence(
                _of(row, "deviation of the outputs"),
                row["std"],
                limits.EXPLODED_OUTPUT * size,
            )
            yield Found((), "birth", (evidence, *_trouble(signs)))
            return


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


def diverged(signs: Signs) -> Iterator[Found]:
    """The loss is NaN or infinite."""
    if signs.diverged is None:
        return
    for what, row in signs.unknown_data.items():
        evidence = Evidence(
            f"{what} that are NaN or infinite", row["nonfinite"], 1
        )
        yield Found(
            (row["layer"],) if row["layer"] else (),
            "birth",
            (evidence,),
            what,
            f"The {what} hold values that are NaN or infinite.",
        )
        return
    layers = tuple(
        row["layer"]
        for row in signs.record.history
        if row["epoch"] == signs.diverged and row["nonfinite"]
    )
    yield Found(layers[:1], f"epoch {signs.diverged}", ())


def rate_too_high(signs: Signs) -> Iterator[Found]:
    """Steps so large that they destroy what has been learned."""
    if signs.penalty >= limits.MOSTLY_PENALTIES:
        return
    ratio = signs.first_ratio
    if ratio is not None:
        ratio *= max([1.0, *signs.rates])
    symptoms = list(_symptoms(signs))
    evidence = []
    # What weights lose by decay is no step of the gradient.
    if ratio is not None and ratio - signs.decay >= limits.HIGH_RATIO:
        evidence = [_ratio(signs, ratio, limits.HIGH_RATIO)]
        if not (symptoms or signs.diverged is not None):
            return
    elif not (
        ratio is not None
        and ratio - signs.decay >= limits.KILLING_RATIO
        and any(
            symptom.measure == "dead_ratio"
            and symptom.value >= limits.MANY_NEWLY_DEAD
            for symptom in symptoms
        )
    ):
        return
    layers = [symptom.layer for symptom in symptoms if symptom.layer]
    yield Found(
        tuple(layers[:1]) or ((signs.first_ratio_layer,) if ratio else ()),
        "epoch 0",
        (*evidence, *symptoms),
    )


def _symptoms(signs: Signs) -> Iterator[Evidence]:
    yield from _died(signs, limits.NEWLY_DEAD)
    for name, row in signs.last_rows.items():
        if (
            row["activation"] in SATURATING
            and row.get("saturation", 0.0) >= limits.SATURATED
        ):
            yield Evidence(
                f"{name}: saturated units",
                row["saturation"],
                limits.SATURATED,
                layer=name,
                measure="saturation",
            )
            break
    if signs.diverged is not None:
        yield Evidence("first epoch without a finite loss", signs.diverged, 0)
    yield from _trouble(signs)


def rate_too_low(signs: Signs) -> Iterator[Found]:
    """Steps so small that nothing changes."""
    ratio = signs.changes
    if ratio is None or not any(
        row.get("gradient_norm", 1.0) for row in signs.record.first_steps
    ):
        return
    since = "epoch 0"
    if ratio > limits.LOW_RATIO and signs.rates:
        # A schedule may end at 0: it is too low if it has come there halfway.
        middle = len(signs.rates) // 2
        ratio *= signs.rates[middle]
        since = f"epoch {signs.record.losses[middle]['epoch']}"
    if ratio <= limits.LOW_RATIO:
        evidence = _ratio(signs, ratio, limits.LOW_RATIO, above=False)
        yield Found((), since, (evidence, *_trouble(signs)))


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
                *_trouble(signs),
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
        yield Found((path,), "birth", (evidence, *_trouble(signs)), "noise")
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
                *_trouble(signs),
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
                *_trouble(signs),
            ),
            "penalty",
        )


def train_validation_gap(signs: Signs) -> Iterator[Found]:
    """Activations differ between training and validation."""
    gap = signs.validation_gap
    if gap is None or gap < limits.VALIDATION_GAP:
        return
    for name, row in signs.last_rows.items():
        if "val_std" not in row:
            continue
        shift = abs(row["val_bias_shift"] - row["bias_shift"])
        stds = row["val_std"], row["std"]
        change = abs(math.log(stds[0] / stds[1])) if min(stds) > 0 else 0.0
        if shift >= limits.SHIFT_GAP or change >= limits.STD_GAP:
            evidence = (
                Evidence(
                    f"{name}: bias shift, validation less training",
                    shift,
                    limits.SHIFT_GAP,
                    layer=name,
                    measure="val_bias_shift",
                ),
                Evidence(
                    f"{name}: |log| of the deviation in validation over "
                    "that in training",
                    change,
                    limits.STD_GAP,
                    layer=name,
                    measure="val_std",
                ),
                Evidence(
                    "validation loss less training loss, in losses of the "
                    "best constant prediction",
                    gap,
                    limits.VALIDATION_GAP,
                ),
            )
            yield Found(
                (name,),
                f"epoch {row['epoch']}",
                tuple(each for each in evidence if each.value >= each.limit),
            )
            return


def dying_units(signs: Signs) -> Iterator[Found]:
    """Units died in training, and nothing else explains it."""
    for evidence in _died(signs, limits.MANY_NEWLY_DEAD):
        since = next(
            row["epoch"]
            for row in signs.record.history
            if row["layer"] == evidence.layer and row.get("died", 0)
        )
        yield Found((evidence.layer,), f"epoch {since}", (evidence,))
        return
    if signs.record.outputs and signs.trouble:
        yield from _silent(signs, f"epoch {signs.record.outputs[-1]['epoch']}")


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
        if cut and row.get("dead_ratio", 0.0) < limits.BORN_DEAD:
            name = row["layer"]
            evidence = Evidence(
                f"{name}: standard deviation",
                std,
                limits.CONSTANT_STD,
                above=False,
                layer=name,
                measure="std",
            )
            yield Found((name,), "birth", (evidence, *_trouble(signs)))
            return
        before = std


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
                    *_trouble(signs),
                ),
            )
            return
    if signs.same_outputs:
        last = signs.record.outputs[-1]
        evidence = Evidence(
            _of(last, "deviation of the outputs over the samples"),
            last["std_of_samples"],
            limits.SAME_OUTPUT,
            above=False,
        )
        yield Found(
            (),
            f"epoch {last['epoch']}",
            (evidence, *_trouble(signs)),
            "",
            "The model predicts the same for all samples.",
        )


def not_learning(signs: Signs) -> Iterator[Found]:
    """The loss is that of a constant prediction, and no cause is found."""
    epochs = signs.record.epochs
    yield Found((), f"epoch {epochs[0]}", tuple(_trouble(signs)))


def _died(signs: Signs, limit: float) -> Iterator[Evidence]:
    layer, share = signs.most_dead
    if share >= limit:
        yield Evidence(
            f"{layer}: units that died in training",
            share,
            limit,
            layer=layer,
            measure="dead_ratio",
        )


def _trouble(signs: Signs) -> Iterator[Evidence]:
    if signs.trouble and signs.last_relative is not None:
        yield Evidence(
            "loss over that of the best constant prediction",
            signs.last_relative,
            limits.TROUBLE,
        )


def _silent(signs: Signs, since: str) -> Iterator[Found]:
    """An output that is a ReLU and gives nothing but 0."""
    outputs = {row["output"]: row for row in signs.record.targets}
    for row in signs.record.outputs:
        target = outputs.get(row["output"], {})
        epoch = "birth" if row["epoch"] == BIRTH else f"epoch {row['epoch']}"
        if (
            epoch == since
            and target.get("activation") in ("relu", "relu6")
            and row["minimum"] == row["maximum"] == 0
        ):
            evidence = Evidence(
                _of(row, "largest output"), 0.0, 0.0, above=False
            )
            yield Found((target["layer"],), since, (evidence, *_trouble(signs)))
            return


def _ratio(
    signs: Signs, ratio: float, limit: float, *, above: bool = True
) -> Evidence:
    return Evidence(
        "|change| / |weights| in a first step",
        ratio,
        limit,
        above,
        signs.first_ratio_layer,
        "update_ratio",
    )


def _of_layer(row: Row, measure: str, what: str, limit: float) -> Found:
    name = row["layer"]
    evidence = Evidence(
        f"{name}: {what}", row[measure], limit, layer=name, measure=measure
    )
    return Found((name,), "birth", (evidence,))


def _of(row: Row, what: str) -> str:
    return f"{row['output']}: {what}" if row["output"] else what
