"""The page in a real browser, in TensorBoard and as a file."""

import base64
import csv
import io
import re

import numpy as np
import pytest
from tensorboard_plugin.conftest import (
    LocalServer,
    elu_layers,
    relu_layers,
)
from tensorboard_plugin.simulated_run import (
    EventFile,
    Layer,
    diagnosis,
    dying,
    finding,
    scalars,
    write_run,
)

from tensorboard_plugin_keras_activations.address import link

NASTY = '<img src=x onerror="document.title=1">&amp;\'"; NaN'
PLUGIN = "keras_activations"


class Tab:
    """The Activations tab in one browser page, watched for misbehaviour.

    `alone` opens what TensorBoard puts into its frame without the rest of
    TensorBoard: the same page, sooner there.
    """

    def __init__(self, page, server, alone=False) -> None:
        self.page = page
        self.server = server
        self.alone = alone
        self.frame = page if alone else page.frame_locator("iframe").first
        self.errors: list[str] = []
        self.outside: list[str] = []
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("console", self._console)
        page.on("request", self._request)

    def _console(self, message) -> None:
        # Chromium words it as an error where a page's policy was broken. The
        # page alone does not have TensorBoard's icon, and TensorBoard looks
        # for its fonts outside the path prefix.
        theirs = re.search(
            r"/favicon\.ico$|/font-roboto/", message.location["url"]
        )
        if message.type == "error" and not theirs:
            self.errors.append(message.text)

    def _request(self, request) -> None:
        machine = "/".join(self.server.address.split("/")[:3]) + "/"
        inside = (machine, "data:", "blob:", "about:")
        if not request.url.startswith(inside):
            self.outside.append(request.url)

    def open(self, **choices: str) -> None:
        address = link(self.server.address, **choices)
        if self.alone:
            address = address.replace(
                f"/#{PLUGIN}", f"/data/plugin_entry.html?name={PLUGIN}#"
            ).replace(f"p.{PLUGIN}.", "")
        self.page.goto("about:blank")
        self.page.goto(address)
        self.wait()

    def wait(self) -> None:
        ready = self.frame.locator("#page[data-ready=true]")
        ready.wait_for(state="attached", timeout=20_000)

    def find(self, selector: str):
        return self.frame.locator(selector)

    def click(self, selector: str) -> None:
        self.find(selector).click()
        self.wait()

    def text(self, selector: str) -> str:
        return self.find(selector).inner_text().replace("\u00a0", " ")

    def value(self, layer: str, column: str) -> float:
        cell = self.find(f"tr[data-layer='{layer}'] [data-column='{column}']")
        return float(cell.get_attribute("data-value"))

    def download(self, selector: str) -> bytes:
        with self.page.expect_download() as waiting:
            self.find(selector).click()
        with open(waiting.value.path(), "rb") as file:
            return file.read()


@pytest.fixture
def tab(browser, server):
    """The tab in TensorBoard."""
    yield from opened(browser, server, alone=False)


@pytest.fixture
def alone(browser, server):
    """The tab's page alone."""
    yield from opened(browser, server, alone=True)


def opened(browser, server, alone):
    page = browser.new_page(viewport={"width": 1400, "height": 900})
    made = Tab(page, server, alone)
    yield made
    page.close()
    assert made.errors == []
    assert made.outside == []


def overflow(tab) -> int:
    """By how many pixels the page is wider than its window."""
    return tab.find("html").evaluate(
        "page => page.scrollWidth - page.clientWidth"
    )


def drawn(locator) -> int:
    """The number of different colours on a canvas."""
    return locator.evaluate(
        """canvas => new Set(new Uint32Array(canvas.getContext("2d")
             .getImageData(0, 0, canvas.width, canvas.height)
             .data.buffer)).size"""
    )


def test_the_overview_shows_the_values_that_were_logged(tab):
    tab.open(run="relu/health")
    for tag, layer in zip(
        ("01_dense", "02_dense_1", "03_dense_2"), relu_layers(), strict=True
    ):
        logged = [scalars(layer, epoch) for epoch in range(30)]
        expected = {
            "now": logged[-1]["dead_ratio"],
            "worst": max(epoch["dead_ratio"] for epoch in logged),
            "born": logged[-1]["born_dead"],
            "died": sum(epoch["died"] for epoch in logged),
            "revived": sum(epoch["revived"] for epoch in logged),
            "mean": logged[-1]["mean"],
            "shift": logged[-1]["bias_shift"],
            "expected": 0.564,
            "saturation": logged[-1]["saturation"],
            "units": layer.rates.shape[1],
        }
        for column, value in expected.items():
            assert tab.value(tag, column) == pytest.approx(value, rel=1e-6)
    shown = tab.text("tr[data-layer='03_dense_2'] [data-column='now']")
    now = scalars(relu_layers()[2], 29)["dead_ratio"]
    assert shown == f"{100 * now:.1f} %"


def test_the_sentence_names_the_layer_that_needs_a_look(alone):
    alone.open(run="relu/health")
    assert re.fullmatch(
        r".*1 of 3 layers needs a look: dense_2 lost 6\d % of its units "
        r"between epochs \d+ and \d+\.",
        alone.text("#verdict"),
        re.DOTALL,
    )
    alone.open(run="elu/health")
    assert "None of the 2 watched layers needs" in alone.text("#verdict")
    assert alone.find("#not-watched").count() == 0


