"""Whose directory it is, from event files that may hold anything."""

import json

import pytest
from common.hostile_files import NAME, fill, scalar

from keras_activations.recording.earlier_run import EarlierRun
from tensorboard_plugin_keras_activations import schema

LAYERS = [{"name": "fc", "activation": "relu"}]


def text(tag, content):
    return scalar(
        tag,
        plugin=schema.PLUGIN,
        dtype=7,
        string_val=[content.encode()],
    )


def written(root, manifest, *more):
    (root / "health").mkdir()
    (root / "health" / NAME).write_bytes(
        text(schema.MANIFEST, manifest) + b"".join(more)
    )
    return EarlierRun(str(root), "health")


EPOCH = scalar("health/loss", step=4)
REPORT = text(schema.report_tag("health"), "all is well")


@pytest.mark.parametrize(
    ("more", "resumed", "backed_up", "accepted"),
    [
        ((EPOCH,), True, False, True),
        ((EPOCH,), False, False, False),
        # Killed before the first backup, though after some epochs.
        ((EPOCH,), False, True, True),
        # Killed in its first epoch: nothing can be mixed up.
        ((), False, False, True),
        # It had come to its end: this is another run.
        ((EPOCH, REPORT), False, True, False),
        ((REPORT,), False, False, False),
        ((EPOCH, REPORT), True, False, True),
    ],
)
def test_who_may_go_on(tmp_path, more, resumed, backed_up, accepted):
    earlier = written(tmp_path, json.dumps({"layers": LAYERS}), *more)
    assert earlier.last_epoch == (4 if EPOCH in more else -1)
    if accepted:
        earlier.check_resumed(resumed, backed_up)
        earlier.check_layers([("fc", "relu")])
        with pytest.raises(ValueError, match="holds another run.*'tanh'"):
            earlier.check_layers([("fc", "tanh")])
    else:
        with pytest.raises(ValueError, match="holds another run"):
            earlier.check_resumed(resumed, backed_up)


@pytest.mark.parametrize(
    "manifest",
    [
        "",
        "{",
        "[]",
        "null",
        "[" * 100_000,
        '{"layers": 3}',
        '{"layers": [3]}',
        '{"layers": [{"tag": "01_fc"}]}',
        '{"schema": 9, "rows": {"fc": "relu"}}',
    ],
)
def test_a_manifest_of_another_schema_is_another_run(tmp_path, manifest):
    earlier = written(tmp_path, manifest, EPOCH)
    with pytest.raises(ValueError, match="holds another run"):
        earlier.check_resumed(True, True)


@pytest.mark.parametrize("kind", ["pipe", "folder", "broken_link", "garbage"])
def test_what_cannot_be_read_is_another_run(tmp_path, kind):
    reason = fill(tmp_path / "health", kind)
    earlier = EarlierRun(str(tmp_path), "health")
    with pytest.raises(ValueError, match=f"another run.*cannot.*{reason}"):
        earlier.check_resumed(True, True)


def test_an_empty_directory_is_nobodys(tmp_path):
    (tmp_path / "health").mkdir()
    (tmp_path / "health" / NAME).write_bytes(b"")
    earlier = EarlierRun(str(tmp_path), "health")
    earlier.check_resumed(False, False)
    earlier.check_layers([("any", "relu")])
