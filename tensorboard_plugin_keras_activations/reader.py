"""Read a run's health through a TensorBoard data provider, as plain JSON.

The same functions feed the tab, whatever loader TensorBoard uses, and the
HTML report. Scalars and histograms that the monitor logs for other pages are
read from there; only the manifest and the tensors per unit are the tab's own.
"""

import base64
import math
import zlib
from collections.abc import Callable, Iterable, Mapping
from typing import Any

import numpy as np
from tensorboard.context import RequestContext
from tensorboard.data import provider

from tensorboard_plugin_keras_activations import birth, findings, schema
from tensorboard_plugin_keras_activations.manifest import (
    bare_layers,
    cleaned,
    described,
    parsed,
)
from tensorboard_plugin_keras_activations.plain import number
from tensorboard_plugin_keras_activations.schema import (
    BIRTH,
    MANIFEST,
    PLUGIN,
    PREFIX,
    RECORD,
)

# More than any loader keeps of a tag: everything kept is shown.
_ALL = 1_000_000

# What TensorBoard raises for a tensor that contradicts itself, or that says
# that it is larger than the memory.
_BROKEN = (ValueError, TypeError, LookupError, ArithmeticError, MemoryError)

# A table of all layers and steps may have so many cells; or, if the layers
# have few steps in common, so many for each value.
_MOST_CELLS = 1_000_000
_MOST_CELLS_OF_A_VALUE = 100