def test_what_is_not_watched_is_named_and_how_the_rest_is(browser, tmp_path):
    rates = dying(4, 3, lost=0, born_dead=0)
    measured = {"unit_axis": 1, "slope": "not measured"}
    write_run(
        tmp_path,
        [
            Layer("a", "relu", rates, measured=measured),
            Layer("b", "relu", rates),
        ],
        not_watched={
            "attention/scores": "the size of its last axis changes",
            "<b>net</b>": NASTY,
        },
    )
    with LocalServer(tmp_path) as server:
        tab = Tab(browser.new_page(), server, alone=True)
        tab.open()
        assert tab.text("#verdict").endswith(
            "None of the 2 watched layers needs a look."
        )
        assert tab.text("#not-watched") == (
            "Not watched: attention/scores (the size of its last axis "
            f"changes), <b>net</b> ({NASTY})."
        )
        tab.open(view="details", layer="01_a")
        how = "units along axis 1; slope: not measured"
        assert tab.text("#how") == how
        tab.open(view="details", layer="02_b")
        assert tab.text("#how") == ""
        assert tab.errors == tab.outside == []
        tab.page.close()


def test_many_layers_are_a_map_and_few_are_lines(browser, tmp_path):
    for number in 12, 13:
        rates = dying(4, 3, lost=0.5)
        layers = [Layer(f"dense_{i}", "relu", rates) for i in range(number)]
        write_run(tmp_path / str(number), layers)
    with LocalServer(tmp_path) as server:
        tab = Tab(browser.new_page(), server, alone=True)
        tab.open(run="12/health", view="layers")
        assert tab.find("#layer-lines").count() == 1
        assert tab.find("#layer-map").count() == 0
        tab.open(run="13/health", view="layers")
        assert tab.find("#layer-lines").count() == 0
        # Each of the layers is a row of it.
        layer_map = tab.find("#layer-map")
        layer_map.focus()
        layer_map.press("End")
        for _ in range(12):
            layer_map.press("ArrowDown")
        assert tab.text("#layer-map-told").startswith("dense_12, epoch 2:")
        tab.click("#form-lines")
        assert tab.find("#layer-lines").count() == 1
        assert tab.errors == tab.outside == []
        tab.page.close()


def test_each_measure_says_its_formula_and_samples(alone):
    alone.open(run="relu/health", view="layers")
    options = alone.find("#measure option").all()
    measures = [option.get_attribute("value") for option in options]
    assert len(measures) > 12
    of_samples = {"dead_ratio", "mean", "bias_shift", "saturation"}
    for measure in measures:
        alone.find("#measure").select_option(measure)
        alone.wait()
        said = alone.text(f"#help-{measure}")
        assert alone.text(f"#help-{measure} code"), measure
        assert (
            "5,000 observations per unit" in said or measure not in of_samples
        )
    for run, formula in ("relu", "dead(u) ⇔"), ("elu", "one-sided(u) ⇔"):
        alone.open(run=f"{run}/health", view="units")
        said = alone.text(".help")
        assert formula in said
        assert "5,000 observations per unit and epoch" in said


def test_the_table_is_sorted_by_a_click_and_worst_first(alone):
    alone.open(run="relu/health")

    def order():
        rows = alone.find("#layers tbody tr")
        return [row.get_attribute("data-layer")[3:] for row in rows.all()]

    assert order() == ["dense", "dense_1", "dense_2"]
    alone.click("#worst-first")
    assert order() == ["dense_2", "dense_1", "dense"]
    alone.click("#sort-units")
    alone.click("#sort-units")
    assert order() == ["dense", "dense_1", "dense_2"]
    alone.click("#sort-units")
    assert alone.find("th[aria-sort]").count() == 0
    alone.open(view="compare")
    alone.click("[id='sort-hparam.learning_rate']")
    runs = alone.find("#runs tbody tr").all()
    order = [run.get_attribute("data-run") for run in runs]
    assert order == ["relu/health", "elu/health"]
    assert alone.find("#runs th[aria-sort=descending]").count() == 1


@pytest.mark.parametrize(
    "choices, sight",
    [
        ({"view": "layers"}, "#layer-lines canvas"),
        ({"view": "layers", "form": "map"}, "#layer-map canvas"),
        ({"view": "units"}, "#unit-map canvas"),
        ({"view": "compare"}, "#run-lines canvas"),
        ({"view": "details"}, "#value-map canvas"),
        (
            {"view": "details", "detail": "slopes", "run": "elu/health"},
            "#slope-lines canvas",
        ),
        ({"view": "details", "detail": "gradients"}, "#sign_agreement canvas"),
    ],
)
def test_every_view_is_drawn_and_saved(alone, choices, sight):
    alone.open(**{"run": "relu/health"} | choices)
    canvas = alone.find(sight)
    canvas.wait_for()
    assert drawn(canvas) > 5
    assert alone.find(".help").first.inner_text()
    picture = alone.download("#save-png")
    assert picture.startswith(b"\x89PNG")
    assert len(picture) > 10_000
    numbers = list(
        csv.reader(io.StringIO(alone.download("#save-csv").decode()))
    )
    assert len(numbers) > 2


