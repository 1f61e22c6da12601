"""The routes of the Activations tab."""

import json
from collections.abc import Callable
from typing import Any

from tensorboard import errors, plugin_util
from tensorboard.backend import http_util
from tensorboard.plugins import base_plugin
from werkzeug import wrappers

from tensorboard_plugin_keras_activations import schema
from tensorboard_plugin_keras_activations.page import bundle
from tensorboard_plugin_keras_activations.reader import HealthReader


class ActivationsPlugin(base_plugin.TBPlugin):
    """Serves the page and its data, one run or layer at a time.

    Args:
        context: What TensorBoard gives to each of its plugins.
    """

    plugin_name = schema.PLUGIN

    def __init__(self, context: base_plugin.TBContext) -> None:
        self._data = context.data_provider

    def frontend_metadata(self) -> base_plugin.FrontendMetadata:
        """Say where the page is and what the tab is called."""
        return base_plugin.FrontendMetadata(
            es_module_path="/index.js", tab_name="Activations"
        )

    def is_active(self) -> bool:
        """Leave the answer to `data_plugin_names`."""
        return False

    def data_plugin_names(self) -> tuple[str, ...]:
        """Show the tab where there is data under this plugin's name."""
        return (schema.PLUGIN,)

    def get_plugin_apps(self) -> dict[str, Callable]:
        """Return the routes below `data/plugin/keras_activations`."""
        return {
            "/index.js": _page,
            f"/{schema.RUNS}": _json(self._reader, _runs),
            f"/{schema.LATEST}": _json(self._reader, _latest),
            f"/{schema.SERIES}": _json(self._reader, _series),
            f"/{schema.FIRING}": _json(self._reader, _firing, compressed=True),
            f"/{schema.ALPHAS}": _json(self._reader, _alphas, compressed=True),
            f"/{schema.HISTOGRAMS}": _json(self._reader, _histograms),
            f"/{schema.FINDINGS_ROUTE}": _json(self._reader, _findings),
        }

    def _reader(self, request: wrappers.Request) -> HealthReader:
        return HealthReader(
            self._data,
            plugin_util.context(request.environ),
            plugin_util.experiment_id(request.environ),
        )


@wrappers.Request.application
def _page(request: wrappers.Request) -> wrappers.Response:
    return http_util.Respond(request, bundle(), "application/javascript")


def _runs(reader: HealthReader, request: wrappers.Request) -> dict:
    return {"runs": reader.runs()}


def _latest(reader: HealthReader, request: wrappers.Request) -> dict:
    return reader.latests(_prefixes(request))


def _series(reader: HealthReader, request: wrappers.Request) -> dict:
    measures = request.args.getlist("measure")
    layer = request.args.get("layer")
    return reader.all_series(_prefixes(request), measures, layer)


def _firing(reader: HealthReader, request: wrappers.Request) -> dict:
    return reader.firing(*_run_and_layer(request))


def _alphas(reader: HealthReader, request: wrappers.Request) -> dict:
    return reader.alphas(*_run_and_layer(request))


def _histograms(reader: HealthReader, request: wrappers.Request) -> dict:
    of = request.args.get("of") or schema.VALUES
    if of not in schema.SPREADS:
        raise errors.InvalidArgumentError(f"There are no histograms of {of!r}.")
    return reader.histograms(*_run_and_layer(request), _prefix(request), of)


def _findings(reader: HealthReader, request: wrappers.Request) -> dict:
    return reader.findings(_argument(request, "run"))


def _run_and_layer(request: wrappers.Request) -> tuple[str, str]:
    return _argument(request, "run"), _argument(request, "layer")


def _prefixes(request: wrappers.Request) -> dict[str, str]:
    """The runs that are asked for, and the prefix of the tags of each."""
    _argument(request, "run")
    runs = request.args.getlist("run")
    prefixes = request.args.getlist("prefix") or [schema.PREFIX] * len(runs)
    if len(prefixes) != len(runs):
        raise errors.InvalidArgumentError(
            f"The request names {len(runs)} runs and {len(prefixes)} prefixes."
        )
    return dict(zip(runs, prefixes, strict=True))


def _prefix(request: wrappers.Request) -> str:
    return request.args.get("prefix") or schema.PREFIX


def _argument(request: wrappers.Request, name: str) -> str:
    value = request.args.get(name)
    if not value:
        raise errors.InvalidArgumentError(f"The request names no {name}.")
    return value


def _json(
    reader: Callable[[wrappers.Request], HealthReader],
    answer: Callable[[HealthReader, wrappers.Request], Any],
    compressed: bool = False,
) -> Callable:
    @wrappers.Request.application
    def application(request: wrappers.Request) -> wrappers.Response:
        # As text: TensorBoard would convert each number of an object again.
        text = json.dumps(answer(reader(request), request), allow_nan=False)
        return http_util.Respond(
            request,
            text,
            "application/json",
            # Data that is compressed already is not compressed again.
            content_encoding="identity" if compressed else None,
        )

    return application
