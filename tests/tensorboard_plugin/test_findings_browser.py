"""The diagnosis in a real browser: it is the first thing to see."""

import csv
import io
import re

import pytest
from tensorboard_plugin.conftest import (
    ROOT,
    LocalServer,
    elu_layers,
    relu_layers,
)
from tensorboard_plugin.simulated_run import (
    EventFile,
    diagnosis,
    finding,
    write_run,
)
from tensorboard_plugin.test_browser import (
    CONTRAST,
    FOCUS,
    NASTY,
    REACHABLE,
    drawn,
    opened,
    overflow,
)

from keras_activations.diagnosis.finding import CAUSES
from keras_activations.recording import html_report

CODE = finding()["remedies"][0]["code"]


@pytest.fixture(scope="module")
def diagnosed(tmp_path_factory):
    """A sick run, a healthy one, and one without a diagnosis."""
    root = tmp_path_factory.mktemp("diagnosed")
    other = finding(
        cause="moon_phase",
        layers=["not_watched"],
        since="birth",
        sentence=NASTY,
        evidence=[
            {"what": NASTY, "value": float("nan"), "limit": float("inf")}
        ],
        remedies=[{"text": "Wait", "code": "x" * 300}],
        confidence=0.875,
    )
    write_run(
        root / "sick",
        relu_layers(),
        with_gradients=True,
        diagnosis=diagnosis(
            finding(),
            other,
            not_checked={
                "input_scale": "the inputs were not seen",
                "target_scale": "the targets were not seen",
                "symmetric_units": "the targets were not seen",
            },
        ),
    )
    write_run(root / "healthy", elu_layers(), diagnosis=diagnosis())
    write_run(root / "old", relu_layers())
    return root


@pytest.fixture(scope="module")
def diagnosed_server(diagnosed):
    with LocalServer(diagnosed) as running:
        yield running


@pytest.fixture
def tab(browser, diagnosed_server):
    yield from opened(browser, diagnosed_server, alone=True)


def test_a_finding_is_a_card_with_evidence_and_remedies(tab):
    tab.open(run="sick/health")
    assert tab.text("#verdict").split("\n")[-1] == (
        "2 findings in 3 activations, 30 epochs and the first mini-batch: "
        "dying units; moon phase."
    )
    card = tab.text("#finding-0")
    for part in (
        "Dying units",
        "since epoch 3",
        "Most units of dense_2 died while the model trained.",
        "61.0 %",
        "at least 40 %",
        "1.02",
        "at least 0.9",
        "Use an activation that cannot die",
        "Or clip the gradients: clipnorm=1.0",
        "docs/diagnosis.md#dying_units",
    ):
        assert part in card
    # A curve where the history has the measure, with the limit in it.
    assert tab.find("#finding-0 .curve").count() == 1
    assert tab.find("#finding-0 .curve .limit").count() == 1
    said = tab.find("#finding-0 .curve svg").get_attribute("aria-label")
    assert said.startswith("dead units of dense_2: ")
    other = tab.text("#finding-1")
    assert NASTY in other
    assert "NaN" in other
    assert "88 % were right" in other
    assert tab.find("#page img").count() == 0
    # Above everything else, and the flags of the table agree with it.
    top = tab.find("#verdict").bounding_box()["y"]
    assert top < tab.find("#layers").bounding_box()["y"]
    flagged = tab.find("tr.flagged").all()
    assert [row.get_attribute("data-layer") for row in flagged] == [
        "03_dense_2"
    ]


def test_the_code_of_a_remedy_is_copied(tab):
    tab.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    tab.open(run="sick/health")
    assert tab.text("#finding-0 pre") == CODE
    tab.find("#finding-0-copy-0").click()
    tab.find("#finding-0-copy-0:text('Copied')").wait_for()
    assert tab.page.evaluate("navigator.clipboard.readText()") == CODE