class HealthReader:
    """What is known about the runs of one log directory.

    Args:
        data: TensorBoard's data provider.
        context: The request's context.
        experiment: TensorBoard's experiment id, empty for a log directory.
        problems: By run, what of its files could not be read; also of runs of
            which nothing could.
    """

    def __init__(
        self,
        data: provider.DataProvider,
        context: RequestContext | None = None,
        experiment: str = "",
        problems: Mapping[str, str] | None = None,
    ) -> None:
        self._data = data
        self._context = context or RequestContext()
        self._experiment = experiment
        self._problems = {
            run: problem for run, problem in (problems or {}).items() if problem
        }

    def runs(self) -> list[dict[str, Any]]:
        """Return every run that the monitor wrote, with its manifest.

        A run that cannot be read has no layers, and a `problem` in words.
        `time` is the second at which the last training in it began, and
        `diagnosed` the latest diagnosis without its figures.
        """
        manifests = self._manifests()
        told = self._all_findings()
        scalars = self._data.list_scalars(
            self._context,
            experiment_id=self._experiment,
            plugin_name="scalars",
        )
        bare = {run for run, tags in scalars.items() if any(bare_layers(tags))}
        return [
            {
                **self._described(run, manifest, scalars.get(run, {})),
                "time": time if math.isfinite(time) else 0.0,
                "diagnosed": findings.summary(told.get(run) or findings.none()),
            }
            for run in sorted({*bare, *manifests, *self._problems})
            for time, manifest in [manifests.get(run, (0.0, None))]
        ]

    def _described(
        self, run: str, manifest: dict[str, Any] | None, tags: Iterable[str]
    ) -> dict[str, Any]:
        """A run, its manifest and what is wrong with it."""
        problem = self._problems.get(run, "")
        found = described(manifest, tags)
        if problem and manifest is None and not found["manifest"]["layers"]:
            found["problem"] = f"This run cannot be read: {problem}."
        elif problem:
            told = f"Not all of it can be read: {problem}."
            found["problem"] = f"{found['problem']} {told}".strip()
        return {"run": run, **found}

    def latest(self, run: str, prefix: str = PREFIX) -> dict[str, Any]:
        """Return the last value of each scalar of a run.

        Args:
            run: Name of the run.
            prefix: The first part of its tags, as its manifest says.

        Returns:
            `layers`: measure -> layer's tag -> value; `run`: measure, or
            name of a Keras log, such as the loss -> value. If some cannot be
            read, `problem` names them.
        """
        return self.latests({run: prefix})[run]

    def latests(self, prefixes: Mapping[str, str]) -> dict[str, Any]:
        """Return the same for several runs.

        Args:
            prefixes: By name of a run, the first part of its tags.
        """
        values, broken = self._last([*prefixes])
        return {
            run: _latest(values.get(run, {}), broken.get(run, []), prefix)
            for run, prefix in prefixes.items()
        }

    def _last(
        self, runs: list[str]
    ) -> tuple[dict[str, dict[str, float]], dict[str, list[str]]]:
        """By run and tag, the value of the last step; tags without one."""
        listed = self._list(runs)
        last, broken = self._scalars(
            self._data.read_last_scalars,
            {run: [*tags] for run, tags in listed.items()},
        )
        # TensorBoard takes the last one of the last file. That is another one
        # if the clock that named the files went back.
        early = {
            run: [
                tag
                for tag, datum in tags.items()
                if datum.step != listed[run][tag].max_step
            ]
            for run, tags in last.items()
        }
        whole, _ = self._scalars(self._all_scalars, early)
        for run, tags in whole.items():
            for tag, data in tags.items():
                last[run][tag] = sorted(data, key=lambda datum: datum.step)[-1]
        return {
            run: {tag: datum.value for tag, datum in tags.items()}
            for run, tags in last.items()
        }, broken

    def _list(self, runs: list[str]) -> dict[str, dict[str, Any]]:
        """The scalars of runs by their tags."""
        scalars = self._data.list_scalars(
            self._context,
            experiment_id=self._experiment,
            plugin_name="scalars",
            run_tag_filter=provider.RunTagFilter(runs=runs),
        )
        return {run: scalars.get(run, {}) for run in runs}

    def _all_scalars(self, *context: Any, **question: Any) -> dict[str, Any]:
        return self._data.read_scalars(*context, downsample=_ALL, **question)

    def _scalars(
        self, read: Callable[..., Any], wanted: Mapping[str, list[str]]
    ) -> tuple[dict[str, dict[str, Any]], dict[str, list[str]]]:
        """By run and tag, what `read` answers; and the tags that are broken."""

        def ask(runs: Iterable[str], tags: Iterable[str]) -> dict[str, Any]:
            return read(
                self._context,
                experiment_id=self._experiment,
                plugin_name="scalars",
                run_tag_filter=provider.RunTagFilter(runs=runs, tags=tags),
            )

        wanted = {run: tags for run, tags in wanted.items() if tags}
        if not wanted:
            return {}, {}
        try:
            every = ask(
                wanted, {tag for tags in wanted.values() for tag in tags}
            )
            return {
                run: {
                    tag: every[run][tag]
                    for tag in tags
                    if tag in every.get(run, {})
                }
                for run, tags in wanted.items()
            }, {}
        except _BROKEN:
            # One broken tag made all fail: each is read separately.
            found: dict[str, dict[str, Any]] = {run: {} for run in wanted}
            broken: dict[str, list[str]] = {run: [] for run in wanted}
            for run, tags in wanted.items():
                for tag in tags:
                    try:
                        found[run] |= ask([run], [tag]).get(run, {})
                    except _BROKEN:
                        broken[run].append(tag)
            return found, broken

    def series(
        self, run: str, measures: Iterable[str], prefix: str = PREFIX
    ) -> dict[str, Any]:
        """Return measures over time, of the run and of each of its layers.

        Args:
            run: Name of the run.
            measures: Names of the measures, such as `"dead_ratio"`; with
                `"birth."` before it, that of before the first update, if it is
                one of `birth.PARTS`.
            prefix: The first part of its tags, as its manifest says.

        Returns:
            For each measure that was logged `steps`, `layers` (the layer's
            tag -> one value per step, None where none was logged) and, where
            there is one, `run` (one value per step).
        """
        return self.all_series({run: prefix}, measures)[run]

    def all_series(
        self,
        prefixes: Mapping[str, str],
        measures: Iterable[str],
        layer: str | None = None,
    ) -> dict[str, Any]:
        """Return the same for several runs.

        Args:
            prefixes: By name of a run, the first part of its tags.
            measures: Names of the measures.
            layer: The tag of a layer, if only its values are wanted.
        """
        asked = set(measures)
        wanted = {
            run: {
                tag: part
                for tag in tags
                if (part := schema.split_tag(prefixes[run], tag))
                and part[0] in asked
                and layer in (None, part[1])
            }
            for run, tags in self._list([*prefixes]).items()
        }
        logged, _ = self._scalars(
            self._all_scalars, {run: [*tags] for run, tags in wanted.items()}
        )
        found: dict[str, Any] = {}
        for run, tags in wanted.items():
            points: dict[str, dict[str, dict[int, Any]]] = {}
            for tag, data in logged.get(run, {}).items():
                measure, name = tags[tag]
                points.setdefault(measure, {})[name] = {
                    datum.step: number(datum.value) for datum in data
                }
            found[run] = {
                **{measure: _columns(each) for measure, each in points.items()},
                **self._birth(run, asked),
            }
        return found

    def firing(self, run: str, layer: str) -> dict[str, Any]:
        """Return the firing rate of each unit of a layer in each epoch.

        Args:
            run: Name of the run.
            layer: The layer's tag, such as `"01_dense_1"`.

        Returns:
            `steps`, `units` and `values`: for each unit one byte per epoch,
            the change modulo 256 from the epoch before, compressed with zlib,
            in base64. The sum of the changes is 0 where the unit never fired,
            and otherwise its rate times 255; for a layer that cannot die, the
            rate of positive inputs. `recycled`: for each epoch the numbers of
            the units that were given new weights after it. `deaths`: for each
            epoch the units that died in it, each with the first training step
            at which it no longer fired.
        """
        steps, rates = self._by_unit(run, schema.firing_tag(layer), np.uint8)
        # A rate changes little: its changes compress to half the size.
        changes = np.diff(rates, axis=1, prepend=np.uint8(0))
        recycled = self._recycled(run, layer, len(rates))
        deaths = self._deaths(run, layer, len(rates))
        return {
            **_packed(steps, changes),
            "recycled": [recycled.get(step, []) for step in steps],
            "deaths": [deaths.get(step, []) for step in steps],
        }

    def alphas(self, run: str, layer: str) -> dict[str, Any]:
        """Return the learned alpha of each channel of a layer over time.

        Args:
            run: Name of the run.
            layer: The layer's tag.

        Returns:
            `steps`, `units` and `values`: for each unit one little-endian
            float32 per epoch, compressed with zlib, in base64.
        """
        tag = schema.alpha_tag(layer)
        return _packed(*self._by_unit(run, tag, np.float32))

    def histograms(
        self,
        run: str,
        layer: str,
        prefix: str = PREFIX,
        of: str = schema.VALUES,
    ) -> dict[str, Any]:
        """Return the histograms of a layer's activations.

        Args:
            run: Name of the run.
            layer: The layer's tag.
            prefix: The first part of its tags, as its manifest says.
            of: Which ones, one of `schema.SPREADS`.

        Returns:
            `steps` and `bins`: for each step rows of left edge, right edge
            and count.
        """
        tag = schema.layer_tag(prefix, of, layer)
        found = {
            step: [[number(value) for value in row] for row in bins.tolist()]
            for step, bins in self._tensors(run, tag, "histograms")
            if bins.ndim == 2 and bins.shape[1] == 3
        }
        steps = sorted(found)
        return {"steps": steps, "bins": [found[step] for step in steps]}

    def findings(self, run: str) -> dict[str, Any]:
        """Return what the latest diagnosis of a run has found.

        Args:
            run: Name of the run.

        Returns:
            `diagnosis`, None where there is none; `step`, the epoch after
            which it was made; `time`, the second at which it was written; and
            `problem`, what is wrong with it, in words.
        """
        try:
            # Of a smaller sample, the last is kept: it stands for all.
            written = self._findings(run, 1).get(run, [])
            listed = self._listed(run, schema.FINDINGS)
            if written and written[-1][0] != listed.get(run):
                # The clock that named the files went back.
                written = self._findings(run, _ALL).get(run, [])
        except _BROKEN:
            return findings.unreadable()
        written.sort(key=lambda each: each[0])
        return findings.told(*written[-1]) if written else findings.none()

    def _all_findings(self) -> dict[str, dict[str, Any]]:
        """By run, what `findings` returns."""
        listed = self._listed(None, schema.FINDINGS)
        try:
            every = self._findings(None, 1)
        except _BROKEN:
            every = {}
        return {
            run: findings.told(*every[run][-1])
            if every.get(run) and every[run][-1][0] == step
            else self.findings(run)
            for run, step in listed.items()
        }

    def _findings(
        self, run: str | None, most: int
    ) -> dict[str, list[tuple[int, float, np.ndarray]]]:
        """By run, steps, times and texts of diagnoses; of one run, or all."""
        found = self._data.read_tensors(
            self._context,
            experiment_id=self._experiment,
            plugin_name=PLUGIN,
            downsample=most,
            run_tag_filter=provider.RunTagFilter(
                runs=None if run is None else [run], tags=[schema.FINDINGS]
            ),
        )
        return {
            name: [
                (datum.step, datum.wall_time, datum.numpy)
                for datum in tags.get(schema.FINDINGS, [])
            ]
            for name, tags in found.items()
        }

    def _listed(self, run: str | None, tag: str) -> dict[str, int]:
        """By run, the last step of a tensor; of one run, or of all."""
        listed = self._list_tensors(run, tag)
        return {name: series.max_step for name, series in listed.items()}

    def _list_tensors(self, run: str | None, tag: str) -> dict[str, Any]:
        """By run, what there is of a tensor; of one run, or of all."""
        listed = self._data.list_tensors(
            self._context,
            experiment_id=self._experiment,
            plugin_name=PLUGIN,
            run_tag_filter=provider.RunTagFilter(
                runs=None if run is None else [run], tags=[tag]
            ),
        )
        return {name: tags[tag] for name, tags in listed.items()}

    def _birth(self, run: str, asked: Iterable[str]) -> dict[str, Any]:
        measures = [
            measure.removeprefix(BIRTH)
            for measure in asked
            if measure.startswith(BIRTH)
        ]
        if not measures:
            return {}
        manifest = parsed(self._tensors(run, MANIFEST, PLUGIN))
        layers = cleaned(manifest, self._list([run])[run])["layers"]
        found = birth.columns(
            self._tensors(run, RECORD, PLUGIN),
            {layer["name"]: layer["tag"] for layer in layers},
            measures,
        )
        return {BIRTH + measure: each for measure, each in found.items()}

    def _manifests(self) -> dict[str, tuple[float, dict[str, Any]]]:
        """By run, the time of its last manifest; empty if it is unreadable."""
        listed = self._list_tensors(None, MANIFEST)
        try:
            found = self._read(None, MANIFEST, PLUGIN)
        except _BROKEN:
            # One broken run made all fail: each is read separately.
            found = {
                run: self._tensors(run, MANIFEST, PLUGIN) for run in listed
            }
        return {
            run: (
                listed[run].max_wall_time if run in listed else 0.0,
                parsed(texts),
            )
            for run, texts in found.items()
        }

    def _tensors(
        self, run: str, tag: str, plugin: str
    ) -> list[tuple[int, np.ndarray]]:
        try:
            return self._read([run], tag, plugin).get(run, [])
        except _BROKEN:
            return []

    def _read(
        self, runs: list[str] | None, tag: str, plugin: str
    ) -> dict[str, list[tuple[int, np.ndarray]]]:
        """For each run, or for all, the tensors of a tag with their steps."""
        found = self._data.read_tensors(
            self._context,
            experiment_id=self._experiment,
            plugin_name=plugin,
            downsample=_ALL,
            run_tag_filter=provider.RunTagFilter(runs=runs, tags=[tag]),
        )
        return {
            run: [(datum.step, datum.numpy) for datum in tags.get(tag, [])]
            for run, tags in found.items()
        }

    def _recycled(
        self, run: str, layer: str, units: int
    ) -> dict[int, list[int]]:
        """By step, the units that were recycled, if any were."""
        tag = schema.recycled_tag(layer)
        return {
            step: np.flatnonzero(chosen).tolist()
            for step, chosen in self._tensors(run, tag, PLUGIN)
            # Those of a second model of another width mean other units.
            if chosen.shape == (units,) and chosen.dtype == np.uint8
        }

    def _deaths(
        self, run: str, layer: str, units: int
    ) -> dict[int, list[list[int]]]:
        """By epoch, the units that died in it and the steps of their deaths."""
        tag = schema.deaths_tag(layer)
        return {
            step: deaths.tolist()
            for step, deaths in self._tensors(run, tag, PLUGIN)
            if deaths.ndim == 2
            and deaths.shape[1] == 2
            and deaths.dtype == np.int32
            and (deaths >= 0).all()
            and (deaths[:, 0] < units).all()
        }

    def _by_unit(
        self, run: str, tag: str, dtype: Any
    ) -> tuple[list[int], np.ndarray]:
        """The steps of a tensor per unit, and its values, units x steps."""
        found = {
            step: values
            for step, values in self._tensors(run, tag, PLUGIN)
            if values.ndim == 1 and values.dtype == dtype
        }
        # A second model in the same directory may have another width: the
        # last one is shown.
        units = len(found[max(found)]) if found else 0
        steps = sorted(step for step in found if len(found[step]) == units)
        if not steps:
            return [], np.zeros((0, 0), dtype)
        return steps, np.stack([found[step] for step in steps], axis=1)


