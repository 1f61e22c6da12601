import contextlib
import csv
import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import urllib.request
from pathlib import Path

import keras
import numpy as np
import pytest
from common.waiting import wait_until
from tensorboard.backend.event_processing.event_accumulator import (
    EventAccumulator,
)
from tensorboard.util.tensor_util import make_ndarray

import keras_activations as ka
import keras_activations_cli as cli
from keras_activations import datasets
from keras_activations.callbacks import ActivationMonitor
from keras_activations.diagnosis import Diagnosis, Finding
from keras_activations.diagnosis.finding import Remedy
from keras_activations.recording import read_scalars
from keras_activations.recording.record_log import Logged
from keras_activations_cli.findings import findings_in
from keras_activations_cli.options import DATASETS
from keras_activations_cli.output import PROGRAM

SHORT = ["--epochs", "2", "--activations", "relu", "prelu"]


def command(*arguments, **kwargs):
    """The program as a user starts it, from another folder."""
    script = "import sys, keras_activations_cli as c; sys.exit(c.main())"
    return subprocess.Popen(
        [sys.executable, "-c", script, *map(str, arguments)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        # A suite in the background may have been started deaf to Ctrl-C.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
        **kwargs,
    )


def scalars_of(directory):
    """Tag to values, with TensorBoard's own reader."""
    events = EventAccumulator(str(directory))
    events.Reload()
    return {
        tag: [float(make_ndarray(e.tensor_proto)) for e in events.Tensors(tag)]
        for tag in events.PluginTagToContent("scalars")
    }


@pytest.fixture(scope="module")
def demo(tmp_path_factory):
    """What a whole demo printed, and where it logged."""
    folder = tmp_path_factory.mktemp("elsewhere")
    process = command("demo", "--epochs", "3", cwd=folder)
    out, err = process.communicate()
    assert process.returncode == 0, err
    (logs,) = (folder / "logs").iterdir()
    return out, err, logs


ACTIVATIONS = [
    "relu",
    "leaky_relu",
    "prelu",
    "elu(learn_alpha=True)",
    "tanh",
    "sigmoid",
]


def test_demo_prints_a_row_an_activation(demo):
    out, _, _ = demo
    rows = [
        [cell.strip() for cell in line.strip("| ").split("|")]
        for line in out.splitlines()
        if line.startswith("|")
    ]
    headings, _, *rows = rows
    assert [row[0] for row in rows] == ACTIVATIONS
    assert headings == [
        "activation",
        "loss",
        "val_accuracy",
        "seconds",
        "worst dead ratio",
        "mean bias shift",
        "born dead",
        "died",
        "revived",
    ]
    for row in rows:
        loss, accuracy, seconds = map(float, row[1:4])
        assert 0 < loss < 3 and 0 < accuracy <= 1 and seconds > 0


def test_demo_shows_progress_and_the_way_on_and_no_log_spam(demo):
    out, err, logs = demo
    assert err == ""
    for activation in ACTIVATIONS:
        assert f"{activation} " in out.split("\n|")[0]
    assert "3/3" in out
    assert f"tensorboard --logdir logs/{logs.name}" in out
    # What is seen last of a run is its score.
    assert "finished" not in out and "loss " in out.split("\n|")[0]
    # A line that can be read; the long one is for terminals that can hide it.
    tab = "http://localhost:6006/#keras_activations&p.keras_activations.view="
    assert f"{tab}compare\n" in out and "pinnedCards" not in out


@pytest.mark.parametrize("run", [*ACTIVATIONS[:3], "elu_learn_alpha=True"])
def test_demo_event_files_hold_the_tags_of_each_layer(demo, run):
    _, _, logs = demo
    scalars = scalars_of(logs / run / "lr=0.1" / "seed=0" / "health")
    metrics = ["mean", "bias_shift"]
    if run == "relu":
        metrics += ["dead_ratio", "dead_ratio_batch"]
    for number in (1, 2, 3):
        for metric in metrics:
            (tag,) = [
                tag
                for tag in scalars
                if tag.startswith(f"health.{metric}/")
                and tag.endswith(f"hidden_{number}")
            ]
            assert len(scalars[tag]) >= 3
            assert np.isfinite(scalars[tag]).all()


def test_report_reads_the_address_of_a_directory(demo, capsys):
    _, _, logs = demo
    assert cli.main(["report", str(logs)]) == 0
    expected = capsys.readouterr()
    assert cli.main(["report", f"file://{logs}"]) == 0
    assert capsys.readouterr() == expected


def test_report_prints_the_table_of_an_earlier_run(demo, capsys):
    _, _, logs = demo
    assert cli.main(["report", str(logs)]) == 0
    out = capsys.readouterr().out
    for activation in ("relu", "prelu", "sigmoid"):
        assert f"| {activation}" in out
    # Its numbers are those of the table that the demo printed.
    (line,) = [row for row in demo[0].splitlines() if "| tanh" in row]
    accuracy = line.split("|")[3].strip()
    assert accuracy in out
    # The directory of the monitor itself is accepted for its training.
    (health,) = (logs / "tanh").glob("**/health")
    assert cli.main(["report", str(health)]) == 0
    *_, row = capsys.readouterr().out.splitlines()
    assert accuracy in row


def table_in(text):
    return [line for line in text.splitlines() if line.startswith("|")]


def test_report_prints_the_comparison_as_it_was(demo, capsys):
    out, _, logs = demo
    assert cli.main(["report", str(logs.parent)]) == 0
    told = capsys.readouterr().out
    assert table_in(told) == table_in(out)
    assert "1437 training and 360 validation samples, 3 epochs" in told
    # Runs that are no longer all of a comparison have a table of their own.
    assert cli.main(["report", str(logs / "relu")]) == 0
    (heading, _, row) = table_in(capsys.readouterr().out)
    assert heading.split("|")[1].strip() == "run"
    assert row.split("|")[1].strip() == "lr=0.1/seed=0"


def test_report_tells_a_finding_once_for_all_runs():
    remedy = (Remedy("Begin anew"),)

    def run(name, *causes):
        found = [
            Finding(each, (), "birth", (), f"{each} in {name}", remedy)
            for each in causes
        ]
        return Logged(f"{name}/health", None, Diagnosis(found, "3 layers"), "")

    runs = [
        run("a/s=0", "born_dead"),
        run("a/s=1", "diverged", "born_dead"),
        run("b/s=0"),
        Logged("damaged", None, None, "?"),
    ]
    assert list(findings_in(runs)) == [
        "- born_dead in 2 of 3 runs: born_dead in a/s=0",
        "  Runs: a/s=0, s=1",
        "  Begin anew.",
        "- diverged in 1 of 3 runs: diverged in a/s=1",
        "  Runs: a/s=1",
        "  Begin anew.",
        "- 1 of 3 runs: No finding in 3 layers.",
        "  Runs: b/s=0",
    ]
    assert list(findings_in(runs[:1])) == [
        "a/s=0: 1 finding: born_dead.",
        "- born_dead: born_dead in a/s=0",
        "  Begin anew.",
    ]
    # Each of all runs need not be named, and of many only the first are.
    assert len(list(findings_in(runs[:2]))) == 5
    many = [run(f"a/s={seed}", "diverged") for seed in range(6)]
    assert list(findings_in([*many, run("b")]))[1] == (
        "  Runs: a/s=0, s=1, s=2, s=3 and 2 more"
    )


def test_report_for_other_programs(demo, capsys, tmp_path):
    _, _, logs = demo
    assert cli.main(["report", str(logs), "--format", "json"]) == 0
    rows = json.loads(capsys.readouterr().out)
    assert {row["activation"] for row in rows} == set(ACTIVATIONS)
    assert {row["learning_rate"] for row in rows} == {0.1}
    assert all(isinstance(row["findings"], str) for row in rows)
    file = tmp_path / "rows.csv"
    arguments = ["--format", "csv", "--output", str(file)]
    assert cli.main(["report", str(logs), *arguments]) == 0
    assert capsys.readouterr().out == ""
    read = list(csv.DictReader(file.read_text().splitlines()))
    assert [row["run"] for row in read] == [row["run"] for row in rows]
    assert [float(row["val_loss"]) for row in read] == [
        row["val_loss"] for row in rows
    ]


def test_report_of_layers(demo, capsys):
    _, _, logs = demo
    assert cli.main(["report", str(logs), "--per", "layer"]) == 0
    rows = table_in(capsys.readouterr().out)[2:]
    assert len(rows) == 3 * len(ACTIVATIONS)
    arguments = ["--per", "epoch", "--format", "json"]
    assert cli.main(["report", str(logs), *arguments]) == 0
    rows = json.loads(capsys.readouterr().out)
    assert len(rows) == 3 * 3 * len(ACTIVATIONS)
    assert {row["epoch"] for row in rows} == {0, 1, 2}
    assert all(row["samples"] == 1437 for row in rows)


def test_report_ends_quietly_if_nobody_reads_on(demo):
    _, _, logs = demo
    process = command("report", logs)
    process.stdout.close()
    assert process.stderr.read() == ""
    process.stderr.close()
    assert process.wait() == 141


def test_a_comparison_that_cannot_be_read_is_told(demo, capsys, tmp_path):
    _, _, logs = demo
    copy = tmp_path / "logs"
    shutil.copytree(logs / "relu", copy / "relu")
    setup = json.loads((logs / "comparison.json").read_text())
    # A part of it is there.
    (copy / "comparison.json").write_text(json.dumps(setup))
    assert cli.main(["report", str(copy)]) == 0
    out, err = capsys.readouterr()
    assert "1 of 6 combinations of activation, rate and seed" in out
    assert table_in(out)[2].startswith("| relu ")
    assert err == ""
    for wrong in ("[]", "{", json.dumps(setup | {"mode": 3, "seeds": 7})):
        (copy / "comparison.json").write_text(wrong)
        assert cli.main(["report", str(copy)]) == 0
        out, err = capsys.readouterr()
        assert "the comparison in . cannot be read" in err
        assert table_in(out)[2].startswith("| relu/lr=0.1/seed=0 ")


def test_a_busy_port_is_found_before_training(tmp_path, capsys):
    with socket.socket() as busy:
        busy.bind(("localhost", 0))
        busy.listen()
        port = busy.getsockname()[1]
        arguments = ["--serve", "--port", str(port)]
        for asked in (
            ["demo", "--log-dir", str(tmp_path)],
            ["report", str(tmp_path)],
        ):
            assert cli.main([*asked, *arguments]) == 2
            _, err = capsys.readouterr()
            assert f"--port {port} cannot be used: Address already" in err
    assert list(tmp_path.iterdir()) == []


def test_version(capsys):
    with pytest.raises(SystemExit, match="0"):
        cli.main(["--version"])
    assert capsys.readouterr().out == f"{PROGRAM} {ka.__version__}\n"


@pytest.mark.parametrize("name", ["demo", "compare", "report", "diagnose"])
def test_every_option_is_explained(name, capsys):
    with pytest.raises(SystemExit, match="0"):
        cli.main([name, "--help"])
    usage, _, rest = capsys.readouterr().out.partition("options:")
    assert f"\n  {PROGRAM} {name} " in rest.partition("Examples:")[2]
    for option in re.findall(r"\[(--[\w-]+)", usage):
        found = re.search(
            rf"^  .*{option}[ ,\n](.*\n(?: {{10,}}.*\n)*)", rest, re.M
        )
        assert found and re.search(r"[a-z]{2,} [a-z]+", found[1]), option


def test_report_takes_the_prefix_from_the_run(tmp_path, capsys):
    keras.utils.set_random_seed(0)
    model = keras.Sequential([keras.layers.Dense(4, "relu")])
    model.add(keras.layers.Dense(1))
    model.compile("sgd", "mse")
    x, y = np.ones((8, 2), "float32"), np.ones((8, 1), "float32")
    folder = tmp_path / "mine"
    monitor = ActivationMonitor(folder, prefix="probe")
    board = keras.callbacks.TensorBoard(folder, write_graph=False)
    model.fit(x, y, epochs=1, verbose=0, callbacks=[board, monitor])
    for log_dir, name in (
        (tmp_path, "mine"),
        (folder, "."),
        (folder / "probe", "."),
    ):
        capsys.readouterr()
        assert cli.main(["report", str(log_dir)]) == 0
        *_, head, _, row = capsys.readouterr().out.splitlines()
        assert row.split("|")[1].strip() == name
        assert "loss" in head and "born dead" in head
        shift = head.split("|").index(" mean bias shift ")
        assert float(row.split("|")[shift]) > 0
    # Elsewhere, the directory keeps its name.
    (folder / "probe").rename(tmp_path / "moved")
    assert cli.main(["report", str(tmp_path / "moved")]) == 0


def test_help_does_not_wait_for_tensorflow():
    script = """
import sys, keras_activations_cli as c
try:
    c.main(["--help"])
finally:
    print("loaded:", sorted({"keras", "numpy", "tensorflow"} & {*sys.modules}))
"""
    done = subprocess.run(
        [sys.executable, "-c", script],
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    assert all(name in done.stdout for name in ("demo", "compare", "report"))
    assert done.stdout.endswith("loaded: []\n")


@pytest.mark.parametrize("command", ["report", "diagnose"])
def test_logs_are_read_without_any_backend(demo, command):
    script = """
import sys, keras_activations_cli as c
c.main(sys.argv[1:])
heavy = {"keras", "tensorflow", "jax", "keras_activations"}
print("loaded:", sorted(heavy & {*sys.modules}))
import keras_activations as ka  # all of it, as if it were the first time
assert ka.layers.PReLU and ka.recording.read_scalars
"""
    done = subprocess.run(
        [sys.executable, "-c", script, command, str(demo[2])],
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    assert "sigmoid" in done.stdout
    assert done.stdout.endswith("loaded: []\n")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["demo", "--activations", "rleu"], "leaky_relu.*'rleu'"),
        (["demo", "--activations", "relu", "relu"], "--activations must.*relu"),
        (["demo", "--dataset", "cifar"], "--dataset.*'cifar'.*digits.*mnist"),
        (
            ["demo", "--data", "missing.npz"],
            "--data must be a file. Received: 'missing.npz'",
        ),
        (["demo", "--epochs", "0"], "--epochs: must be a positive.*'0'"),
        (["demo", "--epochs", "x"], "--epochs.*'x'"),
        (["demo", "--batch-size", "-1"], "--batch-size.*'-1'"),
        (["demo", "--rate", "nan"], "--rate: must be a positive.*'nan'"),
        (["demo", "--port", "70000"], "--port: must be an.*'70000'"),
        (["compare", "--rates", "0.1", "-1"], "--rates: must be.*'-1'"),
        (["compare", "--rates", "0.1", "0.1"], "--rates must not repeat any"),
        (["compare", "--seeds", "-1"], "--seeds: must be an integer.*'-1'"),
        (["report", ".", "--format", "xml"], "--format.*'xml'.*csv.*json"),
        (["report", ".", "--format", "parquet"], "parquet needs --output"),
        (["report", ".", "--output", "a.csv"], "--output needs --format csv"),
        (["compare", "--jit-compile", "on"], "'on'.*auto.*yes.*no"),
        (["train"], "'train'.*demo"),
        ([], "COMMAND"),
        (["report", "nowhere"], "no such directory: 'nowhere'"),
        (["report", cli.__file__], "not a directory: '.*py'"),
        (["report", "gs+x://bucket"], "a scheme that TensorFlow.*gs\\+x://"),
        (["diagnose", "file://host/logs"], "of this machine.*file://host"),
        (["demo", "--log-dir", "ram://logs"], "of this machine.*ram://logs"),
        (["report", "no\x1b[31m"], r"no such directory: 'no.*x1b\[31m'"),
        (
            ["demo", "--activations", "ELU(alpha=-1)"],
            "--activations: `alpha` of ELU must.*=-1",
        ),
    ],
)
def test_wrong_input_is_one_line_and_exit_status_2(
    arguments, message, capsys, tmp_path, monkeypatch
):
    monkeypatch.chdir(tmp_path)
    try:
        status = cli.main(arguments)
    except SystemExit as stop:
        status = stop.code
    out, err = capsys.readouterr()
    assert status == 2
    assert out == "" and err.count("\n") == 1
    assert re.search(message, err), err
    assert list(tmp_path.iterdir()) == [], "something was written"