def test_links_lead_to_the_layer_and_to_its_measure(tab):
    tab.open(run="sick/health")
    tab.click("#finding-0-layer-0")
    assert tab.find("#layer").input_value() == "03_dense_2"
    tab.page.go_back()
    tab.find("#finding-0").wait_for()
    tab.click("#finding-0-curve-0")
    assert tab.find("#measure").input_value() == "dead_ratio"
    tab.page.go_back()
    tab.find("#finding-1").wait_for()
    # What is not watched has no place.
    assert "not_watched" in tab.text("#finding-1 .where")
    assert tab.find("#finding-1 .where button").count() == 0


def test_causes_that_were_not_checked_are_folded_away(tab):
    tab.open(run="sick/health")
    folded = tab.find("#not-checked dl")
    assert not folded.is_visible()
    tab.find("#not-checked summary").click()
    assert tab.text("#not-checked").split("\n") == [
        "3 causes were not checked",
        "inputs too large, or far from 0",
        "the inputs were not seen",
        "targets too large and units that are copies of each other",
        "the targets were not seen",
    ]
    # It stays as it is while the page follows the log.
    tab.click("#worst-first")
    assert folded.is_visible()
    assert not tab.find("#glossary dl").is_visible()


def test_a_run_without_findings_says_what_was_looked_at(tab):
    tab.open(run="healthy/health")
    assert tab.text("#verdict") == (
        "No finding in 3 activations, 30 epochs and the first mini-batch."
    )
    assert tab.find("#findings, tr.flagged").count() == 0


def test_a_log_without_a_diagnosis_keeps_its_sentence(tab):
    tab.open(run="old/health")
    assert "1 of 3 layers needs a look: dense_2" in tab.text("#verdict")
    assert "no diagnosis in this log" in tab.text(".gaps")
    assert tab.find("#findings").count() == 0


def test_findings_that_cannot_be_read_are_said(browser, tmp_path):
    write_run(tmp_path / "broken", elu_layers(3))
    file = EventFile(tmp_path / "broken" / "health", "events.tfevents.9")
    file.write(2, tensors={"keras_activations/findings": "{"})
    file.close()
    with LocalServer(tmp_path) as server:
        for tab in opened(browser, server, alone=True):
            tab.open()
            assert "findings of this run cannot be read" in tab.text(".gaps")
            tab.open(view="compare")
            assert "cannot be read" in tab.text("#run-findings li")


def test_over_all_runs_those_with_findings_come_first(tab):
    tab.open(view="compare")
    assert "1 of 3 runs has findings." in tab.text("#run-findings .verdict")
    runs = tab.find("#run-findings li")
    assert [run.get_attribute("data-run") for run in runs.all()] == [
        "sick/health",
        "healthy/health",
        "old/health",
    ]
    told = [run.inner_text() for run in runs.all()]
    assert "dying units; moon phase" in told[0]
    assert "No finding in 3 activations, 30 epochs" in told[1]
    assert "No diagnosis in this log." in told[2]
    tab.click("#findings-of-0")
    assert tab.find("#run").input_value() == "sick/health"
    assert tab.find("#finding-0").count() == 1


def test_the_page_has_words_for_each_cause_in_their_order():
    frontend = ROOT / "tensorboard_plugin_keras_activations" / "frontend"
    text = (frontend / "src" / "diagnosis.ts").read_text("utf-8")
    (words,) = re.findall(r"const CAUSES[^{]*\{(.*?)\n\};", text, re.DOTALL)
    assert re.findall(r"^  (\w+):", words, re.MULTILINE) == list(CAUSES)


def test_layers_in_findings_come_first_where_the_worst_do(
    browser, tab, tmp_path
):
    def order(tab, run):
        tab.open(run=run)
        tab.click("#worst-first")
        rows = tab.find("#layers tbody tr")
        return [row.get_attribute("data-layer") for row in rows.all()]

    worst = ["03_dense_2", "02_dense_1", "01_dense"]
    assert order(tab, "old/health") == order(tab, "sick/health") == worst
    # The one with the fewest dead units.
    found = diagnosis(finding(cause="input_scale", layers=["dense"]))
    write_run(tmp_path, relu_layers(), diagnosis=found)
    with LocalServer(tmp_path) as server:
        for other in opened(browser, server, alone=True):
            assert order(other, "health") == [
                "01_dense",
                "03_dense_2",
                "02_dense_1",
            ]