def test_a_picture_holds_what_the_page_shows(alone):
    alone.open(run="relu/health", view="units", layer="03_dense_2")
    picture = alone.download("#save-png")
    colours = alone.page.evaluate(
        """async text => {
             const bytes = Uint8Array.from(atob(text), c => c.charCodeAt(0));
             const blob = new Blob([bytes]);
             const image = await createImageBitmap(blob);
             const canvas = new OffscreenCanvas(image.width, image.height);
             const context = canvas.getContext("2d");
             context.drawImage(image, 0, 0);
             const { data } = context.getImageData(
               0, 0, image.width, image.height);
             let dead = 0;
             for (let at = 0; at < data.length; at += 4) {
               dead += data[at] === 213 && data[at + 1] === 94;
             }
             return [image.width, dead / (data.length / 4)];
           }""",
        base64.b64encode(picture).decode(),
    )
    assert colours[0] > 2000
    # About half of the units are dead at any time, on half of the picture.
    assert 0.1 < colours[1] < 0.5


def test_the_numbers_of_the_units_are_the_map(alone):
    alone.open(
        run="relu/health", view="units", layer="03_dense_2", order="index"
    )
    header, *rows = csv.reader(
        io.StringIO(alone.download("#save-csv").decode())
    )
    assert header[:5] == [
        "unit",
        "state",
        "died at",
        "revived at",
        "rate at epoch 0",
    ]
    rates = np.array([[float(rate) for rate in row[4:]] for row in rows])
    stored = relu_layers()[2].stored
    np.testing.assert_allclose(rates.T, stored / 255, atol=5e-5)
    dead = {row[0] for row in rows if row[1] in ("dead", "born dead")}
    assert dead == {str(unit) for unit in np.flatnonzero(stored[-1] == 0)}


def test_pointing_at_a_unit_tells_its_life(alone):
    alone.open(
        run="relu/health", view="units", layer="03_dense_2", order="index"
    )
    stored = relu_layers()[2].stored
    fired = stored > 0
    revived = ~fired[:-1] & fired[1:]
    unit = int(np.flatnonzero(revived.any(axis=0) & ~fired[-1])[0])
    died_at = np.flatnonzero(fired[:-1, unit] & ~fired[1:, unit]) + 1
    revived_at = np.flatnonzero(revived[:, unit]) + 1
    unit_map = alone.find("#unit-map")
    unit_map.focus()
    unit_map.press("Home")
    for _ in range(unit):
        unit_map.press("ArrowDown")
    unit_map.press("End")
    told = alone.text("#unit-map-told")
    assert told.startswith(f"Unit {unit}, epoch 29: dead.")
    for word, steps in (("died", died_at), ("revived", revived_at)):
        (said,) = re.findall(rf"{word} at epochs? ([\d, and]*\d)", told)
        assert [int(step) for step in re.findall(r"\d+", said)] == list(steps)
    # The same by pointing: the first epoch is at the left edge.
    box = unit_map.bounding_box()
    alone.page.mouse.move(box["x"] + 70, box["y"] + 1)
    assert alone.text("#unit-map-told").startswith("Unit 0, epoch 0:")


@pytest.fixture(scope="module")
def recycling(tmp_path_factory):
    """A run with recycled units, and the same one without."""
    directory = tmp_path_factory.mktemp("recycling")
    rates = np.full((4, 12), 0.5)
    rates[0, [2, 5]] = rates[:3, 7] = rates[2:, 9] = 0
    recycled = {0: [2, 5], 2: [7, 11]}
    write_run(
        directory / "with",
        [
            Layer("dense", "relu", rates, recycled=recycled),
            Layer("other", "relu", rates),
            Layer("bent", "elu", rates, recycled={1: [3]}),
        ],
    )
    write_run(directory / "without", [Layer("dense", "relu", rates)])
    return directory


# By row of a map of 12 rows, how many pixels are white, which no cell is.
MARKED = """canvas => {
  const { data } = canvas.getContext("2d")
      .getImageData(0, 0, canvas.width, canvas.height);
  const tall = (canvas.height - 34 * devicePixelRatio) / 12;
  const white = {};
  for (let at = 0; at < data.length; at += 4) {
    if (data[at] + data[at + 1] + data[at + 2] + data[at + 3] < 1020) continue;
    const row = Math.floor(at / 4 / canvas.width / tall);
    white[row] = (white[row] ?? 0) + 1;
  }
  return white;
}"""


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_recycled_units_are_marked(browser, recycling, theme):
    with LocalServer(recycling) as server:
        page = browser.new_page(color_scheme=theme)
        tab = Tab(page, server, alone=True)
        for run, layer, order, rows in (
            ("with", "01_dense", "index", {2, 5, 7, 11}),
            # Those dead for the longest time are the units 7, 9, 2 and 5.
            ("with", "01_dense", "dead", {0, 2, 3, 11}),
            ("with", "02_other", "index", set()),
            ("with", "03_bent", "index", {3}),
            ("without", "01_dense", "index", set()),
        ):
            tab.open(
                run=f"{run}/health", view="units", layer=layer, order=order
            )
            white = tab.find("#unit-map canvas").evaluate(MARKED)
            assert {int(row) for row in white} == rows
            assert all(pixels > 20 for pixels in white.values())
            assert tab.find(".heat .mark").count() == bool(rows)
            lines = tab.text(".counts .legend").split("\n")
            assert ("recycled" in lines) == bool(rows)
        assert tab.errors == tab.outside == []
        page.close()


