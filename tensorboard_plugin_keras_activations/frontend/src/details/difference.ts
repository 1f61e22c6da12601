/** Difference: a layer at two epochs, or in two runs. */

import { lineChart } from "../charts/lines";
import type { Context, Shown } from "../context";
import { layerOf } from "../context";
import { choice, element } from "../dom";
import { digits, shown } from "../format";
import { layerChoice, nothing } from "../measured";
import { measuresOf } from "../measures";
import { middle } from "../names";
import type { Table } from "../save";
import type { Histograms, Latest, Layer, Run, Series, Value } from "../types";
import { densities } from "./histograms";

const RUN_NAME = 30;

/** A layer of a run, and the epoch that is looked at. */
interface Side {
  run: Run;
  layer: Layer;
  series: Series;
  histograms: Histograms;
  epochs: number[];
}

export async function difference(
  context: Context,
  latest: Latest,
  bar: HTMLElement,
): Promise<Shown> {
  const { source, run, runs, choices, choose } = context;
  const layer = await layerOf(context);
  const measures = measuresOf(latest).filter(({ id }) => !id.includes("."));
  const ids = measures.map(({ id }) => id);
  const sideOf = async (of: Run, its: Layer): Promise<Side> => {
    const [series, histograms] = await Promise.all([
      source.series(of, ids, its.tag),
      source.histograms(of, its.tag, "values"),
    ]);
    const epochs = new Set(
      Object.values(series).flatMap(({ steps, layers }) =>
        layers[its.tag] ? steps : [],
      ),
    );
    return {
      run: of,
      layer: its,
      series,
      histograms,
      epochs: [...epochs].sort((one, other) => one - other),
    };
  };
  if (!layer) {
    return { element: nothing("This run has no layers."), table: () => [] };
  }
  const alike = ({ manifest }: Run) =>
    manifest.layers.find(({ name }) => name === layer.name);
  const others = runs.filter((each) => each !== run && alike(each));
  const other = others.find((each) => each.run === choices.run2);
  const [here, there] = await Promise.all([
    sideOf(run, layer),
    sideOf(other ?? run, (other && alike(other)) ?? layer),
  ]);
  bar.append(layerChoice(context, layer));
  if (!here.epochs.length || !there.epochs.length) {
    return { element: nothing("Nothing was logged."), table: () => [] };
  }

  // Against itself, a run is compared with its beginning.
  const last = there.epochs.length - 1;
  const places = {
    here: placeOf(here, choices.epoch, here.epochs.length - 1),
    there: placeOf(there, choices.epoch2, other ? last : 0),
  };
  const panel = element("div", {});
  const draw = () => {
    panel.replaceChildren(
      spreads(
        here,
        epochOf(here, places.here),
        there,
        epochOf(there, places.there),
      ),
      table(rowsOf()),
    );
  };
  const rowsOf = () =>
    measures.flatMap(({ id, name, unit }): Row[] => {
      const one = valueAt(here, id, epochOf(here, places.here));
      const two = valueAt(there, id, epochOf(there, places.there));
      const by =
        typeof one === "number" && typeof two === "number" ? one - two : null;
      return one === null && two === null ? [] : [{ name, unit, one, two, by }];
    });
  const slider = (
    side: "here" | "there",
    of: Side,
    id: string,
    keep: (epoch: string) => void,
  ) => {
    const said = element("output", { for: id });
    const tell = () => {
      said.textContent = String(epochOf(of, places[side]));
    };
    const made = element("input", {
      type: "range",
      id,
      min: 0,
      max: of.epochs.length - 1,
      value: places[side],
      // While it is dragged, it must stay the element that it is.
      input: () => {
        places[side] = Number(made.value);
        tell();
        draw();
      },
      change: () => {
        keep(String(epochOf(of, places[side])));
      },
    });
    tell();
    const label = side === "here" ? "Epoch" : "and epoch";
    return element(
      "label",
      { class: "choice" },
      element("span", {}, label),
      made,
      said,
    );
  };
  bar.append(
    slider("here", here, "epoch", (epoch) => {
      choose({ epoch });
    }),
    choice(
      "against",
      "run2",
      [
        ["", "this run"],
        ...others.map((each): [string, string] => [
          each.run,
          middle(each.short, RUN_NAME),
        ]),
      ],
      other?.run ?? "",
      (run2) => {
        choose({ run2, epoch2: "" });
      },
    ),
    slider("there", there, "epoch2", (epoch2) => {
      choose({ epoch2 });
    }),
  );
  draw();
  return {
    element: element(
      "div",
      {},
      element(
        "p",
        { class: "help" },
        "The layer at one epoch, and the same layer at another epoch or in " +
          "another run.",
      ),
      panel,
    ),
    about: [layer.name],
    table: (): Table => [
      ["measure", "first", "second", "difference"],
      ...rowsOf().map(({ name, one, two, by }) => [name, one, two, by]),
    ],
  };
}

