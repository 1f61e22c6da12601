"""Paths with a scheme behave as local ones, or are refused at once."""

from pathlib import Path

import pytest
from common.hostile_files import NAME, scalar
from tensorboard.compat import tf

from keras_activations.callbacks import ActivationMonitor
from keras_activations.recording import read_scalars
from keras_activations.recording.storage import checked_location


@pytest.mark.parametrize(
    ("given", "path"),
    [
        ("logs", "logs"),
        (Path("logs"), "logs"),
        ("C:/logs", "C:/logs"),
        ("file:///tmp/a%20b", "/tmp/a b"),
        ("FILE:///tmp", "/tmp"),
        ("file:/tmp", "/tmp"),
        (Path("file:///tmp"), "/tmp"),
        ("file://localhost/tmp", "/tmp"),
        ("ram://logs", "ram://logs"),
    ],
)
def test_a_location(given, path):
    assert checked_location("log_dir", given) == path


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        ("", "must be the path"),
        (3, "must be the path"),
        (b"logs", "must be the path"),
        ("a\0b", "null characters"),
        ("nosuch://bucket/logs", "a scheme that TensorFlow.*nosuch://"),
        ("file://host/logs", "of this machine.*file://host"),
        (Path("ram://logs"), "must be a string.*slash"),
    ],
)
def test_a_location_that_is_refused(given, reason):
    with pytest.raises(ValueError, match=reason):
        ActivationMonitor(given)


def test_a_directory_may_look_like_a_scheme(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "runs:" / "one").mkdir(parents=True)
    (tmp_path / "runs:" / "one" / NAME).write_bytes(scalar())
    assert list(read_scalars("runs:/")) == ["one"]


def test_a_file_address_is_read_as_its_path(tmp_path):
    (tmp_path / "one").mkdir()
    (tmp_path / "one" / NAME).write_bytes(scalar())
    found = read_scalars(tmp_path)
    assert list(found) == ["one"]
    assert read_scalars(f"file://{tmp_path}") == found


def test_what_lies_elsewhere_is_read_by_the_file_layer():
    root = "ram://test_storage"
    for run in "one/health", "two":
        tf.io.gfile.makedirs(f"{root}/{run}")
        with tf.io.gfile.GFile(f"{root}/{run}/{NAME}", "wb") as file:
            file.write(scalar())
    expected = {"health.dead_ratio/01_fc": [(0, 0.5)]}
    assert read_scalars(root) == {"one/health": expected, "two": expected}
