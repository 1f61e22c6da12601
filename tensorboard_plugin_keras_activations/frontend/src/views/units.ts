/** Units: alive or dead, unit by unit and epoch by epoch. */

import { colourKey, heatMap } from "../charts/heatmap";
import { lineChart } from "../charts/lines";
import { firingPalette } from "../colours";
import type { Context, Shown } from "../context";
import { layerOf } from "../context";
import { choice, element, segments } from "../dom";
import { counted, percent, roughly } from "../format";
import { byTimeDead, lifeOf, told } from "../life";
import { measureOf, samplesOf } from "../measures";
import type { Layer, PerUnit, Series } from "../types";
import { chartHeight, nothing } from "./measured";

const COUNTS = ["born_dead", "died", "revived"];

export async function units(context: Context): Promise<Shown> {
  const { source, run, choices, choose } = context;
  const layer = layerOf(context);
  if (!layer) {
    return { element: nothing("This run has no layers."), table: () => [] };
  }
  const [latest, series, firing] = await Promise.all([
    source.latest(run.run),
    source.series(run.run, COUNTS),
    source.firing(run.run, layer.tag),
  ]);
  const order = choices.order || "dead";
  const rows =
    order === "dead"
      ? byTimeDead(firing)
      : Array.from({ length: firing.units }, (_, unit) => unit);
  const silent = layer.can_die === false ? "silent" : "dead";
  const whole = element(
    "section",
    { class: "view" },
    element(
      "div",
      { class: "bar" },
      choice(
        "Layer",
        "layer",
        run.manifest.layers.map(({ tag, name, activation }) => [
          tag,
          activation ? `${name} (${activation})` : name,
        ]),
        layer.tag,
        (tag) => {
          choose({ layer: tag });
        },
      ),
      segments(
        "Order of the units",
        "order",
        [
          ["dead", `By time ${silent}`],
          ["index", "By index"],
        ],
        order,
        (value) => {
          choose({ order: value });
        },
      ),
      element(
        "span",
        { class: "muted", id: "unit-summary" },
        summary(layer, firing),
      ),
    ),
    element(
      "p",
      { class: "help" },
      layer.can_die === false
        ? "This activation cannot die; marked is a unit that was on its flat or negative side for every sample of the epoch. "
        : "A unit is dead in an epoch in which it fired for no sample; the shade is the share of samples for which it fired. ",
      element(
        "span",
        { class: "muted" },
        samplesOf(latest, "dead_ratio", layer.tag),
      ),
    ),
    counts(layer, series),
    firing.units && firing.steps.length
      ? map(context, layer, firing, rows, silent)
      : nothing("No map of units was written for this layer."),
    sampledNote(firing.steps),
  );
  return { element: whole, table: () => table(firing, rows) };
}

function summary(layer: Layer, firing: PerUnit<Uint8Array>): string {
  const { units: total, steps, values } = firing;
  if (!total || !steps.length) return "";
  const last = (steps.length - 1) * total;
  let deadNow = 0;
  for (let unit = 0; unit < total; unit++) {
    if (values[last + unit] === 0) deadNow += 1;
  }
  const word = layer.can_die === false ? "silent" : "dead";
  return (
    `${counted(total, "unit")}, ${counted(steps.length, "epoch")}; ` +
    `${word} now: ${deadNow} (${roughly(deadNow / total)})`
  );
}

function counts(layer: Layer, series: Series): HTMLElement | null {
  const columns = series["died"] ?? series["born_dead"];
  const lines = COUNTS.flatMap((id, place) => {
    const values = series[id]?.layers[layer.tag];
    return values ? [{ id, name: measureOf(id).name, values, place }] : [];
  });
  if (!columns || !lines.length) return null;
  return element(
    "div",
    { class: "counts" },
    lineChart({
      id: "counts",
      steps: columns.steps,
      stepName: "epoch",
      lines,
      unit: "count",
      axis: "from zero",
      height: 150,
      legend: "above",
    }),
  );
}

function map(
  context: Context,
  layer: Layer,
  firing: PerUnit<Uint8Array>,
  rows: number[],
  silent: string,
): HTMLElement {
  const { steps, units: total, values } = firing;
  const cells = new Uint8Array(values.length);
  rows.forEach((unit, row) => {
    const start = row * steps.length;
    for (let epoch = 0; epoch < steps.length; epoch++) {
      cells[start + epoch] = values[epoch * total + unit] ?? 0;
    }
  });
  const palette = firingPalette();
  const byIndex = rows.every((unit, row) => unit === row);
  return heatMap({
    id: "unit-map",
    steps,
    rows: total,
    cells,
    palette,
    rowName: (row) => String(rows[row] ?? ""),
    rowAxis: byIndex ? "unit" : `unit, longest ${silent} on top`,
    stepName: "epoch",
    height: Math.min(chartHeight(440, 340), 34 + Math.max(200, total * 12)),
    describe: (row, column) => {
      const unit = rows[row] ?? 0;
      const value = values[column * total + unit] ?? 0;
      const rate =
        value === 0
          ? silent
          : `fires for ${percent(value / 255)} of the samples`;
      return `Unit ${unit}, epoch ${steps[column] ?? ""}: ${rate}. In this run: ${told(lifeOf(firing, unit), silent)}.`;
    },
    key: colourKey(palette, "fires rarely", "always", silent),
    zoom: context.zoom(`units ${context.run.run} ${layer.tag}`),
  });
}

/** TensorBoard keeps a sample of a long run: that is said, not hidden. */
function sampledNote(steps: number[]): HTMLElement | null {
  const first = steps[0];
  const last = steps.at(-1);
  if (first === undefined || last === undefined || steps.length < 1000)
    return null;
  const all = last - first + 1;
  if (steps.length >= all) return null;
  return element(
    "p",
    { class: "muted" },
    `TensorBoard keeps ${counted(steps.length, "epoch")} of ${all}. ` +
      "Start it with --samples_per_plugin keras_activations=" +
      `${all} to see all of them.`,
  );
}

function table(firing: PerUnit<Uint8Array>, rows: number[]) {
  const { steps, units: total, values } = firing;
  return [
    [
      "unit",
      "state",
      "died at",
      "revived at",
      ...steps.map((step) => `rate at epoch ${step}`),
    ],
    ...rows.map((unit) => {
      const life = lifeOf(firing, unit);
      const state = life.bornDead
        ? "born dead"
        : life.deadNow
          ? "dead"
          : "alive";
      return [
        unit,
        state,
        life.died.join(" "),
        life.revived.join(" "),
        ...steps.map((_, epoch) =>
          Number(((values[epoch * total + unit] ?? 0) / 255).toFixed(4)),
        ),
      ];
    }),
  ];
}