@pytest.mark.parametrize(
    ("x", "y", "message"),
    [
        (np.zeros((9, 2)), np.zeros(8, int), "as many samples"),
        (np.zeros((9, 2)), np.full(9, 0.5), "integer class label"),
        (np.full((9, 2), np.nan), np.zeros(9, int), "NaN"),
        (np.zeros((9, 2)), np.array(["a"] * 9), "must be numeric"),
        (np.zeros((9, 0)), np.zeros(9, int), "must hold samples"),
        (np.zeros((9, 2)), np.full(9, 10**9), "without large gaps"),
    ],
)
def test_wrong_data(tmp_path, capsys, x, y, message):
    np.savez(tmp_path / "d.npz", x=x, y=y)
    data = str(tmp_path / "d.npz")
    logs = str(tmp_path / "logs")
    assert cli.main(["demo", "--data", data, "--log-dir", logs]) == 2
    err = capsys.readouterr().err
    assert message in err and err.count("\n") == 1
    assert not Path(logs).exists()


def test_a_log_directory_that_cannot_be_written(tmp_path, capsys):
    # A file in its place: root may write into any directory.
    (tmp_path / "logs").write_text("mine")
    logs = str(tmp_path / "logs")
    assert cli.main(["demo", "--log-dir", logs, *SHORT]) == 2
    err = capsys.readouterr().err
    assert f"cannot write to {logs!r}" in err and err.count("\n") == 1
    assert (tmp_path / "logs").read_text() == "mine"


