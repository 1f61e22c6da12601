"""The page as one file: it opens from disk, without server or network."""

import re

import pytest
from tensorboard_plugin.conftest import relu_layers
from tensorboard_plugin.simulated_run import (
    EventFile,
    Layer,
    dying,
    scalars,
    write_run,
)
from tensorboard_plugin.test_browser import drawn

from keras_activations.recording import html_report


@pytest.fixture(scope="module")
def report(logs, tmp_path_factory):
    path = tmp_path_factory.mktemp("report") / "report.html"
    assert html_report.write(logs, path) == path
    return path


@pytest.fixture
def opened(browser, report):
    context = browser.new_context(offline=True)
    page = context.new_page()
    problems = []
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.on("console", lambda message: problems.append(message.text))
    page.on(
        "request",
        lambda request: (
            None
            if request.url.startswith((report.as_uri(), "data:", "blob:"))
            else problems.append(request.url)
        ),
    )

    def open_at(fragment=""):
        page.goto("about:blank")
        page.goto(f"{report.as_uri()}#{fragment}")
        page.locator("#page[data-ready=true]").wait_for(state="attached")
        return page

    yield open_at
    context.close()
    assert problems == []


def test_it_shows_the_same_numbers_as_the_tab(opened):
    page = opened("run=relu/health")
    cell = page.locator("tr[data-layer='03_dense_2'] [data-column='now']")
    now = scalars(relu_layers()[2], 29)["dead_ratio"]
    assert float(cell.get_attribute("data-value")) == pytest.approx(now)
    assert page.title().startswith("Activations: ")


@pytest.mark.parametrize(
    "fragment, sight",
    [
        ("run=relu/health&view=layers", "#layer-lines canvas"),
        ("run=relu/health&view=units&layer=03_dense_2", "#unit-map canvas"),
        ("view=compare&measure=bias_shift", "#run-lines canvas"),
        ("run=relu/health&view=details", "#value-map canvas"),
        ("run=elu/health&view=details&detail=slopes", "#slope-lines canvas"),
        (
            "run=relu/health&view=details&detail=gradients",
            "#sign_agreement canvas",
        ),
    ],
)
def test_every_view_is_drawn(opened, fragment, sight):
    assert drawn(opened(fragment).locator(sight)) > 5


def test_its_address_says_what_is_chosen(opened):
    page = opened()
    page.locator("#view-units").click()
    page.locator("#unit-map").wait_for()
    assert page.url.endswith("#view=units")


def test_it_follows_the_dark_preference(opened):
    page = opened()
    page.emulate_media(color_scheme="dark")
    page.locator("html[data-theme=dark]").wait_for(state="attached")


def test_it_refers_to_nothing_outside(report):
    text = report.read_text("utf-8")
    assert not re.findall(r"""(?:src|href)\s*=\s*["']""", text)
    assert "default-src 'none'" in text
    assert text.count("</script>") == 2


def test_recycled_units_are_in_it(browser, tmp_path):
    layer = Layer("dense", "relu", dying(8, 3, lost=0), recycled={1: [0, 5]})
    write_run(tmp_path / "run", [layer])
    path = html_report.write(tmp_path, tmp_path / "report.html")
    page = browser.new_page()
    page.goto(f"{path.as_uri()}#view=units&order=index")
    unit_map = page.locator("#unit-map")
    unit_map.focus()
    unit_map.press("Home")
    unit_map.press("ArrowRight")
    told = page.locator("#unit-map-told").inner_text()
    assert "recycled after this epoch" in told
    assert page.locator(".heat .mark").count() == 1
    page.goto("about:blank")
    page.goto(f"{path.as_uri()}#view=layers&measure=recycled")
    assert "RecycleUnits" in page.locator("#help-recycled").inner_text()
    page.close()


def test_names_stay_text(browser, tmp_path):
    name = "</script><img src=x onerror=alert(1)>"
    directory = tmp_path / "<b>logs"
    write_run(directory / "run", [Layer(name, "relu", dying(8, 3, lost=0))])
    path = html_report.write(directory, tmp_path / "report.html")
    page = browser.new_page()
    page.goto(path.as_uri())
    page.locator("#page[data-ready=true]").wait_for(state="attached")
    assert page.locator("img").count() == 0
    assert name in page.locator("#layers").inner_text()
    assert "<b>logs" in page.title()
    page.close()


def test_a_directory_without_the_monitors_runs_is_refused(tmp_path):
    EventFile(tmp_path / "other").close()
    with pytest.raises(ValueError, match="must hold a run.*Received: log_dir="):
        html_report.write(tmp_path, tmp_path / "report.html")
    assert not (tmp_path / "report.html").exists()
