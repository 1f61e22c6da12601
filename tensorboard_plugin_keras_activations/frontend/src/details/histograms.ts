/** Histograms over time; exact zeros are drawn separately. */

import { colourKey, heatMap, shade } from "../charts/heatmap";
import { lineChart } from "../charts/lines";
import { viridis } from "../colours";
import type { Context, Shown } from "../context";
import { layerOf } from "../context";
import { element, segments } from "../dom";
import { digits, percent } from "../format";
import { measureOf, samplesOf } from "../measures";
import type { Columns, Histograms, Latest, Spread } from "../types";
import {
  chartHeight,
  helpOf,
  howMeasured,
  layerChoice,
  nothing,
} from "../measured";

const ROWS = 96;

/** An activation smaller than this counts as near zero. */
const NEAR_ZERO = 0.01;

/** What can be shown, with what the axis of its map says. */
const SPREADS: { of: Spread; name: string; axis: string; help: string }[] = [
  {
    of: "values",
    name: "Activations",
    axis: "activation",
    help:
      "How the activations of one mini-batch other than exact zeros are " +
      "spread, epoch by epoch; the shade is the share of them per value, on " +
      "a logarithmic scale. ",
  },
  {
    of: "pre_activations",
    name: "Before the activation",
    axis: "input of the activation",
    help:
      "What the activation is given, in one mini-batch of each epoch: a unit " +
      "of ReLU is dead where all of it lies below 0, and the way there shows " +
      "whether it drifted, was pushed at once, or began there. ",
  },
  {
    of: "batch.values",
    name: "Over the steps",
    axis: "activation",
    help:
      "How the activations of single mini-batches other than exact zeros are " +
      "spread, step by step: what fastai calls the colourful dimension. A " +
      "sound layer spreads soon and stays so; one that collapses falls back " +
      "to zero again and again. ",
  },
];

export async function histograms(
  context: Context,
  latest: Latest,
  bar: HTMLElement,
): Promise<Shown> {
  const { source, run, choices, choose } = context;
  const layer = await layerOf(context);
  if (!layer)
    return { element: nothing("This run has no layers."), table: () => [] };
  const all = await Promise.all(
    SPREADS.map(async (each) => ({
      ...each,
      found: await source.histograms(run, layer.tag, each.of),
    })),
  );
  const logged = all.filter(({ found }) => found.steps.length);
  const chosen =
    logged.find(({ of }) => of === choices.of) ?? logged[0] ?? all[0];
  if (!chosen) throw new Error("There are no histograms.");
  bar.append(layerChoice(context, layer));
  if (logged.length > 1) {
    bar.append(
      segments(
        "Histograms",
        "of",
        logged.map(({ of, name }) => [of, name]),
        chosen.of,
        (of) => {
          choose({ of });
        },
      ),
    );
  }
  bar.append(
    element("span", { class: "muted", id: "how" }, howMeasured(layer)),
  );
  const above = await shareAbove(context, layer.tag, chosen);
  const whole = element(
    "div",
    {},
    above.columns.steps.length ? above.help(latest) : null,
    above.columns.steps.length
      ? lineChart({
          id: "zero-lines",
          steps: above.columns.steps,
          stepName: above.stepName,
          lines: [
            {
              id: layer.tag,
              name: above.name,
              values: above.columns.layers[layer.tag] ?? [],
              place: 0,
            },
          ],
          unit: "share",
          axis: [0, 1],
          height: 120,
          legend: "above",
          overMap: true,
        })
      : null,
    chosen.found.steps.length
      ? valueMap(
          context,
          layer.tag,
          chosen,
          above.columns.steps,
          above.stepName,
        )
      : nothing(
          "No histograms were logged. ActivationMonitor(log_dir, histogram_freq=1) logs them once per epoch.",
        ),
    logged.length && logged.length < all.length
      ? element("p", { class: "muted", id: "more-histograms" }, MORE)
      : null,
  );
  return {
    element: whole,
    about: [layer.name, chosen.name],
    table: () => [
      [above.stepName, "left edge", "right edge", "count"],
      ...chosen.found.steps.flatMap((step, index) =>
        (chosen.found.bins[index] ?? []).map((bin) => [step, ...bin]),
      ),
    ],
  };
}

