"""How a monitor is shown: in a notebook, as a table, as curves."""

import sys
import types

import keras
import numpy as np
import pandas
import pytest

from keras_activations.callbacks import ActivationMonitor, activation_monitor
from keras_activations.diagnosis import Diagnosis, Finding

X = np.random.default_rng(0).normal(size=(16, 2))


class Handle:
    def __init__(self, shown):
        self.shown = shown

    def update(self, data, raw):
        self.shown[-1].append(data)


@pytest.fixture
def kernel(monkeypatch):
    """A notebook: a list for each display, of what it showed."""
    shown = []
    ipython = types.ModuleType("IPython")
    ipython.get_ipython = lambda: types.SimpleNamespace(kernel=object())
    ipython.display = types.ModuleType("IPython.display")

    def display(data, raw, display_id):
        shown.append([data])
        return Handle(shown)

    ipython.display.display = display
    monkeypatch.setitem(sys.modules, "IPython", ipython)
    monkeypatch.setitem(sys.modules, "IPython.display", ipython.display)
    return shown


@pytest.fixture(scope="module")
def trained():
    """A monitor of a model in which every second unit of "h" is dead."""
    keras.utils.set_random_seed(0)
    model = keras.Sequential(
        [
            keras.Input((2,)),
            keras.layers.Dense(
                30,
                "relu",
                name="h",
                bias_initializer=lambda shape, dtype: np.array([-99.0, 1] * 15),
            ),
            *(keras.layers.Dense(2, "tanh", name=f"t{n}") for n in range(16)),
            keras.layers.Dense(1),
        ]
    )
    model.compile("sgd", "mse", jit_compile=False)
    monitor = ActivationMonitor(alerts=False)
    fit(model, monitor, epochs=2)
    return model, monitor


def fit(model, monitor, **options):
    options = {"verbose": 0} | options
    model.fit(X, X[:, 0], callbacks=[monitor], **options)


def test_live_in_a_notebook(trained, kernel, capsys):
    model, monitor = trained
    model.optimizer.iterations.assign(0)
    live = monitor.restarted()
    fit(model, live, verbose=2, epochs=2)
    # One place, brought up to date: at birth, after each epoch, at the end.
    (pages,) = kernel
    assert len(pages) == 4
    assert "No epoch has been watched yet" in pages[0]["text/html"]
    last = pages[-1]["text/html"]
    assert "the worst 8 of 17 layers" in last
    assert ">h</td>" in last and "50.0% (50.0%)" in last
    assert pages[-1]["text/plain"] == live.diagnose().verdict
    # The next fit has a display of its own.
    fit(model, live, verbose=2)
    assert len(kernel) == 2


@pytest.mark.parametrize(
    ("display", "verbose", "expected"),
    [("auto", 0, False), (False, 2, False), (True, 0, True)],
)
def test_when_a_notebook_has_a_display(
    trained, kernel, monkeypatch, display, verbose, expected
):
    model, monitor = trained
    monkeypatch.setattr(monitor, "display", display)
    fit(model, monitor.restarted(), verbose=verbose)
    assert bool(kernel) == expected


def test_a_script_has_none(trained, kernel, monkeypatch):
    model, monitor = trained
    # As in IPython's own terminal.
    ipython = sys.modules["IPython"]
    monkeypatch.setattr(ipython, "get_ipython", lambda: object())
    fit(model, monitor.restarted(), verbose=2)
    monkeypatch.delitem(sys.modules, "IPython")
    fit(model, monitor.restarted(), verbose=2)
    assert kernel == []


def test_a_broken_display_does_not_end_the_training(
    trained, kernel, monkeypatch
):
    model, monitor = trained

    def broken(data, raw, display_id):
        raise OSError("gone")

    monkeypatch.setattr(sys.modules["IPython.display"], "display", broken)
    again = monitor.restarted()
    with pytest.warns(UserWarning, match="stops its display: OSError: gone"):
        fit(model, again, verbose=2)
    assert again.history


@pytest.mark.parametrize("live", [True, False])
def test_alerts_are_in_the_display_instead(
    trained, kernel, monkeypatch, capsys, live
):
    model, monitor = trained
    finding = Finding("born_dead", ("h",), "birth", (), "So dead.", ())
    monkeypatch.setattr(
        activation_monitor,
        "diagnose_record",
        lambda record, running=False: Diagnosis([finding]),
    )
    monkeypatch.setattr(monitor, "alerts", True)
    monkeypatch.setattr(monitor, "display", live)
    fit(model, monitor.restarted())
    printed = capsys.readouterr().out
    assert ("ActivationMonitor: So dead." in printed) == (not live)
    assert bool(kernel) == live
    if live:
        assert "So dead." in kernel[0][-1]["text/html"]


def test_a_notebook_shows_the_monitor(trained):
    _, monitor = trained
    page = monitor._repr_html_()
    assert page.count("</tr>") == 1 + 17
    assert monitor.diagnose().verdict in page
    before = ActivationMonitor()._repr_html_()
    assert "No epoch has been watched yet" in before


def test_units_are_shown_as_a_table(trained):
    _, monitor = trained
    units = monitor.units("h")
    first, _, head, _, *rows = str(units).splitlines()
    assert first == "h: 30 units, 15 born dead, 15 alive."
    assert [cell.strip() for cell in head.split("|")[1:4]] == [
        "unit",
        "state",
        "firing rate",
    ]
    # Those first that are dead, then those that fire least.
    assert len(rows) == 21 and rows[-1] == "... and 10 units more."
    assert [row.split("|")[1].strip() for row in rows[:15]] == [
        str(unit) for unit in range(0, 30, 2)
    ]
    rates = [float(row.split("|")[3].strip(" %")) for row in rows[:-1]]
    assert rates == sorted(rates) and rates[14] == 0 < rates[15]
    assert units._repr_html_().count("</tr>") == 1 + 20
    assert set(units) == set(pandas.DataFrame(units).columns)
    assert len(str(monitor.units("t1")).splitlines()) == 2 + 2 + 2


def test_the_history_as_a_data_frame(trained, monkeypatch):
    _, monitor = trained
    frame = monitor.to_dataframe()
    assert list(frame["layer"]) == [row["layer"] for row in monitor.history]
    assert set(frame["epoch"]) == {0, 1}
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(ModuleNotFoundError, match="pip install pandas"):
        monitor.to_dataframe()


def test_curves(trained):
    _, monitor = trained
    figure = monitor.plot("h")
    titles = [axes.get_title() for axes in figure.axes]
    assert titles[:2] == ["dead or one-sided units (share)", "bias shift"]
    (line,) = figure.axes[0].lines
    assert list(line.get_ydata()) == [0.5, 0.5]
    (legend,) = figure.legends
    assert [each.get_text() for each in legend.get_texts()] == ["h"]
    assert figure._repr_png_().startswith(b"\x89PNG")
    # Of many layers, colours say how deep they are.
    many = monitor.plot()
    assert len(many.axes[0].lines) == 17 and not many.legends
    for wrong in ("nothing", ["h", "nothing"], []):
        with pytest.raises(ValueError, match="`layers` must name.*are: h, t0"):
            monitor.plot(wrong)
    with pytest.raises(ValueError, match="There are: none"):
        ActivationMonitor().plot()