def test_it_is_told_after_which_epoch_a_unit_was_recycled(browser, recycling):
    with LocalServer(recycling) as server:
        tab = Tab(browser.new_page(), server, alone=True)
        tab.open(run="with/health", view="units", order="index")
        unit_map = tab.find("#unit-map")
        unit_map.focus()
        unit_map.press("Home")
        told = []
        for _ in range(3):
            told.append(tab.text("#unit-map-told"))
            unit_map.press("ArrowDown")
        assert "recycled" not in told[0]
        life = "In this run: recycled after epoch 0, revived at epoch 1;"
        assert told[2].startswith(
            f"Unit 2, epoch 0: dead, recycled after this epoch. {life}"
        )
        unit_map.press("ArrowUp")
        unit_map.press("ArrowRight")
        assert tab.text("#unit-map-told").startswith(
            f"Unit 2, epoch 1: fires for 50.2 % of the samples. {life}"
        )
        header, *rows = csv.reader(
            io.StringIO(tab.download("#save-csv").decode())
        )
        assert header[3:6] == [
            "revived at",
            "recycled after",
            "rate at epoch 0",
        ]
        after = [row[4] for row in rows]
        assert after == ["", "", "0", "", "", "0", "", "2", "", "", "", "2"]
        assert tab.errors == tab.outside == []
        tab.page.close()


def test_the_count_of_recycled_units_is_a_measure(browser, recycling):
    with LocalServer(recycling) as server:
        tab = Tab(browser.new_page(), server, alone=True)
        tab.open(run="with/health", view="layers", measure="recycled")
        assert tab.text("#measure option:checked") == "recycled units"
        assert "RecycleUnits" in tab.text("#help-recycled")
        # Where none is logged, there was none.
        numbers = tab.download("#save-csv").decode().split()
        assert numbers == [
            "epoch,dense,bent",
            "0,2,0",
            "1,0,1",
            "2,2,0",
            "3,0,0",
        ]
        tab.open(run="without/health", view="layers", measure="recycled")
        assert tab.find("#measure option[value=recycled]").count() == 0
        assert tab.text("#measure option:checked") == "dead units"
        tab.open(view="compare", measure="recycled")
        assert tab.text("[data-line='with/health'] .value") == "0"
        assert tab.text("[data-line='without/health'] .value") == "–"
        assert tab.errors == tab.outside == []
        tab.page.close()


def test_the_map_is_zoomed_with_keys_and_keeps_it_over_a_reload(tab):
    tab.open(run="relu/health", layer="03_dense_2")
    # Nothing in the tab has been clicked: the keyboard is TensorBoard's.
    tab.page.keyboard.press("3")
    unit_map = tab.find("#unit-map")
    unit_map.focus()
    unit_map.press("+")
    assert tab.find(".heat.zoomed").count() == 1
    with tab.page.expect_response(f"**/data/plugin/{PLUGIN}/**"):
        tab.page.locator("[aria-label='Reload'], .reload-button").first.click()
    tab.wait()
    assert tab.find(".heat.zoomed").count() == 1
    unit_map.press("0")
    assert tab.find(".heat.zoomed").count() == 0
    # In another tab of TensorBoard the keys are not ours.
    tab.page.evaluate("location.hash = '#hparams'")
    tab.page.locator("body").press("1")
    assert f"#{PLUGIN}" not in tab.page.url


def test_the_values_under_the_cursor_are_told(alone):
    alone.open(run="relu/health", view="layers")
    chart = alone.find("#layer-lines")
    chart.focus()
    for _ in range(8):
        chart.press("ArrowRight")
    entry = alone.find("[data-line='03_dense_2'] .value")
    dead = scalars(relu_layers()[2], 7)["dead_ratio"]
    assert alone.text("#layer-lines ~ .legend .at") == "epoch 7"
    assert entry.inner_text().replace("\u00a0", " ") == f"{100 * dead:.1f} %"


def test_layers_are_hidden_and_isolated(alone):
    alone.open(run="relu/health", view="layers")
    alone.find("[data-line='02_dense_1']").hover()
    alone.click("#layer-lines-only-1")
    off = alone.find(".legend li.off")
    assert [entry.get_attribute("data-line") for entry in off.all()] == [
        "01_dense",
        "03_dense_2",
    ]
    alone.click("#layer-lines-line-0")
    assert off.count() == 1
    alone.click("#layer-lines-all")
    assert off.count() == 0


