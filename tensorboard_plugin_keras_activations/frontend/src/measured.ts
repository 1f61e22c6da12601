/** One measure of all layers, as lines or as a map: shared by the views. */

import { packed, unpackedNames } from "./address";
import { colourKey, heatMap, leftOf, shade } from "./charts/heatmap";
import type { Level, Line } from "./charts/lines";
import { lineChart } from "./charts/lines";
import { viridis } from "./colours";
import type { Context } from "./context";
import { choice, element } from "./dom";
import { shown } from "./format";
import { known, limitOf } from "./health";
import { middle } from "./names";
import type { Measure } from "./measures";
import { referenceOf } from "./measures";
import type { Table } from "./save";
import type { Columns, Layer, Manifest, Value } from "./types";

/** With more layers than this, a map shows more than lines do. */
export const MOST_LINES = 12;

/** What a measure is, its formula, and its number of samples. */
export function helpOf(measure: Measure, samples = ""): HTMLElement {
  return element(
    "p",
    { class: "help", id: `help-${measure.id}` },
    `${measure.help} `,
    measure.formula && element("code", {}, measure.formula),
    " ",
    element("span", { class: "muted" }, samples),
  );
}

/** Letters of a layer's name for which a list has room. */
const LAYER_NAME = 60;

/** A choice among the run's layers, or among some of them. */
export function layerChoice(
  { run, choose }: Context,
  layer: Layer,
  among = run.manifest.layers,
): HTMLElement {
  return choice(
    "Layer",
    "layer",
    among.map(({ tag, short, activation }) => [
      tag,
      middle(short, LAYER_NAME) + (activation ? ` (${activation})` : ""),
    ]),
    layer.tag,
    (tag) => {
      choose({ layer: tag });
    },
    layer.name,
  );
}

/** How a layer is measured, if that was written. */
export function howMeasured({ unit_axis: axis, slope }: Layer): string {
  return [
    axis === null ? "" : `units along axis ${axis}`,
    slope && `slope: ${slope}`,
  ]
    .filter(Boolean)
    .join("; ");
}

/** The height left for a chart with `above` pixels above it. */
export function chartHeight(above: number, least: number, most = 900): number {
  return Math.min(most, Math.max(least, window.innerHeight - above));
}

/**
 * The layers that have a value of the measure, in model order; then entries
 * that are not watched layers, such as the weights of the output layer.
 */
export function layersWith(
  { layers, weights }: Manifest,
  columns: Columns,
): Layer[] {
  const watched = new Set(layers.map(({ tag }) => tag));
  const place = (path: string) =>
    weights.includes(path) ? weights.indexOf(path) : weights.length;
  const others = Object.keys(columns.layers)
    .filter((tag) => !watched.has(tag))
    .sort((one, other) => place(one) - place(other));
  return [
    ...layers.filter(({ tag }) => columns.layers[tag] !== undefined),
    ...others.map((tag) => ({
      tag,
      name: shortName(tag, others),
      short: shortName(tag, others),
      activation: "",
      units: null,
      can_die: null,
      unit_axis: null,
      slope: "",
    })),
  ];
}

/** The path of a weight matrix, without the part that all of them share. */
export function shortName(path: string, among: string[]): string {
  const model = path.split("/", 1)[0] ?? "";
  const shared =
    among.length > 1 && among.every((each) => each.startsWith(`${model}/`));
  return (shared ? path.slice(model.length + 1) : path).replace(
    /\/kernel$/,
    "",
  );
}

export function stepName(measure: string): string {
  return measure.startsWith("batch.") ? "step" : "epoch";
}

/** Layers as lines. */
export function layerLines(
  context: Context,
  measure: Measure,
  columns: Columns,
  id: string,
  height: number,
  expected?: Columns,
  group?: string,
): HTMLElement {
  const { run, choices, choose } = context;
  const line = (layer: Layer, values: Value[]): Line => ({
    id: layer.tag,
    name: layer.name,
    short: layer.short,
    values,
    place: places.get(layer.tag) ?? 0,
  });
  const layers = layersWith(context.run.manifest, columns);
  // A watched layer has the same colour for every measure.
  const watched = run.manifest.layers.some(({ tag }) => columns.layers[tag])
    ? run.manifest.layers
    : [];
  const order = [...watched, ...layers].map(({ tag }) => tag);
  const places = new Map([...new Set(order)].map((tag, place) => [tag, place]));
  const limit = limitOf(run.manifest, measure.id);
  const levels: Level[] = [
    ...(limit === undefined
      ? []
      : [{ value: limit, name: `limit ${shown(limit, measure.unit)}` }]),
    ...usualLevel(measure),
  ];
  return lineChart({
    id,
    steps: columns.steps,
    stepName: stepName(measure.id),
    lines: layers.map((layer) => line(layer, columns.layers[layer.tag] ?? [])),
    unit: measure.unit,
    axis: measure.axis,
    levels,
    ...(group ? { group } : {}),
    expected: expected ? expectedLines(columns, layers, expected, line) : [],
    expectedName: referenceOf(measure.id)?.name ?? "",
    height,
    hidden: unpackedNames(choices.hidden),
    hide: (hidden) => {
      choose({ hidden: packed(hidden) });
    },
  });
}

