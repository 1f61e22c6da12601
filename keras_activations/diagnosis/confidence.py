"""How often findings of a cause were right on programs that nobody had seen."""

# By cause, how many findings were right, and how many there were: in the first
# runs on the four sets of programs that were not used to make the rules, with
# the rules as they were then (`benchmarks/diagnosis/first_run.json`, added up).
FIRST_RUNS = {
    "output_loss_mismatch": (26, 27),
    "symmetric_units": (12, 12),
    "target_scale": (14, 14),
    "input_scale": (17, 18),
    "born_dead": (12, 15),
    "saturated_at_birth": (11, 15),
    "exploding_at_birth": (10, 10),
    "vanishing_signal": (14, 17),
    "diverged": (12, 12),
    "rate_too_high": (20, 30),
    "rate_too_low": (13, 14),
    "over_regularised": (17, 19),
    "train_validation_gap": (11, 11),
    "dying_units": (1, 2),
    "constant_units": (8, 8),
    "not_learning": (9, 17),
}
# Fewer tell nothing.
_FEW = 8


def confidence(cause: str) -> float | None:
    """The share of the findings of a cause that were right; `None` if few."""
    right, named = FIRST_RUNS[cause]
    return right / named if named >= _FEW else None
