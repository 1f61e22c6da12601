"""What a diagnosis says: findings, with their evidence and remedies."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from keras_activations import notebook

# From what is earliest to what is latest in a training: what stands first
# explains what follows.
CAUSES = (
    "output_loss_mismatch",
    "symmetric_units",
    "target_scale",
    "input_scale",
    "born_dead",
    "saturated_at_birth",
    "exploding_at_birth",
    "vanishing_signal",
    "diverged",
    "rate_too_high",
    "rate_too_low",
    "over_regularised",
    "train_validation_gap",
    "dying_units",
    "constant_units",
    "not_learning",
)


@dataclass(frozen=True)
class Evidence:
    """A figure that a finding rests on, with its limit.

    Args:
        what: What it is, in words.
        value: The figure.
        limit: The value from which on it counts.
        above: Whether it counts above the limit, or below.
        layer: The layer to which it belongs; "" for the whole run.
        measure: The measure of the history that shows it; "" if none does.
    """

    what: str
    value: float
    limit: float
    above: bool = True
    layer: str = ""
    measure: str = ""

    def __str__(self) -> str:
        sign = ">=" if self.above else "<="
        return f"{self.what}: {self.value:.3g} ({sign} {self.limit:.3g})"


@dataclass(frozen=True)
class Remedy:
    """What to change.

    Args:
        text: In words.
        code: What to type for this model; "" if that depends on more than a
            log can tell. It uses `model`, a fresh and compiled model that has
            not been trained, and the arrays `x` and `y`.
    """

    text: str
    code: str = ""


@dataclass(frozen=True)
class Finding:
    """One cause of trouble.

    Args:
        cause: One of `CAUSES`.
        layers: Where it begins, at most a few layers.
        since: `"birth"`, or the epoch as `"epoch 3"`.
        evidence: The figures, with their limits.
        sentence: What is wrong, in one sentence.
        remedies: What to change, the best first.
        confidence: How often findings of this cause were right on programs
            that were not used to make the rules, in [0, 1]; `None`: there
            were too few.
    """

    cause: str
    layers: tuple[str, ...]
    since: str
    evidence: tuple[Evidence, ...]
    sentence: str
    remedies: tuple[Remedy, ...]
    confidence: float | None = None

    @property
    def reference(self) -> str:
        """The section of the documentation."""
        return f"docs/diagnosis.md#{self.cause}"

    def __str__(self) -> str:
        return f"{self.cause}: {self.sentence}"

    def html(self) -> str:
        """All that the finding says, as a part of a page."""
        return notebook.block(
            notebook.heading(f"{self.cause} (since {self.since})"),
            notebook.paragraph(self.sentence),
            notebook.bullets([str(each) for each in self.evidence]),
            *(
                notebook.paragraph(f"To mend it: {remedy.text}")
                + (notebook.code(remedy.code) if remedy.code else "")
                for remedy in self.remedies
            ),
        )

    def _repr_html_(self) -> str:
        """What a notebook shows."""
        return notebook.page(self.html())

    def as_dict(self) -> dict[str, Any]:
        """The same as plain values, for JSON."""
        return {**asdict(self), "reference": self.reference}

    @classmethod
    def from_dict(cls, plain: Mapping[str, Any]) -> "Finding":
        """The inverse of `as_dict`."""
        return cls(
            plain["cause"],
            tuple(plain["layers"]),
            plain["since"],
            tuple(Evidence(**each) for each in plain["evidence"]),
            plain["sentence"],
            tuple(Remedy(**each) for each in plain["remedies"]),
            plain["confidence"],
        )


class Diagnosis(list[Finding]):
    """A list of findings, the most important first, and what they cover.

    Args:
        findings: The findings.
        looked_at: What was looked at, in words.
        not_checked: The causes that could not be checked, with the reason.

    Attributes:
        looked_at: What was looked at, in words.
        not_checked: The causes that could not be checked, with the reason.
    """

    def __init__(
        self,
        findings: Iterable[Finding] = (),
        looked_at: str = "",
        not_checked: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(findings)
        self.looked_at = looked_at
        self.not_checked = dict(not_checked or {})

    @property
    def verdict(self) -> str:
        """One sentence: what was found, or what was looked at in vain."""
        if self:
            causes = ", ".join(finding.cause for finding in self)
            found = "1 finding" if len(self) == 1 else f"{len(self)} findings"
            return f"{found}: {causes}."
        return f"No finding in {self.looked_at}."

    def as_dict(self) -> dict[str, Any]:
        """The same as plain values, for JSON."""
        return {
            "verdict": self.verdict,
            "looked_at": self.looked_at,
            "not_checked": self.not_checked,
            "findings": [finding.as_dict() for finding in self],
        }

    def _repr_html_(self) -> str:
        """What a notebook shows."""
        return notebook.page(
            notebook.paragraph(self.verdict),
            *(finding.html() for finding in self),
            *(
                [notebook.folded("Not checked", notebook.bullets(gaps))]
                if (gaps := self._gaps())
                else []
            ),
        )

    def _gaps(self) -> list[str]:
        """The causes that were not checked, one line for each reason."""
        reasons: dict[str, list[str]] = {}
        for cause, reason in self.not_checked.items():
            reasons.setdefault(reason, []).append(cause)
        return [
            f"{', '.join(causes)}: {reason}"
            for reason, causes in reasons.items()
        ]

    def __str__(self) -> str:
        """The findings as a person reads them in a terminal."""
        lines = [self.verdict]
        for number, finding in enumerate(self, 1):
            lines += ["", f"{number}. {finding.cause} (since {finding.since})"]
            lines.append(f"   {finding.sentence}")
            lines += [f"   - {evidence}" for evidence in finding.evidence]
            for remedy in finding.remedies:
                lines.append(f"   To mend it: {remedy.text}")
                lines += [f"       {line}" for line in remedy.code.splitlines()]
        if self.not_checked:
            lines += ["", "Not checked:"]
            lines += [f"- {gap}" for gap in self._gaps()]
        return "\n".join(lines)
