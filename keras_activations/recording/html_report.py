"""The Activations tab as one HTML file, to mail or attach."""

import base64
import html
import json
import time
import zlib
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from keras_activations.recording.event_files import LoggedRun, read_runs
from keras_activations.recording.logged_data import LoggedData
from tensorboard_plugin_keras_activations import birth, schema
from tensorboard_plugin_keras_activations.page import bundle
from tensorboard_plugin_keras_activations.plain import printable
from tensorboard_plugin_keras_activations.reader import HealthReader

# The browser itself blocks everything that would leave the machine.
_POLICY = (
    "default-src 'none'; script-src 'unsafe-inline'; "
    "style-src 'unsafe-inline'; img-src data:"
)

_PAGE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width">
<title>{title}</title>
</head>
<body>
<div id="report">
<h1>{title}</h1>
<p>{about}</p>
</div>
<noscript>
<p>This page draws its charts with JavaScript. What was found:</p>
<ul>
{findings}
</ul>
</noscript>
<script type="application/octet-stream" id="keras-activations-data">
{data}
</script>
<script type="module">
{bundle}
</script>
</body>
</html>
"""


def write(
    log_dir: str | Path,
    path: str | Path,
    logged: Sequence[LoggedRun] | None = None,
) -> Path:
    """Writes what the Activations tab shows into one HTML file.

    The file holds the page and the data of every run below the log
    directory. It needs no server and no network. A run of which something
    cannot be read is shown as far as it can be, with a note.

    Args:
        log_dir: A directory with the runs of `ActivationMonitor`.
        path: The file to write; its directory must exist.
        logged: The runs below `log_dir`, if they have been read.

    Returns:
        The path of the file.

    Raises:
        ValueError: If no run below `log_dir` was written by
            `ActivationMonitor`.

    Example:

        html_report.write("logs", "report.html")
    """
    data = _read(read_runs(log_dir) if logged is None else logged)
    if not data[schema.RUNS]["runs"]:
        raise ValueError(
            "`log_dir` must hold a run that ActivationMonitor wrote. "
            f"Received: log_dir={str(log_dir)!r}"
        )
    text = json.dumps(data, separators=(",", ":"), allow_nan=False)
    packed = zlib.compress(text.encode(), 6)
    runs = data[schema.RUNS]["runs"]
    page = _PAGE.format(
        policy=_POLICY,
        title=html.escape(f"Activations: {_title(log_dir)}"),
        about=_about(runs),
        findings="\n".join(
            f"<li>{html.escape(printable(_told(run)))}</li>" for run in runs
        ),
        data=base64.b64encode(packed).decode(),
        bundle=bundle(),
    )
    path = Path(path)
    path.write_text(page, encoding="utf-8")
    return path


def _about(runs: list[dict[str, Any]]) -> str:
    """How many runs there are, when the last one began, and what day it is."""
    count = "1 run" if len(runs) == 1 else f"{len(runs)} runs"
    newest = max(run["time"] for run in runs)
    began = f", the newest of {_minute(newest)}" if newest else ""
    return f"{count}{began}. Written {_minute(time.time())}."


def _minute(seconds: float) -> str:
    return f"{datetime.fromtimestamp(seconds):%Y-%m-%d %H:%M}"


def _told(run: dict[str, Any]) -> str:
    """What the latest diagnosis of a run has found."""
    diagnosed = run["diagnosed"]
    causes = diagnosed["causes"]
    if causes is None:
        said = diagnosed["problem"] or run["problem"] or "no diagnosis"
    else:
        said = ", ".join(dict.fromkeys(causes)) or "no finding"
    return f"{run['run']}: {said}"


def _title(log_dir: str | Path) -> str:
    # Bytes of a name that are no text cannot be written into the page.
    return printable(Path(log_dir).resolve().name)


def _read(logged: Sequence[LoggedRun]) -> dict[str, Any]:
    """The answers to everything that the page can ask."""
    reader = HealthReader(
        LoggedData(logged), problems={run.name: run.problem for run in logged}
    )
    data: dict[str, Any] = {
        schema.RUNS: {"runs": reader.runs()},
        schema.LATEST: {},
        schema.SERIES: {},
        schema.FIRING: {},
        schema.ALPHAS: {},
        schema.HISTOGRAMS: {},
        schema.FINDINGS_ROUTE: {},
    }
    tensors = {run.name: set(run.values) for run in logged}
    for described in data[schema.RUNS]["runs"]:
        run, manifest = described["run"], described["manifest"]
        prefix = manifest["prefix"]
        # What the page does not find here, it takes for empty.
        tags = [layer["tag"] for layer in manifest["layers"]]
        kept = tensors[run]
        latest = reader.latest(run, prefix)
        measures = {
            *latest["layers"],
            *latest["run"],
            *(schema.BIRTH + measure for measure in birth.PARTS),
        }
        data[schema.LATEST][run] = latest
        data[schema.FINDINGS_ROUTE][run] = reader.findings(run)
        data[schema.SERIES][run] = reader.series(run, measures, prefix)
        for route, tag_of, answer in (
            (schema.FIRING, schema.firing_tag, reader.firing),
            (schema.ALPHAS, schema.alpha_tag, reader.alphas),
        ):
            data[route][run] = {
                tag: answer(run, tag) for tag in tags if tag_of(tag) in kept
            }
        data[schema.HISTOGRAMS][run] = {
            of: {
                tag: reader.histograms(run, tag, prefix, of)
                for tag in tags
                if schema.layer_tag(prefix, of, tag) in kept
            }
            for of in schema.SPREADS
        }
    return data