interface Row {
  name: string;
  unit: "share" | "count" | "number";
  one: Value;
  two: Value;
  by: number | null;
}

function table(rows: Row[]): HTMLElement {
  const head = (text: string, kind = "") =>
    element("th", { scope: "col", class: kind }, text);
  return element(
    "div",
    { class: "scroll" },
    element(
      "table",
      { id: "difference" },
      element(
        "thead",
        {},
        element(
          "tr",
          {},
          head("measure", "text"),
          head("first"),
          head("second"),
          head("difference"),
        ),
      ),
      element(
        "tbody",
        {},
        ...rows.map(({ name, unit, one, two, by }) =>
          element(
            "tr",
            {},
            element("td", { class: "text" }, name),
            element("td", {}, shown(one, unit)),
            element("td", {}, shown(two, unit)),
            element(
              "td",
              { class: by ? "" : "muted" },
              `${by && by > 0 ? "+" : ""}${shown(by, unit)}`,
            ),
          ),
        ),
      ),
    ),
  );
}

/** How the activations are spread at both, where histograms were logged. */
function spreads(
  here: Side,
  first: number,
  there: Side,
  second: number,
): HTMLElement {
  const bins = [
    binsAt(here.histograms, first),
    binsAt(there.histograms, second),
  ];
  if (!bins.every(({ length }) => length)) {
    return element(
      "p",
      { class: "muted" },
      "How the activations are spread is shown where " +
        "ActivationMonitor(log_dir, histogram_freq=1) has logged histograms.",
    );
  }
  const { rows, low, high, density } = densities({ steps: [0, 1], bins });
  const width = (high - low) / rows;
  const share = (column: number) =>
    Array.from(
      { length: rows },
      // The highest value is in the first row.
      (_, at) => (density[(rows - 1 - at) * 2 + column] ?? 0) * width,
    );
  const [one, two] = [share(0), share(1)];
  return lineChart({
    id: "spreads",
    steps: Array.from({ length: rows }, (_, at) => at),
    stepName: "activation",
    stepText: (at) => digits(low + (at + 0.5) * width),
    lines: [
      { id: "first", name: `first, epoch ${first}`, values: one, place: 0 },
      { id: "second", name: `second, epoch ${second}`, values: two, place: 1 },
      {
        id: "difference",
        name: "difference",
        values: one.map((value, at) => value - (two[at] ?? 0)),
        place: 2,
      },
    ],
    levels: [{ value: 0, name: "" }],
    unit: "share",
    axis: "fit",
    height: 280,
  });
}

/** The histogram of an epoch, or the last one before it. */
function binsAt({ steps, bins }: Histograms, epoch: number) {
  return bins[steps.findLastIndex((step) => step <= epoch)] ?? [];
}

function epochOf({ epochs }: Side, place: number): number {
  return epochs[place] ?? 0;
}

function placeOf({ epochs }: Side, asked: string, usual: number): number {
  const found = asked ? epochs.indexOf(Number(asked)) : -1;
  return found < 0 ? usual : found;
}

function valueAt({ series, layer }: Side, id: string, epoch: number): Value {
  const columns = series[id];
  const at = columns?.steps.indexOf(epoch) ?? -1;
  return columns?.layers[layer.tag]?.[at] ?? null;
}
