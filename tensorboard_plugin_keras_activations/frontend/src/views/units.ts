/** Units: alive or dead, unit by unit and epoch by epoch. */

import { colourKey, heatMap, markKey } from "../charts/heatmap";
import type { Line } from "../charts/lines";
import { lineChart } from "../charts/lines";
import { firingPalette } from "../colours";
import type { Context, Shown } from "../context";
import { layerOf } from "../context";
import { element, segments } from "../dom";
import { counted, percent, roughly } from "../format";
import type { Words } from "../life";
import { byTimeDead, changesOf, DEATH, lifeOf, ONE_SIDED, told } from "../life";
import { measureOf, onSteps, samplesOf } from "../measures";
import type { Firing, Layer, Series } from "../types";
import { chartHeight, layerChoice, nothing } from "../measured";

const COUNTS = ["born_dead", "died", "revived"];
const RECYCLED = "recycled";

export async function units(context: Context): Promise<Shown> {
  const { source, run, choices, choose } = context;
  const layer = await layerOf(context);
  if (!layer) {
    return { element: nothing("This run has no layers."), table: () => [] };
  }
  const [latest, series, firing] = await Promise.all([
    source.latest(run),
    source.series(run, [...COUNTS, RECYCLED]),
    source.firing(run, layer.tag),
  ]);
  const order = choices.order || "dead";
  const rows =
    order === "dead"
      ? byTimeDead(firing)
      : Array.from({ length: firing.units }, (_, unit) => unit);
  const cannotDie = layer.can_die === false;
  const words = cannotDie ? ONE_SIDED : DEATH;
  const whole = element(
    "section",
    { class: "view" },
    element(
      "div",
      { class: "bar" },
      layerChoice(context, layer),
      segments(
        "Order of the units",
        "order",
        [
          ["dead", `By time ${words.off}`],
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
        summary(firing, words),
      ),
    ),
    element(
      "p",
      { class: "help" },
      cannotDie
        ? "This activation cannot die. A unit is one-sided in an epoch in which its input was above 0 for no sample; the shade is the share of samples for which it was. "
        : "A unit is dead in an epoch in which it fired for no sample; the shade is the share of samples for which it fired. ",
      element(
        "code",
        {},
        cannotDie
          ? "one-sided(u) ⇔ #{samples : z(u) > 0} = 0"
          : "dead(u) ⇔ #{samples : φ′(z(u)) ≠ 0} = 0",
      ),
      " ",
      element(
        "span",
        { class: "muted" },
        samplesOf(
          latest,
          cannotDie ? "one_sided_ratio" : "dead_ratio",
          layer.tag,
        ),
      ),
    ),
    cannotDie ? changes(firing, layer, series) : counts(layer, series),
    firing.units && firing.steps.length
      ? map(context, layer, firing, rows, words)
      : nothing("No map of units was written for this layer."),
    sampledNote(firing.steps),
  );
  return {
    element: whole,
    about: [layer.name],
    table: () => table(firing, rows, words),
  };
}

function summary(firing: Firing, { off }: Words): string {
  const { units: total, steps, values } = firing;
  if (!total || !steps.length) return "";
  let deadNow = 0;
  for (let unit = 1; unit <= total; unit++) {
    if (values[unit * steps.length - 1] === 0) deadNow += 1;
  }
  return (
    `${counted(total, "unit")}, ${counted(steps.length, "epoch")}; ` +
    `${off} now: ${deadNow} (${roughly(deadNow / total)})`
  );
}

function counts(layer: Layer, series: Series): HTMLElement | null {
  const columns = series["died"] ?? series["born_dead"];
  const lines = COUNTS.flatMap((id, place) => {
    const values = series[id]?.layers[layer.tag];
    return values ? [{ id, name: measureOf(id).name, values, place }] : [];
  });
  if (!columns || !lines.length) return null;
  const { steps } = columns;
  return countLines(steps, [...lines, ...recycledLine(layer, series, steps)]);
}

/** The same if units cannot die: it is not logged, but counted from the map. */
function changes(
  firing: Firing,
  layer: Layer,
  series: Series,
): HTMLElement | null {
  if (!firing.steps.length) return null;
  const names = ["one-sided from birth", ONE_SIDED.wentOff, ONE_SIDED.wentOn];
  const lines = changesOf(firing).map((values, place) => {
    const name = names[place] ?? "";
    return { id: name, name, values, place };
  });
  const { steps } = firing;
  return countLines(steps, [...lines, ...recycledLine(layer, series, steps)]);
}

/** The line of recycled units, if there were any. */
function recycledLine(layer: Layer, series: Series, steps: number[]): Line[] {
  const columns = series[RECYCLED];
  const values = columns && onSteps(columns, steps).layers[layer.tag];
  // Dashed, since it often covers that of the units born dead.
  return values ? [{ id: RECYCLED, name: RECYCLED, values, place: 9 }] : [];
}

function countLines(steps: number[], lines: Line[]): HTMLElement {
  return element(
    "div",
    { class: "counts" },
    lineChart({
      id: "counts",
      steps,
      stepName: "epoch",
      lines,
      unit: "count",
      axis: "from zero",
      bars: true,
      height: 150,
      legend: "above",
      overMap: true,
    }),
  );
}

function map(
  context: Context,
  layer: Layer,
  firing: Firing,
  rows: number[],
  words: Words,
): HTMLElement {
  const { steps, units: total, values, recycled } = firing;
  const cells = new Uint8Array(values.length);
  const long = steps.length;
  rows.forEach((unit, row) => {
    cells.set(values.subarray(unit * long, (unit + 1) * long), row * long);
  });
  const marks = rows.map((): number[] => []);
  const rowOf = new Map(rows.map((unit, row) => [unit, row]));
  recycled.forEach((units, column) => {
    for (const unit of units) marks[rowOf.get(unit) ?? -1]?.push(column);
  });
  const palette = firingPalette();
  const verb = words === DEATH ? "fires" : "above 0";
  const key = colourKey(palette, `${verb} rarely`, "always", words.off);
  if (recycled.some((units) => units.length)) key.append(...markKey(RECYCLED));
  const byIndex = rows.every((unit, row) => unit === row);
  return heatMap({
    id: "unit-map",
    steps,
    rows: total,
    cells,
    palette,
    marks,
    rowNames: (row) => String(rows[row] ?? ""),
    rowAxis: byIndex ? "unit" : `unit, longest ${words.off} on top`,
    ...(byIndex ? {} : { placeAxis: `place by time ${words.off}` }),
    stepName: "epoch",
    height: Math.min(chartHeight(440, 340), 34 + Math.max(200, total * 13)),
    describe: (row, column) => {
      const unit = rows[row] ?? 0;
      const value = values[unit * long + column] ?? 0;
      const share = percent(value / 255);
      const rate =
        value === 0 ? words.off : `${verb} for ${share} of the samples`;
      const place = byIndex ? "" : ` (place ${row + 1})`;
      const after = recycled[column]?.includes(unit)
        ? ", recycled after this epoch"
        : "";
      return `Unit ${unit}${place}, epoch ${steps[column] ?? ""}: ${rate}${after}. In this run: ${told(lifeOf(firing, unit), words)}.`;
    },
    key,
    zoom: context.zoom(`units ${context.run.run} ${layer.tag}`),
  });
}

/** TensorBoard keeps only a sample of a long run; the page says so. */
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

function table(firing: Firing, rows: number[], words: Words) {
  const { steps, values, recycled } = firing;
  const anyRecycled = recycled.some((units) => units.length);
  return [
    [
      "unit",
      "state",
      `${words.wentOff} at`,
      `${words.wentOn} at`,
      ...(anyRecycled ? ["recycled after"] : []),
      ...steps.map((step) => `rate at epoch ${step}`),
    ],
    ...rows.map((unit) => {
      const life = lifeOf(firing, unit);
      const state = life.bornDead
        ? `born ${words.off}`
        : life.deadNow
          ? words.off
          : words.on;
      return [
        unit,
        state,
        life.died.join(" "),
        life.revived.join(" "),
        ...(anyRecycled ? [life.recycled.join(" ")] : []),
        ...steps.map((_, epoch) =>
          Number(((values[unit * steps.length + epoch] ?? 0) / 255).toFixed(4)),
        ),
      ];
    }),
  ];
}
