import base64
import json
import time
import zlib

import numpy as np
import pytest
from tensorboard.compat.proto import tensor_pb2, types_pb2
from tensorboard_plugin.conftest import elu_layers, reader_of, relu_layers
from tensorboard_plugin.simulated_run import (
    EventFile,
    Layer,
    diagnosis,
    dying,
    finding,
    scalars,
    write_recycled,
    write_run,
)

MANIFEST = "keras_activations/manifest"
FINDINGS = "keras_activations/findings"
FIRING = "keras_activations/firing/01_dense"
RECYCLED = "keras_activations/recycled/01_dense"


@pytest.fixture(scope="module")
def reader(logs):
    return reader_of(logs)


def unpacked(packed, dtype):
    """Values, epochs x units."""
    raw = zlib.decompress(base64.b64decode(packed["values"]))
    values = np.frombuffer(raw, dtype)
    by_unit = values.reshape(packed["units"], len(packed["steps"]))
    if dtype == np.uint8:  # the rates of firing, sent as changes
        by_unit = np.cumsum(by_unit, axis=1, dtype=dtype)
    return by_unit.T


def test_runs_are_those_the_monitor_wrote_with_their_layers(reader):
    runs = {run["run"]: run for run in reader.runs()}
    assert list(runs) == ["elu/health", "relu/health"]
    relu = runs["relu/health"]
    assert relu["problem"] == ""
    assert relu["manifest"]["layers"][2] == {
        "tag": "03_dense_2",
        "name": "dense_2",
        "activation": "relu",
        "units": 128,
        "can_die": True,
        "unit_axis": None,
        "slope": "",
    }
    assert relu["manifest"]["not_watched"] == []
    assert relu["manifest"]["hparams"]["learning_rate"] == 0.1


def test_series_equal_what_was_logged_epoch_by_epoch(reader):
    found = reader.series("relu/health", ["dead_ratio", "died"])
    layer = relu_layers()[2]
    for measure in ("dead_ratio", "died"):
        assert found[measure]["steps"] == list(range(30))
        expected = [scalars(layer, epoch)[measure] for epoch in range(30)]
        np.testing.assert_allclose(
            found[measure]["layers"]["03_dense_2"], expected, rtol=1e-6
        )
    dead = [
        np.average(
            [scalars(layer, epoch)["dead_ratio"] for layer in relu_layers()],
            weights=[32, 64, 128],
        )
        for epoch in range(30)
    ]
    np.testing.assert_allclose(found["dead_ratio"]["run"], dead, rtol=1e-6)
    assert "run" not in found["died"]


def test_a_measure_that_was_not_logged_is_left_out(reader):
    assert reader.series("elu/health", ["dead_ratio"]) == {}


def test_latest_holds_the_last_value_of_each_measure(reader):
    latest = reader.latest("relu/health")
    expected = scalars(relu_layers()[1], 29)
    for measure, value in expected.items():
        found = latest["layers"][measure]["02_dense_1"]
        assert found == pytest.approx(value, rel=1e-6)
    assert latest["run"]["val_accuracy"] == pytest.approx(
        0.85 * (1 - np.exp(-30 / 4)) - 0.03, rel=1e-6
    )


def test_firing_is_the_map_byte_by_byte(reader):
    for tag, layer in zip(
        ("01_dense", "02_dense_1", "03_dense_2"), relu_layers(), strict=True
    ):
        found = reader.firing("relu/health", tag)
        assert found["steps"] == list(range(30))
        np.testing.assert_array_equal(unpacked(found, np.uint8), layer.stored)


