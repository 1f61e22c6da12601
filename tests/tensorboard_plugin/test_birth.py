"""How a training begins: from the record to the chart along the layers."""

import csv
import io
import json
import math

import numpy as np
import pytest
from tensorboard.compat.proto import tensor_pb2, types_pb2
from tensorboard_plugin.conftest import LocalServer, reader_of, relu_layers
from tensorboard_plugin.simulated_run import EventFile, write_run
from tensorboard_plugin.test_browser import drawn, opened

from keras_activations.recording import html_report

RECORD = "keras_activations/record"
LAYERS = ("dense", "dense_1", "dense_2")
MEASURES = ("std", "gradient_norm", "update_ratio")
ASKED = tuple(f"birth.{measure}" for measure in MEASURES)


def record(**changes):
    """Of three watched layers, and of an output that is not watched."""
    return {
        "birth": [
            {"epoch": -1, "layer": name, "std": 10.0**-place}
            for place, name in enumerate(LAYERS)
        ],
        "first_steps": [
            {
                "layer": name,
                "weight": f"{name}/kernel",
                "gradient_norm": 2.0 * 10.0**place,
                "update_ratio": 3.0 * 10.0**place,
            }
            for place, name in enumerate((*LAYERS, "out"))
        ],
        "losses": [{"epoch": 0}],
    } | changes


def written(root, *records, with_gradients=False):
    """A run with these records, one for each epoch."""
    write_run(root / "run", relu_layers(3), with_gradients=with_gradients)
    file = EventFile(root / "run" / "health", "events.out.tfevents.9")
    for epoch, each in enumerate(records):
        text = json.dumps(each) if isinstance(each, dict) else each
        file.write(epoch, tensors={RECORD: text})
    file.close()
    return root


def begun(root):
    """What the reader says of the beginning, as it is sent."""
    found = reader_of(root).series("run/health", ASKED)
    return json.loads(json.dumps(found, allow_nan=False))


def test_measures_of_the_beginning_have_the_tags_of_the_epochs(tmp_path):
    root = written(tmp_path, record(), {"losses": [{"epoch": 1}]})
    assert begun(root) == {
        "birth.std": {
            "steps": [-1],
            "layers": {
                "01_dense": [1.0],
                "02_dense_1": [0.1],
                "03_dense_2": [0.01],
            },
        },
        "birth.gradient_norm": {
            "steps": [-1],
            "layers": {
                "01_dense": [2.0],
                "02_dense_1": [20.0],
                "03_dense_2": [200.0],
                "out/kernel": [2000.0],
            },
        },
        "birth.update_ratio": {
            "steps": [-1],
            "layers": {
                "01_dense": [3.0],
                "02_dense_1": [30.0],
                "03_dense_2": [300.0],
                "out/kernel": [3000.0],
            },
        },
    }
    # Nothing that is not asked for, nor what is no measure of it.
    reader = reader_of(root)
    found = reader.series("run/health", ["birth.std", "std"])
    assert found.keys() == {"birth.std", "std"}
    assert reader.series("run/health", ["birth.moon", "birth."]) == {}


def test_two_matrices_of_a_layer_go_by_their_own_names(tmp_path):
    rows = [
        {"layer": "dense", "weight": f"dense/{name}", "update_ratio": ratio}
        for name, ratio in (("kernel", 0.5), ("recurrent_kernel", math.inf))
    ]
    found = begun(written(tmp_path, record(first_steps=rows)))
    assert found["birth.update_ratio"]["layers"] == {
        "dense/kernel": [0.5],
        "dense/recurrent_kernel": ["Infinity"],
    }
    assert "birth.gradient_norm" not in found


def test_resumed_training_does_not_erase_the_beginning(tmp_path):
    again = {"birth": [], "first_steps": []}
    found = begun(written(tmp_path, record(), again))
    assert found.keys() == set(ASKED)


def test_without_a_first_mini_batch_there_is_no_beginning(tmp_path):
    assert begun(written(tmp_path, record(birth=[]))) == {}


@pytest.mark.parametrize(
    "text",
    [
        "{not JSON",
        "[]",
        '"text"',
        "",
        "{}",
        "[" * 100_000,
        '{"birth": {"std": 1}}',
        '{"birth": [7, {}, {"layer": ["dense"], "std": 1}]}',
        '{"birth": [{"layer": "dense", "std": "large"}]}',
        '{"birth": [{"layer": "gone", "std": 1}], "first_steps": [7, null]}',
    ],
)
def test_a_broken_record_hides_no_epoch(tmp_path, text):
    root = written(tmp_path, text)
    assert begun(root) == {}
    found = reader_of(root).series("run/health", ["std", *ASKED])
    assert found["std"]["steps"] == [0, 1, 2]


def test_a_record_that_contradicts_itself_is_no_error(tmp_path):
    tensor = tensor_pb2.TensorProto(
        dtype=types_pb2.DT_UINT8, tensor_content=bytes(4)
    )
    tensor.tensor_shape.dim.add(size=5)
    for name, broken in ("tensor", tensor), ("array", np.zeros(4, np.float32)):
        assert begun(written(tmp_path / name, broken)) == {}


