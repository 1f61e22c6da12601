"""Runs that cannot be read, as the page tells of them."""

import json

import pytest
from common.hostile_files import NAME, fill
from tensorboard_plugin.simulated_run import (
    EventFile,
    Layer,
    dying,
    write_run,
)

from keras_activations.recording import html_report
from tensorboard_plugin_keras_activations import schema


@pytest.fixture(scope="module")
def report(tmp_path_factory):
    root = tmp_path_factory.mktemp("unreadable")
    for name in "one", "other":
        write_run(root / name, [Layer("fc", "relu", dying(8, 4, lost=0.5))])
    fill(root / "bad" / "health", "pipe")
    file = EventFile(root / "described" / "health")
    file.write(0, tensors={schema.MANIFEST: "[" * 100_000})
    file.close()
    fill(root / "partly" / "health", "vector")
    return html_report.write(root, root / "report.html")


def opened(browser, report, fragment=""):
    page = browser.new_page()
    page.goto(f"{report.as_uri()}#{fragment}")
    page.locator("#page[data-ready=true]").wait_for(state="attached")
    return page


def test_what_cannot_be_read_is_named_and_the_others_are_shown(browser, report):
    page = opened(browser, report, "run=one/health")
    told = page.locator("#unreadable p").all_inner_texts()
    assert told[0] == f"bad This run cannot be read: {NAME}: it is no file."
    assert told[1].startswith("described The description of this run cannot")
    assert len(told) == 2
    choices = page.locator("#run option").all_inner_texts()
    assert choices == ["all 3 runs", "one", "other", "partly"]
    assert page.locator("#layers tbody tr").count() == 1
    assert page.locator("p.notice").is_hidden()
    page.close()


def test_a_run_that_is_read_in_part_says_so(browser, report):
    page = opened(browser, report, "run=partly/health")
    notice = page.locator("p.notice").inner_text()
    assert "Not all of it can be read: other: it is not one number" in notice
    cell = page.locator("tr[data-layer='01_fc'] [data-column='now']")
    assert float(cell.get_attribute("data-value")) == 0.5
    page.close()


def test_one_run_that_fails_leaves_the_comparison(browser, server):
    page = browser.new_page()

    def answer(route):
        # If all are asked for at once, each is asked for again.
        if "run=elu%2Fhealth" in route.request.url:
            route.fulfill(status=500, body=json.dumps({}))
        else:
            route.continue_()

    page.route("**/data/plugin/keras_activations/latest*", answer)
    page.goto(
        f"{server.address}/#keras_activations&p.keras_activations.view=compare"
    )
    frame = page.frame_locator("iframe")
    frame.locator("#page[data-ready=true]").wait_for(state="attached")
    told = frame.locator("p.unreadable").inner_text()
    assert told.startswith("elu cannot be shown.") and "status 500" in told
    assert frame.locator("#run-lines canvas").count() > 0
    # And its own page says so, where another run can be chosen.
    page.goto("about:blank")
    page.goto(
        f"{server.address}/#keras_activations&p.keras_activations.run=elu%2Fhealth"
    )
    frame.locator("#page[data-ready=true]").wait_for(state="attached")
    assert "cannot be shown" in frame.locator(".nothing").inner_text()
    assert frame.locator("#run").input_value() == "elu/health"
    page.close()