def test_the_recycled_units_of_each_epoch_are_named(tmp_path, reader):
    rates = dying(8, 4, lost=0.5)
    layers = [
        Layer("dense", "relu", rates, recycled={0: [1, 7], 2: [1]}),
        Layer("other", "relu", rates),
    ]
    write_run(tmp_path / "run", layers)
    found = reader_of(tmp_path)
    firing = found.firing("run/health", "01_dense")
    assert firing["recycled"] == [[1, 7], [], [1], []]
    assert json.loads(json.dumps(firing)) == firing
    assert found.firing("run/health", "02_other")["recycled"] == [[]] * 4
    # Logs of before there was anything of the kind.
    old = reader.firing("relu/health", "01_dense")
    assert old["recycled"] == [[]] * 30
    assert reader.firing("relu/health", "09_nowhere")["recycled"] == []


def test_recycled_units_are_of_the_map_that_is_shown(tmp_path):
    file = EventFile(tmp_path / "health")
    for epoch, units in enumerate((4, 6, 6, 6, 6)):
        file.write(epoch, tensors={FIRING: np.full(units, 9, np.uint8)})
    write_recycled(file, 0, "01_dense", [1], 4)
    write_recycled(file, 1, "01_dense", [2], 4)
    file.write(2, tensors={RECYCLED: np.ones(6, np.float32)})
    file.write(3, tensors={RECYCLED: np.ones((2, 3), np.uint8)})
    write_recycled(file, 4, "01_dense", [5], 6)
    # Of an epoch that is not in the map.
    write_recycled(file, 5, "01_dense", [3], 6)
    file.close()
    found = reader_of(tmp_path).firing("health", "01_dense")
    assert found["steps"] == [1, 2, 3, 4]
    assert found["recycled"] == [[], [], [], [5]]


def test_deaths_have_their_steps_and_broken_ones_are_left_out(tmp_path):
    rates = np.full((4, 8), 0.5)
    deaths = {0: [[9, 1]], 1: [[3, 12], [5, 13]], 2: [[-1, 4]], 3: [[1, 2, 3]]}
    write_run(tmp_path / "run", [Layer("dense", "relu", rates, deaths=deaths)])
    firing = reader_of(tmp_path).firing("run/health", "01_dense")
    assert firing["deaths"] == [[], [[3, 12], [5, 13]], [], []]


def test_many_runs_are_read_at_once_as_each_is_alone(reader):
    prefixes = dict.fromkeys(["relu/health", "elu/health", "no/run"], "health")
    asked = ["dead_ratio", "alpha"]
    assert reader.latests(prefixes) == {
        run: reader.latest(run) for run in prefixes
    }
    assert reader.all_series(prefixes, asked) == {
        run: reader.series(run, asked) for run in prefixes
    }
    of_one = reader.all_series(prefixes, asked, "01_dense")["relu/health"]
    assert [*of_one["dead_ratio"]["layers"]] == ["01_dense"]


def test_a_run_says_when_it_began_and_what_was_found(tmp_path):
    before = time.time()
    layers = [Layer("dense", "relu", dying(8, 3, lost=0))]
    write_run(tmp_path / "a", layers, diagnosis=diagnosis(finding()))
    write_run(tmp_path / "b", layers)
    runs = {run["run"]: run for run in reader_of(tmp_path).runs()}
    assert before <= runs["a/health"]["time"] <= runs["b/health"]["time"]
    told = runs["a/health"]["diagnosed"]
    assert told["causes"] == ["dying_units"]
    assert "3 activations" in told["looked_at"]
    assert runs["b/health"]["diagnosed"]["causes"] is None


def test_alphas_are_float32_channel_by_channel(reader):
    found = unpacked(reader.alphas("elu/health", "02_dense_1"), np.float32)
    expected = elu_layers()[1].alphas.astype(np.float32)
    np.testing.assert_array_equal(found, expected)


def test_histograms_have_edges_and_counts(reader):
    found = reader.histograms("relu/health", "01_dense")
    assert found["steps"] == list(range(0, 30, 2))
    left, right, count = np.array(found["bins"][3]).T
    assert (left < right).all()
    np.testing.assert_array_equal(left[1:], right[:-1])
    assert count.sum() > 0


