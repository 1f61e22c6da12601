"""What event files hold, whatever is wrong with them."""

import os

import numpy as np
import pytest
from common.hostile_files import KINDS, NAME, fill, long_record, scalar

from keras_activations.recording import read_scalars
from keras_activations.recording.event_files import read_runs
from keras_activations.recording.record_log import read_records

TAG = "health.dead_ratio/01_fc"


def steps(run):
    return [value.step for value in run.values[TAG]]


@pytest.mark.parametrize("kind", KINDS)
def test_what_cannot_be_read_is_named_and_the_rest_is_read(tmp_path, kind):
    reason = fill(tmp_path / "bad", kind)
    (tmp_path / "sound").mkdir()
    (tmp_path / "sound" / NAME).write_bytes(scalar())
    bad, sound = read_runs(tmp_path)
    assert (bad.name, sound.name) == ("bad", "sound")
    assert reason in bad.problem and "\n" not in bad.problem
    assert sound.problem == "" and steps(sound) == [0]
    with pytest.warns(UserWarning, match="'bad'.*cannot be read") as warned:
        assert read_scalars(tmp_path)["sound"] == {TAG: [(0, 0.5)]}
    assert len(warned) == 1
    if kind not in ("garbage", "pipe", "folder", "device", "broken_link"):
        assert kind == "circle" or steps(bad) == [0]


@pytest.mark.parametrize("kind", ["pipe", "garbage"])
def test_one_bad_file_hides_no_other_of_its_run(tmp_path, kind):
    fill(tmp_path / "run", kind)
    (tmp_path / "run" / "events.out.tfevents.2").write_bytes(scalar())
    (run,) = read_runs(tmp_path)
    assert run.problem.startswith(NAME) and steps(run) == [0]


def test_a_file_that_is_being_written_is_no_problem(tmp_path):
    whole = scalar() + scalar(step=1)
    path = tmp_path / NAME
    for length in range(len(scalar()), len(whole)):
        path.write_bytes(whole[:length])
        (run,) = read_runs(tmp_path)
        assert run.problem == "" and steps(run) == [0]
    for content in b"", long_record():
        path.write_bytes(content)
        assert [run.problem for run in read_runs(tmp_path)] == [""]


def test_the_order_comes_from_the_steps_not_from_the_clock(tmp_path):
    # The clock went back between the two parts of a training.
    later, earlier = (tmp_path / f"events.out.tfevents.{n}" for n in (9, 5))
    later.write_bytes(scalar(step=0, float_val=[0.0]))
    earlier.write_bytes(
        scalar(step=1, float_val=[0.625]) + scalar(step=-7, float_val=[0.25])
    )
    assert read_scalars(tmp_path)["."] == {
        TAG: [(-7, 0.25), (0, 0.0), (1, 0.625)]
    }
    (record,) = read_records(tmp_path).values()
    assert [row["epoch"] for row in record.history] == [-7, 0, 1]


def test_a_step_that_was_made_again_counts_once(tmp_path):
    for number, value in (1, 0.25), (2, 0.75):
        path = tmp_path / f"events.out.tfevents.{number}"
        path.write_bytes(scalar(step=3, float_val=[value]))
    assert read_scalars(tmp_path) == {".": {TAG: [(3, 0.75)]}}


def test_links_to_runs_are_followed_but_not_in_a_circle(tmp_path):
    elsewhere, logs = tmp_path / "elsewhere", tmp_path / "logs"
    for directory in elsewhere, logs / "own":
        directory.mkdir(parents=True)
        (directory / NAME).write_bytes(scalar())
    (logs / "linked").symlink_to(elsewhere)
    (logs / "own" / "up").symlink_to(logs)
    assert [run.name for run in read_runs(logs)] == ["linked", "own"]


def test_a_name_that_is_no_text(tmp_path):
    directory = os.fsencode(tmp_path) + b"/\xff\x1b[31m"
    os.mkdir(directory)
    with open(directory + b"/" + NAME.encode(), "wb") as file:
        file.write(scalar())
    (run,) = read_runs(tmp_path)
    assert run.name == "\udcff\x1b[31m"
    # TensorFlow cannot open it.
    assert (run.problem == "") == bool(run.values)


def test_many_reasons_are_told_in_few_words(tmp_path):
    (tmp_path / NAME).write_bytes(
        b"".join(
            scalar(f"tag{n}", float_val=[1, 2], shape=[2]) for n in range(50)
        )
        + scalar("tag0", float_val=[1, 2], shape=[2])
    )
    (run,) = read_runs(tmp_path)
    assert "(2 times)" in run.problem and "and 47 more" in run.problem
    assert len(run.problem) < 200


def test_numbers_of_other_types_are_numbers(tmp_path):
    (tmp_path / NAME).write_bytes(
        scalar("loss", dtype=2, double_val=[0.1])  # float64
        + scalar("count", dtype=9, int64_val=[7])
        + scalar("nothing", float_val=[np.nan])
    )
    found = read_scalars(tmp_path)["."]
    assert found["loss"] == [(0, 0.1)] and found["count"] == [(0, 7.0)]
    assert np.isnan(found["nothing"][0][1])
