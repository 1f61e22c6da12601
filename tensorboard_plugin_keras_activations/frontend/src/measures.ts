/** What can be measured: the name, axis and help text of each. */

import type { Unit } from "./format";
import { shown } from "./format";
import type { Columns, Latest, Series } from "./types";

export interface Measure {
  id: string;
  name: string;
  unit: Unit;
  /** Fixed limits of the axis, or how to choose them. */
  axis: readonly [number, number] | "from zero" | "fit" | "log";
  /** The scale of a map's colours, where it is not that of the axis. */
  colours?: "log";
  /** Which end of the axis needs a look. */
  worse: "high" | "low" | "far";
  /** A value that is usual, for comparison. */
  usual?: number;
  /** Logged only in epochs in which it happened. */
  seldom?: true;
  help: string;
  formula: string;
}

const share = { unit: "share", axis: [0, 1], worse: "high" } as const;
const count = { unit: "count", axis: "from zero", worse: "high" } as const;
const size = { unit: "number", axis: "log", worse: "high" } as const;
const plain = { unit: "number", axis: "fit", worse: "far" } as const;

const KNOWN: Measure[] = [
  {
    id: "dead_ratio",
    name: "dead units",
    ...share,
    help: "Share of units that fired for no sample of the epoch. A unit fires where the slope of its activation is not 0; a channel of a convolution is one unit.",
    formula: "dead = #{u : fired(u) = 0} / units",
  },
  {
    id: "dead_ratio_batch",
    name: "dead units per mini-batch",
    ...share,
    help: "Share of units that did not fire on any sample of one mini-batch. It is larger than the share per epoch: a unit that fires with probability p looks dead in n samples with probability (1 − p)ⁿ, 72 % for p = 1 % and n = 32.",
    formula: "mean over mini-batches of #{u : fired in batch(u) = 0} / units",
  },
  {
    id: "one_sided_ratio",
    name: "one-sided units",
    ...share,
    help: "For kinds that cannot die (leaky ReLU, PReLU, ELU): share of units that were on the negative side for every sample of the epoch.",
    formula: "one-sided = #{u : z(u) ≤ 0 for every sample} / units",
  },
  {
    id: "born_dead",
    name: "born dead",
    ...count,
    help: "Units that have not fired once since training began: an effect of the initial weights and of the inputs.",
    formula: "#{u : fired(u) = 0 in every epoch so far}",
  },
  {
    id: "died",
    name: "died",
    ...count,
    help: "Units that fired in the epoch before and not in this one.",
    formula: "#{u : fired before, not in this epoch, newly so}",
  },
  {
    id: "revived",
    name: "revived",
    ...count,
    help: "Units that were dead in the epoch before and fired in this one; of a unit born dead, when it first fires.",
    formula: "#{u : dead in the epoch before, fired in this one}",
  },
  {
    id: "recycled",
    name: "recycled units",
    ...count,
    seldom: true,
    help: "Units that RecycleUnits gave new weights after the epoch, so that they learn anew.",
    formula: "#{u : new weights after this epoch}",
  },
  {
    id: "rare_ratio",
    name: "rarely firing units",
    ...share,
    help: "Share of units that fired for fewer than 1 % of the samples.",
    formula: "#{u : rate(u) < 0.01} / units",
  },
  {
    id: "dormant_ratio",
    name: "dormant units",
    ...share,
    help: "Share of units whose mean size is at most 0.025 of the layer's average: they fire, and carry next to nothing.",
    formula: "#{u : E|a(u)| / mean over k of E|a(k)| ≤ 0.025} / units",
  },
  {
    id: "mean",
    name: "mean",
    ...plain,
    help: "Mean of the activations. Far from 0 it pushes all weights of a unit of the next layer the same way.",
    formula: "mean over units of E a(u)",
  },
  {
    id: "std",
    name: "standard deviation",
    ...plain,
    axis: "from zero",
    // A signal that vanishes or explodes does so by powers of ten.
    colours: "log",
    help: "Standard deviation of the activations.",
    formula: "√(E a² − (E a)²)",
  },
  {
    id: "bias_shift",
    name: "bias shift",
    unit: "number",
    axis: [0, 1],
    worse: "high",
    help: "How far from zero mean, whatever the scale: 0 for a unit with mean 0, 1 for a constant one. Dotted, or beside it, is what this activation has for inputs from N(0, 1).",
    formula: "mean of |E a(u)| / √(E a(u)²) over units that are not always 0",
  },
  {
    id: "zero_fraction",
    name: "exact zeros",
    ...share,
    help: "Share of the single activations, not units, that are exactly 0: how sparse the layer is. Half of them are 0 in a sound ReLU layer.",
    formula: "#{a = 0} / (samples · units)",
  },
  {
    id: "saturation",
    name: "saturated units",
    ...share,
    help: "Share of units on a flat part of their activation for at least 99 % of the samples: next to no gradient passes them.",
    formula: "#{u : |φ′(z)| < 0.06 · max|φ′| for ≥ 99 % of samples} / units",
  },
  {
    id: "nonfinite",
    name: "NaN and infinite values",
    ...count,
    help: "Activations that were NaN or infinite; they are left out of all other numbers.",
    formula: "#{a : a is NaN or ±∞}",
  },
  {
    id: "alpha",
    name: "learned slope, mean",
    ...plain,
    help: "Mean of the layer's learned alpha (PReLU: slope on the negative side; ELU: depth of its plateau).",
    formula: "mean over channels of α",
  },
  {
    id: "alpha_min",
    name: "learned slope, smallest",
    ...plain,
    help: "Smallest learned alpha of the layer.",
    formula: "min over channels of α",
  },
  {
    id: "alpha_max",
    name: "learned slope, largest",
    ...plain,
    help: "Largest learned alpha of the layer.",
    formula: "max over channels of α",
  },
  {
    id: "gradient_norm",
    name: "gradient norm",
    ...size,
    help: "Length of the gradient of the layer's weights.",
    formula: "‖∂L/∂W‖",
  },
  {
    id: "update_ratio",
    name: "update ratio",
    ...size,
    usual: 0.001,
    help: "How large a step is beside the weights it changes. About 0.001 is usual.",
    formula: "‖ΔW‖ / ‖W‖",
  },
  {
    id: "sign_agreement",
    name: "sign agreement",
    unit: "number",
    axis: [0, 1],
    worse: "high",
    help: "1 where all incoming weights of a unit are pushed the same way; such a step cannot raise one and lower another. Dotted is what random signs give.",
    formula: "mean over units of |Σ g| / Σ|g| over the unit's incoming weights",
  },
  {
    id: "samples",
    name: "observations",
    ...count,
    help: "Observations per unit in the epoch; every position of a convolution counts.",
    formula: "n",
  },
];

