"""The manifest of a run, checked: it may be newer, truncated or missing."""

import math
from collections.abc import Iterable, Iterator
from typing import Any

import numpy as np

from tensorboard_plugin_keras_activations import schema
from tensorboard_plugin_keras_activations.plain import (
    is_count,
    loaded,
    plain,
)

# A run without a manifest is recognised by the monitor's own measures.
_OURS = ("dead_ratio", "one_sided_ratio", "bias_shift")


def parsed(texts: list[tuple[int, np.ndarray]]) -> dict[str, Any]:
    """The last manifest of a run; empty where it cannot be read.

    Args:
        texts: Steps and texts. Of several at the last step, the last counts.
    """
    try:
        # By step: files are read by their names, which clocks have made.
        _, text = sorted(texts, key=lambda each: each[0])[-1]
        manifest = loaded(text.item())
    except (ValueError, TypeError, AttributeError, IndexError):
        return {}
    return manifest if isinstance(manifest, dict) else {}


def described(
    manifest: dict[str, Any] | None, tags: Iterable[str]
) -> dict[str, Any]:
    """What a manifest says and what is wrong with it, in words."""
    if manifest is None:
        problem = "The description of this run is missing. "
    elif not manifest:
        problem = "The description of this run cannot be read. "
    else:
        problem = _newer(manifest)
    if not manifest:
        problem += (
            "The layers are named by their tags, without activation and "
            "number of units."
        )
    return {"manifest": cleaned(manifest or {}, tags), "problem": problem}


def cleaned(manifest: dict[str, Any], tags: Iterable[str]) -> dict[str, Any]:
    """A manifest with all of its parts, perhaps from the tags.

    Args:
        manifest: What is written; empty if nothing, or nothing readable.
        tags: Those of the scalars of the run.
    """
    known, tags = _cleaned(manifest), [*tags]
    layers = sorted(set(bare_layers(tags)), key=schema.place_and_name)
    if not known["layers"]:
        known["layers"] = [_layer({"tag": tag}) for tag in layers]
    if layers and not any(schema.split_tag(known["prefix"], x) for x in tags):
        known["prefix"] = schema.PREFIX
    return known


def bare_layers(tags: Iterable[str]) -> Iterator[str]:
    """The layers' tags among the scalars of a run without a manifest."""
    for tag in tags:
        measure, layer = schema.split_tag(schema.PREFIX, tag) or ("", "")
        if layer and measure in _OURS:
            yield layer


def _newer(manifest: dict[str, Any]) -> str:
    written = manifest.get("schema", schema.SCHEMA)
    if not is_count(written) or written <= schema.SCHEMA:
        return ""
    return (
        "This run was written by a newer version of keras-activations "
        f"(schema {written}, this page reads {schema.SCHEMA}): shown is what "
        "can be read. "
    )


def _cleaned(manifest: dict[str, Any]) -> dict[str, Any]:
    """The parts of a manifest that the page uses, each of the right type."""

    def part(name: str, kind: type, default: Any) -> Any:
        value = manifest.get(name)
        return value if isinstance(value, kind) else default

    limits = part("thresholds", dict, {}).get("unhealthy")
    limits = limits if isinstance(limits, dict) else {}
    number = manifest.get("schema")
    return {
        "schema": number if is_count(number) else schema.SCHEMA,
        "version": part("version", str, ""),
        "prefix": part("prefix", str, schema.PREFIX),
        "layers": _layers(part("layers", list, [])),
        "limits": {
            str(name): value
            for name, value in limits.items()
            if isinstance(value, int | float)
            and not isinstance(value, bool)
            and math.isfinite(value)
        },
        "hparams": {
            str(name): plain(value)
            for name, value in part("hparams", dict, {}).items()
        },
        "weights": [
            path for path in part("weights", list, []) if isinstance(path, str)
        ],
        "not_watched": [
            {"name": gap["name"], "reason": gap["reason"]}
            for gap in part("not_watched", list, [])
            if isinstance(gap, dict)
            and isinstance(gap.get("name"), str)
            and isinstance(gap.get("reason"), str)
        ],
    }


def _layers(written: list[Any]) -> list[dict[str, Any]]:
    """The layers that can be read; of several with one tag, the first."""
    found: dict[str, dict[str, Any]] = {}
    for layer in written:
        if isinstance(layer, dict) and isinstance(layer.get("tag"), str):
            found.setdefault(layer["tag"], _layer(layer))
    return [*found.values()]


def _layer(layer: dict[str, Any]) -> dict[str, Any]:
    def part(name: str, kinds: Any, default: Any) -> Any:
        value = layer.get(name)
        return value if isinstance(value, kinds) else default

    tag, units = layer["tag"], layer.get("units")
    return {
        "tag": tag,
        "name": part("name", str, schema.place_and_name(tag)[1]),
        "activation": part("activation", str, ""),
        "units": units if is_count(units) else None,
        "can_die": part("can_die", bool, None),
        # How it is measured, if that was written.
        "unit_axis": part("unit_axis", int, None),
        "slope": part("slope", str, ""),
    }
