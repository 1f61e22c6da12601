"""Logs are written, read and diagnosed where there is no TensorFlow."""

import os
import subprocess
import sys

import fsspec
import pytest
from tensorboard_plugin.simulated_run import Layer, dying, write_run

import keras_activations as ka
import keras_activations_cli as cli
from keras_activations.recording import read_scalars
from keras_activations.recording.events import EventFile, summary_of
from keras_activations.recording.health_run import check_directory
from keras_activations.recording.storage import checked_location


def written(log_dir):
    """A run of two epochs, as the monitor writes it."""
    check_directory(log_dir, "health")
    file = EventFile(f"{log_dir}/health")
    for epoch in 0, 1:
        file.write(epoch, summary_of({"health.dead_ratio/01_fc": 0.5}))
        file.flush()
    file.close()
    return {"health": {"health.dead_ratio/01_fc": [(0, 0.5), (1, 0.5)]}}


def test_what_is_written_is_read_and_diagnosed(tmp_path):
    expected = written(str(tmp_path))
    assert read_scalars(tmp_path) == expected
    assert read_scalars(f"file://{tmp_path}") == expected
    assert "No finding in 1 activation" in str(ka.diagnose(tmp_path))


def test_what_lies_elsewhere_is_left_to_fsspec():
    expected = written("memory://test_logs")
    assert read_scalars("memory://test_logs") == expected
    # The file that shows whether it can be written is gone.
    assert len(fsspec.filesystem("memory").find("/test_logs")) == 1


@pytest.mark.parametrize(
    ("address", "reason"),
    [
        ("gs://bucket/logs", "gcsfs"),
        ("nosuch://bucket/logs", "not known: nosuch"),
    ],
)
def test_a_scheme_that_fsspec_does_not_have(address, reason):
    with pytest.raises(ValueError, match=f"fsspec.*{reason}.*{address}"):
        checked_location("log_dir", address)


def test_the_command_line_reads_them(tmp_path, capsys):
    layers = [Layer("fc", "relu", dying(4, 3, lost=0.0, born_dead=1))]
    write_run(tmp_path / "one", layers)
    page = tmp_path / "page.html"
    assert cli.main(["report", str(tmp_path), "--html", str(page)]) == 0
    assert "| one" in capsys.readouterr().out
    assert page.stat().st_size > 1e5
    assert cli.main(["diagnose", str(tmp_path)]) == 0
    assert capsys.readouterr().out.startswith("one/health\nNo finding in 1")


def test_another_backend_is_refused_at_once():
    failed = subprocess.run(
        [sys.executable, "-c", "import keras_activations"],
        env={**os.environ, "KERAS_BACKEND": "numpy"},
        capture_output=True,
        text=True,
    )
    assert failed.stderr.splitlines()[-1] == (
        "ImportError: keras_activations runs on TensorFlow and on JAX. "
        "Received: KERAS_BACKEND=numpy"
    )
