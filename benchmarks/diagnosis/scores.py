"""How often a diagnosis is right, with intervals."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field


def wilson(hits: int, total: int, z: float = 1.96) -> tuple[float, float]:
    """The 95 % interval of a share (Wilson, 1927).

    Example:

    >>> [round(limit, 3) for limit in wilson(9, 10)]
    [0.596, 0.982]
    """
    if not total:
        return 0.0, 1.0
    share = hits / total
    middle = share + z * z / (2 * total)
    half = z * math.sqrt(
        share * (1 - share) / total + z * z / (4 * total * total)
    )
    scale = 1 + z * z / total
    # Rounding must not leave the range of a share.
    low, high = (middle - half) / scale, (middle + half) / scale
    return max(low, 0.0), min(high, 1.0)


@dataclass
class Share:
    """How many of how many."""

    hits: int = 0
    total: int = 0

    def add(self, hit: bool) -> None:
        """Counts one more."""
        self.hits += hit
        self.total += 1

    def __str__(self) -> str:
        if not self.total:
            return "none"
        low, high = wilson(self.hits, self.total)
        return (
            f"{self.hits} of {self.total} "
            f"({self.hits / self.total:.0%}, {low:.0%} to {high:.0%})"
        )

    def as_dict(self) -> dict[str, float]:
        """For JSON."""
        low, high = wilson(self.hits, self.total)
        return {
            "hits": self.hits,
            "total": self.total,
            "low": round(low, 4),
            "high": round(high, 4),
        }


@dataclass
class Scores:
    """What a set of programs says about a way to find faults."""

    faulty_alarmed: Share = field(default_factory=Share)
    right_cause: Share = field(default_factory=Share)
    first_right: Share = field(default_factory=Share)
    healthy_alarmed: Share = field(default_factory=Share)
    named_right: Share = field(default_factory=Share)
    found: dict[str, Share] = field(default_factory=dict)
    named: dict[str, Share] = field(default_factory=dict)

    def add(self, right: Iterable[str], named: Sequence[str]) -> None:
        """Adds a program.

        Args:
            right: The right causes; empty: it is healthy.
            named: The causes that were named, the most important first.
        """
        right = set(right)
        causes = list(dict.fromkeys(named))
        if not right:
            self.healthy_alarmed.add(bool(causes))
        else:
            self.faulty_alarmed.add(bool(causes))
            self.right_cause.add(bool(right & set(causes)))
            self.first_right.add(bool(causes) and causes[0] in right)
            for cause in right:
                hit = bool(right & set(causes))
                self.found.setdefault(cause, Share()).add(hit)
        for cause in causes:
            self.named_right.add(cause in right)
            self.named.setdefault(cause, Share()).add(cause in right)

    def as_dict(self) -> dict[str, object]:
        """For JSON."""
        plain = {
            name: getattr(self, name).as_dict()
            for name in (
                "faulty_alarmed",
                "right_cause",
                "first_right",
                "healthy_alarmed",
                "named_right",
            )
        }
        return {
            **plain,
            "found": {c: s.as_dict() for c, s in sorted(self.found.items())},
            "named": {c: s.as_dict() for c, s in sorted(self.named.items())},
        }