def test_what_does_not_exist_is_empty(reader):
    empty = {"steps": [], "units": 0}
    found = reader.firing("relu/health", "09_nowhere")
    assert {name: found[name] for name in empty} == empty
    assert reader.histograms("elu/health", "01_dense_0")["steps"] == []
    assert reader.latest("nowhere/health")["layers"] == {}


def test_layers_logged_at_other_steps_meet_on_the_union(tmp_path):
    file = EventFile(tmp_path / "health")
    file.write(0, {"health.mean/01_a": 1.0, "health.mean/02_b": 2.0})
    file.write(1, {"health.mean/01_a": 3.0})
    file.close()
    found = reader_of(tmp_path).series("health", ["mean"])["mean"]
    assert found["steps"] == [0, 1]
    assert found["layers"] == {"01_a": [1.0, 3.0], "02_b": [2.0, None]}


@pytest.mark.parametrize(
    "value, name",
    [(np.nan, "NaN"), (np.inf, "Infinity"), (-np.inf, "-Infinity")],
)
def test_nan_and_infinity_pass_through_json_by_name(tmp_path, value, name):
    file = EventFile(tmp_path / "health")
    file.write(0, {"health.bias_shift/01_a": float(value)})
    file.close()
    reader = reader_of(tmp_path)
    latest = json.loads(json.dumps(reader.latest("health"), allow_nan=False))
    assert latest["layers"]["bias_shift"]["01_a"] == name


def test_runs_of_other_tools_are_not_shown(tmp_path):
    file = EventFile(tmp_path / "third")
    file.write(0, {"loss": 1.0, "health.check/ok": 1.0})
    file.close()
    assert reader_of(tmp_path).runs() == []


