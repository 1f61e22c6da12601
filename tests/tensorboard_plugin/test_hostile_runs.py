"""Runs of which anything may be wrong: the others are shown."""

import json
import tracemalloc

import numpy as np
import pytest
from common.hostile_files import CONTENTS, NAME, fill, scalar
from tensorboard.backend import application
from tensorboard.plugins import base_plugin
from tensorboard_plugin.conftest import provider_of
from tensorboard_plugin.simulated_run import (
    EventFile,
    Layer,
    diagnosis,
    dying,
    write_run,
)
from werkzeug.test import Client

import keras_activations as ka
import keras_activations_cli as cli
from keras_activations.recording import html_report
from keras_activations.recording.event_files import read_runs
from keras_activations.recording.logged_data import LoggedData
from keras_activations.recording.run_table import event_file_table
from tensorboard_plugin_keras_activations import schema
from tensorboard_plugin_keras_activations.loader import ActivationsLoader
from tensorboard_plugin_keras_activations.reader import HealthReader

LAYER = {"name": "fc", "tag": "01_fc", "activation": "relu", "units": 4}
SOUND = {
    "schema": 1,
    "prefix": "health",
    "layers": [LAYER],
    "hparams": {"rate": 0.1},
    "thresholds": {"unhealthy": {"dead_ratio": 0.25}},
}


def with_value(text, *path):
    """The manifest with this JSON text in place of one value."""
    copy = json.loads(json.dumps(SOUND))
    at = copy
    for name in path[:-1]:
        at = at[name]
    at[path[-1]] = "@"
    return json.dumps(copy).replace('"@"', text)


HUGE = "1" + "0" * 400
DEEP = "[" * 100_000
NESTED = "[" * 900 + "]" * 900
VALUES = "NaN", "-Infinity", "1e400", HUGE, "-1", "true", NESTED, '"\\ud800"'
MANIFESTS = {
    "deep": DEEP,
    "a_number": HUGE,
    "more_digits": "9" * 100_000,
    "half": '{"layers": [',
    "bytes": "\x00\x01",
    **{
        f"{path[-1]}_{number}": with_value(text, *path)
        for path in (
            ("layers", 0, "units"),
            ("thresholds", "unhealthy", "dead_ratio"),
            ("hparams", "rate"),
            ("schema",),
            ("prefix",),
            ("layers",),
        )
        for number, text in enumerate(
            [
                "NaN",
                "-Infinity",
                "1e400",
                HUGE,
                "-1",
                "true",
                NESTED,
                '"\\ud800"',
            ]
        )
    },
}


@pytest.fixture(scope="module")
def logs(tmp_path_factory):
    """A sound run beside one for each hostile manifest and file."""
    root = tmp_path_factory.mktemp("hostile")
    layer = Layer("dense", "relu", dying(8, 4, lost=0.5))
    write_run(root / "sound", [layer], diagnosis=diagnosis())
    for name, manifest in MANIFESTS.items():
        file = EventFile(root / name / "health")
        for tag in schema.MANIFEST, schema.RECORD, schema.FINDINGS:
            file.write(0, tensors={tag: manifest})
        file.write(0, {"health.dead_ratio/01_fc": 0.5})
        file.close()
    return root


def reader(root, how):
    if how == "tab":
        return HealthReader(provider_of(root))
    runs = read_runs(root)
    problems = {run.name: run.problem for run in runs}
    return HealthReader(LoggedData(runs), problems=problems)


@pytest.mark.parametrize("how", ["tab", "report"])
def test_a_hostile_manifest_hides_no_run(logs, how):
    asked = reader(logs, how)
    runs = {run["run"]: run for run in asked.runs()}
    assert len(runs) == 1 + len(MANIFESTS)
    assert runs["sound/health"]["problem"] == ""
    for name in MANIFESTS:
        run = runs[f"{name}/health"]
        manifest = run["manifest"]
        # What its tags say is there, whatever its description says.
        assert [layer["tag"] for layer in manifest["layers"]] == ["01_fc"]
        units = manifest["layers"][0]["units"]
        assert units is None or (units > 0 and units is not True)
        answers = [
            run,
            asked.latest(run["run"]),
            asked.series(run["run"], ["dead_ratio", "birth.std"]),
            asked.findings(run["run"]),
            asked.firing(run["run"], "01_fc"),
        ]
        json.dumps(answers, allow_nan=False)
        assert answers[1]["layers"] == {"dead_ratio": {"01_fc": 0.5}}