def test_a_link_shows_the_same_place(tab, browser):
    tab.open()
    tab.find("#run").select_option("relu/health")
    tab.wait()
    tab.click("#view-units")
    # It begins with the layer that needs a look most.
    assert tab.find("#layer").input_value() == "03_dense_2"
    tab.find("#layer").select_option("02_dense_1")
    tab.wait()
    tab.click("#order-index")
    link = tab.page.url
    summary = tab.text("#unit-summary")

    other = browser.new_page()
    again = Tab(other, tab.server)
    other.goto(link)
    again.wait()
    assert again.find("#layer").input_value() == "02_dense_1"
    assert again.find("#order-index[aria-pressed=true]").count() == 1
    assert again.text("#unit-summary") == summary
    # Another link pasted into the same window is followed.
    other.evaluate(
        "link => location.hash = new URL(link).hash",
        link.replace("view=units", "view=layers"),
    )
    again.find("#layer-lines").wait_for()
    other.close()

    # The browser's buttons go back and forward over the places.
    tab.page.go_back()
    tab.find("#layer option:checked[value='03_dense_2']").wait_for(
        state="attached"
    )
    assert tab.find("#order-index").count() == 1
    tab.page.go_back()
    tab.find("#layers").wait_for()
    tab.page.go_forward()
    tab.find("#unit-map").wait_for()
    tab.wait()


def test_keys_change_the_view(alone):
    alone.open(run="relu/health")
    alone.find("#view-overview").focus()
    for key, sight in (
        ("2", "#layer-lines"),
        ("3", "#unit-map"),
        ("4", "#run-lines"),
        ("5", "#value-map"),
        ("1", "#layers"),
    ):
        alone.page.keyboard.press(key)
        alone.find(sight).wait_for()
        alone.wait()


# What the keyboard must reach, and whether the focus is seen.
REACHABLE = """() => [...document.querySelectorAll(
  "#page :is(button, select, input):enabled, #page :is([tabindex], summary)"
)].filter(each => each.checkVisibility({ visibilityProperty: true })).length"""
FOCUS = """() => {
  const { outlineStyle, outlineWidth } =
      getComputedStyle(document.activeElement);
  const place = [...document.querySelectorAll("*")]
      .indexOf(document.activeElement);
  return [place, outlineStyle !== "none" && parseFloat(outlineWidth) >= 2];
}"""


@pytest.mark.parametrize(
    "view", ["overview", "layers", "units", "compare", "details"]
)
def test_everything_is_reached_with_the_tab_key(alone, view):
    alone.open(run="relu/health", view=view)
    wanted = alone.page.evaluate(REACHABLE)
    assert wanted > 10
    reached = set()
    for _ in range(wanted):
        alone.page.keyboard.press("Tab")
        place, seen = alone.page.evaluate(FOCUS)
        assert seen
        reached.add(place)
    assert len(reached) == wanted


# The least contrast of a text with what is behind it: WCAG asks for 4.5.
CONTRAST = """() => {
  const numbers = text => {
    const [r, g, b, a = 1] = text.match(/[\\d.]+/g).map(Number);
    const scale = text.startsWith("color(") ? 255 : 1;
    return [r * scale, g * scale, b * scale, a];
  };
  const over = ([r, g, b, a], [x, y, z]) =>
    [a * r + (1 - a) * x, a * g + (1 - a) * y, a * b + (1 - a) * z];
  const light = colour => {
    const [r, g, b] = colour.map(value => value / 255).map(value =>
      value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const behind = element => {
    if (!element) return [255, 255, 255];
    const { backgroundColor, backgroundImage } = getComputedStyle(element);
    const [bar] = backgroundImage.match(/(rgba?|color)\\([^)]*\\)/) ?? [];
    const plain = over(numbers(backgroundColor), behind(element.parentElement));
    return bar ? over(numbers(bar), plain) : plain;
  };
  const told = [...document.querySelectorAll("#page *")].filter(each =>
    each.checkVisibility({ opacityProperty: true }) &&
    [...each.childNodes].some(node => node.nodeType === 3));
  return Math.min(...told.map(each => {
    const back = behind(each);
    const text = over(numbers(getComputedStyle(each).color), back);
    const [low, high] = [light(text), light(back)].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  }));
}"""


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_text_stands_out_from_what_is_behind_it(alone, theme):
    alone.page.emulate_media(color_scheme=theme)
    for view in ("overview", "layers", "units", "compare", "details"):
        alone.open(run="relu/health", view=view, hidden="01_dense")
        assert alone.page.evaluate(CONTRAST) >= 4.5, view


def test_runs_are_compared(alone):
    alone.open(view="compare", measure="bias_shift")
    rows = alone.find("#runs tbody tr")
    assert rows.count() == 2
    relu = alone.text("tr[data-run='relu/health']")
    worst = max(scalars(layer, 29)["bias_shift"] for layer in relu_layers())
    accuracy = 0.85 * (1 - np.exp(-30 / 4)) - 0.03
    for part in ("relu", f"{worst:.3f}", f"{accuracy:.3f}", "0.1"):
        assert part in relu
    alone.find("#which").select_option("dense_1")
    alone.wait()
    now = scalars(elu_layers()[1], 29)["bias_shift"]
    assert f"{now:.3f}" in alone.text("tr[data-run='elu/health']")
    alone.click("#with-0")
    assert alone.find("#run-lines ~ .legend li:not(.head)").count() == 1