def test_findings_are_among_the_numbers(tab):
    tab.open(run="sick/health")
    rows = list(csv.reader(io.StringIO(tab.download("#save-csv").decode())))
    assert [row for row in rows if row and row[0] == "dying_units"][0] == [
        "dying_units",
        "dense_2",
        "epoch 3",
        "dense_2: units that died in training",
        "0.61",
        "at least 40\u00a0%",
    ]
    assert tab.download("#save-png").startswith(b"\x89PNG")


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_findings_are_legible_and_nothing_is_cut_off(tab, theme):
    tab.page.emulate_media(color_scheme=theme)
    for width in 700, 1400:
        tab.page.set_viewport_size({"width": width, "height": 900})
        for view in "overview", "compare":
            tab.open(run="sick/health", view=view)
            assert tab.page.evaluate(CONTRAST) >= 4.5
            assert overflow(tab) <= 0


def test_all_of_a_card_is_reached_with_the_tab_key(tab):
    tab.open(run="sick/health")
    wanted = tab.page.evaluate(REACHABLE)
    reached = set()
    for _ in range(wanted):
        tab.page.keyboard.press("Tab")
        place, seen = tab.page.evaluate(FOCUS)
        assert seen
        reached.add(place)
    assert len(reached) == wanted


def test_a_layer_that_is_all_dead_has_no_bias_shift(browser, tmp_path):
    file = EventFile(tmp_path / "health")
    for layer, dead in ("01_dead", 1.0), ("02_centred", 0.5):
        file.write(
            0,
            {
                f"health.dead_ratio/{layer}": dead,
                f"health.saturation/{layer}": dead,
                f"health.bias_shift/{layer}": 0.0,
            },
        )
    file.close()
    with LocalServer(tmp_path) as server:
        for tab in opened(browser, server, alone=True):
            tab.open()
            assert tab.value("02_centred", "shift") == 0
            shift = "tr[data-layer='01_dead'] [data-column='shift']"
            assert tab.find(shift).count() == 0
            # Death is marked once, not as saturation too.
            for column, marked in ("now", 2), ("saturation", 0):
                high = tab.find(f"td.high[data-column='{column}']")
                assert high.count() == marked


def test_the_measures_along_the_layers_are_those_of_an_epoch(tab):
    tab.open(run="sick/health", view="details", detail="depth")
    for measure in "std", "gradient_norm", "update_ratio":
        assert drawn(tab.find(f"#depth-{measure} canvas")) > 5
    chart = tab.find("#depth-gradient_norm")
    value = "#depth-gradient_norm + .legend .value"

    def along():
        chart.focus()
        found = []
        for _ in range(3):
            chart.press("ArrowRight")
            found.append(float(tab.text(value)))
        return found

    assert along() == pytest.approx(
        [0.5 * 0.8**place / (1 + 0.05 * 29) for place in range(3)], rel=0.01
    )
    assert tab.text("#depth-gradient_norm + .legend .at") == "layer dense_2"
    slider = tab.find("#epoch")
    slider.focus()
    slider.press("Home")
    tab.wait()
    assert tab.text("output") == "0"
    assert "epoch=0" in tab.page.url
    assert along() == pytest.approx([0.5, 0.4, 0.32])
    assert tab.download("#save-png").startswith(b"\x89PNG")
    rows = list(csv.reader(io.StringIO(tab.download("#save-csv").decode())))
    assert rows[0] == ["standard deviation", "dense", "dense_1", "dense_2"]


def test_the_html_report_holds_the_findings(browser, diagnosed, tmp_path):
    path = html_report.write(diagnosed, tmp_path / "report.html")
    page = browser.new_page()
    problems = []
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.goto(f"{path.as_uri()}#run=sick/health")
    page.locator("#page[data-ready=true]").wait_for(state="attached")
    assert "Most units of dense_2 died" in page.inner_text("#finding-0")
    page.locator("#finding-0-copy-0").click()
    page.locator("#finding-0-copy-0:text('Copied')").wait_for()
    page.locator("#view-compare").click()
    page.locator("#run-findings li").first.wait_for()
    assert "moon phase" in page.inner_text("#run-findings")
    page.close()
    assert problems == []
