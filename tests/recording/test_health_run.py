"""The event files, read back with TensorBoard's own reader."""

import contextlib
import io
import json
import os
import re
import resource
import signal
import subprocess
import sys
import warnings
from pathlib import Path

import keras
import numpy as np
import pytest
from tensorboard.backend.event_processing.event_accumulator import (
    EventAccumulator,
)
from tensorboard.plugins.hparams import plugin_data_pb2
from tensorboard.util.tensor_util import make_ndarray

from keras_activations.callbacks import ActivationMonitor
from keras_activations.layers import PReLU
from keras_activations.recording import (
    launch,
    read_scalars,
    tensorboard_command,
    tensorboard_link,
    way_on,
)
from keras_activations.recording.events import _FLUSH_SECONDS
from keras_activations.recording.health_run import HealthRun
from keras_activations.recording.rows import DESCRIPTION, badness, run_level
from tensorboard_plugin_keras_activations.address import link

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def run(tmp_path_factory):
    keras.utils.set_random_seed(0)
    log_dir = tmp_path_factory.mktemp("run")
    model = keras.Sequential(
        [
            keras.Input((4,)),
            keras.layers.Dense(6, "relu", name="first"),
            keras.layers.Dense(5, "tanh", name="second"),
            keras.layers.Dense(1),
        ]
    )
    model.compile("sgd", "mse", jit_compile=False)
    x = np.random.default_rng(0).normal(size=(32, 4)).astype("float32")
    kernel, bias = model.layers[0].get_weights()
    bias[0] = -100.0
    model.layers[0].set_weights([kernel, bias])
    monitor = ActivationMonitor(
        log_dir,
        update_freq=2,
        histogram_freq=2,
        hparams={"note": "dead", "rate": np.float32(0.5), "clip": np.inf},
    )
    with warnings.catch_warnings():
        # Keras 3.15's TensorBoard reads the learning rate with np.array.
        warnings.filterwarnings("ignore", "__array__", DeprecationWarning)
        model.fit(
            x,
            x[:, 0],
            batch_size=8,
            epochs=14,
            verbose=0,
            validation_data=(x, x[:, 0]),
            callbacks=[monitor, keras.callbacks.TensorBoard(log_dir)],
        )
    events = EventAccumulator(
        str(log_dir / "health"), size_guidance={"tensors": 0}
    )
    events.Reload()
    return log_dir, monitor, events


def arrays(events, tag):
    return [
        (event.step, make_ndarray(event.tensor_proto))
        for event in events.Tensors(tag)
    ]


def test_scalars_are_the_history(run):
    log_dir, monitor, _ = run
    tags = read_scalars(log_dir)["health"]
    for index, layer in enumerate(("first", "second"), 1):
        rows = [row for row in monitor.history if row["layer"] == layer]
        names = set(rows[0]) - set(DESCRIPTION)
        assert {"dead_ratio", "samples", "val_bias_shift", "died"} <= names
        # It is the same for the validation data.
        assert "bias_shift_expected" in names
        assert "val_bias_shift_expected" not in names
        for name in names:
            read = tags[f"health.{name}/{index:02d}_{layer}"]
            assert [step for step, _ in read] == list(range(14))
            np.testing.assert_allclose(
                [value for _, value in read],
                [row[name] for row in rows],
                rtol=1e-6,
            )
    assert {"health/dead_ratio", "health/dead_ratio_worst"} <= set(tags)
    np.testing.assert_allclose(tags["health/dead_ratio"][-1][1], 1 / 11)
    assert len(tags["health/val_loss"]) == 14


def test_mini_batches_are_on_the_axis_of_steps(run):
    log_dir, _, _ = run
    tags = read_scalars(log_dir)["health"]
    read = tags["health.batch.dead_ratio_batch/01_first"]
    assert [step for step, _ in read] == list(range(1, 56, 2))
    # The second step of an epoch is written with the third.
    samples = [value for _, value in tags["health.batch.samples/01_first"]]
    assert samples == [8, 16] * 14


def test_keras_own_values_are_undisturbed(run):
    log_dir, _, _ = run
    events = EventAccumulator(
        str(log_dir / "train"), size_guidance={"tensors": 0}
    )
    events.Reload()
    assert len(events.Tensors("epoch_loss")) == 14


