"""The rules of other tools, on the same records.

They are stated with their source, and see what the monitor has measured: each
is at least as well informed here as in its own tool.
"""

from collections.abc import Callable

from keras_activations.diagnosis import Record


def _last(record: Record) -> list[dict]:
    rows = {row["layer"]: dict(row) for row in record.history}
    return list(rows.values())


def _ratios(record: Record) -> list[float]:
    return [
        row["update_ratio"]
        for row in record.first_steps
        if "update_ratio" in row
    ]


def ten_percent_dead(record: Record) -> list[str]:
    """Over 10 % of the units of a layer dead (keras-contrib, DeadReluDetector).

    https://github.com/keras-team/keras-contrib
    """
    dead = any(row.get("dead_ratio", 0) > 0.1 for row in _last(record))
    return ["dying_units"] * dead


def half_rarely_fire(record: Record) -> list[str]:
    """Over 50 % of units fire on under 1 % of samples (SageMaker, DeadRelu).

    https://sagemaker.readthedocs.io, Rule.sagemaker DeadRelu
    """
    rare = any(row.get("rare_ratio", 0) > 0.5 for row in _last(record))
    return ["dying_units"] * rare


def update_ratio(record: Record) -> list[str]:
    """|dw| / |w| outside 1e-4 to 1e-2 (cs231n: about 1e-3).

    https://cs231n.github.io/neural-networks-3/#ratio
    """
    ratios = _ratios(record)
    high = ["rate_too_high"] * any(ratio > 1e-2 for ratio in ratios)
    low = ["rate_too_low"] * (bool(ratios) and max(ratios) < 1e-4)
    return high + low


def wide_update_ratio(record: Record) -> list[str]:
    """|dw| / |w| above 10 or below 1e-8 (SageMaker, WeightUpdateRatio)."""
    ratios = _ratios(record)
    high = ["rate_too_high"] * any(ratio > 10 for ratio in ratios)
    low = ["rate_too_low"] * any(ratio < 1e-8 for ratio in ratios)
    return high + low


def zero_gradients(record: Record) -> list[str]:
    """A gradient norm below 1e-7 (SageMaker VanishingGradient's threshold)."""
    small = any(
        row.get("gradient_norm", 1.0) < 1e-7 for row in record.first_steps
    )
    return ["vanishing_signal"] * small


RULES: dict[str, Callable[[Record], list[str]]] = {
    "over 10 % dead": ten_percent_dead,
    "over half fire on under 1 %": half_rarely_fire,
    "update ratio outside 1e-4 to 1e-2": update_ratio,
    "update ratio outside 1e-8 to 10": wide_update_ratio,
    "a gradient under 1e-7": zero_gradients,
}