def test_data_of_the_user(tmp_path, capsys):
    rng = np.random.default_rng(0)
    y = np.repeat([0, 1], 50)
    np.savez(
        tmp_path / "mine.npz", x=rng.normal(y[:, None] * 4, 1, (100, 3)), y=y
    )
    arguments = [
        "--data",
        tmp_path / "mine.npz",
        "--log-dir",
        tmp_path / "logs",
    ]
    assert cli.main(["demo", *map(str, arguments), *SHORT]) == 0
    assert "80 training and 20 validation" in capsys.readouterr().out


def test_jit_compile_is_that_of_keras(tmp_path, monkeypatch):
    asked = []

    def compare_activations(*arguments, log_dir, jit_compile, **kwargs):
        asked.append((log_dir.name.rpartition("-")[-1], jit_compile))
        raise KeyboardInterrupt

    monkeypatch.setattr(ka, "compare_activations", compare_activations)
    for more in ([], ["--jit-compile", "yes"], ["--jit-compile", "no"]):
        arguments = ["compare", "--log-dir", str(tmp_path), *more]
        assert cli.main(arguments) == 130
    assert asked == [("auto", "auto"), ("yes", True), ("no", False)]


def test_no_run_that_finished_is_a_failure(tmp_path, monkeypatch, capsys):
    def compare_activations(*arguments, **kwargs):
        run = {"activation": "relu", "learning_rate": 0.1, "seed": 0}
        run |= {"status": "failed", "error": "OSError: disk"}
        setup = {"score": "loss", "mode": "min", "activations": ["relu"]}
        setup |= {"epochs": 1, "batch_size": 32, "samples": [9, 9]}
        setup |= {"learning_rates": [0.1], "seeds": [0]}
        return ka.comparison.Comparison(runs=[run], setup=setup)

    monkeypatch.setattr(ka, "compare_activations", compare_activations)
    assert cli.main(["demo", "--log-dir", str(tmp_path)]) == 1
    assert "- relu: OSError: disk" in capsys.readouterr().out