@pytest.mark.parametrize(
    ("shape", "shared_axes", "size"),
    [
        ((4, 4, 3), "spatial", 3),
        ((4, 4, 3), "all", 1),
        ((4, 4, 3), None, 48),
        ((65_536,), None, 65_536),
        ((65_537,), None, None),  # too many to write
    ],
)
def test_learned_slopes_are_written_one_by_one(
    shape, shared_axes, size, tmp_path
):
    layer = PReLU(alpha_initializer="uniform", shared_axes=shared_axes)
    model = keras.Sequential(
        [
            keras.Input(shape),
            layer,
            keras.layers.Flatten(),
            keras.layers.Dense(1),
        ]
    )
    model.compile("sgd", "mse", jit_compile=False)
    slopes = []
    keep = keras.callbacks.LambdaCallback(
        on_epoch_end=lambda *_: slopes.append(layer.get_weights()[0].ravel())
    )
    x = np.random.default_rng(0).normal(size=(4, *shape))
    monitor = ActivationMonitor(tmp_path)
    callbacks = [monitor, keep]
    model.fit(x, np.ones(4), epochs=3, verbose=0, callbacks=callbacks)
    events = EventAccumulator(
        str(tmp_path / "health"), size_guidance={"tensors": 0}
    )
    events.Reload()
    tag = f"keras_activations/alpha/01_{layer.name}"
    assert (tag in events.Tags()["tensors"]) == (size is not None)
    for name, summary in ("alpha_min", np.min), ("alpha_max", np.max):
        assert [row[name] for row in monitor.history] == [
            summary(each) for each in slopes
        ]
    if size is None:
        return
    written = arrays(events, tag)
    assert [step for step, _ in written] == [0, 1, 2]
    for (_, values), expected in zip(written, slopes, strict=True):
        assert values.dtype == np.float32 and values.shape == (size,)
        np.testing.assert_array_equal(values, expected)


def test_firing_and_manifest(run):
    _, monitor, events = run
    firing = arrays(events, "keras_activations/firing/01_first")
    assert [step for step, _ in firing] == list(range(14))
    rate = monitor.units("first")["firing_rate"]
    shades = firing[-1][1]
    assert shades.dtype == np.uint8 and shades[0] == 0
    np.testing.assert_allclose(shades[1:] / 255, rate[1:], atol=0.5 / 255)
    ((_, text),) = arrays(events, "keras_activations/manifest")
    manifest = json.loads(text.item())
    assert manifest["schema"] == 1 and manifest["prefix"] == "health"
    assert [layer["tag"] for layer in manifest["layers"]] == [
        "01_first",
        "02_second",
    ]
    assert manifest["layers"][0]["units"] == 6
    assert manifest["layers"][0]["can_die"] is True
    assert manifest["hparams"]["note"] == "dead"
    assert manifest["weights"][:2] == ["first/kernel", "second/kernel"]
    metadata = events.SummaryMetadata("keras_activations/manifest")
    assert metadata.plugin_data.plugin_name == "keras_activations"


def test_histograms_leave_exact_zeros_out(run):
    _, _, events = run
    histograms = arrays(events, "health.values/01_first")
    assert [step for step, _ in histograms] == list(range(0, 14, 2))
    for _, histogram in histograms:
        assert histogram.shape[1] == 3 and (histogram[:, 0] >= 0).all()
        # One mini-batch: 8 samples of 5 units that are not dead.
        assert 0 < histogram[:, 2].sum() <= 8 * 5


def test_report_and_hyperparameters(run):
    _, monitor, events = run
    ((_, text),) = arrays(events, "health.report")
    assert text.item().decode() == monitor.report()
    metadata = events.SummaryMetadata("_hparams_/session_start_info")
    content = plugin_data_pb2.HParamsPluginData.FromString(
        metadata.plugin_data.content
    )
    hparams = content.session_start_info.hparams
    metadata = events.SummaryMetadata("_hparams_/experiment")
    content = plugin_data_pb2.HParamsPluginData.FromString(
        metadata.plugin_data.content
    )
    shown = [info.name.tag for info in content.experiment.metric_infos]
    assert shown[0] == "health/dead_ratio_worst"
    assert {i.name for i in content.experiment.hparam_infos} == set(hparams)
    assert hparams["activation"].string_value == "relu,tanh"
    assert hparams["note"].string_value == "dead"
    assert hparams["rate"].number_value == 0.5


def test_all_values_of_an_epoch_are_in_one_event(run):
    log_dir, _, events = run
    times = {
        event.wall_time
        for tag in events.PluginTagToContent("scalars")
        if ".batch." not in tag
        for event in events.Tensors(tag)
    }
    assert len(times) == 14