const BY_ID = new Map(KNOWN.map((measure) => [measure.id, measure]));

/** The same measure, of something other than an epoch of training. */
const VARIANTS: [string, (inner: Measure) => Partial<Measure>][] = [
  [
    "batch.",
    ({ name, help }) => ({
      name: name.endsWith("mini-batch") ? name : `${name}, per mini-batch`,
      help: `Since the last time it was written, by training step. ${help}`,
    }),
  ],
  [
    "val_",
    ({ name, help }) => ({
      name: `${name}, validation`,
      help: `On the validation data. ${help}`,
    }),
  ],
];

/** The measure of that name; variants and unknown ones too. */
export function measureOf(id: string): Measure {
  const known = BY_ID.get(id);
  if (known) return known;
  for (const [prefix, change] of VARIANTS) {
    if (!id.startsWith(prefix)) continue;
    const inner = measureOf(id.slice(prefix.length));
    return { ...inner, ...change(inner), id };
  }
  const name = id.replaceAll("_", " ");
  return { ...plain, id, name, help: "Logged beside the others.", formula: "" };
}

/** What to ask for to show a measure. */
export function seriesBehind({ id, seldom }: Measure): string[] {
  // The samples are logged in every epoch.
  return seldom ? [id, "samples"] : [id];
}

