"""Whose run directory it is: resumed, killed, interrupted, or another's."""

import threading

import keras
import numpy as np
import pytest

from keras_activations.callbacks import ActivationMonitor
from keras_activations.recording import read_scalars
from keras_activations.recording.run_directory import RunDirectory

X = np.random.default_rng(0).normal(size=(8, 2))


@pytest.fixture(scope="module")
def trained():
    """A model, and a monitor whose traces others use again."""
    model = keras.Sequential(
        [
            keras.Input((2,)),
            keras.layers.Dense(4, "relu", name="fc"),
            keras.layers.Dense(1),
        ]
    )
    model.compile("sgd", "mse", jit_compile=False)
    monitor = ActivationMonitor(alerts=False)
    fit(model, monitor)
    return model, monitor


def fit(model, *callbacks, **options):
    options = {"batch_size": 2, "verbose": 0, "shuffle": False} | options
    return model.fit(X, X[:, 0], callbacks=list(callbacks), **options)


def begin(model):
    model.optimizer.iterations.assign(0)


class Stop(keras.callbacks.Callback):
    """Ctrl-C at a step, counted over all epochs."""

    def __init__(self, step):
        super().__init__()
        self.left = step

    def on_train_batch_end(self, batch, logs=None):
        self.left -= 1
        if not self.left:
            raise KeyboardInterrupt


def interrupted(model, monitor, step, *more, **options):
    with pytest.raises(KeyboardInterrupt):
        fit(model, monitor, *more, Stop(step), **options)


def test_an_address_of_a_file_is_the_same_directory(trained, tmp_path):
    model, monitor = trained
    address = f"file://{tmp_path}/run"
    begin(model)
    fit(model, monitor.restarted(address))
    begin(model)
    for again in address, tmp_path / "run":
        with pytest.raises(ValueError, match="holds another run"):
            fit(model, monitor.restarted(again))
    assert list(read_scalars(tmp_path)) == ["run/health"]


def test_the_file_layer_writes_elsewhere(trained):
    model, monitor = trained
    begin(model)
    fit(model, monitor.restarted("ram://test_run_directory/run"), epochs=2)
    values = read_scalars("ram://test_run_directory")["run/health"]
    assert [step for step, _ in values["health.mean/01_fc"]] == [0, 1]
    begin(model)
    with pytest.raises(ValueError, match="holds another run"):
        fit(model, monitor.restarted("ram://test_run_directory/run"))


@pytest.mark.parametrize(("step", "epochs"), [(2, 0), (10, 2)])
def test_a_job_that_is_killed_before_its_first_backup(
    trained, tmp_path, step, epochs
):
    model, monitor = trained
    options = {"epochs": 3}

    def backup():
        return keras.callbacks.BackupAndRestore(
            str(tmp_path / "backup"), save_freq=100
        )

    before = monitor.restarted(tmp_path)
    for _ in range(2):  # as often as it is killed
        begin(model)
        attempt = monitor.restarted(tmp_path)
        interrupted(model, attempt, step, backup(), **options)
        assert len(attempt.history) == epochs
    begin(model)
    last = monitor.restarted(tmp_path)
    fit(model, last, backup(), **options)
    read = read_scalars(tmp_path)["health"]["health.mean/01_fc"]
    assert read == [
        (row["epoch"], pytest.approx(row["mean"])) for row in last.history
    ]
    assert [step for step, _ in read] == [0, 1, 2]
    # It has come to its end. The next one is another run.
    begin(model)
    with pytest.raises(ValueError, match="holds another run"):
        fit(model, before, backup())


def test_epochs_without_a_backup_are_not_overwritten(trained, tmp_path):
    model, monitor = trained
    begin(model)
    interrupted(model, monitor.restarted(tmp_path), 6, epochs=3)
    begin(model)
    with pytest.raises(ValueError, match="holds another run"):
        fit(model, monitor.restarted(tmp_path))


def test_two_fits_at_once(trained, tmp_path):
    model, monitor = trained
    errors = []

    class Meanwhile(keras.callbacks.Callback):
        def on_train_batch_end(self, batch, logs=None):
            other = monitor.restarted(tmp_path)
            other.set_model(model)

            def begin():
                try:
                    other.on_train_begin()
                except ValueError as error:
                    errors.append(str(error))

            thread = threading.Thread(target=begin)
            thread.start()
            thread.join()

    begin(model)
    first = monitor.restarted(tmp_path)
    fit(model, first, Meanwhile(), steps_per_epoch=1)
    assert len(errors) == 1 and "`log_dir` is in use" in errors[0]
    read = read_scalars(tmp_path)["health"]["health.mean/01_fc"]
    assert [value for _, value in read] == [
        pytest.approx(row["mean"]) for row in first.history
    ]


