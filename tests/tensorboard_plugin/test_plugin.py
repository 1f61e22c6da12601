import argparse
import json
import subprocess
import sys

import pytest
from tensorboard.backend import application
from tensorboard.plugins import base_plugin
from tensorboard_plugin.conftest import provider_of
from werkzeug.test import Client

from tensorboard_plugin_keras_activations import loader
from tensorboard_plugin_keras_activations.page import bundle

ROUTE = "/data/plugin/keras_activations"


@pytest.fixture(scope="module")
def client(logs):
    data = provider_of(logs)
    context = base_plugin.TBContext(data_provider=data)
    loaded = loader.ActivationsLoader().load(context)
    return Client(application.TensorBoardWSGI([loaded], data_provider=data))


def test_the_tab_is_listed_with_its_page(client):
    listed = client.get("/data/plugins_listing").json["keras_activations"]
    assert listed["tab_name"] == "Activations"
    assert listed["enabled"]
    page = client.get(listed["loading_mechanism"]["module_path"])
    assert page.status_code == 200
    assert page.content_type.startswith("application/javascript")
    assert page.headers["X-Content-Type-Options"] == "nosniff"
    assert page.text == bundle()


@pytest.mark.parametrize(
    "question, members",
    [
        ("runs", {"runs"}),
        (
            "latest?run=relu/health&run=elu/health",
            {"relu/health", "elu/health"},
        ),
        ("series?run=relu/health&measure=dead_ratio", {"relu/health"}),
        (
            "firing?run=relu/health&layer=01_dense",
            {"steps", "units", "values", "recycled", "deaths"},
        ),
        (
            "alphas?run=elu/health&layer=01_dense_0",
            {"steps", "units", "values"},
        ),
        ("histograms?run=relu/health&layer=01_dense", {"steps", "bins"}),
        (
            "findings?run=relu/health",
            {"diagnosis", "step", "time", "problem"},
        ),
    ],
)
def test_routes_answer_in_json(client, question, members):
    answer = client.get(f"{ROUTE}/{question}")
    assert answer.status_code == 200
    assert set(answer.json) == members
    if "steps" in members:
        assert answer.json["steps"]


@pytest.mark.parametrize(
    "question",
    [
        "latest",
        "series?measure=mean",
        "firing?run=relu/health",
        "alphas",
        "findings",
    ],
)
def test_a_question_without_its_parts_is_refused(client, question):
    answer = client.get(f"{ROUTE}/{question}")
    assert answer.status_code == 400
    assert "names no" in answer.text


@pytest.mark.parametrize(
    "path",
    ["index.html", "../plugin.py", "static/../plugin.py", "%2e%2e/plugin.py"],
)
def test_nothing_else_is_served(client, path):
    assert client.get(f"{ROUTE}/{path}").status_code == 404


def test_a_broken_plugin_does_not_stop_tensorboard(caplog):
    # A context without anything: the plugin's constructor fails on it.
    assert loader.ActivationsLoader().load(None) is None
    assert "could not be loaded" in caplog.text


def test_a_plugin_that_cannot_be_imported_does_no_harm(monkeypatch, caplog):
    name = "tensorboard_plugin_keras_activations.plugin"
    monkeypatch.setitem(sys.modules, name, None)
    assert loader.ActivationsLoader().load(base_plugin.TBContext()) is None
    assert "could not be loaded" in caplog.text


def test_a_reader_that_fails_leaves_tensorboard_alone(logs):
    class Broken:
        def __getattr__(self, name):
            raise RuntimeError(name)

    data = provider_of(logs)
    loaded = loader.ActivationsLoader().load(
        base_plugin.TBContext(data_provider=Broken())
    )
    client = Client(application.TensorBoardWSGI([loaded], data_provider=data))
    assert "keras_activations" in client.get("/data/plugins_listing").json
    with pytest.raises(RuntimeError):  # the server answers 500
        client.get(f"{ROUTE}/runs")
    assert client.get(f"{ROUTE}/index.js").status_code == 200


@pytest.mark.parametrize(
    "given, kept",
    [
        ({}, {"keras_activations": 1000}),
        ({"keras_activations": 7}, {"keras_activations": 7}),
        ({"images": 3}, {"images": 3, "keras_activations": 1000}),
    ],
)
def test_a_thousand_epochs_are_kept_unless_the_user_says_so(given, kept):
    flags = argparse.Namespace(samples_per_plugin=given)
    loader.ActivationsLoader().fix_flags(flags)
    assert flags.samples_per_plugin == kept


def test_flags_of_another_tensorboard_are_left_alone():
    flags = argparse.Namespace()
    loader.ActivationsLoader().fix_flags(flags)
    assert flags == argparse.Namespace()


def test_it_imports_neither_keras_nor_tensorflow():
    modules = "('keras', 'tensorflow', 'keras_activations')"
    program = (
        "import sys\n"
        "import tensorboard_plugin_keras_activations.loader\n"
        "import tensorboard_plugin_keras_activations.plugin\n"
        "import tensorboard_plugin_keras_activations.address\n"
        f"sys.exit(repr([m for m in {modules} if m in sys.modules]))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True
    )
    assert done.stderr.strip() == "[]"


@pytest.mark.parametrize(
    "question, said",
    [
        ("latest?run=a&run=b&prefix=health", "2 runs and 1 prefixes"),
        ("histograms?run=a&layer=b&of=c", "no histograms of 'c'"),
    ],
)
def test_a_question_that_contradicts_itself_is_refused(client, question, said):
    answer = client.get(f"{ROUTE}/{question}")
    assert answer.status_code == 400
    assert said in answer.text


def test_the_answers_hold_no_nan(client):
    text = client.get(f"{ROUTE}/latest?run=relu/health").text
    json.loads(text, parse_constant=pytest.fail)