/** A measure of what was asked for; empty columns where it was not logged. */
export function withZeros({ id, seldom }: Measure, series: Series): Columns {
  const columns = series[id] ?? { steps: [], layers: {} };
  if (!seldom || !columns.steps.length) return columns;
  const steps = [...columns.steps, ...(series["samples"]?.steps ?? [])];
  return onSteps(
    columns,
    [...new Set(steps)].sort((one, other) => one - other),
  );
}

/** TensorBoard keeps only a sample of a series that is longer. */
const MOST_KEPT = 1000;

/** Counts of what happens seldom, on these steps. */
export function onSteps(columns: Columns, steps: number[]): Columns {
  const at = new Map(columns.steps.map((step, index) => [step, index]));
  const unlogged = columns.steps.length < MOST_KEPT ? 0 : null;
  return {
    steps,
    layers: Object.fromEntries(
      Object.entries(columns.layers).map(([tag, values]) => [
        tag,
        steps.map((step) => values[at.get(step) ?? -1] ?? unlogged),
      ]),
    ),
  };
}

/** What a measure is compared with; it cannot be chosen itself. */
export interface Reference {
  id: string;
  name: string;
}

const EXPECTED: Reference = {
  id: "bias_shift_expected",
  name: "expected for inputs from N(0, 1)",
};

const REFERENCES = new Map<string, Reference>([
  ["bias_shift", EXPECTED],
  // It is the same for the validation data, and not written twice.
  ["val_bias_shift", EXPECTED],
  ["sign_agreement", { id: "sign_agreement_random", name: "random signs" }],
]);

const REFERENCE_IDS = new Set([...REFERENCES.values()].map(({ id }) => id));

export function referenceOf(measure: string): Reference | undefined {
  return REFERENCES.get(measure);
}

/** The measures of runs in the order of the list above, variants last. */
export function measuresOf(...latests: Latest[]): Measure[] {
  const place = (id: string): number => {
    const variant = VARIANTS.findIndex(([prefix]) => id.startsWith(prefix));
    const [prefix] = VARIANTS[variant] ?? [""];
    const at = KNOWN.findIndex(
      (measure) => measure.id === id.slice(prefix.length),
    );
    return (at < 0 ? KNOWN.length : at) + (variant + 1) * 1000;
  };
  const ids = latests.flatMap((latest) => Object.keys(latest.layers));
  return [...new Set(ids)]
    .filter((id) => !REFERENCE_IDS.has(id))
    .sort((one, other) => place(one) - place(other))
    .map(measureOf);
}

/** Parameters and gradients are not means over samples. */
const SAMPLED =
  /^(?!(batch\.|val_)?(alpha|gradient_|update_|sign_|samples|died|revived|recycled))/;

/** The variant of a measure: "batch.", "val_" or none. */
function variantOf(measure: string): string {
  return VARIANTS.find(([prefix]) => measure.startsWith(prefix))?.[0] ?? "";
}

/** The samples behind a measure, by layer; empty where they do not apply. */
export function sampleCounts(
  latest: Latest,
  measure: string,
  tag?: string,
): number[] {
  if (!SAMPLED.test(measure)) return [];
  const logged = latest.layers[`${variantOf(measure)}samples`] ?? {};
  return (tag === undefined ? Object.values(logged) : [logged[tag]]).filter(
    (value): value is number => typeof value === "number" && value > 0,
  );
}

/** The number of samples behind a measure, in words; empty if not logged. */
export function samplesOf(
  latest: Latest,
  measure: string,
  tag?: string,
): string {
  return samplesTold(sampleCounts(latest, measure, tag), measure);
}

/** The same for the counts of several layers or runs. */
export function samplesTold(counts: number[], measure: string): string {
  if (!counts.length) return "";
  const least = Math.min(...counts);
  const most = Math.max(...counts);
  const range =
    least === most
      ? shown(least, "count")
      : `${shown(least, "count")} to ${shown(most, "count")}`;
  return (
    `${range} observations per unit` +
    (variantOf(measure) === "batch." ? "." : " and epoch.")
  );
}