const MORE =
  "pre_activations=True logs histograms of what the activation is given, too; " +
  'update_freq="batch" those of mini-batches over the steps.';

interface Chosen {
  of: Spread;
  axis: string;
  help: string;
  found: Histograms;
}

/** The share of zeros, of what is near zero or below it, over time. */
async function shareAbove(
  { source, run }: Context,
  tag: string,
  { of, found }: Chosen,
): Promise<{
  name: string;
  stepName: string;
  columns: Columns;
  help: (latest: Latest) => HTMLElement;
}> {
  const told = (text: string) => () => element("p", { class: "help" }, text);
  const { steps } = found;
  if (of === "pre_activations") {
    const below = shares(found, ([, right]) => right <= 0);
    return {
      name: "inputs below 0",
      stepName: "epoch",
      columns: { steps, layers: { [tag]: below } },
      help: told("Share of what the activation is given that lies below 0."),
    };
  }
  if (of === "batch.values") {
    const small = shares(
      found,
      ([left, right]) => Math.max(-left, right) <= NEAR_ZERO,
    );
    const zeros = await source.measure(run, "batch.zero_fraction");
    const values = steps.map((step, index) => {
      const zero = zeros.layers[tag]?.[zeros.steps.indexOf(step)] ?? 0;
      return zero + (1 - zero) * (small[index] ?? 0);
    });
    return {
      name: "near zero",
      stepName: "step",
      columns: { steps, layers: { [tag]: values } },
      help: told(
        `Share of the activations that are 0, or smaller than ${NEAR_ZERO} in size.`,
      ),
    };
  }
  const zero = measureOf("zero_fraction");
  const columns = await source.measure(run, zero.id);
  return {
    name: zero.name,
    stepName: "epoch",
    columns: columns.layers[tag] ? columns : { steps: [], layers: {} },
    help: (latest) => helpOf(zero, samplesOf(latest, zero.id, tag)),
  };
}

/** For each step, the share of the counts in some of the bins. */
function shares(
  { bins }: Histograms,
  isCounted: (bin: [number, number, number]) => boolean,
): number[] {
  const sum = (rows: [number, number, number][]) =>
    rows.reduce((total, [, , count]) => total + count, 0);
  return bins.map((rows) => sum(rows.filter(isCounted)) / (sum(rows) || 1));
}

function valueMap(
  context: Context,
  layer: string,
  { of, axis, help, found }: Chosen,
  epochs: number[],
  stepName: string,
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
  const called = stepName === "epoch" ? "Epoch" : "Step";
  const palette = viridis();
  const width = (high - low) / ROWS;
  const top = (row: number) => high - row * width;
  return element(
    "div",
    {},
    element(
      "p",
      { class: "help" },
      help,
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
      rowAxis: axis,
      stepName,
      height: chartHeight(460, 280),
      describe: (row, column) => {
        const epoch = found.steps[taken[column] ?? -1];
        if (epoch === undefined) {
          return `${called} ${steps[column] ?? ""}: no histogram yet`;
        }
        const own = epoch === steps[column];
        return (
          `${called} ${steps[column] ?? ""}` +
          (own ? "" : ` (histogram of ${stepName} ${epoch})`) +
          `, from ${digits(top(row + 1))} to ${digits(top(row))}: ` +
          `${percent(densityAt(row, column) * width)} of ${
            of === "pre_activations"
              ? "its inputs"
              : "the activations that are not 0"
          }`
        );
      },
      key: colourKey(palette, "10⁻⁴ of the highest", "highest", "none"),
      zoom: context.zoom(`${of} ${context.run.run} ${layer}`),
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