def test_recycled_units_are_counted_and_named_in_one_event(tmp_path):
    run = HealthRun(tmp_path, "mine", ["first", "second"])
    run.recycled(3, "second", np.array([False, True, False, True]))
    run.recycled(4, "second", np.array([False, False, False, True]))
    # Before it is closed: what an epoch wrote can be read.
    events = EventAccumulator(str(tmp_path / "mine"))
    events.Reload()
    count, tag = (
        "mine.recycled/02_second",
        "keras_activations/recycled/02_second",
    )
    assert set(events.Tags()["tensors"]) == {count, tag}
    assert [
        (step, float(number)) for step, number in arrays(events, count)
    ] == [(3, 2), (4, 1)]
    assert [
        (step, units.dtype, units.tolist())
        for step, units in arrays(events, tag)
    ] == [(3, np.uint8, [0, 1, 0, 1]), (4, np.uint8, [0, 0, 0, 1])]
    times = [event.wall_time for event in events.Tensors(count)]
    assert times == [event.wall_time for event in events.Tensors(tag)]
    for name, plugin in ((count, "scalars"), (tag, "keras_activations")):
        metadata = events.SummaryMetadata(name)
        assert metadata.plugin_data.plugin_name == plugin
    run.close()


def test_a_metric_with_a_value_for_each_class_is_left_out(tmp_path):
    model = keras.Sequential(
        [keras.Input((2,)), keras.layers.ReLU(), keras.layers.Dense(3)]
    )
    metric = keras.metrics.F1Score(average=None)
    model.compile("sgd", "mse", metrics=[metric, "mae"], run_eagerly=True)
    monitor = ActivationMonitor(tmp_path)
    y = np.eye(3, dtype="float32")
    model.fit(np.ones((3, 2)), y, verbose=0, callbacks=[monitor])
    tags = read_scalars(tmp_path)["health"]
    assert "health/mae" in tags and "health/f1_score" not in tags


def test_a_layer_without_a_finite_output_hides_no_other():
    good = {"dead_ratio": 0.5, "bias_shift": 0.2, "nonfinite": 0, "units": 4}
    good |= {"born_dead": 0, "died": 1, "revived": 0}
    bad = good | {"dead_ratio": np.nan, "bias_shift": np.nan, "nonfinite": 8}
    unseen = bad | {"nonfinite": 0}
    rows = [unseen, good, bad]
    assert sorted(rows, key=badness, reverse=True) == [bad, good, unseen]
    values = run_level(rows)
    assert values["dead_ratio"] == values["dead_ratio_worst"] == 0.5
    assert values["bias_shift"] == 0.2 and values["layers_unhealthy"] == 2
    assert "dead_ratio" not in run_level([bad])


def start(script, log_dir):
    return subprocess.Popen(
        [sys.executable, "-c", script, str(log_dir)],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def small():
    model = keras.Sequential(
        [
            keras.Input((2,)),
            keras.layers.Dense(64, "relu", name="hidden"),
            keras.layers.Dense(1),
        ]
    )
    model.compile("sgd", "mse", jit_compile=False)
    return model


def fit(monitor, on_epoch_end, epochs):
    tell = keras.callbacks.LambdaCallback(on_epoch_end=on_epoch_end)
    x, y = np.ones((8, 2)), np.ones(8)
    callbacks = [monitor, tell]
    small().fit(x, y, epochs=epochs, verbose=0, callbacks=callbacks)


def test_the_end_of_training_hides_no_record(run):
    _, _, events = run
    # Of two texts at one step, TensorBoard's data server keeps the second.
    records = events.Tensors("keras_activations/record")
    assert [record.step for record in records] == list(range(14))


def test_an_epoch_can_be_read_as_soon_as_it_ends(tmp_path):
    def read(epoch, logs):
        tags = read_scalars(tmp_path)["health"]
        steps = [step for step, _ in tags["health.mean/01_hidden"]]
        assert steps == list(range(epoch + 1))

    fit(ActivationMonitor(tmp_path), read, epochs=3)


STEPS = """
import os, sys, time
os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
import keras, numpy as np
from keras_activations.callbacks import ActivationMonitor
from keras_activations.recording import events
events._FLUSH_SECONDS = 0.2
class Tell(keras.callbacks.Callback):
    def on_train_batch_end(self, batch, logs=None):
        print("step", batch + 1, flush=True)
        time.sleep(0.02)
model = keras.Sequential([keras.Input((2,)),
    keras.layers.Dense(64, "relu"), keras.layers.Dense(1)])
model.compile("sgd", "mse", jit_compile=False)
monitor = ActivationMonitor(sys.argv[1], update_freq=10)
model.fit(np.ones((10**5, 2)), np.ones(10**5), batch_size=1, verbose=0,
          callbacks=[monitor, Tell()])
"""


def test_killed_training_is_readable_up_to_its_last_flush(tmp_path):
    assert 0 < _FLUSH_SECONDS <= 10  # the same with 0.2 seconds
    with start(STEPS, tmp_path) as process:
        for line in process.stdout:
            if line == "step 100\n":
                break
        process.send_signal(signal.SIGKILL)
    tags = read_scalars(tmp_path)["health"]
    assert "health.mean/01_dense" not in tags  # no epoch has ended
    steps = [step for step, _ in tags["health.batch.mean/01_dense"]]
    assert steps == list(range(1, 10 * len(steps), 10))
    # These are too few bytes to fill a buffer; what is there was flushed. A
    # step takes at least 0.02 s, so there are 10 from one flush to the next.
    assert steps[-1] > 50


def descriptors():
    """What the files are that this process has open."""
    for descriptor in Path("/proc/self/fd").iterdir():
        with contextlib.suppress(OSError):  # that of this very listing
            yield os.readlink(descriptor)


def test_a_full_disk_stops_the_log_not_the_training(tmp_path):
    # A limit on the size of files acts as a full disk, for this process.
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)

    def fill(epoch, logs):
        if epoch == 1:
            (events,) = (tmp_path / "health").iterdir()
            least = events.stat().st_size + 100
            resource.setrlimit(resource.RLIMIT_FSIZE, (least, limits[1]))
        open_files.append(
            [
                name
                for name in descriptors()
                if name.startswith(f"{tmp_path}/health/")
            ]
        )

    open_files = []
    monitor = ActivationMonitor(tmp_path)
    try:
        with pytest.warns(UserWarning) as warned:
            fit(monitor, fill, epochs=20)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        signal.signal(signal.SIGXFSZ, handler)
    (warning,) = warned
    assert "ActivationMonitor stops writing" in str(warning.message)
    assert len(monitor.history) == 20
    assert len(open_files[0]) == 1 and open_files[-1] == []
    steps = read_scalars(tmp_path)["health"]["health.mean/01_hidden"]
    assert [step for step, _ in steps] == [0, 1]


