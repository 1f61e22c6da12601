/** Histograms over time; exact zeros are drawn separately. */

import { colourKey, heatMap, shade } from "../charts/heatmap";
import { lineChart } from "../charts/lines";
import { viridis } from "../colours";
import type { Context, Shown } from "../context";
import { layerOf } from "../context";
import { element } from "../dom";
import { digits, percent } from "../format";
import { measureOf, samplesOf } from "../measures";
import type { Histograms, Latest } from "../types";
import {
  chartHeight,
  helpOf,
  howMeasured,
  layerChoice,
  nothing,
} from "../measured";

const ROWS = 96;

export async function histograms(
  context: Context,
  latest: Latest,
  bar: HTMLElement,
): Promise<Shown> {
  const { source, run } = context;
  const layer = await layerOf(context);
  if (!layer)
    return { element: nothing("This run has no layers."), table: () => [] };
  const [found, zeros] = await Promise.all([
    source.histograms(run, layer.tag),
    source.measure(run, "zero_fraction"),
  ]);
  const zeroLine = zeros.layers[layer.tag];
  const zero = measureOf("zero_fraction");
  bar.append(
    layerChoice(context, layer),
    element("span", { class: "muted", id: "how" }, howMeasured(layer)),
  );
  const whole = element(
    "div",
    {},
    zeroLine ? helpOf(zero, samplesOf(latest, zero.id, layer.tag)) : null,
    zeroLine
      ? lineChart({
          id: "zero-lines",
          steps: zeros.steps,
          stepName: "epoch",
          lines: [
            { id: layer.tag, name: zero.name, values: zeroLine, place: 0 },
          ],
          unit: zero.unit,
          axis: zero.axis,
          height: 120,
          legend: "above",
          overMap: true,
        })
      : null,
    found.steps.length
      ? valueMap(context, layer.tag, found, zeroLine ? zeros.steps : [])
      : nothing(
          "No histograms were logged. ActivationMonitor(log_dir, histogram_freq=1) logs them once per epoch.",
        ),
  );
  return {
    element: whole,
    about: [layer.name],
    table: () => [
      ["epoch", "left edge", "right edge", "count"],
      ...found.steps.flatMap((step, index) =>
        (found.bins[index] ?? []).map((bin) => [step, ...bin]),
      ),
    ],
  };
}

function valueMap(
  context: Context,
  layer: string,
  found: Histograms,
  epochs: number[],
): HTMLElement {
  const { low, high, density, most } = densities(found);
  // A column for each epoch of the lines above; an epoch without a histogram
  // shows the last one before it.
  const steps = [...new Set([...epochs, ...found.steps])].sort(
    (one, other) => one - other,
  );
  const taken = steps.map((step) =>
    found.steps.findLastIndex((each) => each <= step),
  );
  const densityAt = (row: number, column: number) =>
    density[row * found.steps.length + (taken[column] ?? -1)] ?? 0;
  const cells = new Uint8Array(ROWS * steps.length);
  for (let at = 0; at < cells.length; at++) {
    const column = at % steps.length;
    const value =
      taken[column] === -1
        ? 0
        : densityAt(Math.floor(at / steps.length), column);
    // The logarithm shows the tails, which one large bin would hide.
    cells[at] = value > 0 ? shade(Math.log10(value / most), -4, 0) : 0;
  }
  const palette = viridis();
  const width = (high - low) / ROWS;
  const top = (row: number) => high - row * width;
  return element(
    "div",
    {},
    element(
      "p",
      { class: "help" },
      "How the activations of one mini-batch other than exact zeros are spread, epoch by epoch; the shade is the share of them per value, on a logarithmic scale. ",
      steps.length > found.steps.length
        ? "An epoch without a histogram shows the last one before it. "
        : "",
      element("code", {}, "log₁₀ of count / (all · width of the bin)"),
    ),
    heatMap({
      id: "value-map",
      steps,
      rows: ROWS,
      cells,
      palette,
      rowNames: [low, high],
      rowAxis: "activation",
      stepName: "epoch",
      height: chartHeight(460, 280),
      describe: (row, column) => {
        const epoch = found.steps[taken[column] ?? -1];
        if (epoch === undefined) {
          return `Epoch ${steps[column] ?? ""}: no histogram yet`;
        }
        const own = epoch === steps[column];
        return (
          `Epoch ${steps[column] ?? ""}` +
          (own ? "" : ` (histogram of epoch ${epoch})`) +
          `, from ${digits(top(row + 1))} to ${digits(top(row))}: ` +
          `${percent(densityAt(row, column) * width)} of the activations that are not 0`
        );
      },
      key: colourKey(palette, "10⁻⁴ of the highest", "highest", "none"),
      zoom: context.zoom(`values ${context.run.run} ${layer}`),
    }),
  );
}

/** Converts bins of any width to rows of one width, highest value on top. */
export function densities({ steps, bins }: Histograms): {
  rows: number;
  low: number;
  high: number;
  /** Share of a step's count per unit of value, row by row. */
  density: Float64Array;
  most: number;
} {
  let low = Infinity;
  let high = -Infinity;
  for (const [left, right] of bins.flat()) {
    if (!Number.isFinite(left) || !Number.isFinite(right)) continue;
    low = Math.min(low, left);
    high = Math.max(high, right);
  }
  if (!(high > low)) {
    const middle = Number.isFinite(low) ? low : 0;
    [low, high] = [middle - 0.5, middle + 0.5];
  }
  const width = (high - low) / ROWS;
  const density = new Float64Array(ROWS * steps.length);
  bins.forEach((rows, column) => {
    const all = rows.reduce((sum, [, , count]) => sum + count, 0);
    for (const [left, right, count] of rows) {
      if (!count || !Number.isFinite(left) || !Number.isFinite(right)) continue;
      spread(left, right, count / all, column);
    }
  });
  return {
    rows: ROWS,
    low,
    high,
    density,
    most: density.reduce((one, other) => Math.max(one, other), 0),
  };

  function spread(left: number, right: number, share: number, column: number) {
    const from = Math.min(ROWS - 1, Math.floor((high - right) / width));
    const to = Math.min(ROWS - 1, Math.floor((high - left) / width));
    for (let row = from; row <= to; row++) {
      const upper = Math.min(right, high - row * width);
      const lower = Math.max(left, high - (row + 1) * width);
      const part =
        right > left ? Math.max(0, upper - lower) / (right - left) : 1;
      const at = row * steps.length + column;
      density[at] = (density[at] ?? 0) + (share * part) / width;
    }
  }
}
