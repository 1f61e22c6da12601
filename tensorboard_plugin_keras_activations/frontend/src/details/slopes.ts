/** Learned slopes: alpha of PReLU and ELU, channel by channel. */

import { colourKey, heatMap, shade } from "../charts/heatmap";
import { lineChart } from "../charts/lines";
import { viridis } from "../colours";
import type { Context, Shown } from "../context";
import { layerOf } from "../context";
import { element } from "../dom";
import { counted, digits, shown } from "../format";
import { measureOf } from "../measures";
import type { Latest, Layer, PerUnit } from "../types";
import {
  chartHeight,
  helpOf,
  layerChoice,
  MOST_LINES,
  nothing,
} from "../measured";

const SUMMARY = ["alpha", "alpha_min", "alpha_max"];

export async function slopes(
  context: Context,
  latest: Latest,
  bar: HTMLElement,
): Promise<Shown> {
  const { source, run } = context;
  const learning = run.manifest.layers.filter(
    ({ tag }) => tag in (latest.layers["alpha"] ?? {}),
  );
  const layer = await layerOf(context, learning);
  if (!layer)
    return { element: nothing("No slopes were logged."), table: () => [] };
  const [series, alphas] = await Promise.all([
    source.series(run, SUMMARY),
    source.alphas(run, layer.tag),
  ]);
  const lines = SUMMARY.flatMap((id, place) => {
    const values = series[id]?.layers[layer.tag];
    return values ? [{ id, name: measureOf(id).name, values, place }] : [];
  });
  bar.append(
    layerChoice(context, layer, learning),
    element(
      "span",
      { class: "muted" },
      alphas.units ? counted(alphas.units, "channel") : "",
    ),
  );
  const whole = element(
    "div",
    {},
    helpOf(measureOf("alpha")),
    lineChart({
      id: "slope-lines",
      steps: series["alpha"]?.steps ?? [],
      stepName: "epoch",
      lines,
      unit: "number",
      axis: "fit",
      levels: [{ value: 0, name: "0: ReLU" }],
      height: 180,
      legend: "above",
      overMap: true,
    }),
    alphas.units ? channels(context, layer, alphas) : null,
  );
  return {
    element: whole,
    about: [layer.name],
    table: () => [
      [
        "epoch",
        ...Array.from({ length: alphas.units }, (_, at) => `alpha ${at}`),
      ],
      ...alphas.steps.map((step, index) => [
        step,
        ...Array.from(
          { length: alphas.units },
          (_, unit) => alphas.values[unit * alphas.steps.length + index],
        ),
      ]),
    ],
  };
}

function channels(
  context: Context,
  layer: Layer,
  { steps, units, values }: PerUnit<Float32Array>,
): HTMLElement {
  const at = (row: number, column: number) =>
    values[row * steps.length + column];
  if (units <= MOST_LINES) {
    return lineChart({
      id: "channel-lines",
      steps,
      stepName: "epoch",
      lines: Array.from({ length: units }, (_, row) => ({
        id: String(row),
        name: `channel ${row}`,
        values: steps.map((_, column) => at(row, column) ?? null),
        place: row,
      })),
      unit: "number",
      axis: "fit",
      height: 300,
    });
  }
  let low = Infinity;
  let high = -Infinity;
  for (const value of values) {
    if (!Number.isFinite(value)) continue;
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  const cells = new Uint8Array(values.length);
  for (let row = 0; row < units; row++) {
    for (let column = 0; column < steps.length; column++) {
      cells[row * steps.length + column] = shade(at(row, column), low, high);
    }
  }
  const palette = viridis();
  return heatMap({
    id: "channel-map",
    steps,
    rows: units,
    cells,
    palette,
    rowNames: String,
    rowAxis: "channel",
    stepName: "epoch",
    height: Math.min(chartHeight(440, 300), 34 + Math.max(200, units * 12)),
    describe: (row, column) =>
      `Channel ${row}, epoch ${steps[column] ?? ""}: alpha ${shown(at(row, column), "number")}`,
    key: colourKey(palette, `alpha ${digits(low)}`, digits(high)),
    zoom: context.zoom(`slopes ${context.run.run} ${layer.tag}`),
  });
}