def test_command_and_link():
    assert tensorboard_command("my logs") == "tensorboard --logdir 'my logs'"
    cards = tensorboard_link(["health/revived"], port=7000)
    assert cards == (
        "http://localhost:7000/?smoothing=0&pinnedCards=%5B%7B%22plugin%22%3A"
        "%22scalars%22%2C%22tag%22%3A%22health/revived%22%7D%5D#timeseries"
    )


def test_what_is_printed_at_the_start(tmp_path, capsys):
    model = keras.Sequential(
        [keras.Input((2,)), keras.layers.ReLU(), keras.layers.Dense(1)]
    )
    model.compile("sgd", "mse", jit_compile=False)
    monitor = ActivationMonitor(tmp_path)
    model.fit(np.ones((8, 2)), np.ones(8), verbose=2, callbacks=[monitor])
    printed = capsys.readouterr().out
    assert tensorboard_command(tmp_path) in printed
    run = f"{tmp_path}/health"
    assert f"  {link('http://localhost:6006', run=run)}\n" in printed
    # The long address is for terminals that can hide it.
    assert "pinnedCards" not in printed


@pytest.mark.parametrize(
    ("terminal", "environment", "expected"),
    [
        (True, {"VTE_VERSION": "7600"}, True),
        (True, {"TERM_PROGRAM": "iTerm.app"}, True),
        (True, {"WT_SESSION": "1"}, True),
        (True, {"TERM": "xterm-kitty"}, True),
        (True, {"TERM": "xterm", "VTE_VERSION": "4000"}, False),
        (True, {"FORCE_HYPERLINK": "1"}, True),
        (True, {"FORCE_HYPERLINK": "0", "WT_SESSION": "1"}, False),
        (False, {"FORCE_HYPERLINK": "1", "WT_SESSION": "1"}, False),
    ],
)
def test_a_long_address_is_hidden_where_a_terminal_can(
    terminal, environment, expected, monkeypatch
):
    class Stream(io.StringIO):
        def isatty(self):
            return terminal

    monkeypatch.setattr(launch.os, "environ", environment)
    monkeypatch.setattr(launch.sys, "stdout", Stream())
    printed = way_on("logs", port=7000)
    assert ("pinnedCards" in printed) == expected
    if expected:
        *_, line = printed.splitlines()
        shown = re.fullmatch(r"  \x1b]8;;(.*)\x1b\\(.*)\x1b]8;;\x1b\\", line)
        assert shown[1] == tensorboard_link(port=7000)
        assert len(shown[2]) < 40