def test_of_a_file_that_is_cut_off_the_beginning_is_shown(tmp_path):
    write_run(tmp_path / "cut", relu_layers(), file_name="events.tfevents.1")
    path = tmp_path / "cut" / "health" / "events.tfevents.1"
    content = path.read_bytes()
    path.write_bytes(content[: len(content) * 2 // 3])
    reader = reader_of(tmp_path)
    assert [run["problem"] for run in reader.runs()] == [""]
    steps = reader.series("cut/health", ["dead_ratio"])["dead_ratio"]["steps"]
    assert steps == list(range(len(steps)))
    assert 10 < len(steps) < 30
    assert reader.firing("cut/health", "01_dense")["steps"] == steps


def test_a_newer_schema_is_read_as_far_as_possible(tmp_path):
    write_run(tmp_path / "newer", relu_layers(), schema=7)
    (run,) = reader_of(tmp_path).runs()
    assert "newer version of keras-activations (schema 7" in run["problem"]
    assert len(run["manifest"]["layers"]) == 3


@pytest.mark.parametrize(
    "manifest", ["{not JSON", "[]", '"text"', "", '{"schema": "x"}']
)
def test_without_a_readable_manifest_the_tags_name_the_layers(
    tmp_path, manifest
):
    file = EventFile(tmp_path / "health")
    file.write(0, tensors={MANIFEST: manifest})
    file.write(
        0,
        {
            "health.dead_ratio/10_late": 0.5,
            "health.dead_ratio/02_early": 0.5,
        },
    )
    file.close()
    (run,) = reader_of(tmp_path).runs()
    layers = run["manifest"]["layers"]
    assert [layer["name"] for layer in layers] == ["early", "late"]
    if manifest != '{"schema": "x"}':
        assert "named by their tags" in run["problem"]


def test_a_run_that_lost_its_manifest_is_shown_all_the_same(tmp_path):
    file = EventFile(tmp_path / "health")
    file.write(0, {"health.dead_ratio/01_dense": 0.5})
    file.close()
    (run,) = reader_of(tmp_path).runs()
    assert "is missing" in run["problem"]
    assert run["manifest"]["layers"][0]["tag"] == "01_dense"


def test_malformed_parts_of_a_manifest_are_left_out(tmp_path):
    manifest = {
        "layers": [
            {"tag": "01_a", "units": "many", "unit_axis": "last", "slope": 1},
            {"tag": "02_c", "unit_axis": 1, "slope": "not measured"},
            {"name": "b"},
            7,
        ],
        "not_watched": [
            {"name": "scores", "reason": "no axis of units", "more": 1},
            {"name": "nameless"},
            {"reason": "of nothing"},
            "scores",
        ],
        "thresholds": {"unhealthy": {"dead_ratio": 0.3, "mean": "low"}},
        "hparams": {"optimizer": {"name": "sgd"}, "rate": 0.1, "clip": np.inf},
    }
    file = EventFile(tmp_path / "health")
    file.write(0, tensors={MANIFEST: json.dumps(manifest)})
    file.close()
    (run,) = reader_of(tmp_path).runs()
    found = run["manifest"]
    assert [layer["tag"] for layer in found["layers"]] == ["01_a", "02_c"]
    assert [
        (layer["units"], layer["unit_axis"], layer["slope"])
        for layer in found["layers"]
    ] == [(None, None, ""), (None, 1, "not measured")]
    assert found["not_watched"] == [
        {"name": "scores", "reason": "no axis of units"}
    ]
    assert found["limits"] == {"dead_ratio": 0.3}
    assert found["hparams"] == {
        "optimizer": "{'name': 'sgd'}",
        "rate": 0.1,
        "clip": "Infinity",
    }


@pytest.mark.parametrize("tag", [FIRING, MANIFEST, RECYCLED])
def test_a_tensor_that_contradicts_itself_is_no_error(tmp_path, tag):
    write_run(tmp_path / "sound", relu_layers(epochs=2))
    # Four bytes that call themselves five.
    tensor = tensor_pb2.TensorProto(
        dtype=types_pb2.DT_UINT8, tensor_content=bytes(4)
    )
    tensor.tensor_shape.dim.add(size=5)
    broken = EventFile(tmp_path / "broken" / "health")
    broken.write(0, {"health.dead_ratio/01_dense": 0.5})
    broken.write(0, tensors={tag: tensor})
    broken.close()
    reader = reader_of(tmp_path)
    assert reader.firing("broken/health", "01_dense")["steps"] == []
    assert reader.firing("broken/health", "01_dense")["recycled"] == []
    runs = {run["run"]: run for run in reader.runs()}
    assert len(runs["broken/health"]["manifest"]["layers"]) == 1
    assert runs["sound/health"]["problem"] == ""


def test_of_two_widths_in_one_directory_the_last_is_shown(tmp_path):
    file = EventFile(tmp_path / "health")
    file.write(0, tensors={FIRING: np.full(4, 9, np.uint8)})
    file.write(1, tensors={FIRING: np.full(6, 7, np.uint8)})
    file.write(2, tensors={FIRING: np.full(6, 8, np.uint8)})
    file.close()
    found = reader_of(tmp_path).firing("health", "01_dense")
    assert found["steps"] == [1, 2]
    np.testing.assert_array_equal(unpacked(found, np.uint8), [[7] * 6, [8] * 6])


def test_tensors_of_another_type_are_not_taken_for_maps(tmp_path):
    file = EventFile(tmp_path / "health")
    file.write(0, tensors={FIRING: np.ones(4, np.float32)})
    file.write(1, tensors={FIRING: np.ones((2, 2), np.uint8)})
    file.close()
    assert reader_of(tmp_path).firing("health", "01_dense")["steps"] == []


def test_another_prefix_is_followed(tmp_path):
    layer = Layer("dense", "relu", dying(8, 3, lost=0))
    write_run(tmp_path, [layer])
    file = EventFile(tmp_path / "mine")
    manifest = {"prefix": "acts", "layers": [{"tag": "01_dense"}]}
    file.write(0, {"acts.mean/01_dense": 2.0, "acts/revived": 3.0})
    file.write(0, tensors={MANIFEST: json.dumps(manifest)})
    file.close()
    latest = reader_of(tmp_path).latest("mine", "acts")
    assert latest["layers"] == {"mean": {"01_dense": 2.0}}
    assert latest["run"] == {"revived": 3.0}


def findings_of(root, *texts):
    """What the reader says of a run in which these were written."""
    file = EventFile(root / "health")
    file.write(0, {"health.dead_ratio/01_dense": 0.5})
    for epoch, text in enumerate(texts):
        file.write(epoch, tensors={FINDINGS: text})
    file.close()
    found = reader_of(root).findings("health")
    # As it is sent.
    return json.loads(json.dumps(found, allow_nan=False))


def test_the_latest_findings_stand_for_all_before(tmp_path):
    written = [
        diagnosis(finding(), finding(cause="not_learning")),
        diagnosis(finding(), not_checked={"input_scale": "no inputs"}),
    ]
    found = findings_of(tmp_path, *map(json.dumps, written))
    assert found["diagnosis"] == written[1]
    assert found["step"] == 1
    assert found["time"] > 1.6e9
    assert found["problem"] == ""


def test_a_run_of_before_there_were_findings_has_none(reader):
    for run in "relu/health", "nowhere/health":
        assert reader.findings(run) == {
            "diagnosis": None,
            "step": None,
            "time": None,
            "problem": "",
        }


@pytest.mark.parametrize(
    "text",
    [
        "{not JSON",
        '{"findings": [',
        "[]",
        '"text"',
        "",
        "{}",
        '{"findings": {}}',
        "[" * 100_000,
    ],
)
def test_findings_that_cannot_be_read_are_not_taken_for_none(tmp_path, text):
    found = findings_of(tmp_path, json.dumps(diagnosis()), text)
    assert found["diagnosis"] is None
    assert found["problem"] == "The findings of this run cannot be read."


def test_findings_that_contradict_themselves_are_no_error(tmp_path):
    tensor = tensor_pb2.TensorProto(
        dtype=types_pb2.DT_UINT8, tensor_content=bytes(4)
    )
    tensor.tensor_shape.dim.add(size=5)
    for broken in tensor, np.zeros(4, np.float32):
        root = tmp_path / str(type(broken))
        assert "cannot be read" in findings_of(root, broken)["problem"]


def test_malformed_parts_of_findings_are_left_out(tmp_path):
    evidence = finding()["evidence"][0]
    strange = finding(
        layers=["dense", 7],
        since=3,
        sentence=None,
        evidence=[
            evidence | {"value": float("nan"), "limit": float("inf")},
            evidence | {"value": "many", "limit": True, "above": "yes"},
            evidence | {"value": 10**400, "layer": None, "measure": []},
            {"value": 1.0},
            "text",
        ],
        remedies=[{"text": "Try", "code": 3}, {"code": "nothing"}, 4],
        confidence=float("nan"),
        reference=["docs"],
        severity="of a newer version",
    )
    written = diagnosis(
        strange,
        {"layers": []},
        not_checked={"input_scale": 4, "born_dead": "no first step"},
        verdict=None,
    )
    found = findings_of(tmp_path, json.dumps(written))
    assert found["problem"].startswith("1 of 2 findings of this run cannot")
    assert found["diagnosis"] == {
        "verdict": "",
        "looked_at": written["looked_at"],
        "not_checked": {"born_dead": "no first step"},
        "findings": [
            {
                "cause": "dying_units",
                "layers": ["dense"],
                "since": "",
                "sentence": "",
                "evidence": [
                    evidence | {"value": "NaN", "limit": "Infinity"},
                    evidence | {"value": None, "limit": None},
                    evidence | {"value": None, "layer": "", "measure": ""},
                ],
                "remedies": [{"text": "Try", "code": ""}],
                "confidence": None,
                "reference": "",
            }
        ],
    }


def test_a_confidence_is_a_share(tmp_path):
    given = [0.75, 1, 2.0, True]
    written = diagnosis(*(finding(confidence=each) for each in given))
    found = findings_of(tmp_path, json.dumps(written))
    kept = [each["confidence"] for each in found["diagnosis"]["findings"]]
    assert kept == [0.75, 1.0, None, None]
