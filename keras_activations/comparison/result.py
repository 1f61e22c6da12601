"""The result of a comparison: the runs, their summary, and its formats."""

import json
import math
import statistics
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from scipy import stats

from keras_activations import notebook
from keras_activations.frames import data_frame
from keras_activations.recording.tables import markdown_table

Row = dict[str, Any]

CONFIDENCE = 0.95

_HEADINGS = {
    "activation": "activation",
    "learning_rate": "rate",
    "loss": "loss",
    "score": "score",
    "seconds": "seconds",
    "dead_ratio_worst": "worst dead ratio",
    "bias_shift": "mean bias shift",
    "born_dead": "born dead",
    "died": "died",
    "revived": "revived",
    "difference": "against {first}",
    "remark": "remark",
}
# Kinds like leaky ReLU have none of these: no column if all are like that.
_OF_DEAD_UNITS = ("dead_ratio_worst", "born_dead", "died", "revived")


@dataclass
class Comparison:
    """The outcome of `compare_activations`.

    Attributes:
        runs: One row per run: `activation`, `learning_rate`, `seed`, `status`
            (`"finished"`, `"diverged"` or `"failed"`), `error`, `apart` (why it
            was not trained together with other runs), the last values of
            `loss` and of each metric on training and validation data,
            `seconds_per_epoch` (median, validation included; of runs that were
            trained together, each has its share), `seconds`
            (`seconds_per_epoch` times the epochs: the first one, with tracing
            and compilation, counts no more than another),
            `dead_ratio_worst` (of any layer in the last epoch), `bias_shift`
            (mean over the layers in the last epoch), `born_dead`, `died`,
            `revived` (units, over the whole run), `findings` (`cause`,
            `sentence` and `remedy` of each, see `ActivationMonitor.diagnose`)
            and `curves`: each measure as a list over the epochs.
        setup: What was the same for all runs: `score`, `mode` (`"min"` or
            `"max"`), `epochs`, `batch_size`, `learning_rates`, `seeds`,
            `activations`, `samples`.
    """

    runs: list[Row]
    setup: dict[str, Any]

    @property
    def summary(self) -> list[Row]:
        """One row per activation, at its best learning rate.

        The best rate has the best mean score over the seeds in the last epoch
        (`setup["score"]`, on the validation data; the lowest or the highest,
        as `setup["mode"]` says). `edge` says that it is the smallest or
        largest of several rates, so that a better one may lie outside.
        `difference`, `low` and `high` are the mean paired difference in score
        from the first activation, seed by seed, and its 95 % confidence
        interval; `seen` is false if the interval contains 0, and None if there
        is only one seed, so that the spread is not known.
        """
        rows = [
            self._summary_of(activation)
            for activation in self.setup["activations"]
        ]
        for row in rows[1:]:
            row.update(_paired_difference(row["scores"], rows[0]["scores"]))
        return rows

    def _summary_of(self, activation: str) -> Row:
        runs = [run for run in self.runs if run["activation"] == activation]
        finished: dict[float, list[Row]] = {}
        for run in runs:
            if run["status"] == "finished":
                finished.setdefault(run["learning_rate"], []).append(run)
        # A rate at which some seed diverged is not recommended, unless there
        # is no other.
        most = max((len(same) for same in finished.values()), default=0)
        complete = {
            rate: same for rate, same in finished.items() if len(same) == most
        }
        lost = len(runs) - sum(len(same) for same in finished.values())
        if not complete:
            return {"activation": activation, "scores": {}, "lost": lost}
        score = self.setup["score"]
        sign = -1 if self.setup["mode"] == "min" else 1
        rate = max(
            complete,
            key=lambda each: (
                sign * statistics.fmean(run[score] for run in complete[each])
            ),
        )
        rates = sorted(self.setup["learning_rates"])
        row: Row = {
            "activation": activation,
            "learning_rate": rate,
            "edge": len(rates) > 1 and rate in (rates[0], rates[-1]),
            "scores": {run["seed"]: run[score] for run in complete[rate]},
            "lost": lost,
        }
        for key in (
            "loss",
            "seconds",
            "dead_ratio_worst",
            "bias_shift",
            "born_dead",
            "died",
            "revived",
        ):
            row[key] = _mean(complete[rate], key)
        scores = list(row["scores"].values())
        row["score"] = statistics.fmean(scores)
        row["score_std"] = statistics.stdev(scores) if len(scores) > 1 else None
        return row

    def to_markdown(self) -> str:
        """The summary as an aligned Markdown table, with notes under it."""
        return "\n".join([markdown_table(*self.table()), "", *self.notes()])

    def table(self) -> tuple[list[str], list[list[str]]]:
        """The headings and the cells of the table."""
        rows = self.summary
        several_rates = len(self.setup["learning_rates"]) > 1
        several_seeds = len(self.setup["seeds"]) > 1
        columns = [
            key
            for key in _HEADINGS
            if key != "remark"
            and (
                key not in _OF_DEAD_UNITS
                or any(row.get(key) is not None for row in rows)
            )
        ]
        if not several_rates:
            columns.remove("learning_rate")
        if len(rows) == 1 or not several_seeds:
            columns.remove("difference")
        if any(row["lost"] or "score" not in row for row in rows):
            columns.append("remark")
        first = self.setup["activations"][0]
        headings = [_HEADINGS[key].format(first=first) for key in columns]
        headings[columns.index("score")] = self.setup["score"]
        return headings, [[_cell(key, row) for key in columns] for row in rows]

    def _repr_html_(self) -> str:
        """What a notebook shows."""
        headings, rows = self.table()
        bars = {
            _HEADINGS["dead_ratio_worst"]: [
                row.get("dead_ratio_worst") for row in self.summary
            ]
        }
        about, *items = self._paragraphs(self.summary)
        return notebook.page(
            notebook.table(headings, rows, bars),
            *map(notebook.paragraph, about),
            *(
                notebook.bullets([line.removeprefix("- ") for line in lines])
                for lines in items
            ),
        )

    def notes(self) -> list[str]:
        """The lines under the table: what was trained, and what was found."""
        about, *items = self._paragraphs(self.summary)
        return [*about, *(line for lines in items for line in ("", *lines))]

    def _paragraphs(self, rows: Sequence[Row]) -> Iterator[list[str]]:
        """What was trained, and lists of what was found and what failed."""
        yield self._about(rows)
        if findings := [note for row in rows for note in self._findings(row)]:
            yield findings
        # What went wrong, once for each activation and error.
        errors = dict.fromkeys(
            f"- {run['activation']}: {' '.join(run['error'].split()):.300}"
            for run in self.runs
            if run.get("error")
        )
        if errors:
            yield list(errors)

    def _about(self, rows: Sequence[Row]) -> list[str]:
        seeds = len(self.setup["seeds"])
        samples = self.setup["samples"]
        notes = [
            f"{samples[0]} training and {samples[1]} validation samples, "
            f"{self.setup['epochs']} epochs, batches of "
            f"{self.setup['batch_size']}, {seeds} "
            + ("seeds." if seeds > 1 else "seed: no spread is known.")
        ]
        if seeds > 1:
            notes.append(
                f"± is one standard deviation over the seeds; brackets are "
                f"{CONFIDENCE:.0%} confidence intervals of the paired "
                f"difference ({_method(seeds)})."
            )
        if any(row.get("edge") for row in rows):
            notes.append(
                "* the best rate lies at the edge of those tried: "
                "try further ones."
            )
        asked = math.prod(
            len(self.setup[name])
            for name in ("activations", "learning_rates", "seeds")
        )
        if len(self.runs) < asked:
            notes.append(
                f"{len(self.runs)} of {asked} combinations of activation, rate "
                "and seed have been trained."
            )
        return notes

    def _findings(self, row: Row) -> Iterator[str]:
        """What was found in the runs of an activation at its best rate."""
        runs = [
            run
            for run in self.runs
            if run["activation"] == row["activation"]
            and row.get("learning_rate") in (None, run["learning_rate"])
        ]
        found: dict[str, list[Row]] = {}
        for run in runs:
            for finding in run.get("findings", ()):
                found.setdefault(finding["cause"], []).append(finding)
        for cause, same in found.items():
            often = f" in {len(same)} of {len(runs)} runs"
            remedy = f" {same[0]['remedy']}." if same[0]["remedy"] else ""
            yield (
                f"- {row['activation']}: {cause}"
                f"{often if len(runs) > 1 else ''}. "
                f"{same[0]['sentence']}{remedy}"
            )

    def to_dataframe(self) -> Any:
        """The runs as a `pandas.DataFrame`, without their curves.

        Raises:
            ModuleNotFoundError: pandas is not installed; the message says how
                to get it.
        """
        return data_frame(
            [
                {
                    key: value
                    for key, value in run.items()
                    if key not in ("curves", "findings")
                }
                for run in self.runs
            ]
        )

    def plot(self) -> Any:
        """Three plots in a `matplotlib` figure.

        The validation score over the epochs, with a band of one standard
        deviation over the seeds; the worst dead-unit ratio over the epochs;
        the score against the seconds it took.

        Raises:
            ModuleNotFoundError: matplotlib is not installed; the message says
                how to get it.
        """
        from keras_activations.comparison.plot import plot

        return plot(self)

    def save(self, path: str | Path) -> None:
        """Write everything as JSON to a new file.

        Raises:
            FileExistsError: There is a file at `path`; it is not changed.
        """
        with Path(path).open("x", encoding="utf-8") as file:
            json.dump({"setup": self.setup, "runs": self.runs}, file)

    @classmethod
    def load(cls, path: str | Path) -> "Comparison":
        """Read what `save` wrote.

        Raises:
            ValueError: The file does not hold a comparison.
        """
        text = Path(path).read_text(encoding="utf-8")
        try:
            content = json.loads(text)
            return cls(runs=content["runs"], setup=content["setup"])
        except (json.JSONDecodeError, KeyError, TypeError) as error:
            raise ValueError(
                f"{str(path)!r} does not hold a saved comparison"
            ) from error