def test_the_dark_theme_is_followed(tab):
    tab.open(run="relu/health", view="layers")
    page = tab.find("#page")
    colour = "page => getComputedStyle(page).backgroundColor"
    assert page.evaluate(colour) == "rgb(255, 255, 255)"
    tab.page.evaluate("document.body.classList.add('dark-mode')")
    tab.find("html[data-theme=dark]").wait_for(state="attached")
    tab.wait()
    assert page.evaluate(colour) == "rgb(48, 48, 48)"
    assert drawn(tab.find("#layer-lines canvas")) > 5


@pytest.mark.parametrize("width", [1000, 1600, 2500])
def test_nothing_is_cut_off_at_the_side(alone, width):
    alone.page.set_viewport_size({"width": width, "height": 900})
    alone.open(run="relu/health")
    for view in ("overview", "layers", "units", "compare", "details"):
        alone.click(f"#view-{view}")
        # Two frames later everything has got its place.
        alone.page.evaluate(
            "() => new Promise(done => requestAnimationFrame("
            "() => requestAnimationFrame(done)))"
        )
        assert overflow(alone) <= 0, view


def test_what_tells_runs_apart_is_in_sight(browser, tmp_path):
    for width in 32, 64:
        hparams = {"optimizer": f"Adam {width}", "parameters": width * 100}
        hparams |= {"learning_rate": 1 / width, "width": width}
        write_run(tmp_path / f"run{width}", relu_layers(2), hparams=hparams)
    with LocalServer(tmp_path) as server:
        page = browser.new_page(viewport={"width": 1000, "height": 850})
        tab = Tab(page, server, alone=True)
        tab.open(view="compare")
        for column in "hparam.learning_rate", "hparam.width", "now":
            box = tab.find(f"[id='sort-{column}']").bounding_box()
            assert box["x"] + box["width"] < 1000
        page.close()


def test_an_epoch_of_the_histograms_is_under_itself(alone):
    alone.open(run="relu/health", view="details")
    value_map = alone.find("#value-map")
    value_map.focus()
    value_map.press("End")  # of 30 epochs every second has one
    assert alone.text("#value-map-told").startswith(
        "Epoch 29 (histogram of epoch 28), from"
    )
    value_map.press("ArrowLeft")
    assert alone.text("#value-map-told").startswith("Epoch 28, from")


def test_runs_of_any_length_are_compared(browser, tmp_path):
    write_run(tmp_path / "long", relu_layers())
    one = [Layer("dense", "relu", dying(32, 1, lost=0.0), samples=100)]
    write_run(tmp_path / "one", one)
    write_run(tmp_path / "elu", elu_layers())
    last = max(scalars(layer, 29)["dead_ratio"] for layer in relu_layers())
    with LocalServer(tmp_path) as server:
        page = browser.new_page()
        tab = Tab(page, server, alone=True)
        tab.open(view="compare", measure="dead_ratio")
        # Each run's own last value, though they end at different epochs.
        assert tab.text(".legend .at") == "last epoch"
        values = {
            run: tab.text(f"[data-line='{run}/health'] .value")
            for run in ("long", "one", "elu")
        }
        assert values["long"] == f"{100 * last:.1f} %"
        assert values["one"].endswith(" %")
        assert values["elu"] == "–"
        assert "cannot die" in tab.text("tr[data-run='elu/health']")
        # And its own number of samples.
        assert "100 to 5,000 observations per unit" in tab.text(
            "#help-dead_ratio"
        )
        assert tab.find("[data-run='one/health'] [data-value='100']").count()
        tab.click("#with-2")
        assert " 5,000 observations per unit" in tab.text("#help-dead_ratio")
        assert "100 to" not in tab.text("#help-dead_ratio")
        # A single epoch is a point in sight, not at the edge of a hundred.
        tab.open(run="one/health", view="layers")
        assert drawn(tab.find("#layer-lines canvas")) > 5
        chart = tab.find("#layer-lines .u-over")
        box = chart.bounding_box()
        tab.find("#layer-lines").press("ArrowRight")
        point = tab.find("#layer-lines .u-cursor-pt").first.bounding_box()
        middle = point["x"] + point["width"] / 2 - box["x"]
        assert middle == pytest.approx(box["width"] / 2, abs=3)
        assert tab.errors == tab.outside == []
        page.close()


def test_what_cannot_die_is_one_sided(alone):
    alone.open(run="elu/health", view="units")
    assert "one-sided now: 0" in alone.text("#unit-summary")
    assert alone.text(".counts .legend").split("\n")[1:] == [
        *("one-sided from birth", "0", "went one-sided", "0", "came back", "0")
    ]
    unit_map = alone.find("#unit-map")
    unit_map.focus()
    unit_map.press("Home")
    assert re.search(
        r"above 0 for .* % of the samples.*two-sided throughout",
        alone.text("#unit-map-told"),
    )


def test_a_run_that_is_not_there_is_said(alone):
    alone.open(run="gone/health", view="layers")
    assert 'There is no run "gone" here' in alone.text(".notice")
    # TensorBoard may have been started further down than the link thinks.
    alone.open(run="mine/logs/relu/health", view="layers")
    assert alone.find("#run").input_value() == "relu/health"
    assert not alone.find(".notice").is_visible()