def test_the_data_sets_in_the_help_are_those_there_are():
    assert tuple(DATASETS) == datasets.NAMES


def files_below(folder):
    """Each file, and when it was written."""
    return {
        path: path.stat().st_mtime_ns
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_compare_goes_on_with_the_same_command(tmp_path, capsys):
    arguments = ["compare", "--log-dir", str(tmp_path), *SHORT]
    arguments += ["--rates", "0.1", "--seeds", "0", "1"]
    assert cli.main(arguments) == 0
    first = capsys.readouterr().out
    assert "no difference seen" in first or "+" in first
    written = files_below(tmp_path)
    assert len(list(tmp_path.rglob("run.json"))) == 4
    assert cli.main(arguments) == 0
    assert files_below(tmp_path) == written, "a finished run was repeated"
    again = capsys.readouterr().out

    assert table_in(first) == table_in(again)


def dead_ratios(folder):
    """Those of the first run below a folder, as far as they are written."""
    for events in folder.rglob("*health/*tfevents*"):
        return read_scalars(events.parent).get(".", {}).get("health/dead_ratio")


def test_ctrl_c_keeps_what_was_logged_and_says_where(tmp_path):
    process = command("demo", "--epochs", "500", cwd=tmp_path)
    wait_until(lambda: dead_ratios(tmp_path), process)
    process.send_signal(signal.SIGINT)
    out, err = process.communicate()
    assert process.returncode == 130
    assert "Traceback" not in err and "kept" in err
    assert "tensorboard --logdir logs/demo-" in out
    assert dead_ratios(tmp_path)


def test_serve_starts_tensorboard_where_its_link_leads(tmp_path):
    process = command(
        "demo",
        "--serve",
        "--port",
        "0",
        *SHORT,
        cwd=tmp_path,
        start_new_session=True,
    )
    try:
        tab = re.compile(r"  (http://localhost:[1-9]\d*)/#keras_activations$")
        (server,) = next(filter(None, map(tab.match, process.stdout))).groups()
        url = f"{server}/data/runs"

        def is_shown():
            with contextlib.suppress(OSError), urllib.request.urlopen(url) as a:
                return b"relu/lr=0.1/seed=0/health" in a.read()

        wait_until(is_shown, process)
    finally:
        os.killpg(process.pid, signal.SIGINT)
        process.communicate()