def test_the_other_runs_are_in_the_report_and_the_table(logs, tmp_path, capsys):
    page = tmp_path / "report.html"
    assert cli.main(["report", str(logs), "--html", str(page)]) == 0
    out, err = capsys.readouterr()
    assert len([x for x in out.splitlines() if x.startswith("| sound ")]) == 1
    for name in MANIFESTS:
        assert f"| {name} " in out
    assert "deep/health cannot be read as a whole: The description" in err
    assert err.count("deep/health") == 1
    assert "sound" not in err
    assert page.stat().st_size > 100_000


@pytest.mark.parametrize("how", ["tab", "report"])
def test_a_broken_value_leaves_the_others_of_its_run(tmp_path, how):
    kinds = ["vector", "text", "one_for_many", "too_short"]
    for kind in kinds:
        fill(tmp_path / kind / "health", kind)
    asked = reader(tmp_path, how)
    for kind in kinds:
        latest = asked.latest(f"{kind}/health")
        assert latest["layers"] == {"dead_ratio": {"01_fc": 0.5}}
        series = asked.series(f"{kind}/health", ["dead_ratio"])
        assert series["dead_ratio"]["layers"] == {"01_fc": [0.5]}
    problems = {run["run"]: run["problem"] for run in asked.runs()}
    if how == "report":
        assert all(
            CONTENTS[kind][1] in problems[f"{kind}/health"] for kind in kinds
        )
    else:
        told = asked.latest("vector/health")["problem"]
        assert told == "This cannot be read: other."


def test_a_run_that_cannot_be_read_is_one_notice(tmp_path, capsys):
    write_run(tmp_path / "ok", [Layer("fc", "relu", dying(8, 4, lost=0.5))])
    for kind in "pipe", "garbage", "broken_link":
        fill(tmp_path / kind / "health", kind)
    found = {run["run"]: run for run in reader(tmp_path, "report").runs()}
    assert found["pipe/health"]["manifest"]["layers"] == []
    assert found["pipe/health"]["problem"] == (
        f"This run cannot be read: {NAME}: it is no file."
    )
    for command in "report", "diagnose":
        assert cli.main([command, str(tmp_path)]) == 0
        out, err = capsys.readouterr()
        assert "ok" in out
        lines = err.splitlines()
        assert len(lines) == 3
        assert all(" cannot be read: " in line for line in lines)
    # Where somebody waits for an answer, silence is none.
    assert cli.main(["diagnose", str(tmp_path), "--fail-on", "any"]) == 2


@pytest.mark.parametrize("command", ["report", "diagnose"])
def test_nothing_that_can_be_read(tmp_path, command, capsys):
    fill(tmp_path / "health", "pipe")
    assert cli.main([command, str(tmp_path)]) == 2
    out, err = capsys.readouterr()
    assert out == "" and "it is no file" in err.splitlines()[0]
    with pytest.raises(ValueError, match="there is none.*it is no file"):
        ka.diagnose(tmp_path)


RECORDS = [
    '{"birth": 5}',
    '{"birth": [5], "losses": {"a": 1}}',
    '{"losses": [{"epoch": "first"}]}',
    '{"losses": [{"epoch": 0, "logs": 3, "losses": []}]}',
    '{"facts": [], "gaps": "none"}',
    '{"outputs": [{"epoch": NaN}], "targets": [{"layer": [1]}]}',
    '{"birth": [{"layer": "fc", "std": 1e400, "dead_ratio": "all"}]}',
    '{"first_steps": [{"weight": {}, "update_ratio": null}]}',
    '{"inputs": [{"layer": "fc", "rms": []}], "facts": {"optimizer": 7}}',
]


@pytest.mark.parametrize("record", RECORDS)
def test_a_record_that_is_broken_is_named(tmp_path, record, capsys):
    write_run(tmp_path / "ok", [Layer("fc", "relu", dying(8, 4, lost=0.5))])
    file = EventFile(tmp_path / "bad" / "health")
    file.write(0, {"health.dead_ratio/01_fc": 0.5, "health.mean/01_fc": 1.0})
    file.write(0, tensors={schema.MANIFEST: json.dumps(SOUND)})
    file.write(0, tensors={schema.RECORD: record})
    file.close()
    assert cli.main(["report", str(tmp_path)]) == 0
    out, err = capsys.readouterr()
    assert "| bad " in out and "| ok " in out
    # It is said once, or the values are so harmless that nobody asks.
    assert err.count("\n") == err.count("bad/health") <= 1


