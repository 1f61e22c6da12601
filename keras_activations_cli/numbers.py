"""The numbers that options take, each with its limits."""

import argparse
import contextlib
import math
from collections.abc import Callable
from typing import Any


def count(text: str) -> int:
    """How many there are of something: at least one."""
    return _number(text, int, lambda value: value > 0, "a positive integer")


def seed(text: str) -> int:
    """A seed, as NumPy and Keras take it."""
    return _number(
        text,
        int,
        lambda value: 0 <= value < 2**32,
        "an integer from 0 to 2**32 - 1",
    )


def port(text: str) -> int:
    """A port of this machine."""
    return _number(
        text,
        int,
        lambda value: 0 <= value < 2**16,
        "an integer from 0 to 65535; 0 takes any that is free",
    )


def rate(text: str) -> float:
    """A learning rate."""
    return _number(
        text,
        float,
        lambda value: 0 < value < math.inf,
        "a positive number",
    )


def _number(
    text: str,
    kind: Callable[[str], Any],
    fits: Callable[[Any], bool],
    expected: str,
) -> Any:
    """The number that an option was given."""
    with contextlib.suppress(ValueError):
        if fits(value := kind(text)):
            return value
    raise argparse.ArgumentTypeError(f"must be {expected}. Received: {text!r}")
