"""Requests to the Activations tab, sensible or not."""

import json
import random
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode

from tensorboard.backend import application
from tensorboard.backend.event_processing.data_provider import (
    MultiplexerDataProvider,
)
from tensorboard.backend.event_processing.plugin_event_multiplexer import (
    EventMultiplexer,
)
from tensorboard.plugins import base_plugin
from werkzeug.test import Client

from tensorboard_plugin_keras_activations import birth, schema
from tensorboard_plugin_keras_activations.loader import ActivationsLoader

ROUTES = (
    schema.RUNS,
    schema.LATEST,
    schema.SERIES,
    schema.FIRING,
    schema.ALPHAS,
    schema.HISTOGRAMS,
    schema.FINDINGS_ROUTE,
)
LAYERS = "01_dense", "02_dense_1", "09_none", "", "\x1b[2J", "../.."
MEASURES = (
    "dead_ratio",
    "bias_shift",
    "mean",
    "none",
    "",
    *(schema.BIRTH + part for part in birth.PARTS),
)


def client(root: Path) -> Client:
    """TensorBoard with the tab alone, and its own reader of event files."""
    multiplexer = EventMultiplexer(
        tensor_size_guidance={name: 0 for name in ("scalars", schema.PLUGIN)}
    )
    multiplexer.AddRunsFromDirectory(str(root))
    multiplexer.Reload()
    data = MultiplexerDataProvider(multiplexer, str(root))
    plugin = ActivationsLoader().load(base_plugin.TBContext(data_provider=data))
    return Client(application.TensorBoardWSGI([plugin], data_provider=data))


def questions(rng: random.Random, runs: list[str]) -> Iterator[str]:
    """Addresses, without end."""
    names = [*runs, "sound/health", "none", "", "\ud7ff"]
    prefixes = ["health", "", "health.", "x"]
    while True:
        # Some routes answer for several runs at once, each with its prefix.
        number = rng.choice([1, 1, 2, 5])
        asked = {
            "run": rng.choices(names, k=number),
            "layer": rng.choice(LAYERS),
            "prefix": rng.choices(prefixes, k=rng.choice([1, number])),
            "measure": rng.sample(MEASURES, 3),
            "of": rng.choice([*schema.SPREADS, "none", ""]),
        }
        for name in [*asked]:
            if rng.random() < 0.1:
                del asked[name]
        query = urlencode(asked, doseq=True)
        route = rng.choice(ROUTES)
        yield f"/data/plugin/{schema.PLUGIN}/{route}?{query}"


def check_answer(asked: Client, question: str) -> None:
    """Fails unless the answer is JSON, or a refusal that says why."""
    answer = asked.get(question)
    if answer.status_code == 200:
        json.loads(answer.text, parse_constant=_no_number)
    elif answer.status_code != 400 or not any(
        reason in answer.text
        for reason in ("The request names", "There are no histograms of")
    ):
        raise AssertionError(f"status {answer.status_code}")


def _no_number(name: str) -> None:
    raise AssertionError(f"{name} is no JSON")