def test_names_command_no_terminal(tmp_path, capsys):
    name = "\x1b[31m\x07red\u202egnp|"
    write_run(tmp_path / name, [Layer(name, "relu", dying(8, 4, lost=1.0))])
    for command in "report", "diagnose":
        cli.main([command, str(tmp_path)])
        out, err = capsys.readouterr()
        for line in (out + err).splitlines():
            assert line.isprintable()
        assert r"\x1b[31m\x07red\u202egnp" in out


def test_the_last_epoch_is_that_of_the_largest_step(tmp_path, capsys):
    # The clock went back between the two parts of a training.
    directory = tmp_path / "run" / "health"
    for file_name, epoch, dead in (("9", 0, 0.0), ("5", 1, 0.625)):
        file = EventFile(directory, f"events.out.tfevents.{file_name}")
        manifest = SOUND | {"version": f"part {epoch}"}
        file.write(epoch, tensors={schema.MANIFEST: json.dumps(manifest)})
        file.write(
            epoch,
            {"health.dead_ratio/01_fc": dead},
            {schema.FINDINGS: json.dumps(diagnosis(verdict=str(epoch)))},
        )
        file.close()
    *_, row = event_file_table(tmp_path).splitlines()
    assert row.split()[1:4] == ["run", "|", "0.625"]
    for how in "tab", "report":
        asked = reader(tmp_path, how)
        latest = asked.latest("run/health")["layers"]["dead_ratio"]
        assert latest == {"01_fc": 0.625}
        assert asked.findings("run/health")["diagnosis"]["verdict"] == "1"
        assert asked.runs()[0]["manifest"]["version"] == "part 1"
        series = asked.series("run/health", ["dead_ratio"])["dead_ratio"]
        assert series == {"steps": [0, 1], "layers": {"01_fc": [0.0, 0.625]}}


def test_a_learned_slope_without_a_value_yet(tmp_path):
    """As in the first epoch, or with more slopes than are written."""
    layers = [{**LAYER, "activation": name} for name in ("prelu", "elu")]
    layers[1] |= {"name": "elu", "tag": "02_elu"}
    for name, scalars in (
        ("first", {}),
        ("many", {"health.alpha/01_fc": 0.25, "health.mean/02_elu": 0.5}),
    ):
        file = EventFile(tmp_path / name / "health")
        manifest = json.dumps(SOUND | {"layers": layers})
        file.write(0, scalars, {schema.MANIFEST: manifest})
        file.close()
    data = provider_of(tmp_path)
    plugin = ActivationsLoader().load(base_plugin.TBContext(data_provider=data))
    client = Client(application.TensorBoardWSGI([plugin], data_provider=data))
    for run in "first/health", "many/health":
        for question in (
            f"latest?run={run}",
            f"series?run={run}&measure=alpha&measure=dead_ratio",
            f"alphas?run={run}&layer=01_fc",
            f"firing?run={run}&layer=02_elu",
            f"findings?run={run}",
        ):
            route = f"/data/plugin/{schema.PLUGIN}/{question}"
            assert client.get(route).status_code == 200, question
        assert client.get(route).json["problem"] == ""
    page = html_report.write(tmp_path, tmp_path / "report.html")
    assert page.exists()


def memory_of(work):
    tracemalloc.start()
    try:
        work()
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def test_a_table_is_not_much_larger_than_what_was_logged(tmp_path):
    # 3000 layers, each at a step of its own: 9 million cells.
    (tmp_path / "health").mkdir()
    (tmp_path / "health" / NAME).write_bytes(
        b"".join(scalar(f"health.mean/{n:04d}_fc", step=n) for n in range(3000))
    )
    asked = reader(tmp_path, "report")

    def ask():
        series = asked.series("health", ["mean"])["mean"]
        assert len(series["layers"]) == 3000

    assert memory_of(ask) < 50e6


def test_a_layer_that_is_described_often_is_shown_once(tmp_path):
    file = EventFile(tmp_path / "health")
    manifest = json.dumps(SOUND | {"layers": [LAYER] * 5000})
    firing = {schema.firing_tag("01_fc"): np.full(5000, 9, np.uint8)}
    file.write(0, {"health.mean/01_fc": 1.0}, {schema.MANIFEST: manifest})
    file.write(0, tensors=firing)
    file.close()
    for how in "tab", "report":
        (run,) = reader(tmp_path, how).runs()
        assert len(run["manifest"]["layers"]) == 1
