"""Rules about the size of the steps."""

from collections.abc import Iterator

from keras_activations.diagnosis import limits
from keras_activations.diagnosis.finding import Evidence
from keras_activations.diagnosis.found import (
    SATURATING,
    Found,
    of_deaths,
    of_trouble,
)
from keras_activations.diagnosis.signs import Signs


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
    if signs.harmless:
        return
    yield from of_deaths(signs, limits.NEWLY_DEAD)
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
    yield from of_trouble(signs)


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
        yield Found((), since, (evidence, *of_trouble(signs)))


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