def _mean(runs: Sequence[Row], key: str) -> float | None:
    """Mean over the runs; None where an activation has no such number."""
    values = [run[key] for run in runs]
    return None if None in values else statistics.fmean(values)


def _paired_difference(
    scores: Mapping[Any, float], first: Mapping[Any, float]
) -> Row:
    differences = np.array(
        [scores[seed] - first[seed] for seed in scores if seed in first]
    )
    if not differences.size:
        return {}
    row: Row = {"difference": float(differences.mean()), "seen": None}
    if differences.size > 1:
        low, high = confidence_interval(differences)
        row.update(low=low, high=high, seen=not low <= 0 <= high)
    return row


def _method(seeds: int) -> str:
    return "bootstrap" if seeds >= 6 else "Student's t, for fewer than 6 seeds"


def confidence_interval(values: np.ndarray) -> tuple[float, float]:
    """A 95 % confidence interval for the mean of two or more values.

    From 6 values on, it is the bootstrap interval in its expanded percentile
    form, since the plain one is too narrow for few values (Hesterberg 2015,
    https://arxiv.org/abs/1411.5279). Below 6, it is Student's t, since
    resampling cannot reach 95 %: all values lie on one side of the true median
    with probability 2 / 2**n, 6 % for 5, and no resample leaves their range.
    """
    n = len(values)
    mean = float(values.mean())
    quantile = stats.t.ppf((1 + CONFIDENCE) / 2, n - 1)
    if n < 6:
        half = float(quantile * values.std(ddof=1) / math.sqrt(n))
        return mean - half, mean + half
    tail = stats.norm.cdf(-math.sqrt(n / (n - 1)) * quantile)
    resamples = np.random.default_rng(0).choice(values, (10_000, n))
    low, high = np.quantile(resamples.mean(axis=1), [tail, 1 - tail])
    return float(low), float(high)


def _cell(key: str, row: Row) -> str:
    if key == "remark":
        if not row["lost"]:
            return ""
        plural = "" if row["lost"] == 1 else "s"
        return f"{row['lost']} run{plural} diverged or failed"
    if key == "difference":
        return _difference_cell(row)
    value = row.get(key)
    if value is None:
        return "-"
    if key == "activation":
        return value
    if key == "learning_rate":
        return f"{value:g}" + ("*" if row["edge"] else "")
    if key == "score" and row["score_std"] is not None:
        return f"{value:.4f} ± {row['score_std']:.4f}"
    if key in ("loss", "score"):
        return f"{value:.4f}" if abs(value) < 1e4 else f"{value:.1e}"
    if key == "seconds":
        return f"{value:.1f}"
    if key in ("dead_ratio_worst", "bias_shift"):
        return f"{value:.3f}"
    return f"{value:g}" if float(value).is_integer() else f"{value:.1f}"


def _difference_cell(row: Row) -> str:
    if row.get("seen") is None:
        return "-"
    difference = (
        f"{row['difference']:+.4f} [{row['low']:+.4f}, {row['high']:+.4f}]"
    )
    return difference if row["seen"] else f"{difference} no difference seen"
