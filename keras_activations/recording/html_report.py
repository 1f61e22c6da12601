"""The Activations tab as one HTML file, to mail or attach."""

import base64
import html
import json
import zlib
from pathlib import Path
from typing import Any

from tensorboard.backend.event_processing.data_provider import (
    MultiplexerDataProvider,
)
from tensorboard.backend.event_processing.plugin_event_multiplexer import (
    EventMultiplexer,
)

from tensorboard_plugin_keras_activations import birth, schema
from tensorboard_plugin_keras_activations.page import bundle
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
<noscript>This page draws its charts with JavaScript.</noscript>
<script type="application/octet-stream" id="keras-activations-data">
{data}
</script>
<script type="module">
{bundle}
</script>
</body>
</html>
"""


def write(log_dir: str | Path, path: str | Path) -> Path:
    """Writes what the Activations tab shows into one HTML file.

    The file holds the page and the data of every run below the log
    directory. It needs no server and no network.

    Args:
        log_dir: A directory with the runs of `ActivationMonitor`.
        path: The file to write; its directory must exist.

    Returns:
        The path of the file.

    Raises:
        ValueError: If no run below `log_dir` was written by
            `ActivationMonitor`.

    Example:

        html_report.write("logs", "report.html")
    """
    data = _read(Path(log_dir))
    if not data[schema.RUNS]["runs"]:
        raise ValueError(
            "`log_dir` must hold a run that ActivationMonitor wrote. "
            f"Received: log_dir={str(log_dir)!r}"
        )
    text = json.dumps(data, separators=(",", ":"), allow_nan=False)
    packed = zlib.compress(text.encode(), 6)
    page = _PAGE.format(
        policy=_POLICY,
        title=html.escape(f"Activations: {Path(log_dir).resolve().name}"),
        data=base64.b64encode(packed).decode(),
        bundle=bundle(),
    )
    path = Path(path)
    path.write_text(page, encoding="utf-8")
    return path


def _read(log_dir: Path) -> dict[str, Any]:
    """The answers to everything that the page can ask."""
    # 0 keeps every sample of a tag.
    everything = {"scalars": 0, "histograms": 0, schema.PLUGIN: 0}
    multiplexer = EventMultiplexer(tensor_size_guidance=everything)
    multiplexer.AddRunsFromDirectory(str(log_dir))
    multiplexer.Reload()
    reader = HealthReader(MultiplexerDataProvider(multiplexer, str(log_dir)))

    data: dict[str, Any] = {
        schema.RUNS: {"runs": reader.runs()},
        schema.LATEST: {},
        schema.SERIES: {},
        schema.FIRING: {},
        schema.ALPHAS: {},
        schema.HISTOGRAMS: {},
        schema.FINDINGS_ROUTE: {},
    }
    for described in data[schema.RUNS]["runs"]:
        run, manifest = described["run"], described["manifest"]
        prefix = manifest["prefix"]
        tags = [layer["tag"] for layer in manifest["layers"]]
        latest = reader.latest(run, prefix)
        measures = {
            *latest["layers"],
            *latest["run"],
            *(schema.BIRTH + measure for measure in birth.PARTS),
        }
        data[schema.LATEST][run] = latest
        data[schema.FINDINGS_ROUTE][run] = reader.findings(run)
        data[schema.SERIES][run] = reader.series(run, measures, prefix)
        data[schema.FIRING][run] = {
            tag: reader.firing(run, tag) for tag in tags
        }
        data[schema.ALPHAS][run] = {
            tag: reader.alphas(run, tag) for tag in tags
        }
        data[schema.HISTOGRAMS][run] = {
            tag: reader.histograms(run, tag, prefix) for tag in tags
        }
    return data
