"""Records that are read back from event files, whole or damaged."""

import json

import pytest

import keras_activations as ka
from keras_activations.recording.events import EventFile, add_text, summary_of
from keras_activations.recording.record_log import read_records
from tensorboard_plugin_keras_activations import schema


def write(directory, manifest, record="{}"):
    file = EventFile(directory)
    summary = summary_of(
        {
            schema.layer_tag("health", "dead_ratio", "01_fc"): 0.5,
            schema.layer_tag("health", "bias_shift", "01_fc"): 0.1,
        }
    )
    add_text(summary, schema.MANIFEST, schema.PLUGIN, manifest)
    add_text(summary, schema.RECORD, schema.PLUGIN, record)
    file.write(0, summary)
    file.close()


@pytest.mark.parametrize(
    "manifest",
    ["{", "[]", "{}", json.dumps({"prefix": "health", "layers": []})],
)
def test_a_damaged_manifest_leaves_what_the_tags_say(tmp_path, manifest):
    write(tmp_path / "health", manifest, record='{"birth": [')
    (record,) = read_records(tmp_path).values()
    assert list(record.layers) == ["fc"]
    assert record.history[0]["dead_ratio"] == 0.5
    diagnosis = ka.diagnose(tmp_path)
    assert "born_dead" in diagnosis.not_checked


def test_several_runs_and_none(tmp_path):
    for name in "one", "other":
        write(tmp_path / name / "health", "{}")
    with pytest.raises(ValueError, match="one/health, other/health"):
        ka.diagnose(tmp_path)
    (tmp_path / "empty").mkdir()
    with pytest.raises(ValueError, match="there is none"):
        ka.diagnose(tmp_path / "empty")


def test_what_a_resumed_training_does_not_know_stays(tmp_path):
    for record in (
        {"birth": [{"layer": "fc"}], "losses": [{"epoch": 0}]},
        {"birth": [], "losses": [{"epoch": 1}], "gaps": {"birth": "resumed"}},
    ):
        write(tmp_path / "health", "{}", json.dumps(record))
    (record,) = read_records(tmp_path).values()
    assert record.birth == [{"layer": "fc"}]
    assert [row["epoch"] for row in record.losses] == [0, 1]
