"""What a rule finds, and what several rules say in the same way."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from keras_activations.diagnosis import limits
from keras_activations.diagnosis.finding import Evidence
from keras_activations.diagnosis.record import BIRTH, Row
from keras_activations.diagnosis.signs import Signs

REGRESSION = (
    "mean_squared_error",
    "mean_absolute_error",
    "huber",
    "log_cosh",
)
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


def found_in(row: Row, measure: str, what: str, limit: float) -> Found:
    """A layer whose measure is beyond its limit at birth."""
    name = row["layer"]
    evidence = Evidence(
        f"{name}: {what}", row[measure], limit, layer=name, measure=measure
    )
    return Found((name,), "birth", (evidence,))


def silent_output(signs: Signs, since: str) -> Iterator[Found]:
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
                of_output(row, "largest output"), 0.0, 0.0, above=False
            )
            yield Found(
                (target["layer"],), since, (evidence, *of_trouble(signs))
            )
            return


def of_output(row: Row, what: str) -> str:
    """What a figure of an output is, with the name if there are several."""
    return f"{row['output']}: {what}" if row["output"] else what


def of_trouble(signs: Signs) -> Iterator[Evidence]:
    """That the training does not learn."""
    if signs.trouble and signs.last_relative is not None:
        yield Evidence(
            "loss over that of the best constant prediction",
            signs.last_relative,
            limits.TROUBLE,
        )


def of_deaths(signs: Signs, limit: float) -> Iterator[Evidence]:
    """That units died in training."""
    layer, share = signs.most_dead
    if share >= limit:
        yield Evidence(
            f"{layer}: units that died in training",
            share,
            limit,
            layer=layer,
            measure="dead_ratio",
        )