@pytest.mark.parametrize("step", [1, 4, 5, 11])
def test_ctrl_c_leaves_a_run_that_can_be_read_and_goes_on(
    trained, tmp_path, step
):
    model, monitor = trained
    begin(model)
    first = monitor.restarted(tmp_path)
    interrupted(model, first, step, epochs=3)
    done = (step - 1) // 4

    def logged():
        tags = read_scalars(tmp_path).get("health", {})
        return [epoch for epoch, _ in tags.get("health.mean/01_fc", [])]

    assert logged() == [*range(done)] and len(first.history) == done
    # A new monitor, while the first one is still there.
    second = monitor.restarted(tmp_path)
    fit(model, second, initial_epoch=done, epochs=done + 1)
    assert logged() == [*range(done + 1)]
    # And the first one again.
    fit(model, first)
    assert logged() == [*range(done + 2)]


@pytest.fixture
def evading(trained, monkeypatch):
    """The same, with a monitor that takes a new directory."""
    model, monitor = trained
    monkeypatch.setattr(monitor, "if_exists", "new")
    begin(model)
    return model, monitor


def epochs_logged(log_dir):
    tags = read_scalars(log_dir).get("health", {})
    return [epoch for epoch, _ in tags.get("health.mean/01_fc", [])]


def test_a_cell_that_is_run_again_takes_the_next_directory(evading, tmp_path):
    model, monitor = evading
    taken = []
    for _ in range(3):
        begin(model)
        again = monitor.restarted(tmp_path / "run")
        fit(model, again)
        taken.append(again.log_dir)
        assert epochs_logged(again.log_dir) == [0]
    paths = [str(tmp_path / name) for name in ("run", "run-2", "run-3")]
    assert taken == paths
    # The same monitor goes on in its directory, and so does what is resumed.
    fit(model, again)
    fit(model, monitor.restarted(tmp_path / "run"))
    assert [*map(epochs_logged, paths)] == [[0], [0], [0, 1, 2]]
    # A training that was killed in its first epoch left nothing to lose.
    begin(model)
    interrupted(model, monitor.restarted(tmp_path / "run"), 1)
    begin(model)
    last = monitor.restarted(tmp_path / "run")
    fit(model, last)
    assert last.log_dir == str(tmp_path / "run-4")
    assert sorted(each.name for each in tmp_path.iterdir()) == [
        "run",
        "run-2",
        "run-3",
        "run-4",
    ]


def test_a_resumed_training_of_other_layers_takes_a_directory(
    evading, tmp_path
):
    _, monitor = evading
    other = keras.Sequential([keras.Input((2,)), keras.layers.ReLU(name="o")])
    other.add(keras.layers.Dense(1))
    other.compile("sgd", "mse", jit_compile=False)
    fit(other, ActivationMonitor(tmp_path / "run", alerts=False))
    second = ActivationMonitor(tmp_path / "run", if_exists="new", alerts=False)
    model, _ = evading
    fit(model, monitor.restarted())  # the optimizer has made updates
    fit(model, second)
    assert second.log_dir == str(tmp_path / "run-2")
    assert epochs_logged(tmp_path / "run-2")


def test_a_directory_in_use_is_evaded(evading, tmp_path):
    model, monitor = evading
    taken = []

    class Meanwhile(keras.callbacks.Callback):
        def on_epoch_end(self, epoch, logs=None):
            other = RunDirectory(
                str(tmp_path), "health", "new", lambda: True, lambda: None
            )
            thread = threading.Thread(target=other.take)
            thread.start()
            thread.join()
            taken.append(other.log_dir)
            other.release()

    fit(model, monitor.restarted(tmp_path), Meanwhile())
    assert taken == [f"{tmp_path}-2"]


def test_the_refusal_names_the_way_out(trained, tmp_path):
    model, monitor = trained
    for refused in (False, True):
        begin(model)
        again = monitor.restarted(tmp_path / "run")
        if refused:
            with pytest.raises(ValueError, match='`if_exists="new"`.*run-2'):
                fit(model, again)
        else:
            fit(model, again)


@pytest.mark.parametrize(
    "hparams",
    [
        {"a": 10**400},
        {"a": 10**5000},
        {"a": "\ud800"},
        {"\ud800": 1},
        {"a": [1]},
        {"a": {"b": 1}},
        {"a": None},
        {"a": 1j},
        {"a": np.zeros(2)},
        {3: 1},
        [("a", 1)],
        7,
    ],
)
def test_hparams_that_cannot_be_written_are_refused_at_once(hparams):
    with pytest.raises(ValueError, match="`hparams` must hold.*Received: hp"):
        ActivationMonitor(hparams=hparams)


def test_hparams_that_can_be_written(trained, tmp_path):
    model, monitor = trained
    given = {
        "nan": float("nan"),
        "numpy": np.float32(0.5),
        "many": 10**300,
        "yes": np.True_,
        "text": "a\n\x1b[31m|b",
        "": -1,
    }
    begin(model)
    fit(model, monitor.restarted(tmp_path, given))
    assert "health.mean/01_fc" in read_scalars(tmp_path)["health"]


@pytest.mark.parametrize("prefix", ["a\0b", "a\nb", "\ud800", "a\\b", "\x1b"])
def test_a_prefix_is_the_name_of_a_directory(prefix):
    with pytest.raises(ValueError, match="`prefix` must be a name"):
        ActivationMonitor(prefix=prefix)
