"""The findings of a run, checked: they may be newer, broken or missing."""

import math
from typing import Any

import numpy as np

from tensorboard_plugin_keras_activations.plain import (
    loaded,
    number_or_none,
)

_LOST = (
    "{} of {} findings of this run cannot be read: perhaps a newer version of "
    "keras-activations wrote them."
)


def none() -> dict[str, Any]:
    """The answer for a run of before there were findings."""
    return {"diagnosis": None, "step": None, "time": None, "problem": ""}


def unreadable() -> dict[str, Any]:
    """The answer for findings that are there, and broken."""
    return none() | {"problem": "The findings of this run cannot be read."}


def told(step: int, time: float, text: np.ndarray) -> dict[str, Any]:
    """The answer for findings that were written, as `reader.findings` has it.

    Args:
        step: The epoch after which they were written.
        time: The time at which.
        text: JSON, as `Diagnosis.as_dict` has it.
    """
    try:
        diagnosis = loaded(text.item())
    except (ValueError, TypeError, AttributeError):
        return unreadable()
    written = diagnosis.get("findings") if isinstance(diagnosis, dict) else None
    # Without the list it is not known whether anything was found.
    if not isinstance(written, list):
        return unreadable()
    cleaned = _diagnosis(diagnosis)
    lost = len(written) - len(cleaned["findings"])
    return {
        "diagnosis": cleaned,
        "step": step,
        # NaN is no time, and no JSON.
        "time": time if math.isfinite(time) else None,
        "problem": _LOST.format(lost, len(written)) if lost else "",
    }


def summary(answer: dict[str, Any]) -> dict[str, Any]:
    """What the list of runs says of an answer of this module."""
    diagnosis = answer["diagnosis"]
    return {
        "causes": None
        if diagnosis is None
        else [finding["cause"] for finding in diagnosis["findings"]],
        "looked_at": "" if diagnosis is None else diagnosis["looked_at"],
        "time": answer["time"],
        "problem": answer["problem"],
    }


def _diagnosis(diagnosis: dict[str, Any]) -> dict[str, Any]:
    """The parts of a diagnosis that the page uses, each of the right type."""
    reasons = _part(diagnosis, "not_checked", dict, {})
    return {
        "verdict": _part(diagnosis, "verdict", str, ""),
        "looked_at": _part(diagnosis, "looked_at", str, ""),
        "not_checked": {
            cause: reason
            for cause, reason in reasons.items()
            if isinstance(reason, str)
        },
        "findings": [
            _finding(finding)
            for finding in diagnosis["findings"]
            if isinstance(finding, dict)
            and isinstance(finding.get("cause"), str)
        ],
    }


def _finding(finding: dict[str, Any]) -> dict[str, Any]:
    return {
        "cause": finding["cause"],
        "layers": _texts(_part(finding, "layers", list, [])),
        "since": _part(finding, "since", str, ""),
        "sentence": _part(finding, "sentence", str, ""),
        "evidence": [
            _evidence(evidence)
            for evidence in _part(finding, "evidence", list, [])
            if isinstance(evidence, dict)
            and isinstance(evidence.get("what"), str)
        ],
        "remedies": [
            {
                "text": remedy["text"],
                "code": _part(remedy, "code", str, ""),
            }
            for remedy in _part(finding, "remedies", list, [])
            if isinstance(remedy, dict) and isinstance(remedy.get("text"), str)
        ],
        "confidence": _share(finding.get("confidence")),
        "reference": _part(finding, "reference", str, ""),
    }


def _evidence(evidence: dict[str, Any]) -> dict[str, Any]:
    return {
        "what": evidence["what"],
        "value": number_or_none(evidence.get("value")),
        "limit": number_or_none(evidence.get("limit")),
        "above": _part(evidence, "above", bool, True),
        "layer": _part(evidence, "layer", str, ""),
        "measure": _part(evidence, "measure", str, ""),
    }


def _part(members: dict[str, Any], name: str, kind: type, default: Any) -> Any:
    value = members.get(name)
    return value if isinstance(value, kind) else default


def _texts(values: list[Any]) -> list[str]:
    return [value for value in values if isinstance(value, str)]


def _share(value: Any) -> float | None:
    found = number_or_none(value)
    return found if isinstance(found, float) and 0 <= found <= 1 else None