def test_what_can_be_read_of_broken_records_is_shown(tmp_path):
    rows = [7, {"layer": "dense", "std": 2.0}, {"layer": "dense_1", "std": []}]
    found = begun(written(tmp_path, "{", record(birth=rows), "[]"))
    assert found["birth.std"]["layers"] == {"01_dense": [2.0]}
    assert len(found["birth.update_ratio"]["layers"]) == 4


@pytest.fixture
def depth(browser, tmp_path):
    """Opens the chart of a run with these records."""
    tabs = []

    def open_of(*records, with_gradients=False):
        root = written(tmp_path, *records, with_gradients=with_gradients)
        server = LocalServer(root)
        server.__enter__()
        pages = opened(browser, server, alone=True)
        tab = next(pages)
        tabs.append((pages, server))
        tab.open(view="details", detail="depth")
        return tab

    yield open_of
    for pages, server in tabs:
        server.__exit__()
        assert next(pages, None) is None


def legends(tab):
    """What the lines of each chart are called."""
    return [
        [
            name.strip()
            for name in tab.text(f"#depth-{measure} + .legend").split("\n")[1:]
            if name.strip() and not name[0].isdigit()
        ]
        for measure in MEASURES
    ]


def along(tab, measure, layers=3):
    """The values of the line, layer by layer."""
    chart = tab.find(f"#depth-{measure}")
    chart.focus()
    found = []
    for _ in range(layers):
        chart.press("ArrowRight")
        found.append(float(tab.text(f"#depth-{measure} + .legend .value")))
    return found


def move(tab, key):
    tab.find("#epoch").focus()
    tab.find("#epoch").press(key)
    tab.wait()


def table(tab):
    return list(csv.reader(io.StringIO(tab.download("#save-csv").decode())))


def test_birth_is_left_of_the_first_epoch_and_beside_the_others(depth):
    tab = depth(record(), with_gradients=True)
    birth, steps = "birth, before the first update", "the first ten steps"
    assert tab.text("output") == "2"
    assert legends(tab) == [
        ["epoch 2", birth],
        ["epoch 2", steps],
        ["epoch 2", steps],
    ]
    assert tab.find("#first-steps").count() == 0
    move(tab, "Home")
    assert tab.text("output") == "birth"
    assert tab.find("#epoch").get_attribute("aria-valuetext") == "birth"
    assert "epoch=birth" in tab.page.url
    assert legends(tab) == [[birth], [steps], [steps]]
    assert along(tab, "std") == [1, 0.1, 0.01]
    assert along(tab, "gradient_norm", 4) == [2, 20, 200, 2000]
    assert along(tab, "update_ratio", 4) == [3, 30, 300, 3000]
    # A link leads to it.
    tab.page.reload()
    tab.wait()
    assert tab.text("output") == "birth"
    move(tab, "ArrowRight")
    assert tab.text("output") == "0"
    assert legends(tab)[0] == ["epoch 0", birth]
    rows = table(tab)
    assert [row[0] if row else "" for row in rows] == [
        *("standard deviation", "birth", "0", "1", "2", ""),
        *("gradient norm", "birth", "0", "1", "2", ""),
        *("update ratio", "birth", "0", "1", "2", ""),
    ]
    assert rows[0][1:] == [*LAYERS, "out"]
    assert rows[1][1:] == ["1", "0.1", "0.01", ""]
    assert rows[7][1:] == ["2", "20", "200", "2000"]


def test_without_gradients_the_first_steps_stay_in_sight(depth):
    tab = depth(record())
    steps = ["the first ten steps"]
    for key, epoch in ("End", "2"), ("Home", "birth"):
        move(tab, key)
        assert tab.text("output") == epoch
        assert legends(tab)[1:] == [steps, steps]
        assert along(tab, "update_ratio", 4) == [3, 30, 300, 3000]
        for measure in MEASURES:
            assert drawn(tab.find(f"#depth-{measure} canvas")) > 5
        assert "gradients=True" in tab.text("#first-steps")
    assert [row[0] if row else "" for row in table(tab)] == [
        *("standard deviation", "birth", "0", "1", "2", ""),
        *("gradient norm", "birth", ""),
        *("update ratio", "birth", ""),
    ]


@pytest.mark.parametrize("text", [None, "{", '{"birth": [{"layer": 7}]}'])
def test_without_a_readable_record_the_chart_begins_with_epoch_0(depth, text):
    tab = depth(*([] if text is None else [text]))
    assert tab.find(".u-wrap").count() == 1
    assert "epoch 0, the first one" in tab.text("#depth-std + .legend")
    move(tab, "Home")
    assert tab.text("output") == "0"
    assert [row[0] for row in table(tab)[1:-1]] == ["0", "1", "2"]


def test_the_html_report_holds_the_beginning(browser, tmp_path):
    root = written(tmp_path, record())
    path = html_report.write(root, tmp_path / "report.html")
    page = browser.new_page()
    problems = []
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.goto(f"{path.as_uri()}#view=details&detail=depth&epoch=birth")
    page.locator("#page[data-ready=true]").wait_for(state="attached")
    assert page.inner_text("output") == "birth"
    assert drawn(page.locator("#depth-update_ratio canvas")) > 5
    page.close()
    assert problems == []