def _latest(
    values: Mapping[str, float], broken: list[str], prefix: str
) -> dict[str, Any]:
    """The last values of a run, as `latest` has them."""
    found: dict[str, Any] = {"layers": {}, "run": {}}
    for tag, value in sorted(values.items()):
        measure, layer = schema.split_tag(prefix, tag) or ("", "")
        if layer:
            found["layers"].setdefault(measure, {})[layer] = number(value)
        elif measure:
            found["run"][measure] = number(value)
    if broken:
        more = f" and {len(broken) - 3} more" if len(broken) > 3 else ""
        found["problem"] = (
            f"This cannot be read: {', '.join(broken[:3])}{more}."
        )
    return found


def _packed(steps: list[int], values: np.ndarray) -> dict[str, Any]:
    """Values of units x steps, encoded for JSON."""
    # Only runs of equal bytes can be compressed: for them, RLE is fast.
    pack = zlib.compressobj(1, strategy=zlib.Z_RLE)
    packed = pack.compress(values.tobytes()) + pack.flush()
    return {
        "steps": steps,
        "units": len(values),
        "values": base64.b64encode(packed).decode(),
    }


def _columns(found: dict[str, dict[int, Any]]) -> dict[str, Any]:
    """Layers on the union of their steps."""
    steps = sorted({step for points in found.values() for step in points})
    values = sum(map(len, found.values()))
    most = max(_MOST_CELLS, _MOST_CELLS_OF_A_VALUE * values)
    if len(found) * len(steps) > most:
        # No monitor writes so many layers at so few common steps. The table
        # would be far larger than what was logged.
        longest = max(found.values(), key=len)
        steps = sorted(longest)
    # The data server answers in any order.
    columns = {
        layer: [points.get(step) for step in steps]
        for layer, points in sorted(found.items())
    }
    result: dict[str, Any] = {"steps": steps}
    if "" in columns:
        result["run"] = columns.pop("")
    result["layers"] = columns
    return result