def test_names_are_text_and_other_logs_do_no_harm(browser, tmp_path):
    layers = [
        Layer(NASTY, "relu", dying(16, 6, lost=0.8, seed=1)),
        Layer("a/b.c" * 40, "relu", dying(16, 6, lost=0.8)),
    ]
    write_run(
        tmp_path / "odd <b>run</b>",
        layers,
        hparams={NASTY: NASTY},
        not_watched={"a/b.c" * 80: NASTY},
    )
    write_run(tmp_path / "newer", layers, schema=9)
    other = EventFile(tmp_path / "other")
    other.write(0, {"loss": 1.0})
    other.close()
    with LocalServer(tmp_path) as server:
        page = browser.new_page()
        tab = Tab(page, server, alone=True)
        tab.open(run="odd <b>run</b>/health")
        title = page.title()
        for view in ("overview", "layers", "units", "compare", "details"):
            tab.click(f"#view-{view}")
            body = tab.find("body")
            assert body.locator("img, #page b").count() == 0
            assert NASTY in body.inner_text() or view == "details"
            assert overflow(tab) <= 0, view
            assert tab.download("#save-png").startswith(b"\x89PNG")
            assert tab.download("#save-csv")
        assert page.title() == title
        tab.open(run="newer/health")
        assert "newer version of keras-activations" in tab.text(".notice")
        assert tab.find("#layers tbody tr").count() == 2
        assert tab.errors == tab.outside == []
        page.close()


def test_an_empty_page_says_which_lines_to_add(browser, tmp_path):
    with LocalServer(tmp_path) as server:
        page = browser.new_page()
        tab = Tab(page, server, alone=True)
        tab.open()
        assert "ActivationMonitor" in tab.text("#empty pre")
        assert "callbacks=[monitor]" in tab.text("#empty pre")
        assert tab.errors == tab.outside == []
        page.close()


def test_an_answer_that_fails_is_said_in_a_sentence(browser, logs):
    with LocalServer(logs) as server:
        page = browser.new_page()
        page.route("**/series?**", lambda route: route.fulfill(status=500))
        tab = Tab(page, server, alone=True)
        tab.open(run="relu/health")
        assert 'TensorBoard did not answer "series"' in tab.text(".nothing")
        page.unroute_all()
        page.evaluate("location.hash = 'view=layers'")
        tab.find("#layer-lines").wait_for()
        page.close()