/** The value that is usual for a measure, if there is one. */
export function usualLevel({ usual }: Measure): Level[] {
  return usual === undefined
    ? []
    : [{ value: usual, name: `about ${usual} is usual` }];
}

function expectedLines(
  columns: Columns,
  layers: Layer[],
  expected: Columns,
  line: (layer: Layer, values: Value[]) => Line,
): Line[] {
  const at = new Map(expected.steps.map((step, index) => [step, index]));
  return layers.map((layer) =>
    line(
      layer,
      columns.steps.map(
        (step) => expected.layers[layer.tag]?.[at.get(step) ?? -1] ?? null,
      ),
    ),
  );
}

/** What a map of layers says about its rows. */
function layerRows(context: Context, layers: Layer[]) {
  return {
    rows: layers.length,
    rowNames: (row: number) => layers[row]?.short ?? "",
    height: Math.min(
      chartHeight(310, 420),
      40 + Math.max(200, layers.length * 34),
    ),
    zoom: context.zoom(`layers ${context.run.run}`),
  };
}

/** Where the cells of a map of layers begin. */
export function leftOfMap(context: Context, columns: Columns): number {
  const rows = layerRows(context, layersWith(context.run.manifest, columns));
  const { zoom } = rows;
  // As the map does when it is drawn.
  const all = zoom.bottom > zoom.top ? zoom : { top: 0, bottom: rows.rows };
  return leftOf({ ...rows, zoom: all });
}

/** Layers as the rows of a map. */
export function layerMap(
  context: Context,
  measure: Measure,
  columns: Columns,
): HTMLElement {
  const layers = layersWith(context.run.manifest, columns);
  const rows = layers.map(({ tag }) => columns.layers[tag] ?? []);
  const logarithmic = (measure.colours ?? measure.axis) === "log";
  const [low, high] = limits(logarithmic ? "log" : measure.axis, rows);
  // Its logarithm would be missing: 0 is darker than all others.
  const scale = logarithmic
    ? (value: number) => Math.log10(value > 0 ? value : low)
    : Number;
  const cells = new Uint8Array(layers.length * columns.steps.length);
  rows.forEach((row, place) => {
    row.forEach((value, index) => {
      cells[place * columns.steps.length + index] = shade(
        value === null ? null : scale(value),
        scale(low),
        scale(high),
      );
    });
  });
  const palette = viridis();
  const step = stepName(measure.id);
  return heatMap({
    id: "layer-map",
    steps: columns.steps,
    ...layerRows(context, layers),
    cells,
    palette,
    rowAxis: "layers, input on top",
    stepName: step,
    describe: (row, column) =>
      `${layers[row]?.name ?? ""}, ${step} ${columns.steps[column] ?? ""}: ` +
      `${measure.name} ${shown(rows[row]?.[column], measure.unit)}`,
    key: colourKey(
      palette,
      shown(low, measure.unit),
      shown(high, measure.unit) + (logarithmic ? ", logarithmic" : ""),
      "none",
    ),
    choose: (row) => {
      const layer = layers[row];
      if (layer?.units) context.choose({ view: "units", layer: layer.tag });
    },
  });
}

function limits(
  axis: Measure["axis"],
  rows: Value[][],
): readonly [number, number] {
  if (typeof axis !== "string") return axis;
  let low = axis === "from zero" ? 0 : Infinity;
  let high = -Infinity;
  for (const row of rows) {
    for (const { value } of known(
      row.map((_, index) => index),
      row,
    )) {
      if (axis === "log" && value <= 0) continue;
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
  }
  return high >= low ? [low, high] : [0, 1];
}

/** Steps down, layers across. */
export function layerTable(
  context: Context,
  measure: Measure,
  columns: Columns,
): Table {
  const layers = layersWith(context.run.manifest, columns);
  return [
    [stepName(measure.id), ...layers.map(({ name }) => name)],
    ...columns.steps.map((step, index) => [
      step,
      ...layers.map(({ tag }) => columns.layers[tag]?.[index]),
    ]),
  ];
}

export function nothing(text: string): HTMLElement {
  return element("p", { class: "nothing" }, text);
}