@pytest.fixture(scope="module")
def sweep(tmp_path_factory):
    """26 runs of two activations, two rates and several seeds."""
    root = tmp_path_factory.mktemp("sweep")
    for number in range(26):
        activation = ("relu", "elu")[number % 2]
        rate, seed = (0.1, 1.0)[number // 2 % 2], number // 4
        layers = [
            Layer(
                f"encoder_stage_{place}_residual_block_activation",
                activation,
                dying(8, 3, lost=0.4, born_dead=0, seed=seed + place),
            )
            for place in range(2)
        ]
        write_run(
            root / "sweep-2026" / activation / f"lr={rate}" / f"seed={seed}",
            layers,
            accuracy=0.5 + number / 100,
            hparams={
                "activation": activation,
                "learning_rate": rate,
                "seed": seed,
            },
            diagnosis=diagnosis(*[finding(layers=[])] * (number == 4)),
        )
    with LocalServer(root) as server:
        yield server


@pytest.fixture
def swept(browser, sweep):
    yield from opened(browser, sweep, alone=True)


def test_several_runs_open_with_all_of_them(swept):
    swept.open()
    assert swept.find("#view-compare[aria-current]").count() == 1
    # A mark at the run with findings, and no name longer than it must be.
    options = swept.find("#run option").all_inner_texts()
    assert options[0] == "all 26 runs"
    assert [name for name in options if "▲" in name] == ["▲ relu/lr=0.1/seed=1"]
    swept.find("#run").select_option("sweep-2026/relu/lr=0.1/seed=1/health")
    swept.wait()
    assert swept.find("#view-overview[aria-current]").count() == 1
    name = swept.find("#layers td.name .name").first
    assert name.inner_text() == "0_residual_block_activation"
    assert name.get_attribute("title").startswith("encoder_stage_0_")
    # Another view without a run shows the newest.
    swept.open(view="layers")
    assert swept.find("#run").input_value().endswith("elu/lr=0.1/seed=6/health")


def test_runs_are_filtered_ticked_and_grouped(swept):
    swept.open(view="compare")
    assert swept.text("#drawn").startswith(
        "26 runs, 12 of them drawn, the newest."
    )
    rows = swept.find("#runs tbody tr")
    assert rows.count() == 26
    assert swept.find("#runs input:checked").count() == 12
    # Those that are not drawn have their values too: a measure that all have.
    assert swept.find("#measure").input_value() == "bias_shift"
    assert swept.find("#runs td[data-value='']").count() == 0
    swept.click("#tick-none")
    assert "No run is ticked." in swept.text(".nothing")
    swept.click("#tick-all")
    assert swept.find("#run-lines ~ .legend li").count() == 27
    box = swept.find("#filter")
    box.focus()
    box.press_sequentially("relu seed=3")
    swept.find("#drawn:text('2 of 26 runs listed, all drawn')").wait_for()
    assert box.evaluate("box => box === document.activeElement")
    box.fill("")
    swept.wait()
    swept.find("#where-learning_rate").select_option("1")
    swept.wait()
    assert "12 of 26 runs listed, all drawn." in swept.text("#drawn")
    swept.find("#group").select_option("seeds")
    swept.wait()
    lines = swept.find("#run-lines ~ .legend .name").all_inner_texts()
    assert lines == ["elu (6 runs)", "relu (6 runs)"]
    assert "from the lowest to the highest" in swept.text("#band")


def test_a_measure_is_drawn_against_a_score(swept):
    swept.open(view="compare", form="scatter", ticked="all")
    points = swept.find("#run-points .point")
    assert points.count() == 26
    swept.find("#score").select_option("accuracy")
    swept.wait()
    labels = [each.get_attribute("aria-label") for each in points.all()]
    assert all("bias shift, last: " in each for each in labels)
    assert all(", accuracy: 0." in each for each in labels)
    points.first.focus()
    swept.page.keyboard.press("Enter")
    swept.find("#layers").wait_for()


def test_files_say_what_they_hold(swept):
    def name(selector):
        with swept.page.expect_download() as waiting:
            swept.find(selector).click()
        return waiting.value.suggested_filename

    swept.open(view="compare")
    day = r"\d{4}-\d\d-\d\d-\d\d-\d\d"
    assert re.fullmatch(
        rf"26-runs_{day}_Compare-runs_bias-shift\.csv", name("#save-csv")
    )
    swept.open(run="sweep-2026/relu/lr=1.0/seed=0/health", view="units")
    assert re.fullmatch(
        rf"sweep-2026-relu-lr=1\.0-seed=0_{day}_Units"
        r"_encoder-stage-\d-residual.*\.png",
        name("#save-png"),
    )


def test_a_text_is_beside_the_pointer(alone):
    alone.open(run="relu/health", view="units", layer="03_dense_2")
    box = alone.find("#unit-map").bounding_box()
    alone.page.mouse.move(box["x"] + 300, box["y"] + 20)
    tip = alone.find(".tip")
    assert tip.inner_text() == alone.find("#unit-map-told").inner_text()
    place = tip.bounding_box()
    assert 0 < place["x"] - box["x"] - 300 < 30
    alone.open(run="relu/health", view="layers")
    box = alone.find("#layer-lines .u-over").bounding_box()
    alone.page.mouse.move(box["x"] + box["width"] - 2, box["y"] + 5)
    alone.find(".tip:has-text('epoch 29')").wait_for()
    assert alone.text(".tip").startswith("dense_2")


def test_the_step_at_which_a_unit_died_is_told(browser, tmp_path):
    rates = np.full((3, 4), 0.5)
    rates[1:, 2] = 0
    write_run(tmp_path, [Layer("dense", "relu", rates, deaths={1: [[2, 37]]})])
    with LocalServer(tmp_path) as server:
        for tab in opened(browser, server, alone=True):
            tab.open(view="units", order="index")
            tab.find("#unit-map").press("Home")
            tab.find("#unit-map").press("ArrowDown")
            tab.find("#unit-map").press("ArrowDown")
            assert "died at epoch 1 (training step 37); now dead" in tab.text(
                "#unit-map-told"
            )


def test_the_course_of_the_run_is_above_its_layers(alone):
    for form, chart in ("lines", "#layer-lines"), ("map", "#layer-map"):
        alone.open(run="relu/health", view="layers", form=form)
        course = alone.find("#course-accuracy canvas")
        assert drawn(course) > 5
        above = course.bounding_box()["y"]
        assert above < alone.find(f"{chart} canvas").bounding_box()["y"]
    alone.open(run="relu/health", view="layers", form="lines")
    box = alone.find("#layer-lines .u-over").bounding_box()
    alone.page.mouse.move(box["x"] + 2, box["y"] + 5)
    # One cursor: the value of the same epoch.
    alone.find("#course-accuracy ~ .legend .at:text('epoch 0')").wait_for()


def test_two_epochs_and_two_runs_are_compared(alone):
    alone.open(
        run="relu/health", view="details", detail="difference", layer="01_dense"
    )
    first, last = (scalars(relu_layers()[0], epoch) for epoch in (0, 29))
    row = alone.text("#difference tr:has-text('exact zeros')").split("\t")
    change = 100 * (last["zero_fraction"] - first["zero_fraction"])
    assert row[3].removeprefix("+") == f"{change:.1f} %"
    assert drawn(alone.find("#spreads canvas")) > 5
    alone.find("#epoch2").press("End")
    alone.wait()
    row = alone.text("#difference tr:has-text('exact zeros')").split("\t")
    assert row[3] == "0.0 %"


def test_no_column_is_lost_in_a_narrow_window_and_none_is_empty(alone):
    alone.page.set_viewport_size({"width": 800, "height": 900})
    alone.open(run="relu/health")
    table = alone.find(".scroll:has(#layers)")
    assert table.evaluate("it => it.scrollWidth - it.clientWidth") <= 0
    assert alone.find("#sort-onesided").count() == 0
    alone.open(run="elu/health")
    assert alone.find("#sort-onesided").count() == 1
    assert alone.find("#sort-now, #sort-born").count() == 0
